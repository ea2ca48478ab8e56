"""The words of the ship of Theseus."""

from collections.abc import Mapping

from app.i18n import Text

SHIP = Text(en="Which ship", zh="哪条船")
SHIPS: Mapping[str, Text] = {
    "digits": Text(en="a small network, digits", zh="小网络，认数字"),
    "requests": Text(en="MiniLM, requests to an assistant", zh="MiniLM，对助手说的请求"),
}
FIRST = Text(en="Chance to be replaced at first, %", zh="起初的替换概率（%）")
LAST = Text(en="… at the end of the replacing, %", zh="替换期末的概率（%）")
REPLACING = Text(en="Steps of replacing", zh="替换步数")
ROWS = Text(en="Labelled examples", zh="带标签的样本数")
BLOCK = Text(en="block {n}", zh="模块 {n}")
STEP_AXIS = Text(en="step", zh="步")
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
STRIP_TITLE = Text(
    en="Who works at each step: the old block (blue) or the new one (red);<br>new in {share:.0%} of the replacing",
    zh="每一步由谁工作：旧模块（蓝）还是新模块（红）；<br>替换期内新模块占 {share:.0%}",
)
STRIP_ALT = Text(
    en="A strip of blocks over steps, one colour where the old block works, another where the new one does.",
    zh="模块随步数的色带：旧模块工作一种颜色，新模块工作另一种。",
)
REPLACED = Text(en="replaced block by block", zh="逐块替换")
ALONE = Text(en="the same small network, new from the first step", zh="同样的小网络，从第一步就全是新的")
CURVES_TITLE = Text(
    en="The new blocks on their own: replacing against starting new:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="只用新模块：逐块替换比一开始就全新：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
CURVES_ALT = Text(
    en="Accuracy of the small network while its blocks take over, beside the control; the large network as a line.",
    zh="小网络在接替过程中的准确率与对照；大网络是一条线。",
)
SAYS: Mapping[str, Text] = {
    "digits": Text(
        en="**BERT-of-Theseus** has no loss that compares teacher and student: an old block and a new one stand in for each other, and the labels alone "
        "decide. Here a network of {large:,} numbers on digits becomes one of {small:,}. Entrance and head are the old ones until all blocks are new. "
        "The control keeps entrance and head as well but replaces everything at once. Change the schedule and run it: does the slow change pay?",
        zh="**BERT-of-Theseus** 没有比较教师与学生的损失：旧模块和新模块互相顶替，只由标签说了算。这里把一个有 {large:,} 个参数的数字网络换成 {small:,} 个参数的。"
        "所有模块都换新之前，入口和分类头都用旧的。对照同样保留入口和分类头，但一次全换。改一改进度再运行：慢慢换划得来吗？",
    ),
    "requests": Text(
        en="The paper's own case in small: MiniLM, tuned to requests (SNIPS), is the old ship; each two of its six layers form a block, and one layer "
        "replaces them. As in the paper, the new layers begin as copies of the first ones. {large:,} numbers become {small:,}, word vectors not counted. "
        "No loss compares the two: the labels alone decide. The control begins with the same three copies and replaces everything at once.",
        zh="论文里的情形，缩小了规模：旧船是在请求（SNIPS）上微调过的 MiniLM，六层里每两层算一个模块，各由一层来顶替。和论文一样，新层起步时是最前面几层的副本。"
        "{large:,} 个参数变成 {small:,} 个（不计词向量）。没有任何比较两者的损失，只由标签说了算。对照从同样的三个副本开始，但一次全换。",
    ),
}
NOTE = Text(
    en="{n} seeds, mean and 95 % interval; chance from {first:.0%} to {last:.0%} over {steps} steps, then {tuning} steps with all blocks new, {rows} labelled examples · {date} · {machine}",
    zh="{n} 个种子，均值与 95% 区间；{steps} 步内概率从 {first:.0%} 到 {last:.0%}，再用全新的模块训练 {tuning} 步，{rows} 个带标签的样本 · {date} · {machine}",
)
