"""The bill of distillation: the teacher and every shipped student, time and accuracy in one run.

Accuracy is on the held-out sentences of the recorded study, which carries the labels; the sentences themselves are read
again by every network. sentence-transformers reads with the same MiniLM as our teacher: its time is the peer's.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

import torch
from sentence_transformers import SentenceTransformer

from core.distillation.bill import flops, words
from core.distillation.learn import answer
from core.distillation.measures import accuracy, agreement, calibration
from core.distillation.pupils import students
from core.distillation.recorded import study
from core.distillation.students import count
from core.distillation.teacher import hired, ids_of
from core.models.sources import locate
from tests.bench._side_by_side import alternate, machine, table


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench distillation")
    options.add_argument("--corpus", default="snips")
    options.add_argument("--sentences", type=int, default=100)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args(argv)
    torch.set_num_threads(1)

    found = study(chosen.corpus)
    texts, labels = found.shown[: chosen.sentences], found.labels[: chosen.sentences]
    ids = ids_of(texts)
    everybody = {"teacher": hired(chosen.corpus)[0]}
    everybody |= {f"{config.student}, {config.method}": each for config, each in students(chosen.corpus) if config}
    answers = {name: answer(network, ids) for name, network in everybody.items()}
    peer = SentenceTransformer(str(locate("minilm")), device="cpu")
    runs: dict[str, Callable[[], object]] = {name: partial(answer, each, ids) for name, each in everybody.items()}
    runs["sentence-transformers, MiniLM"] = lambda: peer.encode(list(texts), batch_size=256)
    seconds = alternate(runs, chosen.rounds)

    rows = []
    for name, took in seconds.items():
        per = 1000 * took / len(texts)
        if name not in everybody:
            rows.append((name, f"{per:.2f}", "", "", "", "", ""))
            continue
        network, mine = everybody[name], answers[name]
        right, ece = 100 * accuracy(mine, labels), calibration(mine, labels).ece
        same = 100 * agreement(mine, answers["teacher"])
        size = f"{(count(network) + words(network)) / 1e6:.2f}" if name != "teacher" else f"{count(network) / 1e6:.2f}"
        rows.append(
            (name, f"{per:.2f}", f"{flops(network, 12) / 1e6:.1f}", size, f"{right:.1f}", f"{ece:.3f}", f"{same:.1f}")
        )
    print(f"\n{chosen.corpus}: {len(texts)} sentences, medians of {chosen.rounds}, 1 thread ({machine()})\n")
    head = ("", "ms a sentence", "Mflop, 12 tokens", "M numbers", "accuracy %", "ECE", "agrees %")
    print(table(head, rows))
