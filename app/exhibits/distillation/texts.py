"""Real text: every method on the same small transformer, the budget of labels, and where student and teacher part."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.distillation import texts_charts as charts
from app.exhibits.distillation import texts_text as text
from app.exhibits.distillation.digits import table
from app.exhibits.distillation.groups_charts import interval
from app.exhibits.distillation.text import METHODS
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core.distillation.recorded import COMMAND, Group, Study, exists, study

LISTED = 12  # sentences


def corpus(lang: Lang, among: Iterable[str] = text.CORPORA) -> str:
    """Which of the recorded corpora."""
    known = [name for name in among if exists(name)]
    with control("distillation_corpus"):
        return choice(
            st.segmented_control,
            text.CORPUS[lang],
            known,
            text.CORPORA,
            lang,
            key="distillation_corpus",
            default=known[0],
            required=True,
        )


def view(lang: Lang) -> None:
    """Methods, budgets, sentences."""
    name = corpus(lang)
    found = study(name)
    groups = main(found)
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        show(charts.methods(groups, found.teacher, lang), key="distillation_methods", alt=text.METHODS_ALT[lang])
    with desk:
        st.dataframe(table(groups, lang), hide_index=True, width="stretch")
        seen = min(found.learnt, int(found.facts["teacher rows"]))
        st.markdown(text.SAYS[lang].format(n=found.learnt, seen=seen, rows=text.ROWS[name][lang]))
        if len(found.classes) == 2:
            st.markdown(text.BINARY[lang])
        if any(each.config.method == "again" for each in groups):
            st.markdown(text.EQUALS[lang])
    budgets = charts.budgets(found)
    if len(budgets) > 1:
        stage, desk = st.columns([3, 2], gap="large")
        with stage:
            show(charts.budget(found, lang), key="distillation_budget", alt=text.BUDGET_ALT[lang])
        with desk:
            st.dataframe(budget_table(found, lang), hide_index=True, width="stretch")
            st.markdown(text.BUDGET_SAYS[lang])
    if found.shown:
        apart(found, groups, lang)
    config = groups[0].config
    facts = {"n": len(groups[0].accuracy), "rows": len(found.labels), "date": found.date, "machine": found.machine}
    facts |= {"steps": config.steps, "B": config.B}
    st.caption(text.TEXTS_NOTE[lang].format(command=f"{COMMAND} texts {name}", code=found.code, **facts))
    st.caption(text.LICENCE[name][lang])


def main(found: Study) -> list[Group]:
    """The narrow students of one budget: each method once, the map said where there are two."""
    base = found.groups[0].config
    same = [g for g in found.groups if g.config.student == base.student and g.config.labels == base.labels]
    return [g for g in same if g.config.transfer == base.transfer]


def budget_table(found: Study, lang: Lang) -> pd.DataFrame:
    """A row a budget: alone, taught, and their difference, paired by seed."""
    rows = []
    for n, (alone, taught) in charts.budgets(found).items():
        gain, half = interval(100 * (taught.accuracy - alone.accuracy).astype(float))
        means = (f"{100 * float(each.accuracy.mean()):.1f}" for each in (alone, taught))
        rows.append((f"{n:,}", *means, f"{gain:+.1f}", f"{gain - half:+.1f} … {gain + half:+.1f}"))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.BUDGET_COLUMNS])


def apart(found: Study, groups: list[Group], lang: Lang) -> None:
    """Held-out sentences that a chosen student answers otherwise than its teacher."""
    names = {group.config.method: METHODS[group.config.method] for group in groups}
    with control("distillation_of"):
        default = "soft"
        method = choice(st.selectbox, text.OF[lang], list(names), names, lang, key="distillation_of", default=default)
    group = next(each for each in groups if each.config.method == method)
    mine, theirs = group.logits.argmax(1), found.answers.argmax(1)
    differ = np.flatnonzero(mine != theirs)
    right = {"student": int((mine[differ] == found.labels[differ]).sum())}
    right["teacher"] = int((theirs[differ] == found.labels[differ]).sum())
    facts = {"n": len(differ), "all": len(mine), "neither": len(differ) - sum(right.values()), **right}
    st.markdown(text.APART_SAYS[lang].format(**facts))
    rows = [
        (found.shown[at], *(found.classes[int(each[at])] for each in (found.labels, theirs, mine)))
        for at in differ[:LISTED]
    ]
    st.dataframe(pd.DataFrame(rows, columns=[each[lang] for each in text.APART_COLUMNS]), hide_index=True)
