"""The figures of the tokens exhibit: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.tokens import text
from app.exhibits.tokens.reading import Line, readable
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, FAINT, GREY, INDIGO, INK, finish
from core.tokens import MergeRun
from core.tokens.lattice import Edge, Path
from core.tokens.measure import Overlap, Sweep

WIDEST = 64  # characters of one figure


def strips(lines: Sequence[Line], title: str, lang: Lang) -> go.Figure:
    """The sentence once a tokenizer, pieces under the characters that they stand for."""
    fig = go.Figure()
    for row, line in enumerate(lines):
        at = [chip for chip in line.chips if chip.end > chip.start and chip.end <= WIDEST]
        for parity, colour in ((0, INDIGO), (1, CINNABAR)):
            mine = [chip for i, chip in enumerate(at) if i % 2 == parity]
            fig.add_trace(
                go.Bar(
                    x=[chip.end - chip.start for chip in mine],
                    base=[chip.start for chip in mine],
                    y=[row] * len(mine),
                    orientation="h",
                    text=[f"<s>{chip.shown}</s>" if chip.id is None else chip.shown for chip in mine],
                    textposition="inside",
                    insidetextanchor="middle",
                    textangle=0,
                    constraintext="none",
                    textfont={
                        "color": INK,
                        "size": [9 if chip.shown == chip.spelled and line.kind == "bytes" else 14 for chip in mine],
                    },
                    marker={"color": colour, "opacity": 0.22, "line": {"color": colour, "width": 1}},
                    hovertext=[chip.spelled for chip in mine],
                    hoverinfo="text",
                )
            )
    fig.update_layout(barmode="overlay", showlegend=False, bargap=0.25)
    names = [text.KINDS[line.kind][lang] for line in lines]
    fig.update_yaxes(tickvals=list(range(len(lines))), ticktext=names, autorange="reversed", showgrid=False)
    fig.update_xaxes(visible=False)
    return finish(fig, title, height=90 + 48 * len(lines)).update_layout(margin_l=150)


def rivals(run: MergeRun, step: int, lang: Lang) -> go.Figure:
    """The five strongest pairs of one step and what decides between them."""
    kind = run.config.kind
    rows = [row for row in run.rivals[step] if row[0] >= 0]
    names = [f"{readable(run.pieces[a], kind)} + {readable(run.pieces[b], kind)}" for a, b, *_ in rows]
    strength = run.scores(step)[: len(rows)]
    labels = [f"{i + 1} · {name}" for i, name in enumerate(names)]
    fig = go.Figure(
        go.Bar(
            x=strength,
            y=labels,
            orientation="h",
            marker={"color": [CINNABAR, *[GREY] * (len(rows) - 1)]},
            text=[f"{value:.2e}" if kind == "wordpiece" else f"{value:,.0f}" for value in strength],
            hovertext=[f"count(ab) {n:,} · count(a) {a:,} · count(b) {b:,}" for _, _, n, a, b in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed", showgrid=False)
    fig.update_xaxes(
        title=text.SCORE[lang] if kind == "wordpiece" else text.COUNT[lang], rangemode="tozero", exponentformat="power"
    )
    a, b, count, *_ = rows[0]
    words = {"step": f"{step + 1:,}", "a": readable(run.pieces[a], kind), "b": readable(run.pieces[b], kind)}
    said = text.RIVALS_SCORE if kind == "wordpiece" else text.RIVALS
    return finish(fig, said[lang].format(**words, count=f"{count:,}", score=strength[0]), height=280).update_layout(
        margin_l=130
    )


def lattice(word: str, edges: Sequence[Edge], best: Path, title: str, lang: Lang) -> go.Figure:
    """Every piece that fits as an arc over its characters; the best path thick, below the line."""
    fig, chosen = go.Figure(), set(best)
    t = np.linspace(0, np.pi, 24)
    for edge in edges:
        wide, mine = edge.end - edge.start, edge in chosen
        x = (edge.start + edge.end) / 2 - np.cos(t) * wide / 2
        y = np.sin(t) * wide * (-0.45 if mine else 0.45)
        label = text.ARC[lang].format(piece=edge.piece, p=float(np.exp(edge.logp)))
        line = {"color": CINNABAR if mine else INDIGO, "width": 3.5 if mine else 1.2}
        fig.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines", line=line, opacity=1 if mine else 0.55, hovertext=label, hoverinfo="text"
            )
        )
        if mine:
            fig.add_annotation(
                x=(edge.start + edge.end) / 2,
                y=-0.45 * wide,
                text=edge.piece,
                showarrow=False,
                yshift=-11,
                font={"color": CINNABAR},
            )
    for i, letter in enumerate(word):
        fig.add_annotation(x=i + 0.5, y=0, text=f"<b>{letter}</b>", showarrow=False, font={"size": 17, "color": INK})
    fig.update_layout(showlegend=False)
    fig.update_yaxes(visible=False)
    fig.update_xaxes(visible=False, range=[-0.3, len(word) + 0.3])
    return finish(fig, title, height=320).update_layout(margin={"l": 12, "r": 12, "b": 24})


def curves(recorded: Mapping[str, Sweep], own: Mapping[str, Sweep], lang: Lang) -> go.Figure:
    """Words lost and pieces per word over the size of the vocabulary; recorded thin, the visitor's thick."""
    fig = make_subplots(1, 2, subplot_titles=[text.LOST_AXIS[lang], text.PER_WORD_AXIS[lang]], horizontal_spacing=0.1)
    dashes = ("solid", "dot", "dashdot", "longdash")
    named = [
        (text.KINDS[kind][lang], sweep, 1.5, INDIGO, dashes[i]) for i, (kind, sweep) in enumerate(recorded.items())
    ]
    named += [
        (text.YOURS[lang].format(name=n), s, 3.0, CATEGORIES[i * 2 % 7], "solid")
        for i, (n, s) in enumerate(own.items())
    ]
    for name, sweep, width, colour, dash in named:
        for column, values in ((1, 100 * sweep.lost), (2, sweep.per_word)):
            fig.add_trace(
                go.Scatter(
                    x=sweep.sizes,
                    y=values,
                    name=name,
                    legendgroup=name,
                    showlegend=column == 1,
                    mode="lines+markers",
                    marker={"size": 5, "color": colour},
                    line={"width": width, "color": colour, "dash": dash},
                    hovertemplate="%{x:,}: %{y:.3g}",
                ),
                1,
                column,
            )
    name, head, *_ = named[-1] if own else named[0]
    same = [head] if own else list(recorded.values())  # one text: what words lose depends on the size only
    points = sorted(
        {point for each in same for point in zip(each.sizes.tolist(), (100 * each.oov).tolist(), strict=True)}
    )
    x, y = zip(*points, strict=True)
    line = {"color": GREY, "dash": "dash"}
    fig.add_trace(go.Scatter(x=x, y=y, name=text.WORD_LINE[lang], line=line, hovertemplate="%{x:,}: %{y:.3g}"), 1, 1)
    fig.update_xaxes(title=text.SIZE_AXIS[lang])
    fig.update_yaxes(rangemode="tozero")
    facts = {"size": f"{head.sizes[-1]:,}", "oov": f"{head.oov[-1]:.1%}", "lost": f"{head.lost[-1]:.1%}"}
    title = text.CURVES_TITLE[lang].format(name=name, **facts)
    return finish(fig, title, height=430)


def overlap(shared: Overlap, lang: Lang) -> go.Figure:
    """One bar in three parts."""
    parts = (
        (text.ONLY_FIRST[lang], shared.first - shared.both, INDIGO),
        (text.BOTH[lang], shared.both, FAINT),
        (text.ONLY_SECOND[lang], shared.second - shared.both, CINNABAR),
    )
    fig = go.Figure()
    for name, n, colour in parts:
        bar = go.Bar(x=[n], y=[""], orientation="h", name=name, hovertemplate=f"{name}: {n:,}<extra></extra>")
        bar.update(marker={"color": colour, "opacity": 0.75}, text=[f"{name}<br>{n:,}"])
        fig.add_trace(bar.update(textposition="inside", insidetextanchor="middle"))
    fig.update_layout(barmode="stack", showlegend=False)
    fig.update_xaxes(title=text.PIECE_COUNT[lang])
    fig.update_yaxes(visible=False)
    return finish(fig, text.OVERLAP_TITLE[lang].format(share=f"{shared.of_second:.0%}"), height=190)
