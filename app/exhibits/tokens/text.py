"""The words of the tokens exhibit."""

from collections.abc import Mapping

from app.exhibits.tokens.claims_text import CARRY_OVER, OPEN_VOCABULARY
from app.exhibits.tokens.papers import PAPERS as PAPERS
from app.i18n import Text

TITLE = Text(en="Tokens", zh="词元")
QUESTION = Text(en="How does a sentence become pieces a model can read?", zh="一句话是怎样变成模型读得懂的小块的？")
IDEA = Text(
    en="A model reads numbers, so every text is cut into pieces from a fixed list, the vocabulary, and each piece is "
    "replaced by its place in that list. Whole words leave most words out; single characters make every sentence long. "
    "Subwords are learnt in between: count which neighbours stand together most often, join them, and count again.",
    zh="模型只认数字，所以文字先要按一张固定的表（词表）切成小块，再换成小块在表里的编号。按整词切，总有词不在表里；"
    "按单字符切，句子又太长。子词走中间的路：数一数哪两个相邻的小块最常在一起，合并，再数一遍。",
)
FORMULA = (
    r"\begin{aligned}\text{BPE:}\quad&\max_{a,b}\ \textcolor{#000001}{\mathrm{count}(ab)}\\"
    r"\text{WordPiece:}\quad&\max_{a,b}\ \frac{\textcolor{#000001}{\mathrm{count}(ab)}}"
    r"{\textcolor{#000002}{\mathrm{count}(a)\,\mathrm{count}(b)}}\\"
    r"\text{Unigram:}\quad&\max_{x_1\cdots x_n}\ \textstyle\prod_i \textcolor{#000003}{p(x_i)}\end{aligned}"
)
LOOK_FOR = Text(
    en="which words a word vocabulary loses to [UNK] and what the subwords make of them; how the pieces grow together as "
    "you move the slider; what is left of the emoji.",
    zh="哪些词在“整词”一行里成了 [UNK]，子词又怎样把它们拼出来；拖动滑块时，小块怎样一步步合在一起；表情符号最后成了什么。",
)
TERMS = ("token", "vocabulary", "subword", "bpe", "wordpiece", "unigram", "bytes", "unk", "oov", "special")

EXAMPLE = Text(
    en="Harbin's unforgettable snowflakes glittered at sunrise 😀.",
    zh="哈尔滨的研究生命名了一种从未见过的雪花😀。",
)
EXAMPLE_WORDS = (
    "哈尔滨",
    "的",
    "研究生",
    "命名",
    "了",
    "一种",
    "从未见过",
    "的",
    "雪花",
    "😀",
    "。",
)  # as jieba cuts it

# --- Play: controls ---------------------------------------------------------------------------------------------

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "compare": Text(en="Side by side", zh="并排比较"),
    "special": Text(en="Special tokens", zh="特殊词元"),
    "labels": Text(en="Labels on pieces", zh="标签对齐"),
    "chinese": Text(en="Chinese words", zh="中文分词"),
    "mismatch": Text(en="Two vocabularies", zh="两张词表"),
}
ADDED = Text(en="Pieces beyond the characters", zh="单字符之外的小块数")
ADDED_HELP = Text(
    en="The size of the vocabulary. For BPE, WordPiece and byte-level BPE it is the number of merges done so far; a "
    "unigram model takes its nearest stage below.",
    zh="也就是词表有多大。对 BPE、WordPiece 和字节级 BPE 来说，就是已经合并了多少次；一元模型取不超过它的最近一个阶段。",
)
CORPUS = Text(en="Vocabulary learnt from", zh="词表学自")
CORPORA: Mapping[str, Text] = {
    "auto": Text(en="the language of the sentence", zh="与句子同语言的文本"),
    "news-en": Text(en="English news", zh="英文新闻"),
    "wiki-zh": Text(en="Chinese Wikipedia", zh="中文维基百科"),
}
KINDS: Mapping[str, Text] = {
    "characters": Text(en="Characters", zh="单字符"),
    "words": Text(en="Words", zh="整词"),
    "bpe": Text(en="BPE", zh="BPE"),
    "wordpiece": Text(en="WordPiece", zh="WordPiece"),
    "unigram": Text(en="Unigram", zh="一元模型"),
    "bytes": Text(en="Byte-level BPE", zh="字节级 BPE"),
    "minilm": Text(en="MiniLM's WordPiece", zh="MiniLM 的 WordPiece"),
}
WORD = Text(en="Word", zh="词")
LONGEST = Text(en="the longest one", zh="最长的那个")
INSIDE_KIND = Text(en="Which algorithm", zh="哪种算法")
TEMPERATURE = Text(en="Temperature", zh="温度")
PAIR = Text(en="Second sentence", zh="第二句话")
PAIR_HINT = Text(en="e.g. It melted.", zh="例如：It melted.")
PAD = Text(en="Fill up to this many positions", zh="补齐到多少个位置")
WORDS_IN = Text(en="Words, with spaces between", zh="词（用空格隔开）")
LABELS_IN = Text(en="One label a word", zh="每个词一个标签")
SHARE = Text(en="Share that is masked, %", zh="掩盖比例，%")
FIRST = Text(en="First vocabulary", zh="第一张词表")
SECOND = Text(en="Second vocabulary", zh="第二张词表")
TERM = Text(en="A word to cut with both", zh="用两张词表各切一次的词")
OWN = Text(en="Your own text", zh="你自己的文字")
KIND = Text(en="Algorithm", zh="算法")
LEARN_FROM = Text(en="Text to learn from", zh="学习用的文本")
MIN_COUNT = Text(en="Join only what occurs this often", zh="至少出现这么多次才合并")

