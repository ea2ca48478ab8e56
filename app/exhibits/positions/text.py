"""The words of the positions exhibit."""

from collections.abc import Mapping

from app.exhibits.positions.claims_text import CLAIMS as CLAIMS
from app.exhibits.positions.papers_text import PAPERS as PAPERS
from app.i18n import Text

TITLE = Text(en="Positions", zh="位置")
QUESTION = Text(en="How does a transformer know where a word stands?", zh="Transformer 怎么知道一个词排在哪里？")
IDEA = Text(
    en="Attention by itself sees a bag of words: swap two and nothing changes. So the place must be put in. Three spots take "
    "it: it is **added** to the word's vector (sinusoids, BERT's table), it **turns** queries and keys (RoPE), or it "
    "**moves the score** by distance (ALiBi, T5, KERPLE). What counts in the end is the score: does it know places, or "
    "only distances?",
    zh="单靠注意力，一句话只是一袋词：换两个词的位置，什么也不会变。位置必须另外放进去。能放的地方有三处：**加**到词向量上（正余弦、BERT "
    "的位置表），把查询和键**转**一个角度（RoPE），或者按距离**改分数**（ALiBi、T5、KERPLE）。归根结底看分数：它认得的是位置，还是只认得距离？",
)
FORMULA = (
    r"\begin{aligned}&x_m + \textcolor{#000003}{p_m}\\"
    r"&\langle \textcolor{#000001}{R_m q},\,\textcolor{#000002}{R_n k}\rangle"
    r"=\langle \textcolor{#000001}{q},\,R_{n-m}\textcolor{#000002}{k}\rangle\\"
    r"&\textcolor{#000001}{q}\cdot\textcolor{#000002}{k} + b(m-n)\end{aligned}"
)
LOOK_FOR = Text(
    en="which columns oscillate fast (the first ones: rest the pointer on a column and read its wavelength); whether a matrix "
    "has equal numbers along its diagonals; what happens past the length that was trained.",
    zh="哪些列振荡得快（靠前的列：把指针停在一列上，读它的波长）；矩阵的每条对角线上数字是否相等；超过训练长度以后会怎样。",
)
TERMS = ("embedding", "query", "key", "head", "sinusoid", "rope", "relative-position", "toeplitz", "extrapolation")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "waves": Text(en="Waves", zh="正余弦"),
    "rotary": Text(en="Rotation", zh="旋转"),
    "schemes": Text(en="All encodings", zh="全部编码"),
    "stretch": Text(en="Stretching", zh="拉长"),
    "length": Text(en="Train short, read long", zh="短训长读"),
    "real": Text(en="Real tables", zh="真实的位置表"),
    "order": Text(en="Without positions", zh="去掉位置"),
    "paper": Text(en="On a page", zh="版面上"),
}

# --- The one set of controls ------------------------------------------------------------------------------------

T = Text(en="Length, tokens", zh="长度（词元）")
D = Text(en="Width", zh="宽度")
BASE = Text(en="Base", zh="底数")
H = Text(en="Heads", zh="头数")

COLUMN_AXIS = Text(en="column", zh="列")
PLACE_AXIS = Text(en="position", zh="位置")
DISTANCE_AXIS = Text(en="distance, tokens", zh="距离（词元）")
SCORE_AXIS = Text(en="score", zh="分数")
NATS_AXIS = Text(en="nats per character", zh="每字符纳特")

# --- Waves ------------------------------------------------------------------------------------------------------

COLUMN = Text(en="Column", zh="列")
ROW_M = Text(en="One position", zh="一个位置")
ROW_N = Text(en="Another position", zh="另一个位置")
COLUMN_HOVER = Text(
    en="column {c} ({f}), wavelength {wave:,.1f} tokens", zh="第 {c} 列（{f}），波长 {wave:,.1f} 个词元"
)
CELL_HOVER = Text(
    en="position %{y}, %{x}<br>value %{z} / 100<extra></extra>", zh="位置 %{y}，%{x}<br>数值 %{z} / 100<extra></extra>"
)
WAVES_TITLE = Text(
    en="The first columns are the fast ones: column 0 repeats every {first:.1f} tokens, the last every {last};<br>"
    "{slow} of {pairs} pairs do not finish a turn in {T} tokens",
    zh="快的是靠前的列：第 0 列每 {first:.1f} 个词元重复一次，最后一列要 {last} 个；<br>{pairs} 对里有 {slow} 对在 {T} 个词元内转不满一圈",
)
WAVES_ALT = Text(
    en="Heat map of the sinusoidal table, a row a position, a column a feature; two rows and a column are marked.",
    zh="正余弦位置表的热图，行是位置，列是特征；标出了两行和一列。",
)
CUTS_ALT = Text(
    en="The two marked rows, the marked column, and the dot product of two rows against their distance.",
    zh="标出的两行、标出的一列，以及两行点积随距离的变化。",
)
ROW_NAME = Text(en="position {row}", zh="位置 {row}")
COLUMN_NAME = Text(en="column {column}", zh="第 {column} 列")
DOT_NAME = Text(en="dot product", zh="点积")
ROWS_TOP = Text(en="positions {m} and {n}: sines", zh="位置 {m} 与 {n}：正弦列")
COLUMN_TOP = Text(en="column {column} is a wave", zh="第 {column} 列是一条波")
DOT_TOP = Text(en="p·p {k} apart: {value:.1f}", zh="相距 {k}：p·p = {value:.1f}")
SINE_NAME, COSINE_NAME = Text(en="sine", zh="正弦"), Text(en="cosine", zh="余弦")
WAVES_SAY = Text(
    en="Column {column} is a {kind} and turns {turns:.2f} times within {T} tokens. The two rows share {share:.0%} of what a row "
    "shares with itself, and any two rows that lie {k} apart share exactly as much. One matrix, the same for all "
    "positions, moves every row by {k}: it turns each pair of columns; above stand its four numbers for columns {first} and "
    "{second}. The last line is the largest error in the whole table.\n\n"
    "Some pages say that the first columns change slowly. Rest the pointer on any column: it prints its wavelength.",
    zh="第 {column} 列是{kind}，在 {T} 个词元里转 {turns:.2f} 圈。这两行的点积是一行与自身点积的 {share:.0%}；任何两行只要也相距 {k}，"
    "点积就一模一样。同一个矩阵能把每一行都平移 {k}：它把每一对列转过一个角度，"
    "上面写出了第 {first}、{second} 两列的四个数。最后一行公式是全表的最大误差。\n\n"
    "有的网页说靠前的列变得慢。把指针停在任意一列上，它会报出自己的波长。",
)

