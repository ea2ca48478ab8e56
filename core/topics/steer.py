"""Topics that somebody asked for: labels that are known for some documents, subjects to look for, names to fill."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_matrix, diags

from core.topics.config import OUTLIER
from core.topics.neighbours import normed

UNKNOWN, FAR = 1.0, 5.0  # how far a document without a label is from any other, and two labels from each other
OWN = 0.75  # share of a guided document's own vector; the rest is its guide's


def supervise(graph: csr_matrix, known: Int[np.ndarray, " N"]) -> csr_matrix:
    """The graph of neighbours where ties between different labels are all but cut; -1 is a label not known.

    Source: McInnes et al. 2018, section 3.1, intersection of fuzzy sets, as umap-learn does it for labels.
    """
    edges = graph.tocoo()
    left, right = known[edges.row], known[edges.col]
    unsure = (left == OUTLIER) | (right == OUTLIER)
    edges.data = edges.data * np.where(unsure, np.exp(-UNKNOWN), np.where(left == right, 1, np.exp(-FAR)))
    cut = edges.tocsr()
    most = np.asarray(cut.max(axis=1).todense()).ravel()
    cut = csr_matrix(diags(1 / np.where(most > 0, most, 1)) @ cut)
    both = cut.multiply(cut.T)
    woven = csr_matrix(cut + cut.T - both, dtype=np.float32)
    woven.sort_indices()
    return woven


def guide(
    vectors: Float[np.ndarray, "N W"], subjects: Float[np.ndarray, "S W"]
) -> tuple[Float[np.ndarray, "N W"], Int[np.ndarray, " N"]]:
    """Documents moved towards the subject they are most like, and which that is; -1 where the mean document is nearer.

    Source: guided topic modelling of BERTopic, https://maartengr.github.io/BERTopic/getting_started/guided/guided.html
    """
    vectors = np.asarray(vectors, np.float32)
    goals = np.vstack([subjects, vectors.mean(0)])
    chosen = (normed(vectors) @ normed(goals).T).argmax(1)
    known = np.where(chosen == len(subjects), OUTLIER, chosen)
    led = known != OUTLIER
    moved = vectors.copy()
    moved[led] = OWN * vectors[led] + (1 - OWN) * np.asarray(subjects, np.float32)[known[led]]
    return moved, known


def fill(
    vectors: Float[np.ndarray, "N W"], names: Float[np.ndarray, "S W"], alike: float = 0.7
) -> Int[np.ndarray, " N"]:
    """Zero-shot topics: the name that a document is most like, where the cosine is ``alike`` or more; else -1."""
    cosines = normed(vectors) @ normed(names).T
    return np.where(cosines.max(1) >= alike, cosines.argmax(1), OUTLIER)
