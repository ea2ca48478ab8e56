"""The words of the attention exhibit's further views: all heads, through the layers, surgery, ways to score."""

from collections.abc import Mapping

from app.i18n import Text

VIEWS: Mapping[str, Text] = {
    "heads": Text(en="What heads do", zh="每个头的习惯"),
    "through": Text(en="Which words count", zh="哪些词起作用"),
    "surgery": Text(en="Switch heads off", zh="关掉注意力头"),
    "debate": Text(en="An explanation?", zh="能当解释吗"),
    "scores": Text(en="Ways to score", zh="打分的方法"),
}

# --- What heads do ----------------------------------------------------------------------------------------------

MEASURE = Text(en="Measure", zh="量什么")
MEASURES: Mapping[str, Text] = {
    "entropy": Text(en="spread (entropy, bits)", zh="分散程度（熵，比特）"),
    "distance": Text(en="distance (tokens)", zh="距离（词元）"),
    "first": Text(en="weight on [CLS]", zh="给 [CLS] 的权重"),
    "last": Text(en="weight on [SEP]", zh="给 [SEP] 的权重"),
    "previous": Text(en="weight on the previous token", zh="给前一个词元的权重"),
    "next": Text(en="weight on the next token", zh="给后一个词元的权重"),
    "self": Text(en="weight on the token itself", zh="给自己的权重"),
}
SURVEY_ALT = Text(
    en="Two heat maps, layers against heads: the chosen measure for MiniLM and for random weights.",
    zh="两张热图，行是层、列是头：所选的量，左为 MiniLM，右为随机权重。",
)
SURVEY_TITLE = Text(
    en="{measure}: largest in layer {layer}, head {head} ({value:.2f}); random weights lie between {low:.2f} and {high:.2f}",
    zh="{measure}：第 {layer} 层第 {head} 个头最大（{value:.2f}）；随机权重都在 {low:.2f} 到 {high:.2f} 之间",
)
LAYER_AXIS, HEAD_AXIS = Text(en="layer", zh="层"), Text(en="head", zh="头")
RANDOM = Text(en="random weights", zh="随机权重")
MAP_TITLE = Text(
    en="Heads that do alike lie close: {n} heads, coloured by what gets most of their weight",
    zh="做法相像的头靠在一起：共 {n} 个头，颜色表示权重主要给了谁",
)
MAP_ALT = Text(
    en="A map of all heads; near heads attend alike; colours and marks tell what gets most weight.",
    zh="全部注意力头的地图：离得近的头看法相像，颜色和形状表示权重主要给了谁。",
)
MAP_SAYS = Text(
    en="Distance on the map follows the Jensen–Shannon divergence of two heads' rows. Of a head's ten nearest, {kept} are nearest on "
    "the map too: believe the clusters, not the millimetres. Click a head and it opens on your sentence.",
    zh="图上的距离反映两个头各行权重的 Jensen–Shannon 散度。一个头最近的十个头里，有 {kept} 在图上也最近：看得出成团，别去量毫米。"
    "点一个头，就用它来读你的句子。",
)
HABITS: Mapping[str, Text] = {
    "first": Text(en="[CLS]", zh="[CLS]"),
    "last": Text(en="[SEP]", zh="[SEP]"),
    "previous": Text(en="previous", zh="前一个"),
    "next": Text(en="next", zh="后一个"),
    "self": Text(en="itself", zh="自己"),
    "mixed": Text(en="none over 40 %", zh="没有一项超过 40%"),
}
HEAD_HOVER = Text(en="layer {layer}, head {head}", zh="第 {layer} 层第 {head} 个头")
SURVEY_NOTE = Text(
    en="Recorded with {model} on {date}: {data}; typed queries only. `{command}`",
    zh="{model} 录制于 {date}：{data}；只算输入的词元作查询。`{command}`",
)

# --- Which words count ------------------------------------------------------------------------------------------

