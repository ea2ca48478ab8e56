"""The space of words on screen: shipped vectors or the visitor's own, and the words that were picked from them."""

from __future__ import annotations

import base64
import difflib
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import streamlit as st

from app.exhibits.word2vec import own
from app.exhibits.word2vec import space_text as text
from app.exhibits.word2vec.space import DRAWN, Space
from app.house.links import choice, remember
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from core import jobs
from core.word2vec import maps, shipped
from core.word2vec.study import Study

DEFAULT: Mapping[Lang, str] = {"en": "words-en", "zh": "words-zh"}
RUN = "word2vec_run"  # in the URL: the key of the visitor's last training
PICK = "word2vec_pick"  # in the URL: the words that were lassoed
MOST_PICKED = 400


def space(lang: Lang) -> Space:
    """The chosen vectors; where nothing was trained or brought yet, a word about it and the shipped ones."""
    with control("word2vec_set"):
        name = choice(
            st.selectbox,
            text.SET[lang],
            list(text.SETS),
            text.SETS,
            lang,
            key="word2vec_set",
            default=DEFAULT[lang],
        )
    if name == "file":
        return own.brought(lang) or _shipped(DEFAULT[lang])
    found = at_hand(name, lang)
    if found.name != name:
        st.info(text.NO_RUN[lang], icon=":material/info:")
    return found


def at_hand(name: str, lang: Lang) -> Space:
    """One set of vectors; the shipped ones where the visitor's own are gone or were never made."""
    if name == "file":
        return own.again() or _shipped(DEFAULT[lang])
    if name != "mine":
        return _shipped(name)
    key = st.session_state.get(RUN) or st.query_params.get(RUN, "")
    job = jobs.find(key) if key else None
    if job is None or job.state != "done":
        return _shipped(DEFAULT[lang])
    remember(RUN, key)
    return _own(key, job)


@lru_cache(maxsize=2)
def _shipped(name: str) -> Space:
    kept = shipped.shipped(name)
    running = int(shipped.card(name)["words"])
    return Space(name, name, shipped.vectors(name), kept.counts, kept.maps, kept.hubness, running)


@lru_cache(maxsize=8)
def _own(key: str, job: jobs.Job) -> Space:
    found: Study = job.result()
    top = found.vectors.unit[:DRAWN]
    flat = maps.flatten(top, maps.Config("pca"))
    return Space("mine", key, found.vectors, found.counts, {"pca": flat}, maps.hubness(top), found.running)


def known(of: Space, word: str) -> int | None:
    """The row of a word as typed or in small letters; None where it has no vector."""
    index = of.vectors.index
    word = word.strip()
    return index.get(word, index.get(word.casefold()))


def alike(of: Space, word: str, most: int = 3) -> list[str]:
    """Words that are spelt nearly the same."""
    return difflib.get_close_matches(word.strip().casefold(), of.vectors.vocab[:6_000], most, 0.7)


def unknown(of: Space, word: str, lang: Lang) -> None:
    """Say that a word has no vector, and what may have been meant."""
    others = alike(of, word)
    said = text.UNKNOWN if others else text.UNKNOWN_ALONE
    st.warning(said[lang].format(word=plain(word, 60), others=" · ".join(f"“{plain(o, 60)}”" for o in others)))


def picked() -> tuple[str, ...]:
    """The words that were lassoed, from the URL; a damaged link picks nothing."""
    raw = st.query_params.get(PICK, "")
    try:
        inflated = zlib.decompressobj().decompress(base64.urlsafe_b64decode(raw), 20_000)
        return tuple(inflated.decode().split("\n"))[:MOST_PICKED] if raw else ()
    except (ValueError, zlib.error):
        return ()


def pick(words: Sequence[str]) -> None:
    """Put the words into the URL."""
    packed = zlib.compress("\n".join(words[:MOST_PICKED]).encode(), 9)
    remember(PICK, base64.urlsafe_b64encode(packed).decode() if words else None)
