"""Topics that were asked for: beside umap-learn and BERTopic, and by what they should find."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import pytest

from core.errors import Trouble
from core.topics import class_tfidf, discover
from core.topics.flatten import weave
from core.topics.neighbours import nearest
from core.topics.steer import fill, guide, supervise
from core.topics.topics import Topics
from core.topics.train import train
from tests.core.topics.test_topics import CONFIG, SUBJECTS, pile


@pytest.fixture(scope="module")
def found() -> Topics:
    texts, vectors, _ = pile()
    return discover(texts, CONFIG, embeddings=vectors)


def test_a_supervised_graph_is_umaps() -> None:
    _, vectors, truth = pile()
    graph = weave(*nearest(vectors, 11))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import umap.umap_

        theirs = umap.umap_.discrete_metric_simplicial_set_intersection(graph.copy(), truth, 1.0, 5.0)
    assert abs(supervise(graph, truth) - theirs).max() < 1e-5


def test_known_labels_keep_a_subject_together() -> None:
    texts, vectors, truth = pile()
    halves = np.where(np.arange(len(texts)) % 2, truth, -1)
    blurred = vectors + 4 * np.random.default_rng(1).standard_normal(vectors.shape).astype(np.float32)
    led = discover(texts, CONFIG, embeddings=blurred, known=halves)
    alone = discover(texts, CONFIG, embeddings=blurred)
    from core.topics.stability import mutual_information

    assert mutual_information(led.labels, truth) > mutual_information(alone.labels, truth)


def test_guided_documents_move_towards_their_subject() -> None:
    vectors = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 1.0]])
    moved, known = guide(vectors, np.array([[2.0, 0.0, 0.0]]))
    assert known.tolist() == [0, -1, -1] and moved[0].tolist() == [1.25, 0.0, 0.0] and (moved[1:] == vectors[1:]).all()


def test_names_take_what_is_alike_and_leave_the_rest() -> None:
    texts, vectors, truth = pile()
    middle = np.stack([vectors[truth == at].mean(0) for at in (0, 2)])
    named = fill(vectors, middle)
    assert (named[truth == 0] == 0).mean() > 0.9 and (named[truth == 1] == -1).all()
    topics = discover(texts, CONFIG, embeddings=vectors, names=middle)
    assert topics.C == 4 and len(np.unique(topics.labels[named == 0])) == 1


def test_seeded_words_count_for_more(found: Topics) -> None:
    from bertopic.vectorizers import ClassTfidfTransformer

    word = found.words(0, 20)[5][0]
    after = replace(found, config=replace(found.config, seeded=(word, "not there"), boost=9.0))
    assert after.words(0, 1)[0][0] == word
    boost = np.ones(len(found.bags.vocab))
    boost[found.bags.index[word]] = 9
    theirs = ClassTfidfTransformer().fit(found.counts, multiplier=boost).transform(found.counts)
    assert abs(class_tfidf(found.counts, boost) - theirs).max() < 1e-6


def test_a_topic_is_split_in_two(found: Topics) -> None:
    after = found.split(0)
    assert after.C == found.C + 1 and after.outliers == found.outliers
    assert len(np.unique(after.labels[found.labels == 0])) == 2


def test_names_go_with_their_topic(found: Topics) -> None:
    named = found.rename({0: "first", 3: "last"})
    assert named.name(0) == "first" and named.name(1) == found.name(1)
    merged = named.merge([1, 0])
    assert [merged.name(at) for at in range(3)].count("last") == 1 and "first" not in merged.titles.values()


def test_new_documents_join(found: Topics) -> None:
    texts, vectors, _ = pile()
    after = found.extend(texts[:13], vectors[:13] + 0.01)
    assert len(after.labels) == len(after.plane) == len(after.space) == len(found.labels) + 13
    assert (after.labels[-13:] == found.labels[:13]).mean() > 0.9
    assert np.array_equal(after.labels[:-13], found.labels)


def test_a_training_takes_labels_and_names() -> None:
    texts, _, truth = pile()
    halves = [int(label) if at % 2 else -1 for at, label in enumerate(truth)]
    led = train(texts, CONFIG, known=halves)
    assert len(led.labels) == len(texts) and led.drawn is not None
    asked = train(texts, replace(CONFIG, alike=0.4), names=("ships on the sea", "cooking food"))
    (sea,) = np.flatnonzero([asked.words(at, 1)[0][0] in SUBJECTS["sea"] for at in range(asked.C)])
    assert (truth[asked.labels == sea] == 0).mean() > 0.9
    with pytest.raises(Trouble, match="give one for each"):
        train(texts, CONFIG, known=[0])


def test_words_of_those_who_joined_are_counted_like_all_others(found: Topics) -> None:
    from bertopic.vectorizers import ClassTfidfTransformer

    texts, vectors, _ = pile()
    after = found.extend(["wave wave wave wave storm", *texts[:5]], np.vstack([vectors[:1], vectors[:5]]))
    theirs = ClassTfidfTransformer().fit_transform(after.counts)
    assert abs(after.weights - theirs).max() < 1e-6
    stands = after.bags.matrix[:, [after.bags.index["wave"]]].sum()
    assert stands >= found.bags.matrix[:, [found.bags.index["wave"]]].sum() + 4


def test_texts_without_vectors_are_placed_by_their_words(found: Topics) -> None:
    lines = [SUBJECTS["sea"], SUBJECTS["court"], "nothing of this"]
    sea, court, none = found.transform(lines).tolist()
    assert found.words(sea, 1)[0][0] in SUBJECTS["sea"] and found.words(court, 1)[0][0] in SUBJECTS["court"]
    assert none == -1
