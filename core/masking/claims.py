"""Three things that are said of masked language models, as experiments with MiniLM's, on news that it has not read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from jaxtyping import Float

from core.claims.claim import Trial
from core.masking.model import chosen, log_probabilities
from core.masking.surprise import surprise
from core.models import Model
from core.models.scrambled import scrambled
from core.runtime import OnStep, Step, quiet
from core.text import load_corpus
from core.tokens.corpora import sentences

MODEL, DATA = "minilm-mlm", "lee-news"
SHORT, LONG = 12, 40  # pieces of a sentence that is asked about
APART = 6  # pieces between two gaps that have little to do with each other
PAIRS, WORDS, SWAPPED = 600, 300, 60  # questions of a seed

Row = tuple[int, ...]


@cache
def rows() -> tuple[tuple[Row, tuple[str, ...]], ...]:
    """The sentences of the corpus as ids and pieces, framed by [CLS] and [SEP]."""
    model = chosen("", MODEL)
    texts = [text for document in load_corpus(DATA).documents for text in sentences(document)]
    read = [model.tokens(text) for text in texts]
    return tuple((tuple(each.ids), tuple(each.pieces)) for each in read if SHORT <= len(each.ids) <= LONG)


def in_turn(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Two gaps guessed at once are guessed as if each knew nothing of the other (Yang et al. 2019, section 2.1).

    The effect is the share of neighbouring pairs of words that both come out right when the surer gap is filled first
    and the other read again, less the share when both are filled at once. The control: words that stand far apart.
    """
    dice = np.random.default_rng(seed)
    shares = {}
    for part, far in enumerate((False, True)):
        asked = [_gaps(*rows()[int(at)], far, dice) for at in dice.permutation(len(rows()))]
        pairs = [each for each in asked if each is not None][:PAIRS]
        shares[far] = np.mean([_both(row, places) for row, places in pairs], axis=0)
        on_step(Step((part + 1) / 2))
    near, apart = shares[False], shares[True]
    return Trial(
        float(near[1] - near[0]), float(apart[1] - apart[0]), {"independent": float(near[0]), "turned": float(near[1])}
    )


def _gaps(row: Row, pieces: Sequence[str], far: bool, dice: np.random.Generator) -> tuple[Row, tuple[int, int]] | None:
    """Two whole words of one piece each: neighbours, or with some pieces between them."""
    alone = [at for at in range(1, len(row) - 1) if _whole(pieces, at)]
    pairs = [(a, b) for a in alone for b in alone if (b - a > APART if far else b - a == 1)]
    return (row, pairs[int(dice.integers(len(pairs)))]) if pairs else None


def _whole(pieces: Sequence[str], at: int) -> bool:
    return pieces[at].isalpha() and not pieces[at + 1].startswith("##")


def _both(row: Row, places: tuple[int, int]) -> tuple[bool, bool]:
    """Whether both come out right: filled at once, and the surer one first."""
    model = chosen("", MODEL)
    mask = int(model.tokenizer.mask_token_id)  # pyright: ignore[reportArgumentType]
    hidden = [mask if at in places else each for at, each in enumerate(row)]
    [logs] = log_probabilities(model, [hidden], [places])
    best, sure = logs.argmax(1), int(logs.max(1).argmax())
    at_once = all(int(best[n]) == row[at] for n, at in enumerate(places))
    hidden[places[sure]] = int(best[sure])
    [again] = log_probabilities(model, [hidden], [[places[1 - sure]]])
    return at_once, int(best[sure]) == row[places[sure]] and int(again[0].argmax()) == row[places[1 - sure]]


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


def real_order(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """A sentence's pseudo-log-likelihood tells it from one that is wrong (Salazar et al. 2020, sections 3 and 4).

    The effect is the share of sentences that surprise the model less than with two neighbouring words exchanged, less
    one half; the control, the same asked of the model with random weights.
    """
    dice = np.random.default_rng(seed)
    told, model, random = [], chosen("", MODEL), scrambled(chosen("", MODEL), seed)
    texts = [text for document in load_corpus(DATA).documents for text in sentences(document)]
    for at in dice.permutation(len(texts)):
        words = texts[int(at)].split()
        plain = [
            n
            for n in range(1, len(words) - 2)
            if words[n].isalpha() and words[n + 1].isalpha() and words[n] != words[n + 1]
        ]
        if not 6 <= len(words) <= 20 or not plain:
            continue
        n = plain[int(dice.integers(len(plain)))]
        other = [*words[:n], words[n + 1], words[n], *words[n + 2 :]]
        told.append([_less(" ".join(words), " ".join(other), each) for each in (model, random)])
        on_step(Step(len(told) / SWAPPED))
        if len(told) == SWAPPED:
            break
    right, by_chance = np.mean(told, axis=0).tolist()
    return Trial(right - 0.5, by_chance - 0.5, {"right": right})


def _less(first: str, second: str, model: Model) -> bool:
    """Whether the first surprises the model less; both hold the same words."""
    return surprise(first, model).bits.sum() < surprise(second, model).bits.sum()
