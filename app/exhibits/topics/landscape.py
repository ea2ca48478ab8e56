"""The view *The map*: four steps with their data, the documents as points, topics by their words; lasso to read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import bubbles, charts, reading, strip, text, timeline
from app.house import heavy
from app.house.figures import Ready, points, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.house.tables import packed
from app.i18n import Lang
from core.topics.ctfidf import inverse_frequency, weigh
from core.topics.neighbours import kept, normed
from core.topics.recorded import COMMAND, sample
from core.topics.topics import Topics

KEY = "topics_map"
SHOWN = 6  # documents of a selection that are read
CLOSEST = 30  # paragraphs that a sentence lights
_tables: Shared[Any] = Shared(2**20, lambda rows: rows.nbytes)
_pictures: Shared[Ready] = Shared(12 * 2**20, lambda picture: 400_000)


@dataclass(frozen=True)
class Chosen:
    """What is picked out of the map."""

    topic: int | None = None
    word: str = ""
    rows: tuple[int, ...] = ()  # lassoed documents


def view(lang: Lang) -> None:
    above = st.empty()
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("topics_layer"):
            layer = choice(
                st.segmented_control,
                text.LAYER[lang],
                list(text.LAYERS),
                text.LAYERS,
                lang,
                key="topics_layer",
                default="documents",
                required=True,
            )
        what = reading.asked(lang)
        topics = reading.found(what)
        topic = reading.topic(topics, lang)
    above.html(strip.steps(topics, what, lang))
    if layer == "documents":
        _documents(topics, what, topic, stage, desk, lang)
    elif not topics.C:
        stage.info(text.NO_TOPICS[lang])
    else:
        with stage:
            if layer == "topics":
                bubbles.overview(topics, topic, lang, key="topics_bubbles", goes="topics_next")
            elif layer == "time":
                timeline.view(topics, topic, lang)
            else:
                fig = bubbles.classes(topics, sample().titles, text.ARTICLES_TITLE[lang], text.ARTICLES[lang], lang)
                show(fig, key="topics_articles", alt=text.ARTICLES_ALT[lang])
        with desk:
            _chosen_or_all(topics, what, topic, lang)
    with st.container():
        st.caption(provenance(lang))


def _documents(topics: Topics, what: reading.Asked, topic: int | None, stage, desk, lang: Lang) -> None:
    """Every paragraph a point; a word or sentence to look for, a lasso to read."""
    with desk, control("topics_find"):
        word = (st.text_input(text.FIND[lang], key="topics_find", bind="query-params", max_chars=60) or "").strip()
    lassoed = tuple(reading.lassoed(len(topics.labels)).tolist())
    sentence = " " in word and not lassoed
    chosen = Chosen(topic, "", closest(word)) if sentence else Chosen(topic, word.lower(), lassoed)
    with stage:
        drawn = _pictures.get(
            (what, chosen, lang), lambda: ready(charts.landscape(topics, sample().titles, chosen, lang))
        )
        event = _map(drawn, what, chosen, lang)
        st.caption(caption(lang))
    with desk:
        if chosen.rows:
            selection(topics, chosen.rows, lang, undo=not sentence)
        else:
            _chosen_or_all(topics, what, topic, lang)
    _follow(event, what, topics)


def _chosen_or_all(topics: Topics, what: reading.Asked, topic: int | None, lang: Lang) -> None:
    if topic is not None:
        one(topics, topic, lang)
    else:
        rows = _tables.get((what, lang), lambda: packed(table(topics, lang)))
        st.dataframe(rows, hide_index=True, width="stretch", height=420)


def _map(drawn: Ready, what: reading.Asked, chosen: Chosen, lang: Lang):
    name = hashlib.sha256(repr((what, chosen)).encode()).hexdigest()[:10]
    camera = {"format": st.session_state.get("camera", "svg"), "filename": KEY, "scale": 2}
    return st.plotly_chart(
        drawn,
        theme="streamlit",
        config={"displaylogo": False, "modeBarButtonsToRemove": ["autoScale2d"], "toImageButtonOptions": camera},
        key=f"{KEY}_{name}",
        alt=text.MAP_ALT[lang],
        on_select="rerun",
        selection_mode=("points", "lasso", "box"),
    )


def _follow(event, what: reading.Asked, topics: Topics) -> None:
    """Act once on what was chosen: one point is a topic, several are a lasso."""
    rows = charts.rows_of(topics, [(p["curve_number"], p["point_index"]) for p in points(event)])
    now = (what, *rows)
    if not rows or st.session_state.get(f"{KEY}_done") == now:
        return
    st.session_state[f"{KEY}_done"] = now
    if len(rows) == 1:
        label = int(topics.labels[rows[0]])
        reading.lasso((), len(topics.labels))
        st.session_state["topics_next"] = str(label) if label >= 0 else "all"
    else:
        reading.lasso(rows, len(topics.labels))
    st.rerun(scope="fragment")


def selection(topics: Topics, rows: tuple[int, ...], lang: Lang, *, undo: bool = True) -> None:
    """Keywords of the lassoed documents, against all topics, and the documents nearest to their middle."""
    st.markdown(f"**{text.LASSO_TITLE[lang].format(n=len(rows), words=', '.join(common(topics, rows)))}**")
    labels = np.unique(topics.labels[list(rows)])
    st.caption(text.LASSO_TOPICS[lang].format(n=int((labels >= 0).sum())))
    st.html(documents(topics, rows[:SHOWN]))
    if undo and st.button(text.UNDO[lang], key="topics_undo", icon=":material/undo:"):
        reading.lasso((), len(topics.labels))
        st.rerun(scope="fragment")


def common(topics: Topics, rows: Sequence[int] | np.ndarray, k: int = 8) -> tuple[str, ...]:
    """Keywords of some documents, weighed as if they were a topic beside all topics."""
    weights = weigh(topics.bags.matrix[list(rows)].sum(axis=0), inverse_frequency(topics.counts))
    return topics.best(weights, 0, k)


def closest(sentence: str) -> tuple[int, ...]:
    """The paragraphs whose vectors are nearest to that of a sentence, the nearest first."""
    vector = heavy.minilm().embed([sentence])[0]
    return tuple(np.argsort(-(normed(sample().topics.vectors) @ vector), kind="stable")[:CLOSEST].tolist())


def one(topics: Topics, topic: int, lang: Lang) -> None:
    """A topic's words and the documents in its middle."""
    charts.show_words(topics, topic, lang)
    st.html(documents(topics, topics.examples(topic, 3)))


