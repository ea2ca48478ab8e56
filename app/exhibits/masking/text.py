"""The words of the masking exhibit."""

from collections.abc import Mapping

from app.exhibits.masking.claims_text import CLAIMS as CLAIMS
from app.exhibits.masking.papers import PAPERS as PAPERS
from app.i18n import Text
from app.theme import DIVERGING, scale
from core.masking import parameters

TITLE = Text(en="Fill in the blank", zh="完形填空")
QUESTION = Text(en="What does a model learn by guessing hidden words?", zh="让模型猜被遮住的词，它能学到什么？")
IDEA = Text(
    en="Hide a word and ask the model for it. It reads what stands on the left and on the right, and spreads 100 % over "
    "every word it knows. Learning to do this well takes grammar, facts and some sense of the world, and nobody has to "
    "label anything: any text is an exercise with its own key.",
    zh="遮住一个词，让模型来猜。它同时看左边和右边，把 100% 的把握分给它认识的每一个词。要猜得好，就得懂一点语法、知道一些事实、有一点常识；"
    "而且不需要任何人标注：随便一段文字，都是自带答案的练习题。",
)
FORMULA = (
    r"\begin{aligned}p(\textcolor{#000001}{w}\mid\text{context})&=\mathrm{softmax}"
    r"(E\,\textcolor{#000002}{h_{\text{[MASK]}}}+b)_{\textcolor{#000001}{w}}\\"
    r"\mathcal L&=-\tfrac1{|M|}\textstyle\sum_{i\in M}\log p(\textcolor{#000001}{x_i}\mid\tilde x)\end{aligned}"
)
LOOK_FOR = Text(
    en="how much of the 100 % the first word takes and how much is left for all the others; then hide another word and see "
    "how the neighbours help.",
    zh="第一名占了多少，剩下的词一共还分到多少；再换一个词遮住，看看它的邻居帮了多大的忙。",
)
TERMS = ("mlm", "mask-token", "token", "entropy", "softmax", "subword")

