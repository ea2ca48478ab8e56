"""What is searched: English news, our Chinese notes, or lines of the visitor's own."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.sentences import reading
from app.exhibits.sentences import shelves_text as text
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core.search import Index
from core.search.shelf import EXAMPLES, example, indexed
from core.simcse import unit

FEWEST, MOST = 3, 100  # lines of one's own; more would keep the visitor waiting
USUAL = {"en": "news", "zh": "notes"}


def chosen(lang: Lang) -> tuple[str, Index | None]:
    """The collection and its name; no index where the visitor has not brought enough lines."""
    with control("sentences_shelf"):
        name = choice(
            st.segmented_control,
            text.SHELF[lang],
            list(text.SHELVES),
            text.SHELVES,
            lang,
            key="sentences_shelf",
            default=USUAL[lang],
            required=True,
        )
    if name != "own":
        return name, indexed(name)
    with control("sentences_own"):
        st.session_state.setdefault("sentences_own", st.query_params.get("sentences_own", ""))
        typed = st.text_area(text.OWN[lang], key="sentences_own", height=160, max_chars=8_000, bind="query-params")
    brought = [line.strip() for line in (typed or "").splitlines() if line.strip()]
    lines = tuple(dict.fromkeys(brought))[:MOST]
    if len(lines) < FEWEST:
        st.info(text.FEW[lang].format(least=FEWEST, most=MOST), icon=":material/edit:")
        return name, None
    if len(lines) < len(brought):
        st.caption(text.LEFT_OUT[lang].format(n=len(brought) - len(lines), most=MOST))
    reading.warn(lines, lang)
    return name, Index(lines, unit(reading.of(lines)), reading.reader(lines))


def asked(name: str, typed: str, index: Index, lang: Lang) -> tuple[str, np.ndarray]:
    """What is looked for, or the example, and its vector by the collection's encoder."""
    if typed and reading.reader([typed]) != index.model:
        st.info(text.OTHER_LANGUAGE[index.model][lang], icon=":material/translate:")
    if not typed and name == "own":
        typed = index.texts[0]
    if name in EXAMPLES and typed in ("", EXAMPLES[name]):
        return EXAMPLES[name], example(name)
    return typed, unit(reading.of([typed], name=index.model))[0]
