"""The words of the attention exhibit."""

from collections.abc import Mapping

from app.exhibits.attention import align_text, beside_text, kinds_text
from app.exhibits.attention.explained_text import CLAIMS as EXPLAINED
from app.exhibits.attention.more_text import CONTROLS as MORE_CONTROLS
from app.exhibits.attention.more_text import COVERS as MORE_COVERS
from app.exhibits.attention.more_text import PAPERS as MORE_PAPERS
from app.exhibits.attention.more_text import VIEWS as MORE_VIEWS
from app.exhibits.attention.scaling_text import CONTROLS as SCALING_CONTROLS
from app.exhibits.attention.scaling_text import SQRT_D
from app.i18n import Text

TITLE = Text(en="Attention", zh="注意力")
QUESTION = Text(en="Where does a model look while it reads your sentence?", zh="模型读你的句子时，目光落在哪里？")
IDEA = Text(
    en="Every token asks a question (its query), every token holds up a label (its key). Where the two agree, the "
    "score is high; softmax turns a row of scores into shares that add up to 1, and those shares decide how much of "
    "each value the token takes home.",
    zh="每个词元都提一个问题（查询），也都举一块牌子（键）。问题和牌子对得上，分数就高；softmax 把一行分数变成加起来等于 1 "
    "的占比，词元再按这些占比把各处的值取回来。",
)
FORMULA = (
    r"\mathrm{softmax}\!\left(\frac{\textcolor{#000001}{Q}\,\textcolor{#000002}{K}^{\top}}{\sqrt{d}}\right)"
    r"\textcolor{#000003}{V}"
)
LOOK_FOR = Text(
    en="with minilm: which word “they” turns to in layer 4, head 2; a head that looks almost only one word back "
    "(layer 1, head 3); how many heads rest on [CLS].",
    zh="用 minilm：第 4 层第 2 个头里，“they”转向了哪个词；哪个头几乎只看前一个词（第 1 层第 3 个头）；"
    "有多少个头把权重停放在 [CLS] 上。",
)
TERMS = ("token", "query", "key", "value", "head", "layer", "softmax", "special", "subword", "entropy")

EXAMPLE = Text(en="The children slept because they were tired.", zh="The children slept because they were tired.")

# --- Play: controls ---------------------------------------------------------------------------------------------

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "head": Text(en="Lines", zh="连线"),
    "matrix": Text(en="Matrix", zh="矩阵"),
    "model": Text(en="All heads", zh="全部注意力头"),
    "neuron": Text(en="Vectors", zh="向量"),
    **MORE_VIEWS,
    "beside": beside_text.VIEW,
    "align": align_text.VIEW,
    "kinds": kinds_text.VIEW,
}
LAYER = Text(en="Layer", zh="层")
HEAD = Text(en="Head", zh="头")
MORE = Text(en="Model, second text, what is drawn", zh="模型、第二段文字、画什么")
MODEL = Text(en="Model", zh="模型")
MODEL_HELP = Text(
    en="minilm comes with this program. Any other text transformer by its name on the Hugging Face hub: pick one or type it.",
    zh="minilm 随程序自带。其他文本 Transformer 用它在 Hugging Face 上的名字：选一个，或自己输入。",
)
PAIR = Text(en="Second text (a pair; for translators the target)", zh="第二段文字（组成句对；翻译类模型则是译文）")
PAIR_HINT = Text(en="e.g. It dreamed of mice.", zh="例如：It dreamed of mice.")
KIND = Text(en="Which attention", zh="哪一种注意力")
KINDS: Mapping[str, Text] = {
    "encoder": Text(en="encoder: source to source", zh="编码器：原文看原文"),
    "decoder": Text(en="decoder: target to target", zh="解码器：译文看译文"),
    "cross": Text(en="cross: target to source", zh="交叉：译文看原文"),
}
NEEDS_TARGET = Text(
    en="{model} writes a second text: type one above to see its decoder and its cross attention.",
    zh="{model} 会写出第二段文字：在上面输入译文，就能看解码器注意力和交叉注意力。",
)
SPECIALS = Text(en="Draw special tokens", zh="画出特殊词元")
SPECIALS_HELP = Text(
    en="Weights are not rescaled when they are left out; the missing share stands as “not drawn”.",
    zh="不画时权重也不重新归一，少掉的份额记在“未画出”里。",
)
WORDS = Text(en="Join subwords into words", zh="把子词合并成词")
WORDS_HELP = Text(
    en="Attention to a split word is the sum over its pieces, attention from it their mean (Clark et al. 2019, §4.1).",
    zh="看向被切开的词：各片权重相加；从它看出去：各片取平均（Clark 等 2019，§4.1）。",
)
MASS = Text(en="Keep the heaviest weights of a row, % of its mass", zh="每行只留最重的权重，占总量的百分比")
TOGETHER = Text(en="Heads shown together", zh="同时显示的头")
TOKEN = Text(en="Who looks (query)", zh="谁在看（查询）")
KEY = Text(en="At whom (key)", zh="看向谁（键）")
MATRICES = Text(en="Every matrix of this head", zh="这个头的全部矩阵")
STANDOUT = Text(en="the pair that stands out", zh="最突出的一对")

