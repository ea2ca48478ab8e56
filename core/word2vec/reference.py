"""word2vec in plain numpy, slow and to be read: the page shows it, and the tests hold the fast kernels against it.

A centre word is predicted from each word around it (skip-gram) or from all of them together (CBOW). "Predicted" is a
handful of yes-or-no questions, each an output row with a label: is it this word, are these noise words it
(negative sampling); left or right at each node of the Huffman tree (hierarchical softmax).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from jaxtyping import Float, Int, UInt64

from core.word2vec.plan import HIERARCHICAL, NOISE_BITS, SOFTMAX, TILE, Plan

Rows = Float[np.ndarray, "N D"]


def sigmoid(x: Float[np.ndarray, "*S"]) -> Float[np.ndarray, "*S"]:
    return 1 / (1 + np.exp(-np.clip(x, -6, 6)))


def step(
    x: Float[np.ndarray, "N D"],
    y: Float[np.ndarray, "K D"],
    labels: Float[np.ndarray, " K"],
    rates: Float[np.ndarray, " K"],
) -> tuple[Float[np.ndarray, "N D"], Float[np.ndarray, "K D"]]:
    """One step of gradient descent on ``-Σ log σ(±x·y)``: how the input rows and the output rows move.

    The sign is + where the label is 1, - where it is 0. ``rates`` is the learning rate, 0 to leave a row out.
    """
    pull = rates * (labels - sigmoid(x @ y.T))  # (N, K)
    return pull @ y, pull.T @ x


def soften(
    x: Float[np.ndarray, " D"], y: Float[np.ndarray, "V D"], word: int, lr: float
) -> tuple[Float[np.ndarray, " D"], Float[np.ndarray, "V D"]]:
    """The same for full softmax: one step on ``-log softmax(y x)[word]``; every word's row moves."""
    p = np.exp(y @ x - np.max(y @ x))
    pull = lr * (np.eye(len(y))[word] - p / p.sum())  # (V,)
    return pull @ y, np.outer(pull, x)


def roll(dice: UInt64[np.ndarray, " 2"], which: int) -> int:
    """The next random number of 64 bits: dice 0 is for the text, 1 for the noise."""
    dice[which] = (int(dice[which]) * 25214903917 + 11) % 2**64
    return int(dice[which])


def centres(
    sentence: Int[np.ndarray, " T"], plan: Plan, dice: UInt64[np.ndarray, " 2"]
) -> Iterator[tuple[int, list[int]]]:
    """Each word that subsampling leaves, with its context: 1 to ``window`` words on either side."""
    kept = [int(word) for word in sentence if plan.keep[word] >= roll(dice, 0) >> 32]
    for i, word in enumerate(kept):
        reach = plan.window - (roll(dice, 0) >> 33) % plan.window
        context = kept[max(0, i - reach) : i] + kept[i + 1 : i + reach + 1]
        if context:
            yield word, context


def pairs_of(context: list[int], shared: bool) -> Iterator[list[int]]:
    """Context words two at a time, as they are trained; equal neighbours one by one."""
    while context:
        two = 2 if shared and len(context) > 1 and context[0] != context[1] else 1
        yield context[:two]
        context = context[two:]


def aim(word: int, plan: Plan, dice: UInt64[np.ndarray, " 2"]) -> tuple[list[int], list[float], list[float]]:
    """Output rows for a centre word, their labels, and how often each counts."""
    if plan.output == HIERARCHICAL:
        path = slice(plan.starts[word], plan.starts[word + 1])
        return plan.nodes[path].tolist(), (1.0 - plan.codes[path]).tolist(), [1.0] * len(plan.nodes[path])
    noise = [int(plan.noise[roll(dice, 1) >> (64 - NOISE_BITS)]) for _ in range(plan.negatives)]
    drawn = dict.fromkeys(other for other in noise if other != word)
    return [word, *drawn], [1.0] + [0.0] * len(drawn), [1.0, *map(float, map(noise.count, drawn))]


def sweep(
    tokens: Int[np.ndarray, " T"],
    starts: Int[np.ndarray, " S"],
    first: int,
    last: int,
    X: Float[np.ndarray, "V D"],
    Y: Float[np.ndarray, "R D"],
    plan: Plan,
    lr: float,
    dice: UInt64[np.ndarray, " 2"],
) -> None:
    """Train ``X`` and ``Y`` in place on sentences ``first`` to ``last - 1``; ``dice`` holds two random states."""

    def learn(x: Rows) -> Rows:
        """Train ``Y`` on some rows and hand them back trained; long paths are taken six nodes at a time."""
        x = x.copy()
        if plan.output == SOFTMAX:
            for row in x:
                dx, dy = soften(row, Y[: len(plan.keep)], word, lr)
                row += dx
                Y[: len(plan.keep)] += dy
            return x
        for k in range(0, len(rows), TILE):
            part = rows[k : k + TILE]
            dx, dy = step(x, Y[part], np.array(labels[k : k + TILE]), lr * np.array(times[k : k + TILE]))
            x += dx
            Y[part] += dy
        return x

    for s in range(first, last):
        for word, context in centres(tokens[starts[s] : starts[s + 1]], plan, dice):
            rows, labels, times = aim(word, plan, dice)
            if plan.cbow:
                h = X[context].mean(0) if plan.mean else X[context].sum(0)
                np.add.at(X, context, learn(h[None])[0] - h)
                continue
            for n, pair in enumerate(pairs_of(context, plan.shared)):
                if n and not plan.shared:
                    rows, labels, times = aim(word, plan, dice)
                X[pair] = learn(X[pair])
