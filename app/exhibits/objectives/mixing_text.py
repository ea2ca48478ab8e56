"""The words of the view that mixes ELMo's layers."""

from collections.abc import Mapping

from app.i18n import Text

WORD = Text(en="Word, in English", zh="词（英文）")
FIRST, SECOND = Text(en="First sentence", zh="第一句（英文）"), Text(en="Second sentence", zh="第二句（英文）")
SOME_WORD = "state"
SOME = ("He was the head of state.", "The state of California is large.")
WEIGHTS = (
    Text(en="Layer 0, the word alone: w₀", zh="第 0 层（只有词本身）：w₀"),
    Text(en="Layer 1: w₁", zh="第 1 层：w₁"),
    Text(en="Layer 2: w₂", zh="第 2 层：w₂"),
)
GAMMA = Text(en="Length γ, %", zh="缩放 γ，%")
MISSING = Text(
    en="“{word}” does not stand in both sentences: write it into them, or choose another word.",
    zh="两句里没有都出现“{word}”：改改句子，或者换一个词。",
)
UNKNOWN = Text(
    en="“{word}” is not among this reader's 2,000 words: what is shown is the vector of all words that it does not know.",
    zh="“{word}”不在这个模型的两千词里：画出来的是所有生词共用的向量。",
)
TITLE = Text(
    en="“{word}” twice: alike by {first:.2f} as a bare word, by {last:.2f} after two layers; as mixed below, {mixed:.2f}",
    zh="两句里的“{word}”：词本身相似度 {first:.2f}，过两层之后 {last:.2f}；按下面的比例混合，{mixed:.2f}",
)
ALT = Text(en="Vectors of one word in two sentences, layer by layer", zh="同一个词在两句里的各层向量")
ROW = Text(en="layer {n}, {which}", zh="第 {n} 层 {which}")
MIX_ROW = Text(en="mixed, {which}", zh="混合 {which}")
WHICH = (Text(en="1st", zh="前句"), Text(en="2nd", zh="后句"))
FROM_LEFT, FROM_RIGHT = Text(en="read from the left", zh="从左往右读"), Text(en="read from the right", zh="从右往左读")
COLUMNS = (
    Text(en="layer", zh="层"),
    Text(en="its share s", zh="占比 s"),
    Text(en="cosine, from the left", zh="余弦，从左读"),
    Text(en="from the right", zh="从右读"),
    Text(en="both", zh="合起来"),
)
MIXED = Text(en="mixed", zh="混合")
GAMMA_SAYS = Text(
    en="Lengths of the mixed vectors: {first:.1f} and {second:.1f}. γ stretches both alike, so the cosine stays; a task learns γ "
    "so that the vectors fit in size to its own.",
    zh="混合之后两个向量长 {first:.1f} 和 {second:.1f}。γ 把两者同样拉长，所以余弦不变；具体任务会自己学 γ，让向量的大小与自己的网络相配。",
)
FORMULA = (
    r"\mathrm{ELMo}_k=\textcolor{#000002}{\gamma}\sum_{j=0}^{L}\textcolor{#000001}{s_j}\,h_{k,j}\qquad "
    r"\textcolor{#000001}{s}=\mathrm{softmax}(w)"
)
SAYS = Text(
    en="Peters et al. 2018, equation 1. ELMo itself builds words from their characters by convolution and has two LSTMs with two layers each; "
    "this is a small stand-in: a table of 2,000 words, two one-way halves of one transformer, 64 numbers a direction, trained on an excerpt of "
    "Wikipedia (it names {right} of the next words it is asked for, in either direction). Layers differ in size, so each vector is first "
    "moved to mean 0 and length √64, as the authors do at times. [Train such a reader]({train}) · [what it answers]({says})",
    zh="Peters 等 2018，式 1。真正的 ELMo 用字符卷积拼出词，两个方向各是两层 LSTM；这里是个小替身：两千词的词表，一个 Transformer 的两个单向的半边，"
    "每个方向 64 维，在维基百科节选上训练（两个方向合计，猜对下一个词的比例是 {right}）。各层大小不一，所以先把每个向量移到均值 0、长度 √64，原作者有时也这样做。"
    "[训练一个这样的模型]({train}) · [看它怎么答]({says})",
)

CONTROLS: Mapping[str, Text] = {
    "objectives_elmo_word": WORD,
    "objectives_elmo_first": FIRST,
    "objectives_elmo_second": SECOND,
    "objectives_elmo_w0": WEIGHTS[0],
    "objectives_elmo_w1": WEIGHTS[1],
    "objectives_elmo_w2": WEIGHTS[2],
    "objectives_elmo_gamma": GAMMA,
}
