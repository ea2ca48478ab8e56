"""Wikipedia's markup, taken off: what is left is the prose a reader of the page would see.

A template that is not known to be a footnote, and every formula, leaves a hole in its sentence. A sentence
with a hole is not what anybody wrote, so the whole paragraph is left out rather than printed with the gap.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

SHORTEST = 20  # words; less is a caption, a stub of a list or a note to the editors

_HOLE = "\ufffc"
_ARMOUR = {ord(c): f"&#{ord(c)};" for c in "[]{}|<>'=*#:;"}
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

_TEMPLATE = re.compile(r"\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}")
_TABLE = re.compile(r"^[ :]*\{\|(?:(?!^[ :]*\{\|).)*?^[ ]*\|\}", re.S | re.M)
_LINK = re.compile(r"\[\[((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]")
_WEB = re.compile(r"\[(?:https?:|ftp:|mailto:)?//[^\s\]]*\s*([^\]\n]*)\]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_UNSEEN = re.compile(r"(?:file|image|category|media|[a-z]{2,3}|simple|zh-min-nan):", re.I)

# Notes to the reader or the editors: the sentence is whole without them.
_FOOTNOTE = re.compile(
    r"(?:rp|refn|efn|sfn.*|harv.*|cite.*|citation.*|cn|note.*|#tag:ref|anchor|ipa.*|respell|sic|coord|clear"
    r"|when|who|which|where|by whom|according to whom|clarify|vague|dubious|page needed|full|failed verification"
    r"|better source|unreliable source\?|refimprove|update.*|inflation-fn|qualify evidence|weasel-inline"
    r"|disputed inline|verify source|relevance inline|main|see also|further|use .* dates)",
    re.I,
)
_FIRST = {"nowrap", "small", "big", "large", "sc", "angbr", "linktext", "nq", "vr", "script/arabic", "nihongo"}
_FIXED = {"'s": "'s", "'": "'", "' \"": "' \"", '-"': '"', "=": "=", "nbsp": " ", "spaces": " ", "!": "|"}
_FIXED |= {"ndash": "–", "mdash": "—", "mdashb": "—", "snd": " – ", "snds": " – ", "spaced ndash": " – "}
_BETWEEN = {"to", "-", "–", "and", "by", "x", "or", "×", "to(-)", "and(-)"}  # {{convert|60|to|150|cm}}
_UNITS = {"sqmi": "square miles", "mi": "miles", "ft": "feet", "in": "inches", "lb": "pounds", "F": "°F", "C": "°C"}


def paragraphs(source: str) -> list[str]:
    """The prose of one article, a paragraph an item: no lists, tables, captions, footnotes or headings."""
    text = _strip_blocks(source)
    text = _until_still(_TEMPLATE, _template, text)
    text = _until_still(_TABLE, lambda m: "\n\n", text)
    text = _until_still(_LINK, _link, text)
    text = _WEB.sub(lambda m: m[1], text)
    text = re.sub(r"__[A-Z]+__|'{2,5}", "", text)
    return [tidy for block in _blocks(text) if (tidy := _tidy(block)) and len(tidy.split()) >= SHORTEST]


def _strip_blocks(text: str) -> str:
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", text, flags=re.S)
    text = re.sub(r"<nowiki>(.*?)</nowiki>", lambda m: m[1].translate(_ARMOUR), text, flags=re.S | re.I)
    text = re.sub(r"<(ref|references)\b[^<>]*/>", "", text, flags=re.I)
    text = re.sub(r"<(ref|references|gallery|timeline|imagemap|table)\b[^<>]*>.*?</\1\s*>", "", text, flags=re.S | re.I)
    text = re.sub(r"<(math|source|syntaxhighlight|pre|score)\b[^<>]*>.*?</\1\s*>", _HOLE, text, flags=re.S | re.I)
    text = re.sub(r"<sup\b[^<>]*>([^<>]*)</sup>", lambda m: _shift(m[1], _RAISED), text, flags=re.I)
    text = re.sub(r"<sub\b[^<>]*>([^<>]*)</sub>", lambda m: _shift(m[1], _LOWERED), text, flags=re.I)
    text = re.sub(r"<br\s*/?\s*>", " ", text, flags=re.I)
    return re.sub(r"</?(?:blockquote|poem|center|div|li|ol|ul|hr)\b[^<>]*>", "\n\n", text, flags=re.I)


def _shift(small: str, table: dict[int, int]) -> str:
    moved = small.translate(table)
    return moved if all(ord(c) > 127 for c in moved) else small


def _until_still(pattern: re.Pattern[str], put: Callable[[re.Match[str]], str], text: str) -> str:
    """Replace the innermost match until none is left: markup nests, regular expressions do not."""
    while (after := pattern.sub(put, text)) != text:
        text = after
    return text


def _template(match: re.Match[str]) -> str:
    name, *arguments = (part.strip() for part in match[1].split("|"))
    name = re.sub(r"[\s_]+", " ", name).lower()
    plain = [re.sub(r"^1=", "", a) for a in arguments if re.match(r"1=|[^=]*$|[^=]*\[?https?:", a)]
    named = {key.strip() for a in arguments if "=" in a for key in [a.split("=")[0]]}
    if name in _FIXED:
        return _FIXED[name]
    if _FOOTNOTE.fullmatch(name):
        return ""
    if plain and (name in _FIRST or name.startswith("lang-")):
        return plain[0]
    if plain and name in {"lang", "transl", "rtl-lang"}:
        return plain[-1]
    if plain and name == "as of":
        return f"{'as' if 'lc' in named else 'As'} of {' '.join(plain)}"
    if name in {"convert", "cvt"} and len(plain) >= 2:
        return _measure(plain)
    alone = "\n" in match[1] or (_edge(match, match.start() - 1) and _edge(match, match.end()))
    return "\n\n" if alone else _HOLE  # alone on its lines it is furniture: an infobox, a banner


def _edge(match: re.Match[str], at: int) -> bool:
    return at < 0 or at >= len(match.string) or match.string[at] == "\n"


def _measure(plain: list[str]) -> str:
    if plain[1] in _BETWEEN and len(plain) >= 4:
        joint = plain[1].removesuffix("(-)")
        return f"{plain[0]}{'–' if joint in '-–' else f' {joint} '}{plain[2]} {_UNITS.get(plain[3], plain[3])}"
    return f"{plain[0]} {_UNITS.get(plain[1], plain[1])}"


def _link(match: re.Match[str]) -> str:
    target, *labels = match[1].split("|")
    if _UNSEEN.match(target.strip()):
        return ""
    label = labels[-1] if labels else target.removeprefix(":")
    return label or re.sub(r"\s*\(.*?\)$", "", target.partition(":")[2] or target)


def _blocks(text: str) -> list[str]:
    """Lines that stand together, as MediaWiki joins them; headings, lists and table rests end a block."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or line[0] in "=*#:;|!{} ":
            blocks.append([])
        else:
            blocks[-1].append(line)
    return [" ".join(lines) for lines in blocks if lines]


def _tidy(block: str) -> str:
    """One line of clean text; empty where the block has a hole or does not end like a sentence."""
    if any(rest in block for rest in (_HOLE, "[[", "]]", "{{", "}}", "{|")):
        return ""
    text = re.sub(r"\s+", " ", html.unescape(_TAG.sub("", block)).replace("\xad", ""))
    for _ in range(2):  # what the footnotes and pronunciations left behind: "(; born", "( )", "a , b"
        text = re.sub(r"([(\[])[\s,;:–—/]+", r"\1", text)
        text = re.sub(r"[\s,;:]+([)\]])", r"\1", text)
        text = re.sub(r"\s?(?:\(\)|\[\])", "", text)
    text = re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", text).strip()
    return text if re.search(r"[.!?…][\"'”’»)\]]*$", text) else ""
