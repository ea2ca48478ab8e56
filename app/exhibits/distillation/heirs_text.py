"""The words of students that start from the teacher's layers."""

from collections.abc import Mapping

from app.i18n import Text

KINDS: Mapping[str, Text] = {
    "skip": Text(en="every third: 3 and 6", zh="每三层取一层：第 3、6 层"),
    "last": Text(en="the last: 5 and 6", zh="最后两层：第 5、6 层"),
    "first": Text(en="the first: 1 and 2", zh="最前两层：第 1、2 层"),
    "new": Text(en="two new layers", zh="两个全新的层"),
}
QUESTION = Text(
    en="##### Does a student do better with layers that it inherits, and with which?",
    zh="##### 继承来的层会让学生更好吗？继承哪几层？",
)
TITLE = Text(
    en="The best start, {best}:<br>{gain:+.1f} points against two new layers; the differences stand below the names",
    zh="最好的起点是“{best}”：<br>与两个全新的层相比 {gain:+.1f} 个百分点；差值写在名字下方",
)
ALT = Text(
    en="Accuracy of four students of one shape whose layers come from different places, a mark a seed, mean and interval.",
    zh="四个形状相同、层的来历不同的学生的准确率，一个种子一个记号，带均值与区间。",
)
SAYS = Text(
    en="Four students of the same shape: two layers as wide as MiniLM's, on MiniLM's embeddings. Only the origin of the layers differs. They are "
    "copied from MiniLM **before** it was tuned, so an heir knows language and nothing of the task; DistilBERT begins in this way, with every "
    "second of BERT's layers. The answers of the picture come from the tuned MiniLM.\n\nWhat these answers add to labels alone, paired by seed:",
    zh="四个形状相同的学生：两层，和 MiniLM 一样宽，用的是 MiniLM 的嵌入，差别只在层的来历。层是从**微调之前**的 MiniLM 复制来的，所以继承来的学生懂语言，但对任务一无所知；"
    "DistilBERT 就是这样起步的，从 BERT 里隔一层取一层。图中学生学的回答来自微调过的 MiniLM。\n\n这些回答比只用标签多带来多少，按种子配对：",
)
COLUMNS = (
    Text(en="layers", zh="层"),
    Text(en="labels only, %", zh="只用标签（%）"),
    Text(en="soft targets, %", zh="软目标（%）"),
    Text(en="difference", zh="差"),
    Text(en="95 % interval", zh="95% 区间"),
)
NOTE = Text(
    en="300 SNIPS requests, {n} seeds, {steps} steps of {B}, {numbers:.1f} million trained numbers, the same rows for all · recorded {date} · {machine} · "
    "code {code} · again: `{command}`",
    zh="300 条 SNIPS 请求，{n} 个种子，{steps} 步、每步 {B} 句，训练 {numbers:.1f} 百万个参数，数据相同 · 录制于 {date} · {machine} · 代码 {code} · 重录：`{command}`",
)
