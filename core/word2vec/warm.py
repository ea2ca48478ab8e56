"""Importing this compiles the sweep for the width that the page begins with, so that nobody waits for it.

A worker that has nothing else to do imports it: ``core.jobs.warm("core.word2vec.warm")``. numba keeps what it has
compiled on disk; the first time takes about ten seconds, later ones a fraction of one.
"""

from core.word2vec.study import USUAL
from core.word2vec.training import train

train([["a", "b"]] * 5, USUAL)
