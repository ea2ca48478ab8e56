"""A walk through the whole house that finds every input there is and sends bad values through each of them.

Nothing is listed by hand: the views are those that the exhibits declare and their parts, the inputs are the widgets
that the server sends, and every parameter's name is looked up in the exhibits' own code.
"""

from __future__ import annotations

import ast
import asyncio
import urllib.error
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from app.catalog import EXHIBITS
from app.house.parts import PARTS
from app.lit import live
from core.runtime import ROOT
from tests.hostile.files import FILES
from tests.hostile.judge import problems
from tests.hostile.values import LINKS, SENTENCES, TEXTS, beyond, rotating
from tests.load.client import Visit, Visitor

FRAME = ("lang", "text", "seed", "present", "hide")
TOGETHER = 3  # visitors at a time: while one waits for the wire, the next is served
WARMING = "text=Everything+is+loaded+to+read+this"


@dataclass(frozen=True)
class Case:
    """One bad value, where it went in and what came of it."""

    page: str
    view: str  # the query that leads to the input
    way: str  # "sentence", "link", "widget"
    key: str
    value: str  # its name in the table
    wrong: tuple[str, ...]
    seconds: float = 0.0


@cache
def parameters(page: str) -> tuple[str, ...]:
    """Every name in an exhibit's code that looks like one of its own parameters, also those without a widget."""
    found = set()
    for file in (ROOT / "app" / "exhibits" / page).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(f"{page}_"):
                found.add(node.value)
    return tuple(sorted(name for name in found if name.isidentifier()))


def views(page: str) -> list[str]:
    """The queries of all declared views of an exhibit, and of its parts."""
    declared = {view.partition("?")[2] for view in live().values() if view.partition("?")[0] == f"/{page}"}
    return ["", *sorted(declared - {""}), *(f"{page}_part={part}" for part in PARTS)]


async def walk(url: str, page: str, *, thorough: bool = False, every: int = 1) -> list[Case]:
    """All cases of an exhibit, or every so many-th; ``thorough``: each value through each input, not in turn."""
    where: dict[str, str] = {}  # the view in which each input was met first
    cases: list[Case] = []

    async def first(number: int, view: str) -> None:
        for name, text in rotating(number, SENTENCES, len(SENTENCES) if thorough else 1):
            lang = "zh" if number % 2 else "en"
            seen, keys = await _open(url, page, view, {"text": text, "lang": lang})
            cases.append(Case(page, view, "sentence", "text", name, tuple(problems(seen, lang)), seen.seconds))
            for key in keys:
                where.setdefault(key, view)

    await _gather(first(number, view) for number, view in list(enumerate(views(page)))[::every])
    for key in parameters(page):
        where.setdefault(key, "")
    met = list(enumerate(sorted(key for key in where if key not in FRAME)))[::every]

    async def link(number: int, key: str) -> None:
        lang = "zh" if number % 2 else "en"
        for name, value in rotating(number, LINKS, len(LINKS) if thorough else 1):
            seen, _ = await _open(url, page, where[key], {key: value, "lang": lang})
            cases.append(Case(page, where[key], "link", key, name, tuple(problems(seen, lang)), seen.seconds))

    await _gather(link(number, key) for number, key in met)
    await _gather(_act(url, page, where[key], key, number, thorough, cases) for number, key in met)
    return cases


async def _act(url: str, page: str, view: str, key: str, number: int, thorough: bool, cases: list[Case]) -> None:
    """Send an input what its widget would refuse, within one visit."""
    async with Visitor(url) as visitor:
        lang = "zh" if number % 2 else "en"
        await visitor.open(page, _query(view, {"lang": lang}))
        if key not in visitor.widgets:
            return
        for name, field, value in _chosen(list(beyond(visitor.widgets[key])), number, thorough):
            widget = visitor.widgets[key]
            if widget.kind == "bidi_component":
                seen = await visitor.send(key, field, value)
            else:
                seen = await visitor.act(key, value, field=field)
            wrong = problems(seen, lang, whole=not widget.fragment)
            if key not in visitor.widgets:
                wrong.append("lost: the input is gone")
            cases.append(Case(page, view, "widget", key, name, tuple(wrong), seen.seconds))
            if key not in visitor.widgets:
                return


def _chosen(values: list[tuple[str, str, Any]], number: int, thorough: bool) -> list[tuple[str, str, Any]]:
    """All of them, or one that comes with the number; markup and what components say always."""
    if thorough or any(field and field != "double_value" for _, field, _ in values):
        return values
    markup = [each for each in values if each[0] == "markdown"]
    return [*markup, *(values[number % len(values)] for _ in values[:1])]


async def frame(url: str, *, every: int = 1) -> list[Case]:
    """The parameters that every page shares, through the entrance, the systems and the claims."""
    cases: list[Case] = []

    async def one(page: str, key: str, name: str, value: str) -> None:
        seen, _ = await _open(url, page, "", {key: value})
        lang = "zh" if (key, value) == ("lang", "zh") else "en"
        cases.append(Case(page, "", "link", key, name, tuple(problems(seen, lang)), seen.seconds))

    pages = ("", "systems", "claims", "attention")
    links = [(pages[n % 4], key, *each) for key in FRAME for n, each in enumerate(LINKS.items())]
    texts = [("attention", "text", *each) for each in TEXTS.items()]
    await _gather(one(*each) for each in [*links, *texts][::every])
    return cases


async def warm(url: str) -> None:
    """Wait until the whole stack is loaded."""
    async with Visitor(url) as visitor:
        await visitor.open("attention", WARMING)


async def _open(url: str, page: str, view: str, more: dict[str, str]) -> tuple[Visit, list[str]]:
    async with Visitor(url) as visitor:
        return await visitor.open(page, _query(view, more)), list(visitor.widgets)


def _query(view: str, more: dict[str, str]) -> str:
    return urlencode({**dict(parse_qsl(view)), **more})


async def _gather(works: Iterable[Coroutine]) -> None:
    turns = asyncio.Semaphore(TOGETHER)

    async def one(work: Coroutine) -> None:
        async with turns:
            await work

    await asyncio.gather(*map(one, works))


def catalogue() -> tuple[str, ...]:
    return tuple(exhibit.path for exhibit in EXHIBITS)


UPLOADS = {  # the view that leads to each place for files
    "word2vec": ("word2vec_part=train&word2vec_data=own", "word2vec_file"),
    "tokens": ("tokens_part=train&tokens_data=own", "tokens_file"),
    "topics": ("topics_part=train&topics_set=own", "topics_file"),
    "distillation": ("distillation_part=train&distillation_on=own", "distillation_file"),
}


async def uploads(url: str, pages: Iterable[str], names: Iterable[str]) -> list[Case]:
    """Bad files, one after the other, into each of the pages' uploaders."""
    cases: list[Case] = []
    for page in pages:
        view, key = UPLOADS[page]
        for number, name in enumerate(names):
            lang = "zh" if number % 2 else "en"
            async with Visitor(url) as visitor:
                await visitor.open(page, _query(view, {"lang": lang}))
                file, make = FILES[name]
                try:
                    seen = await visitor.upload(key, file, make())
                    wrong = problems(seen, lang, whole=False)
                except urllib.error.HTTPError as error:
                    cases.append(Case(page, view, "file", key, name, () if error.code == 413 else (str(error),)))
                    continue
                if key not in visitor.widgets:
                    wrong.append("lost: the uploader is gone")
                cases.append(Case(page, view, "file", key, name, tuple(wrong), seen.seconds))
    return cases
