"""The words of *Take it with you*."""

from app.i18n import Text

VECTORS = Text(en="All {V} vectors (word2vec text format)", zh="全部 {V} 个词向量（word2vec 文本格式）")
BINARY = Text(en="All {V} vectors (binary, shorter)", zh="全部 {V} 个词向量（二进制，更短）")
FORMAT = Text(
    en="gensim reads it with `KeyedVectors.load_word2vec_format` (`binary=True` for the second); so does `core.word2vec.load`. Our vectors come from texts under CC BY-SA: "
    "share alike, and name Wikipedia.",
    zh="gensim 用 `KeyedVectors.load_word2vec_format` 读（第二个加 `binary=True`），`core.word2vec.load` 也能读。这些词向量出自 CC BY-SA 的文本：请以同样方式共享，并注明维基百科。",
)
