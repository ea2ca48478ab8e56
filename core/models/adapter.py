"""A model that is another one plus a small difference: what we trained of MiniLM, without MiniLM itself.

The folder holds ``adapter.json``, which names the base and its digest, and ``adapter.safetensors``: for a matrix
its low-rank correction (``NAME:up`` times ``NAME:down``), for anything smaller or new the value itself (``NAME``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from core.models.digests import promised
from core.models.weights import damaged

ABOUT, WEIGHTS = "adapter.json", "adapter.safetensors"


@dataclass(frozen=True)
class Adapter:
    """A difference on disk, not yet read."""

    folder: Path
    base: str

    @classmethod
    def of(cls, folder: Path) -> Adapter | None:
        """The adapter that lies in ``folder``, if one does."""
        file = folder / ABOUT
        return cls(folder, str(json.loads(file.read_bytes())["base"])) if file.is_file() else None

    @property
    def digest(self) -> str:
        return hashlib.sha256((self.folder / WEIGHTS).read_bytes()).hexdigest()

    @torch.no_grad()
    def put_on(self, model: nn.Module, title: str) -> None:
        """Add the corrections to ``model`` and put the new values in their places.

        Raises:
            Trouble: ``model-damaged``: the file is broken, or made for another model.
        """
        if self.digest != (promised(self.folder / WEIGHTS) or self.digest):
            raise damaged(title, WEIGHTS, "it is not the file that we ship")
        try:
            tensors = {name: tensor.float() for name, tensor in load_file(self.folder / WEIGHTS).items()}
            for name, tensor in tensors.items():
                parameter, _, part = name.partition(":")
                if part == "up":
                    model.get_parameter(parameter).add_(tensor @ tensors[f"{parameter}:down"])
                elif not part:
                    model.get_parameter(parameter).copy_(tensor)
        except (OSError, SafetensorError, AttributeError, RuntimeError, KeyError) as error:
            raise damaged(title, WEIGHTS, str(error)) from error
