"""Two views in which the visitor sets the question: a run of words told from its borders, and two texts compared."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.objectives import asking_text as text
from app.exhibits.objectives import charts, chips
from app.exhibits.objectives import text as words_of_page
from app.exhibits.objectives.says import answers, english, trust
from app.house.bars import bars
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang, Text
from core.masking.corruption import Words, labelled, pair
from core.masking.objectives import NSP, SOP, Relevance, SentenceDistance
from core.masking.objectives.spans import bordered, hidden
from core.text import tokenise

PAIRED = {"relevance": Relevance, "nsp": NSP, "sop": SOP, "sentence-distance": SentenceDistance}
MOST = 16  # words of a text that is compared


def border(lang: Lang) -> None:
    """A run of the visitor's text is hidden: told from its two borders, and told from everything."""
    what = english(lang)
    T = len(what.tokens)
    left, right = st.columns(2, gap="large")
    with left, control("objectives_first"):
        first = slider("objectives_first", text.FIRST[lang], 2, max(T - 1, 3), default=5)
    with right, control("objectives_many"):
        many = slider("objectives_many", text.MANY[lang], 1, 10, default=3)
    last = min(first + many - 1, T - 1)  # a border stays on the right
    if first > last:
        st.info(text.TOO_SHORT[lang])
        return
    stack()
    from core.masking.objectives.learned import reader

    told = reader("span")
    plain = hidden(what.tokens, first - 1, last - 1)
    made = bordered(plain)
    narrow, wide = told.answers(made), told.answers(plain)
    st.html(chips.gallery([("masked", [("span", made)])], lang))
    costs = [[-np.log(each.right) for each in guesses if each.right is not None] for guesses in (narrow, wide)]
    if costs[0]:
        facts = {"few": f"{np.mean(costs[0]):.2f}", "all": f"{np.mean(costs[1]):.2f}"}
        borders = {"left": what.tokens[first - 2], "right": what.tokens[last]}
        st.markdown(f"**{text.BORDER_TITLE[lang].format(**facts, **borders)}**")
    ways = ((text.FROM_BORDERS, narrow), (text.FROM_ALL, wide))
    for column, (head, guesses) in zip(st.columns(2, gap="large"), ways, strict=True):
        with column:
            st.markdown(head[lang])
            answers(guesses, made, lang)
    show(charts.masks(made, text.SEES_TITLE[lang], lang), key="objectives_border", alt=words_of_page.MASK_ALT[lang])
    st.caption(text.BORDER_SAYS[lang])


def both(lang: Lang) -> None:
    """Two texts of the visitor's, and what a reader says of them."""
    names = {name: words_of_page.NAMES[name] for name in PAIRED}
    with control("objectives_pair"):
        name = choice(
            st.segmented_control,
            words_of_page.OBJECTIVE[lang],
            [*PAIRED],
            names,
            lang,
            key="objectives_pair",
            default="relevance",
            required=True,
        )
    searched = name == "relevance"
    left, right = st.columns(2, gap="medium")
    with left:
        first = typed("objectives_query", text.QUERY if searched else text.FIRST_TEXT, text.SOME[searched][0], lang)
    with right:
        second = typed("objectives_title", text.HEADING if searched else text.SECOND_TEXT, text.SOME[searched][1], lang)
    if not first or not second:
        st.info(text.BOTH_EMPTY[lang])
        return
    stack()
    from core.masking.objectives.learned import reader

    told = reader(name)
    labels = PAIRED[name].labels
    joined, segments = pair(first, second)
    (guess,) = told.answers(labelled(joined, labels[0], segments), len(labels))
    best, chance = guess.best[0]
    st.markdown(f"**{text.BOTH_TITLE[lang].format(label=chips.readable(best, lang), chance=percent(chance, lang))}**")
    st.html(bars([(chips.readable(label, lang), p) for label, p in guess.best], lang))
    unknown = [word for word in dict.fromkeys((*first, *second)) if word not in told.ids]
    if unknown:
        st.caption(text.UNKNOWN[lang].format(n=len(unknown), words=", ".join(unknown[:8])))
    if searched:
        st.caption(text.RELEVANCE_SAYS[lang])
    trust(name, lang)


def typed(key: str, label: Text, example: str, lang: Lang) -> Words:
    """The first words of a field, in small letters as the readers know them; empty: of the example."""
    with control(key):
        said = st.text_input(label[lang], key=key, bind="query-params", max_chars=200, placeholder=example)
    return tuple(token.text.lower() for token in tokenise(said or example, "en"))[:MOST]
