"""AE and VAE: through a narrow middle and out again.

An AE only wants its input back; to sample, a Gaussian is laid over its codes afterwards. A VAE blurs each code into a
Gaussian and pays, in nats, for every Gaussian that is not the standard one.

Sources: Hinton and Salakhutdinov 2006; Kingma and Welling 2014, https://arxiv.org/abs/1312.6114;
Higgins et al. 2017 (β).
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.fit import fit
from core.generators.learning import Album, Batches, Mlp, adam, as_numpy, falling, go_on, standardised
from core.generators.run import Config, Run
from core.generators.sampling import encode
from core.runtime import OnStep, Step, quiet, seeded


class Coder(nn.Module):
    """Encoder, noise, decoder; returns the picture again and, of a VAE, the KL term of every row."""

    def __init__(self, D: int, config: Config) -> None:
        super().__init__()
        self.config = config
        self.encoder = Mlp(D, config.Z * (2 if config.family == "vae" else 1), config)
        self.decoder = Mlp(config.Z, D, config)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        if self.config.family == "ae":
            return self.decoder(self.encoder(x)), x.new_zeros(len(x))
        mean, log = self.encoder(x).chunk(2, dim=-1)
        log = log.clamp(-20, 10)
        z = mean + self.config.spread * (0.5 * log).exp() * torch.randn_like(mean)
        return self.decoder(z), kl(mean, log).sum(-1)


def kl(mean: Tensor, log: Tensor) -> Tensor:
    """``KL(N(μ, σ²) ‖ N(0, 1))`` a coordinate, in nats; ``log`` is log σ². Source: Kingma and Welling 2014, B."""
    return 0.5 * (mean.square() + log.exp() - 1 - log)


def learn(
    data: Float[np.ndarray, "N D"], config: Config, device: str, on_step: OnStep = quiet, start: Run | None = None
) -> Run:
    """Train either."""
    x, centre, scale = standardised(data)
    with seeded(config.seed):
        model = Coder(x.shape[1], config)
    go_on(model, start)
    album, parts = Album(config, centre, scale), list[Tensor]()

    def weights() -> dict[str, np.ndarray]:
        found = as_numpy(dict(model.named_parameters()))
        return found | (_codes(album, found, data) if config.family == "ae" else {})

    def heard(step: Step) -> None:
        done, frame = round(step.progress * config.steps), None
        if album.due(done):
            frame = album.take(done, weights())
        on_step(Step(step.progress, step.metrics, frame))

    def loss(whole: nn.Module, batch: Tensor) -> Tensor:
        again, cost = whole(batch)
        error = (again - batch).square().sum(-1).mean() / (2 * config.sigma**2)
        parts.append(torch.stack([error.detach(), cost.detach().mean()]))
        return error + config.beta * cost.mean()

    fit(
        model,
        loss,
        Batches(x, None, config),
        lr=config.lr,
        seed=config.seed,
        on_step=heard,
        schedule=falling,
        optimizer=adam,
        clip=None,
        device=device,
    )
    return album.close(weights(), torch.stack(parts, 1).cpu().double().numpy())


def _codes(album: Album, found: dict[str, np.ndarray], data: np.ndarray) -> dict[str, np.ndarray]:
    """The Gaussian over an AE's codes: mean, and a root of the covariance."""
    z, _ = encode(album.close(found, np.zeros((1, 0))), data)
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(z, rowvar=False)))
    root = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
    return {"codes.mean": z.mean(0), "codes.root": root}
