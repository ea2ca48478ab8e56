"""Where BERT's parameters are, term by term. Importing this loads no torch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A BERT's measures; the defaults are BERT-base, uncased."""

    V: int = 30_522
    D: int = 768
    L: int = 12
    F: int = 3_072
    places: int = 512
    segments: int = 2


@dataclass(frozen=True)
class Term:
    """One summand: ``times`` layers of it, its formula in the letters of ``Shape``, and its size."""

    name: str
    formula: str
    each: int
    times: int = 1

    @property
    def total(self) -> int:
        return self.each * self.times


NAMED = {
    "bert-base-uncased": Shape(),
    "bert-large-uncased": Shape(D=1024, L=24, F=4096),
    "bert-base-chinese": Shape(V=21_128),
    "minilm": Shape(D=384, L=6, F=1536),
}


def terms(shape: Shape, *, pooler: bool = True, head: bool = False) -> tuple[Term, ...]:
    """Every summand of a BERT: embeddings, layers, the pooler on [CLS], and the masked-word head.

    The head's matrix over the vocabulary is the embedding table itself, so it adds only a bias.
    """
    V, D, L, F = shape.V, shape.D, shape.L, shape.F
    found = [
        Term("pieces", "V·D", V * D),
        Term("places", "places·D", shape.places * D),
        Term("segments", "segments·D", shape.segments * D),
        Term("embedding-norm", "2·D", 2 * D),
        Term("query-key-value", "3·(D·D + D)", 3 * (D * D + D), L),
        Term("attention-out", "D·D + D", D * D + D, L),
        Term("attention-norm", "2·D", 2 * D, L),
        Term("feed-forward", "2·D·F + F + D", 2 * D * F + F + D, L),
        Term("feed-forward-norm", "2·D", 2 * D, L),
    ]
    if pooler:
        found.append(Term("pooler", "D·D + D", D * D + D))
    if head:
        found.append(Term("head", "D·D + D + 2·D + V", D * D + 3 * D + V))
    return tuple(found)


def total(shape: Shape, *, pooler: bool = True, head: bool = False) -> int:
    """All of them."""
    return sum(term.total for term in terms(shape, pooler=pooler, head=head))
