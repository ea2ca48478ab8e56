"""The words of the probing exhibit's further views."""

from collections.abc import Mapping

from app.i18n import Text

VIEWS: Mapping[str, Text] = {
    "pipeline": Text(en="Which layer when", zh="哪一层先懂"),
    "code": Text(en="Bits saved", zh="省下的比特"),
    "heads": Text(en="Heads and relations", zh="头与句法关系"),
    "agreement": Text(en="Agreement", zh="主谓一致"),
    "knowledge": Text(en="Facts", zh="事实"),
    "cues": Text(en="Cheap cues", zh="捷径线索"),
}

# --- Which layer when -------------------------------------------------------------------------------------------

MIX_TITLE = Text(
    en="The mix for “{low}” leans lowest (layer {least:.2f}), for “{high}” highest ({most:.2f})",
    zh="“{low}”的混合重心最低（第 {least:.2f} 层），“{high}”最高（{most:.2f}）",
)
MIX_ALT = Text(
    en="Tasks against layers: what the mix of all layers takes of each; dots mark the centre of gravity, diamonds the expected layer.",
    zh="任务与层：各层在混合里占的份额；圆点是重心，菱形是期望层。",
)
CENTRE_NAME = Text(en="centre of gravity of the mix", zh="混合的重心")
EXPECTED_NAME = Text(en="expected layer, from cumulative scores", zh="期望层（由累积得分算出）")
MIX_SAYS = Text(
    en="Two numbers, two questions. A probe that may **mix all layers** says with its weights (in the cells, in %) where it likes to read: their centre of "
    "gravity. Mixes that see only the layers **up to k** get better as k grows: where the gain comes is the expected layer, where the "
    "question is answered on the way. They need not agree. Where the deeper mixes add less than {least} points in all, there is no expected layer to show: the answer lies in the words themselves. Means over "
    "{seeds} seeds; six layers are few, so mind the scale.",
    zh="两个数回答两个问题。让探针**混合所有的层**，它的权重（格子里的百分数）说明它爱从哪里读，合起来就是重心。只让它看**到第 k 层为止**，k 越大成绩越好：成绩在哪里涨上去，"
    "问题就在哪里解决，这是期望层。两者不必一致。如果加深总共也涨不到 {least} 个百分点，就没有期望层可画：答案本来就在词里。取 {seeds} 个种子的平均；一共只有六层，别看得太细。",
)
WORDS_TITLE = Text(
    en="“{word}”: {first} before the first layer, {last} in layer {layer}",
    zh="“{word}”：进入第一层之前是 {first}，到第 {layer} 层是 {last}",
)
WORDS_STEADY = Text(
    en="No word of this sentence changes its part of speech between layer 0 and layer {layer}",
    zh="从第 0 层到第 {layer} 层，这句话里没有一个词改变词性",
)
WORDS_ALT = Text(
    en="Words against layers: the part of speech that the probe of each layer gives, shaded by its probability.",
    zh="词与层：每一层的探针给出的词性，颜色深浅是概率。",
)
WORDS_SAYS = Text(
    en="One sentence, layer by layer. Before the first layer a word is read alone, so “{example}” gets the class that it has most "
    "often; the words around come in later. Type a sentence of your own at the top of the page: an English one, for the tags were learnt "
    "on English.",
    zh="一句话，一层一层地看。进入第一层之前，每个词都是单独读的，所以“{example}”得到的是它最常见的词性；周围的词后来才起作用。"
    "可以在页面上方输入自己的句子，要用英文：这些词性是在英文上学的。",
)
AMBIGUOUS = "They fish for fish in the lake ."
NEEDS_ENGLISH = Text(
    en="The parts of speech were learnt on English; here is an English sentence instead.",
    zh="词性探针是在英文上学的，这里先用一句英文。",
)

# --- Bits saved -------------------------------------------------------------------------------------------------

CODE_TITLE = Text(
    en="Layer {best} sends the labels in {bits:.1f} kbit instead of {uniform:.1f}: a compression of {times:.1f}",
    zh="第 {best} 层只要 {bits:.1f} 千比特就能传完标签；原本要 {uniform:.1f}，是它的 {times:.1f} 倍",
)
CODE_ALT = Text(
    en="Code length of all labels by layer: true labels, control labels, random weights.",
    zh="逐层的标签编码长度：真标签、控制标签、随机权重。",
)
UNIFORM = Text(en="every label equally likely", zh="每个标签一样可能")
CODE_AXIS = Text(en="kbit for all labels", zh="全部标签（千比特）")
CODE_SAYS = Text(
    en="Sender and receiver both have the vectors of {n} words; only the sender has their labels. The first portion is sent as if all labels were "
    "equally likely; for each later one, both train a probe on all portions before, and what the probe does not know has to be paid for in bits. A probe that needs many words to learn a thing pays "
    "for it here, even if it gets all right in the end. Control labels are dear: they can only be learnt word by word.",
    zh="发送方和接收方都有 {n} 个词的向量，标签只有发送方有。第一批按“每个标签一样可能”来发；以后每发一批，双方都先用之前各批训练一个探针，探针说不准的部分就要用比特来补。"
    "要看很多词才能学会的东西，即使最后全对，在这里也得付账。控制标签很贵：只能一个词一个词地记。",
)

