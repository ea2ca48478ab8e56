"""Projections shared by all layers (Zhao et al. 2019): how much of a teacher's matrices passes through a narrow door.

A student of width ``w`` lives behind two matrices U and V, the same for every layer. Down, the loss compares
``Uᵀ W V`` with the student's matrix; up, it compares ``U S Vᵀ`` with the teacher's. The best student for given doors is
``S = Uᵀ W V``, and what is left of the upward loss is what cannot pass. We find the doors by turns, each time the
directions in which the matrices have most to say, and set beside it a door of its own for every layer.

Source: Zhao et al. 2019, section 3.3. https://arxiv.org/abs/1909.11687
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.provenance import stamp

WIDTHS = (12, 24, 48, 96, 192, 288)
KINDS = ("query", "key", "value", "out")
TURNS = 4


@dataclass(frozen=True, eq=False)
class Shared:
    """Shares of the matrices' squared size that do not pass, by kind and width."""

    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    together: Float[np.ndarray, "K W"]  # one pair of doors for all layers
    alone: Float[np.ndarray, "K W"]  # each layer its own: the best that any doors can do
    chance: Float[np.ndarray, "K W"]  # random doors: the control
    date: str
    machine: str
    code: str


def doors(matrices: Float[np.ndarray, "L D D"], width: int) -> tuple[np.ndarray, np.ndarray]:
    """U and V, each (D, width) with orthonormal columns, shared by all layers."""
    U = _main(sum(W @ W.T for W in matrices), width)
    V = _main(sum(W.T @ W for W in matrices), width)
    for _ in range(TURNS):
        U = _main(sum(W @ V @ V.T @ W.T for W in matrices), width)
        V = _main(sum(W.T @ U @ U.T @ W for W in matrices), width)
    return U, V


def _main(square, width: int) -> np.ndarray:
    return np.linalg.eigh(square)[1][:, ::-1][:, :width]


def lost(matrices: Float[np.ndarray, "L D D"], U: np.ndarray, V: np.ndarray) -> float:
    """The upward loss at the best student, as a share of all that there is."""
    kept = sum(float(np.square(U.T @ W @ V).sum()) for W in matrices)
    return 1 - kept / float(np.square(matrices).sum())


def own(matrices: Float[np.ndarray, "L D D"], width: int) -> float:
    """The same with a pair of doors for every layer: what singular values leave out."""
    left = sum(float(np.square(np.linalg.svd(W, compute_uv=False)[width:]).sum()) for W in matrices)
    return left / float(np.square(matrices).sum())


def record() -> None:
    """MiniLM's attention matrices through doors of some widths; kept."""
    from typing import Any

    from core.models import load

    bert: Any = load(device="cpu").module
    together, alone, chance = [], [], []
    dice = np.random.default_rng(0)
    for kind in KINDS:
        layers = [
            layer.attention.output.dense if kind == "out" else getattr(layer.attention.self, kind)
            for layer in bert.encoder.layer
        ]
        matrices = np.stack([each.weight.detach().double().numpy() for each in layers])
        D = matrices.shape[1]
        together.append([lost(matrices, *doors(matrices, width)) for width in WIDTHS])
        alone.append([own(matrices, width) for width in WIDTHS])
        random = [np.linalg.qr(dice.normal(size=(2, D, width)))[0] for width in WIDTHS]
        chance.append([lost(matrices, *each) for each in random])
    by = stamp("core.distillation.shared")
    value = Shared(KINDS, WIDTHS, np.array(together), np.array(alone), np.array(chance), **by)
    store.save(runtime.ASSETS / "recorded" / "distillation" / "shared", value)


def recorded() -> Shared:
    """What :func:`record` kept."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / "shared")
