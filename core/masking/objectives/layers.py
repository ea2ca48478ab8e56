"""A word's vectors in the reader of two one-way language models, layer by layer, and ELMo's mixture of them.

Source: Peters et al. 2018, sections 3.1 and 3.2. https://arxiv.org/abs/1802.05365. There characters become words by
convolution and both readers are LSTMs; here words have a table and both readers are halves of one transformer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float

from core.masking.corruption import BOS, EOS, Words, backwards
from core.masking.objectives.learned import reader
from core.masking.objectives.reader import number

DIRECTIONS = 2  # from the left, from the right


@torch.no_grad()
def layers(words: Words) -> Float[np.ndarray, "L1 two T D"]:
    """Every word after 0, 1 … layers, once as read from the left and once from the right; layer 0 knows no neighbour.

    A state stands where its word has just been read. Each is moved and stretched to mean 0 and length √D, which the
    authors do before they mix where layers differ in size, as they do here.
    """
    told, T = reader("bilm"), len(words)
    ids = torch.tensor([[number(word, told.ids) for word in (BOS, *words, *words, EOS)]])
    places = torch.arange(T + 1).repeat(DIRECTIONS)[None]
    kinds = torch.arange(DIRECTIONS).repeat_interleave(T + 1)[None]
    sees = np.zeros((2 * (T + 1), 2 * (T + 1)), bool)
    sees[: T + 1, : T + 1], sees[T + 1 :, T + 1 :] = backwards(T + 1), backwards(T + 1).T
    x = told.model.words(ids)
    states = [x[0]]
    x = x + told.model.places(places) + told.model.kinds(kinds)
    for layer in told.model.layers:
        x = layer(x, torch.from_numpy(sees)[None])
        states.append(x[0])
    found = torch.stack([torch.stack([each[1 : T + 1], each[T + 1 : 2 * T + 1]]) for each in states]).numpy()
    centred = found - found.mean(-1, keepdims=True)
    return centred / centred.std(-1, keepdims=True)


def shares(weights: Sequence[float]) -> Float[np.ndarray, " L1"]:
    """The softmax that makes the layers' weights add up to 1."""
    raised = np.exp(np.array(weights) - max(weights))
    return raised / raised.sum()


def mixed(
    vectors: Float[np.ndarray, " L1 *any"], weights: Sequence[float], gamma: float = 1.0
) -> Float[np.ndarray, " *any"]:
    """``gamma`` times the sum of the layers by their shares (equation 1)."""
    return gamma * np.tensordot(shares(weights), vectors, 1)


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    """Of two vectors of any shape; 0 where one of them has no length."""
    a, b = one.ravel(), other.ravel()
    length = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / length if length else 0.0
