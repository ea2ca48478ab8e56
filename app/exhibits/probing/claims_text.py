"""The words of the claims about probes."""

from app.i18n import ClaimWords

CLAIMS: tuple[ClaimWords, ...] = ()
