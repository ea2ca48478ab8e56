"""What vectors take over from their texts (WEAT); two languages, or any two sets, laid over each other (Procrustes)."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.word2vec.families import charts, sets, text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, INDIGO, finish
from core.word2vec import shipped
from core.words import align, bias
from core.words.bilingual import PAIRS

LISTS = ("x", "y", "a", "b")
SHOWN = 12  # held-out words in the picture


def view(lang: Lang) -> None:
    """Which comparison."""
    with control("word2vec_compare"):
        which = choice(
            st.segmented_control,
            text.COMPARE[lang],
            list(text.COMPARISONS),
            text.COMPARISONS,
            lang,
            key="word2vec_compare",
            default="weat",
            required=True,
        )
    {"weat": _weat, "turn": _turn, "sets": sets.view}[which](lang)


def _weat(lang: Lang) -> None:
    of = shipped.vectors(f"words-{lang}")
    stage, desk = st.columns([2, 1], gap="large")
    words: dict[str, list[str]] = {}
    with desk:
        for name in LISTS:
            with control(f"word2vec_weat_{name}"):
                typed = st.text_input(
                    text.WEAT_LISTS[name][lang],
                    text.WEAT_WORDS[name][lang],
                    key=f"word2vec_weat_{name}_{lang}",
                    bind="query-params",
                    max_chars=300,
                )
            words[name] = list(dict.fromkeys(typed.casefold().replace(",", " ").replace("，", " ").split()))
    missing = [word for name in LISTS for word in words[name] if word not in of.index]
    found = bias.weat(of, *([w for w in words[name] if w in of.index] for name in LISTS), seed=seed())
    with stage:
        fig = go.Figure()
        for values, name, colour, symbol in ((found.x, "x", CINNABAR, "circle"), (found.y, "y", INDIGO, "diamond")):
            names = [w for w in words[name] if w in of.index]
            marker = {"color": colour, "symbol": symbol, "size": 12}
            label = text.WEAT_LISTS[name][lang]
            fig.add_trace(go.Scatter(x=values, y=names, mode="markers", marker=marker, name=label))
        fig.update_xaxes(title=text.WEAT_AXIS[lang], zeroline=True)
        said = text.WEAT_YES if found.p < 0.05 else text.WEAT_NO
        title = said[lang].format(effect=found.effect, p=found.p)
        show(finish(fig, title, height=440), key="word2vec_weat", alt=title)
        st.caption(text.WEAT_CAPTION[lang].format(splits=found.splits))
        if missing:
            st.caption(text.WEAT_MISSING[lang].format(words=" · ".join(missing[:12])))


def _turn(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("word2vec_pairs"):
        n = whole("word2vec_pairs", text.PAIRS_USED[lang], 10, 120, default=120, step=10)
    names, x, y, right, chance = turned(n, seed())
    with stage:
        flat = charts.pca(np.concatenate([x[:SHOWN], y[:SHOWN]]))
        labels = [*(a for a, _ in names[:SHOWN]), *(b for _, b in names[:SHOWN])]
        edges = [(i, SHOWN + i) for i in range(SHOWN)]
        title = text.TURN_TITLE[lang].format(right=right, n=len(names), chance=chance)
        fig = charts.plane(flat, labels, [0] * SHOWN + [1] * SHOWN, title, edges=edges)
        show(fig, key="word2vec_turn", alt=text.TURN_ALT[lang])
        st.caption(text.TURN_CAPTION[lang].format(n=n, shown=SHOWN, held=len(names)))


@shared(32)
def turned(n: int, seed: int) -> tuple[list[tuple[str, str]], np.ndarray, np.ndarray, float, float]:
    """Learn the turn from n pairs and try it on the others: those pairs, both sides, how many find their partner."""
    spaces = [shipped.vectors(name) for name in shipped.NAMES]
    known = [pair for pair in PAIRS if all(word in of.index for word, of in zip(pair, spaces, strict=True))]
    sides = []
    for side, of in enumerate(spaces):
        own = of.unit - of.unit.mean(0)
        rows = own[[of.index[pair[side]] for pair in known]]
        sides.append(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    order = np.random.default_rng(seed).permutation(len(known))
    learn, held = order[:n], order[120:]  # always the same ones are kept back
    x, y = sides[0][held] @ align.rotation(sides[0][learn], sides[1][learn]), sides[1][held]
    return [known[i] for i in held], x, y, float(align.found_at(x, y).mean()), 1 / len(held)
