"""The heavy imports, once, behind one lock, then out of the garbage collector's sight.

Thirty students on a cold server would otherwise import transformers in thirty threads at once, and most of them would
fail (a half-imported module); and every later script run would walk half a million objects.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import nullcontext
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import streamlit as st
from streamlit import config
from streamlit.runtime.scriptrunner import get_script_run_ctx

from app.i18n import Text
from app.session import language
from core.text.tokenise import tokenise

if TYPE_CHECKING:
    from core.models import Model

WAKING = Text(en="Waking the models, once after a start …", zh="正在唤醒模型，服务器启动后只需这一次……")
GROUPING = ("hdbscan", "sklearn.cluster")
LATER = ("scipy.stats", "sklearn.metrics", "numba", *GROUPING, "core.topics.kernel")
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # as in glibc's malloc.h
ARENAS, LARGE = 2, 2**20
TRIM = 30  # seconds
importing = threading.Lock()  # held by whoever imports what stands in LATER, and only while he imports
_lock = threading.Lock()
_loaded = threading.Event()


@cache
def _load() -> ModuleType:
    import torch

    torch.set_num_threads(1)  # each run is a new thread with an OpenMP team of its own: more threads, less speed
    import core.models
    from app.house.line import fetching
    from core.models import sources

    sources.meanwhile = fetching
    core.models.common()  # resolves transformers' lazy names, and the default model is warm
    _one_thread_each()
    gc.collect()
    gc.freeze()
    _loaded.set()
    return core.models


def _one_thread_each() -> None:
    """NumPy's and SciPy's BLAS compute in the thread that asks: a second one that waits for the first burns what
    another visitor needs. To be said again when more of SciPy has been loaded."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")


def stack() -> ModuleType:
    """``core.models`` with torch and the default model loaded; who waits for the first import is told so."""
    told = ready() or get_script_run_ctx(suppress_warning=True) is None
    with nullcontext() if told else st.spinner(WAKING[language()]), _lock:
        return _load()


def minilm() -> Model:
    """The default model, one for all: to be read with, never to be changed."""
    return stack().common()


def ready() -> bool:
    """Whether ``stack()`` returns at once."""
    return _loaded.is_set()


def imported(names: Iterable[str]) -> None:
    """Import what a computation needs, one thread at a time; then all may compute at once."""
    with importing:
        for name in names:
            import_module(name)


def _warm() -> None:
    """The stack; then what single views would import, each for a second or two in which nobody else is served."""
    stack()
    imported(LATER)
    tokenise("词典")  # jieba's dictionary
    _one_thread_each()
    gc.collect()
    gc.freeze()


def save_memory() -> None:
    """At most two arenas for all threads: glibc gives each its own and keeps what it once held, and every run of a page
    is a thread. Tensors of a megabyte and more lie outside them and go back to the system; else glibc would learn from
    the first large one that is freed to keep the next. Other C libraries have no such knobs."""
    if sys.platform == "linux" and (tune := getattr(ctypes.CDLL(None), "mallopt", None)):
        tune(M_ARENA_MAX, ARENAS)
        tune(M_MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """What lies free between pieces in use goes back to the system; glibc by itself returns an arena's end alone, and
    thirty visitors leave 100 MB of holes in half an hour."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def _in_background() -> None:
    _warm()
    while True:
        give_back()
        time.sleep(TRIM)


def save_time() -> None:
    """Streamlit tells the browser the theme at every run of every visitor, and for that goes through all of its options
    six times, 2.5 ms of the 17 that a page takes; no option changes while a server runs."""
    if not hasattr(config.get_options_for_section, "cache_info"):
        config.get_options_for_section = cache(config.get_options_for_section)


@st.cache_resource
def warm_in_background() -> threading.Thread:
    """Load the stack while the visitor reads the first page, which may still be on its way."""
    save_memory()
    save_time()
    thread = threading.Timer(1.0, _in_background)
    thread.name, thread.daemon = "warm", True
    thread.start()
    return thread
