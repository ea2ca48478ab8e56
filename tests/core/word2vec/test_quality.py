import math

import numpy as np
import pytest
from gensim.models import KeyedVectors
from gensim.test.utils import datapath

from core.word2vec import Vectors
from core.word2vec.quality import analogies, questions_words, similarity, simlex999, wordsim353

SECTIONS = questions_words()


def vectors() -> Vectors:
    """Random ones for the capitals and for what WordSim asks; capitals lie near their countries on purpose."""
    dice = np.random.default_rng(0)
    asked = SECTIONS["capital-common-countries"] + SECTIONS["family"]
    words = {w: None for row in (*asked, *wordsim353()) for w in row if isinstance(w, str)}
    table = {word: dice.normal(size=5) for word in words}
    for capital, country, *_ in SECTIONS["capital-common-countries"]:
        table[country] = table[capital] + 0.5 + 0.3 * dice.normal(size=5)
    return Vectors(tuple(table), np.array(list(table.values()), np.float32))


def gensims(ours: Vectors) -> KeyedVectors:
    theirs = KeyedVectors(ours.vectors.shape[1])
    theirs.add_vectors(list(ours.vocab), ours.vectors)
    return theirs


def test_similarity_by_hand():
    """Cosines 1, 0.6, 0 against ratings 9, 1, 5: of ranks 3 2 1 and 3 1 2, ρ = 1 - 6 · 2 / 24."""
    plane = Vectors(("a", "b", "c", "d"), np.array([[1, 0], [2, 0], [3, 4], [0, 1]], np.float32))
    score = similarity(plane, [("a", "B", 9.0), ("a", "c", 1.0), ("A", "d", 5.0), ("a", "zebra", 3.0)])
    assert score.value == pytest.approx(0.5) and (score.asked, score.total) == (3, 4)


@pytest.mark.filterwarnings("ignore")
def test_similarity_is_gensims():
    ours = vectors()
    _, (rho, _), missing = gensims(ours).evaluate_word_pairs(datapath("wordsim353.tsv"))
    score = similarity(ours, wordsim353())
    assert score.value == pytest.approx(rho, abs=1e-6)
    assert score.asked == score.total == 353 and missing == 0


def test_analogies_are_gensims():
    ours = vectors()
    share, sections = gensims(ours).evaluate_word_analogies(datapath("questions-words.txt"))
    score = analogies(ours, [q for section in SECTIONS.values() for q in section])
    assert 0.02 < share < 0.98, "a test that everybody passes or fails tells nothing"
    assert score.value == pytest.approx(share)
    assert score.asked == len(sections[-1]["correct"]) + len(sections[-1]["incorrect"])


def test_multiplied_analogies_by_hand():
    axes = Vectors(("a", "b", "c", "d", "e"), np.array([[1, 0], [0, 1], [2, 1], [1, 4], [-1, -1]], np.float32))
    expected = {
        w: (1 + u @ axes.unit[1]) * (1 + u @ axes.unit[2]) / (1 + u @ axes.unit[0])
        for w, u in zip(axes.vocab, axes.unit, strict=True)
        if w not in "abc"
    }
    answer = max(expected, key=expected.__getitem__)
    assert analogies(axes, [("a", "b", "c", answer)], "mul").value == 1


def test_the_test_sets_are_whole():
    assert len(wordsim353()) == 353 and len(simlex999()) == 999
    assert len(SECTIONS) == 14 and sum(map(len, SECTIONS.values())) == 19_544


def test_nothing_to_ask_is_no_score():
    lonely = Vectors(("a", "b"), np.eye(2, dtype=np.float32))
    assert math.isnan(similarity(lonely, wordsim353()).value)
    assert math.isnan(analogies(lonely, SECTIONS["family"]).value)