CONTROLS: Mapping[str, Text] = {
    **SCALING_CONTROLS,
    **MORE_CONTROLS,
    **align_text.CONTROLS,
    **beside_text.CONTROLS,
    **kinds_text.CONTROLS,
    "attention_view": VIEW,
    "attention_layer": LAYER,
    "attention_head": HEAD,
    "attention_heads": TOGETHER,
    "attention_model": MODEL,
    "attention_pair": PAIR,
    "attention_kind": KIND,
    "attention_specials": SPECIALS,
    "attention_words": WORDS,
    "attention_mass": MASS,
    "attention_token": TOKEN,
    "attention_key": KEY,
    "attention_matrices": MATRICES,
}

# --- Play: titles, computed -------------------------------------------------------------------------------------

HABITS: Mapping[str, Text] = {
    "special": Text(
        en="Head {head} rests on {token}: {share} of its weight", zh="第 {head} 个头停在 {token} 上：占权重的 {share}"
    ),
    "previous": Text(en="Head {head} looks one token back ({share})", zh="第 {head} 个头看前一个词元（{share}）"),
    "next": Text(en="Head {head} looks one token ahead ({share})", zh="第 {head} 个头看后一个词元（{share}）"),
    "self": Text(en="Head {head} looks at the token itself ({share})", zh="第 {head} 个头看词元自己（{share}）"),
    "first": Text(
        en="Head {head} rests on the first token: {share} of its weight",
        zh="第 {head} 个头停在第一个词元上：占权重的 {share}",
    ),
    "pair": Text(
        en="In head {head}, “{query}” looks at “{key}” with {share} of its weight",
        zh="第 {head} 个头里，“{query}”把 {share} 的权重给了“{key}”",
    ),
    "one": Text(
        en="Head {head} gathers on “{one}”: the other tokens give it {share} of their weight",
        zh="第 {head} 个头都聚到“{one}”上：其他词元平均给它 {share} 的权重",
    ),
    "broad": Text(
        en="Head {head} spreads out: {share} of the widest spread there could be",
        zh="第 {head} 个头看得很散：达到最大分散程度的 {share}",
    ),
    "mixed": Text(
        en="Head {head} has no single habit; most telling: “{query}” → “{key}” ({weight})",
        zh="第 {head} 个头没有单一的习惯；最突出的是“{query}” → “{key}”（{weight}）",
    ),
}
LOCKED = Text(
    en="In head {head}, “{query}” looks most at “{key}” ({weight})",
    zh="第 {head} 个头里，“{query}”最看重“{key}”（{weight}）",
)
SEVERAL = Text(
    en="{n} heads of layer {layer} side by side: each colour is one head",
    zh="第 {layer} 层的 {n} 个头叠在一起：一种颜色一个头",
)
LOCKED_DRAWN = Text(
    en="In head {head}, of what is drawn, “{query}” looks most at “{key}” ({weight})",
    zh="第 {head} 个头里，在画出的词元中，“{query}”最看重“{key}”（{weight}）",
)
ALL_HEADS = Text(
    en="{rest} of {n} heads give {token} at least half of their weight; {local} look at a neighbour",
    zh="{n} 个头里有 {rest} 个把至少一半权重给了 {token}，{local} 个看相邻的词元",
)
ALL_FIRST = Text(
    en="{rest} of {n} heads rest on the first token; {local} look at a neighbour",
    zh="{n} 个头里有 {rest} 个停在第一个词元上，{local} 个看相邻的词元",
)
ALL_CROSS = Text(
    en="{rest} of {n} heads give {token} at least half of their weight",
    zh="{n} 个头里有 {rest} 个把至少一半权重给了 {token}",
)
NO_SINK_CROSS = Text(
    en="None of {n} heads gives half of its weight to a special token",
    zh="{n} 个头里没有一个把一半权重给特殊词元",
)
NO_SINK = Text(en="{local} of {n} heads look at a neighbour", zh="{n} 个头里有 {local} 个看相邻的词元")
NEURON = Text(
    en="“{query}” asks: after {steps}, “{best}” has the highest score ({weight})",
    zh="“{query}”发问：{steps}之后，“{best}”的分数最高（{weight}）",
)
SCALED = Text(en="scaling", zh="缩放")
SCALED_BIASED = Text(en="scaling and mask or bias", zh="缩放并加上掩码或偏置")
CAPTION = Text(
    en="{model} · {kind} · layer {layer} of {L} · head {head} of {H} · {n} tokens · “{text}”{extra}",
    zh="{model} · {kind} · 第 {layer} 层（共 {L} 层）· 第 {head} 个头（共 {H} 头）· {n} 个词元 · “{text}”{extra}",
)
KIND_NAMES: Mapping[str, Text] = {
    "encoder": Text(en="encoder attention", zh="编码器注意力"),
    "decoder": Text(en="decoder attention", zh="解码器注意力"),
    "cross": Text(en="cross attention", zh="交叉注意力"),
}
CAPTION_ALL = Text(
    en="{model} · {kind} · {L} layers of {H} heads · {n} tokens · “{text}”{extra}",
    zh="{model} · {kind} · {L} 层，每层 {H} 个头 · {n} 个词元 · “{text}”{extra}",
)
HEADS_SHOWN = Text(en=" · heads {heads}, percentages are their mean", zh=" · 显示第 {heads} 个头，百分比是它们的平均")
FAINT_LINES = Text(en=" · lines under 3 % not drawn", zh=" · 不到 3% 的线不画")
POOLED = Text(en=" · a dot is the largest of {n} × {n} weights", zh=" · 一个点是 {n}×{n} 个权重中最大的")

