"""A visitor without a browser: Streamlit's own protocol over a websocket, a few milliseconds of CPU each.

A Chromium tab costs 130 MB and more, so a classroom of two hundred is played by these.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


@dataclass(frozen=True)
class Visit:
    """One page opened: from the first byte of the handshake to the script's end."""

    seconds: float
    received: int  # bytes of all messages
    elements: tuple[str, ...]  # the kind of each element drawn: "markdown", "plotly_chart", "bidi_component" …
    failures: tuple[str, ...]  # exceptions and error boxes, which a visitor would have seen


@dataclass
class Visitor:
    """One open session; ``async with Visitor(url) as visitor: await visitor.open("attention")``."""

    url: str
    locale: str = "en-US"
    patience: float = 120  # seconds until an answer is given up
    _socket: Any = field(default=None, repr=False)
    _began: float = 0.0

    async def __aenter__(self) -> Visitor:
        self._began = time.perf_counter()
        self._socket = await websockets.connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            open_timeout=self.patience,
            ping_interval=None,
            proxy=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def open(self, page: str = "", query: str = "") -> Visit:
        """Open a page by its path, as a link does, and wait until its script has finished."""
        request = BackMsg()
        request.rerun_script.page_name = page
        request.rerun_script.query_string = query
        request.rerun_script.context_info.locale = self.locale
        request.rerun_script.context_info.timezone = "UTC"
        request.rerun_script.context_info.url = f"{self.url}/{page}"
        await self._socket.send(request.SerializeToString())
        received = 0
        elements: list[str] = []
        failures: list[str] = []
        while True:
            packet = await asyncio.wait_for(self._socket.recv(), self.patience)
            received += len(packet)
            message = ForwardMsg.FromString(packet)
            match message.WhichOneof("type"):
                case "delta" if message.delta.WhichOneof("type") == "new_element":
                    element = message.delta.new_element
                    elements.append(element.WhichOneof("type") or "")
                    if elements[-1] == "exception":
                        failures.append(f"{element.exception.type}: {element.exception.message}")
                    if elements[-1] == "alert" and element.alert.format == Alert.ERROR:
                        failures.append(element.alert.body)
                case "page_not_found":
                    failures.append(f"no page {page}")
                case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return Visit(time.perf_counter() - self._began, received, tuple(elements), tuple(failures))


async def visit(url: str, page: str = "", query: str = "", locale: str = "en-US") -> Visit:
    """Come, look at one page, leave."""
    async with Visitor(url, locale) as visitor:
        return await visitor.open(page, query)


async def crowd(url: str, page: str, size: int) -> tuple[Visit, ...]:
    """``size`` visitors open one page in the same instant and stay until the last of them has seen it."""
    async with AsyncExitStack() as seats:

        async def come() -> Visit:
            visitor = await seats.enter_async_context(Visitor(url))
            return await visitor.open(page)

        return tuple(await asyncio.gather(*(come() for _ in range(size))))
