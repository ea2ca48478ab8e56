"""The words of the views that train on a toy text: step by step, the Huffman tree, one-hot."""

from collections.abc import Mapping

from app.i18n import Text

TOY: Mapping[str, str] = {
    "en": "the king rules the land. the queen rules the land. the king wears a crown. the queen wears a crown. "
    "the man walks home. the woman walks home. the man drinks milk. the woman drinks milk.",
    "zh": "国王 治理 国家。女王 治理 国家。国王 戴 王冠。女王 戴 王冠。男人 走 回家。女人 走 回家。男人 喝 牛奶。女人 喝 牛奶。",
}
PRESETS: Mapping[str, Text] = {
    "royal": Text(en="kings and queens", zh="国王与女王"),
    "drinks": Text(en="who drinks what", zh="谁喝什么"),
    "fox": Text(en="one sentence", zh="一句话"),
    "own": Text(en="my own", zh="自己写"),
}
PRESET_TEXTS: Mapping[str, Mapping[str, str]] = {
    "royal": TOY,
    "drinks": {
        "en": "milk is drunk by cats. water is drunk by cats. milk is drunk by dogs. water is drunk by dogs. "
        "bread is eaten by girls. rice is eaten by girls. bread is eaten by boys. rice is eaten by boys.",
        "zh": "猫 喝 牛奶。猫 喝 水。狗 喝 牛奶。狗 喝 水。女孩 吃 面包。女孩 吃 米饭。男孩 吃 面包。男孩 吃 米饭。",
    },
    "fox": {
        "en": "the quick brown fox jumps over the lazy dog.",
        "zh": "敏捷 的 棕色 狐狸 跳 过 了 懒惰 的 狗。",
    },
}
PRESET = Text(en="Text", zh="文本")
OWN = Text(en="Your own little text (up to 40 different words)", zh="你自己的小文本（最多 40 个不同的词）")
ARCHITECTURE = Text(en="Architecture", zh="结构")
ARCHITECTURES: Mapping[str, Text] = {
    "skipgram": Text(en="skip-gram", zh="skip-gram"),
    "cbow": Text(en="CBOW", zh="CBOW"),
}
OUTPUT = Text(en="Output", zh="输出层")
OUTPUTS: Mapping[str, Text] = {
    "negative": Text(en="negative sampling", zh="负采样"),
    "hierarchical": Text(en="hierarchical softmax", zh="层次 softmax"),
    "softmax": Text(en="full softmax", zh="完整 softmax"),
}
D_IN = Text(en="Width D", zh="维数 D")
WINDOW = Text(en="Window", zh="窗口")
RATE = Text(en="Learning rate, %", zh="学习率，%")
STEPS = Text(en="Training examples so far", zh="已训练的样本数")
LOOK = Text(en="Look at", zh="看")
MEAN = Text(en="CBOW takes the mean, not the sum", zh="CBOW 取平均（不取和）")
LAST = Text(en="the last example", zh="最后一个样本")
WORDS_PICKED = Text(en="Words to compare", zh="要比较的词")
LEAF = Text(en="Word at the leaf", zh="叶子上的词")
GIVEN = Text(en="Given the word", zh="已知的词")

CONTROLS: Mapping[str, Text] = {
    "word2vec_preset": PRESET,
    "word2vec_architecture": ARCHITECTURE,
    "word2vec_output": OUTPUT,
    "word2vec_d": D_IN,
    "word2vec_window": WINDOW,
    "word2vec_rate": RATE,
    "word2vec_steps": STEPS,
    "word2vec_look": LOOK,
    "word2vec_mean": MEAN,
    "word2vec_leaf": LEAF,
    "word2vec_given": GIVEN,
}

TOO_MANY = Text(
    en="This text has more than {most} different words; its sentences are kept up to there, so that every row can be drawn.",
    zh="文本里不同的词超过 {most} 个；为了每一行都画得下，只取前面不超过这个数的句子。",
)
NO_TEXT = Text(en="Type at least one sentence of two words.", zh="至少写一句两个词的话。")

# --- Step by step -------------------------------------------------------------------------------------------------

