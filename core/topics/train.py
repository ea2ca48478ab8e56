"""Discovery in the shape of a training, for ``core.jobs``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.runtime import OnStep, Step, quiet, within
from core.topics.config import Config
from core.topics.discover import FEWEST, MOST, READ, arrange, discover, embed, reading_of
from core.topics.group import Groups
from core.topics.topics import Topics

How = Literal["zero", "guided"]


def train(
    data: list[str],
    config: Config,
    *,
    known: Sequence[int] = (),
    names: Sequence[str] = (),
    how: How = "zero",
    device: str = "auto",
    on_step: OnStep = quiet,
) -> Topics:
    """See ``core.topics.discover``; ``names`` are read like documents, and take some (``zero``) or pull (``guided``).

    Raises:
        Trouble: as ``discover``; ``topics-known``, there is not one known label, or -1, for each document.
    """
    if len(known) not in (0, len(data)):
        message = f"{len(known)} labels for {len(data)} documents: give one for each, -1 where it is not known."
        raise Trouble("topics-known", message, labels=len(known), n=len(data))
    more: dict[str, Any] = {"known": np.asarray(known, np.int64)} if len(known) else {}
    if names and FEWEST <= len(data) <= MOST:
        # At once: Chinese vectors are made of the words of all.
        vectors = embed([*data, *names], within(on_step, 0, READ[reading_of(data, config)]), config)
        more["embeddings"] = vectors[: len(data)]
        more["names" if how == "zero" else "subjects"] = vectors[len(data) :]
    return discover(data, config, drawn=True, on_step=on_step, **more)


def again(
    data: Float[np.ndarray, "N W"],
    config: Config,
    *,
    known: Sequence[int] = (),
    subjects: Float[np.ndarray, "S W"] | None = None,
    device: str = "auto",
    on_step: OnStep = quiet,
) -> tuple[Float[np.ndarray, "N D"], Groups]:
    """Vectors that were read before, laid out and grouped another way: their new space and their groups.

    ``known`` labels, -1 where not known, or vectors of ``subjects`` lead it, see ``core.topics.discover``.
    """
    told = np.asarray(known, np.int64) if len(known) else None
    space, groups, _ = arrange(data, config, known=told, subjects=subjects, on_step=on_step)
    on_step(Step(1.0))
    return space, groups
