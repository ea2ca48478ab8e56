"""Files that nobody should upload, made here as they are needed: nothing large lies in the repository."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.hostile.values import MARKDOWN, SCRIPT


def table(cell: str, rows: int = 60) -> bytes:
    """A small labelled table with one nasty cell in every row."""
    safe = cell.replace('"', '""')
    lines = [f'"{safe} number {n} is {"good" if n % 2 else "bad"} indeed",{"ab"[n % 2]}' for n in range(rows)]
    return ("text,label\n" + "\n".join(lines)).encode("utf-8", "surrogatepass")


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.csv", b"0" * 50_000_000)
    return out.getvalue()


def _parquet(**columns: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def _parquet_bomb() -> bytes:
    import pyarrow as pa

    return _parquet(text=pa.DictionaryArray.from_arrays(pa.array([0] * 20_000), pa.array(["word " * 20_000])))


def _deep() -> bytes:
    return b"\n".join(b'{"text": ' + b"[" * 5_000 + b"]" * 5_000 + b"}" for _ in range(50))


def _keys() -> bytes:
    return b"\n".join(b'{"k%d": 1}' % n for n in range(200_000))


# By name and how to make it; other endings than the uploaders ask for are refused by Streamlit itself.
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("a.csv", bytes),
    "blank": ("a.csv", lambda: b" \n\n \n"),
    "binary named csv": ("a.csv", lambda: bytes(range(256)) * 400),
    "picture named csv": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    "a lone byte": ("a.csv", lambda: b"\xff"),
    "header only": ("a.csv", lambda: b"text,label\n"),
    "no text column": ("a.csv", lambda: b"n,m\n" + b"1,2\n" * 50),
    "no header": ("a.csv", lambda: b"just a line\n" * 50),
    "ragged": ("a.csv", lambda: b"text,label\na,b,c,d\ne\n"),
    "open quote": ("a.csv", lambda: b'text,label\n"' + b"a," * 50_000),
    "one row": ("a.csv", lambda: b"text,label\na,b\n"),
    "one label": ("a.csv", lambda: b"text,label\n" + b"a good film,x\n" * 60),
    "a label for each row": ("a.csv", lambda: b"text,label\n" + b"".join(b"film %d,l%d\n" % (n, n) for n in range(80))),
    "same column twice": ("a.csv", lambda: b"text,text,label\n" + b"a,b,c\n" * 60),
    "ten million commas": ("a.csv", lambda: b"," * 10_000_000),
    "a million columns": ("a.csv", lambda: ",".join(map(str, range(1_000_000))).encode()),
    "five million rows": ("a.csv", lambda: b"text\n" + b"a\n" * 5_000_000),
    "one line of 20 MB": ("a.csv", lambda: b"text,label\n" + b"a" * 20_000_000),
    "a key for each line": ("a.jsonl", _keys),
    "deep json": ("a.jsonl", _deep),
    "json of numbers": ("a.jsonl", lambda: b'{"text": 1, "label": NaN}\n' * 50),
    "surrogates": ("a.jsonl", lambda: (json.dumps({"text": "\ud800 a", "label": "\udfff"}) + "\n").encode() * 60),
    "null text": ("a.jsonl", lambda: b'{"text": null, "label": null}\n' * 50),
    "zip named csv": ("a.csv", _zip),
    "gzip named csv": ("a.csv", lambda: gzip.compress(b"0" * 50_000_000)),
    "gzip named parquet": ("a.parquet", lambda: gzip.compress(b"0" * 50_000_000)),
    "parquet bomb": ("a.parquet", _parquet_bomb),
    "parquet of rows": ("a.parquet", lambda: _parquet(text=["a"] * 1_200_000, label=["b"] * 1_200_000)),
    "parquet of columns": ("a.parquet", lambda: _parquet(**{f"c{n}": ["a"] for n in range(1_500)})),
    "half a parquet": ("a.parquet", lambda: _parquet(text=["a b"] * 99, label=["x"] * 99)[:-40]),
    "nested parquet": ("a.parquet", lambda: _parquet(text=[[["a"]]] * 60, label=[{"x": 1}] * 60)),
    "latin-1": ("a.csv", lambda: "text,label\nélève gêné à Noël,x\n".encode("latin-1") * 50),
    "formulas": ("a.csv", partial(table, "=cmd|' /C calc'!A0")),
    "scripts": ("a.csv", partial(table, SCRIPT)),
    "markdown": ("a.csv", partial(table, MARKDOWN)),
    "control characters": ("a.csv", partial(table, "a\x07b\x1b[31m\u202e\ufeff\u2028")),
    "markup for columns": ("a.csv", lambda: table("a film").replace(b"label", MARKDOWN.encode(), 1)),
    "script for a name": (f"{SCRIPT.replace('/', '')}.csv", partial(table, "a film")),
    "markdown for a name": ("![p](https:evil.example) `x` [a](b).csv", partial(table, "a film")),
    "path for a name": ("../../../etc/passwd.csv", partial(table, "a film")),
}
