"""A result as one file to keep, and the same file read again: whoever made it, every part is checked before use."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np

from core import store
from core.errors import Trouble
from core.topics.bags import Bags
from core.topics.config import OUTLIER, READINGS, REDUCTIONS, Config
from core.topics.discover import FEWEST, MOST
from core.topics.topics import Topics

LARGEST, INSIDE = 64 * 2**20, 256 * 2**20  # bytes of the file; of what is in it
FILES = (f"topics/{store.VALUE}", f"topics/{store.ARRAYS}")
WORDS, LONGEST = 500_000, 100  # of a vocabulary; letters of a word or a title
_MARKS = re.compile(r"[<>&\x00-\x1f\x7f]")  # no word holds them, so a name cannot act as markup


def packed(topics: Topics) -> bytes:
    """The folder of ``Topics.save`` as a .zip; vectors in half precision, which is all that MiniLM's are worth."""
    text, numbers = store.pack(replace(topics, drawn=topics.plane, vectors=topics.vectors.astype(np.float16)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in zip(FILES, (text, numbers), strict=True):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpacked(name: str, data: bytes) -> Topics:
    """What ``packed`` packed.

    Raises:
        Trouble: ``topics-file``, with the reason: not such a file, damaged, too large, or its parts do not fit.
    """
    try:
        topics = store.unpack(*_contents(data))
        if not isinstance(topics, Topics):
            raise ValueError("it holds something else")
        topics = replace(topics, vectors=np.asarray(topics.vectors, np.float32))
        _check(topics)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise _refused(name, str(error)[:120]) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _refused(name, "it is no .zip that can be read") from error
    return topics


def _refused(name: str, why: str) -> Trouble:
    message = f"{name} is no result of this program: {why}. Choose the .zip that was saved beside a result."
    return Trouble("topics-file", message, file=name, why=why)


def _contents(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > LARGEST:
        raise ValueError(f"it has {len(data):,} bytes, {LARGEST:,} are read")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sorted(archive.namelist()) != sorted(FILES):
            raise ValueError(f"it does not hold just {' and '.join(FILES)}")
        if sum(part.file_size for part in archive.infolist()) > INSIDE:
            raise ValueError(f"unpacked it has more than {INSIDE:,} bytes")
        text, numbers = (_read(archive, each) for each in FILES)
    return text, numbers


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """No more than is allowed, whatever the file says of its own size."""
    with archive.open(name) as opened:
        content = opened.read(INSIDE + 1)
    if len(content) > INSIDE:
        raise ValueError(f"unpacked it has more than {INSIDE:,} bytes")
    return content


def _check(topics: Topics) -> None:
    """Raises ValueError where a part is not what ``discover`` would have made."""
    N = len(topics.documents)
    _need(isinstance(topics.documents, tuple) and FEWEST <= N <= MOST, f"it has {N:,} documents")
    _need(all(isinstance(each, str) for each in topics.documents), "a document is no text")
    _config(topics.config)
    _numbers("vectors", topics.vectors, (N, None))
    _numbers("space", topics.space, (N, None))
    _numbers("drawn", topics.drawn, (N, 2))
    _numbers("probabilities", topics.probabilities, (N,))
    _whole("labels", topics.labels, (N,), OUTLIER, N - 1)
    used = np.unique(topics.labels[topics.labels >= 0])
    _need(np.array_equal(used, np.arange(len(used))), "topics are left out of the numbering")
    _need(isinstance(topics.titles, Mapping), "the titles are no names")
    _need(
        all(at.isdecimal() and int(at) < len(used) and _word(title) for at, title in topics.titles.items()),
        "a title is no name",
    )
    _bags(topics.bags, N)


def _config(config: Any) -> None:
    _need(isinstance(config, Config), "the settings are missing")
    usual = Config()
    for field in fields(Config):
        given, kind = getattr(config, field.name), type(getattr(usual, field.name))
        optional = getattr(usual, field.name) is None
        fits = (given is None or type(given) is int) if optional else type(given) in (kind, *((int,) * (kind is float)))
        _need(fits, f"the setting {field.name} is {given!r}")
    known = config.reading in READINGS and config.reduction in REDUCTIONS and config.selection in ("eom", "leaf")
    _need(known, "a setting is unknown")
    counts = (config.n_neighbors, config.D, config.min_cluster_size, config.least, config.ngrams, config.layouts)
    _need(all(0 < count < 10_000 for count in counts) and 0 <= config.clusters < 10_000, "a setting is out of bounds")
    optional = (config.epochs, config.min_samples)
    _need(all(count is None or 0 < count < 10_000 for count in optional), "a setting is out of bounds")
    _need(all(_word(word) for word in config.seeded) and 0 <= config.seed < 2**32, "a setting is out of bounds")
    _need(0 < config.boost < 1e6 and -1 <= config.alike <= 1 and 0 <= config.min_dist < 3, "a setting is out of bounds")


def _bags(bags: Any, N: int) -> None:
    _need(isinstance(bags, Bags) and isinstance(bags.vocab, tuple), "the words are missing")
    V = len(bags.vocab)
    _need(0 < V <= WORDS and len(set(bags.vocab)) == V, f"it has {V:,} words")
    _need(all(_word(word) for word in bags.vocab), "a word is no word")
    _whole("starts", bags.starts, (N + 1,), 0, len(bags.words))
    rising = bags.starts[0] == 0 and bags.starts[-1] == len(bags.words) and (np.diff(bags.starts) >= 0).all()
    _need(bool(rising), "the counts of words do not fit")
    _whole("words", bags.words, (None,), 0, V - 1)
    _whole("counts", bags.counts, bags.words.shape, 1, 2**31 - 1)


def _word(word: Any) -> bool:
    return isinstance(word, str) and 0 < len(word) <= LONGEST and not _MARKS.search(word)


def _numbers(name: str, values: Any, shape: tuple[int | None, ...]) -> None:
    _need(isinstance(values, np.ndarray) and values.dtype.kind == "f", f"{name} is missing")
    _shape(name, values, shape)
    _need(bool(np.isfinite(values).all()), f"{name} holds numbers that are none")


def _whole(name: str, values: Any, shape: tuple[int | None, ...], low: int, high: int) -> None:
    _need(isinstance(values, np.ndarray) and values.dtype.kind == "i", f"{name} is missing")
    _shape(name, values, shape)
    inside = not values.size or (values.min() >= low and values.max() <= high)
    _need(bool(inside), f"{name} leaves its bounds")


def _shape(name: str, values: np.ndarray, shape: tuple[int | None, ...]) -> None:
    fits = values.ndim == len(shape) and all(b in (None, a) for a, b in zip(values.shape, shape, strict=True))
    _need(fits, f"{name} has the shape {values.shape}")


def _need(fits: bool, why: str) -> None:
    if not fits:
        raise ValueError(why)
