"""Every objective by type, context-based or contrastive, with a link to where it is at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

import streamlit as st

from app.exhibits.objectives import chips
from app.exhibits.objectives import kinds_text as text
from app.exhibits.objectives import text as words_of_page
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core.masking.objectives.card import trained

TYPES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "context": {
        "lm": ("clm", "bilm", "image-gpt"),
        "dae": (
            *("mlm", "whole-word", "n-gram", "span", "entity", "phrase", "knowledge", "mac", "unilm"),
            *("mass", "seq2seq-mlm", "t5", "bart", "glm", "marge", "tlm", "dlm", "static", "progressive"),
        ),
        "plm": ("plm",),
    },
    "contrast": {
        "dim": ("infonce", "infoword"),
        "rtd": ("electra", "wklm", "disfluency"),
        "nsp": ("nsp", "sentence-distance", "relevance"),
        "sop": ("sop", "sentence-order"),
    },
    "labels": {"own": ("capitals", "token-document", "discourse")},
}
STYLE = """<style>
.kinds .all { display: grid; gap: 0 1.2rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)) }
.kinds p { margin: 0 0 .35rem; }
.kinds p a { color: light-dark(#2E4A8B, #8FB0FF); }
</style>"""
OWN_VIEWS = {
    "clm": "gpt",
    "bilm": "elmo",
    "image-gpt": "pixels",
    "static": "epochs",
    "whole-word": "whole",
    "span": "border",
    "progressive": "grow",
    "t5": "prefix",
    "marge": "gather",
    "plm": "order",
    "infonce": "bound",
    "disfluency": "slips",
    "nsp": "formats",
    "relevance": "both",
}


def kinds(lang: Lang) -> None:
    """The filter and the map."""
    names = {"all": text.ALL, **text.BROAD, **text.KINDS}
    with control("objectives_type"):
        wanted = choice(st.selectbox, text.TYPE[lang], [*names], names, lang, key="objectives_type", default="all")
    chosen = {
        broad: {kind: members for kind, members in kinds.items() if wanted in ("all", broad, kind)}
        for broad, kinds in TYPES.items()
    }
    numbers = {broad: sum(map(len, kinds.values())) for broad, kinds in chosen.items()}
    n = sum(numbers.values())
    title = text.TITLE[lang].format(n=n, **numbers) if wanted == "all" else text.SOME_TITLE[lang].format(n=n)
    st.markdown(f"**{title}**")
    parts = "".join(section(broad, kinds, lang) for broad, kinds in chosen.items() if kinds)
    st.html(f'{chips.style()}{STYLE}<div class="damage kinds">{parts}</div>')
    st.caption(text.SAYS[lang])


def section(broad: str, kinds: Mapping[str, tuple[str, ...]], lang: Lang) -> str:
    """One broad type: a row a kind, a line an objective."""
    rows = []
    for kind, members in kinds.items():
        head = f"<b>{escape(text.KINDS[kind][lang])}</b><small>{escape(text.KINDS_SAY[kind][lang])}</small>"
        lines = "".join(line(name, lang) for name in members)
        rows.append(f"<section><header>{head}</header><div class='all'>{lines}</div></section>")
    return f"<h5>{escape(text.BROAD[broad][lang])}</h5>{''.join(rows)}"


def line(name: str, lang: Lang) -> str:
    """Its name, what it asks, where it is at work."""
    pixels = name == "image-gpt"
    called = (text.PIXELS if pixels else words_of_page.NAMES[name])[lang]
    asks = (text.PIXELS_ASK if pixels else words_of_page.ASKS[name])[lang]
    found = links(name, lang)
    anchors = [f'<a href="?{escape(at)}&amp;lang={lang}" target="_self">{escape(label)}</a>' for label, at in found]
    head = f"<b>{escape(called)}</b> <small>{escape(asks)}</small>"
    return f"<p>{head}<br><small>{' · '.join(anchors)}</small></p>"


def links(name: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """Label and query of every view in which an objective is at work."""
    if name != "image-gpt":
        yield text.DRAWN[lang], f"objectives_view=one&objectives_one={name}"
        if name in trained():
            yield text.ANSWERS[lang], f"objectives_view=says&objectives_one={name}"
    if name in OWN_VIEWS:
        view = OWN_VIEWS[name]
        yield words_of_page.VIEWS[view][lang], f"objectives_view={view}"
