"""Clusters of points that are laid out so that everybody can say which belong together."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import adjusted_rand_score

from core.search.cluster import LINKAGES, cut, kmeans, merges

DICE = np.random.default_rng(0)
CENTRES = np.array([[5.0, 0, 0], [0, 5.0, 0], [0, 0, 5.0]])
TRUTH = np.repeat([0, 1, 2], [12, 9, 6])
POINTS = CENTRES[TRUTH] + 0.2 * DICE.normal(size=(27, 3))


def test_k_means_finds_the_three_heaps_largest_first() -> None:
    found = kmeans(POINTS, 3)
    assert adjusted_rand_score(TRUTH, found.labels) == 1 and np.bincount(found.labels).tolist() == [12, 9, 6]
    assert found.silhouette > 0.9


def test_inertia_is_the_sum_of_squared_distances_to_the_means() -> None:
    by_hand = sum(((POINTS[TRUTH == at] - POINTS[TRUTH == at].mean(0)) ** 2).sum() for at in range(3))
    assert kmeans(POINTS, 3).inertia == pytest.approx(by_hand)


def test_more_means_lie_closer() -> None:
    spread = [kmeans(POINTS, k).inertia for k in (1, 2, 3, 6)]
    assert spread == sorted(spread, reverse=True)


def test_one_cluster_has_no_silhouette() -> None:
    assert np.isnan(kmeans(POINTS, 1).silhouette) and kmeans(POINTS, 1).labels.max() == 0


@pytest.mark.parametrize("linkage", LINKAGES)
def test_merging_is_scikit_learns(linkage) -> None:
    ours = cut(POINTS, merges(POINTS, linkage, "euclidean"), 5).labels
    theirs = AgglomerativeClustering(5, linkage=linkage).fit_predict(POINTS)
    assert adjusted_rand_score(theirs, ours) == pytest.approx(1)


def test_by_cosine_the_length_does_not_count() -> None:
    long = POINTS * DICE.uniform(1, 9, (27, 1))
    a, b = (merges(points, "average", "cosine")[:, 2] for points in (POINTS, long))
    assert a == pytest.approx(b)
