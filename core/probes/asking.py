"""A masked language model as its own probe: agreement with nouns in between, and facts with their subjects hidden.

Linzen et al. 2016, https://arxiv.org/abs/1611.01368, and Goldberg 2019, https://arxiv.org/abs/1901.05287 (agreement);
Petroni et al. 2019, https://arxiv.org/abs/1909.01066 (facts).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.attention.surgery import gap
from core.models import Model

SUBJECTS = {
    "key": ("key", "keys"),
    "author": ("author", "authors"),
    "picture": ("picture", "pictures"),
    "teacher": ("teacher", "teachers"),
}
BETWEEN = (  # phrases with a noun, singular and plural
    ("near the cabinet", "near the cabinets"),
    ("behind the door", "behind the doors"),
    ("beside the window", "beside the windows"),
    ("with the box", "with the boxes"),
)
FACTS = (  # sentence, answer, the words that are the subject
    ("Paris is the capital of [MASK].", "france", "Paris"),
    ("Rome is the capital of [MASK].", "italy", "Rome"),
    ("Tokyo is the capital of [MASK].", "japan", "Tokyo"),
    ("Berlin is the capital of [MASK].", "germany", "Berlin"),
    ("A whale lives in the [MASK].", "sea", "whale"),
    ("In summer the grass is [MASK].", "green", "grass"),
    ("At night the sky is [MASK].", "dark", "sky"),
    ("Shakespeare wrote many [MASK].", "plays", "Shakespeare"),
    ("Mozart wrote a lot of [MASK].", "music", "Mozart"),
    ("Ice is made of frozen [MASK].", "water", "Ice"),
    ("The opposite of hot is [MASK].", "cold", "hot"),
    ("Bread is baked from [MASK].", "flour", "Bread"),
)


@dataclass(frozen=True)
class Rank:
    """Where the right word stands."""

    rank: int  # 1 is first
    share: float
    top: str  # the model's own first choice


def agreement(model: Model, subject: str, *, plural: bool) -> tuple[Float[np.ndarray, "2 more"], tuple[str, ...]]:
    """Share of the right verb among *is* and *are* with 0, 1, … nouns in between; rows: other number, same number.

    The sentences are those of the first row.
    """
    own = SUBJECTS[subject][plural]
    rows, sentences = [], []
    for other in (True, False):
        shares = []
        for n in range(len(BETWEEN) + 1):
            nouns = " ".join(pair[plural != other] for pair in BETWEEN[:n])
            text = " ".join(f"The {own} {nouns} [MASK] lost.".split())
            shares.append(_right_share(model, text, plural))
            if other:
                sentences.append(text)
        rows.append(shares)
    return np.array(rows), tuple(sentences)


def rank(model: Model, text: str, word: str) -> Rank:
    """The rank of ``word`` in the first gap of ``text``.

    Raises:
        Trouble: ``fill-model``, ``fill-nothing``, ``fill-unknown``.
    """
    return _nth(model, text, word, 0)


def facts(model: Model) -> list[tuple[Rank, Rank]]:
    """Each fact as written, and with its subject hidden as well."""
    found = []
    for text, word, subject in FACTS:
        blind = text.replace(subject, "[MASK]", 1)
        given = rank(model, text, word)
        place = 1 if blind.index("[MASK]") < text.index("[MASK]") else 0  # of the gap that is asked about
        found.append((given, _nth(model, blind, word, place)))
    return found


def _nth(model: Model, text: str, word: str, n: int) -> Rank:
    ids, _, number = gap(model, text, word)
    at = [place for place, each in enumerate(ids) if each == model.tokenizer.mask_token_id][n]
    logits = model.logits(text)[at].astype(float)
    shares = np.exp(logits - logits.max())
    shares /= shares.sum()
    top = str(model.tokenizer.decode([int(logits.argmax())])).strip()
    return Rank(int((logits > logits[number]).sum()) + 1, float(shares[number]), top)


def _right_share(model: Model, text: str, plural: bool) -> float:
    _, at, first = gap(model, text, "is")
    _, _, second = gap(model, text, "are")
    logits = model.logits(text)[at].astype(float)
    share = 1 / (1 + np.exp(logits[first] - logits[second]))  # of "are"
    return float(share if plural else 1 - share)
