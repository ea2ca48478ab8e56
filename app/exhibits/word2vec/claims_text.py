"""The words of the claims about word2vec."""

from app.i18n import ClaimWords, Text

_TEXT = Text(
    en="Each seed draws four fifths of the sentences of an English Wikipedia excerpt (384,000 words); both sides train on the same draw: 96 "
    "numbers a word, window 5, 10 epochs.",
    zh="每个种子从英文维基选段（38.4 万词）里抽五分之四的句子，两边用同一份：96 维，窗口 5，10 轮。",
)
_CONTROL = Text(
    en="each way against itself with another seed: what luck alone can do. It must vanish.",
    zh="每种做法换一个种子和自己比：光凭运气能差多少。这个差应当消失。",
)
_UNIT = Text(en="difference in mean ρ", zh="平均 ρ 之差")
_EXTRAS = {
    "first": Text(en="score of the first", zh="前者得分"),
    "second": Text(en="score of the second", zh="后者得分"),
    "seconds_first": Text(en="seconds of the first", zh="前者用时（秒）"),
    "seconds_second": Text(en="seconds of the second", zh="后者用时（秒）"),
}


def _similarity(id: str, says: Text, first: Text, second: Text, note: Text) -> ClaimWords:
    """A claim about the mean of two similarity tests."""
    return ClaimWords(
        id=f"word2vec/{id}",
        says=says,
        measured=Text(
            en=f"mean of Spearman's ρ on WordSim-353 and SimLex-999, {first.en} minus {second.en}. {_TEXT.en}",
            zh=f"WordSim-353 与 SimLex-999 上斯皮尔曼 ρ 的平均，{first.zh}减去{second.zh}。{_TEXT.zh}",
        ),
        unit=_UNIT,
        plain=Text(
            en=f"{first.en[0].upper()}{first.en[1:]} scores {{mean:+.3f}} against {second.en} ({{low:+.3f}} to {{high:+.3f}}).",
            zh=f"与{second.zh}相比，{first.zh}的得分相差 {{mean:+.3f}}（{{low:+.3f}} 到 {{high:+.3f}}）。",
        ),
        note=note,
        control=_CONTROL,
        extras=_EXTRAS,
    )


_SKIP, _CBOW = Text(en="skip-gram", zh="skip-gram"), Text(en="CBOW", zh="CBOW")
_RARE_SAYS = Text(en="Skip-gram is the better one for infrequent words.", zh="对低频词，skip-gram 更好。")
_RARE_HOW = Text(
    en="ten occurrences of each of 200 common words get a new name, so that a rare word is made whose true meaning we know.",
    zh="给 200 个常用词各挑出十次出现，改个新名字，这样就造出了真义已知的低频词。",
)

