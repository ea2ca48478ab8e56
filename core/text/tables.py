"""Columns of a .txt, .csv, .jsonl or .parquet: parsed, bounded, never executed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core.errors import Trouble
from core.text.decode import decode

LARGEST = 25_000_000  # bytes of a file
MOST_ROWS = 1_000_000  # a few bytes can stand for a row: two of a .csv, none of a .parquet
MOST_COLUMNS = 1_000  # and for a column: each line of a .jsonl can name another one
MOST_CELLS = 10_000_000
UNPACKED = 4 * LARGEST  # bytes or characters of a parquet file's text, once decompressed

csv.field_size_limit(LARGEST)  # csv's own limit, 131,072 characters, is shorter than a novel

# columns by name, equally long, and how they were read ("utf-8")
Table = tuple[Mapping[str, Sequence[Any]], str]


def read_txt(name: str, data: bytes, wanted: Sequence[str]) -> Table:
    """One column, ``text``: the blocks between blank lines or, where there is no blank line, the lines."""
    text, encoding = decode(name, data)
    lines = [line.strip() for line in text.strip().splitlines()]
    _bound(name, len(lines), 1)
    blocks = [[]] if "" in lines else [[line] for line in lines]
    for line in lines if "" in lines else ():
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return {"text": [" ".join(block) for block in blocks]}, encoding


def read_csv(name: str, data: bytes, wanted: Sequence[str]) -> Table:
    """Separated by commas, semicolons, tabs or bars, whichever the header has most of; the first row names columns."""
    text, encoding = decode(name, data)
    text = text.lstrip("\r\n")
    head = text.partition("\n")[0]
    separator = max(",;\t|", key=head.count)  # Excel writes semicolons in half of Europe, tabs in UTF-16
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            if row and rows and len(row) != len(rows[0]):
                raise csv.Error(f"{len(row)} cells, where the header has {len(rows[0])}")
            if row:
                rows.append(row)
                _bound(name, len(rows), len(rows[0]))
    except csv.Error as error:
        raise _damaged(name, reader.line_num, str(error)) from error
    header, *cells = rows or [[]]
    return {column.strip(): [row[at] for row in cells] for at, column in enumerate(header)}, encoding


def read_jsonl(name: str, data: bytes, wanted: Sequence[str]) -> Table:
    """One JSON object a line; a key that a line lacks is None there."""
    text, encoding = decode(name, data)
    rows: list[dict[str, Any]] = []
    names: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _damaged(name, number, "not JSON") from error
        if not isinstance(row, dict):
            raise _damaged(name, number, "JSON, but not an object with named fields")
        rows.append(row)
        names.update(dict.fromkeys(row))
        _bound(name, len(rows), len(names))
    return {column: [row.get(column) for row in rows] for column in names}, encoding


def read_parquet(name: str, data: bytes, wanted: Sequence[str]) -> Table:
    """The wanted columns; the others are named but empty, so that a wrong name can be answered with the list."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    buffer = pa.BufferReader(data)
    try:
        about = pq.read_metadata(buffer)
        # Only the groups' totals: asking damaged metadata about a single column aborts the whole process.
        size = sum(about.row_group(at).total_byte_size for at in range(about.num_row_groups))
        if about.num_rows > MOST_ROWS or size > UNPACKED:
            raise too_large(name, size)
        _bound(name, about.num_rows, about.num_columns)
        schema = about.schema.to_arrow_schema()
        columns: dict[str, Sequence[Any]] = dict.fromkeys(schema.names, ())
        strings = [
            field.name for field in schema if field.name in wanted and field.type in (pa.string(), pa.large_string())
        ]
        with pq.ParquetFile(buffer, metadata=about, read_dictionary=strings) as file:
            table = file.read(columns=[column for column in wanted if column in columns])
        columns |= {column: _shared(table[column]) for column in table.column_names}
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise _damaged(name, 0, "not a whole parquet file") from error
    size = sum(len(value) for values in columns.values() for value in values if isinstance(value, str))
    if size > UNPACKED:
        raise too_large(name, size)
    return columns, "parquet"


def too_large(name: str, size: int) -> Trouble:
    """What to say of a file that is over the limit, packed or unpacked."""
    return Trouble(
        "file-too-large",
        f"{name} has {size / 1e6:.1f} MB; the limit is {LARGEST / 1e6:.0f} MB, {UNPACKED / 1e6:.0f} MB and"
        f" {MOST_ROWS:,} rows once unpacked. Take a part of it.",
        file=name,
        megabytes=size / 1e6,
        limit=LARGEST / 1e6,
    )


def _bound(name: str, rows: int, columns: int) -> None:
    """Refuse a table before it fills the memory. Raises Trouble ``table-too-large``."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise Trouble(
            "table-too-large",
            f"{name} has {rows:,} rows or more and {columns:,} columns; the most are {MOST_ROWS:,} rows,"
            f" {MOST_COLUMNS:,} columns and {MOST_CELLS:,} cells. Take a part of it.",
            file=name,
            rows=rows,
            columns=columns,
            most_rows=MOST_ROWS,
            most_columns=MOST_COLUMNS,
            most_cells=MOST_CELLS,
        )


def _shared(column: Any) -> list[Any]:
    """Python values, one object for each distinct string: a million rows of one long text cost one text."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        return column.to_pylist()
    values: list[Any] = []
    for chunk in column.chunks:
        words = chunk.dictionary.to_pylist()
        values += [None if at is None else words[at] for at in chunk.indices.to_pylist()]
    return values


def _damaged(name: str, line: int, why: str) -> Trouble:
    where = f"{name}, line {line}" if line else name
    return Trouble("file-damaged", f"{where}: {why}.", file=name, line=line, why=why)


READERS: dict[str, Callable[[str, bytes, Sequence[str]], Table]] = {
    ".txt": read_txt,
    ".csv": read_csv,
    ".jsonl": read_jsonl,
    ".parquet": read_parquet,
}