# --- Rotation ---------------------------------------------------------------------------------------------------

MOVES = Text(en="What moves", zh="谁在动")
MOVE_NAMES: Mapping[str, Text] = {
    "query": Text(en="the query alone", zh="只动查询"),
    "both": Text(en="both together", zh="两个一起动"),
}
KEY_PLACE = Text(en="Position of the key (or the distance kept)", zh="键的位置（一起动时是相隔的距离）")
QUERY, KEY = Text(en="query", zh="查询"), Text(en="key", zh="键")
PLAY = Text(en="Play", zh="播放")
NOW_QUERY = Text(en="key at {n}, query at ", zh="键在 {n}，查询在 ")
NOW_BOTH = Text(en="{n} apart, query at ", zh="相距 {n}，查询在 ")
APART_AXIS = Text(en="query's position − key's position", zh="查询的位置 − 键的位置")
DIALS_TITLE = Text(
    en="Each of {pairs} pairs is a dial: the fastest turns once in {fast:.1f} tokens, the slowest in {slow}",
    zh="{pairs} 对特征就是 {pairs} 个表盘：最快的 {fast:.1f} 个词元转一圈，最慢的要 {slow} 个",
)
DIALS_TITLE_BOTH = Text(
    en="Both hands turn together: their angle stays, and so does the score, {score:.3f}",
    zh="两根指针一起转：夹角不变，分数也不变，始终是 {score:.3f}",
)
DIALS_ALT = Text(
    en="Dials with a hand for the query and one for the key, turning with the position; below, the score by distance.",
    zh="每个表盘上有查询和键两根指针，随位置转动；下面是分数随距离的变化。",
)
ROTARY_SAYS: Mapping[str, Text] = {
    "query": Text(
        en="Move the slider under the dials. Each pair of features turns by its own angle per token, so the red hand runs "
        "ahead of the blue one, fast on the first dial, hardly at all on the last. What goes in is the *absolute* position; "
        "that only the difference comes out is what turning does. Nothing is added to the vectors, and their lengths stay.",
        zh="拖动表盘下面的滑块。每一对特征每过一个词元转过自己的角度，红针就这样跑到蓝针前面：第一个表盘上很快，最后一个几乎不动。"
        "放进去的是*绝对*位置；出来的只剩下差，这是旋转本身的性质。向量没有加上任何东西，长度也不变。",
    ),
    "both": Text(
        en="Query and key walk on together. Every hand turns, no angle between two hands changes, and the dot below stays where "
        "it is. That is all of RoPE.",
        zh="查询和键一起往前走。每根针都在转，可是两针的夹角不变，下面的点也停着不动。RoPE 的全部道理就在这里。",
    ),
}
BOUND = Text(en="bound", zh="上界")
MEDIAN = Text(en="median head", zh="各头的中位数")
BOUND_TOP = Text(en="the bound of the paper, head width {Dh}", zh="论文的上界，头宽 {Dh}")
REAL_TOP = Text(en="mean score of MiniLM's {n} heads", zh="MiniLM {n} 个头的平均分数")
DECAY_TITLE = Text(
    en="The bound falls from {start:.2f} to {end:.2f} within {T} tokens;<br>real queries and keys go from {m0:+.2f} to {m1:+.2f} (median)",
    zh="{T} 个词元之内，上界从 {start:.2f} 降到 {end:.2f}；<br>真实的查询和键从 {m0:+.2f} 到 {m1:+.2f}（中位数）",
)
DECAY_ALT = Text(
    en="Left, the long-range bound against distance; right, the mean score of real queries and keys, with a band over heads.",
    zh="左边是上界随距离的变化；右边是真实查询和键的平均分数，带子是各头之间的范围。",
)
DECAY_SAYS = Text(
    en="**Decay is a bound, not a law.** Left: how large a score *can* be at a distance, up to a factor of q and k. Right: "
    "what MiniLM's own queries and keys would give on average, if they were turned; it was not trained with RoPE, so its "
    "pairs mean nothing to it. Below a bound a score may go up or down.",
    zh="**衰减是上界，不是定律**。左：在某个距离上分数*最多*能有多大（差一个只与 q、k 有关的倍数）。右：把 MiniLM 自己的查询和键拿来转，"
    "平均会得到多少；它训练时没有用 RoPE，这些“对”对它没有意义。上界之下，分数可升可降。",
)

# --- All encodings ----------------------------------------------------------------------------------------------

