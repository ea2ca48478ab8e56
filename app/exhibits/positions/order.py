"""The same words in two orders: read with positions, and with the table taken away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.positions import text
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import scientific
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, GREY, finish
from core.positions.recorded import SENTENCES, Order
from core.positions.recorded import order as recorded

READ: Shared[Order] = Shared(2**22, lambda found: found.apart.nbytes + 4096)
LONGEST = 200  # characters


def view(lang: Lang) -> None:
    """Two sentences, a switch, and how far each word's state moves."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        first, second = (
            _typed(key, label, default, lang)
            for key, label, default in (
                ("positions_first", text.FIRST, SENTENCES[0]),
                ("positions_second", text.SECOND, SENTENCES[1]),
            )
        )
        with control("positions_added"):
            added = choice(
                st.segmented_control,
                text.ADDED[lang],
                list(text.ADDED_NAMES),
                text.ADDED_NAMES,
                lang,
                key="positions_added",
                default="with",
                required=True,
            )
    found = read(first, second)
    with stage:
        show(moved(found, added, lang), key="positions_order", alt=text.ORDER_ALT[lang])
    with desk:
        facts = {
            "with_": found.cosines[0],
            "without": found.cosines[1],
            "most": scientific(float(found.apart[1].max()), 0),
        }
        st.markdown(text.ORDER_SAYS[lang].format(**facts))
        live = (first, second) != SENTENCES
        st.caption((text.ORDER_LIVE if live else text.ORDER_NOTE)[lang].format(model=found.model, date=found.date))


def _typed(key: str, label, default: str, lang: Lang) -> str:
    with control(key):
        typed = st.text_input(label[lang], key=key, bind="query-params", max_chars=LONGEST, placeholder=default)
    return (typed or "").strip() or default


def read(first: str, second: str) -> Order:
    """The recorded pair, or MiniLM at work."""
    if (first, second) == SENTENCES:
        return recorded()
    return READ.get((first, second), lambda: _live(first, second))


def _live(first: str, second: str) -> Order:
    models = heavy.stack()
    from core.positions.minilm import order

    return order(first, second, models.common())


def moved(found: Order, added: str, lang: Lang) -> go.Figure:
    """Relative distance between a piece's states in the two orders, layer by layer."""
    with_, without = found.apart
    shown, colour, dash = (with_, CINNABAR, "solid") if added == "with" else (without, GREY, "dash")
    layers = np.arange(len(shown))
    fig = go.Figure()
    symbols = ("circle", "square", "diamond", "cross", "x", "triangle-up", "star", "hexagon")
    for at, piece in enumerate(found.pieces):
        name = f"{piece} ({at + 1})"
        style = {
            "line": {"color": colour, "width": 1.5, "dash": dash},
            "marker": {"symbol": symbols[at % 8], "size": 8},
        }
        y = np.round(shown[:, at], 4).astype(np.float32)
        hover = {"hovertemplate": "%{x}: %{y:.3f}", "showlegend": False}
        fig.add_trace(go.Scatter(x=layers, y=y, mode="lines+markers", name=name, **style, **hover))
    for y, names in beside(shown[-1], found.pieces, 0.045 * float(with_.max())):
        fig.add_annotation(x=layers[-1], y=y, text=names, xanchor="left", xshift=8, showarrow=False)
    fig.update_xaxes(title=text.LAYER_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.MOVED_AXIS[lang], range=[-0.02 * float(with_.max()), 1.08 * float(with_.max())])
    facts = {
        "least": float(shown[-1].min()),
        "most": float(shown[-1].max()),
        "tiny": scientific(float(shown[-1].max())),
    }
    title = (text.ORDER_TITLE if added == "with" else text.ORDER_TITLE_WITHOUT)[lang].format(**facts)
    return finish(fig, title, height=440).update_layout(margin_r=90)


def beside(ends: np.ndarray, pieces: Sequence[str], apart: float) -> list[tuple[float, str]]:
    """Where names stand at the right edge: lines that end closer than ``apart`` share a label, the higher one first."""
    labels: list[tuple[list[float], list[str]]] = []
    for at in map(int, np.argsort(-ends, kind="stable")):
        if labels and labels[-1][0][0] - ends[at] < apart:
            labels[-1][0].append(float(ends[at]))
            labels[-1][1].append(pieces[at])
        else:
            labels.append(([float(ends[at])], [pieces[at]]))
    return [(float(np.mean(heights)), ", ".join(names)) for heights, names in labels]
