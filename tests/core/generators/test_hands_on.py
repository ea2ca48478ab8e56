"""What visitors do with their hands: a GAN played move by move, codes of digits, the reader."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import Trouble
from core.generators import Config, decode, digits, duel, encode, reader, train
from core.generators.latent import again, kl_by_dimension, tradeoff

VAE = Config(family="vae", D=32, L=2, B=64, steps=120, lr=5e-3, sigma=0.4, frames=0)


def test_a_game_is_its_moves() -> None:
    whole = duel.game("ring", "nonsaturating", 3, ("B11", "G20", "D02"))
    part = duel.game("ring", "nonsaturating", 3, ("B11", "G20"))
    assert len(whole) == 4 and all((a.made == b.made).all() for a, b in zip(whole, part, strict=False))
    start, both, generator, critic = whole
    assert (both.made != start.made).any() and (both.surface != start.surface).any()
    assert (generator.surface == both.surface).all()  # the critic stood still …
    assert (critic.made == generator.made).all() and (critic.net == generator.net).all()  # … and now the generator


def test_the_generator_alone_fools_a_critic_that_stands_still() -> None:
    boards = duel.game("moons", "nonsaturating", 0, ("B11", *("G11",) * 4))
    assert boards[-1].fooled > boards[1].fooled and boards[-1].loss_generator < boards[1].loss_generator


def test_wasserstein_gives_scores_and_they_part_when_the_critic_learns_alone() -> None:
    boards = duel.game("ring", "wasserstein", 0, ("D11",) * 3)
    assert boards[-1].apart > boards[0].apart and boards[-1].apart > 0


@pytest.mark.parametrize("text", ["B1", "X11", "B19", "B11" * 41, "B11 B1"])
def test_a_damaged_game_is_trouble(text: str) -> None:
    with pytest.raises(Trouble):
        duel.moves(text)


def test_a_game_reads_back() -> None:
    assert duel.moves("") == () and duel.moves("B11G00D33") == ("B11", "G00", "D33")


def test_more_noise_on_a_code_is_less_like_the_picture_and_more_various() -> None:
    x, _ = digits()
    run = train("digits", VAE, device="cpu")
    errors, apart = tradeoff(run, x[:200], [0.0, 1.0, 3.0])
    assert apart[0] == 0 and (np.diff(apart) > 0).all() and errors[2] > errors[0]
    assert errors[0] == pytest.approx(np.sqrt(((again(run, x[:200], 0.0) - x[:200]) ** 2).mean()))
    assert (kl_by_dimension(run, x[:200]) >= 0).all()


def test_a_price_too_high_silences_every_code() -> None:
    x, _ = digits()
    dear = train("digits", replace(VAE, beta=100.0, steps=200), device="cpu")
    assert kl_by_dimension(dear, x[:200]).max() < 0.05
    drawn = decode(dear, np.random.default_rng(0).standard_normal((50, 2)))
    assert drawn.std(0).mean() < 0.1  # the same picture whatever the code


def test_an_ae_knows_no_sigma() -> None:
    x, _ = digits()
    run = train("digits", replace(VAE, family="ae"), device="cpu")
    assert not encode(run, x[:5])[1].any() and np.isnan(kl_by_dimension(run, x[:5])).all()


def test_the_reader_reads() -> None:
    x, y = digits()
    weights = reader.learn()
    assert reader.accuracy(weights, x[1400:], y[1400:]) > 0.96
    assert reader.features(weights, x[:7]).shape == (7, 32)
    assert reader.read(weights, x[:7]).sum(1) == pytest.approx(1)
