"""Every sentence in a group: k-means and merging, on the same vectors, with the same measures."""

from __future__ import annotations

import time
from typing import cast

import numpy as np
import streamlit as st

from app.exhibits.sentences import cluster_charts, cluster_text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.session import seed
from core.search.cluster import LINKAGES, METRICS, Clusters, Linkage, Metric, cut, kmeans, merges
from core.search.index import Index
from core.search.shelf import digest

_kept: Shared[Clusters] = Shared(64, lambda _: 1)
_planes: Shared[tuple[np.ndarray, np.ndarray]] = Shared(8, lambda _: 1)
_trees: Shared[tuple[np.ndarray, float]] = Shared(8, lambda _: 1)


def means(index: Index, lang: Lang) -> None:
    k = _wanted(index, lang)
    found = _kmeans(index, k)
    _picture(index, found, lang)
    facts = {"inertia": found.inertia, "inside": _inside(index, found.labels)}
    facts["D"] = index.vectors.shape[1]
    st.caption(cluster_text.MEANS_HOW[lang].format(**facts))


def tree(index: Index, lang: Lang) -> None:
    left, right = st.columns(2, gap="medium")
    with left, control("sentences_linkage"):
        linkage = choice(
            st.selectbox,
            cluster_text.LINKAGE[lang],
            list(LINKAGES),
            cluster_text.LINKAGES,
            lang,
            key="sentences_linkage",
            default="average",
        )
    with right, control("sentences_metric"):
        metric = choice(
            st.segmented_control,
            cluster_text.METRIC[lang],
            list(METRICS),
            cluster_text.METRICS,
            lang,
            key="sentences_metric",
            default="cosine",
            required=True,
        )
    k = _wanted(index, lang)
    joined, seconds = _merges(index, cast(Linkage, linkage), cast(Metric, metric))
    found = cut(index.vectors, joined, k, seconds=seconds)
    branches = int(found.labels.max()) + 1  # where distances tie, no cut leaves just as many as were asked for
    show(
        cluster_charts.dendrogram(joined, branches, lang),
        key="sentences_tree",
        alt=cluster_text.TREE_ALT[lang],
    )
    _picture(index, found, lang)
    facts = {"tree": 1000 * seconds, "means": 1000 * _kmeans(index, k).seconds}
    st.caption(cluster_text.TREE_HOW[lang].format(**facts))


def _picture(index: Index, found: Clusters, lang: Lang) -> None:
    fig = cluster_charts.groups(flat(index.vectors, index), index.texts, found, lang)
    show(fig, key="sentences_clusters", alt=cluster_text.MAP_ALT[lang])


def _wanted(index: Index, lang: Lang) -> int:
    """How many clusters; fewer than there are sentences."""
    with control("sentences_k"):
        return min(whole("sentences_k", cluster_text.K[lang], 2, 30, default=8), max(2, len(index.texts) - 1))


def _kmeans(index: Index, k: int) -> Clusters:
    vectors, start = index.vectors, seed()
    return _kept.get((digest(index.texts), k, start), lambda: kmeans(vectors, k, seed=start))


def _merges(index: Index, linkage: Linkage, metric: Metric) -> tuple[np.ndarray, float]:
    def timed() -> tuple[np.ndarray, float]:
        began = time.perf_counter()
        return merges(index.vectors, linkage, metric), time.perf_counter() - began

    return _trees.get((digest(index.texts), linkage, metric), timed)


def flat(vectors: np.ndarray, index: Index) -> np.ndarray:
    """Vectors in the plane of a collection's two largest principal components."""
    mean, axes = _planes.get(digest(index.texts), lambda: _plane(index.vectors))
    return (vectors - mean) @ axes


def _plane(collection: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    mean = collection.mean(0)
    return mean, np.linalg.svd(collection - mean, full_matrices=False)[2][:2].T


def _inside(index: Index, labels: np.ndarray) -> float:
    """How long the mean of the largest cluster is: unit vectors have their mean inside the sphere."""
    return float(np.linalg.norm(index.vectors[labels == 0].mean(0)))
