"""A corruption as HTML: what is read, with the answers above; every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from math import log
from pathlib import Path

from app.exhibits.objectives import text
from app.i18n import Lang
from core.masking import Corruption
from core.masking.corruption import MASK, is_word

MOST = 70  # tokens of a row


@cache
def style() -> str:
    return f"<style>{Path(__file__).with_name('chips.css').read_text(encoding='utf-8')}</style>"


def gallery(groups: Iterable[tuple[str, Sequence[tuple[str, Corruption | str]]]], lang: Lang) -> str:
    """Families of objectives; an objective that cannot damage this text says why."""
    parts = []
    for family, rows in groups:
        parts.append(f"<h5>{escape(text.FAMILIES[family][lang])}</h5>")
        parts += [row(name, made, lang) for name, made in rows]
    return f'{style()}<div class="damage">{"".join(parts)}</div>'


def row(name: str, made: Corruption | str, lang: Lang) -> str:
    parts = text.SEGMENTS.get(name, ())
    legend = "".join(
        f"<span>{_mark(at, mark[lang])}{escape(meaning[lang])}</span>" for at, (mark, meaning) in enumerate(parts)
    )
    head = f"<b>{escape(text.NAMES[name][lang])}</b><small>{escape(text.ASKS[name][lang])}</small>"
    if isinstance(made, str):
        body = f"<small class='side'>{escape(made)}</small>"
    else:
        body = sides(made, lang, [mark[lang] for mark, _ in parts])
        head += f'<small class="parts">{legend}</small>' if parts else ""
    return f"<section><header>{head}</header><div>{body}</div></section>"


def sides(made: Corruption, lang: Lang, parts: Sequence[str] = ()) -> str:
    """The encoder's side, and the decoder's or the second view; ``parts`` are marks of the encoder's segments."""
    second = [(text.WRITES, made.decoder), (text.VIEW_TWO, made.other)]
    rows = [strip(made, lang, parts=parts)] + [
        strip(each, lang, label[lang]) for label, each in second if each is not None
    ]
    return "".join(rows)


def strip(made: Corruption, lang: Lang, label: str = "", parts: Sequence[str] = ()) -> str:
    """Tokens in a row; a small word above one is the answer that is asked for there, a line below it its segment."""
    items = [f"<li class='side'>{escape(label)}</li>"] if label else []
    shifted = bool(made.order) and len(made.attention_mask) == 1  # an answer is the next word: nothing was exchanged
    for at, word in enumerate(made.inputs[:MOST]):
        asked = bool(made.loss_mask[at])
        hidden = word == MASK or word.startswith("<extra_id_")
        answer = made.targets[at] if asked else ""
        changed = (
            asked and not hidden and not shifted and (answer == "[replaced]" or (is_word(answer) and answer != word))
        )
        kind = "hidden" if hidden else "changed" if changed else "asked" if asked else ""
        above = f"<i>{escape(readable(answer, lang))}</i>" if asked else ""
        part = int(made.segments[at])
        begins = at == 0 or part != made.segments[at - 1]
        below = _mark(part, parts[part] if begins else "") if parts else ""
        items.append(f'<li class="{kind}">{above}<span>{escape(readable(word, lang))}</span>{below}</li>')
    if len(made.inputs) > MOST:
        items.append("<li>…</li>")
    return f"<ol>{''.join(items)}</ol>"


def _mark(part: int, mark: str) -> str:
    """A segment's line, and its letter where the segment begins."""
    return f'<u class="part{part}">{escape(mark) or "&nbsp;"}</u>'


def packed(words: Sequence[str], documents: Sequence[int]) -> str:
    """A packed row: words of one document on one ground."""
    items = [
        f'<li class="{"side" if at < 0 else f"of{at % 3}"}"><span>{escape(word)}</span></li>'
        for word, at in zip(words, documents, strict=False)
    ]
    return f"<ol>{''.join(items)}</ol>"


def same(said: str, wanted: str) -> bool:
    """The readers know small letters only."""
    return said in (wanted, wanted.lower())


def nats(chances: Sequence[float]) -> str:
    """Minus the logarithm of all chances together."""
    return f"{-sum(log(max(p, 1e-30)) for p in chances):.1f}"


def readable(word: str, lang: Lang) -> str:
    """A label in the visitor's language, a sentinel as ⟨0⟩, any other token as it is."""
    if word in text.LABELS:
        return text.LABELS[word][lang]
    return f"⟨{word[10:-1]}⟩" if word.startswith("<extra_id_") else word
