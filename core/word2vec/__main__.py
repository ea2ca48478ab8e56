"""Train again what lies in the program: the shipped vectors, from a folder of corpora, or the recorded studies."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.word2vec import shipped, study


def main(arguments: list[str] | None = None) -> int:
    """``words-en FOLDER`` or ``studies``: train, keep, and print what it is worth."""
    parser = argparse.ArgumentParser(prog="python -m core.word2vec", description=__doc__)
    parser.add_argument("name", choices=[*shipped.NAMES, "studies"])
    parser.add_argument("folder", type=Path, nargs="?", help="holds lm_en, lm_zh, mt, qa and wordsim")
    asked = parser.parse_args(arguments)
    if asked.name == "studies":
        for name in study.RECORDED:
            made = study.record(name)
            print(name, {test: round(float(rows[:, -1].mean()), 3) for test, rows in made.scores.items()}, made.seconds)
        return 0
    if asked.folder is None:
        parser.error(f"{asked.name} needs the folder of the corpora")
    shipped.record(asked.name, asked.folder)
    for test, score in shipped.card(asked.name)["quality"].items():
        print(f"{test:14} {score['value']:.3f}  ({score['asked']} of {score['of']})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
