"""The words of the two views in which one text is written from others."""

from collections.abc import Mapping

from app.i18n import Text

PREFIX = Text(en="Prefix", zh="前缀")
TASKS: Mapping[str, Text] = {
    "translate": Text(en="translate to Chinese", zh="译成中文"),
    "paraphrase": Text(en="say it otherwise", zh="换个说法"),
    "sentiment": Text(en="sentiment", zh="褒还是贬"),
    "acceptable": Text(en="acceptable", zh="通不通顺"),
    "similarity": Text(en="similarity", zh="有多像"),
    "none": Text(en="no prefix", zh="不加前缀"),
}
SAID = Text(en="Sentence, in English", zh="英文句子")
OTHER = Text(en="Second sentence, for the similarity", zh="第二句（比较相似度用）")
WANTED = Text(en="Text to rebuild, English or Chinese", zh="要重建的文字，中英文都行")
EVIDENCE = Text(en="Texts that may speak for it, one a line", zh="可能相关的文字，一行一条")
CONTROLS: Mapping[str, Text] = {
    "objectives_prefix": PREFIX,
    "objectives_said": SAID,
    "objectives_other": OTHER,
    "objectives_wanted": WANTED,
    "objectives_evidence": EVIDENCE,
}
SOME = "Where is my book?"
SOME_OTHER = "Where are my books?"
SOME_WANTED = Text(en="Where does he live?", zh="他住在哪里？")
SOME_EVIDENCE = Text(
    en="他住在哪里？\nDo you know where she works?\n我昨天买了一本书。\nTell me where he is living.",
    zh="Where does he live?\n你知道她在哪里工作吗？\nI bought a book yesterday.\n他现在住在什么地方？",
)
ANSWER_TITLE = Text(en="“{prompt}” → “{answer}”", zh="“{prompt}” → “{answer}”")
PLACE, PIECE, CHANCE, BESIDE = (
    Text(en="step", zh="步"),
    Text(en="piece", zh="小块"),
    Text(en="its chance", zh="它的概率"),
    Text(en="what else it might have been", zh="差一点写成什么"),
)
END = Text(en="(end)", zh="（结束）")
ALL = Text(en="The same sentence under every prefix", zh="同一句话，换遍前缀")
UNREAD = Text(
    en="{share} of these pieces are unknown to the model, which reads English and knows the characters of simple Chinese sentences.",
    zh="这句话里有 {share} 的小块它不认识。它读英文，汉字只认得简单句子里的那些。",
)
MARKS = Text(en="How far to trust it", zh="能信几分")
MARK_COLUMNS = (
    Text(en="task", zh="任务"),
    Text(en="measured by", zh="衡量"),
    Text(en="this model", zh="这个模型"),
    Text(en="a simple way", zh="简单做法"),
    Text(en="which is", zh="简单做法是"),
)
MEASURES: Mapping[str, Text] = {
    "right": Text(en="share right", zh="答对的比例"),
    "alike": Text(en="letters in common with the nearest right answer", zh="与最接近的正确答案的字符重合"),
    "rho": Text(en="Spearman’s rank correlation", zh="斯皮尔曼等级相关"),
}
SIMPLE: Mapping[str, Text] = {
    "translate": Text(
        en="the translation of the learnt sentence with the most words in common",
        zh="学过的句子里共有词最多的那句的译文",
    ),
    "paraphrase": Text(en="the sentence as it is", zh="原句照抄"),
    "sentiment": Text(en="naive Bayes over words and pairs of words", zh="词和词对上的朴素贝叶斯"),
    "acceptable": Text(en="naive Bayes over words and pairs of words", zh="词和词对上的朴素贝叶斯"),
    "similarity": Text(en="the share of common words", zh="共有词的比例"),
}
SAYS = Text(
    en="One encoder and one decoder, {steps:,} steps, {parameters:,} parameters; what to do stands in the text itself, and every answer is text, even "
    "a score: 0 to 5 in steps of 0.2, written out digit by digit. Translations and other ways to say it are Tatoeba’s (CC BY 2.0 FR), "
    "polarity is MR’s (CC BY 4.0); a sentence is unacceptable when one of its words was moved, and two sentences are as alike as the letters "
    "of their Chinese translations. All figures on sentences that were kept back. "
    "It is small and has read little: short everyday sentences it can translate, and where the simple way has the higher figure, trust that one. Recorded {date}, code {code}.",
    zh="一个编码器加一个解码器，训练 {steps:,} 步，共 {parameters:,} 个参数；要做什么写在文字里，答案也都是文字——连分数也是：0 到 5，每档 0.2，一位一位写出来。"
    "翻译和换说法的数据来自 Tatoeba（CC BY 2.0 FR），褒贬来自 MR（CC BY 4.0）；“不通顺”是把一个词挪了位置，“有多像”看两句中文译文的字有多少相同。"
    "所有数字都在没学过的句子上测得。模型小、读得少：日常短句还能翻译；哪一行简单做法分数更高，就信简单做法。录制于 {date}，代码 {code}。",
)
RATHER = Text(
    en="The model was trained with these very words before every text; without them it has to guess what is wanted.",
    zh="训练时每段文字前都有这几个词；去掉它们，模型只能猜你想要什么。",
)

REBUILT_TITLE = Text(
    en="Written freely: “{text}”. The text to rebuild costs {nats} nats a piece; looked at most: line {line}",
    zh="放手写出来是“{text}”；要重建的文字每块 {nats} 纳特，看得最多的是第 {line} 条",
)
LOOKS_TITLE = Text(en="Where each piece of the text looks", zh="写每一小块时在看哪条")
LOOKS_ALT = Text(
    en="Share of attention on each line of evidence, piece by piece", zh="写每一小块时，注意力在各条证据上的份额"
)
PIECES = Text(en="piece that is to be written", zh="要写出的小块")
LINES = Text(en="line", zh="第几条")
GATHER_COLUMNS = (
    Text(en="line", zh="条"),
    Text(en="text", zh="文字"),
    Text(en="nearness (cosine)", zh="相近程度（余弦）"),
    Text(en="share of the looks", zh="注意力份额"),
    Text(en="nats lost without it", zh="去掉它多花的纳特"),
)
NO_EVIDENCE = Text(
    en="Write the text to rebuild and at least one line beside it.", zh="写上要重建的文字，旁边至少再写一行。"
)
GATHER_SAYS = Text(
    en="After MARGE: the text itself never reaches the decoder. It is only compared with each line, and {beta} times the cosine is added to every "
    "attention score of that line. Nothing tells it which language to write in, so what it writes freely may be the other one. On {asked} kept texts with four lines each: {nats} nats a piece, {without} when what says the same is "
    "exchanged for something else; the nearest line says the same {found} of the time (by common letters {letters}, by chance {chance}). "
    "Trained on Tatoeba’s translations and paraphrases, {steps:,} steps; recorded {date}, code {code}.",
    zh="做法依照 MARGE：要重建的文字本身不给解码器看，只拿来和每一条比较，再把余弦乘以 {beta} 加到那一条的每个注意力分数上。"
    "没有谁告诉它该用哪种语言，所以放手写时可能换成另一种。在 {asked} 段没学过的文字上（各配四条）：每块 {nats} 纳特；把意思相同的那几条换成别的，变成 {without}；最相近的一条确实意思相同的占 {found}"
    "（只看共有字符 {letters}，瞎猜 {chance}）。用 Tatoeba 的译文和同义句训练 {steps:,} 步；录制于 {date}，代码 {code}。",
)
