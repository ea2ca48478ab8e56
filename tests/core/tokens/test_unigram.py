"""The unigram model against brute force over all segmentations, and by law."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models

from core.tokens import lattice
from core.tokens.config import Config
from core.tokens.unigram import train_unigram

WORDS = Counter({"▁low": 5, "▁lower": 2, "▁newest": 6, "▁widest": 3, "est": 2})
RUN = train_unigram(WORDS, Config("unigram", added=20, seeds=40, min_count=1))

models_ = st.dictionaries(st.text("ab", min_size=1, max_size=3), st.floats(-9, -0.1), min_size=1).map(
    lambda found: {"a": -5.0, "b": -6.0} | found
)
word_ = st.text("ab", min_size=1, max_size=8)


def everything(word: str, model: dict[str, float]) -> dict[tuple[str, ...], float]:
    """All segmentations of a word, by brute force, with their nats."""
    found = {}
    for n in range(len(word)):
        for cuts in combinations(range(1, len(word)), n):
            pieces = tuple(word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True))
            if all(piece in model for piece in pieces):
                found[pieces] = sum(model[piece] for piece in pieces)
    return found


@settings(deadline=None)
@given(word_, models_)
def test_viterbi_finds_the_best_of_all(word: str, model: dict[str, float]) -> None:
    ranked = sorted(everything(word, model).values(), reverse=True)
    found = lattice.best(word, model, 4)
    assert [logp for logp, _ in found] == pytest.approx(ranked[:4])
    for logp, path in found:
        assert "".join(edge.piece for edge in path) == word
        assert sum(edge.logp for edge in path) == pytest.approx(logp)


@settings(deadline=None)
@given(word_, models_)
def test_forward_sums_over_all(word: str, model: dict[str, float]) -> None:
    whole = math.log(sum(map(math.exp, everything(word, model).values())))
    assert lattice.total(word, model)[-1] == pytest.approx(whole)


def test_viterbi_is_the_librarys() -> None:
    model = {"▁": -3.0, **RUN.model(20)}
    library = Tokenizer(models.Unigram([("<unk>", 0.0), *model.items()], unk_id=0, byte_fallback=False))
    for word in ("lowest", "newer", "widest", "wwww", "estlow"):
        assert library.encode(word).tokens == [edge.piece for edge in lattice.best(word, model)[0][1]]


def test_samples_follow_the_tempered_probabilities() -> None:
    model = {"a": math.log(0.5), "b": math.log(0.2), "ab": math.log(0.3)}
    for temperature in (0.5, 1.0, 3.0):
        drawn = lattice.sample("ab", model, temperature, seed=0, n=4000)
        share = sum(len(path) == 1 for path in drawn) / 4000
        whole, apart = 0.3 ** (1 / temperature), 0.1 ** (1 / temperature)
        assert share == pytest.approx(whole / (whole + apart), abs=4 * math.sqrt(0.25 / 4000))
    cold = lattice.sample("ab", model, 0.05, seed=1, n=50)
    assert all(len(path) == 1 for path in cold)
    assert lattice.sample("abab", model, 1.0, seed=3) == lattice.sample("abab", model, 1.0, seed=3)


def test_an_unknown_character_is_an_edge_of_its_own() -> None:
    [(_, path)] = lattice.best("a☃a", {"a": -1.0})
    assert [edge.known for edge in path] == [True, False, True]


def test_every_stage_is_a_distribution_and_can_spell_every_word() -> None:
    assert np.exp(RUN.logp).sum(1) == pytest.approx(1, abs=1e-5)
    assert (np.diff(RUN.sizes) < 0).all() and RUN.sizes[-1] == RUN.alphabet
    assert np.isfinite(RUN.logp[:, : RUN.alphabet]).all()
    for added in (20, 9, 3, 0):
        model = RUN.model(added)
        assert len(model) - RUN.alphabet <= added
        for word in WORDS:
            assert lattice.best(word, model)


def test_fewer_pieces_cost_more_nats() -> None:
    """Pieces that nobody used go first and cost nothing; the last ones cost much."""
    assert (np.diff(RUN.losses) > -1e-6).all() and RUN.losses[-1] > 5 * RUN.losses[0]


def test_em_by_hand() -> None:
    """Two words "ab", pieces a, b, ab: from counts 2, 2, 2 one round gives ab the weight p(ab)/(p(ab)+p(a)p(b))."""
    from core.tokens import unigram

    words, pieces = ["ab"], ["a", "b", "ab"]
    edges = unigram._edges(words, {piece: i for i, piece in enumerate(pieces)}, 8)
    expected, loss = unigram._expect(edges, np.array([2.0]), np.array([2]), np.log(np.full(3, 1 / 3)))
    assert expected == pytest.approx([0.5, 0.5, 1.5])  # (1/3) : (1/9), so 3/4 of two words
    assert loss == pytest.approx(-2 * math.log(1 / 3 + 1 / 9))


def test_the_loss_falls_under_em() -> None:
    from core.tokens import unigram

    words = list(WORDS)
    times = np.array([*WORDS.values()], float)
    pieces, _, logp = unigram._seeds(WORDS, Config("unigram", seeds=40, min_count=1))
    edges = unigram._edges(words, {piece: i for i, piece in enumerate(pieces)}, 8)
    losses = []
    for _ in range(12):
        expected, loss = unigram._expect(edges, times, np.array([*map(len, words)]), logp)
        logp = np.log(np.maximum(expected, 1e-12) / expected.sum())
        losses.append(loss)
    assert (np.diff(losses) < 1e-9).all() and losses[-1] < losses[0]