# --- controls ---------------------------------------------------------------------------------------------------

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "fill": Text(en="Guess the word", zh="猜词"),
    "several": Text(en="Several gaps", zh="多个空"),
    "depth": Text(en="Inside the model", zh="模型内部"),
    "surprise": Text(en="Surprise", zh="意外程度"),
    "compare": Text(en="Two at once", zh="两相对比"),
    "meanings": Text(en="Meanings", zh="一词多义"),
    "input": Text(en="What goes in", zh="输入是什么"),
    "size": Text(en="How large", zh="有多大"),
}
HIDE = Text(en="Click the words to hide", zh="点一点要遮住的词")
HIDE_HELP = Text(en="You may also write [MASK] into the sentence yourself.", zh="也可以自己在句子里写 [MASK]。")
MODEL = Text(en="Model", zh="模型")
MODEL_HELP = Text(
    en="auto takes zh-char for Chinese and minilm-mlm for English, both trained by us and at hand. Any masked language "
    "model of the hub works where there is a network: bert-base-uncased, bert-base-chinese, roberta-base …",
    zh="auto：中文用 zh-char，英文用 minilm-mlm，都是我们自己训练、随程序提供的。联网时可以填 Hugging Face Hub 上任何掩码语言模型，"
    "如 bert-base-chinese、bert-base-uncased、roberta-base……",
)
K = Text(en="Words shown", zh="显示几个词")
NAMED = Text(en="Where does this word stand?", zh="这个词排第几？")
NAMED_HINT = Text(en="e.g. park", zh="例如：光")
PIECES = Text(en="Pieces per candidate", zh="候选词由几块组成")
PIECES_HELP = Text(
    en="A [MASK] stands for one piece of the vocabulary. Longer words, or two Chinese characters, need several masks; they "
    "are filled from the left.",
    zh="一个 [MASK] 只能填词表里的一块。更长的词（或两个汉字）需要几个 [MASK]，从左往右填。",
)
ORDERS: Mapping[str, Text] = {
    "independent": Text(en="each alone", zh="各填各的"),
    "left-to-right": Text(en="from the left", zh="从左到右"),
    "most-certain": Text(en="surest first", zh="最有把握的先填"),
}
METHOD = Text(en="Measured by", zh="衡量方法")
METHODS: Mapping[str, Text] = {
    "occlusion": Text(en="hiding the word too", zh="把这个词也遮住"),
    "gradient": Text(en="length of the gradient", zh="梯度的长度"),
    "gradient-input": Text(en="gradient × input", zh="梯度 × 输入"),
}
WHOLE = Text(en="Hide the rest of the word too", zh="同一个词的后半截一起遮住")
PRESET = Text(en="Example", zh="例子")
FIRST = Text(en="First sentence", zh="第一句")
SECOND = Text(en="Second sentence", zh="第二句")
OTHER = Text(en="Model for the second", zh="第二句用的模型")
WORD = Text(en="Word", zh="词")
LAYER = Text(en="Layer", zh="层")
PAIR = Text(en="Second text", zh="第二段文字")
PIECE = Text(en="Token vectors, %", zh="词元向量，%")
SEGMENT = Text(en="Segment vectors, %", zh="段向量，%")
PLACE = Text(en="Position vectors, %", zh="位置向量，%")
SIZE = Text(en="Start from", zh="从哪个模型开始")
WIDTH = Text(en="Width D", zh="宽度 D")
DEPTH = Text(en="Layers L", zh="层数 L")
FACTOR = Text(en="Width of the piece vectors E", zh="词元向量的宽度 E")
SHARED = Text(en="One layer, used L times", zh="各层共用一套权重")
HEAD = Text(en="Count the masked-word head", zh="算上猜词的输出层")
LEARN_FROM = Text(en="Text to learn from", zh="学习用的文本")
STEPS = Text(en="Steps", zh="步数")
RATE = Text(en="Share that is hidden, %", zh="遮住的比例，%")
WATCHED = Text(en="Watched sentence", zh="盯住的句子")
CONTROLS: Mapping[str, Text] = {
    "masking_view": VIEW,
    "masking_hide": HIDE,
    "masking_model": MODEL,
    "masking_k": K,
    "masking_word": NAMED,
    "masking_pieces": PIECES,
    "masking_method": METHOD,
    "masking_whole": WHOLE,
    "masking_preset": PRESET,
    "masking_first": FIRST,
    "masking_second": SECOND,
    "masking_other": OTHER,
    "masking_sense": WORD,
    "masking_layer": LAYER,
    "masking_pair": PAIR,
    "masking_piece": PIECE,
    "masking_segment": SEGMENT,
    "masking_place": PLACE,
    "masking_size": SIZE,
    "masking_width": WIDTH,
    "masking_depth": DEPTH,
    "masking_factor": FACTOR,
    "masking_shared": SHARED,
    "masking_head": HEAD,
    "masking_data": LEARN_FROM,
    "masking_steps": STEPS,
    "masking_rate": RATE,
    "masking_watched": WATCHED,
}

# --- guess the word ---------------------------------------------------------------------------------------------

GAP = Text(en="gap {n}", zh="第 {n} 个空")
REST = Text(en="{n} other words", zh="其余 {n} 个词")
REST_LONGER = Text(en="all others", zh="其余全部")
TITLE_LONGER = Text(en="“{best}” takes {share}", zh="“{best}”占 {share}")
TITLE_FILL = Text(
    en="“{best}” takes {share}; {bits:.1f} bits undecided", zh="“{best}”占 {share}；还有 {bits:.1f} 比特拿不准"
)
TITLE_RIGHT = Text(
    en="“{best}” is right, with {share}; {bits:.1f} bits undecided",
    zh="猜对了：“{best}”，占 {share}；还有 {bits:.1f} 比特拿不准",
)
BITS_MEAN = Text(
    en="{bits:.1f} bits is as undecided as between {n:.0f} equally good words.",
    zh="{bits:.1f} 比特，相当于在 {n:.0f} 个同样好的词之间犹豫。",
)
BITS_SURE = Text(en="{bits:.1f} bits: it hardly hesitates.", zh="{bits:.1f} 比特：几乎没有犹豫。")
PLACE_SAYS = Text(
    en="“{word}” is number {rank:,} of {V:,}, with {share}.", zh="“{word}”在 {V:,} 个词里排第 {rank:,}，占 {share}。"
)
PLACE_ALONE = Text(
    en="Were the gap a single piece: “{word}” is number {rank:,} of {V:,}, with {share}.",
    zh="如果这个空只填一块：“{word}”在 {V:,} 块里排第 {rank:,}，占 {share}。",
)
REAL = Text(en="Bold: the word that you hid.", zh="粗体：你遮住的那个词。")
HOLLOW = Text(en="Hollow: all the others together.", zh="空心：其余所有词加在一起。")
UNREADABLE = Text(
    en="{model} cannot read {share} of this text: it sees [UNK] there. Choose a model of the right language.",
    zh="这段文字有 {share} 是 {model} 读不懂的，在它眼里全是 [UNK]。请换一个懂这种语言的模型。",
)
RECORDED = Text(
    en="Recorded on {date} with {model}; repeat it with `{command}`.",
    zh="{date} 用 {model} 录制；用 `{command}` 可以重做一遍。",
)
BEGINNER = Text(
    en="{model} learnt to fill gaps from {n:,} tokens; BERT did from about 130 billion. Expect a beginner's guesses.",
    zh="{model} 学猜词只用了 {n:,} 个词元，BERT 用了约 1300 亿个。请把它当初学者看。",
)
BY_HEART = Text(
    en="Famous Chinese verse it has read more than a hundred times: that it knows by heart.",
    zh="名篇它读过一百多遍，是背下来的。",
)
LIVE = Text(en="Computed now with {model}.", zh="刚刚由 {model} 算出。")
MORE = Text(en="More", zh="更多")
MORE_GAPS = Text(en="Only the first {n} gaps are drawn.", zh="只画出前 {n} 个空。")
NO_GAP = Text(en="Click a word above to hide it.", zh="请先点一个词，把它遮住。")
WAIT = Text(en="The model reads …", zh="模型正在读……")

