"""The runs of one visitor, so that the next can be held against an earlier one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.exhibits.topics import flow
from app.exhibits.topics import own_text as words
from app.i18n import Lang
from core import jobs
from core.text import Corpus
from core.topics.topics import Topics

RUNS = 6  # that are remembered


def remember(job: jobs.Job, corpus: Corpus, asked: Mapping[str, Any]) -> None:
    """Keep the key of a finished run, so that the next one can be held against it."""
    runs: dict[str, tuple[str, str]] = st.session_state.setdefault("topics_runs", {})
    runs.pop(job.key, None)
    how = ", ".join([*asked.get("names", ()), *(["✓"] if "known" in asked else [])])
    runs[job.key] = (digest(corpus.documents), how)
    while len(runs) > RUNS:
        del runs[next(iter(runs))]


def digest(documents: tuple[str, ...]) -> str:
    """Which texts these are."""
    return hashlib.sha256("\0".join(documents).encode("utf-8", "surrogatepass")).hexdigest()


def against_earlier(topics: Topics, run: str, lang: Lang) -> None:
    """An earlier run of this visitor on the same texts, and what became of its topics in this one."""
    runs: dict[str, tuple[str, str]] = st.session_state.get("topics_runs", {})
    mine = runs.get(run, ("", ""))[0]
    earlier = {
        key: job.result()
        for key, (texts, _) in reversed(runs.items())
        if key != run and texts == mine and (job := jobs.find(key)) is not None and job.state == "done"
    }
    if not earlier:
        st.info(words.EARLIER_NONE[lang])
        return
    chosen = st.selectbox(
        words.EARLIER[lang],
        list(earlier),
        format_func=lambda key: run_name(earlier[key], runs[key][1], lang),
        key="topics_own_earlier",
    )
    if earlier[chosen].C:
        flow.side_by_side(earlier[chosen], topics, True, lang, key="topics_own_flow")


def run_name(topics: Topics, asked: str, lang: Lang) -> str:
    config = topics.config
    more = words.ASKED_FOR[lang].format(how=asked) if asked else ""
    facts = {"C": topics.C, "smallest": config.min_cluster_size, "seed": config.seed}
    return words.RUN_NAME[lang].format(asked=more, **facts)
