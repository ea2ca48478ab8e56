"""A training from a page: seconds, one seed."""

from __future__ import annotations

from pathlib import Path

from core.positions.study import Config, Run, text
from core.runtime import OnStep, quiet


def live(
    data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet, checkpoint: Path | None = None
) -> Run:
    """``core.positions.train.train`` on the excerpt; ``data`` names the only text there is, ``wikipedia-sample``."""
    from core.positions.train import train

    return train(text(), config, device=device, on_step=on_step, checkpoint=checkpoint)
