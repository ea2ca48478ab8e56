"""What is taught, by hand, against torch's own arithmetic, and by law."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional as F

from core.distillation import Config, Lesson, entropy, gradient, high_limit, kd_loss, layer_map, losses, soften, train
from core.distillation.measures import agreement, calibration, cka, corrected, fitting_bias, surprise
from core.distillation.mutual import together
from core.errors import Trouble
from tests.launch import launch

DICE = np.random.default_rng(7)


def test_softened_by_hand() -> None:
    assert soften(np.log([1.0, 4.0, 16.0]), 2.0) == pytest.approx(np.array([1, 2, 4]) / 7)
    assert soften(torch.tensor([0.0, 2.0]).log1p() * 2, 2.0).numpy() == pytest.approx(np.array([1, 3]) / 4)
    with pytest.raises(ValueError, match="above 0"):
        soften(np.zeros(3), 0)


@given(st.lists(st.floats(-30, 30), min_size=2, max_size=11), st.floats(0.2, 50))
def test_softening_keeps_the_order_and_raises_the_entropy(z: list[float], T: float) -> None:
    p, hotter = soften(np.array(z), T), soften(np.array(z), 2 * T)
    assert p.sum() == pytest.approx(1)
    assert entropy(hotter) >= entropy(p) - 1e-9
    assert p[np.argmax(z)] == p.max()


def test_the_gradient_is_autograds_and_tends_to_its_limit() -> None:
    v, z = DICE.normal(size=(2, 5, 7)) * 3
    for T in (1.0, 3.0):
        x = torch.tensor(z, requires_grad=True)
        F.kl_div((x / T).log_softmax(-1), (torch.tensor(v) / T).softmax(-1), reduction="sum").backward()
        assert x.grad is not None
        assert gradient(z, v, T) == pytest.approx(x.grad.numpy())
    assert 1e8 * gradient(z, v, 1e4) == pytest.approx(high_limit(z, v), abs=1e-3)
    centred = z - z.mean(-1, keepdims=True), v - v.mean(-1, keepdims=True)
    assert high_limit(*centred) == pytest.approx((centred[0] - centred[1]) / 7)  # matching logits


def test_kd_loss_is_torchs_divergence_and_cross_entropy() -> None:
    s, t = torch.randn(2, 5, 3, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    y = torch.tensor([0, 2, 1, 1, 0])
    for T, alpha in ((1.0, 0.0), (4.0, 0.7), (2.0, 1.0)):
        ours = kd_loss(s, t, y, temperature=T, soft_weight=alpha)
        kl = torch.nn.KLDivLoss(reduction="batchmean", log_target=True)(
            (s / T).log_softmax(-1), (t / T).log_softmax(-1)
        )
        assert ours.item() == pytest.approx((alpha * T**2 * kl + (1 - alpha) * F.cross_entropy(s, y)).item())


def test_rows_without_a_label_have_no_hard_loss() -> None:
    s = torch.randn(3, 4, generator=torch.Generator().manual_seed(0), requires_grad=True)
    none = torch.full((3,), losses.UNKNOWN)
    assert losses.hard(s, none).item() == 0
    some = torch.tensor([1, losses.UNKNOWN, 2])
    assert losses.hard(s, some).item() == pytest.approx(F.cross_entropy(s[[0, 2]], some[[0, 2]]).item())


def test_the_losses_inside_by_hand() -> None:
    real = torch.tensor([[1.0, 1.0, 0.0]])
    a = torch.tensor([[[3.0, 4.0], [0.0, 2.0], [9.0, 9.0]]])
    b = torch.tensor([[[4.0, 3.0], [0.0, 5.0], [1.0, 0.0]]])
    assert losses.cosine(a, b, real).item() == pytest.approx((1 - 24 / 25) / 2)
    assert losses.hidden(a, b, real).item() == pytest.approx((1 + 4.5) / 2)  # ((1 + 1)/2 + (0 + 9)/2) / 2
    assert losses.patient(a[:, :2], b[:, :2]).item() == pytest.approx((0.04 + 0.04) / 2)  # of 2 pairs; (0, 2) ~ (0, 5)
    scores = torch.zeros(1, 2, 3, 3)
    other = scores.clone()
    other[0, 0, 0, 1], other[0, 1, 2, 2] = 2.0, 100.0  # the second one is padding
    assert losses.attention(scores, other, real).item() == pytest.approx(4 / 2 / 4)  # one of 2 heads, of 4 pairs
    p, q = torch.tensor([[[[0.5, 0.5, 0.0]] * 3]]), torch.tensor([[[[0.25, 0.75, 0.0]] * 3]])
    kl = 0.5 * np.log(2) + 0.5 * np.log(2 / 3)
    assert losses.relation(q, p, real).item() == pytest.approx(kl, abs=1e-6)
    rows = losses.value_relation(torch.randn(1, 2, 3, 5), real)
    assert rows.sum(-1) == pytest.approx(torch.ones(1, 2, 3)) and rows[..., 2].max() == 0


@pytest.mark.parametrize(
    ("teacher", "student", "strategy", "expected"),
    [
        (12, 6, "skip", (2, 4, 6, 8, 10, 12)),
        (12, 6, "last", (7, 8, 9, 10, 11, 12)),
        (12, 4, "uniform", (3, 6, 9, 12)),
        (6, 2, "skip", (3, 6)),
        (6, 2, "last", (5, 6)),
        (6, 2, "first", (1, 2)),
        (5, 5, "skip", (1, 2, 3, 4, 5)),
    ],
)
def test_layer_maps(teacher: int, student: int, strategy: str, expected: tuple[int, ...]) -> None:
    assert layer_map(teacher, student, strategy) == expected


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(["skip", "last", "first"]))
def test_a_map_rises_and_stays_inside(teacher: int, student: int, strategy: str) -> None:
    if student > teacher:
        with pytest.raises(ValueError, match="1 to"):
            layer_map(teacher, student, strategy)
        return
    found = layer_map(teacher, student, strategy)
    assert len(found) == student and list(found) == sorted(set(found))
    assert found[0] >= 1 and found[-1] <= teacher
    assert strategy == "first" or found[-1] == teacher


def test_an_unknown_strategy_is_named() -> None:
    with pytest.raises(ValueError, match="middle"):
        layer_map(6, 2, "middle")


def test_calibration_by_hand() -> None:
    logits = np.log(np.array([[0.9, 0.1], [0.9, 0.1], [0.3, 0.7], [0.6, 0.4]]))
    found = calibration(logits, np.array([0, 1, 1, 0]))
    assert found.ece == pytest.approx(0.5 * abs(0.5 - 0.9) + 0.25 * 0.3 + 0.25 * 0.4)
    assert surprise(logits, np.array([0, 1, 1, 0])) == pytest.approx(-np.mean(np.log([0.9, 0.1, 0.7, 0.6])))
    assert agreement(logits, -logits) == 0


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_likeness_ignores_rotation_and_scale(seed: int) -> None:
    dice = np.random.default_rng(seed)
    X = dice.normal(size=(31, 5))
    turn, _ = np.linalg.qr(dice.normal(size=(5, 5)))
    assert cka(X, 3 * X @ turn + 7) == pytest.approx(1)
    assert 0 <= cka(X, dice.normal(size=(31, 3))) < 0.6


def test_the_bias_is_fitted_to_a_share() -> None:
    z = DICE.normal(size=(101, 5))
    z[:, 3] -= 4
    bias = fitting_bias(z, 3, 0.2)
    assert (corrected(z, 3, bias).argmax(1) == 3).mean() == pytest.approx(0.2, abs=0.011)


def toy(seed: int = 0) -> Lesson:
    """Three clouds of points with a perfect teacher."""
    dice = np.random.default_rng(seed)
    middles = dice.normal(size=(3, 64))
    y = dice.integers(3, size=130)
    x = (middles[y] + 0.3 * dice.normal(size=(130, 64))).astype(np.float32)
    answers = (4.0 * np.eye(3)[y]).astype(np.float32)
    return Lesson("toy", ("a", "b", "c"), x[:67], y[:67], answers[:67], x[67:], y[67:], answers[67:])


@pytest.mark.parametrize("method", ["labels", "smooth", "soft", "annealed"])
def test_it_learns_and_it_repeats(method: str) -> None:
    config = Config(method=method, student="mlp-16", steps=60, B=16)
    one, two = (train(toy(), config, device="cpu") for _ in range(2))
    assert one.accuracy > 0.95 and len(one.held) == len(one.at)
    assert (one.logits == two.logits).all() and one.losses[-5:].mean() < one.losses[:5].mean()
    assert sum(one.terms.values()) == pytest.approx(one.losses, abs=1e-5)


def test_annealing_between_equal_weights_is_a_fixed_weight() -> None:
    base = Config(student="mlp-16", steps=20, B=16, soft_weight=0.3)
    fixed = train(toy(), replace(base, method="soft"), device="cpu")
    level, steep = (
        train(toy(), replace(base, method="annealed", first=0.3, last=last), device="cpu") for last in (0.3, 0.9)
    )
    assert level.losses == pytest.approx(fixed.losses) and steep.losses[0] == pytest.approx(fixed.losses[0])
    assert steep.terms["hard"][-1] < level.terms["hard"][-1]


def test_a_student_learns_a_class_that_it_never_saw_only_from_a_teacher() -> None:
    lesson = toy()
    doubtful = replace(lesson, answers=lesson.answers + np.float32(0))
    run = train(doubtful, Config(method="labels", student="mlp-16", steps=60, removed=1), device="cpu")
    assert not (run.logits.argmax(1) == 1).any()


def test_unlabelled_rows_teach_through_the_teacher() -> None:
    few = Config(student="mlp-16", steps=60, labels=3)
    assert train(toy(), replace(few, method="soft"), device="cpu").accuracy > 0.9


@pytest.mark.parametrize(
    ("config", "code"),
    [
        (Config(method="magic"), "distill-unknown"),
        (Config(method="pkd"), "distill-inside"),
    ],
)
def test_what_cannot_be_taught_is_said(config: Config, code: str) -> None:
    with pytest.raises(Trouble) as trouble:
        train(toy(), config, device="cpu")
    assert trouble.value.code == code


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
def test_it_trains_on_a_gpu() -> None:
    assert train(toy(), Config(student="mlp-16", steps=60), device="cuda").accuracy > 0.9


def test_two_students_teach_each_other_without_a_teacher() -> None:
    lesson = toy()
    lost = replace(lesson, answers=np.full_like(lesson.answers, np.nan))  # nobody may look at the teacher
    config = Config(method="mutual", student="mlp-8", steps=80, labels=12)
    one, two = (together(lost, config, device="cpu") for _ in range(2))
    assert one.accuracy > 0.9 and (one.logits == two.logits).all()
    assert sum(one.terms.values()) == pytest.approx(one.losses, abs=1e-5)


@pytest.mark.slow
def test_two_processes_teach_one_student(tmp_path: Path) -> None:
    script = tmp_path / "two.py"
    script.write_text(
        "import json\n"
        "from core.distillation import Config, train\n"
        "from tests.core.distillation.test_laws import toy\n"
        "run = train(toy(), Config(student='mlp-16', steps=40, B=16), device='cpu')\n"
        "print(json.dumps([run.accuracy, run.losses.tolist()]))\n"
    )
    accuracy, together_ = json.loads(launch(script))
    alone = train(toy(), Config(student="mlp-16", steps=40, B=16), device="cpu")
    assert accuracy == pytest.approx(alone.accuracy, abs=0.05)
    assert together_ == pytest.approx(alone.losses.tolist(), rel=1e-3)
