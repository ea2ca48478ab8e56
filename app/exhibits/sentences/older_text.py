"""The words of the older readers."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

WHICH = Text(en="Sentence of the collection", zh="语料里的第几句")
AGREED = Text(
    en="Of MiniLM’s {k} nearest, averaged word vectors find {word2vec}, quick thoughts {thoughts}",
    zh="MiniLM 找到的 {k} 个近邻里，词向量平均也找到 {word2vec} 个，quick thoughts 找到 {thoughts} 个",
)
READERS: Mapping[str, Text] = {
    "minilm": Text(en="MiniLM", zh="MiniLM"),
    "word2vec": Text(en="The mean of its word vectors (word2vec)", zh="词向量的平均（word2vec）"),
    "thoughts": Text(en="Quick thoughts, the fast skip-thought", zh="Quick thoughts（skip-thought 的快速版）"),
}
COLUMNS: Mapping[str, Text] = {
    "cosine": Text(en="cosine", zh="余弦"),
    "text": Text(en="sentence", zh="句子"),
}
NOTE = Text(
    en="Quick thoughts read a sentence word by word with a recurrent network and learn to find its neighbour among others: {n:,} sentences of Wikipedia, "
    "no labels. On {pairs:,} test pairs of STS-B Spearman’s ρ is {word2vec:.3f} for the averages and {thoughts:.3f} for quick "
    "thoughts; both stand among “Real encoders”. Recorded · {date} · {machine} · code {code} · `{command}`",
    zh="Quick thoughts 用循环网络逐词读句子，学着在许多句子里认出紧挨着它的那一句：读了 {n:,} 句维基百科，不用标注。在 STS-B 的 {pairs:,} 个测试句对上，"
    "词向量平均的 Spearman ρ 是 {word2vec:.3f}，quick thoughts 是 {thoughts:.3f}；“真实的编码器”里也有这两个点。录制结果 · {date} · {machine} · 代码 {code} · `{command}`",
)
CONTROLS: Mapping[str, Text] = {"sentences_which": WHICH}
