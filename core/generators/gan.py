"""GAN: a generator, and a critic that tells its points from real ones; each step of one changes the game of the other.

Three games: ``minimax`` and ``nonsaturating`` (Goodfellow et al. 2014, section 3), ``wasserstein`` with a gradient
penalty (Gulrajani et al. 2017). The two players take turns, so this one family does not go through ``core.fit``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import softplus

from core.errors import Trouble
from core.generators.learning import Album, Batches, Mlp, as_numpy, go_on, standardised
from core.generators.run import Config, Run
from core.runtime import OnStep, Step, pick_device, quiet, seeded

PENALTY = 1.0  # Wasserstein: how hard the critic is held to slopes of 1
CRITIC_STEPS = {"nonsaturating": 1, "minimax": 1, "wasserstein": 3}  # of the critic, to each of the generator


class Game(nn.Module):
    """Both players, their optimizers and their losses."""

    def __init__(self, D: int, config: Config) -> None:
        super().__init__()
        self.config = config
        self.decoder = Mlp(config.Z, D, config)
        self.critic = Mlp(D, 1, config)

    def optimizers(self) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
        """The generator's, the critic's."""
        kinds = {"fused": True, "betas": (0.5, 0.99)}
        one = torch.optim.Adam(self.decoder.parameters(), lr=self.config.lr, **kinds)
        return one, torch.optim.Adam(self.critic.parameters(), lr=self.config.lr_critic, **kinds)

    def noise(self, n: int) -> Tensor:
        """Standard normal codes."""
        return torch.randn(n, self.config.Z, device=next(self.parameters()).device)

    def critic_loss(self, real: Tensor) -> Tensor:
        """What the critic lowers."""
        made = self.decoder(self.noise(len(real))).detach()
        true, false = self.critic(real), self.critic(made)
        if self.config.loss != "wasserstein":
            return softplus(-true).mean() + softplus(false).mean()
        between = torch.lerp(real, made, torch.rand(len(real), 1, device=real.device)).requires_grad_()
        [slope] = torch.autograd.grad(self.critic(between).sum(), between, create_graph=True)
        return (false - true).mean() + PENALTY * (slope.norm(dim=1) - 1).square().mean()

    def generator_loss(self, n: int) -> Tensor:
        """What the generator lowers."""
        false = self.critic(self.decoder(self.noise(n)))
        match self.config.loss:
            case "nonsaturating":
                return softplus(-false).mean()
            case "minimax":
                return -softplus(false).mean()
            case _:
                return -false.mean()


def learn(
    data: Float[np.ndarray, "N D"], config: Config, device: str, on_step: OnStep = quiet, start: Run | None = None
) -> Run:
    """Both play; the losses are the critic's and the generator's."""
    x, centre, scale = standardised(data)
    album, losses = Album(config, centre, scale), list[Tensor]()
    with seeded(config.seed):
        game = Game(x.shape[1], config)
        go_on(game, start)
        game.to(pick_device(device))
        generator, critic = game.optimizers()
        batches = iter(Batches(x.to(pick_device(device)), None, config))
        album.take(0, as_numpy(dict(game.named_parameters())))
        for done in range(1, config.steps + 1):
            real = next(batches)
            assert isinstance(real, Tensor)
            told = played(game.critic_loss(real), critic)
            if done % CRITIC_STEPS[config.loss] == 0 or not losses:
                fooled = played(game.generator_loss(len(real)), generator)
            losses.append(torch.stack([told, fooled]))
            frame = album.take(done, as_numpy(dict(game.named_parameters()))) if album.due(done) else None
            if done % 20 == 0 or frame is not None or done == config.steps:
                on_step(Step(done / config.steps, _finite(losses[-1], done, config), frame))
    return album.close(as_numpy(dict(game.named_parameters())), torch.stack(losses, 1).cpu().double().numpy())


def played(loss: Tensor, rule: torch.optim.Optimizer) -> Tensor:
    """One step of one player."""
    rule.zero_grad()
    loss.backward()
    rule.step()
    return loss.detach()


def _finite(pair: Tensor, step: int, config: Config) -> Mapping[str, float]:
    critic, generator = pair.tolist()
    if not np.isfinite(critic + generator):
        message = f"The loss was {critic + generator} at step {step}: a smaller learning rate usually helps."
        raise Trouble("training-diverged", message, step=step, lr=config.lr)
    return {"critic": critic, "loss": generator}
