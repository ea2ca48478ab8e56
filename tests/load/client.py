"""A visitor without a browser: Streamlit's own protocol over a websocket, a few milliseconds of CPU each.

A Chromium tab costs 130 MB and more, so a classroom of two hundred is played by these. Like a browser, a visitor keeps
the values of its widgets, says which fragment a widget lies in, follows the address as the page changes it and answers
the timers of fragments that look again. Unlike a browser, it can also send what no widget would let pass.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
import urllib.request
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileUploaderState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.lit import live

KEY = re.compile(r"\$\$(?:ID|GENERATED_WIDGET_ID)-[0-9a-f]+-(.+)", re.DOTALL)  # a widget's id ends in its key
FIELDS = {  # how the value of each kind of widget travels
    "slider": "double_array_value",
    "number_input": "double_value",
    "checkbox": "bool_value",
    "selectbox": "string_value",
    "radio": "string_value",
    "text_input": "string_value",
    "text_area": "string_value",
    "multiselect": "string_array_value",
    "button_group": "string_array_value",
    "button": "trigger_value",
    "plotly_chart": "string_value",
    "bidi_component": "json_trigger_value",
    "file_uploader": "file_uploader_state_value",
}


@dataclass(frozen=True)
class Widget:
    """Something that can be moved, typed into or pressed."""

    id: str
    kind: str  # as Streamlit's protocol calls it
    fragment: str  # the part of the page that runs again, "" for the whole page
    proto: Any = field(repr=False)


@dataclass(frozen=True)
class Visit:
    """One run of a page: from the request (the first one: from the handshake) to the script's end."""

    seconds: float
    received: int  # bytes of all messages
    drawn: tuple[Element, ...] = field(repr=False)
    failures: tuple[str, ...]  # exceptions and error boxes, which a visitor would have seen

    @property
    def elements(self) -> tuple[str, ...]:
        """The kind of each element drawn: "markdown", "plotly_chart", "bidi_component" …"""
        return tuple(element.WhichOneof("type") or "" for element in self.drawn)


@dataclass
class Visitor:
    """One open session; ``async with Visitor(url) as visitor: await visitor.open("attention")``."""

    url: str
    locale: str = "en-US"
    patience: float = 120  # seconds until an answer is given up
    cookie: str = ""  # what a browser would bring along
    headers: Any = field(default=None, repr=False)  # what the server, or a proxy before it, answered
    session: str = ""
    query: str = ""
    widgets: dict[str, Widget] = field(default_factory=dict)  # by key
    timers: dict[str, float] = field(default_factory=dict)  # seconds between two looks, by fragment
    _values: dict[str, tuple[str, Any]] = field(default_factory=dict, repr=False)  # field and value, by the widget's id
    _page: str = ""  # its hash, once the server has told it
    _socket: Any = field(default=None, repr=False)
    _began: float = 0.0

    async def __aenter__(self) -> Visitor:
        await self.connect()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def connect(self) -> None:
        """Knock; with a ``session`` from before, which the server may still know, take it up again."""
        self._began = time.perf_counter()
        again = ("-", self.session) if self.session else ()  # between the two stands a token against forgery
        self._socket = await websockets.connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol(each) for each in ("streamlit", *again)],
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            max_size=None,
            compression=None,
            open_timeout=self.patience,
            ping_interval=None,
            proxy=None,
        )
        self.headers = self._socket.response.headers

    def vanish(self) -> None:
        """Leave without a word, as a laptop that is shut."""
        self._socket.transport.abort()

    async def open(self, page: str = "", query: str = "") -> Visit:
        """Open a page by its path, as a link does, and wait until its script has finished."""
        self.query, self._page = query, ""
        self._values.clear()
        return await self._run(page=page)

    async def act(self, key: str, value: Any, *, field: str = "") -> Visit:
        """Set a widget and wait for what it changes; ``field`` to send a value in a form that is not the widget's.

        Raises:
            KeyError: no such widget is on the page.
        """
        widget = self.widgets[key]
        name = field or _field(widget)
        self._values[widget.id] = (name, value)
        return await self._run(fragment=widget.fragment)

    async def press(self, key: str) -> Visit:
        """Press a button."""
        widget = self.widgets[key]
        return await self._run(fragment=widget.fragment, once=(widget.id, "trigger_value", True))

    async def send(self, key: str, event: str, value: Any) -> Visit:
        """What the script of a component of ours says."""
        widget = self.widgets[key]
        about = f"$$STREAMLIT_INTERNAL_KEY_{widget.id}__events"
        said = (about, "json_trigger_value", [{"event": event, "value": value}])
        return await self._run(fragment=widget.fragment, once=said)

    async def upload(self, key: str, name: str, data: bytes) -> Visit:
        """Choose a file: it goes over HTTP, and then the page is told.

        Raises:
            urllib.error.HTTPError: the server refuses the file.
        """
        widget = self.widgets[key]
        request = BackMsg()
        request.file_urls_request.request_id = "1"
        request.file_urls_request.file_names.append(name)
        request.file_urls_request.session_id = self.session
        await self._socket.send(request.SerializeToString())
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(self._socket.recv(), self.patience))
            if message.WhichOneof("type") == "file_urls_response":
                break
        urls = message.file_urls_response.file_urls[0]
        await asyncio.to_thread(_put_file, self.url, urls.upload_url, name, data, self.cookie)
        chosen = FileUploaderState()
        chosen.uploaded_file_info.add(name=name, size=len(data), file_id=urls.file_id, file_urls=urls)
        self._values[widget.id] = ("file_uploader_state_value", chosen)
        return await self._run(fragment=widget.fragment)

    async def look_again(self, fragment: str) -> Visit:
        """What a browser asks for by itself where a fragment has a timer."""
        return await self._run(fragment=fragment, by_itself=True)

    async def _run(
        self, *, page: str = "", fragment: str = "", once: tuple[str, str, Any] | None = None, by_itself: bool = False
    ) -> Visit:
        began = time.perf_counter() if self._page else self._began
        request = BackMsg()
        rerun = request.rerun_script
        rerun.query_string, rerun.fragment_id, rerun.is_auto_rerun = self.query, fragment, by_itself
        rerun.context_info.locale = self.locale
        rerun.context_info.timezone = "UTC"
        rerun.context_info.url = f"{self.url}/{page}"
        if self._page:
            rerun.page_script_hash = self._page
        else:
            rerun.page_name = page
        for name, (kind, value) in self._values.items():
            _put(rerun.widget_states.widgets.add(id=name), kind, value)
        if once:
            _put(rerun.widget_states.widgets.add(id=once[0]), *once[1:])
        await self._socket.send(request.SerializeToString())
        return await self._listen(began)

    async def _listen(self, began: float) -> Visit:
        received = 0
        drawn: list[Element] = []
        failures: list[str] = []
        while True:
            packet = await asyncio.wait_for(self._socket.recv(), self.patience)
            received += len(packet)
            message = ForwardMsg.FromString(packet)
            match message.WhichOneof("type"):
                case "new_session":
                    self.session = message.new_session.initialize.session_id or self.session
                    self._page = self._page or message.new_session.page_script_hash
                    if not message.metadata.run.fragment_ids:  # the whole page begins anew
                        self.widgets.clear()
                        self.timers.clear()
                case "navigation":
                    self._page = message.navigation.page_script_hash
                case "page_info_changed":
                    self.query = message.page_info_changed.query_string
                case "auto_rerun":
                    self.timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
                case "delta" if message.delta.WhichOneof("type") == "new_element":
                    drawn.append(element := message.delta.new_element)
                    kind = element.WhichOneof("type") or ""
                    self._note(kind, getattr(element, kind), message.delta.fragment_id)
                    if kind == "exception":
                        failures.append(f"{element.exception.type}: {element.exception.message}")
                    if kind == "alert" and element.alert.format == Alert.ERROR:
                        failures.append(element.alert.body)
                case "page_not_found":
                    failures.append("page not found")
                case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return Visit(time.perf_counter() - began, received, tuple(drawn), tuple(failures))

    def _note(self, kind: str, proto: Any, fragment: str) -> None:
        named = KEY.fullmatch(proto.id) if isinstance(getattr(proto, "id", None), str) else None
        if named and kind in FIELDS:
            self.widgets[named[1]] = Widget(proto.id, kind, fragment, proto)
            if getattr(proto, "set_value", False):  # the server's word: what we held is no longer so
                self._values.pop(proto.id, None)


