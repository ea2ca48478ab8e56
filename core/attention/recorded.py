"""Recorded runs: one real forward pass kept on disk, so that the first picture needs no torch.

``python -m core.attention`` records them again.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from core import store
from core.attention.maps import AttentionMaps

FOLDER = Path(__file__).parents[2] / "assets" / "recorded" / "attention"
COMMAND = "python -m core.attention"
TEXTS = {"pronoun": "The children slept because they were tired."}  # name of the run: what MiniLM read


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
