"""Where BERT's parameters are, and what ALBERT leaves of them, term by term. Importing this loads no torch.

Source: Devlin et al. 2019, https://arxiv.org/abs/1810.04805; Lan et al. 2020, section 3.1,
https://arxiv.org/abs/1909.11942
"""

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
    E: int = 0  # width of the three tables, mapped to D afterwards (ALBERT); 0: they are D wide
    shared: bool = False  # all layers are one (ALBERT)


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
    "albert-base-v2": Shape(V=30_000, E=128, shared=True),
    "albert-xxlarge-v2": Shape(V=30_000, D=4096, F=16_384, E=128, shared=True),
}


def terms(shape: Shape, *, pooler: bool = True, head: bool = False) -> tuple[Term, ...]:
    """Every summand of a BERT: embeddings, layers, the pooler on [CLS], and the masked-word head.

    The head's matrix over the vocabulary is the embedding table itself, so it adds only a bias.
    """
    V, D, L, F = shape.V, shape.D, 1 if shape.shared else shape.L, shape.F
    E, wide = (shape.E, "E") if shape.E else (D, "D")
    found = [
        Term("pieces", f"V·{wide}", V * E),
        Term("places", f"places·{wide}", shape.places * E),
        Term("segments", f"segments·{wide}", shape.segments * E),
        Term("embedding-norm", f"2·{wide}", 2 * E),
        *([Term("projection", "E·D + D", E * D + D)] if shape.E else []),
        Term("query-key-value", "3·(D·D + D)", 3 * (D * D + D), L),
        Term("attention-out", "D·D + D", D * D + D, L),
        Term("attention-norm", "2·D", 2 * D, L),
        Term("feed-forward", "2·D·F + F + D", 2 * D * F + F + D, L),
        Term("feed-forward-norm", "2·D", 2 * D, L),
    ]
    if pooler:
        found.append(Term("pooler", "D·D + D", D * D + D))
    if head:
        found.append(Term("head", f"D·{wide} + {wide} + 2·{wide} + V", D * E + 3 * E + V))
    return tuple(found)


def total(shape: Shape, *, pooler: bool = True, head: bool = False) -> int:
    """All of them."""
    return sum(term.total for term in terms(shape, pooler=pooler, head=head))
