"""A small vocabulary and a narrow student, trained together with the teacher they come from.

Teacher and student read different pieces, so their word vectors have nothing to do with each other. Dual training makes
them meet: while the teacher learns its task, some words of every sentence are cut as the student would cut them. At the
same step the student learns the task on its own pieces, and two doors U and V, shared by all layers, bring the matrices
of the one to the size of the other (``shared`` asks how much can pass). Nobody imitates an answer here.

In the paper the task is masked language modelling; ours is the labels of a few hundred sentences. Both vocabularies
come from one byte-pair encoding: the small one is its beginning.

Source: Zhao et al. 2019, sections 3.2 and 3.3. https://arxiv.org/abs/1909.11687
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import count

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core.distillation.losses import hard
from core.distillation.small import KINDS, TAUGHT, Outcome, Small
from core.distillation.students import Encoder
from core.distillation.students import count as parameters_of
from core.distillation.texts import Labelled
from core.fit import fit, warmup
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet, seeded
from core.text import tokenise
from core.tokens.config import Config as Vocabulary
from core.tokens.measure import running_words
from core.tokens.merges import MergeRun, encode, train_merges

D, H, L = 64, 4, 2  # of the teacher; the student has as many heads and layers
MERGES = 2000  # of the teacher's vocabulary
LONGEST, BATCH, LR = 64, 16, 2e-3


class Words(nn.Module):
    """Pieces in, a class out: a table of its own, positions, layers of BERT."""

    def __init__(self, V: int, width: int, classes: int) -> None:
        super().__init__()
        self.table = nn.Embedding(V + 1, width, padding_idx=0)
        self.places = nn.Parameter(torch.zeros(LONGEST, width))
        self.norm = nn.LayerNorm(width)
        self.body = Encoder(width, H, 4 * width, L, classes)

    def forward(self, ids: Int[Tensor, "B T"]) -> Float[Tensor, "B C"]:
        return self.body(self.norm(self.table(ids) + self.places[: ids.shape[1]]), (ids != 0).float()).logits


class Both(nn.Module):
    """Teacher, student, and the doors between them."""

    def __init__(self, teacher: Words, student: Words) -> None:
        super().__init__()
        self.teacher, self.student = teacher, student
        wide, narrow = (each.table.embedding_dim for each in (teacher, student))
        self.U, self.V = (nn.Parameter(nn.init.orthogonal_(torch.empty(wide, narrow))) for _ in range(2))

    def forward(self, theirs: Int[Tensor, "B T"], mine: Int[Tensor, "B S"]) -> tuple[Tensor, Tensor, Tensor]:
        return self.teacher(theirs), self.student(mine), projection(self.teacher, self.student, self.U, self.V)


def projection(teacher: Words, student: Words, U: Float[Tensor, "D E"], V: Float[Tensor, "D E"]) -> Float[Tensor, ""]:
    """Down, ``Uᵀ W V`` beside the student's matrix; up, ``U S Vᵀ`` beside the teacher's: what does not pass, as a share
    of the teacher's matrix, the mean over word vectors (which pass V alone) and the attention of every layer."""
    rows = student.table.num_embeddings
    W, S = teacher.table.weight[1:rows], student.table.weight[1:]  # the small vocabulary is the beginning of the large
    found = [(W @ V - S, S @ V.T - W, W)]
    for theirs, mine in zip(teacher.body.layers, student.body.layers, strict=True):
        for part in ("query", "key", "value", "out"):
            W, S = (each.get_parameter(f"{part}.weight") for each in (theirs, mine))
            found.append((U.T @ W @ V - S, U @ S @ V.T - W, W))
    return torch.stack(
        [(down.square().sum() + up.square().sum()) / W.detach().square().sum() for down, up, W in found]
    ).mean()


class Cut:
    """Sentences as ids: every word by the large vocabulary or by its beginning; 0 is padding."""

    def __init__(self, run: MergeRun, small: int) -> None:
        self.run, self.steps = run, {"large": len(run.made), "small": small}
        self.word = cache(self._word)

    def size(self, which: str) -> int:
        """Pieces in this vocabulary."""
        return self.run.size(self.steps[which])

    def pieces(self, sentence: str, which: str) -> tuple[str, ...]:
        """A sentence as one vocabulary cuts it; letters that were never seen are left out."""
        return tuple(self.run.pieces[at - 1] for word in _words(sentence) for at in self.word(word, which))

    def ids(
        self, sentences: Sequence[str], small: np.ndarray | float, dice: np.random.Generator
    ) -> Int[np.ndarray, "B T"]:
        """Each word is cut by the small vocabulary with the chance ``small``."""
        rows = []
        for sentence in sentences:
            which = [("large", "small")[int(dice.random() < small)] for _ in _words(sentence)]
            cut = [at for word, name in zip(_words(sentence), which, strict=True) for at in self.word(word, name)]
            rows.append(cut[:LONGEST] or [1])
        out = np.zeros((len(rows), max(map(len, rows))), np.int64)
        for at, row in enumerate(rows):
            out[at, : len(row)] = row
        return out

    def _word(self, word: str, which: str) -> tuple[int, ...]:
        known = self.run.ids
        return tuple(1 + known[each] for each in encode(self.run, word, self.steps[which])[-1].pieces if each in known)


