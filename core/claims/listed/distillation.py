"""Claims of distillation."""

from core.claims.claim import Claim

SIZES = {"small": 5, "full": 10}
CLAIMS = (
    Claim(
        id="distillation/soft-beats-labels",
        trial="core.distillation.effects:soft_beats_labels",
        delta=1.0,
        unit="points of accuracy",
        seeds=SIZES,
        source="Hinton et al. 2015, section 3",
        url="https://arxiv.org/abs/1503.02531",
    ),
    Claim(
        id="distillation/pkd-beats-kd",
        trial="core.distillation.effects:pkd_beats_kd",
        delta=1.0,
        unit="points of accuracy",
        seeds=SIZES,
        source="Sun et al. 2019, Patient KD, table 1",
        url="https://arxiv.org/abs/1908.09355",
    ),
    Claim(
        id="distillation/skip-beats-last",
        trial="core.distillation.effects:skip_beats_last",
        delta=1.0,
        unit="points of accuracy",
        seeds=SIZES,
        source="Sun et al. 2019, Patient KD, table 2",
        url="https://arxiv.org/abs/1908.09355",
    ),
    Claim(
        id="distillation/tinybert-beats-distilbert",
        trial="core.distillation.effects:tinybert_beats_distilbert",
        delta=1.0,
        unit="points of accuracy",
        seeds=SIZES,
        source="Jiao et al. 2020, TinyBERT, table 1",
        url="https://arxiv.org/abs/1909.10351",
    ),
)
