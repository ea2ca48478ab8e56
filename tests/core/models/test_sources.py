"""Models from a hub: a fake one on loopback, with everything that can go wrong on the way."""

from __future__ import annotations

import hashlib
import http.server
import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from huggingface_hub import constants

from core.errors import Trouble
from core.models import Model, check_name, common, load, loading, sources
from core.models.sources import locate

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(http.server.ThreadingHTTPServer):
    """Serves folders as model repositories, in as much of the hub's protocol as a download needs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.repositories: dict[str, Path] = {}
        self.gated: set[str] = set()
        self.asked: list[str] = []
        self.answering = threading.Event()  # cleared: connections are accepted and left waiting
        self.answering.set()
        self.tampered: dict[str, bytes] = {}  # what is sent instead of the file that was promised
        self.cut = 1.0  # share of a body after which the line goes dead
        self.pause = 0.0  # seconds between two pieces of a body
        self.portal = False  # a hotel's network: every question is answered by a page with a login

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answers(http.server.BaseHTTPRequestHandler):
    server: Hub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.answering.wait()
        if self.server.portal:
            return self.answer(200, b"<html><form>Room number?</form></html>", {"Content-Type": "text/html"})
        api = re.fullmatch(r"/api/models/(.+?)(/revision/main|/tree/\w+)?(\?.*)?", self.path)
        resolve = re.fullmatch(r"/(.+)/resolve/\w+/(.+)", self.path)
        found = api or resolve
        folder = self.server.repositories.get(found[1]) if found else None
        if folder is None:
            self.answer(404, b"", {"X-Error-Code": "RepoNotFound"})
        elif api:
            files = [self.described(file) for file in sorted(folder.iterdir())]
            told = files if "/tree/" in self.path else {"id": api[1], "sha": COMMIT, "siblings": files}
            self.answer(200, json.dumps(told).encode(), {"Content-Type": "application/json"})
        elif found and found[1] in self.server.gated:
            self.answer(403, b"", {"X-Error-Code": "GatedRepo"})
        elif found:
            file = folder / found[2]
            body = self.server.tampered.get(file.name, file.read_bytes())
            etag = {"ETag": f'"{hashlib.sha256(file.read_bytes()).hexdigest()}"', "X-Repo-Commit": COMMIT}
            self.answer(200, body, etag)

    @staticmethod
    def described(file: Path) -> dict:
        digest, size = hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_size
        lfs = {"oid": digest, "sha256": digest, "size": size, "pointerSize": 135}
        return {"type": "file", "path": file.name, "rfilename": file.name, "size": size, "oid": "0", "lfs": lfs}

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET" and (self.server.cut == 1.0 or len(body) < 5_000):
            pieces = 10 if self.server.pause else 1
            for at in range(pieces):
                self.wfile.write(body[at * len(body) // pieces : (at + 1) * len(body) // pieces])
                time.sleep(self.server.pause)
        elif self.command == "GET":
            self.wfile.write(body[: int(len(body) * self.server.cut)])
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Tests look at ``asked`` instead."""


@pytest.fixture
def hub(tmp_path, monkeypatch, checkpoint) -> Iterator[Hub]:
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "HF_HUB_ETAG_TIMEOUT", 1)
    server = Hub()
    server.repositories["tiny/bert"] = checkpoint("bert")
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.answering.set()
    server.shutdown()
    thread.join()
    server.server_close()


def code_of(name: str) -> str:
    with pytest.raises(Trouble) as trouble:
        load(name, device="cpu")
    return trouble.value.code


def test_a_hub_model_is_downloaded_once_and_then_needs_no_network(hub):
    first = load("tiny/bert", device="cpu").logits("the cat sat")
    assert any(asked.startswith("GET /tiny/bert/resolve/") for asked in hub.asked)
    hub.asked.clear()
    again = load("tiny/bert", device="cpu")
    assert hub.asked == [] and again.name == "tiny/bert"
    assert (again.logits("the cat sat") == first).all()


def test_a_house_may_do_something_else_while_a_model_comes(hub, monkeypatch):
    """It is asked around a download, and only then; nobody who reads with a model at hand waits for one."""
    coming, served = threading.Event(), []

    @contextmanager
    def meanwhile(name: str) -> Iterator[None]:
        coming.set()
        served.append(common().embed(["others are served"]).shape)
        yield
        served.append(name)

    monkeypatch.setattr(sources, "meanwhile", meanwhile)
    hub.answering.clear()
    found: list[Model] = []
    visitor = threading.Thread(target=lambda: found.append(common("tiny/bert")))
    visitor.start()
    assert coming.wait(10) and common("minilm").name == "minilm"
    hub.answering.set()
    visitor.join(30)
    assert served == [(1, 384), "tiny/bert"] and found[0].name == "tiny/bert"
    assert common("tiny/bert") is found[0] and common().name == "minilm" and len(served) == 2


def test_a_model_that_is_being_read_keeps_nobody_from_ours(checkpoint, monkeypatch):
    reading, go = threading.Event(), threading.Event()
    common()

    def slowly(name: str | Path) -> Model:
        reading.set()
        assert go.wait(10)
        return load(name)

    monkeypatch.setattr(loading, "load", slowly)
    found: list[Model] = []
    visitor = threading.Thread(target=lambda: found.append(common(checkpoint("bert"))))
    visitor.start()
    assert reading.wait(10) and common().name == "minilm" and visitor.is_alive()
    go.set()
    visitor.join(30)
    assert found[0].kind == "encoder"


