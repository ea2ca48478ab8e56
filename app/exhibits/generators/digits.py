"""Diffusion of real digits by class: the wall, the nearest learnt digits beside it, and the price of guidance."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.generators import digits_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from core.generators.digits_study import GUIDANCE, Digits
from core.generators.recorded import COMMAND, by_class


def view(lang: Lang) -> None:
    """Two walls, two curves."""
    found = by_class()
    stage, desk = st.columns([3, 2], gap="large")
    with desk:
        with control("generators_net"):
            net = choice(
                st.segmented_control,
                text.NET[lang],
                list(found.made),
                text.NETS,
                lang,
                key="generators_net",
                default=next(iter(found.made)),
                required=True,
            )
        st.markdown(said(found, net, lang))
        show(guidance(net, lang), key="generators_guidance", alt=text.GUIDANCE_ALT[lang])
    with stage:
        show(wall(net, lang), key="generators_wall", alt=text.WALL_ALT[lang])
    facts = {"date": found.date, "machine": found.machine, "code": found.code, "seconds": found.seconds}
    facts["seeds"] = len(found.values[net]["accuracy"])
    st.caption(text.DIGITS_NOTE[lang].format(command=f"{COMMAND} digits", **facts))


def said(found: Digits, net: str, lang: Lang) -> str:
    """The numbers without guidance, medians over the seeds."""
    values = {name: float(np.median(rows[:, 0])) for name, rows in found.values[net].items()}
    facts = {name: percent(values[name], lang) for name in ("accuracy", "precision", "recall")}
    facts |= {"real": percent(found.real, lang), "nearest": values["nearest"], "train": values["train"]}
    facts |= {"frechet": values["frechet"] / found.floor["frechet"], "parameters": f"{found.parameters[net]:,}"}
    return text.DIGITS_SAY[lang].format(**facts)


@lru_cache(maxsize=8)
def wall(net: str, lang: Lang) -> Ready:
    """Made digits, and what lies nearest to each among the learnt."""
    found = by_class()
    return ready(digits_charts.wall(found.made[net], found.nearest[net], lang))


@lru_cache(maxsize=8)
def guidance(net: str, lang: Lang) -> Ready:
    """Accuracy against diversity."""
    found = by_class()
    return ready(digits_charts.guidance(found.values[net], found.floor, GUIDANCE, lang))
