"""The words of the sentences exhibit."""

from collections.abc import Mapping

from app.exhibits.sentences import (
    anchor_text,
    cluster_text,
    library_text,
    older_text,
    recall_text,
    rerank_text,
    sbert_text,
    shelves_text,
    train_text,
)
from app.exhibits.sentences.claims_text import CLAIMS as CLAIMS
from app.exhibits.sentences.papers import PAPERS as PAPERS
from app.i18n import Lang, Text

TITLE = Text(en="Sentences", zh="句子")
QUESTION = Text(en="When do two sentences point the same way?", zh="两句话什么时候指向同一个方向？")
IDEA = Text(
    en="A sentence becomes one vector, and only its direction counts: a point on a sphere. Good directions do two things at "
    "once. Sentences of one meaning lie close together (alignment), and all sentences together use the whole sphere "
    "(uniformity). Contrastive learning pulls pairs together and pushes everything else apart; SimCSE gets its pairs for "
    "nothing, by reading a sentence twice with dropout.",
    zh="一句话变成一个向量，只看方向，就是球面上的一个点。好的方向要同时做到两件事：意思相同的句子挨在一起（对齐），所有句子合起来又把球面"
    "用满（均匀）。对比学习就是把成对的拉近、把其余的推远；SimCSE 的句对不用标注：同一句话带着 dropout 读两遍就是一对。",
)
FORMULA = (
    r"\begin{aligned}\text{alignment}\quad&\textcolor{#000001}{\mathbb{E}\,\lVert x-x^{+}\rVert^{2}}\\"
    r"\text{uniformity}\quad&\textcolor{#000002}{\log\,\mathbb{E}\,e^{-2\lVert x-y\rVert^{2}}}\\"
    r"\text{InfoNCE}\quad&-\log\frac{e^{\cos(x,\,x^{+})/\tau}}{\sum_{y}e^{\cos(x,\,y)/\tau}}\end{aligned}"
)
LOOK_FOR = Text(
    en="how far the true pairs lie from all the others; what each usual mistake does to the two numbers; what happens on the "
    "circle when one half of the loss is switched off.",
    zh="真正的句对离其余的句对有多远；每种常见错误会把两个数变成什么样；在圆上关掉损失的一半，会发生什么。",
)
TERMS = (
    "positive_pair",
    "alignment",
    "uniformity",
    "infonce",
    "temperature_tau",
    "anisotropy",
    "whitening",
    "bi_encoder",
    "cross_encoder",
    "gradient",
)

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "definition": Text(en="Two numbers", zh="两个数"),
    "anchor": Text(en="One anchor", zh="一个锚点"),
    "sphere": Text(en="On a circle", zh="在圆上"),
    "encoders": Text(en="Real encoders", zh="真实的编码器"),
    "matrix": Text(en="Your sentences", zh="你的句子"),
    "identity": Text(en="Cosine or distance", zh="余弦还是距离"),
    "objectives": Text(en="Three objectives", zh="三种训练目标"),
    "search": Text(en="Search and groups", zh="搜索与分群"),
}

# --- Two numbers ------------------------------------------------------------------------------------------------

