"""One VAE at every price of a code: its copies, its samples, and what the bound is made of."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from core.generators.api import train
from core.generators.data import LEARNT, digits
from core.generators.latent import BASE, BETAS, WIDE, again, elbo
from core.generators.recorded import keep
from core.generators.records import Prices
from core.generators.sampling import sample
from core.provenance import stamp

COPIED, SAMPLED = 10, 20


def record() -> None:
    """Train seed 0 at every β, keep what it draws."""
    began, by = time.process_time(), stamp("core.generators.prices")
    rest = digits()[0][LEARNT:]
    copies, samples, errors, nats = [], [], [], []
    for beta in BETAS:
        run = train("digits", replace(BASE, Z=WIDE, beta=beta), device="cpu")
        copies.append(_ink(again(run, rest[:COPIED])))
        samples.append(_ink(sample(run, SAMPLED)))
        error, cost = elbo(run, rest)
        errors.append(error)
        nats.append(np.sort(cost)[::-1])
        print(f"β {beta:g}: {error:.1f} nats of error, {cost.sum():.2f} of code", flush=True)
    kept = Prices(
        betas=BETAS,
        pictures=_ink(rest[:COPIED]),
        copies=np.array(copies),
        samples=np.array(samples),
        errors=np.array(errors),
        nats=np.array(nats),
        **by,
        seconds=round(time.process_time() - began, 1),
    )
    keep("prices", kept)


def _ink(grey: np.ndarray) -> np.ndarray:
    """Grey from -1 to 1 as 0 to 255."""
    return np.clip(np.round((grey + 1) * 127.5), 0, 255).astype(np.uint8)
