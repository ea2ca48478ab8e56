"""The view *The map*: a word, its neighbours in the original space, and what a flat picture makes of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from app.exhibits.word2vec import space_charts
from app.exhibits.word2vec import space_text as text
from app.exhibits.word2vec.reading import known, pick, picked, space, unknown
from app.exhibits.word2vec.space import Space
from app.house import figures, training
from app.house.figures import Ready, points, ready
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core import jobs
from core.word2vec import maps, shipped
from core.word2vec.explore import Metric, closeness

K = 10
AROUND = 120  # words in the picture around one word
KEY, JOB = "word2vec_map", "word2vec_flatten"
# A class looks at the same few words, all at once.
_pictures: Shared[Ready] = Shared(16 << 20, lambda picture: 400_000)
_near: Shared[list[tuple[str, float]]] = Shared(1 << 20, lambda near: 200 * len(near))
_around: Shared[np.ndarray] = Shared(1 << 20, lambda rows: rows.nbytes)
_flat: Shared[maps.Map] = Shared(4 << 20, lambda flat: 40 * len(flat.points))
PICKED = "word2vec_picked"  # the lasso was used: from the next run on, that is what is drawn


@dataclass(frozen=True, eq=False)
class Shown:
    """All that the picture is made of."""

    of: Space
    word: str
    rows: np.ndarray  # of the words drawn
    flat: maps.Map
    near: list[tuple[str, float]]
    metric: Metric
    colour: str


def view(lang: Lang) -> None:
    """Controls and neighbours beside the map."""
    if st.session_state.pop(PICKED, False):
        st.session_state["word2vec_scope"] = "pick"
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        of = space(lang)
        word = chosen(of, lang)
        left, right = st.columns(2)
        with left:
            metric = _choice("word2vec_metric", text.METRIC, text.METRICS, "cosine", lang)
            scope = _choice("word2vec_scope", text.SCOPE, text.SCOPES, "around", lang)
        with right:
            method = _choice("word2vec_method", text.METHOD, text.METHODS, "auto", lang)
            known_of = {name: label for name, label in text.COLOURS.items() if name != "count" or of.counted}
            colour = _choice("word2vec_colour", text.COLOUR, known_of, "like", lang)
    near = nearest(of, word, metric)
    with stage:
        rows = drawn(of, word, scope, lang)
        flat = flattened(of, rows, method, scope, lang)
        shown = Shown(of, word, rows, flat, near, metric, colour)
        name = name_of(shown)
        fig = _pictures.get((name, metric, colour, lang), lambda: ready(space_charts.flat(shown, lang)))
        event = figures_with_choice(fig, f"{KEY}_{name}", text.MAP_ALT[lang])
        st.caption(caption(shown, lang))
    with desk:
        bars = _pictures.get(
            (of.key, word, metric, lang), lambda: ready(space_charts.neighbours(word, near, metric, lang))
        )
        figures.show(bars, key="word2vec_near", alt=text.NEAR_ALT[lang])
        st.caption(provenance(of, lang))
    _follow(event, shown)


def name_of(shown: Shown) -> str:
    """A name for the picture: what is chosen in one must not be taken for a choice in the next."""
    facts = f"{shown.of.key} {shown.word} {shown.flat.config} {shown.rows.tolist()}"
    return hashlib.sha256(facts.encode() + shown.flat.points.tobytes()).hexdigest()[:12]


def figures_with_choice(fig: Ready, key: str, alt: str):
    """The map: a click chooses, the lasso picks."""
    config = {"displaylogo": False, "scrollZoom": False, "modeBarButtonsToRemove": ["autoScale2d"]}
    config["toImageButtonOptions"] = {"format": st.session_state.get("camera", "svg"), "filename": KEY, "scale": 2}
    return st.plotly_chart(
        fig,
        theme="streamlit",
        config=config,
        key=key,
        alt=alt,
        on_select="rerun",
        selection_mode=("points", "lasso", "box"),
    )


def _follow(event, shown: Shown) -> None:
    """Act once on what was chosen in the map: one point is a word, several are a pick."""
    cloud = [p["point_index"] for p in points(event) if p["curve_number"] == 0]
    chosen_rows = [int(shown.rows[i]) for i in dict.fromkeys(cloud) if i < len(shown.rows)]
    before, now = st.session_state.get(f"{KEY}_done"), (name_of(shown), *chosen_rows)
    if not chosen_rows or before == now:
        return
    st.session_state[f"{KEY}_done"] = now
    words = [shown.of.vectors.vocab[row] for row in chosen_rows]
    if len(words) == 1:
        st.session_state["word2vec_next"] = words[0]
    else:
        pick(words)
        st.session_state[PICKED] = True
    st.rerun(scope="fragment")


def chosen(of: Space, lang: Lang) -> str:
    """The word asked for; the example where it has no vector."""
    if "word2vec_next" in st.session_state:  # a click on the map
        st.session_state["word2vec_word"] = st.session_state.pop("word2vec_next")
    with control("word2vec_word"):
        typed = st.text_input(
            text.WORD[lang], key="word2vec_word", bind="query-params", max_chars=60, placeholder=default(of)
        )
    if not (typed or "").strip():
        return default(of)
    row = known(of, typed)
    if row is None:
        unknown(of, typed, lang)
        return default(of)
    return of.vectors.vocab[row]


def default(of: Space) -> str:
    """The first word of the travelling sentence that is not among the commonest, else the example."""
    for word in st.session_state.get("text", "").split():
        row = known(of, word.strip(".,!?;:。，！？"))
        if row is not None and row > 100:
            return of.vectors.vocab[row]
    example = text.EXAMPLES[of.name]
    return example if example in of.vectors.index else of.vectors.vocab[min(60, len(of.vectors.vocab) - 1)]


def nearest(of: Space, word: str, metric: Metric, k: int = K) -> list[tuple[str, float]]:
    """Of all words, not only of those drawn."""

    def found() -> list[tuple[str, float]]:
        row = of.vectors.index[word]
        score = closeness(of.vectors, of.vectors.vectors[row], metric)
        best = of.vectors.best(score, k, [row])
        return [(other, abs(value) if metric == "euclidean" else value) for other, value in best]

    return _near.get((of.key, word, metric, k), found)


def drawn(of: Space, word: str, scope: str, lang: Lang) -> np.ndarray:
    """Rows of the words in the picture."""
    if scope == "pick":
        rows = [row for each in picked() if (row := of.vectors.index.get(each)) is not None]
        if len(rows) >= maps.FEWEST:
            st.caption(text.PICKED[lang].format(n=len(rows)))
            return np.array(sorted({*rows, of.vectors.index[word]}))
        st.info(text.NOTHING_PICKED[lang], icon=":material/gesture:")
    if scope == "around":
        return _around.get((of.key, word), lambda: around(of, word))
    return np.arange(of.drawn)


def around(of: Space, word: str) -> np.ndarray:
    """The rows nearest to a word's, its own among them, in their order."""
    score = of.vectors.unit @ of.vectors.unit[of.vectors.index[word]]
    return np.sort(np.argsort(-score, kind="stable")[:AROUND])