# --- Heads and relations ----------------------------------------------------------------------------------------

HEADS_TITLE = Text(
    en="“{relation}”: layer {layer}, head {head} is right {share} of the time, a fixed distance {fixed}",
    zh="“{relation}”：第 {layer} 层第 {head} 个头有 {share} 看对了，固定距离只有 {fixed}",
)
HEADS_ALT = Text(
    en="For each relation the score of its best head, of the best fixed distance, and of the best head with random weights.",
    zh="每种关系：最好的头、最好的固定距离、随机权重里最好的头，各看对多少。",
)
BEST_NAME, FIXED_NAME = Text(en="best head", zh="最好的头"), Text(en="fixed distance", zh="固定距离")
RANDOM_HEAD = Text(en="best head, random weights", zh="最好的头，随机权重")
HEADS_SAYS = Text(
    en="No probe is trained here. For every relation we ask all heads: does the word that gets most of your attention stand at the other "
    "end? The best head is chosen on one half of the sentences and scored on the other. Many relations are short, so always guessing "
    "“the next word” is a strong rival: heads that beat it clearly are the ones that follow syntax.",
    zh="这里不训练探针。对每种关系，问遍所有的头：你最看重的那个词，是不是就在关系的另一端？用一半句子挑出最好的头，在另一半上打分。"
    "很多关系距离很短，老是猜“后一个词”就很强；明显胜过它的头，才算跟着句法走。",
)
HEADS_COLUMNS = (
    Text(en="relation", zh="关系"),
    Text(en="layer·head", zh="层·头"),
    Text(en="looks", zh="方向"),
    Text(en="right", zh="看对"),
    Text(en="fixed distance", zh="固定距离"),
    Text(en="n", zh="数量"),
)
UP, DOWN = Text(en="up, to the head", zh="向上看中心词"), Text(en="down, at the dependent", zh="向下看依附词")

# --- Agreement --------------------------------------------------------------------------------------------------

SUBJECT = Text(en="Subject", zh="主语")
SUBJECTS: Mapping[str, Text] = {
    "key": Text(en="key / keys", zh="key / keys"),
    "author": Text(en="author / authors", zh="author / authors"),
    "picture": Text(en="picture / pictures", zh="picture / pictures"),
    "teacher": Text(en="teacher / teachers", zh="teacher / teachers"),
}
PLURAL = Text(en="Plural subject", zh="主语用复数")
AGREE_TITLE = Text(
    en="“{verb}” is right; after {n} nouns of the other number its share goes from {first} to {last}",
    zh="应当用“{verb}”；插进 {n} 个数不一致的名词后，它的份额从 {first} 变成 {last}",
)
AGREE_ALT = Text(
    en="Share of the right verb, is or are, by the number of nouns in between, of the other and of the same number.",
    zh="正确动词（is 或 are）的份额，随中间名词个数变化；一条线是数不一致的名词，一条是一致的。",
)
OTHER_NUMBER, SAME_NUMBER = (
    Text(en="nouns of the other number in between", zh="中间的名词数不一致"),
    Text(en="nouns of the same number in between (control)", zh="中间的名词数一致（对照）"),
)
BETWEEN_AXIS = Text(en="nouns between subject and verb", zh="主语和动词之间的名词数")
SHARE_AXIS = Text(en="share of the right verb among is, are", zh="is 与 are 中正确者的份额")
AGREE_SAYS = Text(
    en="The model fills the gap in sentences such as\n\n> {sentence}\n\nand we compare only *is* with *are*. The verb belongs to the "
    "subject, however many other nouns crowd in; a model that listens to the nearest noun gets it wrong. The control puts nouns of the same "
    "number there: if that line stays up, it is the number that misleads, not the length.",
    zh="让模型给这样的句子填空：\n\n> {sentence}\n\n只比较 *is* 和 *are*。动词跟着主语走，中间挤进多少名词都一样；只听最近那个名词的模型就会错。"
    "对照组放进数一致的名词：如果那条线不掉，说明误导它的是数，不是长度。",
)

# --- Facts ------------------------------------------------------------------------------------------------------

