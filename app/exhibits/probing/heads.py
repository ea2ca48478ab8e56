"""Heads and relations: the best attention head for each relation, against a fixed distance."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import layers
from app.exhibits.probing import more_text as text
from app.house.figures import Ready, ready, show
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.probes import recorded
from core.probes.recorded import Heads


def view(lang: Lang) -> None:
    """Bars, the table, the words."""
    found: Heads = recorded.found("heads-minilm")
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        show(bars(lang), key="probing_heads", alt=text.HEADS_ALT[lang])
    with desk:
        st.markdown(text.HEADS_SAYS[lang])
        st.dataframe(table(found, lang), hide_index=True, width="stretch", height=360)
    layers.note(found.about, "heads-minilm", lang, "halves")


@lru_cache(maxsize=2)
def bars(lang: Lang) -> Ready:
    """Three marks a relation."""
    found: Heads = recorded.found("heads-minilm")
    random = {each.relation: each.score for each in found.random}
    names = [each.relation for each in found.found]
    fig = go.Figure()
    for name, values, colour, symbol in (
        (text.BEST_NAME, [each.score for each in found.found], CINNABAR, "circle"),
        (text.FIXED_NAME, [each.fixed for each in found.found], INDIGO, "diamond"),
        (text.RANDOM_HEAD, [random.get(each) for each in names], GREY, "x"),
    ):
        marker = {"size": 11, "color": colour, "symbol": symbol}
        x = [None if each is None else round(100 * each, 1) for each in values]
        fig.add_trace(go.Scatter(x=x, y=names, mode="markers", name=name[lang], marker=marker))
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(range=[0, 100], ticksuffix=" %")
    best = max(found.found, key=lambda each: each.score - each.fixed)
    facts = {"relation": best.relation, "layer": best.layer + 1, "head": best.head + 1}
    facts |= {"share": percent(best.score, lang), "fixed": percent(best.fixed, lang)}
    title = text.HEADS_TITLE[lang].format(**facts).replace(", a fixed", ",<br>a fixed").replace("，固定", "，<br>固定")
    fig = finish(fig, title, height=140 + 26 * len(names))
    return ready(fig.update_layout(margin={"l": 90}))


def table(found: Heads, lang: Lang) -> pd.DataFrame:
    """Every relation with its head."""
    rows = [
        (
            each.relation,
            f"{each.layer + 1}·{each.head + 1}",
            (text.UP if each.upward else text.DOWN)[lang],
            percent(each.score, lang),
            f"{percent(each.fixed, lang)} ({each.offset:+d})",
            each.n,
        )
        for each in sorted(found.found, key=lambda each: float(np.subtract(each.fixed, each.score)))
    ]
    return pd.DataFrame(rows, columns=[label[lang] for label in text.HEADS_COLUMNS])
