"""Discovery in the shape of a training, for ``core.jobs``."""

from __future__ import annotations

from core.runtime import OnStep, quiet
from core.topics.config import Config
from core.topics.discover import discover
from core.topics.topics import Topics


def train(data: list[str], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Topics:
    """See ``core.topics.discover``."""
    return discover(data, config, drawn=True, on_step=on_step)
