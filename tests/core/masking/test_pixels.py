"""Image GPT on digits: what is written, from what, and what it is worth."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.masking.objectives import pixels
from core.masking.objectives.reader import Reader
from core.masking.objectives.spans import bordered, hidden


@pytest.fixture(scope="module")
def model() -> Reader:
    return pixels.reader()


def test_a_pixel_is_told_from_those_before_it_only(model: Reader) -> None:
    picture = pixels.digits()[1][:1]
    other = picture.copy()
    other[0, 40:] = 16 - other[0, 40:]
    here, there = pixels.nats(model, picture)[0], pixels.nats(model, other)[0]
    np.testing.assert_allclose(here[:40], there[:40], atol=1e-5)
    assert abs(here[41:] - there[41:]).max() > 0.1


def test_chances_and_cost_are_of_one_piece(model: Reader) -> None:
    """The cost of a picture is the sum of -ln of the chances, one pixel after the other."""
    picture = pixels.digits()[1][:2]
    steps = [pixels.chances(model, picture[:, :at]) for at in range(64)]
    assert all(torch.allclose(each.sum(-1), torch.ones(2), atol=1e-5) for each in steps)
    own = [[-np.log(float(each[n, picture[n, at]])) for at, each in enumerate(steps)] for n in range(2)]
    np.testing.assert_allclose(own, pixels.nats(model, picture), atol=1e-4)


def test_what_is_given_stays_and_dice_decide_the_rest(model: Reader) -> None:
    seen = pixels.digits()[1][3][:20]
    one, same, other = (pixels.finish(model, seen, 3, seed=seed) for seed in (1, 1, 2))
    assert one.shape == (3, 64) and (one[:, :20] == seen).all() and one.min() >= 0 and one.max() <= 16
    assert (one == same).all() and (one != other).any()
    cold = pixels.finish(model, seen, 2, heat=1e-4)
    assert (cold[0] == cold[1]).all(), "near zero everybody takes the likeliest"


def test_the_card_says_what_is_measured(model: Reader) -> None:
    learnt, kept = pixels.digits()
    marks = pixels.card()["nats a pixel"]
    assert pixels.nats(model, kept).mean() == pytest.approx(marks["nats"], abs=2e-3)
    floor = -np.log(pixels.usual(learnt)[np.arange(64), kept]).mean()
    assert floor == pytest.approx(marks["usual"], abs=1e-3) and marks["nats"] < floor


def test_the_baseline_by_hand() -> None:
    found = pixels.usual(np.array([[0] * 64, [16] * 64, [16] * 64]))
    assert found[5, 16] == pytest.approx(2.5 / (3 + 17 / 2)) and found[5, 3] == pytest.approx(0.5 / (3 + 17 / 2))


def test_a_hidden_run_sees_its_borders_and_nothing_else() -> None:
    made = bordered(hidden(tuple("abcdefg"), 2, 4))
    assert made.inputs == ("a", "b", "[MASK]", "[MASK]", "[MASK]", "f", "g") and made.asked == [2, 3, 4]
    for at in made.asked:
        assert np.flatnonzero(made.attention_mask[1][at]).tolist() == [1, 5]