@cache
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(token.text.lower() for token in tokenise(sentence))


def learn(data: Labelled, config: Small, *, seeds: int = 3, device: str = "auto", on_step: OnStep = quiet) -> Outcome:
    """Students of one width, several seeds:

    ``large`` reads the teacher's vocabulary and has no teacher; ``alone`` reads the small one and has none; ``doors``
    is trained with a teacher who only knows its own pieces; ``dual`` with one who also reads the student's. Half-way
    (``config.joined``) both are let go of the doors; ``through`` is ``dual`` with the doors to the end.
    """
    rows = min(config.rows, len(data.learnt))
    text, labels = data.learnt[:rows], data.labels[:rows]
    run = train_merges(running_words(each.lower() for each in text), Vocabulary("bpe", MERGES))
    cut = Cut(run, min(config.pieces, len(run.made)))
    right: dict[str, list[float]] = {f"{who} {kind}": [] for who in ("student", "teacher", "foreign") for kind in KINDS}
    counts: dict[str, int] = {}
    done = 0
    for seed in range(config.seed, config.seed + seeds):
        for kind in KINDS:

            def inside(step: Step, done: int = done) -> None:
                on_step(Step((done + step.progress) / (seeds * len(KINDS)), step.metrics))

            both = _taught(kind, text, labels, cut, len(data.classes), replace(config, seed=seed), device, inside)
            right[f"student {kind}"].append(_grade(both.student, data, cut, "large" if kind == "large" else "small"))
            counts[kind] = parameters_of(both.student)
            if kind in TAUGHT:
                right[f"teacher {kind}"].append(_grade(both.teacher, data, cut, "large"))
                right[f"foreign {kind}"].append(_grade(both.teacher, data, cut, "small"))
                counts["teacher"] = parameters_of(both.teacher)
            done += 1
    sentence = max(data.held[:50], key=len)
    return Outcome(
        small=config,
        learnt=rows,
        held=len(data.held),
        vocabulary=(cut.size("large"), cut.size("small")),
        parameters=counts,
        accuracy={kind: np.array(right[f"student {kind}"]) for kind in KINDS},
        teacher={kind: np.array(right[f"teacher {kind}"]) for kind in TAUGHT},
        foreign={kind: np.array(right[f"foreign {kind}"]) for kind in TAUGHT},
        sentence=sentence,
        cut=(cut.pieces(sentence, "large"), cut.pieces(sentence, "small")),
        **stamp("core.distillation.dual"),
    )


def _taught(
    kind: str,
    text: Sequence[str],
    labels: np.ndarray,
    cut: Cut,
    classes: int,
    config: Small,
    device: str,
    on_step: OnStep,
) -> Both:
    mixed = 0.0 if kind == "doors" else config.mixed
    last, done = (config.steps if kind == "through" else config.joined * config.steps), count()
    with seeded(config.seed):
        student = Words(cut.size("large" if kind == "large" else "small"), config.width, classes)
        both = Both(Words(cut.size("large"), D, classes), student)
    dice = np.random.default_rng(config.seed)
    batches = []
    for at in dice.integers(len(text), size=(config.steps, BATCH)):
        some = [text[int(n)] for n in at]
        theirs, mine = cut.ids(some, mixed, dice), cut.ids(some, 0.0 if kind == "large" else 1.0, dice)
        batches.append(tuple(torch.from_numpy(each) for each in (theirs, mine, labels[at])))

    def loss(network: nn.Module, batch: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        theirs, mine, y = batch
        if kind not in TAUGHT:
            return hard(both.student(mine), y)
        first, second, left = network(theirs, mine)
        return hard(first, y) + hard(second, y) + (next(done) < last) * left

    fit(both, loss, batches, lr=LR, seed=config.seed, schedule=warmup(0.1), device=device, on_step=on_step)
    return both.cpu().eval()


@torch.inference_mode()
def _grade(network: Words, data: Labelled, cut: Cut, which: str) -> float:
    ids = torch.from_numpy(cut.ids(data.held, float(which == "small"), np.random.default_rng(0)))
    return float((network(ids).argmax(1).numpy() == data.held_labels).mean())


def record() -> None:
    """Five seeds of the default on requests (SNIPS); kept."""
    from core import runtime, store
    from core.distillation.effects import CORPUS
    from core.distillation.texts import read

    found = learn(read(CORPUS), Small(), seeds=5, device="cpu")
    store.save(runtime.ASSETS / "recorded" / "distillation" / "small", found)
