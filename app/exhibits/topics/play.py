"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.topics import comparing, keywords, landscape, opened, text, tidying, umapping, weighing
from app.house.views import chosen

SHOW = {
    "map": landscape.view,
    "umap": umapping.view,
    "density": opened.view,
    "words": weighing.view,
    "tidy": tidying.view,
    "compare": comparing.view,
    "keywords": keywords.view,
}


def play() -> None:
    """The chosen view."""
    chosen("topics", text, SHOW)
