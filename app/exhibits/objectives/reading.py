"""The visitor's text as words, and the objectives as this page sets them. No torch on the way."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace

import streamlit as st

from app.exhibits.objectives import text
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import sentence
from core.masking import FAMILIES, OBJECTIVES, Corruption, Objective, corrupt
from core.masking.corruption import Words
from core.masking.objectives import MLM, NSP, TLM, Entity, Mac, Relevance, SentenceDistance, WholeWord
from core.masking.objectives.alike import frequent, similar
from core.text import language_of, tokenise

LONGEST = 400  # characters that are read
SHOWN = tuple(name for name in OBJECTIVES if name in text.NAMES)


@dataclass(frozen=True)
class Asked:
    """What is typed, as tokens: English words, or Chinese characters with the words they make."""

    tokens: Words
    words: Words  # the segmentation, where tokens are characters
    lang: Lang  # of the text


def share_hidden(lang: Lang, default: int = 15) -> float:
    """The slider for the share that is hidden."""
    with control("objectives_rate"):
        return slider("objectives_rate", text.RATE[lang], 5, 80, default=default, step=5) / 100


def own_rate(lang: Lang) -> float | None:
    """The same; None until it is moved: each objective keeps the rate that it comes with."""
    share = share_hidden(lang)
    return None if share == MLM.rate else share


def asked(lang: Lang) -> Asked:
    """The sentence of the page."""
    return read(sentence(text.EXAMPLE[lang])[:LONGEST])


@st.cache_data(max_entries=256, show_spinner=False)
def read(typed: str) -> Asked:
    """Tokens of a text; the kept example needs no dictionary."""
    if typed == text.EXAMPLE["zh"]:
        words = text.EXAMPLE_WORDS
    else:
        words = tuple(typed[token.start : token.end] for token in tokenise(typed))  # as typed: NFKC turns ， into ,
    of = language_of(typed)
    tokens = tuple(c for word in words for c in (word if _is_han(word) else (word,)))
    return Asked(tokens, words if of == "zh" else (), of)


def prepared(name: str, what: Asked, rate: float | None = None, names: tuple[str, ...] = ()) -> Objective:
    """An objective with what it needs from the page: rate, words for random places, segmentation, names, strange
    sentences, the translation."""
    objective = OBJECTIVES[name]
    if isinstance(objective, MLM):
        objective = replace(objective, vocabulary=frequent(what.lang))
    if isinstance(objective, WholeWord):
        objective = replace(objective, words=what.words)
    if isinstance(objective, Entity) and names:
        objective = replace(objective, spans=spans(what.tokens, names))
    if isinstance(objective, Mac):
        objective = replace(objective, similar=alike(what))
    if isinstance(objective, NSP | SentenceDistance | Relevance):
        objective = replace(objective, others=strange(what.lang))
    if isinstance(objective, TLM):
        objective = replace(objective, translation=read(text.EXAMPLE["en" if what.lang == "zh" else "zh"]).tokens)
    if rate is not None and has_rate(name):
        objective = replace(objective, rate=rate)  # type: ignore[type-var]
    return objective


def strange(of: Lang) -> tuple[Words, ...]:
    """Sentences of another text, one character a token in Chinese: no dictionary is needed."""
    return tuple(tuple(token.text for token in tokenise(each, "en")) for each in text.STRANGE[of])


def has_rate(name: str) -> bool:
    """Whether the slider reaches it."""
    objective = OBJECTIVES[name]
    return is_dataclass(objective) and "rate" in {field.name for field in fields(objective)}


def spans(tokens: Words, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the names stand, letter for letter; longer names first."""
    found: list[tuple[int, int]] = []
    wanted = sorted({"".join(name.split()) for name in names}, key=len, reverse=True)
    at = 0
    while at < len(tokens):
        ends = (end for name in wanted for end in range(at + 1, len(tokens) + 1) if "".join(tokens[at:end]) == name)
        end = next(ends, None)
        if end:
            found.append((at, end))
        at = end or at + 1
    return tuple(found)


@st.cache_data(max_entries=64, show_spinner=False)
def alike(what: Asked):
    """Similar words for MacBERT."""
    return similar(what.words or what.tokens, what.lang)


def family_of(name: str) -> str:
    """The family that an objective stands in."""
    return next(family for family, members in FAMILIES.items() if name in members)


def drawn(name: str, what: Asked, seed: int, rate: float | None = None) -> Corruption:
    """One corruption of the visitor's text."""
    return corrupt(what.tokens, prepared(name, what, rate), seed)


def _is_han(word: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in word)
