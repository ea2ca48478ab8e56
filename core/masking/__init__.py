"""Hide words and let a model guess them: what BERT learns from, and what it then knows.

    fill("The capital of France is [MASK].").words[0]      # the best ten words, with exact probabilities
    fill("床前明月[MASK]，疑是地上霜。").words[0]             # Chinese goes to a Chinese model by itself
    corrupt("the man went to the store".split(), MLM(rate=0.15), seed=7)
    pseudo_perplexity("The children are playing in the garden.")

``filling`` ``joint`` ``surprise`` ``depth`` ``saliency`` ``compare`` ask a finished model; ``train`` makes a small
one, ``shipped`` made those in ``assets/checkpoints``; ``objectives`` are all the ways to corrupt
a text.

Devlin et al. 2019, https://arxiv.org/abs/1810.04805
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from core.masking.corruption import Corruption as Corruption
from core.masking.corruption import Objective as Objective
from core.masking.corruption import corrupt as corrupt
from core.masking.objectives import *  # noqa: F403  (every objective by its name: MLM, Span, Permutation …)
from core.masking.objectives import FAMILIES as FAMILIES
from core.masking.objectives import OBJECTIVES as OBJECTIVES

if TYPE_CHECKING:
    from core.masking.filling import Fill as Fill
    from core.masking.filling import fill as fill
    from core.masking.surprise import pseudo_perplexity as pseudo_perplexity

_LATER = {  # these bring torch, which a recorded picture does without
    "Fill": "core.masking.filling",
    "fill": "core.masking.filling",
    "pseudo_perplexity": "core.masking.surprise",
}


def __getattr__(name: str):
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"core.masking has no {name!r}")
