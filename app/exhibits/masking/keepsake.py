"""Part 7, *Take it with you*: the bars, the words, the program that fills the gaps again, the papers."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.masking import charts, text
from app.exhibits.masking.reading import AUTO, MASK, Asked, filled, gapped, words
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language, sentence
from core.masking.recorded import EXAMPLES

PROGRAM = '''"""The words that a masked language model would write in the gaps of one sentence."""

from core.masking import fill

found = fill({gapped!r}, {model!r}, k=10)
print(found.model)
for words, probabilities, bits in zip(found.words, found.probabilities, found.entropy):
    print(f"{{bits:.2f}} bits", *(f"{{w}} {{p:.3f}}" for w, p in zip(words, probabilities)), sep="\\t")
'''


def part() -> None:
    """The export bar."""
    lang = language()
    what = current(lang)
    bag = Bag(
        "masking",
        PROGRAM.format(gapped=what.gapped, model=what.model),
        text.PAPERS,
        lambda: table(what),
        lambda: charts.bars(filled(what), what.hidden, 10, lang),
    )
    take(lang, bag, text.TITLE[lang])


def current(lang: Lang) -> Asked:
    """What *Play* shows, from the widgets or the link."""
    typed = sentence(EXAMPLES[lang])
    linked = st.query_params.get("masking_hide", "").split(",")
    chosen = st.session_state.get("masking_hide") or [int(each) for each in linked if each.isdecimal()]
    found = words(typed)
    chosen = sorted(at for at in chosen if at < len(found))
    if not chosen and MASK not in typed and found:
        chosen = [len(found) - 1]
    name = st.session_state.get("masking_model") or st.query_params.get("masking_model") or AUTO
    return Asked(*gapped(typed, found, chosen), None if name == AUTO else name)


def table(what: Asked) -> pd.DataFrame:
    """One row a candidate."""
    found = filled(what)
    rows = [
        {"gap": gap + 1, "rank": rank + 1, "word": word, "probability": p, "model": found.model}
        for gap in range(len(found.words))
        for rank, (word, p) in enumerate(zip(found.words[gap], found.probabilities[gap], strict=True))
    ]
    return pd.DataFrame(rows)
