"""The words of re-ranking."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

RERANK = Text(en="Read the best answers again, each together with the query", zh="把靠前的答案再和查询放在一起读一遍")
DEPTH = Text(en="Answers that are read again", zh="重读前几个答案")
MOVED = Text(
    en="Reading again moves {moved} of {depth} answers; what is first now was number {was}",
    zh="重读之后，{depth} 个答案里有 {moved} 个换了位置；现在的第一名原来排第 {was}",
)
ALT = Text(
    en="Two columns of the same answers, by cosine and after reading again, joined by lines.",
    zh="同一批答案的两列名次：左边按余弦，右边是重读之后，用线相连。",
)
BEFORE, AFTER = Text(en="by cosine", zh="按余弦"), Text(en="read again", zh="重读之后")
COLUMNS: Mapping[str, Text] = {
    "now": Text(en="now", zh="现在"),
    "was": Text(en="before", zh="原来"),
    "score": Text(en="read together", zh="一起读的分数"),
    "cosine": Text(en="cosine", zh="余弦"),
    "text": Text(en="sentence", zh="句子"),
}
COST = Text(
    en="Measured just now: {query:.1f} ms to read the query and {dot:.2f} ms to compare it with all {n:,} vectors; reading together takes "
    "{pair:.1f} ms a pair, so {took} for these {depth}, and {all} for the whole collection, again with every query.",
    zh="刚刚测得：读查询 {query:.1f} 毫秒，和全部 {n:,} 个向量比一遍 {dot:.2f} 毫秒；放在一起读，每对要 {pair:.1f} 毫秒，这 {depth} 对共 {took}；"
    "整个语料都这样读要 {all}，而且每换一个查询都得重来。",
)
SCORE: Mapping[str, Text] = {
    "ours": Text(
        en="The score is no cosine: it says how alike people would call the two, 0 to 1.",
        zh="这个分数不是余弦，而是“人会觉得两句有多像”，从 0 到 1。",
    ),
    "named": Text(
        en="The score is no cosine: it is the sigmoid of that model’s output, and what it means (for ms-marco: how well the text answers the "
        "query) depends on what it was taught.",
        zh="这个分数不是余弦，而是那个模型输出的 sigmoid；它表示什么，要看模型学的是什么（ms-marco 学的是“这段文字能不能回答查询”）。",
    ),
}
CURVE = Text(
    en="Right answer first: {before} by cosine, {after} when the first {depth} are read again",
    zh="第一个就对：只按余弦 {before}，重读前 {depth} 个之后 {after}",
)
CURVE_ALT = Text(
    en="Recall at 1 against the number of answers read again, with the share that could be found at all.",
    zh="recall@1 随重读个数的变化，以及最多能找到的份额。",
)
DEPTH_AXIS = Text(en="answers read again", zh="重读的答案个数")
FIRST_AXIS = Text(en="recall@1: the right one is first", zh="recall@1：对的排在第一")
AMONG = Text(en="right one is among them", zh="对的在其中")
JUDGE = Text(
    en="Cross-encoder: empty for ours, or a name on the hub (cross-encoder/ms-marco-MiniLM-L6-v2)",
    zh="交叉编码器：留空用我们自己的，或填 hub 上的名字（cross-encoder/ms-marco-MiniLM-L6-v2）",
)
ORDER = Text(en="New order by", zh="新的次序按")
ORDERS: Mapping[str, Text] = {
    "together": Text(en="reading together alone", zh="只看放在一起读的分数"),
    "both": Text(en="the mean of both", zh="余弦与分数的平均"),
}
HOVER = Text(
    en="{depth} read again: {first}; {ms:.0f} ms a query", zh="重读 {depth} 个：{first}；每个查询 {ms:.0f} 毫秒"
)
NOTE = Text(
    en="{queries} sentences of STS-B’s test set each look for their partner of one meaning (graded above 4) among {sentences:,}; the set is partial. "
    "On its {pairs:,} graded pairs Spearman’s ρ is {apart:.3f} ({apart_low:.3f} to {apart_high:.3f}) for vectors made apart, {together:.3f} "
    "({together_low:.3f} to {together_high:.3f}) for pairs read together, {both:.3f} ({both_low:.3f} to {both_high:.3f}) for the mean of the two. The cross-encoder is MiniLM with small corrections, tuned by us on "
    "those graded pairs of STS-B whose texts may be shared: captions and forum answers. Bands: 95 %. Recorded · {date} · {machine} · code "
    "{code} · `{command}`",
    zh="STS-B 测试集里的 {queries} 句话，各自在 {sentences:,} 句中找意思相同的那一句（金标高于 4 分）；测试集不完整。在 {pairs:,} 个打过分的句对上，"
    "分开读的 Spearman ρ 是 {apart:.3f}（{apart_low:.3f} 到 {apart_high:.3f}），放在一起读是 {together:.3f}（{together_low:.3f} 到 {together_high:.3f}），两者平均是 {both:.3f}（{both_low:.3f} 到 {both_high:.3f}）。"
    "交叉编码器是 MiniLM 加上少量修正，由我们在 STS-B 中允许再分享的句对（图片说明和论坛回答）上训练。色带：95%。录制结果 · {date} · {machine} · 代码 {code} · `{command}`",
)
VERDICTS: Mapping[str, Text] = {
    "better": Text(
        en="Reading together orders the graded pairs better than vectors made apart: their intervals do not meet.",
        zh="放在一起读，句对排得比分开读更准：两个区间没有重叠。",
    ),
    "worse": Text(
        en="Here reading together is the worse judge. It could look at both texts at once, yet it has learnt from {learnt:,} graded pairs, the vectors from "
        "a billion: seeing more does not help a reader that has been taught less.",
        zh="这里放在一起读反而判断得差。它能同时看到两句话，可是只学过 {learnt:,} 个打过分的句对，向量模型却学过十亿对：看得多，抵不过学得少。",
    ),
    "open": Text(
        en="On the graded pairs reading together comes out {gap} {way}, with intervals that still meet. It could see more, yet ours has learnt from "
        "{learnt:,} pairs, the vectors from a billion: what a reader has been taught counts as much as what it sees.",
        zh="在打过分的句对上，放在一起读{way} {gap}，区间还有重叠。它本来能看到更多，可是我们这个只学过 {learnt:,} 对，向量模型却学过十亿对：看到多少要紧，学过多少同样要紧。",
    ),
}
HIGHER, LOWER = Text(en="higher", zh="高"), Text(en="lower", zh="低")
CONTROLS: Mapping[str, Text] = {
    "sentences_rerank": RERANK,
    "sentences_depth": DEPTH,
    "sentences_order": ORDER,
    "sentences_judge": JUDGE,
}
