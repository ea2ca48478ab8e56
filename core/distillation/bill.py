"""What a network costs: numbers to keep, operations and time to read one sentence."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from core.distillation.students import Bag, BiLstm, Encoder, Reader, count

ROUNDS = 30


@dataclass(frozen=True)
class Bill:
    """One network."""

    trained: int  # numbers that training changed
    table: int  # numbers in its table of word vectors, which it shares
    megabytes: float  # of both, four bytes a number
    flops: float  # to read one sentence of T tokens
    milliseconds: float  # the same, measured: the median of some rounds, one thread


def bill(network: nn.Module, T: int = 12, rounds: int = ROUNDS) -> Bill:
    """The bill of a student of text, or of the teacher."""
    table = words(network)
    own = count(network) - (0 if isinstance(network, Reader) else table)  # a reader's table is no parameter
    rows = torch.arange(1000, 1000 + T)[None]
    return Bill(own, table, 4 * (own + table) / 1e6, flops(network, T), 1000 * latency(lambda: network(rows), rounds))


def words(network: nn.Module) -> int:
    """Numbers in the table of word vectors."""
    if isinstance(network, Reader):
        return network.get_buffer("table").numel()
    return max((each.weight.numel() for each in network.modules() if isinstance(each, nn.Embedding)), default=0)


def flops(network: nn.Module, T: int) -> float:
    """A multiplication and an addition are two; norms, softmax and activations are left out, as is customary."""
    once = {id(part) for part in heads(network)}
    total = 0.0
    for part in network.modules():
        if isinstance(part, nn.Linear):
            total += 2.0 * part.weight.numel() * (1 if id(part) in once else T)
        elif isinstance(part, nn.LSTM):
            total += 2.0 * T * sum(p.numel() for name, p in part.named_parameters() if name.startswith("weight"))
        elif isinstance(part, Encoder):
            width = part.head.in_features
            total += 4.0 * len(part.layers) * T * T * width
    return total


def heads(network: nn.Module) -> list[nn.Module]:
    """Linear maps that work once a sentence rather than once a token."""
    found: list[nn.Module] = []
    for part in network.modules():
        if isinstance(part, Encoder | BiLstm):
            found.append(part.head)
        elif isinstance(part, Bag):
            found += [part.wide, part.head]
    return found


@torch.inference_mode()
def latency(call: Callable[[], object], rounds: int) -> float:
    """Median seconds."""
    call()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    return float(np.median(times))
