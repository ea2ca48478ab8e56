"""Whole words beside pieces, in English and Chinese, by the same dice."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from app.exhibits.objectives import chips, text
from app.exhibits.objectives.reading import share_hidden
from app.house.heavy import stack
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core.masking import Corruption, corrupt
from core.masking.objectives import MLM, WholeWord
from core.masking.objectives.masked import whole_words
from core.tokens import bert

if TYPE_CHECKING:  # this brings torch, which the view does without until it asks a model
    from core.masking.difficulty import Filled

LONGEST = 200


def whole(lang: Lang) -> None:
    """Two rows: a coin a piece, a coin a word."""
    left, right = st.columns([2, 1], gap="large")
    with left, control("objectives_words"):
        typed = st.text_input(
            text.WORDS[lang],
            key="objectives_words",
            bind="query-params",
            max_chars=LONGEST,
            placeholder=text.WHOLE_EXAMPLE,
        )
    with right:
        rate = share_hidden(lang, default=30)
    tokens = cut((typed or "").strip() or text.WHOLE_EXAMPLE)
    made = {rule: corrupt(tokens, rule, seed()) for rule in (MLM(rate, 1.0, 0.0), WholeWord(rate, 1.0, 0.0))}
    by_piece, by_word = made.values()
    st.markdown(f"**{text.WHOLE_TITLE[lang].format(torn=torn(by_piece))}**")
    for label, each in ((text.BY_PIECE, by_piece), (text.BY_WORD, by_word)):
        st.html(f'{chips.style()}<div class="damage"><b>{label[lang]}</b>{chips.strip(each, lang)}</div>')
    st.caption(text.WHOLE_SAYS[lang])
    with control("objectives_hard"):
        hard = st.toggle(text.HARD[lang], key="objectives_hard", bind="query-params")
    if hard:
        stack()
        asked = [difficulties(tokens, rule, seed()) for rule in made]
        if not min(each.asked for each in asked):
            st.info(text.HARD_NOTHING[lang])
            return
        facts = {"model": asked[0].model, "pieces": asked[0].bits, "words": asked[1].bits, "n": asked[0].asked}
        st.markdown(text.HARD_SAYS[lang].format(**facts))
        for column, label, rule in zip(st.columns(2, gap="large"), (text.BY_PIECE, text.BY_WORD), made, strict=True):
            with column:
                st.markdown(f"**{label[lang]}**")
                st.html(chips.style() + table(fillings(tokens, rule, seed()), lang))


@st.cache_data(max_entries=64, show_spinner=False)
def difficulties(tokens: tuple[str, ...], rule: MLM, seed: int):
    """What a masked model of the text's language makes of one rule's holes."""
    from core.masking.difficulty import difficulty

    return difficulty(tokens, rule, seed=seed)


@st.cache_data(max_entries=64, show_spinner=False)
def fillings(tokens: tuple[str, ...], rule: MLM, seed: int):
    """What the same model writes in the holes of the draw on screen."""
    from core.masking.difficulty import filled

    return filled(corrupt(tokens, rule, seed))


def table(found: Sequence[Filled], lang: Lang) -> str:
    """A row a hole: what was hidden, its chance, what the model would write."""
    head = "".join(f"<th>{escape(each[lang])}</th>" for each in (text.AT, text.WANTED, text.ITS_CHANCE, text.SAID))
    rows = []
    for each in found:
        said = " · ".join(f"{word} {percent(chance, lang)}" for word, chance in each.best)
        mark = "✓" if each.best[0][0] == each.wanted else ""
        rows.append(
            f"<tr><td>{each.at + 1}</td><td>{escape(each.wanted)} {mark}</td>"
            f'<td><i style="width:{100 * each.right:.0f}%"></i><span>{escape(percent(each.right, lang))}</span></td>'
            f"<td>{escape(said)}</td></tr>"
        )
    return f'<table class="answers"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


@st.cache_data(max_entries=128, show_spinner=False)
def cut(typed: str) -> tuple[str, ...]:
    """MiniLM's pieces; characters that it does not know stay themselves."""
    from core.text import tokenise

    pieces: list[str] = []
    for token in tokenise(typed):
        if "\u4e00" <= token.text[0] <= "\u9fff":
            pieces += token.text
        else:
            pieces += bert.read(token.text).pieces[1:-1]
    return tuple(pieces) or ("[UNK]",)


def torn(made: Corruption) -> int:
    """Words of which some pieces are asked for and others not."""
    groups = [made.loss_mask[list(group)] for group in whole_words(made.targets)]
    return sum(bool(group.any() and not group.all()) for group in groups)
