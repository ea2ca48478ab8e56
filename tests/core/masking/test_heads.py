"""Two questions about sentences as heads on MiniLM."""

from __future__ import annotations

import numpy as np
import pytest

from core.masking import corrupt
from core.masking.objectives import NSP, SOP, heads

TEXT = [["one", "two", "."], ["three", "."], ["four", "five", "six"]]


@pytest.mark.parametrize("rule", [NSP(), SOP()], ids=["NSP", "SOP"])
def test_the_two_sentences_of_a_pair(rule: NSP | SOP) -> None:
    whole = {" ".join(each) for each in TEXT}
    for seed in range(20):
        first, second = heads.sides(corrupt(TEXT, rule, seed))
        assert {first, second} <= whole


def test_the_head_can_tell_order_and_likeness() -> None:
    dice = np.random.default_rng(0)
    a, b = dice.normal(size=(2, 2_000, 6))
    ordered, noise = a[:, 0] > b[:, 0], dice.random(2_000) < 0.5
    rows = np.array([heads.features(x, y) for x, y in zip(a, b, strict=True)])
    assert heads.linear(rows, ordered) > 0.9
    assert heads.linear(rows, (a * b).sum(1) > 0) > 0.9
    assert abs(heads.linear(rows, noise) - 0.5) < 4 * 0.5 / np.sqrt(1_000)


def test_the_record_is_whole() -> None:
    study = heads.recorded()
    assert study.words.shape == study.head.shape == (heads.SEEDS, len(heads.ASKED)) and study.pairs == heads.PAIRS
    (nsp_words, sop_words), (nsp_head, sop_head) = study.words.T, study.head.T
    assert (nsp_head > nsp_words).all() and (nsp_words > 0.6).all()  # what the page says of them
    assert np.abs(sop_words.mean() - 0.5) < 0.02 < sop_head.mean() - 0.5 < 0.1


@pytest.mark.slow
def test_it_trains_and_repeats() -> None:
    told: list[float] = []
    config = heads.Config(pairs=40)
    one = heads.train(heads.DATA, config, device="cpu", on_step=lambda step: told.append(step.progress))
    two = heads.train(heads.DATA, config, device="cpu")
    assert (one.head == two.head).all() and (one.words == two.words).all()
    assert told == sorted(told) and told[-1] == 1.0
