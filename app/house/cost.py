"""The cost meter: what the last action cost, so that students learn cost too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import psutil
import streamlit as st

from app.i18n import Lang, Text

LINE = Text(en="Cost of this view: {parts}", zh="这一幕的开销：{parts}")
TIME = Text(en="{ms:.0f} ms", zh="{ms:.0f} 毫秒")
PARAMETERS = Text(en="{n} parameters", zh="{n} 个参数")
FLOPS = Text(en="{n} FLOPs", zh="{n} 次浮点运算")
WOULD_TAKE = Text(en="would take {n} FLOPs", zh="若现场计算约需 {n} 次浮点运算")
MEMORY = Text(en="server memory {mb:.0f} MB", zh="服务器内存 {mb:.0f} MB")
RECORDED = Text(en="a recorded run: no model ran", zh="录制好的结果：没有运行模型")


_SERVER = psutil.Process()


@lru_cache(maxsize=1)
def _resident(second: int) -> int:
    """Bytes in memory, looked up once a second however many look."""
    return _SERVER.memory_info().rss


@dataclass
class Cost:
    """What one action took."""

    seconds: float = 0.0
    parameters: int = 0
    flops: float = 0.0  # of the forward pass, multiply and add counted as two
    recorded: bool = False


@contextmanager
def measured() -> Iterator[Cost]:
    """Time what happens inside."""
    cost = Cost()
    start = time.perf_counter()
    try:
        yield cost
    finally:
        cost.seconds = time.perf_counter() - start


def short(number: float) -> str:
    """``22_713_216`` as ``22.7 M``."""
    for size, unit in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g} {unit}"
    return f"{number:.0f}"


def meter(cost: Cost, lang: Lang) -> None:
    """One faint line under the picture."""
    parts = [RECORDED[lang]] if cost.recorded else []
    parts.append(TIME[lang].format(ms=cost.seconds * 1000))
    if cost.parameters:
        parts.append(PARAMETERS[lang].format(n=short(cost.parameters)))
    if cost.flops:
        parts.append((WOULD_TAKE if cost.recorded else FLOPS)[lang].format(n=short(cost.flops)))
    parts.append(MEMORY[lang].format(mb=_resident(int(time.monotonic())) / 2**20))
    with st.container(key="cost"):
        st.caption(LINE[lang].format(parts=" · ".join(parts)), text_alignment="right")
