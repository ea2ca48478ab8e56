"""One training example at a time, with every number kept: the mechanism to look at.

The arithmetic is that of ``reference``, on texts so small that both matrices fit on a screen. A word around predicts
its centre, as in word2vec.c; noise words are drawn anew for every example, the nodes of a path are trained all at
once, and the learning rate stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int, UInt64

from core.word2vec import loss
from core.word2vec.config import Config
from core.word2vec.plan import SOFTMAX, Plan, plan
from core.word2vec.reference import aim, centres, sigmoid, soften, step
from core.word2vec.training import weights
from core.word2vec.vocabulary import Text, read

LOOKS = 25  # examples between two looks at the loss
FILMED = 40  # pictures of the way, at most


@dataclass(frozen=True, eq=False)
class Example:
    """One prediction before its step, and the step. K output rows are asked; each has a label."""

    inputs: tuple[int, ...]  # rows of X: one word, or CBOW's whole context
    word: int  # what is to be predicted
    rows: Int[np.ndarray, " K"]  # rows of Y: the word and its noise, nodes of the tree, or all words
    labels: Float[np.ndarray, " K"]
    h: Float[np.ndarray, " D"]  # hidden vector
    asked: Float[np.ndarray, "K D"]  # the output rows before the step
    scores: Float[np.ndarray, " K"]  # h · asked
    guesses: Float[np.ndarray, " K"]  # σ of the scores, or their softmax
    rates: Float[np.ndarray, " K"]  # learning rate, times how often the row was drawn
    dh: Float[np.ndarray, " D"]  # the step of every input row
    dY: Float[np.ndarray, "K D"]
    loss: float  # nats


@dataclass(frozen=True, eq=False)
class Course:
    """Where some steps have led."""

    config: Config
    words: tuple[str, ...]
    counts: Int[np.ndarray, " V"]
    X: Float[np.ndarray, "V D"]
    Y: Float[np.ndarray, "R D"]
    last: Example | None  # None: nothing was trained yet
    at: Int[np.ndarray, " looks"]
    losses: Float[np.ndarray, " looks"]  # nats for each prediction, all of the text
    shot: Int[np.ndarray, " F"]  # examples before each picture
    film: Float[np.ndarray, "F M D"]  # X and Y one above the other


def follow(sentences: tuple[tuple[str, ...], ...], config: Config, steps: int) -> Course:
    """Train on ``steps`` examples, again and again through the text. Raises Trouble like ``word2vec.train``."""
    config = replace(config, min_count=1, subsample=0.0, shared=False)
    text = read(sentences, 1)
    tables = plan(text.counts, config)
    V, D, R = len(text.words), config.D, len(text.words) - (config.output == "hierarchical")
    wide = weights(V, config)
    X, Y = wide[0][:V, :D].astype(float), wide[1][:R, :D].astype(float)
    sample = loss.draw(text, tables, config.seed)
    every = max(1, steps // FILMED)
    at, losses, shot, film, last = [], [], [], [], None
    way = examples(text, tables, config, X, Y)
    for n in range(steps + 1):
        if n % LOOKS == 0 or n == steps:
            at.append(n)
            losses.append(loss.measure(sample, X, Y, config) if sample else float("nan"))
        if n % every == 0 or n == steps:
            shot.append(n)
            film.append(np.concatenate([X, Y]))
        if n < steps:
            last = next(way, None)
            if last is None:  # no word has a neighbour
                break
    return Course(
        config, text.words, text.counts, X, Y, last, np.array(at), np.array(losses), np.array(shot), np.stack(film)
    )


def examples(
    text: Text, tables: Plan, config: Config, X: Float[np.ndarray, "V D"], Y: Float[np.ndarray, "R D"]
) -> Iterator[Example]:
    """Take one step after the other, for ever; ``X`` and ``Y`` move in place."""
    dice: UInt64[np.ndarray, " 2"] = np.random.SeedSequence(config.seed).generate_state(2, np.uint64)
    found = True
    while found:
        found = False
        for s in range(len(text.starts) - 1):
            for word, context in centres(text.tokens[text.starts[s] : text.starts[s + 1]], tables, dice):
                for inputs in [context] if tables.cbow else [[other] for other in context]:
                    found = True
                    yield example(word, inputs, tables, config, X, Y, dice)


def example(
    word: int,
    inputs: list[int],
    tables: Plan,
    config: Config,
    X: Float[np.ndarray, "V D"],
    Y: Float[np.ndarray, "R D"],
    dice: UInt64[np.ndarray, " 2"],
) -> Example:
    """Predict one word from one row or from several, and take the step."""
    h = X[inputs].mean(0) if config.mean else X[inputs].sum(0)
    if tables.output == SOFTMAX:
        rows, labels, rates = np.arange(len(Y)), np.eye(len(Y))[word], np.full(len(Y), config.lr)
        dh, dY = soften(h, Y, word, config.lr)
    else:
        drawn, marks, times = aim(word, tables, dice)
        rows, labels, rates = np.array(drawn, int), np.array(marks), config.lr * np.array(times)
        moved, dY = step(h[None], Y[rows], labels, rates)
        dh = moved[0]
    asked = Y[rows].copy()
    scores = asked @ h
    if tables.output == SOFTMAX:
        guesses = np.exp(scores - scores.max())
        nats = float(scores.max() + np.log(guesses.sum()) - scores[word])
        guesses /= guesses.sum()
    else:
        guesses = sigmoid(scores)
        nats = float((rates / config.lr * np.logaddexp(0, (1 - 2 * labels) * scores)).sum())
    np.add.at(X, inputs, dh)
    Y[rows] += dY
    return Example(tuple(inputs), word, rows, labels, h, asked, scores, guesses, rates, dh, dY, nats)
