"""What the models' cards say of their quality, as a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.house.numbers import percent
from app.i18n import Lang, Text
from core import runtime

if TYPE_CHECKING:
    import pandas as pd

MODELS = ("minilm-mlm", "en-small", "zh-char")
COLUMNS = {
    "model": Text(en="model", zh="模型"),
    "gap1": Text(en="40 gaps, first", zh="四十空，首选"),
    "gap5": Text(en="40 gaps, in five", zh="四十空，前五"),
    "top1": Text(en="unseen text, first", zh="未见文本，首选"),
    "top5": Text(en="unseen text, in five", zh="未见文本，前五"),
    "count": Text(en="by frequency alone, first", zh="只按词频，首选"),
    "tokens": Text(en="tokens read", zh="读过的词元"),
}

REPEATED = ("happens", "expected", "wrongly")


def tokens_read(name: str) -> int | None:
    """How much a shipped model has read; None for any other."""
    card = _card(name)
    return card["tokens read"] if card else None


def repeats(lang: Lang) -> dict[str, str]:
    """How often words of the context come again, and how often a model of this language says so."""
    name = "zh-char" if lang == "zh" else "minilm-mlm"
    card = _card(name)
    assert card
    return {"model": name} | {key: percent(card["metrics"]["repeats"][key], lang) for key in REPEATED}


def _card(name: str) -> dict | None:
    file = runtime.ASSETS / "checkpoints" / name / "card.json"
    return json.loads(file.read_text(encoding="utf-8")) if name in MODELS and file.exists() else None


def table(lang: Lang) -> pd.DataFrame:
    """One row for each model that is shipped."""
    import pandas as pd  # the first picture wants only how much a model has read

    rows = []
    for name in MODELS:
        if card := _card(name):
            metrics = card["metrics"]
            shares = (*(metrics["clozes"][each] for each in ("top1", "top5")),)
            held = (*(metrics["held-out"][each] for each in ("top1", "top5")), metrics["by-count"]["top1"])
            rows.append([name, *(percent(each, lang) for each in (*shares, *held)), f"{card['tokens read']:,}"])
    return pd.DataFrame(rows, columns=[each[lang] for each in COLUMNS.values()])
