"""Part 7, *Take it with you*: the ruler's numbers, the figure, the program that makes them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.generators import ruler_charts, text
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.generators.recorded import Plane, plane, shapes

PROGRAM = '''"""One shape, one family: train, sample, measure against real points, beside real against real."""

from core.generators import Config, points, sample, sliced_wasserstein, train

run = train("{shape}", Config(family="ddpm", steps=2000, lr=5e-3, seed={seed}))
made, real, more = sample(run, 1000), points("{shape}", 1000, 10_000), points("{shape}", 1000, 10_001)
print("generated against real", sliced_wasserstein(made, real))
print("real against real", sliced_wasserstein(more, real))
'''


def part() -> None:
    """The export bar."""
    lang: Lang = language()
    shape = st.session_state.get("generators_shape") or st.query_params.get("generators_shape", "")
    shape = shape if shape in shapes() else shapes()[0]
    bag = Bag(
        "generators",
        PROGRAM.format(shape=shape, seed=st.session_state.get("seed", 0)),
        text.PAPERS,
        lambda: table(plane(shape)),
        lambda: ruler_charts.ruler(plane(shape), "wasserstein", lang),
    )
    take(lang, bag, text.TITLE[lang])


def table(found: Plane) -> pd.DataFrame:
    """One row a family and seed, and one a pair of real heaps."""
    rows = [
        {"what": family, "seed": seed, **{name: column[seed] for name, column in values.items()}}
        for family, values in found.values.items()
        for seed in range(len(values["wasserstein"]))
    ]
    pairs = len(found.floor["wasserstein"])
    rows += [{"what": "real", "seed": i, **{name: each[i] for name, each in found.floor.items()}} for i in range(pairs)]
    return pd.DataFrame(rows)
