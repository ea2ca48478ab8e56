"""The words of the view *XLNet's memory*."""

from collections.abc import Mapping

from app.i18n import Text

OBJECTIVE = Text(en="Objective", zh="目标")
OBJECTIVES: Mapping[str, Text] = {
    "plm": Text(en="drawn orders (XLNet)", zh="随机顺序（XLNet）"),
    "clm": Text(en="left to right (GPT)", zh="从左到右（GPT）"),
    "mlm": Text(en="hidden words (BERT)", zh="猜被遮的词（BERT）"),
}
MEMORY = Text(en="Words remembered", zh="记住前面几个词")
STEPS = Text(en="Steps", zh="训练步数")
CONTROLS: Mapping[str, Text] = {
    "objectives_memory_of": OBJECTIVE,
    "objectives_memory": MEMORY,
    "objectives_memory_steps": STEPS,
}
IDEA = Text(
    en="A text is read in segments of {T} words. The memory is what stood before the segment: every layer may look at it, nothing in it is "
    "asked for, and no gradient flows into it. XLNet took this from Transformer-XL. A drawn order shuffles only the segment.",
    zh="文本按 {T} 个词一段来读。记忆就是这一段前面的词：每一层都可以看它，但不问它，梯度也不流进它。XLNet 的这一招来自 Transformer-XL。"
    "随机顺序只打乱本段。",
)
SIGHT_TITLE = Text(
    en="{name}, {M} words remembered: who may look at whom in your text",
    zh="{name}，记住 {M} 个词：在你的这段话里谁能看谁",
)
SIGHT_ALONE = Text(
    en="{name}, nothing remembered: who may look at whom in your text",
    zh="{name}，什么也不记：在你的这段话里谁能看谁",
)
LIVE = Text(en="Train it with this memory", zh="带着这样的记忆训练")
LAST_TITLE = Text(
    en="The last word of a segment, from all before it: {M} remembered words save {clm:.2f} nats left to right, {plm:.2f} with drawn "
    "orders, {mlm:.2f} with hidden words",
    zh="由前文猜一段的最后一个词：记住 {M} 个词，从左到右少用 {clm:.2f} 纳特，随机顺序 {plm:.2f}，猜被遮的词 {mlm:.2f}",
)
OWN_TITLE = Text(
    en="Each in its own form, on text that was not read: {clm:.2f}, {plm:.2f}, {mlm:.2f} nats a word",
    zh="各按自己的问法、用没读过的文本：每个词分别少用 {clm:.2f}、{plm:.2f}、{mlm:.2f} 纳特",
)
FIGURE_ALT = Text(
    en="Nats per word by how many words are remembered, three objectives",
    zh="三种目标下，每个词的纳特数随记住的词数的变化",
)
REMEMBERED, NATS = Text(en="words remembered", zh="记住的词数"), Text(en="nats per word", zh="每个词的纳特数")
YOURS = Text(en="yours: {name}, {M} words, {steps} steps", zh="你的：{name}，{M} 个词，{steps} 步")
COLUMNS = (
    Text(en="objective", zh="目标"),
    Text(en="words remembered", zh="记住的词数"),
    Text(en="last word, nats", zh="最后一个词，纳特"),
    Text(en="last word: saved", zh="最后一个词：省下"),
    Text(en="own question, nats", zh="自己的问法，纳特"),
    Text(en="own question: saved", zh="自己的问法：省下"),
)
SAYS = Text(
    en="The last word is the same question for all three: every other word of the segment, and the memory, are known. In their own form they "
    "are asked different things (each word from its left; the last sixth of an order; 15 % hidden), so compare along a line, not between "
    "lines. Readers of two layers, {V} words, an excerpt of Wikipedia, {seeds} seeds; {plm_steps} steps, left to "
    "right {clm_steps}: there all {T} words of a segment are asked for, and more steps learn them by heart. Distances in place of positions, as in "
    "Transformer-XL, without which a memory's places would be mistaken for the segment's. Bars and brackets: from the least to the most of the seeds. Recorded {date} on {machine}, "
    "code {code}. A published XLNet remembers hundreds of words; how far that carries cannot be seen in {T} words.",
    zh="“最后一个词”对三种目标是同一道题：本段其余的词和记忆都看得到。各自的问法则不同（每个词由左边猜；顺序里最后的六分之一；遮住 15%），"
    "所以请沿着一条线比，不要在线与线之间比。两层的小模型，词表 {V}，维基百科节选，{seeds} 个种子；各 {plm_steps} 步，从左到右只练 {clm_steps} 步：它每段 {T} 个词全问，再练就是死记硬背。和 Transformer-XL 一样只用距离、不用绝对位置，"
    "否则记忆里的位置会与本段的混淆。竖线和方括号是各种子的最小到最大。{date} 录制于 {machine}，代码 {code}。真正的 XLNet 记住几百个词；那样能走多远，在 {T} 个词里看不出来。",
)
