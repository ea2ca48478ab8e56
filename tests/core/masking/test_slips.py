"""Slips made by rule, and what was recorded of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.masking import corrupt
from core.masking.objectives import Disfluency
from core.masking.objectives.labels import recorded
from core.masking.objectives.replaced import ORIGINAL, REPLACED
from core.masking.objectives.slips import BACK, FILLERS, Spoken

WORDS = tuple("the cat sat on the mat and then it ran off again".split())


@given(some.lists(some.sampled_from(WORDS), min_size=1, max_size=40), some.integers(0, 999))
def test_who_strikes_the_tagged_words_out_has_the_sentence(words: list[str], seed: int) -> None:
    made = corrupt(words, Spoken(often=0.4, vocabulary=("dog",)), seed)
    left = [word for word, tag in zip(made.inputs, made.targets, strict=True) if tag == ORIGINAL]
    assert left == words and made.loss_mask.all()


def test_slips_are_of_three_kinds() -> None:
    dice, kinds = np.random.default_rng(0), set()
    for _ in range(200):
        slip = Spoken(vocabulary=("dog",))._slip(WORDS[:3], dice)
        back = next((each for each in BACK if slip[-len(each) :] == each), None)
        if slip in FILLERS:
            kinds.add("filler")
        elif back and slip[-len(back) - 1] == "dog":
            kinds.add("taken back")
        else:
            assert slip == WORDS[: len(slip)]
            kinds.add("repeated")
    assert kinds == {"filler", "taken back", "repeated"}


def test_either_task_may_fall() -> None:
    made = [corrupt(WORDS, Disfluency(which=None), seed) for seed in range(40)]
    tagged = [set(each.targets) <= {ORIGINAL, REPLACED} for each in made]
    assert 8 < sum(tagged) < 32
    assert all(each.targets[0] in ("[first]", "[second]") for each, tag in zip(made, tagged, strict=True) if not tag)


def test_the_record_is_what_it_says() -> None:
    run = recorded("slips")
    assert run.sizes[0] == 0 and run.scratch.shape == run.pretrained.shape == (len(run.sizes), 5)
    assert (run.scratch >= 0).all() and (run.pretrained <= 1).all() and 0 < run.usual < 0.6
    assert run.pretrained[0] == pytest.approx(np.full(5, run.pretrained[0, 0])), "without labels there are no dice"
