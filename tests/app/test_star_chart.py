"""The star chart says what the index says, is light enough for a phone, and its names never collide."""

from __future__ import annotations

import itertools
import json
import math

import pytest

from app.exhibits.entrance import charts, history, sky
from app.i18n import LANGS
from core import systems

LIVE = {"attention-self": "/attention", "attention-multi-head": "/attention", "probe-attention-map": "/attention"}
LIGHT = 150_000  # bytes


def drawn(figure) -> dict:
    return json.loads(figure.to_json())


def stars(figure) -> dict[str, tuple[dict, int]]:
    """Each star by its id: the trace that draws it, and where in that trace."""
    traces = [trace for trace in drawn(figure)["data"] if "customdata" in trace]
    found = [(name, (trace, i)) for trace in traces for i, name in enumerate(trace["customdata"])]
    assert len(dict(found)) == len(found)
    return dict(found)


def light(figure, name: str) -> float:
    trace, at = stars(figure)[name]
    own = trace["marker"]["opacity"]
    return trace["opacity"] * (own[at] if isinstance(own, list) else own)


@pytest.mark.parametrize("lang", LANGS)
def test_every_system_is_one_star(lang) -> None:
    assert stars(charts.star_chart(lang, live=LIVE)).keys() == {system.id for system in systems.load()}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("lit", [0, 1, 519])
def test_the_chart_is_light(lang, lit) -> None:
    live = {system.id: "/x" for system in systems.load()[:lit]}
    sent = charts.star_chart(lang, live=live).to_json()
    assert sent and len(sent.encode()) <= LIGHT


def test_live_stars_have_a_symbol_of_their_own() -> None:
    symbols = {
        name: trace["marker"]["symbol"] for name, (trace, _) in stars(charts.star_chart("en", live=LIVE)).items()
    }
    assert {symbols[name] for name in LIVE} == {"star"}
    assert {symbol for name, symbol in symbols.items() if name not in LIVE} == {"circle"}


@pytest.mark.parametrize("lang", LANGS)
def test_hover_tells_name_year_line_and_state(lang) -> None:
    trace, at = stars(charts.star_chart(lang, live=LIVE))["attention-self"]
    system = systems.by_id("attention-self")
    assert trace["text"][at] == system.name(lang)
    said = trace["hovertext"][at]
    assert "2016" in said and said.replace("<br>", " " if lang == "en" else "").endswith(system.line(lang))
    assert "★" in trace["hovertemplate"]


def test_a_year_hides_what_came_later() -> None:
    shown = stars(charts.star_chart("en", live=LIVE, year=2016)).keys()
    assert "w2v-cbow" in shown and "attention-self" in shown
    assert "attention-qkv" not in shown and "bert-architecture" not in shown
    assert {system.id for system in systems.load() if system.year is None} <= shown


def test_systems_without_a_year_are_faint_in_a_year() -> None:
    today, then = charts.star_chart("en", live=LIVE), charts.star_chart("en", live=LIVE, year=2016)
    assert light(then, "kbqa") == pytest.approx(history.FADED * light(today, "kbqa"))
    assert light(then, "deep-compression") == light(today, "deep-compression")


def test_the_last_year_is_the_whole_sky() -> None:
    newest = max(system.year or 0 for system in systems.load())
    assert drawn(charts.star_chart("en", live=LIVE, year=newest)) == drawn(charts.star_chart("en", live=LIVE))


def test_matches_are_ringed_and_the_rest_fade() -> None:
    matches = frozenset(system.id for system in systems.find("elmo"))
    figure = charts.star_chart("en", live=LIVE, matches=matches)
    rings = [t for t in drawn(figure)["data"] if t.get("marker", {}).get("symbol") == "circle-open"]
    assert len(rings) == 1
    for name, (trace, at) in stars(figure).items():
        assert trace["marker"]["opacity"][at] == (1 if name in matches else history.FADED)


def test_every_constellation_is_named_and_counts_its_lights() -> None:
    names = [note["text"] for note in drawn(charts.star_chart("zh", live=LIVE))["layout"]["annotations"]]
    assert len(names) == 29
    assert "注意力 2/23" in names and "词向量" in names


def test_history_gets_brighter_and_ends_with_the_whole_sky() -> None:
    figure = charts.star_chart("en", live=LIVE)
    data = drawn(figure)["data"]
    risen = []
    for frame in figure.frames:
        assert len(frame.data) == len(frame.traces) and max(frame.traces) == len(data) - 1
        parts = [(data[i], part.marker.opacity) for i, part in zip(frame.traces, frame.data, strict=True)]
        stars = [(trace, own) for trace, own in parts if own is not None and "customdata" in trace]
        assert all(len(trace["customdata"]) == len(own) for trace, own in stars)
        risen.append(sum(int(own.sum()) for _, own in stars))
    dated = sorted(system.year for system in systems.load() if system.year)
    assert risen == [sum(born <= year for born in dated) for year in (*history.YEARS, dated[-1])]
    for i, part in zip(figure.frames[-1].traces, figure.frames[-1].data, strict=True):
        assert part.opacity in (None, data[i]["opacity"])
    assert not figure.frames[-1].layout.title.text


def test_constellations_do_not_overlap_and_stay_inside() -> None:
    for one, other in itertools.combinations(sky.patches().values(), 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r - 0.01
    for patch in sky.patches().values():
        assert (abs(patch.x) ** sky.SQUARE + abs(patch.y) ** sky.SQUARE) ** (1 / sky.SQUARE) + patch.r <= 1.01


def test_names_cannot_collide_on_a_narrow_screen() -> None:
    width, height = sky.LABEL
    for one, other in itertools.combinations(sky.patches().values(), 2):
        assert abs(one.x - other.x) >= width or abs(one.label - other.label) >= height


def test_no_two_stars_touch() -> None:
    places = list(sky.positions().values())
    assert min(math.dist(a, b) for a, b in itertools.combinations(places, 2)) >= 0.03


def test_a_tree_joins_all_points_by_its_shortest_lines() -> None:
    assert sky.tree([(0, 0), (1, 0), (5, 0), (1, 2)]) == [(0, 1), (1, 3), (1, 2)]
