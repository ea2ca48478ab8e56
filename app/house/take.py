"""Part 7, *Take it with you*: link, figure, data, program, notebook, papers; each file is built on click."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.house import links
from app.house.errors import boundary
from app.i18n import Lang, Text
from app.theme import resolved

LINK = Text(en="The link to exactly this view", zh="这一幕的链接")
FIGURE = Text(en="The figure", zh="图")
IN_PICTURE = Text(
    en="SVG, PNG and a page that works offline: the buttons under the picture itself.",
    zh="SVG、PNG 和可离线打开的网页：用图下方的按钮保存。",
)
CAMERA = Text(en="The camera button on every chart saves", zh="每张图上的相机按钮保存为")
DATA = Text(en="Data (CSV)", zh="数据（CSV）")
HTML = Text(en="Standalone page (HTML)", zh="独立网页（HTML）")
PYTHON = Text(en="Program (Python)", zh="程序（Python）")
NOTEBOOK = Text(en="Notebook (.ipynb)", zh="笔记本（.ipynb）")
BIBTEX = Text(en="Papers (BibTeX)", zh="论文（BibTeX）")
RUNS = Text(
    en="This program computes the same numbers with `core`, in a notebook or on your own GPU.",
    zh="这段程序用 `core` 算出同样的数字，可以放进笔记本，也可以在你自己的 GPU 上运行。",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a spreadsheet's formula may begin


@dataclass(frozen=True)
class Bag:
    """What a view hands out."""

    name: str  # stem of the files
    program: str  # Python that reproduces the view with ``core``
    papers: str  # BibTeX
    table: Callable[[], pd.DataFrame]
    figure: Callable[[], go.Figure] | None = None  # None: the picture has its own buttons


def csv(bag: Bag) -> bytes:
    """The numbers of the view."""
    return sheet(bag.table())


def sheet(table: pd.DataFrame) -> bytes:
    """A CSV: the mark at the start lets spreadsheets read Chinese, and no text runs as a formula."""
    table = table.rename(columns=_plain)
    for name in table.select_dtypes(exclude="number"):
        table[name] = table[name].map(_plain)
    return table.to_csv(index=False).encode("utf-8-sig")


def _plain(cell: object) -> object:
    """A text that a spreadsheet would compute, behind an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and len(cell) > 1 and cell.startswith(FORMULA) else cell


def page(bag: Bag) -> str:
    """The figure as one HTML file that needs no network."""
    assert bag.figure is not None
    return resolved(bag.figure()).to_html(include_plotlyjs=True, full_html=True)


def notebook(bag: Bag, title: str) -> str:
    """The program as a notebook, nbformat 4.5."""
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {title}"},
        {
            "cell_type": "code",
            "id": "program",
            "metadata": {},
            "source": bag.program,
            "outputs": [],
            "execution_count": None,
        },
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False)


def take(lang: Lang, bag: Bag, title: str) -> None:
    """The export bar."""
    st.caption(LINK[lang])
    with boundary(lang):
        st.code(links.here(lang), language=None, wrap_lines=True)
    if bag.figure is None:
        st.markdown(f"**{FIGURE[lang]}** · {IN_PICTURE[lang]}")
    st.segmented_control(CAMERA[lang], ["svg", "png"], key="camera", default="svg", required=True)
    with st.container(horizontal=True, gap="small"):
        _file(DATA[lang], lambda: csv(bag), f"{bag.name}.csv", "text/csv")
        if bag.figure is not None:
            _file(HTML[lang], lambda: page(bag), f"{bag.name}.html", "text/html")
        _file(PYTHON[lang], lambda: bag.program, f"{bag.name}.py", "text/x-python")
        _file(NOTEBOOK[lang], lambda: notebook(bag, title), f"{bag.name}.ipynb", "application/x-ipynb+json")
        _file(BIBTEX[lang], lambda: bag.papers, f"{bag.name}.bib", "application/x-bibtex")
    st.caption(RUNS[lang])
    st.code(bag.program, language="python")


def _file(label: str, build: Callable[[], str | bytes], name: str, mime: str) -> None:
    st.download_button(label, build, name, mime, key=f"take_{name}", on_click="ignore", icon=":material/download:")
