"""Slips: words put in, left out or exchanged; where a reader sees them, and what few labels add."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import charts, chips
from app.exhibits.objectives import slipping_text as text
from app.exhibits.objectives.reading import strange
from app.exhibits.objectives.says import english
from app.exhibits.objectives.text import NOTHING_ASKED
from app.house.bars import bars
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, INDIGO, finish
from core.masking import Corruption, corrupt
from core.masking.corruption import flat
from core.masking.objectives import Disfluency
from core.masking.objectives.card import card
from core.masking.objectives.labels import recorded
from core.masking.objectives.replaced import REPLACED


def slips(lang: Lang) -> None:
    """The visitor's text with slips, both tasks, and the recorded study."""
    what = english(lang)
    shares = []
    for column, (name, label, usual) in zip(st.columns(3, gap="medium"), text.SLIDERS, strict=True):
        with column, control(f"objectives_{name}"):
            shares.append(slider(f"objectives_{name}", label[lang], 0, 30, default=usual) / 100)
    objective = Disfluency(*shares, vocabulary=flat(strange("en")))
    tags, pair = (corrupt(what.tokens, replace(objective, which=which), seed()) for which in (False, True))
    st.html(chips.gallery([("replaced", [("disfluency", tags)])], lang))
    stack()
    from core.masking.objectives.learned import reader

    told = reader("disfluency")
    guesses = told.answers(tags, 2)
    if not guesses:
        st.caption(NOTHING_ASKED[lang])
    else:
        chances = np.array([dict(guess.best)[REPLACED] for guess in guesses])
        show(tagged(tags, chances, lang), key="objectives_slips", alt=text.TAGGED_ALT[lang])
    (guess,) = told.answers(pair, 2)
    st.markdown(f"**{text.WHICH[lang].format(right=percent(guess.right or 0.0, lang))}**")
    st.html(bars([(chips.readable(label, lang), p) for label, p in sorted(guess.best)], lang))
    marks = card()["readers"]["disfluency"]
    facts = {name: percent(marks[name], lang) for name in ("ranked", "which")}
    st.caption(text.MARKS[lang].format(**facts, n=int(marks["asked"])))
    labelled(lang)


def tagged(made: Corruption, chances: np.ndarray, lang: Lang) -> go.Figure:
    """How likely each word is a slip; those that are one in red."""
    wrong = np.array([target == REPLACED for target in made.targets])
    facts = {
        "wrong": int(wrong.sum()),
        "n": len(wrong),
        "there": percent(chances[wrong].mean(), lang) if wrong.any() else "–",
        "else": percent(chances[~wrong].mean(), lang) if not wrong.all() else "–",
    }
    colours = np.where(wrong, CINNABAR, INDIGO)
    fig = go.Figure(go.Bar(x=[*range(len(wrong))], y=chances, marker={"color": colours}, hovertext=made.inputs))
    fig.update_xaxes(tickvals=[*range(len(wrong))], ticktext=made.inputs, tickangle=-60)
    fig.update_yaxes(title=text.CHANCE[lang], tickformat=".0%", rangemode="tozero")
    return finish(fig, text.TAGGED[lang].format(**facts), height=320)


def labelled(lang: Lang) -> None:
    """F1 of the words that a listener would strike out, by number of labelled sentences."""
    run = recorded("slips")
    sizes = " · ".join(map(str, run.sizes))
    with control("objectives_slipped"):
        at = slider("objectives_slipped", text.LABELLED[lang].format(sizes=sizes), 1, len(run.sizes), default=2) - 1
    facts = {
        "n": run.sizes[at],
        "scratch": f"{run.scratch[at].mean():.2f}",
        "pretrained": f"{run.pretrained[at].mean():.2f}",
    }
    fig = charts.few_labels(run, at, text.F1_TITLE[lang].format(**facts), lang, text.ALL_STRUCK)
    fig.update_xaxes(title=text.SENTENCES[lang])
    fig.update_yaxes(title="F1", tickformat=".1f")
    show(fig, key="objectives_f1", alt=text.F1_ALT[lang])
    about = {"kept": run.kept, "usual": f"{run.usual:.2f}", "seeds": run.scratch.shape[1], "date": run.date}
    about["gain"] = f"{(run.pretrained - run.scratch)[1:].mean():+.3f}"
    st.caption(text.F1_SAYS[lang].format(**about, code=run.code))
