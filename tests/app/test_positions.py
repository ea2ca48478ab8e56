"""The positions exhibit: every view from its link, the one set of controls, the edges, and what the pictures say."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.positions import check, keepsake, order, paper, rotary, schemes, text, training, waves, waves_charts
from app.exhibits.positions.plate import plate
from app.house.numbers import scientific
from app.i18n import LANGS, Text
from core import systems
from core.positions import sinusoid, wavelengths
from core.positions.live import live
from core.positions.recorded import order as recorded
from core.positions.schemes import SCHEMES, Ask, terms
from core.positions.study import Config
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("positions", lang, **query)


def numbers(packed: Any) -> np.ndarray:
    """A Plotly array, packed or not."""
    if isinstance(packed, dict):
        shape = [int(each) for each in str(packed.get("shape", "-1")).split(",")]
        return np.frombuffer(base64.b64decode(packed["bdata"]), packed["dtype"]).reshape(shape)
    return np.asarray(packed)


@pytest.mark.parametrize(("view", "lang"), [*((view, "en") for view in text.VIEWS), ("waves", "zh"), ("length", "zh")])
def test_every_view_opens_from_its_link(view: str, lang: str) -> None:
    at = opened(lang, positions_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


def test_all_twelve_systems_of_the_wing_are_covered() -> None:
    assert set(text.COVERS) == {system.id for system in systems.load() if system.wing == "POS"}


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.positions import page, waves, waves_charts, rotary, schemes, plate\n"
        "from core.positions.schemes import Ask\n"
        "plate.plate('zh'); rotary.dial_figure(Ask(), 'query', 5, 'en'); schemes.gallery(Ask(), 'en')\n"
        "print({'torch', 'transformers', 'numba', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("view", "query", "words"),
    [
        ("waves", {"positions_D": "65"}, "in even parts"),
        ("waves", {"positions_T": "1"}, "no distance"),
        ("waves", {"positions_base": "1"}, "every pair turns alike"),
        ("rotary", {"positions_D": "24"}, "in even parts"),
        ("rotary", {"positions_base": "1"}, "every pair turns alike"),
        ("schemes", {"positions_T": "1"}, "no distance"),
        ("stretch", {"positions_T": "1"}, "no distance"),
    ],
)
def test_at_the_edges_a_sentence_stands_in_for_the_picture(view: str, query: dict[str, str], words: str) -> None:
    at = opened(positions_view=view, **query)
    assert not at.exception and not at.error
    assert words in at.warning[0].value and not at.get("plotly_chart")


def test_the_controls_are_one_set_for_all_views() -> None:
    query = {"positions_T": "20", "positions_D": "32", "positions_base": "100", "positions_H": "2"}
    for view in ("waves", "rotary", "schemes", "stretch"):
        at = opened(positions_view=view, **query)
        values = {each.key: each.value for each in (*at.slider, *at.select_slider)}
        assert {key: str(values[key]) for key in query} == query


def test_a_column_says_its_wavelength() -> None:
    fig: Any = waves_charts.table(sinusoid(512, 256), wavelengths(256), (3, 10, 20), "en")
    assert "column 0 (sin), wavelength 6.3 tokens" in fig.data[0].x[0]
    shown: Any = waves_charts.table(sinusoid(50, 128), wavelengths(128), (0, 0, 0), "en")
    assert "54,410" in shown.layout.title.text
    assert fig.data[0].z.dtype == np.int8 and len(fig.to_json()) < 300_000
    assert np.abs(fig.data[0].z / 100 - sinusoid(512, 256)).max() <= 0.00501


def test_what_is_written_is_what_was_computed() -> None:
    at = opened(positions_m="10", positions_n="17", positions_column="20")
    written = [each.value for each in at.latex][-1]
    wavelength, product, moved = re.findall(r"mathbf{([^}]+)}", written)
    P = sinusoid(50, 128)
    assert float(wavelength) == pytest.approx(2 * np.pi * 10_000 ** (20 / 128), abs=0.06)
    assert float(product) == pytest.approx(P[10] @ P[17], abs=1e-3)
    assert moved == scientific(waves.residual(P, 7, 10_000.0))
    assert max(waves.residual(P, k, 10_000.0) for k in (7, -7)) < 1e-12


def test_dials_play_on_the_client_and_the_residual_is_nothing() -> None:
    ask = Ask()
    q, k = rotary.drawn(ask)
    assert rotary.residual(ask, q, k) < 1e-10
    for moves in text.MOVE_NAMES:
        fig: Any = rotary.dial_figure(ask, moves, 5, "en").to_dict()
        marks = [frame["data"][2] for frame in fig["frames"]]
        at, score = (np.array([numbers(mark[axis])[0] for mark in marks], float) for axis in "xy")
        if moves == "both":
            assert set(at) == {5} and np.ptp(score) < 1e-9
        else:
            assert np.ptp(at) == 49 and np.ptp(score) > 0.1
        expected = rotary.score(q, k, int(at[0]) + 50, 50, 10_000.0)
        assert score[0] == pytest.approx(expected)


def test_the_gallery_tests_every_encoding() -> None:
    families, found = schemes.gallery(Ask(), "en")
    figures: list[Any] = [fig.to_dict() for fig in families.values()]
    said_ = [each["text"] for fig in figures for each in fig["layout"]["annotations"]]
    assert len(said_) == sum(len(fig["data"]) for fig in figures) == len(SCHEMES)
    assert sum("<br>distance ·" in each for each in said_) == found == 11
    assert sorted(name for family in schemes.FAMILIES.values() for name in family) == sorted(SCHEMES)


@pytest.mark.parametrize("name", ["tupe", "shaw", "xl", "deberta", "kerple-power", "yarn"])
def test_every_encoding_opens_with_its_own_control(name: str) -> None:
    at = opened("zh", positions_view="schemes", positions_scheme=name, positions_words="different")
    html(at)
    assert not at.warning
    keys = {each.key for each in at.slider}
    assert ("positions_reach" in keys) == (name in schemes.REACHING)
    assert ("positions_shape" in keys) == name.startswith("kerple")


def test_a_slider_says_what_it_does_and_ends_where_it_ends() -> None:
    t5 = opened(positions_view="schemes", positions_scheme="t5", positions_farthest="20")
    assert {"positions_farthest"} <= {each.key for each in t5.slider}
    bias = terms("t5", Ask(farthest=20))["bias"]
    assert len(set(bias[-1, :30])) == 1 < len(set(bias[-1, :40])), "from 20 tokens back on, all are one"
    for name, heads in (("alibi", 4), ("learned", 12)):
        at = opened(positions_view="schemes", positions_scheme=name, positions_H="4", positions_head="99")
        head = next(each for each in at.slider if each.key == "positions_head")
        assert head.max == head.value == heads
    power = opened(positions_view="schemes", positions_scheme="kerple-power", positions_shape="40")
    assert next(each for each in power.slider if each.key == "positions_shape").max == 20


def test_what_is_meant_to_be_bold_is_bold() -> None:
    """Punctuation before two closing stars and a letter right after them: Markdown takes the stars as text."""
    for name, value in vars(text).items():
        for each in value.values() if isinstance(value, dict) else (value,):
            if isinstance(each, Text):
                for bold, after in re.findall(r"\*\*(?! )([^*]+)\*\*(.?)", each.zh):
                    assert not (re.search(r"[^\w}]$", bold) and re.match(r"\w", after)), (name, bold)


def test_the_largest_base_is_written_as_a_number() -> None:
    at = opened(positions_base="1000000")
    written = [each.value for each in at.latex][-1]
    assert "1000000^" in written and "e+06" not in written
    assert {"1,000,000"} <= set(at.select_slider[0].options)


def test_the_shifting_matrix_is_shown_with_its_numbers() -> None:
    written = waves.written(Ask(), sinusoid(50, 128), 21, 10, 17)
    turn = 7 * 10_000 ** (-20 / 128)
    rows = f"{np.cos(turn):.3f} & {np.sin(turn):.3f}", f"{-np.sin(turn):.3f} & {np.cos(turn):.3f}"
    assert rf"M_{{7}}^{{(i=10)}} = \begin{{pmatrix}}{rows[0]}\\{rows[1]}\end{{pmatrix}}" in written


def test_a_myth_counts_crossings_and_no_start_at_zero() -> None:
    assert re.findall(r"\d+", check.later("en")) == ["20", "0", "255", "19", "256", "511", "19", "60", "512", "2"]


def test_questions_name_the_distance_from_which_all_are_one() -> None:
    for name in ("shaw", "deberta", "t5"):
        for reach in (5, 12):
            ask = check._asked(3, reach)
            told = int(re.findall(r"\d+", check.described(check.Puzzle(name, ask, ()), "en"))[-1])
            row = check.Puzzle(name, ask, ()).scores[-1][::-1]
            assert np.allclose(row[told:], row[told])
            if name != "t5":
                assert abs(row[told - 1] - row[told]) > 1e-9


def test_any_model_shows_its_table_or_says_that_it_has_none() -> None:
    at = opened("zh", positions_view="real", positions_model="zh-char")
    html(at)
    assert "zh-char：共 128 行" in said(at) and len(at.get("plotly_chart")) == 3
    wrong = opened(positions_view="real", positions_model="<script>")
    assert not wrong.error and wrong.warning and not wrong.get("plotly_chart")


def test_a_page_has_other_neighbours_than_a_line() -> None:
    price = [row[0] for row in paper.WORDS].index("6.00")
    likeness = paper.near(price)
    assert set(paper.nearest(likeness["page"], price)) == {"4.50", "3.20"}
    assert set(paper.nearest(likeness["line"], price)) == {"2", "Bread"}


def test_without_positions_nothing_moves() -> None:
    at = opened(positions_view="order", positions_added="without")
    html(at)
    assert re.search(r"\*\*0\.9\d+\*\* with positions, \*\*1\.000000\*\*", said(at))
    with_, without = (order.moved(recorded(), each, "en") for each in ("with", "without"))
    assert max(max(line.y) for line in without.data) < 1e-4 < 0.1 < min(line.y[-1] for line in with_.data)


def test_another_pair_of_sentences_is_read_now() -> None:
    pair = {"positions_first": "A cat saw a bird.", "positions_second": "A bird saw a cat."}
    at = opened(positions_view="order", **pair)
    html(at)
    assert any("Read just now" in each.value for each in at.caption)
    wrong = opened(positions_view="order", positions_first="A cat.", positions_second="A dog.")
    assert "same words" in wrong.warning[0].value


def test_questions_have_answers_and_myths_are_tested() -> None:
    at = opened(positions_part="check")
    for round_ in range(4):
        puzzle = check.draw(round_)
        radio = next(each for each in at.radio if str(each.key).startswith("positions_guess"))
        right = puzzle.name if puzzle.options else "differ" if puzzle.differ else "same"
        radio.set_value(right).run()
        next(each for each in at.button if each.key == "positions_reveal").click().run()
        assert at.success[0].value.startswith("Yes.")
        next(each for each in at.button if each.key == "positions_next").click().run()
    for button in [each for each in at.button if str(each.key).startswith("positions_myth")]:
        button.click().run()
        html(at)


def test_a_live_training_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, Any] = {}
    monkeypatch.setattr(training, "show", lambda fig, *, key, alt: drawn.update({key: fig}))
    for name in ("learned", "shaw"):
        run = live("wikipedia-sample", Config(positions=name, T=16, D=16, steps=12, windows=2, reach=4))
        training.result(run, "en")
        assert np.isnan(run.by_place[-1]) == (name == "learned")
        assert bool(drawn["positions_live_inside"].frames) == (name == "learned")


def test_the_program_runs_where_heads_and_width_do_not_fit() -> None:
    at = opened(positions_part="take", positions_D="24", positions_H="8", positions_T="2", positions_base="1")
    program = next(each.value for each in at.code if "sinusoid" in each.value)
    assert "T, D, H, base = 4, 24, 6, 1.1" in program
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_and_the_keepsakes(lang: Any) -> None:
    assert plate(lang).data[0].z.shape == (50, 128)
    at = opened(lang, positions_part="take", positions_T="9")
    html(at)
    program = next(each.value for each in at.code if "sinusoid" in each.value)
    assert program.strip() == keepsake.PROGRAM.format(T=9, D=128, H=8, base=10_000.0, seed=0).strip()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "ALiBi depends on distance" in done.stdout
