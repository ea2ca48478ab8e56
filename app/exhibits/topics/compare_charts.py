"""The figures of the comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import text
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, SEQUENTIAL, finish, scale
from core.topics.recorded import Score
from core.topics.stability import mutual_information


def agreement(rand: np.ndarray, runs: np.ndarray, lang: Lang) -> go.Figure:
    """Adjusted Rand between every two seeds; each axis says how many topics the seed found."""
    names = [text.SEED_NAME[lang].format(seed=at, C=int(run.max()) + 1) for at, run in enumerate(runs)]
    heat = go.Heatmap(
        z=rand,
        x=list(range(len(runs))),
        y=names,
        text=np.round(rand, 2),
        texttemplate="%{text}",
        colorscale=scale(SEQUENTIAL[:7]),
        zmin=0.5,
        zmax=1,
        showscale=False,
        hoverinfo="skip",
    )
    fig = go.Figure(heat)
    fig.update_xaxes(title=text.SEED_AXIS[lang], type="category")
    fig.update_yaxes(autorange="reversed", type="category")
    some = rand[np.triu_indices(len(rand), 1)]
    counts = [int(run.max()) + 1 for run in runs]
    facts = {"mean": float(some.mean()), "low": min(counts), "high": max(counts)}
    return finish(fig, text.RAND_TITLE[lang].format(**facts), height=480).update_layout(margin={"l": 140, "r": 8})


def methods(scores: Mapping[str, Score], lang: Lang) -> go.Figure:
    """Do the groups match the articles (across), do the words go together (up)?"""
    fig = go.Figure()
    for name, score in scores.items():
        ours = name == "ours"
        marker = {
            "color": CINNABAR if ours else GREY if name in ("pca", "none", "kmeans") else INDIGO,
            "size": 16 if ours else 11,
            "symbol": "star" if ours else "circle-open" if name in ("pca", "none", "kmeans") else "diamond",
        }
        fig.add_trace(
            go.Scatter(
                x=[score.nmi],
                y=[score.c_npmi],
                mode="markers+text",
                marker=marker,
                text=[text.METHODS[name][lang]],
                textposition=("bottom" if name == "kmeans" else "top") + _side(score.nmi),  # type: ignore[arg-type]
                hovertemplate="NMI %{x:.2f} · c_npmi %{y:.2f}<extra></extra>",
            )
        )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.NMI_AXIS[lang], range=[-0.12, 1.12])
    low, high = min(s.c_npmi for s in scores.values()), max(s.c_npmi for s in scores.values())
    room = 0.15 * (high - low)
    fig.update_yaxes(title=text.NPMI_AXIS[lang], range=[low - room, high + room])
    best = max(scores, key=lambda name: scores[name].nmi)
    words = max(scores, key=lambda name: scores[name].c_npmi)
    title = text.METHODS_TITLE[lang].format(groups=text.METHODS[best][lang], words=text.METHODS[words][lang])
    return finish(fig, title, height=440)


def _side(nmi: float) -> str:
    """Where a name stands, so that it does not leave the figure."""
    return " right" if nmi < 0.3 else " left" if nmi > 0.7 else " center"


def against_titles(
    labels: np.ndarray, titles: Sequence[str], table: Callable[..., np.ndarray], recorded: bool, lang: Lang
) -> go.Figure:
    """Topics against articles: a topic that is one article is a single dark cell in its row."""
    names, truth = np.unique(titles, return_inverse=True)
    counts = table(labels, truth).astype(float)
    shares = counts / counts.sum(1, keepdims=True)
    order = np.argsort(shares.argmax(1), kind="stable")
    heat = go.Heatmap(
        z=np.round(shares[order], 2),
        x=list(names),
        y=[str(at) for at in order],
        colorscale=scale(SEQUENTIAL),
        showscale=False,
        hovertemplate="%{y} · %{x}: %{z:.0%}<extra></extra>",
    )
    fig = go.Figure(heat)
    fig.update_xaxes(title=text.ARTICLES[lang], showticklabels=False)
    fig.update_yaxes(title=text.TOPICS[lang], type="category", showticklabels=len(order) <= 40)
    said = text.LDA_TITLE_RECORDED if recorded else text.LDA_TITLE
    title = said[lang].format(C=len(order), pure=float(shares.max(1).mean()), nmi=mutual_information(labels, truth))
    return finish(fig, title, height=420)
