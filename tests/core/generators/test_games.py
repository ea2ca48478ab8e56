"""The three games side by side: the same start, the same batches, judged like real heaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from core.generators import Config, games, kept, modes
from core.generators.measures import covered, energy_distance
from core.generators.recorded import contests, game
from core.generators.run import Loss


def test_all_games_begin_alike_and_part() -> None:
    found = [games.watched("ring", loss, steps=12, seeds=2) for loss in get_args(Loss)]
    for one in found:
        assert one.found.shape == one.energy.shape == one.near.shape == (2, len(one.at)) and one.at[-1] == 12
        assert (one.energy[:, 0] == found[0].energy[:, 0]).all() and (one.floor == found[0].floor).all()
        assert one.energy.min() > np.median(one.floor) and one.found.max() <= 8
    assert len({float(one.energy[0, -1]) for one in found}) == 3


def test_a_training_that_was_done_is_read_and_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OBSERVATORY_CACHE", str(tmp_path))
    config = Config(family="gan", D=8, L=1, B=16, steps=3, frames=2)
    run, seconds = kept.trained("ring", config)

    def refused(*given: object, **more: object) -> None:
        raise AssertionError("it was done")

    monkeypatch.setattr(kept, "train", refused)
    again, took = kept.trained("ring", config)
    assert took == seconds and (again.frames == run.frames).all() and again.config == config
    with pytest.raises(AssertionError):
        kept.trained("ring", replace(config, seed=1))


def test_shapes_without_heaps_have_no_contest() -> None:
    with pytest.raises(ValueError, match="heaps"):
        games.watched("moons", "minimax", steps=2, seeds=1)


@pytest.mark.parametrize("shape", contests())
@pytest.mark.parametrize("loss", get_args(Loss))
def test_what_is_recorded_is_what_its_points_say(shape: str, loss: Loss) -> None:
    one, centres = game(shape, loss), modes(shape)
    assert centres is not None and len(one.found) >= 5 and one.setting.loss == loss
    made = one.made / 1000
    assert covered(made, centres) == (one.found[0, -1], pytest.approx(one.near[0, -1]))
    assert energy_distance(made, games.real(shape, 0)) == pytest.approx(one.energy[0, -1])
    real = energy_distance(games.real(shape, 100), games.real(shape, 101))
    assert one.floor[0] == pytest.approx(real)
