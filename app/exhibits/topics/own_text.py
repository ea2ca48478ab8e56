"""The words of *Train it*: one's own texts."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

OWN_QUESTION = Text(en="What are your own texts about?", zh="你自己的文字在讲什么？")
OWN_IDEA = Text(
    en="Upload a .txt, .csv, .jsonl or .parquet, or paste texts, one a line. English is read by MiniLM; Chinese by its words (jieba, TF-IDF, "
    "100 directions), because MiniLM cannot read it.",
    zh="上传 .txt、.csv、.jsonl 或 .parquet，或者粘贴文字，每行一条。英文由 MiniLM 来读；MiniLM 不懂中文，所以中文按词来算（jieba 分词、TF-IDF、100 个方向）。",
)
UPLOAD = Text(en="A file", zh="文件")
OWN = Text(en="or texts, one a line", zh="或者直接粘贴，每行一条")
COLUMN = Text(en="Column with the text", zh="文本在哪一列")
LABEL_COLUMN = Text(en="Column with a label (may be empty)", zh="标签在哪一列（可以不填）")
TIME_COLUMN = Text(en="Column with a date (may be empty)", zh="日期在哪一列（可以不填）")
SET = Text(en="Which texts", zh="用哪些文字")
SETS: Mapping[str, Text] = {
    "lee-news": Text(en="350 news texts (Lee)", zh="350 篇英文新闻（Lee）"),
    "zh-notes": Text(en="73 Chinese sentences of ours", zh="我们写的 73 句中文"),
    "own": Text(en="my own", zh="我自己的"),
    "ag": Text(en="AG News (hub)", zh="AG News（网上）"),
    "groups": Text(en="20 Newsgroups (hub)", zh="20 Newsgroups（网上）"),
    "saved": Text(en="a saved result", zh="存下的结果"),
}
OWN_SMALLEST = Text(en="Smallest topic", zh="一个主题最少几条")
OWN_TITLE = Text(en="{n:,} texts, {C} topics, {out} belong to none", zh="{n:,} 条文字，{C} 个主题，{out} 无处可归")
OWN_ALT = Text(en="Your texts as points, topics by colour.", zh="你的文字，一条一个点，颜色是主题。")
FIND = Text(
    en="Light what has a word, or is nearest to a sentence (English)",
    zh="点亮含有某个词的文字（英文可以写一句话，找意思最近的）",
)
FOUND = Text(en="“{asked}”: {k:,} of {n:,} texts", zh="“{asked}”：{n:,} 条中的 {k:,} 条")
PICKED = Text(en="{n:,} texts: {words}", zh="{n:,} 条：{words}")
FLAT = Text(
    en="Drawn in a plane of its own, for the eye only: grouped were {D} numbers. Of a text's ten nearest by its vector, {kept} are among its ten "
    "nearest here (asked of {n} texts). Draw a loop to read what is inside.",
    zh="这张平面图只给眼睛看，分组用的是 {D} 个数。按向量最近的十条里，{kept} 在图上也是最近的十条（抽查 {n} 条）。圈一圈，读里面的文字。",
)
THINNED = Text(
    en="{n:,} of {all:,} texts are drawn, evenly spread; all of them are counted, named and saved.",
    zh="{all:,} 条里均匀地画出 {n:,} 条；统计、起名和保存都用全部文字。",
)
OWN_NONE = Text(
    en="Nothing to group yet: upload a file or paste some lines.", zh="还没有文字：请上传文件，或粘贴几行。"
)
DOWNLOADS: Mapping[str, Text] = {
    "documents": Text(en="Documents with topics (parquet)", zh="文档与主题（parquet）"),
    "topics": Text(en="Topics (CSV)", zh="主题（CSV）"),
    "model": Text(en="Everything, to bring back here (zip)", zh="全部结果，以后可以带回这里（zip）"),
}
TIME_TITLE = Text(
    en="“{name}” is largest in the span around {when}: {n} texts", zh="“{name}”在 {when} 前后最多：{n} 条"
)
TIME_ALT = Text(en="How many documents each topic has in each span of time.", zh="各时间段里每个主题的文档数。")
CLASS_TITLE = Text(
    en="{pure} of {C} topics come {share} or more from one of the {K} labels",
    zh="{C} 个主题里，有 {pure} 个至少 {share} 出自 {K} 种标签中的同一种",
)
CLASS_AXIS = Text(en="labels", zh="标签")
CLASS_ALT = Text(en="How many documents of each label belong to each topic.", zh="每个标签下各主题的文档数。")
VIEW = Text(en="See", zh="看什么")
VIEWS: Mapping[str, Text] = {
    "map": Text(en="the map", zh="地图"),
    "topics": Text(en="topics as bubbles", zh="主题气泡"),
    "words": Text(en="words", zh="词"),
    "alike": Text(en="which are alike", zh="谁像谁"),
    "tree": Text(en="the tree", zh="树"),
    "time": Text(en="over time", zh="随时间"),
    "classes": Text(en="per label", zh="按标签"),
    "new": Text(en="place new texts", zh="放入新文字"),
    "passage": Text(en="one text, word by word", zh="一段文字逐词看"),
    "runs": Text(en="against an earlier run", zh="对照上一次"),
}
READING = Text(en="Read by", zh="怎么读")
READINGS: Mapping[str, Text] = {
    "meaning": Text(en="MiniLM: by meaning", zh="MiniLM：按意思"),
    "words": Text(en="the words alone: TF-IDF, 100 directions, much faster", zh="只看词：TF-IDF，100 个方向，快得多"),
}
MORE = Text(en="More settings", zh="更多设置")
NAMES = Text(en="Topics you want, with commas", zh="想要哪些主题，用逗号隔开")
PAIRS = Text(en="Words in a row that may be one", zh="最多几个词连成一个")
STOPS = Text(en="Count stop words as well", zh="虚词也算进去")
KNOWN = Text(en="Use the labels as answers (empty ones are not known)", zh="把标签当作答案（空着的算未知）")
NO_LABELS = Text(en="These texts have no labels.", zh="这批文字没有标签。")
TIDY = Text(en="Tidy up", zh="整理")
TIDY_SAYS = Text(
    en="Applied in this order to every view and to what you save.",
    zh="按这个次序处理，所有视图和保存的结果都随之改变。",
)
HOMES = Text(en="1 · Homes for outliers by", zh="1 · 离群的归到哪里，依据")
LEAVE = Text(en="leave them", zh="不动它们")
MERGE = Text(en="2 · Make one topic of", zh="2 · 把这些并成一个")
SPLIT = Text(en="3 · Make two topics of", zh="3 · 把这个一分为二")
LEAVE_WHOLE = Text(en="none", zh="不拆")
REDUCE = Text(en="4 · Topics at most", zh="4 · 最多留几个主题")
RENAME = Text(en="5 · Rename topic", zh="5 · 给主题改名")
TITLE = Text(en="to", zh="改成")
TIDIED = Text(
    en="{before} topics → {after}; without a topic {out0} → {out1}.",
    zh="{before} 个主题 → {after} 个；无主题的 {out0} → {out1}。",
)
FETCH = Text(en="How many texts to fetch", zh="取多少条")
FETCHED = Text(en="{n:,} texts; licence: {licence}", zh="共 {n:,} 条；许可：{licence}")
MANY = Text(
    en="{n:,} texts: reading them by MiniLM takes most of the time (under “More settings” they can be read by their words alone). You may close this "
    "page for a minute and cancel at any time.",
    zh="共 {n:,} 条，时间主要花在让 MiniLM 读它们上（在“更多设置”里可以改成只看词）。可以随时取消，页面关掉一会儿也不要紧。",
)
SAVED = Text(en="A result that you saved here (.zip)", zh="在这里存下的结果（.zip）")
SAVED_NONE = Text(
    en="Choose the .zip that “Everything” saved under a finished result.",
    zh="请选择在结果下面用“全部结果”存下的 .zip。",
)
SAVED_SAYS = Text(en="{n:,} texts, grouped with: {settings}", zh="共 {n:,} 条，当时的设置：{settings}")
LARGEST = Text(en="Of {C} topics the {n} largest are shown.", zh="共 {C} 个主题，这里只画最大的 {n} 个。")
NEW = Text(en="New texts, one a line", zh="新文字，每行一条")
NEW_NONE = Text(
    en="Write one line or more: each is given the topic it is most like.", zh="请写一行以上，每行归到与它最像的主题。"
)
NEW_BY_WORDS = Text(
    en="Placed by their words: these texts' own vectors cannot be made for others.",
    zh="按词归类：这批文字的向量没法给别的文字用。",
)
NEW_BY_VECTORS = Text(
    en="Placed by MiniLM's vectors: the topic that most of the 15 nearest texts have.",
    zh="按 MiniLM 的向量归类：最近的 15 条里，哪个主题多就归哪个。",
)
JOIN = Text(en="Let them join", zh="让它们加入")
PART = Text(en="Take them out again", zh="再把它们拿出去")
JOINED = Text(
    en="{n} have joined, {all:,} texts now: words are counted anew, topics keep their numbers (BERTopic's partial_fit). Every view and what you save "
    "has them.",
    zh="已加入 {n} 条，现在共 {all:,} 条：词重新统计，主题编号不变（相当于 BERTopic 的 partial_fit）。各个视图和保存的结果里都有它们。",
)
EARLIER = Text(en="Earlier run", zh="上一次")
EARLIER_NONE = Text(
    en="This is the first run on these texts. Change a setting, run again, and compare.",
    zh="这是这批文字的第一次结果。改一个设置再运行一次，就能对照。",
)
RUN_NAME = Text(
    en="{C} topics: smallest {smallest}, seed {seed}{asked}", zh="{C} 个主题：最少 {smallest} 条，种子 {seed}{asked}"
)
ASKED_FOR = Text(en="; asked for: {how}", zh="；点名：{how}")
NO_TOPIC_AT_ALL = Text(
    en="Nothing hangs together here. Choose a smaller topic, or bring more texts.",
    zh="这批文字聚不成主题。把最小规模调小，或者多带些文字。",
)

CONTROLS: Mapping[str, Text] = {
    "topics_set": SET,
    "topics_own_smallest": OWN_SMALLEST,
    "topics_own_smallest_some": OWN_SMALLEST,
    "topics_own_smallest_many": OWN_SMALLEST,
    "topics_own_reading": READING,
    "topics_own_names": NAMES,
    "topics_own_known": KNOWN,
    "topics_own_pairs": PAIRS,
    "topics_own_stops": STOPS,
    "topics_own_fetch": FETCH,
    "topics_own_view": VIEW,
    "topics_own_find": FIND,
    "topics_own_homes": HOMES,
    "topics_own_merge": MERGE,
    "topics_own_split": SPLIT,
    "topics_own_reduce": REDUCE,
    "topics_own_rename": RENAME,
    "topics_own_title": TITLE,
}
