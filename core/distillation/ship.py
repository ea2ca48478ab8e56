"""Teachers that are shipped: MiniLM's corrections for a corpus, with a card that says where they come from.

What a licence keeps from being passed on is tuned all the same and stays in the cache of whoever tuned it.
"""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path

import numpy as np

from core import cards, provenance, store
from core.distillation.measures import accuracy, calibration
from core.distillation.teacher import Hired, Tuning, ids_of, office, tuned
from core.distillation.texts import LICENCES, read
from core.runtime import OnStep, quiet

STEPS = 500  # of 16: every row once


def ship(corpus: str, on_step: OnStep = quiet) -> Path:
    """Tune a teacher and put it into its ``office``, ``assets/checkpoints`` if it may be shipped; the folder."""
    began, data = time.perf_counter(), read(corpus)
    tuning = Tuning(steps=STEPS)
    teacher, kept = tuned(ids_of(data.learnt), data.labels, data.classes, corpus, tuning, on_step=on_step)
    answers = teacher.answers(ids_of(data.held))
    half = {name: value.astype(np.float16) for name, value in kept.difference.items()}
    folder = office(corpus)
    store.save(folder, Hired(corpus, data.classes, tuning, half, kept.base))
    card = {
        "name": f"teacher-{corpus}",
        "what": "A teacher for distillation: low-rank corrections of MiniLM's queries and values, and a head.",
        "base": "minilm",
        "base_digest": kept.base,
        "data": {
            corpus: LICENCES.get(corpus, "not to be passed on"),
            "learnt": len(data.learnt),
            "held out": len(data.held),
        },
        "config": asdict(tuning),
        "metrics": {
            "accuracy": round(accuracy(answers, data.held_labels), 4),
            "ece": round(calibration(answers, data.held_labels).ece, 4),
        },
        "command": f"OBSERVATORY_DATA=… python -m core.distillation teach {corpus}",
        "code": provenance.code_version("core.distillation.ship"),
        "date": provenance.today(),
        "device": provenance.machine(),
        "seconds": round(time.perf_counter() - began, 1),
    }
    cards.write(folder, card)
    print(card["metrics"], card["seconds"], flush=True)
    return folder
