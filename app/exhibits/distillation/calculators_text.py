"""The words of the calculators."""

from collections.abc import Mapping

from app.i18n import Text

SMALL = Text(en="What do vocabulary and width weigh?", zh="词表和宽度各有多重？")
V, D, L = (
    Text(en="Vocabulary", zh="词表大小"),
    Text(en="Width", zh="宽度"),
    Text(en="Layers", zh="层数"),
)
YOURS, BASE = Text(en="yours", zh="你的"), Text(en="BERT base", zh="BERT base")
EMBEDDINGS, LAYERS = Text(en="embeddings", zh="嵌入"), Text(en="layers", zh="各层")
MILLIONS = Text(en="million parameters, without pooler and head", zh="百万参数（不计 pooler 和任务头）")
STACKED_TITLE = Text(
    en="{mine:.1f} million parameters: {times:.1f} times smaller than BERT base",
    zh="{mine:.1f} 百万参数：比 BERT base 小 {times:.1f} 倍",
)
SMALL_ALT = Text(en="Stacked bars of parameters, yours and BERT base.", zh="参数堆叠柱：你的与 BERT base。")
DOORS = Text(en="One pair of projections for all layers?", zh="所有层共用一对投影，够吗？")
KIND = Text(en="Matrix of MiniLM", zh="MiniLM 的矩阵")
KINDS: Mapping[str, Text] = {
    "query": Text(en="query", zh="查询"),
    "key": Text(en="key", zh="键"),
    "value": Text(en="value", zh="值"),
    "out": Text(en="output", zh="输出"),
}
TOGETHER = Text(en="shared by all layers", zh="所有层共享")
ALONE = Text(en="a pair for each layer (the best there is)", zh="每层一对（能做到的最好）")
CHANCE = Text(en="random projections (control)", zh="随机投影（对照）")
DOOR_AXIS = Text(en="width of the student", zh="学生的宽度")
LOST_AXIS = Text(en="upward loss, % of the matrices", zh="向上投影的损失（占矩阵的 %）")
DOORS_TITLE = Text(
    en="Through projections to width 96, shared by six layers, {shared:.0%} is lost;<br>with a pair for each layer {own:.0%}",
    zh="投到宽度 96，六层共享一对投影会丢掉 {shared:.0%}；<br>每层各用一对则丢 {own:.0%}",
)
DOORS_ALT = Text(
    en="Share of MiniLM's matrices that does not pass projections of some widths.",
    zh="MiniLM 的矩阵经过不同宽度的投影后丢失的比例。",
)
DOORS_SAY = Text(
    en="Down, the loss compares Uᵀ W V with the student's matrix; up, U S Vᵀ with the teacher's. For given U and V the best student is "
    "S = Uᵀ W V, and this is what its upward loss cannot get below. Sharing is cheap in parameters, and here is its price.",
    zh="向下，损失比较 Uᵀ W V 与学生的矩阵；向上，比较 U S Vᵀ 与教师的矩阵。U、V 给定时最好的学生是 S = Uᵀ W V，图上就是它的向上损失再也降不下去的地方。"
    "共享省参数，这就是代价。",
)
DOORS_NOTE = Text(
    en="MiniLM, six layers, width 384; projections found by alternating eigenvectors · {date} · code {code} · again: `python -m core.distillation shared`",
    zh="MiniLM，六层，宽 384；投影由交替特征分解求得 · {date} · 代码 {code} · 重算：`python -m core.distillation shared`",
)
BLOCK = Text(en="What is in a bottleneck?", zh="瓶颈块里有什么？")
B = Text(en="Width inside the block", zh="块内宽度")
STACKS = Text(en="Thin feed-forward parts in a block", zh="每块的窄前馈层数")
BLOCK_SAYS = Text(
    en="Between blocks the stream is 512 wide; inside it is {B}: a map down, attention, {stacks} feed-forward parts ({B} → {F} → {B}), "
    "a map up. One block has {per:.0f} thousand parameters, a layer of BERT base {base:,.0f} thousand. Several feed-forward parts are "
    "stacked because the narrow attention would otherwise outweigh them. With 128, 4 and 24 this is MobileBERT itself, to the last number.",
    zh="块与块之间宽 512，块内宽 {B}：先投下来，做注意力，再过 {stacks} 个前馈层（{B} → {F} → {B}），最后投回去。一块有 {per:.0f} 千参数，BERT base 的一层有 {base:,.0f} 千。"
    "叠几个前馈层，是因为窄了以后注意力的比重会过大。取 128、4、24 就是 MobileBERT 本身，参数个数分毫不差。",
)
