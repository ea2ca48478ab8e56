"""How surprised a model is by every token of a sentence, each hidden in its turn.

Source: Salazar et al. 2020, Masked Language Model Scoring, section 2. https://arxiv.org/abs/1910.14659; hiding what
follows in the same word: Kauf & Ivanova 2023, https://arxiv.org/abs/2305.10588
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.attention.maps import Tokens
from core.masking.model import chosen, log_probabilities, read, spelled
from core.models import Model


@dataclass(frozen=True, eq=False)
class Surprise:
    """One sentence; the arrays have one entry per token that was typed."""

    model: str
    tokens: Tokens
    positions: tuple[int, ...]
    bits: Float[np.ndarray, " typed"]
    expected: tuple[str, ...]  # what the model would have written there

    @property
    def perplexity(self) -> float:
        """As if the model chose among so many equally likely pieces each time."""
        return float(2 ** self.bits.mean())


def surprise(text: str, model: Model | str | Path | None = None, *, whole_words: bool = True) -> Surprise:
    """Hide each token alone and ask for it.

    With ``whole_words`` the pieces that follow in the same word are hidden with it: ``##tom`` would otherwise
    give ``phan`` away, and rare words would look easy.
    """
    model = chosen(text, model)
    tokens, _ = read(text, model)
    typed = [at for at, special in enumerate(tokens.special) if not special]
    mask = int(model.tokenizer.mask_token_id)  # pyright: ignore[reportArgumentType]
    rows = []
    for at in typed:
        hidden = [s for s in typed if s == at or (whole_words and s > at and tokens.words[s] == tokens.words[at])]
        rows.append([mask if s in hidden else each for s, each in enumerate(tokens.ids)])
    logs = [each[0] for each in log_probabilities(model, rows, [[at] for at in typed], tokens.segments)]
    return Surprise(
        model=model.name,
        tokens=tokens,
        positions=tuple(typed),
        bits=np.array([-row[tokens.ids[at]] for at, row in zip(typed, logs, strict=True)]) / np.log(2),
        expected=tuple(spelled(model, int(row.argmax())) for row in logs),
    )


def pseudo_perplexity(text: str, model: Model | str | Path | None = None) -> float:
    """``exp`` of the mean surprise, in nats, of a text's tokens, each hidden alone.

    Pseudo, because these probabilities do not multiply to that of the sentence.
    """
    return surprise(text, model, whole_words=False).perplexity
