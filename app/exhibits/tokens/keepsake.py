"""Part 7, *Take it with you*: the pieces of the picture, the program that cuts them again, the papers."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.tokens import charts, text
from app.exhibits.tokens.reading import DEFAULT_ADDED, LONGEST, RECORDED, ROWS, Asked, lines
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language, sentence
from core.text import language_of
from core.tokens.recorded import ADDED

PROGRAM = '''"""One sentence, cut by the vocabularies learnt from {corpus}, {added} pieces beyond the characters."""

from core.tokens import Cutter, bert
from core.tokens.recorded import recorded

text = {text!r}
known = recorded({corpus!r})
for kind, run in known.runs.items():
    cut = Cutter(run, {added})
    print(kind, cut.size, *(piece.spelled for piece in cut(text)), sep="\\t")
print("minilm", bert.size(), *bert.read(text).pieces, sep="\\t")
'''


def part() -> None:
    """The export bar."""
    lang = language()
    what = current(lang)
    bag = Bag(
        "tokens",
        program(what),
        text.PAPERS,
        lambda: table(what),
        lambda: charts.strips(lines(what), title(what, lang), lang),
    )
    take(lang, bag, text.TITLE[lang])


def current(lang: Lang) -> Asked:
    """What *Play* shows, read from the widgets, or from the link where another view hides them."""
    typed = sentence(text.EXAMPLE[lang])
    state = st.session_state
    linked = st.query_params.get("tokens_added", "")
    added = state.get("tokens_added", int(linked) if linked.isdecimal() and len(linked) < 7 else DEFAULT_ADDED)
    corpus = state.get("tokens_corpus", st.query_params.get("tokens_corpus", "auto"))
    if corpus not in text.CORPORA or corpus == "auto":
        corpus = RECORDED[language_of(typed)]
    return Asked(typed[:LONGEST], len(typed), corpus, min(added, ADDED))


def title(what: Asked, lang: Lang) -> str:
    """The figure's."""
    return text.STRIP_TITLE[lang].format(n=len(ROWS))


def table(what: Asked) -> pd.DataFrame:
    """One row a piece, all tokenizers."""
    rows = [
        {
            "tokenizer": line.kind,
            "vocabulary": line.size,
            "piece": i + 1,
            "shown": chip.shown,
            "spelled": chip.spelled,
            "id": chip.id,
            "word": chip.word + 1,
        }
        for line in lines(what)
        for i, chip in enumerate(line.chips)
    ]
    return pd.DataFrame(rows).astype({"id": "Int64"})


def program(what: Asked) -> str:
    """Python that cuts the sentence again with nothing but ``core``."""
    return PROGRAM.format(corpus=what.corpus, added=what.added, text=what.text)