OTHER = Text(en="Compared with", zh="与之比较的句子")
WAYS: Mapping[str, Text] = {
    "raw": Text(en="attention of the last layer", zh="最后一层的注意力"),
    "rollout": Text(en="rollout", zh="注意力展开 rollout"),
    "flow": Text(en="flow", zh="注意力流 flow"),
    "norm": Text(en="norms ‖α·f(x)‖, rolled out", zh="范数 ‖α·f(x)‖ 展开"),
    "gradient": Text(en="gradient × attention", zh="梯度 × 注意力"),
    "ig": Text(en="integrated gradients", zh="积分梯度"),
}
WAY = Text(en="Curve in colour", zh="突出哪条曲线")
STRIP_TITLE = Text(
    en="The same sentence explained: “{best}” counts most by {n} of {all} ways",
    zh="同一句话，{all} 种说法里有 {n} 种认为“{best}”最要紧",
)
SILENT: Mapping[str, Text] = {
    "gradient": Text(
        en="**Gradient × attention has nothing to say here.** The cosine is at its maximum, 1: no small change of a weight can raise it, so every slope is "
        "0. Its row and its curve are left out. Compare with another sentence to see them.",
        zh="**梯度 × 注意力在这里无话可说。** 余弦已经是最大值 1，权重怎样微调都不会更高，斜率处处为 0，所以它的那一行和那条曲线不画。换一个句子来比较就能看到。",
    ),
    "ig": Text(
        en="**Integrated gradients have nothing to say here.** They follow the way from a sentence of [MASK]s to yours, and yours is that sentence.",
        zh="**积分梯度在这里无话可说。** 它沿着从全 [MASK] 句子到你这句话的路走，而你这句话就是全 [MASK]。",
    ),
}
STRIP_ALT = Text(en="Heat map: ways to attribute against tokens.", zh="热图：归因方法与词元。")
CURVES_TITLE = Text(
    en="Take words away in its order: {way} {deleted:.2f}, random {random:.2f}",
    zh="按它的次序拿走词：{way} {deleted:.2f}，随机 {random:.2f}",
)
CURVES_ALT = Text(
    en="Cosine as words are taken away, and as they are put back, in the order of each way, beside random orders.",
    zh="按各方法的次序拿走词、放回词时余弦的变化，以及随机次序的对照。",
)
TAKEN_AXIS, BACK_AXIS = Text(en="words taken away", zh="拿走的词数"), Text(en="words put back", zh="放回的词数")
COSINE_AXIS = Text(en="cosine", zh="余弦")
RANDOM_ORDER = Text(en="random order, {n} of them", zh="随机次序（{n} 个）")
AREAS: Mapping[str, Text] = {
    "way": Text(en="way", zh="方法"),
    "deleted": Text(en="deletion (small is faithful)", zh="删除（越小越可信）"),
    "inserted": Text(en="insertion (large is faithful)", zh="插入（越大越可信）"),
    "beats": Text(en="random orders it beats", zh="胜过的随机次序"),
}
THROUGH_SAYS = Text(
    en="The number to explain is the cosine of the two sentences' vectors: **{score:.3f}**. Each way says how much each token counts. "
    "Who is right? Take the words away in the order that a way gives, replacing them by [MASK], and watch the number: it should "
    "fall at once. Integrated gradients must add up to the difference from a sentence of [MASK]s ({baseline:.3f}); here they miss it by "
    "{error}.",
    zh="要解释的数，是两个句子向量的余弦：**{score:.3f}**。每种方法都说出每个词元有多要紧。谁说得对？按它给的次序把词换成 [MASK]，"
    "看这个数：应当立刻下降。积分梯度的总和必须等于与全 [MASK] 句子之差（它的余弦是 {baseline:.3f}），这里只差 {error}。",
)
THROUGH_MORE = Text(
    en="Rollout and flow know only how much is mixed, not what. Most of the weight rests on special tokens, and rollout rests there too; flow asks "
    "how much could pass at most, and is spread almost evenly. Norms ask how long the vectors are that are taken along, the token's own (residual "
    "connection) included, as in Kobayashi et al. 2021; [CLS] and [SEP] bring short ones.",
    zh="展开和流只知道混了多少，不知道混的是什么。权重大多停在特殊词元上，展开也跟着停在那里；流问的是最多能流过多少，几乎平摊。"
    "范数问的是带走的向量有多长，词元自己那一份（残差连接）也算在内，同 Kobayashi 等 2021；[CLS]、[SEP] 带来的很短。",
)
MORE_NOTE = Text(
    en="Recorded with {model} on {date}; repeat it with `{command}`.",
    zh="{model} 录制于 {date}；用 `{command}` 可以重做。",
)
MORE_LIVE = Text(en="Computed just now with {model}.", zh="刚刚用 {model} 算出。")

