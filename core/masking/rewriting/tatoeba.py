"""Sentences that say the same in English and Chinese: groups of Tatoeba, from the folder OBSERVATORY_DATA.

A group is what hangs together by translation; every twentieth is kept back, with all its sentences, from every task.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from core.masking.texts import tatoeba

HELD = 20
SHORT = 9  # words of an English sentence that is rebuilt, or rebuilt from


@dataclass(frozen=True)
class Group:
    """English and Chinese sentences that translate each other."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]  # English, Chinese: as they were written down


@cache
def groups(held: bool) -> tuple[Group, ...]:
    """The groups to learn from, or those kept back.

    Raises:
        Trouble: ``data-missing``: OBSERVATORY_DATA does not point at the corpora.
    """
    found = grouped([(plain(english), chinese.lower()) for english, chinese in tatoeba()])
    return tuple(group for at, group in enumerate(found) if (at % HELD == HELD - 1) == held)


@cache
def short(held: bool) -> tuple[Group, ...]:
    """Those of the groups whose English sentences are all short."""
    return tuple(each for each in groups(held) if max(len(text.split()) for text in each.english) <= SHORT)


def grouped(pairs: Sequence[tuple[str, str]]) -> list[Group]:
    """What hangs together, in the order in which it begins."""
    pairs = list(dict.fromkeys(pairs))
    names: dict[tuple[int, str], int] = {}
    edges = np.array([[names.setdefault(end, len(names)) for end in enumerate(pair)] for pair in pairs])
    graph = coo_matrix((np.ones(len(edges)), edges.T), shape=(len(names), len(names)))
    members: dict[int, list[tuple[str, str]]] = {}
    for pair, part in zip(pairs, connected_components(graph, directed=False)[1][edges[:, 0]].tolist(), strict=True):
        members.setdefault(part, []).append(pair)
    return [_group(each) for each in members.values()]


def _group(pairs: Sequence[tuple[str, str]]) -> Group:
    english, chinese = (tuple(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
    return Group(english, chinese, tuple(pairs))


def plain(text: str) -> str:
    """One form for what is written in several ways: NFKC, small letters, straight quotes."""
    text = unicodedata.normalize("NFKC", text).lower()
    return text.translate(str.maketrans("‘’“”", "''\"\""))
