"""The words of the view *From small to full*."""

from collections.abc import Mapping

from app.i18n import Text

LENGTH, BATCH, RATE = (
    Text(en="Row length at first, %", zh="开始时的行长，%"),
    Text(en="Batch at first, %", zh="开始时的批大小，%"),
    Text(en="Learning rate at first, %", zh="开始时的学习率，%"),
)
UNTIL = Text(en="Full from, % of the tokens", zh="读到百分之几的词元时长满")
CONTROLS: Mapping[str, Text] = {
    "objectives_grow_length": LENGTH,
    "objectives_grow_batch": BATCH,
    "objectives_grow_lr": RATE,
    "objectives_grow_until": UNTIL,
}
PLAN_TITLE = Text(
    en="The same {tokens} tokens: {steps} steps by this schedule, {full} when all is full from the start",
    zh="同样 {tokens} 个词元：按这个安排要 {steps} 步，一开始就用满只要 {full} 步",
)
PLAN_ALT = Text(en="Row length, batch and learning rate by tokens read", zh="行长、批大小、学习率随已读词元的变化")
READ = Text(en="tokens read", zh="已读词元")
OF_FULL = Text(en="share of the full value", zh="占最终值的比例")
FACTORS: Mapping[str, Text] = {
    "length": Text(en="row length (full: {full} words)", zh="行长（最终：{full} 个词）"),
    "batch": Text(en="batch (full: {full} rows)", zh="批大小（最终：{full} 行）"),
    "lr": Text(en="learning rate (full: {full})", zh="学习率（最终：{full}）"),
}
ARMS: Mapping[str, Text] = {
    "constant": Text(en="all full from the start", zh="一开始就用满"),
    "length": Text(en="only rows grow", zh="只让行变长"),
    "batch": Text(en="only the batch grows", zh="只让批变大"),
    "lr": Text(en="only the rate grows", zh="只让学习率变大"),
    "all": Text(en="all three grow", zh="三样一起长"),
}
YOURS, BESIDE = (
    Text(en="your schedule", zh="你的安排"),
    Text(en="full from the start, same seed", zh="一开始就用满，同一种子"),
)
TOKENS_TITLE = Text(
    en="After the same tokens, “{best}” knows most: {gain} nats ahead of the constant schedule",
    zh="读过同样多的词元，“{best}”学得最好：比一开始就用满少 {gain} 纳特",
)
TOKENS_NONE = Text(
    en="After the same tokens, no schedule is ahead of the constant one",
    zh="读过同样多的词元，没有哪种安排比一开始就用满更好",
)
SECONDS_TITLE = Text(
    en="Against seconds: “{best}” is {gain} nats ahead when the quicker one ends",
    zh="按用时看：快的一方结束时，“{best}”少 {gain} 纳特",
)
SECONDS_NONE = Text(en="Against seconds, no schedule is ahead", zh="按用时看，没有哪种安排领先")
NATS = Text(en="a hidden word, nats", zh="被藏的词，纳特")
SECONDS = Text(en="seconds of processor time, steps alone", zh="处理器用时（只算训练步），秒")
CURVES_ALT = Text(
    en="Nats per hidden word by tokens read or by seconds, every schedule",
    zh="每种安排下，每个被藏词的纳特数随词元或用时的变化",
)
COLUMNS = (
    Text(en="schedule", zh="安排"),
    Text(en="steps", zh="步数"),
    Text(en="seconds", zh="用时，秒"),
    Text(en="nats at the end", zh="结束时纳特"),
    Text(en="ahead after the same tokens", zh="同样词元时领先"),
    Text(en="ahead after the same seconds", zh="同样用时时领先"),
)
LIVE = Text(en="Your schedule against the constant one, now", zh="现在就比一比：你的安排，和一开始就用满")
LIVE_SAYS = Text(
    en="After the same tokens you are {tokens} nats ahead; after the same seconds, {seconds}. One seed: change it under Share "
    "and see how much of that was luck.",
    zh="读过同样多的词元，你领先 {tokens} 纳特；用同样的时间，领先 {seconds} 纳特。这只是一个种子：在“分享”里换个种子，看看其中多少是运气。",
)
SAYS = Text(
    en="ERNIE 3.0 lets row length, batch, learning rate and dropout grow together at the start and reports that its models converge in less "
    "time. Here: a reader of two layers, {seeds} seeds; recorded {date} on {machine}, code {code}. Short rows cost a large model less per "
    "token, since attention grows with the square of the length; for rows of 32 words there is little of that to save, and small batches use a "
    "processor badly. What is left is that small batches take more steps. The number after ± is half the 95 % interval.",
    zh="ERNIE 3.0 在训练之初让行长、批大小、学习率和 dropout 一起变大，报告说收敛用时更少。这里是两层的小模型，{seeds} 个种子；{date} 录制于 {machine}，代码 {code}。"
    "对大模型，短行每个词元更省：注意力的开销随长度的平方增长；而 32 个词的行没有多少可省，小批次又用不满处理器。剩下的好处，是批小、走的步数多。± 后面是 95% 区间的一半。",
)
