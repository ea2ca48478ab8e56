"""The words of the claims about filling gaps."""

from app.i18n import ClaimWords, Text

NEWS = Text(
    en="Model `minilm-mlm`, the Lee news corpus, which it was not trained on, 5 seeds",
    zh="模型 `minilm-mlm`，没有参与训练的 Lee 新闻语料，5 个种子",
)

CLAIMS = (
    ClaimWords(
        id="masking/in-turn",
        says=Text(
            en="Two gaps filled at once ignore each other; filled one after the other they fit together.",
            zh="两个空一起填，谁也不理谁；一个填完再填另一个，才合得上。",
        ),
        measured=Text(
            en=NEWS.en
            + ", 600 pairs of neighbouring words each: the share of pairs that both come out right when the surer gap is filled "
            "first and the other is read again, less the share when both are filled at once; δ is one pair in a hundred.",
            zh=NEWS.zh
            + "，每个种子 600 对相邻的词：先填更有把握的空、再重读另一个空时两个都对的比例，减去两个同时填时的比例；δ 定为百对里一对。",
        ),
        unit=Text(en="share of pairs", zh="占词对"),
        plain=Text(
            en="One after the other, {mean:.1%} more pairs come out right ({low:.1%} to {high:.1%}).",
            zh="一个一个填，两个都对的多 {mean:.1%}（{low:.1%} 到 {high:.1%}）。",
        ),
        note=Text(
            en="Both right: {at_once:.1%} at once, {turned:.1%} one after the other. Where the second guess stays what it was, nothing changes.",
            zh="两个都对：一起填 {at_once:.1%}，一个一个填 {turned:.1%}。如果重读之后第二个空的答案没变，结果就一样。",
        ),
        control=Text(
            en="two words of a sentence with more than six pieces from one to the other: they tell each other little.",
            zh="同一句里相隔六个小块以上的两个词：它们彼此能透露的不多。",
        ),
        extras={
            "at_once": Text(en="both right, at once", zh="一起填，两个都对"),
            "turned": Text(en="both right, in turn", zh="一个一个填，两个都对"),
        },
    ),
    ClaimWords(
        id="masking/whole-words",
        says=Text(
            en="To guess one piece of a word is too easy: the rest of the word gives it away.",
            zh="只遮一个词的一小块太好猜：这个词剩下的部分已经说漏了嘴。",
        ),
        measured=Text(
            en=NEWS.en
            + ", 300 words of two pieces or more each: bits that a word's first piece costs more when all its pieces are hidden "
            "instead of that one; δ is half a bit.",
            zh=NEWS.zh
            + "，每个种子 300 个两块以上的词：整个词都遮住时，词的第一块比只遮这一块多花的比特数；δ 定为半比特。",
        ),
        unit=Text(en="bits per piece", zh="每块的比特数"),
        plain=Text(
            en="The whole word hidden costs {mean:.1f} bits more ({low:.1f} to {high:.1f}).",
            zh="整词遮住，多花 {mean:.1f} 比特（{low:.1f} 到 {high:.1f}）。",
        ),
        note=Text(
            en="The first piece costs {alone:.1f} bits alone, {whole:.1f} with the whole word hidden.",
            zh="第一块：只遮它花 {alone:.1f} 比特，整词都遮花 {whole:.1f} 比特。",
        ),
        control=Text(
            en="as many pieces hidden just before it, which belong to other words.",
            zh="改遮它前面同样多的小块，它们属于别的词。",
        ),
        extras={
            "alone": Text(en="bits, hidden alone", zh="只遮这一块，比特"),
            "whole": Text(en="bits, the whole word hidden", zh="整词遮住，比特"),
        },
    ),
    ClaimWords(
        id="masking/real-order",
        says=Text(
            en="Hide each word in turn and add up the surprise: the sum tells a real sentence from a broken one.",
            zh="轮流遮住每个词，把意外程度加起来，就能分出通顺的句子和弄乱的句子。",
        ),
        measured=Text(
            en=NEWS.en
            + ", 60 sentences of 6 to 20 words each: the share that surprises the model less than the same sentence with two "
            "neighbouring words exchanged, less one half; δ is one sentence in ten.",
            zh=NEWS.zh
            + "，每个种子 60 个 6 到 20 词的句子：原句比“对调两个相邻词”的句子更不意外的比例，减去一半；δ 定为十句里一句。",
        ),
        unit=Text(en="share of sentences, above chance", zh="占句子，超出瞎猜"),
        plain=Text(
            en="Above one half by {mean:.1%} ({low:.1%} to {high:.1%}).",
            zh="比一半多 {mean:.1%}（{low:.1%} 到 {high:.1%}）。",
        ),
        note=Text(
            en="The real sentence is preferred {right:.1%} of the time; both hold the same words, so counting words cannot tell them apart.",
            zh="有 {right:.1%} 的时候更偏向原句；两句的词完全一样，只数词频是分不出来的。",
        ),
        control=Text(
            en="the same model with random weights.",
            zh="同一个模型，换成随机权重。",
        ),
        extras={"right": Text(en="real sentence preferred", zh="偏向原句")},
    ),
)
