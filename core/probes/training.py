"""One probe from sentences to score: what notebooks and the page's button call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble
from core.models import Model
from core.models import load as load_model
from core.models.scrambled import scrambled
from core.probes.config import TASKS, Config, Run
from core.probes.features import Features, read
from core.probes.linear import Scaled, linear, right
from core.probes.scalar_mix import mixed
from core.probes.structural import score, structural
from core.probes.tasks import asked, controlled, exchanged, names
from core.probes.treebank import Sentence, Treebank, load
from core.probes.trees import chain_score
from core.runtime import OnStep, Step, quiet

RANDOM = "random:"  # before a model's name: the same with fresh weights


@dataclass(frozen=True, eq=False)
class Rows:
    """What a probe learns from or is scored on: vectors in every layer, and labels."""

    X: Float[np.ndarray, "layers N D"]
    y: Int[np.ndarray, " N"]


def train(
    treebank: Treebank | str,
    config: Config,
    *,
    model: Model | str = "minilm",
    test: Treebank | str | None = None,
    device: str = "auto",
    on_step: OnStep = quiet,
) -> Run:
    """Freeze the model, read the sentences, learn the probe, and score it on sentences that it has not seen.

    Without ``test``, the share ``config.hold`` of the sentences is kept back.

    Raises:
        Trouble: ``probe-layer``: the model has no such layer; ``probe-few``: nothing to learn from;
            ``treebank-unknown`` or ``data-missing``.
    """
    bank = load(treebank) if isinstance(treebank, str) else treebank
    other = load(test) if isinstance(test, str) else test
    reader = named(model) if isinstance(model, str) else model
    if config.layer > reader.L:
        message = f"{reader.name} has layers 0 to {reader.L}; there is no layer {config.layer}."
        raise Trouble("probe-layer", message, name=reader.name, layer=config.layer, most=reader.L)
    learn, keep = (bank.sentences, other.sentences) if other else held(bank.sentences, config)
    part = (lambda step: on_step(replace(step, progress=0.4 + 0.6 * step.progress))) if on_step is not quiet else quiet
    facts = {"config": config, "treebank": bank.name, "model": model if isinstance(model, str) else reader.name}
    if TASKS[config.task] == "tree":
        return _tree(learn, keep, config, reader, device, on_step, part, facts)
    labels = names(learn, config.task) if config.task != "order" else ("as written", "exchanged")
    if len(labels) < 2:
        raise Trouble(
            "probe-few", f"{bank.name} has no two labels for {config.task}.", name=bank.name, task=config.task
        )
    one, two = rows(reader, learn, keep, config.task, labels, config, on_step)
    own = slice(None) if config.layer < 0 else slice(config.layer, config.layer + 1)
    scale = Scaled.of(one.X[own])
    X, held_out = scale(one.X[own]), scale(two.X[own])
    if config.layer < 0:
        mixes, losses = mixed(X, one.y, len(labels), config, device=device, on_step=part)
        accuracy, probes, mix = right(mixes, held_out, two.y)[-1], mixes.probes, mixes.shares[-1].detach().cpu().numpy()
    else:
        probes, losses = linear(X, one.y, len(labels), config, device=device, on_step=part)
        accuracy, mix = right(probes, held_out, two.y)[0], np.ones(1)
    most = np.bincount(one.y, minlength=len(labels)).argmax()
    return Run(
        **facts,
        labels=labels,
        losses=losses,
        score=float(accuracy),
        baseline=float((two.y == most).mean()),
        n=len(two.y),
        weight=probes.weight[-1].detach().cpu().numpy().T,
        bias=probes.bias[-1, 0].detach().cpu().numpy(),
        mix=mix,
    )


def named(name: str) -> Model:
    """A model by name; ``random:`` before it gives the same with fresh weights."""
    return scrambled(load_model(name.removeprefix(RANDOM))) if name.startswith(RANDOM) else load_model(name)


def held(sentences: Sequence[Sentence], config: Config) -> tuple[Sequence[Sentence], Sequence[Sentence]]:
    """What is learnt from, and what is kept back."""
    order = np.random.default_rng([config.seed, 5]).permutation(len(sentences))
    n = max(1, round(config.hold * len(sentences)))
    return [sentences[at] for at in sorted(order[n:])], [sentences[at] for at in sorted(order[:n])]


def rows(
    model: Model,
    learn: Sequence[Sentence],
    keep: Sequence[Sentence],
    task: str,
    labels: Sequence[str],
    config: Config,
    on_step: OnStep = quiet,
) -> tuple[Rows, Rows]:
    """Both sides of a task as vectors and labels; of the control task where ``config.control`` says so."""
    if task == "order":
        sides = [exchanged(each, config.seed) for each in (learn, keep)]
        read_ = [read(model, [words for words, _ in side]).means() for side in sides]
        on_step(Step(0.4))
        first, second = (
            Rows(X, np.array([changed for _, changed in side], dtype=np.int64))
            for X, side in zip(read_, sides, strict=True)
        )
        return first, second
    found = read(model, [each.words for each in learn])
    on_step(Step(0.3))
    other = read(model, [each.words for each in keep])
    on_step(Step(0.4))
    return select(found, other, learn, keep, task, labels, config)


def select(
    found: Features,
    other: Features,
    learn: Sequence[Sentence],
    keep: Sequence[Sentence],
    task: str,
    labels: Sequence[str],
    config: Config,
) -> tuple[Rows, Rows]:
    """The rows of a task out of vectors that were read before."""
    one, two = asked(learn, task, labels), asked(keep, task, labels)
    if not len(one.rows) or not len(two.rows):
        raise _few("", task)
    if config.control:
        one, two = controlled(one, two, config.seed)
    sides = ((found, one), (other, two))
    if TASKS[task] == "sentence":
        first, second = (Rows(side.means()[:, ask.rows], ask.labels) for side, ask in sides)
    else:
        first, second = (Rows(side.vectors[:, ask.rows], ask.labels) for side, ask in sides)
    return first, second


def _few(name: str, task: str) -> Trouble:
    return Trouble("probe-few", f"{name} has no two labels to learn {task} from.", name=name, task=task)


def _tree(learn, keep, config: Config, model: Model, device: str, on_step: OnStep, part: OnStep, facts: dict) -> Run:
    found = read(model, [each.words for each in learn])
    on_step(Step(0.3))
    other = read(model, [each.words for each in keep])
    on_step(Step(0.4))
    layer = model.L if config.layer < 0 else config.layer
    probe, losses = structural(found, learn, [layer], config, device=device, on_step=part)
    measured = score(probe, other, keep, [layer])
    return Run(
        **facts,
        labels=(),
        losses=losses,
        score=float(measured["uuas"][0]),
        baseline=chain_score(keep),
        n=sum(int(each.counts.sum()) - 1 for each in keep),
        weight=probe.B[0].detach().numpy().T,
        bias=np.zeros(config.rank, dtype=np.float32),
        mix=np.ones(1),
    )
