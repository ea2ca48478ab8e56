"""Questions that every reader is asked alike, whatever trained it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float, Int
from torch.nn.functional import cross_entropy

from core.masking.objectives.reader import NOT_ASKED, Reader, Row, batch, intact

ARTICLES = 20  # the longest ones
RIDGE = 1.0


def topic(
    model: Reader,
    read: Int[np.ndarray, "N T"],
    read_from: Sequence[int],
    kept: Int[np.ndarray, "M T"],
    kept_from: Sequence[int],
    causal: bool,
) -> float:
    """From the mean state of a window, which of twenty articles is it from? Share right, by a linear map (ridge)."""
    largest = np.argsort(-np.bincount(read_from))[:ARTICLES]
    (X, y), (Z, z) = (
        (pooled(model, ids[mine], causal), np.asarray(where)[mine])
        for ids, where in ((read, read_from), (kept, kept_from))
        for mine in (np.isin(where, largest),)
    )
    centre, spread = X.mean(0), X.std(0) + 1e-6
    X, Z = (X - centre) / spread, (Z - centre) / spread
    Y = (y[:, None] == largest).astype(float)
    W = np.linalg.solve(X.T @ X + RIDGE * len(X) / 100 * np.eye(X.shape[1]), X.T @ (Y - Y.mean(0)))
    return float((largest[(Z @ W + Y.mean(0)).argmax(1)] == z).mean())


def pooled(model: Reader, ids: Int[np.ndarray, "N T"], causal: bool) -> Float[np.ndarray, "N D"]:
    """The mean over a window's states."""
    parts = [model.states(*intact(part, causal)).mean(1) for part in np.array_split(ids, max(len(ids) // 256, 1))]
    return torch.cat(parts).numpy().astype(float)


def cloze(model: Reader, kept: Int[np.ndarray, "M T"], mask: int, unknown: int) -> dict[str, float]:
    """One known word in the middle of each window hidden: nats, and the share guessed right."""
    T = kept.shape[1]
    known = kept[kept[:, T // 2] != unknown]
    shown = known.copy()
    shown[:, T // 2] = mask
    logits = model.name(model.states(*intact(shown, False))[:, T // 2])
    wanted = torch.from_numpy(known[:, T // 2])
    return {
        "cloze_nats": float(cross_entropy(logits, wanted)),
        "cloze": float((logits.argmax(-1) == wanted).float().mean()),
    }


def names_itself(model: Reader, kept: Int[np.ndarray, "M T"], unknown: int, causal: bool) -> float:
    """Nothing hidden: the share of words that the output at their own place still names."""
    part = kept[:200]
    said = model.name(model.states(*intact(part, causal))).argmax(-1).numpy()
    return float((said == part)[part != unknown].mean())


@torch.no_grad()
def told(model: Reader, rows: Sequence[Row], labels: Sequence[int], pad: int) -> float:
    """The share of questions whose right label is the likeliest of all ``labels``."""
    ids, places, kinds, sees, targets, _ = batch(rows, pad)
    asked = targets != NOT_ASKED
    said = model.name(model.states(ids, places, kinds, sees)[asked])[:, list(labels)].argmax(-1)
    return float((torch.tensor(labels)[said] == targets[asked]).float().mean())