PAIRS = Text(en="Pairs, one a line: sentence | its partner", zh="句对，每行一对：句子 | 它的伙伴")
MISTAKE = Text(en="Compute it", zh="怎么算")
MISTAKES: Mapping[str, Text] = {
    "right": Text(en="as defined", zh="按定义"),
    "raw": Text(en="not normalised", zh="没有归一化"),
    "pairs": Text(en="wrong pairs", zh="句对配错"),
    "t": Text(en="t = 1", zh="t 取 1"),
    "batch": Text(en="batch by batch", zh="按小批平均"),
}
MISTAKE_SAYS: Mapping[str, Text] = {
    "right": Text(
        en="Vectors of length 1; a pair is two sentences of one meaning; uniformity is taken over the whole set, with t = 2.",
        zh="向量长度为 1；一对就是意思相同的两句；均匀性在整个集合上算，t 取 2。",
    ),
    "raw": Text(
        en="Without dividing by the length, distances have another scale, and neither number can be compared with a paper's.",
        zh="不除以长度，距离就换了一把尺子，两个数都不能再和论文里的比。",
    ),
    "pairs": Text(
        en="Each sentence is compared with the next one's partner, as when a file was shuffled: alignment breaks, uniformity "
        "never looked at the pairs and stays.",
        zh="每句话都配上了下一句的伙伴，就像文件被打乱过。对齐坏了；均匀性本来就不看句对，所以没有变。",
    ),
    "t": Text(
        en="Another t is another measure: with t = 1 uniformity rises towards 0, as if the sphere were used worse, although no vector has "
        "moved.",
        zh="换一个 t 就换了一种度量：向量一个没动，t 取 1 时均匀性却升高、向 0 靠近，看上去像是铺得不匀了。",
    ),
    "batch": Text(
        en="Four pairs at a time give another number, which depends on the size of the batch: among eight sentences one comparison in "
        "seven is between partners, in the whole set far fewer. Besides, the mean of logs is not the log of the mean.",
        zh="一次只看四对，得到的是另一个数，而且会随批的大小改变：八句一批，每七次比较就有一次碰上自己的伙伴，放到整个集合里则少得多。"
        "何况“取对数再平均”也不等于“平均再取对数”。",
    ),
}
DEFINITION_TITLE = Text(
    en="Pairs lie {near:.2f} apart, strangers {far:.2f} (mean squared distance)",
    zh="成对的平方距离平均 {near:.2f}，不成对的 {far:.2f}",
)
PAIR_NAME, OTHER_NAME = (
    Text(en="positive pairs", zh="正例对"),
    Text(en="others’ partners", zh="别人的伙伴"),
)
DISTANCE = Text(en="squared distance", zh="平方距离")
DEFINITION_ALT = Text(
    en="Squared distances of the positive pairs, and of sentences to others’ partners, as two rows of marks.",
    zh="正例对，以及句子与别人的伙伴，平方距离各成一行。",
)
COLUMNS: Mapping[str, Text] = {
    "how": Text(en="computed", zh="算法"),
    "alignment": Text(en="alignment", zh="对齐"),
    "uniformity": Text(en="uniformity", zh="均匀性"),
}
FROM_RECORD: Mapping[str, Text] = {
    "minilm": Text(
        en="Vectors of the example recorded on {date} with {model} (code {code}); edit a pair and the model runs.",
        zh="示例的向量由 {model} 在 {date} 录制（代码 {code}）；改动任何一对，模型就会现场运行。",
    ),
    "zh-char": Text(
        en="Vectors of the example recorded on {date} with {model}, its input vectors averaged and whitened (code {code}); edit a pair and the "
        "model runs.",
        zh="示例的向量由 {model} 在 {date} 录制：输入向量取平均再白化（代码 {code}）；改动任何一对，模型就会现场运行。",
    ),
}
TOO_FEW = Text(en="Two pairs at least, each with a | between the sentences.", zh="至少要两对，两句之间用 | 隔开。")

# --- On a circle ------------------------------------------------------------------------------------------------

