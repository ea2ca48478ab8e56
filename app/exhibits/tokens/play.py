"""Parts 2 and 3, *Play* and *Look inside*: one fragment, so that a slider moves pieces and numbers together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.tokens import chinese, labels, mismatch, special, text
from app.exhibits.tokens.chips import rows
from app.exhibits.tokens.inside import inside
from app.exhibits.tokens.reading import LONGEST, ROWS, Asked, Line, asked, lines, vocabulary
from app.house.views import chosen
from app.i18n import Lang
from core.text import language_of
from core.tokens.recorded import COMMAND

VIEWS = {
    "special": special.view,
    "labels": labels.view,
    "chinese": chinese.view,
    "mismatch": mismatch.view,
}


def play() -> None:
    """The chosen view."""
    chosen("tokens", text, {"compare": compare, **VIEWS})


def compare(lang: Lang) -> None:
    """The sentence under every tokenizer, then how the chosen one was learnt."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = asked(lang)
    with stage:
        found = lines(what)
        st.markdown(f"**{headline(found, lang)}**")
        if what.whole > LONGEST:
            st.info(text.CUT_SHORT[lang].format(shown=LONGEST, n=what.whole), icon=":material/content_cut:")
        st.html(rows(found, lang))
    with desk:
        known = vocabulary(what.corpus)
        if language_of(what.text) != known.language:
            st.info(text.OTHER_LANGUAGE[lang].format(name=text.CORPORA[what.corpus][lang]), icon=":material/translate:")
        st.caption(provenance(what, lang))
    st.subheader(text.INSIDE[lang], anchor=False)
    inside(lang, what)


def headline(found: tuple[Line, ...], lang: Lang) -> str:
    """What is seen, in numbers."""
    by = dict(zip(ROWS, found, strict=True))
    words = [chip for chip in by["words"].chips if any(c.isalnum() for c in chip.shown)]
    facts = {"n": len(words), "lost": sum(chip.id is None for chip in words)}
    return text.HEADLINE[lang].format(**facts, bpe=len(by["bpe"].chips), bytes=len(by["bytes"].chips))


def provenance(what: Asked, lang: Lang) -> str:
    known = vocabulary(what.corpus)
    return text.PROVENANCE[lang].format(
        origin=text.ORIGINS[what.corpus][lang],
        words=f"{known.running:,}",
        date=known.date,
        code=known.code,
        command=COMMAND if known.language == "en" else f"{COMMAND} FILE.jsonl.gz",
    )
