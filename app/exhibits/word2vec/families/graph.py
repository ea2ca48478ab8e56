"""A graph that the visitor edits: walks are sentences, nodes are words."""

from __future__ import annotations

from html import escape

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from core.word2vec.vocabulary import read
from core.words import counts, expected, walks

WINDOW, D = 3, 16


def view(lang: Lang) -> None:
    """Edges in, walks, a map."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_edges"):
            typed = st.text_area(
                text.EDGES[lang],
                text.EDGES_TEXT[lang],
                key="word2vec_edges",
                bind="query-params",
                height=180,
                max_chars=4_000,
            )
        with control("word2vec_back"):
            back = whole("word2vec_back", text.BACK[lang], 1, 40, default=10) / 10
        with control("word2vec_out"):
            out = whole("word2vec_out", text.OUT[lang], 1, 40, default=10) / 10
    graph = walks.parse(typed)
    rows, first = learnt(graph, walks.Config(back=back, out=out, seed=seed()))
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    linked = [float(unit[a] @ unit[b]) for a, b in graph.edges]
    every = unit @ unit.T
    n = len(graph.nodes)
    others = (every.sum() - n - 2 * sum(linked)) / max(1, n * (n - 1) - 2 * len(linked))
    with stage:
        title = text.GRAPH_TITLE[lang].format(linked=sum(linked) / len(linked), others=others)
        names = [escape(name, quote=False) for name in graph.nodes]
        fig = charts.plane(charts.pca(rows), names, [0] * n, title, edges=graph.edges)
        show(fig, key="word2vec_graph", alt=text.GRAPH_ALT[lang])
        st.caption(text.WALK[lang].format(walk=" → ".join(map(plain, first))))


@shared(64)
def learnt(graph: walks.Graph, config: walks.Config) -> tuple[np.ndarray, tuple[str, ...]]:
    """A vector for each node, by skip-gram on the walks; the first walk, to be shown."""
    sentences = walks.walk(graph, config)
    text = read(sentences, 1)
    rows, _ = expected.train(counts.cooccurrence(text, WINDOW).toarray(), D, seed=config.seed)
    return rows[[text.words.index(name) for name in graph.nodes]], sentences[0]
