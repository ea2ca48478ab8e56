"""The small reader: every objective trains it, nothing leaks, and the same seed gives the same run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy

from core.masking import OBJECTIVES, corrupt
from core.masking.corruption import UNK
from core.masking.objectives import MASS, MLM, NSP, SOP, InfoNCE, Permutation, Repeated, Span
from core.masking.objectives.claims import separable
from core.masking.objectives.probes import names_itself, topic
from core.masking.objectives.reader import NOT_ASKED, Reader, Row, batch, intact, row, vocabulary
from core.masking.objectives.training import Batches, Config, Text, passages, prepared, unread

SENTENCES = (("a", "b", "c", "."), ("d", "because", "e", "."), ("f", "g", "."))
WORDS = tuple(dict.fromkeys(word for part in SENTENCES for word in part))
LABELS = tuple(label for each in OBJECTIVES.values() for label in getattr(each, "labels", ()))
IDS = vocabulary([*WORDS, "0", "1", "2", "3"], LABELS)
TINY = Config(D=8, L=1, H=2, V=20, rows=7, steps=6)
TEXT = Text((SENTENCES,) * 11, (SENTENCES,) * 3, (0, 1) * 5 + (0,), (0, 1, 0), WORDS, WORDS)


def reader(seed: int = 0) -> Reader:
    torch.manual_seed(seed)
    return Reader(len(IDS), 8, 2, 2, 128).eval()


@pytest.mark.parametrize("name", OBJECTIVES)
def test_the_loss_of_every_objective_moves_the_weights(name: str) -> None:
    special = {"image-gpt": [str(i) for i in range(12)], "wklm": ["x", "Ann", "met", "Bob", "."]}
    document = special.get(name, SENTENCES)
    rows = [row(corrupt(document, prepared(Config(name), TEXT), seed), IDS) for seed in range(7)]
    model = reader()
    loss = model(*batch(rows, 0))
    loss.backward()
    assert loss.isfinite() and loss > 0
    assert model.words.weight.grad is not None and model.words.weight.grad.abs().sum() > 0


def logits(model: Reader, each: Row) -> torch.Tensor:
    ids, places, kinds, sees, _, _ = batch([each], 0)
    return model.name(model.states(ids, places, kinds, sees))[0]


@pytest.mark.parametrize(
    "objective", [Permutation(0.5), MASS(), Span(0.5, mask=1.0, random=0.0), OBJECTIVES["clm"], OBJECTIVES["bilm"]]
)
@torch.no_grad()
def test_no_answer_leaks(objective) -> None:
    """Change the word that is asked for and nothing else: what is said in its place stays the same."""
    words, model = list(WORDS), reader()
    made = row(corrupt(words, objective, 3), IDS)
    changed = 0
    for at, word in enumerate(words):
        other = [*words[:at], "0", *words[at + 1 :]]
        there = row(corrupt(other, objective, 3), IDS)
        here = np.flatnonzero(made.targets == IDS[word])
        if len(here):
            first, second = logits(model, made)[here], logits(model, there)[here]
            torch.testing.assert_close(first, second)
            changed += 1
    assert changed


@torch.no_grad()
def test_padding_changes_nothing() -> None:
    model = reader()
    short, long = (row(corrupt(words, MLM(1.0)), IDS) for words in (WORDS[:3], WORDS))
    alone = logits(model, short)
    ids, places, kinds, sees, targets, _ = batch([short, long], 0)
    together = model.name(model.states(ids, places, kinds, sees))
    torch.testing.assert_close(alone, together[0, :3])
    assert (targets[0, 3:] == NOT_ASKED).all()


@torch.no_grad()
def test_two_views_are_compared_by_hand() -> None:
    rows = [row(corrupt(WORDS, InfoNCE(), seed), IDS) for seed in range(3)]
    model, made = reader(), batch(rows, 0)
    states = model.states(*made[:4])
    views = made[-1]
    scores = torch.tensor(
        [[float(states[i, views[i, 0]] @ states[j, views[j, 1]]) / 8**0.5 for j in range(3)] for i in range(3)]
    )
    assert torch.isclose(model(*made), cross_entropy(scores, torch.arange(3)))


def test_a_word_without_a_name_is_not_asked_for() -> None:
    made = row(corrupt(["nobody", "a"], OBJECTIVES["clm"]), IDS)
    assert made.targets.tolist() == [NOT_ASKED, IDS["a"]] and made.ids[1] == IDS[UNK]


def test_batches_come_again_and_static_masks_repeat() -> None:
    first, second = (list(Batches(TINY, TEXT, IDS, prepared(TINY, TEXT))) for _ in range(2))
    assert len(first) == 6 and all(
        a.equal(b) for x, y in zip(first, second, strict=True) for a, b in zip(x, y, strict=True)
    )
    static = Repeated(copies=1)
    assert static.epoch(WORDS, 0, 5).inputs == static.epoch(WORDS, 9, 5).inputs
    assert len({corrupt(WORDS * 5, static, seed).inputs for seed in range(20)}) > 10  # by itself a draw like any other


@pytest.mark.parametrize("objective", [NSP(), SOP()], ids=["NSP", "SOP"])
def test_neither_length_nor_last_mark_tells_sentences_apart(objective: NSP | SOP) -> None:
    text = passages("wikipedia-sample", 50)
    made = [unread(objective, text).corrupt(each, np.random.default_rng(at)) for at, each in enumerate(text.read)]
    truth = np.array([each.targets[0] == objective.labels[0] for each in made])
    parts = [[np.array(each.inputs)[each.segments == part][:-1] for part in (0, 1)] for each in made]  # without [SEP]
    lengths = np.array([[len(a), len(b), len(a) + len(b), len(a) - len(b)] for a, b in parts]).T
    marks = np.array([[part[-1] in set(".!?") for part in each] for each in parts]).T
    for feature in (*lengths, *marks.astype(int)):
        assert separable(feature, truth) < 0.5 + 4 * 0.5 / np.sqrt(len(truth) / 2)


@torch.no_grad()
def test_probes_by_construction() -> None:
    model = reader()
    one, two = np.full((30, 4), IDS["a"]), np.full((30, 4), IDS["b"])
    ids, where = np.concatenate([one, two]), [0] * 30 + [1] * 30
    assert topic(model, ids, where, ids, where, False) == 1.0  # two articles of one word each
    said = model.name(model.states(*intact(ids[:1], False))).argmax(-1)
    assert names_itself(model, ids[:1], IDS[UNK], False) == float((said == ids[0, 0]).float().mean())


@pytest.mark.slow
def test_it_learns_and_it_repeats() -> None:
    from core.masking.objectives.training import train

    config = Config(D=16, L=1, steps=120)
    assert train("wikipedia-sample", replace(config, objective="nsp", steps=2), device="cpu").probes["right"] > 0.3
    first, second = (train("wikipedia-sample", config, device="cpu") for _ in range(2))
    assert (first.losses == second.losses).all()
    assert first.probes["cloze_nats"] < first.untrained["cloze_nats"] - 1
