"""How the models in ``assets/checkpoints`` were made: which texts, which sizes, in which stages."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForMaskedLM, BertTokenizer, PreTrainedModel

from core.fit import Precision
from core.masking import texts, vocabularies
from core.masking.adapted import BASE, adapted, ship_adapter
from core.masking.neighbours import neighbours
from core.masking.pretrain import Config, fresh, pretrain
from core.masking.rows import counts, rows
from core.models.sources import locate
from core.runtime import Step
from core.store import replacing

log = logging.getLogger(__name__)
HELD = 50  # every so many documents of Chinese one is kept back for the measurement …
BY_HEART = "verse"  # … but of these all are read


@dataclass(frozen=True)
class Recipe:
    """One model of our own: its texts, how often each is read in an epoch, and its size."""

    language: str
    sources: Mapping[str, int]
    config: Config
    pieces: int = 0  # English: pieces in the vocabulary; Chinese: how often a character must occur
    base: str | None = None  # a model to correct, with its own vocabulary


RECIPES = {
    "minilm-mlm": Recipe(
        "en",
        {"enwiki": 1, "wikitext": 2, "ewt": 1, "tatoeba-en": 2},
        Config(lr=1e-3, budget=1536, longest=128, rate=0.25, mask=1.0, random=0.0, steps=4000),
        base=BASE,
    ),
    "en-small": Recipe(
        "en",
        {"enwiki": 1, "wikitext": 1, "novels": 1, "ewt": 1, "tatoeba-en": 2},
        Config(D=192, L=4, H=6, F=768, lr=1e-3, budget=1024, steps=3200),
        10_000,
    ),
    "zh-char": Recipe(
        "zh",
        {"zhwiki": 1, "cmrc": 1, "tatoeba-zh": 3, "poetry": 3, "classics": 1, "verse": 400},
        Config(D=240, L=4, H=6, F=960, lr=1e-3, budget=1024, steps=3000),
        6,
    ),
}


def documents(recipe: Recipe) -> tuple[texts.Documents, texts.Documents]:
    """Learnt from, and kept back: of English a part of Wikipedia, of Chinese some of each source but ``BY_HEART``."""
    if recipe.language == "en":
        read = [d for name, times in recipe.sources.items() for d in texts.source(name) * times]
        return read, texts.unseen_wikipedia()
    read, kept = [], []
    for name, times in recipe.sources.items():
        for at, document in enumerate(texts.source(name)):
            if at % HELD or name == BY_HEART:
                read += [document] * times
            else:
                kept.append(document)
    known = [sentence for document in texts.source(BY_HEART) for sentence in document]
    return read, [document for document in kept if not _holds(document, known)]


def _holds(document: Sequence[str], known: Sequence[str]) -> bool:
    text = "".join(document)
    return any(each in text for each in known)


def train_stage(
    name: str, changes: Mapping[str, object], work: Path, stage: int, precision: Precision = "exact"
) -> None:
    """One stage of a model: from the stage before, or from nothing; leaves ``work/name-stage``, ready to ship."""
    recipe = RECIPES[name]
    config = replace(recipe.config, **{"seed": stage, **changes})
    read, _ = documents(recipe)
    before = work / f"{name}-{stage - 1}" if stage > 1 else None
    tokenizer = vocabulary(recipe, read, before)
    made = rows(read, tokenizer, config.longest, config.seed, typed=True)
    often = counts(made, tokenizer.get_vocab_size())
    if recipe.base:
        model = adapted(often, config.seed, before)
    else:
        model = AutoModelForMaskedLM.from_pretrained(before).float() if before else fresh(tokenizer, config, often)
        if not before:
            table: torch.Tensor = model.get_input_embeddings().weight  # pyright: ignore[reportAssignmentType]
            with torch.no_grad():
                table.copy_(torch.from_numpy(neighbours(made, *table.shape, seed=config.seed)))
    log.info("%s: %d rows, %d tokens, %d weights", name, len(made), int(often.sum()), model.num_parameters())
    kept = work / f"{name}-{stage}.fit"
    losses = pretrain(model, tokenizer, made, config, precision=precision, checkpoint=kept, on_step=_teller())
    log.info("%s: stage %d ended at %.3f nats", name, stage, float(np.mean(losses[-100:])))
    done = work / f"{name}-{stage}"
    ship_adapter(model, done) if recipe.base else ship(model, tokenizer, done)


def vocabulary(recipe: Recipe, read: texts.Documents, before: Path | None) -> Tokenizer:
    """The pieces of the model that is gone on with, or corrected; else learnt from the texts."""
    if recipe.base:
        tokenizer = Tokenizer.from_file(str(locate(recipe.base) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer
    if before:
        return Tokenizer.from_file(str(before / "tokenizer.json"))
    learn = vocabularies.word_pieces if recipe.language == "en" else vocabularies.characters
    return learn(read, recipe.pieces)


def ship(model: PreTrainedModel, tokenizer: Tokenizer, folder: Path) -> None:
    """A folder that ``core.models.load`` and transformers read, weights in half precision."""
    with replacing(folder) as new:
        fast = BertTokenizer(tokenizer_object=tokenizer)
        fast.model_max_length = model.config.max_position_embeddings - 1
        fast.save_pretrained(new)
        deepcopy(model).half().save_pretrained(new)


def _teller():
    recent: list[float] = []

    def tell(step: Step) -> None:
        recent.append(step.metrics["loss"])
        if len(recent) == 100:
            log.info("%5.1f %% %.3f nats lr %.2e", 100 * step.progress, float(np.mean(recent)), step.metrics["lr"])
            recent.clear()

    return tell
