"""Merging by hand, against the tokenizers library, and by law."""

from __future__ import annotations

import string
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from core.text import load_corpus
from core.tokens.config import Config
from core.tokens.merges import END, MergeRun, encode, letters, train_merges
from core.tokens.words import count_chunks, count_words, from_bytes, to_bytes

PAPER = {"low": 5, "lower": 2, "newest": 6, "widest": 3}  # Sennrich et al. 2016, figure 1
DOCUMENTS = load_corpus("lee-news").documents[:40]
few = st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=12)


def steps(run: MergeRun) -> list[tuple[str, str]]:
    return list(run.ranks)


def test_the_papers_own_example() -> None:
    """Its merges are e s, es t, est </w>, l o, lo w; where es t and t </w> tie, we take the older piece first."""
    run = train_merges(PAPER, Config(added=5))
    assert steps(run) == [("e", "s"), ("t", END), ("es", "t" + END), ("l", "o"), ("lo", "w")]
    assert run.rivals[0, 0].tolist()[2:] == [9, 17, 9]  # es in newest and widest; e stands 2 + 12 + 3 times
    assert encode(run, "lowest", 5)[-1].pieces == ["low", "est" + END]
    assert encode(run, "lowest", 0)[-1].pieces == ["l", "o", "w", "e", "s", "t", END]
    assert len(encode(run, "lowest", 5)) == 6  # five merges touch it, one after the other


def test_wordpieces_score_by_hand() -> None:
    run = train_merges({"ab": 4, "ac": 2, "dc": 2}, Config("wordpiece", added=3, min_count=1))
    # a 6, ##b 4, ##c 4, d 2: d##c 2/(2·4) beats a##b 4/(6·4) and a##c 2/(6·4). Then ##c is left twice: a##c 2/(6·2)
    # ties with a##b 4/(6·4), and ##b is the older piece. At last a stands twice: 2/(2·2).
    assert steps(run) == [("d", "##c"), ("a", "##b"), ("a", "##c")]
    assert [run.scores(step)[0] for step in range(3)] == pytest.approx([1 / 4, 1 / 6, 1 / 2])
    assert [run.pieces[i] for i in run.made] == ["dc", "ab", "ac"]


def test_rare_pairs_stay_apart() -> None:
    assert steps(train_merges({"ab": 1, "cd": 2}, Config(added=9, min_count=2))) == [("c", "d"), ("cd", END)]


def theirs(counts: Counter[str], size: int, alphabet: list[str] | None = None) -> Tokenizer:
    """The library's BPE on the same words; every word is a text of its own."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Split("\x1f", "removed")
    trainer = trainers.BpeTrainer(
        vocab_size=size, min_frequency=2, show_progress=False, initial_alphabet=alphabet or [], special_tokens=[]
    )
    tokenizer.train_from_iterator(("\x1f".join([word] * n) for word, n in counts.items()), trainer)
    return tokenizer


def their_merges(tokenizer: Tokenizer) -> list[tuple[str, str]]:
    import json

    return [tuple(pair) for pair in json.loads(tokenizer.to_str())["model"]["merges"]]


def test_merges_are_those_of_the_tokenizers_library() -> None:
    """END sorts where "<" does, so a word that ends in "<" is the same problem for the library."""
    counts = count_words(DOCUMENTS)
    assert not any("<" in word for word in counts)
    run = train_merges(counts, Config(added=600))
    library = theirs(Counter({word + "<": n for word, n in counts.items()}), len(run.pieces))
    assert [(a.replace(END, "<"), b.replace(END, "<")) for a, b in steps(run)] == their_merges(library)
    for word in [*list(counts)[:400], "unbelievable", "tokenising"]:
        ours = [piece.replace(END, "<") for piece in encode(run, word, 600)[-1].pieces]
        assert ours == library.encode(word + "<").tokens


def test_byte_level_merges_are_those_of_the_library() -> None:
    counts = count_chunks([*DOCUMENTS[:20], "我喜欢自然语言处理。我喜欢你。" * 3])
    run = train_merges(counts, Config("bytes", added=400))
    # The library cannot read control characters as text of their own, so every byte becomes a letter it knows.
    stand_in = {chr(byte): chr(0x4E00 + byte) for byte in range(256)}
    table = str.maketrans(stand_in)
    library = theirs(
        Counter({word.translate(table): n for word, n in counts.items()}), len(run.pieces), [*stand_in.values()]
    )
    assert [(a.translate(table), b.translate(table)) for a, b in steps(run)] == their_merges(library)


@settings(max_examples=60, deadline=None)
@given(few)
def test_merges_of_random_words_are_the_librarys(words: list[str]) -> None:
    counts = Counter(word + "<" for word in words)
    run = train_merges(Counter(words), Config(added=8))
    merges = their_merges(theirs(counts, len(run.pieces)))
    ours = [(a.replace(END, "<"), b.replace(END, "<")) for a, b in steps(run)]
    assert merges[: len(ours)] == ours[: len(merges)] and abs(len(merges) - len(ours)) <= 1


@settings(max_examples=60, deadline=None)
@given(few, st.sampled_from(["bpe", "wordpiece", "bytes"]), st.integers(0, 12))
def test_pieces_joined_give_the_word(words: list[str], kind, k: int) -> None:
    run = train_merges(Counter(words), Config(kind, added=12, min_count=1))
    for word in words:
        pieces = encode(run, word, k)[-1].pieces
        assert "".join(piece.removeprefix("##").removesuffix(END) for piece in pieces) == word
        assert len(pieces) <= len(letters(word, kind))


@settings(max_examples=60, deadline=None)
@given(few, st.sampled_from(["bpe", "wordpiece"]))
def test_counts_are_those_of_the_text_as_it_then_is(words: list[str], kind) -> None:
    """What is kept up to date merge by merge is what one gets by counting afresh."""
    counts = Counter(words)
    run = train_merges(counts, Config(kind, added=6, min_count=1))
    for step in range(len(run.made)):
        cut = {word: encode(run, word, step)[-1].pieces for word in counts}
        left, right, count, a, b = run.rivals[step, 0].tolist()
        names = run.pieces[left], run.pieces[right]
        pairs = sum(n * sum(p == names for p in zip(cut[w], cut[w][1:], strict=False)) for w, n in counts.items())
        assert count == pairs
        assert (a, b) == tuple(sum(n * cut[w].count(name) for w, n in counts.items()) for name in names)


def test_a_smaller_vocabulary_is_a_prefix() -> None:
    counts = count_words(DOCUMENTS[:10])
    large, small = (train_merges(counts, Config(added=n)) for n in (80, 30))
    assert np.array_equal(large.rivals[:30], small.rivals) and large.size(30) == len(small.pieces)


@given(st.text(max_size=40))
def test_bytes_come_back(text: str) -> None:
    if not any("\ud800" <= c <= "\udfff" for c in text):
        assert from_bytes(to_bytes(text)) == text


@pytest.mark.parametrize("wrong", [{"added": 0}, {"added": 10**6}, {"keep": 1.0}, {"longest": 1}])
def test_settings_that_make_no_sense_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match="got"):
        Config(**wrong)


def test_every_ascii_letter_is_one_byte() -> None:
    assert to_bytes(string.ascii_letters) == string.ascii_letters and len(to_bytes("语")) == 3