# --- An explanation? --------------------------------------------------------------------------------------------

OPINION = Text(en="An opinion", zh="一句评价")
DEBATE_TITLE = Text(
    en="Two attentions, one answer ({share} positive): they are {apart:.2f} bits apart, of at most 1",
    zh="两种注意力，同一个答案（{share} 正面）：相差 {apart:.2f} 比特，最多 1",
)
DEBATE_ALT = Text(
    en="For each word: the model's attention, another attention with the same answer, and what leaving the word out does.",
    zh="每个词：模型的注意力、答案相同的另一种注意力、去掉这个词之后答案的变化。",
)
OWN_NAME, OTHER_NAME, WITHOUT_NAME = (
    Text(en="the model's attention", zh="模型的注意力"),
    Text(en="another, same answer", zh="另一种，答案相同"),
    Text(en="change when left out", zh="去掉后的变化"),
)
EVIDENCE_HOVER = Text(en="“{word}” alone says {odds:+.2f} (log-odds)", zh="单看“{word}”：{odds:+.2f}（对数几率）")
DEBATE_SAYS = Text(
    en="The smallest model with attention: one learned query weighs the words, their weighted mean goes into a logistic regression (feed-forward "
    "attention; {accuracy} right on twelve sentences of ours kept back, phrases it knows with another noun). Its answer depends on Σ αᵢsᵢ only, where sᵢ is what a word says "
    "alone. So any two words, one above that sum and one below, can carry **exactly the same answer**.\n\n"
    "*Attention is not explanation*: on a mixed sentence the other attention lies far away. *Is not not explanation*: on a clear one there is "
    "hardly another; nobody trained that attention, it was made for this sentence; and leaving words out agrees with the model's own"
    "{agreement}.",
    zh="最小的带注意力的模型：一个学来的查询给词加权，加权平均送进逻辑回归（前馈注意力；留出的十二句上对了 {accuracy}，句式学过，名词换了）。"
    "答案只取决于 Σ αᵢsᵢ，sᵢ 是单看一个词时它说的话。所以任意两个词，一个高于这个和、一个低于它，就能凑出**一模一样的答案**。\n\n"
    "*注意力不是解释*：褒贬都有的句子，另一种注意力可以离得很远。*也不能说不是解释*：态度分明的句子，几乎找不到另一种；而且那种注意力没有人训练过，"
    "是专为这句话凑出来的；逐个去掉词的结果，倒和模型自己的注意力一致{agreement}。",
)
AGREES = Text(en=" (rank correlation {rho:.2f} here)", zh="（这里的秩相关是 {rho:.2f}）")
SHARE_AXIS = Text(en="weight, and change of the share", zh="权重，以及概率的变化")

# --- Surgery ----------------------------------------------------------------------------------------------------

