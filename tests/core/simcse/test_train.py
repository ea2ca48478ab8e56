"""Tuning a tiny random BERT: what is paired with what, that it learns, that it repeats, and that nothing leaks."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from scipy.stats import pearsonr, rankdata
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertForMaskedLM, BertModel, PreTrainedTokenizerFast

from core.errors import Trouble
from core.models import load
from core.runtime import Step
from core.simcse.auxiliary import IGNORED, gaps
from core.simcse.config import Config, Gold, Run
from core.simcse.encode import vectors
from core.simcse.sts import grade, spearman
from core.simcse.train import EVERY, Batches, Encoder, train
from core.simcse.views import changed, partner

WORDS = "the a cat dog bird sat ran sang on under mat tree and then slept".split()
DICE = np.random.default_rng(0)
SENTENCES = tuple(" ".join(DICE.choice(WORDS, 6)) for _ in range(40))
GOLD = Gold("toy", SENTENCES[:8], SENTENCES[1:8] + SENTENCES[:1], (5.0, 4.5, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0))
QUICK = Config(steps=8, B=8, measures=2)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT that has learnt nothing, as a folder."""
    folder = tmp_path_factory.mktemp("tiny")
    vocabulary = {word: i for i, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", None, [("[CLS]", 2), ("[SEP]", 3)])
    names = {f"{each}_token": f"[{each.upper()}]" for each in ("pad", "unk", "cls", "sep", "mask")}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **names).save_pretrained(folder)
    torch.manual_seed(0)
    shape = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=3,
        intermediate_size=48,
        max_position_embeddings=48,
    )
    BertModel(shape, add_pooling_layer=False).save_pretrained(folder)
    return folder


def test_it_learns_and_repeats_and_the_model_it_began_with_is_untouched(tiny: Path) -> None:
    config = replace(QUICK, steps=60, lr=3e-3, temperature=0.1)
    heard: list[Step] = []
    run = train(SENTENCES, config, model=tiny, gold=GOLD, watch=SENTENCES[:3], device="cpu", on_step=heard.append)
    assert run.losses[-10:].mean() < 0.8 * run.losses[:3].mean()
    assert run.uniformity[-1] < run.uniformity[0] - 0.3  # a random BERT is a narrow cone
    assert run.at.tolist() == [0, 30, 60] and run.frames.shape == (3, 3, 24)
    assert heard[-1].progress == 1 and heard[-1].metrics["uniformity"] == run.uniformity[-1]
    again = train(SENTENCES, config, model=tiny, gold=GOLD, watch=SENTENCES[:3], device="cpu")
    assert again.frames.tobytes() == run.frames.tobytes() and again.losses.tobytes() == run.losses.tobytes()


def test_a_tuning_that_was_killed_goes_on_as_if_it_had_never_stopped(tiny: Path, tmp_path: Path) -> None:
    """On a processor bit for bit: the dice of dropout and of the batches too, and what was measured before."""
    config = replace(QUICK, steps=2 * EVERY + 20, measures=12)

    def tune(**more: Any) -> Run:
        return train(SENTENCES, config, model=tiny, gold=GOLD, watch=SENTENCES[:3], device="cpu", **more)

    def stumble(step: Step) -> None:
        if step.progress > (2 * EVERY + 5) / config.steps:
            raise KeyboardInterrupt

    whole, heard = tune(), list[Step]()
    with pytest.raises(KeyboardInterrupt):
        tune(checkpoint=tmp_path, on_step=stumble)
    again = tune(checkpoint=tmp_path, on_step=heard.append)
    assert len(heard) == 20
    for name in ("losses", "alignment", "uniformity", "spearman", "frames"):
        np.testing.assert_array_equal(getattr(again, name), getattr(whole, name), name)


def test_the_tuned_encoder_is_kept_and_read_back(tiny: Path, tmp_path: Path) -> None:
    run = train(SENTENCES, QUICK, model=tiny, watch=SENTENCES[:5], keep=tmp_path / "mine", device="cpu")
    kept = load(tmp_path / "mine", device="cpu")
    found = vectors(kept, SENTENCES[:5])
    assert found / np.linalg.norm(found, axis=1, keepdims=True) == pytest.approx(run.frames[-1], abs=1e-6)
    assert np.isnan(run.spearman).all()  # no gold pairs were given


def test_without_dropout_both_readings_are_the_same(tiny: Path) -> None:
    model = load(tiny, device="cpu")
    [sides, *_] = Batches(SENTENCES, model, replace(QUICK, steps=1))
    assert sides.shape[:2] == (8, 2) and torch.equal(sides[:, 0], sides[:, 1])
    for dropout, same in ((0.0, True), (0.3, False)):
        encoder = Encoder(model, replace(QUICK, dropout=dropout)).train()
        out = encoder.module(sides[:, 0]).last_hidden_state, encoder.module(sides[:, 1]).last_hidden_state
        assert torch.equal(*out) is same


