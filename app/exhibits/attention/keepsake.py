"""Part 7, *Take it with you*: the numbers of the picture, the program that computes them again, the papers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.attention import aligning, kinds_keepsake, text
from app.exhibits.attention.reading import Shown, current
from app.house.take import Bag, take
from app.session import language

PROGRAM = '''"""{caption}"""

from core.attention.arrange import arrange
from core.models import load

model = load({model!r})
maps = model.attention({text!r}{more})
weights = maps.weights[{layer}, {head}]  # layer {layer1}, head {head1}; rows look, columns are looked at
picture = arrange(maps, weights, words={words}, specials={specials}, mass={mass})

print("looks / is looked at:", *picture.source.shown, sep="\\t")
for token, row in zip(picture.target.shown, picture.weights, strict=True):
    print(token, *(f"{{weight:.3f}}" for weight in row), sep="\\t")
'''


def part() -> None:
    """The export bar."""
    lang = language()
    view = st.session_state.get("attention_view")
    if view == "align":
        bag = aligning.bag()
    elif view == "kinds":
        bag = kinds_keepsake.bag(lang)
    else:
        shown = current()
        bag = Bag("attention", program(shown), text.PAPERS, lambda: table(shown))
    take(lang, bag, text.TITLE[lang])


def table(shown: Shown) -> pd.DataFrame:
    """One row a cell of the layer on screen, all heads, unrounded."""
    maps, layer = shown.reading.maps, shown.what.layer
    H, T, S = maps.weights.shape[1:]
    head, query, key = (index.ravel() for index in np.indices((H, T, S)))
    return pd.DataFrame(
        {
            "layer": layer + 1,
            "head": head + 1,
            "query": query + 1,
            "query_token": np.array(maps.target.shown, dtype=object)[query],
            "key": key + 1,
            "key_token": np.array(maps.source.shown, dtype=object)[key],
            "weight": maps.weights[layer].ravel(),
        }
    )


def program(shown: Shown) -> str:
    """Python that computes the picture's matrix from nothing but ``core``."""
    maps, what = shown.reading.maps, shown.what
    more = f", {shown.asked.pair!r}" if shown.asked.pair else ""
    more += f", kind={maps.kind!r}" if len(shown.reading.kinds) > 1 else ""
    return PROGRAM.format(
        caption=f"Attention of {shown.asked.model}, layer {what.layer + 1}, head {what.head + 1}.",
        model=shown.asked.model,
        text=shown.asked.text,
        more=more,
        layer=what.layer,
        head=what.head,
        layer1=what.layer + 1,
        head1=what.head + 1,
        words=what.words,
        specials=what.specials,
        mass=what.mass,
    )
