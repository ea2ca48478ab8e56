"""A text rebuilt from others: how near each is, where each piece looks, and what is lost without one of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import rewriting_text as text
from app.house.figures import show
from app.house.heavy import stack
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang
from app.theme import SEQUENTIAL, finish, scale
from core.masking.rewriting.card import card

MOST = 6  # lines


def gathering(lang: Lang) -> None:
    """The text, its evidence, and what the evidence gives."""
    left, right = st.columns(2, gap="medium")
    with left, control("objectives_wanted"):
        said = st.text_input(
            text.WANTED[lang],
            key="objectives_wanted",
            bind="query-params",
            max_chars=200,
            placeholder=text.SOME_WANTED[lang],
        )
    with right, control("objectives_evidence"):
        given = st.text_area(
            text.EVIDENCE[lang],
            key="objectives_evidence",
            bind="query-params",
            max_chars=1_000,
            placeholder=text.SOME_EVIDENCE[lang],
            height=130,
        )
    if bool(said.strip()) != bool(given.strip()):
        st.info(text.NO_EVIDENCE[lang])
        return
    wanted = said.strip() or text.SOME_WANTED[lang]
    lines = tuple(line.strip() for line in (given if said.strip() else text.SOME_EVIDENCE[lang]).splitlines())
    lines = tuple(filter(None, lines))[:MOST]
    stack()
    found, lost = rebuilt(wanted, lines)
    facts = {"text": plain(found.text), "nats": f"{found.nats:.2f}", "line": int(found.shares.mean(1).argmax()) + 1}
    st.markdown(f"**{text.REBUILT_TITLE[lang].format(**facts)}**")
    show(looks(found, lang), key="objectives_looks", alt=text.LOOKS_ALT[lang])
    shares = [percent(each, lang) for each in found.shares.mean(1)]
    near = [f"{each:.2f}" for each in found.relevance]
    costs = ["–" if each is None else f"{each:+.2f}" for each in lost]
    rows = list(zip(range(1, len(lines) + 1), lines, near, shares, costs, strict=True))
    st.dataframe(pd.DataFrame(rows, columns=[each[lang] for each in text.GATHER_COLUMNS]), hide_index=True)
    marks, made = card()["marks"]["evidence"], card()["made"]["evidence"]
    facts = {
        "beta": f"{found.beta:.1f}",
        "asked": int(marks["asked"]),
        "nats": f"{marks['nats']:.2f}",
        "without": f"{marks['nats_without']:.2f}",
        "found": percent(marks["found"], lang),
        "letters": percent(marks["found_by_letters"], lang),
        "chance": percent(marks["found_by_chance"], lang),
    }
    st.caption(text.GATHER_SAYS[lang].format(**facts, **{name: made[name] for name in ("steps", "date", "code")}))


@shared(128)
def rebuilt(wanted: str, lines: tuple[str, ...]):
    """The text rebuilt, and the nats that each line saves; None where there is no other."""
    from core.masking.rewriting.evidence import rebuild

    found = rebuild(wanted, lines)
    without = [lines[:at] + lines[at + 1 :] for at in range(len(lines))]
    return found, [rebuild(wanted, rest).nats - found.nats if rest else None for rest in without]


def looks(found, lang: Lang) -> go.Figure:
    """Shares of attention: a row a line of evidence, a column a piece."""
    pieces = [piece if piece != "[SEP]" else text.END[lang] for piece in found.wanted]
    lines = [f"{text.LINES[lang]} {at}" if lang == "en" else f"第 {at} 条" for at in range(1, len(found.shares) + 1)]
    fig = go.Figure(
        go.Heatmap(
            z=np.round(found.shares, 3),
            y=lines,
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            zmax=1,
            xgap=1,
            ygap=1,
            colorbar={"tickformat": ".0%", "thickness": 12},
            hovertemplate="%{y}: %{z:.0%}<extra></extra>",
        )
    )
    fig.update_xaxes(tickvals=[*range(len(pieces))], ticktext=pieces, title=text.PIECES[lang], showgrid=False)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return finish(fig, text.LOOKS_TITLE[lang], height=180 + 32 * len(lines)).update_layout(margin_l=80)
