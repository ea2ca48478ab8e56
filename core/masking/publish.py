"""``python -m core.masking.publish NAME --work FOLDER --stage N``: put a training into assets/checkpoints, measure it.

A stage that still runs is taken from its last checkpoint: the card says how far it was. Without ``--work`` what is
there is measured again.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from safetensors import safe_open
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from core import cards, provenance
from core.masking import texts
from core.masking.adapted import adapted, ship_adapter
from core.masking.clozes import Gap, gaps
from core.masking.measure import by_count, held_out, ranks, repeats
from core.masking.pretrain import Cloze, Config, fresh
from core.masking.rows import STOPS, Specials, counts, rows, windows
from core.masking.shipped import RECIPES, Recipe, documents, ship, vocabulary
from core.masking.surprise import pseudo_perplexity
from core.models import Model, load
from core.models.digests import HOME, vouch

ROWS = 2000  # at most, for each measurement
WINDOW = 256  # tokens of running text, for models that read so many
SENTENCES = 30  # for the pseudo-perplexity


def publish(name: str, work: Path, stage: int, changes: Mapping[str, object], note: str) -> Path:
    """The folder in ``assets/checkpoints``, with its card."""
    recipe = RECIPES[name]
    config = replace(recipe.config, **{"seed": stage, **changes})
    read, _ = documents(recipe)
    tokenizer = vocabulary(recipe, read, work / f"{name}-{stage - 1}" if stage > 1 else None)
    model = _untrained(recipe, config, tokenizer, np.ones(tokenizer.get_vocab_size()))
    steps = _restore(Cloze(model, Specials.of(tokenizer).pad), work / f"{name}-{stage}.fit")
    folder = HOME / name
    earlier = cards.read(folder)["tokens read"] if stage > 1 else 0
    shutil.rmtree(folder, ignore_errors=True)
    ship_adapter(model, folder) if recipe.base else ship(model, tokenizer, folder)
    vouch()
    card = {
        "name": name,
        "what": note,
        "base": recipe.base,
        "data": {source: texts.LICENCES[source] for source in recipe.sources},
        "config": asdict(config) | {"steps": steps},
        "stages": stage,
        "seed": config.seed,
        "weights": sum(p.numel() for p in model.parameters()),
        "tokens read": earlier + steps * config.budget,
        "metrics": measured(name, config),
        "command": " ".join(
            [f"OBSERVATORY_DATA=… python -m core.masking {name} --work WORK --stage {stage}"]
            + [f"--{key} {value}" for key, value in changes.items()]
        ),
        "code": provenance.code_version("core.masking.shipped"),
        "date": provenance.today(),
        "device": provenance.machine(),
    }
    cards.write(folder, card)
    return folder


def again(name: str) -> Path:
    """Measure what is shipped once more."""
    folder = HOME / name
    card = cards.read(folder)
    known = {field.name for field in fields(Config)}
    config = Config(**{key: value for key, value in card["config"].items() if key in known})
    cards.write(folder, card | {"metrics": measured(name, config)})
    return folder


def measured(name: str, config: Config) -> dict[str, object]:
    """What the card of a shipped model says of it, beside a head that learnt nothing and guesses by frequency."""
    recipe, folder = RECIPES[name], HOME / name
    read, kept = documents(recipe)
    tokenizer = vocabulary(recipe, read, folder)
    special, model = Specials.of(tokenizer), load(folder, device="cpu")
    tests = {"held-out": rows(kept, tokenizer, 128, 0)}
    tests["sentences"] = rows([[sentence] for document in kept for sentence in document], tokenizer, 128, 0)
    if recipe.language == "en":
        tests["wikitext-2 valid"] = rows(texts.wikitext("valid"), tokenizer, 128, 0)
        if model.limit >= WINDOW:
            tests[f"wikitext-2 valid, windows of {WINDOW}"] = windows(texts.wikitext("valid"), tokenizer, WINDOW)
    tests = {key: [each[at] for at in _some(len(each))] for key, each in tests.items()}
    often = counts(rows(read, tokenizer, config.longest, config.seed, typed=True), special.V)
    blank = _untrained(recipe, config, tokenizer, often).eval()
    return {
        **{key: asdict(held_out(model.whole, special, test)) for key, test in tests.items()},
        "fresh-head": asdict(held_out(blank, special, tests["held-out"])),
        "by-count": asdict(by_count(often, special, tests["held-out"])),
        "repeats": asdict(repeats(model.whole, special, tests["held-out"])),
        "repeats in one sentence": asdict(repeats(model.whole, special, tests["sentences"])),
        "clozes": _clozes(model, recipe, read),
        "pseudo-perplexity": _surprise(model, kept),
    }


def _untrained(recipe: Recipe, config: Config, tokenizer: Tokenizer, often: Float[np.ndarray, " V"]) -> PreTrainedModel:
    return adapted(often, config.seed, None) if recipe.base else fresh(tokenizer, config, often)


def _some(n: int) -> list[int]:
    return np.random.default_rng(0).permutation(n)[:ROWS].tolist()


def _restore(cloze: Cloze, folder: Path) -> int:
    """Put the kept weights into the model; how many steps they have."""
    with safe_open(folder / "training.safetensors", framework="pt") as kept, torch.no_grad():
        for name, parameter in cloze.named_parameters():
            parameter.copy_(kept.get_tensor(f"model.{name}"))
        return len(kept.get_tensor("losses"))


def _clozes(model: Model, recipe: Recipe, read: texts.Documents) -> dict[str, object]:
    """The forty gaps; those whose sentence, filled rightly, is nowhere in its texts; all without their full stops."""
    forty = gaps(recipe.language)
    found = ranks(model, forty)
    library = "\n".join(_letters("".join(document)) for document in read)
    unread = [
        rank
        for gap, rank in zip(forty, found, strict=True)
        if not any(_letters(gap.text.replace("[MASK]", answer)) in library for answer in gap.answers)
    ]
    open_ = ranks(model, [Gap(gap.text.rstrip("".join(STOPS)), gap.answers) for gap in forty])
    return {**_shares(found), "ranks": found, "unread": _shares(unread), "without stop": _shares(open_)}


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _shares(found: list[int]) -> dict[str, float]:
    n = len(found) or float("nan")  # no gap, no share
    return {
        "top1": sum(rank == 1 for rank in found) / n,
        "top5": sum(0 < rank <= 5 for rank in found) / n,
        "n": len(found),
    }


def _surprise(model: Model, kept: texts.Documents) -> dict[str, float]:
    """The pseudo-perplexity of sentences kept back."""
    chosen = [s for document in kept[::29] for s in document if 8 < len(s) < 160][:SENTENCES]
    bits = [np.log(pseudo_perplexity(sentence, model)) for sentence in chosen]
    return {"geometric mean": float(np.exp(np.mean(bits))), "sentences": len(chosen)}


if __name__ == "__main__":
    torch.set_num_threads(1)
    parser = argparse.ArgumentParser(prog="python -m core.masking.publish")
    parser.add_argument("name", choices=RECIPES)
    parser.add_argument("--work", type=Path, help="the folder of the training; without it: measure again")
    parser.add_argument("--stage", type=int, default=1)
    parser.add_argument("--note", default="")
    for field in fields(Config):  # as they were given to the training
        parser.add_argument(f"--{field.name}", type=type(field.default))
    asked = vars(parser.parse_args())
    name, work, stage, note = (asked.pop(key) for key in ("name", "work", "stage", "note"))
    changes = {key: value for key, value in asked.items() if value is not None}
    print(publish(name, work, stage, changes, note) if work else again(name))
