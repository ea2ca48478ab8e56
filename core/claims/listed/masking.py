"""Claims of filling gaps."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="masking/in-turn",
        trial="core.masking.claims:in_turn",
        delta=0.01,  # one pair in a hundred
        unit="share of pairs of words",
        seeds={"small": 5, "full": 10},
        source="Yang et al. 2019, XLNet, sections 1 and 2.1: the independence assumption",
        url="https://arxiv.org/abs/1906.08237",
    ),
    Claim(
        id="masking/whole-words",
        trial="core.masking.claims:whole_words",
        delta=0.5,  # half a question of yes or no
        unit="bits per piece",
        seeds={"small": 5, "full": 10},
        source="Devlin et al. 2019, BERT with whole word masking, release notes of May 31",
        url="https://github.com/google-research/bert",
    ),
    Claim(
        id="masking/real-order",
        trial="core.masking.claims:real_order",
        delta=0.1,  # one sentence in ten
        unit="share of sentences",
        seeds={"small": 5, "full": 10},
        source="Salazar et al. 2020, Masked Language Model Scoring, sections 3 and 4",
        url="https://arxiv.org/abs/1910.14659",
    ),
)