GOAL = Text(en="What to watch", zh="看什么")
GOALS: Mapping[str, Text] = {
    "similarity": Text(en="similarity of two sentences", zh="两句话的相似度"),
    "masked": Text(en="probability of a hidden word", zh="被遮住的词的概率"),
    "moved": Text(en="heads, as a word is hidden", zh="遮住一个词时的各个头"),
}
GAP = Text(en="Sentence with [MASK]", zh="带 [MASK] 的句子")
GAP_EXAMPLE = "The capital of France is [MASK]."
WORD = Text(en="Word in the gap", zh="空里的词")
WORD_EXAMPLE = "paris"
OFF = Text(en="Heads that are off (layer·head)", zh="关掉的头（层·头）")
SHUFFLE = Text(en="Shuffle the weights of every row", zh="打乱每一行的权重")
ROW = Text(en="Write one row anew", zh="改写一行权重")
ROW_LAYER, ROW_HEAD = Text(en="Row of layer", zh="哪一层的行"), Text(en="Row of head", zh="哪个头的行")
ROW_QUERY, ROW_KEY = (
    Text(en="Who looks (token)", zh="谁在看（第几个词元）"),
    Text(en="At whom only (token)", zh="只看谁（第几个词元）"),
)
ROW_SAYS = Text(
    en="In layer {layer}, head {head}, “{query}” gave “{key}” {was} of its weight; now it gives it all.",
    zh="第 {layer} 层第 {head} 个头里，“{query}”原来把 {was} 的权重给“{key}”；现在全部给它。",
)
WHOLE, CUT = Text(en="whole model", zh="完整的模型"), Text(en="after surgery", zh="手术之后")
SURGERY_TITLE = Text(
    en="One head off at a time: layer {layer}, head {head} matters most ({change:+.3f})",
    zh="一次关一个头：第 {layer} 层第 {head} 个头影响最大（{change:+.3f}）",
)
SURGERY_ALT = Text(
    en="Heat map, layers against heads: how the number changes when this head alone is switched off.",
    zh="热图，行是层、列是头：单独关掉这个头，那个数变化多少。",
)
SURGERY_SAYS = Text(
    en="Of {n} heads, {small} change the number by less than {least} when they are switched off alone: there is much to spare. Switch "
    "off several at once and it is another matter.",
    zh="{n} 个头里，有 {small} 个单独关掉时变化不到 {least}：富余很多。一次关掉好几个，就是另一回事了。",
)
WHICH = Text(en="Word to hide", zh="遮住哪个词")
MOVED_TITLE = Text(
    en="“{word}” hidden: layer {layer}, head {head} moves most ({value:.2f} bits)",
    zh="遮住“{word}”：第 {layer} 层第 {head} 个头动得最多（{value:.2f} 比特）",
)
MOVED_ALT = Text(
    en="Heat map, layers against heads: how far the attention of the other words moves when one word is hidden.",
    zh="热图，行是层、列是头：遮住一个词之后，其他词的注意力移动了多远。",
)
MOVED_SAYS = Text(
    en="The word becomes [MASK]; for every head, the rows of all *other* words are compared before and after (Jensen–Shannon, 0 to 1 bit). "
    "Heads that follow places hardly move, heads that follow words do. Read twice without hiding anything, no head moves more than "
    "{least}.",
    zh="把这个词换成 [MASK]；对每个头，比较*其他*各词那些行的前后变化（Jensen–Shannon，0 到 1 比特）。认位置的头几乎不动，认词的头会动。"
    "什么也不遮、原样读两遍，没有一个头的变化超过 {least}。",
)
SAME_TITLE = Text(
    en="Heads look alike most in layer {layer}: mean divergence {value:.2f} bits, {random:.2f} with random weights",
    zh="第 {layer} 层的头彼此最像：平均散度 {value:.2f} 比特，随机权重是 {random:.2f}",
)
SAME_ALT = Text(en="Divergence of all pairs of heads.", zh="两两注意力头之间的散度。")

# --- Ways to score ----------------------------------------------------------------------------------------------

