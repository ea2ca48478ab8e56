"""MacBERT beside what it grew from: four ways to hide, what each taught a small reader, seven models in a grid."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.objectives import chips, text
from app.exhibits.objectives import macbert_text as said
from app.exhibits.objectives.reading import asked, drawn, has_rate, share_hidden
from app.house.numbers import percent
from app.i18n import Lang
from app.session import seed
from core.masking.objectives.card import card
from core.published import rows

WAYS = ("mlm", "whole-word", "n-gram", "mac")
TAUGHT = ("mlm", "n-gram", "mac", "sop")
TABLE = "macbert_comparison"


def macbert(lang: Lang) -> None:
    """One text hidden in four ways by the same dice, the readers, the published grid."""
    what = asked(lang)
    with st.columns(2)[0]:
        share = share_hidden(lang)
    made = [(name, drawn(name, what, seed(), share if has_rate(name) else None)) for name in WAYS]
    masks = sum(word == "[MASK]" for word in made[-1][1].inputs)
    st.markdown(f"**{said.TITLE[lang].format(asked=int(made[-1][1].loss_mask.sum()), masks=masks)}**")
    st.html(chips.gallery([("masked", made)], lang))
    st.markdown(f"**{said.READERS[lang]}**")
    st.dataframe(marks(lang), hide_index=True)
    train = f"?objectives_part=train&lang={lang}&objectives_train="
    st.caption(said.READERS_SAY[lang].format(ngram=f"{train}n-gram", mac=f"{train}mac"))
    st.markdown(f"**{said.GRID[lang]}**")
    st.dataframe(grid(lang), hide_index=True)
    st.caption(said.GRID_SAYS[lang])


def marks(lang: Lang) -> pd.DataFrame:
    """A row a reader: its own question, the common ones."""
    shown = []
    for name in TAUGHT:
        found = card()["readers"][name]
        right, topic = (percent(found[key], lang) for key in ("right", "topic"))
        shown.append((text.NAMES[name][lang], right, f"{found['cloze_nats']:.2f}", topic))
    return pd.DataFrame(shown, columns=[each[lang] for each in said.MARKS])


def grid(lang: Lang) -> pd.DataFrame:
    """What the paper says of seven models."""
    shown = [[row["model"], *(said.none(row[key], lang) for key in said.GRID_COLUMNS)] for row in rows(TABLE)]
    return pd.DataFrame(shown, columns=[said.MODEL[lang], *(each[lang] for each in said.GRID_COLUMNS.values())])