CONTROLS: Mapping[str, Text] = {
    "tokens_view": VIEW,
    "tokens_added": ADDED,
    "tokens_corpus": CORPUS,
    "tokens_inside": INSIDE_KIND,
    "tokens_word": WORD,
    "tokens_temperature": TEMPERATURE,
    "tokens_pair": PAIR,
    "tokens_pad": PAD,
    "tokens_words": WORDS_IN,
    "tokens_labels": LABELS_IN,
    "tokens_share": SHARE,
    "tokens_first": FIRST,
    "tokens_second": SECOND,
    "tokens_term": TERM,
    "tokens_kind": KIND,
    "tokens_data": LEARN_FROM,
    "tokens_pieces": ADDED,
    "tokens_min": MIN_COUNT,
}

# --- Play: side by side -----------------------------------------------------------------------------------------

HEADLINE = Text(
    en="{n} words: {bpe} pieces for BPE, {bytes} for bytes; the word vocabulary loses {lost}",
    zh="{n} 个词：BPE 切成 {bpe} 块，字节级切成 {bytes} 块；整词词表丢了 {lost} 个",
)
PIECES = Text(en="{n} pieces", zh="{n} 块")
ONE_PIECE = Text(en="1 piece", zh="1 块")
SIZE = Text(en="vocabulary {size}", zh="词表 {size}")
UNKNOWN_SHARE = Text(en="{share} [UNK]", zh="[UNK] 占 {share}")
IN_VOCABULARY = Text(en="in the vocabulary: {spelled} · id {id}", zh="词表里写作 {spelled} · 编号 {id}")
NOT_IN_VOCABULARY = Text(en="{spelled} is not in the vocabulary: [UNK]", zh="词表里没有 {spelled}：[UNK]")
AND_MORE = Text(en="… {n} more", zh="……还有 {n} 块")
PROVENANCE = Text(
    en="Learnt by us from {origin}: {words} running words. Recorded on {date}, code {code}; repeat it with `{command}`. Rest the "
    "pointer on a piece to see its id and how the vocabulary spells it.",
    zh="由我们从{origin}学来，共 {words} 个词。录制于 {date}，代码 {code}；用 `{command}` 可以重新得到。把指针停在小块上，就能看到它的"
    "编号和词表里的写法。",
)
ORIGINS: Mapping[str, Text] = {
    "news-en": Text(
        en="315 English news texts of the Australian Broadcasting Corporation (Lee, Pincombe & Welsh 2005; gathered for "
        "research, no licence stated)",
        zh="澳大利亚广播公司的 315 篇英文新闻（Lee、Pincombe 和 Welsh 2005 年为研究收集，未注明许可）",
    ),
    "wiki-zh": Text(
        en="64 articles of Chinese Wikipedia in simplified characters (CC BY-SA 4.0)",
        zh="64 篇简体中文维基百科条目（CC BY-SA 4.0）",
    ),
}
OTHER_LANGUAGE = Text(
    en="This vocabulary has learnt from {name} and has hardly seen the characters of your sentence: look at [UNK], and at "
    "the bytes, which lose nothing but fall apart.",
    zh="这张词表学自{name}，几乎没见过你这句话里的字：看看 [UNK] 有多少，再看字节那一行，什么都没丢，却碎成了一片。",
)
STRIP_TITLE = Text(en="One sentence, {n} ways to cut it", zh="同一句话，{n} 种切法")
CUT_SHORT = Text(
    en="Only the first {shown} of {n} characters are cut here.", zh="这里只切前 {shown} 个字符，全文共 {n} 个。"
)

