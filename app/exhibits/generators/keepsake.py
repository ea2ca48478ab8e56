"""Part 7, *Take it with you*: the ruler's numbers, the figure, the program that makes them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.generators import pictures, ruler_charts, text
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.generators.recorded import plane, sets, shapes

PROGRAM = '''"""One shape, one family: train, sample, measure against real points, beside real against real."""

from core.generators import Config, points, sample, sliced_wasserstein, train

run = train("{shape}", Config(family="ddpm", steps=2000, lr=5e-3, seed={seed}))
made, real, more = sample(run, 1000), points("{shape}", 1000, 10_000), points("{shape}", 1000, 10_001)
print("generated against real", sliced_wasserstein(made, real))
print("real against real", sliced_wasserstein(more, real))
'''
OF_PICTURES = '''"""One set of pictures, one family: train, sample, judge. OBSERVATORY_DATA holds Fashion-MNIST."""

from dataclasses import replace

from core.generators import reader, sample, train
from core.generators.judging import floor, judged
from core.generators.pictures import LOOKED_AT, pictures
from core.generators.pictures_study import SETTINGS, STEPS

config = replace(SETTINGS["{shape}"]["vae"], seed={seed})  # or "ddpm", for a minute or more
weights, real = reader.learn("{shape}"), pictures("{shape}")
made = sample(train("{shape}", config), LOOKED_AT["{shape}"], {seed}, how="ddim", steps=STEPS).clip(-1, 1)
print("made against real", judged(made, weights, real))
print("real against real", floor(weights, real))
'''
Values = Mapping[str, Mapping[str, np.ndarray]]


def part() -> None:
    """The export bar."""
    lang: Lang = language()
    name = st.session_state.get("generators_shape") or st.query_params.get("generators_shape", "")
    take(lang, bag(name if name in (*shapes(), *sets()) else shapes()[0], lang), text.TITLE[lang])


def bag(name: str, lang: Lang) -> Bag:
    """What there is to take of a shape or a set of pictures."""
    if name in sets():
        values, floor, measure, program = pictures.values(name), pictures.floor(name), "frechet", OF_PICTURES
    else:
        values, floor, measure, program = plane(name).values, plane(name).floor, "wasserstein", PROGRAM
    return Bag(
        "generators",
        program.format(shape=name, seed=st.session_state.get("seed", 0)),
        text.PAPERS,
        lambda: table(values, floor),
        lambda: ruler_charts.ruler(values, floor[measure], measure, lang),
    )


def table(values: Values, floor: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """One row a family and seed, and one a pair of real heaps."""
    rows = [
        {"what": family, "seed": seed, **{name: column[seed] for name, column in columns.items()}}
        for family, columns in values.items()
        for seed in range(len(next(iter(columns.values()))))
    ]
    pairs = len(next(iter(floor.values())))
    rows += [{"what": "real", "seed": i, **{name: each[i] for name, each in floor.items()}} for i in range(pairs)]
    return pd.DataFrame(rows)
