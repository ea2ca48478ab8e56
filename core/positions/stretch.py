"""RoPE beyond the length it was trained at: squeeze the positions, or slow the pairs.

``interpolate``  every position divided by the scale: all pairs are slowed alike (Chen et al. 2023)
``ntk_base``     a larger base: the fast pairs stay, the slow ones are slowed (bloc97 2023)
``yarn_rates``   pairs that turn often within the trained length stay, those that never finish a turn are divided by the
                 scale, and in between a ramp; queries and keys grow by ``yarn_temperature`` (Peng et al. 2023)
"""

from __future__ import annotations

import math

import numpy as np
from jaxtyping import Float, Shaped

from core.errors import Trouble
from core.positions.arrays import Number
from core.positions.sinusoid import BASE, frequencies

FAST, SLOW = 32, 1  # turns within the trained length, above and below which YaRN leaves and divides a pair


def interpolate(positions: Shaped[np.ndarray, "*any"], scale: Number) -> Float[np.ndarray, "*any"]:
    """Positions 0 … scale · L squeezed into 0 … L, so that no angle is new to the model.

    Raises:
        Trouble: ``positions-scale``: a scale below 1 would stretch them apart.

    Source: Chen et al. 2023, section 2.3. https://arxiv.org/abs/2306.15595
    """
    _refuse(scale)
    return np.asarray(positions) / scale


def ntk_base(Dh: int, scale: Number, base: Number = BASE) -> float:
    """The base at which the slowest pair turns ``scale`` times slower and the fastest as before.

    Source: bloc97 2023, NTK-aware scaled RoPE; written up by Peng et al. 2023, section 3.1.
    """
    frequencies(Dh, base)
    _refuse(scale)
    return base * scale ** (Dh / (Dh - 2)) if Dh > 2 else base


def dynamic_base(Dh: int, scale: Number, T: int, trained: int, base: Number = BASE) -> float:
    """The same, growing with the text: nothing changes up to the trained length."""
    return ntk_base(Dh, max(1.0, scale * T / trained - (scale - 1)), base)


def yarn_rates(Dh: int, scale: Number, trained: int, base: Number = BASE) -> Float[np.ndarray, " pairs"]:
    """Radians per token of each pair after YaRN's stretching of a model trained at ``trained`` tokens.

    The paper's ramp is straight in the number of turns; that of its code, and here, in the number of the pair.

    Source: Peng et al. 2023, section 3.2. https://arxiv.org/abs/2309.00071
    """
    rates = frequencies(Dh, base)
    _refuse(scale)
    if trained < 2 * math.pi / rates[0]:
        return rates / scale  # not even the fastest pair finishes a turn; the code would leave that one
    low, high = (Dh * math.log(trained / (turns * 2 * math.pi)) / (2 * math.log(base)) for turns in (FAST, SLOW))
    low, high = max(math.floor(low), 0), min(math.ceil(high), Dh - 1)
    ramp = np.clip((np.arange(Dh // 2) - low) / max(high - low, 0.001), 0, 1)  # 0: leave, 1: divide
    return rates / scale * ramp + rates * (1 - ramp)


def yarn_temperature(scale: Number) -> float:
    """By how much YaRN lengthens queries and keys (scores: by its square): a longer text flattens the softmax.

    Source: section 3.4, where it is the root of 1 / t.
    """
    _refuse(scale)
    return 0.1 * math.log(scale) + 1


def _refuse(scale: Number) -> None:
    """Scales that would spread the positions, or that are no number."""
    if not 1 <= scale < math.inf:
        raise Trouble("positions-scale", f"A scale of {scale:g} spreads the positions: take 1 or more.", scale=scale)