# --- Look inside ------------------------------------------------------------------------------------------------

INSIDE = Text(en="How was this vocabulary learnt, and how does it cut a word?", zh="这张词表怎么学来，又怎么切词？")
RIVALS = Text(en="Merge {step}: “{a}” + “{b}”, {count} times", zh="第 {step} 次合并：“{a}” + “{b}”，{count} 次")
RIVALS_SCORE = Text(
    en="Merge {step}: “{a}” + “{b}”, score {score:.2e}",
    zh="第 {step} 次合并：“{a}” + “{b}”，得分 {score:.2e}",
)
RIVALS_ALT = Text(en="The five strongest pairs of this step.", zh="这一步最强的五对。")
COUNT = Text(en="times in the text", zh="在文本中相邻的次数")
SCORE = Text(en="count(ab) / (count(a) · count(b))", zh="count(ab) / (count(a) · count(b))")
TIES = Text(
    en="Among equals the older pieces come first, as in the tokenizers library.",
    zh="并列时先有的小块优先，与 tokenizers 库的做法一致。",
)
NO_STEP = Text(en="This training ended after {steps} merges.", zh="这次训练合并了 {steps} 次就停了。")
HISTORY = Text(en="“{word}”, merge by merge", zh="“{word}” 的合并过程")
BEFORE = Text(en="start", zh="开始")
STEP = Text(en="merge {step}", zh="第 {step} 次")
ATTEMPTS = Text(en="“{word}”, longest match first: {n} look-ups", zh="“{word}”：最长匹配优先，查了 {n} 次词表")
LOOKS = Text(en="look-up {n}", zh="第 {n} 次")
WORD_LOST = Text(
    en="Nothing fits the rest, so the whole word becomes [UNK].",
    zh="剩下的部分无论怎么切都不在表里，整个词变成 [UNK]。",
)
RATIO_WARNING = Text(
    en="The ratio rewards pairs whose parts are rare elsewhere, so it would first join letters that meet only once or "
    "twice. Here a pair must occur {rare} times to take part; Google never published the program that made BERT's "
    "vocabulary.",
    zh="这个比值偏爱“离开彼此就少见”的一对，放任不管，最先合并的会是只见过一两次的字母。这里规定一对至少出现 {rare} 次才能参加；"
    "BERT 词表当年用的程序，谷歌没有公开过。",
)
LATTICE = Text(
    en="{n} ways to cut “{word}”:<br>the best has {share} of the probability",
    zh="“{word}” 有 {n} 种切法：<br>最好的一种占概率的 {share}",
)
LATTICE_ALT = Text(
    en="All pieces that fit into the word as arcs; the most probable path is drawn thick.",
    zh="能嵌进这个词的所有小块，各画一条弧；最可能的路径画得最粗。",
)
ARC = Text(en="{piece}: p = {p:.2e}", zh="{piece}：概率 p = {p:.2e}")
BEST_FEW = Text(en="The most probable cuts", zh="最可能的几种切法")
SAMPLES = Text(
    en="Drawn at temperature {t:g}: {distinct} different cuts in {n}",
    zh="温度 {t:g}：抽 {n} 次，出现 {distinct} 种切法",
)
SAMPLES_HOW = Text(
    en="Subword regularisation trains a model on cuts like these, drawn anew each time, so that it does not rely on one.",
    zh="子词正则化就是每次训练都重新抽一种切法给模型看，免得它只认一种。",
)
STAGE = Text(
    en="Learning began with {seeds} pieces and dropped those that are missed least: {stages} stages, and you are at the one "
    "with {size} pieces, {loss:.2f} nats a word.",
    zh="学习从 {seeds} 个小块开始，每一轮丢掉最不可惜的那些：一共 {stages} 个阶段，你现在看到的这一阶段有 {size} 个小块，"
    "每个词平均 {loss:.2f} 纳特。",
)
CUT_COLUMN, SHARE_COLUMN, TIMES_COLUMN = (
    Text(en="cut", zh="切法"),
    Text(en="probability", zh="概率"),
    Text(en="drawn", zh="抽到"),
)
BYTES_TITLE = Text(
    en="{n} characters are {bytes} bytes, and {pieces} pieces", zh="{n} 个字符是 {bytes} 个字节，切成 {pieces} 块"
)
BYTES_COLUMNS: Mapping[str, Text] = {
    "character": Text(en="character", zh="字符"),
    "code": Text(en="Unicode", zh="Unicode"),
    "bytes": Text(en="bytes in UTF-8", zh="UTF-8 字节"),
    "pieces": Text(en="pieces it lies in", zh="落在哪些小块里"),
}
BYTES_HOW = Text(
    en="Everything that can be typed is bytes, and all 256 bytes are in the vocabulary: nothing is ever [UNK]. Joined, the "
    "pieces give back exactly what you typed.",
    zh="凡是能输入的都是字节，而 256 个字节全在词表里，所以永远不会出现 [UNK]。把小块接起来，就是你原来输入的文字，一个字节都不差。",
)

