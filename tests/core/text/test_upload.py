import datetime as dt
import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Trouble
from core.text import Corpus, read_corpus
from core.text.tables import LARGEST


def parquet(**columns: Any) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def jsonl(*rows: Any) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def read(name: str, data: str | bytes, **columns: Any) -> Corpus:
    return read_corpus((name, data.encode() if isinstance(data, str) else data), **columns)


def trouble(name: str, data: str | bytes, **columns: Any) -> Trouble:
    with pytest.raises(Trouble) as caught:
        read(name, data, **columns)
    return caught.value


ROWS = [
    {"body": "A good film.", "stars": 5, "day": "2024-05-31"},
    {"body": "好电影！", "stars": 1, "day": "2024-06-01"},
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "body,stars,day\nA good film.,5,2024-05-31\n好电影！,1,2024-06-01\n".encode()),
        ("a.CSV", '\ufeffbody;stars;day\r\n"A good film.";5;2024-05-31\r\n好电影！;1;2024-06-01\r\n'.encode()),
        ("a.csv", "body\tstars\tday\nA good film.\t5\t2024-05-31\n好电影！\t1\t2024-06-01".encode("utf-16")),
        ("a.csv", "body,stars,day\nA good film.,5,2024-05-31\n好电影！,1,2024-06-01\n".encode("gbk")),
        ("a.jsonl", jsonl(*ROWS)),
        ("a.parquet", parquet(**{key: [row[key] for row in ROWS] for key in ROWS[0]})),
    ],
)
def test_the_same_rows_from_every_kind_of_file(name: str, data: bytes, tmp_path: Path):
    corpus = read(name, data, text="body", label="stars", time="day")
    assert corpus.documents == ("A good film.", "好电影！")
    assert corpus.labels == ("5", "1")
    assert corpus.timestamps == (dt.datetime(2024, 5, 31), dt.datetime(2024, 6, 1))
    assert corpus.name == "a"
    (tmp_path / name).write_bytes(data)
    assert read_corpus(tmp_path / name, text="body", label="stars", time="day") == corpus


def test_the_encoding_is_told():
    assert read("a.txt", "我喜欢猫。".encode("gb18030")).source == "a.txt, read as gb18030"
    assert read("a.txt", "我喜欢猫。").source == "a.txt, read as utf-8"


def test_txt_is_lines_or_blocks():
    assert read("a.txt", "one\ntwo\n").documents == ("one", "two")
    assert read("a.txt", "one\nmore\r\n\r\n\n two\n").documents == ("one more", "two")


def test_rows_without_text_go_with_their_label_and_time():
    corpus = read("a.csv", "text,l\n a ,1\n,2\n  ,3\nb,\n", label="l")
    assert corpus.documents == ("a", "b") and corpus.labels == ("1", "")
    corpus = read("a.jsonl", jsonl({"text": "a"}, {"other": 1}, {"text": None}, {"text": "b", "l": "x"}), label="l")
    assert corpus.documents == ("a", "b") and corpus.labels == ("", "x")


def test_quoted_cells_hold_commas_and_lines():
    assert read("a.csv", 'text,n\n"one, ""two""\nthree",1\n').documents == ('one, "two"\nthree',)


def test_a_cell_as_long_as_a_novel():
    assert len(read("a.csv", "text\n" + "word " * 100_000).documents[0]) == 499_999


def test_language_follows_the_script():
    assert read("a.txt", "我喜欢猫。").language == "zh"
    assert read("a.txt", "I like cats.").language == "en"


def test_markup_and_formulas_stay_text():
    nasty = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202e {{x}} __import__('os')"
    assert read("a.csv", f'text\n"{nasty}"\n').documents == (nasty,)


@given(st.sampled_from(["a.txt", "a.csv", "a.jsonl", "a.parquet"]), st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_corpus_or_a_trouble(name: str, data: bytes):
    with suppress(Trouble):
        assert read(name, data).documents


def test_a_parquet_with_flipped_bytes_gives_a_corpus_or_a_trouble():
    whole = parquet(text=["hello world", "好的"] * 50, n=[1, 2] * 50)
    dice = np.random.default_rng(0)
    for at, byte in zip(dice.integers(len(whole), size=500), dice.bytes(500), strict=True):
        with suppress(Trouble):
            assert read("a.parquet", whole[:at] + bytes([byte]) + whole[at + 1 :], label="n").documents


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"PK", "file-type"),
        ("noextension", b"x", "file-type"),
        ("a.csv", b"PK\x03\x04\x00\x00", "file-binary"),
        ("a.txt", b"\x7fELF\x00", "file-binary"),
        ("a.txt", "Les élèves étaient très gênés à Noël".encode("latin-1"), "file-encoding"),
        ("a.txt", "我們喜歡自然語言處理".encode("big5"), "file-encoding"),
        ("a.txt", b"\xff\xfe\x00", "file-encoding"),
        ("a.parquet", b"PAR1 and nothing more", "file-damaged"),
        ("a.parquet", b"", "file-damaged"),
        ("a.csv", 'text\n"open', "file-damaged"),
        ("a.csv", "text,b\n1,2,3\n", "file-damaged"),
        ("a.jsonl", '{"text": "a"}\n{"text": ', "file-damaged"),
        ("a.jsonl", "[1]", "file-damaged"),
        ("a.jsonl", "[" * 100_000, "file-damaged"),
        ("a.jsonl", '{"text": ' + "9" * 5000 + "}", "file-damaged"),
        ("a.txt", "", "corpus-empty"),
        ("a.txt", " \n\n ", "corpus-empty"),
        ("a.csv", "", "corpus-empty"),
        ("a.csv", "text\n \n", "corpus-empty"),
        ("a.jsonl", "", "corpus-empty"),
        ("a.csv", "body,n\nx,1\n", "no-such-column"),
        ("a.jsonl", '{"body": "x"}', "no-such-column"),
        ("a.parquet", parquet(body=["x"]), "no-such-column"),
        ("a.csv", "text\n1\n2.5\n", "column-not-text"),
        ("a.jsonl", '{"text": ["x"]}', "column-not-text"),
        ("a.parquet", parquet(text=[1, 2]), "column-not-text"),
    ],
)
def test_bad_files_get_a_code(name: str, data: str | bytes, code: str):
    assert trouble(name, data).code == code


