"""A result as a file: read again as it was, and refused with a reason where somebody changed it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from core import store
from core.errors import Trouble
from core.topics import Config, Topics, discover
from core.topics.saved import FILES, packed, unpacked
from tests.core.topics.test_topics import CONFIG, pile


@pytest.fixture(scope="module")
def found() -> Topics:
    texts, vectors, _ = pile()
    return discover(texts, CONFIG, embeddings=vectors).rename({0: "the first"})


def test_what_is_packed_is_unpacked(found: Topics) -> None:
    again = unpacked("a.zip", packed(found))
    assert again.config == found.config and again.documents == found.documents and again.titles == found.titles
    assert np.array_equal(again.labels, found.labels) and np.array_equal(again.plane, found.plane)
    assert again.words(1) == found.words(1) and np.abs(again.vectors - found.vectors).max() < 0.01
    assert packed(found) == packed(found)


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


NO_RESULTS: dict[str, Callable[[], bytes]] = {
    "nothing": bytes,
    "noise": lambda: bytes(range(256)) * 9,
    "another zip": lambda: zipped({"a.csv": b"text\n"}),
    "empty parts": lambda: zipped(dict.fromkeys(FILES, b"")),
    "a number": lambda: _zip(7),
    "other settings": lambda: _zip(Config()),
}


def _zip(value: object) -> bytes:
    return zipped(dict(zip(FILES, store.pack(value), strict=True)))


@pytest.mark.parametrize("data", NO_RESULTS.values(), ids=NO_RESULTS)
def test_other_files_are_refused(data: Callable[[], bytes]) -> None:
    with pytest.raises(Trouble) as caught:
        unpacked("bad.zip", data())
    assert caught.value.code == "topics-file" and "bad.zip" in str(caught.value)


KEY = "core.topics.topics:Topics"
CHANGES: dict[str, Callable[[dict[str, Any], dict[str, np.ndarray]], object]] = {
    "labels too short": lambda t, a: a.update({"value.labels": a["value.labels"][1:]}),
    "labels with a gap": lambda t, a: a.update({"value.labels": np.where(a["value.labels"] == 1, 9, 0)}),
    "labels of the wrong kind": lambda t, a: a.update({"value.labels": a["value.labels"].astype(float)}),
    "no number": lambda t, a: a["value.vectors"].fill(np.nan),
    "no plane": lambda t, a: t.update(drawn=None),
    "a plane of three": lambda t, a: a.update({"value.drawn": np.zeros((len(a["value.drawn"]), 3))}),
    "few documents": lambda t, a: t.update(documents=t["documents"][:3]),
    "documents of numbers": lambda t, a: t.update(documents=list(range(len(t["documents"])))),
    "markup in a word": lambda t, a: _words(t).__setitem__(0, "<b>x"),
    "a word that is not there": lambda t, a: _words(t).pop(),
    "counts of others": lambda t, a: a.update({"value.bags.starts": a["value.bags.starts"][:-1]}),
    "markup in a title": lambda t, a: t.update(titles={"mapping": {"0": "<script>"}}),
    "a title of nobody": lambda t, a: t.update(titles={"mapping": {"99": "x"}}),
    "a setting as text": lambda t, a: t["config"]["core.topics.config:Config"].update(min_cluster_size="10"),
    "a huge setting": lambda t, a: t["config"]["core.topics.config:Config"].update(n_neighbors=10**9),
    "a setting that is none": lambda t, a: t["config"]["core.topics.config:Config"].update(evil=1),
    "another class": lambda t, a: t.update(config={"core.topics.config:Gibbs": {}}),
}


def _words(tree: dict[str, Any]) -> list[str]:
    return tree["bags"]["core.topics.bags:Bags"]["vocab"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changed_results_are_refused(found: Topics, change: Callable[..., object]) -> None:
    text, numbers = store.pack(replace(found, drawn=found.plane))
    whole, arrays = json.loads(text), {k: v.copy() for k, v in safetensors.numpy.load(numbers).items()}
    change(whole["value"][KEY], arrays)
    numbers = safetensors.numpy.save(arrays)
    whole["arrays"] = hashlib.sha256(numbers).hexdigest()
    with pytest.raises(Trouble, match=r"Choose the \.zip"):
        unpacked("bad.zip", zipped(dict(zip(FILES, (json.dumps(whole).encode(), numbers), strict=True))))


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FILES[0], b"{}")
        archive.writestr(FILES[1], b"0" * 300_000_000)
    with pytest.raises(Trouble, match="unpacked it has more"):
        unpacked("bomb.zip", out.getvalue())
