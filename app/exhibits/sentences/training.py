"""Part 4, *Train it*: SimCSE in another process, on sentences of the news or on the visitor's triples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.exhibits.sentences import charts, reading, text, train_text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.search.shelf import collection
from core.simcse.config import POSITIVES, Config, Gold, Run
from core.simcse.recorded import PAIRS

NAME = "sentences_train"
LR = 2e-5  # MiniLM is trained already: gentle steps
FILLER = "minilm-mlm"  # MiniLM taught to fill gaps again
FEWEST = 4  # triples, to be each other's negatives


def part() -> None:
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    picture = st.container()
    left, middle, right = st.columns(3, gap="medium")
    with left, control("sentences_labels"):
        labels = choice(
            st.segmented_control,
            train_text.LABELS[lang],
            list(train_text.HOW),
            train_text.HOW,
            lang,
            key="sentences_labels",
            default="none",
            required=True,
        )
    with left:
        supervised = labels == "triples"
        more = _triples(lang) if supervised else _views(lang)
    with middle, control("sentences_dropout"):
        dropout = whole("sentences_dropout", text.DROPOUT[lang], 0, 50, default=10, step=5) / 100
    with middle, control("sentences_heat"):
        temperature = whole("sentences_heat", text.TAU[lang], 1, 100, default=5) / 100
    with right, control("sentences_batch"):
        batch = whole("sentences_batch", text.BATCH[lang], 4, 64, default=16, step=4)
    with right, control("sentences_steps"):
        steps = whole("sentences_steps", text.STEPS[lang], 10, 100, default=30, step=10)
    shared = {"dropout": dropout, "temperature": temperature, "B": batch, "steps": steps, "lr": LR, "seed": seed()}
    config = Config(supervised=supervised, **more.knobs, **shared)
    base = {"model": FILLER} if config.mlm else {}  # MiniLM itself has no head
    typed = reading.paired("en")
    mine = reading.pairs(typed)
    fit_ = len(mine) > 1 and reading.reader([side for pair in mine for side in pair]) == "minilm"
    if not fit_:
        st.caption(train_text.EXAMPLE_GOLD[lang])
    asked, watched = mine if fit_ else PAIRS["en"], tuple(text.SENTENCES_DEFAULT["en"].split("\n"))
    job = training.panel(
        NAME,
        lang,
        lambda: jobs.submit(_train(), more.data or collection(), config, gold=examples(asked), watch=watched, **base),
    )
    if job is not None and job.state == "done":
        with picture:
            result(job.result(), lang)


@dataclass(frozen=True)
class Data:
    """What is read, and the knobs that go with it."""

    data: tuple[tuple[str, ...], ...]  # empty: sentences of the collection
    knobs: dict[str, Any]


def _views(lang: Lang) -> Data:
    with control("sentences_positive"):
        positive = choice(
            st.selectbox,
            text.POSITIVE[lang],
            list(POSITIVES),
            text.POSITIVES,
            lang,
            key="sentences_positive",
            default="dropout",
        )
    with control("sentences_mlm"):
        weight = whole("sentences_mlm", train_text.MLM[lang], 0, 100, default=0, step=5) / 100
    if weight:
        st.caption(train_text.MLM_HOW[lang])
    return Data((), {"positive": positive, "mlm": weight})


def _triples(lang: Lang) -> Data:
    with control("sentences_hard"):
        hard = st.toggle(train_text.HARD[lang], value=True, key="sentences_hard", bind="query-params")
    with control("sentences_triples"):
        key, default = "sentences_triples", train_text.TRIPLES_DEFAULT
        st.session_state.setdefault(key, st.query_params.get(key, default))
        typed = st.text_area(train_text.TRIPLES[lang], key=key, height=220, max_chars=6_000, bind="query-params")
    found = triples(typed or "")
    if len(found) < FEWEST:
        st.info(train_text.FEW[lang].format(n=len(found), least=FEWEST))
    return Data(found if len(found) >= FEWEST else triples(train_text.TRIPLES_DEFAULT), {"hard": hard})


def triples(typed: str) -> tuple[tuple[str, ...], ...]:
    """The lines that hold a sentence, what follows from it, and what contradicts it."""
    rows = (tuple(part.strip() for part in line.split("|")) for line in typed.splitlines())
    return tuple(row for row in rows if len(row) == 3 and all(row))


def _train():
    from core.simcse.train import train  # torch, only when somebody trains

    return train


def examples(pairs: reading.Pairs) -> Gold:
    """The pairs of the first view as gold: partners 5, the next one's partner 0."""
    first, second = zip(*pairs, strict=True)
    strangers = second[1:] + second[:1]
    return Gold("examples", first + first, second + strangers, (5.0,) * len(first) + (0.0,) * len(first))


def result(run: Run, lang: Lang) -> None:
    show(charts.path(run, lang), key="sentences_path", alt=text.TRAINED_ALT[lang])
    cosines = run.frames[-1] @ run.frames[-1].T
    show(charts.matrix(cosines, run.watched, lang), key="sentences_after", alt=text.MATRIX_ALT[lang])
    asked = run.config
    facts = {"steps": asked.steps, "batch": asked.B, "dropout": asked.dropout, "tau": asked.temperature}
    losses = {"first": float(run.losses[:3].mean()), "last": float(run.losses[-3:].mean())}
    gaps = train_text.WITH_GAPS[lang].format(mlm=asked.mlm) if asked.mlm else ""
    st.caption(text.CONFIG_LINE[lang].format(model=run.model, gaps=gaps, **facts, **losses))
