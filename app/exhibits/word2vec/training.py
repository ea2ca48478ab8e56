"""Part 4, *Train it*: the real training in another process, with a moving map and tests on the way."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.exhibits.word2vec import toy_text, training_charts
from app.exhibits.word2vec import training_text as text
from app.exhibits.word2vec.reading import RUN
from app.house import training
from app.house.figures import show
from app.house.links import choice, remember, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.text import language_of, read_corpus
from core.word2vec import Config
from core.word2vec.study import ASKED, Study, Task, recorded, study

NAME = "word2vec_train"
PASTED = 400_000  # characters
SOFTMAX_MOST = 60_000  # words of a text that full softmax is offered for
FILES = ["txt", "csv", "jsonl", "parquet"]
DEFAULT = {"en": "wikipedia-sample", "zh": "zh-notes"}


def part() -> None:
    """The recorded run at once; the visitor's takes its place."""
    lang = language()
    jobs.warm("core.word2vec.warm")
    st.subheader(text.QUESTION[lang], anchor=False)
    st.markdown(text.IDEA[lang])
    picture = st.container()
    data, source, config, seeds = _knobs(lang)
    job = None
    if source is None:
        st.info(text.PASTE[lang])
    else:
        task = Task(config, seeds)
        st.caption(text.COMPILING[lang])
        job = training.panel(NAME, lang, lambda: jobs.submit(study, source, task, threads=1))
    with picture:
        if job is not None and job.state == "done":
            st.session_state[RUN] = job.key
            remember(RUN, job.key)
            _result(lang, job.result(), None, language_of(_head(data, source)))
        elif job is not None and job.state == "running" and job.frame is not None and job.metrics:
            fig = training_charts.live(job.frame, job.progress, job.metrics[-1], lang)
            show(fig, key="word2vec_live", alt=text.FILM_ALT[lang])
        else:
            _result(lang, recorded("usual"), "wikipedia-sample", "en")


def _result(lang: Lang, found: Study, name: str | None, of: str) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        show(training_charts.film(found, lang), key="word2vec_learning", alt=text.FILM_ALT[lang])
    with right:
        show(training_charts.curves(found, lang), key="word2vec_scores", alt=text.CURVES_ALT[lang])
    config = found.task.config
    if name is None:
        facts = {"words": found.running, "V": len(found.vocab), "seeds": found.task.seeds}
        st.success(text.YOURS[lang].format(seconds=float(found.seconds.mean()), **facts))
    else:
        st.caption(
            text.RECORDED[lang].format(
                name=text.DATAS[name][lang],
                words=found.running,
                seeds=found.task.seeds,
                D=config.D,
                epochs=config.epochs,
                date=found.date,
                machine=found.machine,
                code=found.code,
            )
        )
    st.caption(text.TESTS_NOTE[lang].format(n=ASKED) if of == "en" else text.NO_TESTS[lang])
    st.caption(text.HOW_IT_RUNS[lang])


def _knobs(lang: Lang) -> tuple[str, str | tuple[str, ...] | None, Config, int]:
    """The controls: which text, and how it is trained."""
    left, middle, right = st.columns(3, gap="medium")
    with left:
        data = _choice("word2vec_data", text.DATA, text.DATAS, DEFAULT[lang], lang)
        D = _whole("word2vec_train_d", text.D, 16, 128, 96, lang, step=16)
    with middle:
        architecture = _choice(
            "word2vec_train_architecture", text.ARCHITECTURE, toy_text.ARCHITECTURES, "skipgram", lang
        )
        epochs = _whole("word2vec_train_epochs", text.EPOCHS, 1, 50, 50 if data == "zh-notes" else 10, lang)
    with right:
        output = _choice("word2vec_train_output", text.OUTPUT, toy_text.OUTPUTS, "negative", lang)
        seeds = _whole("word2vec_train_seeds", text.SEEDS, 1, 5, 1, lang)
    with left:
        window = _whole("word2vec_train_window", text.WINDOW, 1, 10, 5, lang)
    with middle:
        least = _whole("word2vec_train_min", text.MIN, 1, 20, 2 if data == "zh-notes" else 5, lang)
    source = _own(lang) if data == "own" else data
    if output == "softmax" and (data == "wikipedia-sample" or len(_head(data, source)) > 6 * SOFTMAX_MOST):
        st.info(text.SLOW[lang].format(V="V", most=SOFTMAX_MOST))
        output = "negative"
    config = Config(architecture, output, D=D, window=window, epochs=epochs, min_count=least, seed=seed())
    return data, source, config, seeds


def _own(lang: Lang) -> tuple[str, ...] | None:
    pasted = st.text_area(text.OWN[lang], key="word2vec_text", max_chars=PASTED, placeholder=text.OWN_HINT[lang]) or ""
    file = st.file_uploader(text.UPLOAD[lang], FILES, key="word2vec_file")
    if file is not None:
        return tuple(read_corpus((file.name, file.getvalue())).documents)
    lines = tuple(line for line in pasted[:PASTED].splitlines() if line.strip())
    return lines or None


def _head(data: str, source: str | tuple[str, ...] | None) -> str:
    """Enough of the text to tell its language and size."""
    if data == "zh-notes":
        return "中文"
    return " ".join(source) if isinstance(source, tuple) else ""


def _choice(key: str, label, options, default: str, lang: Lang) -> Any:
    with control(key):
        return choice(st.selectbox, label[lang], list(options), options, lang, key=key, default=default)


def _whole(key: str, label, low: int, high: int, default: int, lang: Lang, step: int = 1) -> int:
    with control(key):
        return whole(key, label[lang], low, high, default=default, step=step)
