"""Four things that are said of pre-training objectives, as experiments with the small reader."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.claims.claim import Trial
from core.masking.corruption import Corruption
from core.masking.objectives.sentences import NSP, SOP
from core.masking.objectives.training import Config, Run, parts, passages, train
from core.runtime import OnStep, Step, quiet

DATA = "wikipedia-sample"
PAIRS = 2_000


def nsp_by_topic(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Lan et al. 2020, section 3.1: shared words alone tell NSP's pairs apart, and not SOP's.

    A pair is two neighbouring sentences. The effect is the accuracy of the best threshold on the share of common words,
    NSP less SOP; the control asks the same of NSP's pairs with their labels shuffled, against one half.
    """
    dice = np.random.default_rng(seed)
    text = passages(DATA, Config.V)
    chosen = [text.read[at] for at in dice.permutation(len(text.read))[:PAIRS]]
    scores, labels = {}, {}
    for name, objective in (("nsp", NSP(parts(text.kept))), ("sop", SOP())):
        made = [objective.corrupt(window, dice) for window in chosen]
        scores[name] = np.array([common(each) for each in made])
        labels[name] = np.array([each.targets[0] == objective.labels[0] for each in made])
    nsp, sop = (separable(scores[name], labels[name]) for name in ("nsp", "sop"))
    shuffled = separable(scores["nsp"], dice.permutation(labels["nsp"]))
    on_step(Step(1.0))
    return Trial(nsp - sop, shuffled - 0.5, {"nsp": nsp, "sop": sop})


def common(made: Corruption) -> float:
    """Jaccard's share of common words of the two parts."""
    words = np.array(made.inputs)
    a, b = (set(words[made.segments == part].tolist()) - {"[CLS]", "[SEP]"} for part in (0, 1))
    return len(a & b) / len(a | b)


def separable(scores: np.ndarray, labels: np.ndarray) -> float:
    """Accuracy on the second half of the threshold and direction that are best on the first."""
    half = len(scores) // 2
    rules = [(t, up) for t in np.unique(np.quantile(scores[:half], np.linspace(0, 1, 41))) for up in (True, False)]

    def right(rule: tuple[float, bool], part: slice) -> float:
        return float((((scores[part] >= rule[0]) == rule[1]) == labels[part]).mean())

    return right(max(rules, key=lambda rule: right(rule, slice(half))), slice(half, None))


def mask_mismatch(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Devlin et al. 2019, section 3.1: a reader trained on [MASK] alone does not stand behind words that are shown.

    The effect is the share of shown words that the output at their own place names, 80/10/10 less 100/0/0; the
    control is the same difference at a hidden word.
    """
    mixed, only = pair_of(Config(seed=seed), {"mask": 1.0, "random": 0.0}, device, on_step)
    return Trial(
        mixed.probes["itself"] - only.probes["itself"],
        mixed.probes["cloze"] - only.probes["cloze"],
        {"mixed": mixed.probes["itself"], "only": only.probes["itself"]},
    )


def forty_percent(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Wettig et al. 2023, section 3: hiding 40 % teaches more per step than 15 %.

    The effect is nats saved on one hidden word of an otherwise whole window; the control, 15 % again with other dice.
    """
    less, more = pair_of(Config(seed=seed), {"rate": 0.4}, device, lambda step: on_step(Step(step.progress * 2 / 3)))
    again = train(DATA, Config(seed=seed + 1_000), device=device)
    on_step(Step(1.0))
    nats = [run.probes["cloze_nats"] for run in (less, more, again)]
    return Trial(nats[0] - nats[1], nats[0] - nats[2], {"15": nats[0], "40": nats[1]})


def fresh_masks(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Liu et al. 2019, section 4.1: over many epochs new masks teach more than one mask repeated.

    The effect is nats saved on one hidden word, by 25 epochs of 512 windows; the control is the same in a single
    epoch, where nothing has been repeated yet.
    """
    many, once = Config(windows=512, copies=1, seed=seed), Config(windows=12_800, copies=1, seed=seed)
    nats = []
    for half, config in enumerate((many, once)):
        static, dynamic = pair_of(
            config, {"copies": 0}, device, lambda step, half=half: on_step(Step((half + step.progress) / 2))
        )
        nats.append((static.probes["cloze_nats"], dynamic.probes["cloze_nats"]))
    (static, dynamic), (first, other) = nats
    return Trial(static - dynamic, first - other, {"static": static, "dynamic": dynamic})


def pair_of(config: Config, change: dict, device: str, on_step: OnStep) -> tuple[Run, Run]:
    """The same reader trained as it is, and with one change."""
    first = train(DATA, config, device=device, on_step=lambda step: on_step(Step(step.progress / 2)))
    changed = replace(config, **change)
    return first, train(DATA, changed, device=device, on_step=lambda step: on_step(Step(0.5 + step.progress / 2)))
