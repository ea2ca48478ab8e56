"""The recorded collection is MiniLM's own, and other sentences are read anew."""

from __future__ import annotations

import numpy as np
import pytest

from core.models import load
from core.search import shelf


def test_the_recorded_vectors_are_the_models() -> None:
    index = shelf.indexed()
    some = slice(0, 600, 75)
    read = load("minilm").embed(index.texts[some])
    assert np.abs((index.vectors[some] * read).sum(1) - 1).max() < 1e-6
    assert np.linalg.norm(index.vectors, axis=1) == pytest.approx(np.ones(len(index.texts)), abs=1e-6)
    assert shelf.example() @ load("minilm").embed([shelf.EXAMPLE])[0] == pytest.approx(1, abs=1e-6)


def test_other_sentences_are_read_anew(monkeypatch) -> None:
    monkeypatch.setattr(shelf, "collection", lambda: ("A cat sat.", "The market fell."))
    index = shelf.indexed.__wrapped__()
    assert index.texts == ("A cat sat.", "The market fell.")
    assert index.vectors == pytest.approx(load("minilm").embed(index.texts), abs=1e-6)
