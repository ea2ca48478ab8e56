"""Phrases cut out of trees that can be drawn on paper."""

from __future__ import annotations

import pytest

from core.probes.phrases import spans
from core.probes.treebank import Sentence, load


def tree(*rows: tuple[str, str, int, str]) -> Sentence:
    """Words with part of speech, head and relation."""
    words, tags, heads, relations = zip(*rows, strict=True)
    return Sentence("", " ".join(words), words, tags, heads, relations, ({},) * len(rows))


WRONG = (("I", "PRON", 2, "nsubj"), ("know", "VERB", 0, "root"), ("that", "SCONJ", 7, "mark"))
COPULAR = tree(
    *WRONG,
    ("the", "DET", 5, "det"),
    ("answer", "NOUN", 7, "nsubj"),
    ("is", "AUX", 7, "cop"),
    ("wrong", "ADJ", 2, "ccomp"),
)
NOMINAL = tree(
    *WRONG, ("he", "PRON", 7, "nsubj"), ("is", "AUX", 7, "cop"), ("a", "DET", 7, "det"), ("fool", "NOUN", 2, "ccomp")
)
INSIDE = tree(
    *WRONG,
    ("she", "PRON", 8, "nsubj"),
    ("is", "AUX", 8, "cop"),
    ("in", "ADP", 8, "case"),
    ("the", "DET", 8, "det"),
    ("garden", "NOUN", 2, "ccomp"),
)
PAIRED = tree(
    ("They", "PRON", 2, "nsubj"),
    ("ate", "VERB", 0, "root"),
    ("fresh", "ADJ", 4, "amod"),
    ("fruit", "NOUN", 2, "obj"),
    ("and", "CCONJ", 7, "cc"),
    ("warm", "ADJ", 7, "amod"),
    ("bread", "NOUN", 4, "conj"),
)


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        (COPULAR, [("NP", "the answer"), ("clause", "that the answer is wrong")]),
        (NOMINAL, [("clause", "that he is a fool")]),
        (INSIDE, [("clause", "that she is in the garden")]),
        (PAIRED, [("NP", "fresh fruit and warm bread"), ("NP", "warm bread")]),
    ],
)
def test_what_has_a_copula_is_a_clause_whatever_its_predicate(sentence: Sentence, want: list) -> None:
    assert [(each.kind, each.text) for each in spans([sentence])] == want


def test_a_preposition_makes_a_prepositional_phrase_and_gaps_make_none() -> None:
    found = tree(
        ("ran", "VERB", 0, "root"), ("along", "ADP", 4, "case"), ("the", "DET", 4, "det"), ("river", "NOUN", 1, "obl")
    )
    assert [(each.kind, each.text) for each in spans([found])] == [("PP", "along the river")]
    gap = tree(("a", "DET", 3, "det"), ("came", "VERB", 0, "root"), ("man", "NOUN", 2, "nsubj"))
    assert spans([gap]) == []


def test_every_phrase_is_a_piece_of_its_sentence() -> None:
    sentences = load("own-en").sentences
    found = spans(sentences)
    assert {each.kind for each in found} >= {"NP", "PP", "clause"}
    for each in found:
        assert each.text.split() == list(sentences[each.sentence].words[each.start : each.end])
