"""The inner loops of training: one or two input rows meet six output rows, or one input row meets every word.

Two and six are what a processor's registers hold at once: each number fetched from memory is used in several
products. No compiler at hand keeps twelve sums of a loop in registers by itself, so ``score`` and ``move`` are
emitted as vector instructions, eight numbers at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, no_type_check

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

from core.word2vec.instructions import VECTOR, Emit
from core.word2vec.plan import LANES, TILE

FAST: dict[str, Any] = {
    "nogil": True,
    "fastmath": True,
    "error_model": "numpy",
    "cache": True,
    "_nrt": False,
}  # no reference counts
INLINE: dict[str, Any] = FAST | {"inline": "always"}  # a call would copy every table's address and shape
ZERO, ONE, SIX = np.float32(0), np.float32(1), np.float32(6)
EDGE = np.float32(5.999)


@no_type_check
@njit(**INLINE)
def pull(score, label, rate, sigmoid):
    """How far the score is to move: rate · (label - σ(score)), with σ from a table over -6 to 6."""
    score = min(EDGE, max(-EDGE, score))
    return rate * (label - sigmoid[np.int64((score + SIX) * np.float32(len(sigmoid) / 12))])


@no_type_check
@cache
def compiled_meet(D: int) -> Callable[..., None]:
    """``reference.step`` for a tuple of one or two rows of ``D`` floats and the output rows from ``k`` to ``k + 5``."""

    def loop(builder):
        start, stop, step = (ir.Constant(ir.IntType(64), n) for n in (0, D, LANES))
        return cgutils.for_range_slice(builder, start, stop, step)

    @intrinsic
    def score(typing, xs, Y, rows, k, out):
        """All scores into ``out``: the second row's from 8 on."""

        def code(context, builder, signature, values):
            emit = Emit(context, builder)
            inputs, outputs = emit.rows(signature, values)
            nought = ir.Constant(VECTOR, [0.0] * LANES)
            totals = [[cgutils.alloca_once_value(builder, nought) for _ in outputs] for _ in inputs]
            with loop(builder) as (d, _):
                asked = [emit.load(each, d) for each in outputs]
                for row, sums in zip(inputs, totals, strict=True):
                    x = emit.load(row, d)
                    for o, total in zip(asked, sums, strict=True):
                        builder.store(emit.fma(x, o, builder.load(total)), total)
            start = emit.start(signature.args[4], values[4])
            for i, sums in enumerate(totals):
                vectors = [*map(builder.load, sums), *[nought] * (LANES - TILE)]
                emit.store(emit.sums(vectors), start, ir.Constant(ir.IntType(64), LANES * i))
            return context.get_dummy_value()

        return types.void(xs, Y, rows, k, out), code

    @intrinsic
    def move(typing, xs, Y, rows, k, pulls):
        """Every input row by its pulls on the output rows, and they by theirs on it."""

        def code(context, builder, signature, values):
            emit = Emit(context, builder)
            inputs, outputs = emit.rows(signature, values)
            start = emit.start(signature.args[4], values[4])
            spread = [[emit.everywhere(start, LANES * i + j) for j in range(TILE)] for i in range(len(inputs))]
            with loop(builder) as (d, _):
                before, asked = ([emit.load(each, d) for each in rows] for rows in (inputs, outputs))
                after, moved = list(before), list(asked)
                for i, x in enumerate(before):
                    for j, o in enumerate(asked):
                        after[i] = emit.fma(spread[i][j], o, after[i])
                        moved[j] = emit.fma(spread[i][j], x, moved[j])
                for vector, row in zip((*after, *moved), (*inputs, *outputs), strict=True):
                    emit.store(vector, row, d)
            return context.get_dummy_value()

        return types.void(xs, Y, rows, k, pulls), code

    @njit(**INLINE)
    def meet(xs, Y, rows, labels, rates, k, sigmoid, pulls):
        score(xs, Y, rows, k, pulls)  # pyright: ignore[reportCallIssue]  # numba fills in the first argument
        for i in range(len(xs)):
            for j in range(TILE):
                at = LANES * i + j
                pulls[at] = pull(pulls[at], labels[k + j], rates[k + j], sigmoid)
        move(xs, Y, rows, k, pulls)  # pyright: ignore[reportCallIssue]

    return meet


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
