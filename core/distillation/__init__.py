"""Teacher and student: a small model learns from the answers of a large one, and from how it comes to them.

``soften``        logits at a temperature; ``gradient`` of the soft loss, with its limit for high temperatures
``kd_loss``       soft targets and labels, mixed; ``losses`` holds every method as one small function
``layer_map``     which layer of the teacher teaches which of the student
``train``         ``train(data, Config(method="soft", student="mlp-8")) -> Run``; data is ``"digits"``, a name of
                  ``texts`` or a ``Lesson``
``measures``      agreement, calibration, likeness of hidden states; ``bill`` what a student costs

Importing this loads no torch; what trains brings it when it is first asked for.

Source: Hinton, Vinyals and Dean 2015. https://arxiv.org/abs/1503.02531
"""

from typing import TYPE_CHECKING, Any

from core.distillation.layers import layer_map
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.soften import entropy, gradient, high_limit, soften

if TYPE_CHECKING:
    from core.distillation.learn import train
    from core.distillation.losses import kd_loss

_LATER = {"kd_loss": "core.distillation.losses", "train": "core.distillation.learn"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)


__all__ = [
    "Config",
    "Lesson",
    "Run",
    "entropy",
    "gradient",
    "high_limit",
    "kd_loss",
    "layer_map",
    "soften",
    "train",
]
