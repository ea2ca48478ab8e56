"""How documents become rows, on the visitor's own text, beside what RoBERTa measured for each format."""

from __future__ import annotations

import streamlit as st

from app.exhibits.objectives import charts, chips, text
from app.exhibits.objectives.reading import asked, read
from app.house.figures import show
from app.house.links import choice
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang, Text
from core.masking.corruption import Words, sentences
from core.masking.objectives.packing import FORMATS, Format, pack
from core.published import cells

TABLE = "roberta_nsp_ablation"
ROWS = 3  # of each format


def formats(lang: Lang) -> None:
    """Four ways to fill a row, then four bars."""
    with control("objectives_room"):
        room = slider("objectives_room", text.ROOM[lang], 8, 96, default=48, step=4)
    documents = [split(asked(lang).tokens), *(split(read(each).tokens) for each in text.STRANGE[asked(lang).lang])]
    st.html(f'{chips.style()}<div class="damage">{"".join(one(documents, room, how, lang) for how in FORMATS)}</div>')
    st.caption(text.FORMATS_SAY[lang])
    rows = cells(TABLE)
    metrics = list(dict.fromkeys(row.metric for row in rows))
    with control("objectives_metric"):
        same = {metric: Text(en=metric, zh=metric) for metric in metrics}
        metric = choice(
            st.segmented_control,
            text.METRIC[lang],
            metrics,
            same,
            lang,
            key="objectives_metric",
            default=metrics[0],
            required=True,
        )
    values = [row.value for row in rows if row.metric == metric]
    best = text.FORMATS[FORMATS[values.index(max(values))]][lang]
    title = text.ABLATION_TITLE[lang].format(metric=metric, best=best, gap=f"{max(values) - min(values):.1f}")
    fig = charts.ablation([text.FORMATS[how][lang] for how in FORMATS], values, title)
    show(fig, key="objectives_ablation", alt=text.ABLATION_ALT[lang])
    st.caption(text.PUBLISHED[lang])


def split(tokens: Words) -> list[Words]:
    """A document of one sentence or more."""
    return sentences(tokens, least=1)


def one(documents: list[list[Words]], room: int, how: Format, lang: Lang) -> str:
    """The first rows of one format."""
    rows = pack(documents, room, how)
    used = sum(len(words) for words, _ in rows) / (room * max(len(rows), 1))
    head = text.PACKED[lang].format(name=text.FORMATS[how][lang], n=len(rows), share=f"{used:.0%}")
    shown = "".join(chips.packed(words, places) for words, places in rows[:ROWS])
    left = len(rows) - ROWS
    more = f"<small class='side more'>{text.MORE_ROWS[lang].format(n=left)}</small>" if left > 0 else ""
    return f"<b>{head}</b>{shown}{more}"
