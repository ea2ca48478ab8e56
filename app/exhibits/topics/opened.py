"""The view *HDBSCAN*: distances that know about density, the tree, and why a document is left out."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.topics import inside_charts, reading, text
from app.house import heavy
from app.house.bars import bars
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.topics.config import Config
from core.topics.recorded import sample

NEAREST = 4  # topics a document may belong to that are shown
_soft: Shared[np.ndarray] = Shared(8 * 2**20, lambda shares: shares.nbytes)
_kept = Shared(16 * 2**20, lambda found: 300_000)


def taken(found, cluster: int, lang: Lang) -> str:
    """Why this cluster became a topic: its stability against what its parts could have had at most."""
    own, parts = found.stability().get(cluster, 0.0), found.parts(cluster)
    if not parts:
        return text.STABLE_LEAF[lang].format(own=own)
    return text.STABLE_KEPT[lang].format(own=own, parts=sum(map(found.best, parts)))


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("topics_picture"):
            picture = choice(
                st.segmented_control,
                text.PICTURE[lang],
                list(text.PICTURES),
                text.PICTURES,
                lang,
                key="topics_picture",
                default="tree",
                required=True,
            )
        with control("topics_smallest"):
            smallest = whole("topics_smallest", text.SMALLEST[lang], 5, 60, default=10, help=text.SMALLEST_HELP[lang])
        with control("topics_document"):
            row = whole("topics_document", text.DOCUMENT[lang], 0, len(sample().titles) - 1, default=0)
    found = density(smallest)
    with stage:
        fig = {
            "tree": inside_charts.condensed,
            "spanning": inside_charts.spanning,
            "outliers": inside_charts.outlying,
        }[picture](found, row, lang)
        show(fig, key=f"topics_{picture}", alt=text.PICTURE_ALTS[picture][lang])
        st.caption(text.PICTURE_NOTES[picture][lang])
    with desk:
        story(found, row, lang)
        soft(row, smallest, lang)


def soft(row: int, smallest: int, lang: Lang) -> None:
    """How much a document belongs to each topic: the labels are the hard end of this."""
    shares = memberships(smallest)[row]
    topics = reading.found(reading.Asked(smallest=smallest))
    best = [int(at) for at in np.argsort(-shares, kind="stable")[:NEAREST] if shares[at] > 0]
    if not best:
        return
    rest = max(0.0, 1 - float(shares.sum()))
    st.markdown(f"**{text.SOFT[lang]}**")
    st.html(bars([*((f"{at} · {topics.name(at, 2)}", float(shares[at])) for at in best)], lang))
    st.caption(text.SOFT_NOTE[lang].format(rest=percent(rest, lang)))


def memberships(smallest: int) -> np.ndarray:
    """(N, C): HDBSCAN's soft membership, once for all visitors."""

    def make() -> np.ndarray:
        heavy.imported(heavy.GROUPING)
        from core.topics.group import membership

        return membership(sample().topics.space, Config(min_cluster_size=smallest)).astype(np.float32)

    return _soft.get(smallest, make)


def density(smallest: int):
    """HDBSCAN's whole answer, once for all visitors."""

    def make():
        heavy.imported(heavy.GROUPING)
        from core.topics.group import density

        return density(sample().topics.space, Config(min_cluster_size=smallest))

    return _kept.get(smallest, make)


def story(found, row: int, lang: Lang) -> None:
    """One document: its core distance, the first edge that ties it, and what became of it."""
    touching = np.flatnonzero((found.edges == row).any(axis=1))
    edge = touching[found.lengths[touching].argmin()]
    other = int(found.edges[edge].sum() - row)
    points = sample().topics.space
    d = float(np.linalg.norm(points[row] - points[other]))
    a, b = float(found.core[row]), float(found.core[other])
    st.latex(
        rf"\begin{{aligned}}d_\text{{mreach}}&=\max(\textcolor{{#000001}}{{c_i}},\,\textcolor{{#000002}}{{c_j}},\,d_{{ij}})\\"
        rf"&=\max({a:.3f},\,{b:.3f},\,{d:.3f})\\&=\mathbf{{{max(a, b, d):.3f}}}\end{{aligned}}"
    )
    label, sure = int(found.groups.labels[row]), float(found.groups.probabilities[row])
    facts = {"a": sample().titles[row], "b": sample().titles[other], "score": float(found.outlying[row])}
    said = text.STORY_OUT if label < 0 else text.STORY_IN
    st.markdown(said[lang].format(n=label, sure=percent(sure, lang), **facts))
    if label >= 0:
        st.markdown(taken(found, int(found.chosen[label]), lang))
    groups = found.groups.labels
    st.caption(
        text.DENSITY_SUM[lang].format(
            C=int(groups.max()) + 1,
            out=percent(float((groups < 0).mean()), lang),
            clusters=int((found.child >= len(groups)).sum()) + 1,
        )
    )
