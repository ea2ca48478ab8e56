"""The words of the relatives."""

from collections.abc import Mapping

from app.exhibits.word2vec.families import sets_text
from app.i18n import Text

FAMILY = Text(en="Which relative?", zh="看哪一位亲戚？")
FAMILIES: Mapping[str, Text] = {
    "next": Text(en="The next word: counting and NNLM", zh="下一个词：数数与 NNLM"),
    "gap": Text(en="Who fits the gap? (context2vec)", zh="这个空填什么？（context2vec）"),
    "ranking": Text(en="Is this window real? (Collobert & Weston)", zh="这个窗口是真的吗？（Collobert & Weston）"),
    "factors": Text(en="Factorising counts: LSA and GloVe", zh="分解计数表：LSA 与 GloVe"),
    "spelling": Text(en="A word never seen: fastText and CharCNN", zh="没见过的词：fastText 与 CharCNN"),
    "documents": Text(en="Documents as points", zh="文档也是点"),
    "graph": Text(en="Graphs and items", zh="图与物品"),
    "noise": Text(en="Learning from noise (NCE)", zh="从噪声中学习（NCE）"),
    "senses": Text(en="Senses told apart by translation", zh="用翻译分开词义"),
    "compare": Text(en="Prejudice, two languages, two sets", zh="偏见、两种语言、两组向量"),
}
HOW: Mapping[str, Text] = {
    "next": Text(
        en="A language model gives every word a probability of coming next. Counting remembers what followed the same words; "
        "a context never seen leaves it with shorter ones. The neural model reads vectors instead, so what it learnt "
        "of “two” helps with “three”. Those vectors are what word2vec later kept.",
        zh="语言模型给每个词一个“下一个就是它”的概率。数数的模型只记得相同的前文后面跟过什么，没见过的前文就只好退回更短的；"
        "神经模型读的是向量，所以从“two”学到的也能用在“three”上。这些向量正是后来 word2vec 留下的东西。",
    ),
    "gap": Text(
        en="CBOW adds up the words around a gap and forgets their order. context2vec reads them: one LSTM up to the gap, another back "
        "to it from the end, and what the two remember becomes one vector that lies near the words that fit. Write a sentence "
        "with _ where a word is missing.",
        zh="CBOW 把空两边的词加在一起，不管顺序。context2vec 则是去读：一个 LSTM 从头读到空，另一个从尾读回来，两边记住的东西合成一个向量，"
        "落在适合填进去的词旁边。写一句话，缺词的地方用 _ 代替。",
    ),
    "ranking": Text(
        en="No probability at all: swap the middle word for a random one, and only ask that the true window scores at least "
        "1 higher than the false one. Swap in a word yourself and watch the margin.",
        zh="完全不算概率：把中间的词随机换掉，只要求真窗口比假窗口至少高 1 分。你来换一个词，看看分差。",
    ),
    "factors": Text(
        en="Count first, learn later. LSA cuts a table of words and texts down to its strongest directions; GloVe makes the "
        "product of two word vectors the logarithm of how often the words meet.",
        zh="先数，后学。LSA 把“词 × 文本”的表压到最强的几个方向；GloVe 让两个词向量的内积等于它们相遇次数的对数。",
    ),
    "spelling": Text(
        en="word2vec has nothing to say about a word it never saw. fastText adds up the vectors of the word's pieces; a CharCNN "
        "slides filters over its letters. Type any string, misspelt ones too.",
        zh="没见过的词，word2vec 无话可说。fastText 把词的片段向量加起来；CharCNN 让滤波器滑过一个个字母。随便输入一串字母，拼错也行。",
    ),
    "documents": Text(
        en="The mean of its words' vectors is the simplest vector of a text. Does it beat counting the words? Look. A "
        "paragraph vector is trained like a word of its own that predicts all words of its text.",
        zh="把词向量取平均，就是一段文本最简单的向量。它比数词更好吗？看图。段落向量则像一个专属的词，学着预测这段文本里的每个词。",
    ),
    "graph": Text(
        en="Anything that keeps company can have a vector: nodes of a graph, apps on a phone. Walk about at random, read each "
        "walk as a sentence, train skip-gram. Edit the edges and train again.",
        zh="只要有来往，就能有向量：图上的节点、手机里的应用都行。在图上随机走，把每条路当作一句话，训练 skip-gram。改改边，再练一次。",
    ),
    "noise": Text(
        en="A softmax must add up over everything. Noise-contrastive estimation only learns to tell real samples from K noise "
        "samples; at its best the free scores become log probabilities, and nobody made them sum to 1. Negative sampling "
        "drops one term from this, and with it that promise.",
        zh="softmax 要把所有选项加总。噪声对比估计只学着区分真样本和 K 个噪声样本；学到最好时，自由的分数就成了对数概率，虽然没人要求它们加起来等于 1。"
        "负采样从中去掉了一项，也就不再有这个保证。",
    ),
    "senses": Text(
        en="花 is a flower and to spend, one point in between. In a sentence with its translation the English word tells which "
        "is meant; tag it, train again, and one point becomes two.",
        zh="“花”既是花朵，又是花钱，却只有中间一个点。句子带着译文时，英文词说明了是哪个意思；打上标记重新训练，一个点就成了两个。",
    ),
    "compare": Text(
        en="Vectors learn what their texts say, prejudice included: WEAT measures whether two groups of words stand closer to one "
        "side than to the other. And two spaces trained apart have much the same shape: one turn lays English over Chinese.",
        zh="文本里有什么，词向量就学到什么，偏见也不例外：WEAT 测量两组词是否各自偏向一边。另外，分开训练的两个空间形状相近：转一下，英文就能盖到中文上。",
    ),
}

