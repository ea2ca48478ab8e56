"""``train`` and ``sample``: the doors of the package; torch is loaded when a training begins."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.generators.data import points
from core.generators.pictures import SETS, pictures
from core.generators.run import Config, Run
from core.runtime import OnStep, quiet

SIZE = 4000  # points of a shape to learn from
FRESH = 10_000  # added to a seed for points that no training has seen


def train(
    data: str | Float[np.ndarray, "N D"] | tuple[np.ndarray, np.ndarray],
    config: Config,
    *,
    device: str = "auto",
    on_step: OnStep = quiet,
    start: Run | None = None,
) -> Run:
    """Train a family on points: an array, an array with labels, the name of a shape, ``"digits"`` or ``"fashion"``.

    ``start`` is a finished run of the same family and form: its weights are gone on from, under the new settings.

    Raises:
        ValueError: ``start`` has another form.
        Trouble: ``shape-unknown``, ``drawing-damaged``, ``data-too-few``, ``data-missing``,
            ``training-diverged``, ``device-missing``.
    """
    x, y = named(data, config.seed) if isinstance(data, str) else data if isinstance(data, tuple) else (data, None)
    x = np.asarray(x, np.float64)
    if x.ndim != 2 or len(x) < 10 or not np.isfinite(x).all():
        message = f"A generator needs 10 or more rows of finite numbers; got {x.shape}."
        raise Trouble("data-too-few", message, shape=str(x.shape))
    if config.family in ("ae", "vae"):
        from core.generators.coders import learn as code

        return code(x, config, device, on_step, start)
    if config.family == "gan":
        from core.generators.gan import learn as play

        return play(x, config, device, on_step, start)
    from core.generators.diffusion import learn as denoise

    return denoise(x, y, config, device, on_step, start)


def named(name: str, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
    """The training data of that name."""
    if name in SETS:
        found = pictures(name)
        return found.learnt, found.learnt_classes
    return points(name, SIZE, seed), None
