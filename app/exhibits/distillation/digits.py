"""The recorded study on digits: the same small student alone, smoothed, and taught, by labels and by size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.distillation import groups_charts as charts
from app.exhibits.distillation import text
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang, Text
from core.distillation.recorded import COMMAND, Group, Study, study

BUDGETS: dict[str, Text] = {
    "30": Text(en="30", zh="30"),
    "100": Text(en="100", zh="100"),
    "300": Text(en="300", zh="300"),
    "0": Text(en="all", zh="全部"),
}
SIZES = {name: Text(en=name.split("-")[1], zh=name.split("-")[1]) for name in ("mlp-4", "mlp-8", "mlp-16", "mlp-32")}
ORDER = ("labels", "smooth", "soft", "annealed")


def view(lang: Lang) -> None:
    """Curves on the left, numbers on the right."""
    found = study("digits")
    left, right = st.columns(2, gap="medium")
    with left, control("distillation_size"):
        size = choice(
            st.segmented_control,
            text.SIZE[lang],
            list(SIZES),
            SIZES,
            lang,
            key="distillation_size",
            default="mlp-8",
            required=True,
        )
    with right, control("distillation_labels"):
        budget = choice(
            st.segmented_control,
            text.BUDGET[lang],
            list(BUDGETS),
            BUDGETS,
            lang,
            key="distillation_labels",
            default="100",
            required=True,
        )
    labels = int(budget)
    groups = [each for name in ORDER if (each := found.find(name, size, labels))]
    if not groups:
        st.info(text.NOT_RECORDED[lang])
        groups = [each for name in ORDER if (each := found.find(name, size, 0))]
    told(found, groups, lang)


def told(found: Study, groups: Sequence[Group], lang: Lang) -> None:
    """The two figures, the table and a sentence."""
    stage, desk = st.columns([3, 2], gap="large")
    teacher = found.teacher
    with stage:
        title = headline(groups, lang)
        show(charts.curves(groups, teacher, lang, title=title), key="distillation_curves", alt=text.CURVES_ALT[lang])
        st.dataframe(table(groups, lang), hide_index=True, width="stretch")
        n = len(groups[0].accuracy)
        st.caption(
            text.GROUPS_NOTE[lang].format(
                n=n, rows=len(found.labels), date=found.date, machine=found.machine, code=found.code, command=COMMAND
            )
        )
    with desk:
        picture = charts.reliability(groups, found.labels, found.answers, lang)
        show(picture, key="distillation_reliability", alt=text.RELIABILITY_ALT[lang])
        st.markdown(text.DIGITS_SAY[lang])


def headline(groups: Sequence[Group], lang: Lang) -> str:
    """Taught minus alone, paired by seed."""
    by = {each.config.method: each for each in groups}
    taught = next((by[name] for name in reversed(by) if name not in ("labels", "smooth")), groups[-1])
    alone = by["labels"]
    mean, half = charts.interval(100 * (taught.accuracy - alone.accuracy))
    facts = {"mean": mean, "low": mean - half, "high": mean + half, "name": text.METHODS[taught.config.method][lang]}
    return text.GAIN_TITLE[lang].format(**facts)


def table(groups: Sequence[Group], lang: Lang) -> pd.DataFrame:
    """A row a method: mean ± half the 95 % interval."""
    rows = []
    for group in groups:
        cells = [charts.title_of(group, lang)]
        for values, digits, factor in (
            (group.accuracy, 1, 100),
            (group.ece, 3, 1),
            (group.surprise, 3, 1),
            (group.agreement, 1, 100),
        ):
            mean, half = charts.interval(factor * np.asarray(values, dtype=float))
            cells.append(f"{mean:.{digits}f} ± {half:.{digits}f}")
        rows.append(cells)
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
