"""How the recorded runs are made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from jaxtyping import Float, Int

from core.models import load
from core.provenance import stamp
from core.text import load_corpus
from core.topics.bags import cut
from core.topics.coherence import coherence, diversity
from core.topics.config import Config
from core.topics.discover import discover, flat
from core.topics.flatten import SETTLED, flatten, weave
from core.topics.group import group
from core.topics.neighbours import nearest
from core.topics.recorded import (
    DISTANCES,
    EXCERPT,
    NEIGHBORS,
    SEEDS,
    Beside,
    Maps,
    N,
    Sample,
    Score,
    keep,
)
from core.topics.rivals import lda, nmf, top2vec
from core.topics.stability import adjusted_rand, mutual_information
from core.topics.topics import Topics

TOP = 10  # words of a topic that are measured


def record(vectors: Path | None = None) -> None:
    """Embed (or read MiniLM's vectors of the whole corpus from a file), discover, measure, keep."""
    model, corpus = load("minilm"), load_corpus("wikipedia-sample")
    rows = np.sort(np.random.default_rng(0).choice(len(corpus.documents), N, replace=False))
    documents = [corpus.documents[row] for row in rows]
    assert corpus.labels is not None  # the titles of the articles
    titles = tuple(corpus.labels[row] for row in rows)
    read = np.load(vectors)[rows] if vectors else model.embed(documents)
    read = read.astype(np.float16).astype(np.float32)  # as they will lie on disk
    began = time.perf_counter()
    topics = discover(documents, Config(), embeddings=read, drawn=True)
    took = time.perf_counter() - began
    short = tuple(document[:EXCERPT] for document in documents)
    light = replace(topics, documents=short, vectors=read.astype(np.float16))
    facts = {"model": model.name, "digest": model.digest, "source": corpus.source, "licence": corpus.licence}
    near = nearest(read, max(NEIGHBORS))[0].astype(np.int16)
    keep("wikipedia", Sample(light, titles, rows, near, **facts, **stamp("core.topics.discover")))
    keep("maps", variants(read))
    keep("beside", compared(topics, titles, took))


def variants(vectors: Float[np.ndarray, "N W"]) -> Maps:
    """UMAP over a grid of its two sliders."""
    spaces, planes = [], []
    for neighbors in NEIGHBORS:
        graph = weave(*nearest(vectors, neighbors))
        spaces.append(flatten(vectors, graph, Config.D, min_dist=0.0, layouts=Config.layouts, settled=SETTLED))
        planes.append([flatten(vectors, graph, 2, min_dist=d) for d in DISTANCES])
    return Maps(np.stack(spaces), np.array(planes, np.float32))


def compared(topics: Topics, titles: Sequence[str], took: float) -> Beside:
    """Ours, the same without UMAP, and the rivals with as many topics, all measured alike."""
    texts = [cut(document) for document in topics.documents]
    labels, words, seconds = {}, {}, {}

    def enter(name: str, label: Int[np.ndarray, " N"], best: Sequence[Sequence[str]], began: float) -> None:
        labels[name], words[name] = label, tuple(map(tuple, best))
        seconds[name] = time.perf_counter() - began

    def ours(name: str, config: Config) -> None:
        began = time.perf_counter()
        other = topics.relabelled(group(flat(topics.vectors, config), config).labels)
        enter(name, other.labels, best_words(other), began)

    enter("ours", topics.labels, best_words(topics), time.perf_counter() - took)
    ours("pca", Config(reduction="pca"))
    ours("none", Config(reduction="none"))
    ours("kmeans", Config(clusters=topics.C))
    began = time.perf_counter()
    found = lda(topics.bags, topics.C)
    enter("lda", found.labels, found.words, began)
    began = time.perf_counter()
    found = nmf(topics.bags, topics.C)
    enter("nmf", found.labels, found.words, began)
    began = time.perf_counter()
    common = np.flatnonzero(np.bincount(topics.bags.words) >= 10)  # words of ten paragraphs or more
    vocab = [topics.bags.vocab[at] for at in common]
    found = top2vec(topics.labels, topics.vectors, vocab, load("minilm").embed(vocab))
    enter("top2vec", found.labels, found.words, began)
    scores = {name: score(labels[name], words[name], titles, texts, seconds[name]) for name in labels}
    seeds = [discover_labels(topics, seed) for seed in range(SEEDS)]
    return Beside(scores, labels, words, np.array(seeds), **stamp("core.topics.discover"))


def best_words(topics: Topics, k: int = TOP) -> list[tuple[str, ...]]:
    return [tuple(word for word, _ in topics.words(topic, k)) for topic in range(topics.C)]


def discover_labels(topics: Topics, seed: int) -> Int[np.ndarray, " N"]:
    config = replace(topics.config, seed=seed)
    return group(flat(topics.vectors, config), config).labels


def score(
    labels: Int[np.ndarray, " N"],
    words: Sequence[Sequence[str]],
    titles: Sequence[str],
    texts: Sequence[Sequence[str]],
    seconds: float,
) -> Score:
    """All measures of one way."""
    _, truth = np.unique(titles, return_inverse=True)
    return Score(
        topics=len(words),
        outliers=float((labels < 0).mean()),
        nmi=mutual_information(labels, truth),
        ari=adjusted_rand(labels, truth),
        c_npmi=float(np.mean(coherence(words, texts, "c_npmi"))) if words else 0.0,
        c_v=float(np.mean(coherence(words, texts, "c_v"))) if words else 0.0,
        diversity=diversity(words),
        seconds=seconds,
    )
