"""The words of the claims about distillation."""

from app.i18n import ClaimWords

CLAIMS: tuple[ClaimWords, ...] = ()