# The next word
CONTEXT = Text(en="What comes after … (English)", zh="……后面是什么（英文）")
ORDER = Text(en="n of the counter", zh="计数模型的 n")
COUNTED = Text(
    en="The counter with n = {n} remembers {contexts:,} different contexts; of yours it has seen the last {seen} words together. Shorter "
    "contexts fill the gaps (Witten and Bell).",
    zh="n = {n} 的计数模型记得 {contexts:,} 种前文；你的前文里，它见过连在一起的最后 {seen} 个词。空缺由更短的前文补上（Witten–Bell 平滑）。",
)
NNLM_FACTS = Text(
    en="NNLM: n = {n}, {D} numbers a word, {H} hidden units, {V} words. On sentences kept back: {own:.2f} nats a word, the counter "
    "of the same order {counted:.2f}.",
    zh="NNLM：n = {n}，每个词 {D} 个数，隐藏层 {H} 个单元，共 {V} 个词。在留出的句子上：每词 {own:.2f} 纳特；同阶的计数模型 {counted:.2f}。",
)
BY_COUNT = Text(en="Counting, n = {n}", zh="数数，n = {n}")
BY_NET = Text(en="NNLM", zh="NNLM")
NEXT_TITLE = Text(en="After “{context}” the network expects “{word}”", zh="“{context}”之后，网络最期待“{word}”")
PROBABILITY = Text(en="probability", zh="概率")
NEXT_ALT = Text(
    en="The most probable next words, by counting and by the network", zh="最可能的下一个词：数数与神经网络"
)
NNLM_TRAIN = Text(en="Train the network yourself", zh="自己训练这个网络")
NNLM_N = Text(en="n: words read + 1", zh="n：读入的词数 + 1")
NNLM_D = Text(en="numbers of a word vector", zh="词向量维数")
NNLM_H = Text(en="hidden units", zh="隐藏单元数")
NNLM_LR = Text(en="learning rate × 1000", zh="学习率 × 1000")
NNLM_CURVE = Text(
    en="The loss falls; the dashed line is the counter, {counted:.2f}", zh="损失在下降；虚线是计数模型，{counted:.2f}"
)
NNLM_MAP = Text(
    en="The 60 most frequent words in the table, two of its directions", zh="词向量表里最常见的 60 个词，取两个方向"
)
LOSS = Text(en="loss", zh="损失")
STEPS = Text(en="steps", zh="步数")
NATS = Text(en="nats a word", zh="每词纳特数")
RECORDED = Text(
    en="Recorded on {date} in {seconds:.0f} s on {corpus}; `python -m core.words` repeats it.",
    zh="录制于 {date}，用时 {seconds:.0f} 秒，语料 {corpus}；用 `python -m core.words` 可以重新得到。",
)

