"""Where in the model the answer appears: every layer's state at the gap, read by the head of the last one.

Source: nostalgebraist 2020, interpreting GPT: the logit lens. A head is trained on the last layer only: what it
says of an early one is a view from outside, and its certainty there means little. A model that norms before each
layer norms once more before its head; so does the lens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int

from core.masking.model import chosen, gaps, named, spelled
from core.models import Model


@dataclass(frozen=True, eq=False)
class Lens:
    """One gap through the layers; the first row is before any layer, ``layers`` is ``L + 1``."""

    best: tuple[str, ...]  # what each layer would answer
    watched: tuple[str, ...]  # words of the last layer, best first
    probabilities: Float[np.ndarray, "layers K"]  # of the watched words
    ranks: Int[np.ndarray, "layers K"]  # 1 is best

    @property
    def appears(self) -> int:
        """The layer from which on the final answer comes first; ``L`` where only the last one says it."""
        first = self.ranks[:, 0] == 1
        return int(len(first) - np.argmin(np.append(first[::-1], False)))


@torch.inference_mode()
def lens(text: str, model: Model | str | Path | None = None, k: int = 5, gap: int = 0) -> Lens:
    """The ``k`` final words of one gap, followed through the layers."""
    model = chosen(text, model)
    _, masks = gaps(text, model)
    filled = text.replace("[MASK]", str(model.tokenizer.mask_token))
    states = torch.from_numpy(model.hidden_states(filled)[:, masks[gap]]).to(model.device)
    if closing := getattr(model.module, "LayerNorm", None):  # the last state has gone through it already
        states = torch.cat([closing(states[:-1]), states[-1:]])
    logs = named(model, states).cpu().numpy()  # (L + 1, V)
    watched = np.argsort(-logs[-1])[:k]
    return Lens(
        best=tuple(spelled(model, int(row.argmax())) for row in logs),
        watched=tuple(spelled(model, int(at)) for at in watched),
        probabilities=np.exp(logs[:, watched]),
        ranks=(logs[:, None, :] > logs[:, watched, None]).sum(-1) + 1,
    )