SCHEME = Text(en="Encoding", zh="编码")
SCHEMES: Mapping[str, Text] = {
    "none": Text(en="no position", zh="没有位置"),
    "sinusoidal": Text(en="sinusoid, added", zh="正余弦（相加）"),
    "learned": Text(en="learnt table", zh="可学习的表"),
    "tupe": Text(en="TUPE", zh="TUPE"),
    "shaw": Text(en="Shaw", zh="Shaw 相对位置"),
    "xl": Text(en="Transformer-XL", zh="Transformer-XL"),
    "t5": Text(en="T5 buckets", zh="T5 分桶"),
    "deberta": Text(en="DeBERTa", zh="DeBERTa"),
    "rope": Text(en="RoPE", zh="RoPE"),
    "interpolated": Text(en="RoPE, interpolated", zh="RoPE 内插"),
    "ntk": Text(en="RoPE, NTK-aware", zh="RoPE NTK"),
    "yarn": Text(en="RoPE, YaRN", zh="RoPE YaRN"),
    "alibi": Text(en="ALiBi", zh="ALiBi"),
    "kerple-log": Text(en="KERPLE, log", zh="KERPLE 对数"),
    "kerple-power": Text(en="KERPLE, power", zh="KERPLE 幂"),
}
WORDS = Text(en="Words", zh="词")
WORDS_NAMES: Mapping[str, Text] = {
    "same": Text(en="the same everywhere", zh="处处同一个词"),
    "different": Text(en="different ones", zh="各不相同"),
}
TERM = Text(en="Term", zh="项")
TERM_NAMES: Mapping[str, Text] = {
    "sum": Text(en="the sum", zh="总和"),
    "word-word": Text(en="word·word", zh="词·词"),
    "word-place": Text(en="word·place", zh="词·位置"),
    "place-word": Text(en="place·word", zh="位置·词"),
    "place-place": Text(en="place·place", zh="位置·位置"),
    "word-distance": Text(en="word·distance", zh="词·距离"),
    "distance-word": Text(en="distance·word", zh="距离·词"),
    "any-word": Text(en="anybody·word", zh="任意·词"),
    "any-distance": Text(en="anybody·distance", zh="任意·距离"),
    "bias": Text(en="bias", zh="偏置"),
    "turned": Text(en="turned q·k", zh="旋转后的 q·k"),
}
REACH = Text(en="From this distance on, all are one", zh="从这个距离起不再区分")
SHAPE = Text(en="Shape r₂, in tenths", zh="形状 r₂（十分之一）")
SCALE = Text(en="How many times longer", zh="拉长几倍")
HEAD = Text(en="Head", zh="头")
DEPENDS: Mapping[str, Text] = {
    "nothing": Text(en="All scores are one number: positions make no difference.", zh="所有分数都相等：位置不起作用。"),
    "distance": Text(en="The score knows the distance only.", zh="分数只认得距离。"),
    "both": Text(en="The score knows more than the distance.", zh="分数认得的不只是距离。"),
    "place": Text(en="The score knows places, hardly the distance.", zh="分数认得位置，几乎不看距离。"),
}
SHORT: Mapping[str, Text] = {
    "nothing": Text(en="nothing", zh="无"),
    "distance": Text(en="distance", zh="距离"),
    "both": Text(en="both", zh="两者"),
    "place": Text(en="place", zh="位置"),
}
DEVIATION = Text(
    en="Largest deviation from the mean of a diagonal: **{deviation}**; the distance explains {share} of the variance.",
    zh="与所在对角线平均值的最大偏差：**{deviation}**；距离解释了 {share} 的方差。",
)
MATRIX_TITLE: Mapping[str, Text] = {
    "nothing": Text(en="{name}: every place looks like every other", zh="{name}：所有位置看起来都一样"),
    "distance": Text(en="{name}: equal numbers along every diagonal", zh="{name}：每条对角线上的数都相等"),
    "both": Text(en="{name}: the distance explains {share} of the scores", zh="{name}：距离解释了分数的 {share}"),
    "place": Text(en="{name}: diagonals say next to nothing", zh="{name}：对角线上几乎看不出规律"),
}
MATRIX_ALT = Text(
    en="{name}: scores of every query with every key, and the mean of each diagonal.",
    zh="{name}：每个查询与每个键的分数，以及每条对角线的平均值。",
)
SCORE_HOVER = Text(
    en="query at %{{y}}, key at %{{x}}: %{{z}} hundredths of {top}<extra></extra>",
    zh="查询在 %{{y}}，键在 %{{x}}：{top} 的百分之 %{{z}}<extra></extra>",
)
KEY_AXIS, QUERY_AXIS = Text(en="key's position", zh="键的位置"), Text(en="query's position", zh="查询的位置")
OFFSET_AXIS = Text(en="key − query, tokens", zh="键 − 查询（词元）")
MEAN = Text(en="mean of the diagonal", zh="对角线平均")
ENDS = Text(
    en="Such a table ends: this one has 512 rows, but MiniLM's last training went no further than {longest} positions, so {longest} "
    "of the {T} are drawn.",
    zh="这种表有尽头：它有 512 行，但 MiniLM 最后一轮训练只到 {longest} 个位置，所以 {T} 个里只画 {longest} 个。",
)
SCHEME_SAYS: Mapping[str, Text] = {
    "none": Text(
        en="Without positions the score is q·k of the words. Put the same word everywhere and the matrix is flat. Read one way, as "
        "GPT reads, order leaks in all the same: under the mask the tenth token sees ten tokens and the eleventh eleven. That is how "
        "“no position” learns anything of order under *Train short, read long*.",
        zh="没有位置，分数就是词与词的 q·k。处处放同一个词，矩阵就是一片平。不过像 GPT 那样单向读时，顺序还是会漏进来：有了掩码，"
        "第十个词元看得见十个，第十一个看得见十一个。“短训长读”里“没有位置”也能学到一点顺序，靠的就是这个。",
    ),
    "sinusoidal": Text(
        en="p_m·p_n alone knows the distance only, but q and k are *projections* of x + p, and projections break that: choose "
        "place·place. Words and places also meet crosswise: four terms where one was meant.",
        zh="单看 p_m·p_n，确实只与距离有关；可 q 和 k 是 x + p 的*投影*，一投影就破坏了：点“位置·位置”看看。词和位置还会交叉相乘：本来要一项，结果有四项。",
    ),
    "learned": Text(
        en="MiniLM's real table through the real projections of its first layer (without their biases): what each position asks "
        "of each other, without words, every row's mean taken off because the softmax does not see it. Try its twelve heads. Width, "
        "base and number of heads do not apply.",
        zh="MiniLM 真实的位置表，经过它第一层真实的投影（不含偏置）：去掉词，只看每个位置问每个位置得几分；每行减去了平均值，因为 softmax 看不见它。十二个头都可以换着看。宽度、底数和头数在这里不起作用。",
    ),
    "tupe": Text(
        en="TUPE unties the two: words ask words, positions ask positions, each with matrices of their own, and no word ever "
        "asks a position. Switch the terms to see the two maps apart. The positions here are MiniLM's. The paper also frees "
        "[CLS] from positions, which is not drawn.",
        zh="TUPE 把两者解开：词问词，位置问位置，各用各的矩阵，词与位置不再交叉。切换“项”，把两张图分开看。这里的位置用的是 MiniLM 的。论文还让 [CLS] 不受位置约束，这里没有画。",
    ),
    "shaw": Text(
        en="The query also asks a learnt vector for the distance, and beyond a limit all distances are one: move the limit and "
        "look at the corners. What such a table learns stands under *Train short, read long*.",
        zh="查询还要和一个“距离向量”相乘；超过某个界限，所有距离合为一个：拖动界限，看两个角。这张表真正学到了什么，见“短训长读”。",
    ),
    "xl": Text(
        en="Four terms: word asks word, word asks distance, and two that ask for everybody (u and v take the place of the query's "
        "own position). The distance is a sinusoid, projected.",
        zh="四项：词问词，词问距离，再加两项“人人都这么问”（u 和 v 代替了查询自己的位置）。距离用的是投影后的正余弦。",
    ),
    "t5": Text(
        en="A number per bucket: near distances have one each, farther ones share, and from the limit on all are one. Steps in "
        "the curve are buckets. Their heights are drawn here; trained ones stand under *Train short, read long*.",
        zh="每个桶一个数：近的距离各占一桶，远的合用，超过界限全在一桶。曲线上的台阶就是桶。这里的高低是随机画的，训练出来的见“短训长读”。",
    ),
    "deberta": Text(
        en="Three terms: word·word, word·distance, distance·word; there is no distance·distance. In the last term the paper "
        "takes the distance j − i, the published code i − j, as here. Absolute positions come in late, before the masked word is "
        "guessed; they are not drawn.",
        zh="三项：词·词、词·距离、距离·词；没有距离·距离。最后一项里的距离，论文取 j − i，公开的代码取 i − j，这里照代码。绝对位置要到最后猜被遮的词之前才加进来，这里没有画。",
    ),
    "rope": Text(
        en="Queries and keys are turned by their own positions. With the same word everywhere the score waves with the distance "
        "and with nothing else. Which two features make a pair differs: neighbours in RoFormer, one of each half in LLaMA; in "
        "another order of the features it is the same.",
        zh="查询和键各按自己的位置旋转。处处放同一个词，分数随距离起伏，此外什么都不看。哪两个特征配成一对，各家不同：RoFormer 取相邻的，LLaMA 前后两半各取一个；换个排列就是一回事。",
    ),
    "interpolated": Text(
        en="All positions are divided by the scale: the wave is the same, drawn out. No angle is new, but neighbours move closer.",
        zh="所有位置除以倍数：还是那条波，只是拉长了。没有新角度，但相邻的词也靠近了。",
    ),
    "ntk": Text(
        en="A larger base: the faster a pair, the less it is slowed. The first stays as it is, so neighbours keep their distance; "
        "the last is slowed by the whole scale.",
        zh="换一个更大的底数：越快的对放慢得越少。第一对不动，邻居之间仍分得清；最后一对按整个倍数放慢。",
    ),
    "yarn": Text(
        en="The length is that of the long text. Pairs that turn often within the trained part of it stay, pairs that never finish a turn "
        "there are divided by the scale, in between a ramp. All scores grow by (0.1 · ln scale + 1)², for a longer text "
        "flattens the softmax.",
        zh="这里的长度是拉长后的长度。在训练过的那一段里，转得勤的对不动，一圈都转不满的除以倍数，中间平滑过渡。所有分数再乘上 (0.1 · ln 倍数 + 1)²，"
        "因为文本变长会让 softmax 变平。",
    ),
    "alibi": Text(
        en="Nothing is learnt: each head takes off a fixed slope for every token of distance. Go through the heads: with eight "
        "of them each slope is half of the one before. BLOOM and MPT use it.",
        zh="什么也不用学：每个头按固定斜率，每远一个词元扣一点分。换着头看：共八个头时，斜率逐个减半。BLOOM 和 MPT 用的就是它。",
    ),
    "kerple-log": Text(
        en="A kernel with two learnt numbers: −r₁ · log(1 + r₂ · distance). It falls fast at first, then ever more slowly.",
        zh="带两个可学参数的核：−r₁ · log(1 + r₂ · 距离)。开头落得快，后面越来越慢。",
    ),
    "kerple-power": Text(
        en="The other kernel: −r₁ · distance^r₂, r₂ at most 2. At r₂ = 1 it is ALiBi: move the shape to 10.",
        zh="另一种核：−r₁ · 距离^r₂，r₂ 最大为 2。r₂ = 1 时就是 ALiBi：把形状拖到 10。",
    ),
}
GALLERY_TITLE = Text(
    en="**The same words under every encoding: {n} of {all} know the distance only**",
    zh="**同样的词，换不同的编码：{all} 种里有 {n} 种只认得距离**",
)
FAMILIES = {
    "absolute": Text(en="A vector for each place, or none", zh="每个位置一个向量，或没有"),
    "distance": Text(en="Something learnt by distance", zh="按距离学出来的量"),
    "falling": Text(en="A fall with distance", zh="随距离下降"),
    "rotated": Text(en="A rotation", zh="旋转"),
}
GALLERY_ALT = Text(
    en="A small matrix of scores for each encoding, with the largest deviation from its diagonals.",
    zh="每种编码一张小矩阵，并写出它与对角线平均值的最大偏差。",
)
GALLERY_NOTE = Text(
    en="Under each name stands what the score knows (distance, place, both, or nothing) and its largest deviation from the mean "
    "of a diagonal. One head, scores before the softmax, divided by the root of the head's width (TUPE by √2 more, DeBERTa by √3; T5 itself does "
    "not divide), read both ways; each matrix has its own colour scale and at most {most} places. Words, "
    "projections and tables that a model would learn are drawn from the seed: look at the structure, not at the values.",
    zh="名字下面写着分数认得什么（距离、位置、两者或什么都不认得），以及它与对角线平均值的最大偏差。一个头，softmax 之前的分数，已除以头宽的平方根（TUPE 再除以 √2，DeBERTa 再除以 √3；T5 原本不除），双向；每张矩阵各有色标，最多 {most} 个位置。词、投影以及本该学出来的表都由种子随机产生：看结构，不看数值。",
)

