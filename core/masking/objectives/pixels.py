"""Image GPT on tiny digits: the next pixel of a picture that is read row by row, in 17 grey levels.

Chen et al. 2020, *Generative Pretraining from Pixels*. The same ``Reader`` as for words; a picture is a sentence of 64
pixels. ``python -m core.masking.objectives pixels`` trains it again on scikit-learn's digits and writes the card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from jaxtyping import Float, Int
from safetensors.torch import load_file, save_file
from sklearn.datasets import load_digits
from torch import Tensor

from core import cards, provenance, runtime
from core.fit import fit, warmup
from core.masking.objectives.reader import Reader, intact
from core.models.weights import examine
from core.runtime import OnStep, quiet, seeded

FOLDER = runtime.ASSETS / "checkpoints" / "pixels"
SIDE, LEVELS, START = 8, 17, 17  # START: the word before the first pixel
PIXELS = SIDE * SIDE
D, L, H, STEPS, B, LR = 48, 3, 4, 900, 32, 2e-3

Pictures = Int[np.ndarray, "N 64"]


@cache
def digits() -> tuple[Int[np.ndarray, "A 64"], Int[np.ndarray, "B 64"]]:
    """Grey levels 0 to 16, read row by row: to learn from, and kept back (every fifth)."""
    pictures = np.asarray(load_digits(return_X_y=True)[0], np.int64)
    kept = np.arange(len(pictures)) % 5 == 4
    return pictures[~kept], pictures[kept]


@torch.no_grad()
def chances(model: Reader, seen: Int[np.ndarray, "N T"]) -> Float[Tensor, "N levels"]:
    """Of every grey level for the pixel after those ``seen``; T may be 0."""
    return _logits(model, np.concatenate([np.full((len(seen), 1), START), seen], 1))[:, -1].softmax(-1)


def nats(model: Reader, pictures: Pictures) -> Float[np.ndarray, "N 64"]:
    """-ln of the chance of every pixel given those before it."""
    with torch.no_grad():
        chance = _logits(model, _given(pictures)).log_softmax(-1)
    return -chance.gather(-1, torch.from_numpy(pictures)[..., None])[..., 0].numpy()


@torch.no_grad()
def finish(model: Reader, seen: Int[np.ndarray, " T"], n: int, *, heat: float = 1.0, seed: int = 0) -> Pictures:
    """``n`` ways to go on from the pixels ``seen``, drawn one pixel after the other at temperature ``heat``."""
    dice = torch.Generator().manual_seed(seed)
    drawn = np.tile(seen, (n, 1))
    while drawn.shape[1] < PIXELS:
        chance = (chances(model, drawn).log() / heat).softmax(-1)
        drawn = np.concatenate([drawn, torch.multinomial(chance, 1, generator=dice).numpy()], 1)
    return drawn


def usual(learnt: Pictures) -> Float[np.ndarray, "64 levels"]:
    """How often each pixel has each level, one pixel at a time, with half a picture added for each: the baseline."""
    counts = np.stack([(learnt == level).sum(0) for level in range(LEVELS)], 1) + 0.5
    return counts / counts.sum(1, keepdims=True)


@dataclass(frozen=True)
class Drawn:
    """Batches of pictures in a drawn order."""

    pictures: Pictures
    seed: int

    def __len__(self) -> int:
        return STEPS

    def __iter__(self) -> Iterator[Tensor]:
        dice = np.random.default_rng(self.seed)
        for _ in range(STEPS):
            yield torch.from_numpy(self.pictures[dice.integers(len(self.pictures), size=B)])


def ship(seed: int = 0, on_step: OnStep = quiet) -> dict[str, float]:
    """Train, measure on the kept pictures beside the baseline, and put both into ``assets/checkpoints/pixels``."""
    learnt, kept = digits()
    with seeded(seed):
        model = Reader(LEVELS + 1, D, L, H, PIXELS)

    def loss(reader: Reader, pictures: Tensor) -> Tensor:
        ids, places, kinds, sees = intact(_given(pictures.numpy()), causal=True)
        return reader(ids, places, kinds, sees, pictures, torch.full((len(pictures), 2), -1))

    fit(
        model,
        loss,  # pyright: ignore[reportArgumentType]  # fit speaks of any module
        Drawn(learnt, seed),
        lr=LR,
        seed=seed,
        schedule=warmup(0.1),
        device="cpu",
        on_step=on_step,
    )
    floor = -np.log(usual(learnt)[np.arange(PIXELS), kept])
    marks = {"nats": nats(model, kept).mean(), "usual": floor.mean(), "learnt": nats(model, learnt).mean()}
    marks = {name: round(float(value), 4) for name, value in marks.items()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    save_file(
        {name: value.half().contiguous() for name, value in model.state_dict().items()}, FOLDER / "pixels.safetensors"
    )
    about = {
        "what": "Image GPT on 8 × 8 digits: the next of 64 pixels, in 17 grey levels.",
        "data": "scikit-learn's digits (UCI Optical Recognition of Handwritten Digits, CC BY 4.0)",
        "config": {"D": D, "L": L, "H": H, "steps": STEPS, "rows": B, "lr": LR, "seed": seed},
        "learnt": len(learnt),
        "kept": len(kept),
        "nats a pixel": marks,
        "command": "python -m core.masking.objectives pixels",
        "code": provenance.code_version("core.masking.objectives.pixels"),
        "date": provenance.today(),
        "device": provenance.machine(),
    }
    cards.write(FOLDER, about)
    return marks


@cache
def card() -> dict:
    """Settings, data, and what the shipped reader is worth."""
    return cards.read(FOLDER)


@cache
def reader() -> Reader:
    """The shipped reader of pixels."""
    model = Reader(LEVELS + 1, D, L, H, PIXELS)
    file = FOLDER / "pixels.safetensors"
    examine((file,), "pixels")
    model.load_state_dict({key: value.float() for key, value in load_file(file).items()})
    return model.eval()


def _given(pictures: Pictures) -> Int[np.ndarray, "N 64"]:
    """What is read when each pixel is asked: everything before it."""
    return np.concatenate([np.full((len(pictures), 1), START), pictures[:, :-1]], 1)


def _logits(model: Reader, ids: Int[np.ndarray, "N T"]) -> Float[Tensor, "N T levels"]:
    return model.name(model.states(*intact(ids, causal=True)))[..., :LEVELS]
