"""The words of the field, in both languages, one hover away; the one place that fixes the term pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from app.i18n import Lang, Text


@dataclass(frozen=True)
class Term:
    """A word of the field and what it means."""

    name: Text
    meaning: Text


TERMS: dict[str, Term] = {
    "token": Term(
        Text(en="token", zh="词元"),
        Text(
            en="The piece that a model's text is cut into: a word, a part of a word, or one character.",
            zh="模型处理文本的基本单位：可以是一个词、词的一部分，也可以是一个字。",
        ),
    ),
    "query": Term(
        Text(en="query", zh="查询向量"),
        Text(
            en="The vector with which a token asks: what am I looking for?",
            zh="词元提问用的向量：我在找什么？",
        ),
    ),
    "key": Term(
        Text(en="key", zh="键向量"),
        Text(
            en="The vector with which a token answers to questions: this is what I offer.",
            zh="词元应答用的向量：我能提供什么。",
        ),
    ),
    "value": Term(
        Text(en="value", zh="值向量"),
        Text(
            en="What is handed over when a token is attended to.",
            zh="词元被注意到时真正交出去的内容。",
        ),
    ),
    "head": Term(
        Text(en="attention head", zh="注意力头"),
        Text(
            en="One of several attentions that run side by side in a layer, each with its own projections.",
            zh="同一层里并排工作的多个注意力之一，各有自己的投影矩阵。",
        ),
    ),
    "layer": Term(
        Text(en="layer", zh="层"),
        Text(
            en="One storey of the model: attention, then a small network for each token.",
            zh="模型的一层楼：先做注意力，再对每个词元过一个小网络。",
        ),
    ),
    "softmax": Term(
        Text(en="softmax", zh="softmax"),
        Text(
            en="Turns scores into shares that are positive and add up to 1.",
            zh="把一排分数变成一排占比：都为正数，加起来等于 1。",
        ),
    ),
    "mask": Term(
        Text(en="mask", zh="掩码"),
        Text(
            en="Added to the scores to forbid looking somewhere: minus infinity becomes weight 0.",
            zh="加在分数上、禁止看某些位置的项：负无穷经过 softmax 就成了权重 0。",
        ),
    ),
    "mlm": Term(
        Text(en="masked language model", zh="掩码语言模型"),
        Text(
            en="A model that is trained to name words that were hidden from it, from what stands on both sides.",
            zh="训练时把一些词遮住，让模型根据左右两边把它们猜出来；BERT 就是这样训练的。",
        ),
    ),
    "mask-token": Term(
        Text(en="[MASK]", zh="[MASK]"),
        Text(
            en="The token that stands where a word is hidden. It exists in training only; ordinary text never has it.",
            zh="占住被遮住的词的那个特殊词元。它只在训练时出现，平常的文字里没有。",
        ),
    ),
    "special": Term(
        Text(en="special tokens", zh="特殊词元"),
        Text(
            en="Tokens that the tokenizer adds, such as [CLS] at the start and [SEP] at the end.",
            zh="分词器自动添加的词元，例如句首的 [CLS] 和句末的 [SEP]。",
        ),
    ),
    "subword": Term(
        Text(en="subword", zh="子词"),
        Text(
            en="A part of a word. Rare words are cut into subwords that the vocabulary knows.",
            zh="词的一部分。生僻词会被切成词表里有的子词。",
        ),
    ),
    "vocabulary": Term(
        Text(en="vocabulary", zh="词表"),
        Text(
            en="The fixed list of pieces that a model knows; a piece's place in it is its id.",
            zh="模型认识的全部小块排成的一张固定的表；小块在表里的位置就是它的编号。",
        ),
    ),
    "bpe": Term(
        Text(en="byte-pair encoding (BPE)", zh="字节对编码（BPE）"),
        Text(
            en="Join the most frequent pair of neighbours into one piece, count again, repeat.",
            zh="把最常相邻的一对合并成一块，重新数，再合并，如此反复。",
        ),
    ),
    "wordpiece": Term(
        Text(en="WordPiece", zh="WordPiece"),
        Text(
            en="BERT's subwords: ## marks a piece that continues a word; the longest piece that fits is taken first.",
            zh="BERT 用的子词：## 表示接在前一块后面；切词时先取能匹配的最长一块。",
        ),
    ),
    "unigram": Term(
        Text(en="unigram model", zh="一元模型"),
        Text(
            en="Every piece has a probability of its own; the best cut of a word is the one with the largest product.",
            zh="每个小块各有一个概率，乘积最大的切法就是最好的切法。",
        ),
    ),
    "bytes": Term(
        Text(en="bytes, UTF-8", zh="字节与 UTF-8"),
        Text(
            en="How text is stored: a Latin letter is one byte, a Chinese character three, most emoji four.",
            zh="文字的存储方式：一个英文字母占一个字节，一个汉字三个，多数表情符号四个。",
        ),
    ),
    "unk": Term(
        Text(en="[UNK]", zh="[UNK]"),
        Text(
            en="The token for everything the vocabulary cannot spell; what stood there is lost to the model.",
            zh="词表拼不出来的内容一律换成它；原来写的是什么，模型就不知道了。",
        ),
    ),
    "oov": Term(
        Text(en="out of vocabulary", zh="未登录词（OOV）"),
        Text(
            en="A word that the vocabulary lacks. The OOV rate is the share of running words that are lost.",
            zh="词表里没有的词。未登录词率是文本中这样的词所占的比例。",
        ),
    ),
    "entropy": Term(
        Text(en="entropy", zh="熵"),
        Text(
            en="How spread out a row of weights is, in bits: 0 when all weight is on one token.",
            zh="一行权重有多分散，单位是比特：全部权重集中在一个词元上时为 0。",
        ),
    ),
    "variance": Term(
        Text(en="variance", zh="方差"),
        Text(
            en="The mean squared distance from the mean; its square root is the standard deviation.",
            zh="到均值的平方距离的平均；开方就是标准差。",
        ),
    ),
    "gradient": Term(
        Text(en="gradient", zh="梯度"),
        Text(
            en="How much the output moves when the input moves a little; learning follows it.",
            zh="输入动一点点，输出跟着动多少；学习就是沿着它走。",
        ),
    ),
    "interval": Term(
        Text(en="95 % interval", zh="95% 置信区间"),
        Text(
            en="Made by a procedure that catches the true mean in 95 of 100 repetitions of the whole experiment.",
            zh="用这种方法反复做整个实验，100 次里约有 95 次所得区间会包含真实均值。",
        ),
    ),
    "positive_pair": Term(
        Text(en="positive pair", zh="正例对"),
        Text(en="Two sentences that ought to lie together.", zh="应当靠在一起的两句话。"),
    ),
    "alignment": Term(
        Text(en="alignment", zh="对齐"),
        Text(
            en="Mean squared distance between the members of positive pairs, on the unit sphere; small is good.",
            zh="单位球面上，正例对两端平方距离的均值；越小越好。",
        ),
    ),
    "uniformity": Term(
        Text(en="uniformity", zh="均匀性"),
        Text(
            en="How evenly the vectors cover the sphere, as the log of a mean; the more negative, the more even.",
            zh="向量在球面上铺得有多匀，取的是均值的对数；越负越匀。",
        ),
    ),
    "infonce": Term(
        Text(en="InfoNCE", zh="InfoNCE"),
        Text(
            en="The cost of picking one's own partner out of all candidates of the batch.",
            zh="在一批候选里认出自己伙伴的代价。",
        ),
    ),
    "temperature_tau": Term(
        Text(en="temperature τ", zh="温度 τ"),
        Text(
            en="Cosines are divided by it before the softmax: the smaller, the more the nearest negatives count.",
            zh="余弦在 softmax 之前先除以它：越小，离得最近的负例越说了算。",
        ),
    ),
    "anisotropy": Term(
        Text(en="anisotropy", zh="各向异性"),
        Text(
            en="Directions are used unevenly: vectors crowd in a narrow cone, so even strangers have a high cosine.",
            zh="各个方向用得不匀：向量挤在一个窄锥里，不相干的两句余弦也很高。",
        ),
    ),
    "whitening": Term(
        Text(en="whitening", zh="白化"),
        Text(
            en="Turning and stretching the vectors until every direction varies alike and none go together.",
            zh="把向量旋转、拉伸，直到各方向的方差一样、互不相关。",
        ),
    ),
    "embedding": Term(
        Text(en="word vector (embedding)", zh="词向量（嵌入）"),
        Text(
            en="A row of numbers that stands for a word; words of like company get like rows.",
            zh="代表一个词的一行数；来往相似的词，这一行数也相似。",
        ),
    ),
    "skip-gram": Term(
        Text(en="skip-gram", zh="skip-gram（跳字模型）"),
        Text(
            en="Each word around a centre is an example of its own: does this word go with that one?",
            zh="中心词周围的每个词各成一个样本：这两个词相配吗？",
        ),
    ),
    "cbow": Term(
        Text(en="CBOW", zh="CBOW（连续词袋）"),
        Text(
            en="Continuous bag of words: the mean of all words around predicts the one in the middle.",
            zh="连续词袋：把周围所有词的向量取平均，去猜中间的词。",
        ),
    ),
    "negative-sampling": Term(
        Text(en="negative sampling", zh="负采样"),
        Text(
            en="Telling the true neighbour from a few words drawn at random, instead of choosing among all words.",
            zh="不在全部词里挑，只把真邻居和几个随机抽来的词区分开。",
        ),
    ),
    "hierarchical-softmax": Term(
        Text(en="hierarchical softmax", zh="层次 softmax"),
        Text(
            en="A word's probability as a product of left-or-right decisions down a tree.",
            zh="沿一棵树一路往左或往右，把每一步的概率乘起来，就是这个词的概率。",
        ),
    ),
    "subsampling": Term(
        Text(en="subsampling", zh="高频词降采样"),
        Text(
            en="Dropping some occurrences of very frequent words before training.",
            zh="训练前随机丢掉特别常用的词的一部分出现。",
        ),
    ),
    "cosine": Term(
        Text(en="cosine", zh="余弦相似度"),
        Text(
            en="How much two vectors point the same way: 1 the same, 0 at right angles, -1 opposite.",
            zh="两个向量方向有多一致：1 同向，0 垂直，-1 反向。",
        ),
    ),
    "seed": Term(
        Text(en="seed", zh="随机种子"),
        Text(
            en="The number that random draws start from: same seed, same draws.",
            zh="随机抽样的起点：种子相同，抽到的就相同。",
        ),
    ),
    "topic_model": Term(
        Text(en="topic model", zh="主题模型"),
        Text(
            en="A method that sorts texts into topics nobody named beforehand, and names them by their words.",
            zh="把文本按主题归类的方法：主题事先没人指定，归好之后再用词来命名。",
        ),
    ),
    "umap": Term(
        Text(en="UMAP", zh="UMAP"),
        Text(
            en="Draws points of many dimensions in few, so that neighbours stay neighbours; far distances mean little.",
            zh="把高维的点画到低维，尽量让邻居还是邻居；远处的距离没有多少意义。",
        ),
    ),
    "hdbscan": Term(
        Text(en="HDBSCAN", zh="HDBSCAN"),
        Text(
            en="Finds groups where points lie dense, whatever their shape, and leaves out points that lie between.",
            zh="在点密的地方找出簇，不管什么形状；夹在中间的点不归任何簇。",
        ),
    ),
    "ctfidf": Term(
        Text(en="c-TF-IDF", zh="c-TF-IDF"),
        Text(
            en="TF-IDF with a whole class taken as one document: a word weighs much if frequent here, rare elsewhere.",
            zh="把一类的全部文档当作一篇来算 TF-IDF：这里常见、别处少见的词，权重就大。",
        ),
    ),
    "outlier_document": Term(
        Text(en="outlier", zh="离群文档"),
        Text(
            en="A document that belongs to no topic; its label is -1.",
            zh="不属于任何主题的文档，标签记作 -1。",
        ),
    ),
    "coherence": Term(
        Text(en="coherence", zh="主题连贯度"),
        Text(
            en="How often a topic's words stand near each other in the texts, compared with chance.",
            zh="一个主题的词在文本里挨在一起的程度，和随机情形相比。",
        ),
    ),
    "adjusted_rand": Term(
        Text(en="adjusted Rand index", zh="调整兰德指数"),
        Text(
            en="How alike two groupings are, over all pairs: 1 is the same, 0 is as by chance.",
            zh="逐对比较两种分组有多像：1 表示相同，0 相当于随便分。",
        ),
    ),
    "sinusoid": Term(
        Text(en="sinusoidal encoding", zh="正余弦编码"),
        Text(
            en="A sine and a cosine for each pair of features, each pair slower than the last; nothing is learnt.",
            zh="每一对特征用一个正弦和一个余弦，一对比一对慢；不需要学习。",
        ),
    ),
    "rope": Term(
        Text(en="RoPE", zh="旋转位置编码"),
        Text(
            en="Rotary position embedding: queries and keys are turned by an angle that grows with their position.",
            zh="RoPE：把查询和键按各自的位置旋转一个角度，位置越后角度越大。",
        ),
    ),
    "relative-position": Term(
        Text(en="relative position", zh="相对位置"),
        Text(
            en="How far the key stands from the query, in tokens, with its sign.",
            zh="键离查询有几个词元，分前后。",
        ),
    ),
    "toeplitz": Term(
        Text(en="Toeplitz matrix", zh="Toeplitz 矩阵"),
        Text(
            en="A matrix with equal numbers along each diagonal: it knows distances and nothing else.",
            zh="每条对角线上的数都相等的矩阵：它只认得距离。",
        ),
    ),
    "extrapolation": Term(
        Text(en="length extrapolation", zh="长度外推"),
        Text(
            en="Reading texts longer than those of the training, without training on.",
            zh="不再训练，直接读比训练时更长的文本。",
        ),
    ),
    "teacher": Term(
        Text(en="teacher", zh="教师"),
        Text(
            en="A large trained model whose answers a smaller one imitates.",
            zh="训练好的大模型，小模型模仿的就是它的回答。",
        ),
    ),
    "student": Term(
        Text(en="student", zh="学生"),
        Text(
            en="The small model that learns from a teacher's answers.",
            zh="从教师的回答里学习的小模型。",
        ),
    ),
    "soft-target": Term(
        Text(en="soft target", zh="软目标"),
        Text(
            en="The teacher's probabilities for all classes, where a label (a hard target) names only one.",
            zh="教师给所有类别的概率；标签（硬目标）只点出其中一个。",
        ),
    ),
    "temperature": Term(
        Text(en="temperature", zh="温度"),
        Text(
            en="The number by which logits are divided before the softmax; above 1 it makes the answer softer.",
            zh="softmax 之前除 logits 的那个数；大于 1 时回答变软。",
        ),
    ),
    "transfer-set": Term(
        Text(en="transfer set", zh="迁移集"),
        Text(
            en="The examples on which a student hears its teacher; they need no labels.",
            zh="学生听教师作答所用的样本，不需要标签。",
        ),
    ),
    "calibration": Term(
        Text(en="calibration", zh="校准"),
        Text(
            en="A model is calibrated if it is right as often as it says. ECE is the mean gap between the two.",
            zh="模型说有几成把握，就真有几成答对，叫校准得好。两者的平均差距就是 ECE。",
        ),
    ),
    "cka": Term(
        Text(en="CKA", zh="CKA（中心核对齐）"),
        Text(
            en="How alike two sets of vectors for the same inputs lie, whatever their width or rotation: 0 to 1.",
            zh="同样的输入在两个模型里的向量摆得有多像，与宽度和旋转无关：0 到 1。",
        ),
    ),
    "probe": Term(
        Text(en="probe", zh="探针"),
        Text(
            en="A small classifier on a frozen model's vectors: it answers what the model was never asked.",
            zh="一个很小的分类器：读取冻结模型的向量，回答模型从没被问过的问题。",
        ),
    ),
    "control-task": Term(
        Text(en="control task", zh="控制任务"),
        Text(
            en="The same words with labels drawn by lot, one for each word type: only memory can get them right.",
            zh="词照旧，标签换成给每个词抽签定的：只有靠死记才能答对。",
        ),
    ),
    "selectivity": Term(
        Text(en="selectivity", zh="选择性"),
        Text(
            en="Accuracy on a task minus accuracy on its control task.",
            zh="任务的准确率减去控制任务的准确率。",
        ),
    ),
    "uuas": Term(
        Text(en="UUAS", zh="UUAS 无向无标记依存准确率"),
        Text(
            en="Share of a tree's edges that were found, directions and labels apart, punctuation left out.",
            zh="找对的边占树中全部边的比例，不看方向和标签，不计标点。",
        ),
    ),
    "dependency": Term(
        Text(en="dependency", zh="依存关系"),
        Text(
            en="A link from a word to the one it belongs to, as a subject to its verb; together they make a tree.",
            zh="词与它所依附的词之间的联系，例如主语依附于动词；合起来是一棵树。",
        ),
    ),
    "random-weights": Term(
        Text(en="random weights", zh="随机权重"),
        Text(
            en="The same network before any training: what it can do, training did not add.",
            zh="同一个网络，一次训练也没做过：它做得到的，就不是训练带来的。",
        ),
    ),
    "latent": Term(
        Text(en="latent code z", zh="隐变量 z"),
        Text(
            en="The few numbers that a decoder turns into a picture.",
            zh="解码器据以还原图像的那几个数。",
        ),
    ),
    "autoencoder": Term(
        Text(en="autoencoder", zh="自编码器"),
        Text(
            en="A network that squeezes its input through a narrow middle and wants it back.",
            zh="把输入挤过狭窄的中间层、再要求原样还原的网络。",
        ),
    ),
    "elbo": Term(
        Text(en="ELBO", zh="证据下界 ELBO"),
        Text(
            en="What a VAE raises: how well it gives the input back, minus the nats that its codes cost.",
            zh="VAE 要提高的量：还原得有多好，减去编码花掉的纳特数。",
        ),
    ),
    "discriminator": Term(
        Text(en="discriminator", zh="判别器"),
        Text(
            en="The GAN's second network: it tells real points from made ones.",
            zh="GAN 的另一个网络：分辨真实的点和生成的点。",
        ),
    ),
    "mode-collapse": Term(
        Text(en="mode collapse", zh="模式坍塌"),
        Text(
            en="A generator that makes only some of the kinds there are in the data.",
            zh="生成器只会生成数据中的某几类，其余的都丢了。",
        ),
    ),
    "noise-schedule": Term(
        Text(en="noise schedule", zh="加噪方案"),
        Text(
            en="How much noise each step of the forward process adds.",
            zh="前向过程每一步加多少噪声。",
        ),
    ),
    "stationary": Term(
        Text(en="stationary distribution", zh="平稳分布"),
        Text(
            en="A distribution that a transition of the Markov chain leaves as it is.",
            zh="马尔可夫链再转移一次也不改变的分布。",
        ),
    ),
    "floor": Term(
        Text(en="floor", zh="底线"),
        Text(
            en="The same measure between two heaps of real points: no generator can honestly be asked for less.",
            zh="同一把尺子量两批真实数据得到的值：要求生成模型比它还小，是没有道理的。",
        ),
    ),
    "bi_encoder": Term(
        Text(en="bi-encoder", zh="双编码器"),
        Text(
            en="Reads every text alone and gives one vector; two texts are compared by their vectors.",
            zh="每段文字单独读，各得一个向量；两段文字靠向量来比较。",
        ),
    ),
    "cross_encoder": Term(
        Text(en="cross-encoder", zh="交叉编码器"),
        Text(
            en="Reads two texts together and gives one number; it sees more than two vectors but searches too slowly.",
            zh="把两段文字放在一起读，直接给一个分数：看到的比两个向量多，但太慢，没法用来搜索。",
        ),
    ),
}


def shelf(lang: Lang, names: Sequence[str]) -> None:
    """A row of terms, each with its meaning on hover, tap or focus; one element, because a class opens it at once."""
    terms = [TERMS[name] for name in names]
    st.html(f'<div class="glossary">{"".join(_term(term, lang) for term in terms)}</div>')


def _term(term: Term, lang: Lang) -> str:
    name, meaning = escape(term.name[lang]), escape(term.meaning[lang])
    return f'<span tabindex="0" class="term">{name}<span role="tooltip">{meaning}</span></span>'
