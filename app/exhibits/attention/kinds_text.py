"""The words of the view with the kinds of attention that have names of their own."""

from collections.abc import Mapping

from app.i18n import Text

VIEW = Text(en="Kinds with names", zh="有名字的变体")
SORT = Text(en="Which kind", zh="哪一种")
SORTS: Mapping[str, Text] = {
    "co": Text(en="co-attention", zh="协同注意力"),
    "over": Text(en="attention over attention", zh="注意力之上的注意力"),
    "hierarchical": Text(en="hierarchical", zh="层次注意力"),
    "steps": Text(en="multi-step", zh="多步注意力"),
    "composed": Text(en="compositional", zh="组合注意力"),
    "dual": Text(en="dual", zh="双重注意力"),
    "convolved": Text(en="convolution", zh="卷积注意力"),
    "pyramid": Text(en="pyramid", zh="金字塔注意力"),
    "history": Text(en="their history", zh="发展史"),
}
FORMULAS: Mapping[str, str] = {
    "co": r"C=\frac{\textcolor{#000001}{Q}\textcolor{#000002}{K}^{\top}}{\sqrt d},\quad A=\mathrm{softmax}_{\to}(C),\quad B=\mathrm{softmax}_{\downarrow}(C)",
    "over": r"\beta=\tfrac1N\sum_i A_{i\cdot},\qquad s=B\,\beta",
    "hierarchical": r"\alpha_{it}=\mathrm{softmax}_t(u_w\!\cdot\! h_{it}),\; s_i=\sum_t\alpha_{it}h_{it},\; \beta_i=\mathrm{softmax}_i(u_s\!\cdot\! s_i)",
    "steps": r"\textcolor{#000001}{q^{(n+1)}}=\textcolor{#000001}{q^{(n)}}+\sum_j\mathrm{softmax}_j\!\left(\frac{\textcolor{#000001}{q^{(n)}}\!\cdot\textcolor{#000002}{k_j}}{\sqrt d}\right)\textcolor{#000002}{k_j}",
    "composed": r"\alpha^{(n+1)}=\alpha^{(n)}A^{(n+1)}",
    "dual": r"\mathrm{softmax}\!\left(\tfrac{\textcolor{#000001}{Q}\textcolor{#000002}{K}^{\top}}{\sqrt d}\right)\textcolor{#000003}{V}+\textcolor{#000003}{V}\,\mathrm{softmax}(\textcolor{#000003}{V}^{\top}\textcolor{#000003}{V})^{\top}",
    "convolved": r"e'_{ij}=\sum_m w_m\,e_{i,j+m}=\frac{\textcolor{#000001}{q_i}\cdot\sum_m w_m\textcolor{#000002}{k_{j+m}}}{\sqrt d}",
    "pyramid": r"\mathrm{softmax}_w\!\left(\frac{\textcolor{#000001}{q}\cdot\frac1{|w|}\sum_{j\in w}\textcolor{#000002}{k_j}}{\sqrt d}\right),\quad |w|=1,2,4,\dots",
}
SAYS: Mapping[str, Text] = {
    "co": Text(
        en="Two texts, one table of scores, two softmaxes. Along a row a word of the first text chooses in the second; along a column a word of the "
        "second chooses in the first. The two need not agree: compare a cell on both sides. Xiong et al. (2017) read a text and a question so. "
        "Lu et al. (2016), who named co-attention, use such a table between a picture and a question to mix features, and end with one attention for "
        "each. The matrix in between, which they train, is here the product of this head's query and key matrices.",
        zh="两段文字，一张分数表，做两次 softmax。沿着行，第一段的词在第二段里挑；沿着列，第二段的词在第一段里挑。两边不必一致：同一格左右比一比。"
        "Xiong 等（2017）就这样读正文和问题。提出协同注意力的 Lu 等（2016）在图像与问题之间也用这样一张表，但用来混合特征，最后各得一份注意力。"
        "他们训练的是夹在中间的矩阵，这里用的是这个头的查询矩阵与键矩阵之积。",
    ),
    "over": Text(
        en="Each word of the question spreads over the text (left). But which question words deserve to be heard? Attention in the other direction "
        "says it: its mean β weighs the columns. Grey is what you would get by trusting all question words alike. Cui et al. (2017) pick the answer "
        "of a cloze this way.",
        zh="问题里的每个词都在正文上铺开一份权重（左图）。可是该听哪几个问题词的？反方向的注意力说了算：它的平均值 β 给各列加权。灰色是一视同仁的结果。"
        "Cui 等（2017）就是这样在完形填空里挑答案的。",
    ),
    "hierarchical": Text(
        en="A column is a sentence, a cell a word, shaded by its share of the sentence; below it the sentence's share of the document. Nobody said which sentence "
        "carries the mood: both queries were learnt from the class of whole documents, made up of our own sentences ({accuracy} right on {n} "
        "kept back; their eight phrases were learnt with other nouns, so the test is easy). Yang et al. (2016) put a recurrent network and a tanh layer "
        "under each floor; here the words' own vectors lie there.",
        zh="一列是一句，一格是一个词，颜色是它在句中的份额；下方是这句话在全篇中的份额。没有人告诉它情绪在哪一句：两个查询都只是从整篇的类别里学来的，文档用我们自己的句子拼成"
        "（留出的 {n} 篇对了 {accuracy}；八个句式都配着别的名词学过，这个测验并不难）。Yang 等（2016）在每层下面垫了循环网络和一个 tanh 层；这里直接用词自己的向量。",
    ),
    "steps": Text(
        en="Ask, add what you found to the question, ask again. Memory networks (Sukhbaatar et al. 2015) answer questions that need several facts this way; "
        "SAN keeps the question in a recurrent state instead; the name is from Gehring et al. (2017), where every decoder layer attends anew. Here "
        "keys are read as values too. Where what was found resembles the keys that already scored well, the weights sharpen; else they move.",
        zh="问一次，把找到的加进问题里，再问。记忆网络（Sukhbaatar 等 2015）靠它回答要几条事实才能回答的问题；SAN 改用循环状态来带着问题走；“多步注意力”这个名字出自 Gehring 等（2017），解码器每一层都重新看一遍。"
        "这里键同时当作值来读。找到的东西像那些本来分数就高的键，权重就变尖；否则权重搬家。",
    ),
    "composed": Text(
        en="Two attentions in a row are an attention again: where does *that* look which the first has found? Rows are multiplied by matrices, nothing else. "
        "Hudson & Manning (2018) train chains of attention steps for reasoning, with a memory between them; here only the chaining is shown, with two "
        "heads of MiniLM. Heads of deeper layers really do "
        "compose with those below (Elhage et al. 2021), so take the second operation from a lower layer.",
        zh="两次注意力接起来还是注意力：第一次找到的那个词，*它*又在看谁？只是行向量乘矩阵，没有别的。Hudson 与 Manning（2018）训练一串注意力步骤来推理，步骤之间有记忆；"
        "这里只演示“接起来”，用 MiniLM 的两个头。深层的头确实会和浅层的头组合起来（Elhage 等 2021），所以第二步请从更低的层里选。",
    ),
    "dual": Text(
        en="Two attentions on one matrix V. On the left words look at words; on the right the {D} features of this head look at each other: how alike are two "
        "columns of V? The output is the sum of both. Fu et al. (2019) segment street scenes with it: which places belong "
        "together, and which channels; there each path is added to the input, scaled by a learnt factor.",
        zh="在同一个矩阵 V 上做两路注意力。左边是词看词；右边是这个头的 {D} 个特征互相看：V 的两列有多像？输出是两路之和。"
        "Fu 等（2019）用它给图像分区：哪些位置属于一起，哪些通道属于一起；那里每一路还要乘一个学来的系数，再加回输入。",
    ),
    "convolved": Text(
        en="Before the softmax every score becomes a mean of its neighbours' (triangular weights). So a word is chosen together with its surroundings, as a phrase. "
        "Here it does not matter whether scores or keys are convolved: the product is linear. In Allamanis et al. (2016) several kernels are learnt, with "
        "a nonlinearity between them; here you choose the reach of one.",
        zh="softmax 之前，每个分数先和左右邻居取加权平均（三角形权重）。于是词不再单独入选，而是带着周围一起，像个短语。这里先卷分数还是先卷键都一样，因为点积是线性的。"
        "Allamanis 等（2016）学好几层卷积核，中间还有非线性；这里只有一个核，由你选宽度。",
    ),
    "pyramid": Text(
        en="The same question, put to single words, to pairs, to fours, and to everything: a window speaks by the mean of its keys. On the ground floor "
        "the weights are those of the head; further up a strong word may lose, because its neighbours dilute it. Vision puts such floors "
        "together (Li et al. 2018, who multiply features by a map made at three scales, without a softmax).",
        zh="同一个问题，先问单个词，再问两个一组、四个一组，直到全部：一组用键的平均来发言。最底层就是这个头的权重；越往上，强的词可能反而输掉，因为被邻居冲淡了。"
        "视觉里会把各层合在一起用（Li 等 2018：用三个尺度合成的图去乘特征，没有 softmax）。",
    ),
    "history": Text(
        en="Every dot is a system with the year of its first public paper; click one, or choose it below, and open it at work. Two readings run through the history: attention as "
        "**alignment** (which word of the source belongs to this one?), from 2014, and attention as **memory** (a key finds a value), from memory networks in "
        "2015; the Transformer made the second the usual one.",
        zh="一个点是一个系统，横轴是首次公开的年份；点一下，或在下面选一个，就能打开它运行的样子。两种读法：**对齐**（这个词对应原文的哪个词？）始于 2014 年；"
        "**记忆**（用键找到值）始于 2015 年的记忆网络，到 Transformer 成了主流。",
    ),
}
MODEL_SAYS = Text(
    en="Layer {layer}, head {head} of {model}; typed tokens only, shares among them.",
    zh="{model} 第 {layer} 层第 {head} 个头；只算输入的词元，份额在它们之间分配。",
)
CUT = Text(en="The first {n} tokens are used.", zh="只用前 {n} 个词元。")
WORD = Text(en="Token that asks", zh="发问的词元")
COUNT = Text(en="Steps", zh="步数")
REACH = Text(en="Reach of the kernel, tokens", zh="卷积核伸出几个词元")
SECOND_LAYER, SECOND_HEAD = (
    Text(en="Second operation: layer", zh="第二步：层"),
    Text(en="Second operation: head", zh="第二步：头"),
)
DOCUMENT = Text(en="A document in English, two sentences or more", zh="一篇英文短文，两句以上")
SYSTEM = Text(en="Open at work", zh="打开运行的样子")
OPEN = Text(en="Open", zh="打开")
OF_SYSTEM = Text(en="**{name}.** {line}", zh="**{name}**：{line}")