CLOZE = Text(en="Your own fact, with [MASK]", zh="你自己的事实，用 [MASK] 留空")
CLOZE_ANSWER = Text(en="The right word", zh="正确的词")
FACTS_TITLE = Text(
    en="{first} of {n} facts come first, {ten} are among the first ten; without the subject {blind}",
    zh="{n} 条事实里，{first} 条排第一，{ten} 条进前十；去掉主语后是 {blind} 条",
)
FACTS_ALT = Text(
    en="Rank of the right word for each fact, with its subject and with the subject hidden as well.",
    zh="每条事实里正确词的名次：给出主语，以及把主语也遮住。",
)
RANK_AXIS = Text(en="rank of the right word", zh="正确词的名次")
GIVEN, HIDDEN = Text(en="as written", zh="原句"), Text(en="subject hidden too (control)", zh="主语也遮住（对照）")
FACTS_SAYS = Text(
    en="A masked language model can be asked for facts. Beside each rank stands the rank when the **subject is hidden as well**: a word that "
    "is likely in such sentences anyway says nothing about knowledge. This is a small model with a head trained for minutes: it knows little, "
    "and some of what looks like knowledge is a guess by the pattern.",
    zh="掩码语言模型可以拿来问事实。每个名次旁边是**把主语也遮住**之后的名次：要是这种句子里本来就爱出现那个词，就谈不上知道。"
    "这是个小模型，填空头只训练了几分钟：它知道得很少，有些看着像知识的，不过是顺着句式猜。",
)
FACT_RESULT = Text(
    en="“{word}” has rank **{rank}** of {V} (probability {share}); the model's own first choice is “{top}”.",
    zh="“{word}”在 {V} 个词里排第 **{rank}**（概率 {share}）；模型自己的首选是“{top}”。",
)

# --- Cheap cues -------------------------------------------------------------------------------------------------

AGREES = Text(en="Training texts in which the cue tells the true label, %", zh="训练文本中，线索与真标签一致的比例，%")
NOISE = Text(en="Labels of the training that are wrong, %", zh="训练标签写错的比例，%")
CUES_TITLE = Text(
    en="Tested as trained {same}; with the cue set right by design {mended}, turned round {turned}",
    zh="和训练时一样考：{same}；把线索改得不偏：{mended}；把线索反过来：{turned}",
)
CUES_ALT = Text(
    en="Accuracy of a bag-of-words classifier on three test sets: cue as in training, balanced, and turned round; and without the cue.",
    zh="词袋分类器在三种测试集上的准确率：线索同训练、线索均衡、线索相反；以及去掉线索再训练的结果。",
)
TESTS: Mapping[str, Text] = {
    "same": Text(en="as in training", zh="同训练"),
    "mended": Text(en="cue balanced", zh="线索均衡"),
    "turned": Text(en="cue turned round", zh="线索相反"),
}
WITH_CUE, WITHOUT_CUE = (
    Text(en="trained with the cue", zh="带线索训练"),
    Text(en="trained without it", zh="去掉线索训练"),
)
CUES_SAYS = Text(
    en="{n} made-up reviews of {words} words each; the mood words carry the label, weakly, for each text has some of both sides. One more "
    "word, “indeed”, means nothing, but in {agrees} % of the training texts it is there when the true label is positive and missing when it is "
    "negative. The classifier gives it "
    "the weight **{weight:.2f}**; the strongest true word has {best:.2f}. BERT's near-human score on arguments fell to chance when "
    "such cues were balanced (Niven & Kao 2019).",
    zh="编出来的 {n} 条评论，每条 {words} 个词；标签由褒贬词决定，但决定得不干脆，因为每条里两边的词都有。另有一个词 “indeed” 毫无意义，"
    "可是训练集里有 {agrees}% 的文本，真标签为正面时有它，为负面时没有它。分类器给它的权重是 **{weight:.2f}**，真正有用的词里最大的是 {best:.2f}。"
    "BERT 在论证理解上接近人类的成绩，一旦把这种线索配平，就跌到了瞎猜（Niven & Kao 2019）。",
)

CONTROLS: Mapping[str, Text] = {
    "probing_subject": SUBJECT,
    "probing_plural": PLURAL,
    "probing_cloze": CLOZE,
    "probing_answer": CLOZE_ANSWER,
    "probing_agrees": AGREES,
    "probing_noise": NOISE,
}

COVERS: Mapping[str, str] = {
    "probe-edge-pipeline": "probing_view=pipeline",
    "probe-agreement": "probing_view=agreement",
    "lm-knowledge": "probing_view=knowledge",
    "nlp-cues": "probing_view=cues",
    "bertology": "probing_view=layers",
}
