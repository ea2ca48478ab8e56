"""Embed, flatten, group, name: four steps, each a function that can be swapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_matrix

from core.errors import Trouble
from core.runtime import OnStep, Step, quiet, within
from core.topics.bags import checked, count_words
from core.topics.config import OUTLIER, Config, Reading
from core.topics.flatten import SETTLED, flatten, weave
from core.topics.group import Groups, by_size, group
from core.topics.neighbours import nearest
from core.topics.steer import fill, guide, supervise
from core.topics.topics import Topics

FEWEST = 12  # documents; with fewer there is nothing to group
MOST = 50_000
KNIT, LAID = 0.35, 0.8  # of grouping: the graph is knit; the points are laid out
READ: dict[Reading, float] = {"meaning": 0.8, "words": 0.25}  # of the time has passed when the documents are read …
ARRANGED = 0.97  # … and when they are grouped


def discover(
    documents: Sequence[str],
    config: Config | None = None,
    *,
    embeddings: Float[np.ndarray, "N W"] | None = None,
    drawn: bool = False,
    known: Int[np.ndarray, " N"] | None = None,
    subjects: Float[np.ndarray, "S W"] | None = None,
    names: Float[np.ndarray, "M W"] | None = None,
    on_step: OnStep = quiet,
) -> Topics:
    """Find the topics of ``documents``; the same documents and config give the same topics, to the last one.

    ``drawn`` lays out the plane at once, from the same graph; else it is laid out when it is first asked for.
    Three ways to ask for topics (``core.topics.steer``): ``known`` labels of some documents, -1 where not known
    (semi-supervised); vectors of ``subjects`` to look for (guided); vectors of ``names``, which take every document
    that is alike enough before the others are grouped (zero-shot). Vectors of words: ``embed``.

    Raises:
        Trouble: ``documents-few``, ``documents-many``, ``documents-wordless``.

    Source: Grootendorst 2022. https://arxiv.org/abs/2203.05794
    """
    config = config or Config()
    N = len(documents)
    if N < FEWEST:
        raise Trouble("documents-few", f"{N} documents are too few to group; {FEWEST} are needed.", n=N, least=FEWEST)
    if N > MOST:
        raise Trouble("documents-many", f"{N:,} documents; {MOST:,} fit here. Take a part.", n=N, most=MOST)
    bags = checked(count_words(documents, least=config.least, ngrams=config.ngrams, stop=config.stop))
    read = READ[reading_of(documents, config)]
    heard = within(on_step, 0, read)
    vectors = embed(documents, heard, config) if embeddings is None else np.asarray(embeddings, np.float32)
    on_step(Step(read, {"documents": float(N)}))
    asked: dict[str, Any] = {"known": known, "subjects": subjects, "names": names}
    space, found, graph = arrange(vectors, config, **asked, on_step=within(on_step, read, ARRANGED))
    plane = draw(vectors, config, graph) if drawn else None
    topics = Topics(config, tuple(documents), vectors, space, plane, found.labels, found.probabilities, bags)
    on_step(Step(1.0, {"topics": float(topics.C), "outliers": topics.outliers}))
    return topics


def arrange(
    vectors: Float[np.ndarray, "N W"],
    config: Config,
    *,
    known: Int[np.ndarray, " N"] | None = None,
    subjects: Float[np.ndarray, "S W"] | None = None,
    names: Float[np.ndarray, "M W"] | None = None,
    on_step: OnStep = quiet,
) -> tuple[Float[np.ndarray, "N D"], Groups, csr_matrix | None]:
    """Flatten and group; see ``discover``. The space, the groups, and the graph between, where there is one."""
    led = vectors
    if subjects is not None:
        led, known = guide(vectors, subjects)
    graph = knit(led, config, within(on_step, 0, KNIT))
    if graph is not None and known is not None and (np.asarray(known) != OUTLIER).any():
        graph = supervise(graph, np.asarray(known))
    space = flat(led, config, graph, within(on_step, KNIT, LAID))
    on_step(Step(LAID))
    if names is None:
        return space, group(space, config), graph
    return space, taken(space, fill(vectors, names, config.alike), config), graph


def taken(space: Float[np.ndarray, "N D"], names: Int[np.ndarray, " N"], config: Config) -> Groups:
    """Documents with a name are a topic by that name; the others are grouped among themselves."""
    labels, sure = names.copy(), np.ones(len(names))
    rest = np.flatnonzero(names == OUTLIER)
    if len(rest) > config.min_cluster_size:
        found = group(space[rest], config)
        first = names.max(initial=OUTLIER) + 1
        labels[rest] = np.where(found.labels == OUTLIER, OUTLIER, found.labels + first)
        sure[rest] = found.probabilities
    _, dense = np.unique(np.append(labels, OUTLIER), return_inverse=True)
    return by_size(dense[:-1] - 1, sure)


def knit(vectors: Float[np.ndarray, "N W"], config: Config, on_step: OnStep = quiet) -> csr_matrix | None:
    """The graph of neighbours, where the config wants one."""
    if config.reduction != "umap":
        return None
    return weave(*nearest(vectors, min(config.n_neighbors, len(vectors) - 1), on_step))


def flat(
    vectors: Float[np.ndarray, "N W"], config: Config, graph: csr_matrix | None = None, on_step: OnStep = quiet
) -> Float[np.ndarray, "N D"]:
    """The space that is grouped; a graph that is known already need not be made again."""
    if config.reduction == "none":
        return np.asarray(vectors, np.float32)
    graph = graph if graph is not None else knit(vectors, config)
    more = {"epochs": config.epochs, "layouts": config.layouts, "seed": config.seed}
    return flatten(vectors, graph, config.D, min_dist=0.0, settled=SETTLED, **more, on_step=on_step)


def draw(
    vectors: Float[np.ndarray, "N W"], config: Config, graph: csr_matrix | None = None
) -> Float[np.ndarray, "N 2"]:
    """The plane that is drawn: one plain layout of the same graph, for the eye only."""
    graph = graph if graph is not None else knit(vectors, config)
    return flatten(vectors, graph, 2, min_dist=config.min_dist, epochs=config.epochs, seed=config.seed)


def embed(
    documents: Sequence[str], on_step: OnStep = quiet, config: Config | None = None, block: int = 256
) -> Float[np.ndarray, "N W"]:
    """MiniLM's vectors, or those of the words alone (``core.topics.lsa``)."""
    if reading_of(documents, config or Config()) == "words":
        from core.topics.lsa import lsa

        return lsa(documents, on_step=on_step)
    from core.models import common

    model, found = common(), []
    for first in range(0, len(documents), block):
        found.append(model.embed(list(documents[first : first + block])))
        on_step(Step(min(1.0, (first + block) / len(documents))))
    return np.concatenate(found)


def reading_of(documents: Sequence[str], config: Config) -> Reading:
    """How the documents are read: as asked for, but Chinese always by its words, because MiniLM cannot read it."""
    from core.text import language_of

    chinese = language_of(" ".join(document[:200] for document in documents[:200])) == "zh"
    return "words" if chinese else config.reading
