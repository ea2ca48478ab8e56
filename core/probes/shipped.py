"""The probes that come with this program: maps for trees, learnt from treebanks whose licence lets us share them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float

from core import cards, store
from core.probes.config import Config
from core.probes.treebank import Treebank
from core.provenance import code_version, machine, today
from core.runtime import ASSETS

if TYPE_CHECKING:
    from core.probes.linear import Probes, Scaled
    from core.probes.structural import StructuralProbe

FOLDER = ASSETS / "checkpoints"


@dataclass(frozen=True, eq=False)
class Maps:
    """A structural probe for every layer of one model."""

    model: str
    B: Float[np.ndarray, "layers D rank"]  # of distances
    A: Float[np.ndarray, "layers D rank"]  # of depths

    def distances(self, h: Float[np.ndarray, "T D"], layer: int) -> Float[np.ndarray, "T T"]:
        """Squared distances of all pairs."""
        mapped = h @ self.B[layer].astype(np.float32)
        return ((mapped[:, None] - mapped[None]) ** 2).sum(-1)

    def depths(self, h: Float[np.ndarray, "T D"], layer: int) -> Float[np.ndarray, " T"]:
        """Squared lengths."""
        return ((h @ self.A[layer].astype(np.float32)) ** 2).sum(-1)


@dataclass(frozen=True, eq=False)
class Tags:
    """A part-of-speech probe for every layer of one model, the scaling of the vectors folded in."""

    model: str
    labels: tuple[str, ...]
    weight: Float[np.ndarray, "layers D C"]
    bias: Float[np.ndarray, "layers C"]

    def shares(self, vectors: Float[np.ndarray, "layers T D"]) -> Float[np.ndarray, "layers T C"]:
        """Probabilities of the labels, in every layer."""
        scores = vectors.astype(np.float32) @ self.weight.astype(np.float32) + self.bias[:, None].astype(np.float32)
        powers = np.exp(scores - scores.max(-1, keepdims=True))
        return powers / powers.sum(-1, keepdims=True)


@cache
def maps(model: str) -> Maps:
    """The probe of ``"minilm"`` or ``"zh-char"``."""
    return store.load(FOLDER / f"probe-{model}")


@cache
def tags(model: str) -> Tags:
    """The parts of speech of ``"minilm"``."""
    return store.load(FOLDER / f"probe-{model}-upos")


def known(model: str) -> bool:
    """Whether there is one."""
    return (FOLDER / f"probe-{model}").exists()


def card(model: str) -> dict:
    """Where it comes from."""
    return cards.read(FOLDER / f"probe-{model}")


def ship(
    model: str, probe: StructuralProbe, config: Config, learn: Treebank, test: Treebank, scores: dict[str, np.ndarray]
) -> None:
    """Keep the maps in half precision, with a card.

    Raises:
        ValueError: the treebank may not be shared, and neither may what is learnt from it.
    """
    B, A = (each.detach().numpy().astype(np.float16) for each in (probe.B, probe.A))
    what = f"structural probes (distances and depths) for every layer of {model}"
    _keep(f"probe-{model}", Maps(model, B, A), what, f"tree-{model}", config, learn, test, scores)


def ship_tags(
    model: str,
    labels: tuple[str, ...],
    probes: Probes,
    scale: Scaled,
    config: Config,
    learn: Treebank,
    test: Treebank,
    scores: dict[str, np.ndarray],
) -> None:
    """The same for parts of speech."""
    weight = probes.weight.detach().numpy() / scale.spread.swapaxes(1, 2)
    bias = probes.bias.detach().numpy()[:, 0] - (scale.mean @ weight)[:, 0]
    kept = Tags(model, labels, weight.astype(np.float16), bias.astype(np.float16))
    what = f"part-of-speech probes for every layer of {model}"
    _keep(f"probe-{model}-upos", kept, what, "task-upos", config, learn, test, scores)


def _keep(name: str, kept: object, what: str, piece: str, config: Config, learn: Treebank, test: Treebank, scores):
    if not learn.shared:
        raise ValueError(f"{learn.name} is {learn.licence}: probes learnt from it are not shipped")
    folder = FOLDER / name
    store.save(folder, kept)
    about = {
        "name": name,
        "what": what,
        "data": f"UD {learn.name}, {len(learn.sentences)} sentences, {learn.licence}",
        "tested on": f"UD {test.name}, {len(test.sentences)} sentences",
        "config": {"rank": config.rank, "epochs": config.epochs, "lr": config.lr, "B": config.B},
        "seed": config.seed,
        "metrics": {key: [round(float(each), 4) for each in row] for key, row in scores.items()},
        "command": f"OBSERVATORY_DATA=… python -m core.probes study {piece}",
        "code": code_version("core.probes.study"),
        "date": today(),
        "device": machine(),
    }
    cards.write(folder, about)
