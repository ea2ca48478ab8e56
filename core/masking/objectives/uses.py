"""One gap and one continuation, asked of a reader that was made for it and of one that was not.

To GPT a gap is a next word: it is told from what stands before, and nothing else. BERT is asked for a next word by a
[MASK] at the end of the text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.masking.corruption import MASK, Corruption, Words, corrupt, corruption
from core.masking.objectives.causal import CausalLM
from core.masking.objectives.learned import Guess, Told

GPT = "clm"
LIKELIEST = 10  # words that the dice choose from
UNSAID = "."  # what stands at a place whose word is not there yet; nobody sees it


@dataclass(frozen=True)
class Cost:
    """Nats a word, the mean over a text: each word hidden in its turn, and each told from those before it."""

    hidden: float
    following: float


def gap(words: Words, at: int) -> Corruption:
    """All the words but one, which is asked for."""
    return corruption((*words[:at], MASK, *words[at + 1 :]), words, [i == at for i in range(len(words))])


def fill(told: Told, words: Words, at: int, k: int = 5) -> Guess:
    """What a reader, BERT's or GPT's, would write at a place of the text."""
    if told.name == GPT:
        return told.answers(corrupt(words[: at + 1], CausalLM()), k)[-1]
    [guess] = told.answers(gap(words, at), k)
    return guess


def write(told: Told, words: Words, n: int, rest: Words = (), seed: int = 0) -> Words:
    """``n`` words more, each drawn among the likeliest by its chance; BERT sees the ``rest`` behind them."""
    dice, said = np.random.default_rng(seed), words
    for _ in range(n):
        best = fill(told, (*said, UNSAID, *rest), len(said), LIKELIEST).best
        chances = np.array([chance for _, chance in best])
        said = (*said, best[int(dice.choice(len(best), p=chances / chances.sum()))][0])
    return said[len(words) :]


def cost(told: Told, words: Words) -> Cost | None:
    """What a text costs in either use; None where the reader has no name for any of its words."""
    if told.name == GPT:  # one reading answers every place, and what stands behind is never seen
        hidden = following = [each.right for each in told.answers(corrupt(words, CausalLM()), 1)]
    else:
        hidden = [fill(told, words, at).right for at in range(len(words))]
        following = [fill(told, words[: at + 1], at).right for at in range(len(words))]
    if not any(hidden):
        return None
    means = (float(-np.mean([np.log(each) for each in found if each is not None])) for found in (hidden, following))
    return Cost(*means)
