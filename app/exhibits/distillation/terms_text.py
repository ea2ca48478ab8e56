"""The words of TinyBERT's terms."""

from collections.abc import Mapping

from app.i18n import Text

TERMS_QUESTION = Text(en="##### Which of TinyBERT's terms does the work?", zh="##### TinyBERT 的哪一项在起作用？")
TERMS: Mapping[str, Text] = {
    "embedding": Text(en="embeddings", zh="嵌入"),
    "hidden": Text(en="hidden states", zh="隐藏状态"),
    "attention": Text(en="attention scores", zh="注意力分数"),
}
NOTHING = Text(en="soft targets only", zh="只有软目标")
TERMS_TITLE = Text(
    en="{name}: {mean:.1f} %, against all three {gain:+.1f} points [{low:+.1f}, {high:+.1f}]",
    zh="{name}：{mean:.1f}%，与三项齐全相比 {gain:+.1f} 个百分点 [{low:+.1f}, {high:+.1f}]",
)
TERMS_TITLE_ALL = Text(
    en="All three terms: {mean:.1f} %; without any of them {none:.1f} %",
    zh="三项齐全：{mean:.1f}%；一项也没有：{none:.1f}%",
)
TERMS_ALT = Text(
    en="Accuracy with every choice of TinyBERT's terms, a mark a seed, mean and interval; your choice in colour.",
    zh="TinyBERT 各项的每一种取舍的准确率，一个种子一个记号，带均值与区间；你的选择着色。",
)
TERMS_NOTE = Text(
    en="First stage: the chosen terms; second stage: soft targets. 300 SNIPS requests, {n} seeds, the same rows and starts for all; differences "
    "are paired by seed · recorded {date} · {machine} · code {code} · again: `{command}`",
    zh="第一阶段用所选的项，第二阶段用软目标。300 条 SNIPS 请求，{n} 个种子，各种取舍的数据和起点相同；差值按种子配对 · 录制于 {date} · {machine} · 代码 {code} · 重录：`{command}`",
)
