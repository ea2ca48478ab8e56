"""A translator of dates, and what it looks at while it writes: attention as it was invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.attention import align_text as text
from app.exhibits.attention import aligning_charts as charts
from app.exhibits.attention.more_text import PAPERS
from app.house import heavy, training
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole, words
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import Shared, shared
from app.house.take import Bag
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.attention.translating.dates import FIRST, LAST, LONGEST, forms
from core.attention.translating.recorded import COMMAND, KINDS, translated
from core.attention.translating.translator import TESTED, Config, Translation, checked, train, translate

HEADS, HEADED = Config.H, ("cross", "diverse")
PROGRAM = '''"""A translator of dates, and what it looks at while it writes."""

from core.attention.translating import Config, train, translate

run = train(None, {config!r})
found = translate(run, {text!r})

print(found.source, "->", found.text)
for character, row in zip(found.text, found.weights[{head}], strict=True):
    print(character, *(f"{{weight:.2f}}" for weight in row), sep="\\t")
'''
FOUND: Shared[Translation] = Shared(2**20, lambda found: found.weights.nbytes + 1_000)


def view(lang: Lang) -> None:
    """A date, its translation, the alignment through the training, and how fast each way learns."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        how, typed, head = _asked(lang)
    kept = translated(how)
    live = bool(typed) and checked(typed) != kept.run.config.watched
    found = FOUND.get((how, checked(typed)), lambda: _live(how, typed)) if live else None
    with stage:
        picture = film(how, head, lang) if found is None else charts.alignment(found, head, lang)
        show(picture, key="attention_alignment", alt=text.MAP_ALT[lang])
        show(race(how, lang), key="attention_race", alt=text.RACE_ALT[lang])
    with desk:
        if how in HEADED:
            weights = kept.run.maps[-1] if found is None else found.weights
            show(charts.heads(weights, lang), key="attention_alike", alt=text.HEADS_ALT[lang])
        source, written = (found.source, found.text) if found else (kept.run.config.watched, kept.run.said[-1])
        st.markdown(f"{plain(source)} → {text.WROTE[lang].format(text=written)} {_judged(source, written)[lang]}")
        formula = text.FORMULAS[how] + ("" if how == "none" else rf"\\ {text.CONTEXT}")
        st.latex(rf"\begin{{gathered}}{formula}\end{{gathered}}")
        st.markdown(text.SAYS[how][lang])
    facts = {"date": kept.date, "seeds": len(kept.right), "parameters": f"{kept.parameters:,}", "seconds": kept.seconds}
    st.caption(text.NOTE[lang].format(command=f"{COMMAND} {how}", **facts))


def _asked(lang: Lang) -> tuple[str, str, int]:
    with control("attention_translator"):
        how = choice(
            st.selectbox,
            text.HOW[lang],
            list(text.HOWS),
            text.HOWS,
            lang,
            key="attention_translator",
            default="additive",
        )
    if how in HEADED:
        with control("attention_translator_head"):
            whole("attention_translator_head", text.TRANSLATOR_HEAD[lang], 1, HEADS, default=1)
    words("attention_date")
    with control("attention_date"):
        st.text_input(text.DATE[lang], key="attention_date", max_chars=2 * LONGEST, placeholder=Config.watched)
    return _set()


def _set() -> tuple[str, str, int]:
    """Way, date and head as the widgets hold them, for the parts below too."""
    state = st.session_state
    how = state.get("attention_translator", "additive")
    head = state.get("attention_translator_head", 1) - 1 if how in HEADED else 0
    return how, str(state.get("attention_date", "")).strip(), head


def _live(how: str, typed: str) -> Translation:
    heavy.stack()  # torch, if it is not there yet
    return translate(translated(how).run, typed)


def _judged(source: str, written: str):
    """Whether one of the ways of writing the result gives the source."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return text.WRONG
    known = FIRST <= day <= LAST and source.replace("零", "〇") in forms(day)
    return text.RIGHT if known else text.WRONG


def bag() -> Bag:
    """The alignment on screen as a table, and the program that makes one like it."""
    how, typed, head = _set()
    run = translated(how).run
    source = checked(typed) if typed else run.config.watched
    asked = {"config": run.config, "text": source, "head": head}

    def table() -> pd.DataFrame:
        found = translate(run, source)
        at = (index.ravel() for index in np.indices(found.weights.shape))
        heads, rows, columns = at
        named = {"head": heads + 1, "written": np.array(list(found.text), object)[rows]}
        read = np.array(list(found.source), object)[columns]
        return pd.DataFrame({**named, "place": columns + 1, "read": read, "weight": found.weights.ravel()})

    return Bag("attention-translator", PROGRAM.format(**asked), PAPERS, table)


@shared(64)
def film(how: str, head: int, lang: Lang) -> Ready:
    """The alignment of the recorded date, step by step."""
    return charts.film(translated(how).run, head, lang)


@shared(32)
def race(how: str, lang: Lang) -> Ready:
    """How fast each way learns."""
    return ready(charts.race({name: translated(name) for name in text.HOWS}, how, lang))


def part() -> None:
    """Part 4 under this view: the alignment of one's own date while it appears."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    how, typed, head = _set()
    left, right = st.columns([2, 1], gap="large")
    with right, control("attention_learner_steps"):
        steps = whole("attention_learner_steps", text.TRAIN_STEPS[lang], 100, 600, default=300, step=50)
    config = replace(KINDS[how], steps=steps, watched=checked(typed or Config.watched), seed=seed())
    with right:
        job = training.panel("attention_translate", lang, lambda: jobs.submit(train, None, config))
    if job is None:
        return
    with left:
        if job.state == "done":
            run = job.result()
            show(charts.film(run, head, lang), key="attention_learnt", alt=text.MAP_ALT[lang])
            facts = {"seed": run.config.seed, "steps": run.config.steps, "tested": TESTED}
            st.caption(text.TRAINED[lang].format(right=percent(float(run.right[-1]), lang), **facts))
        elif job.frame is not None:
            found = Translation(config.watched, "", job.frame[-1, 0, :, 0], job.frame[-1])
            show(charts.alignment(found, head, lang), key="attention_learnt", alt=text.MAP_ALT[lang])
