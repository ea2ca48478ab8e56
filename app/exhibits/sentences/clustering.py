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
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from core.search.cluster import LINKAGES, METRICS, Clusters, Linkage, Metric, cut, kmeans, merges
from core.search.index import Index
from core.search.shelf import indexed


def means(index: Index, lang: Lang) -> None:
    with control("sentences_k"):
        k = whole("sentences_k", cluster_text.K[lang], 2, 30, default=8)
    found = _kmeans(k, seed())
    _picture(index, found, lang)
    facts = {"k": k, "inertia": found.inertia, "inside": _inside(index, found.labels)}
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
    with control("sentences_k"):
        k = whole("sentences_k", cluster_text.K[lang], 2, 30, default=8)
    joined, seconds = _merges(cast(Linkage, linkage), cast(Metric, metric))
    found = cut(index.vectors, joined, k, seconds=seconds)
    show(cluster_charts.dendrogram(joined, k, lang), key="sentences_tree", alt=cluster_text.TREE_ALT[lang])
    _picture(index, found, lang)
    facts = {"tree": 1000 * seconds, "means": 1000 * _kmeans(k, seed()).seconds}
    st.caption(cluster_text.TREE_HOW[lang].format(**facts))


def _picture(index: Index, found: Clusters, lang: Lang) -> None:
    fig = cluster_charts.groups(plane(), index.texts, found, lang)
    show(fig, key="sentences_clusters", alt=cluster_text.MAP_ALT[lang])


@shared(64)
def _kmeans(k: int, seed: int) -> Clusters:
    return kmeans(indexed().vectors, k, seed=seed)


@shared(8)
def _merges(linkage: Linkage, metric: Metric) -> tuple[np.ndarray, float]:
    began = time.perf_counter()
    return merges(indexed().vectors, linkage, metric), time.perf_counter() - began


@shared(1)
def plane() -> np.ndarray:
    """The collection in the plane of its two largest principal components."""
    return flat(indexed().vectors, indexed().vectors)


def flat(vectors: np.ndarray, collection: np.ndarray) -> np.ndarray:
    """Vectors in the plane in which a collection differs most."""
    mean = collection.mean(0)
    _, _, axes = np.linalg.svd(collection - mean, full_matrices=False)
    return (vectors - mean) @ axes[:2].T


def _inside(index: Index, labels: np.ndarray) -> float:
    """How long the mean of the largest cluster is: unit vectors have their mean inside the sphere."""
    return float(np.linalg.norm(index.vectors[labels == 0].mean(0)))
