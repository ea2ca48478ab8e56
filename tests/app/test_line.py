"""The line before the models: in the order they came, served twice where work asks for work, left without a trace."""

from __future__ import annotations

import threading

import pytest
from streamlit.testing.v1 import AppTest

from app.house.line import Line
from app.house.shared import Shared


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
