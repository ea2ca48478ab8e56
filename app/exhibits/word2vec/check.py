"""Part 6, *Check yourself*: a neighbour to be guessed, and four things that are often said."""

from __future__ import annotations

from itertools import chain

import numpy as np
import streamlit as st

from app.exhibits.word2vec import check_text as text
from app.exhibits.word2vec.reading import DEFAULT, at_hand
from app.exhibits.word2vec.space import Space
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.word2vec.maps import nearest
from core.word2vec.quality import analogies, folded, questions_words, similarity, simlex999, wordsim353
from core.word2vec.vectors import analogy_scores

ASKABLE = (200, 3_000)  # ranks of words that are asked
QUESTIONS = 1_000


def part() -> None:
    """One question, then the misconceptions."""
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("king", text.MYTH_KING, king),
        ("opposite", text.MYTH_OPPOSITE, opposite),
        ("map", text.MYTH_MAP, on_map),
        ("same", text.MYTH_SAME, same),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"word2vec_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("word2vec_round", 0)
    of = at_hand(DEFAULT[lang], lang)
    word, options, answer = draw(of, seed() + round_)
    st.markdown(text.ASK[lang].format(word=word))
    told = st.session_state.get("word2vec_told") == round_
    with control("word2vec_guess"):
        guess = st.radio(
            text.GUESS[lang], options, key=f"word2vec_guess_{lang}_{seed()}_{round_}", index=None, disabled=told
        )
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="word2vec_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("word2vec_told", round_),
        )
        st.button(text.NEXT[lang], key="word2vec_again", on_click=_set, args=("word2vec_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        unit, index = of.vectors.unit, of.vectors.index
        value, other = (float(unit[index[word]] @ unit[index[each]]) for each in (answer, guess))
        if guess == answer:
            st.success(text.RIGHT[lang].format(answer=answer, value=value), icon=":material/check:")
        else:
            facts = {"answer": answer, "guess": guess, "value": value, "other": other}
            st.info(text.WRONG[lang].format(**facts), icon=":material/lightbulb:")


def draw(of: Space, seed: int) -> tuple[str, list[str], str]:
    """A word, four others of which one is among its ten nearest, and that one."""
    dice = np.random.default_rng(seed)
    low, high = ASKABLE
    row = int(dice.integers(low, min(high, len(of.vectors.vocab))))
    order = np.argsort(-(of.vectors.unit @ of.vectors.unit[row]), kind="stable")
    answer = of.vectors.vocab[order[int(dice.integers(1, 11))]]
    wrong = [of.vectors.vocab[order[int(i)]] for i in dice.choice(np.arange(60, 600), 3, replace=False)]
    return of.vectors.vocab[row], sorted([answer, *wrong]), answer


def king(lang: Lang) -> str:
    """Analogies with and without the words of the question."""
    of = at_hand("words-en", lang).vectors
    row = folded(of.vocab)
    asked = np.array([[row[w.casefold()] for w in q] for q in _analogies() if all(w.casefold() in row for w in q)])
    asked = asked[np.random.default_rng(0).permutation(len(asked))[:QUESTIONS]]
    within = float((analogy_scores(of.unit, asked[:, :3]).argmax(1) == asked[:, 3]).mean())
    out = analogies(of, [(*(of.vocab[i] for i in q),) for q in asked.tolist()]).value  # type: ignore[misc]
    return text.MYTH_KING_ANSWER[lang].format(n=f"{len(asked):,}", out=out, within=within)


def _analogies():
    return chain.from_iterable(questions_words().values())


def opposite(lang: Lang) -> str:
    """Cosines of opposites against random pairs."""
    of = at_hand(DEFAULT[lang], lang).vectors
    pairs = [(a, b) for a, b in text.OPPOSITES[DEFAULT[lang]] if a in of.index and b in of.index]
    cosines = [float(of.unit[of.index[a]] @ of.unit[of.index[b]]) for a, b in pairs]
    dice = np.random.default_rng(0).integers(0, len(of.vocab), (2, 2_000))
    chance = float((of.unit[dice[0]] * of.unit[dice[1]]).sum(1).mean())
    best = int(np.argmax(cosines))
    facts = {"a": pairs[best][0], "b": pairs[best][1], "pair": cosines[best], "value": float(np.mean(cosines))}
    return text.MYTH_OPPOSITE_ANSWER[lang].format(n=len(pairs), chance=chance, **facts)


def on_map(lang: Lang) -> str:
    """The word that PCA draws closest to another, and where it really stands."""
    of = at_hand(DEFAULT[lang], lang)
    points, n = of.maps["pca"].points, of.drawn
    shown = nearest(points, 1)[:, 0]
    unit = of.vectors.unit[:n]
    row = 300
    rank = 1 + int((unit @ unit[row] > unit[row] @ unit[shown[row]]).sum()) - 1
    facts = {name: float(flat.kept.mean()) for name, flat in of.maps.items()}
    words = {"word": of.vectors.vocab[row], "shown": of.vectors.vocab[shown[row]]}
    return text.MYTH_MAP_ANSWER[lang].format(n=n, rank=rank, **words, **facts)


def same(lang: Lang) -> str:
    """Relatedness against likeness, asked of the English vectors."""
    of = at_hand("words-en", lang).vectors
    related, like = similarity(of, wordsim353()).value, similarity(of, simlex999()).value
    return text.MYTH_SAME_ANSWER[lang].format(related=related, like=like)


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
