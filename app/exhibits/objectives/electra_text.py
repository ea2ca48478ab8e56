"""The words of the comparison of ELECTRA's generators."""

from collections.abc import Mapping

from app.i18n import Text

QUESTION = Text(
    en="ELECTRA: who should exchange the words?",
    zh="ELECTRA：该由谁来换词？",
)
ASKED = Text(en="Asked", zh="问什么")
EXAMS: Mapping[str, Text] = {
    "topic": Text(en="the article, by a linear map (20 of them)", zh="出自哪篇文章（20 选 1，线性探针）"),
    "plausible": Text(en="words exchanged by a masked model, told apart", zh="掩码模型换的词，认得出吗"),
    "random": Text(en="words exchanged at random, told apart", zh="随机换的词，认得出吗"),
}
ARMS: Mapping[str, Text] = {
    "mlm": Text(en="no exchange: masked LM", zh="不换词：掩码语言模型"),
    "random": Text(en="at random", zh="随机换"),
    "finished": Text(en="a finished generator", zh="训练好的生成器"),
    "joint": Text(en="a generator that learns along", zh="一起训练的生成器"),
}
SHARE, AREA = (
    Text(en="share right", zh="答对的比例"),
    Text(en="area under the ROC curve<br>(0.5: chance)", zh="ROC 曲线下面积<br>（0.5 是瞎猜）"),
)
TITLE = Text(
    en="{asked}: learning along {joint}, finished {finished}, at random {random}",
    zh="{asked}：一起训练 {joint}，训练好的 {finished}，随机换 {random}",
)
ALT = Text(
    en="Scores of the readers by who exchanged the words, a dot a seed", zh="按换词方式比较各模型的成绩，一点一个种子"
)
SAYS = Text(
    en="The paper trains both together: the generator’s masked loss plus {weight:.0f} times the discriminator’s, shared tables, the generator is thrown away. "
    "Here it has one layer. The reader in *What it learned* met a finished generator instead, and a training started above exchanges words at "
    "random. Learning along less a finished generator, paired by seed, with 95 % intervals: article {topic}, plausible words {plausible}, "
    "random words {random}. {seeds} seeds, {steps} steps each; a finished generator had 2,000 steps before. Recorded {date} on {machine}, code {code}.",
    zh="论文里两者一起训练：生成器的掩码损失，加上 {weight:.0f} 倍的判别器损失，共用嵌入表，训练完就把生成器扔掉；这里的生成器只有一层。“学会了什么”里的模型面对的是训练好的生成器，"
    "上面现场训练时则随机换词。“一起训练”减去“训练好的”，按种子配对，附 95% 区间：文章 {topic}，像样的词 {plausible}，随机的词 {random}。"
    "{seeds} 个种子，各 {steps} 步；训练好的生成器事先另训练了 2000 步。{date} 录制于 {machine}，代码 {code}。",
)
