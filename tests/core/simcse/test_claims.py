"""What the experiments compare, and with which sign; the tunings themselves are played by known figures."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Trouble
from core.simcse import claims
from core.simcse.config import Config, Run
from core.simcse.plain import SETTINGS, rows

FIGURES = {  # setting: alignment, uniformity, Spearman's ρ at the end
    "dropout": (0.2, -2.5, 0.70),
    "again": (0.21, -2.4, 0.69),
    "same-mask": (0.5, -2.6, 0.60),
    "crop": (0.3, -2.0, 0.65),
    "delete": (0.3, -2.0, 0.66),
    "premises": (0.3, -2.0, 0.72),
    "triples": (0.3, -2.0, 0.76),
}


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    def tune(setting: str, gold: object, *, seed: int, device: str) -> Run:
        near, even, score = FIGURES["again" if seed >= claims.OTHER else setting]
        found = {"alignment": np.array([0.1, near]), "uniformity": np.array([-1.0, even])}
        found |= {"spearman": np.array([0.5, score]), "losses": np.zeros(1), "at": np.array([0, 1])}
        return Run(Config(), "played", "", watched=(), frames=np.zeros((2, 0, 4), np.float32), **found)

    claims._tuned.cache_clear()
    monkeypatch.setattr(claims, "tune", tune)
    monkeypatch.setattr(claims, "gold", lambda language, part: None)


def test_the_better_rival_counts() -> None:
    trial = claims.dropout_views(0)
    assert trial.effect == pytest.approx(0.70 - 0.66) and trial.control == pytest.approx(0.70 - 0.69)
    assert trial.extras["before"] == 0.5


def test_one_mask_is_worse_where_its_pairs_lie_farther_apart() -> None:
    trial = claims.same_mask(0)
    assert trial.effect == pytest.approx(0.3) and trial.control == pytest.approx(0.01)


def test_uniformity_falls_and_alignment_is_watched() -> None:
    trial = claims.more_uniform(0)
    assert trial.effect == pytest.approx(1.5) and trial.control == pytest.approx(0.1)


def test_labels_are_measured_against_the_same_texts() -> None:
    trial = claims.supervised(0)
    assert trial.effect == pytest.approx(0.04) and trial.control == pytest.approx(0.02)


def test_every_step_of_a_trial_is_reported() -> None:
    seen: list[float] = []
    claims.dropout_views(0, on_step=lambda step: seen.append(step.progress))
    assert seen == [0.25, 0.5, 0.75, 1.0]


def test_wikipedia_is_read_in_sentences_of_middling_length() -> None:
    found = rows("dropout", "en")
    assert len(found) > 10_000 and all(30 <= len(sentence) <= 200 for sentence in found)
    assert SETTINGS["triples"].supervised and SETTINGS["same-mask"].positive == "same-mask"


def test_triples_ask_for_the_folder_of_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OBSERVATORY_DATA", raising=False)
    with pytest.raises(Trouble) as caught:
        rows("premises", "en")
    assert caught.value.code == "data-missing"
