"""The view *My own axes*: directions that mean something, because the visitor says what lies at their ends."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.word2vec import space_charts
from app.exhibits.word2vec import space_text as text
from app.exhibits.word2vec.reading import known, space
from app.exhibits.word2vec.space import Space
from app.house.figures import show
from app.house.parts import control
from app.i18n import Lang
from core.errors import Trouble
from core.word2vec.explore import axis, formula

MOST = 80  # words in the picture


def view(lang: Lang) -> None:
    """Two directions, and words by their cosine with both."""
    st.markdown(text.AXES_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        of = space(lang)
        fields = (("word2vec_x", text.X_IN), ("word2vec_y", text.Y_IN), ("word2vec_words", text.WORDS_IN))
        typed = [
            _typed(key, label[lang], example) for (key, label), example in zip(fields, text.AXES[of.name], strict=True)
        ]
    words, missing = _words(of, typed[2])
    with stage:
        ways = [direction(of, each) for each in typed[:2]]
        at = np.stack([of.vectors.unit[[of.vectors.index[word] for word in words]] @ way for way in ways], axis=1)
        ends = [end for each in typed[:2] for end in named(each)]
        if words:
            show(space_charts.placed(words, at, ends, lang), key="word2vec_placed", alt=text.AXES_ALT[lang])
        st.caption(text.AXES_CAPTION[lang].format(cosine=float(ways[0] @ ways[1])))
        if missing:
            st.caption(text.LEFT_OUT[lang].format(words=" · ".join(f"`{w.replace('`', 'ˋ')[:40]}`" for w in missing)))


def direction(of: Space, typed: str) -> np.ndarray:
    """Two sets with a | between them, or a formula, as a vector of length 1.

    Raises:
        Trouble: ``word2vec-axis`` for a direction without a beginning, and as :func:`formula` does.
    """
    if "|" in typed:
        minus, _, plus = (part.replace(",", " ").replace("，", " ").split() for part in typed.partition("|"))
        if minus and plus:
            return axis(of.vectors, plus, minus)
    elif len(typed.split()) > 2:
        point, _ = formula(of.vectors, typed)
        return point / max(float(np.linalg.norm(point)), 1e-9)
    raise Trouble("word2vec-axis", f"{typed!r} is no direction: write two sets with a | between, or a - b.")


def named(typed: str) -> tuple[str, str]:
    """What stands at the two ends of an axis."""
    left, bar, right = typed.partition("|")
    return (left.strip(), right.strip()) if bar else (f"−({typed})", typed)


def _typed(key: str, label: str, example: str) -> str:
    with control(key):
        kind = st.text_area if key == "word2vec_words" else st.text_input
        typed = kind(label, key=key, bind="query-params", max_chars=600, placeholder=example)
    return (typed or "").strip() or example


def _words(of: Space, typed: str) -> tuple[list[str], list[str]]:
    """Those that have a vector, and those that have none."""
    asked = list(dict.fromkeys(typed.replace(",", " ").replace("，", " ").split()))[:MOST]
    rows = [known(of, word) for word in asked]
    words = [of.vectors.vocab[row] for row in rows if row is not None]
    return words, [word for word, row in zip(asked, rows, strict=True) if row is None]
