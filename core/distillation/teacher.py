"""The teacher of text: MiniLM, opened up and tuned to a corpus by a few low-rank corrections that fit into a page.

``tuned`` trains one; ``hired`` puts a shipped one together; ``Teacher.look`` hands out what happened in every layer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core import runtime, store
from core.distillation import losses
from core.distillation.students import LONGEST, Encoder, Seen, alike, as_input, by_length, pooled
from core.distillation.students import D as NARROW
from core.errors import Trouble
from core.fit import fit, warmup
from core.jobs.cache import default_folder
from core.nn.lowrank import graft, merge
from core.nn.twin import twin
from core.runtime import OnStep, quiet, seeded

if TYPE_CHECKING:
    from core.models import Model

MINILM = "minilm"
TOKENS = {"mean": (), "state": (1,), "score": (2, 3), "value": (2,)}  # of what is kept, the axes along the tokens
RANK = 8
WHERE = ("query", "value")  # the matrices that get a correction, in every layer


@dataclass(frozen=True)
class Tuning:
    """The knobs of a teacher."""

    steps: int = 160
    B: int = 16
    lr: float = 2e-3
    seed: int = 0
    model: str = MINILM  # or another BERT, by the hub's name


@dataclass(frozen=True, eq=False)
class Hired:
    """What a teacher is, beyond MiniLM: its corrections and its head."""

    corpus: str
    classes: tuple[str, ...]
    tuning: Tuning
    difference: dict[str, np.ndarray]
    base: str  # digest of MiniLM


class Teacher(nn.Module):
    """The embeddings and layers of MiniLM, or of another BERT, as one ``Encoder``, with a head."""

    def __init__(self, classes: int, model: str = MINILM) -> None:
        super().__init__()
        bert: Any = body(model).module
        self.embeddings: nn.Module = twin(bert.embeddings)
        shape = bert.config
        self.encoder = Encoder(
            shape.hidden_size, shape.num_attention_heads, shape.intermediate_size, shape.num_hidden_layers, classes
        )
        with torch.no_grad():
            for mine, theirs in zip(self.encoder.layers, bert.encoder.layer, strict=True):
                mine.load_state_dict(_renamed(theirs.state_dict()))

    def forward(self, ids: Int[Tensor, "B T"]) -> Seen:
        with torch.no_grad():
            x = self.embeddings(input_ids=ids)
        return self.encoder(x, (ids != 0).float())

    @torch.inference_mode()
    def answers(self, ids: Int[np.ndarray, "N T"], at_once: int = 64) -> Float[np.ndarray, "N C"]:
        """Logits."""
        found = np.zeros((len(ids), self.encoder.head.out_features), np.float32)
        for at in by_length(ids, at_once):
            found[at] = self(as_input(torch.from_numpy(ids[at]))).logits.numpy()
        return found

    @torch.inference_mode()
    def insides(
        self, ids: Int[np.ndarray, "N T"], layers: tuple[int, ...] = (), at_once: int = 64, *, means: bool = False
    ) -> dict[str, np.ndarray]:
        """``state n`` (N, T, D), ``score n`` (N, H, T, T), ``value n`` (N, H, T, Dh) of some layers, in half precision.

        States begin at 0, before the first layer, which is always among them; values are kept of the last layer only.
        With ``means`` there is only ``mean n`` (N, D), the state's mean over the tokens: large corpora have no room.
        """
        N, T = ids.shape
        found: dict[str, np.ndarray] = {}
        for at in by_length(ids, at_once):
            rows = as_input(torch.from_numpy(ids[at]))
            seen, t = self(rows), rows.shape[1]
            if means:
                parts = {f"mean {n}": pooled(each, (rows != 0).float()) for n, each in enumerate(seen.states)}
            else:
                parts = {f"state {n}": each for n, each in enumerate(seen.states)}
                parts |= {f"score {n}": each.clamp(min=-1e4) for n, each in enumerate(seen.scores, 1)}
                parts |= {f"value {len(seen.values)}": seen.values[-1]}
            for name, each in parts.items():
                kind, n = name.split()
                if layers and int(n) not in (0, *layers):
                    continue
                along = TOKENS[kind]
                if name not in found:
                    shape = [T if axis in along else size for axis, size in enumerate(each.shape)]
                    found[name] = np.zeros((N, *shape[1:]), np.float16)
                rest = (slice(t) if axis in along else slice(None) for axis in range(1, each.ndim))
                found[name][at, *rest] = each.numpy()
        return found


def _renamed(theirs: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's names of a layer's parts in ours."""
    names = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "out",
        "attention.output.LayerNorm": "first",
        "intermediate.dense": "wide",
        "output.dense": "narrow",
        "output.LayerNorm": "second",
    }
    return {f"{names[name.rpartition('.')[0]]}.{name.rpartition('.')[2]}": value for name, value in theirs.items()}


