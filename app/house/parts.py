"""The seven parts of an exhibit as small pieces: who knows one exhibit knows all.

Only *Idea* and *Play* (with *Look inside*) run when a page opens; the others wait until they are opened, and the
open one is in the URL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from types import ModuleType

import streamlit as st

from app.house import glossary, training
from app.house.errors import boundary
from app.house.links import choice
from app.i18n import Lang, Text
from app.session import language, presenting

PARTS: Mapping[str, Text] = {
    "train": Text(en="Can I train it?", zh="我能自己训练吗？"),
    "claims": Text(en="Is it true?", zh="真是这样吗？"),
    "check": Text(en="Did I get it?", zh="我懂了吗？"),
    "take": Text(en="May I keep this?", zh="怎么带走？"),
    "teach": Text(en="How do I teach it?", zh="这节课怎么上？"),
}
MORE = Text(en="More to do here", zh="接下来")
IDEA = Text(en="What is the idea?", zh="这是怎么回事？")
LOOK_FOR = Text(en="Look for", zh="看什么")
TRIED = "answers_tried"  # in the session: key of a button, the answer it brought


def hidden(key: str) -> bool:
    """Whether the lesson link hides this control."""
    return key in st.session_state.get("hide", ())


def control(key: str) -> AbstractContextManager[object]:
    """One control that a lesson link can hide; it stays bound, so the link keeps its value."""
    return st.container(key=f"hidden-{key}") if hidden(key) else nullcontext()


def idea(lang: Lang, words: ModuleType) -> None:
    """Part 1: the question, one sentence, the formula, what to look for; folded on a projector."""
    st.title(words.QUESTION[lang], anchor=False)
    with st.expander(IDEA[lang]) if presenting() else nullcontext():
        reading, formula = st.columns([3, 2], gap="large", vertical_alignment="center")
        with reading:
            st.markdown(words.IDEA[lang])
            if not st.session_state.get("text"):  # it speaks of the example
                st.caption(f"**{LOOK_FOR[lang]}** {words.LOOK_FOR[lang]}")
        with formula:
            st.latex(words.FORMULA)
        glossary.shelf(lang, words.TERMS)


def rest(lang: Lang, name: str, parts: Mapping[str, Callable[[], None]]) -> None:
    """Parts 4 to 7 and the lesson plan: only the open one runs, a fragment that looks again while a job is at work."""
    st.session_state[TRIED] = {}
    shown = [part for part in PARTS if part in parts]
    key = f"{name}_part"
    part = choice(st.segmented_control, MORE[lang], shown, PARTS, lang, key=key, default=None, width="stretch")
    if part:
        st.fragment(_guarded, run_every=training.pulse())(parts[part])


def tried(label: str, key: str, answer: Callable[..., str], *about: object) -> None:
    """A button, and below it ``answer(*about)`` once it was pressed. The answer stays, whatever else is pressed in this
    part and however often a job looks again, until the page itself changes."""
    answers: dict[str, str] = st.session_state.setdefault(TRIED, {})
    if st.button(label, key=key, icon=":material/science:"):
        answers[key] = answer(*about)
    if key in answers:
        st.markdown(answers[key])


def _guarded(part: Callable[[], None]) -> None:
    with boundary(language()):
        part()
