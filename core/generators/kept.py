"""Trainings that were done before: studies and claims go on where they were stopped."""

from __future__ import annotations

import hashlib
import time

from core import store
from core.generators.api import train
from core.generators.run import Config, Run
from core.jobs.cache import default_folder
from core.provenance import code_version
from core.runtime import pick_device


def trained(data: str, config: Config, *, device: str = "cpu") -> tuple[Run, float]:
    """:func:`core.generators.train` and the seconds of a core that it took, kept by data, config and code."""
    name = f"{data} {config} {pick_device(device)} {code_version('core.generators.api')}"
    folder = default_folder() / "generators" / hashlib.sha256(name.encode()).hexdigest()[:20]

    def timed() -> tuple[Run, float]:
        began = time.process_time()
        run = train(data, config, device=device)
        return run, time.process_time() - began

    return store.once(folder, timed)
