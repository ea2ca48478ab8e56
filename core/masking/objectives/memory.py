"""XLNet's other half, from Transformer-XL: the words before a segment are remembered, and not learnt from.

    remember("wikipedia-sample", Config("plm", memory=16)).last

Every layer reads the memory's states of the layer below beside its own, ``[SG(before) ∘ own]``, and no gradient flows
into them (Dai et al. 2019, section 3.2, https://arxiv.org/abs/1901.02860; Yang et al. 2019, section 2.4). There they
are kept from the step before; here they are computed with the weights of the moment. As there, the reader knows
distances and no places. A drawn order shuffles the segment alone: whatever it is, it sees the whole memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core import store
from core.fit import fit, warmup
from core.jobs.cache import default_folder
from core.masking.corruption import MASK, PAD, UNK, Corruption, Objective, Words, backwards, corruption, flat
from core.masking.objectives.causal import CausalLM
from core.masking.objectives.labels import HOME
from core.masking.objectives.permuted import Permutation
from core.masking.objectives.reader import NOT_ASKED, Reader, Row, batch, number, row, vocabulary
from core.masking.objectives.training import Config as Reading
from core.masking.objectives.training import prepared, windows
from core.nn.positional import Absent
from core.positions.bias import alibi_bias
from core.provenance import code_version, stamp
from core.runtime import OnStep, Step, quiet, seeded, within

DATA, SEEDS = "wikipedia-sample", 3
CODE = "core.masking.objectives.memory"
STEPS = {"clm": 800, "plm": 2_000, "mlm": 2_000}  # left to right every word is asked for, and soon known by heart
ASKED = tuple(STEPS)
SEGMENT, LONGEST = 16, 32  # words: what is learnt from, and the most that is remembered before it
V = 4_000  # words: rarer ones are what a memory may have seen before
LENGTHS = (0, 8, 32)  # memories that are recorded
AT_ONCE = 512  # rows that are asked together


@dataclass(frozen=True)
class Config:
    """The knobs of one run; the segments are the same whatever the memory."""

    objective: str = "plm"
    memory: int = 16  # words, at most LONGEST
    steps: int = 2_000
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """Nats per word on text that was never read."""

    config: Config
    losses: Float[np.ndarray, " steps"]
    own: float  # in the form that was trained
    last: float  # the last word of a segment from all before it: the same question for every objective


@dataclass(frozen=True, eq=False)
class Study:
    """``own`` and ``last`` by objective (``ASKED``), memory (``LENGTHS``) and seed."""

    own: Float[np.ndarray, "objectives lengths seeds"]
    last: Float[np.ndarray, "objectives lengths seeds"]
    steps: tuple[int, ...]  # by objective
    date: str
    machine: str
    code: str


class Remembering(Reader):
    """A reader whose first ``memory`` tokens are seen and get no gradient; it knows distances, and no places."""

    memory = 0

    def __init__(self, V: int, D: int, L: int, H: int, longest: int) -> None:
        super().__init__(V, D, L, H, longest)
        self.places, self.distances = nn.Identity(), Distances(H, longest)

    def states(self, ids, places, kinds, sees) -> Tensor:
        x = self.words(ids) + self.kinds(kinds)
        order = self.distances.of(places[0])
        for layer in self.layers:
            x = layer(torch.cat([x[:, : self.memory].detach(), x[:, self.memory :]], 1), sees, order)
        return self.last(x)


class Distances(Absent):
    """A learnt number per head and distance; it begins as ALiBi's penalty. All rows of a batch have the same places."""

    def __init__(self, H: int, longest: int) -> None:
        super().__init__(0, H, longest)
        self.longest = longest
        self.table = nn.Parameter(torch.as_tensor(alibi_bias(H, 2 * longest - 1)[:, longest - 1], dtype=torch.float))

    def of(self, places: Int[Tensor, " N"]) -> Distances:
        """Ready for tokens at these places; a query stream's are those of the words it asks for."""
        self.apart = places[None] - places[:, None] + self.longest - 1
        return self

    def scored(self, scores, q, k) -> Tensor:
        return scores + self.table[:, self.apart]


