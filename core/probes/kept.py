"""What a study reads and measures, kept in the cache folder: one that was stopped goes on where it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np

from core import store
from core.jobs.cache import default_folder
from core.probes import recorded
from core.probes.config import Config
from core.probes.features import Features, read
from core.probes.tasks import exchanged
from core.probes.training import named
from core.probes.treebank import Treebank, load, portion

LEARN = 2000  # sentences
TREE = Config(task="tree", epochs=8, lr=1e-2)
BANKS = {"minilm": ("ewt-train", "ewt-test"), "zh-char": ("gsdsimp-dev", "gsdsimp-test")}
ENTITIES = ("conll03-train", "conll03-test")


@lru_cache(maxsize=4)
def states(model: str, bank: str, n: int, exchange: bool = False) -> Features:
    """What a model says of the first ``n`` sentences of a bank, from the cache folder where it was read before."""
    _home().mkdir(parents=True, exist_ok=True)
    file = _home() / f"{model.replace(':', '-')}-{bank}-{n}{'-exchanged' if exchange else ''}.npz"
    if file.exists():
        kept = np.load(file)
        return Features(kept["vectors"], kept["starts"])
    sentences = portion(load(bank), n).sentences
    words = [each for each, _ in exchanged(sentences, 0)] if exchange else [each.words for each in sentences]
    found = read(named(model), words)
    np.savez(file, vectors=found.vectors, starts=found.starts)
    return found


def once(name: str, measure: Callable[[], np.ndarray]) -> tuple[np.ndarray, float]:
    """What was measured, before or now, and how many seconds it took: a study that was stopped goes on where it was."""

    def timed() -> tuple[np.ndarray, float]:
        began = time.perf_counter()
        return measure(), time.perf_counter() - began

    return store.once(_home() / name.replace(":", "-"), timed)


def _home() -> Path:
    return default_folder() / "probes"


def banks(model: str, task: str = "") -> tuple[Treebank, Treebank]:
    """What is learnt from, and what is tested on."""
    learn, test = ENTITIES if task == "entity" else BANKS[model]
    few = task in ("entity", "order")
    return portion(load(learn), LEARN), portion(load(test), LEARN // 2 if few else 2 * LEARN)


def pair(reader: str, task: str, learn: Treebank, test: Treebank) -> tuple[Features, Features]:
    """What a model says of both sides of a task."""
    one, two = (states(reader, each.name, len(each.sentences), task == "order") for each in (learn, test))
    return one, two


def about(module: str, model: str, learn: Treebank, test: Treebank, seeds: int, epochs: int, seconds: float):
    """Where the numbers of a study come from."""
    return recorded.about(
        module,
        model=model,
        data=f"{learn.name}, {test.name} ({learn.licence})",
        sentences=(len(learn.sentences), len(test.sentences)),
        seeds=seeds,
        epochs=epochs,
        seconds=round(seconds, 1),
    )
