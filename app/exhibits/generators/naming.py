"""What shall the network name? The three answers, what an error in each does to the picture, and what each learns."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.generators import text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, INDIGO, SEQUENTIAL, finish, scale
from core.generators import KINDS, schedule
from core.generators.recorded import COMMAND, predictions
from core.generators.records import Named

LOOKS = {"eps": (CINNABAR, "solid"), "x0": (INDIGO, "dash"), "v": (GREEN, "dot")}
TIMES = 100  # steps of the recorded chains


def view(stage, desk, lang: Lang) -> None:
    """The table of what was learnt on the left, the arithmetic on the right."""
    with desk:
        with control("generators_schedule"):
            kind = choice(
                st.segmented_control,
                text.SCHEDULE[lang],
                list(KINDS),
                text.SCHEDULES,
                lang,
                key="generators_schedule",
                default="linear",
                required=True,
            )
        st.markdown(text.NAMES_SAY[lang])
        show(growth(kind, lang), key="generators_growth", alt=text.GROWTH_ALT[lang])
    with stage:
        show(learnt(lang), key="generators_named", alt=text.NAMED_ALT[lang])
        found = predictions()
        facts = {"date": found.date, "machine": found.machine, "code": found.code, "steps": found.training}
        facts |= {"shape": text.SHAPES[found.shape][lang], "seeds": found.far.shape[2], "heaps": found.heaps}
        st.caption(text.NAMED_NOTE[lang].format(command=f"{COMMAND} predictions", **facts))


@lru_cache(maxsize=8)
def growth(kind: str, lang: Lang) -> Ready:
    """What becomes of an error of 1 in the answer."""
    chain, fig = schedule(kind, TIMES), go.Figure()
    left, t = chain.alpha_bar, np.arange(1, TIMES + 1)
    factors = {"eps": np.sqrt((1 - left) / left), "x0": np.ones(TIMES), "v": np.sqrt(1 - left)}
    for name, values in factors.items():
        colour, dash = LOOKS[name]
        line = {"color": colour, "dash": dash, "width": 2.5}
        fig.add_trace(go.Scatter(x=t, y=values.round(4), mode="lines", name=text.PREDICTS[name][lang], line=line))
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.GROWTH_AXIS[lang], type="log", dtick=1, exponentformat="power")
    title = text.GROWTH_TITLE[lang].format(last=float(factors["eps"][-1]), first=float(factors["eps"][0]))
    return ready(finish(fig, title, height=340))


@lru_cache(maxsize=2)
def learnt(lang: Lang) -> Ready:
    """Distance over the floor: a row a prediction, a column a schedule; medians over the seeds, and their range."""
    return ready(table(predictions(), lang))


def table(found: Named, lang: Lang) -> go.Figure:
    """The same, not yet packed."""
    ratio = found.far / found.floor
    middle = np.median(ratio, axis=2)
    words = [
        [f"<b>{middle[i, j]:.2f}</b><br>{seeds.min():.2f} … {seeds.max():.2f}" for j, seeds in enumerate(row)]
        for i, row in enumerate(ratio)
    ]
    fig = go.Figure(
        go.Heatmap(
            z=np.log(middle).round(3),
            x=[text.SCHEDULES[name][lang] for name in found.schedules],
            y=[text.PREDICTS[name][lang] for name in found.predicts],
            text=words,
            texttemplate="%{text}",
            colorscale=scale(SEQUENTIAL[:6]),
            showscale=False,
            hoverinfo="skip",
            xgap=3,
            ygap=3,
        )
    )
    fig.update_yaxes(autorange="reversed")
    (i, j), (k, m) = (np.unravel_index(at, middle.shape) for at in (middle.argmin(), middle.argmax()))
    facts = {"best": text.PREDICTS[found.predicts[i]][lang], "kind": text.SCHEDULES[found.schedules[j]][lang]}
    facts |= {"worst": text.PREDICTS[found.predicts[k]][lang], "other": text.SCHEDULES[found.schedules[m]][lang]}
    title = text.NAMED_TITLE[lang].format(low=middle[i, j], high=middle[k, m], **facts)
    return finish(fig, title, height=380).update_layout(margin={"l": 110})
