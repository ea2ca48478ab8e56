"""ELECTRA's two readers that learn together: what the loss is made of, and who hears whom."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from core.masking.corruption import PAD
from core.masking.objectives import electra
from core.masking.objectives.adversaries import ARMS, recorded
from core.masking.objectives.masked import MLM
from core.masking.objectives.reader import NOT_ASKED, batch, row
from core.masking.objectives.training import Config, windows
from core.runtime import seeded

SMALL = Config("electra", window=16, V=200, D=16, L=1, H=2, rows=8, steps=12)


def made() -> tuple[electra.Joint, tuple[torch.Tensor, ...], torch.Tensor]:
    """A fresh pair, a batch with holes, and the ids without them."""
    text = windows(electra.DATA, SMALL.V, SMALL.window)
    ids, dice = electra.named(text), np.random.default_rng(0)
    holes = [MLM(0.3, 1.0, 0.0).corrupt(window, dice) for window in text.read[:8]]
    with seeded(0):
        model = electra.Joint(SMALL, ids)
    whole = [replace(each, inputs=each.targets) for each in holes]
    return model, batch([row(each, ids) for each in holes], ids[PAD]), batch([row(each, ids) for each in whole], 0)[0]


def test_the_tables_are_shared_and_the_rest_is_not() -> None:
    model, _, _ = made()
    assert model.generator.words is model.reader.words and model.generator.places is model.reader.places
    own = sum(value.numel() for value in model.parameters())
    parts = [sum(value.numel() for value in part.parameters()) for part in (model.reader, model.generator)]
    shared = sum(getattr(model.reader, name).weight.numel() for name in ("words", "places", "kinds"))
    assert own == sum(parts) - shared


def test_a_generator_that_is_always_right_leaves_nothing_to_find(monkeypatch) -> None:
    """Then every word is an original: the discriminator's part is the mean of -ln p(original) over all of them."""
    model, given, whole = made()
    wanted = given[4][given[4] != NOT_ASKED]
    monkeypatch.setattr(torch, "multinomial", lambda chances, n: wanted[:, None])
    model.eval()
    with torch.no_grad():
        found = float(model(*given))
        ids, places, kinds, sees, targets, _ = given
        named = model.generator.name(model.generator.states(ids, places, kinds, sees)[targets != NOT_ASKED])
        said = model.reader.name(model.reader.states(whole, places, kinds, sees))[..., model.labels].log_softmax(-1)
        by_hand = torch.nn.functional.cross_entropy(named, wanted) - electra.LAMBDA * said[..., 0].mean()
    assert abs(found - float(by_hand)) < 1e-3


def test_the_generator_hears_nothing_of_the_discriminator(monkeypatch) -> None:
    """Its own layers get the same gradient whatever the discriminator's loss counts for."""
    model, given, _ = made()
    grads = []
    for weight in (0.0, 50.0):
        monkeypatch.setattr(electra, "LAMBDA", weight)
        with seeded(1):
            model.zero_grad()
            model(*given).backward()
        [*_, last] = [value.grad.clone() for value in model.generator.layers.parameters() if value.grad is not None]
        grads.append(last)
    torch.testing.assert_close(grads[0], grads[1])


def test_it_trains_and_repeats() -> None:
    one, two = (electra.train(electra.DATA, SMALL, device="cpu")[0] for _ in range(2))
    for a, b in zip(one.parameters(), two.parameters(), strict=True):
        assert torch.equal(a, b)


def test_the_record_is_whole() -> None:
    study = recorded()
    assert study.names == ARMS and study.scores.shape == (len(ARMS), electra.SEEDS, 3)
    asked = np.isfinite(study.scores)
    assert asked[1:].all() and asked[0, :, 0].all() and not asked[0, :, 1:].any()
    assert ((study.scores[asked] > 0) & (study.scores[asked] < 1)).all()
