"""Rollout, flow, statistics and arithmetic: on paper, by law, and against networkx."""

from __future__ import annotations

import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from core.attention import AttentionMaps, flow, head_statistics, rollout
from core.attention.arithmetic import SCORES, Parameters, hard, local, parameters_of, predicted_centre, scores, softmax
from core.attention.rollout import through
from core.attention.statistics import neighbours_kept, plane
from tests.core.attention.test_arrange import SIDE, maps_of


def drawn(L: int, H: int, T: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).dirichlet(np.ones(T), size=(L, H, T))


def test_rollout_on_paper() -> None:
    half = np.array([[[[0.0, 1.0], [1.0, 0.0]]]])  # both look at the other: half stays, half crosses
    assert rollout(half).tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert rollout(np.repeat(half, 3, axis=0), residual=0.0).tolist() == [[0, 1], [1, 0]]


@given(st.integers(1, 3), st.integers(1, 5), st.integers(2, 7), st.integers(0, 99))
def test_rows_of_rollout_are_shares(L: int, H: int, T: int, seed: int) -> None:
    found = rollout(drawn(L, H, T, seed))
    assert (found >= 0).all() and np.allclose(found.sum(1), 1)


def test_flow_is_networkx_s_maximal_flow() -> None:
    weights = drawn(3, 2, 5)
    graph: networkx.DiGraph = networkx.DiGraph()
    for at, layer in enumerate(through(weights)):
        for i in range(5):
            for j in range(5):
                graph.add_edge((at + 1, i), (at, j), capacity=layer[i, j])
    want = np.array([[networkx.maximum_flow_value(graph, (3, i), (0, j)) for j in range(5)] for i in range(5)])
    assert np.abs(flow(weights) - want / want.sum(1, keepdims=True)).max() < 1e-5
    assert np.allclose(flow(weights, rows=np.array([2])), flow(weights)[2:3])


def test_statistics_on_paper() -> None:
    weights = np.zeros((1, 2, 5, 5), np.float32)
    weights[0, 0] = np.eye(5, k=-1)  # looks one token back …
    weights[0, 0, 0, 0] = 1
    weights[0, 1] = 0.2  # … and everywhere
    found = head_statistics(maps_of(SIDE, weights))
    assert found.rows == 3 and found.texts == 1
    assert found.previous.tolist() == [[1, pytest.approx(0.2)]] and found.self[0, 0] == 0
    assert found.entropy[0] == pytest.approx([0, np.log2(5)], abs=1e-6)
    assert found.first[0] == pytest.approx([1 / 3, 0.2]) and found.last[0] == pytest.approx([0, 0.2])
    assert found.distance[0, 0] == pytest.approx(2 / 3)  # the first typed token looks at [CLS] only: left out


def test_heads_are_as_far_apart_as_scipy_says() -> None:
    weights = drawn(2, 3, 5).astype(np.float32)
    found = head_statistics(maps_of(SIDE, weights))
    rows = weights.reshape(6, 5, 5)[:, 1:4].astype(float)
    want = np.mean([jensenshannon(rows[1, t], rows[4, t], base=2) ** 2 for t in range(3)])
    assert found.apart[1, 4] == pytest.approx(want, abs=1e-6)
    assert np.allclose(found.apart, found.apart.T) and np.allclose(found.apart.diagonal(), 0, atol=1e-6)
    at = plane(found.apart)
    assert at.shape == (6, 2) and 0 <= neighbours_kept(found.apart, at, 2) <= 1


def test_points_of_a_plane_come_back() -> None:
    points = np.random.default_rng(3).standard_normal((11, 2))
    squares = ((points[:, None] - points[None]) ** 2).sum(-1)
    at = plane(squares)
    assert np.allclose(((at[:, None] - at[None]) ** 2).sum(-1), squares)
    assert neighbours_kept(squares, at, 3) == 1


def test_cross_attention_has_no_neighbours() -> None:
    maps = maps_of(SIDE, drawn(1, 1, 5).astype(np.float32))
    with pytest.raises(ValueError, match="itself"):
        head_statistics(AttentionMaps(**{**vars(maps), "kind": "cross"}))


def test_scores_on_paper() -> None:
    q, K = np.array([1.0, 2.0, 0.0]), np.array([[3.0, 1.0, 5.0], [0.0, -1.0, 7.0]])
    I = np.eye(3)  # noqa: E741
    given_ = Parameters(2 * I, I, I, np.ones(3))
    assert scores("dot", q, K, given_).tolist() == [5, -2]
    assert scores("scaled", q, K, given_) == pytest.approx([5 / np.sqrt(3), -2 / np.sqrt(3)])
    assert scores("general", q, K, given_).tolist() == [10, -4]
    assert scores("additive", q, K, given_) == pytest.approx(np.tanh(q + K).sum(1))


@given(st.integers(1, 7), st.integers(1, 5), st.integers(1, 11), st.integers(0, 99))
def test_concat_is_additive_written_in_another_way(D: int, S: int, U: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    q, K, given_ = dice.standard_normal(D), dice.standard_normal((S, D)), Parameters.drawn(D, U, seed)
    assert np.allclose(scores("concat", q, K, given_), scores("additive", q, K, given_))
    assert np.abs(scores("additive", q, K, given_)).max() <= np.abs(given_.v).sum() + 1e-9
    assert [parameters_of(kind, D, U) for kind in SCORES] == [0, 0, D * D, 2 * U * D + U, 2 * U * D + U]
    assert softmax(scores("dot", q, K, given_)).sum() == pytest.approx(1)


def test_a_window_and_its_bell() -> None:
    flat = np.full(9, 1 / 9)
    window = local(flat, 4.0, 2, damped=False)
    assert window.tolist() == pytest.approx([0, 0, 0.2, 0.2, 0.2, 0.2, 0.2, 0, 0])
    bell = local(flat, 4.0, 2, damped=True)
    assert bell[4] == pytest.approx(0.2) and bell[3] == pytest.approx(0.2 * np.exp(-0.5)) and bell.sum() < 1
    assert local(np.eye(9)[0], 8.0, 2, damped=False).sum() == 0
    assert predicted_centre(10, 0.0) == 5


def test_the_mean_of_hard_is_soft() -> None:
    weights, V = np.array([0.2, 0.5, 0.3]), np.array([[1.0, 0], [0, 1], [2, 2]])
    taken, places = hard(weights, V, 20_000, 0)
    assert np.abs(taken.mean(0) - weights @ V).max() < 0.03
    assert set(map(tuple, taken)) == set(map(tuple, V)) and places.max() == 2