@lru_cache(maxsize=2)
def body(model: str = MINILM) -> Model:
    """What a teacher is made of, before it is tuned.

    Raises:
        Trouble: ``distill-model``: no BERT, or one narrower than our students; and all those of ``core.models.load``.
    """
    from core.models import common, load

    found = common(model)
    if found.device != "cpu":
        found = load(model, device="cpu")
    bert: Any = found.module
    if bert.config.model_type != "bert" or found.D < NARROW or found.tokenizer.pad_token_id != 0:
        message = f"{model} is no BERT of {NARROW} dimensions or more: a teacher is opened up layer by layer"
        raise Trouble("distill-model", message, name=model, least=NARROW)
    return found


def ids_of(texts: list[str] | tuple[str, ...], longest: int = LONGEST, model: str = MINILM) -> Int[np.ndarray, "N T"]:
    """Texts as the model's pieces, cut at ``longest``, padded with 0."""
    backend = body(model).tokenizer.backend_tokenizer
    rows = [each.ids for each in backend.encode_batch(list(texts))]
    out = np.zeros((len(rows), longest), np.int64)
    for at, row in enumerate(rows):
        cut = row if len(row) <= longest else [*row[: longest - 1], row[-1]]
        out[at, : len(cut)] = cut
    return out


@lru_cache(maxsize=2)
def small_table(model: str = MINILM) -> Float[Tensor, "V D"]:
    """The model's word vectors along their main directions: the table that every student of text reads."""
    bert: Any = body(model).module
    words = bert.embeddings.word_embeddings.weight.detach().double()
    centred = words - words.mean(0)
    _, directions = torch.linalg.eigh(centred.T @ centred)  # ascending
    chosen = directions[:, -NARROW:].flip(1)
    chosen = chosen * torch.sign(chosen[chosen.abs().argmax(0), torch.arange(NARROW)])  # a sign of its own
    table = centred @ chosen
    return (table / table.std()).float()


def tuned(
    ids: Int[np.ndarray, "N T"],
    labels: Int[np.ndarray, " N"],
    classes: tuple[str, ...],
    corpus: str,
    tuning: Tuning,
    *,
    device: str = "cpu",
    on_step: OnStep = quiet,
) -> tuple[Teacher, Hired]:
    """Tune MiniLM, or ``tuning.model``, to a corpus: the head and the corrections are all that changes."""
    with seeded(tuning.seed):
        teacher = Teacher(len(classes), tuning.model)
        graft(
            teacher, RANK, [f"encoder.layers.{n}.{part}" for n in range(len(teacher.encoder.layers)) for part in WHERE]
        )
        teacher.encoder.head.requires_grad_(True)
    dice = np.random.default_rng(tuning.seed)
    order = np.concatenate([dice.permutation(len(ids)) for _ in range(1 + tuning.steps * tuning.B // len(ids))])
    rows = alike([order[i * tuning.B : (i + 1) * tuning.B] for i in range(tuning.steps)], ids, dice)
    batches = [(torch.from_numpy(ids[at]), torch.from_numpy(labels[at])) for at in rows]
    fit(
        teacher,
        lambda net, batch: losses.hard(net(as_input(batch[0])).logits, batch[1]),
        batches,
        lr=tuning.lr,
        seed=tuning.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=on_step,
    )
    teacher.cpu().eval()
    kept = {name: value.detach().numpy().copy() for name, value in teacher.named_parameters() if value.requires_grad}
    merge(teacher)
    teacher.requires_grad_(False)
    return teacher, Hired(corpus, classes, tuning, kept, body(tuning.model).digest)


def office(corpus: str) -> Path:
    """Where the teacher of a corpus lies: among what is shipped, or, where the licence forbids that, in the cache."""
    from core.distillation.texts import LICENCES

    home = runtime.ASSETS / "checkpoints" if corpus in LICENCES else default_folder() / "distillation"
    return home / f"teacher-{corpus}"


@lru_cache(maxsize=1)
def hired(corpus: str) -> tuple[Teacher, Hired]:
    """The teacher of a corpus.

    Raises:
        Trouble: ``distill-teacher``: there is none.
    """
    folder = office(corpus)
    if not folder.exists():
        raise Trouble("distill-teacher", f"No teacher of {corpus!r} is shipped; teach one.", name=corpus)
    found: Hired = store.load(folder)
    teacher = Teacher(len(found.classes), found.tuning.model)
    with torch.no_grad():
        for n, layer in enumerate(teacher.encoder.layers):
            for part in WHERE:
                stem = f"encoder.layers.{n}.{part}.parametrizations.weight.0"
                up, down = (
                    torch.from_numpy(found.difference[f"{stem}.{side}"].astype(np.float32)) for side in ("up", "down")
                )
                layer.get_submodule(part).weight.add_(up @ down)  # pyright: ignore[reportCallIssue]
        for side in ("weight", "bias"):
            value = torch.from_numpy(found.difference[f"encoder.head.{side}"].astype(np.float32))
            getattr(teacher.encoder.head, side).copy_(value)
    return teacher.eval().requires_grad_(False), found
