"""The words of the word2vec exhibit: what every part shares. Each view has its own beside its code."""

from collections.abc import Mapping

from app.exhibits.word2vec import (
    check_text,
    claims_text,
    limits_text,
    sampling_text,
    space_text,
    toy_text,
    training_text,
)
from app.exhibits.word2vec.families import claims_text as families_claims
from app.exhibits.word2vec.families import text as families_text
from app.exhibits.word2vec.papers import PAPERS as PAPERS
from app.i18n import Text

TITLE = Text(en="Word vectors", zh="词向量")
QUESTION = Text(
    en="How can a word become a point whose neighbours mean alike?", zh="一个词怎样变成一个点，让意思相近的词成为邻居？"
)
IDEA = Text(
    en="A word is known by the company it keeps. Give every word a vector of small random numbers, and let it predict the "
    "words around it. Each time it is wrong, push two vectors a little: words that were seen together closer, words "
    "that were not apart. After some millions of pushes, words that keep the same company lie side by side.",
    zh="看一个词和谁来往，就知道它是什么词。给每个词一个随机的小向量，让它去猜身边的词；每猜错一次，就推两个向量一把：真正同现的"
    "拉近，没有同现的推开。推上几百万次，来往相同的词就成了邻居。",
)
FORMULA = (
    r"\begin{aligned}&\log\sigma(\textcolor{#000001}{v_w}\cdot\textcolor{#000002}{u_c})+\sum_{k=1}^{K}"
    r"\log\sigma(-\textcolor{#000001}{v_w}\cdot\textcolor{#000002}{u_{n_k}})\\"
    r"&n_k\sim \mathrm{count}^{3/4}\end{aligned}"
)
LOOK_FOR = Text(
    en="which words stand next to yours, and whether the flat map shows them there: of a hundred axes, two are left.",
    zh="你的词旁边是哪些词，平面图上它们是不是真在旁边：一百个方向，纸上只剩两个。",
)
TERMS = ("embedding", "skip-gram", "cbow", "negative-sampling", "hierarchical-softmax", "subsampling", "cosine")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "explore": Text(en="The map", zh="词图"),
    "analogy": Text(en="Analogies", zh="类比"),
    "axes": Text(en="My own axes", zh="自定坐标轴"),
    "onehot": Text(en="One-hot", zh="独热"),
    "steps": Text(en="Step by step", zh="逐步训练"),
    "tree": Text(en="Huffman tree", zh="霍夫曼树"),
    "sampling": Text(en="Which words count", zh="抽哪些词"),
    "limits": Text(en="Limits", zh="局限"),
    "families": Text(en="Relatives", zh="同族模型"),
}

CONTROLS: Mapping[str, Text] = {
    "word2vec_view": VIEW,
    **space_text.CONTROLS,
    **toy_text.CONTROLS,
    **sampling_text.CONTROLS,
    **limits_text.CONTROLS,
    **training_text.CONTROLS,
    **check_text.CONTROLS,
    **families_text.CONTROLS,
}

COVERS: Mapping[str, str] = {
    "one-hot-vs-distributed": "word2vec_view=onehot",
    "w2v-basic-network": "word2vec_view=steps&word2vec_output=softmax&word2vec_look=king",
    "w2v-cbow": "word2vec_view=steps&word2vec_architecture=cbow",
    "w2v-skipgram": "word2vec_view=steps",
    "w2v-hierarchical-softmax": "word2vec_view=tree",
    "w2v-negative-sampling": "word2vec_view=sampling",
    "w2v-subsampling": "word2vec_view=sampling&word2vec_which=keep",
    "w2v-similarity": "word2vec_view=explore",
    "w2v-limits": "word2vec_view=limits",
    **families_text.COVERS,
}
CLAIMS = (*claims_text.CLAIMS, *families_claims.CLAIMS)
PLATE = Text(
    en="{kept} of the 10 words nearest to “{word}” are near on paper, too",
    zh="离“{word}”最近的 10 个词，纸上还有 {kept} 个在身边",
)
