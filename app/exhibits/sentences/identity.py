"""Cosine or distance: six vectors, a query, two rankings."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.sentences import cluster_charts
from app.exhibits.sentences import cluster_text as words
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang

ANGLES, LENGTHS = np.array([8, 35, 62, 110, 160, 300]), np.array([2.0, 0.6, 1.3, 0.9, 1.6, 0.5])
NAMES = tuple("ABCDEF")


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("sentences_turn"):
            turn = whole("sentences_turn", words.TURN[lang], 0, 355, default=40, step=5)
        with control("sentences_length"):
            length = whole("sentences_length", words.LENGTH[lang], 3, 20, default=10) / 10
        with control("sentences_unit"):
            unit = st.toggle(words.UNIT[lang], key="sentences_unit", bind="query-params")
    vectors, query = at(ANGLES, LENGTHS), at(np.array([turn]), np.array([length]))[0]
    if unit:
        vectors, query = (each / np.linalg.norm(each, axis=-1, keepdims=True) for each in (vectors, query))
    ranked = table(vectors, query)
    apart = int(np.sum(ranked["by_cosine"].to_numpy() != ranked["by_distance"].to_numpy()))
    said = words.DIFFERENT[lang].format(n=apart, all=len(NAMES)) if apart else words.SAME[lang].format(n=len(NAMES))
    with stage:
        show(
            cluster_charts.arrows(vectors, NAMES, query, said, lang),
            key="sentences_arrows",
            alt=words.IDENTITY_ALT[lang],
        )
    with desk:
        renamed = ranked.rename(columns={key: each[lang] for key, each in words.RANKS.items()})
        st.dataframe(renamed, hide_index=True, width="stretch")
        st.caption(words.IDENTITY_HOW[lang])


def at(angles: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Vectors of the plane by direction, in degrees, and length."""
    turned = np.deg2rad(angles)
    return np.stack([np.cos(turned), np.sin(turned)], 1) * lengths[:, None]


def table(vectors: np.ndarray, query: np.ndarray) -> pd.DataFrame:
    """Cosine and distance of every vector to the query, and its rank by either."""
    cosine = vectors @ query / np.linalg.norm(vectors, axis=1) / np.linalg.norm(query)
    distance = np.linalg.norm(vectors - query, axis=1)
    columns = {"name": NAMES, "cosine": cosine.round(2), "by_cosine": _ranks(-cosine)}
    columns |= {"distance": distance.round(2), "by_distance": _ranks(distance)}
    return pd.DataFrame(columns).sort_values("by_cosine")


def _ranks(values: np.ndarray) -> np.ndarray:
    """1 for the smallest; what differs only by rounding counts as equal, and the first comes first."""
    return 1 + np.argsort(np.argsort(values.round(9), kind="stable"))
