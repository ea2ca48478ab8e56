"""The one training loop. It knows nothing of the topic: a model, a loss, batches, and somebody who listens.

On Hugging Face Accelerate, so the same call trains on a processor, a GPU, a Mac, or, started with
``accelerate launch``, on several GPUs or machines.
"""

from __future__ import annotations

import atexit
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState
from accelerate.utils import find_batch_size, send_to_device, slice_tensors
from jaxtyping import Float
from torch import Tensor, nn

from core.checkpoint import Checkpoint
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet, seeded

Precision = Literal["exact", "fast"]


def constant(progress: float) -> float:
    """The learning rate as given, from the first step to the last."""
    return 1.0


def warmup(share: float) -> Callable[[float], float]:
    """A schedule: up in a straight line for a share of the steps, then down to 0 in another."""
    return lambda progress: min(progress / share if share else 1.0, (1 - progress) / (1 - share))


def fit(
    model: nn.Module,
    loss_on: Callable[[nn.Module, Any], Tensor],
    batches: Iterable[Any],
    *,
    lr: float,
    steps: int | None = None,
    seed: int = 0,
    on_step: OnStep = quiet,
    schedule: Callable[[float], float] = constant,
    optimizer: Callable[..., torch.optim.Optimizer] = torch.optim.AdamW,
    clip: float | None = 1.0,
    device: str = "auto",
    precision: Precision = "exact",
    checkpoint: Path | None = None,
    every: int = 500,
    memory: dict[str, list] | None = None,
) -> Float[np.ndarray, " steps"]:
    """Train ``model`` in place and return the loss of every step; the model is left in eval mode.

    ``loss_on(model, batch)`` calls the model as ``model(…)`` and returns a mean over the batch's rows.
    ``batches`` are tensors, or tuples, lists or dicts of tensors, rows first. They are read again from the
    start when there are fewer than ``steps`` (default: all of them, once), and must then, and after an
    interruption, come in the same order; a shuffling DataLoader needs a generator of its own. Of several
    processes each takes its share of every batch's rows.

    ``schedule`` gives the factor on ``lr`` for a progress of 0 to 1. Gradients longer than ``clip`` are
    shortened to it. ``precision="fast"`` computes in bfloat16 and keeps the weights in float32. With
    ``checkpoint``, a folder, the training is kept there every so many steps and at the end; the same call
    goes on from there, on a processor bit for bit as if it had never stopped. ``memory`` is what the caller notes down
    meanwhile, lists of numbers and texts by name: it is kept beside the weights and filled again when it goes on.

    Raises:
        Trouble: ``training-diverged``, ``device-missing``, ``checkpoint-damaged``, ``checkpoint-mismatch``,
            ``disk-refused``.
        ValueError: batches that end too soon, or that do not divide among the processes.
    """
    steps = _count(batches) if steps is None else steps
    accelerator = _accelerator(device, precision)
    with seeded(seed + accelerator.process_index):
        whole = accelerator.prepare(model)
        rule = optimizer(model.parameters(), lr=lr)
        rates = [group["lr"] for group in rule.param_groups]
        kept = Checkpoint(checkpoint, model, rule, accelerator) if checkpoint else None
        losses = kept.load(memory) if kept else []
        stream = _endless(batches)
        deque(islice(stream, len(losses)), maxlen=0)  # go to where it stopped …
        if kept:
            kept.restore_dice()  # … and only then pick up the dice
        whole.train()
        for batch in islice(stream, max(0, steps - len(losses))):
            factor = schedule(len(losses) / steps)
            for group, rate in zip(rule.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            loss = loss_on(whole, send_to_device(_share(batch, accelerator), accelerator.device))
            rule.zero_grad()
            accelerator.backward(loss)
            if clip is not None:
                accelerator.clip_grad_norm_(model.parameters(), clip)
            rule.step()
            losses.append(_finite(_mean(loss, accelerator), len(losses), lr))
            if accelerator.is_main_process:
                on_step(Step(len(losses) / steps, {"loss": losses[-1], "lr": lr * factor}))
            if kept and (len(losses) % every == 0 or len(losses) == steps):
                kept.save(losses, memory)
        accelerator.unwrap_model(whole, keep_fp32_wrapper=False).eval()
    if len(losses) < steps:
        raise ValueError(f"batches ended after {len(losses)} of {steps} steps; give a list or a DataLoader")
    return np.array(losses[:steps])


def _accelerator(device: str, precision: Precision) -> Accelerator:
    # One process trains many times, on other devices and in other precisions; Accelerate means to be set once.
    AcceleratorState._reset_state(reset_partial_state=True)
    accelerator = Accelerator(cpu=device == "cpu", mixed_precision="bf16" if precision == "fast" else "no")
    if device not in ("auto", accelerator.device.type):
        found = accelerator.device.type
        raise Trouble("device-missing", f"There is no {device} here; train on {found}.", device=device, found=found)
    return accelerator


@atexit.register
def _leave() -> None:
    """Torch now and then aborts a process that ends while it still belongs to a group (SIGABRT)."""
    if torch.distributed.is_available() and torch.distributed.is_initialized():
        torch.distributed.destroy_process_group()


def _count(batches: Iterable[Any]) -> int:
    if not isinstance(batches, Sized):
        raise ValueError("these batches have no length: say how many steps to take")
    return len(batches)


def _endless(batches: Iterable[Any]) -> Iterator[Any]:
    """The batches again and again, until there are none left to read."""
    while True:
        fresh = iter(batches)
        first = next(fresh, None)
        if first is None:
            return
        yield first
        yield from fresh


def _share(batch: Any, accelerator: Accelerator) -> Any:
    """This process's rows: every n-th one."""
    n, rows = accelerator.num_processes, find_batch_size(batch)
    if n == 1:
        return batch
    if rows is None or rows % n:
        raise ValueError(f"a batch of {rows} rows cannot be shared out evenly among {n} processes")
    return slice_tensors(batch, slice(accelerator.process_index, None, n))


def _mean(loss: Tensor, accelerator: Accelerator) -> float:
    """The loss over all processes' rows."""
    mean: Tensor = accelerator.reduce(loss.detach(), "mean")  # pyright: ignore[reportAssignmentType]
    return mean.item()


def _finite(loss: float, step: int, lr: float) -> float:
    if not math.isfinite(loss):
        raise Trouble(
            "training-diverged",
            f"The loss was {loss} at step {step}: a smaller learning rate than {lr:g} usually helps.",
            step=step,
            lr=lr,
        )
    return loss
