"""Recall by hand, and what the recorded run must hold."""

from __future__ import annotations

import numpy as np
import pytest

from core.search.recall import KINDS, KS, QUERIES, READERS, N, found, keywords, ranks, recall, tfidf

TEXTS = ["the red fox runs over the snow", "a blue whale sings under water", "snow and water are both white"]


def test_places_are_counted_from_one_and_equals_count_against_it() -> None:
    passages = np.array([[1.0, 0.0], [0.0, 1.0], [0.6, 0.8], [0.0, 1.0]])
    queries = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    places = ranks(queries, passages, np.array([0, 1, 2]))
    assert places.tolist() == [1, 2, 3]
    assert [recall(places, k) for k in (1, 2, 3)] == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_keywords_find_the_passage_they_came_from() -> None:
    asked = keywords(TEXTS, 2)
    assert asked[0] == "red fox" and all(len(query.split()) == 2 for query in asked)
    rows = np.arange(len(TEXTS))
    assert ranks(tfidf(asked, TEXTS), tfidf(TEXTS, TEXTS), rows).tolist() == [1, 1, 1]


def test_the_recorded_run_is_whole() -> None:
    run = found()
    assert len(run.passages) == N and all(len(run.queries[kind]) == QUERIES for kind in KINDS)
    for kind in KINDS:
        for reader in READERS:
            line = run.recall[kind][reader]
            assert len(line) == len(KS) and (np.diff(line) >= 0).all()
            assert (run.low[kind][reader] <= line).all() and (line <= run.high[kind][reader]).all()


def test_a_reader_that_learnt_from_questions_finds_more() -> None:
    run = found()
    assert all(run.low[kind]["minilm"][0] > run.high[kind]["en-small"][0] for kind in KINDS)
