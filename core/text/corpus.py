"""A corpus, and the ones that are always at hand: they come with gensim, so nothing is downloaded."""

from __future__ import annotations

import bz2
import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from core.errors import Trouble
from core.text.wikitext import paragraphs


@dataclass(frozen=True)
class Corpus:
    """Documents with where they come from and what one may do with them.

    ``labels`` and ``timestamps`` are as long as ``documents``, or None where the source has none.
    Timestamps carry no time zone; those that had one are in UTC.
    """

    name: str
    documents: tuple[str, ...]
    labels: tuple[str, ...] | None
    timestamps: tuple[dt.datetime, ...] | None
    language: str  # "en" or "zh"
    source: str
    licence: str

    def __post_init__(self) -> None:
        for field in ("labels", "timestamps"):
            column = getattr(self, field)
            if column is not None and len(column) != len(self.documents):
                raise ValueError(f"{len(self.documents)} documents, but {len(column)} {field}")


@cache
def wikipedia_sample() -> Corpus:
    """106 articles from the head of English Wikipedia, May 2016; a paragraph a document, its title the label.

    Disambiguation pages and lists hold no paragraph of prose, so seven of them leave nothing.
    """
    documents, labels = [], []
    file = _gensim_file("enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2")
    with bz2.open(file) as stream:
        for _, page in ET.iterparse(stream):
            if page.tag.rpartition("}")[2] != "page":
                continue
            if page.findtext("{*}ns") == "0" and page.find("{*}redirect") is None:
                prose = paragraphs(page.findtext("{*}revision/{*}text") or "")
                documents += prose
                labels += [page.findtext("{*}title") or ""] * len(prose)
            page.clear()
    return Corpus(
        name="wikipedia-sample",
        documents=tuple(documents),
        labels=tuple(labels),
        timestamps=None,  # an article has a last edit, a paragraph has no date
        language="en",
        source="English Wikipedia, dump of May 2016, first articles; excerpt in gensim's test data",
        licence="CC BY-SA 3.0 and GFDL; authors in each article's history on en.wikipedia.org",
    )


@cache
def lee_news() -> Corpus:
    """350 short news texts, 2000 to 2002: the background set (300) and the set that people compared (50)."""
    documents: list[str] = []
    for file in ("lee_background.cor", "lee.cor"):
        documents += _gensim_file(file).read_text(encoding="latin-1").split("\n")
    return Corpus(
        name="lee-news",
        documents=tuple(document for line in documents if (document := line.strip())),
        labels=None,
        timestamps=None,
        language="en",
        source="Lee, Pincombe & Welsh 2005, from the Australian Broadcasting Corporation's news mail;"
        " in gensim's test data",
        licence="no licence stated: news texts of the Australian Broadcasting Corporation, gathered for research",
    )


def _gensim_file(name: str) -> Path:
    spec = find_spec("gensim")  # finds the folder without the second that importing gensim takes
    folders = (spec.submodule_search_locations if spec else None) or ()
    for folder in folders:
        file = Path(folder) / "test" / "test_data" / name
        if file.is_file():
            return file
    raise Trouble(
        "corpus-missing",
        f"gensim's test data lacks {name}: some distributions leave it out; pip install gensim brings it.",
        file=name,
    )
