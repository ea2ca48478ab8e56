"""Every view is a link: controls in the URL by language-neutral names, the link itself, its QR code.

Streamlit's own ``bind="query-params"`` writes the *label* of a choice into the URL, so a link made in Chinese would not
open in English. Numbers, switches and free text use ``bind``; choices with translated labels use ``choice``.
"""

from __future__ import annotations

import io
import socket
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st

from app.i18n import LANGS, Lang, Text
from core.errors import Trouble

T = TypeVar("T")
LONGEST = 6_000  # characters: what browsers, chat programs and QR readers still carry


def choice(
    widget: Callable[..., Any],
    label: str,
    options: Sequence[str],
    labels: Mapping[str, Text],
    lang: Lang,
    *,
    key: str,
    default: str | None,
    **more: Any,
) -> Any:
    """``st.segmented_control``, ``st.radio`` or ``st.selectbox`` whose value stands in the URL as it is.

    ``default`` stays out of the URL. A value that is not an option (an old or mistyped link) becomes the default.
    """
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(key, default)
    if st.session_state[key] not in options:
        st.session_state[key] = default
    if st.session_state.get(f"{key} in") != lang:  # the browser holds a choice by its label: hand it over anew
        st.session_state[key], st.session_state[f"{key} in"] = st.session_state[key], lang
    value = widget(label, options, key=key, format_func=lambda option: labels[option][lang], **more)
    value = default if value is None else value  # a browser may still say that nothing is chosen
    remember(key, None if value == default else value)
    return value


def whole(key: str, label: str, low: int, high: int, *, default: int, step: int = 1, help: str | None = None) -> int:
    """A slider over whole numbers that stands in the URL; a value from an old link moves to the nearest end."""
    value = number(key, low, high, default=default)
    if low < high:  # else there is nothing to choose, and Streamlit refuses such a slider
        st.slider(label, low, high, step=step, key=key, help=help)
    return value


def number(key: str, low: int, high: int, *, default: int) -> int:
    """The value of such a slider, drawn or not."""

    def read(linked: str) -> int:
        digits = linked.removeprefix("-") if low < 0 else linked
        return int(linked) if digits.isdecimal() and len(linked) < 7 else default

    given = kept(key, default, read)
    value = st.session_state[key] = max(low, min(high, given))
    if low < high:
        remember(key, None if value == default else str(value))
    return value


def switch(key: str, *, default: bool = False) -> bool:
    """The value of a toggle, drawn or not; it stands in the URL as ``true`` or ``false``."""
    value = kept(key, default, lambda linked: {"true": True, "false": False}.get(linked, default))
    remember(key, None if value == default else str(value).lower())
    return value


def words(key: str, *, default: str = "") -> str:
    """The value of a field for text, drawn or not."""
    value = kept(key, default, str) or default
    remember(key, None if value == default else value)
    return value


def standing(key: str, example: Text | Mapping[Lang, str], lang: Lang) -> str:
    """What stands in a field that opens with an example: the example in the visitor's language, also after he has
    switched it, until he types something else or comes with a link."""
    given = st.session_state.get(key, st.query_params.get(key))
    return example[lang] if given is None or given in [example[each] for each in LANGS] else given


def kept(key: str, default: T, read: Callable[[str], T]) -> T:
    """The state of a widget that need not be drawn, from the link at first; call it before the widget is drawn."""
    state = st.session_state
    if key not in state:
        linked = st.query_params.get(key)
        state[key] = default if linked is None else read(linked)
    state[key] = state[key]  # else Streamlit forgets what it does not draw
    return state[key]


def remember(key: str, value: str | None) -> None:
    """Put one parameter into the URL, or take it out; an unchanged URL sends nothing."""
    if value is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != value:
        st.query_params[key] = value


def here(lang: Lang) -> str:
    """The link to exactly this view; the language is always said.

    Raises:
        Trouble: ``link-long``, when the text in it is too long to travel.
    """
    query = {**st.query_params.to_dict(), "lang": lang}
    address = urlsplit(st.context.url or "")
    url = urlunsplit(address._replace(path=address.path or "/", query=urlencode(query)))
    if len(url) > LONGEST:
        message = f"the link would have {len(url)} characters; {LONGEST} travel safely: shorten the text"
        raise Trouble("link-long", message, length=len(url), longest=LONGEST)
    return url


def carried(prose: str, lang: Lang) -> str:
    """Markdown whose links to views, ``](?view=…)``, take the visitor's sentence, language and projector mode along."""
    own = {name: value for name in ("text", "present") if (value := st.query_params.get(name))}
    return prose.replace("](?", f"](?{urlencode({**own, 'lang': lang})}&")


def for_others(url: str) -> str:
    """The same link for a phone in the room, where the page was opened as localhost and the server listens to all."""
    address = urlsplit(url)
    if address.hostname not in ("localhost", "127.0.0.1", "::1") or st.get_option("server.address"):
        return url
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: the system only says which way it would go
        except OSError:
            return url  # no network at all
        host = probe.getsockname()[0]
    return urlunsplit(address._replace(netloc=f"{host}:{address.port}" if address.port else host))


@st.cache_data(max_entries=256, show_spinner=False)
def qr(url: str) -> str | None:
    """The QR code of a link as SVG, black on white in both themes, for the projector; None when it is too long."""
    out = io.BytesIO()
    try:
        code = segno.make(url, error="l")
    except segno.DataOverflowError:  # 2,953 bytes at most
        return None
    code.save(out, kind="svg", scale=5, border=3, light="#ffffff", dark="#1F2430")
    return out.getvalue().decode()
