"""Recorded runs, so that the pages need neither torch nor patience.

``python -m core.generators plane`` records them again; ``plane NAME …`` some shapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.generators.records import Drawn, Game, Prices, Real, Targets
from core.generators.run import FAMILIES, Family, Loss, Run

COMMAND = "python -m core.generators"
SEEDS = 5
FEW = (2, 4, 8, 16, 32, 64, 100)  # steps of a sampler
FOLDER = "generators"
SHELF = 200  # points in a kept picture


@dataclass(frozen=True, eq=False)
class Plane:
    """One shape, all families, all seeds, under the whole ruler."""

    shape: str
    n: int  # points in every heap that was measured
    values: Mapping[str, Mapping[str, Float[np.ndarray, " seeds"]]]  # family → measure → seeds
    floor: Mapping[str, Float[np.ndarray, " pairs"]]  # measure → pairs of real heaps
    samples: Mapping[str, Int[np.ndarray, "n 2"]]  # family → points of seed 0, in thousandths
    real: Int[np.ndarray, "n 2"]  # in thousandths
    steps: Mapping[str, Float[np.ndarray, "seeds few"]]  # sampler → distance after so many steps, see FEW
    training: int  # steps
    parameters: Mapping[str, int]
    date: str
    machine: str
    code: str
    seconds: float


def shapes() -> tuple[str, ...]:
    """The shapes with a record."""
    order = ("moons", "ring", "spiral", "rings", "grid", "line")
    return tuple(name for name in order if (_folder(f"plane-{name}")).exists())


def runs() -> tuple[str, ...]:
    """The shapes whose networks of seed 0 are kept."""
    return tuple(name for name in shapes() if _folder(f"run-{name}-ddpm").exists())


@cache
def plane(shape: str) -> Plane:
    """The ruler on one shape."""
    return store.load(_folder(f"plane-{shape}"))


@cache
def kept(shape: str, family: str) -> Run:
    """The run of seed 0."""
    return store.load(_folder(f"run-{shape}-{family}"))


def sets() -> tuple[str, ...]:
    """The sets of pictures with a record."""
    return tuple(name for name in ("digits", "fashion") if _folder(drawn(name, "real")).exists() and families(name))


def families(name: str) -> tuple[Family, ...]:
    """The families with a record on these pictures."""
    return tuple(family for family in FAMILIES if _folder(drawn(name, family)).exists())


def drawn(name: str, family: str) -> str:
    """The name of a record of pictures."""
    return f"pictures-{name}-{family}"


@cache
def real(name: str) -> Real:
    """Real against real."""
    return store.load(_folder(drawn(name, "real")))


@cache
def of_family(name: str, family: str) -> Drawn:
    """What a family draws."""
    return store.load(_folder(drawn(name, family)))


def contests() -> tuple[str, ...]:
    """The shapes on which every game of a GAN was recorded."""
    return tuple(name for name in shapes() if all(_folder(played(name, loss)).exists() for loss in get_args(Loss)))


def played(shape: str, loss: str) -> str:
    """The name of a record of a game."""
    return f"game-{shape}-{loss}"


@cache
def game(shape: str, loss: str) -> Game:
    """One game of a GAN through the training."""
    return store.load(_folder(played(shape, loss)))


@cache
def latent():
    """AE and VAE on digits: a ``core.generators.latent.Latent``."""
    return store.load(_folder("latent"))


@cache
def prices() -> Prices:
    """A VAE at every β."""
    return store.load(_folder("prices"))


def named() -> tuple[str, ...]:
    """The schedules on which it was recorded what comes of naming the noise, the picture or the mixture."""
    return tuple(targets().far) if _folder("targets").exists() else ()


@cache
def targets() -> Targets:
    """What the network names, on every schedule."""
    return store.load(_folder("targets"))


@cache
def by_class():
    """Diffusion of digits by class: a ``core.generators.digits_study.Digits``."""
    return store.load(_folder("digits"))


def keep(name: str, value: object) -> None:
    """Write one record."""
    store.save(_folder(name), value)


def halved(run: Run) -> Run:
    """With weights in two bytes, losses and pictures thinned out: for the shelf."""
    thin = max(1, run.losses.shape[1] // 400)
    weights = {name: value.astype(np.float16) for name, value in run.weights.items()}
    return replace(run, weights=weights, losses=run.losses[:, ::thin].astype(np.float32), frames=run.frames[:, :SHELF])


def _folder(name: str):
    return runtime.ASSETS / "recorded" / FOLDER / name
