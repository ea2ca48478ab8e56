"""Tokens as people read them, in every spelling that a vocabulary may use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from core.models import Model, load


@pytest.fixture(scope="module")
def model(checkpoint):
    """A tiny model by the name of its architecture."""
    known: dict[str, Model] = {}

    def find(name: str) -> Model:
        if name not in known:
            known[name] = load(checkpoint(name), device="cpu")
        return known[name]

    return find


@pytest.fixture(scope="module")
def minilm() -> Model:
    return load(device="cpu")


def test_wordpiece_says_nothing_of_its_hashes(minilm):
    tokens = minilm.tokens("Embeddings!")
    assert tokens.pieces == ("[CLS]", "em", "##bed", "##ding", "##s", "!", "[SEP]")
    assert tokens.shown == ("[CLS]", "em", "bed", "ding", "s", "!", "[SEP]")
    assert tokens.words == (-1, 0, 0, 0, 0, 1, -1)
    assert tokens.special == (True, False, False, False, False, False, True)
    assert tokens.segments == (0,) * 7 and tokens.dropped == 0


def test_two_texts_share_one_row_of_tokens(minilm):
    tokens = minilm.tokens("it slept", "deeply")
    assert tokens.shown == ("[CLS]", "it", "slept", "[SEP]", "deeply", "[SEP]")
    assert tokens.segments == (0, 0, 0, 0, 1, 1)
    assert tokens.words == (-1, 0, 1, -1, 2, -1)


def test_minilm_reads_no_chinese_and_says_so(minilm):
    tokens = minilm.tokens("我喜欢自然语言处理")
    assert tokens.unknown.count(True) == 8
    assert tokens.unreadable == 8 / 9
    assert minilm.tokens("I like language").unreadable == 0


def test_what_a_visitor_types_is_not_special_even_if_it_looks_so(minilm):
    tokens = minilm.tokens("a [MASK] b")
    assert tokens.shown == ("[CLS]", "a", "[MASK]", "b", "[SEP]")
    assert tokens.special == (True, False, False, False, True)


def test_bytes_become_the_character_on_the_piece_that_completes_it(model):
    tokens = model("gpt2").tokens("the 😀 力")
    assert tokens.pieces == ("th", "e", "Ġ", "ðŁĺ", "Ģ", "Ġ", "å", "Ĭ", "Ľ")
    assert tokens.shown == ("th", "e", "␣", "·", "😀", "␣", "·", "·", "力")
    assert tokens.words == (0, 0, 1, 1, 1, 2, 2, 2, 2)
    assert not any(tokens.unknown)


def test_sentencepiece_marks_where_words_start(model):
    tokens = model("t5").tokens("the cat 😀")
    assert tokens.pieces == ("▁the", "▁cat", "▁", "<unk>", "</s>")
    assert tokens.shown == ("the", "cat", "␣", "<unk>", "</s>")
    assert tokens.words == (0, 1, 2, 2, -1)
    assert tokens.unreadable == 1 / 4


def test_llama_has_bytes_of_its_own_and_no_words(model):
    tokens = model("llama").tokens("the 😀", "cat")
    assert tokens.pieces[2:7] == ("▁", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>")
    assert tokens.shown == ("th", "e", "␣", "·", "·", "·", "😀", "␣", "c", "a", "t")
    assert tokens.words == (0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2)
    assert tokens.segments == (0,) * 7 + (1,) * 4


def test_what_cannot_be_seen_is_named(model):
    shown = model("gpt2").tokens("a\x00\n\t\u202eb").shown
    assert shown == ("a", "U+0000", "↵", "⇥", "·", "·", "U+202E", "b")


def test_right_to_left_and_accents_survive(model):
    assert "".join(model("gpt2").tokens("שלום").shown).replace("·", "") == "שלום"
    assert model("gpt2").tokens("a\u0301").shown == ("a", "·", "◌\u0301")


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\x00", "\x7f"])
def test_nothing_to_read_is_said(minilm, text):
    with pytest.raises(Trouble) as trouble:
        minilm.tokens(text)
    assert trouble.value.code == "text-empty"
    with pytest.raises(Trouble):
        minilm.tokens("a cat", text)


def test_a_long_text_is_cut_and_counted(minilm):
    tokens = minilm.tokens("hello world " * 9_000)
    assert len(tokens.ids) == 512
    assert tokens.dropped == 18_000 - 510
    assert tokens.special[0] and tokens.special[-1]


def test_of_two_texts_the_longer_gives_way(minilm):
    tokens = minilm.tokens("hello " * 20_000, "short one")
    assert tokens.segments.count(1) == 3 and len(tokens.ids) == 512
    assert tokens.dropped == 20_000 - (512 - 3 - 2)
    both = minilm.tokens("hello " * 20_000, "world " * 20_000)
    assert both.segments.count(1) == 254 + 1 and len(both.ids) == 512


def test_the_models_own_limit_counts(model):
    assert len(model("bert").tokens("cat " * 500).ids) == 61
    assert len(model("roberta").tokens("cat " * 500).ids) == 103 - 2  # it counts from behind its padding
    assert len(model("gpt2").tokens("cat " * 500).ids) == 101


ARCHITECTURES = ["bert", "gpt2", "roberta", "t5", "llama"]


@pytest.mark.parametrize("name", ARCHITECTURES)
@settings(deadline=None)
@given(text=st.text(min_size=1, max_size=80), pair=st.none() | st.text(min_size=1, max_size=80))
def test_every_piece_gets_a_name_whatever_is_typed(name, model, text, pair):
    try:
        tokens = model(name).tokens(text, pair)
    except Trouble as trouble:
        assert trouble.code == "text-empty"
        return
    lengths = {len(getattr(tokens, part)) for part in ("shown", "pieces", "ids", "words", "segments", "special")}
    assert lengths == {len(tokens.unknown)}
    assert all(shown and (shown.isprintable() or len(shown) > 1) for shown in tokens.shown)
    own = [word for word, special in zip(tokens.words, tokens.special, strict=True) if not special]
    assert own == sorted(own) and own[0] == 0 and set(own) == set(range(own[-1] + 1))


@pytest.mark.parametrize("name", ["gpt2", "roberta", "llama"])
@settings(deadline=None)
@given(text=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=25))
def test_what_is_shown_spells_what_was_typed(name, model, text):
    tokens = model(name).tokens(text)
    own = [shown for shown, special in zip(tokens.shown, tokens.special, strict=True) if not special]
    assert "".join(own).replace("·", "").replace("␣", "") == text.replace("·", "").replace("␣", "")
