"""Parts 2 and 3, *Play* and *Look inside*: all objectives, one in detail, orders, epochs, whole words."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import streamlit as st

from app.exhibits.objectives import charts, chips, text
from app.exhibits.objectives.albert import albert
from app.exhibits.objectives.asking import border, both
from app.exhibits.objectives.bound import bound
from app.exhibits.objectives.counting import fallen, statistics
from app.exhibits.objectives.epochs import epochs
from app.exhibits.objectives.formats import formats
from app.exhibits.objectives.gathering import gathering
from app.exhibits.objectives.growing import growing
from app.exhibits.objectives.kinds import kinds
from app.exhibits.objectives.macbert import macbert
from app.exhibits.objectives.memory import memory
from app.exhibits.objectives.mixing import mixing
from app.exhibits.objectives.order import order
from app.exhibits.objectives.pieces import whole
from app.exhibits.objectives.pixels import pixels
from app.exhibits.objectives.prefixes import prefixes
from app.exhibits.objectives.reading import SHOWN, Asked, asked, drawn, family_of, has_rate, own_rate, prepared
from app.exhibits.objectives.recipe import recipe
from app.exhibits.objectives.says import says
from app.exhibits.objectives.settings import settled
from app.exhibits.objectives.sights import sights
from app.exhibits.objectives.slipping import slips
from app.exhibits.objectives.speaking import speaking
from app.exhibits.objectives.uses import uses
from app.house.errors import sentence
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import shared
from app.house.views import chosen
from app.i18n import Lang
from app.session import seed
from core.errors import Trouble
from core.masking import FAMILIES, OBJECTIVES, Corruption, corrupt
from core.masking.corruption import MASK
from core.masking.objectives import MLM

FACTORS = 8


def play() -> None:
    """The chosen view."""
    chosen("objectives", text, DRAWN)


def gallery(lang: Lang) -> None:
    """Every objective on the same text, family by family."""
    what = asked(lang)
    left, right = st.columns([3, 1], gap="large", vertical_alignment="bottom")
    with left, control("objectives_family"):
        family = choice(
            st.selectbox,
            text.FAMILY[lang],
            list(text.FAMILIES),
            text.FAMILIES,
            lang,
            key="objectives_family",
            default="all",
        )
    with right:
        rate = own_rate(lang)
    headline, picture = damaged(what, family, rate, seed(), lang)
    st.markdown(f"**{headline}**")
    st.html(picture)
    st.caption(f"{text.LEGEND[lang]} {own_rates(lang)} {text.LOCATION[lang].format(seed=seed())}")


def own_rates(lang: Lang) -> str:
    """Which objectives hide another share than 15 % while nobody has moved the slider."""
    rates = {name: OBJECTIVES[name].rate for name in SHOWN if has_rate(name)}  # type: ignore[union-attr]
    other = [f"{text.NAMES[name][lang]} {percent(rate, lang)}" for name, rate in rates.items() if rate != MLM.rate]
    return text.OWN_RATES[lang].format(rates=(", " if lang == "en" else "、").join(other))


@shared(64)
def damaged(what: Asked, family: str, rate: float | None, seed: int, lang: Lang) -> tuple[str, str]:
    """The headline, and the rows as HTML: drawn once for all who look."""
    groups = [
        (name, rows)
        for name, members in FAMILIES.items()
        if family in ("all", name)
        and (rows := [(each, attempt(each, what, rate, seed, lang)) for each in members if each in SHOWN])
    ]
    made = [each for _, rows in groups for _, each in rows if isinstance(each, Corruption)]
    numbers = [len(each.asked) + len(each.decoder.asked if each.decoder else []) for each in made]
    facts = {
        "n": len(made),
        "words": len(what.tokens),
        "least": min(numbers, default=0),
        "most": max(numbers, default=0),
    }
    return text.HEADLINE[lang].format(**facts), chips.gallery(groups, lang)


def attempt(name: str, what: Asked, rate: float | None, seed: int, lang: Lang) -> Corruption | str:
    """A draw, or the sentence that says why there is none."""
    try:
        return drawn(name, what, seed, rate)
    except Trouble as trouble:
        return sentence(trouble, lang)


def one(lang: Lang) -> None:
    """What is read, asked and seen by one objective, and what its loss adds up."""
    what = asked(lang)
    left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
    names = {name: text.NAMES[name] for name in SHOWN}
    with left, control("objectives_one"):
        name = choice(st.selectbox, text.OBJECTIVE[lang], SHOWN, names, lang, key="objectives_one", default="mlm")
    rate = None
    with right:
        if has_rate(name):
            rate = own_rate(lang)
    names = entities(lang) if name == "entity" else ()
    objective = settled(name, prepared(name, what, rate, names), what, lang)
    if objective is None:
        return
    made = corrupt(what.tokens, objective, seed())
    if name == "mlm" and isinstance(objective, MLM):
        st.markdown(f"**{fallen(made, objective, lang)}**")
    st.html(chips.gallery([(family_of(name), [(name, made)])], lang))
    side = made.decoder or made
    share = float(side.attention_mask[-1][side.asked or slice(None)].mean())
    seen = text.MASK_TITLE_DECODER if made.decoder else text.MASK_TITLE
    title = seen[lang].format(name=text.NAMES[name][lang], share=share)
    picture, numbers = st.columns([3, 2], gap="medium")
    with picture:
        show(charts.masks(made, title, lang), key="objectives_mask", alt=text.MASK_ALT[lang])
    with numbers:
        st.markdown(f"**{text.FACTORS[lang]}**")
        factors(made, lang)
        if len(made.positions) == 2:
            pairs = " ".join(f"{a}·{b}" for a, b in made.positions.T.tolist())
            st.caption(f"{text.POSITIONS[lang]}: {pairs}")
    if name in ("mlm", "span", "n-gram"):
        statistics(objective, lang)
    if has_rate(name) and rate is None:
        st.caption(own_rates(lang))
    st.caption(f"{text.LEGEND[lang]} {text.LOCATION[lang].format(seed=seed())}")


def entities(lang: Lang) -> tuple[str, ...]:
    """Names that the visitor marks; none: runs of capitals."""
    with control("objectives_entities"):
        typed = st.text_input(
            text.ENTITIES[lang],
            key="objectives_entities",
            bind="query-params",
            max_chars=300,
            help=text.ENTITIES_HELP[lang],
        )
    return tuple(each.strip() for each in re.split("[,，;；、]", typed or "") if each.strip())


def factors(made: Corruption, lang: Lang) -> None:
    """The terms of the loss in their order: each answer, and how many places it is told from."""
    side = made.decoder or made
    places = [at for at in side.order if side.loss_mask[at]] or side.asked
    if not places:
        st.caption(text.NO_FACTORS[lang])
        return
    lines = []
    masks = side.attention_mask[-1:] if side.order else side.attention_mask  # SpanBERT adds up both its streams
    shown = places[: FACTORS // len(masks)]
    for at, sees in product(shown, masks):
        seen = [side.inputs[s] for s in np.flatnonzero(sees[at]) if side.inputs[s] != MASK]
        few = seen if len(seen) <= 3 else [seen[0], "…", *seen[-2:]]
        given = " ".join(chips.readable(each, lang) for each in few)
        beyond = r",\ \tilde x" if made.decoder else ""
        answer = tex(chips.readable(side.targets[at], lang))
        lines.append(rf"-\log p(\textcolor{{#000003}}{{\text{{{answer}}}}}\mid\text{{{tex(given)}}}{beyond})")
    st.latex(r"\begin{aligned}" + r"\\".join(f"&{line}" for line in lines) + r"\end{aligned}")
    if len(places) > len(shown):
        st.caption(text.AND_MORE[lang].format(n=len(masks) * (len(places) - len(shown))))


def tex(word: str) -> str:
    """A word inside TeX's \\text."""
    named = {"\\": r"\textbackslash ", "^": r"\textasciicircum ", "~": r"\textasciitilde "}
    return "".join(named.get(c) or (f"\\{c}" if c in "$%&#_{}" else c) for c in word)


DRAWN = {
    "gallery": gallery,
    "one": one,
    "order": order,
    "epochs": epochs,
    "whole": whole,
    "says": says,
    "formats": formats,
    "bound": bound,
    "border": border,
    "both": both,
    "slips": slips,
    "pixels": pixels,
    "grow": growing,
    "prefix": prefixes,
    "gather": gathering,
    "gpt": uses,
    "speak": speaking,
    "recipe": recipe,
    "macbert": macbert,
    "albert": albert,
    "memory": memory,
    "elmo": mixing,
    "kinds": kinds,
    "sights": sights,
}
