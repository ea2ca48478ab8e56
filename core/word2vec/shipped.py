"""Vectors that lie in the program, English and Chinese, so that the first look costs nothing.

``python -m core.word2vec words-en FOLDER`` trains them again from the corpora of that folder (see ``TEXTS``; only
texts whose licence lets a derivative be shared). ``card.json`` beside the numbers says what they are worth.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from jaxtyping import Float, Int

from core import cards, provenance, runtime, store
from core.text import tokenise
from core.word2vec import maps
from core.word2vec.config import Config
from core.word2vec.quality import analogies, read_pairs, read_questions, similarity
from core.word2vec.training import train
from core.word2vec.vectors import Vectors

NAMES = ("words-en", "words-zh")
KEPT = {"words-en": 13_000, "words-zh": 10_000}  # words, the most frequent first
SHOWN = 2_000  # words on the map of all
CONFIGS = {
    "words-en": Config(D=100, window=5, negatives=10, subsample=1e-4, epochs=10, min_count=5),
    "words-zh": Config(D=100, window=5, negatives=10, subsample=1e-4, epochs=20, min_count=5),
}
TEXTS = {
    "words-en": {
        "lm_en/enwiki_sample/part-*.txt.gz": "7,351 articles of English Wikipedia, CC BY-SA",
        "lm_en/wikitext-2/*train*.gz": "WikiText-2, training part (Wikipedia), CC BY-SA",
        "lm_en/novels/*.gz": "14 English novels, out of copyright",
    },
    "words-zh": {
        "lm_zh/zhwiki/zhwiki_simp.jsonl.gz": "64 articles of Chinese Wikipedia, CC BY-SA",
        "lm_zh/classics/*.gz": "four classic novels, out of copyright",
        "mt/tatoeba_en_zh/cmn.txt.gz": "Tatoeba, Chinese side, CC BY 2.0 FR",
        "qa/cmrc2018/*.json.gz": "CMRC 2018, paragraphs (Wikipedia), CC BY-SA 4.0",
        "qa/xquad/xquad.zh.json": "XQuAD, Chinese paragraphs (Wikipedia), CC BY-SA 4.0",
    },
}
TESTS = {
    "words-en": {
        "WordSim-353": "EN-WS-353-ALL.txt",
        "SimLex-999": "EN-SIMLEX-999.txt",
        "MEN": "EN-MEN-TR-3k.txt",
        "analogies": "questions-words.txt",
    },
    "words-zh": {
        "wordsim-240": "wordsim-240.txt",
        "wordsim-297": "wordsim-297.txt",
        "CA8 semantic": "CA8_semantic.txt",
        "CA-translated": "CA_translated.txt",
    },
}


@dataclass(frozen=True, eq=False)
class Shipped:
    """Words, their counts in the text, their vectors in half precision, and maps of the most frequent ones."""

    name: str
    vocab: tuple[str, ...]
    counts: Int[np.ndarray, " V"]
    half: Float[np.ndarray, "V D"]
    maps: Mapping[str, maps.Map]  # of the first SHOWN words, by method
    hubness: Int[np.ndarray, " N"]  # of the same words, among themselves


@cache
def shipped(name: str) -> Shipped:
    """The vectors of one language. Raises Trouble where they are missing or damaged (``core.store.load``)."""
    return store.load(folder(name))


@cache
def vectors(name: str) -> Vectors:
    """The same, ready for neighbours and analogies."""
    kept = shipped(name)
    return Vectors(kept.vocab, kept.half.astype(np.float32))


def card(name: str) -> dict:
    """What these vectors are: texts, licences, knobs, quality, date, machine, command."""
    return cards.read(folder(name))


def folder(name: str) -> Path:
    return runtime.ASSETS / "checkpoints" / name


def record(name: str, data: Path) -> Shipped:
    """Train, measure, flatten, and keep."""
    sentences = list(read_texts(name, data))
    run = train(sentences, CONFIGS[name])
    few = slice(KEPT[name])
    kept = Vectors(run.vocab[few], run.vectors[few].astype(np.float16).astype(np.float32))
    top = kept.unit[:SHOWN]
    made = Shipped(
        name=name,
        vocab=kept.vocab,
        counts=run.counts[few].astype(np.int32),
        half=kept.vectors.astype(np.float16),
        maps={method: maps.flatten(top, maps.Config(method)) for method in maps.METHODS},
        hubness=maps.hubness(top).astype(np.int32),
    )
    store.save(folder(name), made)
    about = {
        "what": f"word2vec, skip-gram with negative sampling: {len(kept.vocab):,} words of {CONFIGS[name].D} numbers",
        "texts": list(TEXTS[name].values()),
        "licence": "CC BY-SA 4.0, as the Wikipedia texts among its sources",
        "words": sum(map(len, sentences)),
        "vocabulary before cutting": len(run.vocab),
        "config": asdict(CONFIGS[name]),
        "quality": quality(name, kept, data),
        "quality of all words": quality(name, run, data),
        "command": f"python -m core.word2vec {name} FOLDER",
        "date": provenance.today(),
        "machine": provenance.machine(),
        "code": provenance.code_version("core.word2vec.training", "core.text.tokenise"),
    }
    cards.write(folder(name), about)
    return made


def quality(name: str, of: Vectors, data: Path) -> dict[str, dict[str, float]]:
    """Every test of the language: its value, and how many questions could be asked of how many."""
    found = {}
    for test, file in TESTS[name].items():
        path = data / "wordsim" / name[-2:] / file
        if path.read_text(encoding="utf-8").startswith(":"):
            score = analogies(of, list(chain.from_iterable(read_questions(path).values())))
        else:
            score = similarity(of, read_pairs(path))
        found[test] = {"value": round(score.value, 4), "asked": score.asked, "of": score.total}
    return found


def read_texts(name: str, data: Path) -> Iterator[list[str]]:
    """Sentences of small words: punctuation is left out, and so are the marks of WikiText."""
    for pattern in TEXTS[name]:
        for file in sorted(data.glob(pattern)):
            for line in _lines(file):
                words = [token.text.casefold() for token in tokenise(line, None if name == "words-zh" else "en")]
                words = [word for word in words if any(map(str.isalnum, word))]
                if len(words) > 1:
                    yield words


def _lines(file: Path) -> Iterator[str]:
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8-sig")
    if file.name.startswith("cmn"):
        yield from (line.split("\t")[1] for line in text.splitlines())
    elif ".jsonl" in file.name:
        for line in text.splitlines():
            yield from _sentences(json.loads(line)["text"])
    elif ".json" in file.name:
        for paragraph in _paragraphs(json.loads(text)):
            yield from _sentences(paragraph)
    elif "novels" in str(file):
        yield from (" ".join(block.split()) for block in re.split(r"\r?\n\s*\r?\n", text))
    elif file.parent.name == "classics":
        yield from _sentences(text)
    else:
        yield from (re.sub(r"<unk>|@([-.,])@", r"\1", line) for line in text.splitlines() if not line.startswith("= "))


def _sentences(text: str) -> Iterator[str]:
    return (part for part in re.split(r"(?<=[。！？；])|\n", text) if part.strip())


def _paragraphs(tree: object) -> Iterator[str]:
    """Every ``context`` of a SQuAD-like file."""
    if isinstance(tree, dict):
        if isinstance(tree.get("context"), str):
            yield tree["context"]
        if isinstance(tree.get("context_text"), str):
            yield tree["context_text"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from _paragraphs(part)
