from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from core import claims
from core.attention.scaling import Config, draw, entropy, gradient_size, softmax, spread, sqrt_d, train
from core.runtime import Step

N, S = 3, 5
scores = nps.arrays(float, (N, S), elements=st.floats(-50, 50))


def test_softmax_by_hand() -> None:
    p = softmax(np.array([[0.0, np.log(3.0)]]))
    np.testing.assert_allclose(p, [[0.25, 0.75]])
    np.testing.assert_allclose(entropy(p), 0.25 * np.log(4) + 0.75 * np.log(4 / 3))
    np.testing.assert_allclose(gradient_size(p), 2 * 0.25 * 0.75)  # all four entries are ±p(1 - p)


@given(scores)
def test_gradient_is_the_norm_of_the_jacobian(x: np.ndarray) -> None:
    p = softmax(x)
    jacobian = [np.diag(row) - np.outer(row, row) for row in p]
    np.testing.assert_allclose(gradient_size(p), [np.linalg.norm(j) for j in jacobian], atol=1e-7)


@given(scores, st.floats(-100, 100))
def test_softmax_sums_to_one_and_does_not_see_a_shift(x: np.ndarray, shift: float) -> None:
    np.testing.assert_allclose(softmax(x).sum(axis=-1), 1)
    np.testing.assert_allclose(softmax(x + shift), softmax(x), atol=1e-9)
    assert ((entropy(softmax(x)) >= -1e-12) & (entropy(softmax(x)) <= np.log(S) + 1e-12)).all()


def test_one_key_takes_all_or_all_alike() -> None:
    one, alike = np.eye(S)[:1], np.full((1, S), 1 / S)
    assert entropy(one) == 0 and gradient_size(one) == 0
    np.testing.assert_allclose(entropy(alike), np.log(S))
    np.testing.assert_allclose(gradient_size(alike), np.sqrt(S - 1) / S)


def test_variance_is_the_width_and_one_after_the_division() -> None:
    run = train(None, Config(widths=(1, 7, 64), S=11, samples=3001))
    np.testing.assert_allclose(run.plain.variance, [1, 7, 64], rtol=0.1)
    np.testing.assert_allclose(run.plain.variance / [1, 7, 64], run.scaled.variance)
    spread = train(None, Config(widths=(64,), S=11, samples=3001, spread=64**-0.25))
    np.testing.assert_allclose(spread.plain.variance, 1, rtol=0.1)


def test_a_width_of_one_is_left_alone() -> None:
    run = train(None, Config(widths=(1,), samples=13))
    np.testing.assert_array_equal(astuple(run.plain), astuple(run.scaled))


def test_measures_agree_with_all_scores_at_once() -> None:
    config = Config(widths=(5,), S=7, samples=31)
    (x,) = draw(5, config)
    run, p = train(None, config), softmax(x / np.sqrt(5))
    np.testing.assert_allclose(run.plain.variance, x.var())
    np.testing.assert_allclose(run.scaled.largest, p.max(axis=-1).mean())
    np.testing.assert_allclose(run.scaled.entropy, entropy(p).mean())
    np.testing.assert_allclose(run.scaled.gradient, gradient_size(p).mean())


def test_it_repeats_and_a_width_does_not_depend_on_its_neighbours() -> None:
    def gradients(*widths: int, seed: int = 0) -> np.ndarray:
        return train(None, Config(widths=widths, samples=17, seed=seed)).plain.gradient

    np.testing.assert_array_equal(gradients(3, 64)[1:], gradients(64))
    assert gradients(64, seed=1) != gradients(64)


def test_portions_change_nothing_but_memory() -> None:
    config = Config(samples=23, S=3)
    assert sum(len(x) for x in draw(7, config, most=50)) == 23
    assert max(len(x) for x in draw(7, config, most=50)) == 2


def test_progress_rises_to_one_and_frames_fill_up() -> None:
    steps: list[Step] = []
    run = train(None, Config(widths=(2, 3, 1024), samples=101), on_step=steps.append)
    progress = [step.progress for step in steps]
    assert progress == sorted(progress) and progress[-1] == 1 and len(steps) > 3
    frames = [step.frame for step in steps if step.frame is not None]
    assert len(frames) == len(steps) and {frame.shape for frame in frames} == {(2, 4, 3)}
    assert np.isnan(frames[0][:, :, 1:]).all()
    np.testing.assert_array_equal(frames[-1][1], astuple(run.scaled))


@pytest.mark.parametrize("bad", [{"widths": ()}, {"widths": (0,)}, {"samples": 0}, {"S": 1}, {"spread": 0.0}])
def test_impossible_settings_are_refused(bad: dict) -> None:
    with pytest.raises(ValueError, match="start at 1"):
        Config(**bad)


def test_the_trial_pairs_its_two_sides_and_controls_for_width() -> None:
    trial = sqrt_d(3, scale="small")
    at = train(None, Config(widths=(512,), samples=256, seed=3))
    assert trial.effect == pytest.approx(np.log10(at.scaled.gradient / at.plain.gradient)[0])
    assert trial.extras["effect_at_1"] == 0
    assert trial.control < trial.effect
    assert set(claims.CLAIMS["attention/sqrt-d"].published) <= set(trial.extras)


def test_spread_is_that_of_the_scores_that_were_measured() -> None:
    """The histogram shows the numbers behind the curve: same dice, same variance up to the width of a bin."""
    found = spread(None, Config(widths=(49,), S=5, samples=401, seed=3))
    middles, width = found.middles, found.middles[1] - found.middles[0]
    for density, measured in ((found.plain, found.run.plain), (found.scaled, found.run.scaled)):
        assert density.sum() * width == pytest.approx(1)
        mean = (density * middles).sum() * width
        assert (density * (middles - mean) ** 2).sum() * width == pytest.approx(measured.variance[0], rel=0.05)
