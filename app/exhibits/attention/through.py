"""Which words count: six attributions of one number, side by side, and the test of each."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.attention import more_text as text
from app.exhibits.attention.text import EXAMPLE
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent, scientific
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.session import sentence
from app.theme import CINNABAR, DIVERGING, FAINT, GREY, finish, scale
from core.attention.explained import Curves
from core.attention.recorded import COMMAND, PAIR, Explained, more
from core.errors import Trouble

LONGEST = 40  # tokens: flows grow with the square, and every order reads as many sentences
CHARACTERS = 400
FOUND: Shared[Explained] = Shared(2**22, lambda found: 20_000 + 4_000 * len(found.found.tokens.ids))


def typed(lang: Lang) -> str:
    """The second sentence; its own default until something is typed."""
    with control("attention_other"):
        other = st.text_input(
            text.OTHER[lang], key="attention_other", bind="query-params", max_chars=CHARACTERS, placeholder=PAIR[1]
        )
    return (other or "").strip() or PAIR[1]


def view(lang: Lang) -> None:
    """Strip, curves, areas."""
    first = sentence(EXAMPLE["en"])
    left, right = st.columns([2, 1], gap="large", vertical_alignment="bottom")
    with left:
        other = typed(lang)
    with right, control("attention_way"):
        way = choice(st.selectbox, text.WAY[lang], list(text.WAYS), text.WAYS, lang, key="attention_way", default="ig")
    found = read(first, other)
    silent = [name for name in text.WAYS if name not in speaking(found)]
    way = way if way not in silent else speaking(found)[0]
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(strip(found, lang), key="attention_strip", alt=text.STRIP_ALT[lang])
        show(curves(found, way, lang), key="attention_curves", alt=text.CURVES_ALT[lang])
        st.dataframe(areas(found, lang), hide_index=True, width="stretch")
    with desk:
        facts = {
            "score": found.found.score,
            "baseline": found.found.baseline,
            "error": scientific(abs(found.found.complete), 0),
        }
        st.markdown(text.THROUGH_SAYS[lang].format(**facts))
        for name in silent:
            st.info(text.SILENT[name][lang], icon=":material/info:")
        st.markdown(text.THROUGH_MORE[lang])
        if (first, other) == PAIR:
            st.caption(text.MORE_NOTE[lang].format(model=found.model, date=found.date, command=f"{COMMAND} more"))
        else:
            st.caption(text.MORE_LIVE[lang].format(model=found.model))


def read(first: str, other: str) -> Explained:
    """The recorded pair, or MiniLM at work.

    Raises:
        Trouble: ``attribution-long``, ``text-empty``.
    """
    return more("explained") if (first, other) == PAIR else FOUND.get((first, other), lambda: _live(first, other))


def _live(first: str, other: str) -> Explained:
    model = heavy.minilm()
    from core.attention.attribution import attribute
    from core.attention.faithful import faithfulness

    n = len(model.tokens(first).ids)
    if n > LONGEST:
        message = f"{n} tokens are too many for six ways at once; shorten the sentence to {LONGEST}."
        raise Trouble("attribution-long", message, found=n, longest=LONGEST)
    model.tokens(other)  # an empty one is refused here
    found = attribute(model, first, other)
    values = {name: each for name, each in found.values.items() if each.any()}
    return Explained(first, other, found, faithfulness(model, first, other, values), model.name, "")


def speaking(found: Explained) -> list[str]:
    """The ways that tell any word from another here."""
    return [way for way in text.WAYS if found.found.values[way].any()]


def strip(found: Explained, lang: Lang) -> go.Figure:
    """Ways against tokens, each way scaled to its largest typed value."""
    tokens, values = found.found.tokens, found.found.values
    typed = ~np.array(tokens.special)
    names = [f"{at} {shown}" for at, shown in enumerate(tokens.shown, 1)]
    ways = speaking(found)
    rows = np.stack([values[way] for way in ways])
    most = np.abs(rows[:, typed]).max(1, keepdims=True)
    top = [int(np.where(typed, row, -np.inf).argmax()) for row in rows]
    best = max(set(top), key=top.count)
    fig = go.Figure(
        go.Heatmap(
            z=(rows / np.maximum(most, 1e-12)).round(3).astype(np.float32),
            x=names,
            y=[text.WAYS[way][lang] for way in ways],
            customdata=rows.round(4).astype(np.float32),
            colorscale=scale(DIVERGING),
            zmin=-1,
            zmax=1,
            showscale=False,
            xgap=2,
            ygap=3,
            hovertemplate="%{y}<br>%{x}: %{customdata:.3f}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(tickvals=names, ticktext=list(tokens.shown), tickangle=-50)
    title = text.STRIP_TITLE[lang].format(best=tokens.shown[best], n=top.count(best), all=len(ways))
    return finish(fig, title, height=330).update_layout(margin={"l": 190})


def curves(found: Explained, way: str, lang: Lang) -> go.Figure:
    """Words taken away, and put back; one way in colour, random orders as a band."""
    fig = make_subplots(rows=1, cols=2, shared_yaxes=True, horizontal_spacing=0.06)
    chosen, random = found.curves.ways[way], found.curves.random
    for column, part in enumerate(("deletion", "insertion"), 1):
        drawn = np.stack([getattr(each, part) for each in random])
        x = np.arange(drawn.shape[1])
        low, high = np.quantile(drawn, [0.05, 0.95], axis=0)
        around = np.concatenate([high, low[::-1]]).round(4).astype(np.float32)
        xs = np.concatenate([x, x[::-1]])
        shade = {"fill": "toself", "fillcolor": GREY, "opacity": 0.2, "line": {"width": 0}}
        fig.add_trace(go.Scatter(x=xs, y=around, hoverinfo="skip", showlegend=False, **shade), 1, column)
        for name in (*(each for each in found.curves.ways if each != way), way):
            y = getattr(found.curves.ways[name], part).round(4).astype(np.float32)
            line = {"color": CINNABAR, "width": 3} if name == way else {"color": FAINT, "width": 1}
            label = text.WAYS[name][lang]
            fig.add_trace(
                go.Scatter(x=x, y=y, mode="lines", line=line, name=label, showlegend=name == way and column == 1),
                1,
                column,
            )
        mean = drawn.mean(0).round(4).astype(np.float32)
        line = {"color": GREY, "width": 2, "dash": "dash"}
        name = text.RANDOM_ORDER[lang].format(n=len(random))
        fig.add_trace(go.Scatter(x=x, y=mean, mode="lines", line=line, name=name, showlegend=column == 1), 1, column)
        fig.update_xaxes(title=(text.TAKEN_AXIS if part == "deletion" else text.BACK_AXIS)[lang], col=column)
    fig.update_yaxes(title=text.COSINE_AXIS[lang], col=1)
    facts = {"deleted": chosen.deleted, "random": float(np.mean([each.deleted for each in random]))}
    title = text.CURVES_TITLE[lang].format(way=text.WAYS[way][lang], **facts)
    return finish(fig, title, height=390)


def areas(found: Explained, lang: Lang) -> pd.DataFrame:
    """Areas under the curves, most faithful first, random orders last."""
    random = found.curves.random

    def row(name: str, each: Curves) -> tuple[str, float, float, str]:
        beats = np.mean([each.deleted < other.deleted for other in random])
        return name, round(each.deleted, 3), round(each.inserted, 3), percent(float(beats), lang)

    rows = [row(text.WAYS[way][lang], each) for way, each in found.curves.ways.items()]
    rows.sort(key=lambda each: each[1])
    means = [round(float(np.mean([getattr(each, part) for each in random])), 3) for part in ("deleted", "inserted")]
    rows.append((text.RANDOM_ORDER[lang].format(n=len(random)), means[0], means[1], ""))
    return pd.DataFrame(rows, columns=[label[lang] for label in text.AREAS.values()])
