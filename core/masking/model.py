"""Which model fills a gap, and how it is asked: rows of ids in, log probabilities at the asked positions out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.attention.maps import Tokens
from core.errors import Trouble
from core.models import Model, common
from core.text import language_of

MASK = "[MASK]"  # how a visitor writes a gap, whatever the model calls it
DEFAULTS = {"en": "minilm-mlm", "zh": "zh-char"}
AT_ONCE = 4096  # tokens in one forward pass

_HEADS = ("cls", "lm_head", "predictions")  # BERT, RoBERTa, ALBERT


def chosen(text: str, model: Model | str | Path | None) -> Model:
    """``model``, loaded where it is a name; the text's own language chooses where it is None."""
    if isinstance(model, Model):
        return model
    return common(DEFAULTS[language_of(text.replace(MASK, ""))] if model is None else model)


def read(text: str, model: Model, pair: str | None = None) -> tuple[Tokens, tuple[int, ...]]:
    """The pieces of a text, and where its gaps are. Raises Trouble ``fill-model`` for a model without gaps."""
    mask = model.tokenizer.mask_token
    if not model.has_head or mask is None or _head(model) is None:
        raise Trouble("fill-model", f"{model.name} cannot fill gaps: it is no masked language model.", name=model.name)
    spelled = [each if each is None else each.replace(MASK, str(mask)) for each in (text, pair)]
    tokens = model.tokens(spelled[0] or "", spelled[1])
    return tokens, tuple(at for at, each in enumerate(tokens.ids) if each == model.tokenizer.mask_token_id)


def gaps(text: str, model: Model) -> tuple[Tokens, tuple[int, ...]]:
    """As :func:`read`. Raises Trouble ``fill-nothing`` where there is no gap."""
    tokens, masks = read(text, model)
    if not masks:
        raise Trouble("fill-nothing", f"There is no gap in this text: write {MASK} where a word is missing.")
    return tokens, masks


@torch.inference_mode()
def log_probabilities(
    model: Model, rows: Sequence[Sequence[int]], at: Sequence[Sequence[int]], segments: Sequence[int] = ()
) -> list[Float[np.ndarray, "asked V"]]:
    """For each row of ids, all of one length, the log probability of every piece at the asked positions, in nats."""
    found: list[np.ndarray] = []
    size = max(1, AT_ONCE // max(1, len(rows[0])))
    for start in range(0, len(rows), size):
        ids = torch.tensor([list(row) for row in rows[start : start + size]], device=model.device)
        hidden = model.module(**inputs_of(model, ids, segments)).last_hidden_state
        for each, asked in zip(hidden, at[start : start + size], strict=True):
            found.append(named(model, each[list(asked)]).cpu().numpy())
    return found


def named(model: Model, hidden: Float[Tensor, "*any D"]) -> Float[Tensor, "*any V"]:
    """Hidden states as log probabilities over the vocabulary, by the model's own head."""
    head = _head(model)
    assert head is not None
    return head(hidden).float().log_softmax(-1)


def spelled(model: Model, id: int) -> str:
    """A piece as a candidate is shown; one that goes on with a word keeps its ##."""
    return str(model.tokenizer.decode([id])).strip() or str(model.tokenizer.convert_ids_to_tokens(id))


def inputs_of(model: Model, ids: Tensor, segments: Sequence[int]) -> dict[str, Tensor]:
    inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    if getattr(model.module.config, "type_vocab_size", 0) > 1:
        kinds = torch.tensor(list(segments) or [0] * ids.shape[1], device=model.device)
        inputs["token_type_ids"] = kinds.expand_as(ids)
    return inputs


def _head(model: Model) -> nn.Module | None:
    if model.kind != "encoder":
        return None
    return next((getattr(model.whole, name) for name in _HEADS if hasattr(model.whole, name)), None)
