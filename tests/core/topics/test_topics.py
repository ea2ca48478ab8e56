"""Discovery end to end: beside BERTopic, by law, tidied up, kept and read again."""

from __future__ import annotations

import datetime as dt
import warnings
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import Trouble
from core.runtime import Step
from core.topics import Config, Topics, class_tfidf, count_words, discover
from core.topics.bags import Bags, cut
from core.topics.config import READINGS
from core.topics.ctfidf import factors
from core.topics.hierarchy import cut_at, similarity
from core.topics.lsa import lsa
from core.topics.outliers import STRATEGIES, distribution, reassigned
from core.topics.saved import packed, unpacked
from core.topics.train import train

SUBJECTS = {
    "sea": "wave ship harbour sailor storm island anchor tide",
    "kitchen": "soup bread oven butter salt recipe spoon kettle",
    "music": "violin melody chorus rhythm concert singer piano drum",
    "court": "judge lawyer trial verdict appeal jury witness prison",
}
PER, STRAYS = (23, 37, 29, 31), 7  # no two alike: BERTopic numbers equal ones in no fixed order
CONFIG = Config(n_neighbors=9, min_cluster_size=11, least=1)


def pile() -> tuple[list[str], np.ndarray, np.ndarray]:
    """Texts of four subjects and a few of none, with vectors to match; in random order."""
    dice = np.random.default_rng(5)
    middles = dice.standard_normal((4, 19)) * 3
    texts, vectors, truth = [], [], []
    for at, words in enumerate(SUBJECTS.values()):
        for _ in range(PER[at]):
            texts.append(" ".join(dice.choice(words.split(), 9)) + " the and of")
            vectors.append(middles[at] + dice.standard_normal(19))
            truth.append(at)
    everything = " ".join(SUBJECTS.values()).split()
    for _ in range(STRAYS):
        texts.append(" ".join(dice.choice(everything, 9)))
        vectors.append(dice.standard_normal(19) * 4)
        truth.append(-1)
    order = dice.permutation(len(texts))
    return [texts[i] for i in order], np.array(vectors, np.float32)[order], np.array(truth)[order]


@pytest.fixture(scope="module")
def found() -> Topics:
    texts, vectors, _ = pile()
    return discover(texts, CONFIG, embeddings=vectors)


def test_the_subjects_are_found_and_named(found: Topics) -> None:
    _, _, truth = pile()
    assert found.C == 4
    for topic in range(4):
        (subject,) = np.unique(truth[(found.labels == topic) & (truth >= 0)])
        assert {word for word, _ in found.words(topic, 5)} <= set(list(SUBJECTS.values())[subject].split())
    assert (np.diff(found.sizes) <= 0).all() and "the" not in found.bags.vocab


