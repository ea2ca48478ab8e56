"""Text to tokens, spelled as people read them.

Vocabularies spell pieces in three ways: WordPiece marks a continuation (``##ing``), SentencePiece a word's start
(``▁play``), byte-level BPE writes bytes as stand-in letters (``Ġplay``, ``ðŁĺĢ`` for 😀). All three are turned
back into bytes and read by one UTF-8 decoder, so a character cut into several pieces shows on the piece
that completes it and the earlier ones show ``·``.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable

from tokenizers import Encoding, Tokenizer
from transformers import PreTrainedTokenizerFast

from core.attention.maps import Tokens
from core.errors import Trouble

_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_SEEN = {" ": "␣", "\n": "↵", "\t": "⇥"}
_JOINERS = "\u200c\u200d"  # hold Persian words and emoji families together; harmless inside a piece
_UNFINISHED = "·"


def read(tokenizer: PreTrainedTokenizerFast, text: str, pair: str | None = None, *, limit: int) -> Tokens:
    """The pieces a model reads, special tokens included, cut to ``limit`` (the longer text loses first).

    Raises:
        Trouble: ``text-empty``: nothing is left of a text once the tokenizer has cleaned it.
    """
    # A lone surrogate is no character at all; the tokenizer would refuse the whole text.
    texts = [each.encode("utf-8", "replace").decode() for each in (text, pair) if each is not None]
    whole, first, dropped = _encode(tokenizer.backend_tokenizer, texts, limit)
    special = tuple(map(bool, whole.special_tokens_mask))
    pieces = tuple(tokenizer.convert_ids_to_tokens(whole.ids))
    unknown = _unknown_id(tokenizer)
    return Tokens(
        shown=tuple(_shown(tokenizer, pieces, special)),
        pieces=pieces,
        ids=tuple(whole.ids),
        words=tuple(_words(pieces, whole.word_ids, special, first)),
        segments=tuple(_segments(special, first)),
        special=special,
        unknown=tuple(each == unknown and not added for each, added in zip(whole.ids, special, strict=True)),
        dropped=dropped,
    )


def shifted(tokens: Tokens, start: int, piece: str) -> Tokens:
    """What a decoder reads while it writes ``tokens``: a start token first, the closing one not yet."""
    end = len(tokens.ids) - tokens.special[-1]
    return Tokens(
        shown=(piece, *tokens.shown[:end]),
        pieces=(piece, *tokens.pieces[:end]),
        ids=(start, *tokens.ids[:end]),
        words=(-1, *tokens.words[:end]),
        segments=(0, *tokens.segments[:end]),
        special=(True, *tokens.special[:end]),
        unknown=(False, *tokens.unknown[:end]),
        dropped=tokens.dropped,
    )


def _encode(backend: Tokenizer, texts: list[str], limit: int) -> tuple[Encoding, int, int]:
    """One or two texts between their special tokens; the first one's pieces, and how many did not fit."""
    parts = [backend.encode(each, add_special_tokens=False) for each in texts]
    if not all(each.strip() and len(part) for each, part in zip(texts, parts, strict=True)):
        raise Trouble("text-empty", "There is nothing to read: type a word or a sentence.")
    lengths = [len(part) for part in parts]
    kept = _share(limit - backend.num_special_tokens_to_add(len(texts) == 2), lengths)
    for i, (each, part) in enumerate(zip(texts, parts, strict=True)):
        if kept[i] < lengths[i]:
            # From a shorter text: post_process pairs every chunk cut off the first with every one off the second.
            end = part.offsets[min(2 * kept[i], lengths[i]) - 1][1]
            parts[i] = backend.encode(each[:end], add_special_tokens=False)
            parts[i].truncate(kept[i])
    whole = backend.post_process(parts[0], parts[1] if len(parts) == 2 else None)
    return whole, len(parts[0]), sum(lengths) - sum(map(len, parts))


def _share(room: int, lengths: list[int]) -> list[int]:
    """How much of each text fits: the longer one gives way until both are equally long."""
    if len(lengths) == 1:
        return [min(room, *lengths)]
    first, second = lengths
    half = room // 2
    return [min(first, max(room - half, room - second)), min(second, max(half, room - first))]


def _shown(tokenizer: PreTrainedTokenizerFast, pieces: Iterable[str], special: Iterable[bool]) -> Iterable[str]:
    spell = _speller(tokenizer)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    named = set(tokenizer.all_special_tokens)
    for piece, added in zip(pieces, special, strict=True):
        if added or piece in named:
            decoder.reset()
            yield piece
        else:
            yield _readable(decoder.decode(spell(piece)))


def _speller(tokenizer: PreTrainedTokenizerFast):
    """The function from a piece, as the vocabulary spells it, to the bytes it stands for."""
    backend = tokenizer.backend_tokenizer
    how = backend.decoder.__getstate__() if backend.decoder else b""
    if b'"ByteLevel"' in how:
        return lambda piece: b"".join(_BYTES.get(letter) or letter.encode() for letter in piece)
    if b'"WordPiece"' in how:
        return lambda piece: piece.removeprefix("##").encode()

    def sentencepiece(piece: str) -> bytes:
        byte = _BYTE.fullmatch(piece)
        return bytes.fromhex(byte[1]) if byte else piece.replace("▁", " ").encode()

    return sentencepiece


def _byte_letters() -> dict[str, bytes]:
    """GPT-2's alphabet: printable bytes stand for themselves, the others for letters from U+0100 on.

    Source: bytes_to_unicode in https://github.com/openai/gpt-2/blob/master/src/encoder.py
    """
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    rest = [byte for byte in range(256) if byte not in plain]
    letters = {chr(byte): byte for byte in plain} | {chr(0x100 + i): byte for i, byte in enumerate(rest)}
    return {letter: bytes([byte]) for letter, byte in letters.items()}


_BYTES = _byte_letters()


def _readable(text: str) -> str:
    """A piece without the space that joins it to its neighbours; what cannot be seen is named."""
    if not text:
        return _UNFINISHED
    text = text.strip(" ") or text
    if unicodedata.category(text[0]).startswith("M"):
        text = "◌" + text  # an accent needs something to sit on
    return "".join(_SEEN.get(c) or (c if _visible(c, text) else f"U+{ord(c):04X}") for c in text)


def _visible(character: str, text: str) -> bool:
    return character.isprintable() or (character in _JOINERS and len(text) > 1)


def _words(pieces: Iterable[str], word_ids: Iterable[int | None], special: Iterable[bool], first: int) -> Iterable[int]:
    """Number the words through both texts. LLaMA's tokenizer knows no words, but marks where one starts."""
    word, previous, own = -1, None, 0
    for piece, word_id, added in zip(pieces, word_ids, special, strict=True):
        if added:
            yield -1
            continue
        if word_id != previous or piece.startswith("▁") or own in (0, first):
            word, previous = word + 1, word_id
        own += 1
        yield word


def _segments(special: Iterable[bool], first: int) -> Iterable[int]:
    """0 for the first text's ``first`` pieces, then 1; a special token belongs to the text that it closes."""
    own = 0
    for added in special:
        own += not added
        yield int(own > first)


def _unknown_id(tokenizer: PreTrainedTokenizerFast) -> int | None:
    """The id of [UNK]. Byte-level vocabularies can spell everything and name an end-of-text token instead."""
    name = tokenizer.unk_token
    ends = (tokenizer.bos_token, tokenizer.eos_token)
    return None if name is None or name in ends else tokenizer.backend_tokenizer.token_to_id(str(name))
