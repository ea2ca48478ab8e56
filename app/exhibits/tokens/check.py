"""Part 6, *Check yourself*: an unseen word to be cut, and four things that are often said."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.tokens import text
from app.exhibits.tokens.reading import DEFAULT_ADDED, cutter, readable, vocabulary
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.text import normalise
from core.tokens import MergeRun
from core.tokens.merges import encode
from core.tokens.words import to_bytes

CHOICES = 4
PARTS = (  # words of English as their meaningful parts; ours, for one test of a common belief
    *(
        "un-break-able",
        "un-happi-ness",
        "re-write-s",
        "teach-er-s",
        "care-less-ly",
        "friend-ship-s",
        "mis-understand-ing",
    ),
    *("up-hill", "sun-light", "snow-flake-s", "un-forget-table", "over-look-ed", "dis-agree-ment", "home-less-ness"),
    *("play-ground", "under-ground", "hope-ful-ly", "work-er-s", "re-open-ed", "non-sense"),
)
ODD, PLAIN = "⽤", "用"  # a Kangxi radical, and the character that everybody types


def part() -> None:
    """One question, then the misconceptions."""
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("meaning", text.MYTH_MEANING, meaning),
        ("same", text.MYTH_SAME, same),
        ("larger", text.MYTH_LARGER, larger),
        ("looks", text.MYTH_LOOKS, looks),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"tokens_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("tokens_round", 0)
    word, options, answer, merges = draw(seed() + round_)
    size = cutter("news-en", "bpe", DEFAULT_ADDED).size
    st.markdown(text.ASK[lang].format(word=word, size=f"{size:,}"))
    told = st.session_state.get("tokens_told") == round_
    with control("tokens_guess"):
        guess = st.radio(text.GUESS[lang], options, key=f"tokens_guess_{seed()}_{round_}", index=None, disabled=told)
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="tokens_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("tokens_told", round_),
        )
        st.button(text.NEXT[lang], key="tokens_next", on_click=_set, args=("tokens_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        if guess == answer:
            st.success(text.RIGHT[lang].format(cut=f"`{answer}`", n=merges), icon=":material/check:")
        else:
            facts = {"cut": f"`{answer}`", "own": f"`{guess}`", "n": merges}
            st.info(text.WRONG[lang].format(**facts), icon=":material/lightbulb:")


def draw(seed: int) -> tuple[str, list[str], str, int]:
    """An unseen word, four cuts of it, the right one, and how many merges make it."""
    dice = np.random.default_rng(seed)
    known = vocabulary("news-en")
    unseen = [
        word for word in known.held if len(word) >= 7 and word.isalpha() and word.islower() and word not in known.seen
    ]
    word = unseen[int(dice.integers(len(unseen)))]
    states = encode(_bpe(), word, DEFAULT_ADDED)
    answer = show(states[-1].pieces)
    others = {show(encode(_bpe(), word, k)[-1].pieces) for k in (60, 250, 500, len(_bpe().made))}
    while len(others - {answer}) < CHOICES - 1:
        places = sorted(dice.choice(np.arange(1, len(word)), size=int(dice.integers(1, 4)), replace=False).tolist())
        others.add(" | ".join(word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True)))
    wrong = [str(each) for each in dice.permutation(sorted(others - {answer}))[: CHOICES - 1]]
    return word, sorted([answer, *wrong]), answer, len(states) - 1


def show(pieces: list[str]) -> str:
    """A cut as people read it; the mark of the word's end is left out."""
    return " | ".join(piece for each in pieces if (piece := readable(each, "bpe")) != "·")


def meaning(lang: Lang) -> str:
    """How many cuts fall between meaningful parts, and how many would by chance."""
    hits = cuts = chance = 0.0
    worst = ("", "", "")
    for parts in PARTS:
        word = parts.replace("-", "")
        borders = ends(parts.split("-"))
        pieces = [p for each in encode(_bpe(), word, DEFAULT_ADDED)[-1].pieces if (p := readable(each, "bpe")) != "·"]
        mine = ends(pieces)
        hits, cuts = hits + len(mine & borders), cuts + len(mine)
        chance += len(mine) * len(borders) / (len(word) - 1)
        if mine and not mine & borders and not worst[0]:
            worst = (word, " | ".join(pieces), parts)
    size = cutter("news-en", "bpe", DEFAULT_ADDED).size
    return text.MYTH_MEANING_ANSWER[lang].format(
        size=f"{size:,}",
        words=len(PARTS),
        share=f"{hits / cuts:.0%}",
        chance=f"{chance / cuts:.0%}",
        word=worst[0],
        cut=f"`{worst[1]}`",
        parts=f"`{worst[2]}`",
    )


def ends(parts: list[str]) -> set[int]:
    """Places inside the word where one part meets the next."""
    return {int(each) for each in np.cumsum([len(part) for part in parts])[:-1]}


def same(lang: Lang) -> str:
    """One word in four dresses."""
    cut = cutter("news-en", "bytes", DEFAULT_ADDED)
    dresses = {"plain": "the", "spaced": " the", "title": "The", "upper": "THE"}
    ids = {name: "+".join(f"`{piece.id}`" for piece in cut(dress)) for name, dress in dresses.items()}
    return text.MYTH_SAME_ANSWER[lang].format(**ids)


def larger(lang: Lang) -> str:
    """An English vocabulary grows; English gets shorter, Chinese does not."""
    small, large = (cutter("news-en", "bytes", added) for added in (200, 2_000))
    facts = {
        f"{name}_{size}": len(cut(text.EXAMPLE[name]))
        for name in ("en", "zh")
        for size, cut in (("small", small), ("large", large))
    }
    return text.MYTH_LARGER_ANSWER[lang].format(small=f"{small.size:,}", large=f"{large.size:,}", **facts)


def looks(lang: Lang) -> str:
    """Two code points, one picture; NFKC makes them one."""
    form, _ = normalise(ODD)
    assert form == PLAIN
    facts = {"odd": ODD, "plain": PLAIN, "odd_code": f"{ord(ODD):04X}", "plain_code": f"{ord(PLAIN):04X}"}
    spelled = {"odd_bytes": _hex(ODD), "plain_bytes": _hex(PLAIN)}
    return text.MYTH_LOOKS_ANSWER[lang].format(**facts, **spelled)


def _hex(character: str) -> str:
    return "`" + " ".join(f"{ord(letter):02X}" for letter in to_bytes(character)) + "`"


def _bpe() -> MergeRun:
    run = vocabulary("news-en").runs["bpe"]
    assert isinstance(run, MergeRun)
    return run


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