LOSS = Text(en="The points follow", zh="这些点跟着谁走")
LOSSES: Mapping[str, Text] = {
    "info-nce": Text(en="InfoNCE", zh="InfoNCE"),
    "alignment": Text(en="alignment alone", zh="只有对齐"),
    "uniformity": Text(en="uniformity alone", zh="只有均匀性"),
}
SPACE = Text(en="Where", zh="在哪里")
SPACES: Mapping[str, Text] = {"circle": Text(en="circle", zh="圆"), "sphere": Text(en="sphere", zh="球面")}
TAU = Text(en="Temperature τ, in hundredths", zh="温度 τ（百分之一）")
ANCHOR = Text(en="Anchor: the point with the arrows", zh="锚点：带箭头的那个点")
SPHERE_HOW = Text(
    en="48 points on a ring of meaning, neighbours of one colour: the positives of a point are its two neighbours on either "
    "side. They start in a narrow cone in no order. Press play, or drag the slider under the picture.",
    zh="48 个点排成一个“意思之环”，相邻的同色：一个点的正例是它左右各两个邻居。开始时它们挤在一个窄锥里，次序全乱。按播放，或者拖动图下的滑块。",
)
FOLDED = Text(
    en="On a circle the ring of meaning can stay folded, one half on top of the other: both losses are small, and there is no "
    "way around. Try the sphere, which has a dimension more.",
    zh="在圆上，这个环常常是对折着的，一半叠在另一半上：两项损失都已经很小，又没有路可以绕开。换成球面试试，那里多一维。",
)
SPHERE_TITLES: Mapping[str, Text] = {
    "info-nce": Text(
        en="InfoNCE spreads the points and keeps neighbours: alignment {a0:.2f} → {a1:.2f}, uniformity {u0:.2f} → {u1:.2f}",
        zh="InfoNCE 既铺开又聚邻：对齐 {a0:.2f} → {a1:.2f}，均匀性 {u0:.2f} → {u1:.2f}",
    ),
    "alignment": Text(
        en="Alignment alone ends in one point: alignment {a0:.2f} → {a1:.2f}, uniformity {u0:.2f} → {u1:.2f}",
        zh="只有对齐，全部塌成一点：对齐 {a0:.2f} → {a1:.2f}，均匀性 {u0:.2f} → {u1:.2f}",
    ),
    "uniformity": Text(
        en="Uniformity alone loses the neighbours: alignment {a0:.2f} → {a1:.2f}, uniformity {u0:.2f} → {u1:.2f}",
        zh="只有均匀性，邻居走散了：对齐 {a0:.2f} → {a1:.2f}，均匀性 {u0:.2f} → {u1:.2f}",
    ),
}
SPHERE_ALT = Text(
    en="Points on a circle or sphere that move as the loss falls.", zh="圆或球面上的点，随损失下降而移动。"
)
PLAY = Text(en="▶ play", zh="▶ 播放")
STEP = Text(en="step ", zh="第 ")
PULL, PUSH = Text(en="pull of the positives", zh="正例的拉力"), Text(en="push of all others", zh="其余点的推力")
FORCES_TITLE = Text(
    en="At the start, τ = {tau:.2f}: the three hardest of {n} negatives carry {share} of the negatives’ weight",
    zh="起点处，τ = {tau:.2f}：{n} 个负例里最难的三个，占全部负例权重的 {share}",
)
FORCES_ALT = Text(
    en="The anchor with the pull of its positives and the push of the other points.", zh="锚点受到的拉力和推力。"
)

# --- Real encoders ----------------------------------------------------------------------------------------------

