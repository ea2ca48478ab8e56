"""One text, two readers: BERT fills a gap, GPT writes on; then each does the other's work."""

from __future__ import annotations

from html import escape
from math import exp

import pandas as pd
import streamlit as st

from app.exhibits.objectives import charts, chips
from app.exhibits.objectives import text as words_of_page
from app.exhibits.objectives import uses_text as text
from app.exhibits.objectives.says import english
from app.house.bars import bars
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from core import cards, runtime
from core.masking import corrupt
from core.masking.corruption import MASK, Words
from core.masking.objectives import CausalLM
from core.masking.objectives.card import card

MOST = 24  # words: as many as the matrices can name
WRITTEN = 10  # words
LARGER = "minilm-mlm"


def uses(lang: Lang) -> None:
    """The work, the text with a gap, what either says, what it costs, who sees whom."""
    words = english(lang).tokens[:MOST]
    left, right = st.columns(2, gap="large")
    with left, control("objectives_use"):
        use = choice(
            st.segmented_control,
            text.USE[lang],
            [*text.USES],
            text.USES,
            lang,
            key="objectives_use",
            default="own",
            required=True,
        )
    with right, control("objectives_gap"):
        at = slider("objectives_gap", text.GAP[lang], 1, len(words), default=min(5, len(words))) - 1
    stack()
    st.markdown(f"**{title(words, at, use, lang)}**")
    bert, gpt = st.columns(2, gap="large")
    with bert:
        filled("mlm", words, at, lang) if use == "own" else continued("mlm", words, at, lang)
    with gpt:
        continued("clm", words, at, lang) if use == "own" else filled("clm", words, at, lang)
    prices(words, lang)
    st.markdown(f"**{text.MASKS[lang]}**")
    masks(words, at, use, lang)
    readers = card()["readers"]
    facts = {name: percent(readers[name]["right"], lang) for name in ("mlm", "clm")}
    facts |= {f"{name}_cloze": percent(readers[name]["cloze"], lang) for name in ("mlm", "clm")}
    st.caption(text.SAYS[lang].format(**facts, seed=seed()))


@shared(256)
def filling(name: str, words: Words, at: int):
    from core.masking.objectives.learned import reader
    from core.masking.objectives.uses import fill

    return fill(reader(name), words, at)


@shared(256)
def writing(name: str, words: Words, rest: Words, seed: int) -> Words:
    from core.masking.objectives.learned import reader
    from core.masking.objectives.uses import write

    return write(reader(name), words, WRITTEN, rest, seed)


@shared(256)
def costs(name: str, words: Words):
    from core.masking.objectives.learned import reader
    from core.masking.objectives.uses import cost

    return cost(reader(name), words)


@shared(128)
def larger(words: Words, at: int) -> tuple[tuple[str, float], ...]:
    """What a BERT with more reading says of the gap."""
    from core.masking.filling import fill

    found = fill(" ".join((*words[:at], MASK, *words[at + 1 :])), LARGER, 3)
    return tuple(zip(found.words[0], found.probabilities[0], strict=True))


def title(words: Words, at: int, use: str, lang: Lang) -> str:
    """What is seen: two chances of one word, or two prices of a next word."""
    prices = {name: costs(name, words) for name in ("mlm", "clm")}
    if use == "swapped" and prices["mlm"] and prices["clm"]:
        bert, gpt = prices["mlm"].following, prices["clm"].following
        says = text.NEXT_TITLE if bert > gpt else text.NEXT_TITLE_OTHER
        return says[lang].format(bert=f"{bert:.1f}", gpt=f"{gpt:.1f}", times=f"{exp(bert - gpt):.2g}")
    chances = {name: filling(name, words, at).right for name in prices}
    if chances["mlm"] is None or chances["clm"] is None:
        return text.UNNAMED_TITLE[lang].format(word=plain(words[at]))
    shares = {"bert": percent(chances["mlm"], lang), "gpt": percent(chances["clm"], lang)}
    return text.OWN_TITLE[lang].format(word=plain(words[at]), **shares)