CO_TITLE = Text(
    en="“{a}” gives “{b}” {there}; asked from the other side, “{b}” gives “{a}” {back}",
    zh="“{a}”给“{b}”{there}；反过来问，“{b}”给“{a}”{back}",
)
CO_ALT = Text(
    en="Two heat maps of the same scores: shares along the rows, shares along the columns.",
    zh="同一张分数表的两张热图：一张按行分配，一张按列分配。",
)
ROWS, COLUMNS = Text(en="each row sums to 1", zh="每行之和为 1"), Text(en="each column sums to 1", zh="每列之和为 1")
OVER_TITLE = Text(
    en="Most trusted: “{trusted}” ({trust}). With trust “{best}” gets {share}, without it {plain}",
    zh="最可信的是“{trusted}”（{trust}）。按信任加权，“{best}”得到 {share}；一视同仁是 {plain}",
)
OVER_ALT = Text(
    en="Heat map: how each question word spreads over the text; bars: shares of the text's words with and without trust.",
    zh="热图：每个问题词在正文上的分布；柱图：加权与不加权时正文各词的份额。",
)
TRUSTED, EVEN = (
    Text(en="attention over attention", zh="注意力之上的注意力"),
    Text(en="all question words alike", zh="问题词一视同仁"),
)
HIERARCHICAL_TITLE = Text(
    en="Sentence {at} counts most ({share}), and in it “{word}” ({inner}); verdict {positive} positive",
    zh="第 {at} 句分量最重（{share}），其中“{word}”占 {inner}；判断：{positive} 正面",
)
HIERARCHICAL_ALT = Text(
    en="Columns are sentences with their share of the document, cells are words with their share of the sentence.",
    zh="列是句子及其在全篇的份额，格是词及其在句中的份额。",
)
SENTENCE_COLUMN = Text(en="{at}: {share}", zh="第 {at} 句：{share}")
STEPS_TITLE = Text(
    en="“{word}” asks {n} times: spread {first:.2f} → {last:.2f} bits, “{best}” is first in the end ({share})",
    zh="“{word}”问了 {n} 次：分散程度 {first:.2f} → {last:.2f} 比特，最后“{best}”居首（{share}）",
)
STEPS_ALT = Text(en="Heat map: a row for each step, a column for each token.", zh="热图：每行一步，每列一个词元。")
STEP_AXIS = Text(en="step", zh="第几步")
COMPOSED_TITLE = Text(
    en="“{word}” finds “{found}” ({there}); all it finds, weighed so, looks most at “{next}” ({then})",
    zh="“{word}”找到“{found}”（{there}）；找到的一切按权重合起来，最看重“{next}”（{then}）",
)
COMPOSED_ALT = Text(
    en="Heat map: the first attention, and the chain of both.", zh="热图：第一次注意力，以及两次接起来。"
)
FIRST_ROW, CHAIN_ROW = Text(en="first", zh="第一步"), Text(en="chained", zh="接上第二步")
DUAL_TITLE = Text(
    en="Words spread over {words:.1f} of {T} words, features over {features:.1f} of {D} (effective number)",
    zh="词平均看 {words:.1f} 个词（共 {T} 个），特征平均看 {features:.1f} 个特征（共 {D} 个；有效个数）",
)
DUAL_ALT = Text(en="Heat maps: words against words, features against features.", zh="热图：词与词，特征与特征。")
PLACES, FEATURES = Text(en="words look at words", zh="词看词"), Text(en="features look at features", zh="特征看特征")
CONVOLVED_TITLE = Text(
    en="“{word}”: plain, “{before}” is first ({was}); convolved, “{after}” ({now})",
    zh="“{word}”：不卷积时“{before}”居首（{was}），卷积后是“{after}”（{now}）",
)
CONVOLVED_ALT = Text(
    en="Heat maps: weights without and with convolved scores.", zh="热图：分数不卷积与卷积之后的权重。"
)
PLAIN_TOP, CONVOLVED_TOP = Text(en="plain scores", zh="原来的分数"), Text(en="convolved scores", zh="卷积后的分数")
PYRAMID_TITLE = Text(
    en="“{word}” chooses “{one}” among words, “{two}” among pairs",
    zh="“{word}”在单词里选“{one}”，在两个一组里选“{two}”",
)
PYRAMID_ONE = Text(en="“{word}” is alone: there is one floor only", zh="只有“{word}”一个词元，也就只有一层")
PYRAMID_ALT = Text(
    en="Floors of windows, shaded by the weight that each gets.", zh="一层层窗口，颜色表示各自得到的权重。"
)
FLOOR = Text(en="windows of {n}", zh="{n} 个一组")
HISTORY_TITLE = Text(
    en="{n} ideas about attention between {first} and {last}; {most} in {year}, most of them parts of the Transformer",
    zh="{first} 到 {last} 年间关于注意力的 {n} 个想法；{year} 年有 {most} 个，多半是 Transformer 的部件",
)
HISTORY_ALT = Text(en="Systems by the year of their first paper.", zh="各系统按首次公开的年份排列。")
YEAR = Text(en="year", zh="年份")
ALIGNING, REMEMBERING = (
    Text(en="between two sides, texts or a picture and a text: alignment", zh="两边之间（文与文、图与文）：对齐"),
    Text(en="keys and values: memory", zh="键与值：记忆"),
)

