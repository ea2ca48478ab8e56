"""The ruler on pictures: every family draws digits or clothes, and nobody is told a class."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.generators import pictures_charts, ruler_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from core.generators.recorded import COMMAND, families, of_family, real


def view(name: str, stage, desk, lang: Lang) -> None:
    """The walls, the ruler, the table; one family closer."""
    true, shown = real(name), families(name)
    with desk:
        with control("generators_judge"):
            measure = choice(
                st.selectbox,
                text.MEASURE[lang],
                list(text.JUDGES),
                text.JUDGES,
                lang,
                key="generators_judge",
                default="frechet",
            )
        facts = {"measure": text.JUDGES[measure][lang], "says": text.JUDGES_SAY[measure][lang], "n": true.n}
        st.markdown(text.PICTURES_SAY[lang].format(accuracy=percent(true.accuracy, lang), **facts))
    with stage:
        show(walls(name, lang), key="generators_walls", alt=text.WALLS_ALT[lang])
        show(dots(name, measure, lang), key="generators_ruler", alt=text.RULER_ALT[lang])
    with desk:
        with control("generators_closer"):
            family = choice(
                st.selectbox,
                text.CLOSER[lang],
                list(shown),
                text.FAMILIES,
                lang,
                key="generators_closer",
                default=shown[-1],
            )
        show(closer(name, family, lang), key="generators_closer_figure", alt=text.CLOSER_ALT[lang])
        st.markdown(said(name, family, lang))
    st.dataframe(table(name, lang), hide_index=True, width="stretch")
    seeds = len(of_family(name, family).values["frechet"])
    facts = {"date": true.date, "machine": true.machine, "code": of_family(name, family).code, "seeds": seeds}
    facts["minutes"] = sum(of_family(name, each).seconds for each in shown) / 60
    st.caption(text.PICTURES_NOTE[name][lang].format(command=f"{COMMAND} pictures {name}", **facts))


def said(name: str, family: str, lang: Lang) -> str:
    """Whether the family copies, in its own numbers."""
    found = of_family(name, family)
    middle = {key: float(np.median(values)) for key, values in found.values.items()}
    return text.CLOSER_SAYS[lang].format(
        nearest=middle["nearest"],
        steps=found.setting.steps,
        batch=found.setting.B,
        train=middle["train"],
    )


def values(name: str) -> dict[str, Mapping[str, np.ndarray]]:
    """Family → measure → seeds."""
    return {family: of_family(name, family).values for family in families(name)}


def floor(name: str) -> dict[str, np.ndarray]:
    """Real against real. Of real pictures that nobody learnt from, ``nearest`` is 1: that is its unit."""
    found = real(name).floor
    return {**found, "nearest": np.ones_like(found["frechet"])}


@lru_cache(maxsize=4)
def walls(name: str, lang: Lang) -> Ready:
    """Real pictures, and what each family makes."""
    made = {family: of_family(name, family).made for family in families(name)}
    return ready(pictures_charts.walls({"real": real(name).made, **made}, name, lang))


@lru_cache(maxsize=32)
def dots(name: str, measure: str, lang: Lang) -> Ready:
    """All seeds under one measure."""
    return ready(ruler_charts.ruler(values(name), floor(name)[measure], measure, lang))


@lru_cache(maxsize=16)
def closer(name: str, family: str, lang: Lang) -> Ready:
    """Made pictures, the nearest learnt ones, the same noise through the training."""
    return ready(pictures_charts.closer(of_family(name, family), lang))


def table(name: str, lang: Lang) -> pd.DataFrame:
    """Medians over the seeds, the closest family first."""
    true, rows = real(name), []
    base = float(np.median(true.floor["frechet"]))
    for family in families(name):
        found = of_family(name, family)
        ratio = found.values["frechet"] / base
        middle = {key: float(np.median(values)) for key, values in found.values.items()}
        rows.append(
            {
                "family": text.FAMILIES[family][lang],
                "ratio": round(float(np.median(ratio)), 2),
                **({"band": f"{ratio.min():.2f} … {ratio.max():.2f}"} if len(ratio) > 1 else {}),
                **{key: round(middle[key], 3) for key in ("precision", "recall", "balance")},
                "nearest": round(middle["nearest"], 2),
                "train": round(middle["train"], 1),
                "sample": round(1000 * middle["sample"]),
                "parameters": found.parameters,
            }
        )
    rows.sort(key=lambda row: row["ratio"])
    names = {**text.COLUMNS, **text.PICTURE_COLUMNS}
    return pd.DataFrame(rows).rename(columns={key: word[lang].format(n=true.n) for key, word in names.items()})