# The gap
GAP = Text(en="A sentence with a gap _ (English)", zh="带空 _ 的句子（英文）")
GAP_RANK = Text(en="Ranked by", zh="按什么排名")
GAP_RANKS: Mapping[str, Text] = {
    "likely": Text(en="probability", zh="概率"),
    "fitting": Text(en="cosine with the gap, as in the paper", zh="与空的余弦（论文的做法）"),
}
GAP_MISSING = Text(
    en="There is no gap yet: write _ where a word is missing, as in “it is _ than the other two”.",
    zh="还没有空：在缺词的地方写一个 _，例如 “it is _ than the other two”。",
)
GAP_BOTH = Text(en="Both sides read", zh="两边都读")
GAP_LEFT = Text(en="As if nothing followed", zh="当作后面没有词")
GAP_TITLE = Text(en="“{said}”:<br>“{word}” comes first", zh="“{said}”：<br>排第一的是“{word}”")
GAP_COSINE = Text(en="cosine", zh="余弦")
GAP_ALT = Text(
    en="The best words for the gap: both sides read, and as if the sentence ended there",
    zh="最适合填空的词：两边都读，与当作句子到此为止",
)
GAP_FACTS = Text(
    en="Two LSTMs of {H} units, {V:,} words. In sentences kept back the missing word is among the ten most probable in {found:.0%} of "
    "gaps; naming the ten commonest words every time gives {common:.0%}. Cosine ignores how common a word is, probability does not.",
    zh="两个 LSTM 各 {H} 个单元，共 {V:,} 个词。在留出的句子里，{found:.0%} 的空，原词排进概率前十；每次都报最常见的十个词，能对 {common:.0%}。"
    "余弦不管一个词常不常见，概率要管。",
)
GAP_EPOCHS = Text(en="epochs", zh="训练轮数")
GAP_CURVE = Text(en="The loss while it trains", zh="训练中的损失")
GAP_NATS = Text(en="nats a gap and its noise words", zh="每个空连同噪声词的纳特数")

# Ranking
WINDOW = Text(en="A window of {n} English words", zh="一个 {n} 词的英文窗口")
SWAP = Text(en="Swap the middle word for", zh="把中间的词换成")
WINDOW_SHORT = Text(
    en="Type {n} words with spaces between them; there are {found}.",
    zh="请输入 {n} 个用空格隔开的词，现在有 {found} 个。",
)
REAL = Text(en="as typed", zh="原样")
FAKE = Text(en="swapped", zh="换词后")
SCORE = Text(en="score", zh="分数")
ASKED_FOR = Text(en="1 below", zh="低 1 分")
WINDOWS_ALT = Text(en="Scores of both windows", zh="两个窗口的分数")
MARGIN_WON = Text(en="Apart by {margin:.2f}: at least the 1 that is asked for", zh="相差 {margin:.2f}：达到了要求的 1")
MARGIN_SMALL = Text(en="Apart by {margin:.2f}: right, but by less than 1", zh="相差 {margin:.2f}：判对了，但不足 1")
MARGIN_LOST = Text(en="The swapped window scores higher ({margin:.2f})", zh="换过词的窗口反而分高（{margin:.2f}）")
UNKNOWN_WORDS = Text(
    en="Not among its {V} words, so read as “unknown”: {words}", zh="不在它的 {V} 个词里，按“未知词”来读：{words}"
)
RANK_FACTS = Text(
    en="On windows of sentences kept back, the true one scores higher in {won:.0%} of cases. It knows {V} words; the "
    "original, with a hundred times as many, took weeks.",
    zh="在留出句子的窗口上，真窗口有 {won:.0%} 得分更高。它只认识 {V} 个词；当年的原版词表大一百倍，训练了好几周。",
)
HINGE = Text(en="Hinge loss while it trains", zh="训练中的合页损失")
HINGE_AXIS = Text(en="mean of max(0, 1 − margin)", zh="max(0, 1 − 分差) 的平均")