ENCODER = Text(en="Encoder", zh="编码器")
WAYS: Mapping[str, Text] = {
    "static": Text(en="mean of input embeddings", zh="输入嵌入的平均"),
    "cls": Text(en="[CLS]", zh="[CLS]"),
    "first-last": Text(en="first and last layer", zh="首层与末层平均"),
    "mean": Text(en="mean of the last layer", zh="末层平均"),
    "static-whitened": Text(en="input embeddings, whitened", zh="输入嵌入，白化"),
    "mean-whitened": Text(en="last layer, whitened", zh="末层平均，白化"),
    "mean-flow": Text(en="last layer, bent by a flow", zh="末层平均，流模型"),
    "word2vec": Text(en="mean of word vectors", zh="词向量平均"),
    "thoughts": Text(en="quick thoughts", zh="quick thoughts"),
    "random": Text(en="random weights (control)", zh="随机权重（对照）"),
    "simcse": Text(en="SimCSE", zh="SimCSE"),
    "simcse-supervised": Text(en="SimCSE, supervised", zh="有监督 SimCSE"),
}
PLANE_TITLE = Text(
    en="Closest to human judgement: {best}, Spearman {score:.2f}", zh="最接近人的判断：{best}，Spearman {score:.2f}"
)
PLANE_ALT = Text(
    en="Encoders in the plane of alignment and uniformity, coloured by Spearman correlation.",
    zh="各编码器在“对齐—均匀性”平面上的位置，颜色是 Spearman 相关。",
)
ALIGN_AXIS = Text(en="alignment (smaller is better)", zh="对齐（越小越好）")
UNIFORM_AXIS = Text(en="uniformity (smaller is better)", zh="均匀性（越小越好）")
BANDS_TITLE = Text(
    en="{name}: median cosine {high:.2f} at gold 4–5, {low:.2f} at 0–1",
    zh="{name}：金标 4–5 分的余弦中位数 {high:.2f}，0–1 分 {low:.2f}",
)
BANDS_ALT = Text(en="Distribution of cosines for each band of gold scores.", zh="每个金标分段里余弦的分布。")
BAND = Text(en="gold {low}–{high}", zh="金标 {low}–{high}")
COSINE = Text(en="cosine", zh="余弦")
SPECTRUM_TITLE = Text(
    en="{name}: random pairs have cosine {cosine:.2f}, IsoScore {iso:.2f}",
    zh="{name}：随便两句的余弦是 {cosine:.2f}，IsoScore {iso:.2f}",
)
SPECTRUM_ALT = Text(en="Singular values, largest first, on a log scale.", zh="奇异值，从大到小，对数刻度。")
DIRECTION, SINGULAR = (
    Text(en="direction", zh="第几个方向"),
    Text(en="singular value ÷ largest", zh="奇异值 ÷ 最大的一个"),
)
SCORES: Mapping[str, Text] = {
    "encoder": Text(en="encoder", zh="编码器"),
    "spearman": Text(en="Spearman", zh="Spearman"),
    "interval": Text(en="95 % interval", zh="95% 区间"),
    "dev": Text(en="on dev", zh="开发集"),
    "alignment": Text(en="alignment", zh="对齐"),
    "uniformity": Text(en="uniformity", zh="均匀性"),
    "cosine": Text(en="random-pair cosine", zh="随机对余弦"),
    "iso": Text(en="IsoScore", zh="IsoScore"),
}
DIRECTIONS = Text(en="How many directions stay (few to all)", zh="保留几个方向（从少到全部）")
KEPT = Text(en="directions kept", zh="保留的方向数")
WHITENED_TITLE = Text(
    en="Whitened to {K} directions: Spearman {score:.3f}; untouched {plain:.3f} (dashed)",
    zh="白化并保留 {K} 个方向：Spearman {score:.3f}；不白化 {plain:.3f}（虚线）",
)
WHITENED_ALT = Text(en="Spearman correlation by the number of directions kept.", zh="Spearman 相关随保留方向数的变化。")
FLOWED: Mapping[str, Text] = {
    "mean": Text(en="untouched", zh="原样"),
    "mean-whitened": Text(en="whitened to {K}", zh="白化到 {K} 维"),
    "mean-flow": Text(en="the same, bent", zh="再经流模型"),
}
FLOW_TITLE = Text(
    en="Spearman: untouched {plain:.3f}, whitened {white:.3f}, bent by the flow {flow:.3f}",
    zh="Spearman：原样 {plain:.3f}，白化 {white:.3f}，再经流模型 {flow:.3f}",
)
FLOW_ALT = Text(
    en="Spearman correlation of three versions of the vectors, with intervals.", zh="三种向量的 Spearman 相关和区间。"
)
FLOW_HOW = Text(
    en="The flow of BERT-flow (Li et al. 2020), small: whitening to {K} directions, then six couplings that bend the cloud until it looks "
    "Gaussian. It learnt from {n:,} sentences, no labels. On the test sentences the vectors cost {before:.3f} nats a coordinate as a Gaussian "
    "after whitening, {after:.3f} after bending. Rounder is not yet better: look at the correlation.",
    zh="这是小型的 BERT-flow（Li 等，2020）：先白化到 {K} 个方向，再用六层耦合把点云弯成高斯的样子；用 {n:,} 句话拟合，不要标注。在测试句子上，按高斯编码每个坐标，"
    "白化之后要 {before:.3f} 纳特，弯过之后 {after:.3f}。更像高斯不等于更好，还要看相关系数。",
)
MODEL = Text(en="Model", zh="模型")
MODELS: Mapping[str, Text] = {
    "en-small": Text(en="plain English", zh="朴素英文模型"),
    "zh-char": Text(en="plain Chinese", zh="朴素中文模型"),
    "minilm": Text(en="MiniLM", zh="MiniLM"),
}
_POSITIVE = Text(
    en=" Positive pairs are those scored above 4; whitening was learnt from STS-B's training sentences, not from the graded ones.",
    zh="正例是金标高于 4 分的句对；白化是在 STS-B 的训练句子上学的，没有用到打分的这些。",
)
_NOTES: Mapping[str, Text] = {
    "en-small": Text(
        en="A small BERT of our own that has only ever filled gaps: what SimCSE starts from. The lines are two tunings of {steps} "
        "short steps each, one on Wikipedia sentences read twice, one on entailments and contradictions; an arrow is a stop on the way.",
        zh="我们自己训练的小 BERT，只做过填空，这才是 SimCSE 的起点。两条线是两次各 {steps} 步的短训练：一次把维基百科句子读两遍，一次用蕴含与"
        "矛盾句；每个箭头是途中的一站。",
    ),
    "zh-char": Text(
        en="Our Chinese character BERT, which has only ever filled gaps, on the Chinese translation of STS-B. The line is one tuning "
        "of {steps} short steps on Wikipedia and Tatoeba sentences read twice.",
        zh="我们自己训练的中文字级 BERT，只做过填空，用的是 STS-B 的中文译本。那条线是一次 {steps} 步的短训练：把维基百科和 Tatoeba 的句子各读两遍。",
    ),
    "minilm": Text(
        en="MiniLM is no plain language model: it was tuned contrastively on a billion pairs before it came here, so the rows of its own "
        "vectors show what such training ends in, not what a language model starts from; random weights, word vectors and quick thoughts "
        "stand beside them for comparison.",
        zh="MiniLM 并不是一个单纯的语言模型：它来之前已经在十亿个句对上做过对比训练。所以它自己的向量那几行显示的是训练的终点，不是语言模型的起点；随机权重、词向量和 quick thoughts 只是陪衬对照。",
    ),
}


