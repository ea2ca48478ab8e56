"""The words of the alignment view: a translator of dates, and what it looks at while it writes."""

from collections.abc import Mapping

from app.i18n import ClaimWords, Text

VIEW = Text(en="Translating", zh="翻译")
HOW = Text(en="How it looks back", zh="怎样回看原文")
HOWS: Mapping[str, Text] = {
    "additive": Text(en="additive (Bahdanau)", zh="加性（Bahdanau）"),
    "dot": Text(en="dot product (Luong)", zh="点积（Luong）"),
    "general": Text(en="general (Luong)", zh="双线性 general（Luong）"),
    "cross": Text(en="cross-attention (transformer)", zh="交叉注意力（Transformer）"),
    "diverse": Text(en="cross-attention, heads told to differ", zh="交叉注意力，要求各头不同"),
    "even": Text(en="all places alike", zh="各处一样多"),
    "none": Text(en="not at all: one vector", zh="不回看：只有一个向量"),
}
FORMULAS: Mapping[str, str] = {
    "additive": r"e_{ij} = \textcolor{#000003}{v}^{\top}\tanh(W_1\,\textcolor{#000001}{s_{i-1}} + W_2\,\textcolor{#000002}{h_j})",
    "dot": r"e_{ij} = \textcolor{#000001}{s_{i-1}}\cdot \textcolor{#000002}{h_j}",
    "general": r"e_{ij} = \textcolor{#000001}{s_{i-1}}^{\top} W\, \textcolor{#000002}{h_j}",
    "cross": r"e_{ij} = \frac{(W_q\,\textcolor{#000001}{x_i})\cdot(W_k\,\textcolor{#000002}{h_j})}{\sqrt{d}}",
    "diverse": r"\mathcal{L} + \frac{\lambda}{H(H-1)}\sum_{h\neq g}\frac1T\sum_{i,j}\alpha^{h}_{ij}\,\alpha^{g}_{ij}",
    "even": r"\alpha_{ij} = \frac{1}{S}",
    "none": r"c_i = h_{\text{end}}",
}
CONTEXT = r"\alpha_{i} = \mathrm{softmax}(e_{i}),\qquad c_i = \sum_j \alpha_{ij}\,\textcolor{#000002}{h_j}"
SAYS: Mapping[str, Text] = {
    "additive": Text(
        en="A network reads the date in both directions and leaves a state hⱼ at every character. Another writes; before each character its "
        "own state sᵢ₋₁ asks all hⱼ, and the answer is mixed by the weights. Nobody told it which letters belong to which digits: the "
        "alignment came with the training.",
        zh="一个网络从两头读日期，在每个字符处留下状态 hⱼ；另一个负责写，每写一个字符之前，用自己的状态 sᵢ₋₁ 去问所有的 hⱼ，再按权重把答案混起来。"
        "没有人告诉它哪些字母对应哪些数字：对齐是在训练中自己出现的。",
    ),
    "dot": Text(
        en="The same translator, but the score is a mere product: nothing to learn, and the two states must share one width and one language. Luong et al. "
        "asked with the state after the step, sᵢ; here every way asks with sᵢ₋₁, so that only the score differs.",
        zh="翻译器不变，只把打分换成点积：没有参数可学，两种状态必须一样宽，说同一种“语言”。Luong 等人用的是走完这一步之后的状态 sᵢ；"
        "这里每种方式都用 sᵢ₋₁ 来问，差别只在打分。",
    ),
    "general": Text(
        en="A product with a matrix between the two: the states may speak different languages, W translates.",
        zh="两个状态之间隔一个矩阵：它们可以各说各的，由 W 来翻译。",
    ),
    "cross": Text(
        en="The transformer's way: several heads, each with its own queries from the text being written and its own keys and values from the "
        "text that was read. Go through the heads. Here it learns more slowly than the recurrent ones: with nothing but learnt positions it "
        "must first find out what comes next to what.",
        zh="Transformer 的做法：有几个头，每个头各有一套查询（来自正在写的文字）和键、值（来自读过的文字）。换着头看看。在这里它学得比循环网络慢："
        "只有学出来的位置向量，它得先弄清谁挨着谁。",
    ),
    "diverse": Text(
        en="Nothing makes heads differ. Here it costs when two of them look at the same place (Li et al. 2018, λ = 1): compare the overlap below "
        "with cross-attention that was left alone, and the curve of the dates that come out right.",
        zh="并没有什么逼着各个头不一样。这里给损失加上一项：两个头看同一处就要付代价（Li 等 2018，λ = 1）。把下面的重叠和放任自流的交叉注意力比一比，"
        "再看译对的曲线。",
    ),
    "even": Text(
        en="A control: the writer gets the mean of all states, the same for every character. A context, and nothing to choose.",
        zh="对照组：每写一个字符，拿到的都是所有状态的平均。有上下文，但没得选。",
    ),
    "none": Text(
        en="What was there before: the whole date squeezed into the encoder's last state, and everything written from it. There are no weights "
        "to draw; watch how far it gets in the figure below.",
        zh="注意力出现之前的做法：把整个日期压进编码器的最后状态，全凭它往下写。没有权重可画；它能走多远，看下面的曲线。",
    ),
}
DATE = Text(en="A date, in English or Chinese", zh="一个日期，中文英文都行")
TRANSLATOR_HEAD = Text(en="Head", zh="头")
WROTE = Text(en="It writes **{text}**.", zh="它写出 **{text}**。")
RIGHT = Text(en="That is right.", zh="译对了。")
WRONG = Text(
    en="No way of writing a date that it learnt leads from there back to your text: a mistake, or a way that it never saw.",
    zh="按它学过的写法，这个结果变不回你输入的文字：要么译错了，要么是它没见过的写法。",
)
MAP_TITLE = Text(
    en="Writing “{written}” it looks most at “{read}” ({share})",
    zh="写“{written}”时看得最多的是“{read}”（{share}）",
)
EVEN_TITLE = Text(en="Every character gets the same weight, {share}", zh="每个字符的权重都一样：{share}")
MAP_ALT = Text(
    en="Heat map of weights: a row for each character that is written, a column for each character of the source.",
    zh="权重热图：每行是写出的一个字符，每列是原文的一个字符。",
)
HEADS_TITLE = Text(
    en="Two heads overlap by {overlap:.2f}<br>(mean; 1: the same map)",
    zh="两个头的重叠平均为 {overlap:.2f}<br>（1 表示完全一样）",
)
HEADS_ALT = Text(
    en="Heat map, heads against heads: the cosine between what they look at.",
    zh="头与头的热图：两者所看之处的余弦。",
)
READ_AXIS, WRITTEN_AXIS = Text(en="read", zh="读到的"), Text(en="written", zh="写出的")
AFTER = Text(en="after this many steps: ", zh="训练步数：")
RACE_TITLE = Text(
    en="After {step} steps {best} has {first} of the dates right, one vector {last}",
    zh="{step} 步之后，{best}译对 {first}，只有一个向量时 {last}",
)
RACE_ALT = Text(
    en="Share of dates kept back that come out right, by step, for every way to look back; band: all seeds.",
    zh="留出的日期译对的比例随训练步数的变化，每种回看方式一条线；带子是各个种子的范围。",
)
STEP_AXIS, RIGHT_AXIS = (
    Text(en="training steps (64 dates each)", zh="训练步数（每步 64 个日期）"),
    Text(en="right", zh="译对"),
)
NOTE = Text(
    en="Recorded on {date}: {seeds} seeds, {parameters} weights, {seconds:.0f} s a seed; the band holds all seeds. Learnt are eight ways to write "
    "a date from 1900 to 2099; every tenth day is kept back for the measurement. Repeat it with `{command}`.",
    zh="录制于 {date}：{seeds} 个种子，{parameters} 个权重，每个种子 {seconds:.0f} 秒；带子包住所有种子。学的是 1900 到 2099 年间日期的八种写法，"
    "每十天留出一天用来测量。用 `{command}` 可以重做。",
)
TRAIN_QUESTION = Text(en="Watch an alignment appear", zh="看着对齐慢慢出现")
TRAIN_IDEA = Text(
    en="The date above is translated, in the way that is chosen there, every few steps while the network learns. At first it looks everywhere; then the year falls into place, and last "
    "the days. About twenty seconds.",
    zh="用上面选的方式，网络一边学，一边每隔几步就翻译一次上面的日期。起初它到处看；先对上的是年份，最后才是日子。大约二十秒。",
)
TRAIN_STEPS = Text(en="Steps", zh="步数")
TRAINED = Text(
    en="Seed {seed}: {right} of {tested} dates kept back came out right after {steps} steps.",
    zh="种子 {seed}：训练 {steps} 步之后，{tested} 个留出的日期译对 {right}。",
)