# Factors
TABLE = Text(en="Which table?", zh="分解哪张表？")
TABLES: Mapping[str, Text] = {
    "lsa": Text(en="Words × texts: LSA", zh="词 × 文本：LSA"),
    "glove": Text(en="Words × words: GloVe", zh="词 × 词：GloVe"),
}
LINES = Text(en="A text a line", zh="一行一段文本")
LINES_TEXT = Text(
    en="The cook boils soup with onions and salt.\nSalt and pepper make the soup taste better.\nShe cuts onions and pepper for "
    "the stew.\nThe stew simmers while the cook tastes it.\nA telescope shows the moon and the planets.\nThe planets circle "
    "the sun, the moon circles the earth.\nAt night the telescope points at a distant star.\nThe sun is a star, and the earth "
    "one of its planets.\nThe goalkeeper kicks the ball to the left.\nBoth teams run after the ball.\nThe goalkeeper holds, "
    "and the teams draw.",
    zh="厨师用洋葱和盐煮汤。\n盐和胡椒让汤更鲜。\n她切洋葱和胡椒来做炖菜。\n炖菜慢慢煮，厨师在旁边尝味道。\n望远镜里看得见月亮和行星。\n"
    "行星绕着太阳转，月亮绕着地球转。\n夜里望远镜对准一颗遥远的恒星。\n太阳是恒星，地球是它的行星。\n守门员把球踢向左边。\n两支球队都去追球。\n"
    "守门员抱住了球，球队打平。",
)
LINES_FEW = Text(en="Give at least three lines.", zh="请至少给三行。")
RANK = Text(en="Rank: directions kept", zh="秩：保留几个方向")
LSA_TITLE = Text(en="{rank} directions keep {kept:.0%} of the table", zh="{rank} 个方向保留了整张表的 {kept:.0%}")
LSA_ALT = Text(en="Words and texts on the two strongest directions", zh="词和文本在最强的两个方向上")
LSA_CAPTION = Text(
    en="Circles are words, diamonds are texts, numbered by line; counts × log(texts / texts with the word). Singular values: "
    "{values}",
    zh="圆点是词，菱形是文本（按行编号）；表里是词频 × log(文本数 / 含该词的文本数)。奇异值：{values}",
)
WORD = Text(en="A word (English)", zh="一个词（英文）")
CUTOFF = Text(en="Cut-off: counts from here on weigh 1", zh="截断值：计数到这里权重为 1")
GLOVE_WINDOW = Text(en="Window: words to each side", zh="窗口：每侧几个词")
GLOVE_RARE = Text(
    en="“{word}” is not among the {V} frequent words that are factorised live; try “city” or “music”.",
    zh="“{word}”不在现场分解的 {V} 个常见词里；试试 city 或 music。",
)
GLOVE_NAME = Text(en="GloVe", zh="GloVe")
SKIPGRAM_NAME = Text(en="Skip-gram, shipped", zh="skip-gram，现成")
GLOVE_TITLE = Text(en="“{word}”: {both} of 8 neighbours in common", zh="“{word}”：8 个邻居里有 {both} 个相同")
GLOVE_CAPTION = Text(
    en="{V} words of {corpus}, {cells:,} cells that are not zero, 15 rounds: error {first:.3f} → {last:.3f} a cell. "
    "The skip-gram vectors read {times:.0f} times as much text: the two lists differ for that reason, too.",
    zh="{corpus} 中的 {V} 个词，{cells:,} 个非零格，分解 15 轮：每格误差 {first:.3f} → {last:.3f}。skip-gram 的向量读过的文本是它的 {times:.0f} 倍，"
    "两列不同也有这个原因。",
)
COSINE = Text(en="cosine", zh="余弦")

# Spelling
UNSEEN = Text(en="Any string of letters", zh="随便一串字母")
TYPE_A_WORD = Text(en="Type a word.", zh="请输入一个词。")
IS_NEW = Text(
    en="“{word}” is not among the {V:,} words that fastText was trained on: only its pieces speak.",
    zh="“{word}”不在 fastText 训练过的 {V:,} 个词里：只有它的片段说话。",
)
IS_SEEN = Text(
    en="fastText was trained on “{word}”: its own row counts as one more piece.",
    zh="fastText 训练过“{word}”：它自己的那一行也算一个片段。",
)
FASTTEXT = Text(en="fastText: pieces", zh="fastText：片段")
CHARCNN = Text(en="CharCNN: letters", zh="CharCNN：字母")
SPELLING_TITLE = Text(en="By its pieces, “{word}” is next to “{near}”", zh="按片段看，“{word}”挨着“{near}”")
PIECES = Text(en="pieces", zh="片段")
PIECES_TITLE = Text(en="The pieces that say most", zh="最有发言权的片段")
TOO_SHORT = Text(
    en="Too short for a piece of three characters: fastText has nothing to go by.",
    zh="太短，凑不出三个字符的片段：fastText 无从下手。",
)
FILTERS = Text(en="CharCNN's loudest filters: {found}.", zh="CharCNN 里反应最强的滤波器：{found}。")
FILTER = Text(
    en="no. {f} of {width} letters at “{part}” ({value:.1f})", zh="{width} 字母的第 {f} 号在“{part}”（{value:.1f}）"
)
CHARCNN_FACTS = Text(
    en="Trained to guess a known word's direction from its letters, some of them swapped. For words kept back: cosine {held:.2f} with "
    "the true one, {chance:.2f} with another word's. Spelling tells endings well and meaning only a little.",
    zh="训练目标：只看字母（有时调换两个）猜出已知词的方向。对留出的词：与正确方向余弦 {held:.2f}，与别的词 {chance:.2f}。拼写能看出词尾，看不出多少意思。",
)

