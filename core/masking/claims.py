"""What is said of masked language models, as an experiment with MiniLM's, on news that it has not read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from jaxtyping import Float

from core.claims.claim import Trial
from core.masking.model import chosen, log_probabilities
from core.runtime import OnStep, Step, quiet
from core.text import load_corpus
from core.tokens.corpora import sentences

MODEL, DATA = "minilm-mlm", "lee-news"
SHORT, LONG = 12, 40  # pieces of a sentence that is asked about
WORDS = 300  # that a seed asks about

Row = tuple[int, ...]


@cache
def rows() -> tuple[tuple[Row, tuple[str, ...]], ...]:
    """The sentences of the corpus as ids and pieces, framed by [CLS] and [SEP]."""
    model = chosen("", MODEL)
    texts = [text for document in load_corpus(DATA).documents for text in sentences(document)]
    read = [model.tokens(text) for text in texts]
    return tuple((tuple(each.ids), tuple(each.pieces)) for each in read if SHORT <= len(each.ids) <= LONG)


def whole_words(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One piece of a word is easy to guess from the others (Devlin et al., whole word masking, 2019).

    The effect is bits that the first piece of a word costs more when the rest of the word is hidden with it. The
    control hides as many pieces on the other side instead, which belong to other words.
    """
    dice = np.random.default_rng(seed)
    costs = []
    for at in dice.permutation(len(rows())):
        row, pieces = rows()[int(at)]
        words = [_word(pieces, start) for start in range(2, len(row) - 1)]
        torn = [(a, b) for a, b in filter(None, words) if b - a > 1 and 2 * a - b >= 0]
        if torn:
            costs.append(_bits(row, *torn[int(dice.integers(len(torn)))]))
        if len(costs) == WORDS:
            break
    alone, whole, others = np.mean(costs, axis=0).tolist()
    on_step(Step(1.0))
    return Trial(whole - alone, others - alone, {"alone": alone, "whole": whole})


def _word(pieces: Sequence[str], start: int) -> tuple[int, int] | None:
    """Where a word begins and ends, if one begins here."""
    if not pieces[start].isalpha():
        return None
    end = start + 1
    while pieces[end].startswith("##"):
        end += 1
    return start, end


def _bits(row: Row, start: int, end: int) -> Float[np.ndarray, "3"]:
    """What the first piece costs: hidden alone, with the rest of its word, with as many pieces before it."""
    model, before = chosen("", MODEL), end - start - 1
    mask = int(model.tokenizer.mask_token_id)  # pyright: ignore[reportArgumentType]
    ways = ({start}, set(range(start, end)), set(range(max(1, start - before), start + 1)))
    shown = [[mask if at in hidden else each for at, each in enumerate(row)] for hidden in ways]
    logs = log_probabilities(model, shown, [[start]] * len(ways))
    return np.array([-float(each[0, row[start]]) for each in logs]) / np.log(2)
