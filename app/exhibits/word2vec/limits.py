"""The view *Limits*: one vector for two meanings, and none for a word that was not seen."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.word2vec import limits_text as text
from app.exhibits.word2vec.reading import DEFAULT, at_hand, known
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import DIVERGING, finish, scale
from core.text import language_of

READERS = {"en": ("minilm", "MiniLM"), "zh": ("zh-char", "zh-char")}  # who reads which language, and its name
SENSE = {"en": "bank", "zh": "fruit"}
_read: Shared[np.ndarray] = Shared(1 << 20, lambda found: found.nbytes)


def view(lang: Lang) -> None:
    """Four sentences, two matrices; below them a word to try."""
    st.markdown(text.HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_sense"):
            sense = choice(
                st.selectbox,
                text.SENSE[lang],
                list(text.SENSES),
                text.SENSES,
                lang,
                key="word2vec_sense",
                default=SENSE[lang],
            )
        word, of, sentences = text.SENTENCES[sense]
        for i, sentence in enumerate(sentences):
            st.markdown(f"{i + 1}. {sentence.replace(word, f'**{word}**')}")
        _static(word, of, lang)
    with stage:
        reader, title = READERS[of]
        cosines = _read.get(sense, lambda: contextual(word, sentences, reader))
        show(matrices(word, cosines, title, lang), key="word2vec_senses", alt=text.ALT[lang])
        if of == "zh":
            st.caption(text.BY_CHARACTER[lang])
    _unseen(lang)


def contextual(word: str, sentences: tuple[str, ...], reader: str) -> np.ndarray:
    """Cosines between the last-layer vectors of one word in several sentences; of several tokens, the mean."""
    model = heavy.stack().common(reader)
    rows = []
    for sentence in sentences:
        shown = [piece.casefold() for piece in model.tokens(sentence).shown]
        n = 1 if word in shown else len(word)  # a whole word, or one token a character
        first = next(i for i in range(len(shown)) if "".join(shown[i : i + n]) == word)
        rows.append(model.hidden_states(sentence)[-1][first : first + n].mean(0))
    found = np.stack(rows)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found @ found.T


def matrices(word: str, cosines: np.ndarray, reader: str, lang: Lang) -> go.Figure:
    """Static: all ones. Contextual: blocks, if the encoder tells the meanings apart."""
    n = len(cosines)
    labels = [f"{i + 1} · {text.MEANING[lang].format(n=1 if i < n // 2 else 2)}" for i in range(n)]
    titles = [text.STATIC[lang], text.CONTEXTUAL[lang].format(model=reader)]
    fig = make_subplots(1, 2, subplot_titles=titles, horizontal_spacing=0.2)
    for column, values in ((1, np.ones((n, n))), (2, cosines)):
        heat = go.Heatmap(
            z=values,
            x=[str(i + 1) for i in range(n)],
            y=labels,
            colorscale=scale(DIVERGING),
            zmin=-1,
            zmax=1,
            showscale=False,
            texttemplate="%{z:.2f}",
            hovertemplate="%{y}, %{x}: %{z:.3f}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    fig.update_yaxes(showticklabels=False, col=2)
    fig.update_xaxes(showgrid=False)
    half = np.arange(n) < n // 2
    alike = half[:, None] == half[None, :]
    same = float(cosines[alike & ~np.eye(n, dtype=bool)].mean())
    title = text.TITLE[lang].format(word=word, same=same, other=float(cosines[~alike].mean()))
    return finish(fig, title, height=380).update_layout(margin={"l": 110, "r": 10, "b": 30})


def _static(word: str, of: str, lang: Lang) -> None:
    """The company that the one vector keeps."""
    space = at_hand(f"words-{of}", lang)
    if known(space, word) is None:
        st.caption(text.NO_STATIC[lang].format(word=word))
    else:
        near = " · ".join(other for other, _ in space.vectors.nearest(word, 10))
        st.caption(text.NEAR_BOTH[lang].format(word=word, near=near))


def _unseen(lang: Lang) -> None:
    """A word to look up, and the pieces a subword model would use where it is missing."""
    st.markdown(text.OOV_HOW[lang])
    with control("word2vec_unseen"):
        typed = st.text_input(
            text.UNSEEN[lang],
            key="word2vec_unseen",
            bind="query-params",
            max_chars=60,
            placeholder=text.UNSEEN_EXAMPLE[lang],
        )
    word = (typed or "").strip() or text.UNSEEN_EXAMPLE[lang]
    space = at_hand(DEFAULT[language_of(word)], lang)
    row = known(space, word)
    shown = plain(word)
    if row is not None:
        st.success(text.OOV_YES[lang].format(word=shown, n=int(space.counts[row])))
        return
    pieces = [word[i : i + 3] for i in range(max(1, len(word) - 2))] if language_of(word) == "en" else list(word)
    st.warning(text.OOV_NO[lang].format(word=shown, pieces=" · ".join(f"`{p.replace('`', 'ˋ')}`" for p in pieces[:12])))