INSIDE_PICTURE: Mapping[str, Text] = {
    "looks": Text(en="looks (query)", zh="谁在看（查询）"),
    "looked": Text(en="is looked at (key)", zh="看向谁（键）"),
    "row": Text(en="{token}, token {place}, looks", zh="{token}，第 {place} 个词元，在看"),
    "column": Text(en="{token}, token {place}, is looked at", zh="{token}，第 {place} 个词元，被看"),
    "heads": Text(en="Heads", zh="头"),
    "head": Text(en="Head {head}", zh="第 {head} 个头"),
    "chip": Text(en="Click: show or hide. Double click: only this one.", zh="单击：显示或隐藏。双击：只看这个头。"),
    "every": Text(en="all", zh="全部"),
    "alone": Text(en="only {head}", zh="只看 {head}"),
    "steer": Text(en="Arrow keys move, Enter opens the numbers.", zh="方向键移动，回车查看数字。"),
    "scale": Text(en="% of the row", zh="占本行的 %"),
    "layer": Text(en="Layer", zh="层"),
    "q": Text(en="query q", zh="查询 q"),
    "k": Text(en="keys k", zh="键 k"),
    "product": Text(en="q × k, dimension by dimension", zh="q × k，逐维相乘"),
    "score": Text(en="sum q·k", zh="求和 q·k"),
    "scaled": Text(en="× scale", zh="× 缩放"),
    "bias": Text(en="+ mask / bias", zh="+ 掩码或偏置"),
    "weight": Text(en="softmax", zh="softmax"),
    "dimension": Text(en="dimension {d}: {q} × {k} = {p}", zh="第 {d} 维：{q} × {k} = {p}"),
    "save": Text(en="Save the picture as {form}", zh="把图存为 {form}"),
}
NOT_DRAWN = Text(en="not drawn", zh="未画出")
PLACE = Text(en="{shown} · token {place}", zh="{shown} · 第 {place} 个词元")
PIECE = Text(
    en="{shown} · in the vocabulary: {pieces} · token {place}", zh="{shown} · 词表里写作 {pieces} · 第 {place} 个词元"
)

