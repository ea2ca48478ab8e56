"""The training behind ``core.positions.study``; everything that needs torch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import cosine_similarity, cross_entropy

from core.fit import fit, warmup
from core.nn.positional import UNORDERED, Absent, Learned, Rotary
from core.nn.transformer import Layer, Transformer
from core.positions.sinusoid import frequencies
from core.positions.stretch import ntk_base, yarn_rates, yarn_temperature
from core.positions.study import BIN, LOOKS, STRETCH, SYMBOLS, Config, Run, Text, binned, text
from core.runtime import OnStep, Step, quiet, seeded

PORTION = 8  # windows at a time: long ones have wide score matrices


def train(
    data: Text, config: Config, *, device: str = "auto", on_step: OnStep = quiet, checkpoint: Path | None = None
) -> Run:
    """Learn to name the next character from windows of ``config.T``, then read windows ``config.far`` times as long.

    ``checkpoint`` is a folder, as in ``fit``.
    """
    with seeded(config.seed):
        model = Transformer(
            SYMBOLS + 1,
            config.D,
            config.L,
            config.H,
            F=2 * config.D,
            longest=config.longest,
            positions=config.positions,
            causal=True,
        )
    long = _windows(data.kept, config.windows, config.far * config.T)
    short = long[:, : config.T + 1]
    seen: dict[str, list] = {"at": [], "held": [], "frames": []}

    def look(step: int) -> None:
        seen["at"].append(step)
        seen["held"].append(float(losses_by_place(model, short).mean()))
        if isinstance(model.positions, Learned):
            seen["frames"].append(_likeness(model.positions.table.weight).tolist())

    def heard(step: Step) -> None:
        done = round(step.progress * config.steps)
        if done * LOOKS // config.steps > (done - 1) * LOOKS // config.steps:
            look(done)
        on_step(Step(step.progress * 0.9, {**step.metrics, "held": seen["held"][-1]}))

    look(0)
    curve = fit(
        model,
        lambda whole, ids: _loss(whole, ids),
        _Drawn(data.learnt, config),
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=warmup(0.05),
        device=device,
        on_step=heard,
        checkpoint=checkpoint,
        every=50,
        memory=seen,
    )
    ends = isinstance(model.positions, Learned) or hasattr(model.positions, "norm")  # TUPE keeps a table, too
    by_place = np.full(config.far * config.T // BIN, np.nan)
    readable = binned(losses_by_place(model, short if ends else long))
    by_place[: len(readable)] = readable
    starts = range(0, config.far * config.T, config.T)
    return Run(
        config=config,
        losses=curve,
        at=tuple(seen["at"]),
        held=np.array(seen["held"]),
        by_place=by_place,
        restarted=np.concatenate([binned(losses_by_place(model, long[:, n : n + config.T + 1])) for n in starts]),
        stretched=_stretched(model, config, long),
        adds=adds(model, short[:, :-1]),
        words=model.tokens.weight.detach()[torch.from_numpy(data.kept)].var(0).cpu().double().numpy(),
        frames=np.array(seen["frames"], np.int8).reshape(-1, config.T, config.T),
    )


@lru_cache(maxsize=80)
def trained(config: Config, device: str = "auto") -> Run:
    """The run on the excerpt; what is asked for twice in one process, by the study and by a claim, is trained once."""
    return train(text(), config, device=device)


class _Drawn:
    """Windows from anywhere in the text: the same ones for every encoding of the same seed."""

    def __init__(self, text: Int[np.ndarray, " n"], config: Config) -> None:
        self.text, self.config = torch.from_numpy(text), config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[Tensor]:
        dice = np.random.default_rng(self.config.seed)
        inside = torch.arange(self.config.T + 1)
        for _ in range(self.config.steps):
            starts = torch.from_numpy(dice.integers(len(self.text) - self.config.T - 1, size=(self.config.B, 1)))
            yield self.text[starts + inside]


def _windows(text: Int[np.ndarray, " n"], N: int, T: int) -> Int[Tensor, "N more"]:
    """``N`` windows of ``T`` characters and the one that follows, spread evenly over the text."""
    starts = np.linspace(0, len(text) - T - 1, N).astype(int)
    return torch.from_numpy(text[starts[:, None] + np.arange(T + 1)])


def _loss(model: nn.Module, ids: Int[Tensor, "B more"], reduction: str = "mean") -> Tensor:
    logits = model(ids[:, :-1], ids[:, :-1] >= 0)
    return cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten(), reduction=reduction)


@torch.inference_mode()
def losses_by_place(model: Transformer, ids: Int[Tensor, "N more"]) -> Float[np.ndarray, " T"]:
    """Nats for the character after each place, a mean over the windows."""
    portions = ids.to(model.bias.device).split(PORTION)
    rows = [_loss(model, portion, "none").view(len(portion), -1) for portion in portions]
    return torch.cat(rows).mean(0).cpu().double().numpy()


def _stretched(model: Transformer, config: Config, long: Int[Tensor, "N more"]) -> dict[str, np.ndarray]:
    """RoPE's losses in windows of ``STRETCH · T`` after the pairs were slowed, without any further training."""
    order = model.positions
    if not isinstance(order, Rotary):
        return {}
    own, Dh, losses = order.rates, config.D // config.H, {}
    for name, rates, length in (
        ("interpolated", own / STRETCH, 1.0),
        ("ntk", frequencies(Dh, ntk_base(Dh, STRETCH)), 1.0),
        ("yarn", yarn_rates(Dh, STRETCH, config.T), yarn_temperature(STRETCH)),
    ):
        order.rates, order.length = rates, length
        losses[name] = binned(losses_by_place(model, long[:, : STRETCH * config.T + 1]))
    order.rates, order.length = own, 1.0
    return losses


@torch.inference_mode()
def adds(model: Transformer, ids: Int[Tensor, "N T"]) -> Float[np.ndarray, "H T"]:
    """What the encoding adds to a score of the first layer, by distance to the past: with it minus without it.

    A mean over the windows and over all queries that have a key at that distance.
    """
    ids = ids.to(model.bias.device)
    words = model.tokens(ids)
    layer = model.layers[0]
    assert isinstance(layer, Layer)
    asks, answers, H = layer.attention.query, layer.attention.key, layer.attention.H

    def scores(x: Tensor, order: Absent) -> Tensor:
        parts = (part(layer.first(x)).unflatten(-1, (H, -1)).transpose(1, 2) for part in (asks, answers))
        q, k = map(order.turned, parts)
        return order.scored(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]), q, k).mean(0)  # (H, T, T)

    more = scores(model.positions.added(words), model.positions) - scores(words, UNORDERED)
    return np.stack([more.diagonal(-d, 1, 2).mean(-1).cpu().numpy() for d in range(ids.shape[1])], axis=1)


def _likeness(table: Tensor) -> np.ndarray:
    rows = table.detach()
    return (100 * cosine_similarity(rows[:, None], rows[None], dim=-1)).round().cpu().numpy().astype(np.int8)
