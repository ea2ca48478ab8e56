"""The words of the views that look into a finished space: map, analogies, axes."""

from collections.abc import Mapping

from app.i18n import Text

SET = Text(en="Vectors", zh="词向量")
SETS: Mapping[str, Text] = {
    "words-en": Text(en="English (ours, 13,000 words)", zh="英文（我们训练，13,000 词）"),
    "words-zh": Text(en="Chinese (ours, 10,000 words)", zh="中文（我们训练，10,000 词）"),
    "mine": Text(en="my own training", zh="我自己训练的"),
    "file": Text(en="my own file", zh="我自己的文件"),
}
FILE = Text(en="Word vectors of your own", zh="你自己的词向量")
FILE_HELP = Text(
    en="word2vec text or binary format, as word2vec, gensim, fastText (.vec) and Chinese-Word-Vectors write it; 25 MB at most. The file stays in "
    "memory and is never executed or shared.",
    zh="word2vec 文本或二进制格式：word2vec、gensim、fastText（.vec）和 Chinese-Word-Vectors 都用它；不超过 25 MB。文件只放在内存里，不会执行，也不会给别人。",
)
NO_FILE = Text(
    en="Choose a file of word vectors; until then you see ours.", zh="请选一个词向量文件；在那之前显示的是我们的。"
)
NEEDS_FILE = Text(
    en="This view needs your file: the link was made with vectors whose digest begins with `{digest}`. Choose that file again; until then you see "
    "ours.",
    zh="这个视图需要你的文件：链接是用摘要以 `{digest}` 开头的词向量做的。请再选一次那个文件；在那之前显示的是我们的。",
)
OTHER_FILE = Text(
    en="This is another file than the link was made with: its digest begins with `{digest}`, the link asks for `{asked}`. What you see may differ.",
    zh="这个文件与链接所用的不同：它的摘要以 `{digest}` 开头，链接要的是 `{asked}`。看到的可能不一样。",
)
PROVENANCE_FILE = Text(
    en="Your file: {V:,} words, {D} numbers each; digest `{digest}`. It does not say how often a word occurs; by custom the commonest come first.",
    zh="你的文件：{V:,} 个词，每个 {D} 个数；摘要 `{digest}`。文件里没有词频；按惯例，越常见的词排得越靠前。",
)
WORD = Text(en="Word", zh="词")
METRIC = Text(en="Near by", zh="怎么算近")
METRICS: Mapping[str, Text] = {
    "cosine": Text(en="cosine", zh="余弦"),
    "euclidean": Text(en="distance", zh="距离"),
    "dot": Text(en="dot product", zh="点积"),
}
METHOD = Text(en="Flattened by", zh="压平方法")
METHODS: Mapping[str, Text] = {
    "auto": Text(en="what is ready", zh="现成的"),
    "tsne": Text(en="t-SNE", zh="t-SNE"),
    "umap": Text(en="UMAP", zh="UMAP"),
    "pca": Text(en="PCA", zh="PCA"),
}
COLOUR = Text(en="Colour", zh="颜色")
COLOURS: Mapping[str, Text] = {
    "count": Text(en="frequency", zh="词频"),
    "kept": Text(en="faithfulness", zh="可信度"),
    "like": Text(en="closeness to the word", zh="与所选词的相近程度"),
    "hub": Text(en="hubness", zh="枢纽度"),
}
COLOUR_AXIS: Mapping[str, Text] = {
    "count": Text(en="times<br>(log₁₀)", zh="次数<br>(log₁₀)"),
    "kept": Text(en="of 10<br>kept", zh="10 邻<br>保留"),
    "like": Text(en="cosine", zh="余弦"),
    "hub": Text(en="lists<br>it is in", zh="入选<br>名单数"),
}
SCOPE = Text(en="Drawn", zh="画哪些词")
SCOPES: Mapping[str, Text] = {
    "around": Text(en="around the word", zh="这个词周围"),
    "all": Text(en="the most frequent", zh="最常用的词"),
    "pick": Text(en="what I lassoed", zh="我圈出的词"),
}
AXES_IN = Text(en="Components", zh="主成分")

CONTROLS: Mapping[str, Text] = {
    "word2vec_set": SET,
    "word2vec_word": WORD,
    "word2vec_metric": METRIC,
    "word2vec_method": METHOD,
    "word2vec_colour": COLOUR,
    "word2vec_scope": SCOPE,
    "word2vec_a": Text(en="Analogy: a", zh="类比：a"),
    "word2vec_b": Text(en="Analogy: b", zh="类比：b"),
    "word2vec_c": Text(en="Analogy: c", zh="类比：c"),
    "word2vec_rule": Text(en="Rule", zh="规则"),
    "word2vec_exclude": Text(en="Leave the three words out", zh="排除题目中的三个词"),
    "word2vec_formula": Text(en="Formula", zh="算式"),
    "word2vec_x": Text(en="Across", zh="横轴"),
    "word2vec_y": Text(en="Up", zh="纵轴"),
    "word2vec_words": Text(en="Words to place", zh="要放上去的词"),
}

