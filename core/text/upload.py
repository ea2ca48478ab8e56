"""The visitor's own file as a corpus, or a Trouble that says what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from core.errors import Trouble
from core.text.corpus import Corpus
from core.text.dates import read_times
from core.text.tables import LARGEST, READERS, too_large
from core.text.tokenise import language_of


def read_corpus(
    file: str | Path | tuple[str, bytes], *, text: str = "text", label: str | None = None, time: str | None = None
) -> Corpus:
    """Read a .txt, .csv, .jsonl or .parquet of at most 25 MB, given as a path or as (name, bytes).

    ``text``, ``label`` and ``time`` name columns. A .txt has only ``text``: the blocks between blank lines
    or, where there is no blank line, the lines. Rows without text are left out.

    Raises:
        Trouble: ``file-missing``, ``file-type``, ``file-too-large``, ``table-too-large``, ``file-binary``,
            ``file-encoding``, ``file-damaged`` (with the line), ``no-such-column``, ``column-not-text``,
            ``corpus-empty``, ``times-unreadable``, ``times-ambiguous``.
    """
    name, data = _bytes(file)
    kind = Path(name).suffix.lower()
    if kind not in READERS:
        raise Trouble(
            "file-type",
            f"{name} is not one of {', '.join(READERS)}. Save it as one of these.",
            file=name,
            types=tuple(READERS),
        )
    text = "text" if kind == ".txt" else text
    wanted = [column for column in (text, label, time) if column is not None]
    columns, how = READERS[kind](name, data, wanted)
    if columns or data.strip():
        _check_columns(name, wanted, columns)
    texts = columns.get(text, ())
    _check_text(name, text, texts)
    rows = [row for row, document in enumerate(texts) if document and document.strip()]
    if not rows:
        raise Trouble("corpus-empty", f"{name} holds no text.", file=name)
    documents = tuple(texts[row].strip() for row in rows)
    return Corpus(
        name=Path(name).stem,
        documents=documents,
        labels=None if label is None else tuple(_word(columns[label][row]) for row in rows),
        timestamps=None if time is None else read_times([columns[time][row] for row in rows], time),
        language=language_of(" ".join(documents[:1000])),
        source=f"{name}, read as {how}",
        licence="not stated; the file's owner decides",
    )


def _bytes(file: str | Path | tuple[str, bytes]) -> tuple[str, bytes]:
    if isinstance(file, tuple):
        name, data = file
        size = len(data)
    else:
        path = Path(file)
        if not path.is_file():
            raise Trouble("file-missing", f"There is no file {path.name}.", file=path.name)
        name, size = path.name, path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    if size > LARGEST:
        raise too_large(name, size)
    return name, data


def _check_columns(name: str, wanted: Sequence[str], columns: Collection[str]) -> None:
    for column in wanted:
        if column not in columns:
            raise Trouble(
                "no-such-column",
                f"{name} has no column {column!r}; it has {', '.join(map(repr, columns)) or 'none'}.",
                file=name,
                column=column,
                columns=tuple(columns),
            )


def _check_text(name: str, column: str, values: Sequence[Any]) -> None:
    filled = [value for value in values if value not in (None, "")]
    if not all(isinstance(value, str) for value in filled) or (filled and all(map(_is_number, filled))):
        raise Trouble(
            "column-not-text",
            f"Column {column!r} of {name} holds numbers or other things that are not text. Choose another.",
            file=name,
            column=column,
        )


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def _word(value: Any) -> str:
    return "" if value is None else str(value).strip()
