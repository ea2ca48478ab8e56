"""The index as a light list: plain HTML that the browser lays out, since 519 widgets would be slow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

from app.exhibits.systems import text
from app.i18n import Lang
from app.lit import link, state
from core import systems
from core.systems import System

UNFOLDED = 60  # rows that are shown at once; a phone has room for about ten


@cache
def style() -> str:
    return f"<style>{Path(__file__).with_name('rows.css').read_text(encoding='utf-8')}</style>"


def listing(shown: Sequence[System], live: Mapping[str, str], lang: Lang, *, present: bool = False) -> str:
    """The systems by wing, each with a link to its live view or "not yet"; how many of a wing are lit.

    A long list starts folded, except for the wings in which something is live.
    """
    parts, long = [], len(shown) > UNFOLDED
    for wing in systems.wings():
        inside = [system for system in shown if system.wing == wing.code]
        if inside:
            lit = sum(system.id in live for system in systems.load() if system.wing == wing.code)
            whole = sum(system.wing == wing.code for system in systems.load())
            rows = "".join(_row(system, live, lang, present) for system in inside)
            count = f"<small>{lit}/{whole}</small>"
            unfolded = "" if long and not lit else " open"
            head = f"<summary><h3>{escape(wing.name(lang))} {count}</h3></summary>"
            parts.append(f"<details{unfolded}>{head}<ul>{rows}</ul></details>")
    return f'{style()}<div class="systems">{"".join(parts)}</div>'


def _row(system: System, live: Mapping[str, str], lang: Lang, present: bool) -> str:
    other: Lang = "en" if lang == "zh" else "zh"
    name, second = escape(system.name(lang)), escape(system.name(other))
    also = f'<i lang="{other}">{second}</i>' if second != name else ""
    line = f"<p>{escape(system.line(lang))}</p>" if system.line(lang) else ""
    if system.id in live:
        # Relative, so that it also holds below a base path or inside the cloud's frame.
        url = link(live[system.id], lang).lstrip("/") + ("&present=true" if present else "")
        name = f'<a href="{escape(url)}">{name}</a>'
        end = text.OPEN[lang]
    else:
        end = text.NOT_YET[lang]
    return (
        f'<li class="{state(system, live)}"><div>{name}{also}{line}</div><b>{system.year or ""}</b><em>{end}</em></li>'
    )


def bar(counts: Mapping[str, int], lang: Lang) -> str:
    """Coverage as one strip: lit, dim, dark."""
    parts = "".join(f'<span class="{level}" style="flex:{n}"></span>' for level, n in counts.items() if n)
    said = escape(text.ALT_COVERAGE[lang].format(**counts))
    return f'{style()}<div class="coverage" role="img" aria-label="{said}">{parts}</div>'
