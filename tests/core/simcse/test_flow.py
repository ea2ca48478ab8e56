"""The flow: it starts as whitening, can be undone, knows its volume, and makes bent clouds more Gaussian."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.simcse.flow import APART, HALF_LOG_TAU, Config, Couplings, fit_flow

QUICK = Config(keep=5, layers=4, F=16, B=64, steps=300, lr=5e-3)


def banana(N: int, seed: int = 0) -> np.ndarray:
    """Five directions, one of them bent over another: whitening cannot straighten that."""
    x = np.random.default_rng(seed).standard_normal((N, 5))
    x[:, 1] += 1.5 * x[:, 0] ** 2
    return x


def bent(K: int = 5) -> Couplings:
    torch.manual_seed(0)
    couplings = Couplings(K, QUICK).double()
    for parameter in couplings.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return couplings


def test_untrained_it_is_whitening_in_another_order() -> None:
    x = banana(300)
    flow = fit_flow(x, replace(QUICK, steps=1, lr=0.0))
    white, out = flow.first(x), flow(x)
    assert np.sort(np.abs(out), axis=1) == pytest.approx(np.sort(np.abs(white), axis=1), abs=1e-5)
    plain, same = flow.nats(x[np.arange(300) % APART != 0])  # what it was learnt from
    assert plain == pytest.approx(0.5 + HALF_LOG_TAU, abs=1e-4) and same == pytest.approx(plain, abs=1e-5)


def test_every_coupling_can_be_undone() -> None:
    z = torch.randn(7, 5, dtype=torch.float64)
    for coupling in bent().each:
        assert torch.allclose(coupling.back(coupling(z)[0]), z, atol=1e-10)  # pyright: ignore[reportCallIssue]


def test_the_volume_is_that_of_the_jacobian() -> None:
    couplings, z = bent(), torch.randn(3, 5, dtype=torch.float64)
    _, grown = couplings.bend(z)
    for point, log in zip(z, grown, strict=True):
        jacobian = torch.autograd.functional.jacobian(lambda p: couplings.bend(p[None])[0][0], point)
        assert torch.linalg.slogdet(jacobian)[1].item() == pytest.approx(log.item())


def test_it_straightens_what_whitening_cannot_and_repeats() -> None:
    flow, unseen = fit_flow(banana(2_000), QUICK), banana(500, seed=1)
    plain, after = flow.nats(unseen)
    assert after < plain - 0.05
    assert fit_flow(banana(2_000), QUICK)(unseen).tobytes() == flow(unseen).tobytes()


def test_where_there_is_nothing_to_bend_it_stays_near_whitening() -> None:
    flow = fit_flow(np.random.default_rng(0).standard_normal((60, 5)), QUICK)
    plain, after = flow.nats(np.random.default_rng(1).standard_normal((500, 5)))
    assert after < plain + 0.05  # 300 steps on 52 points would have learnt them by heart
    assert flow.losses[-20:].mean() < flow.losses[:20].mean() - 0.1  # and did, before they were taken back


def test_too_little_is_said() -> None:
    with pytest.raises(Trouble, match="too few"):
        fit_flow(np.ones((2, 3)))
    with pytest.raises(Trouble, match="one direction"):
        fit_flow(np.outer(np.arange(19.0), np.ones(3)))
