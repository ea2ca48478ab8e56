"""The view *UMAP*: two sliders, one map, and what of the true neighbourhood is left on it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import inside_charts, landscape, text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.topics.flatten import bandwidths
from core.topics.neighbours import kept, normed
from core.topics.recorded import DISTANCES, NEIGHBORS, maps, sample

_shares: Shared[np.ndarray] = Shared(2**20, lambda share: share.nbytes)


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("topics_neighbors"):
            options = [str(n) for n in NEIGHBORS]
            k = choice(
                st.segmented_control,
                text.NEIGHBORS[lang],
                options,
                text.NUMBERS,
                lang,
                key="topics_neighbors",
                default="15",
                required=True,
            )
        with control("topics_distance"):
            d = choice(
                st.segmented_control,
                text.DISTANCE[lang],
                list(text.DISTANCES),
                text.DISTANCES,
                lang,
                key="topics_distance",
                default="0.1",
                required=True,
            )
        with control("topics_document"):
            row = whole("topics_document", text.DOCUMENT[lang], 0, len(sample().titles) - 1, default=0)
    m, at = NEIGHBORS.index(int(k)), DISTANCES.index(float(d))
    share = shares()
    with stage:
        near = landscape.true_neighbours()[row, 1:]
        fig = inside_charts.plane(maps().planes[m, at], row, near, share[m, at], lang)
        show(fig, key="topics_plane", alt=text.PLANE_ALT[lang])
        st.caption(text.UMAP_NOTE[lang])
    with desk:
        show(inside_charts.grid(share, m, at, lang), key="topics_grid", alt=text.GRID_ALT[lang])
        strength(row, int(k), lang)


def shares() -> np.ndarray:
    """(M, L): the mean share of true neighbours kept, for every setting."""

    def make() -> np.ndarray:
        near = landscape.true_neighbours()
        return np.array([[kept(near, plane).mean() for plane in planes] for planes in maps().planes])

    return _shares.get("all", make)


def strength(row: int, k: int, lang: Lang) -> None:
    """How UMAP's graph sees the first neighbours of a document, with the numbers of the formula."""
    near, unit = sample().near[row, :k], normed(sample().topics.vectors)
    away = np.maximum(1 - unit[near] @ unit[row], 0)
    rho, sigma = bandwidths(away[None].astype(float))
    first = away[1:7]
    sure = np.exp(-np.maximum(first - rho, 0) / sigma)
    d = float(first[1]) if len(first) > 1 else float(first[0])
    st.latex(
        rf"\begin{{aligned}}p_{{j|i}}&=e^{{-(d-\rho)/\sigma}}=e^{{-({d:.3f}-{rho[0]:.3f})/{sigma[0]:.3f}}}\\"
        rf"&=\mathbf{{{float(np.exp(-max(d - rho[0], 0) / sigma[0])):.2f}}}\end{{aligned}}"
    )
    rows = [
        (sample().titles[j], round(float(a), 3), round(float(p), 2))
        for j, a, p in zip(near[1:7].tolist(), first, sure, strict=True)
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=[c[lang] for c in text.STRENGTH.values()]), hide_index=True, width="stretch"
    )
    st.caption(text.STRENGTH_NOTE[lang].format(title=sample().titles[row]))
