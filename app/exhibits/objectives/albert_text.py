"""The words of the view *ALBERT*."""

from collections.abc import Mapping

from app.i18n import Text

FACTOR = Text(en="Width of the word vectors E", zh="词向量的宽度 E")
FACTORS: Mapping[str, Text] = {
    "0": Text(en="64, as wide as the rest", zh="64，与其余部分同宽"),
    "32": Text(en="32", zh="32"),
    "16": Text(en="16", zh="16"),
    "8": Text(en="8", zh="8"),
}
SHARED = Text(en="One layer, used {L} times", zh="一层权重用 {L} 遍")
STEPS = Text(en="Steps", zh="训练步数")
CONTROLS: Mapping[str, Text] = {
    "objectives_albert_factor": FACTOR,
    "objectives_albert_shared": Text(en="One layer for all", zh="各层共用一套权重"),
    "objectives_albert_steps": STEPS,
}
IDEA = Text(
    en="Two tricks, one switch each. Word vectors of E numbers are mapped to the width D by one matrix: V·D becomes V·E + E·D. "
    "And all layers use one set of weights: L layers become one.",
    zh="两个技巧，各有一个开关。词向量先只用 E 个数，再用一个矩阵映到宽度 D：V·D 变成 V·E + E·D。各层共用一套权重：L 层只存一层。",
)
ARMS: Mapping[str, Text] = {
    "full": Text(en="neither (BERT's way)", zh="都不用（BERT 的做法）"),
    "factorised": Text(en="narrow word vectors (E = 16)", zh="窄词向量（E = 16）"),
    "shared": Text(en="one layer", zh="共用一层"),
    "both": Text(en="both (ALBERT)", zh="两样都用（ALBERT）"),
}
YOURS = Text(en="yours", zh="你的")
COST_TITLE = Text(
    en="Both tricks keep {kept} of the parameters; a training step still takes {step} of the time, reading {reading}",
    zh="两样都用，参数只剩 {kept}；可训练一步的用时仍是原来的 {step}，只读不学是 {reading}",
)
COST_ALT = Text(
    en="Parameters, time of a training step and of reading, as shares of the full reader's",
    zh="参数量、训练一步的用时、只读的用时，都以不用技巧的小模型为 100%",
)
MEASURES = (
    Text(en="parameters", zh="参数量"),
    Text(en="time of a training step", zh="训练一步的用时"),
    Text(en="time to read", zh="只读的用时"),
)
OF_FULL = Text(en="share of the reader without tricks", zh="占不用技巧时的比例")
LOSS_TITLE = Text(
    en="The price: after {steps} steps a hidden word costs {full:.2f} nats without tricks, {both:.2f} with both",
    zh="代价：{steps} 步之后，每个被遮词不用技巧时 {full:.2f} 纳特，两样都用 {both:.2f} 纳特",
)
LOSS_ALT = Text(en="Loss by step, every arm", zh="各种做法的损失随步数的变化")
STEP, NATS = Text(en="step", zh="步"), Text(en="nats per asked word", zh="每个被问词的纳特数")
COLUMNS = (
    Text(en="reader", zh="小模型"),
    Text(en="parameters", zh="参数量"),
    Text(en="a step, ms", zh="训练一步，毫秒"),
    Text(en="reading, ms", zh="只读，毫秒"),
    Text(en="unread text: nats of a hidden word (least–most)", zh="没读过的文本：每个被遮词的纳特数（最小–最大）"),
    Text(en="right", zh="猜对"),
)
LIVE = Text(en="Train yours, and time it beside the full one", zh="训练你的小模型，并与不用技巧的轮流计时")
LIVE_SAYS = Text(
    en="Yours: {parameters} parameters; a step takes {step} of the full reader's time, reading {reading}; {nats:.2f} nats, {right} right. "
    "One seed ({seed}).",
    zh="你的：{parameters} 个参数；训练一步的用时是不用技巧的 {step}，只读是 {reading}；{nats:.2f} 纳特，猜对 {right}。只有一个种子（{seed}）。",
)
SAYS = Text(
    en="Readers of {L} layers, width 64, {V} words, an excerpt of Wikipedia, {seeds} seeds of {steps} steps; times are medians of processor "
    "time on one batch, all readers taking turns. Sharing saves memory and what the optimizer has to update, not arithmetic: every layer is "
    "still computed. Recorded {date} on {machine}, code {code}. With BERT's own measures: [the calculator]({size}). ALBERT's other change, "
    "sentence order in place of the next sentence: [SOP]({sop}).",
    zh="{L} 层、宽 64、词表 {V} 的小模型，维基百科节选，{seeds} 个种子，各 {steps} 步；用时是同一批数据上处理器时间的中位数，几个模型轮流测。"
    "共用权重省的是内存和优化器要更新的数，不省计算：每一层照样要算。{date} 录制于 {machine}，代码 {code}。想用 BERT 的真实尺寸来算，见[参数计算器]({size})；"
    "ALBERT 的另一处改动，是用句序预测代替下句预测，见 [SOP]({sop})。",
)
