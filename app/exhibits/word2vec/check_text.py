"""The words of *Check yourself*."""

from collections.abc import Mapping

from app.i18n import Text

GUESS = Text(en="Which one?", zh="哪一个？")
CONTROLS: Mapping[str, Text] = {"word2vec_guess": GUESS}
ASK = Text(
    en="One of these four is among the ten words nearest to **{word}** in the original space. Which?",
    zh="下面四个词里，有一个是原空间中离**{word}**最近的十个词之一。是哪个？",
)
REVEAL, NEXT = Text(en="Show the answer", zh="看答案"), Text(en="Another word", zh="换一个词")
RIGHT = Text(en="Yes: {answer}, cosine {value:.2f}.", zh="对：{answer}，余弦 {value:.2f}。")
WRONG = Text(
    en="It is {answer}, with cosine {value:.2f}; your {guess} has {other:.2f}. Company decides, not spelling and not logic.",
    zh="是{answer}，余弦 {value:.2f}；你选的{guess}是 {other:.2f}。决定远近的是来往，不是字形，也不是道理。",
)
MYTHS = Text(en="Four things that are often said", zh="四个常见的说法")
TRY = Text(en="Try it", zh="试一试")
MYTH_KING = Text(en="“king − man + woman **is** queen.”", zh="“国王 − 男人 + 女人**等于**女王。”")
MYTH_KING_ANSWER = Text(
    en="Of {n} such questions from the public test, our English vectors answer {out:.0%} when the three given words are left out, and {within:.0%} when "
    "they may win. So leaving them out does most of the work: the step is short, and one of the given words is usually the "
    "nearest of all.",
    zh="公开测试里抽 {n} 道这样的题，英文词向量在排除题目三个词时答对 {out:.0%}，不排除时只有 {within:.0%}。可见大半功劳在“排除”："
    "那一步很短，最近的通常就是题目里的词。",
)
MYTH_OPPOSITE = Text(en="“Opposites lie far apart.”", zh="“反义词离得远。”")
MYTH_OPPOSITE_ANSWER = Text(
    en="{n} pairs of opposites have a mean cosine of {value:.2f}, random pairs of words {chance:.2f}. “{a}” and “{b}”: {pair:.2f}. "
    "Opposites keep the same company, so they are near.",
    zh="{n} 对反义词的余弦平均是 {value:.2f}，随机词对是 {chance:.2f}。“{a}”和“{b}”：{pair:.2f}。反义词的来往一样，所以离得近。",
)
MYTH_MAP = Text(en="“What is near on the map is near.”", zh="“图上挨着，就真的近。”")
MYTH_MAP_ANSWER = Text(
    en="On the PCA map of {n:,} words, the word drawn closest to “{word}” is “{shown}”; in space it is number {rank:,}. Over all words, PCA keeps "
    "{pca:.0%} of the ten nearest, t-SNE {tsne:.0%}, UMAP {umap:.0%}.",
    zh="在 {n:,} 个词的 PCA 图上，画得离“{word}”最近的是“{shown}”，在原空间里它却排第 {rank:,}。对所有词平均，十个近邻 PCA 留下 {pca:.0%}，"
    "t-SNE {tsne:.0%}，UMAP {umap:.0%}。",
)
MYTH_SAME = Text(en="“A high cosine means the same meaning.”", zh="“余弦高，意思就相同。”")
MYTH_SAME_ANSWER = Text(
    en="The same vectors, two tests: with people's ratings of *relatedness* (WordSim-353) they agree at ρ = {related:.2f}, with ratings of *likeness* "
    "(SimLex-999) only at {like:.2f}. A large window learns topics, not synonyms.",
    zh="同一套向量，两种测试：和人对“相关”的打分（WordSim-353）相符程度 ρ = {related:.2f}，和人对“相似”的打分（SimLex-999）只有 {like:.2f}。"
    "窗口大了，学到的是话题，不是同义。",
)
OPPOSITES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "words-en": (
        ("hot", "cold"),
        ("good", "bad"),
        ("north", "south"),
        ("win", "lose"),
        ("rich", "poor"),
        ("early", "late"),
        ("strong", "weak"),
        ("left", "right"),
        ("buy", "sell"),
        ("increase", "decrease"),
        ("young", "old"),
        ("black", "white"),
    ),
    "words-zh": (
        ("大", "小"),
        ("高", "低"),
        ("好", "坏"),
        ("男人", "女人"),
        ("东", "西"),
        ("南", "北"),
        ("早", "晚"),
        ("增加", "减少"),
        ("上午", "下午"),
        ("冷", "热"),
        ("贫", "富"),
        ("哭", "笑"),
    ),
}
