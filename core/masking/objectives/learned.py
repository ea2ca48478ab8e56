"""Readers that were trained beforehand, one an objective, and what each says of a damaged text.

    reader("electra").answers(corrupt(text, ELECTRA()))

``python -m core.masking.objectives train [NAME …]`` trains them again; ``card.json`` says how well each answers its
own question on windows that were kept back, beside the answer that is most often right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

import numpy as np
import torch
from safetensors.torch import load_file
from sklearn.metrics import roc_auc_score

from core.masking.corruption import BOS, EOS, SPECIAL, UNK, Corruption, Objective, Words, corruption, writes
from core.masking.objectives import OBJECTIVES
from core.masking.objectives.card import FOLDER, card, trained
from core.masking.objectives.reader import NOT_ASKED, Reader, batch, number, row
from core.masking.objectives.training import Config
from core.models.weights import examine

CONFIG = Config(D=64, V=2_000, window=32, steps=2_000)
LONGEST = 40  # words that are written

Side = Literal["encoder", "query", "decoder"]


@dataclass(frozen=True)
class Guess:
    """What is said at one place that is asked: the best answers, and how likely the right one was."""

    side: Side
    at: int
    wanted: str
    right: float | None  # None: the reader has no name for this word
    best: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Told:
    """One reader with its words."""

    name: str
    model: Reader
    ids: Mapping[str, int]

    @torch.no_grad()
    def answers(self, made: Corruption, k: int = 3) -> list[Guess]:
        """An answer for every place that counts in the loss, in the order of the places."""
        given = row(made, self.ids)
        ids, places, kinds, sees, _, _ = batch([given], 0)
        asked: list[tuple[Side, int, int]] = [(side, at, start + at) for side, start, at in _asked(made)]
        if not asked:
            return []
        states = self.model.states(ids, places, kinds, sees)[0, [where for *_, where in asked]]
        logits, words = self.model.name(states), list(self.ids)
        found = []
        for (side, at, _), scores in zip(asked, logits, strict=True):
            wanted = (made.decoder if side == "decoder" and made.decoder else made).targets[at]
            possible = self._possible(wanted)
            chances = scores[possible].softmax(-1)
            best = [(words[possible[each]], float(chances[each])) for each in chances.argsort(descending=True)[:k]]
            named = number(wanted, self.ids)
            right = float(chances[possible.index(named)]) if named in possible else None
            found.append(Guess(side, at, wanted, right, tuple(best)))
        return found

    @torch.no_grad()
    def draw(self, inputs: Words, places: Sequence[int], dice: np.random.Generator) -> list[str]:
        """A word for every hole by its chance: what ELECTRA's generator does."""
        if not places:
            return []
        ids, at, kinds, sees, _, _ = batch([row(corruption(inputs, inputs, [False] * len(inputs)), self.ids)], 0)
        possible, words = self._sayable, list(self.ids)
        chances = self.model.name(self.model.states(ids, at, kinds, sees)[0, list(places)])[:, possible].softmax(-1)
        fell = (chances.cumsum(-1) < torch.from_numpy(dice.random((len(places), 1)))).sum(-1)
        return [words[possible[min(int(each), len(possible) - 1)]] for each in fell]

    @torch.no_grad()
    def finds(self, made: Corruption, strange: Sequence[Corruption]) -> list[float]:
        """For objectives that compare two views: how likely the own second view is, and each strange one."""
        rows = [row(each, self.ids) for each in (made, *(replace(made, other=other) for other in strange))]
        ids, places, kinds, sees, _, views = batch(rows, 0)
        states = self.model.states(ids, places, kinds, sees)
        one, two = states[0, views[0, 0]], states[torch.arange(len(rows)), views[:, 1]]
        return (two @ one / one.shape[-1] ** 0.5).softmax(0).tolist()

    @torch.no_grad()
    def write(self, made: Corruption) -> Words:
        """The decoder's own text, the likeliest word each time; empty where the objective has no decoder."""
        if made.decoder is None or made.decoder.inputs[:1] != (BOS,):
            return ()
        said: Words = ()
        sayable, words = self._sayable, list(self.ids)
        while len(said) < LONGEST:
            ids, places, kinds, sees, _, _ = batch([row(replace(made, decoder=writes(said)), self.ids)], 0)
            at = len(made.inputs) + len(said)
            logits = self.model.name(self.model.states(ids, places, kinds, sees)[0, at])
            word = words[sayable[int(logits[sayable].argmax())]]
            if word == EOS:
                break
            said = (*said, word)
        return said

    def _possible(self, wanted: str) -> list[int]:
        """Ids of the answers: the objective's labels where one of them is asked for, else every word."""
        labels = getattr(OBJECTIVES[self.name], "labels", ())
        return [self.ids[label] for label in labels if label in self.ids] if wanted in labels else self._sayable

    @cached_property
    def _sayable(self) -> list[int]:
        labels = {label for each in OBJECTIVES.values() for label in getattr(each, "labels", ())}
        silent = {*SPECIAL, *labels} - {EOS}
        return [at for word, at in self.ids.items() if word not in silent]


