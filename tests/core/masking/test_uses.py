"""Readers in uses of their own and others', and the layers of the one-way pair."""

from __future__ import annotations

import numpy as np
import pytest

from core.claims import recorded
from core.masking.corruption import MASK, corrupt
from core.masking.difficulty import filled
from core.masking.objectives import MLM, NSP
from core.masking.objectives.layers import cosine, layers, mixed, shares
from core.masking.objectives.learned import reader
from core.masking.objectives.recipes import MaskedPair, Recipe, cook, middle
from core.masking.objectives.uses import cost, fill, gap, write

BERT, GPT = reader("mlm"), reader("clm")
WORDS = ("the", "king", "of", "the", "united", "states", ".")


def test_gpt_is_told_from_what_stands_before_and_bert_from_all() -> None:
    other = (*WORDS[:5], "kingdom", "in")
    assert fill(GPT, WORDS, 4) == fill(GPT, other, 4)
    assert fill(BERT, WORDS, 4) != fill(BERT, other, 4)
    assert gap(WORDS, 4).inputs[4] == MASK and gap(WORDS, 4).asked == [4]


def test_costs_are_the_mean_of_the_answers() -> None:
    found = cost(GPT, WORDS)
    chances = [fill(GPT, WORDS, at).right for at in range(len(WORDS))]
    assert found is not None and found.hidden == pytest.approx(found.following)
    assert found.hidden == pytest.approx(-np.mean([np.log(each) for each in chances if each is not None]))
    assert cost(BERT, ("qwertz", "asdfgh")) is None


def test_the_same_dice_write_the_same_words() -> None:
    assert write(GPT, WORDS[:3], 5, seed=1) == write(GPT, WORDS[:3], 5, seed=1) != write(GPT, WORDS[:3], 5, seed=2)
    assert write(GPT, (), 3) == write(GPT, (), 3, rest=WORDS)
    assert len(write(BERT, (), 3, rest=WORDS)) == 3


def test_each_direction_reads_one_side_only() -> None:
    one, other = layers(WORDS), layers((*WORDS[:5], "kingdom", "in"))
    assert np.allclose(one[:, 0, :5], other[:, 0, :5], atol=1e-5) and not np.allclose(one[1:, 1, :5], other[1:, 1, :5])
    turned = layers(("a", "war", "in", *WORDS[3:]))
    assert np.allclose(one[:, 1, 3:], turned[:, 1, 3:], atol=1e-5)
    assert np.allclose(one[0, 0], one[0, 1]) and np.allclose(np.linalg.norm(one, axis=-1), 8, atol=1e-3)


def test_the_mixture_is_elmos() -> None:
    vectors = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 2.0]])
    assert shares([0.0, np.log(2), 0.0]) == pytest.approx([0.25, 0.5, 0.25])
    assert mixed(vectors, [0.0, np.log(2), 0.0], 2.0) == pytest.approx([1.5, 2.0])
    assert cosine(vectors[0], vectors[2]) == pytest.approx(2**-0.5) and cosine(vectors[0], np.zeros(2)) == 0


def test_a_model_fills_the_holes_of_one_draw() -> None:
    pieces = tuple("我们在公园里玩。")
    made = corrupt(pieces, MLM(0.5, 1.0, 0.0), 1)
    found = filled(made, "zh-char", 2)
    assert [(each.at, each.wanted) for each in found] == [(at, pieces[at]) for at in made.asked]
    assert all(each.best[0][1] >= each.best[1][1] > 0 and 0 < each.right <= each.best[0][1] + 1e-6 for each in found)


def test_pairs_are_asked_in_pairs() -> None:
    made = middle((("a", "b", "c"), ("d", "e", "f", "g")))
    assert made.inputs == ("[CLS]", "a", "b", "c", "[SEP]", MASK, "e", "f", "g", "[SEP]") and made.asked == [5]
    both = MaskedPair(0.5, others=(("x", "y"),)).corrupt((("a", "b"), ("c", "d")), np.random.default_rng(0))
    assert both.targets[0] in NSP.labels and both.loss_mask[0]


@pytest.mark.slow
def test_recipes_are_cooked() -> None:
    plain, fresh = (cook("wikipedia-sample", Recipe(fresh=each), device="cpu") for each in (False, True))
    known = recorded("objectives/fresh-masks")
    assert known is not None and fresh.nats < plain.nats
    assert [plain.nats, fresh.nats] == pytest.approx(
        [known.extras[each].values[0] for each in ("static", "dynamic")], rel=0.02
    )