def documents(topics: Topics, rows: tuple[int, ...]) -> str:
    """The beginnings of documents, each under its article's title."""
    items = "".join(f"<li><b>{escape(sample().titles[row])}</b> {escape(topics.documents[row])}…</li>" for row in rows)
    return f'<ul class="topics-documents">{items}</ul>'


def table(topics: Topics, lang: Lang) -> pd.DataFrame:
    """All topics, the largest first."""
    rows = [(at, int(topics.sizes[at]), topics.name(at, 5)) for at in range(topics.C)]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.TABLE.values()])


def caption(lang: Lang) -> str:
    """What the drawing is not: the space in which the documents were grouped; and how faithful it is."""
    share = faithful()
    return text.MAP_CAPTION[lang].format(kept=percent(share, lang))


def faithful() -> float:
    """The share of true neighbours that the drawing keeps."""
    return float(_faithful().mean())


_shares: Shared[np.ndarray] = Shared(2**20, lambda share: share.nbytes)


def _faithful() -> np.ndarray:
    return _shares.get("plane", lambda: kept(true_neighbours(), sample().topics.plane))


def true_neighbours() -> np.ndarray:
    """The eleven nearest paragraphs of each, itself first, by MiniLM's vectors."""
    return sample().near[:, :11]


def provenance(lang: Lang) -> str:
    of = sample()
    facts = {"n": len(of.titles), "titles": len(set(of.titles)), "date": of.date, "machine": of.machine}
    return text.PROVENANCE[lang].format(code=of.code, command=COMMAND, licence=of.licence, **facts)
