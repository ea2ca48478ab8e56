"""Students that start from layers of MiniLM: every second, the last, the first, or the same layers new.

``heir-2-skip`` has two layers, copies of those that ``layer_map`` names; ``heir-2-new`` has two of the same shape that
know nothing. Embeddings are MiniLM's in all of them and stay as they are. What is copied is the network before it was
tuned to a task: where the layers come from is the only difference among heirs of one depth.

Source: Sanh et al. 2019, DistilBERT, section 2, "student initialization". https://arxiv.org/abs/1910.01108
"""

from __future__ import annotations

import torch
from jaxtyping import Int
from torch import Tensor, nn

from core.distillation.layers import STRATEGIES, layer_map
from core.distillation.students import Encoder, Layer, Seen

NEW = "new"
KINDS = ("skip", "last", "first", NEW)
HEIRS = tuple(f"heir-{depth}-{kind}" for depth in (1, 2, 3) for kind in KINDS)


class Heir(nn.Module):
    """Frozen embeddings, layers to be tuned, a new head."""

    def __init__(self, embeddings: nn.Module, body: Encoder) -> None:
        super().__init__()
        self.shared = (embeddings,)  # in a tuple: neither counted, nor trained, nor kept with the weights
        self.body = body

    def forward(self, ids: Int[Tensor, "B T"]) -> Seen:
        with torch.no_grad():
            x = self.shared[0](input_ids=ids)
        return self.body(x, (ids != 0).float())


def heir(name: str, classes: int, model: str = "minilm") -> Heir:
    """One of ``HEIRS``, of this model's layers; the head, and new layers, come from torch's dice."""
    from core.distillation.teacher import Teacher

    _, depth, kind = name.split("-")
    old, L = Teacher(classes, model), int(depth)
    width, head = old.encoder.head.in_features, nn.Linear(old.encoder.head.in_features, classes)
    layers = (
        [old.encoder.layers[n - 1] for n in layer_map(len(old.encoder.layers), L, kind)] if kind in STRATEGIES else []
    )
    shape = old.encoder.layers[0]
    assert isinstance(shape, Layer)
    body = Encoder(width, shape.H, shape.wide.out_features, 0, classes)
    body.layers.extend(layers or [Layer(width, shape.H, shape.wide.out_features) for _ in range(L)])
    body.head = head
    return Heir(old.embeddings, body)
