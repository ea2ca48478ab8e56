"""Every encoding as what it is in the end: a matrix of scores, term by term, of one head.

Words are drawn: the same one at every place (what is left is the doing of positions), or another at each. Tables that a
model would learn are drawn as well, so it is the structure that counts, not the values; MiniLM's are real.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.positions.arrays import Number, offsets
from core.positions.bias import alibi_bias, clipped, kerple_bias, relative_bucket
from core.positions.recorded import table
from core.positions.rotary import rotate
from core.positions.sinusoid import BASE, sinusoid
from core.positions.stretch import interpolate, ntk_base, yarn_rates, yarn_temperature
from core.positions.terms import by_offset, disentangled, transformer_xl

Terms = Mapping[str, Float[np.ndarray, "T T"]]


@dataclass(frozen=True)
class Ask:
    """The one set of controls."""

    T: int = 50  # places
    D: int = 128  # width of the model
    H: int = 8
    base: Number = BASE
    head: int = 0
    reach: int = 8  # Shaw, DeBERTa: from here on all distances are one
    farthest: int = 16  # T5: the same; more than 8, for so many have a bucket of their own
    shape: Number = 1.0  # KERPLE's r2
    scale: Number = 4.0  # how far RoPE is stretched
    words: bool = False  # another word at every place
    seed: int = 0

    def __post_init__(self) -> None:
        if self.T < 2:
            raise Trouble("positions-alone", "One position has no distance to another: take 2 or more.", T=self.T)
        if self.H < 1 or self.D % self.H or self.D // self.H % 2:
            message = f"{self.H} heads do not share a width of {self.D} in even parts: change one of them."
            raise Trouble("positions-share", message, D=self.D, H=self.H)

    @property
    def Dh(self) -> int:
        """Width of one head."""
        return self.D // self.H


def terms(name: str, ask: Ask) -> Terms:
    """The terms of one head's scores before the softmax; their sum is the score.

    Raises:
        KeyError: no such encoding.
        Trouble: what the sines refuse (``positions-odd``, ``positions-base``).
    """
    return SCHEMES[name](ask, _Drawn(ask))


def total(parts: Terms) -> Float[np.ndarray, "T T"]:
    """The score."""
    return np.sum(list(parts.values()), axis=0)


class _Drawn:
    """Words, projections and tables of one head, drawn once for all encodings."""

    def __init__(self, ask: Ask) -> None:
        dice = np.random.default_rng([ask.seed, ask.head])
        T, D, Dh = ask.T, ask.D, ask.Dh
        words = dice.standard_normal((T, D))
        self.x = words if ask.words else np.repeat(words[:1], T, axis=0)
        self.Wq, self.Wk, self.Wr = dice.standard_normal((3, D, Dh)) / sqrt(D)
        self.q, self.k = self.x @ self.Wq, self.x @ self.Wk
        self.u, self.v = dice.standard_normal((2, 1, Dh))
        self.asks, self.answers = dice.standard_normal((2, 2 * ask.reach + 1, Dh))
        self.buckets = dice.standard_normal(32)
        self.root = sqrt(Dh)


def _words(d: _Drawn) -> Float[np.ndarray, "T T"]:
    return d.q @ d.k.T / d.root


def _none(ask: Ask, d: _Drawn) -> Terms:
    return {"word-word": _words(d)}


def _sinusoidal(ask: Ask, d: _Drawn) -> Terms:
    p = sinusoid(ask.T, ask.D, ask.base)
    a, b = p @ d.Wq, p @ d.Wk
    pairs = {"word-word": (d.q, d.k), "word-place": (d.q, b), "place-word": (a, d.k), "place-place": (a, b)}
    return {name: one @ other.T / d.root for name, (one, other) in pairs.items()}


def _learned(ask: Ask, d: _Drawn) -> Terms:
    return {"place-place": _minilm(ask)}


def _tupe(ask: Ask, d: _Drawn) -> Terms:
    places = _minilm(ask)
    N = len(places)
    return {"word-word": _words(d)[:N, :N] / sqrt(2), "place-place": places / sqrt(2)}


def _minilm(ask: Ask) -> Float[np.ndarray, "N N"]:
    scores = table().scores[ask.head % len(table().scores), : ask.T, : ask.T].astype(float)
    return scores - scores.mean(axis=1, keepdims=True)  # the softmax does not see what a whole row shares


def _shaw(ask: Ask, d: _Drawn) -> Terms:
    return {"word-word": _words(d), "word-distance": by_offset(d.q, d.answers, clipped(ask.T, ask.reach)) / d.root}


def _xl(ask: Ask, d: _Drawn) -> Terms:
    far = sinusoid(ask.T, ask.D, ask.base)
    near = far * np.tile([-1.0, 1.0], ask.D // 2)  # the sines of negative distances
    rows = np.concatenate([near[:0:-1], far]) @ d.Wr  # distances -(T - 1) … T - 1
    return {name: each / d.root for name, each in transformer_xl(d.q, d.k, rows, d.u, d.v).items()}


def _t5(ask: Ask, d: _Drawn) -> Terms:
    bucket = relative_bucket(offsets(ask.T), True, 32, ask.farthest)
    return {"word-word": _words(d), "bias": d.buckets[bucket]}


def _deberta(ask: Ask, d: _Drawn) -> Terms:
    parts = disentangled(d.q, d.k, d.asks[:-1], d.answers[:-1])
    return {name: each / sqrt(3 * ask.Dh) for name, each in parts.items()}


def _rope(ask: Ask, d: _Drawn) -> Terms:
    return _turned(d, np.arange(ask.T), base=ask.base)


def _interpolated(ask: Ask, d: _Drawn) -> Terms:
    return _turned(d, interpolate(np.arange(ask.T), ask.scale), base=ask.base)


def _ntk(ask: Ask, d: _Drawn) -> Terms:
    return _turned(d, np.arange(ask.T), base=ntk_base(ask.Dh, ask.scale, ask.base))


def _yarn(ask: Ask, d: _Drawn) -> Terms:
    trained = max(1, round(ask.T / ask.scale))
    turned = _turned(d, np.arange(ask.T), base=ask.base, rates=yarn_rates(ask.Dh, ask.scale, trained, ask.base))
    return {name: yarn_temperature(ask.scale) ** 2 * each for name, each in turned.items()}


def _turned(d: _Drawn, positions: np.ndarray, **how) -> Terms:
    return {"turned": rotate(d.q, positions, **how) @ rotate(d.k, positions, **how).T / d.root}


def _alibi(ask: Ask, d: _Drawn) -> Terms:
    return {"word-word": _words(d), "bias": alibi_bias(ask.H, ask.T)[ask.head % ask.H]}


def _kerple_log(ask: Ask, d: _Drawn) -> Terms:
    return {"word-word": _words(d), "bias": kerple_bias(np.abs(offsets(ask.T)), 1.0, ask.shape, "log")}


def _kerple_power(ask: Ask, d: _Drawn) -> Terms:
    return {"word-word": _words(d), "bias": kerple_bias(np.abs(offsets(ask.T)), 0.1, min(2.0, ask.shape), "power")}


SCHEMES: Mapping[str, Callable[[Ask, _Drawn], Terms]] = {
    "none": _none,
    "sinusoidal": _sinusoidal,
    "learned": _learned,
    "tupe": _tupe,
    "shaw": _shaw,
    "xl": _xl,
    "t5": _t5,
    "deberta": _deberta,
    "rope": _rope,
    "interpolated": _interpolated,
    "ntk": _ntk,
    "yarn": _yarn,
    "alibi": _alibi,
    "kerple-log": _kerple_log,
    "kerple-power": _kerple_power,
}
