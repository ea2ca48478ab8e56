"""A text under every tokenizer: nothing is lost, nothing is misplaced, nothing unknown is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from core.errors import Trouble
from core.text import load_corpus
from core.tokens import KINDS, Config, Cutter, characters, train, wordwise
from core.tokens.cut import most_frequent
from core.tokens.merges import MergeRun
from core.tokens.wordpiece import attempts, longest_match
from core.tokens.words import chunks, count_words, from_bytes, words

DOCUMENTS = (*load_corpus("lee-news").documents[:30], "我喜欢自然语言处理。我喜欢语言，也喜欢自然。" * 3)
RUNS = {kind: train(DOCUMENTS, Config(kind, added=300, seeds=600)) for kind in KINDS}
typed = st.text(max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=80, deadline=None)
@given(text=typed)
def test_places_are_in_order_and_cover_every_word(kind, text: str) -> None:
    pieces = Cutter(RUNS[kind], 300)(text)
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in pieces)
    starts = [piece.start for piece in pieces if piece.end > piece.start]
    assert starts == sorted(starts)
    covered = {at for piece in pieces for at in range(piece.start, piece.end)}
    assert covered >= {at for token in wordwise(text, {}) for at in range(token.start, token.end)}


@settings(max_examples=100, deadline=None)
@given(typed)
def test_byte_level_gives_every_text_back_and_knows_all_of_it(text: str) -> None:
    pieces = Cutter(RUNS["bytes"], 300)(text)
    assert from_bytes("".join(piece.spelled for piece in pieces)) == text
    assert all(piece.id is not None for piece in pieces)
    assert "".join(chunks(text)) == text


def test_the_same_sentence_by_hand() -> None:
    text = "the ☃ 语言"
    assert [p.spelled for p in characters(text, {"t": 0})] == ["t", "h", "e", "☃", "语", "言"]
    assert [p.id for p in wordwise(text, {"the": 7})] == [7, None, None]
    bpe = Cutter(RUNS["bpe"], 300)(text)
    assert bpe[0].spelled == "the</w>" and bpe[0].id is not None
    assert next(p.id for p in bpe if text[p.start : p.end] == "☃") is None
    unknown = [p for p in Cutter(RUNS["wordpiece"], 300)(text) if p.spelled == "[UNK]"]
    assert [(p.start, p.end) for p in unknown] == [(4, 5), (6, 8)]  # no word of the corpus begins with 语
    assert [p.spelled for p in Cutter(RUNS["bytes"], 0)("é")] == ["Ã", "©"]


def test_a_piece_that_comes_later_is_unknown_to_a_smaller_vocabulary() -> None:
    run = RUNS["bpe"]
    assert isinstance(run, MergeRun)
    assert run.pieces[-1] in Cutter(run, 300) and run.pieces[-1] not in Cutter(run, 299)
    assert len(Cutter(run, 0)("nation")) == 7  # six letters and the end of the word


def test_a_run_of_chinese_is_one_word_and_a_typed_form_keeps_its_place() -> None:
    assert [(w.text, w.spaced) for w in words("我喜欢NLP，真的 好")] == [
        ("我喜欢", True),
        ("NLP", False),
        ("，", False),
        ("真的", False),
        ("好", True),
    ]
    pieces = Cutter(RUNS["bpe"], 300)("⽤ﬁ")  # a Kangxi radical and a ligature
    assert pieces[0].spelled.startswith("用") and pieces[-1].end == 2


def test_longest_match_is_the_librarys_for_the_same_vocabulary() -> None:
    run = RUNS["wordpiece"]
    vocabulary = {"[UNK]": 0, **{piece: i + 1 for i, piece in enumerate(run.pieces)}}
    library = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    library.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    for word in [*list(count_words(DOCUMENTS))[:600], "unbelievable", "☃snow", "x" * 99, "x" * 101]:
        assert longest_match(word, vocabulary) == library.encode(word).tokens, word


def test_longest_match_step_by_step() -> None:
    tried = attempts("unable", {"u", "un", "##a", "##able", "##b"})
    assert [(each.piece, each.found) for each in tried] == [
        ("unable", False),
        ("unabl", False),
        ("unab", False),
        ("una", False),
        ("un", True),
        ("##able", True),
    ]
    assert longest_match("unx", {"un"}) == ["[UNK]"]  # one piece missing, and the whole word is lost


def test_the_most_frequent_words_are_kept() -> None:
    assert most_frequent(count_words(["b b a a c"]), 2) == {"a": 0, "b": 1}


def test_no_words_is_trouble() -> None:
    with pytest.raises(Trouble) as trouble:
        train(["  ", "\u200b"], Config())
    assert trouble.value.code == "tokens-no-words"
