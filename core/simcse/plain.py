"""SimCSE from a plain language model of our own, which has only ever filled gaps.

MiniLM would not do for an experiment: it has had contrastive training already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from core.masking.texts import source
from core.runtime import OnStep, quiet
from core.simcse.config import Config, Gold, Run
from core.simcse.sts import triples
from core.simcse.train import Rows, train
from core.tokens.corpora import corpus, sentences

Setting = Literal["dropout", "same-mask", "crop", "delete", "premises", "triples"]

BASES = {"en": "en-small", "zh": "zh-char"}
B, STEPS, LR = 32, 40, 3e-4
SETTINGS: dict[Setting, Config] = {  # how a sentence gets its partner
    "dropout": Config(),
    "same-mask": Config(positive="same-mask"),
    "crop": Config(positive="crop", share=0.1),
    "delete": Config(positive="delete", share=0.1),
    "premises": Config(),  # dropout, on the sentences that the triples begin with
    "triples": Config(supervised=True),
}


def tune(
    setting: Setting,
    gold: Gold | None,
    *,
    language: str = "en",
    seed: int = 0,
    steps: int = STEPS,
    measures: int = 1,
    keep: Path | None = None,
    device: str = "auto",
    on_step: OnStep = quiet,
) -> Run:
    """Tune our language model in one of the ``SETTINGS`` and grade it on the gold pairs."""
    config = replace(SETTINGS[setting], B=B, steps=steps, lr=LR, measures=measures, seed=seed)
    base = BASES[language]
    return train(rows(setting, language), config, model=base, gold=gold, keep=keep, device=device, on_step=on_step)


def rows(setting: Setting, language: str) -> Rows:
    """What a setting reads: sentences, or triples of them.

    Raises:
        Trouble: ``data-missing``: the triples, and Chinese sentences, lie in OBSERVATORY_DATA.
    """
    if setting == "triples":
        return triples()
    if setting == "premises":
        return [premise for premise, *_ in triples()]
    return english() if language == "en" else chinese()


@cache
def english() -> Sequence[str]:
    """Sentences of the packaged Wikipedia sample, of middling length."""
    documents = corpus("wikipedia-sample").documents
    return [s for document in documents for s in sentences(document) if 30 <= len(s) <= 200]


@cache
def chinese() -> Sequence[str]:
    """Sentences of Chinese Wikipedia and Tatoeba, of middling length."""
    documents = [*source("zhwiki"), *source("cmrc"), *source("tatoeba-zh")]
    return [s for document in documents for s in document if 8 <= len(s) <= 80]
