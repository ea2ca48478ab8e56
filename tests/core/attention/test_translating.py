"""The small translators: by hand, against the written-out scores, against torch's own attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import scaled_dot_product_attention

from core.attention.arithmetic import Parameters, scores
from core.attention.translating import Config, train, translate
from core.attention.translating.dates import (
    FIRST,
    HELD,
    LONGEST,
    PAD,
    START,
    UNKNOWN,
    WRITTEN,
    chinese,
    forms,
    pairs,
    source_ids,
    target_ids,
)
from core.attention.translating.networks import Cross, Recurrent, network, overlap
from core.attention.translating.translator import SCORES, Batches, Score, alike, padded
from core.errors import Trouble
from core.runtime import Step, seeded
from tests.launch import launch

SMALL = Config(D=8, steps=6, B=4)


def test_a_date_in_all_its_forms() -> None:
    assert forms(date(2021, 5, 3)) == (
        "3 may 2021",
        "may 3, 2021",
        "the 3rd of may 2021",
        "mon, may 3, 2021",
        "2021, may the 3rd",
        "2021年5月3日",
        "公元2021年5月3号",
        "二〇二一年五月三日",
    )
    assert "the 12th of december 1999" in forms(date(1999, 12, 12))
    assert [chinese(n) for n in (1, 10, 11, 20, 31)] == ["一", "十", "十一", "二十", "三十一"]


def test_characters_become_numbers() -> None:
    assert source_ids("May 零☃") == [*source_ids("may 〇"), UNKNOWN]
    assert target_ids("2021-05-03")[4] == target_ids("-")[0] == 2


@given(st.dates(FIRST, date(2099, 12, 31)))
def test_every_form_fits_and_is_known(day: date) -> None:
    for form in forms(day):
        assert len(form) <= LONGEST and UNKNOWN not in source_ids(form) and PAD not in source_ids(form)
    assert len(day.isoformat()) == WRITTEN


def test_no_day_is_both_learnt_and_kept_back() -> None:
    learnt, held = ({target for _, target in pairs(500, 1, held=which)} for which in (False, True))
    assert not learnt & held
    assert all((date.fromisoformat(each) - FIRST).days % HELD == 0 for each in held)


@pytest.mark.parametrize("kind", ["additive", "dot", "general"])
def test_scores_are_those_that_are_written_out(kind: Any) -> None:
    dice = np.random.default_rng(0)
    given_ = Parameters.drawn(6, 6, 0)
    model = Recurrent(kind, 6)
    with torch.no_grad():
        if kind == "additive":
            model.W1.weight.copy_(torch.from_numpy(given_.W1))
            model.W2.weight.copy_(torch.from_numpy(given_.W2))
            model.W2.bias.zero_()
            model.v.weight.copy_(torch.from_numpy(given_.v)[None])
        elif kind == "general":
            model.W.weight.copy_(torch.from_numpy(given_.W.T))
        q, K = dice.standard_normal(6), dice.standard_normal((5, 6))
        found = model.scores(torch.tensor(q[None], dtype=torch.float32), torch.tensor(K[None], dtype=torch.float32))
    np.testing.assert_allclose(found[0].numpy(), scores(kind, q, K, given_), atol=1e-5)


def test_cross_attention_is_torchs() -> None:
    with seeded(0):
        cross = Cross(8, 2)
        x, memory = torch.randn(3, 4, 8), torch.randn(3, 5, 8)
    real = torch.tensor([[True] * 5, [True] * 3 + [False] * 2, [True] + [False] * 4])

    def heads(part: torch.Tensor) -> torch.Tensor:
        return part.unflatten(-1, (2, 4)).transpose(1, 2)

    with torch.no_grad():
        q, k, v = heads(cross.query(x)), heads(cross.key(memory)), heads(cross.value(memory))
        expected = cross.out(scaled_dot_product_attention(q, k, v, real[:, None, None]).transpose(1, 2).flatten(2))
        found, weights = cross(x, memory, real)
    torch.testing.assert_close(found, expected)
    assert (weights[2, ..., 1:] == 0).all()


@pytest.mark.parametrize("score", SCORES)
def test_weights_are_shares_of_the_source_and_padding_changes_nothing(score: Score) -> None:
    with seeded(0):
        model = network(score, 8, 2).eval()
    target = torch.full((2, 3), START)
    with torch.inference_mode():
        logits, weights = model(padded(["3 may 2021", "the 3rd of may 2021"]), target)
        alone, _ = model(padded(["3 may 2021"]), target[:1])
    torch.testing.assert_close(logits[0], alone[0])
    torch.testing.assert_close(weights.sum(-1), torch.ones(weights.shape[:-1]))
    assert (weights[0, ..., 10:] == 0).all()
    if score in ("even", "none"):
        torch.testing.assert_close(weights[0, ..., :10], torch.full_like(weights[0, ..., :10], 0.1))


def test_nobody_sees_what_is_not_written_yet() -> None:
    with seeded(0):
        models = [network(score, 8, 2).eval() for score in SCORES]
    source, a = padded(["3 may 2021"]), torch.tensor([[START, 4, 5, 6]])
    b = torch.tensor([[START, 4, 9, 9]])
    for model in models:
        with torch.inference_mode():
            torch.testing.assert_close(model(source, a)[0][:, :2], model(source, b)[0][:, :2])


@pytest.mark.parametrize("score", ["additive", "cross"])
def test_the_same_training_is_the_same_and_goes_on_translating(score: Any) -> None:
    seen: list[Step] = []
    config = Config(score=score, D=8, H=2, steps=6, B=4)
    run, again = train(None, config, device="cpu", on_step=seen.append), train(None, config, device="cpu")
    np.testing.assert_array_equal(run.losses, again.losses)
    assert run.at == (0, 1, 2, 3, 4, 5, 6) and len(run.said) == len(run.right) == len(run.maps) == 7
    found = translate(run, "The 3rd of May 2021")
    assert found.text == run.said[-1]
    np.testing.assert_allclose(found.weights, run.maps[-1], atol=1e-6)
    np.testing.assert_array_equal(np.asarray(seen[-1].frame), run.maps)


def test_what_goes_in_comes_before_what_is_wanted() -> None:
    source, before, wanted = next(iter(Batches(SMALL)))
    assert len(source) == len(before) == len(wanted) == SMALL.B
    assert (before[:, 0] == START).all() and (before[:, 1:] == wanted[:, :-1]).all()


@pytest.mark.parametrize(("text", "code"), [("  ", "translate-empty"), ("x" * (LONGEST + 1), "translate-long")])
def test_what_cannot_be_read_is_said(text: str, code: str) -> None:
    with pytest.raises(Trouble) as caught:
        train(None, Config(watched=text))
    assert caught.value.code == code


def test_heads_that_look_at_the_same_overlap() -> None:
    one, other = torch.tensor([[1.0, 0, 0, 0], [0.5, 0.5, 0, 0]]), torch.tensor([[0.0, 0, 1, 0], [0.5, 0.5, 0, 0]])
    assert overlap(torch.stack([one, one])[None]).item() == pytest.approx((1 + 0.5) / 2)
    assert overlap(torch.stack([one, other])[None]).item() == pytest.approx((0 + 0.5) / 2)
    np.testing.assert_allclose(alike(torch.stack([one, other]).numpy()), [[1, 1 / 3], [1 / 3, 1]], atol=1e-6)


def test_the_price_of_alike_heads_reaches_the_training() -> None:
    config = Config(score="cross", D=8, H=2, steps=3, B=4)
    free, dear = (train(None, replace(config, diverse=each), device="cpu").losses for each in (0.0, 5.0))
    assert dear[0] > free[0] and not np.allclose(dear[1:], free[1:])


def test_every_score_is_named() -> None:
    assert get_args(Score) == SCORES


@pytest.mark.slow
def test_looking_back_beats_one_vector() -> None:
    additive, none = (
        train(None, Config(score=score, steps=250), device="cpu").right[-1] for score in ("additive", "none")
    )
    assert additive > 0.8 > 0.5 > none


@pytest.mark.gpu
def test_it_trains_on_a_gpu() -> None:
    assert np.isfinite(train(None, SMALL, device="cuda").losses).all()


SCRIPT = """
from accelerate import PartialState
from core.attention.translating import Config, train

for score in ("additive", "cross"):
    run = train(None, Config(score=score, D=8, H=2, steps=6, B=4), device="cpu")
    if PartialState().is_main_process:
        print(score, PartialState().num_processes, run.losses[-1])
"""


@pytest.mark.slow
def test_it_trains_in_two_processes(tmp_path) -> None:
    script = tmp_path / "translators.py"
    script.write_text(SCRIPT)
    for line, score in zip(launch(script).splitlines(), ("additive", "cross"), strict=True):
        name, processes, loss = line.split()
        assert (name, processes) == (score, "2") and np.isfinite(float(loss))
