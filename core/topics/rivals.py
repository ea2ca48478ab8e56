"""Other ways to find topics in the same documents: LDA by Gibbs sampling, NMF, and Top2Vec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import no_type_check

import numpy as np
from jaxtyping import Float, Int
from numba import njit
from scipy.sparse import csr_matrix

from core.runtime import OnStep, Step, quiet
from core.topics.bags import Bags
from core.topics.neighbours import normed


@dataclass(frozen=True, eq=False)
class Rival:
    """Topics by another road: a label for each document, the best words of each topic, largest topic first."""

    labels: Int[np.ndarray, " N"]
    words: tuple[tuple[str, ...], ...]
    trace: Float[np.ndarray, " sweeps"] = field(default_factory=lambda: np.zeros(0))  # of LDA: nats per word


def lda(
    bags: Bags,
    C: int,
    *,
    alpha: float = 0.1,
    beta: float = 0.01,
    sweeps: int = 100,
    seed: int = 0,
    k: int = 10,
    on_step: OnStep = quiet,
) -> Rival:
    """Latent Dirichlet allocation by collapsed Gibbs sampling: every running word has a topic, drawn anew in turn.

    A topic is likely for a word where the document has it often and where it has the word often:
    ``(n_dt + α) · (n_tw + β) / (n_t + Vβ)``.

    Source: Griffiths & Steyvers 2004, Finding Scientific Topics, equation 5.
    """
    V, N = len(bags.vocab), len(bags.starts) - 1
    word = np.repeat(bags.words, bags.counts).astype(np.int64)
    document = np.repeat(np.repeat(np.arange(N), np.diff(bags.starts)), bags.counts)
    dice = np.random.default_rng(seed)
    topic = dice.integers(C, size=len(word))
    n_dt, n_tw = np.zeros((N, C)), np.zeros((C, V))
    np.add.at(n_dt, (document, topic), 1)
    np.add.at(n_tw, (topic, word), 1)
    n_t, trace = n_tw.sum(1), []
    for at in range(sweeps):
        nats = _gibbs(word, document, topic, n_dt, n_tw, n_t, alpha, beta, dice.random(len(word)))
        trace.append(nats / len(word))
        on_step(Step((at + 1) / sweeps, {"nats per word": trace[-1]}))
    return _named(n_dt.argmax(1), csr_matrix(n_tw / n_t[:, None]), bags, C, k, np.array(trace))


@no_type_check
@njit(cache=True, nogil=True)
def _gibbs(word, document, topic, n_dt, n_tw, n_t, alpha, beta, dice):
    """One sweep over all running words; returns minus the sum of their log likelihoods."""
    C, V = n_tw.shape
    p, nats = np.empty(C), 0.0
    for i in range(len(word)):
        w, d, t = word[i], document[i], topic[i]
        n_dt[d, t] -= 1
        n_tw[t, w] -= 1
        n_t[t] -= 1
        total, length = 0.0, 0.0
        for t in range(C):
            total += (n_dt[d, t] + alpha) * (n_tw[t, w] + beta) / (n_t[t] + V * beta)
            length += n_dt[d, t] + alpha
            p[t] = total
        t = np.searchsorted(p, dice[i] * total)
        topic[i] = t
        n_dt[d, t] += 1
        n_tw[t, w] += 1
        n_t[t] += 1
        nats -= np.log(total / length)
    return nats


def nmf(bags: Bags, C: int, *, seed: int = 0, k: int = 10) -> Rival:
    """Non-negative factors of TF-IDF: documents are sums of topics, topics are sums of words.

    Source: Lee & Seung 1999. https://doi.org/10.1038/44565
    """
    from sklearn.decomposition import NMF
    from sklearn.feature_extraction.text import TfidfTransformer

    weights = TfidfTransformer(sublinear_tf=True).fit_transform(bags.matrix)
    model = NMF(
        n_components=C,  # pyright: ignore[reportArgumentType] # scikit-learn's default here is a word
        init="nndsvda",
        random_state=seed,
        max_iter=300,
        tol=1e-3,
    )
    parts = model.fit_transform(weights)
    return _named(parts.argmax(1), csr_matrix(model.components_), bags, C, k)


def top2vec(
    labels: Int[np.ndarray, " N"],
    vectors: Float[np.ndarray, "N W"],
    words: Sequence[str],
    word_vectors: Float[np.ndarray, "V W"],
    *,
    k: int = 10,
) -> Rival:
    """A topic is the mean of its documents' vectors; its words lie nearest to it; a document goes to the nearest topic.

    ``labels`` come from the same UMAP and HDBSCAN; Top2Vec leaves no outliers.

    Source: Angelov 2020. https://arxiv.org/abs/2008.09470
    """
    C = int(labels.max()) + 1
    centres = normed(np.stack([vectors[labels == topic].mean(0) for topic in range(C)]))
    near = normed(word_vectors) @ centres.T  # (V, C)
    own = (normed(vectors) @ centres.T).argmax(1)
    order = np.argsort(-np.bincount(own, minlength=C), kind="stable")
    place = np.empty(C, np.int64)
    place[order] = np.arange(C)
    best = np.argsort(-near, axis=0, kind="stable")[:k]
    named = [tuple([str(words[at]) for at in best[:, topic].tolist()]) for topic in order.tolist()]
    return Rival(place[own], tuple(named))


def _named(
    labels: Int[np.ndarray, " N"], weights: csr_matrix, bags: Bags, C: int, k: int, trace: np.ndarray | None = None
) -> Rival:
    """Topics numbered from the largest, with their heaviest words."""
    order = np.argsort(-np.bincount(labels, minlength=C), kind="stable")
    place = np.empty(C, np.int64)
    place[order] = np.arange(C)
    lines = [np.asarray(weights[topic].todense()).ravel() for topic in order]
    words = tuple(tuple(bags.vocab[at] for at in np.argsort(-line, kind="stable")[:k]) for line in lines)
    return Rival(place[labels], words, np.zeros(0) if trace is None else trace)
