"""Pieces as coloured chips: plain HTML, every text escaped, what the vocabulary says on hover."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from app.exhibits.tokens import text
from app.exhibits.tokens.reading import Chip, Line
from app.i18n import Lang

TINTS = 5
SHOWN = 260  # chips of one row


@cache
def style() -> str:
    return f"<style>{Path(__file__).with_name('chips.css').read_text(encoding='utf-8')}</style>"


def rows(lines: Sequence[Line], lang: Lang) -> str:
    """One tokenizer a row: its name, a bar as long as the number of pieces, the chips."""
    most = max((len(line.chips) for line in lines), default=1)
    return f'{style()}<div class="pieces">{"".join(_row(line, most, lang) for line in lines)}</div>'


def _row(line: Line, most: int, lang: Lang) -> str:
    n = len(line.chips)
    facts = [
        (text.ONE_PIECE if n == 1 else text.PIECES)[lang].format(n=n),
        text.SIZE[lang].format(size=f"{line.size:,}"),
    ]
    if line.unknown:
        facts.append(text.UNKNOWN_SHARE[lang].format(share=f"{line.unknown:.0%}"))
    bar = f'<span class="bar" style="width:{100 * n / max(1, most):.1f}%"></span>'
    head = f"<b>{escape(text.KINDS[line.kind][lang])}</b><small>{escape(' · '.join(facts))}</small>"
    return f"<section><header>{head}</header>{bar}{strip(line.chips, lang, line.kind)}</section>"


def strip(chips: Sequence[Chip], lang: Lang, kind: str = "") -> str:
    """The chips of one row; words stand a little apart."""
    parts, previous = [], None
    for i, chip in enumerate(chips[:SHOWN]):
        apart = previous is not None and chip.word != previous
        parts.append(_chip(chip, i, lang, apart, raw=kind == "bytes" and chip.shown == chip.spelled))
        previous = chip.word
    if len(chips) > SHOWN:
        parts.append(f"<li class='more'>{escape(text.AND_MORE[lang].format(n=len(chips) - SHOWN))}</li>")
    return f"<ol>{''.join(parts)}</ol>"


def _chip(chip: Chip, i: int, lang: Lang, apart: bool, raw: bool) -> str:
    label = text.NOT_IN_VOCABULARY if chip.id is None else text.IN_VOCABULARY
    title = escape(label[lang].format(spelled=chip.spelled, id=chip.id))
    names = ["unknown" if chip.id is None else "special" if chip.special else f"t{i % TINTS}"]
    names += ["apart"] * apart + ["hex"] * raw
    return f'<li class="{" ".join(names)}" title="{title}">{escape(chip.shown)}</li>'


def plain(pieces: Sequence[str], masked: Sequence[bool] = (), gaps: Sequence[int] = ()) -> str:
    """Pieces without ids; ``masked`` ones are covered, ``gaps`` are places before which a word begins."""
    items = [
        f'<li class="{"masked" if i < len(masked) and masked[i] else f"t{i % TINTS}"}{" apart" if i in gaps else ""}">'
        f"{escape('■' if i < len(masked) and masked[i] else piece)}</li>"
        for i, piece in enumerate(pieces)
    ]
    return f'{style()}<div class="pieces"><ol>{"".join(items)}</ol></div>'


def steps(rows: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Labelled rows of pieces, one under the other: a word as it is put together."""
    parts = []
    for label, pieces in rows:
        items = "".join(f'<li class="t{i % TINTS}">{escape(piece)}</li>' for i, piece in enumerate(pieces))
        parts.append(f"<small>{escape(label)}</small><ol>{items}</ol>")
    return f'{style()}<div class="pieces steps">{"".join(parts)}</div>'


def tried(rows: Sequence[tuple[str, Sequence[str], str]]) -> str:
    """Look-ups in a vocabulary, one row a piece: what was looked for in vain, then what was there."""
    parts = []
    for label, missing, found in rows:
        spans = "".join(f'<span class="no">{escape(piece)}</span> ' for piece in missing)
        parts.append(f'<small>{escape(label)}</small><p>{spans}<span class="yes">{escape(found)}</span></p>')
    return f'{style()}<div class="pieces steps">{"".join(parts)}</div>'
