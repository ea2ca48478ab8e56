"""Vectors on disk as everybody writes them: word2vec text, a word and its numbers a line, and word2vec binary.

Both begin with ``V D`` and a line break. Binary goes on with the word, a space and D little-endian float32; word2vec.c
puts a line break after each word, gensim does not. Nothing is believed of the header that the file does not hold.
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.word2vec.vectors import Vectors

LONGEST = 2_000  # bytes of a word
LOOKED_AT = 4_096  # bytes that tell text from binary


def load(path: str | Path, *, binary: bool | None = None) -> Vectors:
    """Read a file of word vectors; ``binary=None`` looks which of the two formats it is.

    Of a word that comes twice the first vector counts, as in gensim.

    Raises:
        Trouble: see :func:`parse`.
    """
    with open(path, "rb") as file:
        if not Path(path).stat().st_size:
            return parse(b"", binary=binary)
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return parse(data, binary=binary)


def parse(data: bytes | mmap.mmap, *, binary: bool | None = None, most: int | None = None) -> Vectors:
    """The same from bytes; of a stranger's file at most ``most`` words.

    Raises:
        Trouble: ``word2vec-file`` with the first line that is not as it should be, ``word2vec-truncated`` with the
            first word of a binary file that is not all there, ``word2vec-encoding`` (not UTF-8), ``word2vec-number``
            (NaN or infinite), each with the number of the word; ``word2vec-many``, its first line promises more.
    """
    end = data.find(b"\n", 0, 100)
    try:
        V, D = map(int, data[: max(end, 0)].split())
    except ValueError as error:
        raise _unreadable(1, "two numbers: words and width") from error
    if V < 1 or D < 1:
        raise _unreadable(1, "two numbers above 0: words and width")
    if most is not None and V > most:
        raise Trouble("word2vec-many", f"The first line says {V} words; at most {most} are read here.", V=V, most=most)
    if binary is None:
        binary = _looks_binary(data[end + 1 : end + 1 + LOOKED_AT], D)
    words, rows = (_binary if binary else _text)(data, end + 1, V, D)
    first = {word: row for row, word in reversed(list(enumerate(words)))}
    kept = sorted(first.values())
    vectors = np.array([rows[row] for row in kept], np.float32)
    wrong = np.flatnonzero(~np.isfinite(vectors).all(1))
    if len(wrong):
        n = kept[wrong[0]]
        message = f"The vector of word {n + 1}, {words[n]!r}, holds something that is no finite number."
        raise Trouble("word2vec-number", message, n=n + 1, word=words[n])
    return Vectors(tuple(words[row] for row in kept), vectors)


def to_binary(of: Vectors) -> bytes:
    """word2vec binary format, as gensim writes it.

    Raises:
        Trouble: ``word2vec-space``, a word with a space in it cannot be read back.
    """
    spaced = next((word for word in of.vocab if " " in word or "\n" in word), None)
    if spaced is not None:
        message = f"{spaced!r} has a space in it, which ends a word in the binary format; save as text."
        raise Trouble("word2vec-space", message, word=spaced)
    rows = of.vectors.astype("<f4")
    body = (word.encode() + b" " + row.tobytes() for word, row in zip(of.vocab, rows, strict=True))
    return "{} {}\n".format(*rows.shape).encode() + b"".join(body)


Found = tuple[list[str], Sequence[Float[np.ndarray, " D"]]]


def _text(data: bytes | mmap.mmap, at: int, V: int, D: int) -> Found:
    words, rows = [], []
    if D > len(data):  # no line can hold so many
        raise _unreadable(2, f"a word and {D} numbers")
    for n in range(V):
        stop = data.find(b"\n", at)
        line = data[at : stop if stop >= 0 else len(data)]
        at += len(line) + 1
        word, *numbers = line.rstrip().rsplit(b" ", D)
        try:
            row = np.array(numbers, np.float32)
        except ValueError as error:
            raise _unreadable(n + 2, f"a word and {D} numbers") from error
        if len(row) != D:
            raise _unreadable(n + 2, f"a word and {D} numbers")
        words.append(_word(word, n))
        rows.append(row)
    return words, rows


def _binary(data: bytes | mmap.mmap, at: int, V: int, D: int) -> Found:
    words, rows = [], []
    for n in range(V):
        while data[at : at + 1] == b"\n":
            at += 1
        space = data.find(b" ", at, at + LONGEST)
        if space < 0 or space + 1 + 4 * D > len(data):
            message = f"Word {n + 1} of {V} is not all there: the file is cut short, or its first line is wrong."
            raise Trouble("word2vec-truncated", message, n=n + 1, V=V)
        words.append(_word(data[at:space], n))
        at = space + 1 + 4 * D
        rows.append(np.frombuffer(data[space + 1 : at], "<f4"))
    return words, rows


def _looks_binary(head: bytes, D: int) -> bool:
    """No text has control characters; but words in another encoding with good numbers are text."""
    numbers = head.split(b"\n")[0].split()[-D:]
    try:
        if len(numbers) == D and [float(each) for each in numbers]:
            return False
    except ValueError:
        pass
    return any(byte < 9 or 13 < byte < 32 for byte in head) or any(byte > 127 for byte in head)


def _word(raw: bytes, n: int) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        message = f"Word {n + 1} is not written in UTF-8; save the file in UTF-8."
        raise Trouble("word2vec-encoding", message, n=n + 1) from error


def _unreadable(line: int, wanted: str) -> Trouble:
    return Trouble(
        "word2vec-file",
        f"Line {line} is not {wanted}; give a file in word2vec text format.",
        line=line,
    )
