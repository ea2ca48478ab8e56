"""One InfoNCE term against torch's softmax and autograd."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import cross_entropy, normalize

from core.simcse.pull import pull


@given(st.lists(st.floats(0, 6.28), min_size=3, max_size=7), st.sampled_from([0.05, 0.2, 1.0]))
def test_loss_shares_and_gradient_are_autograds(angles: list[float], temperature: float) -> None:
    points = np.stack([np.cos(angles), np.sin(angles)], 1)
    found = pull(points[0], points[1:], temperature)
    anchor = torch.tensor(points[0], requires_grad=True)
    logits = torch.tensor(points[1:]) @ normalize(anchor, dim=0) / temperature
    loss = cross_entropy(logits[None], torch.tensor([0]))
    loss.backward()
    assert found.loss == pytest.approx(loss.item(), abs=1e-9)
    assert found.shares == pytest.approx(logits.softmax(0).detach().numpy(), abs=1e-9)
    assert anchor.grad is not None
    assert found.gradient == pytest.approx(anchor.grad.numpy(), abs=1e-8)
    assert found.parts.sum(0) == pytest.approx(-found.gradient)


def test_by_hand() -> None:
    """The positive at a right angle, one negative opposite to it: both have a cosine of 0, so each has half."""
    found = pull(np.array([1.0, 0.0]), np.array([[0.0, 1.0], [0.0, -1.0]]), 0.5)
    assert found.loss == pytest.approx(np.log(2)) and found.shares == pytest.approx([0.5, 0.5])
    assert found.gradient == pytest.approx([0.0, -2.0])  # (0.5·(0, 1) + 0.5·(0, −1) − (0, 1)) / 0.5
