"""The smallest model with attention: another attention on paper, and by law."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from core.attention.debate import case, divergence, elsewhere, learn, vectors
from core.models import load


def test_two_words_carry_the_answer_of_three() -> None:
    alpha, evidence = np.array([0.2, 0.6, 0.2]), np.array([3.0, 0.0, -3.0])
    found = elsewhere(alpha, evidence)
    assert found.tolist() == pytest.approx([0.5, 0, 0.5])
    assert elsewhere(np.array([1.0]), np.array([2.0])).tolist() == [1.0]


@given(st.integers(2, 9), st.integers(0, 99))
def test_another_attention_never_changes_the_answer(T: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    alpha, evidence = dice.dirichlet(np.ones(T)), dice.standard_normal(T)
    found = elsewhere(alpha, evidence)
    assert found.sum() == pytest.approx(1) and found.min() >= 0 and (found > 0).sum() <= 2
    assert found @ evidence == pytest.approx(alpha @ evidence, abs=1e-9)
    other = dice.dirichlet(np.ones(T))
    assert divergence(alpha, other) == pytest.approx(jensenshannon(alpha, other, base=2) ** 2, abs=1e-6)


def test_it_learns_it_repeats_and_leaves_out_by_hand() -> None:
    model = load()
    pooled = learn(model)
    assert pooled.accuracy == 1.0 and np.array_equal(pooled.query, learn(model).query)
    found = case(pooled, *vectors(model, "A terrible meal."))
    assert found.share < 0.2 and found.words[int(found.alpha.argmax())] == "terrible"
    words, E = vectors(model, "A meal.")
    _, without = vectors(model, "A terrible meal.")
    assert np.allclose(np.delete(without, 1, axis=0), E) and len(words) == 3
    assert found.without[1] == pytest.approx(case(pooled, words, E).share - found.share, abs=1e-9)
