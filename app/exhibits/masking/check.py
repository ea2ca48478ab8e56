"""Part 6, *Check yourself*: guess the word, then reveal; and three things that are often said."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app.exhibits.masking import text
from app.exhibits.masking.cards import repeats, table
from app.exhibits.masking.reading import computed
from app.house import heavy
from app.house.numbers import percent
from app.house.parts import tried
from app.house.plain import plain
from app.i18n import Lang
from app.session import language, seed
from core.errors import Trouble
from core.masking.clozes import gaps

OPPOSITES = {"en": ("Birds can [MASK].", "Birds cannot [MASK]."), "zh": ("我很[MASK]欢你。", "我不[MASK]欢你。")}
FACTS = {
    "en": {
        "The capital of Australia is [MASK].": "canberra",
        "A spider has [MASK] legs.": "eight",
        "Two plus three is [MASK].": "five",
    },
    "zh": {"东京是[MASK]国的首都。": "日", "一年有[MASK]个季节。": "四", "天安门在[MASK]京。": "北"},
}


def part() -> None:
    """One question, the misconceptions, and how good the models are."""
    lang = language()
    heavy.stack()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("not", text.MYTH_NOT, negation),
        ("product", text.MYTH_PRODUCT, product),
        ("sure", text.MYTH_SURE, sure),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"masking_myth_{name}", answer, lang)
    st.caption(text.CARDS[lang])
    st.dataframe(table(lang), hide_index=True)
    st.caption(text.REPEATS[lang].format(**repeats(lang)))


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    from core.masking.filling import fill, place
    from core.masking.model import chosen

    round_ = st.session_state.get("masking_round", 0)
    gap = gaps(lang)[(seed() + 7 * round_) % 40]
    told = st.session_state.get("masking_told") == round_
    model = chosen(gap.text, None)
    st.markdown(text.ASK[lang].format(model=model.name, text=gap.text.replace("[MASK]", "▁▁▁")))
    guess = st.text_input(text.GUESS[lang], key=f"masking_guess_{seed()}_{round_}", max_chars=30, disabled=told)
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="masking_reveal",
            type="primary",
            disabled=told,
            on_click=_set,
            args=("masking_told", round_),
        )
        st.button(text.NEXT[lang], key="masking_next", on_click=_set, args=("masking_round", round_ + 1))
    if not told or "answers" in st.session_state.get("hide", ()):
        return
    found = computed((gap.text, "check"), partial(fill, gap.text))
    facts = {
        "best": plain(found.words[0][0]),
        "share": percent(found.probabilities[0][0], lang),
        "own": plain(guess),
    }
    try:
        mine = place(found, guess.strip(), model) if guess.strip() else None
    except Trouble:
        st.info(text.WRONG_UNKNOWN[lang].format(**facts), icon=":material/lightbulb:")
        return
    if mine is None:
        st.info(text.TOLD[lang].format(**facts), icon=":material/lightbulb:")
    elif mine.rank == 1:
        st.success(text.RIGHT[lang].format(**facts), icon=":material/check:")
    else:
        said = text.WRONG[lang].format(**facts, rank=mine.rank, mine=percent(mine.probability, lang))
        st.info(said, icon=":material/lightbulb:")


def negation(lang: Lang) -> str:
    """The same gap with and without a *not*."""
    from core.masking.filling import fill

    yes, no = OPPOSITES[lang]
    a, b = fill(yes).words[0], fill(no).words[0]
    facts = {
        "yes": yes,
        "no": no,
        "a": plain(" · ".join(a[:5])),
        "b": plain(" · ".join(b[:5])),
        "same": len(set(a) & set(b)),
    }
    return text.MYTH_NOT_ANSWER[lang].format(**facts)


def product(lang: Lang) -> str:
    """Two gaps alone and in turn."""
    from core.masking.joint import together

    gapped = text.TWO_GAPS[lang]
    alone, again = (" · ".join(together(gapped, None, order).words) for order in ("independent", "most-certain"))
    return text.MYTH_PRODUCT_ANSWER[lang].format(alone=alone, again=again)


def sure(lang: Lang) -> str:
    """Of some facts the one where the model is wrong and most sure of it."""
    from core.masking.filling import fill, place
    from core.masking.model import chosen

    known = FACTS[lang]
    model = chosen("".join(known), None)
    read = {gapped: fill(gapped, model) for gapped in known}

    def error(gapped: str) -> tuple[bool, float]:
        return read[gapped].words[0][0] != known[gapped], read[gapped].probabilities[0][0]

    gapped = max(read, key=error)
    found, right = read[gapped], known[gapped]
    try:
        rank = f"{place(found, right, model).rank:,}"
    except Trouble:
        rank = "–"
    facts = {"text": gapped, "best": found.words[0][0], "share": percent(found.probabilities[0][0], lang)}
    return text.MYTH_SURE_ANSWER[lang].format(**facts, right=right, rank=rank)


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
