"""The line before the models: in the order they came, served twice where work asks for work, left without a trace."""

from __future__ import annotations

import threading
from contextlib import nullcontext

import pytest
from streamlit.testing.v1 import AppTest

from app.house import heavy
from app.house.line import Line, models
from app.house.shared import Shared
from core.models import sources


def waiting(line: Line, n: int) -> None:
    """Until so many stand in line."""
    for _ in range(2000):
        with line._lock:
            if len(line._waiting) == n:
                return
        threading.Event().wait(0.005)
    raise AssertionError(f"{len(line._waiting)} stand in line, not {n}")


def test_who_came_first_is_served_first() -> None:
    line, served, begun, go = Line(1), list[int](), threading.Event(), threading.Event()

    def visit(n: int) -> None:
        with line.turn():
            served.append(n)
            begun.set()
            go.wait(10)

    threads = list[threading.Thread]()
    for n in range(4):
        threads.append(threading.Thread(target=visit, args=(n,)))
        threads[-1].start()
        begun.wait(10)
        waiting(line, n)
    assert served == [0]
    go.set()
    for each in threads:
        each.join(10)
    assert served == [0, 1, 2, 3]


def test_no_more_than_so_many_are_served_at_once() -> None:
    line, now, most, lock = Line(2), 0, 0, threading.Lock()

    def visit() -> None:
        nonlocal now, most
        with line.turn():
            with lock:
                now += 1
                most = max(most, now)
            threading.Event().wait(0.01)
            with lock:
                now -= 1

    threads = [threading.Thread(target=visit) for _ in range(12)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(10)
    assert most == 2 and now == 0


def test_work_that_asks_for_work_does_not_stand_in_line_again() -> None:
    line = Line(1)
    with line.turn(), line.turn():
        assert line.served
    assert not line.served
    with pytest.raises(ZeroDivisionError), line.turn():
        raise ZeroDivisionError
    with line.turn():  # the place was given back
        pass


def test_who_waits_for_a_download_leaves_his_place_to_others() -> None:
    line, order = Line(1), list[str]()
    came, gone = threading.Event(), threading.Event()

    def other() -> None:
        with line.turn():
            order.append("other")
            came.set()
            gone.wait(10)

    with line.turn():
        thread = threading.Thread(target=other)
        thread.start()
        waiting(line, 1)
        with line.away():
            assert not line.served and came.wait(10)
            threading.Timer(0.1, gone.set).start()
        assert line.served
        order.append("back")
    thread.join(10)
    assert order == ["other", "back"] and not line.served
    with line.away(), line.turn():  # who has no place gives none away
        assert line.served


def test_who_goes_away_for_good_while_he_is_away_takes_no_place_with_him(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(1)

    def moved_on(_: threading.Event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), line.turn(), line.away():
        monkeypatch.setattr(line, "_wait", moved_on)
    monkeypatch.undo()
    assert line._free == 1 and not line._waiting and not line.served


def test_while_a_model_comes_from_the_hub_nobody_waits_for_it_but_who_asked() -> None:
    heavy.stack()
    with models.turn(), sources.meanwhile("tiny/bert"):
        assert not models.served


def test_who_waits_for_a_download_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def page() -> None:
        import streamlit as st

        from app.house.line import fetching

        with fetching("tiny/bert"):
            st.write("here")

    said = list[str]()
    monkeypatch.setattr("streamlit.spinner", lambda text: said.append(text) or nullcontext())
    assert [each.value for each in AppTest.from_function(page, default_timeout=30).run().markdown] == ["here"]
    assert len(said) == 1 and "tiny/bert" in said[0]


def test_whoever_is_served_computes_what_another_in_line_is_about_to(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(1)
    monkeypatch.setattr("app.house.shared.models", line)
    monkeypatch.setattr("app.house.shared.turn", line.turn)
    kept, made = Shared[str](100, len), list[str]()

    def make(by: str) -> str:
        made.append(by)
        return by

    with line.turn():
        other = threading.Thread(target=lambda: kept.get("k", lambda: make("other")))
        other.start()
        waiting(line, 1)
        assert kept.get("k", lambda: make("served")) == "served"  # and does not wait for ever
    other.join(10)
    assert made == ["served", "other"]


def test_a_visitor_is_told_his_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def page() -> None:
        import streamlit as st

        from tests.app.test_line import LINE

        with LINE.turn():
            st.write("read")

    monkeypatch.setattr("app.house.line.PATIENCE", 0.01)
    said = list[str]()
    monkeypatch.setattr("streamlit.delta_generator.DeltaGenerator.caption", lambda _, body, **__: said.append(body))
    begun, go = threading.Event(), threading.Event()

    def first() -> None:
        with LINE.turn():
            begun.set()
            waiting(LINE, 1)
            while not said:
                threading.Event().wait(0.01)
            go.wait(10)

    thread = threading.Thread(target=first)
    thread.start()
    begun.wait(10)
    threading.Timer(0.5, go.set).start()
    at = AppTest.from_function(page, default_timeout=30).run()
    thread.join(10)
    assert said[0] in ("In line: number 1", "排队中：第 1 位")
    assert [each.value for each in at.markdown] == ["read"]


LINE = Line(1)
