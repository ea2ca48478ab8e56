"""Vectors for the page: the recorded ones where the example stands, the model otherwise; shared by visitors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import streamlit as st

from app.exhibits.sentences import text as words
from app.house import heavy
from app.house.links import standing
from app.house.numbers import percent
from app.house.shared import Shared
from app.i18n import Lang
from core.errors import Trouble
from core.simcse import chinese
from core.simcse.recorded import PAIRS, first
from core.text import language_of

Pairs = tuple[tuple[str, str], ...]
MOST = 40  # sentences of one's own
UNREADABLE = 0.2  # share of [UNK] above which the page says so
READERS = {"en": "minilm", "zh": "zh-char"}
BEST = {"minilm": "mean", chinese.MODEL: chinese.BEST}  # poolers, by how well they order pairs
EXAMPLE: Mapping[Lang, str] = {
    "en": "\n".join(f"{a} | {b}" for a, b in PAIRS["en"]),
    "zh": "\n".join(f"{a} | {b}" for a, b in PAIRS["zh"]),
}

_kept: Shared[np.ndarray] = Shared(8 * 2**20, lambda vectors: vectors.nbytes)


def pairs(typed: str) -> Pairs:
    """The lines that hold two sentences."""
    split = (line.split("|", 1) for line in typed.splitlines() if "|" in line)
    found = [(a.strip(), b.strip()) for a, b in split if a.strip() and b.strip()]
    return tuple(found[: MOST // 2])


def paired(lang: Lang) -> str:
    """What the visitor has typed as pairs, on this page or in the link; else the example."""
    return standing("sentences_pairs", EXAMPLE, lang)


def of_pairs(asked: Pairs) -> tuple[np.ndarray, np.ndarray]:
    """Vectors of both sides, lengths kept. Raises Trouble ``sentences-few`` for fewer than two pairs."""
    for lang, example in PAIRS.items():
        if asked == example:
            return first(lang).x, first(lang).y
    if len(asked) < 2:
        raise Trouble("sentences-few", "Two pairs at least.", n=len(asked))
    both = of([side for pair in asked for side in pair])
    return both[0::2], both[1::2]


def of(texts: Sequence[str], pooler: str = "", name: str = "") -> np.ndarray:
    """Vectors by the named encoder or that of the texts' language, by its best pooler unless another is named; lengths
    kept."""
    name = name or reader(texts)
    pooler = pooler or BEST[name]

    def make() -> np.ndarray:
        model = _loaded(name)
        from core.simcse.encode import vectors

        return (chinese.encode if name == chinese.MODEL else vectors)(model, texts, pooler)

    return _kept.get((name, tuple(texts), pooler), make)


def reader(texts: Sequence[str]) -> str:
    """Which encoder reads these texts: the packaged MiniLM, or our Chinese characters, whitened."""
    return READERS[language_of("\n".join(texts))]


def unknown(texts: Sequence[str]) -> float:
    """The share of pieces that are [UNK]."""
    tokenizer = _loaded(reader(texts)).tokenizer
    ids = [id for text in texts for id in tokenizer(text, add_special_tokens=False)["input_ids"]]
    return sum(id == tokenizer.unk_token_id for id in ids) / len(ids) if ids else 1.0


def warn(texts: Sequence[str], lang: Lang) -> None:
    """Say so where an encoder can make little of these texts."""
    known = {side for pairs in PAIRS.values() for pair in pairs for side in pair}
    if not known.issuperset(texts) and (lost := unknown(texts)) > UNREADABLE:
        st.warning(words.UNREADABLE[lang].format(share=percent(lost, lang)))


@cache
def _loaded(name: str):
    return heavy.stack().common(name)
