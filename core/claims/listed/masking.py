"""Claims of filling gaps."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="masking/whole-words",
        trial="core.masking.claims:whole_words",
        delta=0.5,  # half a question of yes or no
        unit="bits per piece",
        seeds={"small": 5, "full": 10},
        source="Devlin et al. 2019, BERT with whole word masking, release notes of May 31",
        url="https://github.com/google-research/bert",
    ),
)
