"""A pretrained transformer that reads text and shows how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from jaxtyping import Float
from torch import nn
from transformers import PreTrainedModel, PreTrainedTokenizerFast
from transformers.pytorch_utils import Conv1D

from core.attention.maps import AttentionMaps, Kind, Tokens
from core.errors import Trouble
from core.models.observe import stack, watching
from core.models.reading import read, shifted

READS = 512  # tokens at a time, whatever the model allows: attention grows with the square


@dataclass(frozen=True, eq=False)
class Model:
    """A model with its tokenizer; ``load`` makes one. Threads may share it."""

    name: str
    kind: Literal["encoder", "decoder", "encoder-decoder"]
    L: int  # layers (of the encoder, where there are two towers)
    H: int
    D: int
    limit: int  # tokens
    parameters: int
    digest: str  # sha256 of the weights
    has_head: bool  # can it name a token? Otherwise ``logits`` refuses
    folder: Path
    device: str
    dtype: torch.dtype
    tokenizer: PreTrainedTokenizerFast = field(repr=False)
    module: PreTrainedModel = field(
        repr=False
    )  # what turns ids into hidden states: the encoder, where there are two towers
    whole: PreTrainedModel = field(repr=False)  # the same with the decoder and the head, where there are any

    def tokens(self, text: str, pair: str | None = None) -> Tokens:
        """The pieces that the model reads: of a text, of two, or, with two towers, of the source."""
        return read(self.tokenizer, text, None if self._two_towers else pair, limit=self._reads)

    def attention(self, text: str, pair: str | None = None, *, kind: Kind | None = None) -> AttentionMaps:
        """Who looks at whom, in every layer and head, with the numbers behind it.

        With two towers, ``pair`` is the target text and ``kind`` chooses the encoder, the decoder or the cross
        attention from target to source (``"cross"`` unless there is no target).

        Raises:
            Trouble: ``text-empty``, ``attention-kind``, ``target-needed`` or ``attention-hidden``.
        """
        kind = self._kind(kind, pair)
        source = target = self.tokens(text, pair)
        with watching() as looks:
            if self._two_towers and kind != "encoder":
                target = self._target(pair)
                self._forward(self.whole, source, target)
                own, cross = looks[self.L :: 2], looks[self.L + 1 :: 2]  # a decoder layer looks at itself first
                looks, source = (cross, source) if kind == "cross" else (own, target)
            else:
                self._forward(self.module, source)
        return AttentionMaps(kind=kind, model=self.name, target=target, source=source, **stack(looks))

    def logits(self, text: str, pair: str | None = None) -> Float[np.ndarray, "T V"]:
        """What the model would put at every position (a masked one), or after it (a causal one), unnormalised.

        With two towers ``pair`` is the target, and the positions are the decoder's.

        Raises:
            Trouble: ``head-missing``: the checkpoint cannot name tokens; a fresh head would be noise.
        """
        if not self.has_head:
            raise Trouble("head-missing", f"{self.name} has no language-model head.", name=self.name)
        target = (self._target(pair),) if self._two_towers else ()
        return _numpy(self._forward(self.whole, self.tokens(text, pair), *target).logits)

    def hidden_states(self, text: str, pair: str | None = None) -> Float[np.ndarray, "layers T D"]:
        """The tokens after each of the ``L`` layers, and first, before any: ``layers`` is ``L + 1``."""
        states = self._forward(self.module, self.tokens(text, pair), output_hidden_states=True).hidden_states
        return np.stack([_numpy(state) for state in states])

    def flops(self, T: int) -> float:
        """Floating-point operations of reading ``T`` tokens in ``module``: a multiplication and an addition are two.

        Every weight matrix works once per token; q·kᵀ and weights·v grow with the square. Softmax, norms and
        activations are left out, as is customary.
        """
        matrices = sum(part.weight.numel() for part in self.module.modules() if isinstance(part, nn.Linear | Conv1D))
        width = self.module.config.get_text_config()
        inner = getattr(width, "head_dim", None) or getattr(width, "d_kv", None) or self.D // self.H
        return 2.0 * T * matrices + 4.0 * self.L * T * T * self.H * inner

    def embed(self, texts: Sequence[str], *, pooling: str = "mean") -> Float[np.ndarray, "N D"]:
        """One vector per text; see ``core.models.embedding``."""
        from core.models.embedding import embed

        return embed(self, texts, pooling=pooling)

    @property
    def _two_towers(self) -> bool:
        return self.kind == "encoder-decoder"

    @property
    def _reads(self) -> int:
        return min(self.limit, READS)

    def _kind(self, kind: Kind | None, pair: str | None) -> Kind:
        possible = _KINDS[self.kind]
        kind = kind or ("encoder" if self._two_towers and pair is None else possible[0])
        if kind not in possible:
            raise Trouble(
                "attention-kind",
                f"{self.name} has {' and '.join(possible)} attention, not {kind}.",
                name=self.name,
                kind=kind,
                possible=possible,
            )
        return kind

    def _target(self, pair: str | None) -> Tokens:
        """What the decoder reads while it writes ``pair``: a start token, then all but the last."""
        if pair is None:
            raise Trouble("target-needed", f"{self.name} writes a second text: give it one.", name=self.name)
        start = self.whole.config.decoder_start_token_id
        tokens = read(self.tokenizer, pair, limit=self._reads - 1)
        return shifted(tokens, start, str(self.tokenizer.convert_ids_to_tokens(start)))

    @torch.inference_mode()
    def _forward(self, module: PreTrainedModel, source: Tokens, target: Tokens | None = None, **asked: bool):
        inputs = {"input_ids": self._row(source.ids), "attention_mask": self._row([1] * len(source.ids))}
        if getattr(module.config, "type_vocab_size", 0) > 1:  # BERT marks its second text
            inputs["token_type_ids"] = self._row(source.segments)
        if target is not None:
            inputs["decoder_input_ids"] = self._row(target.ids)
        if self.kind != "encoder":
            asked["use_cache"] = False
        return module(**inputs, **asked)

    def _row(self, numbers: Sequence[int]) -> torch.Tensor:
        return torch.tensor([numbers], device=self.device)


_KINDS: dict[str, tuple[Kind, ...]] = {
    "encoder": ("encoder",),
    "decoder": ("decoder",),
    "encoder-decoder": ("cross", "encoder", "decoder"),
}


def _numpy(batch: torch.Tensor) -> np.ndarray:
    """The only row of a batch, as fp32."""
    return batch[0].float().cpu().numpy()
