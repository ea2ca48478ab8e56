"""Attribution against captum, faithfulness and surgery on the real MiniLM."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from captum.attr import IntegratedGradients, LayerGradientXActivation

from core.attention.attribution import WAYS, attribute, cosine, integrated
from core.attention.attribution import _blank as blank
from core.attention.effects import turned
from core.attention.faithful import faithfulness
from core.attention.surgery import (
    each_head_masked,
    each_head_similarity,
    hidden_word,
    masked_word,
    overwritten,
    permuted,
    similarity,
    switched_off,
)
from core.errors import Trouble
from core.models import load
from core.models.embedding import embed
from core.models.observe import editing, watching

TEXT, OTHER = "The tired cat slept.", "A cat was asleep."


@pytest.fixture(scope="module")
def model():
    return load()


@pytest.fixture(scope="module")
def found(model):
    return attribute(model, TEXT, OTHER)


def test_integrated_gradients_are_captum_s(model) -> None:
    target = torch.from_numpy(embed(model, [OTHER])[0])
    ids = torch.tensor([model.tokens(TEXT).ids])
    words = model.module.get_input_embeddings()
    theirs = IntegratedGradients(lambda point: cosine(model, point, target)).attribute(
        words(ids), words(blank(model, ids)), n_steps=20, method="riemann_middle"
    )
    ours, error, _ = integrated(model, ids, target, steps=20)
    assert np.abs(ours - theirs[0].sum(-1).detach().numpy()).max() < 1e-5
    assert abs(error) < 5e-3


def test_every_way_gives_a_value_a_token(model, found) -> None:
    T = len(model.tokens(TEXT).ids)
    assert set(found.values) == set(WAYS)
    for name, values in found.values.items():
        assert values.shape == (T,) and np.isfinite(values).all()
        assert name == "ig" or values.sum() == pytest.approx(1, abs=1e-6)
    assert found.score == pytest.approx(similarity(model, TEXT, OTHER), abs=1e-5)
    assert abs(found.complete) < 1e-3


def test_gradient_times_attention_is_the_derivative(model) -> None:
    """A weight made one part in a thousand larger changes the cosine by its gate's slope."""
    from core.attention.attribution import _gates

    target = torch.from_numpy(embed(model, [OTHER])[0])
    ids = torch.tensor([model.tokens(TEXT).ids])
    score, slopes = _gates(model, ids, target)
    layer, head, query, key = (int(at) for at in np.unravel_index(int(slopes.abs().argmax()), slopes.shape))

    def larger(at: int, weights: torch.Tensor) -> torch.Tensor:
        changed = weights.clone()
        if at == layer:
            changed[:, head, query, key] *= 1.01
        return changed

    with torch.no_grad(), editing(larger):
        moved = float(cosine(model, model.module.get_input_embeddings()(ids), target))
    assert (moved - score) / 0.01 == pytest.approx(float(slopes[layer, head, query, key]), rel=0.05)


def test_gradients_of_the_weights_are_captum_s(model) -> None:
    """Weight times derivative for every head of every layer: the weights pass through a module that captum sees."""
    from core.attention.attribution import _gates

    target = torch.from_numpy(embed(model, [OTHER])[0])
    ids = torch.tensor([model.tokens(TEXT).ids])
    words = model.module.get_input_embeddings()
    _, ours = _gates(model, ids, target)
    passes = torch.nn.ModuleList(torch.nn.Identity() for _ in range(model.L))

    def answer(point: torch.Tensor) -> torch.Tensor:
        with editing(lambda layer, weights: passes[layer](weights)):
            return cosine(model, point, target)

    for layer in range(model.L):
        theirs: Any = LayerGradientXActivation(answer, passes[layer]).attribute(words(ids).detach())
        assert torch.allclose(ours[layer], theirs[0].detach(), atol=1e-6), layer


