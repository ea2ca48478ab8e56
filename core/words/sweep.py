"""GloVe's inner loop, compiled: one cell after the other."""

from __future__ import annotations

from typing import no_type_check

import numpy as np
from numba import njit


@no_type_check
@njit(cache=True, fastmath=True, nogil=True)
def sweep(rows, columns, target, f, order, W, U, squares, lr):
    """One epoch of AdaGrad in place over the cells in ``order``; returns the sum of ``f · gap²``.

    The last column of ``W`` and ``U`` is the bias: it meets a 1 on the other side.
    """
    D = W.shape[1] - 1
    error = 0.0
    for n in order:
        w, u, a, b = W[rows[n]], U[columns[n]], squares[0, rows[n]], squares[1, columns[n]]
        gap = w[D] + u[D] - target[n]
        for d in range(D):
            gap += w[d] * u[d]
        error += f[n] * gap * gap
        pull = f[n] * gap
        for d in range(D + 1):
            left = pull * u[d] if d < D else pull
            right = pull * w[d] if d < D else pull
            w[d] -= lr * left / np.sqrt(a[d])
            u[d] -= lr * right / np.sqrt(b[d])
            a[d] += left * left
            b[d] += right * right
    return error