# --- several gaps -----------------------------------------------------------------------------------------------

SEVERAL_HOW = Text(
    en="A masked model gives every gap its own answer as if the other gaps stayed empty. Fill one, let it read again, and the "
    "next answer changes.",
    zh="掩码模型给每个空单独作答，仿佛别的空永远空着。先填一个，让它重读一遍，下一个空的答案就变了。",
)
INDEPENDENT = Text(en="each alone: p₁ × p₂", zh="各填各的：p₁ × p₂")
ORDERED = Text(en="the second after the first: p₁ × p₂|₁", zh="先填第一个再填第二个：p₁ × p₂|₁")
PAIRS_TITLE = Text(
    en="“{first} … {second}” is {times} times as likely when the first gap is filled",
    zh="第一个空填上之后，“{first}……{second}”的概率变成原来的 {times} 倍",
)
FILLED = Text(en="{order}: **{words}** · joint probability {p:.2g}", zh="{order}：**{words}** · 联合概率 {p:.2g}")
NEED_TWO = Text(
    en="This needs two gaps. The picture shows “{example}” until you hide a second word.",
    zh="这里需要两个空。在你遮住第二个词之前，图里用的是“{example}”。",
)
TWO_GAPS = Text(en="She was born in [MASK] [MASK] in the United States.", zh="他是[MASK][MASK]人。")

# --- inside -----------------------------------------------------------------------------------------------------

LAYERS_TITLE = Text(
    en="“{word}” comes first from layer {layer} of {L} on", zh="“{word}”从第 {layer} 层起排到第一（共 {L} 层）"
)
PROBABILITY = Text(en="probability", zh="概率")
LENS_HOW = Text(
    en="Every layer's state at the gap, read by the head that was trained for the last one. Under each layer stands what it would "
    "answer. What an early layer says is a view from outside: it was never asked to speak.",
    zh="把每一层在这个空处的状态，都交给为最后一层训练的输出层来读；每层下面写着它会答什么。浅层的回答只是旁人的解读：从来没有人"
    "要求它开口。",
)
SALIENCY_TITLE = Text(en="“{word}” hangs most on “{token}”", zh="“{word}”主要是靠“{token}”猜出来的")
SALIENCY_HOW = Text(
    en="Bits that the answer loses when this word is hidden too (below zero: it was in the way).",
    zh="把这个词也遮住，答案会损失多少比特（小于零：它反而碍事）。",
)

# --- surprise ---------------------------------------------------------------------------------------------------

