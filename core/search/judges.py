"""Cross-encoders of other people: a transformer of the hub that reads two texts and gives one number.

``judge("cross-encoder/ms-marco-MiniLM-L6-v2")`` is the re-ranker that search usually begins with. As with every model
here: safetensors only, and no code that comes with it is run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor
from transformers import (
    AutoConfig,
    AutoModelForSequenceClassification,
    AutoTokenizer,
    PreTrainedModel,
    PreTrainedTokenizerFast,
)

from core.errors import Trouble
from core.models.embedding import batches
from core.models.sources import locate, no_safetensors
from core.models.weights import damaged, examine, require_room, weight_files
from core.runtime import seeded
from core.search.cross import LONGEST, Pair

_NEVER_CODE = {"local_files_only": True, "trust_remote_code": False}


@dataclass(frozen=True, eq=False)
class Judge:
    """A model with one output, and its tokenizer."""

    name: str
    module: PreTrainedModel
    tokenizer: PreTrainedTokenizerFast

    @torch.inference_mode()
    def scores(self, pairs: Sequence[Pair]) -> Float[np.ndarray, " N"]:
        """The sigmoid of what it says of each pair; of either text the first 64 tokens count."""
        backend = self.tokenizer.backend_tokenizer
        texts = [text.encode("utf-8", "replace").decode() for pair in pairs for text in pair]
        rows = backend.encode_batch_fast(texts, add_special_tokens=False)
        for row in rows:
            row.truncate(LONGEST)
        joined = [backend.post_process(rows[i], rows[i + 1]) for i in range(0, len(rows), 2)]
        found = np.zeros(len(pairs), np.float32)
        for at in batches([len(row.ids) for row in joined]):
            asked = {"input_ids": _padded([joined[i].ids for i in at])}
            asked["attention_mask"] = _padded([joined[i].attention_mask for i in at])
            if getattr(self.module.config, "type_vocab_size", 0) > 1:  # BERT marks its second text
                asked["token_type_ids"] = _padded([joined[i].type_ids for i in at])
            found[at] = self.module(**asked).logits[:, 0].float().sigmoid().numpy()
        return found


def judge(name: str | Path) -> Judge:
    """A cross-encoder by its name on the hub, or from a folder.

    Raises:
        Trouble: ``model-unsupported``: it gives no single number for two texts; and what ``core.models.load`` raises.
    """
    folder, title = locate(name), str(name)
    files = weight_files(folder)
    if not files:
        raise no_safetensors(title)
    require_room(title, 4 * examine(files, title).parameters)
    try:
        config = AutoConfig.from_pretrained(folder, **_NEVER_CODE)
        if getattr(config, "num_labels", 0) != 1 or not _judges(config.architectures):
            raise Trouble(
                "model-unsupported",
                f"{title} gives no single number for two texts.",
                name=title,
                architecture=config.model_type,
            )
        with seeded(0):  # transformers patches torch.nn.init meanwhile
            module = AutoModelForSequenceClassification.from_pretrained(
                folder, config=config, dtype=torch.float32, use_safetensors=True, **_NEVER_CODE
            )
        tokenizer = AutoTokenizer.from_pretrained(folder, **_NEVER_CODE)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise damaged(title, "config.json", str(error)) from error
    if not isinstance(tokenizer, PreTrainedTokenizerFast):
        raise Trouble("tokenizer-unsupported", f"The tokenizer of {title} is too old to be read.", name=title)
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.backend_tokenizer.no_truncation()
    return Judge(title, module.eval().requires_grad_(False), tokenizer)


def _padded(rows: Sequence[Sequence[int]]) -> Int[Tensor, "B T"]:
    """Rows as long as the longest, zeros behind."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])


def _judges(architectures: Sequence[str] | None) -> bool:
    return any(each.endswith("ForSequenceClassification") for each in architectures or ())
