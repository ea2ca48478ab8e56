"""A training that can be put down and picked up: weights, optimizer, dice, losses, in one safetensors file."""

from __future__ import annotations

import hashlib
import json
import os
from itertools import chain
from pathlib import Path
from uuid import uuid4

import torch
from accelerate import Accelerator
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from core.errors import Trouble

NAME = "training.safetensors"


class Checkpoint:
    """What lies in ``folder``, for one model and one optimizer.

    One file, put in place by a single rename, so that a crash leaves the old state or the new one. What the
    optimizer keeps beside tensors stands in the file's metadata as JSON, and a digest of everything, since a
    flipped bit would make other weights and no error. Every process must call
    :meth:`save`; the first one writes. With another number of processes than before, the training goes on,
    but the dice of processes that were not there start anew.
    """

    def __init__(
        self, folder: Path, model: nn.Module, optimizer: torch.optim.Optimizer, accelerator: Accelerator
    ) -> None:
        self.file = folder / NAME
        self._model, self._optimizer, self._accelerator = model, optimizer, accelerator
        self._dice: dict[str, Tensor] = {}

    def save(self, losses: list[float], memory: dict[str, list] | None = None) -> None:
        """Write the state after ``len(losses)`` steps, and what the caller noted. Raises Trouble ``disk-refused``."""
        dice = {f"dice.{kind}": self._gather(state) for kind, state in self._states().items()}
        tensors = {f"model.{name}": tensor.detach() for name, tensor in self._named()}
        numbers: dict[str, float | None] = {}
        for index, state in self._optimizer.state_dict()["state"].items():
            for name, value in state.items():
                (tensors if isinstance(value, Tensor) else numbers)[f"optimizer.{index}.{name}"] = value
        tensors |= {"losses": torch.tensor(losses, dtype=torch.float64), **dice}
        if self._accelerator.is_main_process:
            _write(self.file, {name: tensor.contiguous() for name, tensor in tensors.items()}, numbers, memory)
        self._accelerator.wait_for_everyone()

    def load(self, memory: dict[str, list] | None = None) -> list[float]:
        """Put weights, optimizer and ``memory`` back and return the losses so far; ``[]`` where nothing is kept."""
        for litter in self.file.parent.glob(f"{self.file.stem}.*.new"):  # of a process that was killed while it wrote
            litter.unlink(missing_ok=True)
        if not self.file.exists():
            return []
        tensors, numbers, noted = _read(self.file)
        parts = {"model": {}, "optimizer": {}, "dice": {}}
        losses = tensors.pop("losses")
        for name, value in chain(tensors.items(), numbers.items()):
            kind, rest = name.split(".", 1)
            parts[kind][rest] = value
        mine = dict(self._named())
        if {name: t.shape for name, t in mine.items()} != {name: t.shape for name, t in parts["model"].items()}:
            raise Trouble(
                "checkpoint-mismatch",
                f"The training kept in {self.file.parent} is of another model; choose an empty folder.",
                name=self.file.parent.name,
            )
        with torch.no_grad():
            for name, tensor in mine.items():
                tensor.copy_(parts["model"][name])
        state: dict[int, dict[str, object]] = {}
        for name, value in parts["optimizer"].items():
            index, key = name.split(".", 1)
            state.setdefault(int(index), {})[key] = value
        self._optimizer.load_state_dict(self._optimizer.state_dict() | {"state": state})
        self._dice = parts["dice"]
        if memory is not None:
            memory.update(noted)
        return losses.tolist()

    def restore_dice(self) -> None:
        """Set torch's dice to where they were when the loaded state was saved."""
        rank, device = self._accelerator.process_index, self._accelerator.device.type
        # clone: torch reads the state as a struct, and a row of a mapped file may lie where that crashes
        mine = {kind: states[rank].clone() for kind, states in self._dice.items() if rank < len(states)}
        if "cpu" in mine:
            torch.set_rng_state(mine["cpu"])
        if device in mine and device != "cpu":
            getattr(torch, device).set_rng_state(mine[device])

    def _states(self) -> dict[str, Tensor]:
        device = self._accelerator.device.type
        states = {"cpu": torch.get_rng_state()}
        return states if device == "cpu" else states | {device: getattr(torch, device).get_rng_state()}

    def _gather(self, state: Tensor) -> Tensor:
        """One row for every process."""
        gathered: Tensor = self._accelerator.gather(state[None].to(self._accelerator.device))  # pyright: ignore[reportAssignmentType]
        return gathered.cpu()

    def _named(self) -> chain[tuple[str, Tensor]]:
        """Every weight and buffer once, shared ones too."""
        return chain(self._model.named_parameters(), self._model.named_buffers())


def _write(
    file: Path, tensors: dict[str, Tensor], numbers: dict, memory: dict[str, list] | None, tries: int = 3
) -> None:
    new = file.with_suffix(f".{uuid4().hex[:8]}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        rest = json.dumps([numbers, memory or {}])
        save_file(tensors, new, metadata={"rest": rest, "sha256": _digest(tensors, rest)})
        with open(new, "rb") as written:
            os.fsync(written.fileno())
        os.replace(new, file)
    except (OSError, SafetensorError) as error:  # safetensors wraps what the disk says
        new.unlink(missing_ok=True)
        if tries > 1 and (isinstance(error, FileNotFoundError) or not file.parent.exists()):
            _write(
                file, tensors, numbers, memory, tries - 1
            )  # another server ended the same training and swept it away
            return
        raise Trouble(
            "disk-refused",
            f"The training could not be kept in {file.parent} ({error}); free some space.",
            name=file.parent.name,
            reason=str(error),
        ) from error


def _read(file: Path) -> tuple[dict[str, Tensor], dict[str, float | None], dict[str, list]]:
    try:
        with safe_open(file, framework="pt") as opened:
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}
            about = opened.metadata()
        if _digest(tensors, about["rest"]) != about["sha256"]:
            raise ValueError("its digest is another one")
        return tensors, *json.loads(about["rest"])
    except (OSError, SafetensorError, ValueError, KeyError, TypeError) as error:
        raise Trouble(
            "checkpoint-damaged",
            f"The training kept in {file.parent} cannot be read ({error}); delete the folder and train again.",
            name=file.parent.name,
        ) from error


def _digest(tensors: dict[str, Tensor], rest: str) -> str:
    """Of every name, kind, shape and number."""
    whole = hashlib.sha256(rest.encode())
    for name, tensor in sorted(tensors.items()):
        whole.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        whole.update(tensor.cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
    return whole.hexdigest()
