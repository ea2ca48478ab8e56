import numpy as np
import pytest

from core.errors import Trouble
from core.word2vec.maps import Config, flatten, hubness, kept, nearest


def cloud(N: int = 41, D: int = 7) -> np.ndarray:
    return np.random.default_rng(2).normal(size=(N, D)).astype(np.float32)


def test_neighbours_by_hand():
    line = np.array([[0.0], [1.0], [3.0], [7.0]])
    assert [set(row) for row in nearest(line, 2).tolist()] == [{1, 2}, {0, 2}, {0, 1}, {1, 2}]


def test_a_flat_space_is_kept_whole():
    flat = cloud(D=2)
    assert kept(flat, flat * 3 + 1).min() == 1


def test_a_shuffled_picture_keeps_what_chance_gives():
    points = cloud(401)
    shuffled = np.random.default_rng(3).permutation(points[:, :2])
    assert kept(points, shuffled).mean() == pytest.approx(10 / 400, abs=0.015)


def test_kept_is_sklearns_neighbours():
    from sklearn.neighbors import NearestNeighbors

    points = cloud()
    near = [NearestNeighbors(n_neighbors=10).fit(p).kneighbors(return_distance=False) for p in (points, points[:, :2])]
    expected = [len(set(a) & set(b)) / 10 for a, b in zip(*near, strict=True)]
    assert kept(points, points[:, :2]) == pytest.approx(expected)


def test_pca_is_sklearns_up_to_sign():
    from sklearn.decomposition import PCA

    points = cloud()
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    theirs = PCA(2).fit(unit)
    ours = flatten(points, Config("pca"))
    assert np.abs(ours.points) == pytest.approx(np.abs(theirs.transform(unit)), abs=1e-5)
    assert ours.explained == pytest.approx(theirs.explained_variance_ratio_, abs=1e-5)


def test_tsne_keeps_more_than_pca_and_repeats():
    dice = np.random.default_rng(1)
    blobs = np.concatenate([dice.normal(size=(1, 13)) * 3 + dice.normal(size=(9, 13)) for _ in range(5)])
    bent, again, flat = (flatten(blobs, Config(m)) for m in ("tsne", "tsne", "pca"))  # pyright: ignore
    assert bent.kept.mean() > flat.kept.mean()
    assert np.array_equal(bent.points, again.points)


def test_every_list_entry_counts_for_one_hub():
    assert hubness(cloud(), 5).sum() == 41 * 5


def test_too_few_points_are_told():
    with pytest.raises(Trouble) as told:
        flatten(cloud(3), Config())
    assert told.value.code == "map-few"
