"""What do the layers of a frozen model know? Small probes, each with the control that could prove it wrong.

    run = train("own-en", Config(task="upos", layer=3), model="minilm")
    run.score, run.baseline

``treebank``    sentences with their trees (CoNLL-U)      ``tasks``   labels, and control tasks that mean nothing
``linear``      softmax regressions on every layer        ``scalar_mix``  a probe that mixes the layers
``structural``  trees in squared distances                ``trees``   minimum spanning trees, UUAS, baselines
``mdl``         bits to send the labels                   ``heads``   attention heads that follow a relation

Hewitt & Manning 2019, https://aclanthology.org/N19-1419/; Hewitt & Liang 2019, https://arxiv.org/abs/1909.03368
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from core.probes.config import TASKS, Config, Run
from core.probes.treebank import Sentence, Treebank, load, tree_distances
from core.probes.trees import mst, rank_correlation

if TYPE_CHECKING:
    from core.probes.structural import StructuralProbe as StructuralProbe
    from core.probes.training import train as train

_LATER = {"train": "core.probes.training", "StructuralProbe": "core.probes.structural"}  # these bring torch

__all__ = ["TASKS", "Config", "Run", "Sentence", "Treebank", "load", "mst", "rank_correlation", "tree_distances"]


def __getattr__(name: str):
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"core.probes has no {name!r}")
