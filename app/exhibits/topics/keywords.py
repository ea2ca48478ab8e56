"""The view *Keywords*: the words of one text that lie nearest to the whole of it, and a plane to see them in."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.topics import text, word_charts
from app.house import heavy
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.search.keywords import diverse
from core.text import language_of
from core.topics.flatten import pca
from core.topics.keyphrases import candidates

MOST = 1_500  # characters that are read
_kept: Shared[np.ndarray] = Shared(4 * 2**20, lambda vectors: vectors.nbytes)


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("topics_text"):
            st.session_state.setdefault("topics_text", st.query_params.get("topics_text", text.EXAMPLE))
            typed = st.text_area(text.PASTE[lang], key="topics_text", max_chars=MOST, height=190, bind="query-params")
        with control("topics_ngrams"):
            n = whole("topics_ngrams", text.NGRAMS[lang], 1, 3, default=1)
        with control("topics_diversity"):
            diversity = whole("topics_diversity", text.DIVERSITY[lang], 0, 90, default=40, step=5) / 100
    asked = (typed or "").strip() or text.EXAMPLE
    found = candidates(asked, n)
    if len(found) < 2:
        st.info(text.TOO_SHORT[lang])
        return
    vectors = _kept.get((asked, n), lambda: heavy.minilm().embed([asked, *found]))
    chosen = diverse(vectors[0], vectors[1:], 10, diversity)
    cosines = vectors[1:] @ vectors[0]
    with stage:
        show(
            word_charts.ranked([found[i] for i in chosen], cosines[list(chosen)], lang),
            key="topics_ranked",
            alt=text.KEY_ALT[lang],
        )
        flat = pca(vectors, 2)
        show(
            word_charts.around(flat, found, cosines, list(chosen), lang), key="topics_around", alt=text.AROUND_ALT[lang]
        )
    with desk:
        st.caption(text.KEY_NOTE[lang].format(n=len(found)))
        if language_of(asked) == "zh":
            st.warning(text.ENGLISH_ONLY[lang])
