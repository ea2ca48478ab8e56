"""A set of the hub as long work, so that a page can wait for the network and give up."""

from __future__ import annotations

from dataclasses import dataclass

from core.runtime import OnStep, Step, quiet
from core.text import Corpus, load_corpus


@dataclass(frozen=True)
class Fetch:
    """Which columns and how many rows."""

    text: str = "text"
    label: str | None = None
    split: str = "train"
    limit: int = 2_000


def fetch(data: str, config: Fetch, *, device: str = "auto", on_step: OnStep = quiet) -> Corpus:
    """See ``core.text.load_corpus``."""
    on_step(Step(0.01))
    found = load_corpus(data, text=config.text, label=config.label, split=config.split, limit=config.limit)
    on_step(Step(1.0, {"documents": float(len(found.documents))}))
    return found
