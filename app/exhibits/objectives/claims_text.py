"""The words of the claims about objectives."""

from app.i18n import ClaimWords, Text

READER = Text(
    en="a reader of two layers, 400 batches of 32 windows from Wikipedia, 5 seeds",
    zh="两层的小模型，维基百科上 400 批、每批 32 段，5 个种子",
)
NATS = Text(en="nats per hidden word", zh="每个被遮词的纳特数")

CLAIMS = (
    ClaimWords(
        id="objectives/nsp-by-topic",
        says=Text(
            en="Next sentence prediction is easy because it can be solved by topic; sentence order cannot.",
            zh="下句预测太容易，靠话题就能蒙对；句序预测靠话题蒙不了。",
        ),
        measured=Text(
            en="accuracy of one threshold on the share of common words, NSP less SOP; 2,000 pairs of neighbouring sentences of Wikipedia a seed, of each its first 20 words; δ is one pair in ten.",
            zh="只用“两句共有词的比例”设一个阈值，NSP 的正确率减去 SOP 的；每个种子取维基百科的 2,000 对相邻句子，每句取前 20 个词；δ 定为十对里一对。",
        ),
        unit=Text(en="difference of accuracies", zh="正确率之差"),
        plain=Text(
            en="Counting common words gets {mean:.1%} more of the NSP pairs right than of the SOP pairs ({low:.1%} to {high:.1%}).",
            zh="数共有词，NSP 的正确率比 SOP 高 {mean:.1%}（绝对差，{low:.1%} 到 {high:.1%}）。",
        ),
        note=Text(
            en="NSP {nsp:.1%}, SOP {sop:.1%}, chance 50 %. The pairs are short: less topic shows than in the paper, where they have up to 512 tokens. The smallest effect that matters was set after one trial seed (0.125) of an earlier choice of pairs, in which most were halves of one sentence.",
            zh="NSP {nsp:.1%}，SOP {sop:.1%}，瞎猜 50%。这里的句对很短，露出的话题比论文里（最长 512 个词元）少。“最小有意义的差”是看过一个试跑种子（0.125）之后才定的，当时的句对多是同一句话的前后两半，后来才改成现在这样。",
        ),
        control=Text(
            en="the labels of NSP shuffled, accuracy less one half: nothing can be found there.",
            zh="把 NSP 的标签打乱，正确率减一半：那里什么也找不出来。",
        ),
        extras={"nsp": Text(en="accuracy on NSP", zh="NSP 正确率"), "sop": Text(en="accuracy on SOP", zh="SOP 正确率")},
    ),
    ClaimWords(
        id="objectives/mask-mismatch",
        says=Text(
            en="A model that only ever answers at [MASK] does not learn to stand behind the words that are shown; keeping and exchanging a tenth each mends it.",
            zh="如果只在 [MASK] 处作答，模型就学不会对露着的词负责；留一成、换一成可以补救。",
        ),
        measured=Text(
            en="share of undamaged words that the output at their own place names, 80/10/10 less 100/0/0; "
            + READER.en
            + "; δ is one word in twenty.",
            zh="没有损坏的词，在原位的输出还能说出它自己的比例：80/10/10 减去 100/0/0；"
            + READER.zh
            + "；δ 定为二十个词里一个。",
        ),
        unit=Text(en="share of shown words", zh="占露着的词"),
        plain=Text(
            en="80/10/10 names {mean:.1%} more of the shown words ({low:.1%} to {high:.1%}).",
            zh="80/10/10 多说对 {mean:.1%} 的露着的词（{low:.1%} 到 {high:.1%}）。",
        ),
        note=Text(
            en="Named: {mixed:.1%} with 80/10/10, {only:.1%} with [MASK] alone.",
            zh="说对的比例：80/10/10 为 {mixed:.1%}，只用 [MASK] 为 {only:.1%}。",
        ),
        control=Text(
            en="the same difference at a hidden word: there both are asked alike.",
            zh="在被遮住的词上看同样的差：在那里，两者的题目是一样的。",
        ),
        extras={"mixed": Text(en="80/10/10", zh="80/10/10"), "only": Text(en="[MASK] alone", zh="只用 [MASK]")},
    ),
    ClaimWords(
        id="objectives/forty-percent",
        says=Text(en="Hiding 40 % of the words teaches more than hiding 15 %.", zh="遮 40% 的词，比遮 15% 学得更好。"),
        measured=Text(
            en="nats saved on one hidden word in a window never read, 40 % against 15 %; "
            + READER.en
            + "; δ is 0.05 nats.",
            zh="没读过的片段里遮住一个词，40% 比 15% 省下的纳特数；" + READER.zh + "；δ 定为 0.05 纳特。",
        ),
        unit=NATS,
        plain=Text(
            en="40 % saves {mean:.2f} nats a word ({low:.2f} to {high:.2f}).",
            zh="40% 每个词省 {mean:.2f} 纳特（{low:.2f} 到 {high:.2f}）。",
        ),
        note=Text(
            en="The paper speaks of BERT-large, trained for many more steps; this reader is small and briefly trained.",
            zh="论文说的是 BERT-large，训练步数也多得多；这里的模型小，训练也短。",
        ),
        control=Text(en="15 % once more, with other dice.", zh="还是 15%，换一组骰子再训练一次。"),
        extras={"15": Text(en="nats at 15 %", zh="15% 的纳特数"), "40": Text(en="nats at 40 %", zh="40% 的纳特数")},
    ),
    ClaimWords(
        id="objectives/fresh-masks",
        says=Text(
            en="New masks in every epoch teach more than the same masks repeated.",
            zh="每轮换新掩码，比反复用同一套学得更好。",
        ),
        measured=Text(
            en="nats saved on one hidden word in a window never read, by 25 epochs over 512 windows with new masks against one pattern; δ is 0.05 nats; 5 seeds.",
            zh="512 段文本读 25 轮，新掩码比一套掩码在没读过的片段上每个被遮词省下的纳特数；δ 定为 0.05 纳特；5 个种子。",
        ),
        unit=NATS,
        plain=Text(
            en="New masks save {mean:.2f} nats a word ({low:.2f} to {high:.2f}).",
            zh="新掩码每个词省 {mean:.2f} 纳特（{low:.2f} 到 {high:.2f}）。",
        ),
        note=Text(
            en="{static:.2f} nats with one pattern, {dynamic:.2f} with new ones.",
            zh="一套掩码 {static:.2f} 纳特，新掩码 {dynamic:.2f} 纳特。",
        ),
        control=Text(
            en="a single epoch over 25 times the text: nothing is repeated, so there is nothing to gain.",
            zh="只读一轮，文本量是 25 倍：没有重复，也就无从得益。",
        ),
        extras={
            "static": Text(en="one pattern, nats", zh="一套掩码，纳特"),
            "dynamic": Text(en="new masks, nats", zh="新掩码，纳特"),
        },
    ),
)