# --- Special tokens ---------------------------------------------------------------------------------------------

SPECIAL_HOW = Text(
    en="What MiniLM really receives: [CLS] opens, [SEP] closes each sentence, [PAD] fills up and is not read, [UNK] stands "
    "for a word that cannot be spelt. Type [MASK] into your sentence to leave a gap.",
    zh="MiniLM 真正收到的是这些：[CLS] 打头，[SEP] 给每句话收尾，[PAD] 用来补齐、不会被读，[UNK] 顶替拼不出来的词。"
    "在句子里写上 [MASK]，就留出一个空。",
)
SPECIAL_TITLE = Text(
    en="{n} positions: {special} special, {own} from your text, {unknown} [UNK]",
    zh="{n} 个位置：特殊词元 {special} 个，来自文字的 {own} 个，其中 [UNK] {unknown} 个",
)
SPECIAL_COLUMNS: Mapping[str, Text] = {
    "position": Text(en="position", zh="位置"),
    "piece": Text(en="token", zh="词元"),
    "id": Text(en="id", zh="编号"),
    "segment": Text(en="segment", zh="段"),
    "read": Text(en="is read", zh="是否读入"),
}
LIMIT = Text(
    en="MiniLM has {positions} positions; longer texts are cut off.",
    zh="MiniLM 只有 {positions} 个位置，更长的文字会被截掉。",
)
WHO_HAS = Text(en="Which tokenizer has which?", zh="哪种分词器有哪些特殊词元？")
WHO_HOW = Text(
    en="The ids are looked up in the real vocabulary of {size} pieces. Ours only cut; they know at most [UNK], and bytes not "
    "even that.",
    zh="编号查自真实的词表（{size} 个小块）。我们自己学的词表只管切，最多有个 [UNK]，字节级连它都不需要。",
)
JOB: Mapping[str, Text] = {
    "[CLS]": Text(en="opens the text; its vector can stand for all of it", zh="打头；它的向量可以代表整段文字"),
    "[SEP]": Text(en="closes a sentence", zh="给一句话收尾"),
    "[UNK]": Text(en="a word that cannot be spelt", zh="拼不出来的词"),
    "[PAD]": Text(en="fills up to equal length, never read", zh="补齐长度，不会被读"),
    "[MASK]": Text(en="the gap to be guessed in training", zh="训练时要猜的空"),
}
TOKEN_COLUMN, JOB_COLUMN = Text(en="token", zh="词元"), Text(en="what for", zh="作用")

# --- Labels on pieces -------------------------------------------------------------------------------------------

