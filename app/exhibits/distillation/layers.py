"""Which layer teaches which: the map drawn and editable, the loss that uses it, and how alike the layers became."""

from __future__ import annotations

import ast
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

import core
from app.exhibits.distillation import layers_text as text
from app.exhibits.distillation import terms, texts_charts
from app.exhibits.distillation.text import METHODS
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, INDIGO, SEQUENTIAL, finish, scale
from core.distillation.layers import layer_map
from core.distillation.maps import recorded
from core.distillation.recorded import COMMAND, exists, study
from core.errors import Trouble

PLACES = {"progressive": {"progressive": "mobile", "block": "mobile"}}  # what is shown of a method, and its module
FOLDER = Path(core.__file__).parent / "distillation"
INSIDE = ("pkd", "tinybert", "minilm", "distilbert", "progressive", "soft")
USES = {  # the losses that a method is made of
    "pkd": ("patient", "soft"),
    "tinybert": ("hidden", "attention", "soft"),
    "minilm": ("relation", "value_relation", "soft"),
    "distilbert": ("cosine", "soft"),
    "progressive": ("hidden", "relation", "soft"),
    "soft": ("soft", "hard"),
}


def view(lang: Lang) -> None:
    """Map and loss on the left, likeness and configuration on the right."""
    method, N, strategy, found = dials(lang)
    stage, desk = st.columns([1, 1], gap="large")
    with stage:
        show(drawn(N, found, method, lang), key="distillation_towers", alt=text.MAP_ALT[lang])
        st.markdown(text.METHOD_SAYS[method][lang])
    with desk:
        for name, module in PLACES.get(method, {method: "methods"}).items():
            st.code(source(module, name), language="python")
        for name in USES[method]:
            with st.expander(f"losses.{name}"):
                st.code(source("losses", name), language="python")
    if exists("snips"):
        alike(method, strategy if method == "pkd" else "skip", lang)
    if method == "tinybert" and exists("terms"):
        terms.view(lang)
    if method == "progressive" and exists("stages"):
        stages(lang)
    if method in ("tinybert", "minilm"):
        looks(method, lang)
    with st.expander(text.BREWER[lang]):
        st.markdown(text.BREWER_SAYS[lang])
        st.code(json.dumps(brewer(method, found), indent=1), language="json")


def dials(lang: Lang) -> tuple[str, int, str, tuple[int, ...]]:
    """Method, depths, strategy, and the map that follows."""
    one, two, three, four = st.columns(4, gap="medium")
    with one, control("distillation_how"):
        names = {name: METHODS[name] for name in INSIDE}
        method = choice(st.selectbox, text.HOW[lang], list(names), names, lang, key="distillation_how", default="pkd")
    with two, control("distillation_N"):
        N = whole("distillation_N", text.TEACHER_LAYERS[lang], 2, 24, default=6)
    with three, control("distillation_M"):
        M = whole("distillation_M", text.STUDENT_LAYERS[lang], 1, min(12, N), default=min(2, N))
    with four, control("distillation_map"):
        strategy = choice(
            st.selectbox, text.STRATEGY[lang], list(text.MAPS), text.MAPS, lang, key="distillation_map", default="skip"
        )
    if strategy != "own":
        return method, N, strategy, layer_map(N, M, strategy)
    default = "-".join(map(str, layer_map(N, M, "skip")))
    with control("distillation_own"):
        typed = st.text_input(
            text.OWN[lang], key="distillation_own", bind="query-params", max_chars=60, placeholder=default
        )
    return method, N, strategy, parsed((typed or "").strip() or default, M, N)


def parsed(typed: str, depth: int, height: int) -> tuple[int, ...]:
    """``2-6`` as layers.

    Raises:
        Trouble: ``distill-map``.
    """
    numbers = typed.split("-")
    found = tuple(int(each) for each in numbers if each.isdecimal() and len(each) < 3 and 1 <= int(each) <= height)
    if len(found) != len(numbers) or len(found) != depth:
        message = f"{typed!r} is no map of {depth} layers onto layers 1 to {height}: write it like 2-6"
        raise Trouble("distill-map", message, mapping=typed, depth=depth, height=height)
    return found


