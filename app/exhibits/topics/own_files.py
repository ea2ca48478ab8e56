"""What comes in and goes out: one's own table of texts, the files of a result, a saved result brought back."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.exhibits.topics import own_text as words
from app.house.shared import Shared
from app.house.take import sheet
from app.i18n import Lang
from core.text import Corpus, read_corpus
from core.text.tables import READERS
from core.topics.saved import LARGEST, packed, unpacked
from core.topics.topics import Topics

FILES = ["txt", "csv", "jsonl", "parquet"]
PASTED = 200_000  # characters
NONE = "–"
_columns: Shared[list[str]] = Shared(2**20, lambda columns: sum(map(len, columns)) + 1_000)
_corpora: Shared[Corpus] = Shared(64 * 2**20, lambda corpus: 2 * sum(map(len, corpus.documents)) + 2**10)
_read: Shared[Topics] = Shared(96 * 2**20, lambda topics: topics.nbytes)


def uploaded(lang: Lang) -> Corpus | None:
    """The visitor's file with its columns picked, or the lines that were pasted."""
    file = st.file_uploader(words.UPLOAD[lang], FILES, key="topics_file")
    if file is None:
        pasted = st.text_area(words.OWN[lang], key="topics_pasted", max_chars=PASTED, height=140) or ""
        lines = "\n".join(line for line in pasted[:PASTED].splitlines() if line.strip())
        return read_corpus(("pasted.txt", lines.encode())) if lines else None
    data, name = file.getvalue(), (file.file_id, file.name)
    columns = _columns.get(name, lambda: names(file.name, data))
    if columns == ["text"]:
        return _corpora.get(name, lambda: read_corpus((file.name, data)))
    one, two, three = st.columns(3)
    column = one.selectbox(words.COLUMN[lang], columns, index=columns.index("text") if "text" in columns else 0)
    label = two.selectbox(words.LABEL_COLUMN[lang], [NONE, *columns])
    time = three.selectbox(words.TIME_COLUMN[lang], [NONE, *columns])
    asked = {"text": column, "label": None if label == NONE else label, "time": None if time == NONE else time}
    return _corpora.get((*name, *asked.values()), lambda: read_corpus((file.name, data), **asked))


def names(file: str, data: bytes) -> list[str]:
    """The columns of a table; a .txt has only ``text``. What is no table is left to ``read_corpus`` to refuse."""
    kind = f".{file.rpartition('.')[2].lower()}"
    if kind == ".txt" or kind not in READERS:
        return ["text"]
    found, _ = READERS[kind](file, data, [])
    return list(found) or ["text"]


def saved(lang: Lang) -> Topics | None:
    """A result that was saved under an earlier one, checked before it is shown."""
    file = st.file_uploader(words.SAVED[lang], ["zip"], key="topics_saved", max_upload_size=LARGEST // 2**20)
    if file is None:
        st.info(words.SAVED_NONE[lang])
        return None
    data = file.getvalue()
    topics = _read.get(hashlib.sha256(data).hexdigest(), lambda: unpacked(file.name, data))
    config = topics.config
    settings = f"`min_cluster_size={config.min_cluster_size} n_neighbors={config.n_neighbors} seed={config.seed}`"
    st.caption(words.SAVED_SAYS[lang].format(n=len(topics.documents), settings=settings))
    return topics


def downloads(topics: Topics, labels: Sequence[str] | None, lang: Lang) -> None:
    """Three files, each built on click."""
    with st.container(horizontal=True, gap="small"):
        _file("documents", lambda: parquet(topics, labels), "documents.parquet", lang)
        _file("topics", lambda: csv(topics), "topics.csv", lang)
        _file("model", lambda: packed(topics), "topics.zip", lang)


def parquet(topics: Topics, labels: Sequence[str] | None) -> bytes:
    """Every document with its topic."""
    names = [topics.name(at, 3) for at in range(topics.C)] + [""]
    table = {
        "text": topics.documents,
        "topic": topics.labels,
        "name": [names[at] for at in topics.labels.tolist()],
        "certainty": topics.probabilities,
    }
    frame = pd.DataFrame({**table, **({"label": labels} if labels else {})})
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()


def csv(topics: Topics) -> bytes:
    """Every topic with its words."""
    rows = [
        (at, int(topics.sizes[at]), topics.name(at), " · ".join(word for word, _ in topics.words(at)))
        for at in range(topics.C)
    ]
    return sheet(pd.DataFrame(rows, columns=["topic", "documents", "name", "words"]))


def _file(name: str, build, file: str, lang: Lang) -> None:
    st.download_button(
        words.DOWNLOADS[name][lang],
        build,
        file,
        key=f"topics_{name}_file",
        on_click="ignore",
        icon=":material/download:",
    )
