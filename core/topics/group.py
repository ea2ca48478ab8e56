"""Groups where documents lie dense: HDBSCAN, and everything it knew on the way to its answer.

``hdbscan`` is imported late: it takes a second.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Int

from core.topics.config import OUTLIER, Config


@dataclass(frozen=True, eq=False)
class Groups:
    """A label for each point, largest group first, and how sure it is; -1 for points that belong to no group."""

    labels: Int[np.ndarray, " N"]
    probabilities: Float[np.ndarray, " N"]  # 1 in the heart of a group, 0 outside of all


@dataclass(frozen=True, eq=False)
class Density:
    """HDBSCAN opened. Densities are λ = 1 / distance; a row of the tree is one step of a group losing points."""

    groups: Groups
    core: Float[np.ndarray, " N"]  # distance to the min_samples-th neighbour
    edges: Int[np.ndarray, "E 2"]  # the minimum spanning tree, shortest edge first
    lengths: Float[np.ndarray, " E"]  # mutual reachability along its edges
    parent: Int[np.ndarray, " R"]  # the condensed tree: which cluster …
    child: Int[np.ndarray, " R"]  # … loses which point (below N) or splits off which cluster (N and above)
    lambdas: Float[np.ndarray, " R"]  # at which density
    sizes: Int[np.ndarray, " R"]  # points of the child
    chosen: Int[np.ndarray, " C"]  # the tree's cluster behind each label
    outlying: Float[np.ndarray, " N"]  # GLOSH: 0 in a dense place, near 1 far outside of the nearest cluster

    def stability(self) -> dict[int, float]:
        """For each cluster of the tree, how long how many points stayed in it: Σ size · (λ - λ at birth)."""
        birth = dict(zip(self.child.tolist(), self.lambdas.tolist(), strict=True))
        found: dict[int, float] = {}
        for parent, at, size in zip(self.parent.tolist(), self.lambdas.tolist(), self.sizes.tolist(), strict=True):
            found[parent] = found.get(parent, 0.0) + size * (at - birth.get(parent, 0.0))
        return found

    def parts(self, cluster: int) -> list[int]:
        """The clusters that a cluster of the tree splits into."""
        return self.child[(self.parent == cluster) & (self.child >= len(self.groups.labels))].tolist()

    def best(self, cluster: int) -> float:
        """The stability of a cluster or, where that is more, what its parts come to at best: excess of mass."""
        stable = self.stability()

        def most(at: int) -> float:
            return max(stable.get(at, 0.0), sum(map(most, self.parts(at))))

        return most(cluster)


def group(points: Float[np.ndarray, "N D"], config: Config) -> Groups:
    """Label the points: HDBSCAN, or k-means where ``config.clusters`` says how many groups there are.

    Source: Campello et al. 2013, Density-Based Clustering Based on Hierarchical Density Estimates.
    """
    if config.clusters:
        from sklearn.cluster import KMeans

        k = min(config.clusters, len(points))
        found = KMeans(n_clusters=k, random_state=config.seed).fit_predict(points)
        return by_size(np.asarray(found), np.ones(len(points)))
    clusterer = _fitted(points, config)
    return by_size(clusterer.labels_, clusterer.probabilities_)


def density(points: Float[np.ndarray, "N D"], config: Config) -> Density:
    """The same groups with the tree that they were cut from."""
    clusterer = _fitted(points, config, gen_min_span_tree=True)
    groups = by_size(clusterer.labels_, clusterer.probabilities_)
    tree = clusterer.condensed_tree_.to_numpy()
    spanning = clusterer.minimum_spanning_tree_.to_numpy()
    k = min(config.min_samples or config.min_cluster_size, len(points) - 1)
    from scipy.spatial import KDTree

    selected = np.array(clusterer.condensed_tree_._select_clusters(), np.int64)  # in the order of the raw labels
    order = _order(clusterer.labels_)
    return Density(
        groups=groups,
        core=KDTree(points).query(points, k + 1)[0][:, -1],
        edges=spanning[:, :2].astype(np.int64),
        lengths=spanning[:, 2],
        parent=tree["parent"].astype(np.int64),
        child=tree["child"].astype(np.int64),
        lambdas=tree["lambda_val"].astype(np.float64),
        sizes=tree["child_size"].astype(np.int64),
        chosen=selected[order],
        outlying=np.nan_to_num(clusterer.outlier_scores_),
    )


def membership(points: Float[np.ndarray, "N D"], config: Config) -> Float[np.ndarray, "N C"]:
    """How much each point belongs to every group, by distance and by density; the groups in the order of ``group``."""
    import hdbscan

    clusterer = _fitted(points, config, prediction_data=True)
    order = _order(clusterer.labels_)
    if not len(order):
        return np.zeros((len(points), 0))
    found = np.asarray(hdbscan.all_points_membership_vectors(clusterer), np.float64).reshape(len(points), -1)
    return np.nan_to_num(found[:, order])


def mutual_reachability(a: Float[np.ndarray, " D"], b: Float[np.ndarray, " D"], core_a: float, core_b: float) -> float:
    """The distance HDBSCAN works with: never shorter than either point's own core distance."""
    return max(float(np.linalg.norm(a - b)), core_a, core_b)


def by_size(labels: Int[np.ndarray, " N"], probabilities: Float[np.ndarray, " N"]) -> Groups:
    """The same groups, numbered from the largest down; equal ones in the order in which they were found."""
    order = _order(labels)
    place = np.full(len(order) + 1, OUTLIER)
    place[order] = np.arange(len(order))
    return Groups(place[labels], np.asarray(probabilities, np.float64))  # label -1 takes the spare last place


def _order(labels: Int[np.ndarray, " N"]) -> Int[np.ndarray, " C"]:
    return np.argsort(-np.bincount(labels[labels >= 0]), kind="stable") if (labels >= 0).any() else np.zeros(0, int)


def _fitted(points: Float[np.ndarray, "N D"], config: Config, **more: Any) -> Any:
    """HDBSCAN as BERTopic sets it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of scikit-learn's names for its own arguments
        import hdbscan

        size = max(2, min(config.min_cluster_size, len(points) - 1))
        samples = min(config.min_samples or size, len(points) - 1)
        # One process: of many points hdbscan would start six more, 200 MB each, for a second's work.
        more |= {"core_dist_n_jobs": 1}
        return hdbscan.HDBSCAN(
            min_cluster_size=size, min_samples=samples, cluster_selection_method=config.selection, **more
        ).fit(points.astype(np.float64))