# --- Play: notes ------------------------------------------------------------------------------------------------

HABIT = Text(en="Where this head's weight goes", zh="这个头的权重去了哪里")
SHARES: Mapping[str, Text] = {
    "special": Text(en="{token}", zh="{token}"),
    "previous": Text(en="one token back", zh="前一个词元"),
    "self": Text(en="the token itself", zh="词元自己"),
    "next": Text(en="one token ahead", zh="后一个词元"),
    "first": Text(en="the first token", zh="第一个词元"),
    "other": Text(en="elsewhere", zh="其他地方"),
}
MEAN_OF = Text(
    en="mean over the {n} typed tokens; what fits two of these counts once, in the one that holds more",
    zh="对输入的 {n} 个词元取平均；同时符合两项的只算一次，归入较多的一项",
)
ENTROPY = Text(en="spread: {bits:.2f} of at most {most:.2f} bits", zh="分散程度：{bits:.2f} 比特，最多 {most:.2f} 比特")
SINK = Text(
    en="{token} is a resting place: head {head} of layer {layer} gives it {share} of its weight, and it often means "
    "“nothing for me here”.",
    zh="{token} 是个歇脚处：第 {layer} 层第 {head} 个头把 {share} 的权重给了它，多半表示“这里没有我要找的”。",
)
NOT_EXPLANATION = Text(
    en="**Attention is not an explanation.** It shows which values are mixed, and in what shares, not why the model "
    "answers as it does: different weights can give the same answer. See "
    "[Jain & Wallace 2019](https://arxiv.org/abs/1902.10186) and the reply by "
    "[Wiegreffe & Pinter 2019](https://arxiv.org/abs/1908.04626).",
    zh="**注意力不等于解释**：它说明取了哪些值、各占多少，却说不清模型为什么这样回答：换一组权重，答案也可能一样。参看 "
    "[Jain & Wallace 2019](https://arxiv.org/abs/1902.10186) 以及 "
    "[Wiegreffe & Pinter 2019](https://arxiv.org/abs/1908.04626) 的回应。",
)
UNREADABLE = Text(
    en="**{model} cannot read {share} of this text**: {n} of {all} tokens became [UNK], the sign for “not in my "
    "vocabulary”. Attention to and from them tells you nothing about the words behind.",
    zh="**{model} 读不懂这段文字的 {share}**：{all} 个词元里有 {n} 个成了 [UNK]，意思是“词表里没有”。"
    "与它们有关的注意力说明不了原来那些字。",
)
NEEDS_CHINESE = Text(en="For Chinese, choose `bert-base-chinese`.", zh="读中文请换用 `bert-base-chinese`。")
SWITCH = Text(en="Read it with bert-base-chinese", zh="换用 bert-base-chinese")
DROPPED = Text(
    en="This model reads {kept} tokens at a time: the last {dropped} of your text were cut off.",
    zh="这个模型一次只读 {kept} 个词元：文字末尾的 {dropped} 个被截掉了。",
)
FELL_BACK = Text(en="For now minilm reads your sentence.", zh="眼下先由 minilm 来读你的句子。")
SHOWS_EXAMPLE = Text(en="For now you see the example.", zh="眼下先看示例。")
RECORDED = Text(
    en="Recorded on {date} with {model} in full precision; repeat it with `{command}`.",
    zh="录制于 {date}，模型 {model}，全精度；用 `{command}` 可以重新得到。",
)

