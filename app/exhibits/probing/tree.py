"""The structural probe on one sentence: the predicted tree under the treebank's, and how it fares on all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.probing import layers, text, tree_charts
from app.house import heavy
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import Shared
from app.i18n import Lang
from core.probes import recorded
from core.probes.recorded import COMMAND, Read
from core.probes.treebank import Sentence, edges, load
from core.probes.trees import chain, mst
from core.text.tokenise import language_of

READ: Shared[Read] = Shared(2**23, lambda found: found.distances.nbytes + found.shares.nbytes + 4096)
READERS = {"en": ("minilm", "own-en"), "zh": ("zh-char", "own-zh")}


@dataclass(frozen=True, eq=False)
class Shown:
    """One sentence as read, and its gold tree where we have one."""

    read: Read
    gold: Sentence | None
    model: str
    live: bool


def view(lang: Lang) -> None:
    """A sentence of ours or the visitor's own; a layer; the trees; then the whole treebank."""
    desk, stage = st.columns([1, 2], gap="large")
    with desk:
        shown = chosen(lang)
        L = len(shown.read.depths)
        with control("probing_layer"):
            layer = whole("probing_layer", text.LAYER[lang], 0, L - 1, default=min(3, L - 1))
        with control("probing_drawn"):
            drawn = choice(
                st.segmented_control,
                text.DRAWN[lang],
                list(text.DRAWN_NAMES),
                text.DRAWN_NAMES,
                lang,
                key="probing_drawn",
                default="arcs",
                required=True,
            )
        says(shown, layer, lang)
    with stage:
        if drawn == "arcs":
            show(tree_charts.arcs(shown, layer, lang), key="probing_arcs", alt=text.ARCS_ALT[lang])
        else:
            show(tree_charts.matrix(shown, layer, lang), key="probing_matrix", alt=text.MATRIX_ALT[lang])
    st.markdown(f"#### {text.WHOLE_BANK[lang]}")
    model = shown.model
    if recorded.found(f"tree-{model}") is None:
        st.info(text.NOT_YET[lang].format(model=model))
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        with control("probing_measure"):
            measure = choice(
                st.radio,
                text.MEASURE[lang],
                list(text.MEASURES),
                text.MEASURES,
                lang,
                key="probing_measure",
                default="uuas",
                horizontal=True,
            )
        show(by_layer(model, measure, lang), key="probing_uuas", alt=text.UUAS_ALT[lang])
        st.markdown(measure_says(model, measure, lang))
    with right:
        show(by_rank(model, lang), key="probing_rank", alt=text.RANK_ALT[lang])
    layers.note(recorded.trees(model).about, f"tree-{model}", lang)


def chosen(lang: Lang) -> Shown:
    """The visitor's sentence where there is one, else one of ours by its number."""
    typed = str(st.session_state.get("text", "")).strip()
    tongue = language_of(typed) if typed else "en"
    model, bank = READERS[tongue]
    if not typed:
        sentences = load(bank).sentences
        with control("probing_sentence"):
            at = whole("probing_sentence", text.SENTENCE[lang], 1, len(sentences), default=1) - 1
        st.caption(text.OWN_BANK[lang])
        return Shown(recorded.own(model).read[at], sentences[at], model, live=False)
    if model != "minilm":
        found = recorded.trees(model)
        best = percent(float(found.real["uuas"].mean(0).max()), lang)
        st.warning(text.WEAK[lang].format(model=model, best=best, chain=percent(found.neighbours["uuas"], lang)))
    known = {each.text: (each, read) for each, read in zip(load(bank).sentences, recorded.own(model).read, strict=True)}
    if typed in known:
        sentence, found = known[typed]
        return Shown(found, sentence, model, live=False)
    st.caption(text.NO_GOLD[lang].format(model=model))
    return Shown(READ.get((typed, model), lambda: live(typed, model)), None, model, live=True)


def live(typed: str, model: str) -> Read:
    """A sentence read now."""
    from core.probes.live import read_words, words_of

    words = words_of(typed)
    return read_words(words, heavy.stack().common(model))


def keeps(shown: Shown) -> np.ndarray:
    """The words that count: no punctuation."""
    if shown.gold is not None:
        return shown.gold.counts
    return np.array([any(c.isalnum() for c in word) for word in shown.read.words])


def predicted(shown: Shown, layer: int) -> set[tuple[int, int]]:
    """The edges of the minimum spanning tree in one layer."""
    return mst(shown.read.distances[layer].astype(float), keeps(shown))


def says(shown: Shown, layer: int, lang: Lang) -> None:
    """What this layer gets right on this sentence."""
    keep = keeps(shown)
    found = predicted(shown, layer)
    top = int(np.where(keep, shown.read.depths[layer].astype(float), np.inf).argmin())
    facts = {"layer": layer, "top": plain(shown.read.words[top]), "model": shown.model}
    if shown.gold is None:
        st.markdown(text.TREE_SAYS_LIVE[lang].format(**facts))
    else:
        gold = edges(shown.gold)
        n = max(len(gold), 1)
        root = shown.gold.heads.index(0)
        per_layer = [len(predicted(shown, at) & gold) / n for at in range(len(shown.read.depths))]
        facts |= {
            "hits": len(found & gold),
            "n": len(gold),
            "share": percent(len(found & gold) / n, lang),
            "chain": percent(len(chain(keep) & gold) / n, lang),
            "root": shown.gold.words[root],
            "best": int(np.argmax(per_layer)),
            "most": percent(max(per_layer), lang),
        }
        st.markdown(text.TREE_SAYS[lang].format(**facts))
    if not shown.live:
        stamp = recorded.own(shown.model).stamp
        st.caption(text.OWN_NOTE[lang].format(date=stamp.date, command=f"{COMMAND} own-{shown.model}"))


def measure_says(model: str, measure: str, lang: Lang) -> str:
    """What the measure counts; of a rank correlation also how it is averaged and how far sentences lie apart."""
    found = recorded.trees(model)
    best = int(found.real[measure].mean(0).argmax())
    spread = found.real.get(f"{measure}_sd")
    facts = {"edges": found.edges, "best": best, "sd": 0.0 if spread is None else float(spread.mean(0)[best])}
    return text.MEASURE_SAYS[measure][lang].format(**facts)


@lru_cache(maxsize=16)
def by_layer(model: str, measure: str, lang: Lang) -> Ready:
    """A measure by layer, against neighbours joined and random weights."""
    return ready(tree_charts.by_layer(recorded.trees(model), measure, lang))


@lru_cache(maxsize=4)
def by_rank(model: str, lang: Lang) -> Ready:
    """UUAS by the rank of B."""
    return ready(tree_charts.by_rank(recorded.trees(model), lang))
