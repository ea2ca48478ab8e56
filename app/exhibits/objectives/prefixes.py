"""Text in, text out: the same sentence under another prefix, and the answer piece by piece."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from app.exhibits.objectives import chips
from app.exhibits.objectives import rewriting_text as text
from app.house.heavy import stack
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang, Text
from core.masking.rewriting.card import card
from core.masking.rewriting.prefixes import PREFIXES

END = "[SEP]"


def prefixes(lang: Lang) -> None:
    """The prefix, the sentence, the answer, and all answers beside each other."""
    with control("objectives_prefix"):
        task = choice(
            st.segmented_control,
            text.PREFIX[lang],
            [*text.TASKS],
            text.TASKS,
            lang,
            key="objectives_prefix",
            default="translate",
            required=True,
        )
    left, right = st.columns(2, gap="medium")
    with left:
        first = typed("objectives_said", text.SAID, text.SOME, lang)
    with right:
        second = typed("objectives_other", text.OTHER, text.SOME_OTHER, lang) if task == "similarity" else ""
    prefix = PREFIXES.get(task, "")
    stack()
    found = answered(prefix, first, second)
    facts = {"prompt": plain(f"{prefix} {first}".strip(), 160), "answer": plain(found.text)}
    st.markdown(f"**{text.ANSWER_TITLE[lang].format(**facts)}**")
    st.html(chips.style() + steps(found, lang))
    if found.unread:
        st.caption(text.UNREAD[lang].format(share=percent(found.unread, lang)))
    st.markdown(f"**{text.ALL[lang]}**")
    alone = [words for task, words in PREFIXES.items() if task != "similarity"]
    rows = [(each, answered(each, first, "").text) for each in alone]
    rows.append(("", answered("", first, "").text))
    st.dataframe(pd.DataFrame(rows, columns=[text.PREFIX[lang], "→"]), hide_index=True)
    st.caption(text.RATHER[lang])
    st.markdown(f"**{text.MARKS[lang]}**")
    st.dataframe(marks(lang), hide_index=True)
    made = card()["made"]["tasks"]
    about = {name: made[name] for name in ("steps", "date", "code")}
    st.caption(text.SAYS[lang].format(parameters=card()["parameters"]["tasks"], **about))


@shared(256)
def answered(prefix: str, first: str, second: str):
    """What the model answers; one after the other for all visitors."""
    from core.masking.rewriting.answers import answer

    return answer(prefix, first, second)


def typed(key: str, label: Text, example: str, lang: Lang) -> str:
    """A field; empty: the example."""
    with control(key):
        said = st.text_input(label[lang], key=key, bind="query-params", max_chars=200, placeholder=example)
    return said.strip() or example


def steps(found, lang: Lang) -> str:
    """A row a piece: its chance, and what stood beside it."""
    head = "".join(f"<th>{escape(each[lang])}</th>" for each in (text.PLACE, text.PIECE, text.CHANCE, text.BESIDE))
    rows = []
    for at, each in enumerate(found.written, 1):
        chance = each.best[0][1]
        others = " · ".join(f"{shown(piece, lang)} {percent(p, lang)}" for piece, p in each.best[1:])
        rows.append(
            f"<tr><td>{at}</td><td>{escape(shown(each.piece, lang))}</td>"
            f'<td><i style="width:{100 * chance:.0f}%"></i><span>{escape(percent(chance, lang))}</span></td>'
            f"<td>{escape(others)}</td></tr>"
        )
    return f'<table class="answers"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def shown(piece: str, lang: Lang) -> str:
    """A piece as people read it."""
    return text.END[lang] if piece == END else piece.removeprefix("##") if piece.startswith("##") else piece


def marks(lang: Lang) -> pd.DataFrame:
    """Every task: its measure, the model's mark, a simple way's."""
    rows = []
    for task, found in card()["marks"]["tasks"].items():
        for name, label in text.MEASURES.items():
            if name in found:
                values = (found[name], found[f"simple_{name}"])
                said = [f"{each:.2f}" if name == "rho" else percent(each, lang) for each in values]
                rows.append((text.TASKS[task][lang], label[lang], *said, text.SIMPLE[task][lang]))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.MARK_COLUMNS])
