"""The words of the two views in which the visitor sets the question."""

from collections.abc import Mapping

from app.i18n import Text

FIRST = Text(en="First hidden word", zh="从第几个词开始藏")
MANY = Text(en="Hidden words", zh="连着藏几个")
TOO_SHORT = Text(
    en="Too short: a run needs a word on either side. Write a longer text, or begin earlier.",
    zh="文字太短：藏起来的一段两边各要留一个词。请写长一点，或者从更靠前的词开始。",
)
BORDER_TITLE = Text(
    en="Told from “{left}”, “{right}” and its place alone, a hidden word costs {few} nats; told from all the words, {all}",
    zh="只凭“{left}”“{right}”和位置，藏起来的词平均要 {few} 纳特；看全部的词，要 {all} 纳特",
)
SEES_TITLE = Text(en="On the right, a hidden word sees two columns only", zh="右图里，藏起来的词只看得见两列")
FROM_BORDERS = Text(en="From the two borders and the place", zh="只凭两端的词和位置")
FROM_ALL = Text(en="From all the words that are left", zh="看露着的全部词")
BORDER_SAYS = Text(
    en="One reader, trained with both losses added up (SpanBERT, Joshi et al. 2020, equation 3). To fill a gap from its borders, their "
    "states must come to hold what lies between; so a model that extracts answers need only look at where a span begins and ends. There a small "
    "network takes the borders' last states and the place within the run; here it is a second stream that looks at the two borders' "
    "states in every layer. The Wikipedia excerpt is small: both sides are far from sure.",
    zh="同一个模型，训练时把两种损失相加（SpanBERT，Joshi 等 2020，式 3）。要能只凭两端把空填上，两端的状态就得把中间的内容“装”进去；"
    "这样做抽取式问答时，只看一段的开头和结尾就够了。原文用一个小网络，输入两端最后一层的状态和词在段内的位置；这里是第二条流，"
    "每一层都只看两端的状态。读过的维基百科片段不大，两边都谈不上有把握。",
)
QUERY, HEADING = Text(en="Query, in English", zh="查询词（英文）"), Text(en="Title", zh="标题（英文）")
FIRST_TEXT, SECOND_TEXT = (
    Text(en="First sentence, in English", zh="前一句（英文）"),
    Text(en="Second sentence", zh="后一句（英文）"),
)
SOME = (
    ("The war began in the spring.", "It ended two years later."),
    ("war army", "The army of the north won the war in two years."),
)  # sentences; query and title
BOTH_EMPTY = Text(en="Write something in both fields.", zh="两栏都要写点文字。")
BOTH_TITLE = Text(en="The reader says: {label}, with a chance of {chance}", zh="模型认为：{label}，概率 {chance}")
UNKNOWN = Text(
    en="{n} words are not among its 2,000 and are all the same to it: {words}",
    zh="有 {n} 个词不在它的两千词里，对它来说都一样：{words}",
)
RELEVANCE_SAYS = Text(
    en="ERNIE 2.0 took what was shown and clicked in a search engine for strong, what was shown and not clicked for weak. Clicks are not "
    "to be had here: the reader learnt from words of a text's first sentence (strong), of a later one (weak), of another text (none).",
    zh="ERNIE 2.0 的标签来自搜索引擎：展示且被点击算强相关，展示未点击算弱相关。这里没有点击数据，模型是这样学的：查询词取自同一段的首句算强，"
    "取自后面的句子算弱，取自别的文章算无关。",
)

CONTROLS: Mapping[str, Text] = {
    "objectives_first": FIRST,
    "objectives_many": MANY,
    "objectives_pair": Text(en="Objective", zh="目标"),
    "objectives_query": QUERY,
    "objectives_title": HEADING,
}
