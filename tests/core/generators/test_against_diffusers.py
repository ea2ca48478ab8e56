"""Schedules and single steps of the samplers against diffusers' schedulers."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import torch

from core.generators import schedule
from core.generators.sampling import unmixed
from core.generators.schedules import HIGH, LOW, posterior

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    schedulers = pytest.importorskip("diffusers.schedulers")

PREDICTS = {"eps": "epsilon", "x0": "sample", "v": "v_prediction"}
NAMES = {"linear": "linear", "quadratic": "scaled_linear", "cosine": "squaredcos_cap_v2", "sigmoid": "sigmoid"}


def theirs(kind: str, steps: int, which: str, **more):
    ends = {"beta_start": LOW * 1000 / steps, "beta_end": HIGH * 1000 / steps}
    more = {"clip_sample": False, **more}
    return getattr(schedulers, which)(num_train_timesteps=steps, beta_schedule=NAMES[kind], **ends, **more)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("steps", [53, 1000])
def test_schedules(kind: str, steps: int) -> None:
    found = theirs(kind, steps, "DDPMScheduler")
    assert schedule(kind, steps).betas == pytest.approx(found.betas.numpy(), rel=2e-4, abs=1e-6)
    assert schedule(kind, steps).alpha_bar == pytest.approx(found.alphas_cumprod.numpy(), rel=5e-3, abs=1e-6)


@pytest.mark.parametrize("kind", ["linear", "cosine"])
@pytest.mark.parametrize("predict", ["eps", "x0", "v"])
def test_one_step_of_ddim(kind: str, predict: str) -> None:
    steps, t = 50, 31
    x, said = np.random.default_rng(0).standard_normal((2, 7, 3))
    ddim = theirs(kind, steps, "DDIMScheduler", prediction_type=PREDICTS[predict])
    ddim.set_timesteps(steps)
    moved = ddim.step(torch.from_numpy(said), t, torch.from_numpy(x), eta=0.0)
    chain = schedule(kind, steps)
    x0, eps = unmixed(predict, x, said, chain.left(t))
    ours = chain.left(t - 1) ** 0.5 * x0 + (1 - chain.left(t - 1)) ** 0.5 * eps
    assert x0 == pytest.approx(moved.pred_original_sample.numpy(), rel=1e-3, abs=1e-4)
    assert ours == pytest.approx(moved.prev_sample.numpy(), rel=1e-3, abs=1e-4)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("t", [1, 17, 49])
def test_mean_and_variance_of_ddpms_posterior(kind: str, t: int) -> None:
    x, said = np.random.default_rng(1).standard_normal((2, 7, 3))
    ddpm, noise = theirs(kind, 50, "DDPMScheduler"), torch.Generator().manual_seed(5)
    moved = ddpm.step(torch.from_numpy(said), t, torch.from_numpy(x), generator=noise).prev_sample.numpy()
    drawn = torch.randn(7, 3, generator=torch.Generator().manual_seed(5), dtype=torch.float64).numpy()
    chain = schedule(kind, 50)
    of_x0, of_xt, variance = posterior(chain, t)
    x0, _ = unmixed("eps", x, said, chain.left(t))
    assert float(ddpm._get_variance(t)) == pytest.approx(variance, rel=1e-3)
    assert of_x0 * x0 + of_xt * x + variance**0.5 * drawn == pytest.approx(moved, rel=1e-3, abs=1e-3)
