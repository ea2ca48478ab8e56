"""The words of the view on sampling: noise words, and frequent words thinned out."""

from collections.abc import Mapping

from app.i18n import Text

WHICH = Text(en="What is drawn", zh="抽什么")
WHICHES: Mapping[str, Text] = {
    "noise": Text(en="noise words", zh="噪声词"),
    "keep": Text(en="words that stay in the text", zh="文本里留下的词"),
}
EXPONENT = Text(en="Exponent α, %", zh="指数 α，%")
K = Text(en="Noise words K", zh="噪声词数 K")
THRESHOLD = Text(en="Threshold t", zh="阈值 t")
THRESHOLDS: Mapping[str, Text] = {t: Text(en=t, zh=t) for t in ("1e-2", "3e-3", "1e-3", "3e-4", "1e-4", "3e-5", "1e-5")}
PROBE = Text(en="Word", zh="词")
CONTROLS: Mapping[str, Text] = {
    "word2vec_which": WHICH,
    "word2vec_alpha": EXPONENT,
    "word2vec_k": K,
    "word2vec_t": THRESHOLD,
    "word2vec_probe": PROBE,
}

NO_COUNTS = Text(
    en="Your file does not say how often its words occur, and that is what this view is about: here are our vectors.",
    zh="你的文件里没有词频，而这个视图讲的正是词频：先看我们的词向量。",
)
NOISE_HOW = Text(
    en="Instead of asking all V words “are you the neighbour?”, ask the true one and K noise words. Which noise? In proportion to "
    "count to the power α: at 1 the commonest words are asked again and again, at 0 all alike. The paper found 0.75.",
    zh="不必问遍全部 V 个词“你是那个邻居吗”，只问真的那个，再加 K 个噪声词。噪声词怎么抽？按词频的 α 次方：α 为 1，"
    "老是抽到最常用的词；α 为 0，人人机会均等。论文的经验值是 0.75。",
)
NOISE_TITLE = Text(
    en="α = {alpha:g}: “{top}” is drawn {p:.2%} of the time<br>instead of {f:.2%}, “{rare}” {times:.1f} times as often",
    zh="α = {alpha:g}：“{top}”被抽中的机会从 {f:.2%}<br>变成 {p:.2%}，“{rare}”变成原来的 {times:.1f} 倍",
)
NOISE_ALT = Text(
    en="Probability of each word to be drawn, over its rank by frequency, for three exponents.",
    zh="三种指数下，各个词被抽中的概率，按频率排名画出。",
)
RANK, CHANCE = Text(en="rank by frequency", zh="频率排名"), Text(en="probability to be drawn", zh="被抽中的概率")
AS_TEXT, EVEN, CHOSEN = (
    Text(en="α = 1, as in the text", zh="α = 1，同原文"),
    Text(en="α = 0, all alike", zh="α = 0，机会均等"),
    Text(en="yours", zh="你选的"),
)
DRAWN = Text(
    en="A draw for “{word}”, K = {k}: {drawn}. Before training each of the 1 + K questions costs log 2, together {nats:.2f} nats a pair.",
    zh="给“{word}”抽一次，K = {k}：{drawn}。训练前每个问题的损失都是 log 2，1 + K 个问题合计每对 {nats:.2f} 纳特。",
)
SHARED = Text(
    en="**One thing this program does differently.** It draws noise words once for a centre word and uses them for its whole window; "
    "the paper and gensim draw anew for each pair. That is what makes it fast. What it does to quality is measured, over "
    "{n} seeds: {mean:+.3f} in mean ρ, 95 % interval {low:+.3f} to {high:+.3f} (“Is it true?” below has the whole record).",
    zh="**本程序有一处与众不同。** 它给一个中心词只抽一次噪声词，整个窗口共用；论文和 gensim 则每一对都重抽。快就快在这里。"
    "对质量的影响我们量过，{n} 个种子：平均 ρ 相差 {mean:+.3f}，95% 区间 {low:+.3f} 到 {high:+.3f}（完整记录见下面的“真是这样吗？”）。",
)
WAYS = Text(
    en="The same text, three ways to ask (recorded: {words:,} words of English news, {epochs} epochs, {n} seeds, {V:,} words, {date}, {machine}; "
    "`python -m core.word2vec studies`)",
    zh="同一份文本，三种问法（录制：{words:,} 词英文新闻，{epochs} 轮，{n} 个种子，{V:,} 个词，{date}，{machine}；"
    "`python -m core.word2vec studies`）",
)
WAY_COLUMNS = (
    Text(en="output", zh="输出层"),
    Text(en="questions a step", zh="每步问几个"),
    Text(en="seconds", zh="秒"),
)
WAYS_NOTE = Text(
    en="Seconds only: this text is too small to tell the three apart by quality. For that, see the claims below.",
    zh="这里只比时间：文本太小，分不出三者质量的高下。质量请看下面的论断。",
)

KEEP_HOW = Text(
    en="“the” stands beside everything and so tells little about anything. Occurrences of frequent words are dropped at random before "
    "training. The paper and the program word2vec.c do not use the same formula:",
    zh="“的”“the”跟谁都挨着，所以对谁都说明不了什么。训练前，常用词的每次出现会被随机丢掉一些。论文和程序 word2vec.c 用的公式并不相同：",
)
KEEP_FORMULA = (
    r"\textcolor{#000002}{p_{\text{paper}} = \sqrt{\tfrac{t}{f}}}\qquad"
    r"\textcolor{#000001}{p_{\text{code}} = \sqrt{\tfrac{t}{f}} + \tfrac{t}{f}}\qquad(\text{at most } 1)"
)
KEEP_TITLE = Text(
    en="t = {t}: “{top}” stays {code:.1%} of the time<br>in the program, {paper:.1%} in the paper",
    zh="t = {t}：“{top}”在程序里留下 {code:.1%}，<br>按论文是 {paper:.1%}",
)
KEEP_ALT = Text(
    en="Probability that an occurrence stays, over the word's share of the text; one curve for the paper, one for the program.",
    zh="一次出现被留下的概率，横轴是词在文本中的占比；论文一条曲线，程序一条曲线。",
)
SHARE_AXIS, STAYS = (
    Text(en="share of the text f", zh="在文本中的占比 f"),
    Text(en="probability to stay", zh="留下的概率"),
)
PAPER, PROGRAM = Text(en="paper", zh="论文"), Text(en="program (ours, gensim, C)", zh="程序（我们、gensim、C）")
KEEP_LEFT = Text(
    en="Of the running words that have a vector, {code:.1%} stay in the program and {paper:.1%} in the paper; the windows close up over the gaps, so "
    "about as large a share of the training pairs remains, and they reach farther.",
    zh="有向量的词里，按程序留下 {code:.1%}，按论文留下 {paper:.1%}。空出来的位置会合拢，所以训练词对大约也剩这个比例，而且够得更远。",
)
BEFORE_AFTER = Text(
    en="Nearest to “{word}”, trained on the same text (recorded, Wikipedia excerpt, seed 0)",
    zh="同一份文本训练出来，离“{word}”最近的词（录制，维基百科选段，种子 0）",
)
BEFORE, AFTER = Text(en="nothing dropped", zh="一个不丢"), Text(en="t = 1e-3", zh="t = 1e-3")
