"""Questions of whole words are harder than questions of their pieces."""

from __future__ import annotations

import numpy as np

from core.masking.difficulty import difficulty
from core.masking.objectives import MLM, WholeWord
from core.tokens import bert


def test_the_bits_are_the_models_own() -> None:
    """Every piece hidden at once: what is left to read is [CLS] and [SEP], so the draw does not matter."""
    pieces = bert.read("the cat sleeps").pieces[1:-1]
    one, two = (difficulty(pieces, MLM(1.0, 1.0, 0.0), "minilm-mlm", draws=1, seed=seed) for seed in (0, 5))
    assert one == two and one.asked == len(pieces) and one.bits > 0


def test_pieces_of_a_word_give_each_other_away() -> None:
    pieces = bert.read("unforgettable snowboarding afternoons were photographed").pieces[1:-1]
    torn, whole = (difficulty(pieces, rule(0.3, 1.0, 0.0), "minilm-mlm") for rule in (MLM, WholeWord))
    assert torn.asked > 50 and torn.bits < whole.bits


def test_what_the_model_does_not_know_is_not_asked() -> None:
    nothing = difficulty(("龘", "靐"), MLM(1.0, 1.0, 0.0), "minilm-mlm", draws=2)
    assert nothing.asked == 0 and np.isnan(nothing.bits)