TOPIC = Text(en="Which step", zh="哪一步")
TOPICS: Mapping[str, Text] = {
    "score": Text(en="score", zh="打分"),
    "local": Text(en="window", zh="窗口"),
    "hard": Text(en="soft or hard", zh="软与硬"),
    "mask": Text(en="causal mask", zh="因果掩码"),
}
SCORE = Text(en="Score", zh="打分方法")
SCORES: Mapping[str, Text] = {
    "dot": Text(en="dot: q·k", zh="点积：q·k"),
    "scaled": Text(en="scaled dot: q·k/√d", zh="缩放点积：q·k/√d"),
    "general": Text(en="general: q·W·k", zh="一般式：q·W·k"),
    "additive": Text(en="additive: v·tanh(W₁q + W₂k)", zh="加性：v·tanh(W₁q + W₂k)"),
    "concat": Text(en="concat: v·tanh(W[q; k])", zh="拼接：v·tanh(W[q; k])"),
}
QX = Text(en="Query, across, in tenths", zh="查询的横坐标（十分之一）")
QY = Text(en="Query, up, in tenths", zh="查询的纵坐标（十分之一）")
SURFACE_TITLE = Text(
    en="{name}: key {best} gets {share}; scores between {low:.2f} and {high:.2f}",
    zh="{name}：第 {best} 个键得到 {share}；分数在 {low:.2f} 到 {high:.2f} 之间",
)
SURFACE_ALT = Text(
    en="The plane of keys, shaded by the score that the query gives them; the query, five keys, and the output.",
    zh="键所在的平面，颜色是查询给的分数；图上有查询、五个键和输出。",
)
SURFACE_SAYS = Text(
    en="Shade: the score a key would get if it lay there. Move the query. A dot product grows without end as a key moves away along "
    "the query; tanh is bounded, so the additive score levels off. `concat` is additive with the two matrices written as one: the same "
    "numbers. Values are the keys themselves, so the diamond, the output, lies among them.",
    zh="颜色是键落在那里会得到的分数。移动查询看看：键沿着查询的方向走远，点积会无止境地长；tanh 有界，加性分数就平了。"
    "拼接只是把加性的两个矩阵写成一个，数值完全一样。这里值就是键本身，所以输出（菱形）落在它们中间。",
)
COST_TABLE: Mapping[str, Text] = {
    "score": Text(en="score", zh="打分"),
    "parameters": Text(en="parameters, d = {d}", zh="参数量，d = {d}"),
    "time": Text(en="ms, {S} keys", zh="毫秒，{S} 个键"),
}
COST_NOTE = Text(
    en="Timed just now on this server, the best of {n}; it varies with what else runs here.",
    zh="刚在这台服务器上计时，取 {n} 次中最快的；会随服务器忙闲变化。",
)
PREDICTS = Text(
    en="local-p: what the decoder's state says, v·tanh(Wh), in tenths",
    zh="local-p：解码器状态说的数 v·tanh(Wh)（十分之一）",
)
CENTRE, WINDOW = (
    Text(en="local-m: centre, the step itself", zh="local-m：中心，就是当前步"),
    Text(en="Half width D", zh="半宽 D"),
)
LOCAL_TITLE = Text(
    en="local-m's window holds {kept} of “{query}”'s weight; local-p looks at {p:.1f}, and its bell leaves {damped} of what its window holds",
    zh="local-m 的窗口留住“{query}”{kept} 的权重；local-p 看向 {p:.1f}，钟形之后剩下窗口里的 {damped}",
)
LOCAL_ALT = Text(
    en="Weights of one query over the tokens: global, cut to a window, and damped by a Gaussian.",
    zh="一个查询对各词元的权重：全局、截到窗口、再乘高斯。",
)
GLOBAL_NAME, MONOTONE_NAME, DAMPED_NAME = (
    Text(en="global", zh="全局"),
    Text(en="local-m: window, rescaled", zh="local-m：截窗并归一"),
    Text(en="local-p: predicted centre, damped", zh="local-p：预测中心，再乘钟形"),
)
LOCAL_SAYS = Text(
    en="The row of “{query}” in layer {layer}, head {head} of {model}. local-m walks with the decoder: the centre is the step itself. "
    "local-p lets the decoder's state choose it, p = N·sigmoid(…), the dotted line, and damps with exp(−(s−p)²/2σ²), σ = D/2. What is damped is not "
    "rescaled.",
    zh="{model} 第 {layer} 层第 {head} 个头里“{query}”那一行。local-m 跟着解码一步步走，中心就是当前步；local-p 由解码器的状态决定中心，"
    "p = N·sigmoid(…)，就是那条虚线，再乘 exp(−(s−p)²/2σ²)，σ = D/2。乘过之后不再归一。",
)
SAMPLES = Text(en="Places drawn", zh="抽样次数")
HARD_TITLE = Text(
    en="After {n} draws the mean is {gap:.3f} away from soft attention; one draw is {one:.2f} away",
    zh="抽 {n} 次后，均值离软注意力 {gap:.3f}；只抽一次，相差 {one:.2f}",
)
HARD_ALT = Text(
    en="Distance between the mean of hard draws and soft attention against the number of draws.",
    zh="硬注意力抽样均值与软注意力的距离，随抽样次数变化。",
)
HARD_SAYS = Text(
    en="Soft attention takes a weighted mean of all values; hard attention draws one place and takes its value whole. On average they agree, "
    "but a single draw is noisy, and no gradient passes through the dice: it was trained by reinforcement.",
    zh="软注意力取所有值的加权平均；硬注意力抽一个位置，整个拿走它的值。平均起来两者相同，但单抽一次噪声很大，梯度也穿不过骰子，只能用强化学习来训练。",
)
DRAWS_AXIS, GAP_AXIS = Text(en="places drawn", zh="抽样次数"), Text(en="distance to soft", zh="与软注意力的距离")
EXPECTED = Text(en="expected: √(variance / n)", zh="理论：√(方差 / n)")
MASK_TITLE = Text(
    en="Without the mask {share} of the weight would go to words not yet read",
    zh="不加掩码，会有 {share} 的权重跑到还没读到的词上",
)
MASK_ALT = Text(en="The same head without and with a causal mask.", zh="同一个头，不加和加上因果掩码。")
MASK_SAYS = Text(
    en="Left, the head as it is: everybody sees everybody. Right, the same scores with −∞ above the diagonal before the softmax: each row "
    "is divided anew among what is allowed, so the first token can only look at itself.",
    zh="左边是原样，谁都看得见谁。右边用同样的分数，只在 softmax 之前把对角线以上换成 −∞：每一行在允许的范围里重新分配，第一个词元只能看自己。",
)
FREE, MASKED = Text(en="free", zh="不加掩码"), Text(en="causal mask", zh="因果掩码")