STEPS_HOW = Text(
    en="One training example at a time. The rows of **X** are the word vectors; the rows of **Y** are asked about them. Watch "
    "which rows an example touches and how far they move.",
    zh="一次只训练一个样本。**X** 的每一行是一个词的向量，**Y** 的行用来提问。看一个样本碰了哪些行，各推了多远。",
)
MORE = Text(en="+{n}", zh="+{n}")
AFRESH = Text(en="From the start", zh="从头来")
NET_BEFORE = Text(
    en="Nothing is trained yet: X is small noise,<br>Y is zero, every guess is even",
    zh="还没有训练：X 是小小的噪声，<br>Y 全是 0，每次都是瞎猜",
)
NET_NEGATIVE = Text(
    en="Example {n}: seen near “{given}”,<br>is it “{word}”? Guess {p:.2f}, so both move",
    zh="样本 {n}：“{given}”旁边的词是“{word}”吗？<br>猜 {p:.2f}，两边都推一把",
)
NET_TREE = Text(
    en="Example {n}: from “{given}”<br>down the tree to “{word}”, {k} turns",
    zh="样本 {n}：从“{given}”出发<br>沿树走到“{word}”，拐 {k} 个弯",
)
NET_SOFTMAX = Text(
    en="Example {n}: “{given}” gives “{word}” {p:.0%}<br>of the probability; every row of Y moves",
    zh="样本 {n}：“{given}”给“{word}”的概率是 {p:.0%}；<br>Y 的每一行都要动",
)
NET_FORWARD = Text(
    en="“{given}” switches on one row of X;<br>of all words it makes “{word}” most likely",
    zh="“{given}”只点亮 X 的一行；<br>在所有词里它最看好“{word}”",
)
NET_ALT = Text(
    en="The network: one-hot input on the left, hidden vector in the middle, outputs on the right; line colours are weights.",
    zh="网络：左边是独热输入，中间是隐藏向量，右边是输出；线的颜色是权重。",
)
INPUT, HIDDEN, OUT = (
    Text(en="input (one-hot)", zh="输入（独热）"),
    Text(en="hidden h", zh="隐藏层 h"),
    Text(en="output", zh="输出"),
)
NODE = Text(en="node {n}", zh="节点 {n}")
MATRICES = Text(en="After {n} examples:<br>the outlined rows just moved", zh="{n} 个样本之后：<br>框出的行刚刚动过")
X_TITLE = Text(en="X: words", zh="X：词")
Y_TITLE = Text(en="Y: asked", zh="Y：被问")
MATRICES_ALT = Text(en="Both weight matrices as coloured cells.", zh="两个权重矩阵，用颜色表示数值。")
FILM_TITLE = Text(
    en="Loss {first:.2f} → {last:.2f} nats:<br>words of like company draw together",
    zh="损失 {first:.2f} → {last:.2f} 纳特：<br>来往相同的词越靠越近",
)
FILM_ALT = Text(
    en="The vectors on the two main axes of X, moment by moment, and the loss curve.",
    zh="词向量在 X 的两条主轴上随训练移动，旁边是损失曲线。",
)
PLAY_FILM = Text(en="Play", zh="播放")
AT = Text(en="example ", zh="样本 ")
LOSS = Text(en="nats per prediction", zh="每次预测的纳特数")
EXAMPLES = Text(en="training examples", zh="训练样本数")
IN_ROWS, OUT_ROWS = Text(en="rows of X (words)", zh="X 的行（词）"), Text(en="rows of Y", zh="Y 的行")
GRADIENT = Text(en="What exactly did the last example change?", zh="最后一个样本究竟改了什么？")
GRADIENT_NONE = Text(en="Train one example first.", zh="先训练一个样本。")
GRADIENT_HOW = Text(
    en="Input: {inputs}. To be predicted: **{word}**. Learning rate η = {lr:g}. Each row that was asked has a label; guess minus "
    "label is the error, and both sides move along each other's row.",
    zh="输入：{inputs}。要预测：**{word}**。学习率 η = {lr:g}。每个被问的行都有一个标签；猜测与标签之差就是误差，两边各沿对方的行挪动。",
)
TABLE: Mapping[str, Text] = {
    "row": Text(en="row of Y", zh="Y 的行"),
    "label": Text(en="label", zh="标签"),
    "score": Text(en="score h·y", zh="得分 h·y"),
    "guess": Text(en="guess", zh="猜测"),
    "pull": Text(en="η·(label − guess)", zh="η·（标签 − 猜测）"),
}
MEAN_NOTE = Text(
    en="Strictly, the mean would give each of the {n} input rows only 1/{n} of this step. word2vec.c and gensim give each row all of it, and so do we.",
    zh="严格求导的话，取平均时 {n} 个输入行各自只该挪这一步的 1/{n}。word2vec.c 和 gensim 都让每一行挪完整的一步，我们也照办。",
)
COSTS = Text(
    en="This example cost {loss:.3f} nats and touched {k} of {R} rows of Y.",
    zh="这个样本的损失是 {loss:.3f} 纳特，碰了 Y 的 {R} 行里的 {k} 行。",
)
CODE = Text(
    en="The same step as the program takes it (the plain version; the fast one is tested against it):",
    zh="程序里这一步就是这样写的（朴素版；快速版的结果都与它对照测试过）：",
)
PAIRS = Text(
    en="Which examples does a sentence give? Window {window}, at its widest",
    zh="一句话能产生哪些样本？窗口 {window}，取到最宽",
)
PAIRS_SKIPGRAM = Text(
    en="Skip-gram: every neighbour is an example of its own, {n} in all.",
    zh="skip-gram：每个邻居自成一个样本，共 {n} 个。",
)
PAIRS_CBOW = Text(
    en="CBOW: all neighbours together make one example, {n} in all.", zh="CBOW：所有邻居合起来是一个样本，共 {n} 个。"
)
PAIRS_NOTE = Text(
    en="The paper lets the centre predict its neighbours; the program word2vec.c, and gensim after it, lets each neighbour predict the centre "
    "(fastText follows the paper). Over a whole text these are the same pairs, on average: in training, each centre draws its own reach "
    "between 1 and the window.",
    zh="论文里是中心词预测邻居，而程序 word2vec.c 和沿用它的 gensim 是邻居预测中心词（fastText 按论文来）。训练时，每个中心词的实际窗口"
    "在 1 到最大值之间随机抽取，所以走完整篇文本，两种做法得到的词对平均起来是一样的。",
)
COMPARE = Text(
    en="Same text, same number of examples: who is nearest to “{word}”?",
    zh="同样的文本、同样多的样本：离“{word}”最近的是谁？",
)
COMPARE_COLUMNS = (Text(en="architecture", zh="结构"), Text(en="nearest, by cosine", zh="最近的词（余弦）"))

