"""The sweep over the text, compiled: what ``reference.sweep`` does, two hundred times as fast.

Where the time goes in word2vec is memory. So rows fill whole cache lines; a centre's output rows serve all of its
context (Ji et al. 2016, https://arxiv.org/abs/1604.04661), two context words at a time (``tile.py``); and rows are
called in while the words before them are trained. Threads work on the same weights without locks, as nearly always
they touch different rows (Niu et al. 2011, https://arxiv.org/abs/1106.5730).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import no_type_check

import numpy as np
from numba import njit

from core.word2vec.plan import HIERARCHICAL, LINE, NEGATIVE, NOISE_BITS, SOFTMAX, TILE
from core.word2vec.prefetch import prefetch
from core.word2vec.tile import FAST, ONE, ZERO, compiled_meet, compiled_soften

TEXT, NOISE = 0, 1  # which dice


@no_type_check
@njit(**FAST)
def roll(dice, which):
    dice[which] = dice[which] * np.uint64(25214903917) + np.uint64(11)
    return dice[which]


@no_type_check
@njit(**FAST)
def draw(plan, dice):
    return np.int64(plan.noise[roll(dice, NOISE) >> np.uint64(64 - NOISE_BITS)])


@no_type_check
@njit(**FAST)
def thin(sentence, plan, dice, kept):
    """Copy what subsampling leaves of a sentence into ``kept`` and return how much that is."""
    T = 0
    for word in sentence:
        if plan.keep[word] >= np.uint32(roll(dice, TEXT) >> np.uint64(32)):
            kept[T] = word
            T += 1
    return T


@no_type_check
@njit(**FAST)
def follow(word, plan, lr, rows, labels, rates):
    """The output rows of hierarchical softmax: the nodes on the word's path."""
    first = plan.starts[word]
    n = plan.starts[word + 1] - first
    for k in range(n):
        rows[k], labels[k], rates[k] = plan.nodes[first + k], ONE - np.float32(plan.codes[first + k]), lr
    return n


@no_type_check
@cache
def compiled(D: int) -> Callable[..., None]:
    """The sweep for rows of ``D`` floats; a width known beforehand makes the loops over it much faster."""
    meet, soften = compiled_meet(D), compiled_soften(D)

    @njit(inline="always", **FAST)
    def fetch(X, row):
        for d in range(0, D, LINE):
            prefetch(X, row, d)  # pyright: ignore[reportCallIssue]  # numba fills in the first argument

    @njit(**FAST)
    def contrast(word, plan, lr, Y, dice, upcoming, rows, labels, rates):
        """The output rows of negative sampling: the word and its noise; what is drawn twice counts twice."""
        rows[0], labels[0], rates[0] = word, ONE, lr
        n = 1
        for q in range(plan.negatives):
            other, upcoming[q] = upcoming[q], draw(plan, dice)
            fetch(Y, upcoming[q])
            if other == word:
                continue
            k = 1
            while k < n and rows[k] != other:
                k += 1
            if k < n:
                rates[k] += lr
            else:
                rows[n], labels[n], rates[n] = other, ZERO, lr
                n += 1
        return n

    @njit(**FAST)
    def gather(X, kept, low, i, high, mean, h, old):
        """CBOW's hidden vector, the sum or mean of the context's rows, and a copy of it."""
        share = ONE / np.float32(high - low - 1) if mean else ONE
        for d in range(D):
            h[d] = ZERO
        for j in range(low, high):
            if j != i:
                x = X[kept[j]]
                for d in range(D):
                    h[d] += x[d]
        for d in range(D):
            h[d] *= share
            old[d] = h[d]

    @njit(**FAST)
    def spread(X, kept, low, i, high, h, old):
        """Move every context word as the hidden vector moved."""
        for d in range(D):
            old[d] = h[d] - old[d]
        for j in range(low, high):
            if j != i:
                x = X[kept[j]]
                for d in range(D):
                    x[d] += old[d]

    @njit(**FAST)
    def aim(word, plan, lr, Y, dice, upcoming, rows, labels, rates):
        """Choose the output rows for a centre; their number is rounded up to whole tiles with rows at rate 0."""
        n = 0
        if plan.output == NEGATIVE:
            n = contrast(word, plan, lr, Y, dice, upcoming, rows, labels, rates)
        elif plan.output == HIERARCHICAL:
            n = follow(word, plan, lr, rows, labels, rates)
        while n % TILE:
            rows[n], labels[n], rates[n] = len(Y) - n % TILE, ZERO, ZERO
            n += 1
        return n

    @njit(**FAST)
    def sweep(tokens, starts, first, last, X, Y, plan, lr, dice):
        """See ``reference.sweep``. ``X`` ends with one spare row and ``Y`` with ``TILE``, which stay zero."""
        lr, window = np.float32(lr), plan.window
        hidden = np.zeros((2, D), np.float32)  # CBOW: the context's mean, and a spare row
        inputs = hidden if plan.cbow else X
        h, blank = hidden[0], len(inputs) - 1
        most = max(plan.negatives + 1, np.diff(plan.starts).max()) + TILE
        rows, labels, rates = np.zeros(most, np.int64), np.zeros(most, np.float32), np.zeros(most, np.float32)
        upcoming = np.zeros(plan.negatives, np.int64)
        for q in range(plan.negatives):
            upcoming[q] = draw(plan, dice)
        p = np.empty(len(plan.keep) if plan.output == SOFTMAX else 0, np.float32)
        old, e = np.empty(D, np.float32), np.empty(D, np.float32)
        kept = np.empty(np.diff(starts[first : last + 1]).max(), np.int64)
        for s in range(first, last):
            T = thin(tokens[starts[s] : starts[s + 1]], plan, dice, kept)
            for i in range(T):
                word = kept[i]
                reach = window - np.int64((roll(dice, TEXT) >> np.uint64(33)) % np.uint64(window))
                low, high = max(0, i - reach), min(T, i + reach + 1)
                if high - low < 2:
                    continue
                if i + window + 1 < T:
                    fetch(X, kept[i + window + 1])
                if plan.output == NEGATIVE and i + 1 < T:
                    fetch(Y, kept[i + 1])
                if plan.cbow:
                    gather(X, kept, low, i, high, plan.mean, h, old)
                n, j = 0, low + (low == i)
                while j < high:
                    a, b = kept[j], blank
                    j += 1 + (j + 1 == i)
                    if plan.cbow:
                        a, j = 0, high
                    elif plan.shared and j < high and kept[j] != a:
                        b = kept[j]
                        j += 1 + (j + 1 == i)
                    if n == 0 or not plan.shared:
                        n = aim(word, plan, lr, Y, dice, upcoming, rows, labels, rates)
                    for k in range(0, n, TILE):
                        meet(inputs[a], inputs[b], np.float32(b != blank), Y, rows, labels, rates, k, plan.sigmoid)
                    if plan.output == SOFTMAX:
                        soften(inputs[a], Y, word, lr, p, e)
                        if b != blank:
                            soften(inputs[b], Y, word, lr, p, e)
                if plan.cbow:
                    spread(X, kept, low, i, high, h, old)

    return sweep
