"""What BERT reads: three vectors added up for every token, its piece, its text, its place.

Source: Devlin et al. 2019, section 3. https://arxiv.org/abs/1810.04805
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float

from core.attention.maps import Tokens
from core.errors import Trouble
from core.masking.model import chosen, named, read, spelled
from core.models import Model


@dataclass(frozen=True, eq=False)
class Inputs:
    """The three parts, as the tables hold them; their sum is what the model normalises and reads."""

    model: str
    tokens: Tokens
    piece: Float[np.ndarray, "T D"]
    segment: Float[np.ndarray, "T D"]
    place: Float[np.ndarray, "T D"]

    @property
    def total(self) -> Float[np.ndarray, "T D"]:
        return self.piece + self.segment + self.place


@torch.inference_mode()
def inputs(text: str, pair: str | None = None, model: Model | str | Path | None = None) -> Inputs:
    """The parts for a text, or for two. Raises Trouble ``fill-model`` for a model that adds up something else."""
    model = chosen(text, model)
    tokens, _ = read(text, model, pair)
    tables = getattr(model.module, "embeddings", None)
    if not all(hasattr(tables, name) for name in ("word_embeddings", "token_type_embeddings", "position_embeddings")):
        raise Trouble("fill-model", f"{model.name} does not add up three embeddings.", name=model.name)
    first = tables.position_embeddings.padding_idx  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
    places = torch.arange(len(tokens.ids)) + (0 if first is None else first + 1)
    asked = {
        "word_embeddings": torch.tensor(tokens.ids),
        "token_type_embeddings": torch.tensor(tokens.segments),
        "position_embeddings": places,
    }
    parts = [getattr(tables, name)(ids.to(model.device)).cpu().numpy() for name, ids in asked.items()]
    return Inputs(model.name, tokens, *parts)


@torch.inference_mode()
def without(
    text: str,
    pair: str | None = None,
    model: Model | str | Path | None = None,
    *,
    piece: float = 1.0,
    segment: float = 1.0,
    place: float = 1.0,
    k: int = 5,
) -> list[tuple[str, float]]:
    """The best ``k`` words for the first gap when its three vectors are multiplied by these factors."""
    model = chosen(text, model)
    parts = inputs(text, pair, model)
    _, masks = read(text, model, pair)
    # the model adds its own segment and place vectors: hand it the pieces plus what these lack or have too much of
    handed = piece * parts.piece + (segment - 1) * parts.segment + (place - 1) * parts.place
    kinds = torch.tensor([parts.tokens.segments], device=model.device)
    hidden = model.module(
        inputs_embeds=torch.from_numpy(handed.astype(np.float32))[None].to(model.device),
        token_type_ids=kinds,
        attention_mask=torch.ones_like(kinds),
    ).last_hidden_state
    row = named(model, hidden[0, masks[0]]).cpu().numpy()
    return [(spelled(model, int(at)), float(np.exp(row[at]))) for at in np.argsort(-row)[:k]]
