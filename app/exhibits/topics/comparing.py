"""The view *Compare*: the same method from ten seeds, and other methods on the same documents."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import compare_charts, text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
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
    {"seeds": seeds, "methods": methods, "lda": lda}[with_](lang)
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
        same, split, merged, rows = fates(runs[a], runs[b])
        st.markdown(text.FATES[lang].format(same=same, split=split, merged=merged, a=a, b=b))
        said = [(f"{at} · {_name(runs[a], at)}", text.FATE_NAMES[kind][lang], detail) for at, kind, detail in rows]
        columns = [c[lang] for c in text.FATE_COLUMNS.values()]
        st.dataframe(pd.DataFrame(said, columns=columns), hide_index=True, width="stretch", height=380)


def fates(a: np.ndarray, b: np.ndarray) -> tuple[int, int, int, list[tuple[int, str, str]]]:
    """What became of each topic of run ``a`` in run ``b``: the same, split, merged with others, or gone."""
    inside = (a >= 0) & (b >= 0)
    table = np.zeros((a.max() + 1, b.max() + 1), int)
    np.add.at(table, (a[inside], b[inside]), 1)
    sizes = np.bincount(a[a >= 0])
    rows: list[tuple[int, str, str]] = []
    main = table.argmax(1)
    for topic, line in enumerate(table):
        parts = np.flatnonzero(line >= 0.2 * sizes[topic])
        share = line.max() / sizes[topic]
        others = [
            other for other in np.flatnonzero(main == main[topic]) if table[other, main[topic]] >= 0.5 * sizes[other]
        ]
        if share < 0.5 and len(parts) < 2:
            kind = "gone"
        elif len(parts) > 1:
            kind = "split"
        elif len(others) > 1:
            kind = "merged"
        else:
            kind = "same"
        rows.append((topic, kind, " + ".join(f"{int(p)} ({int(line[p])})" for p in parts) or "–"))
    count = {kind: sum(row[1] == kind for row in rows) for kind in ("same", "split", "merged")}
    order = {"split": 0, "merged": 1, "gone": 2, "same": 3}
    return count["same"], count["split"], count["merged"], sorted(rows, key=lambda row: (order[row[1]], row[0]))


def _name(labels: np.ndarray, topic: int) -> str:
    """The words of a topic of a recorded run."""
    topics = sample().topics
    weights = _weights(labels.tobytes(), int(labels.max()) + 1)
    return " · ".join(topics.best(weights, topic, 3))


@st.cache_resource(max_entries=16, show_spinner=False)
def _weights(labels: bytes, C: int):
    from core.topics.ctfidf import class_tfidf

    return class_tfidf(sample().topics.bags.of_classes(np.frombuffer(labels, beside().seeds.dtype), C))


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
