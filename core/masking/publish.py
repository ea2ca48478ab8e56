"""``python -m core.masking.publish NAME --work FOLDER --stage N``: measure a training, put it into assets/checkpoints.

A stage that still runs is taken from its last checkpoint: the card says how far it was.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from tokenizers import Tokenizer

from core import provenance, runtime
from core.masking import texts
from core.masking.adapted import adapted, ship_adapter
from core.masking.measure import by_count, held_out, ranks
from core.masking.pretrain import Cloze, Config, fresh
from core.masking.rows import Specials, counts, rows
from core.masking.shipped import RECIPES, Recipe, documents, ship, vocabulary
from core.masking.surprise import pseudo_perplexity
from core.models import load

ROWS = 150  # of at most 128 tokens, for each measurement
SENTENCES = 30  # for the pseudo-perplexity


def publish(name: str, work: Path, stage: int, changes: Mapping[str, object], note: str) -> Path:
    """The folder in ``assets/checkpoints``, with its card."""
    recipe = RECIPES[name]
    config = replace(recipe.config, **{"seed": stage, **changes})
    read, kept = documents(recipe)
    before = work / f"{name}-{stage - 1}" if stage > 1 else None
    tokenizer = vocabulary(recipe, read, before)
    made = rows(read, tokenizer, config.longest, config.seed)
    often = counts(made, tokenizer.get_vocab_size())
    model = adapted(often, config.seed, before) if recipe.base else fresh(tokenizer, config, often)
    special = Specials.of(tokenizer)
    blank = held_out(model.eval(), special, _tests(recipe, kept, tokenizer, config)["held-out"])
    steps = _restore(Cloze(model, special.pad), work / f"{name}-{stage}.fit")
    model.eval()
    folder = runtime.ASSETS / "checkpoints" / name
    previous = json.loads((folder / "card.json").read_text("utf-8")) if (folder / "card.json").exists() else {}
    shutil.rmtree(folder, ignore_errors=True)
    ship_adapter(model, folder) if recipe.base else ship(model, tokenizer, folder)
    metrics = {
        key: asdict(held_out(model, special, test)) for key, test in _tests(recipe, kept, tokenizer, config).items()
    }
    metrics |= {"fresh-head": asdict(blank)} if stage == 1 else {"fresh-head": previous["metrics"]["fresh-head"]}
    metrics["by-count"] = asdict(by_count(often, special, _tests(recipe, kept, tokenizer, config)["held-out"]))
    metrics |= _asked(folder, recipe, kept)
    earlier = previous.get("tokens read", 0) if stage > 1 else 0
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
        "metrics": metrics,
        "command": " ".join(
            [f"OBSERVATORY_DATA=… python -m core.masking {name} --work WORK --stage {stage}"]
            + [f"--{key} {value}" for key, value in changes.items()]
        ),
        "code": provenance.code_version("core.masking.shipped"),
        "date": provenance.today(),
        "device": provenance.machine(),
    }
    (folder / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder


def _tests(recipe: Recipe, kept: texts.Documents, tokenizer: Tokenizer, config: Config) -> dict[str, list[np.ndarray]]:
    """Text that was not read; for English also WikiText-2's validation part."""
    found = {"held-out": rows(kept, tokenizer, 128, 0)}
    if recipe.language == "en":
        found["wikitext-2 valid"] = rows(texts.wikitext("valid"), tokenizer, 128, 0)
    return {
        key: [each[at] for at in np.random.default_rng(0).permutation(len(each))[:ROWS]] for key, each in found.items()
    }


def _restore(cloze: Cloze, folder: Path) -> int:
    """Put the kept weights into the model; how many steps they have."""
    with safe_open(folder / "training.safetensors", framework="pt") as kept, torch.no_grad():
        for name, parameter in cloze.named_parameters():
            parameter.copy_(kept.get_tensor(f"model.{name}"))
        return len(kept.get_tensor("losses"))


def _asked(folder: Path, recipe: Recipe, kept: texts.Documents) -> dict[str, object]:
    """The forty gaps, and the surprise of sentences kept back."""
    model = load(folder, device="cpu")
    found = ranks(model, recipe.language)
    chosen = [s for document in kept[::29] for s in document if 8 < len(s) < 160][:SENTENCES]
    bits = [np.log(pseudo_perplexity(sentence, model)) for sentence in chosen]
    return {
        "clozes": {
            "top1": sum(rank == 1 for rank in found) / len(found),
            "top5": sum(0 < rank <= 5 for rank in found) / len(found),
            "n": len(found),
            "ranks": found,
        },
        "pseudo-perplexity": {"geometric mean": float(np.exp(np.mean(bits))), "sentences": len(chosen)},
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    parser = argparse.ArgumentParser(prog="python -m core.masking.publish")
    parser.add_argument("name", choices=RECIPES)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--stage", type=int, default=1)
    parser.add_argument("--note", default="")
    for field in fields(Config):  # as they were given to the training
        parser.add_argument(f"--{field.name}", type=type(field.default))
    asked = vars(parser.parse_args())
    name, work, stage, note = (asked.pop(key) for key in ("name", "work", "stage", "note"))
    print(publish(name, work, stage, {key: value for key, value in asked.items() if value is not None}, note))
