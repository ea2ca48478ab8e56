"""Nodes of a graph as words: a random walk is a sentence, and nodes that meet on walks become neighbours.

Source: Perozzi et al. 2014 (DeepWalk), https://arxiv.org/abs/1403.6652; Grover and Leskovec 2016 (node2vec),
https://arxiv.org/abs/1607.00653
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.errors import Trouble

MOST = 400  # edges


@dataclass(frozen=True)
class Config:
    """How one walks."""

    walks: int = 20  # from every node
    length: int = 12  # nodes of one walk
    back: float = 1.0  # p: large values seldom turn back to where the walk came from
    out: float = 1.0  # q: large values stay near that node, small ones go away from it
    seed: int = 0


@dataclass(frozen=True)
class Graph:
    """Undirected, without weights."""

    nodes: tuple[str, ...]
    edges: tuple[tuple[int, int], ...]

    @property
    def neighbours(self) -> list[list[int]]:
        """Of each node, in order."""
        found: list[set[int]] = [set() for _ in self.nodes]
        for a, b in self.edges:
            found[a].add(b)
            found[b].add(a)
        return [sorted(each) for each in found]


def parse(text: str) -> Graph:
    """``a-b, b-c`` or a line an edge; a name may hold anything but comma, dash and line break.

    Raises:
        Trouble: ``graph-empty``, there is no edge; ``graph-large``, there are more than ``MOST``.
    """
    found: dict[tuple[str, str], None] = {}
    for part in re.split(r"[,，;；\n]", text):
        ends = [end.strip() for end in re.split(r"[-–—]", part)]
        for a, b in pairwise(ends):
            if a and b and a != b:
                found[min(a, b), max(a, b)] = None
    if not found:
        raise Trouble("graph-empty", "No edge was found; write them as a-b, b-c.")
    if len(found) > MOST:
        raise Trouble("graph-large", f"{len(found)} edges; at most {MOST} are drawn.", edges=len(found), most=MOST)
    names = tuple(dict.fromkeys(name for edge in found for name in edge))
    index = {name: i for i, name in enumerate(names)}
    return Graph(names, tuple((index[a], index[b]) for a, b in found))


def walk(graph: Graph, config: Config) -> list[tuple[str, ...]]:
    """``walks`` walks from every node, as sentences.

    From a node, with the last one known, a neighbour weighs 1/p if it is the last one, 1 if it is a
    neighbour of the last one, else 1/q (node2vec, section 3.2.2); p = q = 1 is DeepWalk.
    """
    dice = np.random.default_rng(config.seed)
    beside = graph.neighbours
    sets = [set(each) for each in beside]
    found = []
    for _ in range(config.walks):
        for start in dice.permutation(len(graph.nodes)):
            path = [int(start)]
            while len(path) < config.length:
                options = beside[path[-1]]
                last = path[-2] if len(path) > 1 else None
                weights = np.array([_weight(node, last, sets, config) for node in options])
                path.append(int(dice.choice(options, p=weights / weights.sum())))
            found.append(tuple(graph.nodes[i] for i in path))
    return found


def _weight(node: int, last: int | None, beside: Sequence[set[int]], config: Config) -> float:
    if last is None:
        return 1.0
    return 1 / config.back if node == last else 1.0 if node in beside[last] else 1 / config.out
