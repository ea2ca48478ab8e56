"""The recorded study: UD English-EWT with MiniLM and with random weights, piece by piece, each a few minutes."""

from __future__ import annotations

from collections.abc import Callable

from core.probes.config import TASKS
from core.probes.kept import banks, states
from core.probes.pictures import ask, first, phrases
from core.probes.study_labels import code, mix, task
from core.probes.study_trees import composition, heads, tree
from core.probes.training import RANDOM


def reading(model: str = "minilm") -> None:
    """Read everything that the trees and the word-level tasks need, and keep it."""
    for reader in (model, RANDOM + model):
        for each in banks(model):
            print(reader, each.name, states(reader, each.name, len(each.sentences)).vectors.shape, flush=True)


PIECES: dict[str, Callable[[], None]] = {
    "read": reading,
    "tree-minilm": tree,
    **{f"task-{name}": (lambda name=name: task(name)) for name, kind in TASKS.items() if kind != "tree"},
    **{f"mix-{name}": (lambda name=name: mix(name)) for name in ("upos", "relation", "tense", "number", "entity")},
    "code-upos": code,
    "heads-minilm": heads,
    "composition-minilm": composition,
    "own-minilm": first,
    "asked": ask,
    "phrases": phrases,
    "read-zh": lambda: reading("zh-char"),
    "tree-zh-char": lambda: tree("zh-char", 3),
    "own-zh-char": lambda: first("zh-char", "own-zh"),
}
