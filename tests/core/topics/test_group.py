"""HDBSCAN opened, from first principles."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial.distance import cdist

from core.topics.config import Config
from core.topics.group import by_size, density, group, membership, mutual_reachability

CONFIG = Config(min_cluster_size=7)


@pytest.fixture(scope="module")
def points() -> np.ndarray:
    """Three clouds of 41, 29 and 23 points, and 11 strays."""
    dice = np.random.default_rng(0)
    clouds = [dice.standard_normal((n, 2)) * 0.3 + at for n, at in ((29, (0, 0)), (41, (6, 0)), (23, (0, 6)))]
    return np.concatenate([*clouds, dice.uniform(-12, 18, (11, 2))]).astype(np.float32)


def test_three_clouds_and_strays(points: np.ndarray) -> None:
    found = group(points, CONFIG)
    assert (found.labels[29:70] == 0).all() and (found.labels[:29] == 1).all()  # the largest is topic 0
    assert (found.labels[-11:] == -1).sum() >= 8 and found.probabilities[:93].min() > 0


def test_several_group_at_once_and_find_what_each_would_find_alone(points: np.ndarray) -> None:
    configs = [Config(min_cluster_size=size) for size in (3, 5, 7, 9)] * 5
    alone = [(group(points, config).labels, membership(points, config)) for config in configs]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda config: (group(points, config).labels, membership(points, config)), configs))
    for ours, theirs in zip(alone, together, strict=True):
        assert np.array_equal(ours[0], theirs[0]) and np.array_equal(ours[1], theirs[1])


def test_the_tree_spans_mutual_reachability(points: np.ndarray) -> None:
    found = density(points, CONFIG)
    away = cdist(points, points)
    core = np.sort(away, axis=1)[:, 7]
    assert np.allclose(found.core, core)
    reach = np.maximum(np.maximum(away, core[:, None]), core[None])
    assert found.lengths.sum() == pytest.approx(minimum_spanning_tree(reach - np.diag(np.diag(reach))).sum(), rel=1e-6)
    i, j = found.edges[0]
    assert mutual_reachability(points[i], points[j], float(core[i]), float(core[j])) == pytest.approx(
        found.lengths[0], rel=1e-5
    )


def test_the_chosen_clusters_are_the_most_stable(points: np.ndarray) -> None:
    found = density(points, CONFIG)
    stability = found.stability()
    root = len(points)
    children: dict[int, list[int]] = {}
    for parent, child in zip(found.parent, found.child, strict=True):
        if child >= root:
            children.setdefault(int(parent), []).append(int(child))

    def best(cluster: int) -> float:
        below = sum(best(child) for child in children.get(cluster, []))
        return below if cluster == root else max(stability[cluster], below)

    assert sum(stability[int(c)] for c in found.chosen) == pytest.approx(best(root))
    assert len(found.chosen) == found.groups.labels.max() + 1
    for cluster in found.chosen.tolist():
        assert found.parts(cluster) == children.get(cluster, []) and found.best(cluster) == stability[cluster]


def test_strays_are_the_most_outlying(points: np.ndarray) -> None:
    found = density(points, CONFIG)
    assert found.outlying[-11:].mean() > 2 * found.outlying[:93].mean()


def test_membership_agrees_with_the_labels(points: np.ndarray) -> None:
    found, soft = group(points, CONFIG), membership(points, CONFIG)
    inside = found.labels >= 0
    assert soft.shape == (len(points), 3) and soft.sum(1).max() < 1 + 1e-6
    assert (soft[inside].argmax(1) == found.labels[inside]).mean() > 0.98


def test_k_means_leaves_nobody_out(points: np.ndarray) -> None:
    found = group(points, Config(clusters=3))
    assert found.labels.min() == 0 and (np.diff(np.bincount(found.labels)) <= 0).all()


def test_no_group_at_all() -> None:
    found = by_size(np.full(5, -1), np.zeros(5))
    assert found.labels.tolist() == [-1] * 5
