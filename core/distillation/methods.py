"""The methods by name: which losses a student is given, with which weights. Read one, read all.

``Mapped`` is the student with the learnt maps that bring its states to the teacher's width; they vanish after the
training. A method looks at what the student did with a batch and returns its weighted terms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int, Num
from torch import Tensor, nn

from core.distillation import losses
from core.distillation.layers import STRATEGIES, layer_map
from core.distillation.lesson import Config, Lesson
from core.distillation.mobile import auxiliary, joint, progressive
from core.distillation.students import Seen, pooled
from core.errors import Trouble


@dataclass
class Batch:
    """Some rows and what is known of them."""

    at: Int[Tensor, " B"]  # numbers of the rows in the lesson
    x: Num[Tensor, "B X"]
    answers: Float[Tensor, "B C"]
    labels: Int[Tensor, " B"]
    progress: float  # of the training, 0 to 1

    @property
    def real(self) -> Float[Tensor, "B X"]:
        return (self.x != 0).float()


class Mapped(nn.Module):
    """A student among its lessons."""

    def __init__(self, student: nn.Module, lesson: Lesson, config: Config) -> None:
        super().__init__()
        self.student, self.lesson, self.config = student, lesson, config
        self.method = METHODS[config.method]
        self.pairs: tuple[int, ...] = pairs(lesson, student, config) if self.method.inside else ()
        self.maps = nn.ModuleList()
        if self.pairs:
            first = lesson.insides.get("state 0", lesson.insides.get("mean 0"))
            assert first is not None
            head = student.get_submodule("body.head")
            assert isinstance(head, nn.Linear)
            narrow, wide = head.in_features, first.shape[-1]
            self.maps.extend(nn.Linear(narrow, wide) for _ in range(len(self.pairs) + 1))

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        return self.method.terms(self, self.student(batch.x), batch)

    def widened(self, seen: Seen, layer: int) -> Float[Tensor, "B T D"]:
        """The student's states after ``layer`` at the teacher's width."""
        return self.maps[layer](seen.states[layer])

    def teacher(self, what: str, layer: int, batch: Batch) -> Tensor:
        """What the teacher's ``layer`` did: ``state`` (B, T, D), ``score`` (B, H, T, T) or ``value`` (B, H, T, Dh).

        Raises:
            Trouble: ``distill-inside``: of this corpus only means were kept.
        """
        name, T = f"{what} {layer}", batch.x.shape[1]
        if name not in self.lesson.insides:
            message = f"{self.config.method} asks for every token's {what}; of {self.lesson.name} only means are kept"
            raise Trouble("distill-inside", message, method=self.config.method, student=self.config.student)
        kept = torch.from_numpy(self.lesson.insides[name])
        rows = kept[batch.at].to(batch.x.device).float()
        return rows[:, :T] if what == "state" else rows[:, :, :T, :T] if what == "score" else rows[:, :, :T]

    def mean(self, layer: int, batch: Batch) -> Float[Tensor, "B D"]:
        """The mean over the tokens of the teacher's state after ``layer``."""
        kept = self.lesson.insides.get(f"mean {layer}")
        if kept is None:
            return pooled(self.teacher("state", layer, batch), batch.real)
        return torch.from_numpy(kept)[batch.at].to(batch.x.device).float()


Terms = Callable[[Mapped, Seen, Batch], dict[str, Tensor]]


@dataclass(frozen=True)
class Method:
    """A way to teach."""

    terms: Terms
    needs_labels: bool = False  # rows without a label are of no use to it
    inside: bool = False  # it looks into the teacher's layers
    whole: bool = False  # and there at every token, not at their mean
    peers: int = 0  # students of its own kind who learn from labels first and then answer in the teacher's place


