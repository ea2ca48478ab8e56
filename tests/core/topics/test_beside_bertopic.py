"""Topics asked for, beside BERTopic's own functions; importing BERTopic takes longer than all other tests here."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from core.topics.steer import fill, guide
from tests.core.topics.test_topics import pile

pytestmark = pytest.mark.slow
NAMES = ["sea", "music", "court"]


def bertopic(**settings: Any) -> Any:
    """BERTopic whose names have the vectors of their subjects' middles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from bertopic import BERTopic
        from bertopic.backend import BaseEmbedder

        class Middles(BaseEmbedder):
            def embed(self, documents: list[str], verbose: bool = False) -> np.ndarray:
                return middles()[[NAMES.index(each) for each in documents]]

        return BERTopic(embedding_model=Middles(), language="multilingual", **settings)


def middles() -> np.ndarray:
    _, vectors, truth = pile()
    return np.stack([vectors[truth == at].mean(0) for at in (0, 2, 3)])


def test_guided_documents_are_bertopics() -> None:
    _, vectors, _ = pile()
    labels, moved = bertopic(seed_topic_list=[[name] for name in NAMES])._guided_topic_modeling(vectors.copy())
    ours, known = guide(vectors, middles())
    assert known.tolist() == labels and len(set(labels)) == 4
    assert np.abs(ours - moved).max() < 1e-5


@pytest.mark.parametrize("alike", [0.3, 0.7, 0.95])
def test_zero_shot_documents_are_bertopics(alike: float) -> None:
    import pandas as pd

    texts, vectors, _ = pile()
    model = bertopic(zeroshot_topic_list=NAMES, zeroshot_min_similarity=alike)
    frame = pd.DataFrame({"Document": texts, "ID": range(len(texts)), "Topic": None})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        left, _, taken, _ = model._zeroshot_topic_modeling(frame, vectors)
    ours = fill(vectors, middles(), alike)
    assert np.flatnonzero(ours < 0).tolist() == left["Old_ID"].tolist()
    assert ours[ours >= 0].tolist() == taken["Topic"].tolist()