def _field(widget: Widget) -> str:
    if widget.kind == "slider" and widget.proto.options:  # the names of what can be chosen
        return "string_array_value"
    if widget.kind == "number_input" and widget.proto.data_type == widget.proto.INT:
        return "int_value"
    return FIELDS[widget.kind]


def _put_file(base: str, path: str, name: str, data: bytes, cookie: str) -> None:
    """As a browser does: with the token against forgery, from the cookie that the server gives to all."""
    with urllib.request.urlopen(urllib.request.Request(f"{base}/_stcore/health", headers={"Cookie": cookie})) as reply:
        given = SimpleCookie(reply.headers["Set-Cookie"])
    token = next(morsel.value for morsel in given.values() if "xsrf" in morsel.key)
    edge = "edge-of-the-file-7d1f"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{quote(name)}"\r\n\r\n'
    request = urllib.request.Request(
        f"{base}/{path.lstrip('/')}",
        data=b"".join((head.encode(), data, f"\r\n--{edge}--\r\n".encode())),
        method="PUT",
        headers={
            "Content-Type": f"multipart/form-data; boundary={edge}",
            "X-Xsrftoken": token,
            "Cookie": "; ".join([*filter(None, [cookie]), f"_streamlit_xsrf={token}"]),
        },
    )
    with urllib.request.urlopen(request):
        pass


def _put(state: Any, kind: str, value: Any) -> None:
    if kind.endswith("array_value"):
        getattr(state, kind).data.extend(value if isinstance(value, list | tuple) else [value])
    elif kind == "file_uploader_state_value":
        state.file_uploader_state_value.CopyFrom(value)
    elif kind in ("json_value", "json_trigger_value") or (kind == "string_value" and not isinstance(value, str)):
        setattr(state, kind, json.dumps(value))
    else:
        setattr(state, kind, value)


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


def declared(lang: str) -> list[tuple[str, str]]:
    """Page and query of every view that the index calls live, in a language."""
    links = [urlsplit(view) for view in sorted(set(live().values()))]
    return [(link.path.strip("/"), urlencode({**dict(parse_qsl(link.query)), "lang": lang})) for link in links]
