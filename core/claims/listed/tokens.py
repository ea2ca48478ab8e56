"""Claims of tokens."""

from math import log10

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="tokens/open-vocabulary",
        trial="core.tokens.oov:open_vocabulary",
        delta=0.01,  # one running word in a hundred
        unit="share of running words",
        seeds={"small": 8, "full": 12},
        source="Sennrich et al. 2016, Neural Machine Translation of Rare Words with Subword Units, section 3.2",
        url="https://arxiv.org/abs/1508.07909",
    ),
    Claim(
        id="tokens/pieces-carry-over",
        trial="core.tokens.oov:pieces_carry_over",
        delta=log10(1.1),  # a tenth more pieces
        unit="log10 of a ratio",
        seeds={"small": 8, "full": 12},
        source="Sennrich et al. 2016, Neural Machine Translation of Rare Words with Subword Units, section 1",
        url="https://arxiv.org/abs/1508.07909",
    ),
)
