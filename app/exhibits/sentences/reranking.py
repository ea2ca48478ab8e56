"""Retrieve, then re-rank: the nearest answers are read again, each together with the query, and change places."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.sentences import charts
from app.exhibits.sentences import rerank_text as words
from app.house import heavy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.search.index import Hit
from core.search.reranked import COMMAND, DEEPEST, ORDERS, Reranked, both, learnt_from, reranked, verdict
from core.search.shelf import indexed

if TYPE_CHECKING:
    from core.search.cross import CrossEncoder
    from core.search.judges import Judge

LOOK = {"both": (CINNABAR, "solid"), "together": (INDIGO, "dot")}
LABEL = 48  # characters of a sentence beside its place


@dataclass(frozen=True)
class Asked:
    """A query: its nearest texts, the scores of reading each together with it, and what both took."""

    hits: tuple[Hit, ...]
    scores: tuple[float, ...]
    query: float  # seconds to read the query
    dot: float  # seconds to compare it with every vector
    pair: float  # seconds to read it together with one text

    def worths(self, by: str) -> list[float]:
        """What the answers are put in order by."""
        cosines, scores = np.array([hit.score for hit in self.hits]), np.array(self.scores)
        return (scores if by == "together" else both(cosines, scores)).tolist()


def view(asked: str, lang: Lang) -> None:
    """The answers before and after, what both ways cost, and the recorded worth of it."""
    with control("sentences_depth"):
        depth = whole("sentences_depth", words.DEPTH[lang], 2, DEEPEST, default=10)
    with control("sentences_order"):
        by = choice(
            st.segmented_control,
            words.ORDER[lang],
            list(ORDERS),
            words.ORDERS,
            lang,
            key="sentences_order",
            default="both",
            required=True,
        )
    with control("sentences_judge"):
        typed = st.text_input(words.JUDGE[lang], key="sentences_judge", bind="query-params", max_chars=96)
    named = (typed or "").strip()
    found = ask(asked, named)
    order = reordered(found.worths(by)[:depth])
    show(places(found, order, lang), key="sentences_places", alt=words.ALT[lang])
    st.dataframe(table(found, order, lang), hide_index=True, width="stretch")
    n = len(indexed().texts)
    facts = {"query": 1000 * found.query, "dot": 1000 * found.dot, "pair": 1000 * found.pair, "n": n, "depth": depth}
    spans = {"took": charts.span(depth * found.pair, lang), "all": charts.span(n * found.pair, lang)}
    meaning = words.SCORE["named" if named else "ours"][lang]
    st.caption(f"{words.COST[lang].format(**facts, **spans)} {meaning}")
    if named:  # what follows was recorded with ours
        return
    run = reranked()
    gap = run.spearman["together"] - run.spearman["apart"]
    facts = {"gap": f"{abs(gap):.3f}", "way": (words.HIGHER if gap > 0 else words.LOWER)[lang]}
    st.markdown(words.VERDICTS[verdict(run)][lang].format(learnt=learnt_from(), **facts))
    show(worth(run, by, depth, found.pair, lang), key="sentences_worth", alt=words.CURVE_ALT[lang])
    st.caption(note(run, lang))


@shared(32)
def ask(asked: str, judge: str = "") -> Asked:
    """Search by cosine, then read the nearest together with the query, by ours or a named judge; each step timed."""
    model = heavy.minilm()
    cross, index = _judge(judge), indexed()
    cross.scores([(asked, asked)])  # the first call warms up
    began = time.perf_counter()
    vector = model.embed([asked])[0]
    read = time.perf_counter()
    hits = index.nearest(vector, DEEPEST)
    compared = time.perf_counter()
    scores = cross.scores([(asked, hit.text) for hit in hits])
    took = time.perf_counter() - compared
    return Asked(hits, tuple(scores.tolist()), read - began, compared - read, took / len(hits))


def _judge(name: str) -> CrossEncoder | Judge:
    """Ours, or the hub's by its name; the last named one stays in memory."""
    from core.search.cross import ours

    return _named(name) if name else ours()


@shared(1)
def _named(name: str) -> Judge:
    from core.models import check_name
    from core.search.judges import judge

    return judge(check_name(name))


def reordered(scores: Sequence[float]) -> list[int]:
    """Places before, in the order after; equals keep theirs."""
    return sorted(range(len(scores)), key=lambda at: -scores[at])


