"""The cross-encoder: it starts as a cosine, learns, comes back from its folder, and re-ranks; figures by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn.functional import cosine_similarity

from core.errors import Trouble
from core.models.adapter import WEIGHTS
from core.search.cross import NOBODY, SHIFT, SLOPE, CrossEncoder, fresh, kept, ours, pad, read
from core.search.crosstrain import Config, train
from core.search.index import Hit
from core.search.reranked import DEEPEST, ORDERS, READERS, firsts, learnt_from, reranked, verdict
from core.simcse.config import Gold

PAIRS = [
    ("A man is playing the guitar.", "Someone plays an instrument."),
    ("A man is playing the guitar.", "The stock market fell sharply."),
    ("Rain.", "It will rain all day tomorrow, from morning to night."),
]
TOY = Gold("toy", *map(tuple, zip(*PAIRS, strict=True)), scores=(5.0, 0.0, 3.0))
QUICK = Config(rank=2, B=3, steps=6, lr=2e-3)


@pytest.fixture(scope="module")
def new() -> CrossEncoder:
    return fresh("cpu")


def test_two_texts_become_one_row(new: CrossEncoder) -> None:
    row, *_ = read(new.tokenizer, [("a cat", "dogs")])
    assert [who for _, who in row] == [0, 0, 0, 0, 1, 1]  # [CLS] a cat [SEP] | dogs [SEP]
    ids, belongs = pad([row, row[:3]])
    assert ids.shape == (2, 6) and belongs[1].tolist() == [0, 0, 0, NOBODY, NOBODY, NOBODY]


def test_untrained_it_is_a_cosine_of_the_joint_reading(new: CrossEncoder) -> None:
    ids, belongs = pad(read(new.tokenizer, PAIRS[:1]))
    with torch.inference_mode():
        hidden = new.reader.encoder(input_ids=ids, attention_mask=ids.ne(-1).long(), token_type_ids=belongs)[0][0]
    u, v = (hidden[belongs[0] == text].mean(0) for text in (0, 1))
    logit = SLOPE * cosine_similarity(u, v, dim=0).item() + SHIFT
    assert new.scores(PAIRS[:1])[0] == pytest.approx(1 / (1 + np.exp(-logit)), abs=1e-5)


def test_padding_and_company_do_not_matter(new: CrossEncoder) -> None:
    alone = np.concatenate([new.scores([pair]) for pair in PAIRS])
    assert new.scores(PAIRS) == pytest.approx(alone, abs=1e-5)
    assert np.isfinite(new.scores([("", ""), ("\ud800", "x " * 999)])).all()


def test_it_learns_and_comes_back_from_its_folder(new: CrossEncoder, tmp_path: Path) -> None:
    before = new.scores(PAIRS)
    run = train(TOY, QUICK, keep=tmp_path / "mine", device="cpu")
    assert run.losses[-1] < 0.8 * run.losses[0] and run.pairs == 3
    again = kept(tmp_path / "mine").scores(PAIRS)
    assert again[0] - again[1] > before[0] - before[1] + 0.05
    assert (tmp_path / "mine" / WEIGHTS).stat().st_size < 500_000
    assert new.scores(PAIRS) == pytest.approx(before)  # MiniLM itself is as it was
    with pytest.raises(Trouble, match="at least"):
        train(replace(TOY, first=("a",), second=("b",), scores=(1.0,)), QUICK)


def test_hits_are_put_in_the_order_of_the_scores(new: CrossEncoder) -> None:
    hits = [Hit(text, 0.5, at) for at, (_, text) in enumerate(PAIRS)]
    found = new.rerank(PAIRS[0][0], hits)
    assert sorted(hit.at for hit in found) == [0, 1, 2]
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_firsts_by_hand() -> None:
    scores = np.array([[0.2, 0.9, 0.1], [0.5, 0.5, 0.1], [0.3, 0.2, 0.1]])
    right = np.array([1, 0, 3])  # the third's answer was not among the three
    assert firsts(scores, right).tolist() == [[0, 1, 1], [1, 0, 0], [0, 0, 0]]


def test_the_recorded_run_is_whole() -> None:
    run = reranked()
    assert set(run.spearman) == set(READERS) and all(run.low[n] < run.spearman[n] < run.high[n] for n in READERS)
    assert len(run.among) == DEEPEST and (np.diff(run.among) >= 0).all()
    for order in ORDERS:
        first = run.first[order]
        assert first[0] == run.among[0] and (first <= run.among + 1e-9).all()
        assert (run.first_low[order] <= first).all() and (first <= run.first_high[order]).all()


def test_the_verdict_goes_by_the_intervals() -> None:
    run = reranked()
    for low, high, said in ((0.9, 0.95, "better"), (0.1, 0.2, "worse"), (0.1, 0.95, "open")):
        other = replace(run, low={**run.low, "together": low}, high={**run.high, "together": high})
        assert verdict(other) == said
    assert learnt_from() > 1_000


def test_ours_tells_a_paraphrase_from_a_stranger() -> None:
    same, other, _ = ours().scores(PAIRS)
    assert same > other + 0.3


@pytest.mark.gpu
def test_it_trains_on_a_gpu() -> None:
    assert np.isfinite(train(TOY, QUICK, device="cuda").losses).all()