# --- Look inside ------------------------------------------------------------------------------------------------

INSIDE = Text(en="Where does this number come from?", zh="这个数字是怎么来的？")
INSIDE_HOW = Text(
    en="Layer {layer}, head {head}: “{query}” looks at “{key}”. Click another cell or token above to change the pair.",
    zh="第 {layer} 层第 {head} 个头：“{query}”看“{key}”。点上面图里别的格子或词元，就换一对。",
)
STEP_SCORE = Text(
    en="1 · Do question and label agree? Multiply, then add.", zh="1 · 问题和牌子对得上吗？逐维相乘再相加。"
)
STEP_SCALE = Text(en="2 · Scale{bias}.", zh="2 · 缩放{bias}。")
STEP_BIAS = Text(en=", then add the mask or the position bias", zh="，再加上掩码或位置偏置")
STEP_SOFTMAX = Text(
    en="3 · Softmax: this score against all {n} in the row.",
    zh="3 · softmax：这个分数与本行全部 {n} 个相比。",
)
STEP_VALUE = Text(en="4 · The weights mix the values.", zh="4 · 按权重把值混合起来。")
SAME = Text(
    en="The model itself computed {weight}: the same number, and the cell in the picture ({percent}).",
    zh="模型自己算出的是 {weight}：同一个数，也就是图中那一格（{percent}）。",
)
SAME_ELSEWHERE = Text(
    en="The model itself computed {weight}: the same number. The picture above joins, averages or leaves out weights, so "
    "it may show another one.",
    zh="模型自己算出的是 {weight}：同一个数。上面的图合并、平均或略去了一些权重，显示的数可能不同。",
)
MASKED = Text(
    en="This key is masked: minus infinity is added to its score, so its weight is exactly 0.",
    zh="这个键被掩住了：分数加上负无穷，权重正好是 0。",
)
OTHERS = Text(en="{n} more, together {share}", zh="其余 {n} 个，共 {share}")
DIMENSION = Text(en="dimension of the head", zh="头内的维度")
PRODUCT = Text(en="q × k", zh="q × k")
CONTRIBUTIONS = Text(
    en="Dimension {d} weighs most in the score:<br>{value} of {score}",
    zh="第 {d} 维对分数影响最大：<br>{value}，总分 {score}",
)

