"""Part 7, *Take it with you*: the two numbers of the example, the program, the papers."""

from __future__ import annotations

from app.exhibits.sentences import charts, definition, reading, text
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.simcse.chinese import MODEL

PROGRAM = '''"""Alignment and uniformity of sentence pairs, by definition, with {model}."""

from core.models import load
from core.simcse import alignment, uniformity, unit
from core.simcse.{module} import {encode}
import numpy as np

pairs = {pairs!r}
model = load("{model}")
x, y = (unit({encode}(model, side)) for side in zip(*pairs))
print(f"alignment {{alignment(x, y):.3f}}, uniformity {{uniformity(np.concatenate([x, y])):.3f}}")
'''


def program(asked: reading.Pairs) -> str:
    """The program for the pairs' language."""
    name = reading.reader([side for pair in asked for side in pair])
    how = {"module": "chinese", "encode": "encode"} if name == MODEL else {"module": "encode", "encode": "vectors"}
    return PROGRAM.format(pairs=asked, model=name, **how)


def part() -> None:
    lang: Lang = language()
    asked = reading.pairs(reading.paired(lang))
    sides = reading.of_pairs(asked)
    bag = Bag(
        "sentences",
        program(asked),
        text.PAPERS,
        lambda: definition.table(sides, lang),
        lambda: charts.distances(*definition.seen(sides, "right"), lang),
    )
    take(lang, bag, text.TITLE[lang])
