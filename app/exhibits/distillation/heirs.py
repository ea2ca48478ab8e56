"""Inherited layers: the same student with layers of MiniLM's, or new ones, from labels and from soft targets."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.distillation import heirs_text as text
from app.exhibits.distillation import texts_charts as charts
from app.exhibits.distillation.groups_charts import interval
from app.exhibits.distillation.layers import source
from app.house.figures import show
from app.i18n import Lang
from core.distillation.recorded import COMMAND, Group, Study, study


def view(lang: Lang) -> None:
    """The picture, what the teacher's answers add, the code."""
    found = study("heirs")
    st.markdown(text.QUESTION[lang])
    groups = [each for each in found.groups if each.config.method == "soft"]
    new = next(each for each in groups if kind(each) == "new")
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        fig = charts.methods(groups, found.teacher, lang, control=new, named=name_of, title=text.TITLE)
        show(fig, key="distillation_heirs", alt=text.ALT[lang])
    with desk:
        st.markdown(text.SAYS[lang])
        st.dataframe(table(found, lang), hide_index=True, width="stretch")
    with st.expander("heirs.heir"):
        st.code(source("heirs", "heir"), language="python")
    facts = {"n": len(new.accuracy), "steps": new.config.steps, "B": new.config.B, "numbers": new.parameters / 1e6}
    by = {"date": found.date, "machine": found.machine, "code": found.code, "command": f"{COMMAND} heirs"}
    st.caption(text.NOTE[lang].format(**facts, **by))


def kind(group: Group) -> str:
    """Where its layers come from."""
    return group.config.student.rpartition("-")[2]


def name_of(group: Group, lang: Lang) -> str:
    """The same in words."""
    return text.KINDS[kind(group)][lang]


def table(found: Study, lang: Lang) -> pd.DataFrame:
    """Inherited and new: labels, soft targets, and their difference."""
    by = {(kind(each), each.config.method): 100 * each.accuracy.astype(float) for each in found.groups}
    rows = []
    for name in ("skip", "new"):
        alone, taught = by[name, "labels"], by[name, "soft"]
        gain, half = interval(taught - alone)
        around = f"{gain - half:+.1f} … {gain + half:+.1f}"
        rows.append((text.KINDS[name][lang], f"{alone.mean():.1f}", f"{taught.mean():.1f}", f"{gain:+.1f}", around))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
