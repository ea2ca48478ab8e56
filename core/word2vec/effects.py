"""Claims about word2vec, each as one trial with its control.

Every trial trains on its own draw of four fifths of the paragraphs of the Wikipedia excerpt, both sides on the same
text from the same seed. The control lays two trainings of the *same* way side by side that differ in the seed only:
what luck alone can do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from jaxtyping import Int

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.word2vec.config import Config
from core.word2vec.quality import similarity, simlex999, wordsim353
from core.word2vec.texts import Sentences, named
from core.word2vec.training import train
from core.word2vec.vectors import Vectors

BASE = Config(D=96, window=5, negatives=5, epochs=10, min_count=5, subsample=1e-3)
LUCK = 1_000  # added to the seed for the control
RENAMED = "°"  # ends the new name of a word's few kept-apart occurrences
FEW = 10  # occurrences that a rarefied word has
COMMON = (100, 2_000)  # occurrences of the words that are rarefied
MANY = 200  # words that are rarefied


def skipgram_cbow(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Similarity score of skip-gram minus CBOW."""
    return _compare(seed, alike, Config("skipgram"), Config("cbow"), _draw(seed), on_step)


def rare_words(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """How well the vector of a word seen ten times finds the word it really is: skip-gram minus CBOW."""
    return _compare(seed, found_again, Config("skipgram"), Config("cbow"), rarefy(_draw(seed), seed), on_step)


def rare_words_place(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """The same by another measure, with no floor: the share of words that lie farther away than the word itself."""
    return _compare(seed, place, Config("skipgram"), Config("cbow"), rarefy(_draw(seed), seed), on_step)


def negative_hierarchical(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Similarity score of negative sampling minus hierarchical softmax, both skip-gram."""
    return _compare(seed, alike, Config(), Config(output="hierarchical"), _draw(seed), on_step)


def subsampling(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Similarity score with frequent words thinned out minus without."""
    return _compare(seed, alike, Config(), Config(subsample=0.0), _draw(seed), on_step)


def shared_negatives(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Similarity score with one draw of noise words for a window minus one for each pair."""
    return _compare(seed, alike, Config(), Config(shared=False), _draw(seed), on_step)


def alike(of: Vectors) -> float:
    """Mean of Spearman's ρ on WordSim-353 and SimLex-999."""
    return (similarity(of, wordsim353()).value + similarity(of, simlex999()).value) / 2


def found_again(of: Vectors) -> float:
    """Mean over rarefied words of 1 / rank, at which the word itself stands among the nearest."""
    return float(np.mean(1 / ranks(of)))


def place(of: Vectors) -> float:
    """Mean over rarefied words of the share of other words that are farther than the word itself: 0.5 is chance."""
    return float(np.mean(1 - (ranks(of) - 1) / (len(of.vocab) - 2)))


def ranks(of: Vectors) -> Int[np.ndarray, " N"]:
    """At which place, from 1, each rarefied word finds itself."""
    found = []
    for name in of.vocab:
        if name.endswith(RENAMED) and name[:-1] in of.index:
            score = of.unit @ of.unit[of.index[name]]
            score[of.index[name]] = -np.inf
            found.append(1 + int((score > score[of.index[name[:-1]]]).sum()))
    return np.array(found)


def rarefy(sentences: Sentences, seed: int) -> Sentences:
    """Give ten occurrences of each of some common words a new name: a rare word whose meaning we know."""
    dice = np.random.default_rng(seed)
    flat = [word for sentence in sentences for word in sentence]
    names, where, counts = np.unique(flat, return_inverse=True, return_counts=True)
    fit = np.flatnonzero((counts >= COMMON[0]) & (counts <= COMMON[1]))
    for word in dice.permutation(fit)[:MANY]:
        for place in dice.choice(np.flatnonzero(where == word), FEW, replace=False):
            flat[place] = f"{names[word]}{RENAMED}"
    ends = np.cumsum([0, *map(len, sentences)]).tolist()
    return tuple(tuple(flat[a:b]) for a, b in pairwise(ends))


def _compare(
    seed: int, score: Callable[[Vectors], float], this: Config, that: Config, text: Sentences, on_step: OnStep
) -> Trial:
    marks, seconds = [], []
    for n, (kind, luck) in enumerate(((this, 0), (that, 0), (this, LUCK), (that, LUCK))):
        knobs = {name: getattr(kind, name) for name in ("architecture", "output", "shared")}
        thinned = 0.0 if kind.subsample == 0 else BASE.subsample
        began = time.perf_counter()
        run = train(text, replace(BASE, **knobs, subsample=thinned, seed=seed + luck))
        seconds.append(time.perf_counter() - began)
        marks.append(score(run))
        on_step(Step((n + 1) / 4))
    first, second, first_again, second_again = marks
    return Trial(
        effect=first - second,
        control=((first - first_again) + (second - second_again)) / 2,
        extras={"first": first, "second": second, "seconds_first": seconds[0], "seconds_second": seconds[1]},
    )


@lru_cache(maxsize=1)
def _draw(seed: int) -> Sentences:
    everything = named("wikipedia-sample")
    kept = np.random.default_rng(seed).permutation(len(everything))[: len(everything) * 4 // 5]
    return tuple(everything[i] for i in sorted(kept))
