"""Results that visitors share, bounded by the memory they take: Streamlit's caches only count entries."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import wraps
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar

from app.house.line import models, turn

P = ParamSpec("P")
T = TypeVar("T")
TOGETHER = 64 * 2**20  # bytes, of all results of all exhibits


class Shared(Generic[T]):
    """At most ``room`` bytes of results, and of all ``Shared`` at most ``TOGETHER``; the least recently used one goes
    first, the newest always stays.

    Who asks for a result that another visitor is computing waits for that one.
    """

    _lock = threading.Lock()
    _every: ClassVar[OrderedDict[tuple[Shared[Any], Hashable], int]] = OrderedDict()  # bytes

    def __init__(self, room: int, size: Callable[[T], int]) -> None:
        self._room, self._size = room, size
        self._kept: dict[Hashable, T] = {}
        self._at_work: dict[Hashable, Future[T]] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result for ``key``, made now if there is none; what ``make`` raises, all who wait get, once."""
        while True:
            with self._lock:
                if key in self._kept:
                    self._every.move_to_end((self, key))
                    return self._kept[key]
                others = self._at_work.get(key)
                if others is None:
                    mine = self._at_work[key] = Future()
            if others is None:
                return self._make(key, make, mine)
            if models.served:  # whoever is being served must not wait for somebody who stands in line
                return self._keep(key, make())
            with suppress(CancelledError):  # whoever made it went away: another one does
                return others.result()

    def _make(self, key: Hashable, make: Callable[[], T], told: Future[T]) -> T:
        try:
            with turn():
                value = self._keep(key, make())
            told.set_result(value)
            return value
        except Exception as error:
            told.set_exception(error)
            raise
        except BaseException:  # Streamlit ends a run by one when the visitor has moved on
            told.cancel()
            raise
        finally:
            with self._lock:
                del self._at_work[key]

    def _keep(self, key: Hashable, value: T) -> T:
        with self._lock:
            self._kept[key] = value
            self._every[self, key] = self._size(value)
            self._every.move_to_end((self, key))
            self._shrink([each for each in self._every if each[0] is self], self._room)
            self._shrink(list(self._every), TOGETHER)
        return value

    @classmethod
    def _shrink(cls, results: list[tuple[Shared[Any], Hashable]], room: int) -> None:
        """Let the first of ``results`` go until the others fit."""
        taken = sum(cls._every[each] for each in results)
        for each in results[:-1]:
            if taken <= room:
                return
            taken -= cls._every.pop(each)
            owner, key = each
            del owner._kept[key]


def shared(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """``functools.lru_cache(most)`` for work that takes longer than a moment: who asks for a result that another
    visitor is computing waits for that one, where ``lru_cache`` would let all of them compute it."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept = Shared[T](most, lambda _: 1)

        @wraps(function)
        def ask(*args: P.args, **kwargs: P.kwargs) -> T:
            return kept.get((args, tuple(sorted(kwargs.items()))), lambda: function(*args, **kwargs))

        return ask

    return decorate
