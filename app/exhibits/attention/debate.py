"""Is it an explanation? The smallest model with attention, and another attention that gives the same answer."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.attention import more_text as text
from app.house import heavy
from app.house.figures import show
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.attention.debate import Case
from core.attention.recorded import COMMAND, MIXED, Debated, more
from core.errors import Trouble

LONGEST = 40  # tokens
CHARACTERS = 300
FOUND: Shared[Case] = Shared(2**20, lambda found: 4_000)


def view(lang: Lang) -> None:
    """A sentence, the two attentions, leave-one-out."""
    with control("attention_opinion"):
        typed = st.text_input(
            text.OPINION[lang], key="attention_opinion", bind="query-params", max_chars=CHARACTERS, placeholder=MIXED
        )
    sentence = (typed or "").strip() or MIXED
    run: Debated = more("debated")
    found = run.case if sentence == run.text else FOUND.get(sentence, lambda: _live(sentence, run))
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(both(found, lang), key="attention_debate", alt=text.DEBATE_ALT[lang])
    with desk:
        agrees = "" if np.isnan(found.agreement) else text.AGREES[lang].format(rho=found.agreement)  # one word has none
        accuracy = percent(run.pooled.accuracy, lang)
        st.markdown(text.DEBATE_SAYS[lang].format(accuracy=accuracy, agreement=agrees))
        if sentence == run.text:
            st.caption(text.MORE_NOTE[lang].format(model=run.model, date=run.date, command=f"{COMMAND} more"))
        else:
            st.caption(text.MORE_LIVE[lang].format(model=run.model))


def _live(sentence: str, run: Debated) -> Case:
    model = heavy.minilm()
    from core.attention.debate import case, vectors

    n = len(model.tokens(sentence).ids)
    if n > LONGEST:
        message = f"{n} tokens are too many; shorten the sentence to {LONGEST}."
        raise Trouble("attribution-long", message, found=n, longest=LONGEST)
    return case(run.pooled, *vectors(model, sentence))


def both(found: Case, lang: Lang) -> go.Figure:
    """Bars of the two attentions, and the change of the share."""
    places = np.arange(len(found.words))
    said = [
        text.EVIDENCE_HOVER[lang].format(word=word, odds=float(odds))
        for word, odds in zip(found.words, found.evidence, strict=True)
    ]
    fig = go.Figure()
    for name, values, colour, pattern in (
        (text.OWN_NAME, found.alpha, CINNABAR, ""),
        (text.OTHER_NAME, found.other, INDIGO, "/"),
        (text.WITHOUT_NAME, found.without, GREY, "x"),
    ):
        marker = {"color": colour, "pattern": {"shape": pattern}}
        y = values.round(4).astype(np.float32)
        hover = "%{y:.3f}<br>%{customdata}<extra></extra>"
        fig.add_trace(go.Bar(x=places, y=y, name=name[lang], marker=marker, customdata=said, hovertemplate=hover))
    fig.update_xaxes(tickvals=places, ticktext=list(found.words), tickangle=-40)
    fig.update_yaxes(title=text.SHARE_AXIS[lang], range=[-1, 1])
    title = (
        text.DEBATE_TITLE[lang]
        .format(share=percent(found.share, lang), apart=found.apart)
        .replace(": they", ":<br>they")
    )
    return finish(fig, title, height=460)