def _asked(made: Corruption) -> list[tuple[Side, int, int]]:
    """Side, where it starts in the row, and place of every question, as :func:`row` lays them out."""
    T = len(made.inputs)
    if len(made.attention_mask) > 1:
        return [("query", T, at) for at in made.asked]
    own: list[tuple[Side, int, int]] = [("encoder", 0, at) for at in made.asked]
    return own + [("decoder", T, at) for at in (made.decoder.asked if made.decoder else [])]


@cache
def reader(name: str) -> Told:
    """The shipped reader of an objective. Raises KeyError for a name without one."""
    if name not in trained():
        raise KeyError(name)
    config, words = card()["config"], (FOLDER / "words.txt").read_text(encoding="utf-8").split("\n")
    model = Reader(len(words), config["D"], config["L"], config["H"], config["places"])
    file = FOLDER / f"{name}.safetensors"
    examine((file,), name)  # is it the one that we ship?
    model.load_state_dict({key: value.float() for key, value in load_file(file).items()})
    return Told(name, model.eval(), {word: at for at, word in enumerate(words)})


def examined(told: Told, objective: Objective, read: Sequence, kept: Sequence, seed: int = 0) -> dict[str, float]:
    """Share of right answers on kept windows, and of the answer that is most often right on read ones.

    Words without a name are not asked for. For two views: the own one among 31 strange ones.
    """
    dice = np.random.default_rng(seed)
    made = [objective.corrupt(window, dice) for window in kept]
    if made[0].other is not None:
        strange = [each.other for each in made[:32] if each.other is not None]
        ranks = [told.finds(each, [s for s in strange if s is not each.other][:31]) for each in made[:100]]
        return {"right": float(np.mean([np.argmax(each) == 0 for each in ranks])), "usual": 1 / 32, "asked": len(ranks)}
    guesses = [guess for each in made for guess in told.answers(each, 2) if guess.right is not None]
    usual = Counter(
        target for window in read for target in _targets(objective.corrupt(window, dice), told.ids)
    ).most_common(1)
    most = usual[0][0] if usual else ""
    right = [guess.best[0][0] in (guess.wanted, guess.wanted.lower()) for guess in guesses]
    return {
        "right": float(np.mean(right)),
        "usual": float(np.mean([most in (guess.wanted, guess.wanted.lower()) for guess in guesses])),
        "asked": len(guesses),
        **_ranked(guesses),
    }


def _ranked(guesses: Sequence[Guess]) -> dict[str, float]:
    """Between two labels: how often the rarer one is thought likelier where it is right than where it is not.

    The area under the ROC curve, by ranks: 0.5 is chance, however rare the label is.
    """
    wanted = Counter(guess.wanted for guess in guesses)
    if len(wanted) != 2 or any(set(wanted) != {word for word, _ in guess.best} for guess in guesses):
        return {}
    rare = wanted.most_common()[1][0]
    true = np.array([guess.wanted == rare for guess in guesses])
    scores = np.array([dict(guess.best)[rare] for guess in guesses])
    return {"ranked": float(roc_auc_score(true, scores))}


def _targets(made: Corruption, ids: Mapping[str, int]) -> list[str]:
    words = list(ids)
    return [words[at] for at in row(made, ids).targets.tolist() if at != NOT_ASKED and words[at] != UNK]