# Documents
DOCUMENTS = Text(en="Which vector?", zh="哪种向量？")
DOCUMENT_VIEWS: Mapping[str, Text] = {
    "averages": Text(en="The mean of the words", zh="词向量的平均"),
    "paragraphs": Text(en="Paragraph vectors", zh="段落向量"),
}
EACH = Text(en="Labelled paragraphs of each article", zh="每篇文章的带标签段落数")
PARAGRAPH = Text(en="Your paragraph (English)", zh="你的段落（英文）")
PARAGRAPH_TEXT = "General Washington led the continental army against the British troops until independence was won."
FEATURES: Mapping[str, Text] = {
    "averages": Text(en="mean of vectors", zh="向量平均"),
    "bag": Text(en="bag of words", zh="词袋"),
}
ACCURACY = Text(en="paragraphs put where they belong", zh="分对的段落")
AVERAGES_TITLE = Text(
    en="The mean of vectors is ahead at {n} of {of} sizes", zh="{of} 种样本量里，向量平均有 {n} 种领先"
)
AVERAGES_NEVER = Text(en="The bag of words is ahead at all {of} sizes", zh="{of} 种样本量里，词袋全部领先")
AVERAGES_ALT = Text(en="Accuracy against the number of labelled paragraphs", zh="准确率随带标签段落数的变化")
AVERAGES_CAPTION = Text(
    en="{C} articles of {corpus} ({names}); {test} paragraphs each are kept back; bands: five draws; the same linear classifier "
    "on both.",
    zh="{corpus} 中的 {C} 篇文章（{names}）；每篇留出 {test} 段；色带是五次抽样；两边用同一个线性分类器。",
)
SAYS = Text(en="Sounds most like “{name}”", zh="最像“{name}”")
SCORES = Text(en="scores", zh="得分")
NO_KNOWN_WORD = Text(
    en="None of these words has a vector; the shipped ones are English.", zh="这些词都没有向量；现成的向量是英文的。"
)
ARTICLE = Text(en="Article", zh="文章")
NEAREST = Text(en="nearest articles", zh="最近的文章")
PARAGRAPHS_TITLE = Text(en="“{title}” lies next to “{near}”", zh="“{title}”挨着“{near}”")

# Graph
EDGES = Text(en="Edges: a-b, one after the other", zh="边：写成 甲-乙，一条接一条")
EDGES_TEXT = Text(
    en="Ann-Ben, Ann-Cleo, Ben-Cleo, Ben-Dan, Cleo-Dan, Ann-Dan, Dan-Eve, Eve-Finn, Eve-Gil, Finn-Gil, Finn-Hana, Gil-Hana, "
    "Eve-Hana, Hana-Ivo, Ivo-Jo, Ivo-Kim, Jo-Kim, Jo-Lea, Kim-Lea, Ivo-Lea",
    zh="安-白，安-程，白-程，白-丁，程-丁，安-丁，丁-方，方-高，方-何，高-何，高-江，何-江，方-江，江-孔，孔-李，孔-马，李-马，李-宁，马-宁，孔-宁",
)
BACK = Text(en="p × 10: large seldom turns back", zh="p × 10：越大越少回头")
OUT = Text(en="q × 10: small goes far, large stays near", zh="q × 10：小则走远，大则徘徊")
GRAPH_TITLE = Text(
    en="Linked nodes have cosine {linked:.2f}, all others {others:.2f}",
    zh="相连的节点余弦 {linked:.2f}，其余 {others:.2f}",
)
GRAPH_ALT = Text(en="The nodes on the two strongest directions of their vectors", zh="节点在其向量最强的两个方向上")
WALK = Text(en="The first walk: {walk}", zh="第一条路：{walk}")