CLAIMS = (
    _similarity(
        "skipgram-cbow",
        Text(
            en="Skip-gram gives better vectors than CBOW trained on the same text.",
            zh="同样的文本，skip-gram 训练出的词向量比 CBOW 好。",
        ),
        _SKIP,
        _CBOW,
        Text(
            en="δ = {delta:g}. The paper reports this for the semantic part of its analogies; our text is some thousand times smaller, and CBOW takes "
            "fewer steps an epoch.",
            zh="δ = {delta:g}。论文的依据是类比题里的语义部分；我们的文本小了上千倍，而 CBOW 每一轮走的步数更少。",
        ),
    ),
    ClaimWords(
        id="word2vec/rare-words",
        says=_RARE_SAYS,
        measured=Text(
            en=f"{_RARE_HOW.en} Where among its neighbours does it find the word it really is? Mean of 1 / rank, skip-gram minus CBOW. {_TEXT.en}",
            zh=f"{_RARE_HOW.zh}它的近邻名单里，真身排第几？取 1 / 名次的平均，skip-gram 减 CBOW。{_TEXT.zh}",
        ),
        unit=Text(en="difference in mean 1 / rank", zh="平均 1 / 名次之差"),
        plain=Text(
            en="Skip-gram minus CBOW: {mean:+.4f} ({low:+.4f} to {high:+.4f}).",
            zh="skip-gram 减 CBOW：{mean:+.4f}（{low:+.4f} 到 {high:+.4f}）。",
        ),
        note=Text(
            en="δ = {delta:g}. A warning: both sides lie on the floor ({first:.4f} and {second:.4f}; 1 would be perfect). From ten sightings in so small a text "
            "the true word usually stands in the thousands on both sides, so this measure cannot tell them apart. The next card asks with one that can.",
            zh="δ = {delta:g}。要提醒的是：两边都贴着地板（{first:.4f} 和 {second:.4f}，满分是 1）。文本这么小，只见过十次，两边的真身多半都排在几千名，"
            "所以这个指标分不出高下。下一张卡片换了一个分得出的指标。",
        ),
        control=_CONTROL,
        extras=_EXTRAS,
    ),
    ClaimWords(
        id="word2vec/rare-words-place",
        says=_RARE_SAYS,
        measured=Text(
            en=f"{_RARE_HOW.en} Which share of all other words lies farther from it than the word it really is? 0.5 is chance. Skip-gram minus CBOW. {_TEXT.en}",
            zh=f"{_RARE_HOW.zh}其他词里有多大比例比真身离得更远？0.5 等于瞎猜。skip-gram 减 CBOW。{_TEXT.zh}",
        ),
        unit=Text(en="difference in share of words", zh="比例之差"),
        plain=Text(
            en="Skip-gram minus CBOW: {mean:+.3f} ({low:+.3f} to {high:+.3f}).",
            zh="skip-gram 减 CBOW：{mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="δ = {delta:g}. This measure was chosen after the one above had turned out to lie on the floor, and before its own run. Look at the two scores before you "
            "believe the verdict: skip-gram stands at chance ({first:.2f}), CBOW below it ({second:.2f}). Seed 0, looked at: the true word stands at place 3,613 (median) "
            "with skip-gram and 6,479 with CBOW, of 6,951. Skip-gram does less harm; ten sightings in so small a text teach neither of them the word.",
            zh="δ = {delta:g}。这个指标是在上一个贴了地板之后、自己开跑之前定下的。信这个判定之前，先看两边的得分：skip-gram 等于瞎猜（{first:.2f}），"
            "CBOW 比瞎猜还差（{second:.2f}）。拿种子 0 细看：6,951 个词里，真身名次的中位数 skip-gram 是 3,613，CBOW 是 6,479。skip-gram 只是坏得少些；"
            "文本这么小，只见十次，谁也没学会这个词。",
        ),
        control=_CONTROL,
        extras=_EXTRAS,
    ),
    _similarity(
        "negative-hierarchical",
        Text(
            en="Negative sampling gives better vectors than hierarchical softmax.",
            zh="负采样训练出的词向量比层次 softmax 好。",
        ),
        Text(en="negative sampling", zh="负采样"),
        Text(en="hierarchical softmax", zh="层次 softmax"),
        Text(
            en="δ = {delta:g}. The paper measured analogies on a thousand million words (61 % against 47 % in all, with 15 noise words).",
            zh="δ = {delta:g}。论文量的是十亿词上的类比题（15 个噪声词，总正确率 61% 对 47%）。",
        ),
    ),
    _similarity(
        "subsampling",
        Text(
            en="Dropping occurrences of frequent words makes training faster and the vectors better.",
            zh="丢掉常用词的一部分出现，训练更快，词向量也更好。",
        ),
        Text(en="subsampling at 1e-3", zh="t = 1e-3 的降采样"),
        Text(en="none", zh="不降采样"),
        Text(
            en="δ = {delta:g}, for the vectors; for the speed look at the seconds: {seconds_first:.1f} against {seconds_second:.1f}.",
            zh="δ = {delta:g}，只判词向量的好坏；快慢看用时：{seconds_first:.1f} 秒对 {seconds_second:.1f} 秒。",
        ),
    ),
    _similarity(
        "shared-negatives",
        Text(
            en="It matters for the vectors whether the noise words of a window are shared or drawn anew for each pair.",
            zh="一个窗口共用一批噪声词，还是每对重抽，对词向量的好坏有影响。",
        ),
        Text(en="sharing", zh="共用"),
        Text(en="drawing anew for each pair", zh="每对重抽"),
        Text(
            en="δ = {delta:g}: an interval inside ±δ says that sharing costs nothing that would matter. It is how this program trains, because it is faster.",
            zh="δ = {delta:g}：区间落在 ±δ 以内，就说明共用没有值得在意的代价。本程序就是这样训练的，因为更快。",
        ),
    ),
)
