"""Text: corpora with their source and licence, the visitor's own files, words of English and Chinese.

``load_corpus``  ``wikipedia-sample``, ``lee-news``, or a data set of the Hugging Face hub by name
``read_corpus``  the visitor's own .txt, .csv, .jsonl or .parquet
``tokenise``     words with their place in the original; ``normalise`` is the form behind it (NFKC)
``language_of``  English or Chinese, by script

Importing this loads no torch, transformers, datasets, pandas or jieba.
"""

from core.text.corpus import Corpus
from core.text.load import PACKAGED, load_corpus
from core.text.normalise import normalise
from core.text.tokenise import Token, language_of, tokenise
from core.text.upload import read_corpus

__all__ = [
    "PACKAGED",
    "Corpus",
    "Token",
    "language_of",
    "load_corpus",
    "normalise",
    "read_corpus",
    "tokenise",
]
