"""Attention as it was invented: a small translator that looks back at its source while it writes.

run = train(None, Config(score="additive", steps=600))
found = translate(run, "the 3rd of May 2021")      # found.text == "2021-05-03", found.weights (H, 10, S)
"""

from core.attention.translating.translator import Config, Run, Translation, train, translate

__all__ = ["Config", "Run", "Translation", "train", "translate"]