MATRICES_TITLE = Text(
    en="Layer {layer}, head {head}, computed again: the softmax is the model's to within {gap}",
    zh="第 {layer} 层第 {head} 个头，重新算一遍：softmax 与模型自己的结果最多相差 {gap}",
)
MATRICES_HOW = Text(
    en="Read from left to right, line by line. Blue is negative, orange positive, weights run from 0 to 1; every signed "
    "matrix has a colour range of its own. Point at a cell for its number.",
    zh="从左到右、逐行往下读。蓝色为负，橙色为正；权重从 0 到 1。有正负号的矩阵各用各的色阶。指向一格可看数值。",
)
MATRICES_MASKED = Text(en="Empty cells are masked.", zh="空格是被掩住的。")
MATRICES_CUT = Text(
    en="The first {n} tokens are drawn, all of them are computed.", zh="只画前 {n} 个词元，计算用的是全部。"
)
MATRIX: Mapping[str, Text] = {
    "q": Text(en="Q, queries: {rows} × {columns}", zh="Q，查询：{rows}×{columns}"),
    "k": Text(en="K, keys: {rows} × {columns}", zh="K，键：{rows}×{columns}"),
    "scores": Text(en="QKᵀ, scores: {rows} × {columns}", zh="QKᵀ，分数：{rows}×{columns}"),
    "scaled": Text(en="scaled scores: {rows} × {columns}", zh="缩放后的分数：{rows}×{columns}"),
    "biased": Text(en="+ mask / bias: {rows} × {columns}", zh="加上掩码或偏置：{rows}×{columns}"),
    "weights": Text(en="softmax, weights: {rows} × {columns}", zh="softmax，权重：{rows}×{columns}"),
    "v": Text(en="V, values: {rows} × {columns}", zh="V，值：{rows}×{columns}"),
    "output": Text(en="weights · V, output: {rows} × {columns}", zh="权重 · V，输出：{rows}×{columns}"),
}

# --- Check yourself ---------------------------------------------------------------------------------------------

