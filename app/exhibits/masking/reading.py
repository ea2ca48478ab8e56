"""From what the visitor typed and clicked to a sentence with gaps, and from there to the answers, shared by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

import streamlit as st

from app.exhibits.masking import text
from app.house import heavy
from app.house.links import choice, remember
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang, Text
from app.session import sentence
from core.masking.recorded import EXAMPLES, Answer, answer, recorded
from core.text import language_of
from core.text.tokenise import tokenise

T = TypeVar("T")
MASK = "[MASK]"
LONGEST = 400  # characters
AUTO = "auto"
OFFERED = (AUTO, "minilm-mlm", "en-small", "zh-char", "bert-base-uncased", "bert-base-chinese", "roberta-base")

_answers: Shared[Answer] = Shared(2_000_000, lambda found: 100 * sum(map(len, found.words)))
_results: Shared[object] = Shared(24_000_000, lambda found: 800_000)  # a comparison over 30,000 words is the largest


@dataclass(frozen=True)
class Word:
    """A word that can be hidden, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Asked:
    """What is on screen."""

    typed: str
    gapped: str  # the same with [MASK]
    hidden: tuple[str, ...]  # the words behind the gaps, "" where the visitor wrote [MASK]
    model: str | None  # None: chosen by the language


def words(typed: str) -> tuple[Word, ...]:
    """What can be clicked: words, in Chinese characters; a written [MASK] stays what it is."""
    found: list[Word] = []
    at = 0
    for part in typed.split(MASK):
        found += [Word(t.text, at + t.start, at + t.end) for t in tokenise(part, "en")]
        at += len(part) + len(MASK)
    return tuple(found)


def asked(lang: Lang) -> Asked:
    """The sentence, its words to click, and the model."""
    typed = sentence(EXAMPLES[lang])[:LONGEST]
    found = words(typed)
    key = "masking_hide"
    if key not in st.session_state:
        linked = st.query_params.get(key, "").split(",")
        st.session_state[key] = [int(each) for each in linked if each.isdecimal() and len(each) < 4]
    if st.session_state.get("masking_typed", typed) != typed:
        st.session_state[key] = []
    st.session_state["masking_typed"] = typed
    kept = [at for at in st.session_state[key] if at < len(found)]
    if MASK not in typed and not kept:
        kept = [max((at for at, word in enumerate(found) if word.text[0].isalnum()), default=0)] if found else []
    st.session_state[key] = kept
    with control(key):
        chosen = st.pills(
            text.HIDE[lang],
            range(len(found)),
            selection_mode="multi",
            key=key,
            format_func=lambda at: found[at].text,
            help=text.HIDE_HELP[lang],
        )
    remember(key, ",".join(map(str, sorted(chosen))) or None)
    return Asked(*gapped(typed, found, sorted(chosen)), model(lang))


def gapped(typed: str, found: tuple[Word, ...], chosen: list[int]) -> tuple[str, str, tuple[str, ...]]:
    """The sentence as typed, with gaps, and what stood in each gap."""
    made, at, gaps = "", 0, []
    for each in [found[i] for i in chosen]:
        made, at = made + typed[at : each.start] + MASK, each.end
        gaps.append((each.start, typed[each.start : each.end]))
    made += typed[at:]
    start = typed.find(MASK)
    while start >= 0:
        gaps.append((start, ""))
        start = typed.find(MASK, start + 1)
    return typed, made, tuple(word for _, word in sorted(gaps))


def model(lang: Lang) -> str | None:
    """The model that was chosen; None: the language of the sentence decides."""
    with control("masking_model"):
        name = st.selectbox(
            text.MODEL[lang],
            OFFERED,
            key="masking_model",
            bind="query-params",
            accept_new_options=True,
            help=text.MODEL_HELP[lang],
        )
    name = known((name or AUTO).strip())
    return None if name == AUTO else name


def known(name: str) -> str:
    """A model's name that was typed. Raises Trouble ``model-name-malformed``, for a path of this server above all."""
    return name if name in OFFERED else heavy.stack().check_name(name)


def filled(what: Asked, pieces: int = 1) -> Answer:
    """The answers for the gaps: recorded for the untouched example, computed otherwise."""
    known = recorded(language_of(what.gapped.replace(MASK, "")))
    if known and known.text == what.gapped and what.model is None and pieces == 1:
        return known
    heavy.stack()
    return _answers.get((what.gapped, what.model, pieces), partial(answer, what.gapped, what.model, pieces=pieces))


def computed(key: tuple, make: Callable[[], T]) -> T:
    """Any other result of a model, kept for all visitors."""
    heavy.stack()
    return cast(T, _results.get(key, make))


def preset(lang: Lang, key: str, labels: Mapping[str, Text]) -> str:
    """A choice of examples."""
    with control(key):
        return choice(st.selectbox, text.PRESET[lang], list(labels), labels, lang, key=key, default=next(iter(labels)))
