"""Words of English and Chinese, each with its place in the text as it was typed."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from core.text.normalise import normalise

if TYPE_CHECKING:
    import jieba

Language = Literal["en", "zh"]

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINED = "\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"  # accents, emoji joiners, skin tones
_UNSEEN = "\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # control, zero width, direction
_LETTER = f"(?:(?![{_HAN}])[^\\W_])[\u0300-\u036f]*"
_PIECE = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    r"|\d+(?:[.,]\d+)+"  # 3.14 and 1,000
    r"|\b(?:[A-Za-z]\.){2,}"  # U.S. and e.g.
    rf"|(?:{_LETTER})+(?:['’\-](?:{_LETTER})+)*"  # don't, state-of-the-art
    r"|[\U0001f1e6-\U0001f1ff]{2}"  # a flag is two letters
    rf"|[^\s{_UNSEEN}](?:\u200d\S|[{_JOINED}])*"  # one sign, or one emoji however many parts it has
)
_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is the NFKC form, for training and look-up; ``typed[start:end]`` is what the visitor sees."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit: punctuation and emoji do not."""
        return any(c.isalnum() for c in self.text)


def language_of(text: str) -> Language:
    """``"zh"`` where Chinese characters are at least as many as words in letters, else ``"en"``."""
    han = len(re.findall(f"[{_HAN}]", text))
    words = len(re.findall(rf"(?:{_LETTER})+", text))
    return "zh" if han and han >= words else "en"


def tokenise(text: str, language: Language | None = None) -> tuple[Token, ...]:
    """Words, numbers, punctuation marks and emoji, in order and never overlapping; white space is left out.

    Inner apostrophes and hyphens, decimals and initials stay: don't, state-of-the-art, 3.14, U.S. Runs of
    Chinese characters are cut into words by jieba, also inside English sentences; ``language="en"`` takes
    them one character at a time and loads no dictionary. The first Chinese text takes about a second.
    """
    form, spans = normalise(text)
    tokens: list[Token] = []
    for start, end in _cut(form, language):
        token = Token(form[start:end], int(spans[start, 0]), int(spans[end - 1, 1]))
        if tokens and token.start < tokens[-1].end:  # ½ is one sign typed, three in NFKC: it stays one token
            first = tokens.pop()
            token = Token(first.text + token.text, first.start, max(first.end, token.end))
        tokens.append(token)
    return tuple(tokens)


def _cut(form: str, language: Language | None) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(form):
        if piece["han"] is None:
            yield piece.span()
            continue
        at = piece.start()
        for word in piece["han"] if language == "en" else segmenter().lcut(piece["han"]):
            yield at, at + len(word)
            at += len(word)


def segmenter() -> jieba.Tokenizer:
    """jieba, which cuts Chinese into words; one for all."""
    with _loading:  # a class that opens the page together loads one dictionary, not thirty
        return _jieba()


@cache
def _jieba() -> jieba.Tokenizer:
    """jieba with its own dictionary, read straight from the package.

    Its usual start prints a log and keeps a cache in the shared temporary folder that anybody could replace.
    """
    # jieba 0.42.1 has invalid escapes in its source, and asks for pkg_resources where that still exists.
    warnings.filterwarnings("ignore", module=r"(?:.*[/\\])?(?:jieba|pkg_resources)\b")
    import jieba

    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made
