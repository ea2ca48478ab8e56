"""The unigram language model: every piece has a probability, a segmentation that of all its pieces together.

Training begins with far too many pieces. Expectation-maximisation fits their probabilities to the words, summing
over all segmentations; then the pieces that would be missed least are dropped, and so on.

Source: Kudo 2018, section 3.2. https://arxiv.org/abs/1804.10959
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float, Int

from core.runtime import OnStep, Step, quiet
from core.tokens.config import Config

ROUNDS = 2  # of expectation-maximisation between two prunings, as in SentencePiece


@dataclass(frozen=True, eq=False)
class UnigramRun:
    """Every stage of one training, from the seeds down to the single characters."""

    config: Config
    pieces: tuple[str, ...]  # an id is a place in here: the single characters, then the other seeds
    alphabet: int
    logp: Float[np.ndarray, "stages V"]  # nats; minus infinity where a piece has been dropped
    losses: Float[np.ndarray, " stages"]  # nats per word, what the words cost under each stage

    @cached_property
    def sizes(self) -> Int[np.ndarray, " stages"]:
        """Pieces that are left at each stage, falling."""
        return np.isfinite(self.logp).sum(1)

    @cached_property
    def ids(self) -> dict[str, int]:
        return {piece: i for i, piece in enumerate(self.pieces)}

    def stage(self, added: int) -> int:
        """The richest stage with at most ``added`` pieces beyond the characters (the last one if there is none)."""
        fits = np.flatnonzero(self.sizes - self.alphabet <= added)
        return int(fits[0]) if len(fits) else len(self.sizes) - 1

    def size(self, added: int) -> int:
        """Pieces in the vocabulary at :meth:`stage`."""
        return int(self.sizes[self.stage(added)])

    def model(self, added: int) -> Mapping[str, float]:
        """Piece to nats at :meth:`stage`."""
        row = self.logp[self.stage(added)]
        return {self.pieces[i]: float(row[i]) for i in np.flatnonzero(np.isfinite(row))}


@dataclass(frozen=True, eq=False)
class _Edges:
    """Every place where a piece fits into a word, of all words together, in order of ``end``."""

    word: Int[np.ndarray, " E"]
    start: Int[np.ndarray, " E"]
    end: Int[np.ndarray, " E"]
    piece: Int[np.ndarray, " E"]

    def only(self, those: Bool[np.ndarray, " E"]) -> _Edges:
        return _Edges(self.word[those], self.start[those], self.end[those], self.piece[those])


def train_unigram(counts: Mapping[str, int], config: Config, *, on_step: OnStep = quiet) -> UnigramRun:
    """Learn from words and their counts; the stages reach from the seeds down to no more than the characters.

    A dropped piece costs its expected count times what its best replacement is worse (Kudo's Lᵢ, with the other
    probabilities held). ``config.added`` bounds the first stage that is kept.
    """
    words, times = list(counts), np.array(list(counts.values()), np.float64)
    pieces, alphabet, logp = _seeds(counts, config)
    ids = {piece: i for i, piece in enumerate(pieces)}
    longest = config.longest
    edges, own = _edges(words, ids, longest), _edges(pieces, ids, longest)
    lengths, spelled = np.array([*map(len, words)]), np.array([*map(len, pieces)])
    own = own.only(own.end - own.start < spelled[own.word])  # how a piece would be spelt without itself
    kept: list[np.ndarray] = []
    losses: list[float] = []
    while True:
        for _ in range(ROUNDS):
            expected, loss = _expect(edges, times, lengths, logp)
            with np.errstate(divide="ignore"):
                logp = np.log(np.where(np.isfinite(logp), np.maximum(expected, _floor(alphabet, len(pieces))), 0))
            logp -= np.log(np.exp(logp).sum())
        alive = np.isfinite(logp)
        extra = int(alive[alphabet:].sum())
        if extra <= config.added:
            kept.append(logp.astype(np.float32))
            losses.append(loss / times.sum())
        on_step(Step(1 - extra / max(1, len(pieces) - alphabet), {"pieces": float(alive.sum())}))
        if extra == 0:
            return UnigramRun(config, tuple(pieces), alphabet, np.array(kept), np.array(losses))
        goal = config.added if extra > config.added and config.keep * extra < config.added else int(config.keep * extra)
        dropped = _least_missed(own, expected, logp, spelled, alphabet)[: extra - goal]
        logp[dropped] = -np.inf
        edges, own = (each.only(np.isfinite(logp[each.piece])) for each in (edges, own))


def _seeds(counts: Mapping[str, int], config: Config) -> tuple[list[str], int, np.ndarray]:
    """All characters, then the substrings that would cover most text; their first probabilities are their counts."""
    found: Counter[str] = Counter()
    for word, n in counts.items():
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + config.longest) + 1):
                found[word[start:end]] += n
    single = sorted(piece for piece in found if len(piece) == 1)
    many = [piece for piece, n in found.items() if len(piece) > 1 and n >= config.min_count]
    many.sort(key=lambda piece: (-found[piece] * len(piece), piece))
    pieces = single + many[: max(config.seeds, config.added)]
    start = np.array([found[piece] for piece in pieces], np.float64)
    return pieces, len(single), np.log(start / start.sum())


def _floor(alphabet: int, V: int) -> Float[np.ndarray, " V"]:
    """Expected counts never fall to nothing: a character must stay able to spell."""
    return np.where(np.arange(V) < alphabet, 1e-2, 1e-9)


def _edges(words: Sequence[str], ids: Mapping[str, int], longest: int) -> _Edges:
    found = [
        (end, w, start, i)
        for w, word in enumerate(words)
        for end in range(1, len(word) + 1)
        for start in range(max(0, end - longest), end)
        if (i := ids.get(word[start:end])) is not None
    ]
    end, word, start, piece = np.array(sorted(found), np.int64).reshape(-1, 4).T
    return _Edges(word, start, end, piece)


def _expect(
    edges: _Edges, times: Float[np.ndarray, " W"], lengths: Int[np.ndarray, " W"], logp: Float[np.ndarray, " V"]
) -> tuple[Float[np.ndarray, " V"], float]:
    """How often each piece is used, over all segmentations of all words, and the words' total nats (E-step)."""
    p = np.exp(logp)[edges.piece]
    W, T = len(lengths), int(lengths.max(initial=0))
    forward, backward = np.zeros((W, T + 1)), np.zeros((W, T + 1))
    forward[:, 0], backward[np.arange(W), lengths] = 1, 1
    for now in _by(edges.end):
        np.add.at(forward, (edges.word[now], edges.end[now]), forward[edges.word[now], edges.start[now]] * p[now])
    for now in reversed(_by(edges.start)):
        np.add.at(backward, (edges.word[now], edges.start[now]), backward[edges.word[now], edges.end[now]] * p[now])
    whole = forward[np.arange(W), lengths]
    share = forward[edges.word, edges.start] * p * backward[edges.word, edges.end] / whole[edges.word]
    expected = np.bincount(edges.piece, share * times[edges.word], minlength=len(logp))
    return expected, float(-(times * np.log(whole)).sum())


def _least_missed(
    own: _Edges,
    expected: Float[np.ndarray, " V"],
    logp: Float[np.ndarray, " V"],
    lengths: Int[np.ndarray, " V"],
    alphabet: int,
) -> Int[np.ndarray, " N"]:
    """Pieces that may go, the cheapest first: expected count × (own nats − nats of the best other spelling)."""
    best = np.full((len(logp), int(lengths.max()) + 1), -np.inf)
    best[:, 0] = 0
    for now in _by(own.end):
        np.maximum.at(best, (own.word[now], own.end[now]), best[own.word[now], own.start[now]] + logp[own.piece[now]])
    able = np.flatnonzero(np.isfinite(logp) & (np.arange(len(logp)) >= alphabet))
    loss = expected[able] * (logp[able] - best[able, lengths[able]])
    return able[np.argsort(loss, kind="stable")]


def _by(column: Int[np.ndarray, " E"]) -> list[np.ndarray]:
    """Places of equal value, in order of the value."""
    order = np.argsort(column, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(column[order])) + 1) if len(order) else []
