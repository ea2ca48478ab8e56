"""Claims of attention."""

from math import log10

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="attention/sqrt-d",
        trial="core.attention.scaling:sqrt_d",
        delta=log10(2),  # the gradient twice as large
        unit="log10 of a ratio",
        seeds={"small": 10, "full": 30},
        source="Vaswani et al. 2017, Attention Is All You Need, section 3.2.1, footnote 4",
        url="https://arxiv.org/abs/1706.03762",
        published={"variance_slope": 1.0},
    ),
    Claim(
        id="attention/fixed-vector",
        trial="core.attention.translating.recorded:fixed_vector",
        delta=0.05,
        unit="share of dates translated right",
        seeds={"small": 5, "full": 10},
        source="Bahdanau, Cho and Bengio 2015, Neural Machine Translation by Jointly Learning to Align and Translate",
        url="https://arxiv.org/abs/1409.0473",
    ),
)
