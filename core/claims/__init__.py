"""What the literature says, run again: an effect over paired seeds, a control, a verdict by a rule set before.

``CLAIMS``    every claim, in the order of the exhibits; ``run`` measures one, now
``recorded``  the result that lies in ``assets/claims``; ``python -m core.claims record <id>`` writes it
``rerun``     ``run`` in the shape of a training, for ``core.jobs.submit``

The rule: a 95 % paired-t interval of the effect, and δ, the smallest effect that would matter, set beforehand.
"""

from core.claims.claim import Claim, ClaimResult, Estimate, Trial, Verdict, estimate, verdict
from core.claims.ledger import CLAIMS, Rerun, record, recorded, rerun, run

__all__ = [
    "CLAIMS",
    "Claim",
    "ClaimResult",
    "Estimate",
    "Rerun",
    "Trial",
    "Verdict",
    "estimate",
    "record",
    "recorded",
    "rerun",
    "run",
    "verdict",
]
