"""The mask decides the model: one reader, trained under the mask that the visitor picks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from app.exhibits.objectives import charts, chips
from app.exhibits.objectives import sights_text as text
from app.exhibits.objectives import text as words_of_page
from app.exhibits.objectives.reading import asked, drawn, family_of
from app.house import training
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
from core.masking.objectives.card import card

DATA = "wikipedia-sample"
STEPS = 400
MOST = 24  # words: their names fit beside the matrix, those of the answers too


def sights(lang: Lang) -> None:
    """The mask, what it means, a training, and the readers that were trained under each."""
    with control("objectives_sight"):
        name = choice(
            st.segmented_control,
            text.SIGHT[lang],
            [*text.SIGHTS],
            text.SIGHTS,
            lang,
            key="objectives_sight",
            default="glm",
            required=True,
        )
    what = asked(lang)
    made = drawn(name, replace(what, tokens=what.tokens[:MOST]), seed())
    share = float(made.attention_mask[-1][made.asked or slice(None)].mean())
    title = text.TITLE[lang].format(name=text.SIGHTS[name][lang], share=percent(share, lang))
    show(charts.masks(made, title, lang), key="objectives_sights", alt=words_of_page.MASK_ALT[lang])
    st.markdown(text.SIGHTS_SAY[name][lang])
    st.html(chips.gallery([(family_of(name), [(name, made)])], lang))
    st.markdown(f"**{text.TRAIN[lang]}**")

    def submit() -> jobs.Job:
        stack()
        from core.masking.objectives.training import Config, train

        return jobs.submit(train, DATA, Config(name, steps=STEPS, seed=seed()))

    job = training.panel("objectives_sight", lang, submit)
    run = job.result() if job is not None and job.state == "done" else None
    st.dataframe(table(run, lang), hide_index=True)
    st.caption(text.SAYS[lang].format(train=f"?objectives_part=train&lang={lang}"))


def table(run, lang: Lang) -> pd.DataFrame:
    """A row a mask, as recorded; the visitor's own run with what it was before."""
    readers, steps = card()["readers"], card()["config"]["steps"]
    named = {**text.SIGHTS, "unilm": text.ALL_FOUR}
    rows = [row(label[lang], readers[name], steps, lang) for name, label in named.items()]
    if run is not None:
        yours = text.YOURS[lang].format(name=text.SIGHTS[run.config.objective][lang])
        rows += [row(yours, run.probes, run.config.steps, lang), row(text.BEFORE[lang], run.untrained, 0, lang)]
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])


def row(label: str, marks, steps: int, lang: Lang) -> tuple[str, str, str, str, int]:
    """Marks as people read them."""
    return label, percent(marks["cloze"], lang), f"{marks['cloze_nats']:.2f}", percent(marks["topic"], lang), steps