def used(method: str, found: Sequence[int]) -> set[int]:
    """Layers of the student whose inside is matched: PKD leaves the last to the answer, others have their own rule."""
    M = len(found)
    every = set(range(1, M + 1))
    return {"pkd": every, "progressive": every, "tinybert": set(range(M + 1))}.get(
        method, set() if method == "soft" else {M}
    )


def drawn(N: int, found: Sequence[int], method: str, lang: Lang) -> go.Figure:
    """Two towers, a line from each layer of the student to its teacher."""
    fig = go.Figure()
    M, matched = len(found), used(method, found)
    pairs = dict(enumerate(found, 1)) | ({0: 0} if method == "tinybert" else {})
    for m, n in pairs.items():
        heavy = m in matched
        line = {"color": CINNABAR if heavy else FAINT, "width": 3 if heavy else 1, "dash": "solid" if heavy else "dot"}
        y = [_height(m, M), _height(n, N)]
        hover = text.LINE_HOVER[lang].format(m=m, n=n)
        fig.add_trace(go.Scatter(x=[0.25, 0.75], y=y, mode="lines", line=line, hovertemplate=f"{hover}<extra></extra>"))
    for x, depth, colour, name, anchor in (
        (0.25, M, CINNABAR, text.STUDENT[lang], "middle left"),
        (0.75, N, INDIGO, text.TEACHER[lang], "middle right"),
    ):
        said = [text.EMBEDDING[lang], *(str(layer) for layer in range(1, depth + 1)), text.ANSWER[lang]]
        y = [*(_height(layer, depth) for layer in range(depth + 1)), 1.0]
        marker = {"symbol": "square", "size": 14, "color": colour}
        fig.add_trace(
            go.Scatter(
                x=[x] * len(y),
                y=y,
                mode="markers+text",
                text=said,
                textposition=anchor,
                marker=marker,
                hoverinfo="skip",
            )
        )
        fig.add_annotation(x=x, y=1.09, text=f"<b>{name}</b>", showarrow=False)
    answer = {"color": CINNABAR, "width": 3, "dash": "dash"}
    fig.add_trace(go.Scatter(x=[0.25, 0.75], y=[1.0, 1.0], mode="lines", line=answer, hoverinfo="skip"))
    fig.update_xaxes(visible=False, range=[0, 1])
    fig.update_yaxes(visible=False, range=[-0.06, 1.16])
    fig.update_layout(showlegend=False)
    title = text.MAP_TITLE[lang].format(map=" ".join(map(str, found)), M=M, N=N)
    return finish(fig, title, height=460)


def _height(layer: int, depth: int) -> float:
    return 0.9 * layer / (depth + 0.6)


@cache
def source(module: str, name: str) -> str:
    """A function of ``core.distillation``, read without importing torch."""
    whole_ = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
    node = next(each for each in ast.parse(whole_).body if isinstance(each, ast.FunctionDef) and each.name == name)
    return ast.get_source_segment(whole_, node) or ""


def alike(method: str, strategy: str, lang: Lang) -> None:
    """CKA of our two-layer student with each layer of the teacher, beside the student without a teacher."""
    facts = study("snips").facts
    if not any(key.startswith(f"cka {method} {strategy} 0 ") for key in facts):
        return
    left, right = st.columns(2, gap="large")
    for where, name, mapping in ((left, "labels", "skip"), (right, method, strategy)):
        stem = f"cka {name} {mapping} 0 "
        cells = {key.removeprefix(stem): value for key, value in facts.items() if key.startswith(stem)}
        rows = 1 + max(int(key.split()[0]) for key in cells)
        columns = 1 + max(int(key.split()[1]) for key in cells)
        z = [[cells[f"{m} {n}"] for n in range(columns)] for m in range(rows)]
        fig = go.Figure(
            go.Heatmap(
                z=z,
                zmin=0,
                zmax=1,
                colorscale=scale(SEQUENTIAL),
                texttemplate="%{z:.2f}",
                showscale=False,
                hovertemplate="%{y} · %{x}: %{z:.3f}<extra></extra>",
            )
        )
        fig.update_xaxes(title=text.TEACHER_AXIS[lang], dtick=1)
        fig.update_yaxes(title=text.STUDENT_AXIS[lang], dtick=1)
        title = text.CKA_TITLE[lang].format(method=METHODS[name][lang], top=z[-1][-1])
        with where:
            show(finish(fig, title, height=260), key=f"distillation_cka_{name}", alt=text.CKA_ALT[lang])
    st.caption(text.CKA_NOTE[lang])


