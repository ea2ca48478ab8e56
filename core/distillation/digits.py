"""Eight by eight handwritten digits, a teacher that sees them shifted, and what it answers.

Half of scikit-learn's 1,797 images are learnt from, half are held out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core.distillation.lesson import Lesson
from core.distillation.soften import mean_answers

CLASSES = tuple("0123456789")
WIDE = (256, 256)  # hidden layers of the teacher
DROPOUT = 0.2
STEPS, BATCH = 700, 64


@cache
def images() -> tuple[Float[np.ndarray, "N 64"], Int[np.ndarray, " N"]]:
    """Brightness from 0 to 1, row by row, and the digits."""
    from sklearn.datasets import load_digits

    x, y = (np.asarray(each) for each in load_digits(return_X_y=True))
    order = np.random.default_rng(0).permutation(len(y))
    return (x[order] / 16).astype(np.float32), y[order].astype(np.int64)


@cache
def lesson(teachers: int = 1) -> Lesson:
    """The digits with the answers of a teacher, or of several: the logarithm of their mean probability."""
    x, y = images()
    half = len(y) // 2
    answers = mean_answers([teach(x[:half], y[:half], x, seed) for seed in range(teachers)])
    return Lesson("digits", CLASSES, x[:half], y[:half], answers[:half], x[half:], y[half:], answers[half:])


def teach(
    x: Float[np.ndarray, "N 64"], y: Int[np.ndarray, " N"], ask: Float[np.ndarray, "M 64"], seed: int
) -> Float[np.ndarray, "M C"]:
    """Train a wide network on images moved by up to one pixel, and return its logits for ``ask``."""
    import torch

    from core.distillation.losses import hard
    from core.distillation.students import Mlp
    from core.fit import fit
    from core.runtime import seeded

    dice = np.random.default_rng(seed)
    with seeded(seed):
        network = Mlp(WIDE, len(CLASSES), DROPOUT)
    batches = []
    for _ in range(STEPS):
        rows = dice.integers(len(y), size=BATCH)
        batches.append((torch.from_numpy(shifted(x[rows], dice)), torch.from_numpy(y[rows])))
    fit(network, lambda net, b: hard(net(b[0]).logits, b[1]), batches, lr=2e-3, seed=seed, device="cpu")
    with torch.inference_mode():
        return network(torch.from_numpy(ask)).logits.numpy()


def shifted(x: Float[np.ndarray, "B 64"], dice: np.random.Generator) -> Float[np.ndarray, "B 64"]:
    """Each image moved by -1, 0 or 1 pixel in both directions; what leaves is lost."""
    wide = np.pad(x.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    down, right = dice.integers(3, size=(2, len(x)))
    return np.stack([each[d : d + 8, r : r + 8] for each, d, r in zip(wide, down, right, strict=True)]).reshape(-1, 64)
