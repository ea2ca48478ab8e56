"""Other people's cross-encoders: a tiny one as the hub would hold it, against transformers itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer, BertConfig, BertForSequenceClassification

from core.errors import Trouble
from core.search.judges import judge
from tests.core.simcse.test_train import tiny as tiny

PAIRS = [("the cat sat", "a dog ran under the tree"), ("mat", "the bird sang and then slept")]


def _kept(tiny: Path, labels: int) -> Path:
    torch.manual_seed(0)
    config = BertConfig.from_pretrained(tiny)
    config.num_labels = labels
    BertForSequenceClassification(config).save_pretrained(tiny)
    return tiny


def test_its_scores_are_those_of_transformers(tiny: Path) -> None:
    folder = _kept(tiny, 1)
    found = judge(folder).scores(PAIRS)
    module, tokenizer = (
        AutoModelForSequenceClassification.from_pretrained(folder),
        AutoTokenizer.from_pretrained(folder),
    )
    backend = tokenizer.backend_tokenizer
    for (a, b), score in zip(PAIRS, found, strict=True):
        row = backend.encode(a, b)
        inputs = {"input_ids": torch.tensor([row.ids]), "token_type_ids": torch.tensor([row.type_ids])}
        with torch.no_grad():
            assert module(**inputs).logits[0, 0].sigmoid().item() == pytest.approx(score, abs=1e-5)
    assert np.isfinite(judge(folder).scores([("", "\ud800")])).all()


def test_what_gives_no_single_number_is_refused(tiny: Path) -> None:
    with pytest.raises(Trouble, match="single number"):
        judge(_kept(tiny, 3))
    with pytest.raises(Trouble, match="single number"):
        judge("en-small")
    with pytest.raises(Trouble):
        judge("no such name!")
