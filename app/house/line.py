"""The line before the models: as many visitors are served at once as there are cores, the others as they came.

Thirty sentences typed in one second would otherwise be read all at once, each of them thirty times as slowly, and all
would be done at the very end. Whoever waits is told his place.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from app.house import heavy
from app.i18n import Text
from app.session import language

PATIENCE = 0.7  # seconds before somebody is told that he waits
LOOK = 0.1  # seconds between two looks at one's place
PLACE = Text(en="In line: number {place}", zh="排队中：第 {place} 位")
FETCHING = Text(
    en="{name} is on its way from the hub, once for this server …", zh="正在从模型库下载 {name}，这台服务器只需一次……"
)


class Line:
    """``at_once`` are served; a thread that is being served is served again at once, so that work may ask for work."""

    def __init__(self, at_once: int) -> None:
        self._free, self._waiting = at_once, deque[threading.Event]()
        self._lock, self._mine = threading.Lock(), threading.local()

    @property
    def served(self) -> bool:
        """Whether this thread is being served."""
        return getattr(self._mine, "served", False)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait, then hold one of the places."""
        if self.served:
            yield
            return
        self._enter()
        try:
            yield
        finally:
            self._leave()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Give one's place to others for as long as one only waits for something; then stand in line again."""
        if not self.served:
            yield
            return
        self._leave()
        try:
            yield
        finally:
            self._enter()

    def _enter(self) -> None:
        called = threading.Event()
        with self._lock:
            self._waiting.append(called)
            self._call()
        try:
            self._wait(called)
        except BaseException:  # he went away
            with self._lock:
                if called in self._waiting:
                    self._waiting.remove(called)
                else:
                    self._free += 1
                self._call()
            raise
        self._mine.served = True

    def _leave(self) -> None:
        if self.served:  # or he went away while he stood in line again
            self._mine.served = False
            with self._lock:
                self._free += 1
                self._call()

    def _call(self) -> None:
        while self._free and self._waiting:
            self._free -= 1
            self._waiting.popleft().set()

    def _wait(self, called: threading.Event) -> None:
        if called.wait(PATIENCE) or get_script_run_ctx(suppress_warning=True) is None:
            called.wait()
            return
        sign, lang, shown = st.empty(), language(), 0
        while not called.wait(LOOK):
            place = self._place(called)
            if place and place != shown:
                sign.caption(PLACE[lang].format(place=place))
                shown = place
        sign.empty()

    def _place(self, called: threading.Event) -> int:
        with self._lock:
            return self._waiting.index(called) + 1 if called in self._waiting else 0


models = Line(os.cpu_count() or 1)


@contextmanager
def turn() -> Iterator[None]:
    """A place before the models; while they are being loaded there is no line, and who needs none goes ahead."""
    if heavy.ready():
        with models.turn():
            yield
    else:
        yield


@contextmanager
def fetching(name: str) -> Iterator[None]:
    """While a model comes from the hub, whoever waits for it is told so, and his place before the models is free."""
    told = get_script_run_ctx(suppress_warning=True) is None
    with models.away(), nullcontext() if told else st.spinner(FETCHING[language()].format(name=name)):
        yield
