"""Born-again networks: who is taught by whom, on which rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.distillation import generations
from core.distillation.descent import Line
from core.distillation.digits import lesson
from core.distillation.generations import descend, line


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "STEPS", 12)


def test_the_first_has_no_teacher_and_each_later_one_hears_the_one_before() -> None:
    whole = lesson()
    part = replace(
        whole, inputs=whole.inputs[:40], labels=whole.labels[:40], answers=np.full((40, 10), np.nan, np.float32)
    )
    runs = list(line(part, Line(generations=2), taught=True, device="cpu"))  # NaN: nobody may hear the large teacher
    assert [run.config.method for run in runs] == ["labels", "soft", "soft"]
    assert all(np.isfinite(run.logits).all() for run in runs) and len({run.config.seed for run in runs}) == 3
    alone = list(line(part, Line(generations=2), taught=False, device="cpu"))
    assert [run.config.method for run in alone] == ["labels"] * 3
    assert alone[0].losses.tolist() == runs[0].losses.tolist()


def test_lines_and_controls_begin_alike() -> None:
    heard: list[float] = []
    asked = Line(generations=1, rows=50)
    found = descend("digits", asked, seeds=2, device="cpu", on_step=lambda step: heard.append(step.progress))
    assert found.taught.shape == found.alone_together.shape == (2, 2) and heard[-1] == pytest.approx(1)
    assert found.taught[:, 0].tolist() == found.alone[:, 0].tolist() == found.taught_together[:, 0].tolist()
    assert found.parameters == 64 * 256 + 256 + 256 * 256 + 256 + 2560 + 10
