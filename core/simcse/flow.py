"""BERT-flow in small: an invertible map, learnt without labels, after which sentence vectors look Gaussian.

It starts as whitening (the strongest directions, stretched to variance 1) and then bends: in each coupling half of
the coordinates decides how the other half is scaled and shifted, so it can be undone and its volume is known.
Source: Li et al. 2020. https://arxiv.org/abs/2011.05864; couplings: Dinh et al. 2017. https://arxiv.org/abs/1605.08803
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.errors import Trouble
from core.fit import fit, warmup
from core.runtime import OnStep, Step, pick_device, quiet, seeded
from core.simcse.whitening import Whitening, whitening

HALF_LOG_TAU = 0.5 * float(np.log(2 * np.pi))
APART, EVERY = 8, 20  # every eighth vector is kept back and looked at every 20 steps
BEND = 1.0  # the largest log of a scale: more, and single points fly away


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    keep: int = 64  # directions
    layers: int = 6  # couplings
    F: int = 64  # width inside each
    B: int = 256
    steps: int = 400
    lr: float = 1e-3
    seed: int = 0


class Coupling(nn.Module):
    """One half of the coordinates is scaled and shifted by what the other half says; nothing at first."""

    def __init__(self, K: int, F: int, order: Tensor) -> None:
        super().__init__()
        self.order: Tensor
        self.register_buffer("order", order)
        self.stays = K // 2
        last = nn.Linear(F, 2 * (K - self.stays))
        for parameter in last.parameters():
            nn.init.zeros_(parameter)
        self.net = nn.Sequential(nn.Linear(self.stays, F), nn.Tanh(), last)

    def forward(self, z: Float[Tensor, "B K"]) -> tuple[Float[Tensor, "B K"], Float[Tensor, " B"]]:
        """The bent points, in another order of coordinates, and the log of how much the volume grew at each."""
        still, moved = z[:, self.order].split([self.stays, z.shape[1] - self.stays], dim=1)
        scale, shift = self._asked(still)
        return torch.cat([still, moved * scale.exp() + shift], 1), scale.sum(1)

    def back(self, z: Float[Tensor, "B K"]) -> Float[Tensor, "B K"]:
        """The points before."""
        still, moved = z.split([self.stays, z.shape[1] - self.stays], dim=1)
        scale, shift = self._asked(still)
        return torch.cat([still, (moved - shift) * (-scale).exp()], 1)[:, self.order.argsort()]

    def _asked(self, still: Tensor) -> tuple[Tensor, Tensor]:
        scale, shift = self.net(still).chunk(2, dim=1)
        return BEND * torch.tanh(scale / BEND), shift


class Couplings(nn.Module):
    """Several, each with its own halves; the forward pass is the nats per coordinate of each point."""

    def __init__(self, K: int, config: Config) -> None:
        super().__init__()
        self.each = nn.ModuleList([Coupling(K, config.F, torch.randperm(K)) for _ in range(config.layers)])

    def bend(self, z: Float[Tensor, "B K"]) -> tuple[Float[Tensor, "B K"], Float[Tensor, " B"]]:
        """The bent points and the log of the volume's growth."""
        grown = z.new_zeros(len(z))
        for coupling in self.each:
            z, more = coupling(z)
            grown = grown + more
        return z, grown

    def forward(self, z: Float[Tensor, "B K"]) -> Float[Tensor, " B"]:
        K = z.shape[1]
        z, grown = self.bend(z)
        return ((z**2).sum(1) / 2 - grown) / K + HALF_LOG_TAU


@dataclass(frozen=True, eq=False)
class Flow:
    """A whitening and what bends its result; learnt from one set of vectors and good for others."""

    first: Whitening
    couplings: Couplings
    losses: Float[np.ndarray, " steps"]  # nats per coordinate

    @torch.inference_mode()
    def __call__(self, x: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N K"]:
        return self.couplings.bend(self._white(x))[0].numpy()

    @torch.inference_mode()
    def nats(self, x: Float[np.ndarray, "N D"]) -> tuple[float, float]:
        """Nats per coordinate of the whitened vectors, before they are bent and after: less is more Gaussian."""
        z = self._white(x)
        plain = (z**2).mean() / 2 + HALF_LOG_TAU
        return plain.item(), self.couplings(z).mean().item()

    def _white(self, x: np.ndarray) -> Tensor:
        return torch.from_numpy(np.asarray(self.first(x), np.float32))


def fit_flow(
    x: Float[np.ndarray, "N D"], config: Config | None = None, *, device: str = "auto", on_step: OnStep = quiet
) -> Flow:
    """Learn the map by maximum likelihood: no labels, no pairs, only where the vectors lie.

    Every eighth vector is kept back, and of all that was learnt the map that made these most Gaussian is taken:
    a flow bends too far as gladly as far enough. The first candidate is whitening alone.

    Raises:
        Trouble: ``sentences-few``, and whatever ``core.fit`` raises.
    """
    config = config or Config()
    if len(x) < 2 * APART:
        raise Trouble("sentences-few", f"{len(x)} vectors are too few to learn a map from.", n=len(x))
    aside = np.arange(len(x)) % APART == 0
    first = whitening(x[~aside], config.keep)
    z, unseen = (torch.from_numpy(np.asarray(first(part), np.float32)) for part in (x[~aside], x[aside]))
    if z.shape[1] < 2:
        raise Trouble("sentences-few", "These vectors vary in one direction only.", n=z.shape[1])
    device = pick_device(device)
    with seeded(config.seed):
        couplings = Couplings(z.shape[1], config).to(device)
    dice = np.random.default_rng(config.seed)
    drawn = [z[dice.choice(len(z), min(config.B, len(z)), replace=False)] for _ in range(config.steps)]
    best, kept, done = _nats(couplings, unseen), deepcopy(couplings.state_dict()), 0

    def look(step: Step) -> None:
        nonlocal best, kept, done
        done += 1
        if done % EVERY == 0 and (now := _nats(couplings, unseen)) < best:
            best, kept = now, deepcopy(couplings.state_dict())
        on_step(Step(step.progress, {**step.metrics, "kept back": best}))

    losses = fit(
        couplings,
        lambda network, batch: network(batch).mean(),
        drawn,
        lr=config.lr,
        seed=config.seed,
        schedule=warmup(0.05),
        device=device,
        on_step=look,
    )
    couplings.load_state_dict(kept)
    return Flow(first, couplings.cpu(), losses)


@torch.no_grad()
def _nats(couplings: Couplings, z: Float[Tensor, "B K"]) -> float:
    """Nats per coordinate, mean over the points."""
    return couplings(z.to(next(couplings.parameters()).device)).mean().item()
