"""The knobs of one training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Architecture = Literal["skipgram", "cbow"]
Output = Literal["negative", "hierarchical", "softmax"]


@dataclass(frozen=True)
class Config:
    """The numbers are gensim's defaults, so that the two can be laid side by side."""

    architecture: Architecture = "skipgram"
    output: Output = "negative"
    D: int = 100  # width of a word vector
    window: int = 5  # words to each side at most; every centre draws 1 to window
    negatives: int = 5  # noise words per centre
    exponent: float = 0.75  # noise words are drawn in proportion to count ** exponent
    shared: bool = True  # skip-gram: one draw of noise words for all of a centre's context, not one for each
    mean: bool = True  # CBOW: the hidden vector is the mean of its context, else the sum; each row takes the whole step
    subsample: float = 1e-3  # share of the text above which a word is thinned out; 0 keeps all
    epochs: int = 5
    min_count: int = 5  # rarer words are left out, as if they were not in the text
    lr: float = 0.025  # at the start; falls in a straight line to 1/250 of that
    seed: int = 0

    def __post_init__(self) -> None:
        least = {"D": 1, "window": 1, "negatives": 1, "epochs": 1, "min_count": 1}
        for name, low in least.items():
            if getattr(self, name) < low:
                raise ValueError(f"{name} must be at least {low}; got {getattr(self, name)}")
