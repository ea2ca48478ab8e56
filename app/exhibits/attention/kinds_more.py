"""Two kinds of attention that need more than one head: two floors learnt from a class, and the history of all."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.attention import kinds_charts
from app.exhibits.attention import kinds_text as text
from app.exhibits.attention.kinds_keepsake import keep
from app.exhibits.attention.more_text import MORE_LIVE, MORE_NOTE
from app.house import heavy
from app.house.figures import points, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang, Text
from app.lit import link, live
from core import systems
from core.attention.hierarchy import Weighed, cut
from core.attention.recorded import COMMAND, Documents, more

LONGEST = 40  # tokens of a sentence
CHARACTERS, SENTENCES = 800, 8  # of a document
ALIGNING = (
    *("attention-bahdanau", "attention-additive-score", "attention-luong-scores", "attention-local"),
    *("attention-soft-hard", "attention-co", "attention-over-attention", "attention-cross"),
)
ALSO = ("transformer-full", "bert-architecture")
FOUND: Shared[Weighed] = Shared(2**20, lambda found: 4_000)


def hierarchical(lang: Lang) -> None:
    run: Documents = more("documents")
    with control("attention_document"):
        given = st.text_area(
            text.DOCUMENT[lang],
            key="attention_document",
            bind="query-params",
            max_chars=CHARACTERS,
            placeholder=run.text,
        )
    written = (given or "").strip() or run.text
    found = run.case if written == run.text else FOUND.get(written, lambda: _document(written, run))
    shares = {
        f"sentence {at}": (each, ("α",), found.words[at - 1][:, None]) for at, each in enumerate(found.sentences, 1)
    }
    keep(shares=([*shares], ("β",), found.shares[:, None]), **shares)
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(kinds_charts.document(found, lang), key="attention_floors", alt=text.HIERARCHICAL_ALT[lang])
    with desk:
        facts = {"accuracy": percent(run.floors.accuracy, lang), "n": run.floors.n}
        st.markdown(text.SAYS["hierarchical"][lang].format(**facts))
        if written == run.text:
            note = MORE_NOTE[lang].format(model=run.model, date=run.date, command=f"{COMMAND} documents")
        else:
            note = MORE_LIVE[lang].format(model=run.model)
        st.caption(note)


def _document(written: str, run: Documents) -> Weighed:
    model = heavy.minilm()
    from core.attention.debate import vectors
    from core.attention.hierarchy import weigh

    some = cut(written)[:SENTENCES] or [written]
    read_ = [vectors(model, each) for each in some]
    return weigh(run.floors, [(shown[:LONGEST], E[:LONGEST]) for shown, E in read_])


def members() -> tuple[systems.System, ...]:
    """The kinds of the index and two models that live on them, by year; those that no single paper owns come last."""
    every = [each for each in systems.load() if each.wing == "ATT" and each.id != "attention-history"]
    every += [systems.by_id(name) for name in ALSO]
    return tuple(sorted(every, key=lambda each: each.year or 9999))


def history(lang: Lang) -> None:
    every, lit = members(), live()
    keep(years=([each.id for each in every], ("year",), np.array([[each.year or np.nan] for each in every])))
    dots = [(each.id, each.year, each.name(lang), each.id in ALIGNING) for each in every if each.year]
    st.plotly_chart(
        kinds_charts.history(dots, lang),
        theme="streamlit",
        key="attention_history",
        on_select=_picked,
        selection_mode="points",
        alt=text.HISTORY_ALT[lang],
    )
    left, right = st.columns([1, 2], gap="large")
    with left:
        names = {each.id: Text(en=each.en, zh=each.zh) for each in every if each.id in lit}
        with control("attention_system"):
            name = choice(
                st.selectbox,
                text.SYSTEM[lang],
                list(names),
                names,
                lang,
                key="attention_system",
                default="attention-bahdanau",
            )
        st.link_button(text.OPEN[lang], link(lit[name], lang), icon=":material/open_in_new:")
    with right:
        found = systems.by_id(name)
        year = f"{found.year} · " if found.year else ""
        st.markdown(text.OF_SYSTEM[lang].format(name=f"{year}{found.name(lang)}", line=found.line(lang)))
        st.markdown(text.SAYS["history"][lang])


def _picked() -> None:
    """The dot that was clicked is the system to open."""
    match points(st.session_state.get("attention_history")):
        case [{"customdata": [str(name), *_]}, *_] if name in live():
            st.session_state["attention_system"] = name
