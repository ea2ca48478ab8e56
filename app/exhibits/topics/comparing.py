"""The view *Compare*: the same method from ten seeds, and other methods on the same documents."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.topics import compare_charts, flow, text, twice
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
from core.topics.fates import fates
from core.topics.recorded import COMMAND, Score, beside, sample
from core.topics.stability import between_runs, contingency


def view(lang: Lang) -> None:
    with control("topics_with"):
        with_ = choice(
            st.segmented_control,
            text.WITH[lang],
            list(text.WITHS),
            text.WITHS,
            lang,
            key="topics_with",
            default="seeds",
            required=True,
        )
    {"seeds": seeds, "own": twice.view, "methods": methods, "lda": lda}[with_](lang)
    if with_ == "own":
        return
    run = beside()
    st.caption(text.BESIDE[lang].format(date=run.date, machine=run.machine, code=run.code, command=COMMAND))


def seeds(lang: Lang) -> None:
    """Ten seeds, and two of them side by side."""
    runs = beside().seeds
    stage, desk = st.columns([1, 1], gap="large")
    with stage:
        show(compare_charts.agreement(between_runs(list(runs)), runs, lang), key="topics_rand", alt=text.RAND_ALT[lang])
        st.caption(text.RAND_NOTE[lang])
    with desk:
        left, right = st.columns(2)
        with left, control("topics_left"):
            a = whole("topics_left", text.RUN_A[lang], 0, len(runs) - 1, default=0)
        with right, control("topics_right"):
            b = whole("topics_right", text.RUN_B[lang], 0, len(runs) - 1, default=1)
        one, two = (sample().topics.relabelled(runs[at]) for at in (a, b))
        told = fates(one.labels, two.labels)
        st.markdown(text.FATES[lang].format(a=a, b=b, **{kind: told.count(kind) for kind in flow.ORDER}))
        st.dataframe(flow.table(one, two, told, lang), hide_index=True, width="stretch", height=380)


def methods(lang: Lang) -> None:
    """All methods in one plane and one table; the words of one of them."""
    run = beside()
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        show(compare_charts.methods(run.scores, lang), key="topics_methods", alt=text.METHODS_ALT[lang])
        st.dataframe(scores(run.scores, lang), hide_index=True, width="stretch")
        st.markdown(text.METHODS_NOTE[lang])
    with desk:
        with control("topics_method"):
            name = choice(
                st.selectbox,
                text.METHOD[lang],
                list(run.scores),
                text.METHODS,
                lang,
                key="topics_method",
                default="top2vec",
            )
        st.caption(text.METHOD_SAYS[name][lang])
        labels = run.labels[name]
        rows = [(at, int((labels == at).sum()), " · ".join(words[:5])) for at, words in enumerate(run.words[name])]
        columns = [column[lang] for column in text.TABLE.values()]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=430)


def scores(found, lang: Lang) -> pd.DataFrame:
    rows = [_row(text.METHODS[name][lang], score) for name, score in found.items()]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.SCORES.values()])


def _row(name: str, s: Score) -> tuple:
    rounded = (round(each, 2) for each in (s.outliers, s.nmi, s.ari, s.c_npmi, s.c_v, s.diversity))
    return (name, s.topics, *rounded)


def lda(lang: Lang) -> None:
    """Gibbs sampling here and now, with a slider for the number of topics."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("topics_lda"):
            C = whole("topics_lda", text.LDA_TOPICS[lang], 2, 80, default=20)
        with control("topics_alpha"):
            alpha = whole("topics_alpha", text.LDA_ALPHA[lang], 1, 100, default=10) / 100
        job = training.panel(
            "topics_lda_job", lang, lambda: jobs.submit(_sampled(), sample().topics.bags, _config(C, alpha))
        )
        st.latex(r"p(t)\;\propto\;(n_{d,t}+\alpha)\cdot\frac{n_{t,w}+\beta}{n_t+V\beta}")
        st.caption(text.LDA_SAYS[lang])
    with stage:
        found = job.result() if job is not None and job.state == "done" else None
        recorded = found is None
        rival = found if found is not None else None
        labels = beside().labels["lda"] if rival is None else rival.labels
        words = beside().words["lda"] if rival is None else rival.words
        show(
            compare_charts.against_titles(labels, sample().titles, contingency, recorded, lang),
            key="topics_gibbs",
            alt=text.LDA_ALT[lang],
        )
        rows = [(at, int((labels == at).sum()), " · ".join(line[:7])) for at, line in enumerate(words)]
        columns = [column[lang] for column in text.TABLE.values()]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=330)


def _sampled():
    from core.topics.lda import train

    return train


def _config(C: int, alpha: float):
    from core.topics.config import Gibbs

    return Gibbs(C=C, alpha=alpha, seed=seed())