@pytest.mark.parametrize("positive", ["same-mask", "crop", "delete", "shuffle", "next"])
def test_every_kind_of_positive_trains(tiny: Path, positive) -> None:
    run = train(SENTENCES, replace(QUICK, positive=positive, pooler="first-last"), model=tiny, device="cpu")
    assert np.isfinite(run.losses).all()


def test_supervised_takes_triples_and_contradictions_count(tiny: Path) -> None:
    triples = [(SENTENCES[i], SENTENCES[i + 1], SENTENCES[i + 2]) for i in range(30)]
    config = replace(QUICK, supervised=True, pooler="cls")
    hard, easy = (train(triples, replace(config, hard=h), model=tiny, device="cpu") for h in (True, False))
    assert hard.losses[0] > easy.losses[0]  # twice as many candidates
    with pytest.raises(Trouble, match="triples"):
        train(SENTENCES, config, model=tiny)
    with pytest.raises(Trouble, match="too few"):
        train(SENTENCES[:3], QUICK, model=tiny)


def test_partners() -> None:
    sentence, dice = "one two three four five", np.random.default_rng(0)
    assert partner([sentence], 0, Config(), dice) == (sentence, sentence)
    assert partner([sentence], 0, Config(positive="same-mask"), dice) == (sentence,)
    assert partner(["a", "b"], 1, Config(positive="next"), dice) == ("b", "a")
    words = sentence.split()
    cropped = changed(sentence, "crop", 0.4, dice)
    assert cropped in sentence and len(cropped.split()) == 3
    deleted = changed(sentence, "delete", 0.4, dice).split()
    assert len(deleted) == 3 and deleted == [word for word in words if word in deleted]
    assert sorted(changed(sentence, "shuffle", 0.4, dice).split()) == sorted(words)
    assert len(changed("我喜欢猫和狗", "delete", 0.5, dice)) == 3
    assert changed("word", "delete", 0.9, dice) == "word"


def test_static_vectors_do_not_know_the_order(tiny: Path) -> None:
    model = load(tiny, device="cpu")
    ab, ba = vectors(model, ["cat sat", "sat cat"], "static")
    assert ab == pytest.approx(ba)
    deep = vectors(model, ["cat sat", "sat cat"])
    assert not np.allclose(*deep)
    table = model.module.get_parameter("embeddings.word_embeddings.weight").detach().numpy()
    assert ab == pytest.approx((table[7] + table[10]) / 2)


def test_spearman_is_scipys() -> None:
    a, b = DICE.standard_normal(50).round(1), DICE.integers(0, 6, 50).astype(float)
    assert spearman(a, b) == pytest.approx(pearsonr(rankdata(a), rankdata(b))[0])
    assert np.isnan(spearman(np.ones(4), np.arange(4.0)))


def test_a_card_counts_each_sentence_once() -> None:
    dice = np.random.default_rng(3)
    table = {text: dice.standard_normal(7) for text in SENTENCES}
    x, y = (np.stack([table[text] for text in side]) for side in (GOLD.first, GOLD.second))
    card = grade(x, y, GOLD, resamples=50)
    assert card.low <= card.spearman <= card.high and card.pairs == 8
    assert card.bands.shape == (5, 40) and card.bands.sum(1) == pytest.approx(np.ones(5))
    assert GOLD.positive.sum() == 3  # 4.0 is not above 4


def test_gaps_follow_berts_rule() -> None:
    torch.manual_seed(0)
    ids, special = torch.full((200, 100), 7), torch.zeros(200, 100, dtype=torch.bool)
    special[:, :3] = True
    shown, wanted = gaps(ids, special, 4, 50)
    asked = wanted != IGNORED
    assert not asked[:, :3].any() and (wanted[asked] == 7).all() and (shown[~asked] == 7).all()
    assert asked[:, 3:].float().mean().item() == pytest.approx(0.15, abs=0.01)
    assert (shown[asked] == 4).float().mean().item() == pytest.approx(0.8 + 0.1 / 50, abs=0.02)
    assert (shown[asked] == 7).float().mean().item() == pytest.approx(0.1 + 0.1 / 50, abs=0.02)


def test_filling_gaps_beside_comparing(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="head"):
        train(SENTENCES, replace(QUICK, mlm=0.1), model=tiny, device="cpu")  # it has none
    shutil.copytree(tiny, tmp_path / "filler")
    torch.manual_seed(0)
    BertForMaskedLM(BertConfig.from_pretrained(tiny)).save_pretrained(tmp_path / "filler")
    runs = [
        train(SENTENCES, replace(QUICK, mlm=mlm, steps=1, measures=1), model=tmp_path / "filler", device="cpu")
        for mlm in (0.0, 0.5, 1.0)
    ]
    none, half, full = (run.losses[0] for run in runs)  # the same first batch, the same dice
    assert full - none == pytest.approx(2 * (half - none), rel=1e-4)
    assert full - none == pytest.approx(np.log(20), rel=0.15)  # a fresh head names 20 words at random
    with pytest.raises(ValueError, match="0 or more"):
        Config(mlm=-1.0)