ASK = Text(
    en="Layer {layer}, head {head}: which of these does “{query}” (token {place}) look at most?",
    zh="第 {layer} 层第 {head} 个头：“{query}”（第 {place} 个词元）最看重下面哪一个？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL = Text(en="Show me", zh="揭晓")
KEPT_BACK = Text(
    en="You chose “{guess}”. Your teacher has the answer.",
    zh="你选了“{guess}”。答案在老师那里。",
)
NEXT = Text(en="Another one", zh="再来一题")
RIGHT = Text(en="Yes: “{key}” gets {weight}.", zh="对：“{key}”得到 {weight}。")
WRONG = Text(
    en="The model puts “{key}” first with {weight}; your “{guess}” gets {own}.",
    zh="模型把 {weight} 给了“{key}”；你选的“{guess}”得到 {own}。",
)
TOO_SHORT = Text(
    en="It takes at least {least} tokens to look at, and here there are {n}. Words to add: {more}.",
    zh="至少要有 {least} 个可看的词元，这里只有 {n} 个：再输入 {more} 个词就够了。",
)
MYTHS = Text(en="Is that so? Test it on your sentence.", zh="真是这样吗？用你的句子检验。")
TRY = Text(en="Test it", zh="检验")
MYTH_SYMMETRIC = Text(en="“If a looks at b, b looks back just as much.”", zh="“a 看 b 有多重，b 看 a 就有多重。”")
MYTH_SYMMETRIC_ANSWER = Text(
    en="No: in layer {layer}, head {head}, “{a}” gives “{b}” {there}, “{b}” gives “{a}” {back}. Query and key come from "
    "two different matrices, so q·k is not symmetric; and softmax divides every row by its own sum.",
    zh="不对：第 {layer} 层第 {head} 个头里，“{a}”给“{b}”{there}，“{b}”给“{a}”{back}。查询和键出自两个不同的矩阵，"
    "q·k 本来就不对称；而且 softmax 是每一行各自归一的。",
)
MYTH_SYMMETRIC_ONE = Text(
    en="Type two words or more: one word can only look at itself.",
    zh="请至少输入两个词：只有一个词时，它只能看自己。",
)
MYTH_SYMMETRIC_MASKED = Text(
    en="No: “{a}” gives “{b}” {there}, but “{b}” stands earlier and may not look at what comes later: the mask makes "
    "that weight exactly 0.",
    zh="不对：“{a}”给“{b}”{there}；“{b}”在前面，不许看后文，掩码让这个权重正好为 0。",
)
MYTH_SYMMETRIC_CROSS = Text(
    en="No: in cross attention the target looks at the source, and nothing ever looks back.",
    zh="不对：交叉注意力里只有译文看原文，原文从不回看。",
)
MYTH_COLUMN = Text(
    en="“Every token is looked at equally much: columns add up to 1, as rows do.”",
    zh="“每个词元被看的总量一样：列和行一样，加起来都是 1。”",
)
MYTH_COLUMN_ANSWER = Text(
    en="No: every row adds up to 1, but the column of “{most}” holds {high:.2f} and that of “{least}” {low:.2f}. "
    "Softmax runs along the row only.",
    zh="不对：每一行加起来都是 1，可“{most}”那一列的和是 {high:.2f}，“{least}”那一列只有 {low:.2f}。softmax 只沿着行做。",
)
MYTH_ORDER = Text(
    en="“Self-attention knows the order of the words.”",
    zh="“自注意力自己就知道词的先后顺序。”",
)
MYTH_ORDER_ANSWER = Text(
    en="Not by itself: with the queries, keys and values of layer {layer}, head {head} in random order, the outputs are "
    "the same ones in that order (largest difference {gap}). Order comes in through the positions: read as "
    "“{shuffled}”, the outputs of the same words differ by up to {moved:.2f}.",
    zh="光靠它自己不行：把第 {layer} 层第 {head} 个头的查询、键、值打乱次序，输出还是原来那些，只是跟着换了位置（最大差 {gap}）。"
    "顺序是位置编码带进来的：让模型读“{shuffled}”，同样的词，输出最多相差 {moved:.2f}。",
)
ORDER_MASKED = Text(
    en="Not here: this model masks what comes later or adds a bias for distance, and with it order gets into attention. "
    "Try minilm.",
    zh="这个模型不算：它遮住后文，或者给距离加了偏置，顺序就这样进了注意力。换成 minilm 试试。",
)
ORDER_CROSS = Text(
    en="Cross attention looks from one text into another. Choose encoder attention to test this.",
    zh="交叉注意力是从一段文字看向另一段。换成编码器注意力，才能检验这一条。",
)
ORDER_SHORT = Text(
    en="Type at least three different words, then their order can be changed.",
    zh="请输入至少三个不同的词（或字），才谈得上打乱次序。",
)

# --- Is it true?, and the plate on the entrance -------------------------------------------------------------------

CLAIMS = (SQRT_D, align_text.FIXED_VECTOR, *EXPLAINED)
PLATE = Text(en="“{query}” looks at “{key}”: {weight}", zh="“{query}”看向“{key}”：{weight}")

# --- Which systems are live here --------------------------------------------------------------------------------

COVERS: Mapping[str, str] = {
    "attention-scaled-dot": "attention_matrices=true",
    "attention-sqrt-d": "attention_part=train",
    **MORE_COVERS,
    **align_text.COVERS,
    **kinds_text.COVERS,
}

PAPERS = """@inproceedings{vaswani2017attention,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and Uszkoreit, Jakob and Jones, Llion and Gomez, Aidan N. and Kaiser, Lukasz and Polosukhin, Illia},
  booktitle = {Advances in Neural Information Processing Systems 30},
  year = {2017},
  url = {https://arxiv.org/abs/1706.03762}
}

@inproceedings{clark2019bert,
  title = {What Does {BERT} Look At? An Analysis of {BERT}'s Attention},
  author = {Clark, Kevin and Khandelwal, Urvashi and Levy, Omer and Manning, Christopher D.},
  booktitle = {BlackboxNLP Workshop at ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1906.04341}
}

@inproceedings{jain2019attention,
  title = {Attention is not Explanation},
  author = {Jain, Sarthak and Wallace, Byron C.},
  booktitle = {NAACL-HLT},
  year = {2019},
  url = {https://arxiv.org/abs/1902.10186}
}

@inproceedings{wiegreffe2019attention,
  title = {Attention is not not Explanation},
  author = {Wiegreffe, Sarah and Pinter, Yuval},
  booktitle = {EMNLP-IJCNLP},
  year = {2019},
  url = {https://arxiv.org/abs/1908.04626}
}
"""
PAPERS += MORE_PAPERS + kinds_text.PAPERS
