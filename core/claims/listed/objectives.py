"""Claims of ways to corrupt a sentence."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="objectives/nsp-by-topic",
        trial="core.masking.objectives.claims:nsp_by_topic",
        delta=0.1,  # one pair in ten
        unit="difference of accuracies",
        seeds={"small": 10, "full": 30},
        source="Lan et al. 2020, ALBERT, section 3.1",
        url="https://arxiv.org/abs/1909.11942",
    ),
    Claim(
        id="objectives/mask-mismatch",
        trial="core.masking.objectives.claims:mask_mismatch",
        delta=0.05,  # one shown word in twenty
        unit="share of shown words",
        seeds={"small": 5, "full": 10},
        source="Devlin et al. 2019, BERT, section 3.1",
        url="https://arxiv.org/abs/1810.04805",
    ),
    Claim(
        id="objectives/forty-percent",
        trial="core.masking.objectives.claims:forty_percent",
        delta=0.05,
        unit="nats per hidden word",
        seeds={"small": 5, "full": 10},
        source="Wettig et al. 2023, Should You Mask 15% in Masked Language Modeling?, section 3",
        url="https://arxiv.org/abs/2202.08005",
    ),
    Claim(
        id="objectives/fresh-masks",
        trial="core.masking.objectives.claims:fresh_masks",
        delta=0.05,
        unit="nats per hidden word",
        seeds={"small": 5, "full": 10},
        source="Liu et al. 2019, RoBERTa, section 4.1",
        url="https://arxiv.org/abs/1907.11692",
    ),
)
