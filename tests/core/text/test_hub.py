"""Hub data sets, from a hub of our own on the loopback: what it answers is written here."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from core.errors import Trouble
from core.text import load_corpus

SHA = "0123456789abcdef0123456789abcdef01234567"
CARD = """---
license: cc-by-4.0
configs:
- config_name: default
  data_files:
  - split: train
    path: {path}
{classes}---
"""
CLASSES = """dataset_info:
  features:
  - name: text
    dtype: string
  - name: label
    dtype:
      class_label:
        names:
          '0': bad
          '1': good
"""
ROWS = b"text,label\nA good film.,1\n ,0\nDull.,0\nFine.,1\n"
TREES = "\n".join(
    json.dumps(dict(zip(("tokens", "upos", "feats", "head", "deprel", "text"), row, strict=True)))
    for row in (
        (
            ["He", "can't", "ca", "n't", "."],
            ["PRON", "_", "AUX", "PART", "PUNCT"],
            ["{'Case': 'Nom', 'Number': None}", "None", "Tense=Pres|Mood=Ind", "_", "None"],
            ["2", "None", "0", "2", "2"],
            ["nsubj", "_", "root", "advmod", "punct"],
            "He can't.",
        ),
        (["Go", "!"], ["VERB", "PUNCT"], ["None", "None"], ["0", "1"], ["root", "punct"], "Go!"),
    )
)
SETS = {
    "lab/films": {"README.md": CARD.format(path="train.csv", classes=CLASSES).encode(), "train.csv": ROWS},
    "lab/empty": {"README.md": CARD.format(path="train.csv", classes="").encode(), "train.csv": b'text\n" "\n'},
    "lab/void": {"README.md": CARD.format(path="train.csv", classes="").encode(), "train.csv": b"text\n"},
    "lab/torn": {"README.md": CARD.format(path="train.jsonl", classes="").encode(), "train.jsonl": b'{"text": '},
    "lab/spy": {"train.csv": ROWS},  # its card, which points out of the set, is written by the test
    "lab/trees": {
        "README.md": CARD.format(path="test.jsonl", classes="").replace("train", "test").encode(),
        "test.jsonl": TREES.encode(),
    },
    "lab/code": {"README.md": b"---\nlicense: mit\n---\n", "code.py": b"raise SystemExit(3)\n"},
}


class Hub(BaseHTTPRequestHandler):
    seen: ClassVar[list[str]] = []

    def log_message(self, format: str, *args: Any) -> None:
        self.seen.append(self.path)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].strip("/").removeprefix("api/").split("/")
        name, rest = "/".join(path[1:3]), path[3:]
        if name not in SETS:
            self._answer(404, b"{}", **{"X-Error-Code": "RepoNotFound"})
        elif rest[:1] == ["resolve"]:
            self._file(SETS[name].get("/".join(rest[2:])))
        elif rest[:1] == ["tree"]:
            self._json([_entry(file, data) for file, data in SETS[name].items()])
        else:
            card = {"license": "cc-by-4.0"}
            self._json({"id": name, "sha": SHA, "cardData": card, "siblings": [{"rfilename": f} for f in SETS[name]]})

    do_HEAD = do_GET

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
        name = "/".join(self.path.strip("/").split("/")[2:4])
        self._json([_entry(file, data) for file, data in SETS[name].items() if file in asked])

    def _file(self, data: bytes | None) -> None:
        if data is None:
            self._answer(404, b"", **{"X-Error-Code": "EntryNotFound"})
            return
        about = {"ETag": f'"{hash(data):x}"', "X-Repo-Commit": SHA, "Accept-Ranges": "bytes"}
        span = self.headers.get("Range", "").removeprefix("bytes=")
        if span:
            start, _, end = span.partition("-")
            last = min(int(end or len(data)), len(data) - 1)
            whole = f"bytes {start}-{last}/{len(data)}"
            self._answer(206, data[int(start) : last + 1], **about, **{"Content-Range": whole})
        else:
            self._answer(200, data, **about)

    def _json(self, content: Any) -> None:
        self._answer(200, json.dumps(content).encode(), **{"Content-Type": "application/json"})

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _entry(file: str, data: bytes) -> dict[str, Any]:
    return {"type": "file", "path": file, "size": len(data), "oid": "0"}


@pytest.fixture(scope="module")
def hub() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


CHILD = """
import json, sys
from core.errors import Trouble
from core.text import load_corpus
answers = []
for name, columns in json.loads(sys.argv[1]):
    try:
        corpus = load_corpus(name, **columns)
        answers.append([*map(list, (corpus.documents, corpus.labels or ())), corpus.source, corpus.licence])
    except Trouble as trouble:
        answers.append([trouble.code, trouble.facts, str(trouble)])
