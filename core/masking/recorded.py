"""The first picture of the exhibit, recorded: no torch is needed to draw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core import provenance, runtime, store
from core.masking.live import Live, Run

COMMAND = "python -m core.masking.recorded"
KEPT = 30  # words a gap
EXAMPLES: Mapping[str, str] = {
    "en": "The children are playing in the [MASK].",
    "zh": "床前明月[MASK]，疑是地上霜。",
}


@dataclass(frozen=True)
class Answer:
    """What a page draws of a fill: the best words of every gap, and three numbers about the others."""

    model: str
    text: str
    words: tuple[tuple[str, ...], ...]
    probabilities: tuple[tuple[float, ...], ...]
    entropy: tuple[float, ...]  # bits
    pieces: int  # in the vocabulary
    unreadable: float = 0.0  # share of the text that the model cannot read
    date: str = ""  # of a recorded one
    code: str = ""

    def rest(self, gap: int, k: int) -> float:
        """What all words beyond the best ``k`` have together."""
        return max(0.0, 1.0 - sum(self.probabilities[gap][:k]))


@cache
def recorded(language: str) -> Answer | None:
    """The recorded answer for a language's example, or None where there is none yet."""
    folder = _folder(language)
    return store.load(folder) if folder.exists() else None


@cache
def trained(corpus: str) -> Run | None:
    """The recorded training from zero on a corpus, or None where there is none."""
    folder = _folder(f"train-{corpus}")
    return store.load(folder) if folder.exists() else None


def record_training(corpus: str, config: Live) -> None:
    """Train from zero as the page would, and keep the run."""
    from core.masking.train import train
    from core.tokens.corpora import corpus as texts
    from core.tokens.corpora import sentences

    documents = sentences("\n".join(texts(corpus).documents))[:4_000]
    store.save(_folder(f"train-{corpus}"), train(documents, config, device="cpu"))


def record() -> None:
    """Ask our models for their examples and keep the answers in ``assets/recorded/masking``."""
    for language, text in EXAMPLES.items():
        store.save(_folder(language), answer(text, None, date=provenance.today()))


def answer(text: str, model: str | None, k: int = KEPT, pieces: int = 1, date: str = "") -> Answer:
    """A fill as the page needs it."""
    from core.masking.filling import fill

    found = fill(text, model, k, pieces=pieces)
    return Answer(
        model=found.model,
        text=text,
        words=found.words,
        probabilities=found.probabilities,
        entropy=found.entropy,
        pieces=found.logs.shape[1],
        unreadable=found.tokens.unreadable,
        date=date,
        code=provenance.code_version("core.masking.filling") if date else "",
    )


def _folder(language: str) -> Path:
    return runtime.ASSETS / "recorded" / "masking" / language


if __name__ == "__main__":
    from core.masking import recorded as module  # so that the stored class is core.masking.recorded:Answer

    module.record()
    module.record_training("lee-news", Live(watched="The prime [MASK] said he would go.", steps=1500))
    module.record_training("zh-notes", Live(watched="计算机要读懂一[MASK]话。", steps=800))
