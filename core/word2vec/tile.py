"""The inner loops of training: two input rows meet six output rows, or one input row meets every word.

Two and six are what a processor's registers hold at once: each number fetched from memory is used in several
products. Written out by hand, because no compiler at hand keeps twelve sums of a loop in registers by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import no_type_check

import numpy as np
from numba import njit

FAST = {"nogil": True, "fastmath": True, "error_model": "numpy", "cache": True, "_nrt": False}  # no reference counts
INLINE = FAST | {"inline": "always"}  # a call would copy every table's address and shape
ZERO, ONE, SIX = np.float32(0), np.float32(1), np.float32(6)
EDGE = np.float32(5.999)


@no_type_check
@njit(**FAST)
def pull(score, label, rate, sigmoid):
    """How far the score is to move: rate · (label - σ(score)), with σ from a table over -6 to 6."""
    score = min(EDGE, max(-EDGE, score))
    return rate * (label - sigmoid[np.int64((score + SIX) * np.float32(len(sigmoid) / 12))])


@no_type_check
@cache
def compiled_meet(D: int) -> Callable[..., None]:
    """``reference.step`` for two rows of ``D`` floats and the output rows from ``k`` to ``k + 5``."""

    @njit(**INLINE)
    def meet(x, y, Y, rows, labels, rates, k, sigmoid):
        o0, o1, o2 = Y[rows[k]], Y[rows[k + 1]], Y[rows[k + 2]]
        o3, o4, o5 = Y[rows[k + 3]], Y[rows[k + 4]], Y[rows[k + 5]]
        a0 = a1 = a2 = a3 = a4 = a5 = b0 = b1 = b2 = b3 = b4 = b5 = ZERO
        for d in range(D):
            u, v = x[d], y[d]
            a0 += u * o0[d]
            a1 += u * o1[d]
            a2 += u * o2[d]
            a3 += u * o3[d]
            a4 += u * o4[d]
            a5 += u * o5[d]
            b0 += v * o0[d]
            b1 += v * o1[d]
            b2 += v * o2[d]
            b3 += v * o3[d]
            b4 += v * o4[d]
            b5 += v * o5[d]
        a0 = pull(a0, labels[k], rates[k], sigmoid)
        a1 = pull(a1, labels[k + 1], rates[k + 1], sigmoid)
        a2 = pull(a2, labels[k + 2], rates[k + 2], sigmoid)
        a3 = pull(a3, labels[k + 3], rates[k + 3], sigmoid)
        a4 = pull(a4, labels[k + 4], rates[k + 4], sigmoid)
        a5 = pull(a5, labels[k + 5], rates[k + 5], sigmoid)
        b0 = pull(b0, labels[k], rates[k], sigmoid)
        b1 = pull(b1, labels[k + 1], rates[k + 1], sigmoid)
        b2 = pull(b2, labels[k + 2], rates[k + 2], sigmoid)
        b3 = pull(b3, labels[k + 3], rates[k + 3], sigmoid)
        b4 = pull(b4, labels[k + 4], rates[k + 4], sigmoid)
        b5 = pull(b5, labels[k + 5], rates[k + 5], sigmoid)
        for d in range(D):
            u, v = x[d], y[d]
            p0, p1, p2, p3, p4, p5 = o0[d], o1[d], o2[d], o3[d], o4[d], o5[d]
            x[d] = u + a0 * p0 + a1 * p1 + a2 * p2 + a3 * p3 + a4 * p4 + a5 * p5
            y[d] = v + b0 * p0 + b1 * p1 + b2 * p2 + b3 * p3 + b4 * p4 + b5 * p5
            o0[d] = p0 + a0 * u + b0 * v
            o1[d] = p1 + a1 * u + b1 * v
            o2[d] = p2 + a2 * u + b2 * v
            o3[d] = p3 + a3 * u + b3 * v
            o4[d] = p4 + a4 * u + b4 * v
            o5[d] = p5 + a5 * u + b5 * v

    return meet


@no_type_check
@cache
def compiled_meet_one(D: int) -> Callable[..., None]:
    """The same for one row."""

    @njit(**INLINE)
    def meet_one(x, Y, rows, labels, rates, k, sigmoid):
        o0, o1, o2 = Y[rows[k]], Y[rows[k + 1]], Y[rows[k + 2]]
        o3, o4, o5 = Y[rows[k + 3]], Y[rows[k + 4]], Y[rows[k + 5]]
        a0 = a1 = a2 = a3 = a4 = a5 = ZERO
        for d in range(D):
            u = x[d]
            a0 += u * o0[d]
            a1 += u * o1[d]
            a2 += u * o2[d]
            a3 += u * o3[d]
            a4 += u * o4[d]
            a5 += u * o5[d]
        a0 = pull(a0, labels[k], rates[k], sigmoid)
        a1 = pull(a1, labels[k + 1], rates[k + 1], sigmoid)
        a2 = pull(a2, labels[k + 2], rates[k + 2], sigmoid)
        a3 = pull(a3, labels[k + 3], rates[k + 3], sigmoid)
        a4 = pull(a4, labels[k + 4], rates[k + 4], sigmoid)
        a5 = pull(a5, labels[k + 5], rates[k + 5], sigmoid)
        for d in range(D):
            u = x[d]
            p0, p1, p2, p3, p4, p5 = o0[d], o1[d], o2[d], o3[d], o4[d], o5[d]
            x[d] = u + a0 * p0 + a1 * p1 + a2 * p2 + a3 * p3 + a4 * p4 + a5 * p5
            o0[d] = p0 + a0 * u
            o1[d] = p1 + a1 * u
            o2[d] = p2 + a2 * u
            o3[d] = p3 + a3 * u
            o4[d] = p4 + a4 * u
            o5[d] = p5 + a5 * u

    return meet_one


@no_type_check
@cache
def compiled_soften(D: int) -> Callable[..., None]:
    """``reference.soften``: one row of ``D`` floats against all ``len(p)`` words; ``p`` and ``e`` are scratch."""

    @njit(**FAST)
    def soften(x, Y, word, lr, p, e):
        top, total = np.float32(-np.inf), ZERO
        for w in range(len(p)):
            y, score = Y[w], ZERO
            for d in range(D):
                score += x[d] * y[d]
            p[w] = score
            top = max(top, score)
        for w in range(len(p)):
            p[w] = np.exp(p[w] - top)
            total += p[w]
        e[:] = ZERO
        for w in range(len(p)):
            y = Y[w]
            g = lr * ((ONE if w == word else ZERO) - p[w] / total)
            for d in range(D):
                v = y[d]
                y[d] = v + g * x[d]
                e[d] += g * v
        for d in range(D):
            x[d] += e[d]

    return soften