def filled(name: str, words: Words, at: int, lang: Lang) -> None:
    """The gap as the reader sees it, and its best words."""
    st.markdown(f"##### {text.FILLS[name][lang]}")
    before, after = list(words[:at]), list(words[at + 1 :])
    row = [*((word, "") for word in before), (MASK, "hidden")]
    row += [(word, "" if name == "mlm" else "unseen") for word in after]
    st.html(strip(row))
    st.caption((text.BOTH_SIDES if name == "mlm" else text.ONE_SIDE if before else text.NOTHING_BEFORE)[lang])
    st.html(bars([(chips.readable(word, lang), chance) for word, chance in filling(name, words, at).best], lang))
    if name == "mlm":
        read = cards.read(runtime.ASSETS / "checkpoints" / LARGER)["tokens read"]
        st.markdown(text.LARGER[lang].format(n=read, model=LARGER))
        st.html(bars(larger(words, at), lang))


def continued(name: str, words: Words, at: int, lang: Lang) -> None:
    """What the reader writes where the gap was."""
    st.markdown(f"##### {text.WRITES[name][lang]}")
    before, rest = words[:at], words[at + 1 :]
    if name == "clm":
        st.html(strip(written(name, before, (), lang)))
        st.caption(text.WORD_BY_WORD[lang])
        st.html(bars([(chips.readable(word, lang), p) for word, p in filling(name, words, at).best], lang))
        return
    for behind, says in (((), text.NOTHING_AFTER), (rest, text.REST_AFTER)):
        st.html(strip(written(name, before, behind, lang)))
        st.caption(says[lang])


def written(name: str, before: Words, rest: Words, lang: Lang) -> list[tuple[str, str]]:
    """Words with their kinds: given, written, given."""
    said = writing(name, before, rest, seed())
    given = [(word, "") for word in before]
    return given + [(chips.readable(word, lang), "changed") for word in said] + [(word, "") for word in rest]


def strip(row: list[tuple[str, str]]) -> str:
    """Words in a row: hidden ones filled, written ones outlined, unseen ones struck out."""
    unseen = ' style="opacity:.55;text-decoration:line-through"'
    items = [f'<li class="{kind}"{unseen if kind == "unseen" else ""}><span>{escape(w)}</span></li>' for w, kind in row]
    return f'{chips.style()}<div class="damage"><ol>{"".join(items)}</ol></div>'


def prices(words: Words, lang: Lang) -> None:
    """Both uses of both readers in one table, and two sentences on it."""
    found = {name: costs(name, words) for name in ("mlm", "clm")}
    if found["mlm"] is None or found["clm"] is None:
        return
    st.markdown(f"**{text.COSTS[lang]}**")
    rows = [
        (words_of_page.NAMES[name][lang], f"{each.hidden:.2f}", f"{each.following:.2f}")
        for name, each in found.items()
        if each is not None
    ]
    st.dataframe(pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS]), hide_index=True)
    gain = found["clm"].hidden - found["mlm"].hidden
    judged = (text.BETTER if gain >= 0 else text.WORSE)[lang].format(less=f"{gain:.2f}", more=f"{-gain:.2f}")
    st.markdown(f"{text.GPT_ONCE[lang]}{' ' if lang == 'en' else ''}{judged}")


def masks(words: Words, at: int, use: str, lang: Lang) -> None:
    """Who may look at whom: all at all, or backwards only."""
    from core.masking.objectives.uses import UNSAID, gap

    shown = gap(words, at) if use == "own" else gap((*words[:at], UNSAID), at)
    left, right = st.columns(2, gap="medium")
    with left:
        show(charts.masks(shown, text.BERT_MASK[lang], lang), key="objectives_bert", alt=words_of_page.MASK_ALT[lang])
    with right:
        made = corrupt(words, CausalLM())
        show(charts.masks(made, text.GPT_MASK[lang], lang), key="objectives_gpt", alt=words_of_page.MASK_ALT[lang])
