"""An exhibit's page, in the order of a visit: what every exhibit's ``page.py`` calls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import streamlit as st

from app.house import links, parts, verdicts
from app.i18n import prose
from app.session import language

Part = Callable[[], None]


def visit(words: ModuleType, play: Part, **more: Part) -> None:
    """Idea and Play at once; the parts in ``more`` (train, check, take) when they are opened.

    ``words`` is the exhibit's ``text`` module; its claims and the lesson plan beside it are parts of every exhibit.
    """
    folder = Path(str(words.__file__)).parent

    def claims() -> None:
        verdicts.cards(words.CLAIMS, language())

    def lesson() -> None:
        lang = language()
        st.markdown(links.carried(prose(folder, "lesson", lang), lang))

    lang = language()
    parts.idea(lang, words)
    play()
    told = {"claims": claims} if words.CLAIMS else {}
    parts.rest(lang, folder.name, {**more, **told, "teach": lesson})