# --- Stretching -------------------------------------------------------------------------------------------------

WAY_NAMES: Mapping[str, Text] = {
    "plain": Text(en="as it is", zh="原样"),
    "interpolated": Text(en="interpolated", zh="内插"),
    "ntk": Text(en="NTK-aware", zh="NTK"),
    "yarn": Text(en="YaRN", zh="YaRN"),
}
STRETCH_SAYS = Text(
    en="A model was trained on {T} tokens and shall read {far}. As it is, every distance beyond {T} is new to it. The curve "
    "on the left is a score as RoPE can make it (a sum of cosines with its frequencies), fitted to random numbers between "
    "−1 and 1 within the grey strip. Beyond, it keeps no promise. **Interpolation** divides all positions by {scale}: the "
    "model meets only angles it knows. NTK and YaRN spare the fast pairs, so that neighbours stay apart.",
    zh="模型只在 {T} 个词元上训练过，现在要读 {far} 个。原样往下读，超过 {T} 的距离都没见过。左边的曲线是 RoPE 能给出的一种分数"
    "（按它的频率叠加的余弦），在灰带里拟合到 −1 与 1 之间的随机数；出了灰带，谁也不保证。**内插**把所有位置除以 {scale}：模型遇到的都是"
    "认得的角度。NTK 和 YaRN 放过快的对，邻居之间仍分得开。",
)
RANGE_TITLE = Text(
    en="Read on beyond {T}, this score reaches {worst};<br>at squeezed positions it stays within {inside}",
    zh="超过 {T} 往下读，这个分数会到 {worst}；<br>把位置压缩回来，它始终不超过 {inside}",
)
RANGE_ALT = Text(
    en="A fitted score within the trained distances and beyond, plain and interpolated.",
    zh="拟合出的分数在训练距离之内和之外的样子：原样与内插。",
)
RATES_TITLE = Text(en="Which pairs are slowed", zh="哪些对被放慢了")
RATES_ALT = Text(en="Radians per token of each pair under four ways.", zh="四种做法下每一对每个词元转过的弧度。")
PAIR_AXIS, RATE_AXIS = Text(en="pair", zh="第几对"), Text(en="radians per token", zh="每词元弧度")
STRETCHED_TITLE = Text(
    en="Our small RoPE model at {T} characters: {plain:.3f} nats as it is, {low:.3f} with “{best}”",
    zh="我们的小 RoPE 模型读到 {T} 个字符：原样 {plain:.3f} 纳特，“{best}”{low:.3f}",
)
STRETCHED_ALT = Text(
    en="Loss by place of the trained model, plain and stretched afterwards.",
    zh="训练好的模型在各位置的损失：原样与事后拉长。",
)
STRETCHED_NOTE = Text(
    en="Recorded, {date}: five models of {steps} steps, stretched four times after the training and not trained further. "
    "Interpolation and YaRN are meant to be followed by a short fine-tuning; without it, squeezing hurts near neighbours.",
    zh="录制于 {date}：五个模型各训练 {steps} 步，训练后拉长四倍，不再微调。内插和 YaRN 的论文里接着还有一小段微调；不微调，压缩会伤到近邻。",
)

