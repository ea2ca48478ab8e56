"""The same sentences read by the SentenceTransformers library, where it is installed: vectors and time side by side."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

import numpy as np
import streamlit as st

from app.exhibits.sentences import library_text as words
from app.house import heavy
from app.house.numbers import scientific
from app.house.parts import control
from app.i18n import Lang

ROUNDS = 3
MODULE, PACKAGE = "sentence_transformers", "sentence-transformers"


@dataclass(frozen=True)
class Beside:
    """Both readings of the same sentences."""

    apart: float  # the largest difference between two cosines
    ours: float  # seconds
    theirs: float


def view(lines: Sequence[str], lang: Lang) -> None:
    """The switch, and what it shows."""
    with control("sentences_library"):
        asked = st.toggle(words.LIBRARY[lang], key="sentences_library", bind="query-params")
    if not asked:
        return
    if find_spec(MODULE) is None:
        st.info(words.MISSING[lang])
        return
    found = beside(lines)
    facts = {"version": version(PACKAGE), "n": len(lines), "apart": scientific(found.apart)}
    st.markdown(words.BESIDE[lang].format(**facts, ours=1000 * found.ours, theirs=1000 * found.theirs))


def beside(lines: Sequence[str]) -> Beside:
    """Read them by both in turn, the best of a few times."""
    model, library = heavy.minilm(), _library()
    readers = (model.embed, lambda texts: library.encode(texts, normalize_embeddings=True))
    seconds = [[_seconds(read, lines) for read in readers] for _ in range(ROUNDS)]
    ours, theirs = (vectors @ vectors.T for vectors in (np.asarray(read(list(lines))) for read in readers))
    return Beside(float(np.abs(ours - theirs).max()), *map(min, zip(*seconds, strict=True)))


def _seconds(read: Callable[[list[str]], object], lines: Sequence[str]) -> float:
    began = time.perf_counter()
    read(list(lines))
    return time.perf_counter() - began


@st.cache_resource(show_spinner=False)
def _library() -> Any:
    """The library with the weights that it reads from the same file; those that are ours it need not hold twice."""
    ours = heavy.minilm().module
    from sentence_transformers import SentenceTransformer

    from core.models.sources import PACKAGED, locate
    from core.nn.twin import lend

    library = SentenceTransformer(str(locate(PACKAGED)), device="cpu", local_files_only=True)
    reader: Any = library[0]
    lend(ours, reader.auto_model)
    return library