def model_note(model: str, steps: int, lang: Lang) -> str:
    """What the rows of a model are."""
    return _NOTES[model][lang].format(steps=steps) + _POSITIVE[lang]


PARTIAL = Text(
    en=" (300 of the published test pairs are not in our copy, so the set is partial)",
    zh="（我们手里的测试集比公布的少 300 对，不是完整的）",
)
RECORDED = Text(
    en="Recorded: {data}, {pairs:,} pairs{partial} · {date} · {machine} · code {code} · `{command}`",
    zh="录制结果：{data}，{pairs:,} 对{partial} · {date} · {machine} · 代码 {code} · `{command}`",
)

# --- Your sentences ---------------------------------------------------------------------------------------------

SENTENCES = Text(en="Sentences, one a line", zh="句子，每行一句")
SENTENCES_DEFAULT = Text(
    en="The chef seasoned the soup with fresh herbs.\n"
    "Herbs from the garden went into the broth.\n"
    "The court rejected the appeal on Friday.\n"
    "Judges turned down the request for a new trial.\n"
    "The chef rejected the soup.\n"
    "A storm delayed every flight this morning.",
    zh="他在北京大学学习数学。\n"
    "他是北京大学数学系的学生。\n"
    "这座城市位于长江边上。\n"
    "长江从这座城市旁边流过。\n"
    "他不喜欢数学。\n"
    "昨天晚上下了一场大雨。",
)
READ_BY: Mapping[str, Text] = {
    "minilm": Text(en="Read by MiniLM.", zh="由 MiniLM 读出。"),
    "zh-char": Text(
        en="Read by our own small Chinese encoder: a character BERT whose vectors are whitened. It has seen little; “Real encoders” says how well it orders pairs. The mean of its input vectors does best.",
        zh="由我们自己的中文小编码器读出：一个字级 BERT，向量再作白化。它读过的文字不多，排得准不准，见“真实的编码器”；其中直接平均输入向量的效果最好。",
    ),
}
POOLER = Text(en="One vector by", zh="怎样合成一个向量")
POOLERS: Mapping[str, Text] = {name: WAYS[name] for name in ("mean", "cls", "first-last", "static")}
MATRIX_TITLE = Text(
    en="Nearest: “{a}” and “{b}”, cosine {cosine:.2f}", zh="最近的一对：“{a}”与“{b}”，余弦 {cosine:.2f}"
)
MATRIX_ALT = Text(en="Cosines between all sentences.", zh="所有句子两两之间的余弦。")
TWO_AT_LEAST = Text(en="Write at least two different sentences.", zh="至少写两句不同的话。")
UNREADABLE = Text(
    en="{share} of the pieces of your text are [UNK] to this encoder, so these vectors say little.",
    zh="你的文字里有 {share} 的词元对这个编码器来说是 [UNK]，这些向量说明不了什么。",
)

# --- Search -----------------------------------------------------------------------------------------------------