def test_the_mirror_is_the_one_set_when_asking(hub, monkeypatch):
    """huggingface_hub itself would have frozen HF_ENDPOINT when it was imported."""
    assert hub.url != constants.ENDPOINT
    monkeypatch.setenv("HF_ENDPOINT", hub.url + "/")
    assert (locate("tiny/bert") / "model.safetensors").exists()


def test_offline_is_said_at_once_and_the_cache_still_serves(hub, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert code_of("tiny/bert") == "hub-unreachable" and hub.asked == []
    monkeypatch.delenv("HF_HUB_OFFLINE")
    load("tiny/bert", device="cpu")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert load("tiny/bert", device="cpu").kind == "encoder"


def test_no_network_is_said(hub, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # the discard port: nobody listens
    assert code_of("tiny/bert") == "hub-unreachable"
    monkeypatch.setenv("HF_ENDPOINT", "no-url-at-all")
    assert code_of("tiny/bert") == "hub-unreachable"


def test_a_hub_that_never_answers_is_left(hub):
    hub.answering.clear()
    assert code_of("tiny/bert") == "hub-unreachable"


def test_a_slow_hub_is_waited_for(hub):
    hub.pause = 0.01
    assert load("tiny/bert", device="cpu").kind == "encoder"


def test_half_a_file_is_trouble_and_asking_again_heals(hub, monkeypatch):
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda seconds: None, raising=False)
    hub.cut = 0.5
    assert code_of("tiny/bert") in ("hub-unreachable", "model-damaged", "model-wrong-digest")
    hub.cut = 1.0
    assert load("tiny/bert", device="cpu").kind == "encoder"


def test_a_network_that_wants_a_login_first_is_no_hub(hub):
    hub.portal = True
    assert code_of("tiny/bert") in ("hub-unreachable", "model-not-safetensors")
    hub.portal = False
    assert load("tiny/bert", device="cpu").kind == "encoder"


def test_an_unknown_model_is_said(hub):
    assert code_of("tiny/nobody") == "model-unknown"


def test_a_gated_model_is_said(hub):
    hub.gated.add("tiny/bert")
    assert code_of("tiny/bert") == "model-gated"


def test_a_wrong_digest_is_refused_and_asking_again_heals(hub, checkpoint):
    right = (checkpoint("bert") / "model.safetensors").read_bytes()
    hub.tampered["model.safetensors"] = right[:-1] + bytes([right[-1] ^ 1])
    assert code_of("tiny/bert") == "model-wrong-digest"
    hub.tampered.clear()
    assert load("tiny/bert", device="cpu").digest == hashlib.sha256(right).hexdigest()


def test_pickles_and_code_are_not_even_downloaded(hub, tmp_path, checkpoint):
    folder = tmp_path / "mixed"
    shutil.copytree(checkpoint("bert"), folder)
    for evil in ("pytorch_model.bin", "modeling_evil.py", "training_args.pt"):
        (folder / evil).write_bytes(b"evil")
    hub.repositories["tiny/mixed"] = folder
    load("tiny/mixed", device="cpu")
    assert not any("evil" in asked or ".bin" in asked or ".pt" in asked for asked in hub.asked)

    (folder / "model.safetensors").unlink()
    hub.repositories["tiny/pickled"] = folder
    hub.asked.clear()
    assert code_of("tiny/pickled") == "model-not-safetensors"
    assert not any("resolve" in asked for asked in hub.asked)


def test_what_would_not_fit_is_refused_before_it_is_downloaded(hub, monkeypatch):
    monkeypatch.setattr("psutil.virtual_memory", lambda: type("Memory", (), {"available": 1_000}))
    assert code_of("tiny/bert") == "model-too-large"
    assert not any("resolve" in asked for asked in hub.asked)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a b",
        "org/../secret",
        "..",
        "org/name/more",
        "org//name",
        "org\\name",
        "%2e%2e/etc",
        "C:\\models",
        "name\n",
        "x" * 97,
        "<script>",
        "-rf",
        "名字",
        "a--b",
        "http://evil/x",
        "@evil",
        "name?x=1",
    ],
)
def test_a_malformed_name_touches_neither_network_nor_disk(hub, name):
    assert code_of(name) == "model-name-malformed"
    with pytest.raises(Trouble):
        check_name(name)
    assert hub.asked == [] and not Path(constants.HF_HUB_CACHE).exists()


@pytest.mark.parametrize("name", ["../etc/passwd", "/etc", "~/nothing", "./x"])
def test_a_page_can_tell_a_path_from_a_name(name):
    with pytest.raises(Trouble) as trouble:
        check_name(name)
    assert trouble.value.code == "model-name-malformed"
    with pytest.raises(Trouble) as trouble:
        locate(name)
    assert trouble.value.code == "model-folder-missing"


@pytest.mark.parametrize(
    "name", ["gpt2", "bert-base-uncased", "google/flan-t5-small", "sentence-transformers/all-MiniLM-L6-v2", "a_b/c.d"]
)
def test_good_names_pass(name):
    assert check_name(name) == name
