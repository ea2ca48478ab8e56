"""What the models' cards say of their quality, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.house.numbers import percent
from app.i18n import Lang, Text
from core import cards, runtime

if TYPE_CHECKING:
    import pandas as pd

MODELS = ("minilm-mlm", "en-small", "zh-char")
COLUMNS = {
    "model": Text(en="model", zh="模型"),
    "gap1": Text(en="40 gaps, first", zh="40 个空，首选"),
    "gap5": Text(en="40 gaps, in five", zh="40 个空，前五"),
    "unread": Text(en="those not in what it read, first", zh="其中没读过的，首选"),
    "stop": Text(en="40 gaps without full stop, first", zh="40 个空，不加句号，首选"),
    "top1": Text(en="unseen text, first", zh="没读过的文本，首选"),
    "top5": Text(en="unseen text, in five", zh="没读过的文本，前五"),
    "count": Text(en="by frequency alone, first", zh="只按词频，首选"),
    "tokens": Text(en="tokens learnt from", zh="学猜词用的词元"),
}
OF = Text(en="{share} of {n}", zh="{n} 个里的 {share}")
REPEATED = ("happens", "expected", "wrongly")


def tokens_read(name: str) -> int | None:
    """How much a shipped model has read; None for any other."""
    return _card(name).get("tokens read")


def knows_verse(name: str) -> bool:
    """Whether a shipped model knows poems by heart."""
    return "verse" in _card(name).get("data", ())


def repeats(lang: Lang) -> dict[str, str]:
    """How often words of the context come again, and how often a model of this language says so."""
    name = "zh-char" if lang == "zh" else "minilm-mlm"
    metrics = _card(name)["metrics"]
    found = {"": metrics["repeats"], "1": metrics["repeats in one sentence"]}
    return {"model": name} | {key + of: percent(each[key], lang) for of, each in found.items() for key in REPEATED}


def _card(name: str) -> dict[str, Any]:
    """Empty for any other model."""
    return cards.read(runtime.ASSETS / "checkpoints" / name) if name in MODELS else {}


def table(lang: Lang) -> pd.DataFrame:
    """One row for each model that is shipped."""
    import pandas as pd  # the first picture wants only how much a model has read

    rows = []
    for name in MODELS:
        if card := _card(name):
            metrics = card["metrics"]
            gaps, unread = metrics["clozes"], metrics["clozes"]["unread"]
            tried = (percent(gaps[each], lang) for each in ("top1", "top5"))
            first = OF[lang].format(share=percent(unread["top1"], lang), n=unread["n"])
            stop = percent(gaps["without stop"]["top1"], lang)
            held = (percent(metrics["held-out"][each], lang) for each in ("top1", "top5"))
            count = percent(metrics["by-count"]["top1"], lang)
            rows.append([name, *tried, first, stop, *held, count, f"{card['tokens read']:,}"])
    return pd.DataFrame(rows, columns=[each[lang] for each in COLUMNS.values()])
