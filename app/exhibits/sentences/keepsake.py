"""Part 7, *Take it with you*: the two numbers of the example, the program, the papers."""

from __future__ import annotations

import streamlit as st

from app.exhibits.sentences import charts, definition, reading, text
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language

PROGRAM = '''"""Alignment and uniformity of sentence pairs, by definition, with MiniLM."""

from core.models import load
from core.simcse import alignment, uniformity, unit
from core.simcse.encode import vectors
import numpy as np

pairs = {pairs!r}
model = load("minilm")
x, y = (unit(vectors(model, side)) for side in zip(*pairs))
print(f"alignment {{alignment(x, y):.3f}}, uniformity {{uniformity(np.concatenate([x, y])):.3f}}")
'''


def part() -> None:
    lang: Lang = language()
    typed = st.session_state.get("sentences_pairs", st.query_params.get("sentences_pairs", reading.EXAMPLE))
    asked = reading.pairs(typed)
    sides = reading.of_pairs(asked)
    bag = Bag(
        "sentences",
        PROGRAM.format(pairs=asked),
        text.PAPERS,
        lambda: definition.table(sides, lang),
        lambda: charts.distances(*definition.seen(sides, "right"), lang),
    )
    take(lang, bag, text.TITLE[lang])