# --- Train short, read long -------------------------------------------------------------------------------------

TRAINED_SCHEME = Text(en="Encoding in colour", zh="突出显示哪种编码")
RESTARTED = Text(en="read in pieces of L", zh="切成 L 长的小段来读")
BY_PLACE_TITLE = Text(
    en="{name}: {first:.3f} nats within {T} characters, {last:.3f} at {far}",
    zh="{name}：{T} 个字符以内 {first:.3f} 纳特，到 {far} 时 {last:.3f}",
)
BY_PLACE_ENDS = Text(
    en="{name}: {first:.3f} nats within {T} characters; beyond, the table has no row",
    zh="{name}：{T} 个字符以内 {first:.3f} 纳特；再往后，表里没有这一行了",
)
BY_PLACE_ALT = Text(
    en="Loss at each position of long windows for every encoding; the grey strip is the trained length.",
    zh="各种编码在长窗口每个位置上的损失；灰带是训练长度。",
)
CURVES_TITLE = Text(
    en="{name} is number {rank} of {n} in speed of learning; the fastest is {best}",
    zh="{name} 学得第 {rank} 快（共 {n} 种）；最快的是 {best}",
)
CURVES_ALT = Text(en="Held-out loss during the training, all encodings.", zh="训练过程中留出文本上的损失，各种编码。")
STEP_AXIS = Text(en="step", zh="步")
ADDS_TITLE = Text(
    en="{name} adds {drop:.2f} more to the score<br>of the character itself than far away",
    zh="{name}：自身位置比远处<br>多加 {drop:.2f} 分",
)
ADDS_ALT = Text(en="What each head adds to a score, by distance.", zh="每个头按距离给分数加了多少。")
BACK_AXIS = Text(en="characters back", zh="往回数几个字符")
ADDED_AXIS = Text(en="added to the score", zh="加到分数上")
HEAD_NAME = Text(en="head {head}", zh="头 {head}")
FORMING_TITLE = Text(
    en="Neighbouring rows grow alike:<br>cosine {first:.2f} → {last:.2f}",
    zh="相邻的行越来越像：<br>余弦 {first:.2f} → {last:.2f}",
)
AFTER_STEPS = Text(en="after step ", zh="步数 ")
LIKE_HOVER = Text(
    en="positions %{y} and %{x}: cosine %{z} / 100<extra></extra>",
    zh="位置 %{y} 与 %{x}：余弦 %{z} / 100<extra></extra>",
)
STUDY_NOTE = Text(
    en="Recorded: a causal transformer of 2 layers, 4 heads, width 64, characters of an English Wikipedia excerpt, {steps} steps "
    "on windows of L = 64; five seeds, the band is all of them, curves are smoothed over 24 characters; blue lines are the "
    "other encodings. The sinusoid comes in at the size of the embeddings; at full size it drowned them. {date} · {machine} · "
    "code {code} · `{command}`, {seconds} s for all.",
    zh="录制结果：2 层、4 头、宽 64 的单向 Transformer，英文维基选段的字符，L = 64 的窗口上训练 {steps} 步；五个种子，带子是全部种子的范围，"
    "曲线按 24 个字符平滑；蓝线是其他编码。正余弦缩到与词向量一般大再相加，原样相加会把词淹没。{date} · {machine} · 代码 {code} · "
    "`{command}`，全部用时 {seconds} 秒。",
)

