"""The toy text and the knobs that its views share; every course is computed in the page, in a tenth of a second."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from app.exhibits.word2vec import toy_text as text
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core.word2vec import Config
from core.word2vec.steps import Course, follow
from core.word2vec.texts import words as words_of

MOST_WORDS = 40
MOST_STEPS = 5_000
LONGEST = 3_000  # characters
Sentences = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Toy:
    """What is trained, and how."""

    sentences: Sentences
    config: Config


def toy(lang: Lang, seed: int, *, outputs: bool = True) -> Toy | None:
    """The controls of a toy training; None where the text is empty."""
    with control("word2vec_preset"):
        preset = choice(
            st.selectbox,
            text.PRESET[lang],
            list(text.PRESETS),
            text.PRESETS,
            lang,
            key="word2vec_preset",
            default="royal",
        )
    if preset == "own":
        typed = st.text_area(text.OWN[lang], key="word2vec_own", bind="query-params", max_chars=LONGEST) or ""
        sentences = cut(typed[:LONGEST], lang)
        if not sentences:
            st.info(text.NO_TEXT[lang], icon=":material/edit:")
            return None
    else:
        sentences = spaced(text.PRESET_TEXTS[preset][lang])
    if not outputs:
        return Toy(sentences, Config(seed=seed))
    with control("word2vec_architecture"):
        architecture = choice(
            st.segmented_control,
            text.ARCHITECTURE[lang],
            list(text.ARCHITECTURES),
            text.ARCHITECTURES,
            lang,
            key="word2vec_architecture",
            default="skipgram",
            required=True,
        )
    with control("word2vec_output"):
        output = choice(
            st.selectbox,
            text.OUTPUT[lang],
            list(text.OUTPUTS),
            text.OUTPUTS,
            lang,
            key="word2vec_output",
            default="negative",
        )
    left, middle, right = st.columns(3)
    with left, control("word2vec_d"):
        D = whole("word2vec_d", text.D_IN[lang], 2, 10, default=5)
    with middle, control("word2vec_window"):
        window = whole("word2vec_window", text.WINDOW[lang], 1, 5, default=2)
    with right, control("word2vec_rate"):
        rate = whole("word2vec_rate", text.RATE[lang], 1, 50, default=20)
    mean = True
    if architecture == "cbow":
        with control("word2vec_mean"):
            mean = st.toggle(text.MEAN[lang], True, key="word2vec_mean", bind="query-params")
    config = Config(architecture, output, D=D, window=window, negatives=3, lr=rate / 100, mean=mean, seed=seed)
    return Toy(sentences, config)


@lru_cache(maxsize=64)
def course(what: Toy, steps: int) -> Course:
    """Where so many examples lead; kept for all visitors."""
    return follow(what.sentences, what.config, min(steps, MOST_STEPS))


def spaced(typed: str) -> Sentences:
    """Our own texts: words stand between spaces in both languages."""
    return tuple(tuple(part.split()) for part in re.split(r"[.。]\s*", typed) if part.strip())


def cut(typed: str, lang: Lang) -> Sentences:
    """Sentences of at least two words, as many as hold no more than ``MOST_WORDS`` different ones."""
    kept: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for part in re.split(r"[.。!?！？\n]+", typed):
        found = words_of(part)
        if len(found) > 1:
            seen |= set(found)
            if len(seen) > MOST_WORDS:
                st.info(text.TOO_MANY[lang].format(most=MOST_WORDS), icon=":material/content_cut:")
                break
            kept.append(found)
    return tuple(kept)
