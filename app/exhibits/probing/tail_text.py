"""The words of the last two views: phrases as points, and attacks."""

from collections.abc import Mapping

from app.i18n import Text

VIEWS: Mapping[str, Text] = {
    "phrases": Text(en="Phrases", zh="短语"),
    "attack": Text(en="Attack", zh="攻击"),
}
KINDS: Mapping[str, Text] = {
    "NP": Text(en="noun phrase", zh="名词短语"),
    "PP": Text(en="with a preposition", zh="介词短语"),
    "clause": Text(en="clause", zh="小句"),
    "ADJP": Text(en="adjective phrase", zh="形容词短语"),
}
PHRASE_TITLE = Text(
    en="Layer {layer}: of a phrase's {k} nearest, {purity} are of its kind; random weights {random}, chance {chance}",
    zh="第 {layer} 层：一个短语最近的 {k} 个里，{purity} 与它同类；随机权重 {random}，瞎猜 {chance}",
)
PHRASE_ALT = Text(en="Phrases as points in the plane, coloured by kind.", zh="平面上的短语，颜色和形状表示类别。")
PURITY_TITLE = Text(
    en="Phrases of a kind lie closest in layer {best}: {share}", zh="同类短语在第 {best} 层靠得最近：{share}"
)
PURITY_ALT = Text(en="Share of neighbours of the same kind, by layer.", zh="近邻中同类所占的比例，逐层。")
PURITY_AXIS = Text(en="neighbours of the same kind", zh="近邻中同类的比例")
CHANCE = Text(en="chance", zh="瞎猜")
PHRASE_SAYS = Text(
    en="{n} phrases of our own sentences: a word with all that hangs on it. A phrase's vector is made of its first and its last word, as in the "
    "paper. The plane holds only {explained} of the variance, so the number in the title counts neighbours in the full space.",
    zh="我们自己句子里的 {n} 个短语：一个词连同依附于它的所有词。短语的向量由首词和尾词拼成，和论文一样。平面只装得下 {explained} 的方差，"
    "所以标题里的数是在原来的空间里数近邻得到的。",
)
VICTIM = Text(en="Sentence to attack", zh="要攻击的句子")
VICTIM_EXAMPLE = "The food was really good and the staff were friendly."
MEANS = Text(en="Allowed changes", zh="允许的改动")
MEANS_NAMES: Mapping[str, Text] = {
    "exchange": Text(en="exchange two letters", zh="交换两个字母"),
    "drop": Text(en="drop a letter", zh="漏掉一个字母"),
    "near": Text(en="a word for a near one", zh="换成近义词"),
}
TURNED = Text(
    en="{n} small changes turn the verdict round: {first} → {last} “positive”",
    zh="{n} 处小改动就让判断反了过来：“正面”的概率 {first} → {last}",
)
HELD = Text(
    en="The verdict holds: {first} → {last} “positive” after {n} changes",
    zh="判断没有反过来：改了 {n} 处，“正面”的概率 {first} → {last}",
)
ATTACK_ALT = Text(en="Probability of positive after each change.", zh="每次改动之后“正面”的概率。")
POSITIVE_AXIS = Text(en="probability of “positive”", zh="“正面”的概率")
AS_TYPED = Text(en="as typed", zh="原句")
ATTACK_SAYS = Text(
    en="A classifier on MiniLM's sentence vectors, learnt from forty-eight sentences of ours, reads {tried} versions of your sentence. At "
    "every step the change that hurts most is kept, until the class is another one. People read the last version without a stumble; a "
    "broken word falls into other pieces, and with them its meaning is gone.",
    zh="一个建在 MiniLM 句向量上的分类器，用我们自己的 48 个句子学成，读了你这句话的 {tried} 个变体。每一步留下杀伤力最大的改动，直到类别变了为止。"
    "人读最后那句毫不费力；可是词一拼错，就被切成别的碎片，意思也跟着没了。",
)
NO_WORDS = Text(
    en="There is no word here that could be changed: type an English sentence.",
    zh="这里没有可以改动的词：请输入一句英文。",
)
TOO_LONG = Text(
    en="{n} words are too many to try every change: shorten the sentence to {longest}.",
    zh="{n} 个词太多，试不完所有改动：请缩短到 {longest} 个以内。",
)

CONTROLS: Mapping[str, Text] = {"probing_victim": VICTIM, "probing_means": MEANS}
COVERS: Mapping[str, str] = {
    "probe-phrase": "probing_view=phrases",
    "adversarial-attacks": "probing_view=attack",
}
