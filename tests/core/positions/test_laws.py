"""What must hold for every width, base and length, what can be checked on paper, and what must be refused."""

import math
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from core.models import common
from core.positions import (
    alibi_bias,
    alibi_slopes,
    clipped,
    dot_product,
    frequencies,
    interpolate,
    kerple_bias,
    ntk_base,
    relative_bucket,
    rope_decay_bound,
    rotate,
    shift,
    sinusoid,
    toeplitz,
    wavelengths,
    yarn_rates,
    yarn_temperature,
)
from core.positions.arrays import offsets
from core.positions.layout import layout_vectors, normalised
from core.positions.minilm import TABLE, learnt, order
from core.positions.rotary import mean_score
from core.positions.schemes import Ask, terms
from core.positions.terms import transformer_xl, untied

law = settings(deadline=None, max_examples=40)  # no test depends on the machine's speed
even = st.integers(1, 24).map(lambda half: 2 * half)
bases = st.floats(1.01, 1e6)
layouts = st.sampled_from(["interleaved", "half"])
seeds = st.integers(0, 2**31)


def drawn(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape)


# --- sinusoids ----------------------------------------------------------------------------------------------------


def test_sinusoids_by_hand():
    table = sinusoid(3, 4)
    assert table[0].tolist() == [0, 1, 0, 1]
    assert np.allclose(table[2], [math.sin(2), math.cos(2), math.sin(0.02), math.cos(0.02)])
    assert np.allclose(wavelengths(4), [2 * math.pi, 2 * math.pi, 200 * math.pi, 200 * math.pi])


@law
@given(even, bases, st.integers(-40, 40))
def test_a_matrix_moves_every_row_alike(D: int, base: float, k: int):
    table = sinusoid(100, D, base)
    assert np.allclose(table[50] @ shift(k, D, base).T, table[50 + k], atol=1e-9)


@law
@given(even, bases)
def test_rows_share_what_their_distance_says(D: int, base: float):
    table = sinusoid(31, D, base)
    shared = table @ table.T
    assert toeplitz(shared).deviation < 1e-9
    assert np.allclose(shared[0], dot_product(np.arange(31), D, base))
    assert np.allclose(np.linalg.norm(table, axis=1) ** 2, D / 2)


@law
@given(even, bases)
def test_every_column_repeats_after_its_wavelength(D: int, base: float):
    rates, waves = np.repeat(frequencies(D, base), 2), wavelengths(D, base)
    assert np.allclose(rates * waves, 2 * np.pi)
    assert (np.diff(waves) >= 0).all(), "the first columns oscillate fastest"


# --- RoPE ---------------------------------------------------------------------------------------------------------


@law
@given(even, bases, layouts, seeds)
def test_turning_keeps_lengths(Dh: int, base: float, layout: Any, seed: int):
    x = drawn(seed, 3, 7, Dh)
    turned = rotate(x, np.arange(7), base=base, layout=layout)
    assert np.allclose(np.linalg.norm(turned, axis=-1), np.linalg.norm(x, axis=-1))


@law
@given(even, bases, layouts, seeds, st.integers(0, 500), st.integers(0, 500), st.integers(0, 5000))
def test_scores_depend_on_the_distance_alone(Dh: int, base: float, layout: Any, seed: int, m: int, n: int, k: int):
    q, k_ = drawn(seed, 1, Dh), drawn(seed + 1, 1, Dh)

    def score(a: int, b: int) -> float:
        turned = (rotate(x, np.array([at]), base=base, layout=layout) for x, at in ((q, a), (k_, b)))
        return float(np.vdot(*turned))

    assert score(m, n) == pytest.approx(score(m + k, n + k), abs=1e-8)
    assert score(m, n) == pytest.approx(float(np.vdot(q, rotate(k_, np.array([n - m]), base=base, layout=layout))))


@law
@given(even, layouts, seeds)
def test_torch_and_numpy_turn_alike(Dh: int, layout: Any, seed: int):
    x = drawn(seed, 2, 5, Dh)
    ours = rotate(torch.from_numpy(x), np.arange(5), layout=layout)
    assert np.allclose(ours.numpy(), rotate(x, np.arange(5), layout=layout))


@law
@given(even, layouts, seeds)
def test_the_two_layouts_are_one_rotation_of_reordered_features(Dh: int, layout: Any, seed: int):
    x = drawn(seed, 5, Dh)
    order = np.concatenate([np.arange(0, Dh, 2), np.arange(1, Dh, 2)])
    halves = rotate(x[:, order], np.arange(5), layout="half")
    assert np.allclose(halves, rotate(x, np.arange(5))[:, order])


