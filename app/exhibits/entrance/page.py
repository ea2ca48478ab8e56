"""The entrance: the sky of all systems, then the exhibits, then a short tour."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

import plotly.graph_objects as go
import streamlit as st

from app.catalog import EXHIBITS, Exhibit
from app.exhibits.entrance import text
from app.exhibits.entrance.recorded import SKY, recorded
from app.house.errors import boundary
from app.house.figures import points
from app.i18n import Lang
from app.lit import live
from app.session import language
from core import systems


def page() -> None:
    lang = language()
    st.title(text.NAME[lang], anchor=False)
    st.markdown(text.WHAT[lang])
    sky(lang)
    exhibits(lang)
    tour(lang)


@st.fragment
def sky(lang: Lang) -> None:
    """The star chart with its search and its years."""
    everything, lit = systems.load(), live()
    st.caption(text.SKY[lang].format(n=len(everything), lit=len(lit)))
    finder, years = st.columns([2, 1], gap="medium", vertical_alignment="bottom")
    words = finder.text_input(text.FIND[lang], key="find", bind="query-params", placeholder=text.FIND_HINT[lang])
    first = min(system.year for system in everything if system.year)
    last = max(system.year for system in everything if system.year)
    year = years.slider(text.YEAR[lang], first, last, last, key="year", bind="query-params")
    found = systems.find(words) if words else ()
    if words:
        names = " · ".join(system.name(lang) for system in found[:8])
        st.caption(text.FOUND[lang].format(n=len(found), names=names) if found else text.NOTHING[lang])
    chart = recorded(SKY, lang) if not words and year == last else _searched(lang, found, year)
    picked = st.plotly_chart(chart, theme="streamlit", key="sky", on_select="rerun", selection_mode="points")
    _open(picked, lang)


def _searched(lang: Lang, found: Sequence[systems.System], year: int) -> go.Figure:
    from app.exhibits.entrance.charts import star_chart  # numpy's work; the whole sky is recorded

    return star_chart(lang, live=live(), matches=frozenset(system.id for system in found), year=year)


def _open(picked, lang: Lang) -> None:
    """Follow a click on a star to its live view, or say that there is none yet."""
    asked = [point.get("customdata") for point in points(picked)]
    names = [each[0] if isinstance(each, list) and each else each for each in asked]
    name = next((each for each in names if isinstance(each, str)), "")
    if not any(system.id == name for system in systems.load()):
        return
    if url := live().get(name):
        where = urlsplit(url)
        query = {key: values[-1] for key, values in parse_qs(where.query).items()}
        exhibit = next(exhibit for exhibit in EXHIBITS if exhibit.path == where.path.strip("/"))
        st.switch_page(as_page(exhibit, lang), query_params=query)
    st.info(text.NOT_YET[lang].format(name=systems.by_id(name).name(lang)), icon=":material/dark_mode:")


def as_page(exhibit: Exhibit, lang: Lang) -> st.Page:
    """The exhibit as Streamlit's navigation knows it: the same URL is the same page."""
    return st.Page(exhibit.run, title=exhibit.title[lang], icon=exhibit.icon, url_path=exhibit.path)


def exhibits(lang: Lang) -> None:
    """A plate for each exhibit, with a real, recorded picture."""
    st.header(text.EXHIBITS[lang], anchor=False)
    with st.grid(3):
        for exhibit in EXHIBITS:
            with st.container(border=True):
                st.subheader(exhibit.title[lang], anchor=False)
                with boundary(lang):
                    st.plotly_chart(recorded(exhibit.path, lang), theme="streamlit", key=f"plate_{exhibit.path}")
                st.markdown(exhibit.question[lang])
                st.page_link(as_page(exhibit, lang), label=text.OPEN[lang], icon=exhibit.icon)


def tour(lang: Lang) -> None:
    """Five steps for a first visit."""
    with st.expander(text.TOUR[lang], icon=":material/route:"):
        st.markdown("\n".join(f"{i}. {step[lang]}" for i, step in enumerate(text.STEPS, 1)))
