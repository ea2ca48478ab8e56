"""``OBSERVATORY_DATA=… python -m core.masking en-small [--steps N --lr X --stage 2 …]``: train a shipped model.

A stage starts from the weights of the one before and can be interrupted: the same command goes on.
"""

import argparse
import logging
from dataclasses import fields
from pathlib import Path

import torch

from core.masking.pretrain import Config
from core.masking.shipped import RECIPES, train_stage

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m core.masking")
    parser.add_argument("name", choices=RECIPES)
    parser.add_argument("--work", type=Path, required=True, help="a folder for checkpoints between stages")
    parser.add_argument("--stage", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--precision", choices=("exact", "fast"), default="exact", help="fast computes in bfloat16")
    for field in fields(Config):
        parser.add_argument(f"--{field.name}", type=type(field.default))
    asked = vars(parser.parse_args())
    name, work, stage, threads, precision = (
        asked.pop(key) for key in ("name", "work", "stage", "threads", "precision")
    )
    torch.set_num_threads(threads)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    train_stage(name, {key: value for key, value in asked.items() if value is not None}, work, stage, precision)
