"""Two questions about sentences, each a head on an encoder that was ready before, and the shortcut without a model."""

from __future__ import annotations

import streamlit as st

from app.exhibits.objectives import charts
from app.exhibits.objectives import heads_text as said
from app.house import training
from app.house.figures import show
from app.house.numbers import percent
from app.i18n import Lang
from app.session import seed
from app.theme import GREY
from core import jobs
from core.masking.objectives.heads import ASKED, DATA, Config, recorded, train

NAME = "objectives_heads"
WAYS = ("words", "head")


def heads(lang: Lang) -> None:
    """What was recorded, every seed a dot; the same with this visitor's seed, here."""
    st.subheader(said.QUESTION[lang], anchor=False)
    study = recorded()
    found = {(name, way): getattr(study, way)[:, at] for at, name in enumerate(ASKED) for way in WAYS}
    rows = [(label(*key, lang), values) for key, values in found.items()]
    means = {f"{name}_{way}": percent(values.mean(), lang) for (name, way), values in found.items()}
    fig = charts.seeds(rows, said.SHARE[lang], said.TITLE[lang].format(**means))
    fig.add_vline(x=0.5, line_dash="dot", line_color=GREY).update_xaxes(tickformat=".0%")
    show(fig, key=NAME, alt=said.ALT[lang])
    about = {"seeds": len(study.head), "pairs": study.pairs, "date": study.date, "machine": study.machine}
    st.caption(said.SAYS[lang].format(**about, code=study.code))
    job = training.panel(NAME, lang, lambda: jobs.submit(train, DATA, Config(seed=seed())))
    if job is not None and job.state == "done":
        now = job.result()
        shares = {
            f"{name}_{way}": percent(getattr(now, way)[at], lang) for at, name in enumerate(ASKED) for way in WAYS
        }
        st.markdown(said.HERE[lang].format(n=Config.pairs, seed=seed(), **shares))


def label(name: str, way: str, lang: Lang) -> str:
    """``NSP``, and below it who tells."""
    return f"<b>{name.upper()}</b><br>{said.WAYS[way][lang]}"
