"""One's own result tidied up: outliers given homes, topics merged, reduced, renamed; what all views then show."""

from __future__ import annotations

import re

import streamlit as st

from app.exhibits.topics import own_text as words
from app.exhibits.topics import reading, text
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.topics.outliers import STRATEGIES
from core.topics.topics import Topics

_done: Shared[Topics] = Shared(96 * 2**20, lambda topics: topics.nbytes)
SOFT = 10_000  # texts whose soft membership is computed while a visitor waits
_MARKS = re.compile(r"[<>&\x00-\x1f\x7f]")  # a name is shown in figures, where these would act


def tidied(topics: Topics, lang: Lang) -> Topics:
    """The five steps in their order; each is left out until it is asked for."""
    with st.popover(words.TIDY[lang], icon=":material/cleaning_services:"):
        st.caption(words.TIDY_SAYS[lang])
        after = _homes(topics, lang)
        after = _merged(after, lang)
        after = _split(after, lang)
        after = _reduced(after, lang)
        after = _renamed(after, lang)
        outs = {"out0": percent(topics.outliers, lang), "out1": percent(after.outliers, lang)}
        st.markdown(words.TIDIED[lang].format(before=topics.C, after=after.C, **outs))
    return after


def _homes(topics: Topics, lang: Lang) -> Topics:
    options = {"leave": words.LEAVE, **text.STRATEGIES}
    if len(topics.labels) > SOFT:  # HDBSCAN would need minutes
        del options["probabilities"]
    with control("topics_own_homes"):
        strategy = choice(
            st.selectbox, words.HOMES[lang], list(options), options, lang, key="topics_own_homes", default="leave"
        )
    if strategy not in STRATEGIES or not topics.outliers:
        return topics
    return _done.get((topics.digest, strategy), lambda: topics.reassign_outliers(strategy))


def _merged(topics: Topics, lang: Lang) -> Topics:
    key = "topics_own_merge"
    with control(key):
        if key not in st.session_state:
            linked = [int(n) for n in st.query_params.get(key, "").split("-") if n.isdecimal()]
            st.session_state[key] = linked
        st.session_state[key] = [n for n in st.session_state[key] if n < topics.C]
        names = [f"{at}: {topics.name(at, 2)}" for at in range(topics.C)]
        picked = st.multiselect(words.MERGE[lang], range(topics.C), format_func=lambda at: names[at], key=key)
    if picked:
        st.query_params[key] = "-".join(map(str, picked))
    else:
        st.query_params.pop(key, None)
    if len(picked) < 2:
        return topics
    return _done.get((topics.digest, *picked), lambda: topics.merge(picked))


def _split(topics: Topics, lang: Lang) -> Topics:
    """One topic becomes two."""
    names = {str(at): reading._name(f"{at}: {topics.name(at, 2)}") for at in range(topics.C)}
    options = {"none": words.LEAVE_WHOLE, **names}
    with control("topics_own_split"):
        picked = choice(
            st.selectbox, words.SPLIT[lang], list(options), options, lang, key="topics_own_split", default="none"
        )
    if picked in (None, "none"):
        return topics
    return _done.get((topics.digest, "split", picked), lambda: topics.split(int(picked)))


def _reduced(topics: Topics, lang: Lang) -> Topics:
    if topics.C < 3:
        return topics
    with control("topics_own_reduce"):
        most = whole("topics_own_reduce", words.REDUCE[lang], 2, topics.C, default=topics.C)
    return _done.get((topics.digest, most), lambda: topics.reduce(most)) if most < topics.C else topics


def _renamed(topics: Topics, lang: Lang) -> Topics:
    """Names are kept for the session by a topic's own words, so that several can be given one after the other."""
    if not topics.C:
        return topics
    given: dict[str, str] = st.session_state.setdefault("topics_own_given", {})
    options = {
        str(at): reading._name(f"{at}: {' · '.join(w for w, _ in topics.words(at, 3))}") for at in range(topics.C)
    }
    with control("topics_own_rename"):
        picked = choice(
            st.selectbox, words.RENAME[lang], list(options), options, lang, key="topics_own_rename", default="0"
        )
    signs = {at: " ".join(word for word, _ in topics.words(at, 10)) for at in range(topics.C)}
    chosen = signs[int(picked or 0)]
    with control("topics_own_title"):
        field = st.text_input(words.TITLE[lang], key="topics_own_title", bind="query-params", max_chars=40) or ""
    title = _MARKS.sub("", field).strip()
    if title and st.session_state.get("topics_own_titled") != (chosen, title):
        given[chosen] = title
        st.session_state["topics_own_titled"] = (chosen, title)
    names = {at: given[sign] for at, sign in signs.items() if sign in given}
    return _done.get((topics.digest, "names", *names.items()), lambda: topics.rename(names)) if names else topics
