"""A head with a known habit is called by its name; the recorded run is described as its numbers say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.attention import AttentionMaps, Kind
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


def test_a_token_beside_itself_stands_out_only_when_nothing_else_is_left(maps: AttentionMaps) -> None:
    T = len(maps.tokens)
    query, key, _ = standout(with_head(maps, np.eye(T)), 0, 0)
    assert query != key
    small = cut(maps, 1, 2)
    assert standout(small, 0, 0)[:2] == (0, 0)


def test_a_single_word_looks_at_what_stands_around_it(maps: AttentionMaps) -> None:
    side = replace(maps.source, special=(True, False, *(True,) * (len(maps.tokens) - 2)))
    query, key, _ = standout(replace(maps, target=side, source=side), 3, 1)
    assert query == 1 and key != 1


def test_a_masked_pair_never_stands_out(maps: AttentionMaps) -> None:
    T = len(maps.tokens)
    side = replace(maps.source, special=(False,) * T)
    bias = np.broadcast_to(np.triu(np.full((T, T), -np.inf, np.float32), 1), maps.bias.shape)
    first = np.tile(np.eye(T)[0], (T, 1))  # every key but the first gets nothing from anyone
    causal = replace(with_head(maps, first), kind="decoder", target=side, source=side, bias=bias)
    two = cut(causal, 0, 2)
    assert standout(causal, 0, 0)[0] > standout(causal, 0, 0)[1]
    assert standout(two, 0, 0)[:2] == (1, 0)


def cut(maps: AttentionMaps, start: int, end: int) -> AttentionMaps:
    """Some tokens of the maps, alone in the world; the weights are made to fit."""
    side = replace(
        maps.source,
        **{
            name: getattr(maps.source, name)[start:end]
            for name in ("shown", "pieces", "ids", "words", "segments", "special", "unknown")
        },
    )
    vectors = {name: getattr(maps, name)[:, :, start:end] for name in ("queries", "keys", "values")}
    weights = maps.weights[:, :, start:end, start:end]
    weights = weights / weights.sum(-1, keepdims=True)
    bias = maps.bias[:, :, start:end, start:end]
    return replace(maps, target=side, source=side, weights=weights, bias=bias, **vectors)


@pytest.mark.parametrize("special", [True, False], ids=["with [CLS]", "without"])
@pytest.mark.parametrize("kind", ["encoder", "decoder", "cross"])
@given(seed=st.integers(0, 999))
def test_parts_cover_each_weight_once(maps: AttentionMaps, kind: Kind, special: bool, seed: int) -> None:
    dice, T = np.random.default_rng(seed), len(maps.tokens)
    side = maps.source if special else replace(maps.source, special=(False,) * T)
    weights = dice.random((T, T)) ** 8
    if kind == "decoder":
        weights = np.tril(weights)
    weights /= weights.sum(-1, keepdims=True)
    habit = describe(replace(with_head(maps, weights), kind=kind, target=side, source=side), 0, 0)
    assert sum(habit.parts.values()) == pytest.approx(1, abs=1e-5)
    assert set(habit.parts) == {*habit.shares, "other"} and min(habit.parts.values()) > -1e-6


def test_the_larger_habit_keeps_what_fits_two(maps: AttentionMaps) -> None:
    T = len(maps.tokens)  # [CLS] and nine others; eight are typed
    back = np.eye(T, k=-1)
    back[0, 0] = 1
    habit = describe(with_head(maps, back), 0, 0)
    assert habit.shares["special"] == pytest.approx(1 / 8)  # the first word looks one back, and so at [CLS]
    assert habit.parts["previous"] == 1.0 and habit.parts["special"] == 0.0
    resting = describe(with_head(maps, np.tile(np.eye(T)[0], (T, 1))), 0, 0)
    assert resting.parts["special"] == 1.0 and resting.parts["previous"] == 0.0


def test_a_decoders_share_is_the_mean_over_all_its_tokens(maps: AttentionMaps) -> None:
    T = len(maps.tokens)
    side = replace(maps.source, special=(False,) * T)
    back = np.eye(T, k=-1)
    back[0, 0] = 1  # nothing stands before the first token
    habit = describe(replace(with_head(maps, back), kind="decoder", target=side, source=side), 0, 0)
    assert (habit.pattern, habit.share) == ("previous", pytest.approx((T - 1) / T))
    assert habit.shares["previous"] == 1.0 and habit.parts["self"] == pytest.approx(1 / T)