LABELS_HOW = Text(
    en="People label words; the model reads pieces. Three ways to hand the labels down, on MiniLM's own pieces: edit words "
    "and labels.",
    zh="人给词打标签，模型读的却是小块。标签往下传有三种办法，下面用的是 MiniLM 真正的切法：词和标签都可以改。",
)
LABELS_EXAMPLE = "Xiaoming Zhang flew from Harbin to Urumqi ."
LABELS_DEFAULT = "B-PER I-PER O O B-LOC O B-LOC O"
LABELS_TITLE = Text(
    en="{split} of {words} words are split; “repeat” turns {places} labelled names into {repeat}",
    zh="{words} 个词里有 {split} 个被切开；“重复”把 {places} 个实体变成了 {repeat} 个",
)
POLICIES: Mapping[str, Text] = {
    "repeat": Text(en="repeat", zh="重复"),
    "inside": Text(en="continue as I-", zh="续作 I-"),
    "first": Text(en="first piece only", zh="只标第一块"),
}
LABEL_COLUMNS: Mapping[str, Text] = {
    "piece": Text(en="piece", zh="小块"),
    "word": Text(en="word", zh="词"),
    "label": Text(en="label of the word", zh="词的标签"),
}
IGNORED = Text(en="not counted", zh="不计入")
LABELS_AFTER = Text(
    en="A B- label opens a name, so repeating it says that two names follow each other. “First piece only” is what the BERT "
    "paper does: the rest is left out of the loss. A Cyrillic О, which looks like the O of “outside”, is read as an O.",
    zh="B- 表示一个实体的开头，重复它等于说后面又来了一个新实体。BERT 论文的做法是“只标第一块”，其余的不计入损失。"
    "标签里如果混进长得像 O 的西里尔字母 О，这里当作 O 来读。",
)

# --- Chinese words ----------------------------------------------------------------------------------------------

CHINESE_HOW = Text(
    en="Chinese is written without spaces. Characters, the words that jieba finds, and the pieces that BPE has learnt without "
    "ever being told what a word is:",
    zh="中文不写空格。下面三行是：单字、jieba 分出的词，以及 BPE 自己学来的小块，从没有人告诉过它什么是词。",
)
CHINESE_KINDS: Mapping[str, Text] = {
    "characters": Text(en="characters", zh="单字"),
    "words": Text(en="words (jieba)", zh="词（jieba）"),
    "bpe": Text(en="BPE pieces", zh="BPE 小块"),
}
CHINESE_TITLE = Text(en="{share} of BPE's cuts are also word boundaries", zh="BPE 的切口有 {share} 恰好落在词的边界上")
MASKS = Text(en="What is masked?", zh="掩盖什么？")
MASKS_HOW = Text(
    en="{n} characters to be guessed. Drawn one by one, they leave {broken} words half open, and the other half gives them "
    "away. Whole-word masking hides a word with all its characters.",
    zh="要猜的是 {n} 个字。逐字抽，有 {broken} 个词只盖住一半，另一半就把答案说出来了；整词掩码则把一个词的字全部盖住。",
)
BY_CHARACTER = Text(en="character by character", zh="逐字掩码")
BY_WORD = Text(en="whole words", zh="整词掩码")
KEYWORDS = Text(en="What can be a keyword?", zh="什么可以当关键词？")
KEYWORDS_HOW = Text(
    en="count × nats of rarity in Chinese Wikipedia (our recorded sample): with single characters a name falls apart.",
    zh="次数 × 在中文维基样本里的稀有程度（纳特）：按单字算，名字就散了架。",
)
UNIT, WEIGHT = Text(en="candidate", zh="候选"), Text(en="weight", zh="权重")
NOT_CHINESE = Text(
    en="Your sentence has no Chinese character, so you see the example.", zh="你的句子里没有汉字，先看示例。"
)

# --- Two vocabularies -------------------------------------------------------------------------------------------

