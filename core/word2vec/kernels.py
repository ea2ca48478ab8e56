"""The sweep over the text, compiled: what ``reference.sweep`` does, several hundred times as fast.

Where the time goes in word2vec is memory. So rows fill whole cache lines; a centre's output rows serve all of its
context (Ji et al. 2016, https://arxiv.org/abs/1604.04661), two context words at a time (``tile.py``); and rows are
called in while the words before them are trained. Threads work on the same weights without locks, as nearly always
they touch different rows (Niu et al. 2011, https://arxiv.org/abs/1106.5730). Not so at the root of the Huffman tree:
there each thread moves copies of its own and adds up with the others now and then.

The rest is bookkeeping, which took half of CBOW's time until the small functions were written into the large one
and numba stopped counting who holds which array (``FAST`` and ``INLINE`` in ``tile.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, no_type_check

import numpy as np
from numba import njit

from core.word2vec.instructions import prefetch
from core.word2vec.plan import HIERARCHICAL, LANES, LINE, NEGATIVE, NOISE_BITS, SOFTMAX, SPARE, TILE, TOP, Plan
from core.word2vec.tile import FAST, INLINE, ONE, ZERO, compiled_meet, compiled_soften

TEXT, NOISE = 0, 1  # which dice
BATCH = 100  # centres whose noise is drawn in one go, and after which threads add up what they moved near the root


class Desk(NamedTuple):
    """Room to work in, made once for each sweep."""

    kept: np.ndarray  # (T,) int64: what subsampling leaves of a sentence
    noise: np.ndarray  # noise words drawn beforehand; the last number is the place of the next one
    rows: np.ndarray  # (tiles,) int64: a centre's output rows, their labels and their learning rates
    labels: np.ndarray
    rates: np.ndarray
    pulls: np.ndarray  # (16,) float32: how far the scores of a tile are to move
    hidden: np.ndarray  # (D,) float32: CBOW's hidden vector, and how it was before
    before: np.ndarray
    error: np.ndarray  # (D,) and (V,) float32, for full softmax
    chances: np.ndarray


def desk(plan: Plan, D: int, longest: int) -> Desk:
    """Room for sentences of ``longest`` words and rows of ``D`` floats."""
    most = max(plan.negatives + 1, int(np.diff(plan.starts).max())) + TILE
    noise = np.zeros(BATCH * plan.negatives + 1, np.int64)
    noise[-1] = len(noise) - 1
    places = np.zeros(longest, np.int64), noise, np.zeros(most, np.int64)
    numbers = (most, most, 2 * LANES, D, D, D, len(plan.keep) if plan.output == SOFTMAX else 0)
    return Desk(*places, *(np.zeros(n, np.float32) for n in numbers))


@no_type_check
@njit(**INLINE)
def roll(dice, which):
    dice[which] = dice[which] * np.uint64(25214903917) + np.uint64(11)
    return dice[which]


@no_type_check
@njit(**INLINE)
def draw(plan, dice, noise):
    """Where in ``noise`` the next centre's words stand; the words after those are there too, to be called in.

    Many are drawn in one go, because the table is large: so slow looks overlap.
    """
    K, end = plan.negatives, len(noise) - 1
    first = noise[end]
    if first + 2 * K > end:
        left = end - first
        for q in range(left):
            noise[q] = noise[first + q]
        for q in range(left, end):
            noise[q] = plan.noise[roll(dice, NOISE) >> np.uint64(64 - NOISE_BITS)]
        first = 0
    noise[end] = first + K
    return first


@no_type_check
@njit(**INLINE)
def thin(tokens, first, last, plan, dice, kept):
    """Copy what subsampling leaves of a sentence into ``kept`` and return how much that is."""
    T = 0
    for t in range(first, last):
        if plan.keep[tokens[t]] >= np.uint32(roll(dice, TEXT) >> np.uint64(32)):
            kept[T] = tokens[t]
            T += 1
    return T


@no_type_check
@njit(**INLINE)
def follow(word, plan, lr, rows, labels, rates, own, top):
    """The output rows of hierarchical softmax: the nodes on the word's path, from ``top`` on the thread's copies."""
    first = plan.starts[word]
    n = plan.starts[word + 1] - first
    for k in range(n):
        node = plan.nodes[first + k]
        rows[k] = node if node < top else own + TILE + node - top
        labels[k], rates[k] = ONE - np.float32(plan.codes[first + k]), lr
    return n


@no_type_check
@cache
def compiled(D: int) -> Callable[..., None]:
    """The sweep for rows of ``D`` floats; a width known beforehand makes the loops over it much faster."""
    meet, soften = compiled_meet(D), compiled_soften(D)

    @njit(**INLINE)
    def fetch(X, row):
        for d in range(0, D, LINE):
            prefetch(X, row, d)  # pyright: ignore[reportCallIssue]  # numba fills in the first argument

    @njit(**INLINE)
    def contrast(word, plan, lr, Y, dice, noise, rows, labels, rates):
        """The output rows of negative sampling: the word and its noise; what is drawn twice counts twice."""
        rows[0], labels[0], rates[0] = word, ONE, lr
        n, first = 1, draw(plan, dice, noise)
        for q in range(first, first + plan.negatives):
            other = noise[q]
            fetch(Y, noise[q + plan.negatives])
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

    @njit(**INLINE)
    def settle(Y, own, top, root):
        """Bring home how a thread has moved its copies of the nodes from ``top`` to ``root``, and take up the sum."""
        for node in range(top, root + 1):
            mine = own + TILE + node - top
            shared, copy, before = Y[node], Y[mine], Y[mine + TOP]
            for d in range(D):
                shared[d] += copy[d] - before[d]
                copy[d] = before[d] = shared[d]

    @njit(**INLINE)
    def aim(word, plan, lr, Y, dice, desk, own, top):
        """Choose the output rows for a centre; their number is rounded up to whole tiles with rows at rate 0."""
        rows, labels, rates = desk.rows, desk.labels, desk.rates
        n = 0
        if plan.output == NEGATIVE:
            n = contrast(word, plan, lr, Y, dice, desk.noise, rows, labels, rates)
        elif plan.output == HIERARCHICAL:
            n = follow(word, plan, lr, rows, labels, rates, own, top)
        while n % TILE:
            rows[n], labels[n], rates[n] = own + n % TILE, ZERO, ZERO
            n += 1
        return n

    @njit(**INLINE)
    def gather(X, kept, low, i, high, mean, h, before):
        """CBOW's hidden vector, the sum or mean of the context's rows, and a copy of it; two rows at a time."""
        share, blank = ONE / np.float32(high - low - 1) if mean else ONE, len(X) - 1
        h[:] = ZERO
        for k in range(1, max(i - low, high - 1 - i) + 1):
            x = X[kept[i - k] if i - k >= low else blank]
            y = X[kept[i + k] if i + k < high else blank]
            for d in range(D):
                h[d] += x[d] + y[d]
        for d in range(D):
            h[d] *= share
            before[d] = h[d]

    @njit(**INLINE)
    def spread(X, kept, low, i, high, h, before):
        """Move every context word as the hidden vector moved."""
        for d in range(D):
            before[d] = h[d] - before[d]
        for j in range(low, high):
            if j != i:
                x = X[kept[j]]
                for d in range(D):
                    x[d] += before[d]

    @njit(**INLINE)
    def learn(x, n, word, Y, plan, lr, desk):
        """Train one input row and the output rows chosen for ``word``."""
        for k in range(0, n, TILE):
            meet((x,), Y, desk.rows, desk.labels, desk.rates, k, plan.sigmoid, desk.pulls)
        if plan.output == SOFTMAX:
            soften(x, Y, word, lr, desk.chances, desk.error)

    @njit(**FAST)
    def kernel(tokens, starts, first, last, X, Y, plan, lr, dice, desk, own, top):
        kept, window, centres, root = desk.kept, plan.window, 0, len(plan.keep) - 2
        for s in range(first, last):
            T = thin(tokens, starts[s], starts[s + 1], plan, dice, kept)
            for i in range(T):
                word = kept[i]
                reach = window - np.int64((roll(dice, TEXT) >> np.uint64(33)) % np.uint64(window))
                low, high = max(0, i - reach), min(T, i + reach + 1)
                if high - low < 2:
                    continue
                if centres % BATCH == 0:
                    settle(Y, own, top, root)
                centres += 1
                if i + window + 1 < T:
                    fetch(X, kept[i + window + 1])
                if plan.output == NEGATIVE and i + 1 < T:
                    fetch(Y, kept[i + 1])
                n = aim(word, plan, lr, Y, dice, desk, own, top)
                if plan.cbow:
                    gather(X, kept, low, i, high, plan.mean, desk.hidden, desk.before)
                    learn(desk.hidden, n, word, Y, plan, lr, desk)
                    spread(X, kept, low, i, high, desk.hidden, desk.before)
                    continue
                j = low + (low == i)
                while j < high:
                    a = b = kept[j]
                    j += 1 + (j + 1 == i)
                    if plan.shared and plan.output != SOFTMAX and j < high:
                        b = kept[j]
                    if a == b:
                        learn(X[a], n, word, Y, plan, lr, desk)
                    else:
                        j += 1 + (j + 1 == i)
                        for k in range(0, n, TILE):
                            meet((X[a], X[b]), Y, desk.rows, desk.labels, desk.rates, k, plan.sigmoid, desk.pulls)
                    if not plan.shared and j < high:
                        n = aim(word, plan, lr, Y, dice, desk, own, top)
        settle(Y, own, top, root)

    def sweep(tokens, starts, first, last, X, Y, plan, lr, dice, thread=0, threads=1):
        """See ``reference.sweep``. ``X`` ends with a row that stays zero, ``Y`` with ``SPARE`` for each thread.

        Of these ``TILE`` stay zero, and of several threads each has its copies of the nodes near the root in
        the others: as it moves them, and as they were when it last brought them home.
        """
        room, V = desk(plan, D, int(np.diff(starts[first : last + 1]).max())), len(plan.keep)
        top = max(0, V - 1 - TOP) if threads > 1 and plan.output == HIERARCHICAL else V
        kernel(tokens, starts, first, last, X, Y, plan, np.float32(lr), dice, room, V + thread * SPARE, top)

    return sweep
