"""One word in many sentences: does its vector tell the meanings apart?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.masking.model import chosen
from core.models import Model


@dataclass(frozen=True, eq=False)
class Meanings:
    """The word's vector in every sentence, after one layer."""

    word: str
    sentences: tuple[str, ...]
    vectors: Float[np.ndarray, "N D"]
    cosines: Float[np.ndarray, "N N"]
    plane: Float[np.ndarray, "N 2"]  # the two directions in which they differ most
    kept: float  # share of their variance that the plane shows


def meanings(
    word: str, sentences: Sequence[str], model: Model | str | Path | None = None, layer: int | None = None
) -> Meanings:
    """The mean vector of the word's pieces in each sentence; ``layer`` 0 is before any layer, None the last.

    Raises:
        Trouble: ``word-absent``: a sentence does not hold the word; ``meanings-few``: fewer than three do.
    """
    if len(sentences) < 3:
        raise Trouble("meanings-few", f"{len(sentences)} sentences are too few for a map: give three or more.")
    model = chosen(word, model)
    wanted = model.tokenizer.backend_tokenizer.encode(word, add_special_tokens=False).ids
    vectors = []
    for sentence in sentences:
        ids = list(model.tokens(sentence).ids)
        at = next((s for s in range(len(ids)) if ids[s : s + len(wanted)] == wanted), None)
        if at is None:
            raise Trouble("word-absent", f"{word!r} does not stand in {sentence!r}.", word=word, sentence=sentence)
        states = model.hidden_states(sentence)[model.L if layer is None else layer]
        vectors.append(states[at : at + len(wanted)].mean(0))
    rows = np.stack(vectors)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    centred = rows - rows.mean(0)
    _, spread, axes = np.linalg.svd(centred, full_matrices=False)
    variance = spread**2
    return Meanings(
        word,
        tuple(sentences),
        rows,
        (rows / lengths) @ (rows / lengths).T,
        centred @ axes[:2].T,
        float(variance[:2].sum() / max(variance.sum(), 1e-12)),
    )