def flattened(of: Space, rows: np.ndarray, method: str, scope: str, lang: Lang) -> maps.Map:
    """The map that was made beforehand; PCA at once; t-SNE and UMAP of a selection in another process."""
    whole = len(rows) == of.drawn and rows[-1] == of.drawn - 1
    if method == "auto":
        method = "tsne" if whole and "tsne" in of.maps else "pca"
    if method == "pca" or (whole and method in of.maps):
        training.drop(JOB)
    if whole and method in of.maps:
        return of.maps[method]
    if method != "pca":
        config = maps.Config(method)  # type: ignore[arg-type]
        picture = of.vectors.unit[rows].astype(np.float32)
        wish = (of.key, rows.tobytes(), config)
        job = training.panel(JOB, lang, lambda: jobs.brief(maps.flatten, picture, config), wish=wish)
        if job is not None and job.state == "done":
            return job.result()
        st.caption(text.FLATTEN[lang].format(method=text.METHODS[method][lang]))
    return _flat.get((of.key, rows.tobytes()), lambda: maps.flatten(of.vectors.unit[rows], maps.Config("pca")))


def caption(shown: Shown, lang: Lang) -> str:
    """How many, by what, how faithful."""
    method = shown.flat.config.method
    facts = {"n": len(shown.rows), "D": shown.of.vectors.vectors.shape[1], "method": text.METHODS[method][lang]}
    said = text.MAP_CAPTION[lang].format(kept=percent(float(shown.flat.kept.mean()), lang), **facts)
    if method == "pca":
        said += text.EXPLAINED[lang].format(share=percent(float(shown.flat.explained.sum()), lang))
    return said


def provenance(of: Space, lang: Lang) -> str:
    """Where the vectors come from and what the public tests say of them."""
    V, D = of.vectors.vectors.shape
    if of.name == "mine":
        return text.PROVENANCE_MINE[lang].format(words=of.running, V=V, D=D)
    if of.name == "file":
        return text.PROVENANCE_FILE[lang].format(V=V, D=D, digest=of.key)
    card = shipped.card(of.name)
    scores = [text.SCORE[lang].format(test=test, **score) for test, score in card["quality"].items()]
    small = text.SMALL[lang] if of.name == "words-zh" else ""
    return small + text.PROVENANCE[lang].format(
        words=card["words"],
        texts=text.TEXTS[of.name][lang],
        D=D,
        quality=" · ".join(scores),
        date=card["date"],
        command=card["command"],
    )


def _choice(key: str, label, options, default: str, lang: Lang) -> Any:
    with control(key):
        return choice(st.selectbox, label[lang], list(options), options, lang, key=key, default=default)