# --- Real tables ------------------------------------------------------------------------------------------------

REAL = Text(en="Look at", zh="看什么")
REAL_NAMES: Mapping[str, Text] = {
    "table": Text(en="a model's table", zh="模型的位置表"),
    "columns": Text(en="columns of X + P", zh="X + P 的列"),
}
LIKENESS_TITLE = Text(
    en="Nobody told it that 5 follows 4: neighbours have cosine {near:.2f},<br>positions {apart} apart {far:.2f}",
    zh="没人告诉它 5 挨着 4：相邻位置的余弦是 {near:.2f}，<br>相隔 {apart} 的是 {far:.2f}",
)
LIKENESS_ALT = Text(
    en="Cosines between all rows of a model's table of positions.", zh="模型的位置表各行两两之间的余弦。"
)
MODEL = Text(en="Model", zh="模型")
MODEL_HELP = Text(
    en="minilm, en-small and zh-char come with this program; any other by its name on the Hugging Face hub: pick one or type it.",
    zh="minilm、en-small、zh-char 随程序自带；其他模型用它在 Hugging Face 上的名字：选一个，或自己输入。",
)
LIKENESS_SAYS_ANY = Text(
    en="{model}: {rows} rows, {drawn} of them drawn. There is no row {rows}: a longer text cannot be read at all.",
    zh="{model}：共 {rows} 行，画出 {drawn} 行。没有第 {rows} 行：再长的文本就读不了。",
)
LIKENESS_SAYS = Text(
    en="512 rows, every second is drawn. The dashed line is at {longest}, where the sentences of its last training ended. "
    "There is no row 512: a longer text cannot be read at all.",
    zh="共 512 行，隔一行画一行。虚线在 {longest}，它最后一轮训练的句子到此为止。没有第 512 行：再长的文本就读不了。",
)
SPECTRUM_TITLE = Text(
    en="{n} of {D} directions hold nine tenths of the variance", zh="{D} 个方向里，{n} 个就占了九成方差"
)
SPECTRUM_ALT = Text(en="Singular values of the centred table.", zh="中心化之后的奇异值。")
DIRECTION_AXIS, SINGULAR_AXIS = (
    Text(en="direction", zh="第几个方向"),
    Text(en="singular value ÷ largest", zh="奇异值 ÷ 最大值"),
)
MAIN_WAVES_TITLE = Text(
    en="Its main directions cross their mean {n} times: learnt waves",
    zh="前几个主方向穿过均值的次数：{n}，自己学出来的波",
)
MAIN_WAVES_ALT = Text(en="The table along its first four main directions.", zh="位置表在前四个主方向上的坐标。")
REAL_LIVE = Text(en="Read just now from the weights of {model}.", zh="刚刚从 {model} 的权重读出。")
REAL_NOTE = Text(
    en="Recorded: {model}, {data} · {date} · {machine} · code {code} · `{command}`",
    zh="录制结果：{model}，{data} · {date} · {machine} · 代码 {code} · `{command}`",
)
COLUMNS_TITLE = Text(
    en="The first quarter of the columns holds {share} of the sinusoid's variance",
    zh="前四分之一的列占了正余弦方差的 {share}",
)
COLUMNS_ALT = Text(
    en="Variance of each column of the sinusoid over the positions.", zh="正余弦每一列在各位置上的方差。"
)
VARIANCE_AXIS = Text(en="variance over positions", zh="各位置上的方差")
BOTH_TITLE = Text(
    en="Do words leave the columns of positions free?<br>Rank correlation {real:+.2f} in MiniLM, {small:+.2f} in our model with sinusoids",
    zh="词会把位置用的列让出来吗？<br>秩相关：MiniLM {real:+.2f}，我们的正余弦小模型 {small:+.2f}",
)
BOTH_ALT = Text(
    en="Each column a point: variance of positions against variance of words, in two models.",
    zh="每列一个点：位置的方差对词的方差，两个模型。",
)
MINILM_TOP = Text(en="MiniLM, 384 columns", zh="MiniLM，384 列")
SMALL_TOP = Text(en="our small model, 64 columns", zh="我们的小模型，64 列")
P_AXIS, X_AXIS = Text(en="variance in P", zh="P 的方差"), Text(en="variance in X", zh="X 的方差")
COLUMNS_SAY = Text(
    en="On the heat map only the first columns seem to change from row to row: at this length and base the first quarter "
    "of them holds **{share}** of the variance. The lecture notes guess that word vectors leave those columns free. If so, "
    "words would vary *less* where positions vary *more*, and the rank correlation would be near −1.\n\n"
    "Measured: **{minilm:+.2f}** in MiniLM (a learnt table, where no column is special), **{small:+.2f}** on average over "
    "{n} small models trained with sinusoids ({low:+.2f} to {high:+.2f}).",
    zh="热图上看，只有靠前的列从一行到另一行有变化：在这个长度和底数下，前四分之一的列占了 **{share}** 的方差。讲义猜测，词向量会把这些列让"
    "出来。果真如此，位置变化*大*的列，词的变化就该*小*，秩相关应接近 −1。\n\n"
    "实测：MiniLM 是 **{minilm:+.2f}**（可学习的表，没有哪列特殊）；用正余弦训练的 {n} 个小模型平均 **{small:+.2f}**（{low:+.2f} 到 {high:+.2f}）。",
)