print(json.dumps(answers))
"""


def ask(endpoint: str, home: Path, *questions: Any, program: str = CHILD, **environment: str) -> list[Any]:
    """Load in a process of its own: the hub's address is read when its library is imported."""
    there = {"HF_ENDPOINT": endpoint, "HF_HOME": str(home), "NO_PROXY": "127.0.0.1", **environment}
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(questions)],
        env={**os.environ, **there},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_from_the_hub(hub: str, tmp_path: Path):
    (tmp_path / "lab" / "films").mkdir(parents=True)  # a folder of that name must not be taken instead
    (tmp_path / "lab" / "films" / "train.csv").write_text("text\nnot from the hub\n")
    (tmp_path / "secret.csv").write_text("text\nof this machine\n")
    SETS["lab/spy"]["README.md"] = CARD.format(path=tmp_path / "secret.csv", classes="").encode()
    plain, labelled, one, column, empty, void, torn, spy, code, unknown = ask(
        hub,
        tmp_path,
        ("lab/films", {}),
        ("lab/films", {"label": "label"}),
        ("lab/films", {"limit": 1}),
        ("lab/films", {"text": "body"}),
        ("lab/empty", {}),
        ("lab/void", {}),
        ("lab/torn", {}),
        ("lab/spy", {}),
        ("lab/code", {}),
        ("lab/unknown", {}),
    )
    assert plain[:2] == [["A good film.", "Dull.", "Fine."], []]
    assert plain[2] == f"hub data set lab/films, revision {SHA}, split train, first 3 texts"
    assert plain[3] == "cc-by-4.0 (as its card on the hub says)"
    assert labelled[1] == ["good", "bad", "good"]
    assert one[0] == ["A good film."]
    assert column[:2] == ["no-such-column", {"file": "lab/films", "column": "body", "columns": ["text", "label"]}]
    assert empty[0] == void[0] == "corpus-empty"
    assert torn[0] == "dataset-unreadable"
    assert spy[0] == "dataset-unreadable"
    assert code[0] == "dataset-unreadable"
    assert str(tmp_path) not in str((torn, spy, code))
    assert unknown[:2] == ["dataset-unknown", {"name": "lab/unknown"}]


TREEBANKS = """
import json, sys
from core.errors import Trouble
from core.probes.treebank import load
answers = []
for name in json.loads(sys.argv[1]):
    try:
        bank = load(name)
        rows = [[each.words, each.upos, each.heads, dict(each.features[0])] for each in bank.sentences]
        answers.append([bank.name, bank.licence, bank.shared, rows])
    except Trouble as trouble:
        answers.append(trouble.code)
print(json.dumps(answers))
"""


def test_a_treebank_of_the_hub(hub: str, tmp_path: Path):
    bank, named, split, films, nobody = ask(
        hub,
        tmp_path,
        "lab/trees",
        "lab/trees:default:test",
        "lab/trees::dev",
        "lab/films::train",
        "lab/x",
        program=TREEBANKS,
    )
    assert bank[:3] == ["lab/trees", "cc-by-4.0 (as its card on the hub says)", False]
    assert (
        bank[3]
        == named[3]
        == [
            [["He", "ca", "n't", "."], ["PRON", "AUX", "PART", "PUNCT"], [2, 0, 2, 2], {"Case": "Nom"}],
            [["Go", "!"], ["VERB", "PUNCT"], [0, 1], {}],
        ]
    )
    assert (split, films, nobody) == ("dataset-unreadable", "no-such-column", "dataset-unknown")


def test_without_a_network(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: every call is refused
        (refused,) = ask(f"http://127.0.0.1:{taken.getsockname()[1]}", tmp_path, ("lab/films", {}))
    (offline,) = ask("http://127.0.0.1:9", tmp_path, ("lab/films", {}), HF_HUB_OFFLINE="1")
    for answer in (refused, offline):
        assert answer[:2] == ["no-network", {"name": "lab/films"}]


@pytest.mark.parametrize(
    "name",
    ["", "wikipedia", "../etc", "a/../b", "/etc/passwd", "a/b/c", "http://x/y", "json", "a b/c", "我/你", "x" * 500],
)
def test_names_are_checked_before_anybody_is_asked(name: str):
    with pytest.raises(Trouble) as caught:
        load_corpus(name)
    assert caught.value.code == "corpus-name" and len(str(caught.value)) < 250