EXAMPLES: Mapping[str, str] = {"words-en": "river", "words-zh": "音乐", "mine": "", "file": ""}
MAP_TITLE = Text(
    en="{kept} of the {k} words nearest to “{word}”<br>are also near on this map",
    zh="离“{word}”最近的 {k} 个词，<br>有 {kept} 个在这张图上也在近旁",
)
MAP_TITLE_OFF = Text(
    en="“{word}” is not among the words drawn;<br>its neighbours are listed beside",
    zh="“{word}”不在画出的词里，<br>它的邻居列在旁边",
)
MAP_ALT = Text(
    en="Words as points on a flat map, the chosen word and its nearest joined by lines; the list beside names them.",
    zh="平面图上一个点是一个词，所选的词与它的近邻连着线；旁边的列表写出是哪些词。",
)
MAP_CAPTION = Text(
    en="{n:,} words drawn by {method}. On average {kept} of a word's 10 nearest survive the flattening; lists always come from the "
    "{D} original axes. Click a point to choose a word; draw a loop with the lasso to keep what is inside.",
    zh="用 {method} 画出 {n:,} 个词。压平以后，一个词的 10 个近邻平均留下 {kept}；邻居名单一律取自原来的 {D} 维空间。点一个点就选中"
    "那个词；用套索圈一圈，就只留下圈里的词。",
)
EXPLAINED = Text(
    en=" The two axes carry {share} of the variance.",
    zh="两条轴合起来只占方差的 {share}。",
)
HOVER_FILE = Text(en="{word}<br>{kept} of its nearest kept here", zh="{word}<br>近邻在图上留下 {kept}")
HOVER = Text(
    en="{word}<br>{count:,} times<br>{kept} of its nearest kept here",
    zh="{word}<br>出现 {count:,} 次<br>近邻在图上留下 {kept}",
)
NEAR_TITLE = Text(en="Nearest to “{word}”", zh="离“{word}”最近的词")
NEAR_ALT = Text(en="The ten nearest words, a bar each.", zh="最近的十个词，一词一条。")
NEAR_AXIS: Mapping[str, Text] = {
    "cosine": Text(en="cosine", zh="余弦"),
    "mul": Text(en="near b × near c ÷ near a", zh="与 b 的接近度 × 与 c 的 ÷ 与 a 的"),
    "euclidean": Text(en="distance (short is near)", zh="距离（越短越近）"),
    "dot": Text(en="dot product", zh="点积"),
}
PROVENANCE = Text(
    en="Trained by us on {words:,} running words ({texts}); {D} numbers a word. {quality}. {date}; `{command}`.",
    zh="由我们训练，语料共 {words:,} 词（{texts}），每个词 {D} 个数。{quality}。{date}；`{command}`。",
)
PROVENANCE_MINE = Text(
    en="Your own training: {words:,} running words, {V:,} words with a vector, {D} numbers each.",
    zh="你自己的训练：共 {words:,} 词，其中 {V:,} 个词有向量，每个 {D} 个数。",
)
TEXTS: Mapping[str, Text] = {
    "words-en": Text(
        en="7,351 articles of Wikipedia, WikiText-2, 14 novels out of copyright; CC BY-SA",
        zh="英文维基百科 7,351 篇、WikiText-2、14 部版权已过期的小说；CC BY-SA",
    ),
    "words-zh": Text(
        en="64 articles of Wikipedia, CMRC and XQuAD paragraphs, Tatoeba sentences, four classic novels; CC BY-SA",
        zh="中文维基百科 64 篇、CMRC 与 XQuAD 的段落、Tatoeba 例句、四大名著；CC BY-SA",
    ),
}
SMALL = Text(
    en=" This text is small, and most of it is four hundred years old: expect monks and warlords among the neighbours.",
    zh="语料不大，而且多半是几百年前的小说：近邻里冒出和尚与好汉，不必惊讶。",
)
SCORE = Text(en="{test} {value:.2f} ({asked} of {of} asked)", zh="{test} {value:.2f}（{of} 题里问得了 {asked} 题）")
NO_RUN = Text(
    en="You have not trained anything yet: open “Can I train it?” below. Here are the shipped vectors.",
    zh="你还没有训练过：打开下面的“我能自己训练吗？”。先看现成的词向量。",
)
UNKNOWN = Text(
    en="“{word}” has no vector here: only words that were seen in training have one. Did you mean {others}?",
    zh="“{word}”在这里没有向量：只有训练时见过的词才有。你要找的是不是 {others}？",
)
UNKNOWN_ALONE = Text(
    en="“{word}” has no vector here: only words that were seen in training have one.",
    zh="“{word}”在这里没有向量：只有训练时见过的词才有。",
)
FLATTEN = Text(
    en="{method} of these words has to be computed; PCA is shown meanwhile.",
    zh="这些词的 {method} 要现算；先给你看 PCA。",
)
PICKED = Text(en="{n} words picked", zh="圈出 {n} 个词")
NOTHING_PICKED = Text(
    en="Nothing is picked yet: draw a loop around some points on the map of the most frequent words.",
    zh="还没有圈出词：先在“最常用的词”那张图上用套索圈一圈。",
)
NEIGHBOURS_COLUMN = Text(en="word", zh="词")

