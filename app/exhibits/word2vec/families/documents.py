"""Documents as points: the mean of their words, their own vectors, and what a classifier makes of them."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, DESK, GREY, INDIGO, finish
from core.word2vec import shipped
from core.word2vec.texts import words as cut
from core.words import averages
from core.words.recorded import CORPUS, recorded

TEST = 30  # paragraphs of each class that are kept back
SIZES = (1, 2, 4, 8, 16, 32)


def view(lang: Lang) -> None:
    """Averages, or paragraph vectors."""
    with control("word2vec_documents"):
        which = choice(
            st.segmented_control,
            text.DOCUMENTS[lang],
            list(text.DOCUMENT_VIEWS),
            text.DOCUMENT_VIEWS,
            lang,
            key="word2vec_documents",
            default="averages",
            required=True,
        )
    (_averages if which == "averages" else _paragraphs)(lang)


def _averages(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_each"):
            each = whole("word2vec_each", text.EACH[lang], 1, 32, default=8)
        with control("word2vec_paragraph"):
            typed = st.text_area(
                text.PARAGRAPH[lang], text.PARAGRAPH_TEXT, key="word2vec_paragraph", max_chars=2_000, height=120
            )
    names, X, _, labels = corpus()
    right = accuracies(seed())
    with stage:
        show(learning(right, each, lang), key="word2vec_averages", alt=text.AVERAGES_ALT[lang])
        st.caption(text.AVERAGES_CAPTION[lang].format(C=len(names), test=TEST, corpus=CORPUS, names=" · ".join(names)))
    with desk:
        train = picks(labels, each, seed())[0]
        of = shipped.vectors("words-en")
        new = averages.mean([cut(typed)], of)
        if not new.any():
            st.info(text.NO_KNOWN_WORD[lang])
            return
        scores = averages.Ridge(X[train], labels[train]).scores(new)[0]
        rows = [(names[i], float(scores[i])) for i in np.argsort(-scores)]
        said = text.SAYS[lang].format(name=rows[0][0])
        fig = charts.bars({text.SCORES[lang]: rows}, said, text.SCORE[lang], height=300, widest=DESK)
        show(fig, key="word2vec_says", alt=text.SCORES[lang])


@shared(1)
def corpus() -> tuple[tuple[str, ...], np.ndarray, np.ndarray, np.ndarray]:
    """Paragraphs of the longest articles: titles, averages, bags, labels."""
    kept = recorded("labelled").run
    documents = [[kept.vocab[i] for i in part] for part in np.split(kept.tokens, kept.starts[1:-1])]
    of = shipped.vectors("words-en")
    return kept.names, averages.mean(documents, of), averages.bag(documents, kept.vocab), kept.labels


def picks(labels: np.ndarray, each: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """``each`` paragraphs a class to learn from, ``TEST`` others to be tested on."""
    dice = np.random.default_rng(seed)
    orders = [dice.permutation(np.flatnonzero(labels == c)) for c in range(labels.max() + 1)]
    test = [order[:TEST] for order in orders]
    train = [order[TEST : TEST + each] for order in orders]
    return np.concatenate(train), np.concatenate(test)


@shared(32)
def accuracies(seed: int) -> dict[str, np.ndarray]:
    """Accuracy by paragraphs a class, five draws: averages, bag of words; draws × sizes."""
    _, X, B, labels = corpus()
    found = {"averages": [], "bag": []}
    for draw in range(5):
        for name, features in (("averages", X), ("bag", B)):
            row = []
            for each in SIZES:
                train, test = picks(labels, each, seed + draw)
                rule = averages.Ridge(features[train], labels[train])
                row.append(rule.right(features[test], labels[test]).mean())
            found[name].append(row)
    return {name: np.array(rows) for name, rows in found.items()}


def learning(right: dict[str, np.ndarray], each: int, lang: Lang) -> go.Figure:
    """Two curves with the range of five draws."""
    fig = go.Figure()
    for name, colour, dash in (("averages", CINNABAR, "solid"), ("bag", INDIGO, "dot")):
        low, middle, high = right[name].min(0), right[name].mean(0), right[name].max(0)
        band = go.Scatter(
            x=[*SIZES, *SIZES[::-1]],
            y=[*high, *low[::-1]],
            fill="toself",
            line={"width": 0},
            fillcolor=colour,
            opacity=0.15,
            hoverinfo="skip",
            showlegend=False,
        )
        line = go.Scatter(
            x=SIZES, y=middle, name=text.FEATURES[name][lang], line={"color": colour, "dash": dash, "width": 3}
        )
        fig.add_traces([band, line])
    fig.add_vline(x=each, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(type="log", tickvals=SIZES, ticktext=[str(s) for s in SIZES], title=text.EACH[lang])
    fig.update_yaxes(title=text.ACCURACY[lang], tickformat=".0%")
    ahead = [s for s, a, b in zip(SIZES, right["averages"].mean(0), right["bag"].mean(0), strict=True) if a > b]
    said = text.AVERAGES_TITLE if ahead else text.AVERAGES_NEVER
    return finish(fig, said[lang].format(n=len(ahead), of=len(SIZES)), height=420)


def _paragraphs(lang: Lang) -> None:
    kept = recorded("paragraphs")
    titles = kept.run.titles
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("word2vec_article"):
        title = st.selectbox(text.ARTICLE[lang], titles, key="word2vec_article", bind="query-params")
    rows = kept.run.documents / np.linalg.norm(kept.run.documents, axis=1, keepdims=True)
    at = titles.index(title) if title in titles else 0
    near = [i for i in np.argsort(-(rows @ rows[at]), kind="stable") if i != at][:8]
    with desk:
        neighbours = [(titles[i], float(rows[i] @ rows[at])) for i in near]
        fig = charts.bars({text.NEAREST[lang]: neighbours}, "", text.COSINE[lang], height=340)
        show(fig, key="word2vec_near_articles", alt=text.NEAREST[lang])
        st.caption(text.RECORDED[lang].format(date=kept.date, seconds=kept.seconds, corpus=CORPUS))
    with stage:
        group = [0 if i == at else 1 if i in near else 3 for i in range(len(titles))]
        shown = [titles[i] if i == at or i in near else "" for i in range(len(titles))]
        said = text.PARAGRAPHS_TITLE[lang].format(title=titles[at], near=titles[near[0]])
        fig = charts.plane(charts.pca(rows), shown, group, said, big=[at])
        show(fig, key="word2vec_paragraph_map", alt=said)
