"""Train a translator, watch what it looks at while it learns, and let it translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.attention.translating.dates import LONGEST, PAD, START, TARGETS, WRITTEN, pairs, source_ids, target_ids
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet, seeded

Score = Literal["additive", "dot", "general", "even", "none", "cross"]
SCORES: tuple[Score, ...] = ("additive", "dot", "general", "even", "none", "cross")
LOOKS, TESTED = 20, 300  # times that the watched date is translated; dates kept back on which it is measured


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    score: Score = "additive"
    D: int = 64
    H: int = 4  # heads, of "cross" only
    diverse: float = 0.0  # how much it costs when these heads look at the same, in nats
    steps: int = 600
    B: int = 64  # dates in a batch
    lr: float = 4e-3
    watched: str = "the 3rd of may 2021"
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """A trained translator, and what it looked at on the way."""

    config: Config
    weights: Mapping[str, np.ndarray]
    losses: Float[np.ndarray, " steps"]
    at: tuple[int, ...]  # steps at which it was asked
    said: tuple[str, ...]  # the watched date in its translation then
    maps: Float[np.ndarray, "looks H 10 S"]  # and what it looked at
    right: Float[np.ndarray, " looks"]  # share of dates kept back that came out right in every character


@dataclass(frozen=True, eq=False)
class Translation:
    """A source, its translation, and the weights of every character on every character."""

    source: str
    text: str
    sure: Float[np.ndarray, " 10"]  # probability of each character that was written
    weights: Float[np.ndarray, "H 10 S"]


def train(data: None, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Learn from dates that are drawn anew for every batch; ``data`` is ``None``. A frame is ``maps`` as far as known.

    Raises:
        Trouble: ``translate-empty``, ``translate-long``: the watched date; ``training-diverged``, ``device-missing``.
    """
    import torch
    from torch.nn.functional import cross_entropy

    from core.attention.translating.networks import network, overlap
    from core.fit import fit

    watched = checked(config.watched)
    with seeded(config.seed):
        model = network(config.score, config.D, config.H)
    test = pairs(TESTED, config.seed, held=True)
    seen: list[tuple[int, Translation, float]] = []
    every = max(1, config.steps // LOOKS)

    def look(step: int) -> None:
        model.eval()
        one, *_ = _translated(model, [watched])
        wanted = [target for _, target in test]
        right = np.mean([a.text == b for a, b in zip(_translated(model, [s for s, _ in test]), wanted, strict=True)])
        seen.append((step, one, float(right)))
        model.train()

    def heard(step: Step) -> None:
        done = round(step.progress * config.steps)
        if done % every == 0 or done == config.steps:
            look(done)
        on_step(
            Step(step.progress, {**step.metrics, "right": seen[-1][2]}, np.stack([each.weights for _, each, _ in seen]))
        )

    def loss_on(whole, batch):
        source, before, wanted = batch
        logits, weights = whole(source, before)
        loss = cross_entropy(logits.flatten(0, 1), wanted.flatten())
        return loss + config.diverse * overlap(weights) if config.diverse else loss

    look(0)
    losses = fit(
        model,
        loss_on,
        Batches(config),
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=lambda progress: min(1.0, progress / 0.05, (1 - progress) / 0.4),
        device=device,
        on_step=heard,
    )
    model = model.to("cpu")
    with torch.no_grad():
        weights = {name: value.float().numpy().copy() for name, value in model.state_dict().items()}
    steps, looked, right = zip(*seen, strict=True)
    said, maps = tuple(each.text for each in looked), np.stack([each.weights for each in looked])
    return Run(config, weights, losses, steps, said, maps, np.array(right))


def translate(run: Run, text: str) -> Translation:
    """What a trained translator makes of a date.

    Raises:
        Trouble: ``translate-empty``, ``translate-long``.
    """
    import torch

    from core.attention.translating.networks import network

    model = network(run.config.score, run.config.D, run.config.H).eval()
    model.load_state_dict(
        {name: torch.from_numpy(np.asarray(value, np.float32)) for name, value in run.weights.items()}
    )
    return _translated(model, [checked(text)])[0]


def alike(weights: Float[np.ndarray, "H T S"]) -> Float[np.ndarray, "H H"]:
    """The cosine between the maps of every two heads."""
    flat = weights.reshape(len(weights), -1).astype(float)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    return flat @ flat.T


def checked(text: str) -> str:
    """The text in small letters, if it is one that can be read."""
    text = " ".join(text.lower().split())
    if not text:
        raise Trouble("translate-empty", "There is no date: write one, such as “the 3rd of May 2021”.")
    if len(text) > LONGEST:
        message = f"{len(text)} characters are too many: a date has at most {LONGEST}."
        raise Trouble("translate-long", message, found=len(text), longest=LONGEST)
    return text


@dataclass(frozen=True)
class Batches:
    """Sources, targets with ``START`` before them, and the targets themselves; the same at every reading."""

    config: Config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[tuple]:
        import torch

        B = self.config.B
        drawn = pairs(B * self.config.steps, self.config.seed)
        for first in range(0, len(drawn), B):
            part = drawn[first : first + B]
            wanted = torch.tensor([target_ids(target) for _, target in part])
            before = torch.cat([torch.full((len(part), 1), START), wanted[:, :-1]], 1)
            yield padded([source for source, _ in part]), before, wanted


def padded(sources: Sequence[str]):
    """Rows of ids as long as the longest source."""
    import torch

    rows = [torch.tensor(source_ids(source)) for source in sources]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PAD)


def _translated(model, sources: Sequence[str]) -> list[Translation]:
    """The likeliest character at each place, one after the other."""
    import torch

    with torch.inference_mode():
        ids = padded(sources).to(next(model.parameters()).device)
        written = torch.full((len(ids), 1), START, device=ids.device)
        for _ in range(WRITTEN):
            logits, weights = model(ids, written)
            written = torch.cat([written, logits[:, -1, 2:].argmax(-1, keepdim=True) + 2], 1)
        sure = logits[..., 2:].softmax(-1).max(-1).values.cpu().numpy()
    texts = ["".join(TARGETS[at - 2] for at in row) for row in written[:, 1:].tolist()]
    weights = weights.cpu().numpy()
    return [
        Translation(source, text, sure[at], weights[at][:, :, : len(source)])
        for at, (source, text) in enumerate(zip(sources, texts, strict=True))
    ]
