"""The knobs of one discovery, named as BERTopic's users know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reduction = Literal["umap", "pca", "none"]
REDUCTIONS: tuple[Reduction, ...] = ("umap", "pca", "none")
Reading = Literal["meaning", "words"]
READINGS: tuple[Reading, ...] = ("meaning", "words")
OUTLIER = -1  # the label of a document that belongs to no topic


@dataclass(frozen=True)
class Config:
    """What ``discover`` does with its documents; the same config gives the same topics."""

    reading: Reading = (
        "meaning"  # MiniLM, which reads English; or the words alone (``core.topics.lsa``), many times faster
    )
    reduction: Reduction = "umap"  # how vectors become few numbers
    n_neighbors: int = 15  # UMAP: how many documents one document looks at
    D: int = 5  # numbers a document has in the space that is grouped
    min_dist: float = 0.1  # UMAP: how close points may lie in the drawing; the grouped space always takes 0
    epochs: int | None = None  # UMAP: rounds of pulling and pushing; None: 100, beyond 5,000 documents 50
    layouts: int = 4  # UMAP: with dice of their own; the documents are grouped where they lie on average
    min_cluster_size: int = 10  # documents that make a topic
    min_samples: int | None = None  # neighbours that make a place dense; None: as min_cluster_size
    selection: Literal["eom", "leaf"] = "eom"  # take the most stable groups, or the finest
    clusters: int = 0  # k-means with so many groups instead of HDBSCAN; 0: HDBSCAN
    least: int = 2  # documents a word must stand in
    ngrams: int = 1  # words that may be taken together as one
    stop: bool = True  # leave out words that stand everywhere and name nothing
    seeded: tuple[str, ...] = ()  # words that shall count for more where topics are named …
    boost: float = 2.0  # … by this factor of their inverse frequency
    alike: float = 0.7  # cosine from which a document belongs to a topic that was given by name
    seed: int = 0  # fixes UMAP's dice (which points are pushed away) and where k-means begins; nothing else is drawn


@dataclass(frozen=True)
class Gibbs:
    """The knobs of LDA."""

    C: int = 20  # topics
    alpha: float = 0.1  # how many topics a document may mix: small for few
    sweeps: int = 100  # times every word draws its topic anew
    seed: int = 0