# --- Huffman tree ---------------------------------------------------------------------------------------------------

TREE_HOW = Text(
    en="Softmax over V words costs V scores a step. A tree asks left-or-right questions instead: frequent words sit near the "
    "root. Each inner node has a vector θ and sends the share σ(θ·h) down the branch 0 and the rest down the branch 1.",
    zh="对 V 个词做 softmax，一步要算 V 个分数。换成一棵树，就只问“往左还是往右”：常用词离根近。每个内部节点有一个向量 θ，"
    "把 σ(θ·h) 那一份送往分支 0，其余送往分支 1。",
)
TREE_TITLE = Text(
    en="“{word}” given “{given}”:<br>{path} = {p:.3f}",
    zh="已知“{given}”，“{word}”的概率：<br>{path} = {p:.3f}",
)
TREE_ALT = Text(
    en="The Huffman tree of the words; the path to the chosen word is drawn thick with its branch probabilities.",
    zh="词的霍夫曼树；通往所选词的路径画粗，并标出分支概率。",
)
TREE_CAPTION = Text(
    en="Trained for {steps} examples of the toy text. All leaves together have {total:.6f}. A step asks {mean:.2f} questions on average "
    "instead of {V}: with the 13,000 words of our English vectors it would be {large:.1f} instead of {large_V:,}. Lengths may "
    "differ between programs where counts tie; the total cost does not, and Σ 2^−length = {kraft:g}.",
    zh="在小文本上训练了 {steps} 个样本。所有叶子的概率加起来是 {total:.6f}。平均一步只问 {mean:.2f} 个问题，而不是 {V} 个；"
    "换成我们英文的 13,000 词，是 {large:.1f} 个而不是 {large_V:,} 个。次数相同时，各家程序的码长可以不同，总代价却一定相同；"
    "Σ 2^−码长 = {kraft:g}。",
)
BRANCH_TABLE: Mapping[str, Text] = {
    "node": Text(en="node", zh="节点"),
    "score": Text(en="θ·h", zh="θ·h"),
    "branch": Text(en="branch", zh="分支"),
    "p": Text(en="p", zh="概率"),
    "product": Text(en="product", zh="连乘"),
}
ERRATUM = Text(
    en="A warning about notation: lecture notes disagree whether code 0 or code 1 goes with σ. Only the product matters; here 0 has σ(θ·h).",
    zh="提醒一下记号：码 0 还是码 1 对应 σ，各家讲义写法不一。要紧的只是乘积；这里 0 对应 σ(θ·h)。",
)

# --- One-hot --------------------------------------------------------------------------------------------------------

ONEHOT_HOW = Text(
    en="Two words as one-hot vectors have nothing in common: every cosine is 0. Vectors learnt from company do. Both matrices show the "
    "same words; the second was trained just now on the toy text.",
    zh="独热向量两两之间毫无共同点：余弦全是 0。从“来往”里学出的向量就不同了。两个矩阵是同一批词，第二个是刚刚在小文本上训练出来的。",
)
ONEHOT_TITLE = Text(
    en="One-hot sees {V} strangers; with D = {D},<br>“{a}” and “{b}” have a cosine of {cosine:.2f}",
    zh="独热眼里是 {V} 个陌生人；D = {D} 时，<br>“{a}”和“{b}”的余弦是 {cosine:.2f}",
)
ONEHOT_ALT = Text(en="Two cosine matrices of the same words, side by side.", zh="同一批词的两个余弦矩阵，并排放着。")
ONEHOT_LEFT = Text(en="one-hot:<br>{V} numbers a word", zh="独热：<br>每个词 {V} 个数")
ONEHOT_RIGHT = Text(en="learnt:<br>{D} numbers a word", zh="学来的：<br>每个词 {D} 个数")
ONEHOT_CAPTION = Text(
    en="{steps:,} examples of skip-gram with full softmax, learning rate {lr:g}, computed now. With few numbers a word, some must share; no single axis means "
    "anything by itself.",
    zh="skip-gram、完整 softmax，{steps:,} 个样本，学习率 {lr:g}，当场算出。维数太少，有些词只好挤在一起；单独一条轴并没有什么含义。",
)
