"""TinyBERT's terms as switches: what each choice of them reaches, recorded."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import terms_text as text
from app.exhibits.distillation.groups_charts import interval
from app.exhibits.distillation.text import ACCURACY_AXIS
from app.house.figures import show
from app.house.links import switch
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREY, finish
from core.distillation.recorded import COMMAND, Group, Study, study


def view(lang: Lang) -> None:
    """Three switches, eight students."""
    found, left_out = study("terms"), list[str]()
    st.markdown(text.TERMS_QUESTION[lang])
    for place, name in zip(st.columns(3, gap="medium"), text.TERMS, strict=True):
        key = f"distillation_term_{name}"
        with place, control(key):
            on = switch(key, default=True)
            st.toggle(text.TERMS[name][lang], key=key)
        left_out += [] if on else [name]
    show(figure(found, "+".join(left_out), lang), key="distillation_terms", alt=text.TERMS_ALT[lang])
    facts = {"n": len(found.groups[0].accuracy), "date": found.date, "machine": found.machine, "code": found.code}
    st.caption(text.TERMS_NOTE[lang].format(command=f"{COMMAND} terms", **facts))


def figure(found: Study, without: str, lang: Lang) -> go.Figure:
    """Every choice, the best first; the chosen one in colour."""
    whole, fig = found.groups[0], go.Figure()
    for group in sorted(found.groups, key=lambda each: -each.accuracy.mean()):
        mine = group.config.without == without
        colour, label = CINNABAR if mine else GREY, _name(group, lang)
        x = 100 * group.accuracy.astype(float)
        mean, half = interval(x)
        dots = {"color": colour, "symbol": "line-ns-open", "size": 10, "opacity": 0.6}
        fig.add_trace(go.Scatter(x=x, y=[label] * len(x), mode="markers", marker=dots))
        error = {"type": "constant", "value": half, "color": colour, "thickness": 2}
        marker = {"color": colour, "symbol": "star" if mine else "circle-open", "size": 12}
        fig.add_trace(go.Scatter(x=[mean], y=[label], mode="markers", marker=marker, error_x=error))
    fig.update_layout(showlegend=False)
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=ACCURACY_AXIS[lang])
    chosen = next(each for each in found.groups if each.config.without == without)
    return finish(fig, _title(found, whole, chosen, lang), height=400).update_layout(margin={"l": 190})


def _title(found: Study, whole: Group, chosen: Group, lang: Lang) -> str:
    mean = 100 * float(np.mean(chosen.accuracy))
    if chosen is whole:
        least = max(found.groups, key=lambda each: len(each.config.without))
        return text.TERMS_TITLE_ALL[lang].format(mean=mean, none=100 * float(np.mean(least.accuracy)))
    gain, half = interval(100 * (chosen.accuracy - whole.accuracy).astype(float))
    facts = {"gain": gain, "low": gain - half, "high": gain + half, "mean": mean}
    return text.TERMS_TITLE[lang].format(name=_name(chosen, lang).replace("<br>", " "), **facts)


def _name(group: Group, lang: Lang) -> str:
    kept = [word[lang] for name, word in text.TERMS.items() if name not in group.config.without.split("+")]
    return " +<br>".join(kept) if len(kept) == len(text.TERMS) else " + ".join(kept) or text.NOTHING[lang]
