"""Alignment, uniformity, InfoNCE and isotropy: by hand, against sentence-transformers, scipy, the paper."""

from __future__ import annotations

import math
from typing import cast

import numpy as np
import pytest
import torch
from scipy.spatial.distance import pdist
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from torch.nn.functional import normalize

from core.simcse import (
    alignment,
    info_nce,
    iso_score,
    random_cosine,
    spectrum,
    uniformity,
    unit,
    whiten,
    whitening,
)

SQUARE = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])


def cloud(N: int = 13, D: int = 5, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((N, D)) + 0.5


def test_alignment_by_hand() -> None:
    turned = np.roll(SQUARE, 1, axis=0)  # every partner a quarter turn away: squared distance 2
    assert alignment(SQUARE, turned) == pytest.approx(2)
    assert alignment(SQUARE, -SQUARE) == pytest.approx(4)
    assert alignment(SQUARE, -SQUARE, alpha=1) == pytest.approx(2)
    assert alignment(SQUARE, SQUARE) == 0


def test_uniformity_by_hand() -> None:
    # Each corner has two neighbours at squared distance 2 and one at 4.
    assert uniformity(SQUARE) == pytest.approx(math.log((2 * math.exp(-4) + math.exp(-8)) / 3))
    assert uniformity(SQUARE, t=1) == pytest.approx(math.log((2 * math.exp(-2) + math.exp(-4)) / 3))
    assert uniformity(np.ones((7, 3))) == 0  # all in one point
    with pytest.raises(ValueError, match="got 1"):
        uniformity(SQUARE[:1])


def test_they_are_the_lines_printed_in_the_paper() -> None:
    x, y = torch.randn(17, 5, dtype=torch.float64), torch.randn(17, 5, dtype=torch.float64)
    assert torch.isclose(alignment(x, y), (x - y).norm(p=2, dim=1).pow(2).mean())
    assert torch.isclose(uniformity(x), torch.pdist(x, p=2).pow(2).mul(-2).exp().mean().log())
    assert uniformity(x.numpy()) == pytest.approx(np.log(np.exp(-2 * pdist(x.numpy()) ** 2).mean()))


def test_numpy_and_torch_agree_and_torch_has_a_gradient() -> None:
    x = torch.randn(11, 3, dtype=torch.float64, requires_grad=True)
    assert uniformity(x).item() == pytest.approx(uniformity(x.detach().numpy()))
    assert torch.autograd.gradcheck(uniformity, (x,))
    assert torch.autograd.gradcheck(lambda points: alignment(unit(points), unit(points.roll(1, 0))), (x,))


def test_long_vectors_do_not_underflow() -> None:
    far = 300 * SQUARE  # exp(-2 · 180,000) is 0 in any float
    assert uniformity(far) == pytest.approx(-2 * 180_000 + math.log(2 / 3))


def test_unit_leaves_zeros() -> None:
    assert unit(np.array([[3.0, 4.0], [0.0, 0.0]])).tolist() == [[0.6, 0.8], [0.0, 0.0]]


def test_info_nce_by_hand() -> None:
    anchor, positive = torch.tensor([[2.0, 0.0], [0.0, 5.0]]), torch.tensor([[7.0, 0.0], [0.0, 1.0]])
    right = math.log(1 + math.exp(-1 / 0.5))  # own candidate at cosine 1, the other at 0
    assert info_nce(anchor, positive, temperature=0.5).item() == pytest.approx(right)
    hard = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # as near as the positive itself
    right = math.log(2 + 2 * math.exp(-2))
    assert info_nce(anchor, positive, hard, temperature=0.5).item() == pytest.approx(right)


@pytest.mark.parametrize("hard", [False, True])
def test_info_nce_is_sentence_transformers_ranking_loss(hard: bool) -> None:
    torch.manual_seed(0)
    sides = [torch.randn(7, 5, requires_grad=True) for _ in range(3 if hard else 2)]
    ours = info_nce(*sides, temperature=0.05)
    peer = MultipleNegativesRankingLoss(cast(SentenceTransformer, torch.nn.Module()), scale=20.0)
    theirs = peer.compute_loss_from_embeddings(sides, torch.empty(0))
    assert ours.item() == pytest.approx(theirs.item(), rel=1e-5)
    for mine, other in zip(torch.autograd.grad(ours, sides), torch.autograd.grad(theirs, sides), strict=True):
        assert torch.allclose(mine, other, atol=1e-6)


def test_info_nce_ignores_length() -> None:
    x, y = torch.randn(5, 3), torch.randn(5, 3)
    assert torch.isclose(info_nce(x, y, temperature=0.1), info_nce(9 * x, normalize(y), temperature=0.1))


def test_random_cosine_is_the_mean_over_pairs() -> None:
    x = cloud()
    assert random_cosine(x) == pytest.approx(1 - pdist(x, "cosine").mean())
    assert random_cosine(SQUARE) == pytest.approx(-1 / 3)


def test_iso_score_of_even_and_flat_clouds() -> None:
    dice = np.random.default_rng(0)
    assert iso_score(dice.standard_normal((20_000, 7))) == pytest.approx(1, abs=0.01)
    assert iso_score(np.outer(dice.standard_normal(50), np.ones(7))) == pytest.approx(0, abs=1e-9)


def test_spectrum_starts_at_one_and_falls() -> None:
    values = spectrum(cloud())
    assert values[0] == 1 and (np.diff(values) <= 0).all()
    assert spectrum(SQUARE) == pytest.approx([1, 1])


def test_whitening_gives_unit_covariance() -> None:
    x = cloud(31, 5)
    white = whiten(x)
    assert white.mean(0) == pytest.approx(np.zeros(5), abs=1e-12)
    assert white.T @ white / 31 == pytest.approx(np.eye(5), abs=1e-12)
    assert whiten(x, keep=2) == pytest.approx(white[:, :2])


def test_whitening_leaves_out_what_does_not_vary() -> None:
    x = np.concatenate([cloud(31, 3), np.ones((31, 2))], axis=1)
    assert whiten(x).shape == (31, 3)
    learnt = whitening(x)
    assert np.isfinite(learnt(cloud(4, 5, seed=1))).all()
