"""A text under one tokenizer: pieces with their id, their spelling in the vocabulary and their place in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.text import normalise, tokenise
from core.tokens import lattice
from core.tokens.merges import END, INSIDE, MergeRun, encode
from core.tokens.unigram import UnigramRun
from core.tokens.wordpiece import UNKNOWN, longest_match
from core.tokens.words import SPACE, chunks, to_bytes, words

Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """``typed[start:end]`` is what the visitor sees; ``spelled`` is how the vocabulary writes it."""

    spelled: str
    id: int | None  # None: not in the vocabulary
    start: int
    end: int
    word: int  # counted from 0: pieces of one word share it


class Cutter:
    """A run at one size of its vocabulary; words that come again are not cut again."""

    def __init__(self, run: MergeRun | UnigramRun, added: int) -> None:
        self.run, self.added = run, added
        self.size = run.size(added)
        self.split: Split = lru_cache(maxsize=50_000)(self._splitter())

    def __call__(self, text: str) -> list[Piece]:
        """The pieces of a text, in order."""
        if self.run.config.kind == "bytes":
            return bytewise(text, self.split, self.run.ids)
        form, spans = normalise(text)
        found: list[Piece] = []
        for number, word in enumerate(words(form)):
            at = word.start
            for i, piece in enumerate(self.split(self._marked(word.text, word.spaced))):
                length = len(word.text) if piece == UNKNOWN else len(self._bare(piece, word.spaced and not i, i > 0))
                start, at = at, at + length
                first = int(spans[start, 0] if start < word.end else spans[start - 1, 1])
                last = int(spans[at - 1, 1]) if length else first  # a mark alone stands between two characters
                found.append(Piece(piece, self._id(piece), first, last, number))
        return found

    def __contains__(self, piece: str) -> bool:
        return self._id(piece) is not None

    def _id(self, piece: str) -> int | None:
        i = self.run.ids.get(piece)
        if i is None or isinstance(self.run, UnigramRun):
            return i if piece in self._model else None
        return i if i < self.size else None

    @cached_property
    def _model(self) -> Mapping[str, float]:
        return self.run.model(self.added) if isinstance(self.run, UnigramRun) else {}

    def _marked(self, word: str, spaced: bool) -> str:
        return SPACE + word if self.run.config.kind == "unigram" and spaced else word

    def _bare(self, piece: str, spaced: bool, inside: bool) -> str:
        """The piece without its mark, where it has one: the typed text may hold the same signs."""
        match self.run.config.kind:
            case "bpe":
                return piece.removesuffix(END)
            case "wordpiece":
                return piece.removeprefix(INSIDE) if inside else piece
            case _:
                return piece.removeprefix(SPACE) if spaced else piece

    def _splitter(self) -> Split:
        run, added = self.run, self.added
        if isinstance(run, UnigramRun):
            return lambda word: [edge.piece for edge in lattice.best(word, self._model)[0][1]]
        if run.config.kind == "wordpiece":
            return lambda word: longest_match(word, self)
        return lambda word: encode(run, word, added)[-1].pieces


def bytewise(text: str, split: Split, ids: Mapping[str, int]) -> list[Piece]:
    """Byte-level pieces; a piece that ends inside a character stands where the character begins."""
    found: list[Piece] = []
    at = 0  # characters
    for number, chunk in enumerate(chunks(text)):
        edges = [0]
        for character in chunk:
            edges.append(edges[-1] + len(to_bytes(character)))
        done = 0  # bytes
        for piece in split(to_bytes(chunk)):
            start, done = done, done + len(piece)
            first = max(i for i, edge in enumerate(edges) if edge <= start)
            last = max(i for i, edge in enumerate(edges) if edge <= done)
            found.append(Piece(piece, ids.get(piece), at + first, at + max(first, last), number))
        at += len(chunk)
    return found


def characters(text: str, known: Mapping[str, int]) -> list[Piece]:
    """Every character a piece, spaces left out."""
    form, spans = normalise(text)
    return [
        Piece(c, known.get(c), int(spans[i, 0]), int(spans[i, 1]), i) for i, c in enumerate(form) if not c.isspace()
    ]


def wordwise(text: str, known: Mapping[str, int]) -> list[Piece]:
    """Every word a piece; Chinese is cut by jieba."""
    tokens = tokenise(text)
    return [Piece(t.text, known.get(t.text), t.start, t.end, i) for i, t in enumerate(tokens)]


def most_frequent(counts: Counter[str], size: int) -> dict[str, int]:
    """A word vocabulary: the ``size`` most frequent words, each with its id; among equals the alphabet decides."""
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return {word: i for i, word in enumerate(ranked[:size])}
