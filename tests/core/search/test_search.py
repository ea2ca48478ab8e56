"""Search, groups and keywords: by hand on small vectors, by brute force on larger ones, and with the real MiniLM."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Trouble
from core.models import load
from core.search import Cost, Index, build, communities, diverse, keywords, measure, paraphrases

TEXTS = (
    "A man is playing the guitar.",
    "The stock market fell sharply today.",
    "Someone plays an instrument.",
    "Rain is expected tomorrow.",
    "Share prices dropped this afternoon.",
)


def sphere(N: int, D: int = 7, seed: int = 0) -> np.ndarray:
    x = np.random.default_rng(seed).standard_normal((N, D))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def test_meaning_finds_what_shares_no_word() -> None:
    index = build([*TEXTS, TEXTS[0], "  "])
    assert index.texts == TEXTS
    hits = index.query("Stocks went down.", 2)
    assert {hit.at for hit in hits} == {1, 4} and hits[0].score > hits[1].score
    assert index.query(TEXTS[3], 1)[0].score == pytest.approx(1, abs=1e-5)
    assert len(index.query("anything", 99)) == 5
    with pytest.raises(Trouble, match="nothing"):
        index.query("  ")
    with pytest.raises(Trouble, match="no text"):
        build([" "])


def test_nearest_is_a_sorted_matrix_product() -> None:
    vectors = sphere(503)
    index = Index(tuple(map(str, range(503))), vectors, "none")
    hits = index.nearest(vectors[11], 13)
    assert [hit.at for hit in hits] == np.argsort(-(vectors @ vectors[11]))[:13].tolist()


def test_paraphrases_are_the_best_of_all_pairs() -> None:
    vectors = sphere(61)
    cosines = vectors @ vectors.T
    pairs = sorted(((cosines[i, j], i, j) for i in range(61) for j in range(i + 1, 61)), reverse=True)[:9]
    assert [pair[1:] for pair in paraphrases(vectors, 9, chunk=7)] == [(i, j) for _, i, j in pairs]


def test_communities_by_hand() -> None:
    angles = np.array([0, 5, 10, 90, 95, 100, 105, 200])  # degrees
    vectors = np.stack([np.cos(np.radians(angles)), np.sin(np.radians(angles))], axis=1)
    groups = communities(vectors, threshold=np.cos(np.radians(10.1)), smallest=3)
    assert [sorted(group) for group in groups] == [[3, 4, 5, 6], [0, 1, 2]]
    assert communities(vectors, threshold=0.9999, smallest=2) == ()


def test_diversity_by_hand() -> None:
    target = np.array([1.0, 0.0])
    angles = np.radians([10, 12, -40])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    assert diverse(target, vectors, 2, 0.0) == (0, 1)  # only closeness
    assert diverse(target, vectors, 2, 0.7) == (0, 2)  # 12° says nothing new
    assert diverse(target, vectors, 9, 0.5)[:1] == (0,) and len(diverse(target, vectors, 9, 0.5)) == 3


def test_keywords_of_both_languages() -> None:
    model = load()
    found = [
        word for word, _ in keywords("The telescope shows the craters of the moon and the moon's shadow.", model.embed)
    ]
    assert {"telescope", "moon's"} & set(found) and "the" not in found[:3] and len(found) == 5
    assert all(len(word) >= 2 for word, _ in keywords("天文学家用望远镜观察月亮上的环形山。", model.embed, 3))
    assert keywords("…", model.embed) == ()
    spoken = [word for word, _ in keywords("The fire is near the city and the river.", model.embed, 9)]
    assert set(spoken) == {"fire", "city", "river"}  # "near" is a stop word too
    assert keywords("and the", model.embed)  # where there are no others


def test_cost_by_hand() -> None:
    cost = Cost(sentence=0.01, pair=0.02, cosine=1e-9)
    assert cost.together(10_000) == pytest.approx(0.02 * 49_995_000)  # 49,995,000 pairs: 11.6 days
    assert cost.apart(10_000) == pytest.approx(100 + 0.049995)


def test_cost_is_measured_with_the_model() -> None:
    cost = measure(load(), TEXTS, rounds=1)
    assert 0 < cost.cosine < cost.sentence and cost.pair > 0
