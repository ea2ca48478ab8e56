"""Claims about probes, on UD English-EWT: one seed of each. The treebank lies in the folder OBSERVATORY_DATA."""

from __future__ import annotations

from core.claims.claim import Trial
from core.probes.config import Config
from core.probes.gravity import expected_layer
from core.probes.kept import TREE, banks, states
from core.probes.linear import Scaled, linear, right
from core.probes.scalar_mix import mixed
from core.probes.structural import score, structural
from core.probes.tasks import names
from core.probes.training import RANDOM, select
from core.probes.trees import chain_score
from core.runtime import OnStep, Step, quiet

LAYER = 3  # of six, the middle: chosen before any run of the claim
OTHER = 1000  # added to a seed to make another one


def trees_learnt(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a linear map finds syntax trees in the vectors of a trained model.

    The effect is the UUAS of MiniLM's middle layer minus that of the same layer with random weights. The control is
    random weights minus random weights, under two seeds of the probe.
    """
    found = []
    for at, (reader, dice) in enumerate(
        (("minilm", seed), (RANDOM + "minilm", seed), (RANDOM + "minilm", seed + OTHER))
    ):
        learn, test = banks("minilm")
        one, two = (states(reader, each.name, len(each.sentences)) for each in (learn, test))
        config = Config(task="tree", epochs=TREE.epochs, lr=TREE.lr, seed=dice)
        probe, _ = structural(one, learn.sentences, [LAYER], config, device=device)
        found.append(float(score(probe, two, test.sentences, [LAYER])["uuas"][0]))
        on_step(Step((at + 1) / 3, {"uuas": found[-1]}))
    return Trial(
        effect=found[0] - found[1],
        control=found[1] - found[2],
        extras={"minilm": found[0], "random": found[1], "chain": chain_score(banks("minilm")[1].sentences)},
    )


def tags_selective(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a linear probe reads parts of speech off a trained model, not just words that it knows by heart.

    The effect is the selectivity (accuracy minus accuracy on the control task) on MiniLM's middle layer minus that on
    the same layer with random weights. The control is that of random weights under one seed minus under another.
    """
    measured = []
    for at, (reader, dice) in enumerate(
        (("minilm", seed), (RANDOM + "minilm", seed), (RANDOM + "minilm", seed + OTHER))
    ):
        learn, test = banks("minilm")
        one, two = (states(reader, each.name, len(each.sentences)) for each in (learn, test))
        labels, pair = names(learn.sentences, "upos"), []
        for lot in (False, True):
            config = Config(task="upos", control=lot, seed=dice)
            first, second = select(one, two, learn.sentences, test.sentences, "upos", labels, config)
            own = slice(LAYER, LAYER + 1)
            scaled = Scaled.of(first.X[own])
            probes, _ = linear(scaled(first.X[own]), first.y, len(labels), config, device=device)
            pair.append(float(right(probes, scaled(second.X[own]), second.y)[0]))
        measured.append(pair)
        on_step(Step((at + 1) / 3, {"selectivity": pair[0] - pair[1]}))
    real, random, again = (real - lot for real, lot in measured)
    return Trial(
        effect=real - random,
        control=random - again,
        extras={
            "accuracy": measured[0][0],
            "selectivity": real,
            "random": measured[1][0],
            "random_selectivity": random,
        },
    )


def pipeline_order(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: relations are solved deeper than parts of speech.

    The effect is the expected layer of a word's relation to its head minus that of its part of speech, each from the
    cumulative scores of mixes of MiniLM's layers. The control compares parts of speech with themselves, another seed.
    """
    found = []
    for at, (task, dice) in enumerate((("relation", seed), ("upos", seed), ("upos", seed + OTHER))):
        learn, test = banks("minilm")
        one, two = (states("minilm", each.name, len(each.sentences)) for each in (learn, test))
        labels = names(learn.sentences, task)
        config = Config(task=task, layer=-1, seed=dice)
        first, second = select(one, two, learn.sentences, test.sentences, task, labels, config)
        scaled = Scaled.of(first.X)
        mixes, _ = mixed(scaled(first.X), first.y, len(labels), config, device=device)
        found.append(expected_layer(right(mixes, scaled(second.X), second.y)))
        on_step(Step((at + 1) / 3, {"layer": found[-1]}))
    relation, upos, again = map(float, found)
    return Trial(effect=relation - upos, control=upos - again, extras={"relation": relation, "upos": upos})