def places(found: Asked, order: Sequence[int], lang: Lang) -> go.Figure:
    """Left the places by cosine, right the places after; what rose is red, what fell blue."""
    fig = go.Figure()
    for now, was in enumerate(order):
        hit = found.hits[was]
        colour = CINNABAR if now < was else INDIGO if now > was else GREY
        line = {"color": colour, "width": 2.5 if now == 0 else 1.5, "dash": "dot" if now > was else "solid"}
        said = f"{found.scores[was]:.2f} · {hit.score:.2f} · {hit.text}"
        marker = {"color": colour, "size": 9, "symbol": "circle" if now <= was else "circle-open"}
        course = {"x": [0, 1], "y": [was + 1, now + 1], "hovertext": said, "hoverinfo": "text"}
        fig.add_trace(go.Scatter(**course, mode="lines+markers", line=line, marker=marker))
    depth = len(order)
    shown = [was for was in order] if depth <= 15 else order[:15]
    for now, was in enumerate(shown):
        text = f"{now + 1}. {_short(found.hits[was].text)}"
        fig.add_annotation(x=1.03, y=now + 1, text=text, showarrow=False, xanchor="left", font={"size": 12})
    fig.update_xaxes(
        tickvals=[0, 1], ticktext=[words.BEFORE[lang], words.AFTER[lang]], range=[-0.12, 2.35], showgrid=False
    )
    step = 1 if depth <= 15 else 5
    fig.update_yaxes(range=[depth + 0.6, 0.4], tickvals=list(range(1, depth + 1, step)), zeroline=False)
    fig.update_layout(showlegend=False)
    moved = sum(now != was for now, was in enumerate(order))
    title = words.MOVED[lang].format(moved=moved, depth=depth, was=order[0] + 1)
    return finish(fig, title, height=140 + 24 * max(8, min(depth, 15)))


def table(found: Asked, order: Sequence[int], lang: Lang) -> pd.DataFrame:
    """The answers in their new order."""
    rows = [
        (now + 1, was + 1, round(found.scores[was], 2), round(found.hits[was].score, 2), found.hits[was].text)
        for now, was in enumerate(order)
    ]
    return pd.DataFrame(rows, columns=[column[lang] for column in words.COLUMNS.values()])


def worth(run: Reranked, by: str, depth: int, pair: float, lang: Lang) -> go.Figure:
    """Recall at 1 by how many answers are read again; the line above is what could be reached at most."""
    x = np.arange(1, len(run.among) + 1)
    fig = go.Figure(
        go.Scatter(
            x=[*x, *x[::-1]],
            y=np.concatenate([run.first_low[by], run.first_high[by][::-1]]),
            **{"fill": "toself", "mode": "none", "fillcolor": LOOK[by][0], "opacity": 0.18},
            **{"hoverinfo": "skip", "showlegend": False},
        )
    )
    ceiling = {"color": GREY, "dash": "dash"}
    fig.add_trace(go.Scatter(x=x, y=run.among, mode="lines", line=ceiling, name=words.AMONG[lang]))
    for order in sorted(ORDERS, key=lambda order: order == by):
        said = [
            words.HOVER[lang].format(depth=d, first=percent(first, lang), ms=1000 * d * pair)
            for d, first in zip(x, run.first[order], strict=True)
        ]
        colour, dash = LOOK[order]
        line = {"color": colour, "dash": dash, "width": 3 if order == by else 1.5}
        hover = {"hovertext": said, "hoverinfo": "text", "name": words.ORDERS[order][lang]}
        fig.add_trace(go.Scatter(x=x, y=run.first[order], mode="lines", line=line, **hover))
    here, own = {"color": LOOK[by][0], "size": 13}, run.first[by]
    fig.add_trace(go.Scatter(x=[depth], y=[own[depth - 1]], mode="markers", marker=here, showlegend=False))
    fig.update_xaxes(title=words.DEPTH_AXIS[lang], range=[0, len(x) + 1])
    fig.update_yaxes(title=words.FIRST_AXIS[lang], tickformat=".0%")
    facts = {"before": percent(own[0], lang), "after": percent(own[depth - 1], lang), "depth": depth}
    return finish(fig, words.CURVE[lang].format(**facts), height=380)


def note(run: Reranked, lang: Lang) -> str:
    """Where the curve comes from."""
    facts = {"queries": run.queries, "sentences": run.sentences, "pairs": run.pairs, "command": COMMAND}
    for name, value in run.spearman.items():
        facts |= {name: value, f"{name}_low": run.low[name], f"{name}_high": run.high[name]}
    return words.NOTE[lang].format(**facts, date=run.date, machine=run.machine, code=run.code)


def _short(line: str) -> str:
    return line if len(line) <= LABEL else f"{line[: LABEL - 1]}…"
