"""The view *Which words count*: noise words by their exponent, frequent words thinned out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.word2vec import sampling_text as text
from app.exhibits.word2vec import toy_text
from app.exhibits.word2vec.reading import DEFAULT, at_hand, known, space, unknown
from app.exhibits.word2vec.space import Space
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, INDIGO, finish
from core import claims
from core.word2vec.study import Study, recorded
from core.word2vec.tree import grow
from core.word2vec.vocabulary import keep_as_code, keep_as_paper, noise

POINTS = 120  # of a curve
PROBE = "river"
WAYS = ("negative", "hierarchical", "softmax")


def view(lang: Lang) -> None:
    """Two questions, one screen each."""
    with control("word2vec_which"):
        which = choice(
            st.segmented_control,
            text.WHICH[lang],
            list(text.WHICHES),
            text.WHICHES,
            lang,
            key="word2vec_which",
            default="noise",
            required=True,
        )
    if which == "noise":
        _noise(lang)
    else:
        _keep(lang)


def counted(lang: Lang) -> Space:
    """The chosen vectors where it is known how often each word occurs, else the shipped ones."""
    of = space(lang)
    if of.counted:
        return of
    st.info(text.NO_COUNTS[lang], icon=":material/info:")
    return at_hand(DEFAULT[lang], lang)


def _noise(lang: Lang) -> None:
    st.markdown(text.NOISE_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        of = counted(lang)
        with control("word2vec_alpha"):
            alpha = whole("word2vec_alpha", text.EXPONENT[lang], 0, 120, default=75, step=5) / 100
        with control("word2vec_k"):
            k = whole("word2vec_k", text.K[lang], 1, 20, default=5)
        p = noise(of.counts, alpha)
        drawn = np.random.default_rng(seed()).choice(len(p), k, p=p)
        words = " · ".join(of.vectors.vocab[i] for i in drawn)
        word = of.vectors.vocab[min(200, len(of.vectors.vocab) - 1)]
        st.caption(text.DRAWN[lang].format(word=word, k=k, drawn=words, nats=(1 + k) * np.log(2)))
        _shared(lang)
    with stage:
        show(noise_curve(of, alpha, lang), key="word2vec_noise", alt=text.NOISE_ALT[lang])
        _ways(lang)


def noise_curve(of: Space, alpha: float, lang: Lang) -> go.Figure:
    """Probabilities by rank for the chosen exponent, 1 and 0."""
    V = len(of.counts)
    rank = np.unique(np.geomspace(1, V, POINTS).astype(int))
    fig = go.Figure()
    for exponent, name, colour, dash, width in (
        (1.0, text.AS_TEXT[lang], INDIGO, "dot", 2),
        (0.0, text.EVEN[lang], GREY, "dash", 2),
        (alpha, text.CHOSEN[lang], CINNABAR, "solid", 3),
    ):
        line = {"color": colour, "dash": dash, "width": width}
        words = [of.vectors.vocab[r - 1] for r in rank]
        fig.add_trace(
            go.Scatter(
                x=rank,
                y=noise(of.counts, exponent)[rank - 1],
                name=name,
                mode="lines",
                line=line,
                hovertext=words,
                hovertemplate="%{hovertext}: %{y:.2e}<extra></extra>",
            )
        )
    fig.update_xaxes(type="log", title=text.RANK[lang])
    fig.update_yaxes(type="log", title=text.CHANCE[lang], exponentformat="power")
    mine, plain = noise(of.counts, alpha), noise(of.counts, 1.0)
    facts = {"top": of.vectors.vocab[0], "rare": of.vectors.vocab[-1], "p": mine[0], "f": plain[0]}
    title = text.NOISE_TITLE[lang].format(alpha=alpha, times=mine[-1] / plain[-1], **facts)
    return finish(fig, title, height=420)


def _shared(lang: Lang) -> None:
    """What this program does differently, with the measured effect."""
    found = claims.recorded("word2vec/shared-negatives")
    if found is not None:
        effect = found.effect
        facts = {"n": len(found.seeds), "mean": effect.mean, "low": effect.low, "high": effect.high}
        st.info(text.SHARED[lang].format(**facts), icon=":material/bolt:")


def _ways(lang: Lang) -> None:
    """Three outputs on one text: what they ask, cost and reach."""
    found = {way: recorded(f"news-{way}") for way in WAYS}
    first = found["negative"]
    st.markdown(
        text.WAYS[lang].format(
            words=first.running,
            epochs=first.task.config.epochs,
            n=first.task.seeds,
            V=len(first.vocab),
            date=first.date,
            machine=first.machine,
        )
    )
    rows = [
        (
            toy_text.OUTPUTS[way][lang],
            f"{asked(study):.1f}",
            f"{study.seconds.mean():.1f}",
        )
        for way, study in found.items()
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=[label[lang] for label in text.WAY_COLUMNS]), hide_index=True, width="content"
    )
    st.caption(text.WAYS_NOTE[lang])


def asked(study: Study) -> float:
    """Output rows that one step asks."""
    config = study.task.config
    if config.output == "negative":
        return 1 + config.negatives
    if config.output == "softmax":
        return len(study.vocab)
    return float((np.diff(grow(study.counts).starts) * study.counts).sum() / study.counts.sum())


def _keep(lang: Lang) -> None:
    st.markdown(text.KEEP_HOW[lang])
    st.latex(text.KEEP_FORMULA)
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        of = counted(lang)
        with control("word2vec_t"):
            t = choice(
                st.select_slider,
                text.THRESHOLD[lang],
                list(text.THRESHOLDS),
                text.THRESHOLDS,
                lang,
                key="word2vec_t",
                default="1e-3",
            )
        paper, code = keep_as_paper(of.counts, float(t)), keep_as_code(of.counts, float(t))
        share = of.counts / of.counts.sum()
        st.caption(text.KEEP_LEFT[lang].format(code=float(share @ code), paper=float(share @ paper)))
        _before_after(lang)
    with stage:
        fig = keep_curve(of, t, paper, code, lang)
        show(fig, key="word2vec_keep", alt=text.KEEP_ALT[lang])


def keep_curve(of: Space, t: str, paper: np.ndarray, code: np.ndarray, lang: Lang) -> go.Figure:
    """Both formulas over the words' share of the text."""
    rank = np.unique(np.geomspace(1, len(of.counts), POINTS).astype(int)) - 1
    share = (of.counts / of.counts.sum())[rank]
    words = [of.vectors.vocab[r] for r in rank]
    fig = go.Figure()
    for values, name, colour, dash in (
        (paper, text.PAPER[lang], INDIGO, "dash"),
        (code, text.PROGRAM[lang], CINNABAR, "solid"),
    ):
        fig.add_trace(
            go.Scatter(
                x=share,
                y=values[rank],
                name=name,
                mode="lines+markers",
                marker={"size": 4, "color": colour},
                line={"color": colour, "dash": dash, "width": 2},
                hovertext=words,
                hovertemplate="%{hovertext}: %{y:.3f}<extra></extra>",
            )
        )
    for r in (0, 3, 20):
        if r < len(of.counts):
            x = float(np.log10(of.counts[r] / of.counts.sum()))
            fig.add_annotation(x=x, y=float(code[r]), text=of.vectors.vocab[r], showarrow=True, ax=24, ay=-24)
    fig.update_xaxes(type="log", title=text.SHARE_AXIS[lang], exponentformat="power")
    fig.update_yaxes(title=text.STAYS[lang], range=[0, 1.05])
    title = text.KEEP_TITLE[lang].format(t=t, top=of.vectors.vocab[0], code=float(code[0]), paper=float(paper[0]))
    return finish(fig, title, height=420)


def _before_after(lang: Lang) -> None:
    """A word's neighbours, with and without thinning."""
    thinned, whole_ = recorded("usual"), recorded("not-thinned")
    with control("word2vec_probe"):
        typed = st.text_input(
            text.PROBE[lang], key="word2vec_probe", bind="query-params", max_chars=60, placeholder=PROBE
        )
    word = (typed or "").strip().casefold() or PROBE
    if word not in thinned.vectors.index or word not in whole_.vectors.index:
        st.caption(text.BEFORE_AFTER[lang].format(word="?"))
        of = Space("mine", "usual", thinned.vectors, thinned.counts, {}, np.zeros(0), thinned.running)
        if known(of, word) is None:
            unknown(of, word, lang)
        return
    st.markdown(f"**{text.BEFORE_AFTER[lang].format(word=word)}**")
    table = {
        text.BEFORE[lang]: [w for w, _ in whole_.vectors.nearest(word, 8)],
        text.AFTER[lang]: [w for w, _ in thinned.vectors.nearest(word, 8)],
    }
    st.dataframe(pd.DataFrame(table), hide_index=True)
