"""``train``: text in, vectors out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, Step, quiet
from core.word2vec import loss
from core.word2vec.config import Config
from core.word2vec.frames import SHOWN, Camera
from core.word2vec.plan import LANES, SPARE, Plan, plan, rows
from core.word2vec.vectors import Vectors
from core.word2vec.vocabulary import Text, read

LOOKS = 40  # times that loss and map are taken on the way
Judge = Callable[[Vectors], Mapping[str, float]]
LAST_LR = 1 / 250  # the learning rate's share that is left at the end: 0.0001 of 0.025, as in gensim


@dataclass(frozen=True, eq=False)
class Run(Vectors):
    """One finished training. ``vectors`` are the input rows, which is what word2vec keeps."""

    config: Config
    counts: Int[np.ndarray, " V"]
    outputs: Float[np.ndarray, "R D"]  # the other matrix: a row for each word, or for each inner node of the tree
    progress: Float[np.ndarray, " looks"]  # 0 to 1, when the loss and the map were taken; 0 is before training
    losses: Float[np.ndarray, " looks"]  # nats for each prediction, on a fixed sample (see ``loss.measure``)
    frames: Float[np.ndarray, "looks N 2"]  # the most frequent words, on two fixed axes


def unjudged(vectors: Vectors) -> Mapping[str, float]:
    """No further numbers: the default ``judge``."""
    return {}


def train(
    sentences: Sequence[Sequence[str]],
    config: Config,
    *,
    threads: int = 1,
    device: str = "auto",
    on_step: OnStep = quiet,
    judge: Judge = unjudged,
) -> Run:
    """Learn a vector for every word that occurs ``config.min_count`` times.

    ``device="auto"`` is the processor, whose kernels are hard to beat; ``"cuda"`` trains in batches (``batched``).
    One thread: same sentences, same config, same bytes. More threads write to the same weights without
    waiting for each other, so two runs differ a little. ``on_step`` hears loss, learning rate, a map, and what
    ``judge`` says of the vectors at that moment.
    A context word predicts its centre, as in word2vec.c; over the whole text these are, on average, the same pairs
    as the paper's, where the centre predicts its context.

    Raises:
        Trouble: ``word2vec-no-words``, ``word2vec-all-rare``, ``word2vec-one-word``, ``device-missing``,
            ``word2vec-batched``.

    Source: Mikolov et al. 2013, https://arxiv.org/abs/1301.3781 and https://arxiv.org/abs/1310.4546
    """
    text = read(sentences, config.min_count)
    tables = plan(text.counts, config)
    X, Y = weights(len(text.words), config, threads)
    V, R, D = len(text.words), len(text.words) - (config.output == "hierarchical"), config.D
    sample = loss.draw(text, tables, config.seed)
    camera = Camera()
    progress: list[float] = []
    losses: list[float] = []

    def look(done: float) -> None:
        lr = config.lr * left(done)
        progress.append(done)
        losses.append(loss.measure(sample, X[:V, :D], Y[:R, :D], config) if sample else float("nan"))
        judged = judge(Vectors(text.words, X[:V, :D]))
        on_step(Step(done, {"loss": losses[-1], "lr": lr, **judged}, camera.take(X[: min(V, SHOWN), :D])))

    look(0.0)
    with closing(_sweeps(text, X, Y, tables, config, threads, device)) as way:
        for done in way:
            if done == 1 or done - progress[-1] >= 1 / LOOKS:
                look(done)
    return Run(
        vocab=text.words,
        vectors=X[:V, :D].copy(),
        config=config,
        counts=text.counts,
        outputs=Y[:R, :D].copy(),
        progress=np.array(progress),
        losses=np.array(losses),
        frames=camera.film(),
    )


def _sweeps(
    text: Text, X: np.ndarray, Y: np.ndarray, tables: Plan, config: Config, threads: int, device: str
) -> Generator[float]:
    if device in ("auto", "cpu"):
        return sweeps(text, X, Y, tables, config, threads)
    from core.word2vec import batched

    return batched.sweeps(text, X, Y, tables, config, device)


def weights(V: int, config: Config, threads: int = 1) -> tuple[Float[np.ndarray, "A W"], Float[np.ndarray, "B W"]]:
    """Input rows within ±1 / 2D, output rows zero, as in word2vec.c; padded, and with spare rows at the end."""
    X, Y = rows(V + 1, config.D), rows(V + SPARE * threads, config.D)
    X[:V, : config.D] = (np.random.default_rng(config.seed).random((V, config.D), np.float32) - 0.5) / config.D
    return X, Y


def sweeps(text: Text, X: np.ndarray, Y: np.ndarray, tables: Plan, config: Config, threads: int) -> Generator[float]:
    """Train ``X`` and ``Y`` in place, and say now and then which share is done; the last word is 1.

    The text is cut into stretches of whole sentences. Threads take the next one whenever they are free; the
    calling thread works too. Every stretch has its own dice, so only the order of writing depends on luck.
    """
    from core.word2vec.kernels import compiled  # half a second, and only for who trains

    sweep = compiled(-(-config.D // LANES) * LANES)
    todo = [stretch for _ in range(config.epochs) for stretch in stretches(text.starts)]
    jobs = enumerate(todo)
    lock = threading.Lock()

    def work(thread: int) -> Iterator[int]:
        while True:
            with lock:
                n, stretch = next(jobs, (len(todo), None))
            if stretch is None:
                return
            dice = np.random.SeedSequence([config.seed, n]).generate_state(2, np.uint64)
            lr = config.lr * left(n / len(todo))
            sweep(text.tokens, text.starts, *stretch, X, Y, tables, lr, dice, thread, threads)
            yield n + 1

    def work_quietly(thread: int) -> None:
        for _ in work(thread):
            pass

    helpers = [threading.Thread(target=work_quietly, args=(n,), daemon=True) for n in range(1, threads)]
    for helper in helpers:
        helper.start()
    try:
        for done in work(0):
            if done < len(todo):
                yield done / len(todo)
    finally:
        with lock:  # also when the listener gave up: nobody takes another stretch
            for _ in jobs:
                pass
        for helper in helpers:
            helper.join()
    yield 1.0


def left(done: float) -> float:
    """The share of the learning rate that is left."""
    return max(LAST_LR, 1 - done)


def stretches(starts: Int[np.ndarray, " S"]) -> list[tuple[int, int]]:
    """Sentences ``first`` to ``last - 1`` of about 40,000 words, or a fiftieth of a short text."""
    size = int(np.clip(starts[-1] // 50, 500, 40_000))
    cuts = np.searchsorted(starts, np.arange(0, starts[-1], size))
    return list(pairwise(np.unique([*cuts, len(starts) - 1]).tolist()))
