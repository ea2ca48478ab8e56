"""One student, taught: the only loop of this package, for pixels and for text.

run = train("digits", Config(method="soft", student="mlp-8"))
run.accuracy, run.logits
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.distillation.lesson import Config, Lesson, Run
from core.distillation.losses import UNKNOWN
from core.distillation.measures import accuracy
from core.distillation.methods import METHODS, Batch, Mapped
from core.distillation.soften import mean_answers
from core.distillation.students import Seen, alike, as_input, build, by_length, count
from core.errors import Trouble
from core.fit import fit, warmup
from core.runtime import OnStep, Step, quiet, seeded

LOOKS = 8  # measurements on the way
OTHER = 1000  # added to a seed for the next of several students


def train(data: str | Lesson, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Teach one student; ``data`` is ``"digits"``, a corpus of ``texts`` by name, or a lesson.

    Raises:
        Trouble: ``distill-unknown`` (a method or a student), ``distill-nothing`` (no row has a label or an answer).
    """
    if config.method not in METHODS:
        known = ", ".join(METHODS)
        raise Trouble("distill-unknown", f"No method {config.method!r}; there are {known}.", name=config.method)
    lesson = given(data, whole=METHODS[config.method].whole)
    if METHODS[config.method].peers:
        lesson, on_step = among_equals(lesson, config, device, on_step)
    labels, rows = known_labels(lesson, config), transfer_rows(lesson, config)
    if METHODS[config.method].needs_labels:
        rows = rows[labels[rows] != UNKNOWN]
    if not len(rows):
        raise Trouble("distill-nothing", "No row is left to learn from: give labels or answers.", n=0)
    with seeded(config.seed):
        student = fresh(lesson, config)
        teacher = Mapped(student, lesson, config)
    dice = np.random.default_rng(config.seed)
    chosen = drawn(rows, config, dice)
    chosen = chosen if lesson.inputs.dtype.kind == "f" else alike(chosen, lesson.inputs, dice)
    batches = [(torch.from_numpy(each),) for each in chosen]
    inputs, answers, truth = (torch.from_numpy(each) for each in (lesson.inputs, lesson.answers, labels))
    parts: list[dict[str, float]] = []
    looks = sorted({max(1, round(config.steps * i / LOOKS)) for i in range(1, LOOKS + 1)})
    held: list[float] = []

    def loss_on(network: nn.Module, batch: tuple[Tensor]) -> Tensor:
        at = batch[0].cpu()
        x = as_input(inputs[at]).to(batch[0].device)
        given = Batch(at, x, answers[at].to(x.device), truth[at].to(x.device), len(parts) / config.steps)
        terms = network(given)
        parts.append({name: float(value.detach()) for name, value in terms.items()})
        return torch.stack(list(terms.values())).sum()

    def look(step: Step) -> None:
        if len(parts) in looks:
            student.eval()
            held.append(accuracy(answer(student, lesson.held_inputs), lesson.held_labels))
            student.train()
        on_step(Step(step.progress, {**step.metrics, **({"held": held[-1]} if held else {})}))

    losses = fit(
        teacher,
        loss_on,
        batches,
        lr=config.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=look,
    )
    student.cpu().eval()
    logits = answer(student, lesson.held_inputs)
    names = list(dict.fromkeys(name for each in parts for name in each))
    return Run(
        config=config,
        losses=losses,
        terms={name: np.array([each.get(name, 0.0) for each in parts], dtype=np.float32) for name in names},
        at=tuple(looks),
        held=np.array(held or [accuracy(logits, lesson.held_labels)] * len(looks)),  # only the first process listens
        logits=logits,
        weights={name: value.numpy().copy() for name, value in student.state_dict().items()},
        parameters=count(student),
    )


def given(data: str | Lesson, *, whole: bool = True) -> Lesson:
    """The lesson by name; ``whole``: with every token's states, not only their means."""
    if isinstance(data, Lesson):
        return data
    if data == "digits":
        from core.distillation.digits import lesson

        return lesson()
    from core.distillation.texts import entire
    from core.distillation.texts import lesson as read

    return entire(data) if whole else read(data)


def among_equals(lesson: Lesson, config: Config, device: str, on_step: OnStep) -> tuple[Lesson, OnStep]:
    """The lesson with the answers of other students in the teacher's place, and who hears of what is left to do."""
    n, answers = METHODS[config.method].peers, list[np.ndarray]()

    def part(done: int) -> OnStep:
        return lambda step: on_step(Step((done + step.progress) / (n + 1), step.metrics))

    for peer in range(n):
        alone = replace(config, method="labels", seed=config.seed + OTHER * (peer + 1))
        answers.append(asked(train(lesson, alone, device=device, on_step=part(peer)), lesson))
    return replace(lesson, answers=mean_answers(answers)), part(n)


def asked(run: Run, lesson: Lesson) -> Float[np.ndarray, "N C"]:
    """The finished student's logits on the rows to learn from."""
    return answer(finished(run, lesson), lesson.inputs)


def finished(run: Run, lesson: Lesson) -> nn.Module:
    """The student as it was at the end."""
    network = fresh(lesson, run.config)
    network.load_state_dict({name: torch.from_numpy(value) for name, value in run.weights.items()})
    return network.eval()


def fresh(lesson: Lesson, config: Config) -> nn.Module:
    """A student that knows nothing."""
    if lesson.inputs.dtype.kind == "f":
        return build(config.student, len(lesson.classes))
    from core.distillation.heirs import HEIRS, heir
    from core.distillation.teacher import small_table

    if config.student in HEIRS:
        return heir(config.student, len(lesson.classes), lesson.model)
    return build(config.student, len(lesson.classes), small_table(lesson.model))


def known_labels(lesson: Lesson, config: Config) -> np.ndarray:
    """The labels that the student may see: of the first ``labels`` rows, in an order that the seed draws."""
    labels = lesson.labels.copy()
    if config.labels:
        labels[np.random.default_rng([config.seed, 1]).permutation(len(labels))[config.labels :]] = UNKNOWN
    return labels


def transfer_rows(lesson: Lesson, config: Config) -> np.ndarray:
    """The transfer set: all rows, or the first ``transfer`` of the seed's order, without the removed class."""
    rows = np.random.default_rng([config.seed, 1]).permutation(len(lesson.labels))
    rows = rows[: config.transfer] if config.transfer else rows
    return rows[lesson.labels[rows] != config.removed]


def drawn(rows: np.ndarray, config: Config, dice: np.random.Generator) -> list[np.ndarray]:
    """Batches: all rows in a new order again and again."""
    order = np.concatenate([dice.permutation(rows) for _ in range(1 + config.steps * config.B // len(rows))])
    return [order[i * config.B : (i + 1) * config.B] for i in range(config.steps)]


@torch.inference_mode()
def answer(network: Callable[[Tensor], Seen], inputs: np.ndarray, at_once: int = 256) -> np.ndarray:
    """Logits for many rows."""
    device = next(network.parameters()).device if isinstance(network, nn.Module) else "cpu"
    rows, order = torch.from_numpy(inputs).to(device), list(by_length(inputs, at_once))
    logits = torch.cat([network(as_input(rows[torch.from_numpy(at)])).logits for at in order]).float().cpu().numpy()
    found = np.empty_like(logits)
    found[np.concatenate(order)] = logits
    return found