def test_a_result_is_told_from_any_that_differs_in_one_part(found: Topics) -> None:
    def other(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return np.concatenate([value[:-1], value[-1:] + 1])
        return {"0": "sea"} if isinstance(value, dict) else (*value[:-1], "other")

    whole = replace(found, drawn=found.plane)
    parts = [field.name for field in fields(Topics) if field.name not in ("config", "bags")]
    others = [replace(whole, **{name: other(getattr(whole, name))}) for name in parts]
    for name in (field.name for field in fields(Bags)):
        others.append(replace(whole, bags=replace(whole.bags, **{name: other(getattr(whole.bags, name))})))
    others += [found, replace(whole, config=replace(CONFIG, boost=3.0)), replace(whole, titles={"1": "sea"})]
    assert len({each.digest for each in (whole, *others)}) == len(others) + 1
    assert replace(whole, vectors=np.asfortranarray(whole.vectors), documents=tuple(pile()[0])).digest == whole.digest


@pytest.mark.slow  # importing BERTopic takes as long as all other tests here
@pytest.mark.parametrize("reduction", ["umap", "none"])
def test_same_labels_and_words_as_bertopic(reduction) -> None:
    texts, vectors, _ = pile()
    config = replace(CONFIG, reduction=reduction)
    found = discover(texts, config, embeddings=vectors)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import hdbscan
        from bertopic import BERTopic
        from sklearn.feature_extraction.text import CountVectorizer

        class Same:
            """Our flattening, handed over."""

            def fit(self, X, y=None):
                return self

            def transform(self, X):
                return found.space

        model = BERTopic(
            language="multilingual",  # or it would strip the texts
            umap_model=Same(),  # pyright: ignore[reportArgumentType]
            hdbscan_model=hdbscan.HDBSCAN(min_cluster_size=11, prediction_data=True),
            vectorizer_model=CountVectorizer(analyzer=cut),  # pyright: ignore[reportArgumentType]
        )
        labels, _ = model.fit_transform(texts, vectors)
    assert np.array_equal(found.labels, labels)
    theirs = model.c_tf_idf_
    assert theirs is not None
    order = [found.bags.index[word] for word in model.vectorizer_model.get_feature_names_out()]
    assert np.abs(found.weights.toarray()[:, order] - np.asarray(theirs.todense())).max() < 1e-6
    assert (reduction == "none") == (found.outliers > 0)  # UMAP ties every stray to somebody
    for strategy in ("c-tf-idf", "embeddings") if found.outliers else ():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            moved = model.reduce_outliers(texts, labels, strategy=strategy, embeddings=vectors)
        assert np.array_equal(reassigned(found, strategy), moved)


def test_the_same_input_gives_the_same_topics(found: Topics) -> None:
    texts, vectors, _ = pile()
    heard: list[Step] = []
    again = discover(texts, CONFIG, embeddings=vectors, on_step=heard.append)
    assert again.space.tobytes() == found.space.tobytes() and np.array_equal(again.labels, found.labels)
    assert heard[-1].progress == 1 and heard[-1].metrics["topics"] == 4


def test_every_weight_can_be_taken_apart(found: Topics) -> None:
    for topic in range(found.C):
        for word, weight in found.words(topic, 3):
            parts = factors(found.counts, found.row(topic), found.bags.index[word])
            assert parts.weight == pytest.approx(weight) and parts.count <= parts.f


def test_merging_and_reducing(found: Topics) -> None:
    merged = found.merge([1, 3])
    assert merged.C == 3 and (merged.labels[found.labels == 1] == merged.labels[found.labels == 3][0]).all()
    assert found.reduce(2).C == 2 and found.reduce(2).outliers == found.outliers
    assert cut_at(found, 99.0).max() == 0 and cut_at(found, 0.0).max() == 3


def test_the_tree_joins_everything(found: Topics) -> None:
    tree = found.hierarchy()
    assert len(tree) == 3 and sorted((*tree[-1].left, *tree[-1].right)) == [0, 1, 2, 3]
    assert [join.height for join in tree] == sorted(join.height for join in tree) and len(tree[0].words) == 5
    assert np.allclose(np.diag(similarity(found)), 1, atol=1e-5)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_outliers_go_where_they_fit(strategy, found: Topics) -> None:
    rows = np.flatnonzero(found.labels == 2)[:5]
    labels = found.labels.copy()
    labels[rows] = -1
    after = replace(found, labels=labels).reassign_outliers(strategy)
    assert (after.labels[rows] == 2).mean() >= 0.8
    kept = found.labels >= 0
    kept[rows] = False
    assert np.array_equal(after.labels[kept], found.labels[kept])
    assert np.array_equal(reassigned(replace(found, labels=labels), strategy, 2.0), labels)


def test_words_tell_where_a_text_changes_its_subject(found: Topics) -> None:
    sea = next(at for at in range(4) if found.words(at, 1)[0][0] in SUBJECTS["sea"])
    court = next(at for at in range(4) if found.words(at, 1)[0][0] in SUBJECTS["court"])
    along = distribution(found, "ship wave storm tide island judge jury trial lawyer verdict")
    assert along[0].argmax() == sea and along[-1].argmax() == court


def test_new_documents_are_placed(found: Topics) -> None:
    _, vectors, _ = pile()
    labels = found.transform(["x"] * len(vectors), vectors + 0.01)
    inside = found.labels >= 0
    assert (labels[inside] == found.labels[inside]).mean() > 0.97


def test_through_time(found: Topics) -> None:
    when = [dt.datetime(2020, 1, 1) + dt.timedelta(days=i) for i in range(len(found.labels))]
    through = found.over_time(when, bins=5)
    assert through.sizes.sum(1).tolist() == found.sizes.tolist() and len(through.words[0]) == 5


def test_kept_and_read_again(found: Topics, tmp_path: Path) -> None:
    found.save(tmp_path / "topics")
    again = Topics.load(tmp_path / "topics")
    assert again.config == found.config and again.words(0) == found.words(0)
    assert np.array_equal(again.plane, found.plane)


def test_counts_follow_the_groups_without_reading_again() -> None:
    bags = count_words(["red red blue", "blue green", "green stone"], least=1)
    counts = bags.of_classes(np.array([0, 1, 0]), 2).toarray()
    assert dict(zip(bags.vocab, counts[0].tolist(), strict=True)) == {"blue": 1, "green": 1, "red": 2, "stone": 1}
    assert class_tfidf(counts).shape == (2, 4)


def test_words_of_both_languages() -> None:
    assert cut("The cat, the CAT and 12 dogs") == ["cat", "cat", "dogs"]
    assert "数学家" in cut("这位数学家证明了这个定理")
    assert count_words(["new york city", "new york state"], ngrams=2).vocab == ("new", "new york", "york")


def test_chinese_needs_no_model() -> None:
    texts = ["数学家证明定理，公式写在黑板上"] * 5 + ["厨师炒菜，汤里放盐和香料"] * 5
    unit = lsa(texts)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    assert unit[0] @ unit[1] > 0.9 > 0.1 > abs(unit[0] @ unit[9])


def test_too_few_and_too_many() -> None:
    with pytest.raises(Trouble, match="too few"):
        discover(["one"] * 3)
    with pytest.raises(Trouble, match="Take a part"):
        discover(["one"] * 50_001)


@pytest.mark.parametrize("same", ["the same sentence about water", "今天天气很好", "word"])
def test_texts_that_are_all_the_same_are_one_topic_or_none(same: str) -> None:
    topics = train([same] * 24, Config(min_cluster_size=5, reading="words", stop=False))
    assert topics.C <= 1 and topics.plane.shape == (24, 2) and np.isfinite(topics.plane).all()
    assert unpacked("x.zip", packed(topics)).C == topics.C


@pytest.mark.parametrize("empty", ["!!! ???", "😀 🎉", "the and of", "12345", "。，！"])
def test_texts_without_words_are_refused(empty: str) -> None:
    for reading in READINGS:
        with pytest.raises(Trouble, match="no words"):
            train([empty] * 24, Config(reading=reading))
