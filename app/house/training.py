"""A training as the visitor sees it: start, place in line, progress, time left, cancel, result."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from app.house.errors import sentence
from app.house.line import PLACE
from app.i18n import Lang, Text
from core import jobs
from core.errors import Trouble

START = Text(en="Run it here", zh="在这里运行")
CANCEL = Text(en="Cancel", zh="取消")
RUNNING = Text(en="{share:.0%} done", zh="已完成 {share:.0%}")
LEFT = Text(en="{share:.0%} done, about {left} left", zh="已完成 {share:.0%}，约剩 {left}")
SECONDS = Text(en="{n:.0f} s", zh="{n:.0f} 秒")
MINUTES = Text(en="{n:.0f} min", zh="{n:.0f} 分钟")
NOT_KEPT = Text(
    en="The result is here, but it will have to be computed again next time.",
    zh="结果已经得到，但没能保存，下次需要重新计算。",
)
CANCELLED = Text(en="Cancelled. Nothing was kept.", zh="已取消，没有留下任何结果。")
ACTIVE = ("queued", "running")
_list: ContextVar[list[str] | None] = ContextVar("panels", default=None)


def duration(seconds: float, lang: Lang) -> str:
    """``45 s``, ``3 min``."""
    return SECONDS[lang].format(n=seconds) if seconds < 90 else MINUTES[lang].format(n=max(seconds / 60, 1))


def visitor() -> str:
    """A name for this session, by which jobs know who is waiting."""
    return st.session_state.setdefault("visitor", secrets.token_hex(8))


def watched(name: str) -> jobs.Job | None:
    """The job that this visitor started under ``name``, if it is still known."""
    key = st.session_state.get(f"job:{name}")
    return jobs.find(key) if key else None


def pulse(names: Collection[str] | None = None) -> float | None:
    """How often a part has to look again: every second while a job of this visitor waits or runs, else never.

    ``names`` of panels; None: all of this visitor's.
    """
    if names is None:
        names = [str(key).removeprefix("job:") for key in st.session_state if str(key).startswith("job:")]
    jobs_at_work = [job for name in names if (job := watched(name)) and job.state in ACTIVE]
    return 1.0 if jobs_at_work else None


@contextmanager
def listed(panels: list[str]) -> Iterator[None]:
    """Put the names of the panels that are drawn inside into ``panels``, instead of those that are there.

    A run that is broken off may not have come to all of them: those that were known stay, else a job that is at work
    would not be looked at again, and given up.
    """
    found: list[str] = []
    token = _list.set(found)
    try:
        yield
        panels[:] = found
    except BaseException:
        panels[:] = dict.fromkeys([*panels, *found])
        raise
    finally:
        _list.reset(token)


def panel(name: str, lang: Lang, submit: Callable[[], jobs.Job], *, wish: Hashable = None) -> jobs.Job | None:
    """Buttons and progress; returns the job once it is done (its result is at hand) or while it runs.

    ``wish`` is what a job of seconds is asked for: one that is new starts by itself, and the one before it is left.
    """
    if (panels := _list.get()) is not None:
        panels.append(name)
    if wish is not None and st.session_state.get(f"wish:{name}") != wish:
        _leave(name)
        st.session_state[f"wish:{name}"] = wish
        _start(name, submit)
        if pulse([name]):
            st.rerun()
    job, busy = watched(name), f"busy:{name}"
    running = job if job is not None and job.state in ACTIVE else None
    if running:
        st.session_state[busy] = True
    elif st.session_state.pop(busy, False):
        st.rerun()  # it is over: the whole page drops its timer
    done = wish is not None and job is not None and job.state == "done"
    with st.container(horizontal=True, gap="small"):
        if not done and st.button(
            START[lang], key=f"{name}_start", type="primary", disabled=running is not None, icon=":material/play_arrow:"
        ):
            _start(name, submit)
            st.rerun()
        if running and st.button(CANCEL[lang], key=f"{name}_cancel", icon=":material/stop:"):
            _leave(name)
            st.session_state[f"left:{name}"] = True
            st.rerun()
    if st.session_state.pop(f"left:{name}", False):
        st.info(CANCELLED[lang])
    if job is None:
        return None
    job.watch(visitor())
    if job.state == "queued":
        st.progress(0.0, PLACE[lang].format(place=max(job.position, 1)))  # its turn may come between two looks
    elif job.state == "running":
        line = RUNNING if job.eta is None else LEFT
        left = "" if job.eta is None else duration(job.eta, lang)
        st.progress(job.progress, line[lang].format(share=job.progress, left=left))
    elif job.state == "cancelled":
        st.info(CANCELLED[lang])
    elif job.state == "failed" and isinstance(job.error, Trouble):
        st.warning(sentence(job.error, lang))
    elif job.note is not None:
        st.warning(f"{NOT_KEPT[lang]} {sentence(job.note, lang)}")
    return job


def _start(name: str, submit: Callable[[], jobs.Job]) -> None:
    with jobs.on_behalf_of(visitor()):
        st.session_state[f"job:{name}"] = submit().key


def drop(name: str) -> None:
    """The visitor wishes for nothing that takes a job: leave the one that may be running."""
    if st.session_state.pop(f"wish:{name}", None) is not None:
        _leave(name)


def _leave(name: str) -> None:
    """Wait no longer; others may be waiting for the same job."""
    if (job := watched(name)) is not None:
        job.leave(visitor())
    st.session_state.pop(f"job:{name}", None)
