"""The words of the view on slips."""

from collections.abc import Mapping

from app.i18n import Text

SLIDERS = (
    ("added", Text(en="Words put in, %", zh="插入的词，%"), 10),
    ("deleted", Text(en="Words left out, %", zh="删去的词，%"), 5),
    ("exchanged", Text(en="Words exchanged, %", zh="换掉的词，%"), 5),
)
TAGGED = Text(
    en="Task 1, tag the slips: {wrong} of {n} words. The reader's chance there {there}, elsewhere {else}",
    zh="任务一，标出不顺的词：{n} 个词里有 {wrong} 个。模型给它们的概率平均 {there}，给其余的 {else}",
)
TAGGED_ALT = Text(en="The chance of every word to be a slip", zh="每个词不顺的概率")
CHANCE = Text(en="chance of a slip", zh="“不顺”的概率")
WHICH = Text(
    en="Task 2, which of the two is the original? The right answer gets {right}",
    zh="任务二，两句里哪句是原句？正确答案得到 {right}",
)
MARKS = Text(
    en="How far to trust it, on {n} words of windows it never read: of a slip and an intact word, the slip gets the higher chance {ranked} "
    "of the time (half would be chance); the original is told from the damaged one in {which} of the pairs. A word put in at random is hard "
    "to see with 2,000 words and two layers.",
    zh="能信几分：在没读过的片段上问了 {n} 个词，任取一个不顺的词和一个正常的词，前者概率更高的占 {ranked}（瞎猜是一半）；"
    "分清原句与坏句的占 {which}。只有两千词、两层，很难看出随机插进来的词。",
)
LABELLED = Text(en="Labelled sentences: {sizes}", zh="标注句数：{sizes}")
F1_TITLE = Text(
    en="{n} labelled sentences: F1 {pretrained} after damaging plain text, {scratch} without",
    zh="{n} 句标注：先用坏句预训练的 F1 为 {pretrained}，从零开始的为 {scratch}",
)
ALL_STRUCK = Text(en="every word struck out", zh="把每个词都去掉")
F1_ALT = Text(en="F1 by number of labelled sentences, both ways", zh="两种做法的 F1 随标注句数变化")
SENTENCES = Text(en="labelled sentences", zh="标注句数")
F1_SAYS = Text(
    en="Then slips of the tongue, as a listener would strike them out: a filler, a repetition, a beginning that is taken back. Labelled "
    "speech may not be shared, so they are made by rule in {kept} kept windows, {seeds} seeds; dotted: who strikes out every word ({usual}). "
    "Over all numbers of labels from 20 on, preparing changes F1 by {gain} on average. "
    "Wang et al. 2020, prepared on damaged news, came level with earlier systems with 1,000 labelled sentences, under 1 % of them. Recorded {date}, code {code}.",
    zh="接着是真正要去掉的口误：填充词、重复、说了一半又改口。带标注的口语语料不能分发，所以按规则造在 {kept} 个留出的片段里，{seeds} 个种子；"
    "点线是把每个词都去掉（{usual}）。从 20 句标注起平均来看，预训练让 F1 变化 {gain}。Wang 等 2020 在弄坏的新闻句上预训练，只用 1000 句标注（不到 1%）就与以前的系统持平。录制于 {date}，代码 {code}。",
)

CONTROLS: Mapping[str, Text] = {
    **{f"objectives_{name}": label for name, label, _ in SLIDERS},
    "objectives_slipped": LABELLED,
}
