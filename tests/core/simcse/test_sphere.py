"""Points on the circle: gradients against torch's, and what each loss alone ends in."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.simcse import Sphere, info_nce, move
from core.simcse.sphere import NEIGHBOURS, forces, slope, start


def by_torch(z: torch.Tensor, config: Sphere) -> torch.Tensor:
    cosines, apart = z @ z.T, ~torch.eye(len(z), dtype=torch.bool)
    positives = [torch.roll(z, -shift, 0) for shift in NEIGHBOURS]
    if config.loss == "alignment":
        return torch.stack([(2 - 2 * (z * p).sum(1)).mean() for p in positives]).mean()
    if config.loss == "uniformity":
        return (-2 * (2 - 2 * cosines[apart])).exp().mean().log()
    logits = (cosines / config.temperature).masked_fill(~apart, -torch.inf)
    own = torch.stack([(z * p).sum(1) for p in positives]).mean(0) / config.temperature
    return (logits.logsumexp(1) - own).mean()


@pytest.mark.parametrize("loss", ["info-nce", "alignment", "uniformity"])
def test_the_written_gradient_is_torchs(loss) -> None:
    config = Sphere(loss=loss, D=3, N=11)
    z = torch.tensor(start(config), requires_grad=True)
    theirs = by_torch(z, config)
    ours, gradient = slope(z.detach().numpy(), config)
    assert ours == pytest.approx(theirs.item())
    theirs.backward()
    assert z.grad is not None
    assert gradient / 11 == pytest.approx(z.grad.numpy(), abs=1e-12)


@pytest.mark.parametrize("D", [2, 3])
def test_alone_they_collapse_or_lose_the_order_together_they_learn(D: int) -> None:
    ends = {loss: move(Sphere(loss=loss, D=D)) for loss in ("info-nce", "alignment", "uniformity")}
    assert ends["alignment"].uniformity[-1] > -0.05 and ends["alignment"].alignment[-1] < 0.01  # one point
    assert ends["uniformity"].alignment[-1] > 1  # neighbours are strangers
    both = ends["info-nce"]
    assert both.alignment[-1] < 0.5 * both.alignment[0] and both.uniformity[-1] < both.uniformity[0] - 0.5
    for end in ends.values():
        assert end.frames.shape == (51, 48, D)
        assert np.linalg.norm(end.frames, axis=2) == pytest.approx(np.ones((51, 48)))
        assert end.losses[-1] < end.losses[0]


def test_the_same_seed_the_same_bytes() -> None:
    assert move(Sphere()).frames.tobytes() == move(Sphere()).frames.tobytes()


def test_pull_and_push_are_the_gradient_of_one_anchors_loss() -> None:
    points = torch.tensor(start(Sphere(N=9)))
    anchor = points[4].clone().requires_grad_()
    logits = (points @ anchor / 0.2)[torch.arange(9) != 4]
    own = torch.stack([points[4 + shift] @ anchor for shift in NEIGHBOURS]).mean() / 0.2
    (logits.logsumexp(0) - own).backward()
    assert anchor.grad is not None
    along = anchor.grad - (anchor.grad @ points[4]) * points[4]
    pull, push = forces(points.numpy(), 4, 0.2)
    assert -(pull + push) == pytest.approx(along.numpy())


def test_one_positive_each_is_the_loss_of_the_sentences() -> None:
    x, y = torch.randn(6, 3, dtype=torch.float64), torch.randn(6, 3, dtype=torch.float64)
    x, y = (each / each.norm(dim=1, keepdim=True) for each in (x, y))
    by_hand = ((x @ y.T / 0.1).logsumexp(1) - (x * y).sum(1) / 0.1).mean()
    assert torch.isclose(info_nce(x, y, temperature=0.1), by_hand)
