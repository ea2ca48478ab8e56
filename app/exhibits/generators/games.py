"""The three games of a GAN side by side: heaps found and distance through the training, every seed."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.generators import games_charts, text
from app.house.figures import Ready, ready, show
from app.house.numbers import percent
from app.i18n import Lang
from core.generators.recorded import COMMAND, game
from core.generators.records import Game
from core.generators.run import Loss


def view(shape: str, stage, desk, lang: Lang) -> None:
    """The ends, the curves; what differs, and the table."""
    with stage:
        show(ends(shape, lang), key="generators_ends", alt=text.ENDS_ALT[lang])
        show(found(shape, lang), key="generators_contest", alt=text.CONTEST_ALT[lang])
    with desk:
        st.markdown(text.GAMES_SAY[lang])
        show(energy(shape, lang), key="generators_energy", alt=text.ENERGY_ALT[lang])
    st.dataframe(table(shape, lang), hide_index=True, width="stretch")
    one = next(iter(games(shape).values()))
    facts = {"seeds": len(one.found), "n": one.n, "date": one.date, "machine": one.machine, "code": one.code}
    st.caption(text.GAMES_NOTE[lang].format(command=f"{COMMAND} games {shape}", **facts))


def games(shape: str) -> dict[str, Game]:
    """All three."""
    return {loss: game(shape, loss) for loss in get_args(Loss)}


@lru_cache(maxsize=8)
def ends(shape: str, lang: Lang) -> Ready:
    """The points at the end."""
    return ready(games_charts.ends(games(shape), lang))


@lru_cache(maxsize=8)
def found(shape: str, lang: Lang) -> Ready:
    """Heaps found."""
    return ready(games_charts.found(games(shape), lang))


@lru_cache(maxsize=8)
def energy(shape: str, lang: Lang) -> Ready:
    """Energy distance."""
    return ready(games_charts.energy(games(shape), lang))


def table(shape: str, lang: Lang) -> pd.DataFrame:
    """The end of every game: medians over the seeds, most heaps first."""
    rows = []
    for name, one in games(shape).items():
        last = one.found[:, -1]
        rows.append(
            {
                "game": text.LOSSES[name][lang],
                "found": float(np.median(last)),
                "spread": ", ".join(str(int(count)) for count in last),
                "near": percent(float(np.median(one.near[:, -1])), lang),
                "energy": round(float(np.median(one.energy[:, -1]) / np.median(one.floor)), 1),
                "train": round(float(np.median(one.train)), 1),
            }
        )
    rows.sort(key=lambda row: -row["found"])
    return pd.DataFrame(rows).rename(columns={key: word[lang] for key, word in text.GAMES_COLUMNS.items()})
