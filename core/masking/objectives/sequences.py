"""An encoder reads the damaged text, a decoder writes what is missing, or all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool

from core.masking.corruption import (
    BOS,
    EOS,
    MASK,
    SEP,
    Corruption,
    Document,
    Words,
    backwards,
    corruption,
    flat,
    pair,
    sentences,
    writes,
)
from core.masking.objectives.masked import MLM


@dataclass(frozen=True)
class MASS:
    """One run is hidden; the decoder, given what stood before each word of it, writes it (Song et al. 2019, section 3).

    A share near 0 is BERT's task on one word, a share of 1 is a language model.
    """

    share: float = 0.5

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        k = min(max(1, round(self.share * len(words))), len(words))
        start = int(dice.integers(len(words) - k + 1))
        run = words[start : start + k]
        decoder = corruption(
            (words[start - 1] if start else BOS, *run[:-1]),
            run,
            [True] * k,
            sees=backwards(k),
            positions=range(start, start + k),
            order=tuple(range(k)),
        )
        return read((*words[:start], *[MASK] * k, *words[start + k :]), decoder)


@dataclass(frozen=True)
class Seq2SeqMLM:
    """BERT's holes, filled by a decoder one after the other, so that each knows the ones before."""

    rate: float = 0.15

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        holes = MLM(self.rate, 1.0, 0.0).corrupt(document, dice)
        return read(holes.inputs, writes([holes.targets[at] for at in holes.asked]))


@dataclass(frozen=True)
class T5Spans:
    """Each run becomes one sentinel; the decoder writes sentinel, run, sentinel, run …

    Source: Raffel et al. 2020, section 3.1.4. The counts are fixed by the rates, only the borders are drawn.
    """

    rate: float = 0.15
    mean: float = 3.0  # tokens a run

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        hidden = min(max(round(len(words) * self.rate), 1), max(len(words) - 1, 1))
        runs = max(min(round(hidden / self.mean), len(words) - hidden), 1)
        return self.at(words, parts(hidden, runs, dice), parts(len(words) - hidden, runs, dice))

    def at(self, words: Words, hidden: Sequence[int], kept: Sequence[int]) -> Corruption:
        """Runs of these lengths, kept and hidden in turn, kept first."""
        inputs: list[str] = []
        said: list[str] = []
        start = 0
        for i, (shown, gone) in enumerate(zip(kept, hidden, strict=True)):
            inputs += [*words[start : start + shown], f"<extra_id_{i}>"]
            start += shown + gone
            said += [f"<extra_id_{i}>", *words[start - gone : start]]
        return read((*inputs, *words[start:]), writes([*said, f"<extra_id_{len(hidden)}>"]))


def parts(n: int, into: int, dice: np.random.Generator) -> list[int]:
    """``n`` cut into so many parts of 1 or more, every way alike."""
    if n < into:
        return [0] * (into - n) + [1] * n
    cuts = np.sort(dice.permutation(n - 1)[: into - 1] + 1) if into > 1 else np.array([], int)
    return np.diff([0, *cuts.tolist(), n]).tolist()


@dataclass(frozen=True)
class BART:
    """Any noise, and the decoder writes the original (Lewis et al. 2020, section 2.2).

    ``noises`` are applied in turn: ``mask`` ``delete`` ``infill`` ``permute`` ``rotate``.
    """

    noises: Words = ("permute", "infill")
    rate: float = 0.3
    mean: float = 3.0  # tokens a run of ``infill``, by Poisson's law: a run of none puts a [MASK] where nothing was

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        parts = sentences(document, 1)
        for noise in self.noises:
            parts = NOISES[noise](parts, self, dice)
        return read(flat(parts) if any(parts) else (MASK,), writes(words))


def mask(parts: list[Words], how: BART, dice: np.random.Generator) -> list[Words]:
    return [tuple(MASK if dice.random() < how.rate else word for word in part) for part in parts]


def delete(parts: list[Words], how: BART, dice: np.random.Generator) -> list[Words]:
    return [tuple(word for word in part if dice.random() >= how.rate) for part in parts]


def infill(parts: list[Words], how: BART, dice: np.random.Generator) -> list[Words]:
    """Runs of Poisson length become one [MASK] each, until ``rate`` of the tokens is gone."""
    T = sum(map(len, parts))
    budget, gone, before = round(how.rate * T), np.zeros(T, int), set[int]()
    run = 0
    for _ in range(4 * T):  # a crowded text may leave no room for another run
        if budget <= 0:
            break
        length = min(int(dice.poisson(how.mean)), budget)
        start = int(dice.integers(T - length + 1))
        if gone[max(start - 1, 0) : start + length + 1].any():
            continue
        run += 1
        gone[start : start + length] = run
        before |= {start} if length == 0 else set()
        budget -= max(length, 1)
    return list(_written(parts, gone, before))


