"""What can go wrong and what to do about it, as data: the app says it in the visitor's language."""

from __future__ import annotations


class Trouble(Exception):
    """Something the caller can mend.

    ``str(trouble)`` is the English sentence for a notebook: what happened, the number, the way out.
    ``code`` (kebab-case) and ``facts`` let the app say the same in its own words (app/house/errors.py);
    a test walks ``core`` and fails when a code has no sentence there.
    """

    def __init__(self, code: str, message: str, **facts: object) -> None:
        super().__init__(message)
        self.code = code
        self.facts = facts
