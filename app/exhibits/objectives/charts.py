"""The figures of the objectives exhibit: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.objectives import text
from app.exhibits.objectives.chips import readable
from app.i18n import Lang, Text
from app.theme import CINNABAR, FAINT, GREY, INDIGO, SEQUENTIAL, finish, scale
from core.masking import Corruption
from core.masking.objectives.labels import FewLabels

LABELLED = 40  # places whose words stand beside the rows …
BELOW = 24  # … and below the columns of all matrices together, where they are crowded sooner


def masks(made: Corruption, title: str, lang: Lang) -> go.Figure:
    """Who may look at whom: one matrix, or two side by side (two streams, or encoder and decoder)."""
    shown = [(made.inputs, layer) for layer in made.attention_mask]
    streams = (text.CONTENT, text.QUERY) if made.order else (text.FROM_REST, text.FROM_ENDS)
    names = [stream[lang] for stream in streams] if len(shown) == 2 else [""]
    more = made.decoder or made.other
    if more is not None:
        shown.append((more.inputs, more.attention_mask[0]))
        names = ["", text.DECODER_SEES[lang] if made.decoder else text.VIEW_TWO[lang]]
    fig = make_subplots(1, len(shown), subplot_titles=names, horizontal_spacing=0.16)
    for column, (tokens, matrix) in enumerate(shown, 1):
        words = [readable(token, lang) for token in tokens]
        T = len(words)
        hover = [[f"{words[t]} → {words[s]}" for s in range(T)] for t in range(T)]
        fig.add_trace(
            go.Heatmap(
                z=matrix.astype(np.uint8),
                zmin=0,
                zmax=1,
                colorscale=[[0, SEQUENTIAL[0]], [1, SEQUENTIAL[6]]],
                showscale=False,
                xgap=1,
                ygap=1,
                text=hover,
                hovertemplate="%{text}: %{z}<extra></extra>",
            ),
            1,
            column,
        )
        ticks = {
            "tickvals": [*range(T)],
            "ticktext": words,
            "tickfont": {"size": 11 if T < 24 else 9},
            "showgrid": False,
        }
        if T > LABELLED:
            ticks = {"showgrid": False}
        below = ticks if T * len(shown) <= BELOW else {"showgrid": False, "showticklabels": False}
        side, what = ("left", text.SEES[lang]) if column == 1 else ("right", "")
        fig.update_xaxes(**below, title=text.SEEN[lang], tickangle=-60, row=1, col=column)
        fig.update_yaxes(**ticks, title=what, side=side, automargin=True, autorange="reversed", row=1, col=column)
    return finish(fig, title, height=520).update_layout(margin={"l": 100})


def sight(words: Sequence[str], seen: np.ndarray, title: str, lang: Lang) -> go.Figure:
    """How often each word sees each other one over many orders; a word that was never asked has no row."""
    T = len(words)
    fig = go.Figure(
        go.Heatmap(
            z=np.where(np.eye(T, dtype=bool), np.nan, seen),
            zmin=0,
            zmax=1,
            colorscale=scale(SEQUENTIAL),
            colorbar={
                "title": {"text": text.SIGHT_SHARE[lang], "font": {"size": 12}},
                "tickformat": ".0%",
                "thickness": 12,
            },
            xgap=1,
            ygap=1,
            customdata=[[f"{looks} → {at}" for at in words] for looks in words],
            hovertemplate="%{customdata}: %{z:.0%}<extra></extra>",
            hoverongaps=False,
        )
    )
    ticks = {"tickvals": [*range(T)], "ticktext": [*words], "showgrid": False}
    fig.update_xaxes(**ticks, title=text.SEEN[lang], tickangle=-60 if max(map(len, words)) > 1 else 0)
    fig.update_yaxes(**ticks, title=text.SEES[lang], autorange="reversed", automargin=True)
    return finish(fig, title, height=460)


def coverage(curves: Sequence[tuple[str, np.ndarray, str]], expected: np.ndarray, title: str, lang: Lang) -> go.Figure:
    """Share of words asked for so far; the rule dashed."""
    fig, epochs = go.Figure(), np.arange(1, len(expected) + 1)
    dashes = ("dot", "dashdot", "solid")
    for (name, values, colour), dash in zip(curves, dashes, strict=True):
        fig.add_scatter(x=epochs, y=values, mode="lines", name=name, line={"color": colour, "width": 2.5, "dash": dash})
        fig.add_annotation(x=epochs[-1], y=values[-1], text=name, showarrow=False, xanchor="right", yshift=11)
    fig.add_scatter(x=epochs, y=expected, mode="lines", name=text.EXPECTED[lang], line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.EPOCH[lang])
    fig.update_yaxes(title=text.SHARE[lang], range=[0, 1.08], tickformat=".0%")
    return finish(fig, title, height=380).update_layout(showlegend=False)


def patterns(words: Sequence[str], holes: np.ndarray, title: str, lang: Lang) -> go.Figure:
    """A row an epoch, a hole where it is filled."""
    fig = go.Figure(
        go.Heatmap(
            z=holes.astype(np.uint8),
            y=[*range(1, len(holes) + 1)],
            colorscale=[[0, SEQUENTIAL[0]], [1, SEQUENTIAL[7]]],
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate=f"{text.EPOCH[lang]} %{{y}} · %{{x}}<extra></extra>",
        )
    )
    fig.update_xaxes(tickvals=[*range(len(words))], ticktext=words, tickangle=-60, showgrid=False)
    fig.update_yaxes(title=text.EPOCH[lang], autorange="reversed", showgrid=False)
    return finish(fig, title, height=360)


def loss(losses: np.ndarray, title: str, lang: Lang) -> go.Figure:
    """The loss by step, thin, and its mean over 20 steps."""
    fig = go.Figure(go.Scatter(y=losses, mode="lines", line={"color": FAINT, "width": 1}, hoverinfo="skip"))
    smooth = np.convolve(losses, np.ones(20) / 20, "valid")
    fig.add_scatter(x=np.arange(len(smooth)) + 10, y=smooth, mode="lines", line={"color": CINNABAR, "width": 2.5})
    fig.update_xaxes(title=text.STEP[lang])
    fig.update_yaxes(title=text.LOSS[lang], rangemode="tozero")
    return finish(fig, title, height=340).update_layout(showlegend=False)


def ranked(
    rows: Sequence[tuple[str, float]], untrained: float, asked: str, title: str, lang: Lang, *, share: bool
) -> go.Figure:
    """A dot a reader, the best on top; the reader before its first step as a dashed line."""
    names, values = zip(*rows, strict=True)
    fig = go.Figure(
        go.Scatter(x=values, y=names, mode="markers", marker={"color": INDIGO, "size": 10}, hoverinfo="x+y")
    )
    fig.add_vline(x=untrained, line={"color": GREY, "dash": "dash"}, annotation_text=text.BEFORE[lang])
    fig.update_xaxes(title=asked, tickformat=".0%" if share else None)
    fig.update_yaxes(autorange="reversed")
    return finish(fig, title, height=120 + 22 * len(rows)).update_layout(showlegend=False, margin_l=230)


def bound(choices: Sequence[int], told: np.ndarray, true: float, title: str, lang: Lang) -> go.Figure:
    """Nats told by the number of candidates, between its two ceilings."""
    limit = np.log(choices)
    fig = go.Figure(go.Scatter(x=choices, y=told, mode="lines+markers", line={"color": CINNABAR, "width": 3}))
    fig.add_scatter(x=choices, y=limit, mode="lines", line={"color": GREY, "dash": "dash"}, hoverinfo="skip")
    fig.add_annotation(x=np.log10(choices[3]), y=limit[3], text="ln K", showarrow=False, yshift=14, xshift=-14)
    fig.add_hline(y=true, line={"color": INDIGO, "width": 2}, annotation_text=text.TRUE[lang])
    fig.update_xaxes(type="log", title=text.CANDIDATES[lang], tickvals=[*choices], ticktext=[*map(str, choices)])
    fig.update_yaxes(title=text.NATS[lang], range=[0, 1.15 * max(true, limit[-1])])
    return finish(fig, title, height=380).update_layout(showlegend=False)


def few_labels(run: FewLabels, at: int, title: str, lang: Lang, usual: Text = text.USUAL) -> go.Figure:
    """Mean over the seeds by number of labels, each seed a faint dot; the chosen number as a line."""
    fig, sizes = go.Figure(), np.maximum(run.sizes, run.sizes[1] / 5)  # none stands a little left of few
    ways = ((run.pretrained, text.PRETRAINED, CINNABAR, "solid", 10), (run.scratch, text.SCRATCH, INDIGO, "dash", -12))
    for scores, name, colour, dash, up in ways:
        fig.add_scatter(
            x=np.repeat(sizes, scores.shape[1]),
            y=scores.ravel(),
            mode="markers",
            marker={"color": colour, "size": 6, "opacity": 0.35},
        )
        line = {"color": colour, "width": 3, "dash": dash}
        fig.add_scatter(x=sizes, y=scores.mean(1), mode="lines+markers", line=line, name=name[lang])
        end = {"x": np.log10(sizes[-1]), "y": scores[-1].mean(), "xanchor": "right", "yshift": up}
        fig.add_annotation(**end, text=name[lang], showarrow=False, font={"color": colour})
    fig.add_hline(y=run.usual, line={"color": GREY, "dash": "dot"}, annotation_text=usual[lang])
    fig.add_vline(x=sizes[at], line={"color": FAINT, "width": 2})
    fig.update_xaxes(type="log", title=text.LABELS_AXIS[lang], tickvals=sizes, ticktext=[*map(str, run.sizes)])
    fig.update_yaxes(title=text.PROBES["topic"][lang], tickformat=".0%", rangemode="tozero")
    return finish(fig, title, height=380).update_layout(showlegend=False)


def ablation(names: Sequence[str], values: Sequence[float], title: str) -> go.Figure:
    """Published figures, a dot a format: bars from nought would hide the differences."""
    fig = go.Figure(go.Scatter(x=values, y=names, mode="markers+text", text=[f"{value:.1f}" for value in values]))
    fig.update_traces(marker={"size": 14, "color": INDIGO}, textposition="middle right", hoverinfo="x+y")
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(range=[min(values) - 1, max(values) + 1])
    return finish(fig, title, height=260).update_layout(showlegend=False, margin_l=230)


def bars(names: Sequence[str], shares: Sequence[float], title: str) -> go.Figure:
    """One bar an objective: the share of its places that are asked for."""
    fig = go.Figure(go.Bar(x=shares, y=names, orientation="h", marker={"color": INDIGO}, hoverinfo="x+y"))
    fig.update_xaxes(range=[0, 1.02], tickformat=".0%")
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return finish(fig, title, height=340).update_layout(margin_l=150)


def seeds(rows: Sequence[tuple[str, np.ndarray]], axis: str, title: str) -> go.Figure:
    """A row each: a small dot a seed, a large one the mean."""
    fig = go.Figure()
    for label, values in rows:
        mark = {"color": INDIGO, "size": 7, "opacity": 0.5}
        fig.add_scatter(x=values, y=[label] * len(values), mode="markers", marker=mark, hoverinfo="x+y")
        mean = {"color": CINNABAR, "size": 13, "symbol": "diamond"}
        fig.add_scatter(x=[np.mean(values)], y=[label], mode="markers", marker=mean, hoverinfo="x+y")
    fig.update_xaxes(title=axis)
    fig.update_yaxes(autorange="reversed", automargin=True)
    return finish(fig, title, height=300).update_layout(showlegend=False, margin_l=8)
