"""All families on the same pictures, several seeds, under one ruler; nobody is told a class.

Each family has the network that it is usually given: plain layers for AE, VAE and GAN, the small convolutional one for
DDPM and flow matching. Settings were chosen on seeds that are not recorded.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from core.generators import reader
from core.generators.api import train
from core.generators.digits_study import NETWORKS
from core.generators.judging import floor, judged, nearest
from core.generators.latent import BASE, WIDE
from core.generators.pictures import LOOKED_AT, Pictures, pictures
from core.generators.recorded import drawn, keep, real
from core.generators.records import Drawn, Real
from core.generators.run import Config
from core.generators.sampling import sample
from core.provenance import stamp
from core.runtime import OnStep, quiet

STEPS = 25  # of DDIM, and as many calls of the network for flow matching
FRAMES = 8  # pictures of the training
SHOWN, MOVING = 40, 10  # samples that are kept, and of those that are kept through the training
_PLAIN = replace(BASE, Z=WIDE)
_CONV = replace(NETWORKS["conv"], classes=0)
_WIDE = replace(BASE, D=256, Z=16, B=128, steps=6000, lr=1e-3, sigma=0.3)
_CLOTHES = replace(_CONV, D=48, L=4, steps=2500, lr=3e-3)
SETTINGS: Mapping[str, Mapping[str, Config]] = {
    "digits": {
        "ae": replace(_PLAIN, family="ae"),
        "vae": _PLAIN,
        "gan": Config(family="gan", loss="wasserstein", D=128, L=2, Z=16, B=128, steps=4000, lr=1e-3, lr_critic=1e-3),
        "ddpm": _CONV,
        "flow_matching": replace(_CONV, family="flow_matching"),
    },
    "fashion": {
        "ae": replace(_WIDE, family="ae"),
        "vae": replace(_WIDE, sigma=0.5),  # twice the error of its copies: a dearer code, better samples
        "gan": Config(family="gan", loss="wasserstein", D=256, L=2, Z=32, B=128, steps=6000, lr=5e-4, lr_critic=5e-4),
        "ddpm": _CLOTHES,
        "flow_matching": replace(_CLOTHES, family="flow_matching"),
    },
}
SEEDS = {"digits": 5, "fashion": 1}


def record(name: str, family: str, on_step: OnStep = quiet) -> None:
    """Train a family on some pictures, judge it, keep the record."""
    began, by = time.process_time(), stamp("core.generators.pictures_study")
    shown = real(name)
    weights, true = shown.reader, pictures(name)
    rows, first = [], None
    for seed in range(SEEDS[name]):
        config = replace(SETTINGS[name][family], seed=seed, frames=0 if seed else FRAMES)
        start = time.process_time()
        run = train(name, config, device="cpu", on_step=on_step)
        trained = time.process_time() - start
        start = time.process_time()
        made = np.clip(sample(run, LOOKED_AT[name], seed, how="ddim", steps=STEPS), -1, 1)
        taken = time.process_time() - start
        rows.append(judged(made, weights, true) | {"train": trained, "sample": taken})
        first = (run, made) if first is None else first
        print(name, family, seed, {key: round(value, 3) for key, value in rows[-1].items()}, flush=True)
    assert first is not None
    run, made = first
    kept = Drawn(
        data=name,
        setting=run.config,
        made=as_bytes(made[:SHOWN]),
        nearest=as_bytes(true.learnt[nearest(made[:SHOWN], true)[1]]),
        values={key: np.array([row[key] for row in rows]) for key in rows[0]},
        at=run.at,
        frames=as_bytes(run.frames[:, :MOVING] / 1000),
        parameters=sum(value.size for value in run.weights.values()),
        **by,
        seconds=round(time.process_time() - began, 1),
    )
    keep(drawn(name, family), kept)


def record_real(name: str) -> None:
    """Train the reader, measure real pictures against real ones, keep both."""
    began, by = time.process_time(), stamp("core.generators.pictures_study")
    true: Pictures = pictures(name)
    weights = {key: value.astype(np.float16) for key, value in reader.learn(name).items()}
    kept = Real(
        data=name,
        learnt=len(true.learnt),
        n=LOOKED_AT[name],
        made=as_bytes(true.rest[:SHOWN]),
        floor=floor(weights, true),
        reader=weights,
        accuracy=reader.accuracy(weights, true.rest, true.rest_classes),
        **by,
        seconds=round(time.process_time() - began, 1),
    )
    keep(drawn(name, "real"), kept)
    print(f"{name}: the reader is right on {kept.accuracy:.1%}", flush=True)


def as_bytes(grey: np.ndarray) -> np.ndarray:
    """Grey from -1 to 1 as 0 to 255."""
    return np.clip(np.round((grey + 1) * 127.5), 0, 255).astype(np.uint8)
