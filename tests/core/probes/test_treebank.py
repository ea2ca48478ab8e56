"""The treebank: what is read, what is refused, and distances that can be counted on paper."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Trouble
from core.probes.config import Config
from core.probes.tasks import asked, control_labels, controlled, exchanged, names
from core.probes.treebank import (
    SOURCES,
    _local,
    edges,
    load,
    portion,
    read,
    read_entities,
    tree_depths,
    tree_distances,
)

ROW = "{n}\t{word}\t_\t{tag}\t_\t{more}\t{head}\t{relation}\t_\t_"


def lines(*rows: tuple) -> list[str]:
    keys = ("n", "word", "tag", "more", "head", "relation")
    return [*(ROW.format(**dict(zip(keys, row, strict=True))) for row in rows), ""]


def test_words_are_read_and_ranges_and_empty_nodes_passed_over() -> None:
    text = [
        "# sent_id = a",
        "# text = He can't.",
        *lines((1, "He", "PRON", "_", 2, "nsubj"))[:-1],
        "2-3\tcan't" + "\t_" * 8,
        *lines((2, "ca", "AUX", "Tense=Pres|Mood=Ind", 0, "root"), (3, "n't", "PART", "_", 2, "advmod"))[:-1],
        "3.1\tgo" + "\t_" * 8,
        *lines((4, ".", "PUNCT", "_", 2, "punct")),
    ]
    [sentence] = read(text)
    assert sentence.words == ("He", "ca", "n't", ".") and sentence.heads == (2, 0, 2, 2)
    assert sentence.text == "He can't." and sentence.id == "a" and sentence.features[1]["Tense"] == "Pres"
    assert edges(sentence) == {(0, 1), (1, 2)}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([(1, "a", "X", "_", 3, "x")], "hangs on word 3"),
        ([(1, "a", "X", "_", 2, "x"), (2, "b", "X", "_", 1, "x")], "circle"),
    ],
)
def test_what_is_no_tree_is_refused(rows: list, why: str) -> None:
    with pytest.raises(Trouble, match=why) as caught:
        list(read(lines(*rows)))
    assert caught.value.code == "treebank-broken"
    with pytest.raises(Trouble, match="3 columns"):
        list(read(["1\ta\tb"]))


def test_distances_and_depths_by_hand() -> None:
    heads = (2, 3, 0, 5, 3)  # 3 is the root; 2 and 5 below it; 1 below 2; 4 below 5
    assert tree_depths(heads).tolist() == [2, 1, 0, 2, 1]
    assert tree_distances(heads)[0].tolist() == [0, 1, 2, 4, 3]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=17))
def test_distances_are_a_metric_on_any_tree(numbers: list[int]) -> None:
    heads = [0, *(number % at + 1 for at, number in enumerate(numbers, 1))]  # each hangs on an earlier one
    d = tree_distances(heads)
    assert (d == d.T).all() and (d.diagonal() == 0).all() and (d + np.eye(len(d)) > 0).all()
    assert (d[:, :, None] + d[None, :, :] >= d[:, None, :]).all()  # no path is longer than one by way of a third
    assert all(d[at, head - 1] == 1 for at, head in enumerate(heads) if head)


@pytest.mark.parametrize("name", ["own-en", "own-zh"])
def test_our_own_sentences_are_whole(name: str) -> None:
    bank = load(name)
    assert bank.shared and len(bank.sentences) >= 10
    for sentence in bank.sentences:
        assert sentence.heads.count(0) == 1 and sentence.relations[sentence.heads.index(0)] == "root"
        assert "".join(sentence.words) == sentence.text.replace(" ", "")
        assert all(head == 0 or sentence.upos[head - 1] != "PUNCT" for head in sentence.heads)


def test_missing_data_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OBSERVATORY_DATA", raising=False)
    _local.cache_clear()
    with pytest.raises(Trouble) as caught:
        load("ewt-test")
    assert caught.value.code == "data-missing"
    with pytest.raises(Trouble, match="choose from"):
        load("nowhere")
    assert not SOURCES["conll03-train"].shared
    assert "testb" in SOURCES["conll03-test"].file  # testa is what settings are chosen on


def test_a_portion_is_spread_evenly() -> None:
    some = portion(load("own-en"), 4)
    assert [each.id for each in some.sentences] == ["own-en-1", "own-en-14", "own-en-27", "own-en-40"]
    assert len(portion(load("own-en"), 1000).sentences) == 40


def test_entities_are_read_without_their_marks() -> None:
    [sentence] = read_entities(["-DOCSTART- -X- O O", "", "EU NNP I-NP I-ORG", "rejects VBZ I-VP O", ""])
    assert [each["Entity"] for each in sentence.features] == ["ORG", "O"]


def test_tasks_ask_about_the_right_words() -> None:
    sentences = load("own-en").sentences
    tense = asked(sentences, "tense", names(sentences, "tense"))
    words = [word for each in sentences for word in each.words]
    assert names(sentences, "tense") == ("Past", "Pres")
    assert [words[row] for row in tense.rows[:2]] == ["slept", "were"]
    assert names(sentences, "depth")[0].startswith("1–")
    assert len(asked(sentences, "length", names(sentences, "length")).rows) == len(sentences)


def test_a_control_label_belongs_to_the_word_and_to_nothing_else() -> None:
    sentences = load("own-en").sentences
    whole = asked(sentences, "upos", names(sentences, "upos"))
    one, two = controlled(whole, whole, seed=3)
    assert (one.labels == two.labels).all() and (one.rows == whole.rows).all()
    for kind in ("the", "."):
        assert len({label for label, each in zip(one.labels, one.types, strict=True) if each == kind}) == 1
    assert (one.labels != whole.labels).mean() > 0.5
    drawn = control_labels([str(n) for n in range(5000)], whole.labels, 0)
    shares = np.bincount(list(drawn.values()), minlength=whole.labels.max() + 1) / 5000
    assert np.abs(shares - np.bincount(whole.labels) / len(whole.labels)).max() < 0.03


def test_half_of_the_sentences_have_two_neighbours_exchanged() -> None:
    sentences = load("own-en").sentences
    found = exchanged(sentences, 0)
    assert 10 <= sum(changed for _, changed in found) <= 30
    for (words, changed), sentence in zip(found, sentences, strict=True):
        apart = [at for at, (a, b) in enumerate(zip(words, sentence.words, strict=True)) if a != b]
        assert sorted(words) == sorted(sentence.words) and len(apart) == 2 * changed
        assert not changed or apart[1] == apart[0] + 1


def test_what_cannot_be_asked_is_refused() -> None:
    for task, control in (("mood", False), ("tree", True), ("length", True)):
        with pytest.raises(Trouble):
            Config(task=task, control=control)
    with pytest.raises(ValueError, match="start at 1"):
        Config(epochs=0)
