"""Claims of positions."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="positions/rope-converges",
        trial="core.positions.effects:rope_converges",
        delta=0.05,
        unit="nats per character",
        seeds={"small": 5, "full": 10},
        source="Su et al. 2021, RoFormer, section 4.2 and figure 3",
        url="https://arxiv.org/abs/2104.09864",
    ),
    Claim(
        id="positions/rope-beyond",
        trial="core.positions.effects:rope_beyond",
        delta=0.05,
        unit="nats per character",
        seeds={"small": 5, "full": 10},
        source="Su et al. 2021, RoFormer, abstract: flexibility of the sequence length",
        url="https://arxiv.org/abs/2104.09864",
    ),
    Claim(
        id="positions/alibi-beyond",
        trial="core.positions.effects:alibi_beyond",
        delta=0.05,
        unit="nats per character",
        seeds={"small": 5, "full": 10},
        source="Press et al. 2022, Train Short, Test Long, section 4.1",
        url="https://arxiv.org/abs/2108.12409",
    ),
)
