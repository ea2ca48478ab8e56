"""The arithmetic by hand and by law: schedules, posteriors, measures, drawings, chains."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core.errors import Trouble
from core.generators import (
    KINDS,
    SHAPES,
    diffuse,
    digits,
    drawn,
    energy_distance,
    frechet,
    markov,
    mmd,
    modes,
    points,
    posterior,
    precision_recall,
    schedule,
    sliced_wasserstein,
)
from core.generators.data import corners
from core.generators.measures import balance, covered
from core.generators.schedules import gaussian_kl


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("steps", [11, 100, 1000])
def test_every_schedule_ends_in_noise(kind: str, steps: int) -> None:
    chain = schedule(kind, steps)
    assert ((chain.betas > 0) & (chain.betas < 1)).all() and (np.diff(chain.alpha_bar) < 0).all()
    assert chain.alpha_bar[-1] < 0.01 and chain.snr[0] > 8


@pytest.mark.parametrize(("kind", "steps"), [("cubic", 10), ("linear", 1)])
def test_a_schedule_that_is_none(kind: str, steps: int) -> None:
    with pytest.raises((Trouble, ValueError)):
        schedule(kind, steps)


def test_the_jump_is_the_walk() -> None:
    chain, dice = schedule("cosine", 13), np.random.default_rng(0)
    x = np.full((20_000, 1), 2.0)
    for beta in chain.betas[:8]:
        x = np.sqrt(1 - beta) * x + np.sqrt(beta) * dice.standard_normal(x.shape)
    jump = diffuse(np.full((20_000, 1), 2.0), 7, chain, dice.standard_normal((20_000, 1)))
    assert x.mean() == pytest.approx(jump.mean(), abs=0.03) and x.std() == pytest.approx(jump.std(), abs=0.03)


@given(st.integers(1, 98), st.integers(0, 97))
def test_the_posterior_is_bayes_rule(t: int, s: int) -> None:
    """Walk from x0 to s to t as Gaussians; the posterior's mean must give back E[x_s] and its whole variance."""
    s, chain = min(s, t - 1), schedule("linear", 99)
    of_x0, of_xt, variance = posterior(chain, t, s)
    near, far = chain.left(s), chain.left(t)
    assert of_x0 + of_xt * far**0.5 == pytest.approx(near**0.5)
    assert variance + of_xt**2 * (1 - far) == pytest.approx(1 - near)


def test_a_gaussian_on_the_chain_comes_to_rest() -> None:
    nats = gaussian_kl(schedule("linear", 100), 3.0, 0.01)
    assert (np.diff(nats) < 0).all() and nats[-1] < 1e-3
    assert gaussian_kl(schedule("linear", 100), 0.0, 1.0) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_are_of_one_size_and_come_again(shape: str) -> None:
    found = points(shape, 997, 3)
    assert found.shape == (997, 2) and (np.abs(found) < 2.3).mean() > 0.99 and 0.5 < found.std() < 1.4
    assert (found == points(shape, 997, 3)).all() and (found != points(shape, 997, 4)).any()
    centres = modes(shape)
    if centres is not None:
        assert covered(found, centres)[0] == len(centres)


def test_a_drawing_travels_in_a_link() -> None:
    stroke = np.stack([np.linspace(-1, 1, 1000), np.linspace(0, 1.5, 1000)], 1)
    code = drawn(stroke)
    assert len(code) <= 1700
    assert np.abs(corners(code)[[0, -1]] - stroke[[0, -1]]).max() < 0.01
    made = points(code, 500)
    assert np.abs(made[:, 1] - 0.75 * (made[:, 0] + 1)).max() < 0.3


@pytest.mark.parametrize("code", ["draw:", "draw:zz", "draw:8080", "draw:80808080", "draw:" + "00ff" * 401, "blob"])
def test_a_damaged_drawing_is_trouble(code: str) -> None:
    with pytest.raises(Trouble):
        points(code, 10)


def test_digits_are_real() -> None:
    x, y = digits()
    assert x.shape == (1797, 64) and x.min() == -1 and x.max() == 1 and set(y) == set(range(10))


def test_energy_distance_is_scipys_squared() -> None:
    a, b = np.random.default_rng(0).standard_normal((2, 101, 1))
    assert energy_distance(a, b + 1) == pytest.approx(stats.energy_distance(a[:, 0], b[:, 0] + 1) ** 2)
    assert energy_distance(a, a) == pytest.approx(0, abs=1e-12)


def test_wasserstein_on_a_line_is_scipys() -> None:
    a, b = np.random.default_rng(1).standard_normal((2, 103, 1))
    assert sliced_wasserstein(a, b, 3) == pytest.approx(stats.wasserstein_distance(a[:, 0], b[:, 0]))
    moved = points("moons", 200) + np.array([0.3, 0])
    assert sliced_wasserstein(moved, points("moons", 200)) == pytest.approx(0.3 * 2 / np.pi, rel=1e-3)
    with pytest.raises(ValueError, match="one size"):
        sliced_wasserstein(a, b[:50])


def test_the_other_measures() -> None:
    dice = np.random.default_rng(2)
    a, b = dice.standard_normal((2, 400, 3))
    assert abs(mmd(a, b)) < 0.005 < mmd(a + 1, b)
    assert frechet(a, a) == pytest.approx(0, abs=1e-9) and frechet(a + 2, a) == pytest.approx(12)
    one = np.repeat(a[:1], 400, axis=0) + 1e-9 * dice.standard_normal((400, 3))
    precision, recall = precision_recall(one, a)
    assert precision == 1 and recall < 0.05
    assert balance(np.arange(10), 10) == pytest.approx(1) and balance(np.zeros(9, int), 10) == 0


def test_a_chain_forgets_or_does_not() -> None:
    P = markov.read("9 1; 0.2 0.8")
    rest = markov.stationary(P)
    assert rest == pytest.approx([2 / 3, 1 / 3]) and rest @ P == pytest.approx(rest)
    assert markov.second(P) == pytest.approx(0.7) and markov.settles(P)
    nats = markov.divergence(markov.walk(P, np.array([1.0, 0]), 30), rest)
    assert (np.diff(nats) <= 0).all() and nats[-1] < 1e-8
    for restless in ("0 1; 1 0", "1 0; 0 1"):
        assert not markov.settles(markov.read(restless))
    assert markov.dissolving(9, 500)[-1] == pytest.approx(np.full(9, 1 / 9), abs=1e-3)


@pytest.mark.parametrize("text", ["", "1", "1 2; 3", "a b; c d", "1 -1; 1 1", "0 0; 1 1", "nan 1; 1 1", "inf 1; 1 1"])
def test_a_chain_that_is_none(text: str) -> None:
    with pytest.raises(Trouble):
        markov.read(text)