# --- Analogies ----------------------------------------------------------------------------------------------------

ANALOGY: Mapping[str, tuple[str, str, str]] = {
    "words-en": ("man", "king", "woman"),
    "words-zh": ("法国", "巴黎", "英国"),
    "mine": ("man", "king", "woman"),
    "file": ("man", "king", "woman"),
}
ANALOGY_HOW = Text(
    en="The step from *a* to *b*, taken from *c*: where does it end? The nearest word to that place is the answer.",
    zh="从 *a* 到 *b* 的那一步，改从 *c* 出发走一遍，会走到哪里？离终点最近的词就是答案。",
)
IS_TO = Text(en="a is to", zh="a 之于")
AS = Text(en="b as", zh="b，正如")
IS_TO_WHAT = Text(en="c is to …", zh="c 之于……")
RULE = Text(en="Rule", zh="规则")
RULES: Mapping[str, Text] = {"add": Text(en="3CosAdd", zh="3CosAdd"), "mul": Text(en="3CosMul", zh="3CosMul")}
EXCLUDE = Text(en="Leave the three words out", zh="排除题目中的三个词")
ANSWER = Text(
    en="{a} : {b} = {c} : <b>{d}</b><br>the two steps have a cosine of {parallel:.2f}",
    zh="{a} : {b} = {c} : <b>{d}</b><br>两步之间的余弦是 {parallel:.2f}",
)
SOUGHT = Text(en="b − a + c", zh="b − a + c")
PLANE_ALT = Text(
    en="The plane through a, b and c: the parallelogram closes at b minus a plus c; the answer lies near it.",
    zh="过 a、b、c 三点的平面：平行四边形的第四个角是 b − a + c，答案落在它附近。",
)
PLANE_CAPTION = Text(
    en="The plane through the first three words is drawn true to length. “{d}” lies {off:.2f} beside this plane (a vector has length 1): "
    "the fourth corner is a place, not a word.",
    zh="过前三个词的平面按真实长度画出。“{d}”离这个平面还有 {off:.2f}（词向量长度为 1）：第四个角是一个位置，不是一个词。",
)
WITHOUT_EXCLUSION = Text(
    en="With the three words allowed, “{top}” wins: the step is often so short that the nearest word is one of the question.",
    zh="不排除题目里的词，得第一的是“{top}”：这一步往往太短，最近的常常就是题目里的词。",
)
FORMULA_IN = Text(en="Or any formula, with spaces around + and −", zh="或者任意算式，加减号两边留空格")
FORMULAS: Mapping[str, str] = {
    "words-en": "paris - france + japan",
    "words-zh": "父亲 - 他 + 她",
    "mine": "",
    "file": "",
}
FORMULA_TITLE = Text(en="Nearest to {formula}", zh="离 {formula} 最近的词")

# --- Axes ---------------------------------------------------------------------------------------------------------

AXES_HOW = Text(
    en="Choose what the axes mean: two sets of words with a | between them, or a formula. The position of a word is the cosine with "
    "that direction.",
    zh="坐标轴的意思由你定：写两组词，中间用 | 隔开，或者写一个算式。一个词的位置，就是它与这个方向的余弦。",
)
X_IN = Text(en="Across: from | to, or a formula", zh="横轴：从 | 到，或算式")
Y_IN = Text(en="Up: from | to, or a formula", zh="纵轴：从 | 到，或算式")
WORDS_IN = Text(en="Words to place", zh="要放上去的词")
AXES: Mapping[str, tuple[str, str, str]] = {
    "words-en": (
        "he man father brother | she woman mother sister",
        "village farm sheep | city street factory",
        "nurse soldier teacher engineer farmer dancer lawyer queen king shepherd actress bishop worker bride knight "
        "driver painter doctor maid policeman",
    ),
    "words-zh": (
        "他 父亲 哥哥 | 她 母亲 姐姐",
        "古代 皇帝 | 现代 公司",
        "医生 老师 将军 学生 公主 和尚 工人 演员 农民 科学家 丫鬟 作家 太太 道士 记者 老爷",
    ),
    "mine": ("he man | she woman", "old | new", "king queen army city river music science war church family"),
    "file": ("he man | she woman", "old | new", "king queen army city river music science war church family"),
}
AXES_TITLE = Text(en="“{far}” lies farthest to the right, “{high}” highest", zh="“{far}”最靠右，“{high}”最靠上")
AXES_ALT = Text(en="Words placed by their cosine with two chosen directions.", zh="按与两个自选方向的余弦摆放的词。")
AXES_CAPTION = Text(
    en="The two directions have a cosine of {cosine:.2f} with each other: at 0 they are independent.",
    zh="这两个方向彼此的余弦是 {cosine:.2f}：为 0 才互不相干。",
)
LEFT_OUT = Text(en="No vector: {words}", zh="没有向量：{words}")
ONE_SET = Text(
    en="Write two sets with a | between them, or a formula such as woman - man.",
    zh="写两组词，中间用 | 隔开；或者写一个算式，比如 女人 - 男人。",
)
