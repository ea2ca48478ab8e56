"""How a sentence becomes pieces that a model can read: four ways to learn a vocabulary, each small enough to read.

``merges``    byte-pair encoding, WordPiece and byte-level BPE: join two pieces, again and again
``unigram``   the other way round: begin with too many pieces and drop those that are missed least
``wordpiece`` longest match first, as BERT cuts its words
``cut``       a text under any of them, with ids and places
``measure``   what a vocabulary is worth on text that it has not seen

``train(documents, Config(kind="bpe"))`` returns a run that holds every step: any smaller vocabulary is inside it.

Sennrich et al. 2016, https://arxiv.org/abs/1508.07909; Kudo 2018, https://arxiv.org/abs/1804.10959.
"""

from core.tokens.config import KINDS, Config, Kind
from core.tokens.cut import Cutter, Piece, bytewise, characters, wordwise
from core.tokens.merges import MergeRun
from core.tokens.train import Run, train
from core.tokens.unigram import UnigramRun

__all__ = [
    "KINDS",
    "Config",
    "Cutter",
    "Kind",
    "MergeRun",
    "Piece",
    "Run",
    "UnigramRun",
    "bytewise",
    "characters",
    "train",
    "wordwise",
]
