"""Two tasks of *Tidy up*: topics that one asks for by name, and how the topics spread over one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.topics import reading, text
from app.house import heavy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, INDIGO, SEQUENTIAL, finish, scale
from core.topics.config import Config
from core.topics.outliers import WINDOW, distribution
from core.topics.recorded import sample
from core.topics.stability import mutual_information
from core.topics.topics import Topics

NAMES, ROWS, WORDS = 8, 6, 60  # names that are asked for; topics and words of the picture of one text
_made: Shared[Topics] = Shared(12 * 2**20, lambda topics: topics.labels.nbytes + 2**20)


def named(topics: Topics, stage, desk, lang: Lang) -> None:
    """Names typed by the visitor take documents (zero-shot), or pull them together (guided)."""
    with desk:
        with control("topics_names"):
            typed = st.text_input(
                text.NAMES[lang], text.NAMES_DEFAULT, key="topics_names", bind="query-params", max_chars=200
            )
        with control("topics_how"):
            how = choice(
                st.radio,
                text.HOW[lang],
                list(text.HOWS),
                text.HOWS,
                lang,
                key="topics_how",
                default="zero",
            )
        with control("topics_alike"):
            alike = whole("topics_alike", text.ALIKE[lang], 10, 90, default=35, step=5) / 100
    names = tuple(dict.fromkeys(name.strip() for name in (typed or "").replace("，", ",").split(",") if name.strip()))
    names = names[:NAMES]
    if not names:
        st.info(text.NAMES_NONE[lang])
        return
    if how == "guided" and topics.config.reduction != "umap":
        stage.info(text.UMAP_ONLY[lang])
        return
    with stage, st.spinner(text.ASKING[lang]):
        vectors = heavy.minilm().embed(list(names))
    config = replace(topics.config, alike=alike)
    if how == "guided":
        usual = Config(n_neighbors=config.n_neighbors)
        with stage:
            points = reading.anew("topics_guided", (config.n_neighbors, names), lang, usual, subjects=vectors)
        if points is None:
            return
        after = _made.get((config, names, how), lambda: reading.regrouped(points, config))
    else:
        after = _made.get((config, names, how), lambda: filled(topics, vectors, config))
    took = of_names(vectors, after, how, alike)
    with stage:
        show(bars(names, took, lang), key="topics_asked", alt=text.ASKED_ALT[lang])
        st.caption(text.HOW_SAYS[how][lang])
    with desk:
        truth = np.unique(sample().titles, return_inverse=True)[1]
        facts = {"before": topics.C, "after": after.C, "out": percent(after.outliers, lang)}
        nmi = {"nmi0": mutual_information(topics.labels, truth), "nmi1": mutual_information(after.labels, truth)}
        st.markdown(text.ASKED_SAYS[lang].format(**facts, **nmi))
        rows = [(at, int(after.sizes[at]), after.name(at, 5)) for at in range(after.C)]
        columns = [column[lang] for column in text.TABLE.values()]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=320)


def filled(topics: Topics, vectors: np.ndarray, config: Config) -> Topics:
    """The same documents, where names have taken theirs before the others are grouped."""
    heavy.imported(heavy.GROUPING)
    from core.topics.discover import taken
    from core.topics.steer import fill

    groups = taken(topics.space, fill(topics.vectors, vectors, config.alike), config)
    return replace(topics, config=config, labels=groups.labels, probabilities=groups.probabilities)


def of_names(vectors: np.ndarray, after: Topics, how: str | None, alike: float) -> list[np.ndarray]:
    """The documents of each name."""
    from core.topics.steer import fill, guide

    of = fill(after.vectors, vectors, alike) if how != "guided" else guide(after.vectors, vectors)[1]
    return [np.flatnonzero(of == at) for at in range(len(vectors))]


def bars(names: Sequence[str], took: Sequence[np.ndarray], lang: Lang) -> go.Figure:
    """How many paragraphs each name has; the hover says from which articles most of them come."""
    titles = np.array(sample().titles)
    said = []
    for rows in took:
        found, counts = np.unique(titles[rows], return_counts=True)
        best = np.argsort(-counts, kind="stable")[:4]
        said.append("<br>".join(f"{found[at]}: {counts[at]}" for at in best))
    sizes = [len(rows) for rows in took]
    marker = {"color": [CINNABAR if size == max(sizes) else INDIGO for size in sizes]}
    shown = [escape(name[:40], quote=False) for name in names]
    fig = go.Figure(go.Bar(x=sizes, y=shown, orientation="h", marker=marker, text=sizes, hovertext=said))
    fig.update_traces(hovertemplate="%{hovertext}<extra></extra>")
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=text.DOCUMENTS[lang])
    most = int(np.argmax(sizes))
    return finish(fig, text.ASKED_TITLE[lang].format(name=shown[most], n=sizes[most]), height=120 + 44 * len(names))


def passage(topics: Topics, stage, desk, lang: Lang, *, name: str = "topics", usual: str | None = None) -> None:
    """How much every word of one text leans to each topic; ``usual`` is the text at first."""
    label, usual = (text.PASSAGE, text.PASSAGE_DEFAULT) if usual is None else (text.PASSAGE_OWN, usual)
    with desk:
        with control(f"{name}_passage"):
            key = f"{name}_passage"
            typed = st.text_area(label[lang], usual, key=key, bind="query-params", max_chars=1_000, height=190)
        st.caption(text.PASSAGE_NOTE[lang].format(width=WINDOW))
    from core.topics.bags import cut

    words = cut(typed or "", stop=False)[:WORDS]
    spread = distribution(topics, " ".join(words), least=0.1) if words else np.zeros((0, topics.C))
    if not spread.any():
        st.info(text.PASSAGE_NONE[lang])
        return
    with stage:
        show(over_words(topics, words, spread, lang), key=f"{name}_spread", alt=text.PASSAGE_ALT[lang])


def over_words(topics: Topics, words: Sequence[str], spread: np.ndarray, lang: Lang) -> go.Figure:
    """Words across, the topics that the text touches most down: each word has the sum of the windows it stands in."""
    along = np.zeros((len(words), topics.C))
    for at, line in enumerate(spread):
        along[at : at + WINDOW] += line
    share = spread.sum(0) / spread.sum()
    best = np.argsort(-share, kind="stable")[:ROWS]
    best = best[share[best] > 0]
    heat = go.Heatmap(
        z=np.round(along[:, best].T, 2),
        x=list(range(len(words))),
        y=[f"{at} · {topics.name(at, 2)} · {percent(float(share[at]), lang)}" for at in best.tolist()],
        colorscale=scale(SEQUENTIAL),
        showscale=False,
        customdata=np.tile(np.array(words, object), (len(best), 1)),
        hovertemplate="%{customdata}: %{z:.2f}<extra></extra>",
    )
    fig = go.Figure(heat)
    fig.update_xaxes(
        tickvals=list(range(len(words))), ticktext=[escape(word[:20], quote=False) for word in words], tickangle=-60
    )
    fig.update_yaxes(autorange="reversed")
    facts = {"name": topics.name(int(best[0]), 2), "share": percent(float(share[best[0]]), lang)}
    return finish(fig, text.PASSAGE_TITLE[lang].format(**facts), height=220 + 34 * len(best))