MISMATCH_HOW = Text(
    en="FinBERT's vocabulary of financial texts shares only 41 % of its tokens with BERT's. Two BPE vocabularies of the same "
    "size, learnt from two texts:",
    zh="FinBERT 用金融文本学的词表，与 BERT 的词表只有 41% 重合。这里用两段文本各学一张同样大小的 BPE 词表：",
)
SOURCES: Mapping[str, Text] = {
    "news-en": Text(en="English news", zh="英文新闻"),
    "wiki-en": Text(en="English Wikipedia", zh="英文维基百科"),
    "wiki-zh": Text(en="Chinese Wikipedia", zh="中文维基百科"),
    "own": Text(en="my own text", zh="我自己的文字"),
}
OWN_HINT = Text(en="Paste at least ten sentences (up to 20,000 characters).", zh="粘贴至少十句话（最多 20,000 字符）。")
OVERLAP_TITLE = Text(en="{share} of the second vocabulary is also in the first", zh="第二张词表有 {share} 也在第一张里")
OVERLAP_ALT = Text(
    en="One bar: pieces of the first only, of both, of the second only.",
    zh="一条横条：只在第一张、两张都有、只在第二张。",
)
ONLY_FIRST, BOTH, ONLY_SECOND = (
    Text(en="only first", zh="只在第一张"),
    Text(en="both", zh="两张都有"),
    Text(en="only second", zh="只在第二张"),
)
PIECE_COUNT = Text(en="pieces", zh="小块数")
PER_WORD_TABLE = Text(
    en="Pieces per word: rows are vocabularies, columns the text that is read",
    zh="平均每个词切成几块：行是词表，列是要读的文本",
)
EXTRA_COST = Text(
    en="Reading {text} with the other vocabulary costs {share} more pieces.",
    zh="用另一张词表读“{text}”，要多切 {share} 的小块。",
)
EXAMPLES_ONLY = Text(en="Some of them: {pieces}", zh="例如：{pieces}")

# --- Train it ---------------------------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="What does my own text teach a vocabulary?", zh="用我自己的文字，会学出什么样的词表？")
TRAIN_IDEA = Text(
    en="Nine tenths of the text are learnt from; the last tenth is cut at every size of the vocabulary: how many words are "
    "lost, and into how many pieces do they fall? The dashed line is a word vocabulary of the same size.",
    zh="十分之九的文本拿来学，剩下的十分之一在词表的每种大小下都切一遍：丢了多少词，每个词切成几块？虚线是同样大小的整词词表。",
)
DATA: Mapping[str, Text] = {
    "lee-news": Text(en="English news (350 texts)", zh="英文新闻（350 篇）"),
    "wikipedia-sample": Text(
        en="English Wikipedia (106 articles; takes minutes)", zh="英文维基百科（106 篇，要几分钟）"
    ),
    "zh-notes": Text(en="Chinese classroom notes (75 sentences of ours)", zh="中文课堂小记（我们自己写的 75 句）"),
    "own": Text(en="my own text or file", zh="我自己的文字或文件"),
}
UPLOAD = Text(
    en="Or a file (.txt, .csv, .jsonl, .parquet with a column text)",
    zh="或者一个文件（.txt，或含 text 列的 .csv、.jsonl、.parquet）",
)
RECORDED_CURVES = Text(
    en="Recorded: four vocabularies learnt from {origin}; {words} words were kept back. Run your own beside them.",
    zh="录制结果：四张词表，学自{origin}，留出 {words} 个词做测试。下面可以跑一次你自己的，放在旁边比。",
)
CURVES_TITLE = Text(
    en="With {size} pieces, words lose {oov},<br>{name}: {lost}",
    zh="词表大小 {size} 时，整词丢 {oov}，<br>{name}：{lost}",
)
LOST_AXIS = Text(en="running words lost, %", zh="丢失的词，%")
PER_WORD_AXIS = Text(en="pieces per word", zh="平均每词块数")
SIZE_AXIS = Text(en="size of the vocabulary", zh="词表大小")
CURVES_ALT = Text(
    en="Two charts over the size of the vocabulary: share of words lost, and pieces per word.",
    zh="随词表大小变化的两张图：丢失的词的比例，以及平均每词块数。",
)
WORD_LINE = Text(en="words", zh="整词")
YOURS = Text(en="yours: {name}", zh="你的：{name}")
LEARNT = Text(
    en="{name}, {data}: {size} pieces from {words} words; tested on {held}. The first pieces: {first}",
    zh="{name}，{data}：从 {words} 个词学出 {size} 个小块，用 {held} 个词测试。最先得到的小块：{first}",
)
YOUR_SENTENCE = Text(en="Your sentence under your vocabulary", zh="用你的词表切你的句子")
PASTE = Text(en="Paste some text first, at least ten sentences.", zh="请先粘贴一段文字，至少十句。")

# --- Check yourself ---------------------------------------------------------------------------------------------

