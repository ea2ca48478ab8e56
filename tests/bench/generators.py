"""Generators beside a peer: how close, how fast, on one thread.

Ours: the page's settings, but the network names ``v`` on the cosine schedule, where the page's ruler keeps to the
paper's noise on the linear one; all shapes but the moons, which have four seconds, train longer. The peer: the
manner of tiny-diffusion, 50,000 steps of batch 32 through 128-wide layers and 50 steps of noise, on the same points,
by the same ruler; ``--peer-steps`` shortens it, and the table says so. The classifier of digits, the floor and the
test set are those of the page.

Two heaps of real points are anything between 0.7 and 1.5 times their median apart, so one pair says little about a
training: every training is judged by the median of ten heaps of its points, each beside real points of its own, and
the floor is the median of a hundred real pairs.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

import numpy as np
import torch

from core.generators import Config, Run, points, reader, sample, sliced_wasserstein, train
from core.generators.api import FRESH
from core.generators.data import LEARNT, digits
from core.generators.digits_study import NETWORKS, accuracy_of
from core.generators.latent import BASE
from core.generators.measures import distances
from core.generators.study import setting
from tests.bench._films import films
from tests.bench._side_by_side import machine, table

N = 1000
PAIRS = 100  # of real heaps, for the floor
HEAPS = 10  # of every training
GOALS = {"moons": 4.0, "ring": 15.0, "spiral": 15.0, "rings": 15.0}  # seconds
LONGER = {"steps": 4000, "D": 128, "times": 200, "ema": 0.999}  # chosen on the spiral, seeds 0 to 4; measured on others
FIRST = 5  # seed
PEER = Config(family="ddpm", D=128, L=4, B=32, lr=1e-3, times=50, schedule="linear", ema=0.0, frames=0)


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench generators")
    options.add_argument("--shapes", nargs="+", default=list(GOALS))
    options.add_argument("--seeds", type=int, default=5)
    options.add_argument("--peer-steps", type=int, default=50_000)
    options.add_argument("--no-digits", action="store_true")
    options.add_argument("--films", action="store_true", help="films only: their bytes, their frames a second")
    chosen = options.parse_args(argv)
    if chosen.films:
        films()
        return
    torch.set_num_threads(1)
    train("line", Config(steps=20, frames=0), device="cpu")  # imports and first calls are nobody's
    rows = []
    for shape in chosen.shapes:
        floor = _floor(shape)
        own = setting("ddpm", frames=0, predict="v", schedule="cosine", **({} if shape == "moons" else LONGER))
        ours = [_plane(shape, replace(own, seed=FIRST + i), floor) for i in range(chosen.seeds)]
        rows.append((f"{shape}, ours", *_told(ours), f"<= 1.2, <= {GOALS.get(shape, 15.0):g} s"))
        peer = [_plane(shape, replace(PEER, steps=chosen.peer_steps), floor)]
        rows.append((f"{shape}, {chosen.peer_steps:,} x 32", *_told(peer), "1 seed"))
    told = f"{N} samples, median of {HEAPS} heaps a training, sliced Wasserstein over the floor"
    print(f"\n2-D diffusion, {told}, 1 thread ({machine()})\n")
    print(table(("", "x floor, median of seeds", "worst", "training, s of a core", "goal"), rows))
    if not chosen.no_digits:
        _digits()
    films()


def _floor(shape: str) -> float:
    heaps = [points(shape, N, FRESH - 1 - i) for i in range(2 * PAIRS)]  # seeds that no training is judged by
    return float(np.median([sliced_wasserstein(a, b) for a, b in zip(heaps[::2], heaps[1::2], strict=True)]))


def _plane(shape: str, config: Config, floor: float) -> tuple[float, float]:
    """Median distance over the floor, and seconds of training."""
    run, seconds = _timed(shape, config)
    dice = [1000 * config.seed + i for i in range(HEAPS)]
    far = [sliced_wasserstein(sample(run, N, seed=each), points(shape, N, FRESH + each)) for each in dice]
    return float(np.median(far)) / floor, seconds


def _timed(data: str, config: Config) -> tuple[Run, float]:
    """Seconds of one core, whoever else keeps the machine busy."""
    began = time.process_time()
    run = train(data, config, device="cpu")
    return run, time.process_time() - began


def _told(found: list[tuple[float, float]]) -> tuple[str, str, str]:
    far, seconds = zip(*found, strict=True)
    return f"{np.median(far):.2f}", f"{max(far):.2f}", f"{np.median(seconds):.1f}"


def _digits() -> None:
    """Digits by class, and the VAE of the latent view."""
    weights = reader.learn()
    x, y = digits()
    rows = [("real, not learnt from", f"{reader.accuracy(weights, x[LEARNT:], y[LEARNT:]):.1%}", "1.00", "", "98 %")]
    base = float(np.median(distances(x[LEARNT:], x[:LEARNT]).min(1)))
    for name, config in NETWORKS.items():
        run, seconds = _timed("digits", config)
        right, made = accuracy_of(run, weights)
        near = float(np.median(distances(made, x[:LEARNT]).min(1))) / base
        rows.append((f"DDPM, {name}", f"{right:.1%}", f"{near:.2f}", f"{seconds:.1f}", ">= 95 %, <= 20 s"))
    _, seconds = _timed("digits", BASE)
    rows.append(("VAE", "", "", f"{seconds:.1f}", "<= 5 s"))
    print("\n8x8 digits by class: accuracy as a classifier reads them; nearest learnt digit over a real one's\n")
    print(table(("", "accuracy", "nearest", "training, s of a core", "goal"), rows))
