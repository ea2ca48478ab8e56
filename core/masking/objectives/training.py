"""The same small reader, the same text, the same number of steps; only the objective differs.

    train("wikipedia-sample", Config("electra")).probes["topic"]

Articles of Wikipedia in small letters, cut into windows, or into passages of whole sentences for the objectives that
ask about sentences; every fifth is kept back. The two cuts are of the same text: a passage that is read may share words
with a window that is kept back.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import pairwise

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from core.fit import fit, warmup
from core.masking.corruption import MASK, PAD, Objective, Words, flat
from core.masking.objectives import OBJECTIVES, Progressive, Repeated
from core.masking.objectives.alike import similar
from core.masking.objectives.masked import MLM, Mac
from core.masking.objectives.probes import cloze, names_itself, told, topic
from core.masking.objectives.reader import Reader, batch, number, row, vocabulary
from core.runtime import OnStep, Step, quiet, seeded
from core.text import load_corpus, tokenise

WINDOW = 16  # words
SENTENCE = 20  # words
OF_SENTENCES = ("nsp", "sop", "sentence-order", "sentence-distance", "discourse", "relevance", "infonce")
EXAM = 400  # windows
MOST = 64  # tokens of a row: a window, twice where there is a second stream, and some marks


@dataclass(frozen=True)
class Config:
    """The knobs of one run. ``rate``, ``mask`` and ``random`` reach those objectives that have them."""

    objective: str = "mlm"
    rate: float = 0.15
    mask: float = 0.8
    random: float = 0.1
    copies: int = 0  # mask patterns per window; 0: a new one every time
    windows: int = 0  # read only so many; 0: all
    window: int = WINDOW  # words
    cased: bool = False  # capitals are kept, for objectives that look at them; names are looked up in small letters
    D: int = 64
    L: int = 2
    H: int = 4
    V: int = 500
    rows: int = 32  # in a batch
    steps: int = 400
    lr: float = 2e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """What a training gave: its loss, and the same questions for every objective."""

    config: Config
    losses: Float[np.ndarray, " steps"]  # nats per answer; not comparable between objectives
    probes: Mapping[str, float]
    untrained: Mapping[str, float]  # the same reader before the first step
    seconds: float


@dataclass(frozen=True, eq=False)
class Text:
    """Windows of sentences, each with the article it is from."""

    read: tuple[tuple[Words, ...], ...]
    kept: tuple[tuple[Words, ...], ...]
    read_from: tuple[int, ...]
    kept_from: tuple[int, ...]
    words: Words  # the most frequent first
    running: Words  # a sample of running words, for random replacements


@cache
def windows(data: str, V: int, length: int = WINDOW, cased: bool = False) -> Text:
    """Cut a corpus into windows of ``length`` words, two sentences or more in each; their edges cut sentences."""

    def cut(words: Words) -> Iterator[tuple[Words, ...]]:
        for start in range(0, len(words) - length + 1, length):
            part = words[start : start + length]
            yield parted(part, [at + 1 for at in stops(part[:-1])] or [length // 2])

    return _cut(data, V, cased, cut)


@cache
def passages(data: str, V: int, cased: bool = False) -> Text:
    """Three sentences of a text, one after the other, of each its first ``SENTENCE`` words; the shortest are left out.

    No edge of a window cuts them: neither its length nor its last mark tells a sentence's place.
    """

    def cut(words: Words) -> Iterator[tuple[Words, ...]]:
        whole = [each[:SENTENCE] for each in parted(words, [at + 1 for at in stops(words)]) if len(each) > 3]
        yield from zip(*[iter(whole)] * 3, strict=False)

    return _cut(data, V, cased, cut)


def text_for(data: str, config: Config) -> Text:
    """What an objective reads: whole sentences if it asks about sentences, else windows of equal length."""
    if config.objective in OF_SENTENCES:
        return passages(data, config.V, config.cased)
    return windows(data, config.V, config.window, config.cased)


def stops(words: Words) -> list[int]:
    """Where sentences end."""
    return [at for at, word in enumerate(words) if word in ".!?"]


def parted(words: Words, ends: Sequence[int]) -> tuple[Words, ...]:
    """``words`` in parts that end there."""
    return tuple(words[a:b] for a, b in pairwise(sorted({0, *ends, len(words)})))


def _cut(data: str, V: int, cased: bool, cut: Callable[[Words], Iterator[tuple[Words, ...]]]) -> Text:
    """Every document of a corpus, cut; every fifth piece is kept back."""
    corpus = load_corpus(data)
    labels = corpus.labels or tuple(map(str, range(len(corpus.documents))))
    articles = {name: at for at, name in enumerate(dict.fromkeys(labels))}
    made: list[tuple[tuple[Words, ...], int]] = []
    counts: Counter[str] = Counter()
    for document, label in zip(corpus.documents, labels, strict=True):
        words = tuple(token.text if cased else token.text.lower() for token in tokenise(document, "en"))
        counts.update(map(str.lower, words))
        made += [(each, articles[label]) for each in cut(words)]
    kept = [each for at, each in enumerate(made) if at % 5 == 4]
    read = [each for at, each in enumerate(made) if at % 5 != 4]
    running = tuple(word for window, _ in read[::7] for part in window for word in part)
    words = tuple(word for word, _ in counts.most_common(V))
    (read, read_from), (kept, kept_from) = (tuple(zip(*part, strict=True)) for part in (read, kept))
    return Text(read, kept, read_from, kept_from, words, running)


def prepared(config: Config, text: Text) -> Objective:
    """The objective by name, with the run's rates and what it needs from the text."""
    plain = OBJECTIVES[config.objective]
    if config.copies:
        return Repeated(MLM(config.rate, config.mask, config.random, text.running), config.copies)
    if isinstance(plain, Progressive):
        return replace(plain, lengths=(plain.lengths[0], config.window))
    given = {"rate": config.rate, "mask": config.mask, "random": config.random, "vocabulary": text.running}
    given |= {"others": parts(text.read)}
    if isinstance(plain, Mac):
        given |= {"similar": similar(text.words)}
    has = {field.name for field in fields(plain)}  # type: ignore[arg-type]
    if config.rate == Config.rate:
        has -= {"rate"}  # each objective's own
    return replace(plain, **{name: value for name, value in given.items() if name in has})  # type: ignore[type-var]


