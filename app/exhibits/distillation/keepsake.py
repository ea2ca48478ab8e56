"""Part 7, *Take it with you*: the softened answers on screen, and the program that trains the students."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.distillation import temperature_charts, text
from app.exhibits.distillation.temperature import START
from app.house.take import Bag, take
from app.session import language
from core.distillation.recorded import Study, study
from core.distillation.soften import soften

PROGRAM = '''"""The same student without a teacher, smoothed, and taught; then one answer of the teacher, softened."""

from core.distillation import Config, soften, train
from core.distillation.digits import lesson

for method in ("labels", "smooth", "soft"):
    run = train("digits", Config(method=method, student="mlp-8", labels=100, seed={seed}))
    print(method, f"{{run.accuracy:.3f}}")

taught = lesson()
print("label", taught.held_labels[{row}], "teacher at T = {T:g}:", soften(taught.held_answers[{row}], {T:g}).round(4))
'''


def part() -> None:
    """The export bar; row and temperature are read from the session, or from the link."""
    lang = language()
    found = study("digits")
    row = min(int(st.session_state.get("distillation_row", START["digits"])), len(found.labels) - 1)
    T = float(st.session_state.get("distillation_T", "2"))
    alpha = int(st.session_state.get("distillation_alpha", 100)) / 100
    bag = Bag(
        "distillation",
        PROGRAM.format(row=row, T=T, seed=st.session_state.get("seed", 0)),
        text.PAPERS,
        lambda: table(found, row, T),
        lambda: temperature_charts.targets(found, row, T, alpha, lang),
    )
    take(lang, bag, text.TITLE[lang])


def table(found: Study, row: int, T: float) -> pd.DataFrame:
    """One row a class."""
    answers = found.answers[row].astype(float)
    columns = {"logit": answers, "probability_T1": soften(answers, 1.0), "probability_T": soften(answers, T)}
    right = [int(c == found.labels[row]) for c in range(len(answers))]
    return pd.DataFrame({"class": list(found.classes), "label": right, **columns})
