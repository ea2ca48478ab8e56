"""Part 6, *Check yourself*: which objective made this damage? And two beliefs, tested."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.objectives import chips, text
from app.exhibits.objectives.counting import coins
from app.exhibits.objectives.reading import drawn, read
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.masking import Corruption, corrupt
from core.masking.objectives import Permutation

GUESSED = ("mlm", "span", "electra", "t5", "mass", "bart", "sop", "capitals")
CHOICES = 4


def part() -> None:
    """One question, then the beliefs."""
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (("eighty", text.MYTH_80, eighty), ("shuffle", text.MYTH_XL, shuffle)):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"objectives_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("objectives_round", 0)
    answer, options, made = draw(seed() + round_, lang)
    st.markdown(text.ASK[lang])
    bare = Corruption(**{**vars(made), "loss_mask": np.zeros_like(made.loss_mask)})  # the answers stay covered
    st.html(f'{chips.style()}<div class="damage">{chips.strip(bare, lang)}</div>')
    told = st.session_state.get("objectives_told") == round_
    with control("objectives_guess"):
        guess = st.radio(
            text.GUESS[lang],
            options,
            format_func=lambda name: text.NAMES[name][lang],
            key=f"objectives_guess_{seed()}_{round_}_{lang}",
            index=None,
            disabled=told,
        )
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="objectives_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("objectives_told", round_),
        )
        st.button(text.NEXT[lang], key="objectives_next", on_click=_set, args=("objectives_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        facts = {"name": text.NAMES[answer][lang], "asks": text.ASKS[answer][lang]}
        if guess == answer:
            st.success(text.RIGHT[lang].format(**facts), icon=":material/check:")
        else:
            own = {"own": text.NAMES[guess][lang], "other": text.ASKS[guess][lang]}
            st.info(text.WRONG[lang].format(**facts, **own), icon=":material/lightbulb:")
        st.html(f'{chips.style()}<div class="damage">{chips.sides(made, lang)}</div>')


def draw(seed: int, lang: Lang) -> tuple[str, list[str], Corruption]:
    """The right objective, four to choose from, and the damage."""
    dice = np.random.default_rng(seed)
    names = [each for each in GUESSED if lang == "en" or each != "capitals"]  # Chinese has no capitals
    options = [str(each) for each in dice.permutation(names)[:CHOICES]]
    return options[0], sorted(options), drawn(options[0], read(text.EXAMPLE[lang]), seed)


def eighty(lang: Lang) -> str:
    """How many words truly show [MASK]."""
    shares = {name: came for name, _, came in coins(0.15, 0.8, 0.1, seed())}
    return text.MYTH_80_ANSWER[lang].format(asked=shares["asked"], mask=shares["asked"] * shares["mask"])


def shuffle(lang: Lang) -> str:
    """What 200 permutations change."""
    words = read(text.EXAMPLE[lang]).tokens
    made = [corrupt(words, Permutation(), at) for at in range(200)]
    facts = {"same": sum(each.inputs == words for each in made)}
    return text.MYTH_XL_ANSWER[lang].format(**facts, masks=len({each.attention_mask.tobytes() for each in made}))


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