CONTROLS: Mapping[str, Text] = {
    "attention_measure": MEASURE,
    "attention_other": OTHER,
    "attention_way": WAY,
    "attention_goal": GOAL,
    "attention_gap": GAP,
    "attention_word": WORD,
    "attention_opinion": OPINION,
    "attention_hide": WHICH,
    "attention_off": OFF,
    "attention_shuffle": SHUFFLE,
    "attention_row": ROW,
    "attention_row_layer": ROW_LAYER,
    "attention_row_head": ROW_HEAD,
    "attention_row_query": ROW_QUERY,
    "attention_row_key": ROW_KEY,
    "attention_topic": TOPIC,
    "attention_score": SCORE,
    "attention_qx": QX,
    "attention_qy": QY,
    "attention_centre": CENTRE,
    "attention_predicts": PREDICTS,
    "attention_window": WINDOW,
    "attention_draws": SAMPLES,
}

COVERS: Mapping[str, str] = {
    "probe-attention-map": "attention_view=heads",
    "attention-explanation-debate": "attention_view=debate",
    "attention-feed-forward": "attention_view=debate&attention_opinion=What+a+wonderful+trip%21",
    "attention-multi-head": "attention_view=surgery",
    "attention-additive-score": "attention_view=scores&attention_score=additive",
    "attention-luong-scores": "attention_view=scores&attention_score=general",
    "attention-qkv": "attention_view=scores",
    "attention-local": "attention_view=scores&attention_topic=local",
    "attention-soft-hard": "attention_view=scores&attention_topic=hard",
    "attention-causal-mask": "attention_view=scores&attention_topic=mask",
    "attention-self": "attention_view=matrix",
}

