"""The figures of the kinds of attention with names of their own: numbers in, a figure out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from jaxtyping import Float
from plotly.subplots import make_subplots

from app.exhibits.attention import kinds_text as text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, SEQUENTIAL, finish, scale
from core.attention.hierarchy import Weighed
from core.attention.kinds import entropy

NAMED = 24  # tokens that can stand along an axis


def heat(weights: Float[np.ndarray, "N M"], *, most: float | None = None, said: bool = False) -> go.Heatmap:
    """Shares from paper to indigo, over whole numbers; the axes are named by :func:`along`."""
    return go.Heatmap(
        z=weights.round(4).astype(np.float32),
        zmin=0,
        zmax=most or float(np.nanmax(weights)) or 1,
        colorscale=scale(SEQUENTIAL),
        showscale=False,
        xgap=1,
        ygap=1,
        texttemplate="%{z:.2f}" if said else None,
        hoverongaps=False,
        hovertemplate="%{y} · %{x}: %{z:.3f}<extra></extra>",
    )


def along(names: Sequence[str]) -> dict:
    """An axis with a name at every whole number, where they fit."""
    shown = len(names) <= NAMED
    return {"tickvals": list(range(len(names))), "ticktext": list(names), "showticklabels": shown, "showgrid": False}


def pair(
    left: np.ndarray,
    right: np.ndarray,
    tops: tuple[str, str],
    names: tuple[Sequence[str], Sequence[str]],
    title: str,
    *,
    shared: bool = True,
    height: int = 460,
) -> go.Figure:
    """Two heat maps side by side; ``names`` are those of the rows and columns of the left one."""
    fig = make_subplots(rows=1, cols=2, shared_yaxes=shared, subplot_titles=tops, horizontal_spacing=0.06)
    most = float(max(left.max(), right.max())) if shared else None  # one scale, so that cells can be compared
    fig.add_trace(heat(left, most=most), 1, 1)
    fig.add_trace(heat(right, most=most), 1, 2)
    fig.update_yaxes(autorange="reversed")
    fig.update_yaxes(**along(names[0]), col=1)
    fig.update_xaxes(**along(names[1]), tickangle=-60, col=1)
    if shared:
        fig.update_xaxes(**along(names[1]), tickangle=-60, col=2)
    else:
        fig.update_xaxes(showgrid=False, col=2)
        fig.update_yaxes(showgrid=False, showticklabels=False, col=2)
    return finish(fig, title, height=height)


def over(
    columns: np.ndarray, trust: np.ndarray, found: np.ndarray, names: tuple[Sequence[str], Sequence[str]], lang: Lang
) -> go.Figure:
    """How each question word spreads over the text, and what comes of it with and without trust."""
    words, asked = names
    fig = make_subplots(rows=1, cols=2, shared_yaxes=True, horizontal_spacing=0.04, column_widths=[0.6, 0.4])
    fig.add_trace(heat(columns), 1, 1)
    places, even = np.arange(len(words)), columns.mean(1)
    for name, values, colour, pattern in ((text.TRUSTED, found, CINNABAR, ""), (text.EVEN, even, GREY, "/")):
        marker = {"color": colour, "pattern": {"shape": pattern}}
        x = values.round(4).astype(np.float32)
        hover = f"{name[lang]}: %{{x:.3f}}<extra></extra>"
        bar = go.Bar(x=x, y=places, orientation="h", name=name[lang], marker=marker, hovertemplate=hover)
        fig.add_trace(bar, 1, 2)
    fig.update_yaxes(autorange="reversed")
    fig.update_yaxes(**along(words), col=1)
    said = [f"{word} {percent(float(share), lang)}" for word, share in zip(asked, trust, strict=True)]
    fig.update_xaxes(**along(said), tickangle=-60, col=1)
    fig.update_xaxes(tickformat=".0%", nticks=4, col=2)
    best, most = int(found.argmax()), int(trust.argmax())
    facts = {"trusted": asked[most], "trust": percent(float(trust[most]), lang), "best": words[best]}
    facts |= {"share": percent(float(found[best]), lang), "plain": percent(float(even[best]), lang)}
    return finish(fig, text.OVER_TITLE[lang].format(**facts), height=480)


def rows(
    weights: np.ndarray, labels: Sequence[str], names: Sequence[str], title: str, axis: str = "", *, height: int = 340
) -> go.Figure:
    """A row for each step, a column for each token."""
    fig = go.Figure(heat(weights, said=weights.shape[1] <= 14))
    fig.update_yaxes(autorange="reversed", title=axis, **along(labels))
    fig.update_xaxes(**along(names), tickangle=-60)
    return finish(fig, title, height=height)


def document(found: Weighed, lang: Lang) -> go.Figure:
    """A column for each sentence, its words going down: so they can be read on a phone, too."""
    longest = max(map(len, found.sentences))
    z = np.full((longest, len(found.sentences)), np.nan)
    said = np.full(z.shape, "", dtype=object)
    for at, (tokens, weights) in enumerate(zip(found.sentences, found.words, strict=True)):
        z[: len(tokens), at], said[: len(tokens), at] = weights, tokens
    cells = heat(z)
    cells.update(text=said, texttemplate="%{text}", hovertemplate="%{text}: %{z:.3f}<extra></extra>")
    fig = go.Figure(cells)
    labels = [
        text.SENTENCE_COLUMN[lang].format(at=at, share=percent(float(share), lang))
        for at, share in enumerate(found.shares, 1)
    ]
    fig.update_xaxes(**along(labels))
    fig.update_yaxes(autorange="reversed", visible=False)
    at = int(found.shares.argmax())
    word = int(found.words[at].argmax())
    facts = {"at": at + 1, "share": percent(float(found.shares[at]), lang), "word": found.sentences[at][word]}
    facts |= {"inner": percent(float(found.words[at][word]), lang), "positive": percent(found.positive, lang)}
    return finish(fig, text.HIERARCHICAL_TITLE[lang].format(**facts), height=160 + 30 * longest)


def floors(found: list[tuple[int, np.ndarray]], names: Sequence[str], word: str, lang: Lang) -> go.Figure:
    """Every floor over the words that its windows hold."""
    T = len(names)
    z = np.stack([np.repeat(weights, length)[:T] for length, weights in found])
    labels = [text.FLOOR[lang].format(n=length) for length, _ in found]
    windows = [
        [" ".join(names[at // length * length : at // length * length + length]) for at in range(T)]
        for length, _ in found
    ]
    cells = heat(z)
    cells.update(customdata=windows, hovertemplate="%{customdata}: %{z:.3f}<extra></extra>", xgap=0)
    fig = go.Figure(cells)
    fig.update_yaxes(autorange="reversed", **along(labels))
    fig.update_xaxes(**along(names), tickangle=-60)
    best = [window[int(row.argmax())] for window, row in zip(windows, z, strict=True)]
    title = text.PYRAMID_ONE[lang].format(word=word)
    if len(best) > 1:
        title = text.PYRAMID_TITLE[lang].format(word=word, one=best[0], two=best[1])
    return finish(fig, title, height=170 + 52 * len(z))


def effective(weights: np.ndarray) -> float:
    """How many columns a row spreads over, as a mean: two to the power of its entropy."""
    return float((2 ** entropy(weights)).mean())


def history(dots: Sequence[tuple[str, int, str, bool]], lang: Lang) -> go.Figure:
    """Id, year, name, and whether attention is read as alignment; dots of one year are stacked, ids go with a click."""
    fig, placed = go.Figure(), []
    height = dict.fromkeys(sorted(year for _, year, _, _ in dots), 0)
    for dot in sorted(dots, key=lambda dot: (dot[1], not dot[3])):
        height[dot[1]] += 1
        placed.append((dot, height[dot[1]]))
    for aligned, label, colour, symbol in (
        (True, text.ALIGNING, CINNABAR, "circle"),
        (False, text.REMEMBERING, INDIGO, "diamond"),
    ):
        own = [(dot, up) for dot, up in placed if dot[3] == aligned]
        fig.add_trace(
            go.Scatter(
                x=[dot[1] for dot, _ in own],
                y=[up for _, up in own],
                mode="markers",
                name=label[lang],
                text=[dot[2] for dot, _ in own],
                customdata=[[dot[0]] for dot, _ in own],
                hovertemplate="%{text}, %{x}<extra></extra>",
                marker={"size": 18, "symbol": symbol, "color": colour},
            )
        )
    fig.update_yaxes(visible=False, range=[0.3, max(height.values()) + 0.7])
    fig.update_xaxes(title=text.YEAR[lang], dtick=1)
    year = max(height, key=lambda each: height[each])
    facts = {"n": len(dots), "first": min(height), "last": max(height), "most": height[year], "year": year}
    fig = finish(fig, text.HISTORY_TITLE[lang].format(**facts), height=400)
    return fig.update_layout(clickmode="event+select")
