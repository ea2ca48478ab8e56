"""A head with a known habit is called by its name; the recorded run is described as its numbers say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.attention import AttentionMaps
from core.attention.describe import describe, entropy, gathering, sink, standout
from core.attention.order import shuffled_gap
from core.attention.recorded import TEXTS, recorded


@pytest.fixture(scope="module")
def maps() -> AttentionMaps:
    return recorded("pronoun").maps


def with_head(maps: AttentionMaps, weights: np.ndarray) -> AttentionMaps:
    return replace(maps, weights=np.broadcast_to(weights.astype(np.float32), maps.weights.shape))


def test_habits_by_construction(maps: AttentionMaps) -> None:
    T = len(maps.tokens)
    one_back = np.eye(T, k=-1)
    one_back[0, 0] = 1
    assert describe(with_head(maps, one_back), 0, 0).pattern == "previous"
    assert describe(with_head(maps, np.eye(T)), 0, 0).pattern == "self"
    resting = np.tile(np.eye(T)[0], (T, 1))
    habit = describe(with_head(maps, resting), 0, 0)
    assert (habit.pattern, habit.token, habit.share) == ("special", "[CLS]", 1.0)
    flat = describe(with_head(maps, np.full((T, T), 1 / T)), 0, 0)
    assert flat.pattern == "broad" and flat.entropy == pytest.approx(np.log2(T), abs=1e-5)
    together = np.tile(np.eye(T)[2], (T, 1))
    assert (describe(with_head(maps, together), 0, 0).pattern, maps.tokens[2]) == ("one", "children")


def test_a_pair_must_stand_out_not_only_be_large(maps: AttentionMaps) -> None:
    T = len(maps.tokens)
    weights = np.tile(np.eye(T)[0], (T, 1))
    weights[5] = np.eye(T)[2]  # only "they" looks at "children"
    habit = describe(with_head(maps, weights), 0, 0)
    assert (habit.pattern, habit.query, habit.key, habit.weight) == ("pair", 5, 2, 1.0)


def test_the_recorded_run_shows_what_the_page_promises(maps: AttentionMaps) -> None:
    query, key, ahead = standout(maps, 3, 1)  # layer 4, head 2
    assert (maps.tokens[query], maps.tokens[key]) == ("they", "children") and ahead > 0.3
    back = describe(maps, 0, 2)  # layer 1, head 3
    assert back.pattern == "previous" and back.share > 0.99


def test_sink_and_gathering_are_means_over_rows(maps: AttentionMaps) -> None:
    weights = maps.weights[3, 1]
    token, share = sink(weights, maps.source)
    assert token == "[CLS]" and share == pytest.approx(weights[:, 0].mean(), abs=1e-6)
    one, mean = gathering(weights, maps.target, maps.source)
    asks = [i for i in range(1, len(maps.tokens) - 1) if i != one]
    assert mean == pytest.approx(weights[asks, one].mean(), abs=1e-6)


def test_entropy_by_hand() -> None:
    assert entropy(np.array([[0.5, 0.5, 0.0, 0.0]])) == 1.0
    assert entropy(np.array([[1.0, 0.0], [0.5, 0.5]])) == 0.5


def test_attention_alone_has_no_order(maps: AttentionMaps) -> None:
    order = np.random.default_rng(3).permutation(len(maps.tokens))
    assert shuffled_gap(maps, 3, 1, order) < 1e-5


def test_the_recording_is_whole_and_small() -> None:
    run = recorded("pronoun")
    assert run.text == TEXTS["pronoun"] and run.parameters > 22_000_000 and len(run.digest) == 64
    maps = run.maps
    scores = maps.scale[..., None, None] * maps.queries @ maps.keys.swapaxes(-1, -2) + maps.bias
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    np.testing.assert_allclose(powers / powers.sum(-1, keepdims=True), maps.weights, atol=1e-5)
