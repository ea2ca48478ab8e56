"""Two numbers, by definition, and what each usual mistake makes of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from app.exhibits.sentences import charts, reading, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.house.shared import shared
from app.house.tables import packed
from app.i18n import Lang
from core.simcse import alignment, uniformity, unit
from core.simcse.recorded import first
from core.text import language_of

BATCH = 4
Sides = tuple[np.ndarray, np.ndarray]


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("sentences_mistake"):
        how = choice(
            st.radio,
            text.MISTAKE[lang],
            list(text.MISTAKES),
            text.MISTAKES,
            lang,
            key="sentences_mistake",
            default="right",
        )
    with desk, control("sentences_pairs"):
        st.session_state["sentences_pairs"] = reading.paired(lang)
        typed = st.text_area(text.PAIRS[lang], key="sentences_pairs", height=220, max_chars=4_000, bind="query-params")
    asked = reading.pairs(typed or "")
    if len(asked) < 2:
        stage.info(text.TOO_FEW[lang])
        return
    sides, sentences = reading.of_pairs(asked), [side for pair in asked for side in pair]
    with stage:
        show(distances(asked, how, lang), key="sentences_distances", alt=text.DEFINITION_ALT[lang])
        st.markdown(text.MISTAKE_SAYS[how][lang])
        st.latex(written(sides, how))
        reading.warn(sentences, lang)
        st.dataframe(side_by_side(asked, lang), hide_index=True, width="stretch")
        kept = first(language_of("\n".join(sentences)))
        st.caption(text.FROM_RECORD[kept.model][lang].format(date=kept.date, model=kept.model, code=kept.code))


@shared(64)
def distances(asked: reading.Pairs, how: str, lang: Lang) -> Ready:
    """The picture, drawn once for all who look."""
    return ready(charts.distances(*seen(reading.of_pairs(asked), how), lang))


def seen(sides: Sides, how: str) -> Sides:
    """The vectors that the measures are given."""
    x, y = sides
    if how == "raw":
        return x, y
    return unit(x), np.roll(unit(y), -1, axis=0) if how == "pairs" else unit(y)


def measured(sides: Sides, how: str) -> tuple[float, float]:
    """Alignment and uniformity, computed rightly or in one of the wrong ways."""
    x, y = seen(sides, how)
    points = np.concatenate([x, y])
    if how == "batch":
        batches = [np.concatenate([x[i : i + BATCH], y[i : i + BATCH]]) for i in range(0, len(x), BATCH)]
        return alignment(x, y), float(np.mean([uniformity(batch) for batch in batches]))
    return alignment(x, y), uniformity(points, t=1 if how == "t" else 2)


@shared(64)
def side_by_side(asked: reading.Pairs, lang: Lang) -> pa.Table:
    """The table, computed once for all who look."""
    return packed(table(reading.of_pairs(asked), lang))


def table(sides: Sides, lang: Lang) -> pd.DataFrame:
    """All ways side by side."""
    rows = [(text.MISTAKES[how][lang], *(round(value, 3) for value in measured(sides, how))) for how in text.MISTAKES]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.COLUMNS.values()])


def written(sides: Sides, how: str) -> str:
    """Both formulas with the visitor's numbers."""
    x, y = seen(sides, how)
    near = ((x - y) ** 2).sum(1)
    points, t = np.concatenate([x, y]), 1 if how == "t" else 2
    even, N = measured(sides, how)[1], len(points)
    apart = ((points[0] - points[1]) ** 2).sum()
    terms = " + ".join(f"{value:.2f}" for value in near[:3])
    share = rf"\tfrac{{1}}{{{len(near)}}}\,({terms}{' + …' if len(near) > 3 else ''})"
    return (
        rf"\begin{{aligned}}\text{{alignment}} &= {share}\\&= \mathbf{{{near.mean():.3f}}}\\"
        rf"\text{{uniformity}} &= \log\tfrac{{1}}{{{N}\cdot{N - 1}}}\,"
        rf"(e^{{-{t}\cdot{apart:.2f}}} + …)\\&= \mathbf{{{even:.3f}}}\end{{aligned}}"
        if how != "batch"
        else rf"\begin{{aligned}}\text{{alignment}} &= {share}\\&= \mathbf{{{near.mean():.3f}}}\\"
        rf"\text{{mean of uniformities}} &= \mathbf{{{even:.3f}}}\end{{aligned}}"
    )
