"""Results in, figures out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.masking import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, FAINT, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.masking.parameters import Term
from core.masking.recorded import Answer

if TYPE_CHECKING:  # these bring torch, which the first picture does without
    from core.masking.compare import Compared
    from core.masking.depth import Lens
    from core.masking.inputs import Inputs
    from core.masking.joint import Table
    from core.masking.meanings import Meanings
    from core.masking.surprise import Surprise

DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
GAPS = 3  # drawn side by side


def bars(found: Answer, hidden: Sequence[str], k: int, lang: Lang, pieces: int = 1) -> go.Figure:
    """The best words of each gap, and a hollow bar for all the others together."""
    n = min(len(found.words), GAPS)
    titles = [text.GAP[lang].format(n=gap + 1) for gap in range(n)] if n > 1 else None
    fig = make_subplots(cols=n, subplot_titles=titles, horizontal_spacing=0.16)
    for gap in range(n):
        names, shares = found.words[gap][:k], found.probabilities[gap][:k]
        real = hidden[gap].lower() if gap < len(hidden) else ""
        rest = found.rest(gap, k)
        labels = [f"<b>{escape(name)}</b>" if name.lower() == real else escape(name) for name in names]
        others = f"{found.pieces - len(names):,}"
        label_rest = text.REST[lang].format(n=others) if pieces == 1 else text.REST_LONGER[lang]
        fig.add_bar(
            x=[*shares, rest],
            y=list(range(len(names) + 1)),
            orientation="h",
            marker={
                "color": [*(INK if name.lower() == real else CINNABAR for name in names), "rgba(0,0,0,0)"],
                "line": {"color": GREY, "width": [*([0] * len(names)), 1.5]},
            },
            text=[percent(share, lang) for share in (*shares, rest)],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{text}<extra></extra>",
            row=1,
            col=gap + 1,
        )
        fig.update_yaxes(
            tickvals=list(range(len(names) + 1)),
            ticktext=[*labels, label_rest],
            range=[len(names) + 0.6, -0.6],
            row=1,
            col=gap + 1,
        )
        fig.update_xaxes(range=[0, 1.15 * max(*shares, rest)], showticklabels=False, showgrid=False, row=1, col=gap + 1)
    fig.update_layout(showlegend=False)
    return finish(fig, title(found, hidden, lang, pieces), height=90 + 30 * (k + 1))


def title(found: Answer, hidden: Sequence[str], lang: Lang, pieces: int = 1) -> str:
    """What is seen in the first gap; the bits are those of single pieces."""
    best, share = found.words[0][0], percent(found.probabilities[0][0], lang)
    facts = {"best": escape(best), "share": share, "bits": found.entropy[0]}
    real = hidden[0].lower() if hidden else ""
    if pieces > 1:
        return text.TITLE_LONGER[lang].format(**facts)
    if real and real == best.lower():
        return text.TITLE_RIGHT[lang].format(**facts)
    return text.TITLE_FILL[lang].format(**facts)


def pairs(found: Table, lang: Lang) -> go.Figure:
    """All pairs of two gaps, as if independent, and read again after the first."""
    fig = make_subplots(cols=2, subplot_titles=[text.INDEPENDENT[lang], text.ORDERED[lang]], horizontal_spacing=0.14)
    top = float(max(found.independent.max(), found.ordered.max()))
    for col, grid in enumerate((found.independent, found.ordered), 1):
        fig.add_heatmap(
            z=grid,
            x=[escape(word) for word in found.second],
            y=[escape(word) for word in found.first],
            text=[[percent(float(cell), lang) for cell in row] for row in grid],
            texttemplate="%{text}",
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            zmax=top,
            showscale=False,
            hovertemplate="%{y} … %{x}: %{text}<extra></extra>",
            row=1,
            col=col,
        )
        fig.update_yaxes(autorange="reversed", row=1, col=col)
    i, j = np.unravel_index(found.ordered.argmax(), found.ordered.shape)
    gain = found.ordered[i, j] / found.independent[i, j]
    facts = {"first": escape(found.first[i]), "second": escape(found.second[j]), "times": f"{gain:.3g}"}
    return finish(fig, text.PAIRS_TITLE[lang].format(**facts), height=390)


def layers(found: Lens, lang: Lang) -> go.Figure:
    """The final words, followed through the layers."""
    fig = go.Figure()
    L = len(found.best) - 1
    for i, word in enumerate(found.watched):
        fig.add_scatter(
            x=list(range(L + 1)),
            y=found.probabilities[:, i].round(5),
            name=escape(word),
            mode="lines+markers",
            line={"color": CATEGORIES[i], "dash": DASHES[i]},
            customdata=found.ranks[:, i],
            hovertemplate=f"{escape(word)}: %{{y:.1%}}, #%{{customdata}}<extra></extra>",
        )
    fig.update_xaxes(
        title=text.LAYER[lang],
        tickvals=list(range(L + 1)),
        ticktext=[f"{i}<br>{escape(b)}" for i, b in enumerate(found.best)],
    )
    fig.update_yaxes(title=text.PROBABILITY[lang], tickformat=".0%", rangemode="tozero")
    facts = {"word": escape(found.watched[0]), "layer": found.appears, "L": L}
    return finish(fig, text.LAYERS_TITLE[lang].format(**facts), height=400)


def surprises(found: Surprise, lang: Lang) -> go.Figure:
    """Bits per token, and what the model expected."""
    shown = [escape(found.tokens.shown[at]) for at in found.positions]
    fig = go.Figure(
        go.Bar(
            x=list(range(len(shown))),
            y=found.bits.round(2),
            marker={"color": CINNABAR},
            customdata=[escape(each) for each in found.expected],
            hovertemplate="%{y:.1f} " + text.BIT[lang] + " · " + text.EXPECTED[lang] + " %{customdata}<extra></extra>",
        )
    )
    fig.add_hline(y=float(found.bits.mean()), line={"color": GREY, "dash": "dash", "width": 1})
    fig.update_xaxes(tickvals=list(range(len(shown))), ticktext=shown)
    fig.update_yaxes(title=text.BITS[lang])
    worst = int(found.bits.argmax())
    facts = {"token": shown[worst], "bits": float(found.bits[worst]), "perplexity": found.perplexity}
    return finish(fig, text.SURPRISE_TITLE[lang].format(**facts), height=360)


def scatter(found: Compared, names: tuple[str, str], lang: Lang, named: int = 8) -> go.Figure:
    """Every word of the vocabulary: to the side that makes it likelier, as high as it is likely in both together.

    Positions are whole hundredths, two bytes each: thirty thousand points in 160 kB.
    """
    floor = 1e-12
    side = np.log2(np.maximum(found.second, floor) / np.maximum(found.first, floor))
    height = np.log10(np.maximum((found.first + found.second) / 2, floor))
    left, right = found.outliers(named)
    fig = go.Figure()
    fig.add_scattergl(
        x=np.round(side * 100).astype(np.int16),
        y=np.round(height * 100).astype(np.int16),
        mode="markers",
        marker={"size": 3, "color": FAINT, "opacity": 0.35},
        hoverinfo="skip",
    )
    for at, colour, symbol, position in (
        (left, CINNABAR, "circle", "middle left"),
        (right, INDIGO, "diamond", "middle right"),
    ):
        fig.add_scatter(
            x=np.round(side[at] * 100),
            y=np.round(height[at] * 100),
            mode="markers+text",
            text=[escape(found.pieces[i]) for i in at],
            textposition=position,
            marker={"size": 8, "color": colour, "symbol": symbol},
            customdata=np.stack([found.first[at], found.second[at]], 1),
            hovertemplate="%{text}: %{customdata[0]:.2%} · %{customdata[1]:.2%}<extra></extra>",
        )
    reach = 100 * max(1.0, 1.6 * float(np.abs(side[[*left, *right]]).max()))
    bits = max(1, round(reach / 400))
    ticks = [each for each in range(-6 * bits, 6 * bits + 1, bits) if abs(100 * each) <= reach]
    fig.add_vline(x=0, line={"color": GREY, "dash": "dash", "width": 1})
    fig.update_xaxes(
        title=f"← {escape(names[0])}<br>{escape(names[1])} →",
        tickvals=[100 * each for each in ticks],
        ticktext=[f"×{2 ** abs(each):,}" if each else "=" for each in ticks],
        range=[-reach, reach],
    )
    powers = range(-6, 1)
    spelled = ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"]
    fig.update_yaxes(
        title=text.PROBABILITY[lang], tickvals=[100 * p for p in powers], ticktext=spelled, range=[-620, 20]
    )
    facts = {
        "first": escape(found.pieces[left[0]]) if left else "–",
        "second": escape(found.pieces[right[0]]) if right else "–",
        "bits": found.divergence,
    }
    fig = finish(fig, text.COMPARE_TITLE[lang].format(**facts), height=540)
    return fig.update_layout(showlegend=False)


def senses(found: Meanings, groups: Sequence[int], lang: Lang) -> go.Figure:
    """One point a sentence, on the plane in which they differ most."""
    fig = go.Figure()
    symbols = ("circle", "diamond", "square")
    for group in sorted(set(groups)):
        at = [i for i, each in enumerate(groups) if each == group]
        fig.add_scatter(
            x=found.plane[at, 0].round(3),
            y=found.plane[at, 1].round(3),
            mode="markers+text",
            text=[str(i + 1) for i in at],
            textposition="top center",
            marker={"size": 12, "color": CATEGORIES[group], "symbol": symbols[group % 3]},
            customdata=[escape(found.sentences[i]) for i in at],
            hovertemplate="%{customdata}<extra></extra>",
            name=text.SENSE[lang].format(n=group + 1),
        )
    fig.update_xaxes(title=text.PLANE[lang].format(n=1), zeroline=False)
    fig.update_yaxes(title=text.PLANE[lang].format(n=2), zeroline=False)
    return finish(fig, senses_title(found, groups, lang), height=420)


def senses_title(found: Meanings, groups: Sequence[int], lang: Lang) -> str:
    right, n = neighbours(found, groups)
    return text.SENSES_TITLE[lang].format(word=escape(found.word), right=right, n=n)


def neighbours(found: Meanings, groups: Sequence[int]) -> tuple[int, int]:
    """In how many sentences the nearest other one, by cosine in the full space, means the same; and of how many."""
    cosines = found.cosines - 2 * np.eye(len(groups))
    nearest = cosines.argmax(1)
    return int(sum(groups[i] == groups[j] for i, j in enumerate(nearest))), len(groups)


def added(found: Inputs, lang: Lang, width: int = 48) -> go.Figure:
    """The three vectors of every token and their sum, the first features."""
    rows = (found.piece, found.segment, found.place, found.total)
    fig = make_subplots(
        rows=4,
        subplot_titles=[text.INPUT_ROWS[name][lang] for name in ("piece", "segment", "place", "total")],
        vertical_spacing=0.07,
    )
    top = float(np.abs(found.total[:, :width]).max())
    for row, part in enumerate(rows, 1):
        fig.add_heatmap(
            z=part[:, :width].round(3),
            colorscale=text.DIVERGING_SCALE,
            zmin=-top,
            zmax=top,
            showscale=False,
            hovertemplate="%{y} · %{x}: %{z:.3f}<extra></extra>",
            row=row,
            col=1,
        )
        labels = [escape(piece) for piece in found.tokens.shown]
        fig.update_yaxes(tickvals=list(range(len(labels))), ticktext=labels, autorange="reversed", row=row, col=1)
    return finish(fig, added_title(found, lang), height=120 + 4 * max(90, 19 * len(found.tokens.ids)))


def added_title(found: Inputs, lang: Lang) -> str:
    return text.INPUT_TITLE[lang].format(T=len(found.tokens.ids), D=found.piece.shape[1])


def sizes(found: Sequence[Term], lang: Lang) -> go.Figure:
    """Parameters by term, the largest first."""
    order = sorted(found, key=lambda term: term.total)
    fig = go.Figure(
        go.Bar(
            x=[term.total for term in order],
            y=[text.SIZE_TERMS[term.name][lang] for term in order],
            orientation="h",
            marker={"color": INDIGO},
            text=[f"{term.total:,}" for term in order],
            textposition="outside",
            cliponaxis=False,
            customdata=[f"{term.times} × ({term.formula})" if term.times > 1 else term.formula for term in order],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    whole = sum(term.total for term in found)
    fig.update_xaxes(showticklabels=False, showgrid=False, range=[0, 1.25 * max(term.total for term in found)])
    largest = order[-1]
    facts = {
        "name": text.SIZE_TERMS[largest.name][lang],
        "share": percent(largest.total / whole, lang),
        "n": f"{whole:,}",
    }
    return finish(fig, text.SIZE_TITLE[lang].format(**facts), height=60 + 34 * len(order))
