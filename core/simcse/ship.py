"""The Chinese sentence encoder that is shipped: ``zh-char`` after unsupervised SimCSE, in half precision."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from core import provenance, runtime
from core.masking.texts import LICENCES
from core.models import load
from core.runtime import OnStep, quiet
from core.simcse.plain import BASES, rows, tune
from core.simcse.sts import gold
from core.store import replacing

NAME = "zh-simcse"
SOURCES = ("zhwiki", "cmrc", "tatoeba-zh")
STEPS, MEASURES = 400, 4


def ship(steps: int = STEPS, on_step: OnStep = quiet) -> Path:
    """Train it and put it into ``assets/checkpoints`` with its card; the folder."""
    dev = gold("zh", "dev")
    with TemporaryDirectory() as scratch:
        run = tune("dropout", dev, language="zh", steps=steps, measures=MEASURES, keep=Path(scratch), on_step=on_step)
        tuned = load(Path(scratch))
    card = {
        "name": NAME,
        "what": "Chinese sentences as vectors (mean of the last layer): zh-char after unsupervised SimCSE.",
        "base": BASES["zh"],
        "base_digest": run.digest,
        "data": {source: LICENCES[source] for source in SOURCES} | {"sentences": len(rows("dropout", "zh"))},
        "config": asdict(run.config),
        "metrics": {
            "set": dev.name,
            "after steps": run.at.tolist(),
            "spearman": run.spearman.round(4).tolist(),
            "alignment": run.alignment.round(4).tolist(),
            "uniformity": run.uniformity.round(4).tolist(),
        },
        "command": "OBSERVATORY_DATA=… python -m core.simcse ship",
        "code": provenance.code_version("core.simcse.ship"),
        "date": provenance.today(),
        "device": provenance.machine(),
    }
    folder = runtime.ASSETS / "checkpoints" / NAME
    with replacing(folder) as new:
        tuned.tokenizer.save_pretrained(new)
        tuned.module.half().save_pretrained(new)
        (new / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder
