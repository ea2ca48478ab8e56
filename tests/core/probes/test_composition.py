"""Words in roles: by hand, and planted structures are found; a study that was stopped goes on where it was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.probes import kept
from core.probes.composition import SCHEMES, explained, products, roles, short
from core.probes.features import Features
from core.probes.mdl import online_code, uniform_code
from core.probes.treebank import Sentence, load


def sentence(*heads: int) -> Sentence:
    n = len(heads)
    return Sentence("", "", ("w",) * n, ("X",) * n, heads, ("x",) * n, ({},) * n)


def test_roles_by_hand() -> None:
    one = sentence(2, 3, 0, 5, 3)  # 3 is the root, 2 and 5 hang on it; 1 on 2, 4 on 5
    assert roles(one, "bag").tolist() == [0] * 5
    assert roles(one, "left").tolist() == [0, 1, 2, 3, 4] and roles(one, "right").tolist() == [4, 3, 2, 1, 0]
    assert roles(one, "tree").tolist() == [3, 1, 0, 3, 2]
    with pytest.raises(ValueError, match="choose from"):
        roles(one, "circle")


def test_products_by_hand() -> None:
    fillers = np.array([[1.0, 2], [3, 4], [5, 6]])
    found = products(fillers, [np.array([0, 1]), np.array([1])], 2)
    assert found.tolist() == [[0.5, 1, 1.5, 2], [0, 0, 5, 6]]


def planted(seed: int, words: int = 2000, D: int = 40) -> tuple[Features, list[Sentence]]:
    """Sentences whose mean vector is a bag of words in layer 1, and in layer 2 depends on the places in the tree."""
    dice, sentences, rows, starts = np.random.default_rng(seed), [], [], [0]
    maps = np.random.default_rng(7).standard_normal((8, D, D)) / np.sqrt(D)
    while starts[-1] < words:
        T = int(dice.integers(4, 9))
        one = sentence(0, *(int(dice.integers(1, at + 1)) for at in range(1, T)))
        own = dice.standard_normal((T, D))
        tree = np.stack([word @ maps[role] for word, role in zip(own, roles(one, "tree"), strict=True)])
        rows.append(np.stack([own, own @ maps[0], tree]))
        sentences.append(one)
        starts.append(starts[-1] + T)
    return Features(np.concatenate(rows, axis=1).astype(np.float16), np.array(starts)), sentences


def test_the_scheme_that_was_planted_explains_most() -> None:
    one, two = planted(0, 6000), planted(1)
    found = {scheme: explained(one, two, scheme) for scheme in SCHEMES}
    dealt = explained(one, two, "tree", 0)
    assert found["tree"][2] > max(found["bag"][2], dealt[2]) + 0.15
    assert abs(found["bag"][1] - found["tree"][1]) < 0.1 < found["bag"][1]
    assert (explained(one, two, "tree", 0) == dealt).all()


def test_only_sentences_that_can_be_fitted_are_taken() -> None:
    sentences = load("own-en").sentences
    assert all(4 <= len(sentences[at]) <= 16 for at in short(sentences))
    assert short([sentence(0)]).tolist() == []


def test_a_stopped_study_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OBSERVATORY_CACHE", str(tmp_path))
    asked = []

    def measure() -> np.ndarray:
        asked.append(1)
        return np.arange(3.0)

    first, again = (kept.once("task-x-random:minilm-0", measure) for _ in range(2))
    assert len(asked) == 1 and (first[0] == again[0]).all() and first[1] == again[1] >= 0


def test_the_uniform_code_is_the_one_of_the_paper() -> None:
    import torch

    from core.probes import Config

    assert uniform_code(8, 4) == 16
    bits, uniform = online_code(torch.zeros(1, 200, 3), np.arange(200) % 2, 2, Config(epochs=1))
    assert uniform == uniform_code(200, 2) and bits[0] == pytest.approx(200, rel=0.05)  # nothing to learn from
