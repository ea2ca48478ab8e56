"""Ways to score, to look through a window, to draw instead of to average, and to hide the future."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.attention import more_text as text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREEN, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.attention.arithmetic import (
    Parameters,
    Score,
    hard,
    local,
    parameters_of,
    predicted_centre,
    scores,
    softmax,
)
from core.attention.recorded import recorded

KEYS = np.array([[1.6, 0.4], [0.3, 1.5], [-1.4, 0.9], [-0.8, -1.5], [1.2, -1.2]])
REACH, GRID = 2.4, 41
U = 16  # width of the small network of the additive score
WIDTH, MANY, TIMES = 64, 4096, 5  # of the timing
LAYER, HEAD, QUERY = 3, 1, 5  # “they” of the recorded example, from 0


def view(lang: Lang) -> None:
    """One of the four steps."""
    with control("attention_topic"):
        topic = choice(
            st.segmented_control,
            text.TOPIC[lang],
            list(text.TOPICS),
            text.TOPICS,
            lang,
            key="attention_topic",
            default="score",
            required=True,
        )
    TOPICS[topic](lang)


def _score(lang: Lang) -> None:
    stage, desk = st.columns([3, 2], gap="large")
    with desk:
        with control("attention_score"):
            kind = choice(
                st.selectbox,
                text.SCORE[lang],
                list(text.SCORES),
                text.SCORES,
                lang,
                key="attention_score",
                default="dot",
            )
        with control("attention_qx"):
            x = whole("attention_qx", text.QX[lang], -20, 20, default=14) / 10
        with control("attention_qy"):
            y = whole("attention_qy", text.QY[lang], -20, 20, default=9) / 10
        q, given = np.array([x, y]), Parameters.drawn(2, U, seed())
        st.dataframe(costs(lang), hide_index=True, width="content")
        st.caption(text.COST_NOTE[lang].format(n=TIMES))
    with stage:
        show(surface(kind, q, given, lang), key="attention_surface", alt=text.SURFACE_ALT[lang])
    st.markdown(text.SURFACE_SAYS[lang])


def surface(kind: Score, q: np.ndarray, given: Parameters, lang: Lang) -> go.Figure:
    """The score of a key anywhere, five keys with their weights, and the output."""
    axis = np.linspace(-REACH, REACH, GRID)
    plane = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)
    z = scores(kind, q, plane, given).reshape(GRID, GRID)
    own = scores(kind, q, KEYS, given)
    weights = softmax(own)
    out = weights @ KEYS
    fig = go.Figure(
        go.Heatmap(
            z=z.round(3).astype(np.float32),
            x=axis.round(3),
            y=axis.round(3),
            colorscale=scale(SEQUENTIAL),
            opacity=0.5,
            showscale=False,
            hovertemplate="(%{x:.1f}, %{y:.1f}): %{z:.2f}<extra></extra>",
        )
    )
    marks = (
        ("q", q[None], CINNABAR, "circle", 14, ["q"], "top center"),
        (
            "k",
            KEYS,
            INDIGO,
            "square",
            12,
            [f"k{at}: {weight:.2f}" for at, weight in enumerate(weights, 1)],
            "bottom center",
        ),
        ("out", out[None], GREEN, "diamond", 14, ["Σ αv"], "middle left"),
    )
    for name, at, colour, symbol, size, said, beside in marks:
        line = {"color": "white", "width": 1.5}
        fig.add_trace(
            go.Scatter(
                x=at[:, 0],
                y=at[:, 1],
                mode="markers+text",
                text=said,
                textposition=beside,
                textfont={"color": INK, "size": 15},
                name=name,
                marker={"color": colour, "symbol": symbol, "size": size, "line": line},
                showlegend=False,
                hoverinfo="skip",
            )
        )
    fig.update_xaxes(range=[-REACH, REACH], constrain="domain")
    fig.update_yaxes(range=[-REACH, REACH], scaleanchor="x", constrain="domain")
    facts = {"best": int(weights.argmax()) + 1, "share": percent(float(weights.max()), lang)}
    facts |= {"low": float(own.min()), "high": float(own.max())}
    title = text.SURFACE_TITLE[lang].format(name=text.SCORES[kind][lang], **facts).replace("; ", ";<br>")
    return finish(fig, title.replace("；", "；<br>"), height=520)


def costs(lang: Lang) -> pd.DataFrame:
    """Parameters and time of each score at a width of practice."""
    dice = np.random.default_rng(0)
    q, K, given = dice.standard_normal(WIDTH), dice.standard_normal((MANY, WIDTH)), Parameters.drawn(WIDTH, WIDTH, 0)
    rows = []
    for kind in text.SCORES:
        took = []
        for _ in range(TIMES):
            began = time.perf_counter()
            scores(kind, q, K, given)  # type: ignore[arg-type]
            took.append(time.perf_counter() - began)
        rows.append((text.SCORES[kind][lang], parameters_of(kind, WIDTH, WIDTH), round(1000 * min(took), 2)))  # type: ignore[arg-type]
    names = [label[lang].format(d=WIDTH, S=MANY) for label in text.COST_TABLE.values()]
    return pd.DataFrame(rows, columns=names)


def _row() -> tuple[np.ndarray, tuple[str, ...]]:
    maps = recorded("pronoun").maps
    return maps.weights[LAYER, HEAD, QUERY].astype(float), maps.source.shown


def _local(lang: Lang) -> None:
    weights, names = _row()
    left, middle, right = st.columns(3, gap="large")
    with left, control("attention_centre"):
        centre = whole("attention_centre", text.CENTRE[lang], 1, len(names), default=3) - 1
    with middle, control("attention_predicts"):
        score = whole("attention_predicts", text.PREDICTS[lang], -40, 40, default=-15) / 10
    with right, control("attention_window"):
        D = whole("attention_window", text.WINDOW[lang], 1, 5, default=2)
    predicted = predicted_centre(len(names), score)
    window, damped = local(weights, float(centre), D, damped=False), local(weights, predicted, D, damped=True)
    fig = go.Figure()
    places = np.arange(1, len(names) + 1)
    for name, values, colour, pattern in (
        (text.GLOBAL_NAME, weights, GREY, ""),
        (text.MONOTONE_NAME, window, INDIGO, "/"),
        (text.DAMPED_NAME, damped, CINNABAR, "x"),
    ):
        marker = {"color": colour, "pattern": {"shape": pattern}}
        fig.add_trace(go.Bar(x=places, y=values.round(4).astype(np.float32), name=name[lang], marker=marker))
    fig.add_vline(predicted + 1, line={"color": CINNABAR, "dash": "dot", "width": 1})
    fig.update_xaxes(tickvals=places, ticktext=list(names))
    kept = float(weights[np.abs(places - 1 - centre) <= D].sum())
    facts = {"kept": percent(kept, lang), "damped": percent(float(damped.sum()), lang), "query": names[QUERY]}
    facts |= {"p": predicted + 1}
    fig = finish(fig, text.LOCAL_TITLE[lang].format(**facts), height=420)
    show(fig, key="attention_local", alt=text.LOCAL_ALT[lang])
    facts = {"query": names[QUERY], "layer": LAYER + 1, "head": HEAD + 1, "model": recorded("pronoun").maps.model}
    st.markdown(text.LOCAL_SAYS[lang].format(**facts))


def _hard(lang: Lang) -> None:
    weights, _ = _row()
    V = recorded("pronoun").maps.values[LAYER, HEAD].astype(float)
    with control("attention_draws"):
        n = whole("attention_draws", text.SAMPLES[lang], 10, 2000, default=500, step=10)
    soft = weights @ V / weights.sum()
    taken, _ = hard(weights, V, n, seed())
    counts = np.arange(1, n + 1)
    gaps = np.linalg.norm(np.cumsum(taken, axis=0) / counts[:, None] - soft, axis=1)
    spread = np.sqrt((weights / weights.sum()) @ ((V - soft) ** 2).sum(1))
    fig = go.Figure()
    line = {"color": CINNABAR, "width": 2}
    y = gaps.round(5).astype(np.float32)
    fig.add_trace(go.Scatter(x=counts, y=y, mode="lines", line=line, name=text.TOPICS["hard"][lang], showlegend=False))
    line = {"color": GREY, "width": 2, "dash": "dash"}
    y = (spread / np.sqrt(counts)).round(5).astype(np.float32)
    fig.add_trace(go.Scatter(x=counts, y=y, mode="lines", line=line, name=text.EXPECTED[lang]))
    fig.update_xaxes(title=text.DRAWS_AXIS[lang], type="log")
    fig.update_yaxes(title=text.GAP_AXIS[lang], type="log")
    facts = {"n": n, "gap": float(gaps[-1]), "one": float(spread)}
    show(finish(fig, text.HARD_TITLE[lang].format(**facts), height=400), key="attention_hard", alt=text.HARD_ALT[lang])
    st.markdown(text.HARD_SAYS[lang])


def _mask(lang: Lang) -> None:
    maps = recorded("pronoun").maps
    q, k = (part[LAYER, HEAD].astype(float) for part in (maps.queries, maps.keys))
    raw = float(maps.scale[LAYER, HEAD]) * q @ k.T
    ahead = np.triu(np.ones_like(raw, dtype=bool), 1)
    free, causal = softmax(raw), softmax(np.where(ahead, -np.inf, raw))
    fig = make_subplots(rows=1, cols=2, shared_yaxes=True, subplot_titles=(text.FREE[lang], text.MASKED[lang]))
    names = list(maps.source.shown)
    places = np.arange(len(names))
    for column, values in enumerate((free, causal), 1):
        heat = go.Heatmap(
            z=values.round(3).astype(np.float32),
            x=places,
            y=places,
            zmin=0,
            zmax=1,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate="%{z:.2f}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
    fig.update_xaxes(tickvals=places, ticktext=names, tickangle=-60)
    fig.update_yaxes(tickvals=places, ticktext=names, autorange="reversed")
    title = text.MASK_TITLE[lang].format(share=percent(float(free[ahead].sum() / len(free)), lang))
    show(
        finish(fig, title, height=460),
        key="attention_mask",
        alt=text.MASK_ALT[lang],
    )
    st.markdown(text.MASK_SAYS[lang])


TOPICS: dict[str, Callable[[Lang], None]] = {"score": _score, "local": _local, "hard": _hard, "mask": _mask}
