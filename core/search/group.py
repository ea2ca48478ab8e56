"""Pairs and groups, from nothing but vectors of length 1."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float


def paraphrases(
    vectors: Float[np.ndarray, "N D"], k: int = 20, *, chunk: int = 1024
) -> tuple[tuple[float, int, int], ...]:
    """The ``k`` most alike pairs as (cosine, i, j) with i < j, best first; N² cosines, ``chunk`` rows at a time."""
    best: list[tuple[float, int, int]] = []
    for start in range(0, len(vectors), chunk):
        cosines = vectors[start : start + chunk] @ vectors.T
        i, j = np.nonzero(np.arange(len(vectors)) > np.arange(start, start + len(cosines))[:, None])
        values = cosines[i, j]
        top = np.argpartition(-values, min(k, len(values)) - 1)[:k] if len(values) else []
        best += [(float(values[at]), start + int(i[at]), int(j[at])) for at in top]
        best = sorted(best, key=lambda pair: (-pair[0], pair[1:]))[:k]
    return tuple(best)


def communities(
    vectors: Float[np.ndarray, "N D"], threshold: float = 0.6, smallest: int = 3
) -> tuple[tuple[int, ...], ...]:
    """Groups of at least ``smallest`` texts whose cosine to a central one is ``threshold`` or more; largest first.

    Every text is offered as a centre; the largest group is taken, its members are gone, and so on. The centre
    stands first, the others by closeness. Texts in no group stay alone.
    """
    cosines = vectors @ vectors.T
    near = [np.nonzero(row >= threshold)[0] for row in cosines]
    free, found = np.ones(len(vectors), dtype=bool), []
    for centre in sorted(range(len(vectors)), key=lambda at: -len(near[at])):
        members = [int(at) for at in near[centre] if free[at]]
        if free[centre] and len(members) >= smallest:
            members.sort(key=lambda at: (at != centre, -cosines[centre, at]))
            free[members] = False
            found.append(tuple(members))
    return tuple(sorted(found, key=lambda group: (-len(group), group)))
