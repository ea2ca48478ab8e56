"""word2vec: a word is known by the company it keeps, so predict the one from the other and keep the weights.

``train``      skip-gram or CBOW; negative sampling, hierarchical or full softmax; a ``Run`` comes back
``load``       vectors in word2vec text or binary format; ``Vectors`` and ``Run`` find neighbours and analogies
``huffman``    the codes of hierarchical softmax
``reference``  the same training in plain numpy, to be read; ``kernels`` is what runs, ``batched`` on a GPU
``quality``    word similarity and analogy tests

Source: Mikolov et al. 2013, https://arxiv.org/abs/1301.3781 and https://arxiv.org/abs/1310.4546
Importing this loads neither torch nor numba.
"""

from core.word2vec.config import Config
from core.word2vec.formats import load
from core.word2vec.training import Run, train
from core.word2vec.tree import huffman
from core.word2vec.vectors import Vectors

__all__ = ["Config", "Run", "Vectors", "huffman", "load", "train"]