@law
@given(st.integers(2, 24).map(lambda half: 2 * half), bases, seeds)
def test_the_bound_is_a_bound(Dh: int, base: float, seed: int):
    """Equation 36: |score| is at most max |h[i+1] - h[i]| times the sum of |S_j|, with h the products of the pairs."""
    q, k, distances = drawn(seed, 1, Dh), drawn(seed + 1, 1, Dh), np.arange(40)
    scores = np.array([np.vdot(q, rotate(k, np.array([-r]), base=base)) for r in distances])
    products = (q[0, 0::2] + 1j * q[0, 1::2]) * (k[0, 0::2] - 1j * k[0, 1::2])
    steps = np.abs(np.diff([*products, 0])).max()
    assert (np.abs(scores) <= steps * rope_decay_bound(Dh, distances, base) * Dh / 2 + 1e-9).all()


def test_the_bound_starts_at_its_height_and_falls():
    bound = rope_decay_bound(128, np.arange(256))
    assert bound[0] == pytest.approx(32.5) and bound[100:].max() < bound[0] / 2


@law
@given(even, seeds)
def test_the_mean_of_many_scores_needs_two_numbers_a_pair(Dh: int, seed: int):
    q, k, r = drawn(seed, 9, Dh), drawn(seed + 1, 9, Dh), 13
    (a, b), (c, d) = (q[:, 0::2], q[:, 1::2]), (k[:, 0::2], k[:, 1::2])
    means = (a * c + b * d).mean(0), (a * d - b * c).mean(0)
    direct = (rotate(q, np.full(9, r)) * k).sum(1).mean()
    assert mean_score(*means, np.array([r]), frequencies(Dh))[0] == pytest.approx(direct)


# --- stretching ---------------------------------------------------------------------------------------------------


def test_interpolation_brings_far_positions_back():
    assert interpolate(np.arange(0, 2049, 512), 4).tolist() == [0, 128, 256, 384, 512]
    with pytest.raises(Trouble, match=r"scale of 0\.5"):
        interpolate(np.arange(3), 0.5)


def test_ntk_leaves_the_fast_pair_and_slows_the_slow_one_by_the_scale():
    before, after = frequencies(64), frequencies(64, ntk_base(64, 8))
    assert after[0] == before[0] and after[-1] == pytest.approx(before[-1] / 8)
    assert ntk_base(2, 8) == 10_000  # one pair only: nothing to slow


def test_yarn_divides_every_pair_of_a_model_that_never_saw_a_turn():
    assert np.allclose(yarn_rates(16, 16, 3), frequencies(16) / 16)
    assert yarn_rates(16, 16, 7)[0] == 1, "7 tokens hold a turn of the first pair, so that its ramp begins"


def test_yarn_sharpens_scores_by_the_square_of_its_temperature():
    ask = Ask(T=20, scale=4.0)
    rates = yarn_rates(ask.Dh, 4.0, 5)
    plain = np.array([np.vdot(*_drawn_turned(ask, rates, at)) for at in range(20)])
    (scores,) = terms("yarn", ask).values()
    assert np.allclose(scores[:, 0], plain * (0.1 * math.log(4) + 1) ** 2)


def _drawn_turned(ask: Ask, rates: np.ndarray, at: int) -> tuple[np.ndarray, np.ndarray]:
    """Query ``at`` and key 0 of RoPE's drawn head; the same word is everywhere."""
    dice = np.random.default_rng([ask.seed, ask.head])
    x = dice.standard_normal((ask.T, ask.D))[:1]
    Wq, Wk, _ = dice.standard_normal((3, ask.D, ask.Dh)) / math.sqrt(ask.D)
    return rotate(x @ Wq, np.array([at]), rates=rates), x @ Wk / math.sqrt(ask.Dh)


def test_yarn_lies_between():
    before, after = frequencies(64), yarn_rates(64, 8, 2048)
    assert after[0] == before[0] and after[-1] == pytest.approx(before[-1] / 8)
    assert ((before / 8 <= after + 1e-12) & (after <= before + 1e-12)).all()


# --- biases -------------------------------------------------------------------------------------------------------


