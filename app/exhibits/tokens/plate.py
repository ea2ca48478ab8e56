"""The picture of this exhibit on the entrance: one sentence under several tokenizers."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.tokens import charts, text
from app.exhibits.tokens.reading import DEFAULT_ADDED, Asked, line
from app.i18n import Lang
from core.tokens import KINDS

SENTENCE = {"en": ("unforgettable snowflakes", "news-en"), "zh": ("哈尔滨的雪花真好看", "wiki-zh")}


@cache
def plate(lang: Lang) -> go.Figure:
    """Two words, four ways; the title counts BPE's pieces."""
    typed, corpus = SENTENCE[lang]
    what = Asked(typed, len(typed), corpus, DEFAULT_ADDED)
    found = [line(kind, what) for kind in KINDS]
    return charts.strips(found, text.PLATE[lang].format(word=typed, n=len(found[0].chips)), lang)
