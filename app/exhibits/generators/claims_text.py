"""The words of the claims about generators."""

from app.i18n import ClaimWords

CLAIMS: tuple[ClaimWords, ...] = ()
