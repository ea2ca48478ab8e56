"""SBERT's three objectives: by hand, against sentence-transformers, and in training."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer import losses as theirs

from core.errors import Trouble
from core.simcse.learnt import OBJECTIVES, Config, Objective
from core.simcse.objectives import classification, features, regression, triplet
from core.simcse.sbert import Rows, train
from tests.core.simcse.test_train import GOLD, SENTENCES
from tests.core.simcse.test_train import tiny as tiny
from tests.launch import launch

NOBODY = cast(SentenceTransformer, torch.nn.Module())
PAIRS: Rows = [((SENTENCES[i], SENTENCES[i + 1]), float(i % 3)) for i in range(30)]
GRADED: Rows = [((SENTENCES[i], SENTENCES[i + 1]), i / 30) for i in range(30)]
TRIPLES: Rows = [((SENTENCES[i], SENTENCES[i + 1], SENTENCES[i + 2]), 0.0) for i in range(30)]
ROWS: dict[Objective, Rows] = {"classification": PAIRS, "regression": GRADED, "triplet": TRIPLES}


class Echo(torch.nn.Module):
    """A model whose sentence vectors are what it is given."""

    device = torch.device("cpu")

    def forward(self, features: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        return {"sentence_embedding": features["x"]}


def test_classification_by_hand() -> None:
    u, v = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 2.0]])
    assert features(u, v).tolist() == [[1, 0, 0, 2, 1, 2]]
    W = torch.zeros(3, 6)
    assert classification(u, v, W, torch.tensor([1])).item() == pytest.approx(math.log(3))  # it knows nothing
    W[1, 5] = 0.5  # logits 0, 1, 0
    assert classification(u, v, W, torch.tensor([1])).item() == pytest.approx(math.log(math.e + 2) - 1)


def test_regression_by_hand() -> None:
    u, v = torch.tensor([[3.0, 4.0], [1.0, 0.0]]), torch.tensor([[4.0, 3.0], [0.0, 5.0]])
    grades = torch.tensor([0.96, 0.5])  # cosines 0.96 and 0
    assert regression(u, v, grades).item() == pytest.approx(0.125)


def test_triplet_by_hand() -> None:
    a, p, n = (torch.tensor([each]) for each in ([0.0, 0.0], [3.0, 4.0], [0.0, 5.5]))
    assert triplet(a, p, n).item() == pytest.approx(0.5)  # 5 - 5.5 + 1
    assert triplet(a, p, 2 * n).item() == 0  # far enough
    assert triplet(a, n, p, margin=0.0).item() == pytest.approx(0.5)


def test_they_are_sentence_transformers_losses() -> None:
    torch.manual_seed(0)
    u, v, w = (torch.randn(7, 5, requires_grad=True) for _ in range(3))
    grades, labels = torch.rand(7), torch.randint(3, (7,))
    W = torch.randn(3, 15)
    peer = theirs.SoftmaxLoss(cast(SentenceTransformer, Echo()), 5, 3)
    with torch.no_grad():
        peer.classifier.weight.copy_(W)
        peer.classifier.bias.zero_()
    named = cast(torch.Tensor, peer([{"x": u}, {"x": v}], labels))
    cases = [
        (classification(u, v, W, labels), named, (u, v)),
        (
            regression(u, v, grades),
            theirs.CosineSimilarityLoss(NOBODY).compute_loss_from_embeddings([u, v], grades),
            (u, v),
        ),
        (
            triplet(u, v, w, margin=5.0),
            theirs.TripletLoss(NOBODY).compute_loss_from_embeddings([u, v, w], torch.empty(0)),
            (u, v, w),
        ),
    ]
    for ours, other, sides in cases:
        assert ours.item() == pytest.approx(other.item(), rel=1e-5)
        for mine, given in zip(torch.autograd.grad(ours, sides), torch.autograd.grad(other, sides), strict=True):
            assert torch.allclose(mine, given, atol=1e-5)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_each_objective_learns_and_repeats(tiny: Path, objective: Objective) -> None:
    config = Config(objective, steps=40, lr=3e-3, B=8, measures=2)
    run = train(ROWS[objective], config, model=tiny, gold=GOLD, pairs=PAIRS, device="cpu")
    assert run.losses[-5:].mean() < 0.9 * run.losses[:5].mean()
    assert run.at.tolist() == [0, 20, 40] and np.isfinite(run.spearman).all() and run.cosines.shape == (2, 3)
    again = train(ROWS[objective], config, model=tiny, device="cpu")
    assert again.losses.tobytes() == run.losses.tobytes() and np.isnan(again.spearman).all()


def test_rows_of_the_wrong_kind_are_refused(tiny: Path) -> None:
    wrong: Any = [(("a", "b"), 0.0)] * 4
    with pytest.raises(Trouble, match="3 sentences"):
        train(wrong, Config("triplet"), model=tiny)


@pytest.mark.gpu
@pytest.mark.parametrize("objective", OBJECTIVES)
def test_it_trains_on_a_gpu(tiny: Path, objective: Objective) -> None:
    config = Config(objective, steps=3, B=8, measures=1)
    assert np.isfinite(train(ROWS[objective], config, model=tiny, device="cuda").losses).all()


SCRIPT = """
import sys
from accelerate import PartialState
from core.simcse.learnt import Config
from core.simcse.sbert import train

rows = [((f"the cat sat {word}", f"a dog ran {word}"), 0.5) for word in ("on", "under", "and", "then") * 4]
run = train(rows, Config("regression", steps=4, B=8, measures=1), model=sys.argv[1], device="cpu")
if PartialState().is_main_process:
    print(PartialState().num_processes, *run.losses)
"""


@pytest.mark.slow
def test_it_trains_in_two_processes(tiny: Path, tmp_path: Path) -> None:
    script = tmp_path / "sbert.py"
    script.write_text(SCRIPT)
    processes, *losses = launch(script, str(tiny)).split()
    assert processes == "2" and len(losses) == 4 and np.isfinite([float(loss) for loss in losses]).all()
