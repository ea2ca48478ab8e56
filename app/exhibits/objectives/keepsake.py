"""Part 7, *Take it with you*: every draw as a table, and the program that draws again."""

from __future__ import annotations

import pandas as pd

from app.exhibits.objectives import charts, text
from app.exhibits.objectives.reading import SHOWN, Asked, asked, drawn
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language, seed
from core.errors import Trouble

PROGRAM = '''"""One text, every objective."""

from dataclasses import replace

from core.errors import Trouble
from core.masking import MLM, OBJECTIVES, corrupt
from core.masking.objectives.alike import frequent

tokens = {tokens!r}
for name, objective in OBJECTIVES.items():
    if name == "image-gpt":
        continue  # it reads brightnesses
    if isinstance(objective, MLM):
        objective = replace(objective, vocabulary=frequent({lang!r}))
    try:
        made = corrupt(tokens, objective, seed={seed})
    except Trouble as trouble:
        print(name, trouble, sep="\\t")
        continue
    print(name, " ".join(made.inputs), *(made.targets[at] for at in made.asked), sep="\\t")
'''


def part() -> None:
    """The export bar."""
    lang = language()
    what = asked(lang)
    take(
        lang,
        Bag("objectives", program(what), text.PAPERS, lambda: table(what), lambda: figure(what, lang)),
        text.TITLE[lang],
    )


def program(what: Asked) -> str:
    """Python that draws with nothing but ``core``."""
    return PROGRAM.format(tokens=list(what.tokens), seed=seed(), lang=what.lang)


def table(what: Asked) -> pd.DataFrame:
    """One row a token, all objectives."""
    rows = []
    for name in SHOWN:
        try:
            made = drawn(name, what, seed())
        except Trouble:
            continue  # the page says why
        for side, each in (("encoder", made), ("decoder", made.decoder), ("second view", made.other)):
            if each is not None:
                rows += [
                    (name, side, at + 1, word, target, bool(asked))
                    for at, (word, target, asked) in enumerate(
                        zip(each.inputs, each.targets, each.loss_mask, strict=True)
                    )
                ]
    return pd.DataFrame(rows, columns=["objective", "side", "place", "input", "target", "asked"])


def figure(what: Asked, lang: Lang):
    """The mask of the permuted language model: what a chip cannot show."""
    made = drawn("plm", what, seed())
    title = text.MASK_TITLE[lang].format(name=text.NAMES["plm"][lang], share=made.attention_mask[1].mean())
    return charts.masks(made, title, lang)
