"""The words of RoBERTa's recipe."""

from collections.abc import Mapping

from app.i18n import Text

SETTING = Text(en="Published setting", zh="论文中的设置")
SETTINGS: Mapping[str, Text] = {
    "batch size": Text(en="batch size", zh="批大小"),
    "vocabulary size": Text(en="vocabulary", zh="词表大小"),
    "V100 GPUs": Text(en="GPUs for a day", zh="训练一天的 GPU 数"),
}
UNITS: Mapping[str, Text] = {
    "sequences": Text(en="sequences", zh="条序列"),
    "thousand": Text(en="thousand pieces", zh="千个词元"),
    "count": Text(en="V100", zh="块 V100"),
}
SETTING_TITLE = Text(
    en="{name}: BERT {bert}, RoBERTa {roberta} {unit}, {times} times as much",
    zh="{name}：BERT {bert}，RoBERTa {roberta} {unit}，是前者的 {times} 倍",
)
ALONE_TITLE = Text(
    en="{name}: RoBERTa {roberta} {unit}; our source gives none for BERT",
    zh="{name}：RoBERTa {roberta} {unit}；我们的来源没有给出 BERT 的数",
)
SETTING_ALT = Text(en="A published setting of BERT and RoBERTa", zh="BERT 与 RoBERTa 的一项设置")
FROM_SLIDES = Text(
    en="Published, not ours: as the slides of Che (2020) on RoBERTa (Liu et al. 2019) print it. The layers stayed BERT's.",
    zh="论文数据，不是我们的结果：按 Che 2020 年课件里的 RoBERTa（Liu 等 2019）一页转录。模型的层一点没改，还是 BERT 的。",
)
EVIDENCE = Text(
    en="What each change is worth: what we measured, what was published", zh="每一处改动值多少：我们测的，和论文给的"
)
COLUMNS = (
    Text(en="change", zh="改动"),
    Text(en="BERT", zh="BERT"),
    Text(en="RoBERTa", zh="RoBERTa"),
    Text(en="measured here, or published", zh="这里测得，或论文数据"),
    Text(en="verdict", zh="判定"),
)
FRESH, NEXT, BATCH, PIECES, READING, SHARE = (
    Text(en="masks", zh="掩码"),
    Text(en="next sentence", zh="下句预测 NSP"),
    Text(en="batch", zh="批大小"),
    Text(en="vocabulary", zh="词表"),
    Text(en="text and steps", zh="文本与步数"),
    Text(en="share hidden (a later proposal)", zh="掩盖比例（后人的建议）"),
)
FIXED, NEW = Text(en="made once", zh="事先做好"), Text(en="new every time", zh="每次新抽")
ASKED, NOT_ASKED = Text(en="asked", zh="做"), Text(en="not asked", zh="不做")
LESS, MORE = Text(en="less", zh="少"), Text(en="more", zh="多")
FRESH_SAYS = Text(
    en="{before:.2f} → {after:.2f} nats a hidden word, ours; saved {mean:.2f} [{low:.2f}, {high:.2f}], {n} seeds",
    zh="我们测得：每个被遮词 {before:.2f} → {after:.2f} 纳特，省 {mean:.2f} [{low:.2f}, {high:.2f}]，{n} 个种子",
)
NEXT_SAYS = Text(
    en="{gains} points, published (full sentences less segment pairs with NSP); ours: shared words alone tell {nsp:.0%} of NSP's "
    "pairs apart, chance 50 %",
    zh="论文数据：{gains} 分（整句减去片段对 + NSP）；我们测得：只数共有词，NSP 就能分对 {nsp:.0%}，瞎猜是 50%",
)
BATCH_SAYS = Text(en="try it below", zh="在下面试")
PIECES_SAYS = Text(
    en="nats of two vocabularies cannot be compared: more words are told apart",
    zh="两种词表的纳特数不能直接比：要分辨的词多了",
)
SHARE_SAYS = Text(
    en="{mean:.3f} nats saved [{low:.3f}, {high:.3f}], ours, {n} seeds: Wettig et al. 2023, not RoBERTa",
    zh="我们测得：省 {mean:.3f} 纳特 [{low:.3f}, {high:.3f}]，{n} 个种子；这是 Wettig 等 2023 的建议，RoBERTa 没改",
)
CLAIMS_BELOW = Text(
    en="Each verdict with its seeds, its control and the button that repeats it: [Is it true?]({link}). How documents become rows with "
    "and without NSP: [{formats}]({packing}).",
    zh="每个判定的种子、对照和重跑按钮都在[“真是这样吗？”]({link})里；有无 NSP 时文档怎样拼成一行，见[{formats}]({packing})。",
)
TOGGLES = Text(en="Cook it yourself: switch on a change, run, compare", zh="自己动手：打开一项改动，运行，再比一比")
FRESH_SWITCH = Text(en="New masks every time", zh="每次新掩码")
TEXT_SWITCH = Text(en="All windows, not 512", zh="全部片段（不止 512 段）")
BATCH_SWITCH = Text(en="Twice the batch", zh="批大小加倍")
NSP_SWITCH = Text(en="With NSP, as BERT", zh="加上 NSP（像 BERT）")
STEPS_SWITCH = Text(en="Twice the steps", zh="步数加倍")
BASE = Text(en="nothing changed", zh="什么也没改")
RECORDED = Text(en="recorded, mean of {n}: {name}", zh="录制，{n} 次均值：{name}")
NATS = Text(en="nats per hidden word", zh="每个被遮词的纳特数")
BOARD_TITLE = Text(
    en="Your best so far: {nats:.2f} nats a hidden word, with {name}",
    zh="目前最好：每个被遮词 {nats:.2f} 纳特，配方是：{name}",
)
BOARD_NONE = Text(
    en="Recorded: new masks instead of one pattern, {before:.2f} → {after:.2f} nats a hidden word",
    zh="录制结果：一套掩码换成每次新掩码，每个被遮词 {before:.2f} → {after:.2f} 纳特",
)
BOARD_ALT = Text(en="Nats per hidden word by recipe", zh="各配方下每个被遮词的纳特数")
SAYS = Text(
    en="A reader of two layers, 500 words, an excerpt of Wikipedia; nothing changed means one fixed mask a window, 512 windows, 32 of them "
    "a step, {steps} steps, and words alone are asked. With NSP it reads pairs of sentences, half of them strangers, and is asked both "
    "questions, as BERT is; the hidden word then stands in such a pair too. One run is one seed ({seed}): small gaps mean nothing. The pairs are "
    "parts of windows, whose cuts give much of the second answer away. With 512 windows and one mask a longer run learns by heart.",
    zh="两层的小模型，词表 500，维基百科节选；“什么也没改”指每段只有一套固定掩码、512 段、每步 32 段、共 {steps} 步、只猜词。加上 NSP 时读的是句对，"
    "一半是硬凑的，两个问题一起答（像 BERT 那样），考试时藏的词也放在句对里。每次运行只有一个种子（{seed}），差一点点不算数。句对取自切开的片段，切口本身就泄露了不少 NSP 的答案。只有 512 段、一套掩码时，练得越久越是死记硬背。",
)

CONTROLS: Mapping[str, Text] = {
    "objectives_setting": SETTING,
    "objectives_fresh": FRESH_SWITCH,
    "objectives_text": TEXT_SWITCH,
    "objectives_batch": BATCH_SWITCH,
    "objectives_longer": STEPS_SWITCH,
    "objectives_nsp": NSP_SWITCH,
}
