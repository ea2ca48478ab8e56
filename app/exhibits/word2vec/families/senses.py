"""One Chinese word, several senses: English translations pull them apart."""

from __future__ import annotations

import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang, Text
from core.words.recorded import recorded


def view(lang: Lang) -> None:
    """Neighbours before and after, on one map."""
    kept = recorded("senses")
    splits = {each.word: each for each in kept.run}
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_sense_word"):
            labels = {word: Text(en=word, zh=word) for word in splits}
            word = choice(
                st.segmented_control,
                text.SENSE_WORD[lang],
                list(splits),
                labels,
                lang,
                key="word2vec_sense_word",
                default=next(iter(splits)),
                required=True,
            )
        with control("word2vec_split"):
            parted = st.toggle(text.SPLIT[lang], True, key="word2vec_split", bind="query-params")
    found = splits[word]
    with stage:
        if parted:
            named = [f"{word}#{sense}" for sense in found.senses]
            belongs = {name: i for i, group in reversed(list(enumerate(found.after))) for name, _ in group}
            belongs |= {name: i for i, name in enumerate(named)}
            group = [belongs.get(name, len(named)) for name in found.names]
            a, b = found.senses[:2]
            title = text.SENSE_TITLE[lang].format(word=word, a=a, b=b, cosine=float(found.cosine[0, 1]))
            big = [found.names.index(name) for name in named]
            show(charts.plane(found.places, found.names, group, title, big=big), key="word2vec_senses", alt=title)
        else:
            fig = charts.bars({word: found.before}, text.ONE_POINT[lang].format(word=word), text.COSINE[lang])
            show(fig, key="word2vec_one_sense", alt=text.ONE_POINT[lang].format(word=word))
    with desk:
        counts = " · ".join(f"{s} {n}" for s, n in zip(found.senses, found.counts, strict=True))
        st.caption(text.SENSE_COUNTS[lang].format(counts=counts, left=found.left))
        st.caption(text.SENSE_SOURCE[lang].format(date=kept.date))
