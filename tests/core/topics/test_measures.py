"""Agreement of groupings beside scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.topics.stability import adjusted_rand, between_runs, mutual_information


@given(st.integers(0, 2**32 - 1), st.integers(1, 7))
@settings(max_examples=25, deadline=None)
def test_equal_to_scikit_learn(seed: int, groups: int) -> None:
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    dice = np.random.default_rng(seed)
    a, b = dice.integers(-1, groups, (2, 53))
    assert adjusted_rand(a, b) == pytest.approx(adjusted_rand_score(a, b))
    assert mutual_information(a, b) == pytest.approx(normalized_mutual_info_score(a, b))


def test_numbers_of_groups_do_not_matter() -> None:
    a = np.array([0, 0, 1, 1, -1])
    assert between_runs([a, np.array([3, 3, 0, 0, 1])]) == pytest.approx(np.ones((2, 2)))
