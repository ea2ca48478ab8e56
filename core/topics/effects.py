"""Claims about topics as experiments: half of the recorded paragraphs, drawn anew for every seed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from jaxtyping import Float, Int

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.topics.config import Config
from core.topics.discover import flat
from core.topics.group import group
from core.topics.recorded import sample
from core.topics.stability import adjusted_rand

N = 1_000  # paragraphs a seed


def umap_first(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Does HDBSCAN find the articles better after UMAP than after PCA, both to five dimensions?

    Effect: adjusted Rand with the articles' titles, UMAP less PCA. Control: the same with the titles shuffled.
    """
    vectors, titles, dice = _drawn(seed)
    found = {}
    for at, reduction in enumerate(("umap", "pca", "none")):
        found[reduction] = _labels(vectors, Config(reduction=reduction, seed=seed))
        on_step(Step((at + 1) / 3))
    shuffled = dice.permutation(titles)
    scores = {name: adjusted_rand(labels, titles) for name, labels in found.items()}
    by_chance = adjusted_rand(found["umap"], shuffled) - adjusted_rand(found["pca"], shuffled)
    return Trial(scores["umap"] - scores["pca"], by_chance, scores)


def more_epochs(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Do 500 epochs of UMAP, its default for small data, give better groups than 100?

    Effect: adjusted Rand with the titles, 500 epochs less 100. Control: 100 epochs with another seed less 100.
    """
    vectors, titles, _ = _drawn(seed)
    short = Config(seed=seed)
    scores = {}
    for name, config in {
        "short": short,
        "long": replace(short, epochs=500),
        "other": replace(short, seed=seed + 1_000),
    }.items():
        scores[name] = adjusted_rand(_labels(vectors, config), titles)
        on_step(Step(len(scores) / 3))
    extras = {name: scores[name] for name in ("short", "long")}
    return Trial(scores["long"] - scores["short"], scores["other"] - scores["short"], extras)


def _drawn(seed: int) -> tuple[Float[np.ndarray, "N W"], Int[np.ndarray, " N"], np.random.Generator]:
    """Vectors and articles of the paragraphs of one seed."""
    dice = np.random.default_rng(seed)
    rows = dice.choice(len(sample().titles), N, replace=False)
    _, titles = np.unique(sample().titles, return_inverse=True)
    return sample().topics.vectors[rows], titles[rows], dice


def _labels(vectors: Float[np.ndarray, "N W"], config: Config) -> Int[np.ndarray, " N"]:
    return group(flat(vectors, config), config).labels