def remember(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train a reader with a memory before every segment, and ask it about segments that were kept back.

    Raises:
        ValueError: another objective than ``ASKED``, or a memory longer than ``LONGEST``.
    """
    if config.objective not in ASKED or not 0 <= config.memory <= LONGEST:
        raise ValueError(f"one of {ASKED} with a memory of at most {LONGEST} words; got {config}")
    reading = Reading(config.objective, V=V, window=LONGEST + SEGMENT, steps=config.steps, seed=config.seed)
    text = windows(data, reading.V, reading.window)
    ids, rule = vocabulary(text.words, ()), prepared(reading, text)

    def laid(words: Words, made: Corruption) -> Row:
        return row(behind(words[LONGEST - config.memory : LONGEST], made), ids)

    with seeded(config.seed):
        model = Remembering(len(ids), reading.D, reading.L, reading.H, LONGEST + SEGMENT)
    model.memory = config.memory
    read = [flat(window) for window in text.read]
    model.begin_counted(np.array([[number(word, ids) for word in words] for words in read]), config.seed)
    losses = fit(
        model,
        lambda reader, each: reader(*each),
        Batches(reading, tuple(read), rule, laid, ids[PAD]),
        lr=reading.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=within(on_step, 0, 0.95),
    )
    model.to("cpu")
    kept, dice = [flat(window) for window in text.kept], np.random.default_rng(0)
    own = [laid(words, rule.corrupt(words[LONGEST:], dice)) for words in kept]
    known = [words for words in kept if number(words[-1], ids) != ids[UNK]]
    last = [laid(words, at_the_end(words[LONGEST:], config.objective)) for words in known]
    run = Run(config, losses, *(nats(model, rows, ids[PAD]) for rows in (own, last)))
    on_step(Step(1.0, {"own": run.own, "last": run.last}))
    return run


@dataclass(frozen=True)
class Batches:
    """The same batches at every reading: segments in a drawn order, damaged, each behind its memory."""

    reading: Reading
    read: tuple[Words, ...]
    rule: Objective
    laid: Callable[[Words, Corruption], Row]
    pad: int

    def __len__(self) -> int:
        return self.reading.steps

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        rows, dice = self.reading.rows, np.random.default_rng(self.reading.seed)
        times = -(-len(self) * rows // len(self.read))
        order = np.concatenate([dice.permutation(len(self.read)) for _ in range(times)])
        for step in range(len(self)):
            chosen = [self.read[at] for at in order[step * rows : (step + 1) * rows]]
            made = [self.laid(words, self.rule.corrupt(words[LONGEST:], dice)) for words in chosen]
            yield batch(made, self.pad)


def behind(before: Words, made: Corruption) -> Corruption:
    """A damaged segment behind the words before it: it sees all of them, they see each other alone, as it does."""
    M, T = len(before), len(made.inputs)
    one_way = not np.triu(made.attention_mask[0], 1).any()
    old = backwards(M) if one_way else np.ones((M, M), bool)
    sees = [np.block([[old, np.zeros((M, T), bool)], [np.ones((T, M), bool), own]]) for own in made.attention_mask]
    return corruption(
        (*before, *made.inputs),
        (*before, *made.targets),
        np.concatenate([np.zeros(M, bool), made.loss_mask]),
        sees=np.stack(sees),
        order=tuple(M + at for at in made.order),
    )


def at_the_end(words: Words, objective: str) -> Corruption:
    """The last word alone is asked for, and all others are known, in the form that an objective has learnt."""
    T, dice = len(words), np.random.default_rng(0)
    last = np.arange(T) == T - 1
    match objective:
        case "clm":
            return replace(CausalLM().corrupt(words, dice), loss_mask=last)
        case "plm":
            return Permutation(1 / T, tuple(range(T))).corrupt(words, dice)
        case _:
            return corruption((*words[:-1], MASK), words, last)


@torch.no_grad()
def nats(model: Reader, rows: Sequence[Row], pad: int) -> float:
    """Mean loss per word that is asked for."""
    model.eval()
    total, asked = 0.0, 0
    for start in range(0, len(rows), AT_ONCE):
        given = batch(rows[start : start + AT_ONCE], pad)
        here = int((given[4] != NOT_ASKED).sum())
        total, asked = total + float(model(*given)) * here, asked + here
    return total / asked


def record(seeds: Sequence[int] = range(SEEDS)) -> Study:
    """Every objective with every memory and seed; what is done lies in the cache, so an interrupted study goes on."""
    runs = [[[once(Config(name, M, STEPS[name], seed)) for seed in seeds] for M in LENGTHS] for name in ASKED]
    own, last = (
        np.array([[[getattr(run, side) for run in each] for each in row] for row in runs]) for side in ("own", "last")
    )
    study = Study(own, last, tuple(STEPS.values()), **stamp(CODE))
    store.save(HOME / "memory", study)
    return study


def once(config: Config) -> Run:
    """One run of the study, kept for the next time."""
    place = default_folder() / f"memory-{code_version(CODE)}" / f"{config.objective}-{config.memory}-{config.seed}"
    return store.once(place, lambda: remember(DATA, config, device="cpu"))


@cache
def recorded() -> Study:
    """The run of ``python -m core.masking.objectives memory``."""
    return store.load(HOME / "memory")
