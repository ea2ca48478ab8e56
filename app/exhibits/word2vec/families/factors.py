"""Vectors by factorising a table of counts: LSA on texts, GloVe on neighbours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.exhibits.word2vec.reading import at_hand as space
from app.exhibits.word2vec.reading import known, unknown
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from core import jobs
from core.text import tokenise
from core.words.glove import Config, Run
from core.words.recorded import CORPUS, GLOVE, frequent, recorded

JOB = "word2vec_glove_job"
LONGEST = 6_000  # characters of own texts


def view(lang: Lang) -> None:
    """Which table is factorised."""
    with control("word2vec_table"):
        table = choice(
            st.segmented_control,
            text.TABLE[lang],
            list(text.TABLES),
            text.TABLES,
            lang,
            key="word2vec_table",
            default="lsa",
            required=True,
        )
    (_lsa if table == "lsa" else _glove)(lang)


def _lsa(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_lines"):
            typed = st.text_area(
                text.LINES[lang], text.LINES_TEXT[lang], key="word2vec_lines", height=220, max_chars=LONGEST
            )
        with control("word2vec_rank"):
            rank = whole("word2vec_rank", text.RANK[lang], 1, 8, default=2)
    lines = tuple(line for line in typed[:LONGEST].splitlines() if line.strip())
    if len(lines) < 3:
        st.info(text.LINES_FEW[lang], icon=":material/edit:")
        return
    names, found = analysed(lines, rank)
    with stage:
        title = text.LSA_TITLE[lang].format(kept=found.kept, rank=rank)
        both = [*names, *(f"[{n}]" for n in range(1, len(lines) + 1))]
        at = np.concatenate([corner(found.words), corner(found.documents)])
        places: dict[tuple[int, float, float], list[str]] = {}
        for i, name in enumerate(both):  # words that occur in the same texts share a point, and its label
            places.setdefault((int(i >= len(names)), *at[i].round(3).tolist()), []).append(name)
        points = np.array([[x, y] for _, x, y in places])
        labels = [" · ".join(named) for named in places.values()]
        groups = [group for group, *_ in places]
        show(charts.plane(points, labels, groups, title), key="word2vec_lsa", alt=text.LSA_ALT[lang])
        st.caption(text.LSA_CAPTION[lang].format(values=" · ".join(f"{s:.2f}" for s in found.S[:8])))


def corner(rows: np.ndarray) -> np.ndarray:
    """The first two columns, the longest entry 1; a missing second one is 0."""
    two = np.zeros((len(rows), 2))
    two[:, : min(2, rows.shape[1])] = rows[:, :2]
    return two / max(1e-9, float(np.abs(two).max()))


@shared(64)
def analysed(lines: tuple[str, ...], rank: int):
    """The words that occur in two texts or more, and the factors."""
    from core.words import counts

    cut = [[t.text.casefold() for t in tokenise(line) if t.is_word] for line in lines]
    places: dict[str, set[int]] = {}
    for n, words in enumerate(cut):
        for word in words:
            places.setdefault(word, set()).add(n)
    names = [word for word, there in places.items() if 2 <= len(there) < len(lines)] or list(places)
    index = {word: i for i, word in enumerate(names)}
    coded = [[index[word] for word in words if word in index] for words in cut]
    return names, counts.svd(counts.term_document(coded, len(names)), rank)


def _glove(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_glove_word"):
            word = st.text_input(text.WORD[lang], "war", key="word2vec_glove_word", bind="query-params", max_chars=60)
        with control("word2vec_cutoff"):
            cutoff = whole("word2vec_cutoff", text.CUTOFF[lang], 1, 100, default=10)
        with control("word2vec_glove_window"):
            window = whole("word2vec_glove_window", text.GLOVE_WINDOW[lang], 1, 10, default=5)
        run = factorised(replace(GLOVE, cutoff=float(cutoff), window=window), lang)
    if run is None:
        return
    of = space("words-en", lang)
    word = word.strip().casefold() or "war"
    if known(of, word) is None:
        unknown(of, word, lang)
        return
    if word not in run.index:
        st.info(text.GLOVE_RARE[lang].format(word=word, V=len(run.vocab)))
        return
    with stage:
        ours, theirs = run.nearest(word, 8), of.vectors.nearest(word, 8)
        groups = {text.GLOVE_NAME[lang]: ours, text.SKIPGRAM_NAME[lang]: theirs}
        title = text.GLOVE_TITLE[lang].format(word=word, both=len(dict(ours).keys() & dict(theirs)))
        show(charts.bars(groups, title, text.COSINE[lang]), key="word2vec_glove", alt=title)
        st.latex(r"J=\sum_{i,j} f(X_{ij})\,(w_i\cdot u_j+b_i+c_j-\log X_{ij})^2")
        st.caption(
            text.GLOVE_CAPTION[lang].format(
                V=len(run.vocab),
                cells=run.cells,
                first=run.losses[0],
                last=run.losses[-1],
                corpus=CORPUS,
                times=of.running / len(recorded("nnlm").run.text),
            )
        )


def factorised(config: Config, lang: Lang) -> Run | None:
    """The recorded factorisation, or one in front of the visitor's eyes; None until it is done."""
    kept: Run = recorded("glove").run
    if config == kept.config:
        training.drop(JOB)
        return kept

    def submit() -> jobs.Job:
        from core.words import glove

        return jobs.brief(glove.factorise, frequent(), config)

    job = training.panel(JOB, lang, submit, wish=config)
    return job.result() if job is not None and job.state == "done" else None
