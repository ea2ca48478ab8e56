"""Trainings that misbehave, for a worker to survive."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from core.errors import Trouble
from core.runtime import OnStep, Step, quiet

kept = []


def quick(data, config, *, times: float = 1.0, on_step: OnStep = quiet) -> Step:
    """Over at once; says which process it was."""
    on_step(Step(0.5))
    return Step(1.0, {"pid": float(os.getpid()), "result": config * times}, data)


def until(data: str, config: int, *, on_step: OnStep = quiet) -> Step:
    """Goes on until the file ``data`` exists."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) if config == -1 else None
    if config == -2:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while not Path(data).exists():
        pids = {"pid": float(os.getpid()), "child": float(child.pid if child else 0)}
        on_step(Step(0.25, pids, np.full(3, 7.0)))
        time.sleep(0.01)
    return Step(1.0, {"config": float(config)})


def trouble(data, config, *, on_step: OnStep = quiet) -> Step:
    raise Trouble("too-small", "3 words are too few.", n=3, where=Path("corpus.txt"))


def crash(data, config, *, on_step: OnStep = quiet) -> Step:
    raise RuntimeError("a detail for the log")


def nothing_to_keep(data, config, *, on_step: OnStep = quiet) -> object:
    return object()


def chatty(data, config, *, on_step: OnStep = quiet) -> Step:
    for i in range(config):
        on_step(Step((i + 1) / config, {"i": float(i)}))
    return Step(1.0)


def noisy(data, config, *, on_step: OnStep = quiet) -> Step:
    """Writes where the answers would go, and reads where the requests come from."""
    print("noise", flush=True)
    os.write(1, b"noise")
    return Step(1.0, {"read": float(len(sys.stdin.read()))})


def hungry(data, config, *, on_step: OnStep = quiet) -> Step:
    """Leaves 300 MB behind."""
    kept.append(np.ones(300 * 2**17))
    return Step(1.0, {"pid": float(os.getpid())})


def learns(data: str, config: int, *, on_step: OnStep = quiet, checkpoint: Path | None = None) -> Step:
    """A real training of ``config`` steps, kept every five; step 40 waits until the file ``data`` exists."""
    import torch

    from core.fit import fit
    from core.runtime import seeded

    with seeded(3):
        model = torch.nn.Sequential(torch.nn.Linear(3, 7), torch.nn.Dropout(0.3), torch.nn.Linear(7, 2))
    x = torch.randn(11, 3, generator=torch.Generator().manual_seed(1))
    here = {"steps": 0}
    seen: dict[str, list] = {"losses": []}

    def loss_on(whole, batch):
        return whole(batch).square().mean()

    def heard(step: Step) -> None:
        here["steps"] += 1
        seen["losses"].append(step.metrics["loss"])
        on_step(Step(step.progress, {**step.metrics, "pid": float(os.getpid())}))
        while here["steps"] == 40 and not Path(data).exists():
            time.sleep(0.01)
            on_step(Step(step.progress, {**step.metrics, "pid": float(os.getpid())}))

    losses = fit(
        model,
        loss_on,
        [x],
        lr=0.05,
        steps=config,
        device="cpu",
        on_step=heard,
        checkpoint=checkpoint,
        every=5,
        memory=seen,
    )
    weights = torch.cat([each.detach().flatten() for each in model.parameters()]).numpy()
    same = float(seen["losses"] == losses.tolist())
    return Step(1.0, {"steps": float(here["steps"]), "same": same}, np.concatenate([weights, losses]))


def threads(data, config, *, on_step: OnStep = quiet) -> Step:
    return Step(1.0, {"threads": float(os.environ["OMP_NUM_THREADS"]), "nice": float(os.nice(0))})
