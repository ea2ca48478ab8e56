"""Treebanks of the Hugging Face hub, by name: ``owner/name:treebank`` or ``owner/name:treebank:split``.

``commul/universal_dependencies:en_gum`` is the test part of UD English-GUM. What the rows say is written as CoNLL-U and
read as every other treebank is, so that the same mistakes are found.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from core.errors import Trouble
from core.probes.treebank import Treebank, read
from core.text.hub import licence, streamed

MOST = 1000  # sentences
COLUMNS = ("tokens", "upos", "feats", "head", "deprel")
NOTHING = (None, "", "_", "None")


def hub_treebank(name: str, most: int = MOST) -> Treebank:
    """The first ``most`` sentences; what is learnt from them is not to be shared, whatever the set's card says.

    Raises:
        Trouble: those of :func:`core.text.hub.streamed`, ``treebank-broken``, ``probe-few`` where there is no sentence.
    """
    owner, _, rest = name.partition(":")
    config, _, split = rest.partition(":")
    with streamed(owner, config=config or None, split=split or "test", needs=COLUMNS) as (rows, about):
        tags = _tags(rows.features)
        lines = [line for row in islice(rows, most) for line in conllu(row, tags)]
    found = tuple(read(lines))
    if not found:
        raise Trouble("probe-few", f"{name} holds no sentence.", name=name, task="sentence")
    return Treebank(name, licence(about), False, found)


def conllu(row: Mapping[str, Any], tags: Sequence[str] | None) -> Iterator[str]:
    """One sentence in ten columns and an empty line; words written together and empty nodes (no head) are left out."""
    number = 0
    for word, tag, more, head, relation in zip(*(row[name] for name in COLUMNS), strict=True):
        if head in NOTHING:
            continue
        number += 1
        shown = tags[tag] if tags and isinstance(tag, int) else str(tag)
        form = " ".join(str(word).split()) or "_"
        yield "\t".join((str(number), form, "_", shown, "_", features(more), str(head), str(relation), "_", "_"))
    yield ""


def features(given: object) -> str:
    """``Case=Nom|Number=Sing`` from that, from a mapping, or from how Python writes one."""
    if given in NOTHING:
        return "_"
    if isinstance(given, str) and given.startswith("{"):
        try:
            given = ast.literal_eval(given)
        except (ValueError, SyntaxError):
            return "_"
    if isinstance(given, Mapping):
        return "|".join(f"{name}={value}" for name, value in given.items() if value not in NOTHING) or "_"
    return str(given)


def _tags(features: Any) -> Sequence[str] | None:
    """Names of the classes, where tags are stored as numbers."""
    column = (features or {}).get("upos")
    return getattr(getattr(column, "feature", column), "names", None)
