"""Part 4, *Train it*: one's own texts, grouped in another process; result on screen and to take home."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.topics import own_files, own_runs, own_views, text
from app.exhibits.topics import own_text as words
from app.house import training
from app.house.links import choice, whole
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.text import Corpus, language_of
from core.tokens import corpora
from core.topics.config import OUTLIER, READINGS, Config
from core.topics.discover import MOST

NAME = "topics_own"
HUB = {  # which columns of which set
    "ag": ("fancyzhx/ag_news", "text", "label"),
    "groups": ("SetFit/20_newsgroups", "text", "label_text"),
}
SMALLEST = (  # from so many texts on: the slider, its end, where it stands at first
    (10_000, "topics_own_smallest_many", 300, 50),
    (1_500, "topics_own_smallest_some", 100, 10),
    (0, "topics_own_smallest", 60, 5),
)
ASKED, LONG = 8, 5_000  # names that are asked for; texts that take minutes


def part() -> None:
    lang = language()
    st.subheader(words.OWN_QUESTION[lang], anchor=False)
    st.markdown(words.OWN_IDEA[lang])
    picture = st.container()
    with control("topics_set"):
        chosen = choice(
            st.segmented_control,
            words.SET[lang],
            list(words.SETS),
            words.SETS,
            lang,
            key="topics_set",
            default="zh-notes" if lang == "zh" else "lee-news",
            required=True,
        )
    if chosen == "saved":
        topics = own_files.saved(lang)
        if topics is not None:
            with picture:
                own_views.result(topics, None, lang)
        return
    corpus = given(chosen, lang)
    if corpus is None:
        st.info(words.OWN_NONE[lang])
        return
    config, more = settings(corpus, lang)
    if len(corpus.documents) >= LONG:
        st.caption(words.MANY[lang].format(n=len(corpus.documents)))
    job = training.panel(NAME, lang, lambda: jobs.submit(_discover(), list(corpus.documents), config, **more))
    if job is not None and job.state == "done":
        with picture:
            own_runs.remember(job, corpus, more)
            own_views.result(job.result(), corpus, lang, run=job.key)


def given(chosen: str, lang: Lang) -> Corpus | None:
    """The texts that were chosen, where they are at hand."""
    if chosen == "own":
        return own_files.uploaded(lang)
    return fetched(chosen, lang) if chosen in HUB else packaged(chosen)


def packaged(name: str) -> Corpus:
    """One of the sets that are always at hand."""
    return corpora.corpus(name)


def fetched(chosen: str, lang: Lang) -> Corpus | None:
    """A set of the hub, fetched by a job."""
    name, column, label = HUB[chosen]
    with control("topics_own_fetch"):
        limit = whole("topics_own_fetch", words.FETCH[lang], 500, MOST, default=2_000, step=500)

    def submit() -> jobs.Job:
        from core.topics.fetch import Fetch, fetch

        return jobs.submit(fetch, name, Fetch(column, label, limit=limit))

    job = training.panel(f"topics_fetch_{chosen}", lang, submit)
    if job is None or job.state != "done":
        return None
    corpus: Corpus = job.result()
    st.caption(words.FETCHED[lang].format(n=len(corpus.documents), licence=plain(corpus.licence, 80)))
    return corpus


def settings(corpus: Corpus, lang: Lang) -> tuple[Config, dict]:
    """One slider in sight; what is asked for by name or by label, and how words are counted, is folded."""
    left, right = st.columns([2, 1], gap="medium", vertical_alignment="bottom")
    _, key, most, usual = next(each for each in SMALLEST if len(corpus.documents) >= each[0])
    with left, control(key):
        smallest = whole(key, words.OWN_SMALLEST[lang], 3, most, default=usual)
    with right, st.popover(words.MORE[lang], icon=":material/tune:"):
        reading = "words"
        if language_of(" ".join(corpus.documents[:200])) == "en":
            with control("topics_own_reading"):
                reading = choice(
                    st.radio,
                    words.READING[lang],
                    list(READINGS),
                    words.READINGS,
                    lang,
                    key="topics_own_reading",
                    default="meaning",
                )
        with control("topics_own_names"):
            typed = st.text_input(words.NAMES[lang], key="topics_own_names", bind="query-params", max_chars=200) or ""
        with control("topics_own_how"):
            how = choice(
                st.radio,
                text.HOW[lang],
                list(text.HOWS),
                text.HOWS,
                lang,
                key="topics_own_how",
                default="zero",
            )
        with control("topics_own_alike"):
            alike = whole("topics_own_alike", text.ALIKE[lang], 10, 90, default=35, step=5) / 100
        told = False
        if corpus.labels:
            with control("topics_own_known"):
                told = st.toggle(words.KNOWN[lang], key="topics_own_known", bind="query-params")
        else:
            st.caption(words.NO_LABELS[lang])
        with control("topics_own_pairs"):
            ngrams = whole("topics_own_pairs", words.PAIRS[lang], 1, 3, default=1)
        with control("topics_own_stops"):
            stops = st.toggle(words.STOPS[lang], key="topics_own_stops", bind="query-params")
    names = tuple(dict.fromkeys(name for part in typed.replace("，", ",").split(",") if (name := part.strip())))[:ASKED]
    more: dict = {"names": list(names), "how": how} if names else {}
    if told and corpus.labels:
        more["known"] = known(corpus.labels)
    least = 1 if len(corpus.documents) < 200 else 2
    config = Config(
        reading=reading,
        min_cluster_size=smallest,
        least=least,
        ngrams=ngrams,
        stop=not stops,
        alike=alike if names else Config.alike,
        seed=seed(),
    )
    return config, more


def known(labels: tuple[str, ...]) -> list[int]:
    """Labels as numbers; an empty one is not known."""
    _, numbers = np.unique(labels, return_inverse=True)
    return [int(number) if label else OUTLIER for number, label in zip(numbers, labels, strict=True)]


def _discover():
    from core.topics.train import train

    return train