ASK = Text(en="Look for", zh="找什么")
SEARCH_TITLE = Text(en="{ms:.1f} ms to compare with {n:,} sentences", zh="与 {n:,} 句逐一比较用了 {ms:.1f} 毫秒")
SEARCH_COLUMNS: Mapping[str, Text] = {
    "score": Text(en="cosine", zh="余弦"),
    "text": Text(en="sentence", zh="句子"),
    "twin": Text(en="its twin", zh="和它最像的"),
    "size": Text(en="sentences", zh="句数"),
    "centre": Text(en="at the centre", zh="居中的一句"),
    "others": Text(en="around it", zh="周围的"),
    "word": Text(en="word", zh="词"),
}
TASK = Text(en="Do", zh="做什么")
TASKS: Mapping[str, Text] = {
    "nearest": Text(en="find the nearest", zh="找最近的"),
    "paraphrases": Text(en="find twins", zh="找最像的一对对"),
    "communities": Text(en="find groups", zh="找成群的"),
    "kmeans": Text(en="k-means", zh="k-means"),
    "tree": Text(en="a tree of merges", zh="层次聚类"),
    "readers": Text(en="ask older readers", zh="问问老办法"),
    "keywords": Text(en="keywords of the text", zh="提取关键词"),
    "cost": Text(en="why not in pairs?", zh="为什么不两两来读？"),
    "recall": Text(en="how much is found?", zh="能找到多少？"),
}
COST_N = Text(en="Sentences, in hundreds", zh="句子数（百）")
COST_TITLE = Text(
    en="{n:,} sentences: {together} read in pairs, {apart} read once each",
    zh="{n:,} 句：两两来读要 {together}，各读一遍只要 {apart}",
)
COST_HOW = Text(
    en="To find the two most alike, a cross-encoder must read all {pairs:,} pairs together; a bi-encoder reads {n:,} sentences "
    "and compares vectors. Measured on this server just now: {alone:.1f} ms for a sentence, {pair:.1f} ms for two together, "
    "one at a time; the long times are computed from these.",
    zh="要找出最像的两句，交叉编码器得把 {pairs:,} 对都放在一起读；双编码器只读 {n:,} 句，再比较向量。刚刚在这台服务器上测得：逐条来读，"
    "一句 {alone:.1f} 毫秒，两句一起 {pair:.1f} 毫秒；更长的时间由此推算。",
)
COST_AXIS = Text(en="seconds", zh="秒")
COST_ALT = Text(en="Time against the number of sentences, for both ways.", zh="两种读法的时间随句子数的变化。")
TOGETHER, APART = Text(en="read in pairs", zh="两两来读"), Text(en="read once each", zh="各读一遍")
SPANS: Mapping[str, Text] = {
    "days": Text(en="{n:.1f} days", zh="{n:.1f} 天"),
    "hours": Text(en="{n:.1f} hours", zh="{n:.1f} 小时"),
    "minutes": Text(en="{n:.1f} min", zh="{n:.1f} 分钟"),
    "seconds": Text(en="{n:.1f} s", zh="{n:.1f} 秒"),
}
THRESHOLD = Text(en="Cosine to the centre at least, in hundredths", zh="与中心的余弦至少（百分之一）")
SMALLEST = Text(en="Sentences in a group at least", zh="一群至少几句")
DIVERSITY = Text(en="Diversity, in hundredths", zh="多样性（百分之一）")
GROUPS_TITLE = Text(
    en="{groups} groups hold {inside} of {n:,} sentences, {left} stay alone; found in {ms:.0f} ms",
    zh="{n:,} 句里有 {inside} 句归入 {groups} 群，{left} 句落单；用了 {ms:.0f} 毫秒",
)
TWINS_TITLE = Text(en="The most alike pair has cosine {cosine:.2f}", zh="最像的一对余弦是 {cosine:.2f}")
NO_KEYWORDS = Text(
    en="There is no word in this text that could be a keyword: write a sentence or two.",
    zh="这段文字里没有能作关键词的词：请写一两句话。",
)
KEYWORDS_TITLE = Text(en="Nearest to the whole text: {word}", zh="离全文最近的词：{word}")

