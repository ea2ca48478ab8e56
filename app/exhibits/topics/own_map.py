"""One's own texts on their map: light a word or what is near to a sentence, draw a loop and read what is inside."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import streamlit as st

from app.exhibits.topics import charts, landscape, own_charts, reading, text
from app.exhibits.topics import own_text as words
from app.house import heavy
from app.house.figures import points
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.text import language_of
from core.topics.neighbours import kept_of, normed
from core.topics.topics import Topics

LASSO, MINILM = "topics_own_lasso", 384  # in the URL: a bit for each point that is drawn; numbers of a MiniLM vector
ASKED = 200  # texts whose neighbours are looked up
_faithful: Shared[float] = Shared(2**16, lambda share: 100)
NEAREST, READ, LETTERS = 30, 5, 140  # texts that a sentence lights; texts that are read; letters of one


def view(topics: Topics, lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("topics_own_find"):
        asked = st.text_input(words.FIND[lang], key="topics_own_find", bind="query-params", max_chars=100) or ""
    rows = own_charts.drawn(topics)
    inside = rows[reading.lassoed(len(rows), LASSO)]
    lit, title = inside if len(inside) else found(topics, asked.strip()), ""
    if len(inside):
        title = text.MAP_TITLE_LASSO[lang].format(k=len(inside), n=len(rows))
    elif asked.strip():
        title = words.FOUND[lang].format(asked=charts._plain(asked.strip()), k=len(lit), n=len(topics.labels))
    marked = lit if len(inside) or asked.strip() else None
    with stage:
        event = _chart(topics, marked, title, lang)
        asked_of = rows[:: max(1, len(rows) // ASKED)]
        share = _faithful.get(topics.digest, lambda: float(kept_of(topics.vectors, topics.plane, asked_of).mean()))
        facts = {"D": topics.space.shape[1], "kept": percent(share, lang), "n": len(asked_of)}
        st.caption(words.FLAT[lang].format(**facts))
        if len(rows) < len(topics.labels):
            st.caption(words.THINNED[lang].format(n=len(rows), all=len(topics.labels)))
    with desk:
        if len(lit):
            about(topics, lit, lang, undo=bool(len(inside)))
        else:
            st.dataframe(landscape.table(topics, lang), hide_index=True, width="stretch", height=360)
    picked = np.searchsorted(rows, chosen(topics, points(event))).tolist()
    now = (len(topics.labels), topics.C, *picked)
    if len(picked) > 1 and st.session_state.get("topics_own_lassoed") != now:
        st.session_state["topics_own_lassoed"] = now
        reading.lasso(picked, len(rows), LASSO)
        st.rerun(scope="fragment")


def chosen(topics: Topics, picked: Sequence[Mapping[str, Any]]) -> list[int]:
    """The texts behind points of the figure; points of other traces are copies and are left out."""
    heaps = [rows for *_, rows in own_charts.heaps(topics)]
    places = {(p["curve_number"], p["point_index"]) for p in picked}
    return sorted(int(heaps[trace][at]) for trace, at in places if trace < len(heaps) and at < len(heaps[trace]))


def _chart(topics: Topics, lit: np.ndarray | None, title: str, lang: Lang):
    camera = {"format": st.session_state.get("camera", "svg"), "filename": "topics_own_map", "scale": 2}
    sign = hashlib.sha256(topics.labels.tobytes() + (b"" if lit is None else lit.tobytes())).hexdigest()[:10]
    return st.plotly_chart(
        own_charts.dots(topics, lang, lit=lit, title=title),
        theme="streamlit",
        config={"displaylogo": False, "modeBarButtonsToRemove": ["autoScale2d"], "toImageButtonOptions": camera},
        key=f"topics_own_map_{sign}",
        alt=words.OWN_ALT[lang],
        on_select="rerun",
        selection_mode=("points", "lasso", "box"),
    )


def found(topics: Topics, asked: str) -> np.ndarray:
    """The texts that hold a word; for several words those nearest in meaning, where MiniLM read the texts."""
    if not asked:
        return np.zeros(0, int)
    if " " in asked and topics.vectors.shape[1] == MINILM and _english(topics):
        vector = heavy.minilm().embed([asked])[0]
        return np.argsort(-(normed(topics.vectors) @ vector), kind="stable")[:NEAREST]
    if asked.lower() in topics.bags.index:
        return np.flatnonzero(charts.has(topics, asked.lower()))
    return np.array([at for at, each in enumerate(topics.documents) if asked.lower() in each.lower()], int)


def _english(topics: Topics) -> bool:
    return language_of(" ".join(topics.documents[:50])) == "en"


def about(topics: Topics, rows: np.ndarray, lang: Lang, *, undo: bool) -> None:
    """What the selected texts have in common, and some of them."""
    best = landscape.common(topics, rows)
    st.markdown(f"**{words.PICKED[lang].format(n=len(rows), words=', '.join(best))}**")
    topics_of = np.unique(topics.labels[rows])
    st.caption(text.LASSO_TOPICS[lang].format(n=int((topics_of >= 0).sum())))
    for row in rows[:READ].tolist():
        st.text(topics.documents[row][:LETTERS])
    if undo and st.button(text.UNDO[lang], key="topics_own_undo", icon=":material/undo:"):
        reading.lasso((), 0, LASSO)
        st.rerun(scope="fragment")
