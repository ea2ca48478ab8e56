"""The Huffman tree of hierarchical softmax: frequent words sit near the root, so most steps are short.

Every inner node has a vector θ and decides between its two branches: code 0 with probability σ(θ·h), code 1 with
1 - σ(θ·h). A word's probability is the product along its path; the two branches of a node share what it got, so all
words together have 1.

Source: Morin and Bengio 2005; Mikolov et al. 2013, section 2.1. https://arxiv.org/abs/1310.4546
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int


@dataclass(frozen=True, eq=False)
class Tree:
    """All paths, one after another, root first. Word w has ``nodes[starts[w]:starts[w + 1]]``.

    Inner nodes are numbered 0 to V - 2 as they were made; the last is the root.
    """

    starts: Int[np.ndarray, " W"]  # V + 1 of them
    nodes: Int[np.ndarray, " P"]
    codes: Int[np.ndarray, " P"]  # 0 or 1: the branch taken at the node

    def path(self, word: int) -> tuple[Int[np.ndarray, " K"], Int[np.ndarray, " K"]]:
        """The inner nodes from the root to a word, and the branch taken at each."""
        part = slice(self.starts[word], self.starts[word + 1])
        return self.nodes[part], self.codes[part]


def grow(counts: Sequence[int] | Int[np.ndarray, " V"]) -> Tree:
    """Join the two rarest, over and over, until one is left. The rarer of two gets code 0.

    Lengths are not unique where counts tie; their total, weighted by count, is, and no code has a smaller one.
    """
    V = len(counts)
    parent, code = [0] * (2 * V - 1), [0] * (2 * V - 1)
    heap = [(int(count), i) for i, count in enumerate(counts)]
    heapq.heapify(heap)
    for new in range(V, 2 * V - 1):
        (few, left), (many, right) = heapq.heappop(heap), heapq.heappop(heap)
        parent[left] = parent[right] = new
        code[right] = 1
        heapq.heappush(heap, (few + many, new))
    root = 2 * V - 2
    nodes, codes, starts = [], [], [0]
    for word in range(V):
        up = [word]
        while up[-1] != root:
            up.append(parent[up[-1]])
        nodes += [node - V for node in up[:0:-1]]
        codes += [code[below] for below in up[-2::-1]]
        starts.append(len(nodes))
    return Tree(np.array(starts), np.array(nodes, int), np.array(codes, int))


def huffman(counts: Sequence[int] | Int[np.ndarray, " V"]) -> tuple[str, ...]:
    """The code of each word, from the root: ``huffman([5, 2, 1])`` is ``("1", "01", "00")``."""
    tree = grow(counts)
    return tuple("".join(map(str, tree.path(word)[1])) for word in range(len(counts)))


def branches(
    h: Float[np.ndarray, " D"], outputs: Float[np.ndarray, "R D"], tree: Tree, word: int
) -> Float[np.ndarray, " K"]:
    """Probability of the branch taken at each node on the way to a word; their product is the word's."""
    nodes, codes = tree.path(word)
    return 1 / (1 + np.exp((2 * codes - 1) * (outputs[nodes] @ h)))


def log_probabilities(
    h: Float[np.ndarray, " D"], outputs: Float[np.ndarray, "R D"], tree: Tree
) -> Float[np.ndarray, " V"]:
    """Of every word, in nats; exponentiated they sum to 1."""
    score = (outputs @ h)[tree.nodes]
    steps = -np.logaddexp(0, (2 * tree.codes - 1) * score)
    return np.add.reduceat(steps, tree.starts[:-1])
