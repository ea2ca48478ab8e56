"""The words of NSP and SOP as heads."""

from collections.abc import Mapping

from app.i18n import Text

QUESTION = Text(
    en="NSP and SOP: which is solved by topic alone?",
    zh="NSP 和 SOP：哪一个光看话题就能做对？",
)
WAYS: Mapping[str, Text] = {
    "words": Text(en="shared words", zh="数共有的词"),
    "head": Text(en="head on MiniLM", zh="MiniLM 上的线性头"),
}
SHARE = Text(en="pairs told right", zh="判断正确的比例")
TITLE = Text(
    en="A head tells {nsp_head} of NSP’s pairs, {sop_head} of SOP’s",
    zh="线性头做对了 NSP 的 {nsp_head}，SOP 的 {sop_head}",
)
ALT = Text(en="Share of pairs told right, a dot a seed", zh="判断正确的比例，一点一个种子")
SAYS = Text(
    en="MiniLM reads each sentence by itself and is not trained further; a linear head gets both vectors, their difference and "
    "their product. It learns from {pairs} pairs of neighbouring sentences of Wikipedia (the first 20 words of each) and is asked "
    "about as many others; so is the best threshold on the share of common words. Half of the pairs are false: in NSP the "
    "second sentence is of any other place, in SOP the two are swapped. Dotted: chance. {seeds} seeds, which share most of the sentences. Recorded {date} on "
    "{machine}, code {code}.",
    zh="MiniLM 分别读两个句子，参数不再训练；线性头拿到两个向量、它们的差和乘积，在 {pairs} 对维基百科相邻句子（每句取前 20 个词）上训练，"
    "再考另外 {pairs} 对。“数共有的词”则只设一个最好的阈值。两种题都有一半是假的：NSP 把第二句换成别处的句子，SOP 把两句对调。点线是瞎猜。"
    "{seeds} 个种子（大部分句子是共用的），{date} 录制于 {machine}，代码 {code}。",
)
HERE = Text(
    en="Here, with {n} pairs, seed {seed}: NSP by shared words {nsp_words}, by a head {nsp_head}; SOP by shared words {sop_words}, by a head {sop_head}.",
    zh="刚才用 {n} 对训练，种子 {seed}：NSP 数共有的词 {nsp_words}，线性头 {nsp_head}；SOP 数共有的词 {sop_words}，线性头 {sop_head}。",
)
