"""Where is the word: every way to tell a transformer the order of its tokens, as plain arithmetic.

``sinusoid``          the additive table of sines and cosines, its wavelengths, its shift by a matrix
``rotate``            RoPE: turn queries and keys, so that scores know only the distance; ``rope_decay_bound``
``interpolate``       RoPE beyond its trained length: interpolation, NTK-aware bases, YaRN
``alibi_bias``        what is added to scores by distance: ALiBi, T5's buckets, KERPLE, Shaw's clipped offsets
``terms``             scores as sums of terms: TUPE, Transformer-XL, DeBERTa
``toeplitz``          does a matrix of scores know places, distances, or both?

The blocks that a transformer takes by name are in ``core.nn.positional``; the arithmetic lives here only.
"""

from core.positions.bias import alibi_bias, alibi_slopes, clipped, kerple_bias, relative_bucket
from core.positions.rotary import rope_decay_bound, rotate
from core.positions.sinusoid import dot_product, frequencies, shift, sinusoid, wavelengths
from core.positions.stretch import dynamic_base, interpolate, ntk_base, yarn_rates, yarn_temperature
from core.positions.toeplitz import toeplitz

__all__ = [
    "alibi_bias",
    "alibi_slopes",
    "clipped",
    "dot_product",
    "dynamic_base",
    "frequencies",
    "interpolate",
    "kerple_bias",
    "ntk_base",
    "relative_bucket",
    "rope_decay_bound",
    "rotate",
    "shift",
    "sinusoid",
    "toeplitz",
    "wavelengths",
    "yarn_rates",
    "yarn_temperature",
]
