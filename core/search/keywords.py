"""Keywords by meaning: candidates near to the whole text, and not near to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from jaxtyping import Float

from core.text import language_of, tokenise
from core.topics.stopwords import STOP

SHORTEST = {"en": 3, "zh": 2}  # characters


Embed = Callable[[Sequence[str]], Float[np.ndarray, "N D"]]


def keywords(text: str, embed: Embed, k: int = 5, *, diversity: float = 0.5) -> tuple[tuple[str, float], ...]:
    """``k`` words of the text with their cosine to it, in the order in which they are chosen; stop words only where
    there are no others. ``embed`` gives vectors of length 1, such as ``Model.embed``.

    Source: Grootendorst 2020, KeyBERT. https://github.com/MaartenGr/KeyBERT
    """
    language = language_of(text)
    words = (token.text for token in tokenise(text) if token.is_word and not token.text[0].isdigit())
    long = [word for word in dict.fromkeys(map(str.lower, words)) if len(word) >= SHORTEST[language]]
    candidates = [word for word in long if word not in STOP] or long
    if not candidates:
        return ()
    vectors = embed([text, *candidates])
    chosen = diverse(vectors[0], vectors[1:], k, diversity)
    return tuple((candidates[at], float(vectors[0] @ vectors[1 + at])) for at in chosen)


def diverse(
    target: Float[np.ndarray, " D"], vectors: Float[np.ndarray, "N D"], k: int, diversity: float
) -> tuple[int, ...]:
    """Maximal marginal relevance: near to the target, far from what is chosen already; vectors of length 1.

    Each next one maximises ``(1 - diversity) · cosine to target - diversity · largest cosine to the chosen``.

    Source: Carbonell & Goldstein 1998, equation 1.
    """
    relevant, alike = vectors @ target, vectors @ vectors.T
    chosen = [int(relevant.argmax())] if len(vectors) and k else []
    while len(chosen) < min(k, len(vectors)):
        worth = (1 - diversity) * relevant - diversity * alike[:, chosen].max(1)
        worth[chosen] = -np.inf
        chosen.append(int(worth.argmax()))
    return tuple(chosen)