def test_slopes_by_hand():
    assert alibi_slopes(8).tolist() == [2.0**-n for n in range(1, 9)]
    assert np.allclose(alibi_slopes(3), [2**-4, 2**-8, 2**-2])
    assert alibi_bias(2, 3)[0].tolist() == [[0, -(2**-4), -(2**-3)], [-(2**-4), 0, -(2**-4)], [-(2**-3), -(2**-4), 0]]
    with pytest.raises(Trouble, match="0 heads"):
        alibi_slopes(0)


@law
@given(st.integers(2, 40).map(lambda n: 4 * n), st.integers(100, 500), st.booleans())
def test_buckets_grow_with_the_distance_and_end(buckets: int, longest: int, both: bool):
    past = relative_bucket(-np.arange(1000), both, buckets, longest)
    usable = buckets // 2 if both else buckets
    assert (np.diff(past) >= 0).all() and past[0] == 0 and past[-1] == usable - 1
    assert past[longest:].min() == past[longest:].max()
    ahead = relative_bucket(np.arange(1, 1000), both, buckets, longest)
    assert (ahead == (past[1:] + usable if both else 0)).all()


def test_buckets_must_fit():
    with pytest.raises(Trouble, match="3 buckets"):
        relative_bucket(np.arange(3), True, 3, 128)
    with pytest.raises(Trouble, match="up to distance 4"):
        relative_bucket(np.arange(3), True, 32, 4)


def test_kerple_with_power_one_is_alibi():
    distance = np.abs(offsets(7))
    slopes = alibi_slopes(4)[:, None, None]
    assert np.allclose(kerple_bias(distance, slopes, 1.0, "power"), alibi_bias(4, 7))
    assert kerple_bias(distance, 2.0, 0.5)[0, 3] == pytest.approx(-2 * math.log(2.5))
    for kernel in ("log", "power"):
        assert np.array_equal(kerple_bias(offsets(7), 2.0, 0.5, kernel), kerple_bias(distance, 2.0, 0.5, kernel))


def test_clipping_by_hand():
    assert clipped(4, 2).tolist() == [[2, 3, 4, 4], [1, 2, 3, 4], [0, 1, 2, 3], [0, 0, 1, 2]]


# --- terms and the diagonals --------------------------------------------------------------------------------------


def test_transformer_xl_by_hand():
    q, k = np.array([[1.0, 0], [0, 2]]), np.array([[1.0, 1], [3, 0]])
    table = np.array([[5.0, 0], [7, 1], [0, 11]])  # distances i - j: -1, 0, 1
    u, v = np.array([[1.0, 2]]), np.array([[0.5, 0]])
    terms = transformer_xl(q, k, table, u, v)
    assert terms["word-word"].tolist() == [[1, 3], [2, 0]]
    assert terms["word-distance"].tolist() == [[7, 5], [22, 2]]  # q0·R(0), q0·R(-1); q1·R(1), q1·R(0)
    assert terms["any-word"].tolist() == [[3, 3], [3, 3]]
    assert terms["any-distance"].tolist() == [[3.5, 2.5], [0, 3.5]]


def test_untied_terms_by_hand():
    words, places = untied(*np.array([[[1.0, 2]], [[3, 4]], [[5, 6]], [[7, 8]]]))
    assert words.tolist() == [[11]] and places.tolist() == [[83]]


def test_diagonals_tell_places_from_distances():
    distance, dice = offsets(9).astype(float), np.random.default_rng(0)
    assert toeplitz(np.zeros((9, 9))).depends == "nothing"
    assert toeplitz(distance**2).depends == "distance"
    mixed = toeplitz(distance**2 + dice.standard_normal((9, 9)))
    assert mixed.depends == "both" and 0.5 < mixed.explained < 1 and mixed.deviation > 0
    checks = np.where((np.arange(9) % 2)[:, None] == np.zeros(9), 1.0, -1.0)
    assert toeplitz(checks - checks.mean()).explained < 0.35
    assert toeplitz(np.ones((1, 1))).depends == "nothing"


@pytest.mark.parametrize(("kind", "rows"), [("gpt2", 40), ("bert", 40), ("roberta", 38)])
def test_the_table_of_any_model_is_found(kind: str, rows: int):
    from transformers import BertConfig, BertModel, GPT2Config, GPT2Model, RobertaConfig, RobertaModel

    sizes: dict[str, Any] = {
        "hidden_size": 12,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 8,
    }
    module: Any = {
        "gpt2": lambda: GPT2Model(GPT2Config(n_embd=12, n_layer=1, n_head=2, n_positions=40, vocab_size=9)),
        "bert": lambda: BertModel(BertConfig(**sizes, max_position_embeddings=40, vocab_size=9)),
        "roberta": lambda: RobertaModel(RobertaConfig(**sizes, max_position_embeddings=40, vocab_size=9)),
    }[kind]()
    found = learnt(module, kind)
    assert found.likeness.shape == (rows, rows) and (found.likeness.diagonal() == 100).all()
    assert found.spectrum[0] == 1 and found.waves.shape == (6, rows)


