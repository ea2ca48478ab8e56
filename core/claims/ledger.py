"""Every claim in one list, and how one is run, recorded and read back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from core import provenance, runtime, store
from core.claims.claim import Claim, ClaimResult, Trial, estimate, verdict
from core.claims.listed import (
    attention,
    attention_explained,
    distillation,
    generators,
    masking,
    objectives,
    positions,
    probing,
    sentences,
    tokens,
    topics,
    word2vec,
)
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet

CLAIMS: dict[str, Claim] = {
    claim.id: claim
    for exhibit in (
        attention,
        attention_explained,
        tokens,
        word2vec,
        masking,
        objectives,
        sentences,
        topics,
        positions,
        generators,
        distillation,
        probing,
    )
    for claim in exhibit.CLAIMS
}


@dataclass(frozen=True)
class Rerun:
    """The knobs of :func:`rerun`."""

    scale: str = "small"  # one of the claim's scales


def run(claim_id: str, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> ClaimResult:
    """Measure a claim, one trial after the other, and judge it.

    Raises:
        Trouble: ``claim-unknown``, ``claim-scale-unknown``.
    """
    claim = CLAIMS.get(claim_id)
    if claim is None:
        raise Trouble("claim-unknown", f"No claim {claim_id!r}; there are {', '.join(CLAIMS)}.", id=claim_id)
    if scale not in claim.seeds:
        known = ", ".join(claim.seeds)
        raise Trouble("claim-scale-unknown", f"No scale {scale!r}; choose from {known}.", scale=scale, known=known)
    module, name = claim.trial.split(":")
    trial = getattr(import_module(module), name)
    began, trials, n = time.perf_counter(), list[Trial](), claim.seeds[scale]
    for seed in range(n):

        def inside(step: Step, seed: int = seed) -> None:
            on_step(Step((seed + step.progress) / n, step.metrics, step.frame))

        trials.append(trial(seed, scale=scale, device=device, on_step=inside))
        effects = [t.effect for t in trials]
        on_step(Step((seed + 1) / n, {"seed": float(seed), "effect": effects[-1]}))
    effect = estimate(effects)
    return ClaimResult(
        id=claim.id,
        scale=scale,
        verdict=verdict(effect, claim.delta),
        delta=claim.delta,
        unit=claim.unit,
        seeds=tuple(range(n)),
        effect=effect,
        control=estimate([t.control for t in trials]),
        extras={key: estimate([t.extras[key] for t in trials]) for key in trials[0].extras},
        code=provenance.code_version(module, "core.claims.claim"),
        date=provenance.today(),
        machine=provenance.machine(),
        seconds=round(time.perf_counter() - began, 2),
    )


def rerun(data: str, config: Rerun, *, device: str = "auto", on_step: OnStep = quiet) -> ClaimResult:
    """:func:`run` in the shape of a training: ``data`` is the claim's id."""
    return run(data, scale=config.scale, device=device, on_step=on_step)


def record(claim_id: str, *, scale: str = "small", on_step: OnStep = quiet) -> ClaimResult:
    """Measure a claim and keep the result, whatever it is, in ``assets/claims``."""
    result = run(claim_id, scale=scale, on_step=on_step)
    store.save(_folder(claim_id), result)
    return result


def recorded(claim_id: str) -> ClaimResult | None:
    """The recorded result, or ``None`` where there is none yet."""
    return store.load(_folder(claim_id)) if claim_id in CLAIMS and _folder(claim_id).exists() else None


def _folder(claim_id: str) -> Path:
    return runtime.ASSETS / "claims" / claim_id