PAPERS = """
@inproceedings{li2018disagreement,
  title = {Multi-Head Attention with Disagreement Regularization},
  author = {Li, Jian and Tu, Zhaopeng and Yang, Baosong and Lyu, Michael R. and Zhang, Tong},
  booktitle = {EMNLP},
  year = {2018},
  url = {https://arxiv.org/abs/1810.10183}
}

@inproceedings{abnar2020flow,
  title = {Quantifying Attention Flow in Transformers},
  author = {Abnar, Samira and Zuidema, Willem},
  booktitle = {ACL},
  year = {2020},
  url = {https://arxiv.org/abs/2005.00928}
}

@inproceedings{kobayashi2020norm,
  title = {Attention is Not Only a Weight: Analyzing Transformers with Vector Norms},
  author = {Kobayashi, Goro and Kuribayashi, Tatsuki and Yokoi, Sho and Inui, Kentaro},
  booktitle = {EMNLP},
  year = {2020},
  url = {https://arxiv.org/abs/2004.10102}
}

@inproceedings{sundararajan2017axiomatic,
  title = {Axiomatic Attribution for Deep Networks},
  author = {Sundararajan, Mukund and Taly, Ankur and Yan, Qiqi},
  booktitle = {ICML},
  year = {2017},
  url = {https://arxiv.org/abs/1703.01365}
}

@inproceedings{luong2015effective,
  title = {Effective Approaches to Attention-based Neural Machine Translation},
  author = {Luong, Minh-Thang and Pham, Hieu and Manning, Christopher D.},
  booktitle = {EMNLP},
  year = {2015},
  url = {https://arxiv.org/abs/1508.04025}
}

@inproceedings{bahdanau2015neural,
  title = {Neural Machine Translation by Jointly Learning to Align and Translate},
  author = {Bahdanau, Dzmitry and Cho, Kyunghyun and Bengio, Yoshua},
  booktitle = {ICLR},
  year = {2015},
  url = {https://arxiv.org/abs/1409.0473}
}

@inproceedings{xu2015show,
  title = {Show, Attend and Tell: Neural Image Caption Generation with Visual Attention},
  author = {Xu, Kelvin and Ba, Jimmy and Kiros, Ryan and Cho, Kyunghyun and Courville, Aaron and Salakhutdinov, Ruslan and Zemel, Richard and Bengio, Yoshua},
  booktitle = {ICML},
  year = {2015},
  url = {https://arxiv.org/abs/1502.03044}
}

@inproceedings{raffel2015feed,
  title = {Feed-Forward Networks with Attention Can Solve Some Long-Term Memory Problems},
  author = {Raffel, Colin and Ellis, Daniel P. W.},
  booktitle = {ICLR Workshop},
  year = {2016},
  url = {https://arxiv.org/abs/1512.08756}
}

@inproceedings{serrano2019attention,
  title = {Is Attention Interpretable?},
  author = {Serrano, Sofia and Smith, Noah A.},
  booktitle = {ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1906.03731}
}

@inproceedings{kobayashi2021incorporating,
  title = {Incorporating Residual and Normalization Layers into Analysis of Masked Language Models},
  author = {Kobayashi, Goro and Kuribayashi, Tatsuki and Yokoi, Sho and Inui, Kentaro},
  booktitle = {EMNLP},
  year = {2021},
  url = {https://arxiv.org/abs/2109.07152}
}
"""
