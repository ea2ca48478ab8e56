"""From noise to picture: five families of generators on the same data, under the same ruler.

``points``, ``digits``     what is learnt: shapes in the plane, a drawing, real 8×8 digits
``schedule``, ``diffuse``  the forward chain of diffusion and all that follows from it
``train``                  AE, VAE, GAN, DDPM, flow matching: one ``Config``, one ``Run``
``sample``, ``path``       new points, and the way to them, in plain numpy
``energy_distance`` …      the ruler, with the floor of real against real
``core.generators.judging``  the ruler for pictures: digits, and clothes where OBSERVATORY_DATA holds them
``core.generators.markov`` a chain with few states that forgets where it began

Sources stand with each family. ``python -m core.generators plane`` records what the pages show.
"""

from core.generators.api import train
from core.generators.data import SHAPES, digits, drawn, modes, points
from core.generators.measures import energy_distance, frechet, mmd, precision_recall, score, sliced_wasserstein
from core.generators.run import FAMILIES, Config, Run
from core.generators.sampling import decode, encode, path, sample
from core.generators.schedules import KINDS, Schedule, diffuse, posterior, schedule

__all__ = [
    "FAMILIES",
    "KINDS",
    "SHAPES",
    "Config",
    "Run",
    "Schedule",
    "decode",
    "diffuse",
    "digits",
    "drawn",
    "encode",
    "energy_distance",
    "frechet",
    "mmd",
    "modes",
    "path",
    "points",
    "posterior",
    "precision_recall",
    "sample",
    "schedule",
    "score",
    "sliced_wasserstein",
    "train",
]
