"""The words of the view on MacBERT."""

from collections.abc import Mapping

from app.i18n import Lang, Text

TITLE = Text(
    en="MacBERT asks for {asked} tokens here and writes [MASK] {masks} times: similar words stand in their places",
    zh="MacBERT 在这里问了 {asked} 个词元，[MASK] 出现 {masks} 次：原位上写的是近义词",
)
READERS = Text(en="What each taught a small reader", zh="各教会了小模型多少")
MARKS = (
    Text(en="objective", zh="目标"),
    Text(en="its own question, right", zh="自己那道题，答对"),
    Text(en="a hidden word, nats", zh="藏起来的词，纳特"),
    Text(en="the article, told right", zh="文章出处，认对"),
)
READERS_SAY = Text(
    en="Recorded, one run each, English: small gaps mean nothing. Mac's own question looks easy because a tenth of the words stay as they "
    "are and a similar word betrays the right one; the cloze, with its [MASK], it has never met. Whole words have no reader: without word "
    "pieces they are MLM. Train one yourself: [n-gram]({ngram}), [Mac]({mac}).",
    zh="录制结果，各训练一次，英文，差一点点不算数。Mac 自己那道题显得容易：有一成词没动，近义词也会泄露答案；而填空题里的 [MASK] 它从没见过。"
    "全词掩码没有单独的模型：不切小块时它就是 MLM。自己训练：[N-gram]({ngram})、[Mac]({mac})。",
)
GRID = Text(en="Seven models, as the paper compares them", zh="论文对七个模型的比较")
MODEL = Text(en="model", zh="模型")
GRID_COLUMNS: Mapping[str, Text] = {
    "type": Text(en="type", zh="类型"),
    "embeddings": Text(en="embeddings", zh="嵌入"),
    "masking": Text(en="masking", zh="掩码单位"),
    "task": Text(en="word task", zh="词的任务"),
    "pairs": Text(en="pair task", zh="句对任务"),
}
NONE = Text(en="none", zh="无")
GRID_SAYS = Text(
    en="Published: Cui et al. 2020. AE autoencoding, AR autoregressive; T/S/P token, segment and position; T tokens, E entities, Ph phrases, "
    "WWM whole words, NM n-grams; Gen-Dis generator and discriminator.",
    zh="论文数据：Cui 等 2020。AE 自编码，AR 自回归；T/S/P 词元、段、位置；T 词元，E 实体，Ph 短语，WWM 全词，NM N-gram；Gen-Dis 生成器与判别器。",
)


def none(value: str, lang: Lang) -> str:
    """A cell, or the word for nothing."""
    return NONE[lang] if value == "none" else value
