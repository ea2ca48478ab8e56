"""The tokens exhibit, in the order of a visit."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app.exhibits.tokens import check, keepsake, text, training
from app.exhibits.tokens.play import play
from app.house import links, parts, verdicts
from app.i18n import prose
from app.session import language


def page() -> None:
    lang = language()
    parts.idea(lang, text)
    play()
    parts.rest(
        lang,
        "tokens",
        {"train": training.part, "claims": claims, "check": check.part, "take": keepsake.part, "teach": lesson},
    )


def claims() -> None:
    verdicts.cards(text.CLAIMS, language())


def lesson() -> None:
    lang = language()
    st.markdown(links.carried(prose(Path(__file__).parent, "lesson", lang), lang))
