"""Students that are shipped, so that a typed sentence can be put to them and to their teacher at once."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from torch import nn

from core import cards, provenance, runtime, store
from core.distillation.lesson import Config
from core.distillation.measures import accuracy
from core.distillation.students import as_input, build
from core.distillation.teacher import hired, ids_of, small_table
from core.distillation.texts import LICENCES, read
from core.errors import Trouble

UNKNOWN = 100  # the id of [UNK]
LONGEST = 600  # characters


@dataclass(frozen=True, eq=False)
class Pupil:
    """One student."""

    config: Config
    accuracy: float  # on the held-out rows
    weights: Mapping[str, np.ndarray]  # half precision


@dataclass(frozen=True, eq=False)
class Form:
    """All students of one teacher that are shipped."""

    corpus: str
    classes: tuple[str, ...]
    pupils: tuple[Pupil, ...]


@dataclass(frozen=True, eq=False)
class Answered:
    """A sentence, and what everybody says to it; the teacher first."""

    classes: tuple[str, ...]
    configs: tuple[Config | None, ...]  # None: the teacher
    logits: Float[np.ndarray, "K C"]
    milliseconds: tuple[float, ...]
    tokens: int
    unknown: float  # share of the pieces that MiniLM does not know


def ask(corpus: str, text: str) -> Answered:
    """Put one sentence to the teacher and to its students.

    Raises:
        Trouble: ``text-empty``, ``distill-teacher``.
    """
    text = text.strip()[:LONGEST]
    if not text:
        raise Trouble("text-empty", "There is nothing to read yet: type a sentence.")
    teacher, about = hired(corpus)
    everybody: list[tuple[Config | None, nn.Module]] = [(None, teacher), *students(corpus)]
    ids = ids_of([text])
    rows = as_input(torch.from_numpy(ids))
    logits, times = [], []
    with torch.inference_mode():
        for _, network in everybody:
            network(rows)  # once for nothing: the first call is never the fair one
            began = time.perf_counter()
            logits.append(network(rows).logits[0].numpy())
            times.append(1000 * (time.perf_counter() - began))
    inner = ids[0][ids[0] != 0][1:-1]
    unknown = float((inner == UNKNOWN).mean()) if len(inner) else 0.0
    configs = tuple(config for config, _ in everybody)
    return Answered(about.classes, configs, np.stack(logits), tuple(times), len(inner) + 2, unknown)


@lru_cache(maxsize=2)
def students(corpus: str) -> list[tuple[Config | None, nn.Module]]:
    """The shipped students of a corpus, ready to answer."""
    form = shipped(corpus)
    found: list[tuple[Config | None, nn.Module]] = []
    for pupil in form.pupils:
        network = build(pupil.config.student, len(form.classes), small_table())
        network.load_state_dict(
            {name: torch.from_numpy(value.astype(np.float32)) for name, value in pupil.weights.items()}
        )
        found.append((pupil.config, network.eval().requires_grad_(False)))
    return found


@cache
def shipped(corpus: str) -> Form:
    """The students of a corpus that are shipped."""
    return store.load(runtime.ASSETS / "checkpoints" / f"students-{corpus}")


def ship(corpus: str, configs: tuple[Config, ...]) -> Path:
    """Teach these students, or find them taught, and put them into ``assets/checkpoints`` with a card."""
    from core.distillation.kept import trained

    data, pupils = read(corpus), []
    for config in configs:
        run = trained(corpus, config, device="cpu")
        half = {name: value.astype(np.float16) for name, value in run.weights.items()}
        pupils.append(Pupil(config, accuracy(run.logits, data.held_labels), half))
    folder = runtime.ASSETS / "checkpoints" / f"students-{corpus}"
    store.save(folder, Form(corpus, data.classes, tuple(pupils)))
    card = {
        "name": f"students-{corpus}",
        "what": "Small students of text: alone and taught. Their word vectors are MiniLM's, along 96 directions.",
        "teacher": f"teacher-{corpus}",
        "data": {corpus: LICENCES[corpus], "learnt": len(data.learnt), "held out": len(data.held)},
        "configs": [asdict(each.config) for each in pupils],
        "metrics": {f"{each.config.student} {each.config.method}": round(each.accuracy, 4) for each in pupils},
        "command": f"OBSERVATORY_DATA=… python -m core.distillation students {corpus}",
        "code": provenance.code_version("core.distillation.pupils"),
        "date": provenance.today(),
        "device": provenance.machine(),
    }
    cards.write(folder, card)
    return folder
