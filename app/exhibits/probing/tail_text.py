"""The words of the last views: phrases as points, sentences as products, and attacks."""

from collections.abc import Mapping

from app.i18n import Text

VIEWS: Mapping[str, Text] = {
    "phrases": Text(en="Phrases", zh="短语"),
    "composition": Text(en="Words in roles", zh="词与角色"),
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
COMPOSED_READER = Text(en="Whose vectors", zh="谁的向量")
SCHEMES: Mapping[str, Text] = {
    "tree": Text(en="place in the tree", zh="在树上的位置"),
    "left": Text(en="place from the left", zh="从左数的位置"),
    "right": Text(en="place from the right", zh="从右数的位置"),
    "bag": Text(en="words alone: a bag", zh="只有词：一袋词"),
}
DEALT = Text(en="tree roles dealt at random (control)", zh="树的角色随机发（对照）")
COMPOSED_TITLE = Text(
    en="Layer {layer}: words alone explain {bag} of the sentences' vectors, words in tree roles {tree}",
    zh="第 {layer} 层：光凭词能解释句向量的 {bag}，词加上树上的角色是 {tree}",
)
COMPOSED_ALT = Text(
    en="Share of the variance explained by tensor products of words and roles, by layer, for four schemes, and for MiniLM a control.",
    zh="词与角色的张量积能解释的方差比例，逐层，四种角色方案，MiniLM 另有一个对照。",
)
COMPOSED_AXIS = Text(en="variance explained on new sentences", zh="在新句子上解释的方差")
COMPOSED_SAYS = Text(
    en="Is a sentence's vector built from its words in their places? Write it as Σ word ⊗ role, fit one linear map from there to the vector of each layer, "
    "and see what it explains on {test} sentences that it has not seen (4 to 16 words; {learn} to learn from). One role for all is a bag of words; the "
    "other schemes have it too, and add where a word stands, in the row or in the tree (its depth, and on which side its head lies). **Control**: the tree's roles, dealt out to the words of the "
    "sentence at random, have as many numbers to fit. In layer {layer} of MiniLM the tree's roles explain {gain:+.1f} points more than dealt ones; but in "
    "layer 0, where no word has seen another, it is {start:+.1f} already, and that much cannot be structure built by the model. Only what a layer has "
    "beyond it could be. All three schemes with places lie under the words alone: on so few sentences, knowing the place brings less than it costs to "
    "fit it. A word is given by {width} directions of its vector before the first layer, less the mean of its place. After McCoy et al. (2019), who test "
    "Smolensky's tensor products on recurrent networks, and Jawahar et al. (2019) on BERT; they train their word and role vectors, here both are fixed.",
    zh="句子的向量是不是由词和词的位置搭起来的？把句子写成 Σ 词 ⊗ 角色，拟合一个到每层向量的线性映射，看它在没见过的 {test} 个句子上能解释多少"
    "（4 到 16 个词；{learn} 句用来学）。所有词同一个角色，就是一袋词；其他方案在此之上再加词站在哪里：在句中第几个，或者在树上多深、中心词在哪一边。"
    "**对照**：把树的角色在句内随机发给各个词，要拟合的参数一样多。MiniLM 第 {layer} 层上，真的树角色比随机发的多解释 {gain:+.1f} 个百分点；可是第 0 层里词与词还互不相见，"
    "就已经是 {start:+.1f}，这一份不可能是模型搭出来的结构，超出它的部分才有可能。三种带位置的方案都低于只有词的曲线：句子太少，知道位置的好处抵不过拟合它的代价。"
    "每个词用它进入第一层之前的向量的 {width} 个方向表示，已减去同一位置的平均。做法来自 McCoy 等（2019，在循环网络上检验 Smolensky 的张量积）和 "
    "Jawahar 等（2019，用于 BERT）；他们的词向量和角色向量是训练出来的，这里都固定。",
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
    "every step the change that hurts most is kept, until the class is another one. People read the last version without a stumble; where "
    "letters were changed, the word falls into other pieces, and its meaning goes with them.",
    zh="一个建在 MiniLM 句向量上的分类器，用我们自己的 48 个句子学成，读了你这句话的 {tried} 个变体。每一步留下杀伤力最大的改动，直到类别变了为止。"
    "人读最后那句毫不费力；改了字母的词会被切成别的碎片，意思也跟着没了。",
)
NO_WORDS = Text(
    en="There is no word here that could be changed: type an English sentence.",
    zh="这里没有可以改动的词：请输入一句英文。",
)
TOO_LONG = Text(
    en="{n} words are too many to try every change: shorten the sentence to {longest}.",
    zh="{n} 个词太多，试不完所有改动：请缩短到 {longest} 个以内。",
)

CONTROLS: Mapping[str, Text] = {"probing_victim": VICTIM, "probing_means": MEANS, "probing_composed": COMPOSED_READER}
COVERS: Mapping[str, str] = {
    "probe-phrase": "probing_view=phrases",
    "probe-composition": "probing_view=composition",
    "adversarial-attacks": "probing_view=attack",
}
