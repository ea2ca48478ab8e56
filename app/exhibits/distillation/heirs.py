"""Inherited layers: the same student with layers of MiniLM's, or new ones, taught by soft targets."""

from __future__ import annotations

import streamlit as st

from app.exhibits.distillation import heirs_text as text
from app.exhibits.distillation import texts_charts as charts
from app.exhibits.distillation.layers import source
from app.house.figures import show
from app.i18n import Lang
from core.distillation.recorded import COMMAND, Group, study


def view(lang: Lang) -> None:
    """The picture, the code."""
    found = study("heirs")
    st.markdown(text.QUESTION[lang])
    new = next(each for each in found.groups if kind(each) == "new")
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        fig = charts.methods(found.groups, found.teacher, lang, control=new, named=name_of, title=text.TITLE)
        show(fig, key="distillation_heirs", alt=text.ALT[lang])
    with desk:
        st.markdown(text.SAYS[lang])
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
