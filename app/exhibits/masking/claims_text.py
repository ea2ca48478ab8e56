"""The words of the claims about filling gaps."""

from app.i18n import ClaimWords, Text

NEWS = Text(
    en="Model `minilm-mlm`, the Lee news corpus, which it was not trained on, 5 seeds",
    zh="模型 `minilm-mlm`，没有参与训练的 Lee 新闻语料，5 个种子",
)

CLAIMS = (
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
            + "，每个种子 300 个至少两块的词：整个词都遮住时，词的第一块比只遮这一块多花的比特数；δ 定为半比特。",
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
)