SURPRISE_TITLE = Text(
    en="“{token}” surprises most: {bits:.1f} bits; pseudo-perplexity {perplexity:.0f}",
    zh="最意外的是“{token}”：{bits:.1f} 比特；伪困惑度 {perplexity:.0f}",
)
SURPRISE_EXAMPLE = Text(
    en="The children are playing in the parliament.",
    zh="床前明月光，疑是地上糖。",
)
BIT = Text(en="bits", zh="比特")
BITS = Text(en="surprise, bits", zh="意外程度，比特")
EXPECTED = Text(en="it expected", zh="它以为是")
SURPRISE_HOW = Text(
    en="Each token is hidden in its turn, and the model is asked for it. 1 bit is a coin toss, 10 bits a word in a thousand. The "
    "dashed line is the mean; 2 to that power is the pseudo-perplexity. Pseudo, because these probabilities do not multiply to "
    "that of a sentence.",
    zh="逐个遮住每个词元，问模型那里是什么。1 比特相当于抛一次硬币，10 比特相当于千里挑一。虚线是平均值，2 的这么多次方就是"
    "伪困惑度。说它“伪”，是因为这些概率乘起来并不是整句话的概率。",
)

# --- compare ----------------------------------------------------------------------------------------------------

PRESETS: Mapping[str, Text] = {
    "man-woman": Text(en="he / she at work", zh="他 / 她的工作"),
    "places": Text(en="two places", zh="两个地方"),
    "verse": Text(en="verse / prose", zh="诗 / 白话"),
    "own": Text(en="my own", zh="我自己写"),
}
PRESET_TEXTS: Mapping[str, tuple[Text, Text]] = {
    "man-woman": (
        Text(en="He works as a [MASK].", zh="他是一个[MASK]人。"),
        Text(en="She works as a [MASK].", zh="她是一个[MASK]人。"),
    ),
    "places": (
        Text(en="In London people like to eat [MASK].", zh="在北京的[MASK]上。"),
        Text(en="In China people like to eat [MASK].", zh="在长江的[MASK]上。"),
    ),
    "verse": (
        Text(en="The moon shone upon the [MASK].", zh="明月照[MASK]山。"),
        Text(en="The moon is a [MASK].", zh="月亮照着[MASK]山。"),
    ),
    "own": (Text(en="The [MASK] is open.", zh="门[MASK]了。"), Text(en="The [MASK] is closed.", zh="花[MASK]了。")),
}
SAME = Text(en="the same", zh="同一个")
COMPARE_TITLE = Text(
    en="“{first}” on one side, “{second}” on the other; {bits:.2g} bits apart",
    zh="一边是“{first}”，一边是“{second}”；相差 {bits:.2g} 比特",
)
COMPARE_HOW = Text(
    en="Every piece of the vocabulary is a point: to the side of the sentence that makes it likelier (×2, ×4 …), and as high as it is "
    "likely in the two together; on the dashed line both agree. Named "
    "are those that contribute most to the Jensen–Shannon divergence (0: the same, 1 bit: nothing in common). Where only “he” and "
    "“she” differ, what leaves the line is what the training text says about men and women, not what is true.",
    zh="词表里每一块都是一个点：偏向哪边，就是哪句话让它更可能（×2、×4……）；越高，在两句里合起来越可能；落在虚线上表示两边意见"
    "一致。标出名字的，是对 Jensen–Shannon 散度"
    "贡献最大的（0：完全相同；1 比特：毫无共同之处）。如果两句只差“他”和“她”，离开虚线的就是训练文本对男女的说法，而不是事实。",
)

# --- meanings ---------------------------------------------------------------------------------------------------

