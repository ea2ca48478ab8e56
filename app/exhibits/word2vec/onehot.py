"""The view *One-hot*: the same words as strangers, and as vectors that were learnt from company."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import streamlit as st

from app.exhibits.word2vec import toy_charts
from app.exhibits.word2vec import toy_text as text
from app.exhibits.word2vec.toy import course, toy
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core.word2vec import Vectors

STEPS, RATE = 3_000, 0.2
MOST = 20  # words in the picture


def view(lang: Lang) -> None:
    """Two matrices of cosines; the slider changes the second."""
    st.markdown(text.ONEHOT_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = toy(lang, seed(), outputs=False)
        if what is None:
            return
        with control("word2vec_d"):
            D = whole("word2vec_d", text.D_IN[lang], 2, 10, default=5)
        config = replace(what.config, output="softmax", D=D, window=2, lr=RATE)
        found = course(replace(what, config=config), STEPS)
        words = found.words[:MOST]
        unit = Vectors(words, found.X[:MOST]).unit
        cosine = unit @ unit.T
        a, b = np.unravel_index(np.argmax(cosine - 2 * np.eye(len(words))), cosine.shape)
        st.caption(text.ONEHOT_CAPTION[lang].format(steps=STEPS, lr=RATE))
    with stage:
        facts = {"V": len(found.words), "D": D, "a": words[a], "b": words[b], "cosine": float(cosine[a, b])}
        fig = toy_charts.cosines(words, cosine, len(found.words), D, text.ONEHOT_TITLE[lang].format(**facts), lang)
        show(fig, key="word2vec_cosines", alt=text.ONEHOT_ALT[lang])
