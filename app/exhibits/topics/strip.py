"""The four steps and what lies between them, as one row."""

from __future__ import annotations

from html import escape
from pathlib import Path

import numpy as np

from app.exhibits.topics import reading, text
from app.house.numbers import percent
from app.i18n import Lang
from core.topics.recorded import sample
from core.topics.topics import Topics

STYLE = Path(__file__).with_name("styles.css").read_text(encoding="utf-8")


def steps(topics: Topics, what: reading.Asked, lang: Lang) -> str:
    """The four steps and what lies between them, as one row of HTML; the numbers are those of one document."""
    row = topics.examples(0, 1)[0] if topics.C else 0
    document, vector, place = topics.documents[row], sample().topics.vectors[row], topics.space[row]
    label = int(topics.labels[row])
    words = ", ".join(word for word, _ in topics.words(label, 3)) if label >= 0 else "–"
    said = text.STEPS
    facts = {
        "n": f"{len(topics.labels):,}",
        "W": sample().topics.vectors.shape[1],
        "D": topics.space.shape[1],
        "C": topics.C,
        "out": percent(topics.outliers, lang),
        "V": f"{len(topics.bags.vocab):,}",
    }
    cards = (
        ("text", f"<q>{escape(document[:64])}…</q>"),
        ("embed", _strip(vector[:48])),
        ("flatten", _strip(place[:48]) if topics.space.shape[1] > 5 else _numbers(place)),
        ("group", f"<b>{escape(text.TOPIC_N[lang].format(n=label) if label >= 0 else text.NO_TOPIC[lang])}</b>"),
        ("name", f"<b>{escape(words)}</b>"),
    )
    body = "".join(
        f"<li><small>{escape(said[name].title(lang, what))}</small>{inside}"
        f"<small>{escape(said[name].says[lang].format(**facts))}</small></li>"
        for name, inside in cards
    )
    return f'<style>{STYLE}</style><ol class="topics-steps" aria-label="{escape(text.STEPS_ALT[lang])}">{body}</ol>'


def _strip(values: np.ndarray) -> str:
    """Numbers as a strip of cells: darker is larger, orange is above zero, blue below."""
    most = max(float(np.abs(values).max()), 1e-9)
    cells = "".join(
        f'<i style="opacity:{abs(float(v)) / most:.2f}" class="{"up" if v > 0 else "down"}"></i>' for v in values
    )
    return f'<span class="cells">{cells}</span>'


def _numbers(values: np.ndarray) -> str:
    return f"<code>{' '.join(f'{v:.1f}' for v in values)}</code>"
