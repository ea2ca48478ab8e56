"""What the shipped models read: only texts whose licence lets weights be shared, from the folder OBSERVATORY_DATA.

Each source is a list of documents, a document a list of sentences. Chinese is written in simplified characters,
full-width letters and digits become plain ones; punctuation stays as the language writes it.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from core.errors import Trouble

Documents = list[list[str]]
VERSE = Path(__file__).with_name("verse.txt")  # the one source that lies here: a poem a paragraph

LICENCES = {
    "enwiki": "English Wikipedia, CC BY-SA",
    "wikitext": "WikiText-2 train (Wikipedia), CC BY-SA",
    "novels": "14 novels published before 1929, public domain",
    "ewt": "UD English-EWT train, CC BY-SA 4.0",
    "tatoeba-en": "Tatoeba (manythings.org), CC BY 2.0 FR",
    "zhwiki": "Chinese Wikipedia, CC BY-SA",
    "cmrc": "paragraphs of CMRC 2018 dev and trial (Chinese Wikipedia), CC BY-SA 4.0",
    "tatoeba-zh": "Tatoeba (manythings.org), CC BY 2.0 FR",
    "poetry": "3,000 Tang poems, 2,000 Song ci, Shijing, Lunyu: chinese-poetry, MIT",
    "classics": "four classic novels, public domain",
    "verse": "107 poems and sayings that Chinese pupils learn by heart, public domain",
}
_SPLIT = {
    "en": re.compile(r"(?<=[.!?][\"”’']) +(?=[A-Z\"“‘'])|(?<=[.!?]) +(?=[A-Z0-9\"“‘'])"),
    "zh": re.compile(r"(?<=[。！？；!?][”’』」])|(?<=[。！？；!?])(?![”’』」])"),
}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_FULL_WIDTH |= {ord("．"): "。", 0x3000: " "}


def source(name: str) -> Documents:
    """The documents of one source.

    Raises:
        Trouble: ``data-missing``: OBSERVATORY_DATA does not point at the corpora.
    """
    return list(filter(None, _SOURCES[name]()))


def wikitext(part: str) -> Documents:
    """WikiText-2 (``train``, ``valid`` or ``test``) as text: a paragraph a document, ``<unk>`` as [UNK]."""
    return [[_untokenised(line)] for line in _lines(f"lm_en/wikitext-2/{part}.txt.gz") if _is_prose(line)]


def titles(part: str) -> set[str]:
    """The articles of a part of WikiText-2, in lower case."""
    return {_untokenised(title) for title, _ in _articles(_lines(f"lm_en/wikitext-2/{part}.txt.gz"))}


def sentences(text: str, language: str) -> list[str]:
    """A paragraph as its sentences."""
    return [part for each in _SPLIT[language].split(text) if (part := each.strip())]


def folder() -> Path:
    """Where the corpora lie."""
    place = os.environ.get("OBSERVATORY_DATA")
    if not place or not Path(place).is_dir():
        raise Trouble("data-missing", "Set OBSERVATORY_DATA to the folder that holds the corpora.")
    return Path(place)


def _untokenised(line: str) -> str:
    line = re.sub(r" @([-,.])@ ", r"\1", line).replace("<unk>", "[UNK]")
    return re.sub(r" ([,.;:!?)%]|'s\b|n't\b)", r"\1", line).replace("( ", "(").strip()


def _is_prose(line: str) -> bool:
    return len(line) > 40 and not line.lstrip().startswith("=")


def _lines(name: str) -> list[str]:
    return gzip.decompress((folder() / name).read_bytes()).decode("utf-8-sig").splitlines()


def _json(name: str):
    return json.loads("\n".join(_lines(name)))


def _articles(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each title, in lower case, and the paragraphs under it; ``= Title =`` begins an article."""
    title, paragraphs = "", []
    for line in lines:
        if heading := re.fullmatch(r" ?= ([^=]+) = ?", line):
            yield title, paragraphs
            title, paragraphs = heading[1].lower(), []
        elif _is_prose(line):
            paragraphs.append(line)
    yield title, paragraphs


def _enwiki() -> Iterator[list[str]]:
    """Seven of the eight parts; the last is kept back, and so is every article that WikiText-2 tests on."""
    tested = titles("valid") | titles("test")
    lines = (line for part in range(7) for line in _lines(f"lm_en/enwiki_sample/part-0{part}.txt.gz"))
    for title, paragraphs in _articles(lines):
        if title not in tested:
            yield [sentence for each in paragraphs for sentence in sentences(each, "en")]


