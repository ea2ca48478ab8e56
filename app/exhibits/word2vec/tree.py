"""The view *Huffman tree*: a word's path, and the product that is its probability."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.word2vec import toy_charts
from app.exhibits.word2vec import toy_text as text
from app.exhibits.word2vec.toy import course, toy
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang, Text
from app.session import seed
from core.word2vec import huffman, shipped
from core.word2vec.tree import Tree, branches, grow, log_probabilities

STEPS = 1_000
RATE = 0.2


def view(lang: Lang) -> None:
    """The tree of the toy text, trained; a leaf and what is given to choose."""
    st.markdown(text.TREE_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = toy(lang, seed(), outputs=False)
        if what is None:
            return
        config = replace(what.config, output="hierarchical", D=8, window=2, lr=RATE)
        found = course(replace(what, config=config), STEPS)
        names = {word: Text(en=word, zh=word) for word in found.words}
        leaf = _choice("word2vec_leaf", text.LEAF, names, found.words[min(4, len(names) - 1)], lang)
        given = _choice("word2vec_given", text.GIVEN, names, found.words[1], lang)
    grown = grow(found.counts)
    word, h = found.words.index(leaf), found.X[found.words.index(given)]
    chances = branches(h, found.Y, grown, word)
    nodes, codes = grown.path(word)
    V = len(found.words)
    with stage:
        places, edges = layout(grown, V)
        path = [*(int(n) + V for n in nodes[1:]), word]
        product = " · ".join(f"{p:.2f}" for p in chances)
        title = text.TREE_TITLE[lang].format(word=leaf, given=given, path=product, p=float(np.prod(chances)))
        show(
            toy_charts.tree(found.words, places, edges, path, chances, title),
            key="word2vec_tree",
            alt=text.TREE_ALT[lang],
        )
        lengths = np.array([len(code) for code in huffman(found.counts)])
        large, large_V = _large()
        st.caption(
            text.TREE_CAPTION[lang].format(
                steps=f"{STEPS:,}",
                total=float(np.exp(log_probabilities(h, found.Y, grown)).sum()),
                mean=float((lengths * found.counts).sum() / found.counts.sum()),
                V=V,
                kraft=float((0.5**lengths).sum()),
                large=large,
                large_V=large_V,
            )
        )
    with desk:
        columns = (nodes + 1, (found.Y[nodes] @ h).round(3), codes, chances.round(4), np.cumprod(chances).round(4))
        labels = [label[lang] for label in text.BRANCH_TABLE.values()]
        st.dataframe(pd.DataFrame(dict(zip(labels, columns, strict=True))), hide_index=True)
        st.caption(text.ERRATUM[lang])


def layout(grown: Tree, V: int) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Places of leaves 0 … V-1 and inner nodes V …, the root on top, branch 0 to the left; and all edges."""
    children: dict[int, dict[int, int]] = {}
    for word in range(V):
        nodes, codes = grown.path(word)
        below = [*(int(n) + V for n in nodes[1:]), word]
        for node, code, child in zip(nodes, codes, below, strict=True):
            children.setdefault(int(node) + V, {})[int(code)] = child
    places = np.zeros((2 * V - 1, 2))
    at = 0

    def place(node: int, depth: int) -> float:
        nonlocal at
        if node < V:
            x, at = float(at), at + 1
        else:
            x = float(np.mean([place(children[node][code], depth + 1) for code in (0, 1)]))
        places[node] = x, -depth
        return x

    place(2 * V - 2, 0)
    return places, [(node, child) for node, both in children.items() for child in both.values()]


@lru_cache(maxsize=1)
def _large() -> tuple[float, int]:
    """Mean length of a code over the running words of the shipped English vectors, and how many words there are."""
    counts = shipped.shipped("words-en").counts
    lengths = np.diff(grow(counts).starts)
    return float((lengths * counts).sum() / counts.sum()), len(counts)


def _choice(key: str, label: Text, options: dict[str, Text], default: str, lang: Lang) -> str:
    with control(key):
        return choice(st.selectbox, label[lang], list(options), options, lang, key=key, default=default)
