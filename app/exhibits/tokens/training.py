"""Part 4, *Train it*: a vocabulary learnt in another process from a text of one's choice, tested at every size."""

from __future__ import annotations

import streamlit as st

from app.exhibits.tokens import charts, chips, text
from app.exhibits.tokens.reading import LONGEST, RECORDED, Line, readable, vocabulary
from app.exhibits.tokens.reading import chips as as_chips
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import language, sentence
from core import jobs
from core.text import language_of, read_corpus
from core.tokens import KINDS, Config, Cutter, MergeRun
from core.tokens.corpora import sentences
from core.tokens.measure import Study, study

DEFAULT_DATA: dict[Lang, str] = {"en": "lee-news", "zh": "zh-notes"}
MOST = 4_000  # pieces that a page learns
PASTED = 200_000  # characters
NAME = "tokens_train"
RUNS = "tokens_runs"  # keys of this visitor's finished jobs, the newest last
COMPARED = 3
FILES = ["txt", "csv", "jsonl", "parquet"]


def part() -> None:
    """Recorded curves at once, the visitor's beside them."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    picture = st.container()
    left, middle, right = st.columns(3, gap="medium")
    with left, control("tokens_kind"):
        kind = choice(st.selectbox, text.KIND[lang], list(KINDS), text.KINDS, lang, key="tokens_kind", default="bpe")
    with middle, control("tokens_data"):
        data = choice(
            st.selectbox,
            text.LEARN_FROM[lang],
            list(text.DATA),
            text.DATA,
            lang,
            key="tokens_data",
            default=DEFAULT_DATA[lang],
        )
    with right, control("tokens_pieces"):
        added = whole("tokens_pieces", text.ADDED[lang], 100, MOST, default=500, step=100)
    with right, control("tokens_min"):
        least = whole("tokens_min", text.MIN_COUNT[lang], 1, 100, default=2)
    source = _own(lang) if data == "own" else data
    if source is None:
        st.info(text.PASTE[lang])
    else:
        config = Config(kind, added=added, min_count=least)
        job = training.panel(NAME, lang, lambda: jobs.submit(study, source, config))
        if job is not None and job.state == "done":
            keys = [key for key in st.session_state.get(RUNS, []) if key != job.key]
            st.session_state[RUNS] = [*keys, job.key][-COMPARED:]
            _result(lang, job.result(), data)
    with picture:
        _curves(lang, _language(data, source))


def _own(lang: Lang) -> tuple[str, ...] | None:
    pasted = st.text_area(text.OWN[lang], key="tokens_text", max_chars=PASTED, placeholder=text.OWN_HINT[lang]) or ""
    file = st.file_uploader(text.UPLOAD[lang], FILES, key="tokens_file")
    if file is not None:
        documents = read_corpus((file.name, file.getvalue())).documents
        return tuple(part for document in documents for part in sentences(document))
    return sentences(pasted[:PASTED]) or None


def _language(data: str, source: str | tuple[str, ...] | None) -> Lang:
    """Of the text that is learnt from."""
    if data == "own":
        return language_of(" ".join(source or ())[:PASTED])
    return "zh" if data == "zh-notes" else "en"


def _curves(lang: Lang, of: Lang) -> None:
    """The recorded curves of the same language and up to three of the visitor's own."""
    known = vocabulary(RECORDED[of])
    own = {}
    for i, key in enumerate(st.session_state.get(RUNS, [])):
        job = jobs.find(key)
        if job is not None and job.state == "done":
            found: Study = job.result()
            own[f"{text.KINDS[found.run.config.kind][lang]} {i + 1}"] = found.sweep
    show(charts.curves(known.sweeps, own, lang), key="tokens_curves", alt=text.CURVES_ALT[lang])
    st.caption(
        text.RECORDED_CURVES[lang].format(origin=text.ORIGINS[known.name][lang], words=f"{sum(known.kept.values()):,}")
    )


def _result(lang: Lang, found: Study, data: str) -> None:
    """What was learnt, and the travelling sentence under it."""
    run = found.run
    kind = run.config.kind
    size = run.size(run.config.added)
    if isinstance(run, MergeRun):
        first = [run.pieces[i] for i in run.made[:16]]
    else:
        row = run.logp[run.stage(run.config.added)]
        first = [run.pieces[i] for i in (-row).argsort()[:40] if len(run.pieces[i]) > 1][:16]
    st.markdown(f"**{text.YOUR_SENTENCE[lang]}**")
    typed = sentence(text.EXAMPLE["zh" if data == "zh-notes" else "en" if data != "own" else lang])[:LONGEST]
    cut = Cutter(run, run.config.added)
    st.html(chips.rows([Line(kind, size, as_chips(typed, cut(typed), kind))], lang))
    st.caption(
        text.LEARNT[lang].format(
            name=text.KINDS[kind][lang],
            data=text.DATA[data][lang],
            size=f"{size:,}",
            words=f"{found.words:,}",
            held=f"{found.held:,}",
            first=" · ".join(f"`{readable(piece, kind).replace('`', 'ˋ')}`" for piece in first),
        )
    )
