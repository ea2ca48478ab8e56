"""Both languages say everything, with the same blanks; every trouble of core has a sentence."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import app
from app.catalog import EXHIBITS
from app.house.errors import sentence
from app.house.glossary import TERMS
from app.house.troubles_text import SENTENCES
from app.i18n import LANGS, Text
from core.errors import Trouble

ROOT = Path(app.__file__).parents[1]
MODULES = sorted(
    module.name for module in pkgutil.walk_packages(app.__path__, "app.") if not module.name.endswith(".main")
)


def texts(value: object) -> Iterator[Text]:
    """Every Text inside a module's value, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts(inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def in_app() -> list[tuple[str, Text]]:
    found = []
    for name in MODULES:
        module = importlib.import_module(name)
        found += [(f"{name}.{key}", text) for key, value in vars(module).items() for text in texts(value)]
    return found


def test_every_text_is_filled_with_the_same_blanks() -> None:
    everything = in_app()
    assert len(everything) > 50
    for where, text in everything:
        assert text.en.strip() and text.zh.strip(), where
        chinese = any("\u4e00" <= c <= "\u9fff" for c in text.zh)
        assert chinese or text.zh == text.en or len(unfilled(text.zh)) < 12, where
        assert blanks(text.en) == blanks(text.zh), where


def unfilled(words: str) -> str:
    """What is left where every blank is empty: two marks and a colon are of no language."""
    return re.sub(r"\{[^{}]*\}", "", words)


def bold(markdown: str) -> str:
    """What is left of the stars once it is HTML; blanks are filled with a word."""
    filled = re.sub(r"\{[^{}]*\}", "x", markdown)
    return re.sub("<code>.*?</code>", "", MarkdownIt().render(filled))


def test_bold_is_bold_in_both_languages() -> None:
    """Markdown leaves ``**…。**字`` as it is: a full stop inside, a character outside, and the stars are shown."""
    assert "**" in bold("**上界。**字") and "**" not in bold("**上界**。字")
    said = [(where, words) for where, text in in_app() for words in (text.en, text.zh)]
    said += [(page.name, page.read_text(encoding="utf-8")) for page in ROOT.glob("app/**/*.md")]
    assert [where for where, words in said if "**" in words and "**" in bold(words)] == []


def test_long_prose_exists_in_both_languages() -> None:
    for page in ROOT.glob("app/**/*.en.md"):
        assert page.with_name(page.name.replace(".en.", ".zh.")).read_text(encoding="utf-8").strip(), page


def codes() -> dict[str, set[str]]:
    """Every ``Trouble("code", …, fact=…)`` in the source, with the facts it is raised with everywhere."""
    found: dict[str, set[str]] = {}
    for path in [*ROOT.glob("core/**/*.py"), *ROOT.glob("app/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Trouble":
                if not isinstance(node.args[0], ast.Constant):
                    continue  # a trouble passed on from a worker
                facts = {keyword.arg for keyword in node.keywords if keyword.arg}
                code = str(node.args[0].value)
                found[code] = found[code] & facts if code in found else facts
    return found


def test_every_trouble_has_a_sentence_and_every_sentence_a_trouble() -> None:
    raised = codes()
    assert set(raised) == set(SENTENCES)
    for code, facts in raised.items():
        assert blanks(SENTENCES[code].en) <= facts, code


@pytest.mark.parametrize("lang", LANGS)
def test_facts_cannot_act_as_markup(lang) -> None:
    code, facts = next((code, facts) for code, facts in codes().items() if blanks(SENTENCES[code].en))
    said = sentence(Trouble(code, "", **dict.fromkeys(facts, "`<b>{x}![](http://e.vil)")), lang)
    assert "`ˋ<b>{x}![](http://e.vil)`" in said


def test_exhibits_use_known_terms() -> None:
    for exhibit in EXHIBITS:
        assert set(exhibit.words.TERMS) <= set(TERMS)
