"""Claims about attention as an explanation."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="attention/another-attention",
        trial="core.attention.effects:another_attention",
        delta=0.1,  # a tenth of what two attentions can be apart
        unit="bits",
        seeds={"small": 5, "full": 10},
        source="Jain & Wallace 2019, Attention is not Explanation, section 4.2.2 (yardstick: Wiegreffe & Pinter)",
        url="https://arxiv.org/abs/1902.10186",
    ),
    Claim(
        id="attention/weights-tell",
        trial="core.attention.effects:weights_tell",
        delta=0.02,  # of a cosine, averaged over the whole curve
        unit="cosine",
        seeds={"small": 5, "full": 10},
        source="Serrano & Smith 2019, Is Attention Interpretable?",
        url="https://arxiv.org/abs/1906.03731",
    ),
    Claim(
        id="attention/shuffling-matters",
        trial="core.attention.effects:shuffling_matters",
        delta=0.05,
        unit="1 − cosine",
        seeds={"small": 5, "full": 10},
        source="Jain & Wallace 2019, Attention is not Explanation, section 4.2.1, who find that it often does not",
        url="https://arxiv.org/abs/1902.10186",
    ),
)