def test_the_line_that_is_broken_is_named():
    assert trouble("a.jsonl", '{"text": "a"}\n\n{text}\n').facts["line"] == 3
    assert trouble("a.csv", "text,b\na,1\nb,2,3\n").facts["line"] == 3


def test_the_columns_there_are_are_listed():
    found = trouble("a.csv", "body,stars\nx,1\n", text="Body")
    assert found.facts["column"] == "Body" and found.facts["columns"] == ("body", "stars")
    assert "'body', 'stars'" in str(found)
    assert trouble("a.txt", "x", label="stars").code == "no-such-column"


def test_too_large_is_refused_before_it_is_read(tmp_path: Path):
    assert trouble("a.txt", b"a" * (LARGEST + 1)).code == "file-too-large"
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Trouble, match=r"25\.0 MB; the limit is 25 MB") as caught:
        read_corpus(tmp_path / "a.txt")
    assert caught.value.code == "file-too-large"


def test_a_small_parquet_that_unpacks_to_gigabytes_is_refused():
    data = parquet(text=pa.DictionaryArray.from_arrays(pa.array([0] * 20_000), pa.array(["word " * 20_000])))
    assert len(data) < 1_000_000
    assert trouble("a.parquet", data).code == "file-too-large"
    assert trouble("a.parquet", parquet(text=pa.nulls(1_000_001, pa.string()))).code == "file-too-large"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"a\n" * 1_000_001),
        ("a.csv", b"," * 10_000_000),
        ("a.csv", b"text\n" + b"a\n" * 1_000_001),
        ("a.jsonl", b"\n".join(b'{"k%d": 1}' % n for n in range(5_000))),
        ("a.parquet", parquet(**{f"c{n}": ["a"] for n in range(1_001)})),
    ],
    ids=["lines", "commas", "rows", "keys", "columns"],
)
def test_a_table_that_would_fill_the_memory_is_refused(name: str, data: bytes):
    assert trouble(name, data).code == "table-too-large"


def test_a_path_that_is_not_a_file(tmp_path: Path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(Trouble) as caught:
            read_corpus(path)
        assert caught.value.code == "file-missing"
        assert str(tmp_path.parent) not in str(caught.value)


def times(*values: Any) -> tuple[dt.datetime, ...] | None:
    return read("a.jsonl", jsonl(*({"text": "x", "t": value} for value in values)), time="t").timestamps


@pytest.mark.parametrize(
    ("values", "first"),
    [
        (["2024-05-31", "2024-06-01T12:00"], dt.datetime(2024, 5, 31)),
        (["20240531"], dt.datetime(2024, 5, 31)),
        (["2024-05-31T08:00:00+08:00", "2024-05-31T00:00:00Z"], dt.datetime(2024, 5, 31)),
        (["2024/5/31", "2024/6/1 08:30"], dt.datetime(2024, 5, 31)),
        (["2024年5月31日"], dt.datetime(2024, 5, 31)),
        (["2024-05", "2023-12"], dt.datetime(2024, 5, 1)),
        ([2024, 2023], dt.datetime(2024, 1, 1)),
        ([1717113600, 1717113601], dt.datetime(2024, 5, 31)),
        ([1717113600000], dt.datetime(2024, 5, 31)),
        (["31 May 2024", "1 June 2024"], dt.datetime(2024, 5, 31)),
        (["5/31/2024", "6/1/2024"], dt.datetime(2024, 5, 31)),
        (["31/5/2024", "1/6/2024"], dt.datetime(2024, 5, 31)),
        (["31.5.2024"], dt.datetime(2024, 5, 31)),
        (["5/5/2024"], dt.datetime(2024, 5, 5)),
    ],
)
def test_times_in_the_forms_people_write(values: list[Any], first: dt.datetime):
    found = times(*values)
    assert found is not None and found[0] == first and len(found) == len(values)


def test_times_of_a_parquet_keep_their_type():
    data = parquet(text=["x", "y"], t=[dt.datetime(2024, 5, 31, 8), dt.datetime(2024, 6, 1)])
    assert read("a.parquet", data, time="t").timestamps == (dt.datetime(2024, 5, 31, 8), dt.datetime(2024, 6, 1))


def test_unreadable_times_are_counted():
    data = jsonl(*({"text": "x", "t": t} for t in ["2024-05-31", "soon", None, "2024-06-01", "2024-13-01"]))
    found = trouble("a.jsonl", data, time="t")
    assert found.code == "times-unreadable"
    assert (found.facts["unreadable"], found.facts["rows"], found.facts["example"]) == (3, 5, "soon")


def test_day_or_month_first_is_not_guessed():
    data = jsonl({"text": "x", "t": "5/6/2024"}, {"text": "y", "t": "7/8/2024"})
    assert trouble("a.jsonl", data, time="t").code == "times-ambiguous"