def stages(lang: Lang) -> None:
    """MobileBERT's question: in which order are the blocks taught?"""
    found = study("stages")
    st.markdown(text.STAGES_QUESTION[lang])
    base = next(each for each in found.groups if each.config.method == "soft")
    title = text.STAGES_TITLE
    fig = texts_charts.methods(found.groups, found.teacher, lang, control=base, title=title)
    show(fig, key="distillation_stages", alt=text.STAGES_ALT[lang])
    st.markdown(text.STAGES_SAY[lang].format(steps=base.config.steps))
    facts = {"n": len(base.accuracy), "date": found.date, "machine": found.machine, "code": found.code}
    st.caption(text.STAGES_NOTE[lang].format(command=f"{COMMAND} stages", **facts))


def looks(method: str, lang: Lang) -> None:
    """Attention of the teacher's last layer, of the taught student's, and of the same student without a teacher."""
    found = recorded()
    sides = (
        (METHODS["labels"][lang], found.students["labels"][-1]),
        (METHODS[method][lang], found.students[method][-1]),
        (text.TEACHER[lang], found.teacher[-1]),
    )
    theirs = found.teacher[-1].astype(float)
    for where, (name, map_) in zip(st.columns(3, gap="medium"), sides, strict=True):
        fig = go.Figure(
            go.Heatmap(
                z=map_,
                x=[str(at) for at in range(len(map_))],
                y=[str(at) for at in range(len(map_))],
                zmin=0,
                zmax=60,
                colorscale=scale(SEQUENTIAL),
                showscale=False,
                hovertemplate="%{y} → %{x}: %{z} %<extra></extra>",
            )
        )
        at, pieces = [str(each) for each in range(len(map_))], list(found.pieces)
        fig.update_xaxes(tickvals=at, ticktext=pieces, tickangle=90)
        fig.update_yaxes(tickvals=at, ticktext=pieces, autorange="reversed")
        apart = float(abs(map_ - theirs).sum(1).mean() / 2)
        title = name if name == text.TEACHER[lang] else text.LOOKS_TITLE[lang].format(name=name, apart=apart)
        with where:
            fig = finish(fig, title, height=360).update_layout(margin={"l": 80, "r": 8})
            show(fig, key=f"distillation_looks_{name}", alt=text.LOOKS_ALT[lang])
    st.caption(text.LOOKS_NOTE[lang].format(sentence=found.sentence, date=found.date))


def brewer(method: str, found: Sequence[int], widths: tuple[int, int] = (96, 384)) -> dict[str, object]:
    """The same lesson for TextBrewer: what its ``DistillationConfig`` takes."""
    losses = {
        "pkd": "pkd",
        "tinybert": "hidden_mse",
        "minilm": "attention_ce",
        "distilbert": "cos",
        "progressive": "hidden_mse",
    }
    feature = "attention" if method == "minilm" else "hidden"
    matches = [
        {
            "layer_T": n,
            "layer_S": m,
            "feature": feature,
            "loss": losses[method],
            "weight": 1.0,
            **({"proj": ["linear", *widths]} if feature == "hidden" else {}),
        }
        for m, n in enumerate(found, 1)
        if m in used(method, found)
    ]
    return {
        "temperature": 2.0,
        "kd_loss_type": "ce",
        "kd_loss_weight": 0.7,
        "hard_label_weight": 0.3,
        "intermediate_matches": matches,
    }
