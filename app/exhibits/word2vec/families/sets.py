"""Any two sets of word vectors laid over each other: do they know the same things?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts
from app.exhibits.word2vec.families import sets_text as text
from app.exhibits.word2vec.reading import at_hand, known, unknown
from app.exhibits.word2vec.space import Space
from app.house.errors import sentence
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import Shared, shared
from app.i18n import Lang
from app.session import seed
from core.errors import Trouble
from core.word2vec import Vectors
from core.words import align
from core.words.recorded import recorded
from core.words.windows import SIGNS, Words

K = 8  # neighbours
NAMED = 10  # words that agree most, and least
_laid: Shared[align.Laid] = Shared(16, lambda _: 1)
USUAL: Mapping[str, str] = {"word2vec_set_a": "words-en", "word2vec_set_b": "subwords"}
EXAMPLES = ("war", "经济")  # the word asked for: the first that both sets have


def _rows(words: Words, C: np.ndarray) -> Vectors:
    return Vectors(words.names[len(SIGNS) :], C[len(SIGNS) :])


MODELS: Mapping[str, Callable[[], Vectors]] = {
    "nnlm": lambda: _rows(recorded("nnlm").run.words, recorded("nnlm").run.C),
    "ranking": lambda: _rows(recorded("ranking").run.words, recorded("ranking").run.C),
    "glove": lambda: recorded("glove").run,
    "subwords": lambda: recorded("subwords").run.vectors,
}


def view(lang: Lang) -> None:
    """Choose two sets; a word's neighbours in both, and the words on which they differ most."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        first, second = (_chosen(key, lang) for key in USUAL)
        with control("word2vec_set_word"):
            typed = st.text_input(
                text.WORD[lang],
                key="word2vec_set_word",
                bind="query-params",
                max_chars=60,
                placeholder=example(first, second),
            )
    word = (typed or "").strip() or example(first, second)
    with stage:
        _neighbours(word, first, second, lang)
        _overlay(first, second, lang)


def example(first: Space, second: Space) -> str:
    """A word that both have; the first set's commonest where there is none."""
    both = (word for word in (*EXAMPLES, *first.vectors.vocab) if word in first.vectors.index)
    return next((word for word in both if word in second.vectors.index), first.vectors.vocab[0])


def _chosen(key: str, lang: Lang) -> Space:
    """One set; the visitor's own are the shipped ones until there are any, and this says so."""
    with control(key):
        label = text.SIDES[key][lang]
        name = choice(st.selectbox, label, list(text.SETS), text.SETS, lang, key=key, default=USUAL[key])
    if name in MODELS:
        return _model(name)
    found = at_hand(name, lang)
    if found.name != name:
        st.info(text.NONE_YET[name][lang], icon=":material/info:")
    return found


@shared(len(MODELS))
def _model(name: str) -> Space:
    found = MODELS[name]()
    return Space(name, name, found, np.zeros(len(found.vocab), int), {}, np.zeros(0), 0)


def _neighbours(word: str, first: Space, second: Space, lang: Lang) -> None:
    names = {of.name: text.SETS.get(of.name, text.SETS["words-en"])[lang] for of in (first, second)}
    lists: dict[str, list[tuple[str, float]]] = {}
    for of in (first, second):
        row = known(of, word)
        if row is None:
            unknown(of, word, lang)
            return
        label = names[of.name] if names[of.name] not in lists else f"{names[of.name]} (2)"
        lists[label] = of.vectors.nearest(of.vectors.vocab[row], K)
    both = len(set.intersection(*(set(dict(near)) for near in lists.values())))
    title = text.TITLE[lang].format(word=word, both=both, K=K)
    show(charts.bars(lists, title, text.COSINE[lang], height=380), key="word2vec_sets_near", alt=title)


def _overlay(first: Space, second: Space, lang: Lang) -> None:
    key = (first.key, second.key, seed())
    try:
        found = _laid.get(key, lambda: align.lay(first.vectors, second.vectors, seed=seed()))
    except Trouble as trouble:
        st.info(sentence(trouble, lang), icon=":material/join_inner:")
        return
    order = np.argsort(found.likeness)
    lists = {
        label[lang]: [(found.words[i], float(found.likeness[i])) for i in rows]
        for label, rows in ((text.AGREE, order[: -NAMED - 1 : -1]), (text.DIFFER, order[:NAMED]))
    }
    title = text.TURNED[lang].format(after=percent(found.after, lang), before=percent(found.before, lang))
    show(charts.bars(lists, title, text.AFTER_TURN[lang]), key="word2vec_sets_turned", alt=title)
    facts = {"n": len(found.words), "held": found.held, "chance": percent(1 / found.held, lang)}
    about = text.SAME if first.key == second.key else text.ALIKE if found.before > 0.5 else text.AXES
    st.caption(f"{text.CAPTION[lang].format(median=float(np.median(found.likeness)), **facts)}{about[lang]}")
