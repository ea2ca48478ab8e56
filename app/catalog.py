"""The one list of exhibits, in walking order. Adding an exhibit adds a folder and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from app.i18n import Lang, Text


@dataclass(frozen=True)
class Exhibit:
    """What the frame knows of an exhibit before it is opened; no heavy import on the way."""

    path: str  # the URL, and the folder below app/exhibits
    icon: str  # a Material symbol
    core: str = ""  # its package in core, where that has another name

    @property
    def words(self):
        """The exhibit's ``text`` module: TITLE, QUESTION, TERMS, CONTROLS, CLAIMS, COVERS …"""
        return import_module(f"app.exhibits.{self.path}.text")

    @property
    def title(self) -> Text:
        return self.words.TITLE

    @property
    def question(self) -> Text:
        """What the visitor will be able to answer: one line for the entrance."""
        return self.words.QUESTION

    @property
    def covers(self) -> Mapping[str, str]:
        """Systems (ids of assets/systems) that are live here, each with the query of its exact view."""
        return self.words.COVERS

    def plate(self, lang: Lang):
        """The exhibit's recorded picture for the entrance, a Plotly figure."""
        return import_module(f"app.exhibits.{self.path}.plate").plate(lang)

    def run(self) -> None:
        """The page itself; imported when the visitor opens it."""
        import_module(f"app.exhibits.{self.path}.page").page()


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit("attention", ":material/visibility:"),
    Exhibit("probing", ":material/biotech:", core="probes"),
    Exhibit("tokens", ":material/content_cut:"),
    Exhibit("positions", ":material/straighten:"),
    Exhibit("word2vec", ":material/scatter_plot:"),
    Exhibit("masking", ":material/edit_note:"),
    Exhibit("objectives", ":material/healing:", core="masking"),
    Exhibit("sentences", ":material/explore:", core="simcse"),
    Exhibit("topics", ":material/bubble_chart:"),
    Exhibit("distillation", ":material/school:"),
    Exhibit("generators", ":material/blur_on:"),
)