# --- Without positions ------------------------------------------------------------------------------------------

FIRST = Text(en="One sentence", zh="一句话（MiniLM 只读英文）")
SECOND = Text(en="The same words, another order", zh="同样的词，换个顺序")
ADDED = Text(en="Positions", zh="位置")
ADDED_NAMES: Mapping[str, Text] = {
    "with": Text(en="added", zh="加上"),
    "without": Text(en="taken away", zh="去掉"),
}
ORDER_TITLE = Text(
    en="With positions every word feels the swap: its last state moves by {least:.0%} to {most:.0%}",
    zh="有位置时，每个词都感觉得到调换：末层状态移动了 {least:.0%} 到 {most:.0%}",
)
ORDER_TITLE_WITHOUT = Text(
    en="Without positions nothing moves: {tiny} at most, the rounding of the machine",
    zh="没有位置，什么都不动：最多 {tiny}，只是机器的舍入",
)
ORDER_ALT = Text(
    en="For every word, how far its state differs between the two orders, layer by layer.",
    zh="每个词的状态在两种语序之间相差多少，逐层画出。",
)
LAYER_AXIS = Text(en="layer", zh="层")
MOVED_AXIS = Text(en="distance ÷ length of the state", zh="距离 ÷ 状态的长度")
ORDER_SAYS = Text(
    en="Cosine of the two sentence vectors: **{with_:.4f}** with positions, **{without:.6f}** without. Take the table away and "
    "the model cannot tell who bit whom: {most} is the largest difference anywhere.",
    zh="两个句向量的余弦：有位置 **{with_:.4f}**，没有位置 **{without:.6f}**。把位置表拿掉，模型就分不清是谁咬了谁：所有差别里最大的也只有 {most}。",
)
ORDER_NOTE = Text(
    en="Recorded with {model}, {date}. Type your own pair.", zh="用 {model} 录制，{date}。也可以输入你自己的一对句子。"
)
ORDER_LIVE = Text(en="Read just now by {model}.", zh="刚刚由 {model} 读出。")

# --- On a page --------------------------------------------------------------------------------------------------

WORD = Text(en="Word", zh="第几个词")
LAYOUT = Text(en="Position by", zh="位置按")
LAYOUT_NAMES: Mapping[str, Text] = {
    "both": Text(en="both", zh="两种"),
    "line": Text(en="reading order", zh="阅读顺序"),
    "page": Text(en="place on the page", zh="版面位置"),
}
PAPER_TITLE = Text(
    en="How near is everything to “{word}”? The stronger the colour, the more alike the positions",
    zh="谁离“{word}”近？颜色越浓，位置越像它",
)
PAPER_ALT = Text(
    en="A bill with a box around every word, shaded by how alike its position is to the chosen word's.",
    zh="一张账单，每个词一个框，颜色深浅表示它的位置与所选词有多像。",
)
NEAR = Text(
    en="Nearest to “{word}” in reading order: {line}. On the page: {page}.",
    zh="按阅读顺序，离“{word}”最近的是 {line}；按版面，是 {page}。",
)
PAPER_SAYS = Text(
    en="A form is read in two directions: a price belongs to its row *and* to its column. LayoutLM gives every word the box "
    "it stands in, brought to a grid of 1000 × 1000 whatever the scan's size, and adds a learnt vector for each side "
    "(later versions also for width and height). Our tables are sinusoids, so nothing had to be trained; the geometry is "
    "the same. The bill is our own.",
    zh="表单要横着看也要竖着看：一个价格既属于它那一行，也属于它那一列。LayoutLM 给每个词记下它所在的框，不管扫描图多大都换算到 "
    "1000 × 1000 的网格，再为每条边加一个学到的向量（后来的版本还有宽和高）。这里的表用正余弦，不需要训练，几何关系是一样的。账单是我们自己写的。",
)

# --- Train it ---------------------------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="What does your choice do beyond L?", zh="你选的编码，超过 L 会怎样？")
TRAIN_IDEA = Text(
    en="The same small language model, trained here and now on characters of Wikipedia, for some seconds only. Choose the "
    "encoding and the length L of its windows; it is then read up to 8 L in one go. A learnt table shows how its rows come "
    "to resemble their neighbours, step by step, and has nothing to say beyond its end.",
    zh="同一个小语言模型，现在就在维基百科的字符上训练，只要几秒。选一种编码和窗口长度 L；训练完一口气读到 8 L。可学习的表会一步步显示相邻的行"
    "怎样变得相像，而到了尽头它就无话可说了。",
)
TRAIN_T = Text(en="Window L, characters", zh="窗口 L（字符）")
STEPS = Text(en="Steps", zh="步数")
TRAIN_REACH = Text(en="Shaw, DeBERTa: from this distance on, all are one", zh="Shaw、DeBERTa：从这个距离起不再区分")
TRAIN_AFTER = Text(
    en="{steps} steps; held-out loss {first:.2f} → {last:.2f} nats per character; seed {seed}. One seed and few steps: for "
    "verdicts see *Is it true?*",
    zh="{steps} 步；留出损失每字符 {first:.2f} → {last:.2f} 纳特；种子 {seed}。只有一个种子、几步训练：要下判断，请看“真是这样吗？”",
)

