"""Four things that are said of SimCSE, as experiments: graded on the development pairs of STS-B."""

from __future__ import annotations

from functools import cache

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.simcse.config import Run
from core.simcse.plain import Setting, tune
from core.simcse.sts import gold

OTHER = 1_000  # added to a seed: the same experiment with other dice


def dropout_views(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Gao et al. 2021, table 1: dropout alone makes better second views than cutting words out as well.

    The effect is Spearman's ρ with dropout less the better of crop and deletion, each of a tenth of the words; the
    control, dropout against dropout with other dice.
    """
    asked: list[tuple[Setting, int]] = [("dropout", seed), ("dropout", seed + OTHER), ("crop", seed), ("delete", seed)]
    runs = _runs(asked, device, on_step)
    own, again, crop, delete = (run.spearman[-1] for run in runs)
    found = {"before": runs[0].spearman[0], "dropout": own, "crop": crop, "delete": delete}
    return _trial(own - max(crop, delete), own - again, found)


def same_mask(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Gao et al. 2021, section 3, figure 2: with one dropout mask for both views, alignment degrades.

    The effect is the alignment (mean squared distance of the pairs scored above 4) with one mask less that with two;
    the control, two masks against two masks with other dice.
    """
    runs = _runs([("dropout", seed), ("dropout", seed + OTHER), ("same-mask", seed)], device, on_step)
    two, again, one = (run.alignment[-1] for run in runs)
    scores = {"two_score": runs[0].spearman[-1], "one_score": runs[2].spearman[-1]}
    return _trial(one - two, again - two, {"two": two, "one": one, **scores})


def more_uniform(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Gao et al. 2021, section 3: tuning spreads the vectors while the alignment stays.

    The effect is by how much uniformity falls; the control, by how much alignment rises.
    """
    (run,) = _runs([("dropout", seed)], device, on_step)
    found = {"uniformity_before": run.uniformity[0], "uniformity_after": run.uniformity[-1]}
    found |= {"alignment_before": run.alignment[0], "alignment_after": run.alignment[-1]}
    return _trial(run.uniformity[0] - run.uniformity[-1], run.alignment[-1] - run.alignment[0], found)


def supervised(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Gao et al. 2021, table 5: entailments and contradictions teach more than dropout.

    The effect is Spearman's ρ after the triples less that after dropout on the same premises, so that both read texts
    of one kind; the control, what those premises gain over Wikipedia where nothing is labelled.
    """
    runs = _runs([("triples", seed), ("premises", seed), ("dropout", seed)], device, on_step)
    triples, premises, wikipedia = (run.spearman[-1] for run in runs)
    found = {"triples": triples, "premises": premises, "wikipedia": wikipedia}
    return _trial(triples - premises, premises - wikipedia, found)


def _runs(asked: list[tuple[Setting, int]], device: str, on_step: OnStep) -> list[Run]:
    runs = []
    for setting, seed in asked:
        runs.append(_tuned(setting, seed, device))
        on_step(Step(len(runs) / len(asked)))
    return runs


@cache
def _tuned(setting: Setting, seed: int, device: str) -> Run:
    """Several claims look at the same run."""
    return tune(setting, gold("en", "dev"), seed=seed, device=device)


def _trial(effect: float, control: float, found: dict[str, float]) -> Trial:
    return Trial(float(effect), float(control), {name: float(value) for name, value in found.items()})
