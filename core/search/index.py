"""An index is a matrix: for ten thousand sentences one product with it is a few milliseconds, and exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float

from core.errors import Trouble

if TYPE_CHECKING:
    from core.models.model import Model


@dataclass(frozen=True)
class Hit:
    """One answer."""

    text: str
    score: float  # cosine
    at: int  # its place in the collection


@dataclass(frozen=True, eq=False)
class Index:
    """Texts and their vectors, of length 1."""

    texts: tuple[str, ...]
    vectors: Float[np.ndarray, "N D"]
    model: str

    def query(self, text: str, k: int = 10) -> tuple[Hit, ...]:
        """The ``k`` texts with the largest cosine to ``text``, best first; fewer where there are fewer.

        Raises:
            Trouble: ``text-empty``.
        """
        from core.models import common

        if not text.strip():
            raise Trouble("text-empty", "There is nothing to look for.")
        reader = _own[self.model] if self.model in _own else common(self.model)
        return self.nearest(reader.embed([text])[0], k)

    def nearest(self, vector: Float[np.ndarray, " D"], k: int = 10) -> tuple[Hit, ...]:
        """The ``k`` texts nearest to a vector of length 1."""
        cosines = self.vectors @ vector
        k = min(k, len(cosines))
        best = np.argpartition(-cosines, k - 1)[:k] if k else np.array([], int)  # sort k, not N
        best = best[np.argsort(-cosines[best], kind="stable")]
        return tuple(Hit(self.texts[at], float(cosines[at]), int(at)) for at in best)


def build(texts: Sequence[str], *, model: str | Model = "minilm") -> Index:
    """Embed ``texts`` once; repeats and empty ones are kept out.

    Raises:
        Trouble: ``collection-empty``, and whatever ``core.models.load`` raises.
    """
    from core.models import common

    once = tuple(dict.fromkeys(text for text in texts if text.strip()))
    if not once:
        raise Trouble("collection-empty", "There is no text to search in.")
    if isinstance(model, str):
        reader = common(model)
    else:
        reader = _own[model.name] = model
    return Index(once, reader.embed(once), reader.name)


_own: dict[str, Model] = {}  # models that were brought along, by name
