"""UMAP step by step beside umap-learn, and exact neighbours."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from core.topics.flatten import bandwidths, curve, flatten, lay, pca, weave
from core.topics.kernel import sweep
from core.topics.neighbours import kept, kept_of, nearest, normed

N, W, K = 211, 17, 11


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    """Seven clouds of points, no two alike."""
    dice = np.random.default_rng(3)
    return (dice.standard_normal((7, W))[dice.integers(7, size=N)] * 2 + dice.standard_normal((N, W))).astype(
        np.float32
    )


def _umap():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import umap.layouts
        import umap.umap_
    return umap.umap_, umap.layouts


def test_neighbours_are_the_true_ones(vectors: np.ndarray) -> None:
    near, away = nearest(vectors, K)
    cosine = 1 - normed(vectors) @ normed(vectors).T
    assert (near[:, 0] == np.arange(N)).all() and (np.diff(away, axis=1) >= 0).all()
    assert np.allclose(away[:, 1:], np.sort(cosine + 9 * np.eye(N), axis=1)[:, : K - 1], atol=1e-5)
    with pytest.raises(ValueError, match="ask for 211"):
        nearest(vectors, N + 1)


def test_all_neighbours_together_count_log2_k(vectors: np.ndarray) -> None:
    _, away = nearest(vectors, K)
    rho, sigma = bandwidths(away.astype(float))
    total = np.exp(-np.maximum(away[:, 1:] - rho[:, None], 0) / sigma[:, None]).sum(1)
    assert np.allclose(total, np.log2(K), atol=1e-3)


def test_the_graph_is_umaps(vectors: np.ndarray) -> None:
    near, away = nearest(vectors, K)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs, *_ = _umap()[0].fuzzy_simplicial_set(
            vectors, K, np.random.RandomState(0), "cosine", knn_indices=near, knn_dists=away
        )
    assert abs(weave(near, away) - theirs).max() < 1e-5


@pytest.mark.parametrize("min_dist", [0.0, 0.1, 0.6])
def test_the_curve_is_umaps(min_dist: float) -> None:
    assert curve(min_dist) == pytest.approx(_umap()[0].find_ab_params(1.0, min_dist))


def test_the_pulls_are_umaps(vectors: np.ndarray) -> None:
    edges = weave(*nearest(vectors, K)).tocoo()
    head, tail, every = edges.row, edges.col, (edges.data.max() / edges.data).astype(float)
    start = (3 * pca(normed(vectors), 2)).astype(np.float32)
    (a, b), dice = curve(0.1), np.array([7, 11, 13], np.int64)
    theirs, ours = start.copy(), start.copy()
    _umap()[1].optimize_layout_euclidean(
        *(theirs, theirs, head, tail, 3, N, every, a, b, dice, 1.0, 1.0, 1e-9),  # no pushes
        **{"parallel": False, "densmap": False, "densmap_kwds": {}, "move_other": True},
    )
    a, b = np.float32(a), np.float32(b)
    mean = sweep(ours, head.astype(np.int32), tail.astype(np.int32), every, a, b, 0, 3, 0, 1, np.zeros(1, np.int64))
    assert np.allclose(ours, theirs, atol=1e-3) and np.abs(ours - start).max() > 1  # the last bits: single precision
    assert np.array_equal(mean, ours)  # of the last epoch alone


def test_the_pushes_by_hand() -> None:
    """Of two points one is pushed away from the other, or from itself, which does nothing."""
    a, b = (np.float32(each) for each in curve(0.1))
    start, ends, every = np.array([[0.0, 0.0], [0.6, 0.8]], np.float32), np.zeros(1, np.int32), np.ones(1)
    pulled, pushed = start.copy(), start.copy()
    sweep(pulled, ends, ends + 1, every, a, b, 0, 2, 0, 1, np.zeros(1, np.int64))
    sweep(pushed, ends, ends + 1, every, a, b, 0, 2, 6, 1, np.zeros(1, np.int64))
    away = pulled[0] - pulled[1]
    d2 = float(away @ away)
    one = np.clip(2 * b / ((0.001 + d2) * (a * d2**b + 1)) * away, -4, 4)
    times = (pushed[0] - pulled[0]) / one
    assert times == pytest.approx(np.full(2, times.round()[0]), abs=1e-3) and 1 <= times.round()[0] <= 6
    assert np.array_equal(pushed[1], pulled[1])


def test_a_layout_keeps_as_many_neighbours_as_umaps(vectors: np.ndarray) -> None:
    near, away = nearest(vectors, K)
    graph = weave(near, away)
    edges, start = graph.tocoo(), pca(normed(vectors), 2)
    theirs = (10 * (start - start.min(0)) / np.ptp(start, axis=0)).astype(np.float32)
    every = (edges.data.max() / edges.data).astype(float)
    _umap()[1].optimize_layout_euclidean(
        *(theirs, theirs, edges.row, edges.col, 100, N, every, *curve(0.1), np.array([7, 11, 13], np.int64)),
        **{"parallel": False, "densmap": False, "densmap_kwds": {}, "move_other": True},
    )
    assert kept(near, lay(graph, start, min_dist=0.1)).mean() > kept(near, theirs).mean() - 0.02


def test_the_mean_of_layouts_depends_less_on_the_dice(vectors: np.ndarray) -> None:
    graph, start = weave(*nearest(vectors, K)), pca(normed(vectors), 5)

    def apart(layouts: int) -> float:
        one, other = (lay(graph, start, layouts=layouts, settled=0.8, seed=seed) for seed in (0, 1))
        return float(np.abs(one - other).mean())

    assert apart(8) < apart(1)


def test_same_seed_same_bytes_and_neighbours_stay(vectors: np.ndarray) -> None:
    near, away = nearest(vectors, K)
    first, again, other = (
        flatten(vectors, weave(near, away), 2, min_dist=0.1, epochs=100, seed=seed) for seed in (0, 0, 1)
    )
    assert first.tobytes() == again.tobytes() != other.tobytes()
    flat = flatten(vectors, None, 2, min_dist=0.1, epochs=100, seed=0)
    assert kept(near, first).mean() > kept(near, flat).mean() > 10 / N


def test_pca_keeps_the_largest_variances(vectors: np.ndarray) -> None:
    points = pca(vectors, 3)
    values = np.linalg.svd(vectors - vectors.mean(0), compute_uv=False)[:3]
    assert np.allclose(np.linalg.norm(points, axis=0), values, rtol=1e-3)


def test_an_edge_alone_pulls_its_ends_together() -> None:
    from scipy.sparse import csr_matrix

    graph = csr_matrix(np.array([[0, 1.0], [1.0, 0]], np.float32))
    points = lay(graph, np.array([[0.0, 1.0], [1.0, 0.0]]), epochs=50)
    assert np.linalg.norm(points[0] - points[1]) < 10


def test_some_documents_are_asked_for_their_neighbours_as_all_are(vectors: np.ndarray) -> None:
    flat, rows = pca(normed(vectors), 2), np.arange(0, N, 3)
    every = kept(nearest(vectors, 11)[0], flat)
    assert kept_of(vectors, flat, rows) == pytest.approx(every[rows])
    assert kept_of(vectors, vectors, rows[:2], k=3 * N).tolist() == [1, 1]
