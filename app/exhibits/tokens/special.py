"""The view *Special tokens*: what MiniLM really receives, position by position."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.tokens import chips, text
from app.exhibits.tokens.reading import LONGEST, Chip, vocabulary
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from app.session import sentence
from core.tokens import bert

POSITIONS = 512
MOST = 128  # positions to fill up to


def view(lang: Lang) -> None:
    """One or two sentences between their special tokens, as chips and as rows of numbers."""
    st.markdown(text.SPECIAL_HOW[lang])
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    with left, control("tokens_pair"):
        pair = st.text_input(
            text.PAIR[lang], key="tokens_pair", bind="query-params", max_chars=LONGEST, placeholder=text.PAIR_HINT[lang]
        )
    with right, control("tokens_pad"):
        pad = whole("tokens_pad", text.PAD[lang], 0, MOST, default=24)
    row = bert.read(sentence(text.EXAMPLE[lang])[:LONGEST], (pair or "").strip()[:LONGEST] or None, pad_to=pad)
    lost = bert.known("[UNK]")
    unknown = sum(i == lost and not special for i, special in zip(row.ids, row.special, strict=True))
    own = len(row.ids) - sum(row.special)
    facts = {"n": len(row.ids), "special": sum(row.special), "own": own, "unknown": unknown}
    st.markdown(f"**{text.SPECIAL_TITLE[lang].format(**facts)}**")
    pieces = [
        Chip(p, p, None if i == lost and not special else i, word, 0, 0, special)
        for p, i, word, special in zip(row.pieces, row.ids, row.words, row.special, strict=True)
    ]
    st.html(f'{chips.style()}<div class="pieces">{chips.strip(pieces, lang)}</div>')
    st.dataframe(table(row, lang), hide_index=True, height=320)
    st.caption(text.LIMIT[lang].format(positions=POSITIONS))
    st.markdown(f"**{text.WHO_HAS[lang]}**")
    st.dataframe(who(lang), hide_index=True)
    st.caption(text.WHO_HOW[lang].format(size=f"{bert.size():,}"))


def table(row: bert.Row, lang: Lang) -> pd.DataFrame:
    """One row a position, as the model counts them: from 0."""
    columns = (range(len(row.ids)), row.pieces, row.ids, row.segments, row.read)
    return pd.DataFrame(dict(zip((label[lang] for label in text.SPECIAL_COLUMNS.values()), columns, strict=True)))


def who(lang: Lang) -> pd.DataFrame:
    """Every special token: its id in MiniLM, whether our vocabularies have such a thing."""
    runs = vocabulary("news-en").runs
    rows = []
    for token in bert.SPECIAL:
        ours = {text.KINDS[k][lang]: "✓" if token == "[UNK]" and k != "bytes" else "" for k in runs}
        rows.append(
            {text.TOKEN_COLUMN[lang]: token, text.JOB_COLUMN[lang]: text.JOB[token][lang]}
            | {"MiniLM": bert.known(token)}
            | ours
        )
    return pd.DataFrame(rows)