SENSES: Mapping[str, Text] = {
    "bank": Text(en="bank", zh="bank"),
    "spring": Text(en="spring", zh="spring"),
    "apple-zh": Text(en="花 (flower / spend)", zh="花（花朵 / 花费）"),
    "way-zh": Text(en="道 (say / road)", zh="道（说 / 路）"),
}
SENSE_TEXTS: Mapping[str, tuple[str, tuple[str, ...], tuple[int, ...]]] = {
    "bank": (
        "bank",
        (
            "She opened an account at the bank.",
            "The bank lends money to small companies.",
            "He works as a clerk in a bank.",
            "The bank raised its interest rates.",
            "They sat on the bank of the river.",
            "The boat was tied to the left bank.",
            "Trees grow along the muddy bank.",
            "We fished from the bank all day.",
        ),
        (0, 0, 0, 0, 1, 1, 1, 1),
    ),
    "spring": (
        "spring",
        (
            "The flowers bloom in spring.",
            "Last spring it rained every day.",
            "The school term begins in spring.",
            "The spring in the watch is broken.",
            "A steel spring pushes the lid open.",
            "The mattress has a spring that squeaks.",
        ),
        (0, 0, 0, 1, 1, 1),
    ),
    "apple-zh": (
        "花",
        (
            "春天到了，花都开了。",
            "她在院子里种了很多花。",
            "桃花和梅花都很香。",
            "这件衣服花了我一百块钱。",
            "他花了三年时间写这本书。",
            "不要乱花父母的钱。",
        ),
        (0, 0, 0, 1, 1, 1),
    ),
    "way-zh": (
        "道",
        (
            "宋江道：“快走。”",
            "贾母笑道：“你来了。”",
            "行者道：“师父别怕。”",
            "山间小道上没有人。",
            "古道西风瘦马。",
            "街道两旁种着树。",
        ),
        (0, 0, 0, 1, 1, 1),
    ),
}
SENSE = Text(en="meaning {n}", zh="意思 {n}")
PLANE = Text(en="direction {n} of largest spread", zh="差异最大的方向 {n}")
SENSES_TITLE = Text(
    en="“{word}”: in {right} of {n} sentences the nearest one uses it in the same meaning",
    zh="“{word}”：{n} 句里有 {right} 句，离它最近的那句用的是同一个意思",
)
SENSES_HOW = Text(
    en="One vector of the same word for every sentence, after layer {layer} of {L}. The plane shows {kept} of what they differ in; the "
    "nearest neighbour is found by cosine in the full space. At layer 0 the word knows only its own name and place.",
    zh="同一个词在每句话里各有一个向量，取自第 {layer} 层（共 {L} 层）。这个平面保留了它们差异的 {kept}；最近邻是在原空间里按余弦找的。"
    "在第 0 层，这个词只知道自己的名字和位置。",
)

# --- input ------------------------------------------------------------------------------------------------------

DIVERGING_SCALE = scale(DIVERGING)
INPUT_ROWS: Mapping[str, Text] = {
    "piece": Text(en="piece", zh="词元向量"),
    "segment": Text(en="+ segment", zh="＋ 段向量"),
    "place": Text(en="+ position", zh="＋ 位置向量"),
    "total": Text(en="= what the first layer reads (before its norm)", zh="＝ 第一层读到的（归一化之前）"),
}
INPUT_TITLE = Text(
    en="{T} tokens, three vectors each, added up in {D} numbers", zh="{T} 个词元，每个由三个 {D} 维向量相加而成"
)
INPUT_HOW = Text(
    en="The first 48 of the numbers. One of them written out, for “{token}”: {piece:+.3f} {segment:+.3f} {place:+.3f} = {total:+.3f}",
    zh="只画前 48 个数。以“{token}”的第一个数为例：{piece:+.3f} {segment:+.3f} {place:+.3f} = {total:+.3f}",
)
INPUT_UNTRAINED = Text(
    en="{model} never saw a second text while it learnt: its second segment vector is as it was drawn.",
    zh="{model} 训练时从没见过第二段文字：它的第二个段向量还是随机初始化时的样子。",
)
INPUT_FILL = Text(en="**Now it would write** {words}", zh="**现在它会写** {words}")
PAIR_HINT = Text(en="e.g. He likes it.", zh="例如：他很喜欢。")

# --- size -------------------------------------------------------------------------------------------------------