CONTROLS: Mapping[str, Text] = {
    "attention_sort": SORT,
    "attention_asks": WORD,
    "attention_count": COUNT,
    "attention_reach": REACH,
    "attention_next_layer": SECOND_LAYER,
    "attention_next_head": SECOND_HEAD,
    "attention_document": DOCUMENT,
    "attention_system": SYSTEM,
}
COVERS: Mapping[str, str] = {
    "attention-co": "attention_view=kinds",
    "attention-over-attention": "attention_view=kinds&attention_sort=over",
    "attention-hierarchical": "attention_view=kinds&attention_sort=hierarchical",
    "attention-multi-step": "attention_view=kinds&attention_sort=steps",
    "attention-compositional": "attention_view=kinds&attention_sort=composed",
    "attention-dual": "attention_view=kinds&attention_sort=dual",
    "attention-convolution": "attention_view=kinds&attention_sort=convolved",
    "attention-pyramid": "attention_view=kinds&attention_sort=pyramid",
    "attention-history": "attention_view=kinds&attention_sort=history",
}
PAPERS = """
@inproceedings{lu2016hierarchical,
  title = {Hierarchical Question-Image Co-Attention for Visual Question Answering},
  author = {Lu, Jiasen and Yang, Jianwei and Batra, Dhruv and Parikh, Devi},
  booktitle = {Advances in Neural Information Processing Systems 29},
  year = {2016},
  url = {https://arxiv.org/abs/1606.00061}
}

@inproceedings{cui2017attention,
  title = {Attention-over-Attention Neural Networks for Reading Comprehension},
  author = {Cui, Yiming and Chen, Zhipeng and Wei, Si and Wang, Shijin and Liu, Ting and Hu, Guoping},
  booktitle = {ACL},
  year = {2017},
  url = {https://arxiv.org/abs/1607.04423}
}

@inproceedings{yang2016hierarchical,
  title = {Hierarchical Attention Networks for Document Classification},
  author = {Yang, Zichao and Yang, Diyi and Dyer, Chris and He, Xiaodong and Smola, Alex and Hovy, Eduard},
  booktitle = {NAACL-HLT},
  year = {2016},
  url = {https://aclanthology.org/N16-1174/}
}

@inproceedings{sukhbaatar2015memory,
  title = {End-To-End Memory Networks},
  author = {Sukhbaatar, Sainbayar and Szlam, Arthur and Weston, Jason and Fergus, Rob},
  booktitle = {Advances in Neural Information Processing Systems 28},
  year = {2015},
  url = {https://arxiv.org/abs/1503.08895}
}

@inproceedings{hudson2018compositional,
  title = {Compositional Attention Networks for Machine Reasoning},
  author = {Hudson, Drew A. and Manning, Christopher D.},
  booktitle = {ICLR},
  year = {2018},
  url = {https://arxiv.org/abs/1803.03067}
}

@inproceedings{fu2019dual,
  title = {Dual Attention Network for Scene Segmentation},
  author = {Fu, Jun and Liu, Jing and Tian, Haijie and Li, Yong and Bao, Yongjun and Fang, Zhiwei and Lu, Hanqing},
  booktitle = {CVPR},
  year = {2019},
  url = {https://arxiv.org/abs/1809.02983}
}

@inproceedings{allamanis2016convolutional,
  title = {A Convolutional Attention Network for Extreme Summarization of Source Code},
  author = {Allamanis, Miltiadis and Peng, Hao and Sutton, Charles},
  booktitle = {ICML},
  year = {2016},
  url = {https://arxiv.org/abs/1602.03001}
}

@inproceedings{li2018pyramid,
  title = {Pyramid Attention Network for Semantic Segmentation},
  author = {Li, Hanchao and Xiong, Pengfei and An, Jie and Wang, Lingxue},
  booktitle = {BMVC},
  year = {2018},
  url = {https://arxiv.org/abs/1805.10180}
}

@inproceedings{xiong2017dynamic,
  title = {Dynamic Coattention Networks For Question Answering},
  author = {Xiong, Caiming and Zhong, Victor and Socher, Richard},
  booktitle = {International Conference on Learning Representations},
  year = {2017},
  url = {https://arxiv.org/abs/1611.01604}
}

@inproceedings{gehring2017convolutional,
  title = {Convolutional Sequence to Sequence Learning},
  author = {Gehring, Jonas and Auli, Michael and Grangier, David and Yarats, Denis and Dauphin, Yann N.},
  booktitle = {International Conference on Machine Learning},
  year = {2017},
  url = {https://arxiv.org/abs/1705.03122}
}

@article{elhage2021mathematical,
  title = {A Mathematical Framework for Transformer Circuits},
  author = {Elhage, Nelson and others},
  journal = {Transformer Circuits Thread},
  year = {2021},
  url = {https://transformer-circuits.pub/2021/framework/index.html}
}
"""
