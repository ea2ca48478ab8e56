"""No traceback reaches a page: what the visitor can mend is said in their language, the rest is logged with an id."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from app.house.troubles_text import SENTENCES
from app.i18n import Lang, Text
from core.errors import Trouble

_log = logging.getLogger(__name__)

UNEXPECTED = Text(
    en="Something broke on our side. Nothing you typed is lost; try again, or change a setting. "
    "If it stays, report the number **{id}**.",
    zh="我们这边出了错。你输入的内容都还在，请重试或换一个设置。如果仍然出错，请把编号 **{id}** 告诉我们。",
)


def sentence(trouble: Trouble, lang: Lang) -> str:
    """What happened and what to do next; facts are shown as code, so that they cannot act as markup."""
    return SENTENCES[trouble.code][lang].format(**{name: _plain(fact) for name, fact in trouble.facts.items()})


def _plain(fact: object) -> str:
    """A fact between backticks, which it cannot leave; numbers as people write them."""
    if isinstance(fact, tuple | list):
        return ", ".join(map(_plain, fact))
    text = f"{fact:,.4g}" if isinstance(fact, float) else f"{fact:,}" if isinstance(fact, int) else str(fact)
    return f"`{text.replace('`', 'ˋ').replace(chr(10), ' ')[:200]}`"


@contextmanager
def boundary(lang: Lang) -> Iterator[None]:
    """Show what goes wrong inside as a message; Streamlit's own control flow passes through."""
    try:
        yield
    except Trouble as trouble:
        st.warning(sentence(trouble, lang), icon=":material/info:")
    except Exception:
        number = secrets.token_hex(4)
        _log.exception("page failed, id %s", number)
        st.error(UNEXPECTED[lang].format(id=number), icon=":material/report:")
