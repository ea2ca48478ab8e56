"""UMAP's loop, compiled once for a machine: pull the ends of an edge together, push five random points away."""

from __future__ import annotations

from typing import Any, no_type_check

import numpy as np
from numba import njit

FAST: Any = {"cache": True, "fastmath": True, "nogil": True}
PUSHES = 5  # for every pull
FARTHEST = 4.0  # a step along one axis, before the rate


@no_type_check
@njit(**FAST)
def _throw(state):
    """Tausworthe's dice, three at once, as UMAP throws them."""
    word = 0xFFFFFFFF
    state[0] = (((state[0] & 4294967294) << 12) & word) ^ ((((state[0] << 13) & word) ^ state[0]) >> 19)
    state[1] = (((state[1] & 4294967288) << 4) & word) ^ ((((state[1] << 2) & word) ^ state[1]) >> 25)
    state[2] = (((state[2] & 4294967280) << 17) & word) ^ ((((state[2] << 3) & word) ^ state[2]) >> 11)
    return np.int32(state[0] ^ state[1] ^ state[2])


@no_type_check
@njit(inline="always", **FAST)
def _clipped(step):
    return min(FARTHEST, max(-FARTHEST, step))


@no_type_check
@njit(**FAST)
def sweep(points, head, tail, every, a, b, dice, epochs):
    """Move ``points`` (N, D) in place; the rate falls from 1 towards 0.

    Edge ``e`` joins ``head[e]`` and ``tail[e]`` and is pulled once in ``every[e]`` epochs; ``a`` and ``b`` shape the
    curve ``1 / (1 + a·d^2b)`` whose cross entropy with the graph falls.
    """
    N, D = points.shape
    pull_at, push_at, between = every.copy(), every / PUSHES, every / PUSHES
    for epoch in range(epochs):
        rate = 1.0 - max(epoch - 1, 0) / epochs
        for e in range(len(every)):
            if pull_at[e] > epoch:
                continue
            i, j = head[e], tail[e]
            d2 = np.float32(0)
            for d in range(D):
                d2 += (points[i, d] - points[j, d]) ** 2
            force = np.float32(0)
            if d2 > 0:
                force = -2 * a * b * d2 ** (b - 1) / (a * d2**b + 1)
            for d in range(D):
                step = _clipped(force * (points[i, d] - points[j, d]))
                points[i, d] += step * rate
                points[j, d] -= step * rate
            pull_at[e] += every[e]
            pushes = int((epoch - push_at[e]) / between[e])
            for _ in range(pushes):
                k = _throw(dice[i]) % N
                d2 = np.float32(0)
                for d in range(D):
                    d2 += (points[i, d] - points[k, d]) ** 2
                if d2 > 0:
                    force = 2 * b / ((0.001 + d2) * (a * d2**b + 1))
                    for d in range(D):
                        points[i, d] += _clipped(force * (points[i, d] - points[k, d])) * rate
            push_at[e] += pushes * between[e]
