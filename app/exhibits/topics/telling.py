"""Two more tasks of *Tidy up*: topics that are told some answers, and documents that join when all is done."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.topics import bubbles, charts, reading, text
from app.house import heavy
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, INK, finish
from core.topics.config import OUTLIER, Config
from core.topics.recorded import sample
from core.topics.stability import mutual_information
from core.topics.topics import Topics

LINES, LETTERS, VOTERS = 8, 70, 15  # texts that may join; letters of one in the table; neighbours that vote
_told: Shared[Topics] = Shared(12 * 2**20, lambda topics: topics.labels.nbytes + 2**20)


def told(topics: Topics, stage, desk, lang: Lang) -> None:
    """Some paragraphs come with their article's name: are the others grouped better for it?"""
    with desk, control("topics_told"):
        share = whole("topics_told", text.TOLD[lang], 0, 90, default=50, step=10) / 100
    if topics.config.reduction != "umap":
        stage.info(text.UMAP_ONLY[lang])
        return
    truth = np.unique(sample().titles, return_inverse=True)[1]
    known = partly(truth, share)
    after = topics
    if share:
        with stage:
            points = led(topics.config, known, share, lang)
        if points is None:  # meanwhile, what there is without answers
            share = 0.0
        else:
            after = _told.get((topics.config, share), lambda: reading.regrouped(points, topics.config))
    hidden = known == OUTLIER
    facts = {"share": percent(share, lang), "hidden": int(hidden.sum()), "before": topics.C, "after": after.C}
    runs = {"0": topics.labels, "1": after.labels}
    facts |= {f"others{at}": mutual_information(labels[hidden], truth[hidden]) for at, labels in runs.items()}
    facts |= {f"told{at}": mutual_information(labels[~hidden], truth[~hidden]) for at, labels in runs.items() if share}
    with stage:
        title = (text.TOLD_TITLE if share else text.TOLD_NOTHING)[lang].format(**facts)
        fig = bubbles.classes(after, sample().titles, title, text.ARTICLES[lang], lang)
        show(fig, key="topics_told_map", alt=text.ARTICLES_ALT[lang])
    with desk:
        outs = {"out0": percent(topics.outliers, lang), "out1": percent(after.outliers, lang)}
        if share:
            st.markdown(text.TOLD_SAYS[lang].format(**outs, **facts))
        st.caption(text.TOLD_NOTE[lang])


def partly(truth: np.ndarray, share: float, seed: int = 0) -> np.ndarray:
    """The labels of a share of the documents, drawn with a fixed seed; -1 for the others."""
    shown = np.random.default_rng(seed).random(len(truth)) < share
    return np.where(shown, truth, OUTLIER)


def led(config: Config, known: np.ndarray, share: float, lang: Lang) -> np.ndarray | None:
    """Where the paragraphs lie with these labels known; None until the job is done."""
    usual = Config(n_neighbors=config.n_neighbors)
    return reading.anew("topics_led", (config.n_neighbors, share), lang, usual, known=known.tolist())


def joining(topics: Topics, stage, desk, lang: Lang) -> None:
    """Texts that come later: each is placed by its neighbours, and the words are counted anew."""
    with desk:
        with control("topics_new"):
            typed = st.text_area(
                text.NEW[lang], text.NEW_DEFAULT, key="topics_new", bind="query-params", max_chars=1_500, height=190
            )
        st.caption(text.NEW_NOTE[lang].format(k=VOTERS))
    texts = [line.strip() for line in (typed or "").splitlines() if line.strip()][:LINES]
    if not texts:
        st.info(text.NEW_NONE[lang])
        return
    with stage, st.spinner(text.ASKING[lang]):
        vectors = heavy.minilm().embed(texts)
    after = topics.extend(texts, vectors, VOTERS)
    votes = votes_for(topics, vectors, after.labels[-len(texts) :])
    with stage:
        show(newcomers(topics, after, texts, lang), key="topics_newcomers", alt=text.NEW_ALT[lang])
        st.dataframe(table(after, texts, votes, lang), hide_index=True, width="stretch")


def votes_for(topics: Topics, vectors: np.ndarray, labels: np.ndarray) -> list[int]:
    """How many of the nearest documents have the topic that each new one was given."""
    from core.topics.neighbours import normed

    near = np.argsort(-(normed(vectors) @ normed(topics.vectors).T), axis=1, kind="stable")[:, :VOTERS]
    return [int((topics.labels[row] == label).sum()) for row, label in zip(near, labels, strict=True)]


def table(after: Topics, texts: Sequence[str], votes: Sequence[int], lang: Lang) -> pd.DataFrame:
    """Every new text with its topic."""
    labels = after.labels[-len(texts) :].tolist()
    named = [text.NO_TOPIC[lang] if at < 0 else f"{at} · {after.name(at, 3)}" for at in labels]
    rows = [(each[:LETTERS], name, f"{n}/{VOTERS}") for each, name, n in zip(texts, named, votes, strict=True)]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.NEW_COLUMNS.values()])


def newcomers(before: Topics, after: Topics, texts: Sequence[str], lang: Lang) -> go.Figure:
    """The map as it was, pale, and the new texts as stars where their neighbours lie."""
    x, y = np.round(before.plane.astype(np.float32), 2).T
    pale = {"color": FAINT, "size": 4, "opacity": 0.35}
    fig = go.Figure(go.Scattergl(x=x, y=y, mode="markers", marker=pale, hoverinfo="skip"))
    at = charts.middles(before)
    labels = after.labels[-len(texts) :]
    shown = sorted({int(label) for label in labels if label >= 0})
    names = [f"<b>{charts.short(before, topic)}</b>" for topic in shown]
    font = {"color": INK, "size": 12}
    fig.add_trace(go.Scatter(x=at[shown, 0], y=at[shown, 1], mode="text", text=names, textfont=font, hoverinfo="skip"))
    stars = after.plane[-len(texts) :]
    fig.add_trace(
        go.Scatter(
            x=stars[:, 0],
            y=stars[:, 1],
            mode="markers+text",
            text=[str(n + 1) for n in range(len(texts))],
            textposition="bottom center",
            textfont={"color": CINNABAR, "size": 13},
            marker={"color": CINNABAR, "size": 14, "symbol": "star", "line": {"color": INK, "width": 1}},
            hovertext=[charts._plain(each[:LETTERS]) for each in texts],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    fig.update_layout(showlegend=False)
    placed = int((labels >= 0).sum())
    title = text.NEW_TITLE[lang].format(n=len(texts), placed=placed, all=f"{len(after.labels):,}")
    return finish(charts.framed(fig, before.plane), title, height=480).update_layout(margin={"l": 8, "r": 8, "b": 8})
