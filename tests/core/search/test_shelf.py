"""The recorded collection is MiniLM's own, and other sentences are read anew."""

from __future__ import annotations

import numpy as np
import pytest

from core.models import load
from core.search import shelf


@pytest.mark.parametrize(("name", "model"), [("news", "minilm"), ("notes", "zh-char")])
def test_the_recorded_vectors_are_the_models(name, model) -> None:
    index = shelf.indexed(name)
    some = slice(0, 600, 1 + len(index.texts) // 8)
    assert index.model == model
    assert np.abs((index.vectors[some] * shelf.read(index.texts[some], model)).sum(1) - 1).max() < 1e-6
    assert np.linalg.norm(index.vectors, axis=1) == pytest.approx(np.ones(len(index.texts)), abs=1e-6)
    assert shelf.example(name) @ shelf.read([shelf.EXAMPLES[name]], model)[0] == pytest.approx(1, abs=1e-6)


def test_other_sentences_are_read_anew(monkeypatch) -> None:
    monkeypatch.setattr(shelf, "collection", lambda name: ("A cat sat.", "The market fell."))
    index = shelf.indexed.__wrapped__()
    assert index.texts == ("A cat sat.", "The market fell.")
    assert index.vectors == pytest.approx(load("minilm").embed(index.texts), abs=1e-6)
