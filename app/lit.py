"""Which systems are live, and where: computed from what the exhibits declare, never written down twice.

Not called coverage: `streamlit run` puts this folder on the path, and numba looks for a package of that name.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal

from app.catalog import EXHIBITS, Exhibit
from app.i18n import Lang
from core import systems

State = Literal["lit", "dim", "dark"]


def live(exhibits: Sequence[Exhibit] = EXHIBITS) -> dict[str, str]:
    """Systems that can be seen at work, each with the address of the exact view, without the language.

    Where two exhibits cover a system, the first in walking order is its home.

    Raises:
        KeyError: an exhibit covers a system that the index does not know.
    """
    found: dict[str, str] = {}
    for exhibit in exhibits:
        for name, query in exhibit.covers.items():
            try:
                systems.by_id(name)
            except KeyError:
                message = f"{exhibit.path} covers {name!r}, which is not in assets/systems/systems.csv"
                raise KeyError(message) from None
            found.setdefault(name, f"/{exhibit.path}?{query}" if query else f"/{exhibit.path}")
    return found


def link(url: str, lang: Lang) -> str:
    """The address of a view, with the language said."""
    return f"{url}{'&' if '?' in url else '?'}lang={lang}"


def state(system: systems.System, lit: Container[str]) -> State:
    """``lit``: live; ``dim``: we can say in a line what it is; ``dark``: a name only."""
    if system.id in lit:
        return "lit"
    return "dim" if system.line_en else "dark"
