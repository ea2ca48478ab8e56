"""Two claims about subwords as experiments: no word is out of reach, and their pieces are parts of unseen words.

Sennrich et al. 2016, sections 1 and 3.2. https://arxiv.org/abs/1508.07909
"""

from __future__ import annotations

from collections import Counter
from math import log10

import numpy as np

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.text import load_corpus
from core.tokens.config import Config
from core.tokens.cut import most_frequent
from core.tokens.measure import oov, running_words
from core.tokens.merges import MergeRun, encode, train_merges

SIZES = {"small": (160, 1_000), "full": (350, 3_000)}  # documents, merges
UNSEEN = 0x10000  # letters are moved up by this much: to signs that no text of the corpus holds


def open_vocabulary(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One draw of documents: share of held-out words lost by a word vocabulary − share lost by BPE of the same size.

    The control writes the held-out words in letters that the training text never shows. What BPE promises rests on
    shared letters; here it must lose everything too, and the difference must vanish.
    """
    learnt, held = _drawn(seed, scale)
    run = train_merges(learnt, Config(added=SIZES[scale][1]), on_step=_half(on_step))
    words = most_frequent(learnt, len(run.pieces))
    foreign = Counter({"".join(chr(ord(c) + UNSEEN) for c in word): n for word, n in held.items()})
    return Trial(
        effect=oov(held, words) - lost(run, held),
        control=oov(foreign, words) - lost(run, foreign),
        extras={
            "words_lost": oov(held, words),
            "bpe_lost": lost(run, held),
            "vocabulary": float(len(run.pieces)),
            "pieces_per_word": _pieces(run, held),
        },
    )


def pieces_carry_over(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One draw: log10(pieces of the unseen words with their letters shuffled ÷ pieces of the unseen words).

    If pieces are parts of words (believ, able), an unseen word needs fewer of them than its letters in random order.
    The control learns from words whose letters are shuffled: then the order means nothing and nothing can be gained.
    """
    dice = np.random.default_rng([seed, 1])
    learnt, held = _drawn(seed, scale)
    unseen = Counter({word: n for word, n in held.items() if word not in learnt and word.isalpha() and len(word) > 3})
    mixed = Counter({_shuffled(word, dice): n for word, n in unseen.items()})
    config = Config(added=SIZES[scale][1])
    run = train_merges(learnt, config, on_step=_half(on_step))
    scrambled = Counter[str]()
    for word, n in learnt.items():
        scrambled[_shuffled(word, dice)] += n
    noise = train_merges(scrambled, config)
    real, random = _pieces(run, unseen), _pieces(run, mixed)
    return Trial(
        effect=log10(random / real),
        control=log10(_pieces(noise, mixed) / _pieces(noise, unseen)),
        extras={"unseen_pieces": real, "shuffled_pieces": random, "unseen_words": float(len(unseen))},
    )


def lost(run: MergeRun, held: Counter[str]) -> float:
    """Share of running words with a letter that the vocabulary lacks."""
    return sum(n for word, n in held.items() if not set(word) <= run.ids.keys()) / max(1, sum(held.values()))


def _drawn(seed: int, scale: str) -> tuple[Counter[str], Counter[str]]:
    """Words of four fifths of the documents, and of the rest; which ones, the seed decides."""
    documents = load_corpus("lee-news").documents
    order = np.random.default_rng([seed, 0]).permutation(len(documents))[: SIZES[scale][0]]
    cut = len(order) * 4 // 5
    learnt, held = (running_words(documents[i] for i in part) for part in (order[:cut], order[cut:]))
    return learnt, held


def _pieces(run: MergeRun, words: Counter[str]) -> float:
    steps = len(run.made)
    return sum(n * len(encode(run, word, steps)[-1].pieces) for word, n in words.items()) / max(1, sum(words.values()))


def _shuffled(word: str, dice: np.random.Generator) -> str:
    return "".join(word[i] for i in dice.permutation(len(word)))


def _half(on_step: OnStep) -> OnStep:
    return lambda step: on_step(Step(step.progress / 2, step.metrics))