def labels(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """No teacher: the control."""
    return {"hard": losses.hard(seen.logits, batch.labels)}


def smooth(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """No teacher either, but the same softness for every wrong answer: the other control."""
    return {"hard": losses.hard(seen.logits, batch.labels, mapped.config.smoothing)}


def soft(mapped: Mapped, seen: Seen, batch: Batch, weight: float | None = None) -> dict[str, Tensor]:
    """Hinton et al. 2015: soft targets and labels."""
    weight = mapped.config.soft_weight if weight is None else weight
    taught = losses.soft(seen.logits, batch.answers, mapped.config.temperature)
    return {"soft": weight * taught, "hard": (1 - weight) * losses.hard(seen.logits, batch.labels)}


def annealed(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Teacher annealing, Clark et al. 2019: the teacher's weight goes in a straight line, there from 1 to 0."""
    first, last = mapped.config.first, mapped.config.last
    return soft(mapped, seen, batch, first + (last - first) * batch.progress)


def distilbert(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Sanh et al. 2019: soft targets, the task's own loss, and the cosine of the last hidden states."""
    last = len(mapped.pairs)
    near = losses.cosine(mapped.widened(seen, last), mapped.teacher("state", mapped.pairs[-1], batch), batch.real)
    return {**soft(mapped, seen, batch), "cosine": mapped.config.inside_weight * near}


def pkd(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Sun et al. 2019: patience, the states below the answer too; here the mean over tokens stands for [CLS]."""
    layers = range(1, len(mapped.pairs) + 1)
    student = torch.stack([pooled(mapped.widened(seen, m), batch.real) for m in layers], 1)
    teacher = torch.stack([mapped.mean(n, batch) for n in mapped.pairs], 1)
    return {**soft(mapped, seen, batch), "patience": mapped.config.inside_weight * losses.patient(student, teacher)}


def tinybert(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Jiao et al. 2020, in two stages: first embeddings, hidden states and attention scores, then soft targets.

    ``config.without`` leaves terms of the first stage out; without all three there is no first stage.
    """
    config, real = mapped.config, batch.real
    wanted = [name for name in TINY if name not in config.without.split("+")]
    if batch.progress >= 0.5 or not wanted:
        return {"soft": losses.soft(seen.logits, batch.answers, 1.0)}

    def term(name: str) -> Tensor:
        layers = list(enumerate(mapped.pairs, 1))
        match name:
            case "embedding":
                return losses.hidden(mapped.widened(seen, 0), mapped.teacher("state", 0, batch), real)
            case "hidden":
                pairs_ = ((mapped.widened(seen, m), mapped.teacher("state", n, batch)) for m, n in layers)
                return torch.stack([losses.hidden(ours, theirs, real) for ours, theirs in pairs_]).sum()
            case _:
                scores = ((seen.scores[m - 1], mapped.teacher("score", n, batch)) for m, n in layers)
                return torch.stack([losses.attention(ours, theirs, real) for ours, theirs in scores]).sum()

    return {name: config.inside_weight * term(name) for name in wanted}


def minilm(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Wang et al. 2020: attention and value relations of the last layer only, with the soft targets of the task."""
    weight, real, last = mapped.config.inside_weight, batch.real, mapped.pairs[-1]
    far = (1 - real[:, None, None]) * -1e4
    theirs = (mapped.teacher("score", last, batch) + far).softmax(-1)
    ours, values = (losses.value_relation(v, real) for v in (seen.values[-1], mapped.teacher("value", last, batch)))
    return {
        **soft(mapped, seen, batch),
        "attention": weight * losses.relation(seen.maps[-1], theirs, real),
        "value": weight * losses.relation(ours, values, real),
    }


TINY = ("embedding", "hidden", "attention")  # the terms of TinyBERT's first stage
METHODS: dict[str, Method] = {
    "labels": Method(labels, needs_labels=True),
    "smooth": Method(smooth, needs_labels=True),
    "soft": Method(soft),
    "annealed": Method(annealed),
    "again": Method(soft, peers=1),  # Furlanello et al. 2018: born again
    "ensemble": Method(soft, peers=3),  # Hinton et al. 2015, section 5: one student for several networks
    "pkd": Method(pkd, inside=True),
    "distilbert": Method(distilbert, inside=True, whole=True),
    "tinybert": Method(tinybert, inside=True, whole=True),
    "minilm": Method(minilm, inside=True, whole=True),
    "progressive": Method(progressive, inside=True, whole=True),
    "joint": Method(joint, inside=True, whole=True),
    "auxiliary": Method(auxiliary, inside=True, whole=True),
}


def pairs(lesson: Lesson, student: nn.Module, config: Config) -> tuple[int, ...]:
    """The teacher's layer for each of the student's.

    Raises:
        Trouble: ``distill-inside`` (this student or this teacher has no layers to compare), ``distill-map``.
    """
    layers: list[nn.Module] = list(getattr(getattr(student, "body", None), "layers", []))
    depth = len(layers)
    height = max((int(name.split()[1]) for name in lesson.insides), default=0)
    if not depth or height < 1:
        message = f"{config.method} compares layers, and {config.student} or its teacher has none of that kind"
        raise Trouble("distill-inside", message, method=config.method, student=config.student)
    heads = lesson.insides.get(f"score {height}")
    if METHODS[config.method].whole and heads is not None and heads.shape[1] != getattr(layers[0], "H", 0):
        message = f"{config.method} compares heads one by one: {config.student} has not as many as its teacher"
        raise Trouble("distill-inside", message, method=config.method, student=config.student)
    if config.mapping in STRATEGIES:
        return layer_map(height, depth, config.mapping)
    numbers = config.mapping.split("-")
    found = tuple(int(each) for each in numbers if each.isdecimal() and 1 <= int(each) <= height)
    if len(found) != len(numbers) or len(found) != depth:
        message = f"{config.mapping!r} is no map of {depth} layers onto layers 1 to {height}: write it like 2-6"
        raise Trouble("distill-map", message, mapping=config.mapping, depth=depth, height=height)
    return found