# Noise
NCE_K = Text(en="K: noise samples for each real one", zh="K：每个真样本配几个噪声样本")
NCE_EXPONENT = Text(en="Noise ∝ p to the power × 100", zh="噪声 ∝ p 的幂 × 100")
NCE_STEPS = Text(en="Steps", zh="步数")
NCE_SUM = Text(
    en="The estimates add up to {total:.3f}; nothing forces them to.",
    zh="估计值加起来是 {total:.3f}，并没有谁规定它等于 1。",
)
DISTANCE = Text(en="Distance from the truth", zh="与真实分布的距离")
LOOKS = Text(en="looks", zh="观察次数")
TRUTH = Text(en="truth", zh="真实")
ESTIMATE = Text(en="estimate", zh="估计")
NOISE = Text(en="noise", zh="噪声")
OUTCOME = Text(en="outcome", zh="结果")
NCE_TITLE = Text(
    en="{distance:.1%} of the probability is in the wrong place", zh="还有 {distance:.1%} 的概率放错了地方"
)
NCE_ALT = Text(en="True, estimated and noise probability of each outcome", zh="每个结果的真实、估计与噪声概率")

# Senses
SENSE_WORD = Text(en="Word", zh="词")
SPLIT = Text(en="Split by translation", zh="按翻译分开")
SENSE_TITLE = Text(
    en="{word} as “{a}” and as “{b}”: cosine {cosine:.2f}", zh="“{word}”的 {a} 义与 {b} 义：余弦 {cosine:.2f}"
)
ONE_POINT = Text(
    en="{word} as one point: its neighbours are of all senses", zh="“{word}”只有一个点：各种意思的邻居混在一起"
)
SENSE_COUNTS = Text(
    en="Sentences by the English words that give the sense away: {counts}; {left} were left undecided.",
    zh="按透露词义的英文词分的句数：{counts}；另有 {left} 句无法判断。",
)
SENSE_SOURCE = Text(
    en="29,155 sentence pairs of Tatoeba (CC BY 2.0 FR), recorded on {date}. Few sentences, so some neighbours are chance.",
    zh="Tatoeba 的 29,155 对句子（CC BY 2.0 FR），录制于 {date}。句子不多，有些邻居只是巧合。",
)

# Comparing
COMPARE = Text(en="What is compared?", zh="比什么？")
COMPARISONS: Mapping[str, Text] = {
    "weat": Text(en="Groups of words: WEAT", zh="两组词：WEAT"),
    "turn": Text(en="English and Chinese: Procrustes", zh="英文与中文：Procrustes 对齐"),
    "sets": Text(en="Any two sets", zh="任意两组词向量"),
}
WEAT_LISTS: Mapping[str, Text] = {
    "x": Text(en="First group", zh="第一组词"),
    "y": Text(en="Second group", zh="第二组词"),
    "a": Text(en="One side", zh="一边"),
    "b": Text(en="Other side", zh="另一边"),
}
WEAT_WORDS: Mapping[str, Text] = {
    "x": Text(
        en="executive management professional corporation salary office business career",
        zh="管理 企业 公司 办公室 工作 职业 事业",
    ),
    "y": Text(
        en="home parents children family cousins marriage wedding relatives", zh="家 父母 孩子 家庭 亲戚 婚姻 结婚"
    ),
    "a": Text(en="male man boy brother he him his son", zh="男 男人 男孩 哥哥 他 父亲 儿子"),
    "b": Text(en="female woman girl sister she her hers daughter", zh="女 女人 女孩 姐姐 她 母亲 女儿"),
}
WEAT_AXIS = Text(
    en="other side ← difference of mean cosines → one side",
    zh="偏向另一边 ← 与两边的平均余弦之差 → 偏向这一边",
)
WEAT_YES = Text(
    en="The groups lean apart: effect {effect:.2f}, p = {p:.3f}", zh="两组词各有偏向：效应 {effect:.2f}，p = {p:.3f}"
)
WEAT_NO = Text(
    en="No clear leaning: effect {effect:.2f}, p = {p:.3f}", zh="看不出明显偏向：效应 {effect:.2f}，p = {p:.3f}"
)
WEAT_CAPTION = Text(
    en="Effect: difference of the means in standard deviations, between −2 and 2 for groups of one size (Caliskan et al. 2017). p: the share of {splits:,} "
    "ways to split the words into groups of these sizes that lean at least as far. The words to begin with are the paper's own: career and family, male and female. Whoever uses vectors uses what is "
    "in them.",
    zh="效应：两组均值之差除以标准差，两组词数相同时在 −2 与 2 之间（Caliskan 等，2017）。p：词数不变的 {splits:,} 种分组方式中，偏得至少一样远的比例。开头的词照论文的“职业与家庭、男与女”译出；中文语料小，测不出偏向，不等于没有偏向。"
    "用词向量的人，也就用了里面的这些东西。",
)
WEAT_MISSING = Text(en="Without a vector, left out: {words}", zh="没有词向量、已略去：{words}")
PAIRS_USED = Text(en="Word pairs the turn is learnt from", zh="用多少对词来学这个旋转")
TURN_TITLE = Text(
    en="{right:.0%} of {n} unseen words land nearest to their translation (chance {chance:.0%})",
    zh="{n} 个没见过的词里，{right:.0%} 落在自己的译词旁（随机 {chance:.0%}）",
)
TURN_ALT = Text(
    en="English words after the turn, joined to their Chinese translations", zh="旋转后的英文词与其中文译词相连"
)
TURN_CAPTION = Text(
    en="Learnt from {n} pairs, tried on {held} others, {shown} of them drawn; nearest among those {held} Chinese words. The turn keeps all "
    "lengths and angles, so it can only work because the two spaces are alike.",
    zh="从 {n} 对词学来，在另外 {held} 对上检验，图中画了 {shown} 对；“最近”是在这 {held} 个中文词里找。旋转不改变任何长度和角度，能对上，只能是因为两个空间本来就像。",
)

