"""The words of the systems index."""

from __future__ import annotations

from collections.abc import Mapping

from app.exhibits.entrance.words import STATES
from app.i18n import Text

TITLE = Text(en="Systems", zh="系统索引")
QUESTION = Text(en="Which systems can you already see at work?", zh="哪些系统已经可以亲眼看到？")
COVERS: Mapping[str, str] = {}

COUNTS = Text(
    en="Of **{n}** systems in **{wings}** wings, **{lit}** are live, **{dim}** have one line, "
    "**{dark}** are a name only. The live count comes from the exhibits themselves.",
    zh="全部 **{n}** 个系统分属 **{wings}** 个星座：**{lit}** 个已点亮，**{dim}** 个有简介，**{dark}** 个仅有名字。"
    "“已点亮”的数目由各展台自己申报。",
)
FIND = Text(en="Find", zh="查找")
FIND_HINT = Text(en="attention, 词向量, BERT, 2017 …", zh="注意力、word2vec、BERT、2017……")
WING = Text(en="Wing", zh="星座")
ALL = Text(en="all", zh="全部")
STATE = Text(en="Light", zh="亮度")
STATE_NAMES = {"all": ALL, **STATES}
MORE = Text(en="More", zh="更多")
TIER = Text(en="Tier", zh="层级")
TIER_NAMES = {
    "all": ALL,
    "A": Text(en="A: at the heart", zh="A 核心"),
    "B": Text(en="B: built in miniature", zh="B 做成小型"),
    "C": Text(en="C: a card may do", zh="C 卡片即可"),
}
VIEW = Text(en="As", zh="看法")
VIEWS = {"list": Text(en="a list", zh="列表"), "timeline": Text(en="a timeline", zh="时间线")}
SHOWN = Text(en="{n} shown.", zh="显示 {n} 个。")
OPEN = Text(en="open", zh="打开")
NOT_YET = Text(en="not yet", zh="尚未点亮")

NOTHING = Text(
    en="Nothing matches. Try a shorter word, the name in the other language, or a year such as 2018.",
    zh="没有符合的系统。试试更短的词、换一种语言的名字，或输入年份（如 2018）。",
)
NARROW = Text(
    en="The search alone finds {n}; the filters hide them.",
    zh="单看查找词有 {n} 个结果，但被筛选条件挡住了。",
)
NEAREST = Text(en="Search for {words}", zh="查找 {words}")
CLEAR = Text(en="Show all systems", zh="显示全部系统")

TIMELINE_TITLE = Text(en="The busiest year is {year}: {n} systems", zh="最热闹的一年是 {year}：{n} 个系统")
TIMELINE_ONE = Text(en="Systems by the year they appeared", zh="各系统出现的年份")
EARLIER = Text(en="≤’{year:02d}", zh="≤{year:02d}")
YEAR_TICK = Text(en="’{year:02d}", zh="{year:02d}")
YEAR_AXIS = Text(en="year of the first paper", zh="首篇论文的年份")
UNDATED = Text(
    en="Year of the first public paper, preprints counted. {n} of those shown are concepts, families or tables that no single paper owns: "
    "they stand in the list only. Click a dot to read its row.",
    zh="年份取首篇公开论文，预印本也算。所示系统中有 {n} 个是概念、系列或结果表，不归某一篇论文，只列在列表里。点一个点，看它的条目。",
)
ALT_TIMELINE = Text(en="Systems by wing and year; live ones are stars", zh="按星座和年份排列的系统，已点亮的画成星形")
ALT_COVERAGE = Text(
    en="{lit} live, {dim} with one line, {dark} a name only",
    zh="{lit} 个已点亮，{dim} 个有简介，{dark} 个仅有名字",
)
