"""Trainings that a page starts: the text by name, so that the job carries no copy of it."""

from __future__ import annotations

from core.runtime import OnStep, quiet
from core.word2vec.texts import named
from core.words import context2vec, nnlm, ranking


def train_nnlm(name: str, config: nnlm.Config, *, on_step: OnStep = quiet) -> nnlm.Run:
    """``nnlm.train`` on a corpus of ``core.word2vec.texts.CORPORA``."""
    return nnlm.train(named(name), config, device="cpu", on_step=on_step)


def train_ranking(name: str, config: ranking.Config, *, on_step: OnStep = quiet) -> ranking.Run:
    """``ranking.train`` on a corpus of ``core.word2vec.texts.CORPORA``."""
    return ranking.train(named(name), config, device="cpu", on_step=on_step)


def train_context2vec(name: str, config: context2vec.Config, *, on_step: OnStep = quiet) -> context2vec.Run:
    """``context2vec.train`` on a corpus of ``core.word2vec.texts.CORPORA``."""
    return context2vec.train(named(name), config, device="cpu", on_step=on_step)
