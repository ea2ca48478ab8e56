"""MobileBERT's question: blocks are taught inside; one after the other, all at once, or beside the answers?

Every block is given the teacher's states and the teacher's looks. ``progressive`` teaches block after block, and what
lies below rests; ``joint`` teaches all blocks at once; both turn to the answers for the second half. ``auxiliary`` has
no stages: it adds the inside to the soft targets from the first step to the last.

MobileBERT is as wide as its teacher between the blocks and narrow inside them, so states can be compared as they are.
Our student is narrow throughout: a learnt linear map stands in between, as in TinyBERT.

Source: Sun et al. 2020, MobileBERT, sections 3.3 and 3.4. https://arxiv.org/abs/2004.02984
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from core.distillation import losses

if TYPE_CHECKING:
    from core.distillation.methods import Batch, Mapped
    from core.distillation.students import Seen


def progressive(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """First half: one block at a time, the blocks below it at rest. Second half: the answers."""
    M = len(mapped.pairs)
    stage = int(2 * M * batch.progress)  # 0 … M - 1: a block; from M on: the answers
    return block(mapped, seen, batch, stage + 1, alone=True) if stage < M else answers(mapped, seen, batch)


def joint(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """First half: all blocks at once. Second half: the answers."""
    return inside(mapped, seen, batch) if batch.progress < 0.5 else answers(mapped, seen, batch)


def auxiliary(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Inside and answers at the same time, always."""
    return {**answers(mapped, seen, batch), **inside(mapped, seen, batch)}


def block(mapped: Mapped, seen: Seen, batch: Batch, m: int, *, alone: bool) -> dict[str, Tensor]:
    """Block ``m``: squared distance of its states, and how far its heads look elsewhere than the teacher's.

    ``alone``: the block reads what those below it say, and they learn nothing from what becomes of it.
    """
    real, n = batch.real, mapped.pairs[m - 1]
    far = (1 - real[:, None, None]) * -1e4
    state, scores = seen.states[m], seen.scores[m - 1]
    if alone:
        state, scores, _ = mapped.student.get_submodule(f"body.layers.{m - 1}")(seen.states[m - 1].detach(), far)
    ours, theirs = scores.softmax(-1), (mapped.teacher("score", n, batch) + far).softmax(-1)
    weight = mapped.config.inside_weight
    return {
        "feature": weight * losses.hidden(mapped.maps[m](state), mapped.teacher("state", n, batch), real),
        "looks": weight * losses.relation(ours, theirs, real),
    }


def inside(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """The sum over all blocks."""
    each = [block(mapped, seen, batch, m, alone=False) for m in range(1, len(mapped.pairs) + 1)]
    return {name: torch.stack([terms[name] for terms in each]).sum() for name in each[0]}


def answers(mapped: Mapped, seen: Seen, batch: Batch) -> dict[str, Tensor]:
    """Soft targets and labels."""
    weight, T = mapped.config.soft_weight, mapped.config.temperature
    hard = losses.hard(seen.logits, batch.labels)
    return {"soft": weight * losses.soft(seen.logits, batch.answers, T), "hard": (1 - weight) * hard}