def _written(parts: list[Words], gone: np.ndarray, before: set[int]):
    at = 0
    for part in parts:
        out: list[str] = []
        for word in part:
            out += [MASK] if at in before else []
            first = gone[at] and (at == 0 or gone[at - 1] != gone[at])
            out += [MASK] if first else [] if gone[at] else [word]
            at += 1
        yield tuple(out)


def permute(parts: list[Words], how: BART, dice: np.random.Generator) -> list[Words]:
    return [parts[at] for at in dice.permutation(len(parts))]


def rotate(parts: list[Words], how: BART, dice: np.random.Generator) -> list[Words]:
    """The document begins at any token and ends before it."""
    words = flat(parts)
    start = int(dice.integers(len(words)))
    return [words[start:] + words[:start]]


NOISES: dict[str, Callable[[list[Words], BART, np.random.Generator], list[Words]]] = {
    "mask": mask,
    "delete": delete,
    "infill": infill,
    "permute": permute,
    "rotate": rotate,
}


@dataclass(frozen=True)
class MARGE:
    """The decoder writes a text from other texts that say the same, without seeing it (Lewis et al. 2020b)."""

    evidence: tuple[Words, ...] = ()  # without any: the document's other sentences speak for its first

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        target, *rest = [flat(document), *self.evidence] if self.evidence else sentences(document)
        read_of = [(*part, SEP) for part in (rest[at] for at in dice.permutation(len(rest)))]
        kinds = [at for at, part in enumerate(read_of) for _ in part]
        return replace(read(flat(read_of), writes(target)), segments=np.array(kinds))


@dataclass(frozen=True)
class GLM:
    """Each run is one [MASK] in part A; part B writes the runs, in any order, seeing A and what B has (Du et al. 2022).

    Two positions a token: its hole in A, and its place within the run (0 in A). That 30 % are hidden is ours, for short
    texts; the paper hides 15 % (section 2.1).
    """

    rate: float = 0.3
    mean: float = 3.0

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        spans = T5Spans(self.rate, self.mean).corrupt(document, dice)
        assert spans.decoder is not None
        first = [MASK if word.startswith("<extra_id_") else word for word in spans.inputs]
        holes = [at for at, word in enumerate(spans.inputs) if word.startswith("<extra_id_")]
        runs: list[list[str]] = []
        for word in spans.decoder.inputs[1:]:
            runs.append([]) if word.startswith("<extra_id_") else runs[-1].append(word)
        inputs, targets, places, within = [*first], [*first], [*range(len(first))], [0] * len(first)
        for at in dice.permutation(len(holes)).tolist():
            inputs += [BOS, *runs[at]]
            targets += [*runs[at], EOS]
            places += [holes[at]] * (len(runs[at]) + 1)
            within += range(1, len(runs[at]) + 2)
        A, T = len(first), len(inputs)
        asked = np.arange(T) >= A
        return corruption(
            inputs,
            targets,
            asked,
            sees=prefix(A, T),
            positions=np.array([places, within]),
            segments=asked.astype(int),
            order=tuple(range(A, T)),
        )


@dataclass(frozen=True)
class UniLM:
    """One model, four masks, in turn: both ways, left to right, right to left, second part after the first.

    Dong et al. 2019, section 2.3: a third of the time both ways, a third sequence to sequence, a sixth each other.
    Both parts are asked for, whichever mask it is; the paper's runs of two or three words are left out.
    """

    kind: str = ""  # "both" "right" "left" "after"; empty: drawn
    rate: float = 0.15

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        kind = self.kind or str(dice.choice(["both", "after", "right", "left"], p=[1 / 3, 1 / 3, 1 / 6, 1 / 6]))
        first, *rest = sentences(document)
        whole, segments = pair(first, flat(rest))
        T = len(whole)
        sees = {
            "both": np.ones((T, T), bool),
            "right": backwards(T),
            "left": backwards(T).T,
            "after": prefix(len(first) + 2, T),
        }[kind]
        holes = MLM(self.rate).corrupt(whole, dice)
        return corruption(holes.inputs, whole, holes.loss_mask, sees=sees, segments=segments)


def prefix(A: int, T: int) -> Bool[np.ndarray, "T T"]:
    """The first ``A`` places see each other; the rest see them and what came before."""
    sees = backwards(T)
    sees[:A, :A] = True
    return sees


def read(inputs: Sequence[str], decoder: Corruption) -> Corruption:
    """An encoder that is asked for nothing itself."""
    return corruption(inputs, inputs, [False] * len(inputs), decoder=decoder)
