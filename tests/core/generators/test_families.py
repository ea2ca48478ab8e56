"""Every family learns, repeats, and is the same in numpy and in torch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.generators import FAMILIES, Config, digits, energy_distance, nets, path, points, sample, schedule, train
from core.generators.coders import Coder, kl
from core.generators.diffusion import Denoiser
from core.generators.learning import as_numpy
from core.runtime import Step
from tests.launch import launch

SMALL = Config(D=32, L=2, B=64, steps=60, times=10, frames=3)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_learns_and_repeats(family) -> None:
    heard: list[Step] = []
    config = replace(
        SMALL, family=family, steps=600 if family == "gan" else 150
    )  # a GAN gets worse before it gets better
    run = train("ring", config, device="cpu", on_step=heard.append)
    again = train("ring", config, device="cpu")
    assert all((run.weights[name] == again.weights[name]).all() for name in run.weights)
    assert run.losses.shape[1] == config.steps and run.frames.shape == (3, 400, 2) and run.at[-1] == config.steps
    assert heard[-1].progress == 1 and sum(step.frame is not None for step in heard) >= 2
    real = points("ring", 300, 9)
    before = train("ring", replace(config, steps=1, frames=0), device="cpu")
    far, near = (energy_distance(sample(each, 300), real) for each in (before, run))
    assert near < 0.8 * far
    assert (sample(run, 7, seed=3) == sample(run, 7, seed=3)).all()


@pytest.mark.parametrize("loss", ["minimax", "wasserstein"])
def test_the_other_games_are_played(loss) -> None:
    run = train("moons", replace(SMALL, family="gan", loss=loss), device="cpu")
    assert np.isfinite(run.losses).all() and run.surfaces.shape == (3, 28, 28) and np.ptp(run.surfaces[-1]) > 0


@pytest.mark.parametrize("predict", ["eps", "x0", "v"])
@pytest.mark.parametrize("how", ["ddpm", "ddim", "ode"])
def test_every_sampler_reads_every_prediction(predict, how) -> None:
    run = train("moons", replace(SMALL, predict=predict, frames=0), device="cpu")
    walk = path(run, 11, how=how, steps=4)
    assert walk.states.shape == walk.guesses.shape == (5, 11, 2) and np.isfinite(walk.states).all()
    assert walk.calls == (7 if how == "ode" else 4) and walk.times[-1] == 0


def test_labels_steer() -> None:
    x = points("ring", 2000, 0)
    y = (x[:, 0] > 0).astype(np.int64)
    run = train((x, y), replace(SMALL, classes=2, steps=400, lr=5e-3, frames=0), device="cpu")
    right = sample(run, 200, labels=np.ones(200, np.int64), guidance=1.0)
    assert (right[:, 0] > 0).mean() > 0.9


def test_numpy_and_torch_say_the_same() -> None:
    config = replace(SMALL, classes=3)
    model = Denoiser(2, config)
    x, time = np.random.default_rng(0).standard_normal((17, 2)), np.random.default_rng(1).random(17)
    label = np.eye(3)[np.arange(17) % 3]
    ours = nets.denoiser(as_numpy(dict(model.named_parameters())), x, time, label)
    with torch.no_grad():
        theirs = model(*(torch.tensor(each, dtype=torch.float32) for each in (x, time, label)))
    assert ours == pytest.approx(theirs.numpy(), abs=1e-5)


def test_the_closed_form_of_the_kl_is_what_sampling_finds() -> None:
    mean, log = torch.tensor([0.7, -1.2]), torch.tensor([-0.5, 0.3])
    dice = torch.Generator().manual_seed(0)
    z = mean + (0.5 * log).exp() * torch.randn(400_000, 2, generator=dice)
    q = torch.distributions.Normal(mean, (0.5 * log).exp())
    found = (q.log_prob(z) - torch.distributions.Normal(0.0, 1.0).log_prob(z)).mean(0)
    assert kl(mean, log).numpy() == pytest.approx(found.numpy(), abs=0.01)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_training_goes_on_from_a_finished_one(family) -> None:
    config = replace(SMALL, family=family, steps=40, frames=0)
    first = train("ring", config, device="cpu")
    still = train("ring", replace(config, steps=1, lr=1e-12, lr_critic=1e-12), device="cpu", start=first)
    for name, value in first.weights.items():
        assert still.weights[name] == pytest.approx(value, abs=1e-4), name
    with pytest.raises(ValueError, match="another form"):
        train("ring", replace(config, D=16), device="cpu", start=first)


def test_an_ae_has_no_price() -> None:
    again, price = Coder(5, replace(SMALL, family="ae"))(torch.zeros(3, 5))
    assert again.shape == (3, 5) and not price.any()


@pytest.mark.parametrize("bad", [np.zeros((3, 2)), np.full((20, 2), np.nan), "blob", "draw:00"])
def test_what_cannot_be_learnt_is_trouble(bad) -> None:
    with pytest.raises(Trouble):
        train(bad, SMALL)


def test_noise_in_the_data_is_what_the_loss_cannot_go_below() -> None:
    """Of points at one spot everything is known: the loss of the noise goes to zero; its chain is the schedule's."""
    run = train(np.random.default_rng(0).normal(0, 1, (500, 2)), replace(SMALL, steps=300, frames=0), device="cpu")
    left = schedule(SMALL.schedule, SMALL.times).alpha_bar  # of normal data, the best guess leaves exactly ᾱ
    assert run.losses[0, -50:].mean() == pytest.approx(left.mean(), abs=0.12)


def test_a_small_convolutional_network_learns_digits() -> None:
    x, y = digits()
    config = replace(SMALL, net="conv", D=8, classes=10, steps=80, lr=5e-3, frames=2)
    run = train((x, y), config, device="cpu")
    assert run.losses[0, -10:].mean() < 0.8 * run.losses[0, :10].mean()
    assert sample(run, 3, labels=np.arange(3), how="ddim", steps=3).shape == (3, 64) and run.frames.shape[0] == 2


@pytest.mark.gpu
@pytest.mark.parametrize("family", FAMILIES)
def test_it_trains_on_a_gpu(family) -> None:
    assert np.isfinite(train("moons", replace(SMALL, family=family), device="cuda").losses).all()


SCRIPT = """
import sys
from accelerate import PartialState
from core.generators import Config, train

for family in ("vae", "ddpm", "gan"):
    run = train("moons", Config(family=family, D=16, L=2, B=64, steps=30, frames=2), device="cpu")
    if PartialState().is_main_process:
        print(family, PartialState().num_processes, run.losses[0, -10:].mean())
"""


@pytest.mark.slow
def test_it_trains_in_two_processes(tmp_path) -> None:
    """A GAN's players take turns outside the common loop: each process plays the same game."""
    script = tmp_path / "generators.py"
    script.write_text(SCRIPT)
    for line, family in zip(launch(script).splitlines(), ("vae", "ddpm", "gan"), strict=True):
        name, processes, loss = line.split()
        assert (name, processes) == (family, "2") and np.isfinite(float(loss))
