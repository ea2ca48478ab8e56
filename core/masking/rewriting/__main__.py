"""``OBSERVATORY_DATA=… python -m core.masking.rewriting vocabulary | tasks | evidence --work FOLDER``: train again.

A training that was interrupted goes on with the same command; at the end weights and marks are put on the card.
"""

import argparse
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import save_file

from core import cards
from core.masking.rewriting import exam
from core.masking.rewriting.card import FOLDER, card
from core.masking.rewriting.network import Gatherer
from core.masking.rewriting.pieces import tokenizer
from core.masking.rewriting.training import Config, train, vocabulary
from core.models.digests import vouch
from core.provenance import stamp
from core.runtime import Step

DATA = "Tatoeba English-Chinese (manythings.org), CC BY 2.0 FR; sentence polarity of film reviews (MR), CC BY 4.0"
WHAT = "Small encoder-decoders: five tasks by their prefix, as in T5; a text rebuilt from others, as in MARGE."


def heard(step: Step) -> None:
    """A line now and then."""
    if round(step.progress * 10_000) % 100 == 0:
        print(f"{step.progress:.2%} {step.metrics.get('loss', 0):.3f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m core.masking.rewriting", description=__doc__)
    parser.add_argument("what", choices=("vocabulary", "tasks", "evidence"))
    parser.add_argument("--work", type=Path, help="a folder for checkpoints")
    parser.add_argument("--steps", type=int, default=Config.steps)
    given = parser.parse_args()
    torch.set_num_threads(1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    if given.what == "vocabulary":
        vocabulary().save(str(FOLDER / "tokenizer.json"))
        print(tokenizer().get_vocab_size())
        raise SystemExit
    config = Config(steps=given.steps)
    model = train(given.what, config, tokenizer(), given.work, heard)
    half = {key: value.half().contiguous() for key, value in model.state_dict().items()}
    save_file(half, FOLDER / f"{given.what}.safetensors")
    model.load_state_dict({key: value.float() for key, value in half.items()})
    if isinstance(model, Gatherer):
        marks = exam.rounded(exam.evidence(model, tokenizer()))
    else:
        marks = {task: exam.rounded(each) for task, each in exam.tasks(model, tokenizer()).items()}
    about = card() or {"what": WHAT, "data": DATA, "marks": {}, "made": {}}
    about["config"] = {key: value for key, value in asdict(config).items() if key != "steps"}
    about["marks"][given.what] = marks
    about.setdefault("parameters", {})[given.what] = sum(value.numel() for value in half.values())
    about["made"][given.what] = {"steps": config.steps, **stamp("core.masking.rewriting.training")}
    about["command"] = "python -m core.masking.rewriting tasks --work FOLDER"
    cards.write(FOLDER, about)
    vouch()
    print(marks)