FIXED_VECTOR = ClaimWords(
    id="attention/fixed-vector",
    says=Text(
        en="Squeezing the whole source into one vector is a bottleneck; looking back removes it.",
        zh="把整句原文压进一个向量是瓶颈；让解码器回看原文，瓶颈就没了。",
    ),
    measured=Text(
        en="two translators of dates that differ in the context only, after 300 steps on the same dates: the share of 300 dates kept back that come "
        "out right, additive attention minus one fixed vector.",
        zh="两个只在上下文上不同的日期翻译器，用同样的日期训练 300 步：300 个留出的日期译对的比例，加性注意力减去固定向量。",
    ),
    unit=Text(en="share of dates", zh="译对的比例"),
    plain=Text(
        en="Attention gets {mean:.2f} more of the dates right ({low:.2f} to {high:.2f}).",
        zh="用注意力，译对的比例高出 {mean:.2f}（{low:.2f} 到 {high:.2f}）。",
    ),
    note=Text(
        en="Right: additive {additive:.2f}, dot product {dot:.2f}, all places alike {even:.2f}, one vector {none:.2f}. The paper's gain was on long "
        "sentences; a date is short, and the vector has 64 numbers. δ = {delta:.2f}.",
        zh="译对：加性 {additive:.2f}，点积 {dot:.2f}，各处一样多 {even:.2f}，一个向量 {none:.2f}。论文里的好处主要在长句上；日期很短，这里的向量只有 64 个数。"
        "δ = {delta:.2f}。",
    ),
    control=Text(
        en="the mean of all states as context, the same for every character: a second way in, and nothing to choose.",
        zh="上下文取所有状态的平均，写每个字符时都一样：多了一条路，但没得选。",
    ),
    extras={
        "additive": Text(en="right: additive", zh="译对：加性"),
        "dot": Text(en="right: dot product", zh="译对：点积"),
        "even": Text(en="right: all places alike", zh="译对：各处一样多"),
        "none": Text(en="right: one vector", zh="译对：一个向量"),
    },
)
CONTROLS: Mapping[str, Text] = {
    "attention_translator": HOW,
    "attention_date": DATE,
    "attention_translator_head": TRANSLATOR_HEAD,
    "attention_learner_steps": TRAIN_STEPS,
}
COVERS: Mapping[str, str] = {
    "attention-bahdanau": "attention_view=align",
    "attention-cross": "attention_view=align&attention_translator=cross",
    "attention-head-diversity": "attention_view=align&attention_translator=diverse",
}
