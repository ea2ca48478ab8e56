"""Vectors that the visitor brings: a file in word2vec format, read, never kept on disk; the link carries its digest."""

from __future__ import annotations

import hashlib

import numpy as np
import streamlit as st

from app.exhibits.word2vec import space_text as text
from app.exhibits.word2vec.space import DRAWN, Space
from app.house.links import remember
from app.house.shared import Shared
from app.i18n import Lang
from core.text.tables import LARGEST, too_large
from core.word2vec import maps
from core.word2vec.formats import parse

FILE = "word2vec_vectors_file"
DIGEST = "word2vec_digest"  # in the URL: which file a view was made with
MINE = "word2vec_brought"  # in the session: the file that this visitor has brought
TYPES = ["txt", "vec", "bin"]
MOST = 400_000  # words of a file: each costs memory beyond its numbers
_spaces: Shared[Space] = Shared(96 << 20, lambda found: 2 * found.vectors.vectors.nbytes)


def brought(lang: Lang) -> Space | None:
    """The uploader and what it holds; without a file, a word about which one is needed.

    Raises:
        Trouble: ``file-too-large``, those of ``core.word2vec.formats.parse``, ``map-few``.
    """
    file = st.file_uploader(text.FILE[lang], TYPES, key=FILE, help=text.FILE_HELP[lang])
    asked = st.query_params.get(DIGEST, "")
    asked = asked if asked.isalnum() and len(asked) == 16 else ""
    if file is None:
        st.session_state.pop(MINE, None)
        said = text.NEEDS_FILE[lang].format(digest=asked[:8]) if asked else text.NO_FILE[lang]
        st.info(said, icon=":material/upload_file:")
        return None
    if file.size > LARGEST:
        raise too_large(file.name, file.size)
    data = file.getvalue()
    digest = hashlib.sha256(data).hexdigest()[:16]
    found = _spaces.get(digest, lambda: _space(digest, data))
    if asked and asked != digest and st.session_state.get(MINE) != asked:
        st.warning(text.OTHER_FILE[lang].format(asked=asked[:8], digest=digest[:8]), icon=":material/info:")
    st.session_state[MINE] = digest
    remember(DIGEST, digest)
    return found


def again() -> Space | None:
    """What this visitor brought, for the other parts of the page."""

    def gone() -> Space:
        raise LookupError

    try:
        return _spaces.get(st.session_state.get(MINE), gone)
    except LookupError:
        return None


def _space(digest: str, data: bytes) -> Space:
    found = parse(data, most=MOST)
    top = found.unit[:DRAWN]
    flat = maps.flatten(top, maps.Config("pca"))
    counts = np.zeros(len(found.vocab), int)  # the format does not hold them
    return Space("file", digest, found, counts, {"pca": flat}, maps.hubness(top, min(maps.K, len(top) - 1)), 0)
