"""MARGE in small: a text is rebuilt from others, and how near each is decides how much it is looked at.

    found = rebuild("do you live here ?", ["你住在这里吗？", "we live in boston.", "你喜欢音乐吗？"])
    found.relevance, found.text

The text itself is only compared with the evidence, never read by the decoder. Lewis et al. 2020.
https://arxiv.org/abs/2006.15020
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from jaxtyping import Float
from safetensors.torch import load_file

from core.errors import Trouble
from core.masking.objectives.masked import any_of
from core.masking.rewriting.card import FOLDER, card
from core.masking.rewriting.network import Gatherer
from core.masking.rewriting.pieces import END_ID, LONGEST, START_ID, ids, named, spelled, tokenizer
from core.masking.rewriting.tatoeba import Group, plain
from core.models.weights import examine

EVIDENCE = 4  # texts beside the one that is rebuilt, in training


@dataclass(frozen=True)
class Gathering:
    """A text, its evidence in a drawn order, and which of it says the same."""

    text: str
    evidence: tuple[str, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class Rebuilt:
    """A text rebuilt."""

    wanted: tuple[str, ...]  # its pieces, with the end
    chances: Float[np.ndarray, " N"]  # of each, given those before it and the evidence
    relevance: Float[np.ndarray, " M"]  # cosines
    shares: Float[np.ndarray, "M N"]  # of what is looked at, mean over layers and heads, by piece
    text: str  # what is written when nobody helps, the likeliest piece each time
    beta: float

    @property
    def nats(self) -> float:
        """Per piece."""
        return float(-np.log(self.chances).mean())


def drawn(groups: Sequence[Group], dice: np.random.Generator) -> Gathering:
    """A sentence of a group; one or two others of it; the rest of any group, in any language."""
    group = any_of(groups, dice)
    said = [*group.english, *group.chinese]
    english = dice.random() < 0.6
    text = any_of(group.english if english else group.chinese, dice)
    others = [each for each in said if each != text]
    order = dice.permutation(len(others))
    true = [others[int(at)] for at in order[: 1 + int(dice.integers(2))]]
    false: list[str] = []
    while len(true) + len(false) < EVIDENCE:
        other = any_of(groups, dice)
        if other is not group:
            false.append(any_of(other.english if dice.integers(2) else other.chinese, dice))
    texts, right = true + false, [True] * len(true) + [False] * len(false)
    turn = dice.permutation(EVIDENCE)
    return Gathering(text, tuple(texts[int(at)] for at in turn), tuple(right[int(at)] for at in turn))


def rebuild(text: str, evidence: Sequence[str], model: Gatherer | None = None) -> Rebuilt:
    """What the evidence tells of a text.

    Raises:
        Trouble: ``rewrite-empty``: no text, or no evidence.
    """
    given = [plain(each) for each in evidence if each.strip()]
    if not text.strip() or not given:
        raise Trouble("rewrite-empty", "Give a text and at least one text that may speak for it.")
    model = model or gatherer()
    wanted, read = torch.from_numpy(ids([plain(text)])), torch.from_numpy(ids(given))[None]
    with torch.inference_mode():
        logits, weights, near = model.gather(wanted, read, wanted[:, :-1])
        chances = logits[0].softmax(-1).gather(-1, wanted[0, 1:, None])[:, 0]
        mean = weights[0].mean((0, 1)).unflatten(-1, read.shape[1:]).sum(-1)  # (N, M)
    return Rebuilt(
        wanted=named(wanted[0, 1:].tolist()),
        chances=chances.numpy(),
        relevance=near[0].numpy(),
        shares=mean.T.numpy(),
        text=written(model, wanted, read),
        beta=float(model.beta.detach()),
    )


@torch.inference_mode()
def written(model: Gatherer, wanted: torch.Tensor, read: torch.Tensor) -> str:
    """The likeliest piece each time, until the end."""
    before = torch.full((1, 1), START_ID)
    while before.shape[1] < LONGEST:
        logits, _, _ = model.gather(wanted, read, before)
        piece = int(logits[0, -1, END_ID:].argmax()) + END_ID
        if piece == END_ID:
            break
        before = torch.cat([before, torch.tensor([[piece]])], 1)
    return spelled(named(before[0, 1:].tolist()))


@cache
def gatherer() -> Gatherer:
    """The shipped model."""
    c = card()["config"]
    model = Gatherer(tokenizer().get_vocab_size(), c["D"], c["L"], c["H"], c["F"], LONGEST)
    file = FOLDER / "evidence.safetensors"
    examine((file,), "evidence")
    model.load_state_dict({key: value.float() for key, value in load_file(file).items()})
    return model.eval()