ASK = Text(
    en="“{word}” never occurred in the text that this BPE vocabulary ({size} pieces) learnt from. How does it cut it?",
    zh="这张 BPE 词表（{size} 个小块）学习时从没见过 “{word}”。它会怎么切？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL = Text(en="Show me", zh="揭晓")
NEXT = Text(en="Another one", zh="再来一题")
RIGHT = Text(en="Yes: {cut}. {n} merges touch this word.", zh="对：{cut}。有 {n} 次合并碰到了这个词。")
WRONG = Text(
    en="It cuts {cut}: {n} merges touch this word, in the order in which they were learnt. Your guess was {own}.",
    zh="它切成 {cut}：按学习时的先后，有 {n} 次合并碰到了这个词。你猜的是 {own}。",
)
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_MEANING = Text(
    en="“Subwords are the meaningful parts of a word: un-break-able.”", zh="“子词就是词里有意义的部分：un-break-able。”"
)
MYTH_MEANING_ANSWER = Text(
    en="Not by design: of the cuts that BPE with {size} pieces makes in {words} words of ours, {share} fall on a border "
    "between meaningful parts; cuts at random places would reach {chance}. For instance “{word}” becomes {cut}, not {parts}. "
    "It counts neighbours and knows no meaning.",
    zh="它没有这个打算：我们选了 {words} 个词，用 {size} 个小块的 BPE 去切，切口有 {share} 落在词素的边界上；随便切也有 {chance}。"
    "比如 “{word}” 切成 {cut}，而不是 {parts}。它只数相邻次数，不懂意思。",
)
MYTH_SAME = Text(en="“The same word is always the same token.”", zh="“同一个词总是同一个词元。”")
MYTH_SAME_ANSWER = Text(
    en="No: byte-level BPE cuts “the” as {plain}, “ the” after a space as {spaced}, “The” as {title} and “THE” as {upper}. "
    "To the model these are different numbers; that they belong together it has to learn.",
    zh="不对：字节级 BPE 把 “the” 切成 {plain}，空格后面的 “ the” 切成 {spaced}，“The” 是 {title}，“THE” 是 {upper}。"
    "对模型来说它们是不同的编号，彼此有关系这件事还得另外学。",
)
MYTH_LARGER = Text(en="“A larger vocabulary makes every text shorter.”", zh="“词表越大，什么文字都切得越短。”")
MYTH_LARGER_ANSWER = Text(
    en="Only texts like those it learnt from: from {small} to {large} pieces, byte-level BPE learnt from English news takes "
    "{en_small} → {en_large} pieces for the English example, but {zh_small} → {zh_large} for the Chinese one.",
    zh="只有和学习文本相像的文字才会变短：从 {small} 个小块加到 {large} 个，学自英文新闻的字节级 BPE 切英文例句是 "
    "{en_small} → {en_large} 块，切中文例句却是 {zh_small} → {zh_large} 块。",
)
MYTH_LOOKS = Text(
    en="“Two characters that look alike are alike to the tokenizer.”", zh="“看上去一样的字，分词器看来也一样。”"
)
MYTH_LOOKS_ANSWER = Text(
    en="No: {odd} (U+{odd_code}) and {plain} (U+{plain_code}) look the same; as bytes they are {odd_bytes} and {plain_bytes}. "
    "Texts copied from PDF files are full of the first kind. That is why our vocabularies bring every text into one form "
    "(NFKC) first: then both become {plain}. Byte-level BPE does not, so that it can give back what was typed.",
    zh="不一样：{odd}（U+{odd_code}）和 {plain}（U+{plain_code}）看上去相同，字节却是 {odd_bytes} 和 {plain_bytes}。"
    "从 PDF 里复制出来的文字常常混着前一种。所以我们的词表先把文字统一成一种形式（NFKC），两个字就都成了 {plain}。"
    "字节级 BPE 不做这一步，因为它要能原样还原输入。",
)

# --- Claims, plate, take, coverage ------------------------------------------------------------------------------

CLAIMS = (OPEN_VOCABULARY, CARRY_OVER)
PLATE = Text(en="“{word}” in {n} pieces", zh="“{word}” 切成 {n} 块")

COVERS: Mapping[str, str] = {
    "bpe": "tokens_inside=bpe",
    "wordpiece": "tokens_inside=wordpiece",
    "unigram-subword": "tokens_inside=unigram",
    "bbpe": "tokens_inside=bytes",
    "unk-pad-cls-sep": "tokens_view=special",
    "subword-label-alignment": "tokens_view=labels",
    "chinese-word-segmentation": "tokens_view=chinese",
    "vocab-mismatch": "tokens_view=mismatch",
}