# --- Train it ---------------------------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="What does reading a sentence twice teach?", zh="一句话读两遍，能学到什么？")
TRAIN_IDEA = Text(
    en="Unsupervised SimCSE, for real: sentences of the news are read twice, the pair is pulled together and the rest of the "
    "batch pushed away. The gold pairs are those of *Two numbers*. The base here is MiniLM, which has had contrastive "
    "training already: watch what your setting spoils as much as what it improves.",
    zh="真正跑一次无监督 SimCSE：新闻句子各读两遍，成对的拉近，同批的其余推远。衡量用的正例就是“两个数”那一页的句对。这里的底座是 MiniLM，"
    "它已经做过对比训练，所以要看的不只是改进了什么，也要看你的设置弄坏了什么。",
)
POSITIVE = Text(en="The positive is", zh="正例是")
POSITIVES: Mapping[str, Text] = {
    "dropout": Text(en="the same sentence, another dropout mask", zh="同一句话，换一个 dropout 掩码"),
    "same-mask": Text(en="the same sentence, the same mask", zh="同一句话，同一个掩码"),
    "crop": Text(en="a stretch of it", zh="截取一段"),
    "delete": Text(en="it without some words", zh="随机删词"),
    "shuffle": Text(en="its words reordered", zh="打乱词序"),
    "next": Text(en="the next sentence", zh="下一句话"),
}
DROPOUT = Text(en="Dropout, %", zh="dropout，%")
BATCH = Text(en="Sentences in a batch", zh="一批几句")
STEPS = Text(en="Steps", zh="步数")
TRAINED_TITLE = Text(
    en="Alignment {a0:.2f} → {a1:.2f}, uniformity {u0:.2f} → {u1:.2f}",
    zh="对齐 {a0:.2f} → {a1:.2f}，均匀性 {u0:.2f} → {u1:.2f}",
)
TRAINED_ALT = Text(
    en="The path of the training in the plane of alignment and uniformity.", zh="训练在“对齐—均匀性”平面上走过的路。"
)
AFTER_STEP = Text(en="after step {n}", zh="第 {n} 步之后")
CONFIG_LINE = Text(
    en="{steps} steps of {batch} sentences, dropout {dropout:.0%}, τ {tau:.2f}; loss {first:.2g} → {last:.2g} nats{gaps}; {model}. "
    "Near 0 from the start means that the model already tells all sentences of a batch apart.",
    zh="{steps} 步，每批 {batch} 句，dropout {dropout:.0%}，τ {tau:.2f}；损失 {first:.2g} → {last:.2g} 纳特{gaps}；{model}。一开始就接近 0，说明它早就能把同批的句子分开了。",
)

# --- Check yourself ---------------------------------------------------------------------------------------------

