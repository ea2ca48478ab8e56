"""The collection that is searched and clustered: sentences of the news, each read once for the whole server."""

from __future__ import annotations

import re
from functools import cache

import streamlit as st

from app.house import heavy
from core.search import Index, build
from core.text import load_corpus

MOST = 600  # sentences that are indexed while a visitor waits


@cache
def collection() -> tuple[str, ...]:
    """Sentences of the news, in their order."""
    documents = load_corpus("lee-news").documents
    found = (part.strip() for document in documents for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", document))
    return tuple(dict.fromkeys(part for part in found if 30 <= len(part) <= 200))[:MOST]


@st.cache_resource(show_spinner=False)
def indexed() -> Index:
    """Built once for the server."""
    heavy.stack()
    return build(collection())
