"""Parts 2 and 3, *Play* and *Look inside*: one fragment, one view at a time."""

from __future__ import annotations

from app.exhibits.word2vec import analogy, axes, explore, limits, onehot, sampling, steps, text, tree
from app.house.views import chosen
from app.i18n import Lang


def families(lang: Lang) -> None:
    """The relatives of word2vec: a package of its own, read when it is opened."""
    from app.exhibits.word2vec.families import view

    view(lang)


VIEWS = {
    "explore": explore.view,
    "analogy": analogy.view,
    "axes": axes.view,
    "onehot": onehot.view,
    "steps": steps.view,
    "tree": tree.view,
    "sampling": sampling.view,
    "limits": limits.view,
    "families": families,
}


def play() -> None:
    """The chosen view."""
    chosen("word2vec", text, VIEWS)
