"""Part 4, *Train it*: one's own texts, grouped in another process; result on screen and to take home."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from app.exhibits.topics import own_charts, text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.take import sheet
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.text import Corpus, read_corpus
from core.text.tables import READERS
from core.tokens import corpora
from core.topics.config import Config
from core.topics.topics import Topics

NAME = "topics_own"
FILES = ["txt", "csv", "jsonl", "parquet"]
PASTED = 200_000  # characters
NONE = "–"


def part() -> None:
    lang = language()
    st.subheader(text.OWN_QUESTION[lang], anchor=False)
    st.markdown(text.OWN_IDEA[lang])
    picture = st.container()
    left, right = st.columns(2, gap="medium")
    with left, control("topics_set"):
        chosen = choice(
            st.segmented_control,
            text.SET[lang],
            list(text.SETS),
            text.SETS,
            lang,
            key="topics_set",
            default="zh-notes" if lang == "zh" else "lee-news",
            required=True,
        )
    with right, control("topics_own_smallest"):
        smallest = whole("topics_own_smallest", text.OWN_SMALLEST[lang], 3, 50, default=5)
    corpus = _uploaded(lang) if chosen == "own" else packaged(chosen)
    if corpus is None:
        st.info(text.OWN_NONE[lang])
        return
    config = Config(min_cluster_size=smallest, least=1 if len(corpus.documents) < 200 else 2, seed=seed())
    job = training.panel(NAME, lang, lambda: jobs.submit(_discover(), list(corpus.documents), config))
    if job is not None and job.state == "done":
        with picture:
            result(job.result(), corpus, lang)


def packaged(name: str) -> Corpus:
    """One of the sets that are always at hand."""
    return corpora.corpus(name)


def _discover():
    from core.topics.train import train

    return train


def _uploaded(lang: Lang) -> Corpus | None:
    """The visitor's file with its columns picked, or the lines that were pasted."""
    file = st.file_uploader(text.UPLOAD[lang], FILES, key="topics_file")
    if file is None:
        pasted = st.text_area(text.OWN[lang], key="topics_pasted", max_chars=PASTED, height=140) or ""
        lines = "\n".join(line for line in pasted[:PASTED].splitlines() if line.strip())
        return read_corpus(("pasted.txt", lines.encode())) if lines else None
    data = file.getvalue()
    columns = names(file.name, data)
    if columns == ["text"]:
        return read_corpus((file.name, data))
    one, two, three = st.columns(3)
    column = one.selectbox(text.COLUMN[lang], columns, index=columns.index("text") if "text" in columns else 0)
    label = two.selectbox(text.LABEL_COLUMN[lang], [NONE, *columns])
    time = three.selectbox(text.TIME_COLUMN[lang], [NONE, *columns])
    return read_corpus(
        (file.name, data), text=column, label=None if label == NONE else label, time=None if time == NONE else time
    )


def names(file: str, data: bytes) -> list[str]:
    """The columns of a table; a .txt has only ``text``. What is no table is left to ``read_corpus`` to refuse."""
    kind = f".{file.rpartition('.')[2].lower()}"
    if kind == ".txt" or kind not in READERS:
        return ["text"]
    found, _ = READERS[kind](file, data, [])
    return list(found) or ["text"]


def result(topics: Topics, corpus: Corpus, lang: Lang) -> None:
    """The map, the words, what time and labels say, and the files."""
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(own_charts.dots(topics, lang), key="topics_own_map", alt=text.OWN_ALT[lang])
    with desk:
        rows = [(at, int(topics.sizes[at]), topics.name(at, 5)) for at in range(topics.C)]
        columns = [column[lang] for column in text.TABLE.values()]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=360)
    if corpus.timestamps and topics.C:
        show(own_charts.over_time(topics, corpus.timestamps, lang), key="topics_time", alt=text.TIME_ALT[lang])
    if corpus.labels and topics.C:
        show(own_charts.per_class(topics, corpus.labels, lang), key="topics_class", alt=text.CLASS_ALT[lang])
    with st.container(horizontal=True, gap="small"):
        _file("documents", lambda: parquet(topics, corpus.labels), "documents.parquet", lang)
        _file("topics", lambda: csv(topics), "topics.csv", lang)
        _file("model", lambda: model(topics), "topics.zip", lang)


def parquet(topics: Topics, labels: Sequence[str] | None) -> bytes:
    """Every document with its topic."""
    table = {"text": topics.documents, "topic": topics.labels, "certainty": topics.probabilities}
    frame = pd.DataFrame({**table, **({"label": labels} if labels else {})})
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()


def csv(topics: Topics) -> bytes:
    """Every topic with its words."""
    rows = [(at, int(topics.sizes[at]), topics.name(at, 10)) for at in range(topics.C)]
    return sheet(pd.DataFrame(rows, columns=["topic", "documents", "words"]))


def model(topics: Topics) -> bytes:
    """The folder that ``Topics.load`` reads, zipped."""
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        topics.save(Path(folder) / "topics")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for file in sorted((Path(folder) / "topics").iterdir()):
                packed.write(file, f"topics/{file.name}")
    return out.getvalue()


def _file(name: str, build, file: str, lang: Lang) -> None:
    st.download_button(
        text.DOWNLOADS[name][lang],
        build,
        file,
        key=f"topics_{name}_file",
        on_click="ignore",
        icon=":material/download:",
    )
