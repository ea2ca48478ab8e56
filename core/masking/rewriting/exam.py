"""Marks of the two models on sentences that were kept back, beside simple ways to answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline
from tokenizers import Tokenizer

from core.masking.rewriting.answers import answers
from core.masking.rewriting.evidence import Gathering, drawn
from core.masking.rewriting.network import Gatherer, Rewriter
from core.masking.rewriting.pieces import ids
from core.masking.rewriting.prefixes import Task
from core.masking.rewriting.tasks import SHARES, Bank, Example, alike, bank, words
from core.masking.rewriting.tatoeba import short

ASKED, LEARNT = 500, 8_000  # questions of a task that are asked, and that the simple ways learn from


def tasks(model: Rewriter, cutter: Tokenizer) -> dict[str, dict[str, float]]:
    """By task: the mark, that of a simple way, how many were asked."""
    marks: dict[str, dict[str, float]] = {}
    for task in SHARES:
        made = some(bank(True), task, ASKED)
        parts = [made[at : at + 64] for at in range(0, len(made), 64)]
        said = [text for part in parts for text in answers(model, [each.source for each in part], cutter)]
        learnt = some(bank(False), task, LEARNT)
        marks[task] = {**mark(made, said), **{f"simple_{k}": v for k, v in mark(made, simple(learnt, made)).items()}}
        marks[task]["asked"] = len(made)
    return marks


def some(source: Bank, task: Task, n: int) -> list[Example]:
    """Questions of one task, none twice; fewer where there are no more."""
    dice, made = np.random.default_rng(7), dict[tuple[str, str], Example]()
    for _ in range(4 * n):
        each = source.draw(task, dice)
        made.setdefault((each.text, each.second), each)
        if len(made) == n:
            break
    return list(made.values())


def mark(made: Sequence[Example], said: Sequence[str]) -> dict[str, float]:
    """Share of answers that are right; how alike they are to the nearest right one; for scores, Spearman's rho."""
    if made[0].task == "similarity":
        wanted = [float(each.answer) for each in made]
        return {"rho": float(np.asarray(spearmanr(wanted, [_number(each) for each in said]))[0])}
    tight = ["".join(each.split()) for each in said]
    right = [any(text == "".join(a.split()) for a in each.answers) for each, text in zip(made, tight, strict=True)]
    found = {"right": float(np.mean(right))}
    if made[0].task in ("translate", "paraphrase"):
        near = [max(alike(text, a) for a in each.answers) for each, text in zip(made, said, strict=True)]
        found["alike"] = float(np.mean(near))
    return found


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 2.5  # not a score: the middle


def simple(learnt: Sequence[Example], made: Sequence[Example]) -> list[str]:
    """The translation of the sentence with the most words in common; the text itself; naive Bayes over words and
    pairs of words; the share of common words as a score."""
    match made[0].task:
        case "translate":
            bags = [Counter(words(each.text)) for each in learnt]
            return [learnt[_nearest(Counter(words(each.text)), bags)].answer for each in made]
        case "paraphrase":
            return [each.text for each in made]
        case "similarity":
            shares = [(Counter(words(each.text)), Counter(words(each.second))) for each in made]
            return [str(5 * 2 * (a & b).total() / max(a.total() + b.total(), 1)) for a, b in shares]
        case _:
            bayes = make_pipeline(CountVectorizer(ngram_range=(1, 2), token_pattern=r"\S+"), MultinomialNB())
            bayes.fit([each.text for each in learnt], [each.answer for each in learnt])
            return [str(each) for each in bayes.predict([each.text for each in made])]


def _nearest(bag: Counter[str], bags: Sequence[Counter[str]]) -> int:
    return int(np.argmax([2 * (bag & each).total() / (bag.total() + each.total()) for each in bags]))


@torch.no_grad()
def evidence(model: Gatherer, cutter: Tokenizer) -> dict[str, float]:
    """Nats a piece with the evidence as it is, and with what says the same exchanged for something else; how often the
    nearest evidence says the same, by the model's cosine and by letters in common."""
    dice = np.random.default_rng(7)
    made = [drawn(short(True), dice) for _ in range(ASKED)]
    strange = [without(each, dice) for each in made]
    costs, near = zip(*(asked(model, each, cutter) for each in made), strict=True)
    blind = [asked(model, each, cutter)[0] for each in strange]
    letters = [each.right[int(np.argmax([alike(each.text, text) for text in each.evidence]))] for each in made]
    return {
        "nats": float(np.mean(costs)),
        "nats_without": float(np.mean(blind)),
        "found": float(np.mean([each.right[int(np.argmax(scores))] for each, scores in zip(made, near, strict=True)])),
        "found_by_letters": float(np.mean(letters)),
        "found_by_chance": float(np.mean([np.mean(each.right) for each in made])),
        "asked": len(made),
        "beta": float(model.beta.detach()),
    }


def without(made: Gathering, dice: np.random.Generator) -> Gathering:
    """The same with what is right exchanged for sentences of other groups."""
    other = drawn(short(True), dice)
    false = [text for text, right in zip(other.evidence, other.right, strict=True) if not right]
    texts = [
        false[at % len(false)] if right else text
        for at, (text, right) in enumerate(zip(made.evidence, made.right, strict=True))
    ]
    return Gathering(made.text, tuple(texts), (False,) * len(texts))


def asked(model: Gatherer, made: Gathering, cutter: Tokenizer) -> tuple[float, np.ndarray]:
    """Nats a piece, and the relevances."""
    wanted = torch.from_numpy(ids([made.text], cutter))
    logits, _, near = model.gather(wanted, torch.from_numpy(ids(made.evidence, cutter))[None], wanted[:, :-1])
    cost = -logits[0].log_softmax(-1).gather(-1, wanted[0, 1:, None]).mean()
    return float(cost), near[0].numpy()


def rounded(marks: Mapping[str, float]) -> dict[str, float]:
    """As a card keeps them."""
    return {name: round(float(value), 4) for name, value in marks.items()}
