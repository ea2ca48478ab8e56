import numpy as np
import pytest

from core.errors import Trouble
from core.word2vec import Vectors
from core.word2vec.explore import axis, closeness, formula, parallelogram

PLANE = Vectors(
    ("man", "woman", "king", "queen", "state-of-the-art"),
    np.array([[1, 0, 0], [1, 1, 0], [1, 0, 1], [1, 1, 1], [0, 2, 0]], np.float32),
)


def test_a_formula_is_a_sum_of_unit_vectors():
    point, rows = formula(PLANE, "king - man + woman")
    assert point == pytest.approx(PLANE.unit[2] - PLANE.unit[0] + PLANE.unit[1])
    assert rows == (2, 0, 1)


def test_weights_hyphens_signs_and_case():
    point, rows = formula(PLANE, "- 0.5 * MAN + state-of-the-art")
    assert point == pytest.approx([-0.5, 1, 0]) and rows == (0, 4)
    assert formula(PLANE, "king − man")[1] == (2, 0)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("king +", "word2vec-formula"), ("", "word2vec-formula"), ("zebra", "word2vec-unknown-word")],
)
def test_what_is_no_formula_is_told(typed, code):
    with pytest.raises(Trouble) as told:
        formula(PLANE, typed)
    assert told.value.code == code


def test_three_measures_by_hand():
    point = np.array([1, 1, 0], np.float32)
    assert closeness(PLANE, point, "dot")[3] == 2
    assert closeness(PLANE, point, "euclidean")[2] == pytest.approx(-np.sqrt(2))
    assert closeness(PLANE, point, "cosine")[1] == pytest.approx(1)


def test_an_axis_points_from_one_set_to_the_other():
    way = axis(PLANE, ["woman"], ["man"])
    assert np.linalg.norm(way) == pytest.approx(1)
    assert PLANE.unit[1] @ way > 0 > PLANE.unit[0] @ way


def test_a_parallelogram_is_drawn_true_to_length():
    found = parallelogram(PLANE, "man", "woman", "king", "queen")
    for i, j in ((0, 1), (0, 2), (1, 2)):
        in_space = np.linalg.norm(PLANE.unit[i] - PLANE.unit[j])
        assert np.linalg.norm(found.points[i] - found.points[j]) == pytest.approx(in_space, abs=1e-6)
    assert found.sought == pytest.approx(found.points[1] + found.points[2])
    queen = PLANE.unit[3] - PLANE.unit[0]
    assert np.hypot(np.linalg.norm(found.points[3]), found.off) == pytest.approx(np.linalg.norm(queen), abs=1e-6)
