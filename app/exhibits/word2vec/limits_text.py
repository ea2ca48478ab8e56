"""The words of the view on limits: one vector a word, and none for a new one."""

from collections.abc import Mapping

from app.i18n import Text

SENSE = Text(en="A word with two meanings", zh="一个多义的词")
SENSES: Mapping[str, Text] = {
    "bank": Text(en="bank", zh="bank（岸 / 银行）"),
    "apple": Text(en="apple", zh="apple（水果 / 公司）"),
    "potato": Text(en="土豆 (potato / a video site)", zh="土豆（蔬菜 / 视频网站）"),
    "fruit": Text(en="苹果 (fruit / company)", zh="苹果（水果 / 公司）"),
}
UNSEEN = Text(en="A word nobody has seen", zh="一个谁都没见过的词")
CONTROLS: Mapping[str, Text] = {"word2vec_sense": SENSE, "word2vec_unseen": UNSEEN}

# word, language, sentences: the first half in one meaning, the rest in the other
SENTENCES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "bank": (
        "bank",
        "en",
        (
            "We sat on the bank of the river and watched the boats.",
            "The flood has washed away the grassy bank below the bridge.",
            "She opened an account at the bank to save money.",
            "The bank raised the interest rate on its loans.",
        ),
    ),
    "apple": (
        "apple",
        "en",
        (
            "He picked a ripe apple from the tree and ate it.",
            "Cut the apple into slices and bake it in the pie.",
            "The new phone made by apple sold out in a day.",
            "Shares of apple rose after the computer was announced.",
        ),
    ),
    "potato": (
        "土豆",
        "zh",
        (
            "妈妈把土豆削皮，切成丝，炒了一盘菜。",
            "地里的土豆熟了，爷爷挖了一大筐。",
            "这部电视剧可以在土豆上看到全集。",
            "土豆和优酷两家视频网站合并了。",
        ),
    ),
    "fruit": (
        "苹果",
        "zh",
        (
            "她从树上摘下一个红苹果，咬了一口。",
            "这家店的苹果又甜又脆，五块钱一斤。",
            "苹果公司今天发布了新手机。",
            "他用苹果电脑写程序。",
        ),
    ),
}
HOW = Text(
    en="word2vec gives each word *form* one vector, whatever the sentence. A contextual encoder computes a new vector for every "
    "occurrence. Four sentences, two meanings:",
    zh="word2vec 给每个*词形*一个向量，不管它在哪句话里。上下文编码器则每出现一次就算一个新向量。四句话，两个意思：",
)
TITLE = Text(
    en="“{word}”: same meaning {same:.2f}, other meaning {other:.2f};<br>word2vec says 1.00 every time",
    zh="“{word}”：同义 {same:.2f}，异义 {other:.2f}；<br>word2vec 一律 1.00",
)
ALT = Text(
    en="Cosines between the vectors of one word in four sentences: word2vec beside a contextual encoder.",
    zh="同一个词在四句话里的向量两两求余弦：word2vec 与上下文编码器并排。",
)
STATIC, CONTEXTUAL = Text(en="word2vec", zh="word2vec"), Text(en="{model}, last layer", zh="{model}，最后一层")
MEANING = Text(en="meaning {n}", zh="意思 {n}")
NEAR_BOTH = Text(
    en="The single vector has to serve both: nearest to “{word}” are {near}.",
    zh="一个向量要兼顾两个意思：离“{word}”最近的是 {near}。",
)
NO_STATIC = Text(
    en="“{word}” occurs too rarely in our training text to have a vector at all: the other limit.",
    zh="“{word}”在我们的训练文本里太少见，连向量都没有：这正是另一个局限。",
)
BY_CHARACTER = Text(
    en="zh-char, our own small encoder, reads one character at a time: the word's vector is the mean of its characters'.",
    zh="zh-char 是我们自己训练的小编码器，按字来读：词的向量取它各个字向量的平均。",
)
OOV_HOW = Text(
    en="The other limit: a word that was not in the training text has no vector. Try one.",
    zh="另一个局限：训练文本里没有的词，就没有向量。试一个。",
)
OOV_NO = Text(
    en="“{word}”: no vector. A subword model would put one together from its pieces ({pieces}); see *Relatives* for fastText and CharCNN, "
    "and the tokens exhibit for the pieces.",
    zh="“{word}”：没有向量。子词模型会用它的小块（{pieces}）拼一个出来；fastText 和 CharCNN 见“同族模型”，小块怎么切见词元展台。",
)
OOV_YES = Text(en="“{word}” has a vector: it was seen {n:,} times.", zh="“{word}”有向量：训练时见过 {n:,} 次。")
UNSEEN_EXAMPLE: Mapping[str, str] = {"en": "snowflakiness", "zh": "雪花感"}
