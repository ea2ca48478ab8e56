"""Recorded runs: one real forward pass kept on disk, so that the first picture needs no torch.

``python -m core.attention`` records them again.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.attention.debate import Case, Pooled
from core.attention.explained import Ablation, Attribution, Faithfulness
from core.attention.hierarchy import Floors, Weighed
from core.attention.maps import AttentionMaps
from core.attention.statistics import HeadStatistics

FOLDER = runtime.ASSETS / "recorded" / "attention"
COMMAND = "python -m core.attention"
TEXTS = {  # name of the run: what MiniLM read
    "pronoun": "The children slept because they were tired.",
    "paraphrase": "The kids were asleep, for they were exhausted.",
}
MIXED = "The food was terrible but the music was great."
PAIR = (TEXTS["pronoun"], TEXTS["paraphrase"])


@dataclass(frozen=True, eq=False)
class Recorded:
    """A forward pass, and where it comes from."""

    text: str
    maps: AttentionMaps
    parameters: int
    flops: float  # of the forward pass
    digest: str  # sha256 of the weights
    date: str  # ISO
    machine: str
    versions: dict[str, str]


@dataclass(frozen=True, eq=False)
class Explained:
    """One sentence explained against another in every way, and the test of each."""

    text: str
    other: str
    found: Attribution
    curves: Faithfulness
    model: str
    date: str


@dataclass(frozen=True, eq=False)
class Surveyed:
    """Every head of the packaged model over our own sentences, and the same with random weights."""

    real: HeadStatistics
    random: HeadStatistics
    plane: Float[np.ndarray, "heads 2"]
    kept: float  # share of a head's ten nearest that are nearest in the plane, too
    data: str
    model: str
    date: str


@dataclass(frozen=True, eq=False)
class Debated:
    """The smallest model with attention, and the example under it."""

    pooled: Pooled
    text: str
    case: Case
    model: str
    date: str


@dataclass(frozen=True, eq=False)
class Documents:
    """Attention on two floors, and the example under it."""

    floors: Floors
    text: str
    case: Weighed
    model: str
    date: str


@dataclass(frozen=True, eq=False)
class Operated:
    """A sentence pair with every head switched off alone."""

    text: str
    other: str
    found: Ablation
    model: str
    date: str


def record_debate() -> None:
    """The small classifier, and the example under it."""
    from core.attention.debate import case, learn, vectors
    from core.models import load

    model = load()
    pooled = learn(model)
    kept = Debated(pooled, MIXED, case(pooled, *vectors(model, MIXED)), model.name, date.today().isoformat())
    store.save(FOLDER / "debated", kept)


def record_documents() -> None:
    """Attention on two floors, and the example under it."""
    from core.attention.debate import vectors
    from core.attention.hierarchy import EXAMPLE, cut, learn, weigh
    from core.models import load

    model = load()
    floors = learn(model)
    case = weigh(floors, [vectors(model, text) for text in cut(EXAMPLE)])
    kept = Documents(floors, EXAMPLE, case, model.name, date.today().isoformat())
    store.save(FOLDER / "documents", kept)


def record_more() -> None:
    """The survey of all heads, and the example explained and operated on."""
    from core.attention.attribution import attribute
    from core.attention.faithful import faithfulness
    from core.attention.statistics import head_statistics, neighbours_kept, plane
    from core.attention.surgery import each_head_similarity
    from core.models import load
    from core.models.scrambled import scrambled
    from core.probes.treebank import load as treebank

    model, day = load(), date.today().isoformat()
    texts = [each.text for each in treebank("own-en").sentences]
    real, random = (head_statistics(which.attention(text) for text in texts) for which in (model, scrambled(model)))
    at = plane(real.apart)
    data = f"own-en, {len(texts)} sentences, {real.rows} tokens"
    kept = neighbours_kept(real.apart, at)
    store.save(FOLDER / "survey", Surveyed(real, random, at, kept, data, model.name, day))
    text, other = PAIR
    found = attribute(model, text, other)
    curves = faithfulness(model, text, other, found.values)
    store.save(FOLDER / "explained", Explained(text, other, found, curves, model.name, day))
    store.save(FOLDER / "operated", Operated(text, other, each_head_similarity(model, text, other), model.name, day))


@cache
def more(name: str):
    """``"survey"``, ``"explained"`` or ``"operated"`` from disk."""
    return store.load(FOLDER / name)


def record(name: str) -> Recorded:
    """Read the text with the packaged MiniLM in fp32, and keep the run."""
    from core.models import load  # the only place here that needs torch

    model = load()
    text = TEXTS[name]
    maps = model.attention(text)
    run = Recorded(
        text=text,
        maps=maps,
        parameters=model.parameters,
        flops=model.flops(len(maps.source.ids)),
        digest=model.digest,
        date=date.today().isoformat(),
        machine=f"{platform.system()} {platform.machine()}, {model.device}",
        versions={package: version(package) for package in ("nlp-observatory", "torch", "transformers")},
    )
    store.save(FOLDER / name, run)
    return run


def recorded(name: str) -> Recorded:
    """The run on disk. Raises Trouble where it is missing or damaged, see :func:`core.store.load`."""
    return store.load(FOLDER / name)
