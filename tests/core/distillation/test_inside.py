"""Orders of teaching, inherited layers, two vocabularies: by hand, by gradient, and once through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.distillation import Config, Lesson, ablations, train
from core.distillation.dual import Both, Cut, Words, learn, projection
from core.distillation.heirs import HEIRS, heir
from core.distillation.methods import METHODS, Batch, Mapped
from core.distillation.small import KINDS, Small, shipped
from core.distillation.students import as_input, build, count
from core.distillation.teacher import Teacher, ids_of, small_table
from core.distillation.texts import Labelled, taught
from core.tokens.config import Config as Vocabulary
from core.tokens.merges import train_merges

SENTENCES = ("play some jazz", "will it rain today", "put on a song", "weather in paris")


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    labels = np.array([0, 1, 0, 1])
    return taught(Labelled("toy", ("music", "weather"), SENTENCES, labels, SENTENCES, labels), Teacher(2).eval())


def batch_at(lesson: Lesson, progress: float) -> Batch:
    x, answers, labels = (torch.from_numpy(each) for each in (lesson.inputs, lesson.answers, lesson.labels))
    return Batch(torch.arange(4), as_input(x), answers, labels, progress)


def touched(lesson: Lesson, method: str, progress: float) -> set[str]:
    """Parts of the student that a step of this method would change."""
    config = Config(method=method, student="narrow-2")
    torch.manual_seed(0)
    mapped = Mapped(build("narrow-2", 2, small_table()), lesson, config)
    torch.stack(list(mapped(batch_at(lesson, progress)).values())).sum().backward()
    named = mapped.student.named_parameters()
    return {name.removeprefix("body.").rsplit(".", 2)[0] for name, p in named if p.grad is not None and p.grad.any()}


def test_one_block_at_a_time_and_what_lies_below_rests(lesson: Lesson) -> None:
    first, second, answers = (touched(lesson, "progressive", at) for at in (0.1, 0.3, 0.6))
    assert all(name.startswith("layers.1") for name in second) and second
    assert not any(name.startswith("layers.1") or name.startswith("head") for name in first)
    assert any(name.startswith("layers.0") for name in first)
    assert {name.split(".")[0] for name in answers} >= {"layers", "head", "places"}
    assert any(name.startswith("layers.0") for name in touched(lesson, "joint", 0.3))


def test_the_orders_differ_in_when_and_not_in_what(lesson: Lesson) -> None:
    base = Config(student="narrow-2", steps=8, B=4)
    runs = {
        name: train(lesson, replace(base, method=name), device="cpu") for name in ("progressive", "joint", "auxiliary")
    }
    assert all(set(run.terms) == {"feature", "looks", "soft", "hard"} for run in runs.values())
    early, late = slice(0, 4), slice(4, 8)
    for name in ("progressive", "joint"):
        assert not runs[name].terms["soft"][early].any() and not runs[name].terms["feature"][late].any()
    assert (runs["auxiliary"].terms["feature"] > 0).all() and (runs["auxiliary"].terms["soft"] > 0).all()
    assert runs["joint"].terms["looks"][0] == pytest.approx(runs["auxiliary"].terms["looks"][0], rel=1e-5)
    assert 0 < runs["progressive"].terms["looks"][0] < runs["joint"].terms["looks"][0]  # one block of two


@pytest.mark.parametrize(("kind", "layers"), [("skip", (3, 6)), ("last", (5, 6)), ("first", (1, 2))])
def test_an_heir_has_the_layers_that_are_named(kind: str, layers: tuple[int, ...]) -> None:
    teacher, mine = Teacher(3), heir(f"heir-2-{kind}", 3)
    for layer, n in zip(mine.body.layers, layers, strict=True):
        theirs = teacher.encoder.layers[n - 1].state_dict()
        assert all(torch.equal(value, theirs[name]) for name, value in layer.state_dict().items())
    if kind == "first":  # as far as it goes, it is the teacher
        ids = as_input(torch.from_numpy(ids_of(SENTENCES)))
        with torch.inference_mode():
            pairs = zip(mine(ids).states, teacher.eval()(ids).states[:3], strict=True)
            assert all(torch.allclose(a, b, atol=1e-6) for a, b in pairs)


def test_a_new_heir_has_the_same_size_and_knows_nothing() -> None:
    old, new = (heir(f"heir-1-{kind}", 3) for kind in ("first", "new"))
    assert count(old) == count(new) and "heir-3-new" in HEIRS
    one, other = (each.body.layers[0].get_parameter("query.weight") for each in (old, new))
    assert one.shape == other.shape and not torch.allclose(one, other)
    assert not any("embeddings" in name for name in old.state_dict())


def test_an_heir_is_taught_inside_and_out(lesson: Lesson) -> None:
    for method in ("soft", "pkd"):
        run = train(lesson, Config(method=method, student="heir-1-last", steps=6, B=4, lr=3e-4), device="cpu")
        assert run.losses[-1] < run.losses[0] and run.logits.shape == (4, 2)


def test_every_small_study_names_known_methods_once() -> None:
    for name, settings in ablations.STUDIES.items():
        found = settings()
        assert len(set(found)) == len(found) > 3, name
        assert {each.method for each in found} <= set(METHODS)
    assert {each.method for each in ablations.stages()} == {"soft", "auxiliary", "joint", "progressive"}


# --- two vocabularies ---------------------------------------------------------------------------------------------


def test_what_does_not_pass_by_hand() -> None:
    torch.manual_seed(0)
    teacher, student = Words(5, 4, 2), Words(3, 4, 2)
    student.load_state_dict({**teacher.state_dict(), "table.weight": teacher.table.weight[:4].detach().clone()})
    eye = torch.eye(4)
    assert projection(teacher, student, eye, eye).item() == pytest.approx(
        0, abs=1e-6
    )  # the same network through no door
    with torch.no_grad():
        for part in student.body.layers[0].parameters():
            part.zero_()
    # four of nine matrices are lost whole, down and up: two shares of one each
    assert projection(teacher, student, eye, eye).item() == pytest.approx(2 * 4 / 9, abs=1e-5)


def test_the_projection_reaches_both_networks_and_the_doors() -> None:
    both = Both(Words(7, 8, 3), Words(5, 4, 3))
    projection(both.teacher, both.student, both.U, both.V).backward()
    grads = [both.U.grad, both.V.grad, both.teacher.table.weight.grad, both.student.table.weight.grad]
    assert all(each is not None and each.any() for each in grads)
    grad = both.teacher.table.weight.grad
    assert grad is not None and not grad[6:].any()  # pieces that the student does not have


def test_the_small_vocabulary_is_the_beginning_of_the_large() -> None:
    run = train_merges({"banana": 5, "bandana": 3, "ban": 4}, Vocabulary("bpe", 20))
    cut = Cut(run, 1)
    large, small = (cut.pieces("banana ban", which) for which in ("large", "small"))
    assert "".join(large) == "".join(small) == "banana</w>ban</w>" and len(small) > len(large)
    assert cut.size("small") <= cut.size("large") == len(run.pieces)
    dice = np.random.default_rng(0)
    assert cut.ids(["banana ban"], 1.0, dice).max() <= cut.size("small")
    assert cut.ids(["xyz"], 0.0, dice).tolist() == [[1]]  # nothing known: one piece, so that there is a row
    widths = {cut.ids(["banana bandana ban"], 0.5, dice).shape[1] for _ in range(20)}
    assert len(widths) > 1  # mixed: now this word, now that


def test_four_students_learn_from_sentences_that_come_along() -> None:
    data, heard = shipped(), list[float]()
    data = replace(
        data, learnt=data.learnt[:60], labels=data.labels[:60], held=data.held[:23], held_labels=data.held_labels[:23]
    )
    asked = Small(pieces=50, width=8, rows=60, steps=6)
    found, again = (
        learn(data, asked, seeds=1, device="cpu", on_step=lambda step: heard.append(step.progress)) for _ in range(2)
    )
    assert tuple(found.accuracy) == KINDS and heard[len(heard) // 2 - 1] == pytest.approx(1)
    assert (
        found.parameters["alone"] == found.parameters["dual"] < found.parameters["large"] < found.parameters["teacher"]
    )
    assert {kind: each.tolist() for kind, each in found.accuracy.items()} == {
        kind: each.tolist() for kind, each in again.accuracy.items()
    }
    assert found.vocabulary[1] < found.vocabulary[0] and "".join(found.cut[0]) == "".join(found.cut[1])
