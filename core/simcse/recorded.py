"""Recorded runs: encoders graded on STS-B, and vectors of a few sentences, so that the first picture needs no torch.

``OBSERVATORY_DATA=… python -m core.simcse encoders MODEL`` records the first again, ``… first`` the second,
``… flow MODEL`` what a flow makes of the vectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.simcse.sts import Card

GRADED = {"minilm": "en", "en-small": "en", "zh-char": "zh"}  # model: its language
COMMAND = "OBSERVATORY_DATA=… python -m core.simcse"
PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {  # ours, written for this page
    "en": (
        ("A man plays a guitar on the stage.", "Someone is playing guitar on a stage."),
        ("The kitten sleeps on the sofa.", "A small cat is asleep on the couch."),
        ("It will rain all day tomorrow.", "Tomorrow rain is expected from morning to night."),
        ("She bought fresh bread at the market.", "At the market she got some fresh bread."),
        ("The train left ten minutes late.", "The train departed with a delay of ten minutes."),
        ("Children build a castle of sand.", "Kids are making a sand castle."),
        ("The team won its third match.", "It was the third victory for the team."),
        ("He repaired the old bicycle.", "The old bike was fixed by him."),
    ),
    "zh": (
        ("他在台上弹吉他。", "台上有个人正在弹吉他。"),
        ("小猫在沙发上睡觉。", "一只小猫睡在沙发上。"),
        ("明天会下一整天雨。", "预计明天从早到晚都有雨。"),
        ("她在市场买了新鲜面包。", "她从市场上买回了刚出炉的面包。"),
        ("火车晚开了十分钟。", "这趟火车晚点十分钟才发车。"),
        ("孩子们在堆沙堡。", "几个小孩正用沙子堆城堡。"),
        ("这支球队赢了第三场比赛。", "这是球队的第三场胜利。"),
        ("他修好了那辆旧自行车。", "那辆旧自行车被他修好了。"),
    ),
}


@dataclass(frozen=True, eq=False)
class First:
    """Vectors of the pairs above, lengths kept: English by the packaged MiniLM, Chinese by ``chinese.encode``."""

    x: Float[np.ndarray, "N D"]
    y: Float[np.ndarray, "N D"]
    model: str
    digest: str
    date: str
    machine: str
    code: str


@dataclass(frozen=True, eq=False)
class Tuning:
    """One tuning as it goes, graded on the test pairs."""

    at: Int[np.ndarray, " M"]  # steps; the first is 0
    alignment: Float[np.ndarray, " M"]
    uniformity: Float[np.ndarray, " M"]
    spearman: Float[np.ndarray, " M"]


@dataclass(frozen=True, eq=False)
class Graded:
    """The ways to use one model, graded on the same pairs, and how it changes while it is tuned."""

    model: str
    cards: Mapping[str, Card]  # on the test pairs
    dev: Mapping[str, float]  # Spearman's ρ on the development pairs
    tunings: Mapping[str, Tuning]
    directions: Int[np.ndarray, " K"]  # kept by whitening, strongest first
    whitened: Float[np.ndarray, " K"]  # Spearman's ρ of the whitened means on the test pairs
    data: str
    date: str
    machine: str
    code: str
    seconds: float


@dataclass(frozen=True, eq=False)
class Flowed:
    """The mean vectors of one model, whitened to a few directions and then bent by a flow, graded like the others."""

    model: str
    cards: Mapping[str, Card]  # "mean", "mean-whitened" to these directions, "mean-flow" on the test pairs
    dev: Mapping[str, float]
    nats: Mapping[str, float]  # per coordinate, of the test sentences: "white" before the bending, "flow" after
    directions: int
    learnt_from: int  # sentences
    data: str
    date: str
    machine: str
    code: str
    seconds: float


def first(lang: str = "en") -> First:
    """The vectors of the first picture."""
    return _load(f"first-{lang}")


def graded(model: str = "minilm") -> Graded:
    """One of ``GRADED``, on the STS-B of its language."""
    return _load(f"graded-{model}")


def flowed(model: str) -> Flowed:
    """The flow on one of ``GRADED``."""
    return _load(f"flow-{model}")


def keep(name: str, value: object) -> None:
    """Write one recorded run."""
    store.save(runtime.ASSETS / "recorded" / "sentences" / name, value)


@cache
def _load(name: str):
    return store.load(runtime.ASSETS / "recorded" / "sentences" / name)
