"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.generators import diffusion, digits, gan, latent, markov, ruler, text
from app.house.views import chosen

SHOW = {
    "ruler": ruler.view,
    "diffusion": diffusion.view,
    "latent": latent.view,
    "digits": digits.view,
    "gan": gan.view,
    "markov": markov.view,
}


def play() -> None:
    """The chosen view."""
    chosen("generators", text, SHOW)
