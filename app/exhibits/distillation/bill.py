"""The bill: what each network costs, beside what it can do; recorded, and measured again on request."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app.exhibits.distillation import groups_charts
from app.exhibits.distillation import texts_charts as charts
from app.exhibits.distillation import texts_text as text
from app.exhibits.distillation.groups_charts import interval
from app.exhibits.distillation.text import METHODS, RELIABILITY_ALT, TEACHER
from app.exhibits.distillation.texts import corpus, main
from app.house import training
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core import jobs
from core.distillation.lesson import Config
from core.distillation.recorded import Study, study

NAME = "distillation_measure"
STUDENTS = ("narrow-2", "bilstm", "bag")


def view(lang: Lang) -> None:
    """The Pareto picture, the table, the button."""
    found = study(corpus(lang))
    with control("distillation_price"):
        cost = choice(
            st.segmented_control,
            text.COST[lang],
            list(text.COSTS),
            text.COSTS,
            lang,
            key="distillation_price",
            default="milliseconds",
            required=True,
        )
    st.markdown(text.BILL_SAYS[lang])
    picture = st.container()
    shipped = found.name in text.SHIPPED  # else there is nothing here to measure again
    job = training.panel(NAME, lang, lambda: jobs.submit(_measure(), found.name, Config())) if shipped else None
    fresh = job.result() if job is not None and job.state == "done" else None
    facts = found.facts if fresh is None else fresh
    with picture:
        show(
            charts.bill(points(found, facts, cost, lang), cost, lang), key="distillation_bill", alt=text.BILL_ALT[lang]
        )
        st.dataframe(table(facts, lang), hide_index=True)
        some = [each for each in main(found) if each.config.method in ("labels", "smooth", "soft")]
        fig = groups_charts.reliability(some, found.labels, found.answers, lang)
        show(fig, key="distillation_bill_reliability", alt=RELIABILITY_ALT[lang])
    note = text.BILL_FRESH if fresh is not None else text.BILL_NOTE if shipped else text.BILL_KEPT
    st.caption(note[lang].format(date=found.date, machine=found.machine))


def _measure():
    from core.distillation.live import measure

    return measure


def points(found: Study, facts: Mapping[str, float], cost: str, lang: Lang) -> dict[str, tuple[float, float, bool]]:
    """Name → cost, accuracy in percent, and whether it had a teacher."""
    base = found.groups[0].config
    out = {TEACHER[lang]: (facts[f"bill teacher {cost}"], 100 * found.teacher, False)}
    for group in found.groups:
        config = group.config
        plain = (
            config.method in ("labels", "soft") and config.labels == base.labels and config.transfer == base.transfer
        )
        if plain and f"bill {config.student} {cost}" in facts:
            name = charts.SEPARATOR.join((text.STUDENTS[config.student][lang], METHODS[config.method][lang]))
            accuracy, _ = interval(100 * group.accuracy.astype(float))
            out[name] = (facts[f"bill {config.student} {cost}"], accuracy, config.method == "soft")
    return out


def table(facts: Mapping[str, float], lang: Lang) -> pd.DataFrame:
    """A row a network."""
    rows = []
    for name in ("teacher", *STUDENTS):
        if f"bill {name} trained" not in facts:
            continue
        label = TEACHER[lang] if name == "teacher" else text.STUDENTS[name][lang]
        own, shared, size, flops, took = (
            facts[f"bill {name} {what}"] for what in ("trained", "table", "megabytes", "flops", "milliseconds")
        )
        rows.append((label, f"{own:,.0f}", f"{shared:,.0f}", f"{size:.1f}", f"{flops / 1e6:,.2f}", f"{took:.2f}"))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.BILL_COLUMNS])
