"""A memory before the segment: who sees it, what flows into it, what it is asked."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.masking import corrupt
from core.masking.corruption import MASK
from core.masking.objectives import MLM, Permutation, memory
from core.masking.objectives.causal import CausalLM
from core.masking.objectives.memory import ASKED, LENGTHS, Config, Remembering, at_the_end, behind, recorded, remember
from core.masking.objectives.reader import NOT_ASKED, batch, row, vocabulary

WORDS = tuple("the cat sat on a mat".split())
BEFORE = ("old", "words")
IDS = vocabulary((*BEFORE, *WORDS), ())
PAD = IDS["[PAD]"]


def small() -> Remembering:
    torch.manual_seed(0)
    return Remembering(len(IDS), 8, 2, 2, 16).eval()


def test_left_to_right_behind_a_memory_by_hand() -> None:
    made = behind(BEFORE, corrupt(("a", "b"), CausalLM()))
    assert made.inputs == ("old", "words", "[BOS]", "a") and made.targets == ("old", "words", "a", "b")
    assert made.asked == [2, 3] and made.order == (2, 3)
    assert made.attention_mask.tolist() == [
        [[True, False, False, False], [True, True, False, False], [True, True, True, False], [True, True, True, True]]
    ]


@pytest.mark.parametrize("rule", [MLM(0.5), Permutation(0.5)])
def test_a_segment_sees_its_memory_and_is_not_seen_by_it(rule) -> None:
    alone = corrupt(WORDS, rule, seed=3)
    made = behind(BEFORE, alone)
    assert len(made.attention_mask) == len(alone.attention_mask)
    for both, own in zip(made.attention_mask, alone.attention_mask, strict=True):
        assert (both[2:, 2:] == own).all() and both[2:, :2].all() and both[:2, :2].all() and not both[:2, 2:].any()
    assert made.asked == [2 + at for at in alone.asked]
    assert [made.targets[at] for at in made.asked] == [alone.targets[at] for at in alone.asked]


def test_without_a_memory_nothing_changes() -> None:
    alone = corrupt(WORDS, Permutation(0.5), seed=1)
    for ours, plain in zip(vars(row(behind((), alone), IDS)).values(), vars(row(alone, IDS)).values(), strict=True):
        assert np.array_equal(ours, plain)


def test_a_memory_is_seen_and_gets_no_gradient() -> None:
    model = small()
    model.memory = len(BEFORE)

    def states(before: tuple[str, ...]) -> torch.Tensor:
        ids, places, kinds, sees, *_ = batch([row(behind(before, corrupt(WORDS, MLM(0.3), seed=1)), IDS)], PAD)
        return model.states(ids, places, kinds, sees)[:, len(before) :]

    found = states(BEFORE)
    assert not torch.allclose(found, states(("words", "mat")), atol=1e-4)
    [gradient] = torch.autograd.grad(found.pow(2).sum(), model.words.weight)
    assert gradient[[IDS[word] for word in BEFORE]].abs().sum() == 0
    assert (gradient[[IDS["cat"], IDS["mat"]]].abs().sum(1) > 0).any()


def test_the_reader_knows_distances_and_no_places() -> None:
    model = small()
    ids, places, kinds, sees, *_ = batch([row(corrupt(WORDS, Permutation(0.5), seed=1), IDS)], PAD)
    assert torch.allclose(model.states(ids, places, kinds, sees), model.states(ids, places + 5, kinds, sees))
    assert not torch.allclose(model.states(ids, places, kinds, sees), model.states(ids, places % 3, kinds, sees))


@pytest.mark.parametrize("name", ASKED)
def test_the_last_word_is_asked_from_all_others_and_not_from_itself(name: str) -> None:
    model = small()

    def loss(words: tuple[str, ...], answer: str) -> float:
        given = list(batch([row(at_the_end(words, name), IDS)], PAD))
        assert int((given[4] != NOT_ASKED).sum()) == 1
        given[4] = torch.where(given[4] != NOT_ASKED, IDS[answer], NOT_ASKED)
        return model(*given).item()

    known = loss(WORDS, "cat")
    for at in range(len(WORDS) - 1):
        other = (*WORDS[:at], "old", *WORDS[at + 1 :])
        assert loss(other, "cat") != pytest.approx(known, abs=1e-7)
    assert loss((*WORDS[:-1], "old"), "cat") == known
    assert (MASK in at_the_end(WORDS, name).inputs) == (name == "mlm")


def test_a_run_is_the_same_twice_and_learns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "V", 100)
    config = Config("plm", memory=8, steps=60)
    one, other = (remember("wikipedia-sample", config, device="cpu") for _ in range(2))
    assert (one.losses == other.losses).all() and (one.own, one.last) == (other.own, other.last)
    assert len(one.losses) == 60 and one.losses[-20:].mean() < one.losses[:20].mean()
    assert remember("wikipedia-sample", Config("plm", memory=0, steps=2), device="cpu").own != one.own


@pytest.mark.parametrize("config", [Config("span"), Config(memory=33), Config(memory=-1)])
def test_other_objectives_and_longer_memories_are_refused(config: Config) -> None:
    with pytest.raises(ValueError, match="at most 32"):
        remember("wikipedia-sample", config)


def test_what_was_recorded_has_every_run() -> None:
    study = recorded()
    assert study.own.shape == study.last.shape == (len(ASKED), len(LENGTHS), memory.SEEDS)
    assert (study.own > 0).all() and (study.last > 0).all() and study.steps == tuple(memory.STEPS.values())
