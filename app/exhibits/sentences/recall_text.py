"""The words of the task *how much is found?*."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

KIND = Text(en="Ask with", zh="用什么去问")
KINDS: Mapping[str, Text] = {
    "sentences": Text(en="the sentence before (of one kind: symmetric)", zh="前一句话（同类文字，近似对称）"),
    "keywords": Text(en="three words of it (short asks for long: asymmetric)", zh="它的三个词（短问长，非对称）"),
}
READER = Text(en="Read by", zh="谁来读")
READERS: Mapping[str, Text] = {
    "minilm": Text(en="MiniLM", zh="MiniLM"),
    "en-small": Text(en="en-small", zh="en-small"),
    "tf-idf": Text(en="TF-IDF", zh="TF-IDF"),
}
QUERY = Text(en="Your own query (English)", zh="自己问一句（英文）")
QUERIES: Mapping[str, str] = {
    "sentences": "The bones in a museum showed how large the animals had been.",
    "keywords": "dinosaur bones museum",
}
TITLE = Text(
    en="{reader} finds {one} at once, {ten} within ten",
    zh="{reader}：第一个就对的占 {one}，前十个里有的占 {ten}",
)
ALT = Text(en="Recall against the number of answers read.", zh="召回率随所看答案个数的变化。")
K_AXIS = Text(en="answers looked at (k)", zh="看前几个答案（k）")
RECALL_AXIS = Text(en="recall@k: the right one is among them", zh="recall@k：对的那个在里面")
NOTE = Text(
    en="{queries} queries for {n} passages of Wikipedia, each with one right answer. A sentence asks for the text that follows it; three words "
    "(those with the largest TF-IDF) ask for the passage they were taken from, which is why counting words cannot miss there. Bands: 95 % "
    "over the queries. MiniLM has learnt from questions and answers, en-small only to fill gaps. Recorded · {date} · {machine} · code {code} · "
    "`{command}`",
    zh="{n} 段维基百科文字，{queries} 个问题，每个只有一个正确答案。一句话，要找的是紧跟在它后面的文字；三个词（TF-IDF 最大的三个），要找的是它们所出自的那一段，"
    "所以靠统计词频的办法在这里不可能落空。色带是对问题取的 95% 区间。MiniLM 学过问答，en-small 只学过填空。录制结果 · {date} · {machine} · 代码 {code} · `{command}`",
)
COMPARED = Text(
    en="From a sentence to three words the first answer of MiniLM gets {minilm} {more_minilm}, that of en-small {small} {more_small}. "
    "The two kinds differ in more than length: the three words stand in the passage, the sentence only comes before it. That MiniLM has been "
    "taught with short queries may be one reason; this does not test it.",
    zh="从一句话换成三个词，第一个就对的比例：MiniLM {more_minilm}了 {minilm}，en-small {more_small}了 {small}。"
    "两种问法差的不只是长短：三个词本来就在那一段里，那句话只是在它前面。MiniLM 学过短问题可能是原因之一，这里并没有检验。",
)
BETTER, WORSE = Text(en="better", zh="升"), Text(en="worse", zh="降")
POINTS = Text(en="{n:.0f} points", zh="{n:.0f} 个百分点")
GAPS: Mapping[str, Text] = {
    "reader": Text(en="read by", zh="谁来读"),
    "sentences": Text(en="recall@1, a sentence", zh="recall@1，一句话"),
    "keywords": Text(en="recall@1, three words", zh="recall@1，三个词"),
    "gap": Text(en="difference, points", zh="相差（百分点）"),
}
HITS = Text(en="What {reader} finds for “{query}”", zh="{reader}为“{query}”找到的")
CONTROLS: Mapping[str, Text] = {
    "sentences_kind": KIND,
    "sentences_reader": READER,
    "sentences_query": QUERY,
}
