"""What must not be on a page, whatever was sent to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from streamlit.proto.Element_pb2 import Element

from tests.load.client import Visit

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2}")
PLAIN = ("code", "text", "plotly_chart", "bidi_component", "text_input", "text_area", "json", "arrow_data_frame")
CODE = re.compile(r"(`+).+?\1", re.DOTALL)
ESCAPED = re.compile(r"\\.", re.DOTALL)
LINK = re.compile(r"\[[^\[\]]*\]\(\s*<?https?://evil", re.IGNORECASE)
TAG = re.compile(r"<script|<[a-z][^>]*(evil\.example|alert\()", re.IGNORECASE)
FAILED = re.compile(r"page failed, id (\w+)\n(Traceback.*?)(?=\n\d{4}-\d\d-\d\d |\npage failed|\Z)", re.DOTALL)
UNCAUGHT = re.compile(r"Uncaught app execution\n(Traceback.*?)(?=\n\d{4}-\d\d-\d\d |\Z)", re.DOTALL)


def problems(visit: Visit, lang: str, *, whole: bool = True) -> list[str]:
    """Everything wrong with what was drawn; empty for a clear message or a correct picture."""
    found = [f"broken: {failure[:200]}" for failure in visit.failures]
    if whole and "heading" not in visit.elements:
        found.append("lost: the page has no title any more")
    for element in visit.drawn:
        kind = element.WhichOneof("type") or ""
        if kind == "alert" and not (HAN if lang == "zh" else LATIN).search(CODE.sub("", element.alert.body)):
            found.append(f"not in {lang}: {element.alert.body[:120]!r}")
        found += [f"markup acts in {kind}: {text[:160]!r}" for text in _acting(kind, element)]
    return found


def _acting(kind: str, element: Element) -> Iterator[str]:
    if kind in PLAIN:
        return
    message = getattr(element, kind)
    for text in [message.label] if kind == "selectbox" else _strings(message):  # its options are plain text
        if kind == "html" or (kind == "markdown" and element.markdown.allow_html):
            if TAG.search(text):
                yield text
        if kind != "html" and LINK.search(ESCAPED.sub("", CODE.sub("", text))):
            yield text


def _strings(message) -> Iterator[str]:
    """Every text in a message, however deep."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else (value,):
            if isinstance(each, str):
                yield each
            elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
                if hasattr(each, "ListFields"):
                    yield from _strings(each)


def exceptions(log: Path) -> dict[str, str]:
    """What the server's log says of each failure: the last line of its traceback and where in our code, by its id."""
    text = log.read_text(errors="replace")
    found = {number: _short(trace) for number, trace in FAILED.findall(text)}
    return found | {f"uncaught {n}": _short(trace) for n, trace in enumerate(UNCAUGHT.findall(text), start=1)}


def _short(trace: str) -> str:
    ours = re.findall(r'File "[^"]*/((?:app|core)/[^"]+)", line (\d+)', trace)
    place = ":".join(ours[-1]) if ours else "elsewhere"
    return f"{trace.strip().splitlines()[-1][:200]} at {place}"
