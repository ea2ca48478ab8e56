"""Students of text that were taught before: claims and the studies of the pages share their runs; a pause is free."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from core import store
from core.distillation.learn import train
from core.distillation.lesson import Config, Run
from core.jobs.cache import default_folder
from core.provenance import code_version
from core.runtime import OnStep, quiet


def trained(corpus: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """:func:`core.distillation.train`, kept by corpus, config and code; weights of the first seed only."""
    name = f"{corpus} {config} {code_version('core.distillation.learn', 'core.distillation.texts')}"
    folder = default_folder() / "distillation" / hashlib.sha256(name.encode()).hexdigest()[:20]

    def taught() -> Run:
        run = train(corpus, config, device=device, on_step=on_step)
        return run if config.seed == 0 else replace(run, weights={})

    return store.once(folder, taught)
