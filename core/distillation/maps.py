"""One held-out sentence through the teacher and two students: who looks at whom, recorded for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Int

from core import runtime, store

SENTENCE = "play some jazz from the nineties on spotify"
STUDENTS = ("labels", "tinybert", "minilm")


@dataclass(frozen=True, eq=False)
class Maps:
    """Attention in percent, the mean over the heads: a row looks at the columns."""

    sentence: str
    pieces: tuple[str, ...]
    teacher: Int[np.ndarray, "L T T"]
    students: Mapping[str, np.ndarray]  # method → (M, T, T), seed 0
    date: str
    machine: str
    code: str


@cache
def recorded() -> Maps:
    """What :func:`record` kept."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / "maps")


def record() -> None:
    """Put the sentence to the teacher and to the students of the study, as they were trained."""
    from dataclasses import replace

    import torch

    from core.distillation.effects import BASE, CORPUS
    from core.distillation.kept import trained
    from core.distillation.learn import finished
    from core.distillation.students import Seen, as_input
    from core.distillation.teacher import body, hired, ids_of
    from core.distillation.texts import lesson
    from core.provenance import stamp

    def percent(seen: Seen) -> np.ndarray:
        return np.stack([np.round(100 * each[0].mean(0).numpy()).astype(np.int8) for each in seen.maps])

    teacher, taught = hired(CORPUS)[0], lesson(CORPUS)
    rows = as_input(torch.from_numpy(ids_of([SENTENCE])))
    pieces = tuple(body().tokenizer.convert_ids_to_tokens(rows[0].tolist()))
    runs = {method: trained(CORPUS, replace(BASE, method=method), device="cpu") for method in STUDENTS}
    students = {}
    with torch.inference_mode():
        theirs = percent(teacher(rows))
        for method, run in runs.items():
            students[method] = percent(finished(run, taught)(rows))
    value = Maps(SENTENCE, pieces, theirs, students, **stamp("core.distillation.maps"))
    store.save(runtime.ASSETS / "recorded" / "distillation" / "maps", value)
