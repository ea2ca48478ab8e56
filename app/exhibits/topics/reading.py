"""The topics on screen: the recorded run, or the same documents grouped otherwise; shared by visitors."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import streamlit as st

from app.exhibits.topics import text
from app.house import heavy, training
from app.house.links import choice, remember, whole
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang, Text
from core import jobs
from core.topics.config import Config
from core.topics.flatten import pca
from core.topics.neighbours import normed
from core.topics.recorded import NEIGHBORS, maps, sample
from core.topics.topics import Topics

LASSO = "topics_lasso"  # in the URL: which documents were lassoed, a bit each
_kept: Shared[Topics] = Shared(
    24 * 2**20, lambda topics: topics.labels.nbytes + 2**20
)  # what is not shared with others


@dataclass(frozen=True)
class Asked:
    """The settings of the steps."""

    reduction: str = "umap"
    neighbors: int = 15
    smallest: int = 10
    grouping: str = "hdbscan"
    clusters: int = 40
    seed: int = 0

    @property
    def config(self) -> Config:
        grouped = self.clusters if self.grouping == "kmeans" else 0
        return Config(
            reduction=self.reduction,  # type: ignore[arg-type]
            n_neighbors=self.neighbors,
            min_cluster_size=self.smallest,
            selection="leaf" if self.grouping == "leaf" else "eom",
            clusters=grouped,
            seed=self.seed,
        )


def asked(lang: Lang, name: str = "topics", *, seeds: bool = False, smallest: int = 10) -> Asked:
    """The controls of the pipeline: one in sight, the rest folded; ``name`` begins their keys."""
    with control(f"{name}_smallest"):
        least = whole(f"{name}_smallest", text.SMALLEST[lang], 5, 60, default=smallest, help=text.SMALLEST_HELP[lang])
    with st.popover(text.MORE[lang], icon=":material/tune:"):
        reduction = _choice(f"{name}_reduction", text.REDUCTION, text.REDUCTIONS, "umap", lang)
        neighbors = _choice(f"{name}_neighbors", text.NEIGHBORS, text.NUMBERS, "15", lang)
        grouping = _choice(f"{name}_grouping", text.GROUPING, text.GROUPINGS, "hdbscan", lang)
        with control(f"{name}_clusters"):
            clusters = whole(f"{name}_clusters", text.CLUSTERS[lang], 2, 100, default=40)
        seed = 0
        if seeds:
            with control(f"{name}_dice"):
                seed = whole(f"{name}_dice", text.DICE[lang], 0, 9, default=0)
    return Asked(reduction, int(neighbors), least, grouping, clusters, seed)


def found(what: Asked) -> Topics:
    """The topics for these settings; only grouping and words are computed anew."""
    if what == Asked():
        return sample().topics
    return _kept.get(what, lambda: regrouped(space(what), what.config))


def space(what: Asked) -> np.ndarray:
    """Where the documents are grouped, with seed 0."""
    topics = sample().topics
    if what.reduction == "umap":
        return maps().spaces[NEIGHBORS.index(what.neighbors)]
    return topics.vectors if what.reduction == "none" else pca(normed(topics.vectors), 5).astype(np.float32)


def with_seed(what: Asked, lang: Lang, name: str) -> Topics | None:
    """``found``; UMAP with a seed that nobody recorded is a job, and None until it is done."""
    if not what.seed or what.reduction != "umap":
        return found(what)
    points = anew(name, (what.neighbors, what.seed), lang, Config(n_neighbors=what.neighbors, seed=what.seed))
    return None if points is None else _kept.get(what, lambda: regrouped(points, what.config))


def anew(name: str, wish: Hashable, lang: Lang, config: Config, **lead: Any) -> np.ndarray | None:
    """A job that lays the same paragraphs out in another way; None until it is done."""

    def submit() -> jobs.Job:
        from core.topics.train import again

        return jobs.brief(again, sample().topics.vectors, config, **lead)

    job = training.panel(name, lang, submit, wish=wish)
    return job.result()[0] if job is not None and job.state == "done" else None


def regrouped(points: np.ndarray, config: Config) -> Topics:
    """The same paragraphs, grouped where they lie now."""
    heavy.imported(heavy.GROUPING)
    from core.topics.group import group

    groups = group(points, config)
    return replace(
        sample().topics, config=config, space=points, labels=groups.labels, probabilities=groups.probabilities
    )


def topic(
    topics: Topics, lang: Lang, *, all_: bool = True, default: str | None = None, name: str = "topics"
) -> int | None:
    """The topic chosen, by its number in the URL; None where all are. ``name`` begins the key."""
    if f"{name}_next" in st.session_state:  # a click on the map
        st.session_state[f"{name}_topic"] = st.session_state.pop(f"{name}_next")
    names = {str(at): _name(f"{at}: {topics.name(at)}") for at in range(topics.C)}
    options = {"all": text.ALL_TOPICS, **names} if all_ else names
    if not options:
        return None
    with control(f"{name}_topic"):
        chosen = choice(
            st.selectbox,
            text.TOPIC[lang],
            list(options),
            options,
            lang,
            key=f"{name}_topic",
            default=default or ("all" if all_ else "0"),
        )
    return None if chosen in (None, "all") else int(chosen)


def lassoed(N: int, name: str = LASSO) -> np.ndarray:
    """The documents that were lassoed, from the URL; a damaged link has none."""
    raw = st.query_params.get(name, "")
    try:
        inflated = zlib.decompressobj().decompress(base64.urlsafe_b64decode(raw), 10_000)
    except (ValueError, zlib.error):
        return np.zeros(0, int)
    bits = np.unpackbits(np.frombuffer(inflated, np.uint8))[:N]
    return np.flatnonzero(bits)


def lasso(rows: Sequence[int], N: int, name: str = LASSO) -> None:
    """Put documents into the URL."""
    bits = np.zeros(N, np.uint8)
    bits[list(rows)] = 1
    packed = base64.urlsafe_b64encode(zlib.compress(np.packbits(bits).tobytes(), 9)).decode()
    remember(name, packed if len(rows) else None)


def _name(said: str) -> Text:
    return Text(en=said, zh=said)


def _choice(key: str, label: Text, options, default: str, lang: Lang) -> str:
    with control(key):
        return choice(st.selectbox, label[lang], list(options), options, lang, key=key, default=default)
