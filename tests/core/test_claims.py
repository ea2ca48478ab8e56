from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core import claims, runtime
from core.claims import CLAIMS, Claim, Estimate, Rerun, Trial, __main__, estimate, ledger, verdict
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet

finite = st.floats(-1e3, 1e3, allow_subnormal=False)


def coin(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """A trial that is over at once: seeds 0…4 measure 1…5."""
    on_step(Step(0.5))
    return Trial(effect=seed + 1.0, control=0.1 * (-1) ** seed, extras={"seed": float(seed)})


@pytest.fixture
def toy(tmp_path, monkeypatch) -> Claim:
    """A claim in the ledger that takes no time, and a place of its own to record it."""
    claim = Claim("toy/coin", "core.claims.ledger:coin", 0.5, "steps", {"small": 5}, "nobody", "https://example.org")
    monkeypatch.setitem(CLAIMS, claim.id, claim)
    monkeypatch.setattr(ledger, "coin", coin, raising=False)
    monkeypatch.setattr(runtime, "ASSETS", tmp_path)
    return claim


@given(st.lists(finite, min_size=5, max_size=40))
def test_interval_is_scipys_paired_t(values: list[float]) -> None:
    ours = estimate(values)
    assert ours.mean == pytest.approx(np.mean(values))
    if np.std(values) > 1e-6:
        theirs = stats.ttest_rel(values, np.zeros(len(values))).confidence_interval(0.95)
        assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), rel=1e-9, abs=1e-9)


def test_interval_by_hand() -> None:
    ours = estimate([1.0, 2.0, 3.0, 4.0, 5.0])  # sd = √2.5, t(4) = 2.776445
    assert ours.mean == 3 and ours.high - 3 == pytest.approx(2.776445 * np.sqrt(2.5 / 5), abs=1e-6)
    assert estimate([2.0] * 5) == Estimate((2.0,) * 5, 2.0, 2.0, 2.0)


@pytest.mark.parametrize("values", [[1.0] * 4, [1.0] * 4 + [float("nan")], [1.0] * 5 + [float("inf")]])
def test_too_few_seeds_or_a_broken_one_give_no_interval(values: list[float]) -> None:
    with pytest.raises(ValueError, match="5 or more finite"):
        estimate(values)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.1, 2.0, "reproduced"),
        (0.9, 1.2, "reproduced"),
        (-0.1, 2.5, "undecided"),  # large, but may be nothing
        (0.1, 1.5, "undecided"),  # there, but may or may not matter
        (0.1, 0.9, "not-reproduced"),  # there, but too small to matter
        (-0.4, 0.3, "not-reproduced"),
        (-3.0, 3.0, "undecided"),
        (-2.0, -0.1, "reversed"),
        (-1.5, -0.1, "undecided"),
    ],
)
def test_the_rule(low: float, high: float, expected: str) -> None:
    assert verdict(Estimate((), (low + high) / 2, low, high), delta=1.0) == expected


@given(finite, st.floats(0, 1e3), st.floats(1e-3, 1e3))
def test_the_rule_is_its_own_mirror(mean: float, half: float, delta: float) -> None:
    mirror = {"reproduced": "reversed", "reversed": "reproduced"}
    there = verdict(Estimate((), mean, mean - half, mean + half), delta)
    back = verdict(Estimate((), -mean, -mean - half, -mean + half), delta)
    assert back == mirror.get(there, there)


def test_run_measures_every_seed_and_says_so(toy: Claim) -> None:
    steps: list[Step] = []
    result = claims.run("toy/coin", on_step=steps.append)
    assert result.effect.values == (1, 2, 3, 4, 5) and result.seeds == (0, 1, 2, 3, 4)
    assert (result.verdict, result.delta, result.unit, result.scale) == ("reproduced", 0.5, "steps", "small")
    assert result.control_holds and result.extras["seed"].mean == 2
    assert [step.progress for step in steps] == pytest.approx([n / 10 for n in range(1, 11)])


def test_a_control_that_shows_the_effect_too_is_told(toy: Claim) -> None:
    result = claims.run("toy/coin")
    assert not replace(result, control=result.effect).control_holds


def test_recorded_is_what_record_measured(toy: Claim) -> None:
    assert claims.recorded("toy/coin") is None
    assert claims.record("toy/coin") == claims.recorded("toy/coin")
    assert claims.recorded("toy/none") is None


def test_rerun_is_run_for_a_job(toy: Claim) -> None:
    assert claims.rerun("toy/coin", Rerun()).effect == claims.run("toy/coin").effect


@pytest.mark.parametrize(
    ("asked", "code"),
    [(("toy/none", "small"), "claim-unknown"), (("toy/coin", "huge"), "claim-scale-unknown")],
)
def test_unknown_names_are_trouble(toy: Claim, asked: tuple[str, str], code: str) -> None:
    with pytest.raises(Trouble) as trouble:
        claims.run(asked[0], scale=asked[1])
    assert trouble.value.code == code


@pytest.mark.parametrize("bad", [{"delta": 0.0}, {"seeds": {"small": 4}}])
def test_a_claim_without_a_threshold_or_enough_seeds_cannot_be_written(toy: Claim, bad: dict) -> None:
    with pytest.raises(ValueError, match="delta must be above 0"):
        replace(toy, **bad)


def test_the_command_prints_and_records(toy: Claim, capsys) -> None:
    assert __main__.main(["record", "toy/coin"]) == 0
    assert "toy/coin: reproduced" in capsys.readouterr().out
    assert claims.recorded("toy/coin") is not None
    assert __main__.main(["run", "toy/none"]) == 1


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_every_recorded_verdict_follows_from_its_numbers_and_todays_rule(claim: Claim) -> None:
    result = claims.recorded(claim.id)
    assert result is not None and result.id == claim.id
    assert (result.delta, result.unit) == (claim.delta, claim.unit)
    assert result.effect == estimate(result.effect.values)
    assert result.verdict == verdict(result.effect, claim.delta)
    assert len(result.effect.values) == len(result.control.values) == len(result.seeds) >= 5
    assert set(claim.published) <= set(result.extras)


def test_why_sqrt_d_comes_out_again() -> None:
    kept, now = claims.recorded("attention/sqrt-d"), claims.run("attention/sqrt-d")
    assert kept is not None and now.verdict == kept.verdict == "reproduced" and now.control_holds
    assert now.effect.values == pytest.approx(kept.effect.values, rel=1e-3)  # same seeds; float32
    slope = now.extras["variance_slope"]
    assert slope.mean == pytest.approx(1, abs=0.02)
