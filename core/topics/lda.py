"""LDA as a training of its own, so that a page can put it in line with the others."""

from __future__ import annotations

from core.runtime import OnStep, quiet
from core.topics.bags import Bags
from core.topics.config import Gibbs
from core.topics.rivals import Rival, lda


def train(data: Bags, config: Gibbs, *, device: str = "auto", on_step: OnStep = quiet) -> Rival:
    """Collapsed Gibbs sampling; see ``core.topics.rivals.lda``."""
    return lda(data, config.C, alpha=config.alpha, sweeps=config.sweeps, seed=config.seed, on_step=on_step)
