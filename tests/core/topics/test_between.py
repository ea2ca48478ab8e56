"""Topics on a plane of their own, and what becomes of them in another run."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.topics import Topics, discover
from core.topics.between import agreement, between, per_class, scaled
from core.topics.fates import fates
from core.topics.recorded import sample
from tests.core.topics.test_topics import CONFIG, pile


@pytest.fixture(scope="module")
def found() -> Topics:
    texts, vectors, _ = pile()
    return discover(texts, CONFIG, embeddings=vectors)


def test_few_topics_keep_their_distances(found: Topics) -> None:
    line = np.array([[0.0, 0, 0], [3, 0, 0], [7, 0, 0]])
    plane = scaled(line)
    assert np.allclose(np.abs(plane[:, 0][:, None] - plane[:, 0]), np.abs(line[:, 0][:, None] - line[:, 0]))
    assert np.abs(plane[:, 1]).max() < 1e-9
    seen = between(found)
    assert seen.plane.shape == (4, 2) and seen.kept == 1  # of four, the three nearest are all the others


def test_one_topic_and_none_have_a_place(found: Topics) -> None:
    one = found.relabelled(np.where(found.labels == 0, 0, -1))
    none = found.relabelled(np.full(len(found.labels), -1))
    assert between(one).plane.shape == (1, 2) and between(none).plane.shape == (0, 2)


def test_many_topics_keep_most_neighbours_and_never_move() -> None:
    topics = sample().topics
    seen = between(topics)
    assert seen.plane.tobytes() == between(topics).plane.tobytes()
    by_chance = np.random.default_rng(0).standard_normal((topics.C, 2))
    assert seen.kept > 0.5 > 5 * agreement(topics.centres, by_chance)


def test_classes_are_counted(found: Topics) -> None:
    _, _, truth = pile()
    names, table = per_class(found, [f"s{at}" for at in truth])
    assert names == ("s-1", "s0", "s1", "s2", "s3") and table.sum(1).tolist() == found.sizes.tolist()
    assert (table[:, 1:].max(1) + table[:, 0] == found.sizes).all()  # a subject, and strays


def test_fates_by_hand() -> None:
    a = np.array([0] * 10 + [1] * 8 + [2] * 6 + [3] * 5 + [4] * 5 + [-1])
    b = np.array([0] * 10 + [1] * 4 + [2] * 4 + [3] * 11 + [-1] * 5 + [4])
    told = fates(a, b)
    assert [row.kind for row in told.rows] == ["same", "split", "merged", "merged", "gone"]
    assert told.rows[1].into == (1, 2) and told.rows[2].into == told.rows[3].into == (3,)
    assert told.new == (4,) and told.table[4, -1] == 5 and told.table[-1, 4] == 1 and told.table.sum() == len(a)


def test_nothing_changes_between_a_run_and_itself(found: Topics) -> None:
    told = fates(found.labels, found.labels)
    assert told.count("same") == found.C and told.new == ()
    renumbered = replace(found, labels=found.C - 1 - found.labels * (found.labels >= 0)).labels
    assert fates(found.labels, np.where(found.labels < 0, -1, renumbered)).count("same") == found.C
