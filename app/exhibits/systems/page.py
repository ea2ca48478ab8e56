"""The index: what exists, what is already live, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import streamlit as st

from app.exhibits.systems import charts, rows, text
from app.house import links
from app.house.figures import points
from app.i18n import Lang, Text
from app.lit import live, state
from app.session import language, presenting
from core import systems
from core.systems import System

FILTERS = ("systems_wing", "systems_state", "systems_tier")


def page() -> None:
    lang, lit = language(), live()
    st.title(text.QUESTION[lang], anchor=False)
    coverage(lit, lang)
    index(lit, lang)


def coverage(lit: Mapping[str, str], lang: Lang) -> None:
    """How far we are, counted from what the exhibits declare."""
    found = Counter(state(system, lit) for system in systems.load())
    counts = {level: found[level] for level in ("lit", "dim", "dark")}
    st.markdown(text.COUNTS[lang].format(n=len(systems.load()), wings=len(systems.wings()), **counts))
    st.html(rows.bar(counts, lang))


@st.fragment
def index(lit: Mapping[str, str], lang: Lang) -> None:
    """Search and filters, then the list or the timeline."""
    shown, view = controls(lit, lang)
    if not shown:
        nothing(lang)
    elif view == "timeline":
        timeline(shown, lit, lang)
    else:
        st.caption(text.SHOWN[lang].format(n=len(shown)))
        st.html(rows.listing(shown, lit, lang, present=presenting()))


def controls(lit: Mapping[str, str], lang: Lang) -> tuple[list[System], str]:
    """What the visitor asks for: the systems, and how to show them."""
    find, wing = st.columns([2, 1], vertical_alignment="bottom")
    words = find.text_input(
        text.FIND[lang], key="systems_find", bind="query-params", placeholder=text.FIND_HINT[lang], max_chars=80
    )
    names = {"all": text.ALL} | {wing.code: Text(en=wing.en, zh=wing.zh) for wing in systems.wings()}
    chosen = links.choice(wing.selectbox, text.WING[lang], list(names), names, lang, key="systems_wing", default="all")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = _choice(text.STATE, text.STATE_NAMES, lang, key="systems_state", default="all")
        view = _choice(text.VIEW, text.VIEWS, lang, key="systems_view", default="list")
        with st.popover(text.MORE[lang]):
            tier = _choice(text.TIER, text.TIER_NAMES, lang, key="systems_tier", default="all")
    shown = [
        system
        for system in systems.find(words)
        if chosen in ("all", system.wing) and tier in ("all", system.tier) and level in ("all", state(system, lit))
    ]
    return shown, view


def _choice(label: Text, names: Mapping[str, Text], lang: Lang, *, key: str, default: str) -> str:
    return links.choice(
        st.segmented_control, label[lang], list(names), names, lang, key=key, default=default, required=True
    )


def timeline(shown: Sequence[System], lit: Mapping[str, str], lang: Lang) -> None:
    """Year by year; a click on a dot shows its row."""
    picked = st.plotly_chart(
        charts.timeline(lang, shown, lit),
        theme="streamlit",
        key="systems_timeline",
        on_select="rerun",
        selection_mode="points",
        config={"displayModeBar": False},
        alt=text.ALT_TIMELINE[lang],
    )
    st.caption(text.UNDATED[lang].format(n=sum(system.year is None for system in shown)))
    known = {system.id for system in shown}
    names = [name for point in points(picked) if isinstance(name := point.get("customdata"), str) and name in known]
    if names:
        st.html(rows.listing([systems.by_id(name) for name in names], lit, lang, present=presenting()))


def nothing(lang: Lang) -> None:
    """No match: the filters may be to blame, or the spelling."""
    words = st.session_state["systems_find"]
    alone = systems.find(words)
    if alone:
        st.info(text.NARROW[lang].format(n=len(alone)), icon=":material/filter_alt:")
    else:
        st.info(text.NOTHING[lang], icon=":material/search_off:")
    with st.container(horizontal=True):
        for i, near in enumerate([] if alone else nearest(words)):
            st.button(text.NEAREST[lang].format(words=near), on_click=_search, args=[near], key=f"systems_near_{i}")
        st.button(text.CLEAR[lang], on_click=_search, args=[""], key="systems_clear")


def nearest(words: str) -> list[str]:
    """Names, and words of names, that are spelled almost like this: at most three."""
    names = (name for system in systems.load() for name in (system.en, system.zh, *system.en.split()))
    spelled = {name.strip("():,").casefold(): name.strip("():,") for name in names}
    return [spelled[close] for close in get_close_matches(words.strip().casefold(), spelled, n=3, cutoff=0.7)]


def _search(words: str) -> None:
    """Search for these words among all systems."""
    for key in FILTERS:
        st.session_state[key] = "all"
        links.remember(key, None)
    st.session_state["systems_find"] = words
