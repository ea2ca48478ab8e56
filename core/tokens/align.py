"""Labels of words, given to their pieces: a tagger reads pieces, but people label words.

Source of the usual choice, the first piece only: Devlin et al. 2019, section 5.3. https://arxiv.org/abs/1810.04805
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from core.errors import Trouble

Policy = Literal["repeat", "inside", "first"]
POLICIES: tuple[Policy, ...] = ("repeat", "inside", "first")
OUTSIDE = "O"
_LOOKALIKES = str.maketrans("ОоО０", "OOO0")  # a Cyrillic О in a label file is a class of its own to a program


def read_labels(line: str, words: int) -> list[str]:
    """Labels from a line; letters that only look like an O are made one.

    Raises:
        Trouble: ``tokens-labels``: not one label a word.
    """
    labels = [label.translate(_LOOKALIKES) for label in line.split()]
    if len(labels) != words:
        message = f"{words} words need {words} labels; there are {len(labels)}."
        raise Trouble("tokens-labels", message, words=words, labels=len(labels))
    return labels


def align(labels: Sequence[str], words: Sequence[int], policy: Policy) -> list[str | None]:
    """The label of every piece; ``words[i]`` is the word that piece ``i`` belongs to, -1 for a special token.

    ``repeat`` gives every piece the label of its word (two pieces of B-LOC count as two places), ``inside`` continues
    B-LOC as I-LOC, ``first`` labels the first piece only. ``None`` is left out of the loss.
    """
    out: list[str | None] = []
    for i, word in enumerate(words):
        label = labels[word] if word >= 0 else None
        if label is not None and i and words[i - 1] == word:
            if policy == "first":
                label = None
            elif policy == "inside" and label.startswith("B-"):
                label = f"I-{label[2:]}"
        out.append(label)
    return out


def words_of(text: str, spans: Sequence[tuple[int, int]], special: Sequence[bool]) -> list[int]:
    """Which word between spaces each piece belongs to; a tokenizer may count O'Brien as three."""
    starts = [at for at in range(len(text)) if not text[at].isspace() and (at == 0 or text[at - 1].isspace())]
    return [
        -1 if added else sum(start <= span[0] for start in starts) - 1
        for span, added in zip(spans, special, strict=True)
    ]
