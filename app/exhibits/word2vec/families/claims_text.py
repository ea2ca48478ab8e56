"""The words of the claims about the relatives."""

from app.i18n import ClaimWords, Text

_FIRST, _SECOND = Text(en="score of the first", zh="前者得分"), Text(en="score of the second", zh="后者得分")

CLAIMS = (
    ClaimWords(
        id="word2vec/glove",
        says=Text(
            en="On the same text GloVe's vectors are better than word2vec's.",
            zh="用同样的文本，GloVe 的词向量比 word2vec 的好。",
        ),
        measured=Text(
            en="mean of Spearman's ρ on WordSim-353 and SimLex-999, GloVe minus skip-gram. Each seed draws four fifths of the sentences of an "
            "English Wikipedia excerpt; both sides have 96 numbers a word and window 5, GloVe 25 epochs, skip-gram 10.",
            zh="WordSim-353 与 SimLex-999 上斯皮尔曼 ρ 的平均，GloVe 减去 skip-gram。每个种子从英文维基选段里抽五分之四的句子；两边都是 96 维、窗口 5，"
            "GloVe 25 轮，skip-gram 10 轮。",
        ),
        unit=Text(en="difference in mean ρ", zh="平均 ρ 之差"),
        plain=Text(
            en="GloVe scores {mean:+.3f} against skip-gram ({low:+.3f} to {high:+.3f}).",
            zh="与 skip-gram 相比，GloVe 的得分相差 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="The paper compares on six billion words, this is a third of a million; differences below {delta:g} are not counted.",
            zh="论文用了六十亿词，这里只有三十多万；小于 {delta:g} 的差别不算数。",
        ),
        control=Text(
            en="each way against itself with another seed: what luck alone can do. It must vanish.",
            zh="每种做法换一个种子和自己比：光凭运气能差多少。这个差应当消失。",
        ),
        extras={"first": _FIRST, "second": _SECOND},
    ),
    ClaimWords(
        id="word2vec/averages",
        says=Text(
            en="Where labels are few, averaged word vectors classify texts better than the bag of words.",
            zh="带标签的文本很少时，词向量的平均比词袋更适合做文本分类。",
        ),
        measured=Text(
            en="share of 180 paragraphs put under the right one of six Wikipedia articles after four labelled paragraphs of each, averaged "
            "shipped vectors minus bag of words; the same linear classifier.",
            zh="每篇文章只给四个带标签的段落，再把 180 个段落归到六篇维基文章里，分对的比例：现成词向量的平均减去词袋；线性分类器相同。",
        ),
        unit=Text(en="difference in the share put right", zh="分对比例之差"),
        plain=Text(
            en="Averages put {mean:+.1%} of the paragraphs right compared with the bag ({low:+.1%} to {high:+.1%}).",
            zh="与词袋相比，向量平均分对的比例相差 {mean:+.1%}（{low:+.1%} 到 {high:+.1%}）。",
        ),
        note=Text(
            en="Names give these articles away, and a bag of words keeps names; differences below {delta:g} are not counted.",
            zh="这些文章里的专名很有辨识度，而词袋恰好保留了专名；小于 {delta:g} 的差别不算数。",
        ),
        control=Text(
            en="the same with shuffled labels: neither can know anything, so the difference must vanish.",
            zh="把标签打乱再做一遍：两边都不可能知道答案，差别应当消失。",
        ),
        extras={"first": _FIRST, "second": _SECOND},
    ),
    ClaimWords(
        id="word2vec/averages-thoughts",
        says=Text(
            en="As the vector of a sentence, the average of its word vectors is better than what a trained reader of sentences makes of it.",
            zh="用作句向量时，词向量的平均胜过专门训练的句子编码器。",
        ),
        measured=Text(
            en="share of 480 sentences put under the right one of eight Wikipedia articles after ten labelled sentences of each, averaged "
            "word2vec minus quick thoughts (a recurrent reader trained to find the neighbouring sentence; the quick form of skip-thought). Both "
            "learn from the same excerpt of Wikipedia and give 96 numbers a sentence; the reader's words start from the same word2vec vectors.",
            zh="每篇文章给十个带标签的句子，再把 480 个句子归到八篇维基文章里，分对的比例：word2vec 平均减去 quick-thoughts（循环网络读句子，"
            "学着认出相邻的句子，是 skip-thought 的快速版）。两边读同一段维基文本，句向量都是 96 维，编码器的词向量也从同一份 word2vec 出发。",
        ),
        unit=Text(en="difference in the share put right", zh="分对比例之差"),
        plain=Text(
            en="Averages put {mean:+.1%} of the sentences right compared with quick thoughts ({low:+.1%} to {high:+.1%}).",
            zh="与 quick-thoughts 相比，向量平均分对的比例相差 {mean:+.1%}（{low:+.1%} 到 {high:+.1%}）。",
        ),
        note=Text(
            en="The published readers saw a billion words and gave thousands of numbers a sentence; this one saw a third of a million. Neighbouring "
            "sentences come from one article, so finding neighbours is practice for this very test; averages got no such practice. "
            "Differences below {delta:g} are not counted.",
            zh="论文里的编码器读过约十亿词，句向量有几千维；这里只读了三十多万词。相邻的句子总在同一篇文章里，所以“找邻句”正好是这个测试的练习，"
            "而词向量的平均没有这种练习；小于 {delta:g} 的差别不算数。",
        ),
        control=Text(
            en="the same with shuffled labels: neither can know anything, so the difference must vanish.",
            zh="把标签打乱再做一遍：两边都不可能知道答案，差别应当消失。",
        ),
        extras={
            "first": Text(en="averages", zh="向量平均"),
            "second": Text(en="quick thoughts", zh="quick thoughts"),
            "untrained": Text(en="the same reader, untrained", zh="同一编码器，未训练"),
        },
    ),
)
