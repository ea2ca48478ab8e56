"""Train the readers that are shipped, one an objective, and examine each on its own question."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace

from safetensors.torch import save_file

from core import cards
from core.masking.corruption import Objective, Words
from core.masking.objectives import DLM, ELECTRA, OBJECTIVES, WKLM, Disfluency
from core.masking.objectives.card import FOLDER, card
from core.masking.objectives.learned import CONFIG, Told, examined, reader
from core.masking.objectives.masked import capitalised
from core.masking.objectives.training import EXAM, MOST, Text, prepared, text_for, trained, unread
from core.provenance import stamp
from core.runtime import OnStep, quiet

DATA = "wikipedia-sample"
SHIPPED = tuple(  # no pictures and no translations here, and no pieces of words: whole words are what MLM hides
    name for name in OBJECTIVES if name not in ("image-gpt", "tlm", "whole-word")
)
CASED = ("capitals", "wklm", "entity")  # what looks at capitals
NAMES = 300  # that are exchanged


def ship(name: str, on_step: OnStep = quiet) -> dict[str, float]:
    """Train one reader and put it, in half precision, with its marks, into ``assets/checkpoints/readers``."""
    config = replace(CONFIG, objective=name, cased=name in CASED)
    text = text_for(DATA, config)
    objective = equipped(name, text, prepared(config, text))
    run, model, ids = trained(DATA, config, objective, on_step=on_step)
    marks = exam(Told(name, model, ids), objective, text)
    FOLDER.mkdir(parents=True, exist_ok=True)
    save_file(
        {key: value.half().contiguous() for key, value in model.state_dict().items()}, FOLDER / f"{name}.safetensors"
    )
    (FOLDER / "words.txt").write_text("\n".join(ids), encoding="utf-8")
    marks = {key: round(float(value), 4) for key, value in (dict(run.probes) | marks).items()}
    readers = card().get("readers", {}) | {name: marks | stamp("core.masking.objectives.ship")}
    about = {
        "what": "Small readers, each trained with one objective on the same text for the same number of steps, "
        "in windows or, where sentences are asked about, in passages.",
        "data": "gensim's excerpt of English Wikipedia, CC BY-SA",
        "config": asdict(CONFIG) | {"places": 2 * MOST},
        "untrained": {key: round(float(value), 4) for key, value in run.untrained.items() if key != "right"},
        "readers": {each: readers[each] for each in OBJECTIVES if each in readers},
        "command": "python -m core.masking.objectives train",
    }
    cards.write(FOLDER, about)
    card.cache_clear()
    return marks


def examine(name: str) -> dict[str, float]:
    """The marks of a shipped reader anew; its answers to the common questions stay as they are."""
    config = replace(CONFIG, objective=name, cased=name in CASED)
    text = text_for(DATA, config)
    found = exam(reader(name), equipped(name, text, prepared(config, text)), text)
    about = card()
    about["readers"][name] |= {key: round(float(value), 4) for key, value in found.items()}
    cards.write(FOLDER, about)
    return found


def exam(told: Told, objective: Objective, text: Text) -> dict[str, float]:
    """The marks of a reader; two tasks of one reader are asked apart."""
    windows, objective = (text.read[:EXAM], text.kept[:EXAM]), unread(objective, text)
    if not isinstance(objective, Disfluency):
        return examined(told, objective, *windows)
    which = examined(told, replace(objective, which=True), *windows)
    return examined(told, replace(objective, which=False), *windows) | {"which": which["right"]}


def equipped(name: str, text: Text, objective: Objective) -> Objective:
    """What only the training of what is shipped needs: names, a generator."""
    match objective:
        case WKLM():
            return replace(objective, names=(("name", names(text)),))
        case ELECTRA():
            return replace(objective, generator=reader("mlm").draw)
        case DLM():
            return replace(objective, fake=True)
        case Disfluency():
            return replace(objective, vocabulary=text.running, which=None)
        case _:
            return objective


def names(text: Text) -> Words:
    """The most frequent runs of capitals."""
    flat = [tuple(word for part in window for word in part) for window in text.read]
    counts = Counter(" ".join(words[a:b]) for words in flat for a, b in capitalised(words))
    return tuple(name for name, _ in counts.most_common(NAMES))