CONTROLS: Mapping[str, Text] = {
    "word2vec_family": FAMILY,
    "word2vec_context": CONTEXT,
    "word2vec_n": ORDER,
    "word2vec_nnlm_n": NNLM_N,
    "word2vec_nnlm_d": NNLM_D,
    "word2vec_nnlm_h": NNLM_H,
    "word2vec_nnlm_lr": NNLM_LR,
    "word2vec_gap": GAP,
    "word2vec_gap_rank": GAP_RANK,
    "word2vec_gap_epochs": GAP_EPOCHS,
    "word2vec_window_text": REAL,
    "word2vec_swap": SWAP,
    "word2vec_table": TABLE,
    "word2vec_lines": LINES,
    "word2vec_rank": RANK,
    "word2vec_glove_word": WORD,
    "word2vec_cutoff": CUTOFF,
    "word2vec_glove_window": GLOVE_WINDOW,
    "word2vec_unseen": UNSEEN,
    "word2vec_documents": DOCUMENTS,
    "word2vec_each": EACH,
    "word2vec_paragraph": PARAGRAPH,
    "word2vec_article": ARTICLE,
    "word2vec_edges": EDGES,
    "word2vec_back": BACK,
    "word2vec_out": OUT,
    "word2vec_nce_k": NCE_K,
    "word2vec_nce_exponent": NCE_EXPONENT,
    "word2vec_nce_steps": NCE_STEPS,
    "word2vec_sense_word": SENSE_WORD,
    "word2vec_split": SPLIT,
    "word2vec_compare": COMPARE,
    **{f"word2vec_weat_{name}": label for name, label in WEAT_LISTS.items()},
    "word2vec_pairs": PAIRS_USED,
    **sets_text.SIDES,
    "word2vec_set_word": sets_text.WORD,
}

_HERE = "word2vec_view=families&word2vec_family="
COVERS: Mapping[str, str] = {
    "lm-ngram-definition": f"{_HERE}next",
    "nnlm": f"{_HERE}next",
    "senna-word-replacement": f"{_HERE}ranking",
    "context2vec": f"{_HERE}gap",
    "svd-lsa": f"{_HERE}factors",
    "glove": f"{_HERE}factors&word2vec_table=glove",
    "fasttext-vectors": f"{_HERE}spelling",
    "charcnn": f"{_HERE}spelling",
    "w2v-doc-average": f"{_HERE}documents",
    "doc2vec": f"{_HERE}documents&word2vec_documents=paragraphs",
    "w2v-graph-items": f"{_HERE}graph",
    "nce": f"{_HERE}noise",
    "bilingual-sense-embeddings": f"{_HERE}senses",
}
