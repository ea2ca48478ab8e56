"""From a sentence to its rows: one tokenizer a row, everything from recorded vocabularies and MiniLM's own file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import streamlit as st

from app.exhibits.tokens import text
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import sentence
from core.text import language_of
from core.tokens import KINDS, Cutter, MergeRun, Piece, bert, characters, wordwise
from core.tokens.cut import most_frequent
from core.tokens.merges import END, INSIDE
from core.tokens.recorded import ADDED, Recorded, recorded
from core.tokens.words import SPACE, from_bytes

ROWS = ("characters", "words", *KINDS, "minilm")
LONGEST = 400  # characters that are cut on the page
RECORDED = {"en": "news-en", "zh": "wiki-zh"}  # language of a sentence: its vocabularies
DEFAULT_ADDED = 1_000
MARK = "·"  # a piece that is only the mark of a beginning or an end


@dataclass(frozen=True)
class Chip:
    """One piece as it is shown."""

    shown: str
    spelled: str  # as the vocabulary writes it
    id: int | None
    word: int
    start: int
    end: int
    special: bool = False


@dataclass(frozen=True)
class Line:
    """One sentence under one tokenizer."""

    kind: str
    size: int
    chips: tuple[Chip, ...]

    @property
    def unknown(self) -> float:
        """Share of the pieces that are [UNK]."""
        return sum(chip.id is None for chip in self.chips) / max(1, len(self.chips))


@dataclass(frozen=True)
class Asked:
    """What is on screen."""

    text: str
    whole: int  # characters that were typed
    corpus: str  # name of the recorded vocabularies
    added: int


@cache
def vocabulary(name: str) -> Recorded:
    """The vocabularies learnt from one text; kept for all visitors."""
    return recorded(name)


@lru_cache(maxsize=64)
def cutter(name: str, kind: str, added: int) -> Cutter:
    """One recorded vocabulary at one size; what it has cut it remembers."""
    return Cutter(vocabulary(name).runs[kind], added)


def asked(lang: Lang) -> Asked:
    """The sentence, whose vocabulary, and how large: from the widgets, checked again."""
    typed = sentence(text.EXAMPLE[lang])
    with control("tokens_added"):
        added = whole(
            "tokens_added", text.ADDED[lang], 0, ADDED, default=DEFAULT_ADDED, step=10, help=text.ADDED_HELP[lang]
        )
    with control("tokens_corpus"):
        corpus = choice(
            st.selectbox,
            text.CORPUS[lang],
            list(text.CORPORA),
            text.CORPORA,
            lang,
            key="tokens_corpus",
            default="auto",
        )
    if corpus == "auto":
        corpus = RECORDED[language_of(typed)]
    return Asked(typed[:LONGEST], len(typed), corpus, added)


@lru_cache(maxsize=128)
def lines(what: Asked, kinds: Sequence[str] = ROWS) -> tuple[Line, ...]:
    """The sentence under every tokenizer of ``kinds``."""
    return tuple(line(kind, what) for kind in kinds)


def line(kind: str, what: Asked) -> Line:
    """The sentence under one tokenizer; words and characters have a vocabulary as large as BPE's."""
    typed, known = what.text, vocabulary(what.corpus)
    if kind == "minilm":
        row = bert.read(typed)
        return Line(kind, bert.size(), tuple(_bert_chips(row, typed)))
    bpe = known.runs["bpe"]
    assert isinstance(bpe, MergeRun)
    if kind == "characters":
        alphabet = {letter: i for i, letter in enumerate(bpe.pieces[: bpe.alphabet])}
        return Line(kind, bpe.alphabet, chips(typed, characters(typed, alphabet), kind))
    if kind == "words":
        size = bpe.size(what.added)
        return Line(kind, size, chips(typed, _wordwise(typed, _words(what.corpus, size)), kind))
    cut = cutter(what.corpus, kind, what.added)
    return Line(kind, cut.size, chips(typed, cut(typed), kind))


def _wordwise(typed: str, known: dict[str, int]) -> list[Piece]:
    """Words; those of the Chinese example are kept, so that the first picture need not wait for jieba's dictionary."""
    if typed != text.EXAMPLE["zh"]:
        return wordwise(typed, known)
    found, at = [], 0
    for i, word in enumerate(text.EXAMPLE_WORDS):
        found.append(Piece(word, known.get(word), at, at + len(word), i))
        at += len(word)
    return found


@lru_cache(maxsize=16)
def _words(name: str, size: int) -> dict[str, int]:
    return most_frequent(vocabulary(name).seen, size)


def chips(typed: str, pieces: Sequence[Piece], kind: str) -> tuple[Chip, ...]:
    """Pieces as people read them: as typed, bytes as hexadecimal numbers where they are no whole character."""
    return tuple(
        Chip(_shown(typed, piece, kind), spelling(piece.spelled, kind), piece.id, piece.word, piece.start, piece.end)
        for piece in pieces
    )


def readable(piece: str, kind: str) -> str:
    """A piece of a vocabulary as people read it, without its marks."""
    if kind == "bytes":
        return _bytes(piece)
    return piece.removesuffix(END).removeprefix(INSIDE).removeprefix(SPACE) or MARK


def spelling(piece: str, kind: str) -> str:
    """How the vocabulary writes it; bytes are written as numbers, since a vocabulary holds nothing else."""
    return " ".join(f"{ord(letter):02X}" for letter in piece) if kind == "bytes" else piece


def _shown(typed: str, piece: Piece, kind: str) -> str:
    if kind == "bytes":
        return _bytes(piece.spelled)
    return typed[piece.start : piece.end] or MARK


def _bytes(piece: str) -> str:
    decoded = from_bytes(piece)
    if "\ufffd" in decoded or not decoded.isprintable():
        return " ".join(f"{ord(letter):02X}" for letter in piece)
    return decoded.strip(" ") or "␣"


def _bert_chips(row: bert.Row, typed: str):
    unknown = bert.known("[UNK]")
    for i, piece in enumerate(row.pieces):
        start, end = row.spans[i]
        shown = piece if row.special[i] else typed[start:end] or piece
        known = None if row.ids[i] == unknown and not row.special[i] else row.ids[i]
        yield Chip(shown, piece, known, row.words[i], start, end, row.special[i])
