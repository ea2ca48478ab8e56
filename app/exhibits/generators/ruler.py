"""One ruler: five families on the same shape, under the same measure, beside real against real."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from app.exhibits.generators import pictures, ruler_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.house.tables import packed
from app.i18n import Lang
from core.generators.recorded import COMMAND, SEEDS, Plane, plane, sets, shapes


def shape_choice(lang: Lang, among: tuple[str, ...]) -> str:
    """Which shape, the same control in every view."""
    with control("generators_shape"):
        return choice(
            st.selectbox,
            text.SHAPE[lang],
            list(among),
            text.SHAPES,
            lang,
            key="generators_shape",
            default=among[0],
        )


def view(lang: Lang) -> None:
    """The samples, the ruler, the table."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        shape = shape_choice(lang, (*shapes(), *sets()))
    if shape in sets():
        pictures.view(shape, stage, desk, lang)
        return
    with desk:
        with control("generators_measure"):
            measure = choice(
                st.selectbox,
                text.MEASURE[lang],
                list(text.MEASURES),
                text.MEASURES,
                lang,
                key="generators_measure",
                default="wasserstein",
            )
    found = plane(shape)
    with stage:
        show(samples(shape, lang), key="generators_samples", alt=text.SAMPLES_ALT[lang])
    with desk:
        facts = {"measure": text.MEASURES[measure][lang], "says": text.MEASURES_SAY[measure][lang], "n": found.n}
        st.markdown(text.RULER_SAYS[lang].format(**facts))
    with stage:
        show(dots(shape, measure, lang), key="generators_ruler", alt=text.RULER_ALT[lang])
        st.dataframe(medians(shape, lang), hide_index=True, width="stretch")
    note(found, lang)


def note(found: Plane, lang: Lang) -> None:
    """Where the record comes from."""
    facts = {"date": found.date, "machine": found.machine, "code": found.code, "steps": found.training}
    st.caption(text.NOTE[lang].format(command=f"{COMMAND} plane {found.shape}", seeds=SEEDS, **facts))


@lru_cache(maxsize=16)
def samples(shape: str, lang: Lang) -> Ready:
    """All heaps side by side."""
    return ready(ruler_charts.heaps(plane(shape), lang))


@lru_cache(maxsize=64)
def dots(shape: str, measure: str, lang: Lang) -> Ready:
    """All seeds under one measure."""
    return ready(ruler_charts.ruler(plane(shape).values, plane(shape).floor[measure], measure, lang))


@lru_cache(maxsize=16)
def medians(shape: str, lang: Lang) -> pa.Table:
    """The table under the ruler."""
    return packed(table(plane(shape), lang))


def table(found: Plane, lang: Lang) -> pd.DataFrame:
    """Medians over the seeds, the closest family first."""
    base, rows = float(np.median(found.floor["wasserstein"])), []
    for family, values in found.values.items():
        ratio = values["wasserstein"] / base
        row = {
            "family": text.FAMILIES[family][lang],
            "ratio": round(float(np.median(ratio)), 2),
            "band": f"{ratio.min():.2f} … {ratio.max():.2f}",
            "precision": round(float(np.median(values["precision"])), 3),
            "recall": round(float(np.median(values["recall"])), 3),
        }
        if "modes" in values:
            row["modes"] = int(np.median(values["modes"]))
        row |= {
            "train": round(float(np.median(values["train"])), 1),
            "sample": round(1000 * float(np.median(values["sample"])), 1),
            "parameters": found.parameters[family],
        }
        rows.append(row)
    rows.sort(key=lambda row: row["ratio"])
    return pd.DataFrame(rows).rename(
        columns={name: word[lang].format(n=found.n) for name, word in text.COLUMNS.items()}
    )
