"""The structural probe: after one linear map, squared distances between words are distances in the tree.

    d_B(i, j)² = ‖B (hᵢ − hⱼ)‖²      depth_A(i) = ‖A hᵢ‖²

The tree is the minimum spanning tree of the distances. UUAS is the share of the treebank's edges that it has,
directions apart, punctuation left out.

Source: Hewitt & Manning 2019, sections 2 and 3. https://aclanthology.org/N19-1419/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from core.fit import fit
from core.probes.config import Config
from core.probes.features import Features
from core.probes.treebank import Sentence, tree_depths, tree_distances
from core.probes.trees import measured
from core.runtime import OnStep, quiet, seeded

LONGEST = 60  # words of a sentence that is learnt from


class StructuralProbe(nn.Module):
    """Maps for distances and for depths, one of each a layer; layers learn side by side and share nothing."""

    def __init__(self, D: int, rank: int, layers: int = 1) -> None:
        super().__init__()
        self.B = nn.Parameter(torch.empty(layers, D, rank).uniform_(-0.05, 0.05))
        self.A = nn.Parameter(torch.empty(layers, D, rank).uniform_(-0.05, 0.05))

    def distances(self, h: Float[Tensor, "layers N T D"]) -> Float[Tensor, "layers N T T"]:
        """Squared distances of all pairs."""
        mapped = torch.einsum("lntd,ldk->lntk", h, self.B)
        squares = mapped.square().sum(-1)
        products = mapped @ mapped.transpose(-1, -2)
        return (squares.unsqueeze(-1) + squares.unsqueeze(-2) - 2 * products).clamp_min(0)

    def depths(self, h: Float[Tensor, "layers N T D"]) -> Float[Tensor, "layers N T"]:
        """Squared lengths."""
        return torch.einsum("lntd,ldk->lntk", h, self.A).square().sum(-1)

    def loss(
        self,
        h: Float[Tensor, "layers N T D"],
        distances: Float[Tensor, "N T T"],
        depths: Float[Tensor, "N T"],
        seen: Bool[Tensor, "N T"],
    ) -> Float[Tensor, ""]:
        """Mean absolute errors, a sentence's pairs divided by their number; sums over layers and the two maps."""
        lengths = seen.sum(1)
        pairs = seen.unsqueeze(1) & seen.unsqueeze(2)
        apart = ((self.distances(h) - distances).abs() * pairs).sum((-1, -2)) / lengths**2
        deep = ((self.depths(h) - depths).abs() * seen).sum(-1) / lengths
        return (apart + deep).mean(1).sum()


class _Batches:
    """Sentences of like length together, padded; the batches come in another order in every epoch."""

    def __init__(self, features: Features, sentences: Sequence[Sentence], layers: Sequence[int], config: Config):
        lengths = np.array([len(each) for each in sentences])
        self.order = [int(at) for at in np.argsort(lengths, kind="stable") if 2 <= lengths[at] <= LONGEST]
        if not self.order:
            raise ValueError("a structural probe needs sentences of at least two words")
        self.size, self.config = max(1, config.B // 16), config
        self.features, self.layers = features, list(layers)
        self.gold = {at: (tree_distances(each.heads), tree_depths(each.heads)) for at, each in enumerate(sentences)}
        self.rows = [self.order[n : n + self.size] for n in range(0, len(self.order), self.size)]

    def __len__(self) -> int:
        return self.config.epochs * len(self.rows)

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
        dice = np.random.default_rng(self.config.seed)
        for _ in range(self.config.epochs):
            for at in dice.permutation(len(self.rows)):
                yield self.padded(self.rows[at])

    def padded(self, rows: Sequence[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """States (sentences first), distances, depths, and which words are there."""
        T = max(len(self.gold[at][1]) for at in rows)
        h = torch.zeros(len(rows), len(self.layers), T, self.features.vectors.shape[-1])
        distances, depths = torch.zeros(len(rows), T, T), torch.zeros(len(rows), T)
        seen = torch.zeros(len(rows), T, dtype=torch.bool)
        for n, at in enumerate(rows):
            a, b = self.features.starts[at : at + 2]
            h[n, :, : b - a] = torch.from_numpy(self.features.vectors[self.layers, a:b].astype(np.float32))
            distances[n, : b - a, : b - a] = torch.from_numpy(self.gold[at][0])
            depths[n, : b - a] = torch.from_numpy(self.gold[at][1])
            seen[n, : b - a] = True
        return h, distances, depths, seen


def structural(
    features: Features,
    sentences: Sequence[Sentence],
    layers: Sequence[int],
    config: Config,
    *,
    device: str = "cpu",
    on_step: OnStep = quiet,
) -> tuple[StructuralProbe, Float[np.ndarray, " steps"]]:
    """Learn both maps for every layer in ``layers``.

    Layers whose features spread more than 1 (models that normalise before their layers) are shrunk to 1 while the maps
    learn, and the maps are given back for the vectors as they are.
    """
    with seeded(config.seed):
        probe = StructuralProbe(features.vectors.shape[-1], config.rank, len(layers))
    spreads = [features.vectors[layer].std(dtype=np.float64) for layer in layers]
    shrunk = torch.tensor([max(1.0, float(each)) for each in spreads]).view(-1, 1, 1)

    def loss_on(whole: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        h, *gold = batch
        return probe.loss(h.transpose(0, 1) / shrunk.unsqueeze(-1).to(h.device), *gold)

    losses = fit(
        probe,
        loss_on,
        _Batches(features, sentences, layers, config),
        lr=config.lr,
        seed=config.seed,
        schedule=lambda progress: 1 - progress,
        clip=None,
        device=device,
        on_step=on_step,
    )
    probe = probe.cpu()
    with torch.no_grad():
        probe.B.div_(shrunk)
        probe.A.div_(shrunk)
    return probe, losses


@torch.inference_mode()
def predict(
    probe: StructuralProbe, features: Features, at: int, layers: Sequence[int]
) -> tuple[Float[np.ndarray, "layers T T"], Float[np.ndarray, "layers T"]]:
    """Distances and depths of one sentence, a row for each of the probe's layers."""
    a, b = features.starts[at : at + 2]
    h = torch.from_numpy(features.vectors[list(layers), a:b].astype(np.float32)).unsqueeze(1)
    return probe.distances(h)[:, 0].numpy(), probe.depths(h)[:, 0].numpy()


def score(
    probe: StructuralProbe, features: Features, sentences: Sequence[Sentence], layers: Sequence[int]
) -> dict[str, Float[np.ndarray, " layers"]]:
    """The probe under :func:`core.probes.trees.measured`."""
    return measured(sentences, (predict(probe, features, at, layers) for at in range(len(sentences))))
