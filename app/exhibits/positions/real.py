"""Real tables: MiniLM's learnt positions, and where the signal of a position sits among the columns."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from app.exhibits.positions import real_charts, text
from app.exhibits.positions.controls import dials
from app.house import heavy
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.positions import columns
from core.positions.recorded import COMMAND, SHOWN, Learnt, scheme, table

PACKAGED = "minilm"
OFFERED = (PACKAGED, "en-small", "zh-char", "bert-base-uncased", "gpt2")
READ: Shared[Learnt] = Shared(2**24, lambda found: found.likeness.nbytes + found.spectrum.nbytes + found.waves.nbytes)


def view(lang: Lang) -> None:
    """The table as it is, or the columns of P beside those of X."""
    with control("positions_real"):
        what = choice(
            st.segmented_control,
            text.REAL[lang],
            list(text.REAL_NAMES),
            text.REAL_NAMES,
            lang,
            key="positions_real",
            default="table",
            required=True,
        )
    if what == "table" and (model := _model(lang)) != PACKAGED:
        _any(model, lang)
        return
    (_table if what == "table" else _columns)(lang)
    found = table()
    facts = {"date": found.date, "model": found.model, "data": found.data, "machine": found.machine, "code": found.code}
    st.caption(text.REAL_NOTE[lang].format(command=f"{COMMAND} minilm", **facts))


def _table(lang: Lang) -> None:
    stage, desk = st.columns([1, 1], gap="large")
    with stage:
        show(likeness(lang), key="positions_likeness", alt=text.LIKENESS_ALT[lang])
        st.markdown(text.LIKENESS_SAYS[lang].format(longest=SHOWN))
    with desk:
        show(spectrum(lang), key="positions_spectrum", alt=text.SPECTRUM_ALT[lang])
        show(main_waves(lang), key="positions_main_waves", alt=text.MAIN_WAVES_ALT[lang])


def _model(lang: Lang) -> str:
    with control("positions_model"):
        name = st.selectbox(
            text.MODEL[lang],
            OFFERED,
            key="positions_model",
            bind="query-params",
            accept_new_options=True,
            help=text.MODEL_HELP[lang],
        )
    return (name or PACKAGED).strip() or PACKAGED


def _any(name: str, lang: Lang) -> None:
    """The table of another model, read from its weights."""
    found = READ.get(name, lambda: _live(name))
    stage, desk = st.columns([1, 1], gap="large")
    with stage:
        show(real_charts.likeness(found, lang), key="positions_likeness", alt=text.LIKENESS_ALT[lang])
        facts = {
            "model": found.model,
            "rows": len(found.likeness),
            "drawn": -(-len(found.likeness) // real_charts.step(found)),
        }
        st.markdown(text.LIKENESS_SAYS_ANY[lang].format(**facts))
    with desk:
        show(real_charts.spectrum(found, lang), key="positions_spectrum", alt=text.SPECTRUM_ALT[lang])
        show(real_charts.main_waves(found, lang), key="positions_main_waves", alt=text.MAIN_WAVES_ALT[lang])
    st.caption(text.REAL_LIVE[lang].format(model=found.model))


def _live(name: str) -> Learnt:
    models = heavy.stack()
    from core.positions.minilm import learnt

    return learnt(models.common(models.check_name(name)).module, name)


def _columns(lang: Lang) -> None:
    ask = dials(lang)
    stage, desk = st.columns([2, 1], gap="large")
    found, sine = table(), scheme("sinusoidal")
    P = columns.of_sinusoid(ask.T, ask.D, ask.base)
    with stage:
        show(real_charts.columns_of_sinusoid(P, lang), key="positions_columns", alt=text.COLUMNS_ALT[lang])
        show(
            real_charts.both_columns(found, sine, lang),
            key="positions_both_columns",
            alt=text.BOTH_ALT[lang],
        )
    with desk:
        trained = columns.of_sinusoid(sine.config.T, sine.config.D)
        small = [columns.order_shared(trained, each) for each in sine.words]
        facts = {
            "share": percent(columns.first_quarter(P), lang),
            "minilm": columns.order_shared(found.by_column, found.words_by_column),
            "small": sum(small) / len(small),
            "low": min(small),
            "high": max(small),
            "n": len(small),
        }
        st.markdown(text.COLUMNS_SAY[lang].format(**facts))


@lru_cache(maxsize=2)
def likeness(lang: Lang) -> Ready:
    """Cosines between all rows."""
    return ready(real_charts.likeness(table(), lang))


@lru_cache(maxsize=2)
def spectrum(lang: Lang) -> Ready:
    """Singular values."""
    return ready(real_charts.spectrum(table(), lang))


@lru_cache(maxsize=2)
def main_waves(lang: Lang) -> Ready:
    """The table along its main directions."""
    return ready(real_charts.main_waves(table(), lang))
