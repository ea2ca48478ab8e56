"""context2vec: what stands around a gap becomes a vector, and lies near the words that fit the gap.

One LSTM reads up to the gap, one reads back to it from the end, two layers mix what they remember, and negative
sampling pulls the result towards the word that stood there. CBOW with word order, and a step towards ELMo.

Source: Melamud, Goldberger and Dagan 2016, https://aclanthology.org/K16-1006. Here both readers share one table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, quiet, seeded
from core.word2vec.vocabulary import noise
from core.words.windows import EDGE, SIGNS, Words, vocabulary


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    D: int = 48  # width of a word's vectors and of the context's
    H: int = 48  # width of each LSTM
    V: int = 2_000  # words, the most frequent
    negatives: int = 10
    longest: int = 30  # words of a sentence that are read
    batch: int = 32  # sentences
    epochs: int = 4
    lr: float = 3e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training. Arrays of two: up to the gap, and back to it; gates in torch's order."""

    config: Config
    words: Words
    C: Float[np.ndarray, "V D"]  # what the readers read
    T: Float[np.ndarray, "V D"]  # the words as fillers
    Wx: Float[np.ndarray, "2 gates D"]
    Wh: Float[np.ndarray, "2 gates H"]
    b: Float[np.ndarray, "2 gates"]
    W1: Float[np.ndarray, "M both"]
    b1: Float[np.ndarray, " M"]
    W2: Float[np.ndarray, "D M"]
    b2: Float[np.ndarray, " D"]
    noise: Float[np.ndarray, " V"]  # how often each word was drawn as noise
    losses: Float[np.ndarray, " steps"]  # nats for each gap and its noise words
    found: float  # share of gaps kept back whose word is among the ten most probable
    common: float  # the same by naming the ten commonest words every time

    def context(self, before: Sequence[int], after: Sequence[int]) -> Float[np.ndarray, " D"]:
        """The vector of a gap between two stretches of words."""
        states = [self._read(i, [EDGE, *words]) for i, words in enumerate((before, [*after][::-1]))]
        return self.W2 @ np.maximum(0, self.W1 @ np.concatenate(states) + self.b1) + self.b2

    def fitting(self, context: Float[np.ndarray, " D"]) -> Float[np.ndarray, " V"]:
        """Cosine of every word with the gap, as the paper ranks them; the signs come last."""
        length = np.linalg.norm(self.T, axis=1) * np.linalg.norm(context)
        return np.where(self.noise > 0, self.T @ context / np.maximum(length, 1e-9), -1)

    def likely(self, context: Float[np.ndarray, " D"]) -> Float[np.ndarray, " V"]:
        """Probability of every word: the score that negative sampling learns is relative to the noise."""
        score = self.T @ context
        power = self.noise * np.exp(score - score.max())
        return power / power.sum()

    def _read(self, way: int, words: Sequence[int]) -> Float[np.ndarray, " H"]:
        h = c = np.zeros(self.Wh.shape[2], np.float32)
        for word in words:
            i, f, g, o = np.split(self.Wx[way] @ self.C[word] + self.Wh[way] @ h + self.b[way], 4)
            c = c / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
            h = np.tanh(c) / (1 + np.exp(-o))
        return h


def gaps(sentences: Sequence[Sequence[int]]) -> tuple[Int[np.ndarray, "B T"], ...]:
    """Every word as a gap: what is read before it, what is read after it, where that ends, and the word itself.

    The second is written backwards. Empty places hold ``EDGE`` and, as a word, 0.
    """
    T = max(map(len, sentences))
    before, after = (np.full((len(sentences), T), EDGE) for _ in range(2))
    ends, words = (np.zeros((len(sentences), T), np.int64) for _ in range(2))
    for row, sentence in enumerate(sentences):
        n = len(sentence)
        before[row, 1:n], after[row, 1:n] = sentence[:-1], sentence[:0:-1]
        ends[row, :n], words[row, :n] = np.arange(n)[::-1], sentence
    return before, after, ends, words


