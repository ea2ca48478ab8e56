"""What is typed is shown, and what spreadsheets would compute is not."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from app.house import figures, take
from app.house.plain import plain
from tests.hostile.values import MARKDOWN, SCRIPT


def test_every_mark_is_taken_as_itself():
    assert plain("a *b* [c](d)") == r"a \*b\* \[c\]\(d\)"
    assert plain("one\ntwo\u2028three") == "one two three"
    assert plain("猫" * 9, 3) == "猫猫猫"


def bag(table: pd.DataFrame) -> take.Bag:
    return take.Bag("x", f"print({SCRIPT!r})", "@misc{x}", lambda: table, lambda: go.Figure(layout_title_text=SCRIPT))


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_no_text_runs_as_a_formula_and_numbers_stay_numbers(start):
    nasty = f"{start}cmd|' /C calc'!A0"
    table = pd.DataFrame({nasty: [nasty, "fine"], "n": [-1.5, 2.0], "mixed": [-3, nasty]})
    sent = take.csv(bag(table)).decode("utf-8-sig")
    back = pd.read_csv(io.StringIO(sent), lineterminator="\n")
    assert back.columns.tolist() == [f"'{nasty}", "n", "mixed"]
    assert back["n"].tolist() == [-1.5, 2.0]
    assert back["mixed"].tolist() == ["-3", f"'{nasty}"]
    assert back.iloc[:, 0].tolist() == [f"'{nasty}", "fine"]


def test_a_category_is_text_too():
    table = pd.DataFrame({"c": pd.Categorical(["=1+1", "b"])})
    assert "'=1+1" in take.csv(bag(table)).decode("utf-8-sig")


def test_markup_in_what_is_taken_home_is_text():
    html = take.page(bag(pd.DataFrame()))
    assert SCRIPT not in html and "<script>alert(1)" not in html
    assert MARKDOWN not in take.notebook(bag(pd.DataFrame()), plain(MARKDOWN))


@pytest.mark.parametrize(
    "event",
    [None, {}, [], 3, {"selection": None}, {"selection": {"points": None}}, {"selection": {"points": [3, None, {}]}}]
    + [{"selection": {"points": [{"point_index": bad, "curve_number": 0}]}} for bad in (-1, "0", None, 1.5, np.nan)],
)
def test_what_was_not_chosen_is_no_point(event):
    assert figures.points(event) == []


def test_what_was_chosen_is_a_point():
    point = {"point_index": 3, "curve_number": 0, "customdata": ["x"]}
    assert figures.points({"selection": {"points": [point]}}) == [point]
