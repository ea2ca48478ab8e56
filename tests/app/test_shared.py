"""What visitors share: computed once, bounded in bytes, and a failure is not kept."""

from __future__ import annotations

import threading

import pytest

from app.house.shared import Shared, shared


def test_thirty_who_ask_at_once_wait_for_one() -> None:
    shared, made, start = Shared[bytes](1000, len), [], threading.Barrier(30)

    def make() -> bytes:
        made.append(1)
        return b"x"

    def ask() -> None:
        start.wait()
        assert shared.get("a", make) == b"x"

    threads = [threading.Thread(target=ask) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_the_least_recently_used_goes_first_and_the_newest_stays() -> None:
    shared = Shared[bytes](10, len)
    shared.get("a", lambda: b"aaaa")
    shared.get("b", lambda: b"bbbb")
    shared.get("a", lambda: b"never made")
    shared.get("c", lambda: b"cccc")  # 12 bytes: b has to go
    assert shared.get("a", lambda: b"again") == b"aaaa"
    assert shared.get("b", lambda: b"again") == b"again"
    assert shared.get("huge", lambda: b"h" * 99) == b"h" * 99
    assert shared.get("huge", lambda: b"again") == b"h" * 99


def test_all_together_have_one_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was used longest ago goes first, whichever exhibit it belongs to; a use counts as new."""
    monkeypatch.setattr("app.house.shared.TOGETHER", 100)
    one, other = Shared[bytes](90, len), Shared[bytes](90, len)
    for each, key in ((one, "a"), (other, "b"), (one, "c")):
        each.get(key, lambda: bytes(30))
    one.get("a", lambda: b"never made")
    other.get("d", lambda: bytes(40))  # 130 bytes: b has to go
    again = [each.get(key, lambda: b"again") for each, key in ((one, "a"), (one, "c"), (other, "d"))]
    assert b"again" not in again and other.get("b", lambda: b"again") == b"again"
    one.get("huge", lambda: bytes(200))
    assert len(one.get("huge", lambda: b"again")) == 200 and other.get("d", lambda: b"again") == b"again"


def test_a_failure_is_not_kept() -> None:
    shared = Shared[bytes](10, len)
    with pytest.raises(ZeroDivisionError):
        shared.get("a", lambda: bytes(1 // 0))
    assert shared.get("a", lambda: b"fine") == b"fine"


def test_a_failure_is_everybodys_who_waits_and_is_tried_once() -> None:
    shared, tried, start = Shared[bytes](10, len), [], threading.Barrier(8)
    failed: list[str] = []

    def fail() -> bytes:
        tried.append(1)
        threading.Event().wait(0.3)  # the others come and wait
        raise ValueError("no such model")

    def ask() -> None:
        start.wait()
        with pytest.raises(ValueError, match="no such model"):
            shared.get("a", fail)
        failed.append("x")

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(failed) == 8 and len(tried) == 1
    assert shared.get("a", lambda: b"fine") == b"fine"


def test_who_moves_on_leaves_the_work_to_the_next() -> None:
    shared, begun = Shared[bytes](10, len), threading.Event()

    def leave() -> bytes:
        begun.set()
        threading.Event().wait(0.2)
        raise KeyboardInterrupt  # as Streamlit ends a run: no Exception

    def first() -> None:
        with pytest.raises(KeyboardInterrupt):
            shared.get("a", leave)

    thread = threading.Thread(target=first)
    thread.start()
    assert begun.wait(10)
    assert shared.get("a", lambda: b"mine") == b"mine"
    thread.join(10)


def test_a_shared_function_computes_once_for_all_who_ask_at_once() -> None:
    made, start = [], threading.Barrier(12)

    @shared(2)
    def double(n: int, *, plus: int = 0) -> int:
        made.append(n)
        return 2 * n + plus

    def ask() -> None:
        start.wait()
        assert double(3, plus=1) == 7

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [3] and double.__name__ == "double"
    assert [double(n) for n in (1, 2)] == [2, 4] and double(3, plus=1) == 7
    assert made == [3, 1, 2, 3]  # at most two are kept
