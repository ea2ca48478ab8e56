"""The figures of tidying up."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, INDIGO, SEQUENTIAL, finish, scale
from core.topics.hierarchy import linkage
from core.topics.topics import Topics


def heatmap(topics: Topics, cosines: np.ndarray, lang: Lang) -> go.Figure:
    """Every topic with every other; neighbours in the tree stand side by side."""
    order = _leaves(linkage(topics), topics.C)
    names = [f"{at} · {topics.name(at, 2)}" for at in order]
    values = cosines[np.ix_(order, order)]
    heat = go.Heatmap(
        z=np.round(values, 2),
        x=names,
        y=names,
        colorscale=scale(SEQUENTIAL),
        zmin=0,
        zmax=1,
        hovertemplate="%{x}<br>%{y}<br>%{z:.2f}<extra></extra>",
        colorbar={"thickness": 10, "len": 0.5},
    )
    fig = go.Figure(heat)
    away = values - 9 * np.eye(len(values))
    i, j = np.unravel_index(away.argmax(), away.shape)
    few = topics.C <= 30
    fig.update_xaxes(showticklabels=few, tickangle=-60)
    fig.update_yaxes(showticklabels=few, autorange="reversed")
    title = text.HEAT_TITLE[lang].format(
        a=topics.name(order[i], 2), b=topics.name(order[j], 2), cosine=float(away[i, j])
    )
    return finish(fig, title, height=600)


def dendrogram(topics: Topics, table: np.ndarray, height: float, groups: int, lang: Lang) -> go.Figure:
    """The tree from left (alike) to right; what lies left of the line becomes one topic."""
    C = topics.C
    order = _leaves(table, C)
    y = {topic: float(at) for at, topic in enumerate(order)}
    x = dict.fromkeys(range(C), 0.0)
    parts: dict[bool, tuple[list[float | None], list[float | None]]] = {True: ([], []), False: ([], [])}
    for at, (left, right, high, _) in enumerate(table):
        a, b = int(left), int(right)
        xs, ys = parts[bool(high <= height)]
        xs += [x[a], high, high, x[b], None]
        ys += [y[a], y[a], y[b], y[b], None]
        x[C + at], y[C + at] = float(high), (y[a] + y[b]) / 2
    fig = go.Figure()
    for below, colour, width in ((True, INDIGO, 2.2), (False, GREY, 1.2)):
        xs, ys = parts[below]
        fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip"))
    fig.add_vline(height, line={"color": CINNABAR, "width": 2, "dash": "dash"})
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.HEIGHT[lang])
    names = [f"{topics.name(topic, 2)}" for topic in order]
    fig.update_yaxes(tickvals=list(range(C)), ticktext=names, tickfont={"size": 10})
    fig = finish(fig, text.CUT_TITLE[lang].format(before=C, after=groups), height=max(420, 13 * C + 120))
    return fig.update_layout(margin={"l": 150, "r": 16})


def before_after(before: Topics, after: Topics, lang: Lang) -> go.Figure:
    """Sizes of topics before, and what each was given."""
    more = np.bincount(after.labels[(before.labels < 0) & (after.labels >= 0)], minlength=before.C)
    order = np.argsort(-more, kind="stable")[:20]
    names = [f"{topic} · {before.name(int(topic), 2)}" for topic in order]
    fig = go.Figure()
    fig.add_trace(go.Bar(y=names, x=before.sizes[order], orientation="h", marker_color=FAINT, name=text.BEFORE[lang]))
    given = {"color": CINNABAR, "pattern": {"shape": "/"}}
    fig.add_trace(go.Bar(y=names, x=more[order], orientation="h", marker=given, name=text.GIVEN[lang]))
    fig.update_layout(barmode="stack")
    fig.update_xaxes(title=text.DOCUMENTS[lang])
    fig.update_yaxes(autorange="reversed")
    facts = {"before": percent(before.outliers, lang), "after": percent(after.outliers, lang)}
    return finish(fig, text.HOMES_TITLE[lang].format(**facts), height=560).update_layout(margin={"l": 170, "r": 16})


def _leaves(table: np.ndarray, C: int) -> list[int]:
    """Topics in the order in which a tree is drawn without crossings."""
    members = [[topic] for topic in range(C)]
    for left, right, *_ in table:
        members.append(members[int(left)] + members[int(right)])
    return members[-1]