def test_curves_start_and_end_where_they_must(model, found) -> None:
    curves = faithfulness(model, TEXT, OTHER, found.values, orders=5)
    for each in (*curves.ways.values(), *curves.random):
        assert each.deletion[0] == pytest.approx(found.score, abs=1e-5) == each.insertion[-1]
        assert each.deletion[-1] == pytest.approx(each.insertion[0], abs=1e-6)
        assert each.deletion[-1] == pytest.approx(found.baseline, abs=1e-4)
        assert each.deleted == pytest.approx(each.deletion.mean())
    assert curves.ways["ig"].deleted < np.mean([each.deleted for each in curves.random])
    again = faithfulness(model, TEXT, OTHER, found.values, orders=5)
    assert all((a.deletion == b.deletion).all() for a, b in zip(curves.random, again.random, strict=True))


def test_an_edit_that_changes_nothing_changes_nothing(model) -> None:
    whole = similarity(model, TEXT, OTHER)
    T = len(model.tokens(TEXT).ids)
    assert similarity(model, TEXT, OTHER, switched_off([])) == pytest.approx(whole, abs=1e-5)
    assert similarity(model, TEXT, OTHER, permuted(np.arange(T))) == pytest.approx(whole, abs=1e-5)
    row = model.attention(TEXT).weights[2, 5, 1]
    assert similarity(model, TEXT, OTHER, overwritten(2, 5, 1, row)) == pytest.approx(whole, abs=1e-5)
    assert similarity(model, TEXT, OTHER) == whole  # and nothing is left behind


def test_one_head_off_in_a_batch_is_one_head_off_alone(model) -> None:
    every = each_head_similarity(model, TEXT, OTHER)
    assert every.whole == pytest.approx(similarity(model, TEXT, OTHER), abs=1e-5)
    for layer, head in ((0, 0), (3, 11), (5, 7)):
        alone = similarity(model, TEXT, OTHER, switched_off([(layer, head)]))
        assert every.without[layer, head] == pytest.approx(alone, abs=1e-5)
    assert np.abs(every.without - every.whole).max() > 1e-3


def test_a_watched_surgery_is_seen(model) -> None:
    order = np.arange(len(model.tokens(TEXT).ids))[::-1].copy()
    with editing(permuted(order, [(1, 4)])), watching() as looks:
        ids = torch.tensor([model.tokens(TEXT).ids])
        model.module(input_ids=ids, attention_mask=torch.ones_like(ids))
    before = model.attention(TEXT).weights
    assert len(looks) == 6 and np.allclose(looks[0].weights, before[0], atol=1e-6)
    assert np.allclose(looks[1].weights[4], before[1, 4][:, order], atol=1e-5)
    assert np.allclose(looks[1].weights[3], before[1, 3], atol=1e-5)


def test_a_gap_needs_a_gap_a_head_and_a_word(model) -> None:
    filler = load("minilm-mlm")
    text = "The capital of France is [MASK]."
    every = each_head_masked(filler, text, "paris")
    assert every.whole == pytest.approx(masked_word(filler, text, "paris"), rel=1e-3)
    assert every.without[2, 3] == pytest.approx(masked_word(filler, text, "paris", switched_off([(2, 3)])), rel=1e-3)
    for which, asked, word, code in (
        (model, text, "paris", "fill-model"),
        (filler, "No gap.", "paris", "fill-nothing"),
        (filler, text, "microscopically", "fill-unknown"),
    ):
        with pytest.raises(Trouble) as caught:
            masked_word(which, asked, word)
        assert caught.value.code == code


def test_a_hidden_word_moves_the_heads_that_looked_at_it(model) -> None:
    change, again = hidden_word(model, TEXT, 2)
    assert change.shape == (6, 12) and 0 <= change.min() and change.max() <= 1
    assert again.max() < 1e-6 < change.max()
    weights = model.attention(TEXT).weights
    place = np.unravel_index(weights[0, :, 3, 2].argmax(), (12,))[0]
    assert change[0, place] > 100 * again[0, place]


def test_shuffles_in_a_batch_are_shuffles_alone(model) -> None:
    dice = np.random.default_rng(0)
    orders = np.stack([dice.permutation(len(model.tokens(TEXT).ids)) for _ in range(3)])
    last = [(5, head) for head in range(12)]
    for where, heads in (("last", last), ("everywhere", None)):
        alone = [1 - similarity(model, TEXT, TEXT, permuted(order, heads)) for order in orders]
        assert turned(model, TEXT, orders, where) == pytest.approx(alone, abs=1e-5)
    assert np.abs(turned(model, TEXT, orders, "flat")).max() < 1e-6
