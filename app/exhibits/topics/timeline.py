"""The recorded paragraphs through time: they have no date, but many name a year."""

from __future__ import annotations

import streamlit as st

from app.exhibits.topics import own_charts, own_text, text
from app.house.figures import show
from app.i18n import Lang
from core.topics.overtime import year_of
from core.topics.recorded import documents
from core.topics.topics import Topics

FIRST, SPANS = 1760, 13  # year from which paragraphs are placed; spans, of about twenty years


def view(topics: Topics, topic: int | None, lang: Lang) -> None:
    """Topics by the years that their paragraphs name."""
    with st.spinner(text.READING[lang]):
        years = [year_of(each, FIRST) for each in documents()]
    show(
        own_charts.over_time(topics, years, lang, bins=SPANS, topic=topic),
        key="topics_years",
        alt=own_text.TIME_ALT[lang],
    )
    facts = {"n": sum(year is not None for year in years), "all": f"{len(years):,}", "first": FIRST}
    st.caption(text.TIME_NOTE[lang].format(**facts))
