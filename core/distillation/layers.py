"""Which layer teaches which: layers are numbered from 1, the last is the one below the answer.

Sources: Sun et al. 2019, PKD, section 3.2 (skip, last). https://arxiv.org/abs/1908.09355; Jiao et al. 2020, TinyBERT,
section 3.1 (uniform). https://arxiv.org/abs/1909.10351
"""

from __future__ import annotations

STRATEGIES = ("skip", "uniform", "last", "first")


def layer_map(teacher_layers: int, student_layers: int, strategy: str = "skip") -> tuple[int, ...]:
    """For each layer of the student the layer of the teacher that it learns from.

    ``skip`` (PKD) and ``uniform`` (TinyBERT) take every so many layers up to the top, ``last`` the top ones, ``first``
    the bottom ones: 12 layers teach 6 by 2 4 6 8 10 12, by 7 … 12, or by 1 … 6.

    Raises:
        ValueError: a student deeper than its teacher, no layers, or an unknown strategy.
    """
    N, M = teacher_layers, student_layers
    if not 1 <= M <= N:
        raise ValueError(f"a student of {M} layers cannot be mapped onto a teacher of {N}: it needs 1 to {N}")
    match strategy:
        case "skip" | "uniform":
            return tuple(m * N // M for m in range(1, M + 1))
        case "last":
            return tuple(range(N - M + 1, N + 1))
        case "first":
            return tuple(range(1, M + 1))
    raise ValueError(f"no strategy {strategy!r}; choose from {', '.join(STRATEGIES)}")