def parts(windows: Sequence[tuple[Words, ...]]) -> tuple[Words, ...]:
    """Their sentences, as strangers to other windows."""
    return tuple(part for window in windows for part in window)


@dataclass(frozen=True)
class Batches:
    """The same batches at every reading: windows in a drawn order, damaged by dice of their own."""

    config: Config
    text: Text
    ids: Mapping[str, int]
    objective: Objective

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        c, objective = self.config, self.objective
        dice = np.random.default_rng(c.seed)
        read = self.text.read[: c.windows or None]
        order = np.concatenate([dice.permutation(len(read)) for _ in range(-(-c.steps * c.rows // len(read)))])
        for step in range(c.steps):
            now = objective.moved(step / c.steps) if isinstance(objective, Progressive) else objective
            chosen = order[step * c.rows : (step + 1) * c.rows]
            rows = [row(self.damaged(now, int(at), read[at], dice), self.ids) for at in chosen]
            yield batch(rows, self.ids[PAD])

    def damaged(self, objective: Objective, at: int, window: Sequence[Words], dice: np.random.Generator):
        if isinstance(objective, Repeated):
            return objective.epoch(window, int(dice.integers(objective.copies)), seed=at)
        return objective.corrupt(window, dice)


def train(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train a reader with one objective and ask it the questions that all are asked."""
    return trained(data, config, device=device, on_step=on_step)[0]


def trained(
    data: str, config: Config, objective: Objective | None = None, *, device: str = "auto", on_step: OnStep = quiet
) -> tuple[Run, Reader, Mapping[str, int]]:
    """The run, the reader and its words; ``objective`` is the one named in the settings, with more than they say."""
    began = time.perf_counter()
    text, own = windows(data, config.V, config.window, config.cased), text_for(data, config)
    objective = objective or prepared(config, own)
    labels = [label for each in OBJECTIVES.values() for label in getattr(each, "labels", ())]
    ids = vocabulary(text.words, labels)
    with seeded(config.seed):
        model = Reader(len(ids), config.D, config.L, config.H, 2 * MOST)
    untrained = probes(model, text, ids, config) | own_question(model, objective, own, ids, config)
    heard = lambda step: on_step(Step(0.95 * step.progress, step.metrics))  # noqa: E731
    losses = fit(
        model,
        lambda reader, each: reader(*each),
        Batches(config, own, ids, objective),
        lr=config.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=heard,
    )
    found = probes(model.to("cpu"), text, ids, config) | own_question(model, objective, own, ids, config)
    on_step(Step(1.0, found))
    return Run(config, losses, found, untrained, time.perf_counter() - began), model, ids


@torch.no_grad()
def probes(model: Reader, text: Text, ids: Mapping[str, int], config: Config) -> dict[str, float]:
    """The same three questions for all, on windows that were kept back."""
    unknown = ids["[UNK]"]
    read, kept = (
        np.array([[number(word, ids) for word in flat(window)] for window in part])
        for part in (text.read[::4], text.kept[::2])
    )
    causal = config.objective == "clm"
    model.eval()
    return {
        "topic": topic(model, read, text.read_from[::4], kept, text.kept_from[::2], causal),
        **cloze(model, kept, ids[MASK], unknown),
        "itself": names_itself(model, kept, unknown, causal),
    }


def own_question(
    model: Reader, objective: Objective, text: Text, ids: Mapping[str, int], config: Config
) -> dict[str, float]:
    """``right``: the share of its questions about sentences that a reader answers, on passages that were kept back."""
    labels = [ids[label] for label in getattr(objective, "labels", ())]
    if not labels or config.objective not in OF_SENTENCES:
        return {}
    asks, dice = unread(objective, text), np.random.default_rng(0)
    return {"right": told(model, [row(asks.corrupt(each, dice), ids) for each in text.kept[:EXAM]], labels, ids[PAD])}


def unread(objective: Objective, text: Text) -> Objective:
    """The objective for an exam: with strangers that were not read either."""
    return replace(objective, others=parts(text.kept)) if hasattr(objective, "others") else objective  # type: ignore[type-var]