def train(sentences: Sequence[Sequence[str]], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train on nine of ten sentences, measure on the tenth.

    Raises:
        Trouble: ``word2vec-no-words``, ``training-diverged``, ``device-missing``.
    """
    import torch
    from torch import nn

    from core.fit import fit

    words = vocabulary(sentences, config.V)
    coded = [words.encode(sentence)[: config.longest] for sentence in sentences if len(sentence) > 1]
    kept, apart = [s for i, s in enumerate(coded) if i % 10 != 9], coded[9::10] or coded
    V, counted = len(words.names), Counter(number for sentence in kept for number in sentence)
    counts = np.array([counted[i] if i >= len(SIGNS) else 0 for i in range(V)])
    q = np.where(counts > 0, noise(counts, 0.75), 0)

    class Net(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.read, self.fill = nn.Embedding(V, config.D), nn.Embedding(V, config.D)
            nn.init.zeros_(self.fill.weight)
            self.ways = nn.ModuleList(nn.LSTM(config.D, config.H, batch_first=True) for _ in range(2))
            self.mix = nn.Sequential(
                nn.Linear(2 * config.H, 2 * config.H), nn.ReLU(), nn.Linear(2 * config.H, config.D)
            )

        def forward(self, before, after, ends, asked):
            left, right = (way(self.read(rows))[0] for way, rows in zip(self.ways, (before, after), strict=True))
            right = right.gather(1, ends[..., None].expand_as(right))  # (B, T, H)
            return torch.einsum("btd,btkd->btk", self.mix(torch.cat([left, right], -1)), self.fill(asked))

    def batches():
        dice = np.random.default_rng(config.seed)
        order = np.concatenate([dice.permutation(len(kept)) for _ in range(config.epochs)])
        for at in range(0, len(order), config.batch):
            *read, word = gaps([kept[i] for i in order[at : at + config.batch]])
            drawn = dice.choice(V, (*word.shape, config.negatives), p=q)
            yield [torch.from_numpy(each) for each in (*read, np.concatenate([word[..., None], drawn], -1))]

    def loss(net: nn.Module, batch: list[torch.Tensor]) -> torch.Tensor:
        asked = batch[3]
        sign = torch.ones(asked.shape[-1], device=asked.device)
        sign[1:] = -1
        wrong = -nn.functional.logsigmoid(sign * net(*batch)).sum(-1)  # (B, T)
        return wrong[asked[..., 0] >= len(SIGNS)].mean()

    with seeded(config.seed):
        net = Net()
    rule = torch.optim.Adam
    losses = fit(
        net,
        loss,
        list(batches()),
        lr=config.lr,
        seed=config.seed,
        device=device,
        on_step=on_step,
        optimizer=rule,
    )
    table = {name: value.cpu().numpy() for name, value in net.state_dict().items()}
    run = Run(
        config,
        words,
        table["read.weight"],
        table["fill.weight"],
        np.stack([table[f"ways.{i}.weight_ih_l0"] for i in range(2)]),
        np.stack([table[f"ways.{i}.weight_hh_l0"] for i in range(2)]),
        np.stack([table[f"ways.{i}.bias_ih_l0"] + table[f"ways.{i}.bias_hh_l0"] for i in range(2)]),
        *(table[f"mix.{name}"] for name in ("0.weight", "0.bias", "2.weight", "2.bias")),
        noise=q.astype(np.float32),
        losses=losses,
        found=0.0,
        common=0.0,
    )
    return _measured(run, apart)


def _measured(run: Run, sentences: Sequence[Sequence[int]], most: int = 1_000) -> Run:
    """How often the ten most probable words hold the right one, on one gap of each sentence."""
    from dataclasses import replace

    dice = np.random.default_rng(run.config.seed)
    common, right = set(np.argsort(-run.noise, kind="stable")[:10].tolist()), []
    for sentence in sentences[:most]:
        asked = [i for i, word in enumerate(sentence) if word >= len(SIGNS)]
        if asked:
            i = int(dice.choice(asked))
            best = np.argsort(-run.likely(run.context(sentence[:i], sentence[i + 1 :])), kind="stable")[:10]
            right.append((sentence[i] in best, sentence[i] in common))
    found, usual = np.mean(right, axis=0) if right else (0.0, 0.0)
    return replace(run, found=float(found), common=float(usual))