SIZES: Mapping[str, Text] = {name: Text(en=name, zh=name) for name in parameters.NAMED}
FACTORS: Mapping[str, Text] = {
    "0": Text(en="D, as BERT", zh="D（同 BERT）"),
    **{width: Text(en=width, zh=width) for width in ("64", "128", "256", "512")},
}
SAVED = Text(
    en="BERT of this width and depth has {n} parameters, {times} times as many. Time is another matter: all L layers are computed "
    "still. [What a step costs](/objectives?objectives_view=albert&lang={lang}), measured.",
    zh="同样宽度和层数的 BERT 有 {n} 个参数，是它的 {times} 倍。时间却是另一回事：L 层照样要一层层算。[实测每一步的用时](/objectives?objectives_view=albert&lang={lang})。",
)
SIZE_TERMS: Mapping[str, Text] = {
    "pieces": Text(en="piece vectors", zh="词元向量表"),
    "places": Text(en="position vectors", zh="位置向量表"),
    "segments": Text(en="segment vectors", zh="段向量表"),
    "embedding-norm": Text(en="norm of the input", zh="输入归一化"),
    "projection": Text(en="map from E to D", zh="从 E 到 D 的映射"),
    "query-key-value": Text(en="queries, keys, values", zh="查询、键、值"),
    "attention-out": Text(en="output of attention", zh="注意力输出"),
    "attention-norm": Text(en="norm after attention", zh="注意力后归一化"),
    "feed-forward": Text(en="feed-forward", zh="前馈网络"),
    "feed-forward-norm": Text(en="norm after feed-forward", zh="前馈后归一化"),
    "pooler": Text(en="pooler on [CLS]", zh="[CLS] 上的 pooler"),
    "head": Text(en="masked-word head", zh="猜词输出层"),
}
SIZE_TITLE = Text(en="{n} parameters, {share} of them in: {name}", zh="共 {n} 个参数，其中 {share} 在{name}里")
SIZE_HOW = Text(
    en="V pieces, D numbers a vector, L layers, F = 4·D in the feed-forward. The heads do not count: they share D. The sum equals "
    "transformers' own count for BERT and for ALBERT (a test compares them). The papers' 110 M, 340 M and, of ALBERT, 12 M are these, "
    "rounded.",
    zh="V 个词元，向量宽 D，共 L 层，前馈宽 F = 4·D。头数不影响总数：它们平分 D。BERT 和 ALBERT 的这个和都等于 transformers 自己数出来的"
    "（有测试逐一比对）。论文里的 110M、340M，以及 ALBERT 的 12M，就是它们取整。",
)

# --- train ------------------------------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="Can I train one from nothing?", zh="能从零训练一个吗？")
TRAIN_IDEA = Text(
    en="A small BERT begins with counts alone (how often a piece occurs, and beside which others), all its layers random, and reads a small "
    "text many times, each time with other holes. Watch what it says for one sentence: first the most frequent words, then words that fit "
    "the grammar, then, with luck, the sense.",
    zh="一个小 BERT 起初只有计数（每个词元出现多少次、和谁相邻），各层都是随机数。它把一段小文本读很多遍，每遍挖不同的洞。盯住它对一句话的"
    "回答：先是最常见的词，然后是合语法的词，运气好的话，最后是合意思的词。",
)
DATA: Mapping[str, Text] = {
    "lee-news": Text(en="English news (Lee)", zh="英文新闻（Lee）"),
    "zh-notes": Text(en="Chinese notes on reading machines", zh="中文短文：会读书的机器"),
    "wikipedia-sample": Text(en="English Wikipedia, a sample", zh="英文维基百科片段"),
    "own": Text(en="my own text", zh="我自己的文字"),
}
OWN = Text(en="Your own text", zh="你自己的文字")
OWN_HINT = Text(en="Paste at least fifty sentences.", zh="请粘贴至少五十句话。")
PASTE = Text(en="Paste at least fifty sentences to begin.", zh="粘贴至少五十句话就可以开始。")
WATCHED_DEFAULT: Mapping[str, str] = {
    "lee-news": "The prime [MASK] said he would go.",
    "wikipedia-sample": "The capital of the United [MASK] is large.",
    "zh-notes": "计算机要读懂一[MASK]话。",
    "own": "The [MASK] is old.",
}
TRAIN_TITLE = Text(en="After {step} steps: “{word}”, {share}", zh="{step} 步之后：“{word}”，{share}")
TRAIN_AFTER = Text(
    en="{pieces:,} pieces, {tokens:,} tokens of text, {steps} steps, seed {seed}. Loss {loss:.2f} nats per hidden piece; guessing by "
    "frequency alone gives {count:.2f}. On text kept back, the first guess is right {right}.",
    zh="词表 {pieces:,} 块，文本 {tokens:,} 个词元，{steps} 步，种子 {seed}。损失为每个被遮词元 {loss:.2f} 纳特；只按词频瞎猜是 {count:.2f}。"
    "在留出的文本上，第一个答案猜对的比例是 {right}。",
)
TRAIN_STEP = Text(en="step", zh="步数")
TRAIN_RECORDED = Text(
    en="A recorded run on {data}; press the button to repeat it, or change something first.",
    zh="这是录制好的一次训练（{data}）；点按钮可以重跑，也可以先改改设置。",
)
TRAIN_NEXT = Text(
    en="The three shipped models were made by the same loop, for longer: `python -m core.masking NAME`; their cards say with what and how "
    "far they got.",
    zh="随程序提供的三个模型用的是同一个训练循环，只是更久：`python -m core.masking 名字`；它们的卡片写明用了什么数据、练到什么程度。",
)

