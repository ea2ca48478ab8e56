"""What nobody should send: as a sentence, in a link, and as the value of a widget that would never let it pass."""

from __future__ import annotations

import base64
import math
import zlib
from collections.abc import Iterator
from itertools import product
from typing import Any

from tests.load.client import Widget

EVIL = "https://evil.example"
SCRIPT = f"<script>alert(1)</script><img src={EVIL}/x onerror=alert(1)>"
MARKDOWN = f"![p]({EVIL}/a.png) [here]({EVIL}) <img src={EVIL}/b>"

# Odd, but words: a page reads them and draws its picture.
SENTENCES: dict[str, str] = {
    "script": f"The cat {SCRIPT} sat on the mat.",
    "markdown": f"The cat {MARKDOWN} sat `on` the mat.",
    "right to left": "The قطة جلست על השטיח \u202emat eht no\u202c today.",
    "emoji": "The 🐈‍⬛ sat 👩🏽‍🚀 on the 🧵🇨🇳 mat.",
    "control characters": "The\x07 cat\x1b[31m sat\u200b on\ufeff the\u2028mat.",
    "formula": '=cmd|"/C calc"!A0 +1 -1 @SUM(A1) the cat sat.',
    "template": "{lang} {0} %s %(x)s {{7*7}} ${{x}} $\\frac{1}{0}$ :red[the] cat sat.",
}
TEXTS: dict[str, str] = {
    **SENTENCES,
    "empty": "",
    "blank": " \t\n\u3000 ",
    "zero byte": "the\x00cat",
    "100 kB": "the cat sat on the mat " * 4_400,
    "one long word": "a" * 100_000,
    "one long 字": "猫" * 50_000,
    "only marks": "!?。，…—·!!!",
    "only emoji": "🙂" * 500,
    "combining": "e" + "\u0301" * 3_000,
    "numbers": "-1 1e999 nan inf 0x10 ٣ ²",
    "lines": "a\nb\n\n\nc\r\nd\te,f;g|h" * 40,
    "sql": "'; DROP TABLE words; --",
    "path": "../../../../etc/passwd",
    "special tokens": "[MASK] [SEP] [CLS] <pad> </s> <|endoftext|> ## ▁ Ġ",
    "brackets": "([{<" * 300,
    "commas": "," * 2_000,
    "colons": "a:b::c=>d->e" * 100,
}
_BOMB = base64.urlsafe_b64encode(zlib.compress(b"a" * 30_000_000, 9)).decode()
LINKS: dict[str, str] = {
    "empty": "",
    "negative": "-1",
    "huge": "99999999999999999999",
    "just too large": "99999",
    "float": "1e9",
    "nan": "nan",
    "infinite": "-inf",
    "zero": "0",
    "superscript": "²",
    "arabic digits": "٣",
    "true": "true",
    "null": "null",
    "json": '{"a": [1, 2, {"b": null}]}',
    "commas": "1,,2,x,-3,99999,1",
    "script": SCRIPT,
    "markdown": MARKDOWN,
    "path": "../../../../etc/passwd",
    "zero byte": "a\x00b",
    "emoji": "🙂🇨🇳",
    "format": "{x}{0}%s",
    "job key": "0" * 64,
    "long": "x" * 20_000,
    "packed bomb": _BOMB,
    "packed rubbish": base64.urlsafe_b64encode(zlib.compress(bytes(range(256)) * 50)).decode(),
    "bad base64": "====",
}
SELECTIONS: dict[str, Any] = {  # Streamlit itself refuses what is no selection at all
    "selection": {"selection": {"points": [{"point_index": 10**9, "customdata": ["<script>"]}], "point_indices": [-5]}},
    "odd selection": {"selection": {"points": [{"x": "a"}, 3, None], "box": [], "lasso": [{"x": [], "y": None}]}},
}
EVENTS: dict[str, tuple[str, Any]] = {  # what our components would never say
    "far token": ("act", {"kind": "token", "row": 10**9}),
    "negative cell": ("act", {"kind": "cell", "row": -7, "column": 10**9}),
    "far head": ("act", {"kind": "head", "layer": 10**6, "head": -3}),
    "heads of text": ("act", {"kind": "heads", "on": ["a", None, 1e300, -5]}),
    "no act": ("act", None),
    "a list": ("act", [1, [2]]),
    "far place": ("at", [10**300, -(10**300)]),
    "place of text": ("at", ["x", None]),
    "stroke of text": ("stroke", "abc"),
    "ragged stroke": ("stroke", [[0, 0], ["x", None], [math.pi, 1e308]]),
    "endless stroke": ("stroke", [[1, 1]] * 50_000),
    "stroke of one": ("stroke", [[1, 1]]),
}
NUMBERS = (-1.0, 1e9, -1e300, math.nan, math.inf, 0.5)


def beyond(widget: Widget) -> Iterator[tuple[str, str, Any]]:
    """Values that this widget's own limits forbid: what it is, the field it travels in ("" for its own), the value.

    For a component of ours, the event in place of the field.
    """
    match widget.kind:
        case "slider" if widget.proto.options:
            yield "no option", "", ["no such option"]
            yield "script", "", [SCRIPT]
        case "slider":
            for number in NUMBERS:
                yield f"{number:g}", "", [number]
            yield "two values", "", [1.0, 2.0]
        case "number_input":
            for number in NUMBERS:
                yield f"{number:g}", "double_value", number
        case "selectbox" | "radio":
            yield "no option", "", "no such option"
            yield "script", "", SCRIPT
        case "multiselect" | "button_group":
            yield "no option", "", ["no such option"]
            yield "script", "", [SCRIPT, SCRIPT]
        case "text_input" | "text_area":
            for name, text in TEXTS.items():
                yield name, "", text
        case "plotly_chart" if widget.proto.selection_mode:
            for name, value in SELECTIONS.items():
                yield name, "", value
        case "bidi_component":
            for name, (event, value) in EVENTS.items():
                yield name, event, value


def rotating(index: int, table: dict[str, str], count: int) -> list[tuple[str, str]]:
    """``count`` entries of a table, others for each index, all of them after a while."""
    names = list(table)
    return [(name, table[name]) for _, name in zip(range(count), _from(names, index * count), strict=False)]


def _from(names: list[str], start: int) -> Iterator[str]:
    for round_, at in product(range(2), range(len(names))):
        if round_ * len(names) + at >= start % len(names):
            yield names[at]