CHECK_ASK = Text(
    en="Two pairs of sentences. Which pair does MiniLM find more alike?\n\n**A** {a}\n\n**B** {b}",
    zh="两对句子，MiniLM 觉得哪一对更像？\n\n**A** {a}\n\n**B** {b}",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL, NEXT = Text(en="Show me", zh="揭晓"), Text(en="Another one", zh="再来一题")
ANSWER = Text(
    en="{verdict} A has cosine {a:.2f}, B {b:.2f}.",
    zh="{verdict}A 的余弦是 {a:.2f}，B 是 {b:.2f}。",
)
YES, NO = Text(en="Yes.", zh="对。"), Text(en="Not this time.", zh="这次不对。")
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_COSINE = Text(en="“A cosine of 0.8 means that two sentences are alike.”", zh="“余弦有 0.8，说明两句话很像。”")
MYTH_COSINE_ANSWER = Text(
    en="Not by itself: with random weights two arbitrary sentences have cosine {random:.2f} on average, with MiniLM {minilm:.2f}. "
    "Compare with what strangers have in the same model.",
    zh="单看一个数说明不了：权重随机时，任意两句的余弦平均就有 {random:.2f}，MiniLM 只有 {minilm:.2f}。要和同一模型里不相干的两句去比。",
)
MYTH_UNIFORM = Text(en="“The more uniform, the better.”", zh="“越均匀越好。”")
MYTH_UNIFORM_ANSWER = Text(
    en="No: whitening MiniLM's means moves uniformity from {before:.2f} to {after:.2f}, and Spearman from {score:.3f} to "
    "{white:.3f}. On the circle, uniformity alone tears neighbours apart, to a mean squared distance of {apart:.2f}.",
    zh="不对：把 MiniLM 的末层平均做白化，均匀性从 {before:.2f} 变成 {after:.2f}，Spearman 从 {score:.3f} 变成 {white:.3f}。在圆上，"
    "只要均匀性，邻居之间的平方距离会被撕到 {apart:.2f}。",
)
MYTH_TAU = Text(en="“The temperature only changes the scale of the loss.”", zh="“温度只是改变损失的大小。”")
MYTH_TAU_ANSWER = Text(
    en="It decides which negatives count: at τ = 0.05 the three hardest of {n} carry {cold} of the negatives’ weight in the softmax, at "
    "τ = 1 {warm}.",
    zh="它决定哪些负例说了算：τ = 0.05 时，{n} 个负例里最难的三个占全部负例 softmax 权重的 {cold}；τ = 1 时只占 {warm}。",
)

# --- Plate, take, coverage --------------------------------------------------------------------------------------

PLATE = Text(en="48 points, InfoNCE: neighbours stay, all spread", zh="48 个点跟着 InfoNCE：邻居相聚，整体铺开")

CONTROLS: Mapping[str, Text] = {
    "sentences_view": VIEW,
    "sentences_pairs": PAIRS,
    "sentences_mistake": MISTAKE,
    "sentences_loss": LOSS,
    "sentences_space": SPACE,
    "sentences_near": anchor_text.POSITIVE,
    **{f"sentences_far_{letter}": name for letter, name in zip("abc", anchor_text.NEGATIVES, strict=True)},
    "sentences_tau": TAU,
    "sentences_anchor": ANCHOR,
    "sentences_model": MODEL,
    "sentences_encoder": ENCODER,
    "sentences_directions": DIRECTIONS,
    "sentences_lines": SENTENCES,
    "sentences_pooler": POOLER,
    "sentences_task": TASK,
    "sentences_ask": ASK,
    "sentences_threshold": THRESHOLD,
    "sentences_diversity": DIVERSITY,
    "sentences_smallest": SMALLEST,
    "sentences_n": COST_N,
    "sentences_k": cluster_text.K,
    "sentences_linkage": cluster_text.LINKAGE,
    "sentences_metric": cluster_text.METRIC,
    "sentences_turn": cluster_text.TURN,
    "sentences_length": cluster_text.LENGTH,
    "sentences_unit": cluster_text.UNIT,
    **recall_text.CONTROLS,
    **rerank_text.CONTROLS,
    **library_text.CONTROLS,
    **older_text.CONTROLS,
    **shelves_text.CONTROLS,
    **sbert_text.CONTROLS,
    "sentences_labels": train_text.LABELS,
    "sentences_hard": train_text.HARD,
    "sentences_triples": train_text.TRIPLES,
    "sentences_positive": POSITIVE,
    "sentences_mlm": train_text.MLM,
    "sentences_dropout": DROPOUT,
    "sentences_batch": BATCH,
    "sentences_steps": STEPS,
    "sentences_heat": TAU,
}
COVERS: Mapping[str, str] = {
    "contrastive-pair-definition": "sentences_view=anchor",
    "obj-contrastive-ctl": "sentences_view=anchor&sentences_tau=10",
    "simcse-alignment": "sentences_part=train",
    "simcse-uniformity": "sentences_view=encoders",
    "sbert": "sentences_view=matrix",
    "cluster-fast-community": "sentences_view=search&sentences_task=communities",
    "sentence-transformers": "sentences_view=matrix&sentences_library=true",
    "skip-thought": "sentences_view=search&sentences_task=readers",
    "sentence-baselines": "sentences_view=encoders&sentences_encoder=word2vec",
    "bert-flow": "sentences_view=encoders&sentences_encoder=mean-flow",
    "bert-whitening": "sentences_view=encoders&sentences_encoder=mean-whitened",
    "anisotropy": "sentences_view=encoders&sentences_encoder=simcse",
    "augmentation-baselines": "sentences_part=claims",
    "cluster-kmeans": "sentences_view=search&sentences_task=kmeans",
    "cluster-agglomerative": "sentences_view=search&sentences_task=tree",
    "cosine-euclid-identity": "sentences_view=identity",
    "semantic-search-symmetric": "sentences_view=search",
    "semantic-search-asymmetric": "sentences_view=search&sentences_task=recall",
    "retrieve-rerank": "sentences_view=search&sentences_shelf=news&sentences_rerank=true",
    "pairwise-cost": "sentences_view=search&sentences_task=cost",
    "simcse-sup": "sentences_part=train&sentences_labels=triples",
    "simcse-unsup": "sentences_part=train",
}
