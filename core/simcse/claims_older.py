"""Two more claims about vectors without labels: bending them by a flow, averaging words against reading in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet, within
from core.simcse.claims import OTHER
from core.simcse.measures import unit
from core.simcse.sts import gold, spearman

MODEL, SENTENCES = "en-small", 2_000  # that the maps are learnt from, drawn by the seed


def flow(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """After Li et al. 2020, table 2: bending vectors until they look Gaussian helps more than Su et al.'s whitening.

    The effect is Spearman's ρ on the development pairs after whitening to 64 directions and bending, less that after
    the whitening alone; the control, the flow less a flow of other dice on the same sentences.
    """
    from core.simcse.flow import Config, fit_flow

    table, x, y = _means()
    known = table[np.random.default_rng(seed).choice(len(table), SENTENCES, replace=False)]
    one = fit_flow(known, Config(seed=seed), device=device, on_step=within(on_step, 0, 0.5))
    other = fit_flow(known, Config(seed=seed + OTHER), device=device, on_step=within(on_step, 0.5, 1))
    plain, white, bent, again = (_score(each(x), each(y)) for each in (lambda rows: rows, one.first, one, other))
    return Trial(bent - white, bent - again, {"plain": plain, "white": white, "flow": bent})


def averages(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Hill et al. 2016: where nobody labels, averaged word vectors order pairs better than skip-thought does.

    The effect is Spearman's ρ of averaged word2vec vectors less that of quick thoughts, which learn from the packaged
    Wikipedia sample and begin with the same word vectors; the control, the same with the grades shuffled.
    """
    from core.word2vec.shipped import vectors
    from core.word2vec.texts import words
    from core.words import averages as bags
    from core.words import thoughts
    from core.words.whole import level, ordered

    pairs, known = gold("en", "dev"), vectors("words-en")
    reader = thoughts.train(ordered()[1], thoughts.Config(seed=seed), vectors=known, device=device, on_step=on_step)

    def cut(texts: Sequence[str]) -> list[list[str]]:
        return [list(words(text)) for text in texts]

    both = cut([*pairs.first, *pairs.second])
    average = np.split(bags.mean(both, known), 2)
    read = np.split(level(reader.encode(both)), 2)
    shuffled = np.random.default_rng(seed).permutation(np.array(pairs.scores))
    scores, controls = ([_score(x, y, grades) for x, y in (average, read)] for grades in (None, shuffled))
    on_step(Step(1.0))
    return Trial(scores[0] - scores[1], controls[0] - controls[1], {"averages": scores[0], "thoughts": scores[1]})


@cache
def _means() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean vectors of the training sentences, and of both sides of the development pairs."""
    from core.models import load
    from core.simcse.encode import vectors

    learn, pairs, model = gold("en", "train"), gold("en", "dev"), load(MODEL)
    texts = tuple(dict.fromkeys([*learn.first, *learn.second]))
    return vectors(model, texts), vectors(model, pairs.first), vectors(model, pairs.second)


def _score(x: np.ndarray, y: np.ndarray, grades: np.ndarray | None = None) -> float:
    grades = np.array(gold("en", "dev").scores) if grades is None else grades
    return spearman((unit(x) * unit(y)).sum(1), grades)