# --- Check yourself ---------------------------------------------------------------------------------------------

ASK_SCHEME = Text(
    en="Which encoding is this? The same word stands at every place (queries down, keys across).",
    zh="这是哪种编码？每个位置放的都是同一个词（纵向是查询，横向是键）。",
)
ASK_APART = Text(
    en="**{name}**. A query looks at two keys with the same word, {a} and {b} tokens back. Do their scores differ?",
    zh="**{name}**。查询往回看两个键，词一样，一个在 {a} 个词元前，一个在 {b} 个词元前。分数不同吗？",
)
ASK_APART_FIGURE = Text(en="Two keys, one word, two distances", zh="两个键，同一个词，两个距离")
GUESS = Text(en="Your guess", zh="你的猜测")
DIFFER, SAME = Text(en="they differ", zh="不同"), Text(en="they are equal", zh="相同")
REVEAL, NEXT = Text(en="Show me", zh="揭晓"), Text(en="Another one", zh="再来一题")
YES, NO = Text(en="Yes.", zh="对。"), Text(en="Not this time.", zh="这次不对。")
ANSWER_SCHEME = Text(en="{verdict} It is {name}. {why}", zh="{verdict}是{name}。{why}")
ANSWER_APART = Text(
    en="{verdict} The scores are {one:.4f} and {two:.4f}.", zh="{verdict}两个分数是 {one:.4f} 和 {two:.4f}。"
)
PUZZLE_ALT = Text(en="A matrix of scores without a name.", zh="一张没有名字的分数矩阵。")
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_LATER = Text(en="“Later tokens have lower frequencies.”", zh="“越靠后的词，频率越低。”")
MYTH_LATER_ANSWER = Text(
    en="Frequency belongs to the column, not to the place: zero crossings of column {column} among positions 0–255: "
    "{first}, among 256–511: {second}. Of column {other} in all 512: {few}.",
    zh="频率属于列，不属于位置：第 {column} 列在位置 0–255 里过零 {first} 次，在 256–511 里过零 {second} 次。而第 {other} 列在全部 512 个位置里过零 {few} 次。",
)
MYTH_RELATIVE = Text(
    en="“RoPE multiplies the query by a matrix of its relative position.”", zh="“RoPE 给查询乘的是相对位置的矩阵。”"
)
MYTH_RELATIVE_ANSWER = Text(
    en="What is put in is the absolute position m. Here q at 7 and k at 4 give {one:.4f}; both 100 further on give {two:.4f}; "
    "the query alone moved by 100 gives {three:.4f}. Only the *score* is relative.",
    zh="放进去的是绝对位置 m。q 在 7、k 在 4，得 {one:.4f}；两个都往后挪 100，得 {two:.4f}；只挪查询，得 {three:.4f}。相对的只是*分数*。",
)
MYTH_DECAY = Text(en="“With RoPE, a score falls with the distance.”", zh="“用了 RoPE，分数随距离下降。”")
MYTH_DECAY_ANSWER = Text(
    en="A bound falls. Of {n} drawn pairs of q and k, {share} have a larger score at distance 20 than at distance 5.",
    zh="下降的是上界。随机取 {n} 对 q 和 k，有 {share} 在距离 20 处的分数反而比距离 5 处大。",
)
MYTH_SINE = Text(en="“Added sinusoids make attention relative.”", zh="“加上正余弦，注意力就认相对位置了。”")
MYTH_SINE_ANSWER = Text(
    en="P·Pᵀ has equal diagonals (deviation {plain}). After the projections to q and k the deviation is {projected:.2f}, "
    "and the distance explains {share} of the scores.",
    zh="P·Pᵀ 的对角线确实处处相等（偏差 {plain}）。可一经过 q、k 的投影，偏差就成了 {projected:.2f}，距离只解释了 {share} 的分数。",
)

PLATE = Text(en="50 positions, 128 columns: the first ones are fast", zh="50 个位置，128 列：快的是靠前的列")

CONTROLS: Mapping[str, Text] = {
    "positions_view": VIEW,
    "positions_T": T,
    "positions_D": D,
    "positions_base": BASE,
    "positions_H": H,
    "positions_column": COLUMN,
    "positions_m": ROW_M,
    "positions_n": ROW_N,
    "positions_moves": MOVES,
    "positions_apart": KEY_PLACE,
    "positions_scheme": SCHEME,
    "positions_words": WORDS,
    "positions_term": TERM,
    "positions_reach": REACH,
    "positions_farthest": REACH,
    "positions_shape": SHAPE,
    "positions_scale": SCALE,
    "positions_head": HEAD,
    "positions_trained": TRAINED_SCHEME,
    "positions_real": REAL,
    "positions_model": MODEL,
    "positions_first": FIRST,
    "positions_second": SECOND,
    "positions_added": ADDED,
    "positions_word": WORD,
    "positions_order": LAYOUT,
    "positions_learn": SCHEME,
    "positions_window": TRAIN_T,
    "positions_steps": STEPS,
    "positions_clip": TRAIN_REACH,
    "positions_guess": GUESS,
}
COVERS: Mapping[str, str] = {
    "pe-absolute-additive": "positions_view=order",
    "pe-sinusoidal": "positions_view=waves",
    "pe-learned": "positions_part=train&positions_learn=learned",
    "pe-rope": "positions_view=rotary",
    "pe-rope-decay": "positions_view=rotary&positions_D=256&positions_H=2&positions_T=256",
    "pe-position-columns": "positions_view=real&positions_real=columns",
    "pe-relative-shaw": "positions_part=train&positions_learn=shaw",
    "pe-tupe": "positions_view=schemes&positions_scheme=tupe&positions_words=different",
    "pe-alibi": "positions_view=schemes&positions_scheme=alibi",
    "pe-kerple": "positions_view=schemes&positions_scheme=kerple-log",
    "pe-length-extrapolation": "positions_view=length",
    "pe-position-interpolation": "positions_view=stretch",
}