def test_a_model_without_a_table_is_refused():
    from transformers import LlamaConfig, LlamaModel

    sizes: dict[str, Any] = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    module: Any = LlamaModel(LlamaConfig(**sizes, vocab_size=9))
    with pytest.raises(Trouble) as caught:
        learnt(module, "llama")
    assert caught.value.code == "positions-table"


# --- pages --------------------------------------------------------------------------------------------------------


def test_boxes_come_to_one_grid():
    boxes = np.array([[0.0, 0, 300, 100], [150.0, 50, 300, 400]])
    assert normalised(boxes, 300, 400).tolist() == [[0, 0, 1000, 250], [500, 125, 1000, 1000]]
    assert np.array_equal(normalised(boxes * 2, 600, 800), normalised(boxes, 300, 400)), "scans of any size agree"
    with pytest.raises(Trouble, match="Box 2"):
        normalised(boxes, 300, 399)


def test_layout_vectors_are_nearest_on_the_page():
    grid = np.array([[100, 100, 200, 130], [100, 140, 200, 170], [800, 900, 900, 930]])
    x = layout_vectors(grid, 96)
    assert x.shape == (3, 96) and x[0] @ x[1] > x[0] @ x[2]


# --- refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("positions-odd", lambda: sinusoid(5, 7)),
        ("positions-odd", lambda: rotate(np.zeros((3, 5)), np.arange(3))),
        ("positions-odd", lambda: rope_decay_bound(0, np.arange(3))),
        ("positions-base", lambda: sinusoid(5, 8, 1.0)),
        ("positions-base", lambda: rope_decay_bound(8, np.arange(3), 0.5)),
        ("positions-base", lambda: yarn_rates(8, 2, 64, float("inf"))),
        ("positions-none", lambda: sinusoid(0, 8)),
    ],
)
def test_what_would_draw_a_wrong_picture_is_refused(code: str, call: Any):
    with pytest.raises(Trouble) as caught:
        call()
    assert caught.value.code == code


@pytest.mark.parametrize("scale", [0.5, 0, -2, float("nan"), float("inf")])
def test_every_way_of_stretching_refuses_what_is_no_stretch(scale: float):
    for call in (
        lambda: interpolate(np.arange(3), scale),
        lambda: ntk_base(64, scale),
        lambda: yarn_rates(64, scale, 64),
        lambda: yarn_temperature(scale),
    ):
        with pytest.raises(Trouble, match="take 1 or more"):
            call()


def test_a_name_that_does_not_exist_is_refused_and_not_taken_for_another():
    """Without the tests' own check of types, which would refuse it first."""
    program = """
import numpy as np
from core.positions import kerple_bias, rotate
for call in (lambda: rotate(np.zeros((3, 4)), np.arange(3), layout="halves"), lambda: kerple_bias(2, 1, 1, "loq")):
    try:
        call()
    except ValueError as error:
        print(error)
x = rotate(np.eye(4, dtype=int), np.arange(4))
print(x.dtype, np.linalg.norm(x, axis=1))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "interleaved, half; got 'halves'" in done and "log, power; got 'loq'" in done
    assert done.endswith("float64 [1. 1. 1. 1.]\n"), "whole numbers are turned, too, and not cut off"


def test_a_width_below_nothing_is_told_the_smallest_one():
    with pytest.raises(Trouble, match="Take 2"):
        sinusoid(3, -3)


def test_one_position_is_a_table_too():
    assert sinusoid(1, 4).tolist() == [[0, 1, 0, 1]]


def test_who_reads_with_the_same_model_sees_its_own_table() -> None:
    """The order of words is read with a table of zeros, from a model that others read with in the same moment."""
    model, seen = common(), []
    own = model.module.get_parameter(TABLE)
    look = lambda *_: seen.append(model.module.get_parameter(TABLE) is own)  # noqa: E731
    hook = torch.nn.modules.module.register_module_forward_pre_hook(look)
    try:
        order("Tom saw Ann", "Ann saw Tom", model)
    finally:
        hook.remove()
    assert len(seen) > 4 and all(seen)
