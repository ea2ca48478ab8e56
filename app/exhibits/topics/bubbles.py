"""Topics as bubbles, which BERTopic calls the intertopic map, and topics against the classes of their documents."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.topics import charts, text
from app.house.figures import points
from app.house.numbers import percent
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, INK, SEQUENTIAL, finish, scale
from core.topics.between import FEW, Between, between, per_class
from core.topics.hierarchy import similarity
from core.topics.topics import Topics

LARGEST, MARGIN = 46, 0.1  # pixels across; room around the middles, as a share of the map
NAMES, LABELS, PURE = 6, 30, 0.8  # words in the hover; classes that are named; what makes a topic one class
_laid: Shared[Between] = Shared(2**20, lambda found: found.plane.nbytes)


def overview(topics: Topics, topic: int | None, lang: Lang, *, key: str, goes: str) -> None:
    """The bubbles; a click chooses the topic, which the control hears under ``goes``."""
    seen = _laid.get(topics.digest, lambda: between(topics))
    camera = {"format": st.session_state.get("camera", "svg"), "filename": key, "scale": 2}
    event = st.plotly_chart(
        bubbles(topics, seen, topic, lang),
        theme="streamlit",
        config={
            "displaylogo": False,
            "modeBarButtonsToRemove": ["autoScale2d", "select2d", "lasso2d"],
            "toImageButtonOptions": camera,
        },
        key=f"{key}_{topics.digest}_{topic}",
        alt=text.BUBBLES_ALT[lang],
        on_select="rerun",
        selection_mode=("points",),
    )
    st.caption((text.BUBBLES_FEW if topics.C < FEW else text.BUBBLES_NOTE)[lang].format(kept=percent(seen.kept, lang)))
    hit = [p["point_index"] for p in points(event) if p["curve_number"] == 0 and p["point_index"] < topics.C]
    now = (key, topics.digest, *hit)
    if len(hit) == 1 and st.session_state.get(f"{key}_done") != now:
        st.session_state[f"{key}_done"] = now
        st.session_state[goes] = str(hit[0])
        st.rerun(scope="fragment")


def bubbles(topics: Topics, seen: Between, topic: int | None, lang: Lang) -> go.Figure:
    """Area is documents; the words stand in the hover, on the bubbles as many names as fit."""
    x, y = seen.plane.T
    colours = list(charts.marks(topics)[0])
    edge = [CINNABAR if at == topic else INK for at in range(topics.C)]
    said = [
        f"<b>{at} · {int(topics.sizes[at])}</b><br>{', '.join(word for word, _ in topics.words(at, NAMES))}"
        for at in range(topics.C)
    ]
    marker = {
        "size": topics.sizes,
        "sizemode": "area",
        "sizeref": max(int(topics.sizes.max(initial=1)), 1) / LARGEST**2,
        "sizemin": 6,
        "color": colours,
        "opacity": 0.55 if topic is None else [0.9 if at == topic else 0.25 for at in range(topics.C)],
        "line": {"color": edge, "width": [4 if at == topic else 1 for at in range(topics.C)]},
    }
    dots = go.Scatter(
        x=x, y=y, mode="markers", marker=marker, text=said, hovertemplate="%{text}<extra></extra>", name=""
    )
    fig = go.Figure(dots)
    shown = charts.apart(seen.plane, topics, (1 + 2 * MARGIN) * np.ptp(seen.plane, axis=0))
    if topic is not None:
        shown = [topic]
    names = [f"<b>{charts.short(topics, at)}</b>" for at in shown]
    font = {"color": INK, "size": 12}
    fig.add_trace(go.Scatter(x=x[shown], y=y[shown], mode="text", text=names, textfont=font, hoverinfo="skip"))
    fig.update_layout(showlegend=False)
    return finish(charts.framed(fig, seen.plane, MARGIN), _title(topics, topic, lang), height=600).update_layout(
        margin={"l": 8, "r": 8, "b": 8}
    )


def _title(topics: Topics, topic: int | None, lang: Lang) -> str:
    if topics.C < 2:
        return text.BUBBLES_ONE[lang].format(C=topics.C)
    cosines = similarity(topics) - 9 * np.eye(topics.C)
    if topic is not None:
        other = int(cosines[topic].argmax())
        facts = {"a": topics.name(topic, 2), "b": topics.name(other, 2), "n": int(topics.sizes[topic])}
        return text.BUBBLES_TOPIC[lang].format(cosine=float(cosines[topic, other]), **facts)
    a, b = (int(at) for at in np.unravel_index(cosines.argmax(), cosines.shape))
    return text.BUBBLES_TITLE[lang].format(C=topics.C, a=topics.name(a, 2), b=topics.name(b, 2))


def classes(topics: Topics, labels: Sequence[str], title: str, axis: str, lang: Lang) -> go.Figure:
    """Classes across, topics down: the share of each topic that comes from each class; hover gives the counts."""
    names, table = per_class(topics, labels)
    shares = table / np.maximum(table.sum(1, keepdims=True), 1)
    order = np.argsort(table.argmax(0) * 10_000 - table.max(0), kind="stable")  # classes in the order of their topics
    heat = go.Heatmap(
        z=np.round(shares[:, order], 2),
        x=[charts._plain(names[at][:30]) for at in order],
        y=[f"{at} · {topics.name(at, 2)}" for at in range(topics.C)],
        colorscale=scale(SEQUENTIAL),
        zmin=0,
        zmax=1,
        showscale=False,
        customdata=table[:, order],
        hovertemplate="%{x}<br>%{y}<br>%{customdata} (%{z:.0%})<extra></extra>",
    )
    fig = go.Figure(heat)
    fig.update_xaxes(title=axis, type="category", showticklabels=len(names) <= LABELS, tickangle=-60)
    fig.update_yaxes(autorange="reversed", type="category", tickfont={"size": 11 if topics.C > LABELS else 13})
    pure = int((shares.max(1) >= PURE).sum())
    said = title.format(pure=pure, C=topics.C, K=len(names), share=percent(PURE, lang))
    return finish(fig, said, height=max(320, 15 * topics.C + 140)).update_layout(margin={"l": 170, "r": 16})
