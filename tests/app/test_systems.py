"""The systems page: coverage is computed, links are exact, every filter is in the URL, nothing matches politely."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.catalog import EXHIBITS
from app.exhibits.systems import charts, rows
from app.exhibits.systems.page import nearest
from app.i18n import LANGS
from app.lit import link, live, state
from core import systems

LIT = {"attention-self": "/attention?attention_layer=2", "attention-qkv": "/attention"}


@dataclass(frozen=True)
class Shown:
    """An exhibit as the coverage sees it."""

    path: str
    covers: dict[str, str]


def coverage(*exhibits: Shown) -> dict[str, str]:
    return live(exhibits)  # type: ignore[arg-type]


def test_live_joins_what_the_exhibits_declare() -> None:
    first = Shown("attention", {"attention-self": "attention_layer=2", "attention-qkv": ""})
    second = Shown("probes", {"attention-self": "probes_head=1", "probe-structural": "x=1"})
    assert coverage(first, second) == {**LIT, "probe-structural": "/probes?x=1"}


def test_an_unknown_id_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="attention covers 'attention-slef'"):
        coverage(Shown("attention", {"attention-slef": ""}))


def test_what_we_declare_is_known_and_leads_to_an_exhibit() -> None:
    paths = {exhibit.path for exhibit in EXHIBITS}
    for url in live().values():
        address = urlsplit(url)
        assert address.path.strip("/") in paths
        assert parse_qs(address.query, strict_parsing=True) if address.query else True


def test_a_link_says_its_language() -> None:
    assert link("/attention", "zh") == "/attention?lang=zh"
    assert link("/attention?a=1", "en") == "/attention?a=1&lang=en"


def test_a_star_is_lit_dim_or_dark() -> None:
    assert state(systems.by_id("attention-self"), LIT) == "lit"
    assert state(systems.by_id("elmo"), LIT) == "dim"
    dark = next(system for system in systems.load() if not system.line_en)
    assert state(dark, LIT) == "dark"


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_links_what_is_live_and_says_not_yet_to_the_rest(lang) -> None:
    html = rows.listing(systems.load(), LIT, lang)
    assert html.count("<li ") == len(systems.load()) and html.count("<details") == len(systems.wings())
    assert re.findall(r'href="([^"]+)"', html) == [
        f"attention?lang={lang}",
        f"attention?attention_layer=2&amp;lang={lang}",
    ]
    assert html.count({"en": "not yet", "zh": "尚未点亮"}[lang]) == len(systems.load()) - len(LIT)
    assert "2/23" in html
    assert len(html.encode()) <= 120_000


def test_a_list_in_projector_mode_keeps_it() -> None:
    assert "present=true" in rows.listing(systems.load(), LIT, "en", present=True)


@pytest.mark.parametrize("lang", LANGS)
def test_the_timeline_has_every_dated_system_in_its_cell(lang) -> None:
    fig: Any = charts.timeline(lang, systems.load(), LIT)
    found = {}
    for trace in fig.data:
        found.update({name: (x, y) for name, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)})
    assert found.keys() == {system.id for system in systems.load() if system.year}
    wings = [wing.code for wing in systems.wings()]
    for name, (x, y) in found.items():
        system = systems.by_id(name)
        year = system.year or 0
        assert abs(x - (year if year >= charts.FIRST else charts.EARLIER)) < 0.5
        assert abs(y - wings.index(system.wing)) <= 0.61
    assert len(set(found.values())) == len(found)
    assert len(fig.to_json()) <= 100_000


def test_the_timeline_lights_what_is_live_and_keeps_its_axes() -> None:
    whole: Any
    few: Any
    whole, few = (charts.timeline("en", shown, LIT) for shown in (systems.load(), systems.find("self-attention")))
    stars = next(trace for trace in whole.data if trace.marker.symbol == "star")
    assert set(stars.customdata) == set(LIT)
    assert whole.layout.xaxis == few.layout.xaxis and whole.layout.yaxis == few.layout.yaxis
    assert "2019" in whole.layout.title.text


def test_a_slip_of_the_finger_is_understood() -> None:
    assert "attention" in [name.casefold() for name in nearest("attnetion")]
    assert nearest("qqqqqqqq") == []


def visit() -> None:
    from app.exhibits.systems.page import page

    page()


def open_page(**query: str) -> AppTest:
    page = AppTest.from_function(visit, default_timeout=30)
    for key, value in query.items():
        page.query_params[key] = value
        if key == "lang":
            page.session_state["lang"] = value
    page.run()
    assert not page.exception
    return page


def listed(page: AppTest) -> list[str]:
    html = " ".join(block.proto.body for block in page.get("html"))
    return re.findall(r'<li class="\w+"><div>(?:<a[^>]*>)?([^<]+)', html)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_opens_with_all_systems(lang) -> None:
    page = open_page(lang=lang)
    assert page.title[0].value.endswith({"en": "?", "zh": "？"}[lang])
    assert f"**{len(systems.load())}**" in page.markdown[0].value
    assert f"**{len(live())}**" in page.markdown[0].value
    assert len(listed(page)) == len(systems.load())


def test_filters_come_from_the_link() -> None:
    page = open_page(lang="en", systems_find="mask", systems_wing="PRE", systems_tier="A")
    expected = [s.en for s in systems.find("mask") if s.wing == "PRE" and s.tier == "A"]
    assert expected and sorted(listed(page)) == sorted(name.replace("&", "&amp;") for name in expected)


def test_a_broken_filter_in_a_link_shows_everything() -> None:
    assert len(listed(open_page(lang="en", systems_wing="XYZ", systems_state="blue"))) == len(systems.load())


def test_both_languages_find_the_same_system() -> None:
    assert "Rotary position embedding (RoPE)" in listed(open_page(lang="en", systems_find="旋转位置编码"))
    assert "旋转位置编码 RoPE" in listed(open_page(lang="zh", systems_find="rotary"))


def test_nothing_found_offers_a_way_on() -> None:
    page = open_page(lang="en", systems_find="attnetion")
    assert page.info and not listed(page)
    page.button(key="systems_near_0").click().run()
    assert listed(page) and not page.info
    page = open_page(lang="en", systems_find="zzzzzz")
    page.button(key="systems_clear").click().run()
    assert len(listed(page)) == len(systems.load())


def test_filters_that_hide_a_find_say_so() -> None:
    page = open_page(lang="en", systems_find="elmo", systems_wing="ADA")
    assert str(len(systems.find("elmo"))) in page.info[0].value


def test_the_timeline_is_a_view_of_its_own() -> None:
    page = open_page(lang="zh", systems_view="timeline")
    figure = json.loads(page.get("plotly_chart")[0].proto.spec)
    assert sum(len(trace["customdata"]) for trace in figure["data"]) == sum(s.year is not None for s in systems.load())
    assert not listed(page)


def test_a_long_list_starts_folded_but_for_wings_with_something_live() -> None:
    everything, lit = systems.load(), live()
    wings = {systems.by_id(name).wing for name in lit}
    assert rows.listing(everything, lit, "en").count("<details open>") == len(wings)
    few = everything[: rows.UNFOLDED]
    assert "<details>" not in rows.listing(few, lit, "en")
