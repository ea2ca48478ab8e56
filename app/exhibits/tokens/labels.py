"""The view *Labels on pieces*: a sentence with word labels, handed down to MiniLM's pieces in three ways."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.exhibits.tokens import text
from app.house.parts import control
from app.i18n import Lang
from core.tokens import bert
from core.tokens.align import OUTSIDE, POLICIES, align, read_labels, words_of

LONGEST = 400


def view(lang: Lang) -> None:
    """Words and labels to edit, and one row a piece."""
    st.markdown(text.LABELS_HOW[lang])
    with control("tokens_words"):
        words = st.text_input(
            text.WORDS_IN[lang], text.LABELS_EXAMPLE, key="tokens_words", bind="query-params", max_chars=LONGEST
        )
    with control("tokens_labels"):
        given = st.text_input(
            text.LABELS_IN[lang], text.LABELS_DEFAULT, key="tokens_labels", bind="query-params", max_chars=LONGEST
        )
    line = " ".join((words or text.LABELS_EXAMPLE)[:LONGEST].split())
    labels = read_labels((given or "")[:LONGEST], len(line.split()))
    row = bert.read(line)
    places = words_of(line, row.spans, row.special)
    rows = {policy: align(labels, places, policy) for policy in POLICIES}
    split = sum(places.count(word) > 1 for word in set(places) - {-1})
    facts = {"split": split, "words": len(labels), "places": names(labels), "repeat": names(rows["repeat"])}
    st.markdown(f"**{text.LABELS_TITLE[lang].format(**facts)}**")
    shown = pd.DataFrame(
        {
            text.LABEL_COLUMNS["piece"][lang]: row.pieces,
            text.LABEL_COLUMNS["word"][lang]: ["" if word < 0 else line.split()[word] for word in places],
            text.LABEL_COLUMNS["label"][lang]: ["" if word < 0 else labels[word] for word in places],
        }
        | {text.POLICIES[p][lang]: [text.IGNORED[lang] if x is None else x for x in rows[p]] for p in POLICIES}
    )
    st.dataframe(shown, hide_index=True, height=min(36 * len(shown) + 40, 460))
    st.caption(text.LABELS_AFTER[lang])


def names(labels: Sequence[str | None]) -> int:
    """How many named things a row of labels says there are: every B-, and every I- that follows nothing of its kind."""
    count, before = 0, OUTSIDE
    for label in labels:
        if label is None:
            continue
        count += label.startswith("B-") or (label.startswith("I-") and before[2:] != label[2:])
        before = label
    return count
