"""One word in two sentences, layer by layer, and the mixture of layers that is ELMo's vector."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import mixing_text as text
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang, Text
from app.theme import DIVERGING, finish, scale
from core.masking.corruption import Words
from core.masking.objectives.card import card
from core.text import tokenise

MOST = 32  # words: as long as the windows that were read
LAYERS = 3


def mixing(lang: Lang) -> None:
    """The word, the sentences, the sliders; then vectors and cosines."""
    fields = st.columns([1, 2, 2], gap="medium")
    with fields[0]:
        word = typed("objectives_elmo_word", text.WORD, text.SOME_WORD, 30, lang)[:1]
    with fields[1]:
        first = typed("objectives_elmo_first", text.FIRST, text.SOME[0], 200, lang)
    with fields[2]:
        second = typed("objectives_elmo_second", text.SECOND, text.SOME[1], 200, lang)
    weights, columns = [], st.columns(4, gap="medium")
    for layer, column in enumerate(columns[:LAYERS]):
        key = f"objectives_elmo_w{layer}"
        with column, control(key):
            weights.append(float(slider(key, text.WEIGHTS[layer][lang], -6, 6, default=0)))
    with columns[3], control("objectives_elmo_gamma"):
        gamma = slider("objectives_elmo_gamma", text.GAMMA[lang], 10, 300, default=100, step=10) / 100
    if not word or word[0] not in first or word[0] not in second:
        st.info(text.MISSING[lang].format(word=plain("".join(word))))
        return
    stack()
    from core.masking.objectives.layers import cosine, mixed, shares
    from core.masking.objectives.learned import reader

    one, other = (vectors(each)[:, :, each.index(word[0])] for each in (first, second))  # (layers, 2, D)
    mixes = [mixed(each, weights, gamma) for each in (one, other)]
    alike = [[cosine(a[0], b[0]), cosine(a[1], b[1]), cosine(a, b)] for a, b in zip(one, other, strict=True)]
    alike.append([cosine(mixes[0][0], mixes[1][0]), cosine(mixes[0][1], mixes[1][1]), cosine(*mixes)])
    facts = {"first": alike[0][2], "last": alike[LAYERS - 1][2], "mixed": alike[-1][2]}
    title = text.TITLE[lang].format(word=escape(word[0]), **facts)
    rows_of = [np.concatenate([each, mix[None]]) for each, mix in zip((one, other), mixes, strict=True)]
    show(stripes(rows_of[0], rows_of[1], title, lang), key="objectives_elmo", alt=text.ALT[lang])
    if word[0] not in reader("bilm").ids:
        st.caption(text.UNKNOWN[lang].format(word=plain(word[0])))
    st.latex(text.FORMULA)
    told = [f"{each:.2f}" for each in shares(weights)] + ["1.00"]
    labels = [*map(str, range(LAYERS)), text.MIXED[lang]]
    rows = [(a, b, *(f"{each:.3f}" for each in c)) for a, b, c in zip(labels, told, alike, strict=True)]
    st.dataframe(pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS]), hide_index=True)
    lengths = {name: float(np.linalg.norm(each)) for name, each in zip(("first", "second"), mixes, strict=True)}
    st.markdown(text.GAMMA_SAYS[lang].format(**lengths))
    links = {"train": f"?objectives_part=train&objectives_train=bilm&lang={lang}"}
    links |= {"says": f"?objectives_view=says&objectives_one=bilm&lang={lang}"}
    st.caption(text.SAYS[lang].format(right=percent(card()["readers"]["bilm"]["right"], lang), **links))


def typed(key: str, label: Text, example: str, most: int, lang: Lang) -> Words:
    """The words of a field in small letters; empty: of the example."""
    with control(key):
        said = st.text_input(label[lang], key=key, bind="query-params", max_chars=most, placeholder=example)
    return tuple(token.text.lower() for token in tokenise((said or "").strip() or example, "en"))[:MOST]


@shared(128)
def vectors(words: Words) -> np.ndarray:
    """The layers of a sentence, computed once for all who look."""
    from core.masking.objectives.layers import layers

    return layers(words)


def stripes(one: np.ndarray, other: np.ndarray, title: str, lang: Lang) -> go.Figure:
    """A row a layer and sentence, the two directions beside each other."""
    count, _, D = one.shape
    rows, labels = [], []
    for layer in range(count):
        for which, each in zip(text.WHICH, (one, other), strict=True):
            rows.append(np.concatenate([each[layer, 0], each[layer, 1]]))
            row = text.MIX_ROW if layer == count - 1 else text.ROW
            labels.append(row[lang].format(n=layer, which=which[lang]))
    values = np.array(rows)
    top = float(np.abs(values).max()) or 1.0
    fig = go.Figure(
        go.Heatmap(
            z=values.round(3),
            y=labels,
            colorscale=scale(DIVERGING),
            zmin=-top,
            zmax=top,
            showscale=False,
            hovertemplate="%{y} · %{x}: %{z:.2f}<extra></extra>",
        )
    )
    for layer in range(1, count):
        fig.add_hline(y=2 * layer - 0.5, line={"width": 5, "color": "rgba(255,255,255,.9)"})
    fig.add_vline(x=D - 0.5, line={"width": 2, "color": "rgba(255,255,255,.9)"})
    heads = [text.FROM_LEFT[lang], text.FROM_RIGHT[lang]]
    fig.update_xaxes(tickvals=[D / 2, 1.5 * D], ticktext=heads, showgrid=False)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return finish(fig, title, height=340).update_layout(margin_l=110)