def unseen_wikipedia() -> Documents:
    """The part of the Wikipedia sample that nothing here is trained on."""
    lines = _lines("lm_en/enwiki_sample/part-07.txt.gz")
    return [sentences(line, "en") for line in lines if len(line) > 40 and not line.startswith("=")]


def _wikitext_train() -> Iterator[list[str]]:
    for _, paragraphs in _articles(_lines("lm_en/wikitext-2/train.txt.gz")):
        yield [sentence for each in paragraphs for sentence in sentences(_untokenised(each), "en")]


def _novels() -> Iterator[list[str]]:
    for file in sorted((folder() / "lm_en" / "novels").glob("*.txt.gz")):
        text = "\n".join(_lines(f"lm_en/novels/{file.name}"))
        for paragraph in re.split(r"\n\s*\n", text):
            yield sentences(" ".join(paragraph.split()), "en")


def _ewt() -> Iterator[list[str]]:
    lines = _lines("treebank/ud_en_ewt/en_ewt-ud-train.conllu.gz")
    return ([line.removeprefix("# text = ")] for line in lines if line.startswith("# text = "))


def tatoeba() -> list[tuple[str, str]]:
    """Pairs of an English and a Chinese sentence, the second in simplified characters."""
    rows = (line.split("\t") for line in _lines("mt/tatoeba_en_zh/cmn.txt.gz"))
    return [(english, _chinese(chinese)) for english, chinese, *_ in rows]


def reviews() -> list[tuple[str, bool]]:
    """Sentences of film reviews, and whether they speak well of the film: MR (Pang and Lee 2005), CC BY 4.0."""
    rows = (line.rsplit("\t", 1) for line in _lines("classification/mr_polarity/rt_polarity.tsv.gz")[1:])
    return [(text, label in ("1", "pos", "positive")) for text, label in rows]


def _tatoeba(column: int) -> Iterator[list[str]]:
    rows = (line.split("\t")[column] for line in _lines("mt/tatoeba_en_zh/cmn.txt.gz"))
    return ([_chinese(text) if column else text] for text in dict.fromkeys(rows))


def _zhwiki() -> Iterator[list[str]]:
    for kind in ("simp", "trad"):
        for line in _lines(f"lm_zh/zhwiki/zhwiki_{kind}.jsonl.gz"):
            yield from _paragraphs(json.loads(line)["text"])


def _cmrc() -> Iterator[list[str]]:
    for part in ("dev", "trial"):
        for article in _json(f"qa/cmrc2018/cmrc2018_{part}.json.gz")["data"]:
            for paragraph in article["paragraphs"]:
                yield from _paragraphs(paragraph["context"])


def _poetry() -> Iterator[list[str]]:
    for file in sorted((folder() / "lm_zh" / "poetry").glob("*.json.gz")):
        for poem in _json(f"lm_zh/poetry/{file.name}"):
            lines = [_chinese(line) for line in poem.get("paragraphs") or poem.get("content")]
            yield lines


def _classics() -> Iterator[list[str]]:
    for file in sorted((folder() / "lm_zh" / "classics").glob("*.txt.gz")):
        yield from _paragraphs("\n".join(_lines(f"lm_zh/classics/{file.name}")))


def _verse() -> Iterator[list[str]]:
    return (sentences(poem, "zh") for poem in VERSE.read_text("utf-8").split("\n\n"))


def _paragraphs(text: str) -> Iterable[list[str]]:
    return (sentences(_chinese(line.strip()), "zh") for line in text.splitlines() if len(line.strip()) > 3)


def _chinese(text: str) -> str:
    return _simplifier().convert(text.translate(_FULL_WIDTH))


@cache
def _simplifier():
    import opencc  # only where models are trained: pip install opencc-python-reimplemented

    return opencc.OpenCC("t2s")


_SOURCES = {
    "enwiki": _enwiki,
    "wikitext": _wikitext_train,
    "novels": _novels,
    "ewt": _ewt,
    "tatoeba-en": lambda: _tatoeba(0),
    "zhwiki": _zhwiki,
    "cmrc": _cmrc,
    "tatoeba-zh": lambda: _tatoeba(1),
    "poetry": _poetry,
    "classics": _classics,
    "verse": _verse,
}
