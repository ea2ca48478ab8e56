"""Compiled loops: UMAP's, which pulls the ends of an edge together and pushes random points away; and the k largest."""

from __future__ import annotations

from typing import Any, no_type_check

import numpy as np
from numba import njit

FAST: Any = {"cache": True, "fastmath": True, "nogil": True}
FARTHEST = np.float32(4)  # a step along one axis, before the rate
SINGLE = np.float32


@no_type_check
@njit(inline="always", **FAST)
def _clipped(step):
    return min(FARTHEST, max(-FARTHEST, step))


@no_type_check
@njit(**FAST)
def sweep(points, head, tail, every, a, b, seed, epochs, pushes, settled, done):
    """Move ``points`` (N, D) in place; the rate falls from 1 towards 0. Returns their mean over the last ``settled``
    epochs.

    Edge ``e`` joins ``head[e]`` and ``tail[e]`` and is pulled once in ``every[e]`` epochs; each pull is followed by
    ``pushes`` pushes. ``a`` and ``b`` shape the curve ``1 / (1 + a·d^2b)`` whose cross entropy with the graph falls.
    ``done`` (1,) counts the epochs for whoever looks from another thread.
    """
    N, D = points.shape
    one, two, near = SINGLE(1), SINGLE(2), SINGLE(0.001)
    pull_at, push_at, between = every.copy(), every / max(pushes, 1), every / max(pushes, 1)
    own, push, mean = np.empty(D, SINGLE), np.empty(D, SINGLE), np.zeros_like(points)
    dice = np.uint64(88172645463325252) ^ (np.uint64(seed + 1) * np.uint64(2654435761))
    for epoch in range(epochs):
        rate = SINGLE(1 - max(epoch - 1, 0) / epochs)
        for e in range(len(every)):
            if pull_at[e] > epoch:
                continue
            i, j = head[e], tail[e]
            d2 = SINGLE(0)
            for d in range(D):
                d2 += (points[i, d] - points[j, d]) ** 2
            if d2 > 0:
                power = d2**b
                force = -two * a * b * power / (d2 * (a * power + one))
                for d in range(D):
                    step = _clipped(force * (points[i, d] - points[j, d])) * rate
                    points[i, d] += step
                    points[j, d] -= step
            pull_at[e] += every[e]
            due = int((epoch - push_at[e]) / between[e]) if pushes else 0
            for d in range(D):
                own[d], push[d] = points[i, d], SINGLE(0)
            for _ in range(due):  # all from where the point stands now, so that they can be computed side by side
                dice ^= dice << np.uint64(13)  # Marsaglia's xorshift
                dice ^= dice >> np.uint64(7)
                dice ^= dice << np.uint64(17)
                k = np.int64(((dice >> np.uint64(32)) * np.uint64(N)) >> np.uint64(32))
                d2 = SINGLE(0)
                for d in range(D):
                    d2 += (own[d] - points[k, d]) ** 2
                if d2 > 0:
                    force = two * b / ((near + d2) * (a * d2**b + one))
                    for d in range(D):
                        push[d] += _clipped(force * (own[d] - points[k, d]))
            for d in range(D):
                points[i, d] = own[d] + push[d] * rate
            push_at[e] += due * between[e]
        if epoch >= epochs - settled:
            mean += points
        done[0] = epoch + 1
    return mean / SINGLE(max(settled, 1))


@no_type_check
@njit(**FAST)
def largest(alike, first, near, values):
    """Into rows ``first`` and following of ``near`` and ``values`` (N, k) go the k largest of each row of ``alike``.

    The largest come first, equals in the order of their columns; the row's own column, of the document itself, is put
    before all.
    """
    k = near.shape[1]
    for row in range(len(alike)):
        at = first + row
        near[at, 0], values[at, 0] = at, np.inf
        values[at, 1:] = -np.inf
        least = -SINGLE(np.inf)
        for column in range(alike.shape[1]):
            value = alike[row, column]
            if value > least and column != at:
                place = k - 1
                while values[at, place - 1] < value:
                    values[at, place], near[at, place] = values[at, place - 1], near[at, place - 1]
                    place -= 1
                values[at, place], near[at, place] = value, column
                least = values[at, k - 1]
