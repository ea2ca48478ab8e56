"""Sentences on a sphere: what makes directions good, and how contrastive learning gets there.

``alignment``, ``uniformity``, ``random_cosine``, ``iso_score``   measures, by definition (Wang & Isola 2020)
``info_nce``   the loss; ``train`` tunes a language model with it, unsupervised or supervised (Gao et al. 2021)
``whiten``     the alternative without training (Su et al. 2021); ``flow`` bends as well (Li et al. 2020)
``objectives`` SBERT's three losses (Reimers & Gurevych 2019); ``sbert`` trains with them
``move``       the same on a circle or sphere of free points

Importing this loads no torch; ``info_nce`` and ``train`` bring it when they are first asked for.
"""

from typing import TYPE_CHECKING, Any

from core.simcse.measures import alignment, iso_score, random_cosine, spectrum, uniformity, unit
from core.simcse.sphere import Moved, Sphere, move
from core.simcse.whitening import Whitening, whiten, whitening

if TYPE_CHECKING:
    from core.simcse.loss import info_nce
    from core.simcse.train import Config, Run, train

_LATER = {"info_nce": "core.simcse.loss", "Config": "core.simcse.config", "Run": "core.simcse.config"}
_LATER |= {"train": "core.simcse.train"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)


__all__ = [
    "Config",
    "Moved",
    "Run",
    "Sphere",
    "Whitening",
    "alignment",
    "info_nce",
    "iso_score",
    "move",
    "random_cosine",
    "spectrum",
    "train",
    "uniformity",
    "unit",
    "whiten",
    "whitening",
]