# --- check ------------------------------------------------------------------------------------------------------

ASK = Text(en="#### Which word would {model} put first?\n\n{text}", zh="#### {model} 会把哪个词排在第一？\n\n{text}")
GUESS = Text(en="Your guess", zh="你猜")
REVEAL = Text(en="Reveal", zh="揭晓")
NEXT = Text(en="Next sentence", zh="下一句")
TOLD = Text(en="It says “{best}”, with {share}.", zh="它的答案是“{best}”，占 {share}。")
RIGHT = Text(en="Yes: “{best}”, with {share}.", zh="对，就是“{best}”，占 {share}。")
WRONG = Text(
    en="It says “{best}” with {share}. Yours, “{own}”, is number {rank:,} with {mine}.",
    zh="它说的是“{best}”，占 {share}。你的“{own}”排第 {rank:,}，占 {mine}。",
)
WRONG_UNKNOWN = Text(
    en="It says “{best}” with {share}. Yours, “{own}”, is no single piece of its vocabulary: one [MASK] cannot hold it.",
    zh="它说的是“{best}”，占 {share}。你的“{own}”在它的词表里不是一整块，一个 [MASK] 放不下。",
)
MYTHS = Text(en="Often said, and not so", zh="常听说，其实不然")
TRY = Text(en="Try it", zh="试一试")
MYTH_NOT = Text(en="“The model understands *not*.”", zh="“模型明白‘不’字的意思。”")
MYTH_NOT_ANSWER = Text(
    en="“{yes}” → {a}. “{no}” → {b}. {same} of the first ten words are the same.",
    zh="“{yes}” → {a}；“{no}” → {b}。前十个词里有 {same} 个一样。",
)
MYTH_PRODUCT = Text(
    en="“Two gaps: multiply the two best words and you have the best pair.”",
    zh="“两个空，各取最好的词，合起来就是最好的一对。”",
)
MYTH_PRODUCT_ANSWER = Text(
    en="Each alone: “{alone}”. Surest first, reading again: “{again}”.",
    zh="各填各的：“{alone}”；先填最有把握的、再重读：“{again}”。",
)
MYTH_SURE = Text(en="“A likely word is a true one.”", zh="“概率大的就是对的。”")
MYTH_SURE_ANSWER = Text(
    en="“{text}” → “{best}” with {share}. The right answer, “{right}”, is number {rank}. It counts words in texts, it looks nothing up.",
    zh="“{text}” → “{best}”，占 {share}；正确答案“{right}”排第 {rank}。它数的是文本里的词，并不查证事实。",
)
CARDS = Text(
    en="How good are our models? Share of gaps filled right at the first try, and within five; forty gaps a language, fixed before "
    "training. Some of those sentences occur in what a model read, such as verse it knows by heart; the others are counted "
    "again by themselves.",
    zh="我们的模型有多好？第一次就填对、五次之内填对的比例；每种语言四十个空，训练之前就定好了。有些句子（比如能背的诗）模型"
    "训练时读到过，所以没读过的另算一遍。",
)
REPEATS = Text(
    en="Where a rare word was hidden, it stands elsewhere in the text in {happens} of the cases ({happens1} if the text is a "
    "single sentence); {model} expects that with {expected} ({expected1}). And {wrongly} ({wrongly1}) of its first answers there "
    "are a rare word of the text that is wrong: small models repeat.",
    zh="遮住不常见的词时，有 {happens} 的词在文中别处也出现过（文本只有一句时为 {happens1}）；{model} 平均把 {expected}"
    "（{expected1}）的概率分给文中别处的这类词。同时，它的首选有 {wrongly}（{wrongly1}）是文中别处的不常见的词，却填错了：小模型爱重复。",
)

PLATE = Text(en="“{gapped}” → “{best}”", zh="“{gapped}” → “{best}”")
COVERS: Mapping[str, str] = {
    "obj-dae-lm": "masking_view=several",
    "bert-input-embeddings": "masking_view=input",
    "albert-model": "masking_view=size&masking_size=albert-base-v2",
}
