"""Words with a vector each: neighbours, analogies, saved as everybody reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import TextIOBase
from pathlib import Path
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.errors import Trouble

Rule = Literal["add", "mul"]


@dataclass(frozen=True, eq=False)
class Vectors:
    """Row i of ``vectors`` belongs to ``vocab[i]``; the most frequent word comes first, where that is known."""

    vocab: tuple[str, ...]
    vectors: Float[np.ndarray, "V D"]

    @cached_property
    def index(self) -> dict[str, int]:
        """The row of each word."""
        return {word: i for i, word in enumerate(self.vocab)}

    @cached_property
    def unit(self) -> Float[np.ndarray, "V D"]:
        """The vectors at length 1, so that a product is a cosine; a vector of zeros stays."""
        length = np.linalg.norm(self.vectors, axis=1, keepdims=True)
        return self.vectors / np.where(length, length, 1)

    def row(self, word: str) -> int:
        """Raises Trouble ``word2vec-unknown-word``: a static vector exists only for words seen in training."""
        if word not in self.index:
            raise Trouble("word2vec-unknown-word", f"There is no vector for {word!r}; try another word.", word=word)
        return self.index[word]

    def nearest(self, word: str, k: int = 10) -> list[tuple[str, float]]:
        """The ``k`` words of largest cosine with ``word``, itself left out."""
        row = self.row(word)
        return self.best(self.unit @ self.unit[row], k, [row])

    def analogy(
        self, a: str, b: str, c: str, k: int = 10, *, exclude: bool = True, rule: Rule = "add"
    ) -> list[tuple[str, float]]:
        """``a`` is to ``b`` as ``c`` is to …: the ``k`` best words, by ``analogy_scores``.

        Without ``exclude`` the three words take part; then ``b`` or ``c`` itself wins most of the time.
        """
        asked = [self.row(word) for word in (a, b, c)]
        score = analogy_scores(self.unit, np.array([asked]), rule)[0]
        return self.best(score, k, asked if exclude else [])

    def best(self, score: Float[np.ndarray, " V"], k: int, without: Sequence[int] = ()) -> list[tuple[str, float]]:
        """The ``k`` words of highest score."""
        score = score.copy()
        score[list(without)] = -np.inf
        k = min(k, len(score) - len(set(without)))
        top = np.argsort(-score, kind="stable")[:k]
        return [(self.vocab[i], float(score[i])) for i in top]

    def save(self, path: str | Path, *, binary: bool = False) -> None:
        """Write word2vec text format: ``V D``, then a line for each word. Nine digits: read back bit for bit.

        With ``binary`` the binary format, half as long. Raises Trouble ``word2vec-space`` (see ``formats``).
        """
        if binary:
            from core.word2vec.formats import to_binary

            Path(path).write_bytes(to_binary(self))
            return
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            self.write(file)

    def write(self, file: TextIOBase) -> None:
        """The same into an open file."""
        line = " ".join(["%s", *["%.9g"] * self.vectors.shape[1]]) + "\n"
        file.write("{} {}\n".format(*self.vectors.shape))
        file.writelines(line % (word, *row) for word, row in zip(self.vocab, self.vectors.tolist(), strict=True))


def analogy_scores(unit: Float[np.ndarray, "V D"], asked: np.ndarray, rule: Rule = "add") -> Float[np.ndarray, "N V"]:
    """How well each word completes each of N questions ``(a, b, c)``, given as rows of ``unit``.

    ``"add"``: the cosine with ``b - a + c`` (3CosAdd). ``"mul"``: ``cos(·, b) cos(·, c) / cos(·, a)`` with
    cosines moved to 0 … 1 (3CosMul), where one large similarity cannot outweigh the rest.

    Source: Levy and Goldberg 2014, https://aclanthology.org/W14-1618
    """
    a, b, c = (unit[asked[:, i]] for i in range(3))
    if rule == "add":
        sought = b - a + c
        length = np.linalg.norm(sought, axis=1, keepdims=True)
        return sought / np.where(length, length, 1) @ unit.T
    near_a, near_b, near_c = ((1 + x @ unit.T) / 2 for x in (a, b, c))
    return near_b * near_c / (near_a + 1e-3)
