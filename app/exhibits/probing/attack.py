"""Attack: the smallest changes that turn a classifier round."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import tail_text as text
from app.house import heavy
from app.house.figures import show
from app.house.links import remember
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, GREY, finish
from core.probes import recorded
from core.probes.attack import LONGEST, Attack
from core.text.tokenise import tokenise

CHARACTERS = 300
FOUND: Shared[Attack] = Shared(2**20, lambda found: 4_000)


def view(lang: Lang) -> None:
    """A sentence, the means, the steps."""
    desk, stage = st.columns([2, 3], gap="large")
    with desk:
        with control("probing_victim"):
            typed = st.text_input(
                text.VICTIM[lang],
                key="probing_victim",
                bind="query-params",
                max_chars=CHARACTERS,
                placeholder=text.VICTIM_EXAMPLE,
            )
        means = _means(lang)
    sentence = (typed or "").strip() or text.VICTIM_EXAMPLE
    n = len(tokenise(sentence, "en"))
    if n > LONGEST:
        st.warning(text.TOO_LONG[lang].format(n=n, longest=LONGEST))
        return
    found = FOUND.get((sentence, means), lambda: _attacked(sentence, means))
    if not found.steps:
        st.warning(text.NO_WORDS[lang])
        return
    with desk:
        st.markdown(text.ATTACK_SAYS[lang].format(tried=found.tried))
    with stage:
        show(steps(found, lang), key="probing_attack", alt=text.ATTACK_ALT[lang])


def _means(lang: Lang) -> tuple[str, ...]:
    key, known = "probing_means", list(text.MEANS_NAMES)
    if key not in st.session_state:
        linked = st.query_params.get(key, "").split(",")
        st.session_state[key] = [each for each in known if each in linked] or known
    with control(key):
        chosen = st.pills(
            text.MEANS[lang],
            known,
            selection_mode="multi",
            key=key,
            format_func=lambda name: text.MEANS_NAMES[name][lang],
        )
    chosen = [each for each in known if each in chosen] or known
    remember(key, None if chosen == known else ",".join(chosen))
    return tuple(chosen)


def _attacked(sentence: str, means: tuple[str, ...]) -> Attack:
    from core.probes.attack import attack

    return attack(heavy.minilm(), recorded.found("mood"), sentence, means)


def steps(found: Attack, lang: Lang) -> go.Figure:
    """The probability after each change, the change beside its mark."""
    shares = [found.share, *(each.share for each in found.steps)]
    names = [text.AS_TYPED[lang], *(f"{each.before} → {each.after}" for each in found.steps)]
    y = (100 * np.array(shares)).round(1).astype(np.float32)
    style = {"line": {"color": CINNABAR, "width": 2.5}, "marker": {"size": 11}}
    fig = go.Figure(go.Scatter(x=names, y=y, mode="lines+markers", **style))
    fig.add_hline(50, line={"color": GREY, "dash": "dot"})
    fig.update_yaxes(title=text.POSITIVE_AXIS[lang], range=[0, 100], ticksuffix=" %")
    fig.update_xaxes(type="category")
    facts = {"n": len(found.steps), "first": percent(shares[0], lang), "last": percent(shares[-1], lang)}
    return finish(fig, (text.TURNED if found.turned else text.HELD)[lang].format(**facts), height=420)
