"""The words of the topics exhibit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.exhibits.topics import own_text
from app.exhibits.topics.claims_text import CLAIMS as CLAIMS
from app.exhibits.topics.papers import PAPERS as PAPERS
from app.i18n import Lang, Text

TITLE = Text(en="Topics", zh="主题")
QUESTION = Text(en="What is this pile of texts about?", zh="这一大堆文字，到底在讲什么？")
IDEA = Text(
    en="Nobody can read two thousand paragraphs, but a machine can lay them out: each becomes a vector, vectors become "
    "points on a map (UMAP), points that lie dense become groups (HDBSCAN), and each group is named by the words that "
    "it has and the others lack (c-TF-IDF). Four steps, each of which you can open, swap and doubt: this is BERTopic.",
    zh="两千段文字谁也读不完，机器却能把它们铺开来看：每一段变成一个向量，向量落成地图上的点（UMAP），点密的地方聚成一组（HDBSCAN），"
    "再用“这组常有、别组少有”的词给它起名（c-TF-IDF）。一共四步，每一步都能打开看、换着试、存个疑。这就是 BERTopic。",
)
FORMULA = (
    r"W_{x,c}=\textcolor{#000001}{\underbrace{\frac{\text{count}_{x,c}}{\sum_{x'}\text{count}_{x',c}}}_{\text{tf}}}\cdot"
    r"\textcolor{#000002}{\log\!\left(1+\frac{A}{f_x}\right)}"
)
LOOK_FOR = Text(
    en="which topics are one article and which mix several; what becomes of the grey points when you lower the smallest size; "
    "how little of the true neighbourhood a flat map keeps.",
    zh="哪些主题正好是一篇文章，哪些混了几篇；把最小规模调低时，灰点去了哪里；一张平面图能留住多少真正的邻居。",
)
TERMS = ("topic_model", "umap", "hdbscan", "ctfidf", "outlier_document", "coherence", "adjusted_rand")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "map": Text(en="The map", zh="地图"),
    "umap": Text(en="UMAP", zh="UMAP"),
    "density": Text(en="HDBSCAN", zh="HDBSCAN"),
    "words": Text(en="c-TF-IDF", zh="c-TF-IDF"),
    "tidy": Text(en="Tidy up", zh="整理"),
    "compare": Text(en="Compare", zh="比较"),
    "keywords": Text(en="Keywords", zh="关键词"),
}

# --- The four steps ---------------------------------------------------------------------------------------------

SMALLEST = Text(en="Smallest topic, in documents", zh="一个主题最少几段")
SMALLEST_HELP = Text(
    en="min_cluster_size: fewer documents than this make no topic.",
    zh="即 min_cluster_size：不到这么多段，就不成主题。",
)
MORE = Text(en="The other steps", zh="其他几步")
REDUCTION = Text(en="Flatten by", zh="用什么降维")
REDUCTIONS: Mapping[str, Text] = {
    "umap": Text(en="UMAP to 5 numbers", zh="UMAP，降到 5 维"),
    "pca": Text(en="PCA to 5 numbers", zh="PCA，降到 5 维"),
    "none": Text(en="nothing: all 384", zh="不降维，384 维直接用"),
}
NEIGHBORS = Text(en="Neighbours each document looks at (n_neighbors)", zh="每段看几个邻居（n_neighbors）")
NUMBERS: Mapping[str, Text] = {str(n): Text(en=str(n), zh=str(n)) for n in (5, 10, 15, 30, 60)}
GROUPING = Text(en="Group by", zh="怎么分组")
GROUPINGS: Mapping[str, Text] = {
    "hdbscan": Text(en="HDBSCAN, most stable", zh="HDBSCAN，取最稳定的"),
    "leaf": Text(en="HDBSCAN, finest", zh="HDBSCAN，取最细的"),
    "kmeans": Text(en="k-means", zh="k 均值"),
}
CLUSTERS = Text(en="Groups, for k-means", zh="组数（k 均值用）")
TOPIC = Text(en="Topic", zh="主题")
ALL_TOPICS = Text(en="all topics", zh="全部主题")
FIND = Text(en="Light what has a word, or is nearest to a sentence", zh="点亮含有某个词的段落，或与一句英文最近的段落")
TOPIC_N = Text(en="topic {n}", zh="主题 {n}")
NO_TOPIC = Text(en="no topic", zh="无主题")
NO_TOPICS = Text(
    en="With these settings there are hardly any topics. Choose a smaller size, or UMAP.",
    zh="这样设置几乎分不出主题。把最小规模调小，或者换回 UMAP。",
)
TABLE: Mapping[str, Text] = {
    "topic": Text(en="no.", zh="编号"),
    "size": Text(en="size", zh="段数"),
    "words": Text(en="words", zh="词"),
}
WORDS_OF = Text(
    en="Topic {n}: {size} documents; its words, the strongest full", zh="主题 {n}：{size} 段。最强的词记作 100%"
)


@dataclass(frozen=True)
class Stage:
    """One step of the strip: its name, which may depend on the settings, and what comes out."""

    title: Callable[[Lang, Any], str]
    says: Text


STEPS_ALT = Text(en="The four steps with the data between them.", zh="四个步骤，以及步骤之间的数据。")
_NAMES = {
    "text": Text(en="texts", zh="文本"),
    "embed": Text(en="1 · embed: MiniLM", zh="1 · 嵌入：MiniLM"),
    "name": Text(en="4 · name: c-TF-IDF", zh="4 · 起名：c-TF-IDF"),
}
_FLATTEN: Mapping[str, Text] = {
    "umap": Text(en="2 · flatten: UMAP", zh="2 · 降维：UMAP"),
    "pca": Text(en="2 · flatten: PCA", zh="2 · 降维：PCA"),
    "none": Text(en="2 · not flattened", zh="2 · 不降维"),
}
_GROUP: Mapping[str, Text] = {
    "hdbscan": Text(en="3 · group: HDBSCAN", zh="3 · 分组：HDBSCAN"),
    "leaf": Text(en="3 · group: HDBSCAN, finest", zh="3 · 分组：HDBSCAN（最细）"),
    "kmeans": Text(en="3 · group: k-means", zh="3 · 分组：k 均值"),
}
STEPS: Mapping[str, Stage] = {
    "text": Stage(lambda lang, what: _NAMES["text"][lang], Text(en="{n} paragraphs", zh="{n} 段")),
    "embed": Stage(lambda lang, what: _NAMES["embed"][lang], Text(en="{W} numbers each", zh="每段 {W} 个数")),
    "flatten": Stage(
        lambda lang, what: _FLATTEN[what.reduction][lang], Text(en="{D} numbers each", zh="每段 {D} 个数")
    ),
    "group": Stage(
        lambda lang, what: _GROUP[what.grouping][lang],
        Text(en="{C} topics, {out} without", zh="{C} 个主题，{out} 无主题"),
    ),
    "name": Stage(lambda lang, what: _NAMES["name"][lang], Text(en="out of {V} words", zh="从 {V} 个词里选")),
}

LAYER = Text(en="Draw", zh="画什么")
LAYERS: Mapping[str, Text] = {
    "documents": Text(en="paragraphs", zh="段落"),
    "topics": Text(en="topics", zh="主题"),
    "classes": Text(en="articles", zh="文章"),
    "time": Text(en="years", zh="年代"),
}
TIME_NOTE = Text(
    en="These paragraphs have no date of their own. Their time here is the first year from {first} on that stands in them; {n} of {all} name one. "
    "Hover for a topic's words in a span; in *Can I train it?* your own texts can have a column with dates.",
    zh="这些段落没有日期，这里用段落中第一个不早于 {first} 年的年份来代替，{all} 段里有 {n} 段写到了年份。悬停可看各时间段的主题词；在“我能自己训练吗？”里，你自己的文字可以带一列日期。",
)
BUBBLES_TITLE = Text(
    en="{C} topics; nearest in meaning: “{a}” and “{b}”", zh="{C} 个主题，意思最近的一对：“{a}”与“{b}”"
)
BUBBLES_TOPIC = Text(
    en="“{a}”, {n} documents; its nearest is “{b}”, cosine {cosine:.2f}",
    zh="“{a}”有 {n} 段，离它最近的是“{b}”，余弦 {cosine:.2f}",
)
BUBBLES_ONE = Text(en="{C} topic: nothing to compare it with", zh="只有 {C} 个主题，没有可比的")
BUBBLES_ALT = Text(en="Topics as bubbles, as large as they have documents.", zh="主题画成气泡，段数越多越大。")
BUBBLES_NOTE = Text(
    en="The intertopic map: one bubble a topic, its area the number of documents, laid out by UMAP from the topics' mean vectors alone. "
    "Of each topic's three nearest, {kept} are its three nearest here too; how far apart distant ones lie says nothing. "
    "Click a bubble for its words.",
    zh="主题间地图：一个气泡是一个主题，面积是段数，只凭各主题的平均向量由 UMAP 铺开。每个主题最近的三个里，{kept} 在图上仍是最近的三个；离得远的，远多少没有意义。点一下气泡看它的词。",
)
BUBBLES_FEW = Text(
    en="The intertopic map: one bubble a topic, its area the number of documents, laid out so that the distances between the topics' mean "
    "vectors are kept as well as a plane can (classical scaling: they are too few for UMAP). Click a bubble for its words.",
    zh="主题间地图：一个气泡是一个主题，面积是段数。主题太少，用不上 UMAP，这里用经典尺度变换，尽量保住各主题平均向量之间的距离。点一下气泡看它的词。",
)
ARTICLES_TITLE = Text(
    en="{pure} of {C} topics come {share} or more from one of the {K} articles",
    zh="{C} 个主题里，有 {pure} 个至少 {share} 出自 {K} 篇中的同一篇",
)
ARTICLES_ALT = Text(
    en="Topics down, articles across, darker where more of the topic comes from the article.",
    zh="竖排是主题，横排是文章，越深表示该主题出自该文章的越多。",
)
MAP_TITLE = Text(en="{n:,} paragraphs, {C} topics, {out} belong to none", zh="{n:,} 段文字，{C} 个主题，{out} 无处可归")
MAP_TITLE_TOPIC = Text(en="“{name}”: {k} of {n:,} paragraphs", zh="“{name}”：{n:,} 段中的 {k} 段")
MAP_TITLE_WORD = Text(en="“{word}” stands in {k} of {n:,} paragraphs", zh="{n:,} 段里有 {k} 段出现“{word}”")
MAP_TITLE_LASSO = Text(en="{k} of {n:,} paragraphs picked", zh="从 {n:,} 段里圈出 {k} 段")
MAP_ALT = Text(
    en="Every paragraph a point, topics by colour and shape with their words; grey rings belong to no topic.",
    zh="每段文字一个点，颜色和形状表示主题，旁边是主题词；灰圈不属于任何主题。",
)
MAP_CAPTION = Text(
    en="Drawn in a plane of its own, for the eye only: grouped were the five numbers of step 2. Of each paragraph's ten nearest "
    "by meaning, {kept} are still among its ten nearest here. Click a point for its topic, draw a loop to read what is inside.",
    zh="这张平面图只给眼睛看，分组用的是第 2 步的五个数。按意思最近的十段里，只有 {kept} 在图上还是最近的十段。点一下看它的主题，圈一圈读里面的文字。",
)
PROVENANCE = Text(
    en="Recorded: {n:,} paragraphs drawn from {titles} Wikipedia articles ({licence}) · {date} · {machine} · code {code} · `{command}`",
    zh="录制结果：{n:,} 段，取自 {titles} 篇英文维基百科文章（{licence}） · {date} · {machine} · 代码 {code} · `{command}`",
)
LASSO_TITLE = Text(en="{n} paragraphs: {words}", zh="圈出的 {n} 段：{words}")
LASSO_TOPICS = Text(en="They belong to {n} topics.", zh="它们分属 {n} 个主题。")
UNDO = Text(en="Let them go", zh="取消圈选")

# --- UMAP -------------------------------------------------------------------------------------------------------

DISTANCE = Text(en="How close points may lie (min_dist)", zh="点与点最近多近（min_dist）")
DISTANCES: Mapping[str, Text] = {d: Text(en=d, zh=d) for d in ("0.0", "0.1", "0.3", "0.6")}
DOCUMENT = Text(en="Paragraph to follow", zh="跟着看哪一段")
PLANE_TITLE = Text(en="This map keeps {share} of the true neighbours", zh="这张图留住了 {share} 的真邻居")
PLANE_ALT = Text(
    en="The map with one paragraph, joined to its ten true neighbours.", zh="地图，其中一段与它的十个真邻居相连。"
)
UMAP_NOTE = Text(
    en="Dotted lines lead from the star to its ten nearest by MiniLM's vectors. Where they are long, the map lies. Distances "
    "between far groups mean nothing at all. All maps were made with seed 0 and 100 epochs; same seed, same map.",
    zh="虚线从星号连到按 MiniLM 向量最近的十段；线拉得越长，地图骗人越多。相距很远的两群之间，距离毫无意义。所有地图都用种子 0、100 轮制成，种子相同，地图就相同。",
)
GRID_TITLE = Text(en="Share of true neighbours kept", zh="留住的真邻居")
GRID_ALT = Text(
    en="Share of true neighbours kept, for every setting of both sliders.", zh="两个设置的每种组合各留住多少真邻居。"
)
STRENGTH: Mapping[str, Text] = {
    "title": Text(en="neighbour, from", zh="邻居，出自"),
    "distance": Text(en="cosine distance", zh="余弦距离"),
    "p": Text(en="p", zh="p"),
}
STRENGTH_NOTE = Text(
    en="A paragraph of “{title}”: ρ is the distance of its nearest, σ makes all neighbours together count log₂ k. So the loneliest "
    "paragraph is tied as firmly to its nearest as one in a crowd.",
    zh="出自“{title}”的一段：ρ 是它到最近邻的距离，σ 让所有邻居合起来恰好算 log₂ k 个。所以再孤单的一段，和最近的那一段也连得很牢。",
)

# --- HDBSCAN ----------------------------------------------------------------------------------------------------

PICTURE = Text(en="Show", zh="看什么")
PICTURES: Mapping[str, Text] = {
    "tree": Text(en="condensed tree", zh="浓缩树"),
    "spanning": Text(en="spanning tree", zh="生成树"),
    "outliers": Text(en="outliers", zh="离群点"),
}
PICTURE_ALTS: Mapping[str, Text] = {
    "tree": Text(en="The condensed tree: clusters narrow as density rises.", zh="浓缩树：密度越高，簇越窄。"),
    "spanning": Text(en="The minimum spanning tree drawn on the map.", zh="画在地图上的最小生成树。"),
    "outliers": Text(en="Outlier score of every paragraph.", zh="每一段的离群分数。"),
}
PICTURE_NOTES: Mapping[str, Text] = {
    "tree": Text(
        en="Read it from the top: raise the density, and groups lose members (they narrow) or fall in two. A cluster's stability "
        "is its area, width times height; filled are those that together have the most. The star is your paragraph, where it falls out.",
        zh="从上往下读：密度提高，簇要么掉人（变窄），要么一分为二。一个簇的稳定度就是它的面积，宽乘高；填色的，是合起来面积最大的一批。星号是你的那一段离开的位置。",
    ),
    "spanning": Text(
        en="The shortest net that joins all paragraphs, measured by mutual reachability in five dimensions and drawn here in two. "
        "HDBSCAN cuts the longest edges first; what still hangs together is a cluster.",
        zh="把所有段落连起来的最短的一张网，距离是五维空间里的相互可达距离，画在二维图上。HDBSCAN 先剪最长的边，还连在一起的就是一个簇。",
    ),
    "outliers": Text(
        en="GLOSH: 0 in the heart of a dense place, near 1 far outside of the nearest one. Crosses have no topic.",
        zh="GLOSH 分数：密集处的中心是 0，离最近的密集处很远则接近 1。叉号没有主题。",
    ),
}
LAMBDA = Text(en="density λ = 1 / distance", zh="密度 λ = 1 / 距离")
BRANCH = Text(en="{n} paragraphs at birth, stability {stable:.2f}", zh="出生时 {n} 段，稳定度 {stable:.2f}")
STABLE_KEPT = Text(
    en="Its cluster has stability $\\sum(\\lambda_p-\\lambda_\\text{{birth}})={own:.2f}$; the best of its parts come to {parts:.2f} together, which is "
    "less. So the whole is taken.",
    zh="它所在的簇，稳定度 $\\sum(\\lambda_p-\\lambda_\\text{{birth}})={own:.2f}$；里面最好的几个小簇合起来只有 {parts:.2f}，所以取整体。",
)
STABLE_LEAF = Text(
    en="Its cluster has stability $\\sum(\\lambda_p-\\lambda_\\text{{birth}})={own:.2f}$ and splits no further: a leaf of the tree.",
    zh="它所在的簇，稳定度 $\\sum(\\lambda_p-\\lambda_\\text{{birth}})={own:.2f}$，再不分裂，是树上的一片叶子。",
)
TREE_TITLE = Text(
    en="{all} clusters in the tree, {chosen} chosen as topics", zh="树上有 {all} 个簇，选出 {chosen} 个当主题"
)
SPANNING_TITLE = Text(
    en="One edge in twenty is longer than {d:.2f}: there the groups part",
    zh="二十条边里有一条长过 {d:.2f}：组就在那里分开",
)
SHORT, LONG = Text(en="short", zh="短"), Text(en="longest 5 %", zh="最长的 5%")
OUTLYING_TITLE = Text(
    en="{n} paragraphs have no topic: mean score {out:.2f}, against {inside:.2f} inside",
    zh="{n} 段没有主题：平均 {out:.2f} 分，主题内只有 {inside:.2f} 分",
)
GLOSH = Text(en="score", zh="分数")
STORY_IN = Text(
    en="From “{a}”, and its strongest tie leads to a paragraph of “{b}”. It belongs to **topic {n}**, with certainty {sure}; outlier "
    "score {score:.2f}.",
    zh="出自“{a}”，最牢的一条边连到“{b}”的一段。它属于**主题 {n}**，把握 {sure}；离群分数 {score:.2f}。",
)
STORY_OUT = Text(
    en="From “{a}”, and its strongest tie leads to a paragraph of “{b}”. It belongs to **no topic**: it fell off its branch before a chosen "
    "cluster began there; outlier score {score:.2f}.",
    zh="出自“{a}”，最牢的一条边连到“{b}”的一段。它**没有主题**：在它那根枝上，还没长到被选中的簇，它就掉了下来；离群分数 {score:.2f}。",
)
SOFT = Text(en="Soft membership: how much of it belongs where", zh="软隶属度：它在各主题里占几分")
SOFT_NOTE = Text(
    en="By distance to a topic's densest points and by the density at which it would join. {rest} of it belongs nowhere.",
    zh="既看离主题最密处有多远，也看密度降到多少才会并进去。另有 {rest} 哪里也不属于。",
)
DENSITY_SUM = Text(
    en="{clusters} clusters in the tree → {C} topics; {out} without a topic.",
    zh="树上 {clusters} 个簇 → {C} 个主题；{out} 无主题。",
)

# --- c-TF-IDF ---------------------------------------------------------------------------------------------------

RANKING = Text(en="Words by", zh="按什么选词")
RANKINGS: Mapping[str, Text] = {
    "weight": Text(en="c-TF-IDF", zh="c-TF-IDF"),
    "count": Text(en="count alone", zh="只看次数"),
    "meaning": Text(en="meaning (KeyBERT-inspired)", zh="意思（KeyBERT 式）"),
    "diverse": Text(en="meaning, and unlike each other (MMR)", zh="意思且互不相似（MMR）"),
    "speech": Text(en="part of speech (nouns, adjectives)", zh="词性（名词和形容词）"),
}
COUNTING = Text(en="Count", zh="怎么数词")
COUNTINGS: Mapping[str, Text] = {
    "words": Text(en="words, without stop words", zh="单个词，去掉虚词"),
    "pairs": Text(en="words, and two in a row", zh="单个词和相邻两词"),
    "all": Text(en="every word (BERTopic's default)", zh="所有词（BERTopic 的默认）"),
}
SPEECH_EN = Text(
    en="Nouns, adjectives and adjectives before a noun, tagged by our probe on MiniLM in the topic's own sentences; names and verbs fall. "
    "Then by c-TF-IDF, as in BERTopic.",
    zh="在主题自己的句子里，用我们在 MiniLM 上训练的探针标词性，只留名词、形容词和“形容词 + 名词”，专名和动词去掉，再按 c-TF-IDF 排序，与 BERTopic 相同。",
)
SPEECH_ZH = Text(
    en="Nouns and adjectives, tagged by jieba in the topic's own sentences; names and verbs fall. Then by c-TF-IDF, as in BERTopic.",
    zh="在主题自己的句子里，用 jieba 标词性，只留名词和形容词，专名和动词去掉，再按 c-TF-IDF 排序，与 BERTopic 相同。",
)
NO_WORDS = Text(en="No such word in this topic. Choose another way.", zh="这个主题里没有这样的词，请换一种选法。")
SEEDED_MORE = Text(en="Words that shall count for more", zh="让某些词更重要")
SEEDED = Text(en="Words, with commas", zh="词，用逗号隔开")
BOOST = Text(en="Times their rarity", zh="稀有度乘以几倍")
SEEDED_SAYS = Text(
    en="{n} of {all} stand in these texts. Groups stay; only the words that name them change (BERTopic's seed_words).",
    zh="{all} 个词里有 {n} 个出现在这批文字中。分组不变，只影响给主题起名的词（BERTopic 的 seed_words）。",
)
WORD = Text(en="Word to take apart", zh="拆开哪个词")
WEIGHT = Text(en="weight W", zh="权重 W")
FACTORS: Mapping[str, Text] = {
    "word": Text(en="word", zh="词"),
    "count": Text(en="here", zh="本主题次数"),
    "f": Text(en="everywhere (f)", zh="全部次数 f"),
    "tf": Text(en="tf", zh="tf"),
    "idf": Text(en="log(1+A/f)", zh="log(1+A/f)"),
    "weight": Text(en="W", zh="W"),
}
FACTORS_TITLE = Text(
    en="“{word}”: {count} of its {f} uses are in this topic", zh="“{word}”一共出现 {f} 次，{count} 次在这个主题里"
)
FACTORS_ALT = Text(en="The topic's words with their weights.", zh="主题词与权重。")
FORMULA_SAYS = Text(
    en="“{word}” stands {count} times among topic {n}'s {total:,} words, {f} times in all topics. A = {A:,} is the mean number of words "
    "in a topic, cut to a whole number as BERTopic does; the documents without a topic count as one more.",
    zh="主题 {n} 一共 {total:,} 个词，“{word}”占 {count} 个；所有主题里它共出现 {f} 次。A = {A:,} 是每个主题的平均词数，像 BERTopic 一样舍去小数；没有主题的文档合起来也算一个主题。",
)
RANK = Text(en="rank of the word", zh="词的名次")
DECLINE_TITLE = Text(
    en="Word {n} has less than half of the first one's weight", zh="到第 {n} 个词，权重已不到第一名的一半"
)
DECLINE_SLOW = Text(
    en="Word {n} still has more than half of the first one's weight", zh="到第 {n} 个词，权重仍有第一名的一半以上"
)
DECLINE_ALT = Text(
    en="Weights by rank for all topics, the chosen one in front.", zh="各主题的权重随名次下降，选中的主题在前。"
)

# --- Tidy up ----------------------------------------------------------------------------------------------------

TASK = Text(en="Do", zh="做什么")
TASKS: Mapping[str, Text] = {
    "alike": Text(en="merge the alike", zh="合并相近的"),
    "tree": Text(en="cut a tree", zh="剪一棵树"),
    "outliers": Text(en="find homes for outliers", zh="安置离群段落"),
    "asked": Text(en="ask by name", zh="点名要主题"),
    "told": Text(en="tell some answers", zh="透露部分答案"),
    "passage": Text(en="one text, word by word", zh="一段文字逐词看"),
    "join": Text(en="let new texts join", zh="来了新文字"),
}
HEAT_TITLE = Text(
    en="Most alike: “{a}” and “{b}”, cosine {cosine:.2f}", zh="最像的一对：“{a}”与“{b}”，余弦 {cosine:.2f}"
)
HEAT_ALT = Text(en="Cosines between all topics.", zh="主题两两之间的余弦。")
HEAT_NOTE = Text(
    en="Topics stand in the order of the tree, so that kin make dark blocks.",
    zh="主题按树上的次序排，亲近的会连成深色方块。",
)
MERGE = Text(en="Make one topic of", zh="把这些并成一个")
MERGE_TWO = Text(en="Choose two or more.", zh="至少选两个。")
MERGED: Mapping[str, Text] = {"topic": Text(en="topic", zh="主题"), "size": Text(en="documents", zh="段数")}
RENAME = Text(en="Call the new topic", zh="给新主题起个名")
SPLIT = Text(en="Make two topics of", zh="把这个一分为二")
NAMES = Text(en="Topics you want, with commas (English)", zh="想要哪些主题，用逗号隔开（英文）")
NAMES_DEFAULT = "space flight, ancient Greece, African countries, chemistry"
NAMES_NONE = Text(en="Write one name or more.", zh="请至少写一个名字。")
HOW = Text(en="The names", zh="名字的用法")
HOWS: Mapping[str, Text] = {
    "zero": Text(en="take documents (zero-shot)", zh="直接收段落（零样本）"),
    "guided": Text(en="pull them together (guided)", zh="把段落往一起拉（引导）"),
}
HOW_SAYS: Mapping[str, Text] = {
    "zero": Text(
        en="A paragraph belongs to the name it is most like, where the cosine of their MiniLM vectors reaches the bound. HDBSCAN groups "
        "only what is left. Bars: what each name took; hover for the articles.",
        zh="段落与哪个名字的 MiniLM 向量余弦最大、又达到门槛，就归哪个名字；HDBSCAN 只给剩下的分组。条形是每个名字收走的段数，悬停可看来自哪些文章。",
    ),
    "guided": Text(
        en="A paragraph nearer to a name than to the mean paragraph moves a quarter of the way there, ties between different names are all "
        "but cut, and everything is laid out anew. The bound is not used. Groups may still split a name.",
        zh="比起“平均段落”更像某个名字的段落，向它挪四分之一；不同名字之间的边几乎剪断，再重新铺开、分组。这里用不到门槛，一个名字也可能分成几组。",
    ),
}
ALIKE = Text(en="Cosine at least, in hundredths", zh="余弦至少（百分之一）")
ASKING = Text(en="Asking …", zh="正在询问……")
UMAP_ONLY = Text(
    en="This works on UMAP's graph of neighbours. Choose UMAP under “The other steps”.",
    zh="这一步改的是 UMAP 的邻居图。请在“其他几步”里选 UMAP。",
)
ASKED_TITLE = Text(en="“{name}” is asked for most: {n} paragraphs", zh="“{name}”最多：{n} 段")
ASKED_ALT = Text(en="How many paragraphs each name has.", zh="每个名字有多少段。")
ASKED_SAYS = Text(
    en="**{before} topics before, {after} with your names**, {out} of the paragraphs have none. NMI with the articles: {nmi0:.3f} → "
    "{nmi1:.3f}.",
    zh="**原来 {before} 个主题，点名之后 {after} 个**，{out} 的段落没有主题。与文章标题的 NMI：{nmi0:.3f} → {nmi1:.3f}。",
)
PASSAGE = Text(en="A text (English)", zh="一段文字（英文）")
PASSAGE_OWN = Text(en="A text", zh="一段文字")
PASSAGE_DEFAULT = (
    "Einstein's theory of relativity was tested by the light of stars. Astronauts of the Apollo mission landed a spacecraft "
    "on the Moon. Lithium is an alkali metal that reacts with water. The court of appeal heard both lawyers."
)
PASSAGE_NOTE = Text(
    en="Every {width} words in a row are compared with every topic by their weighed words; a word has the sum of the windows it stands in. "
    "This is BERTopic's approximate_distribution, for each token and (the percentages) for the whole text.",
    zh="每连续 {width} 个词与各主题比较加权后的词，一个词得到它所在各窗口之和。这就是 BERTopic 的 approximate_distribution：图里是逐词的，百分数是整段的。",
)
PASSAGE_NONE = Text(
    en="None of these words belongs to a topic. Write a longer text.", zh="这些词不属于任何主题，请写长一点。"
)
PASSAGE_TITLE = Text(en="{share} of this text leans to “{name}”", zh="这段文字有 {share} 偏向“{name}”")
PASSAGE_ALT = Text(
    en="Words across, topics down, darker where a word leans to a topic.", zh="横排是词，竖排是主题，越深越偏向。"
)
TOLD = Text(en="Paragraphs whose article is told, %", zh="告诉它多少段落出自哪篇文章（%）")
TOLD_TITLE = Text(
    en="Told {share} of the answers: the other {hidden:,} paragraphs go from NMI {others0:.3f} to {others1:.3f}",
    zh="透露 {share} 的答案：其余 {hidden:,} 段的 NMI 从 {others0:.3f} 变成 {others1:.3f}",
)
TOLD_NOTHING = Text(en="Nothing is told: {before} topics as before", zh="什么都没透露：还是原来的 {before} 个主题")
TOLD_SAYS = Text(
    en="**{before} topics before, {after} with the answers**; without a topic: {out0} → {out1}. NMI with the articles, paragraphs that were told: "
    "{told0:.3f} → {told1:.3f}; the others: {others0:.3f} → {others1:.3f}.",
    zh="**原来 {before} 个主题，透露答案之后 {after} 个**；无主题的从 {out0} 变成 {out1}。与文章标题的 NMI：透露过的段落 {told0:.3f} → {told1:.3f}，其余段落 {others0:.3f} → {others1:.3f}。",
)
TOLD_NOTE = Text(
    en="Semi-supervised topics, by UMAP's own rule: in the graph of neighbours ties between paragraphs of different articles are all but cut, ties "
    "to a paragraph that was not told count a third. That pulls the told ones together and loosens their hold on the others: at which share do "
    "the others begin to gain?",
    zh="半监督主题，用的是 UMAP 自己的规则：邻居图里，已知出自不同文章的两段，边几乎剪断；有一端没透露，边只算三分之一。透露过的聚得更紧，对其余段落的牵引却松了：透露到多少，其余段落才开始受益？",
)
NEW = Text(en="New texts, one a line (English)", zh="新来的文字，每行一条（英文）")
NEW_DEFAULT = (
    "The crew of the lunar module walked on the surface and collected rocks.\n"
    "Sodium and potassium burn with a coloured flame.\n"
    "The striker scored twice in the last ten minutes of the match."
)
NEW_NOTE = Text(
    en="Each is read by MiniLM and takes the topic that most of its {k} nearest paragraphs have; where most have none, it has none. Then words are "
    "counted anew. A subject that is new altogether gets no topic of its own until everything is grouped again.",
    zh="每条由 MiniLM 读过，最近的 {k} 段里哪个主题最多就归哪个；多数没有主题，它也没有。随后词重新统计。全新的题材要等下次整体分组，才会有自己的主题。",
)
NEW_NONE = Text(en="Write one line or more.", zh="请至少写一行。")
NEW_ALT = Text(en="The map, pale, with the new texts as numbered stars.", zh="淡色的地图，新来的文字是带编号的星。")
NEW_TITLE = Text(
    en="{placed} of {n} new texts find a topic among {all} documents",
    zh="{n} 条新文字里，有 {placed} 条在 {all} 段中找到了主题",
)
NEW_COLUMNS: Mapping[str, Text] = {
    "text": Text(en="text", zh="文字"),
    "topic": Text(en="topic", zh="主题"),
    "votes": Text(en="votes", zh="票数"),
}
CUT = Text(en="Cut at height, in hundredths", zh="在多高处剪（百分之一）")
CUT_SAYS = Text(
    en="**{before} topics become {after}.** Words are weighed anew.",
    zh="**{before} 个主题变成 {after} 个**。词重新加权。",
)
CUT_TITLE = Text(en="Cut here, {before} topics become {after}", zh="在这里剪：{before} 个主题变成 {after} 个")
TREE_ALT = Text(en="The tree of topics with a line that cuts it.", zh="主题的树，和剪它的一条线。")
HEIGHT = Text(en="how unlike (Ward)", zh="不像的程度（Ward）")
STRATEGY = Text(en="By", zh="依据")
STRATEGIES: Mapping[str, Text] = {
    "c-tf-idf": Text(en="their words (c-TF-IDF)", zh="词（c-TF-IDF）"),
    "embeddings": Text(en="their vector (embeddings)", zh="向量（embeddings）"),
    "probabilities": Text(en="soft membership (probabilities)", zh="软隶属度（probabilities）"),
    "distributions": Text(en="four words at a time (distributions)", zh="四词一窗（distributions）"),
}
LEAST = Text(en="Score at least, in hundredths", zh="分数至少（百分之一）")
READING = Text(en="Reading the paragraphs in full once …", zh="先把段落全文读一遍……")
NO_OUTLIERS = Text(en="With these settings nothing is left over.", zh="这样设置没有剩下的段落。")
HOMES_TITLE = Text(en="Without a topic: {before} before, {after} after", zh="没有主题的：之前 {before}，之后 {after}")
HOMES_ALT = Text(en="Sizes of topics before, and what each was given.", zh="各主题原来的段数和新分到的段数。")
HOMES_SAYS = Text(
    en="**{before} outliers before, {after} after.** Of the {moved} that moved, {right} came to the topic of their own article. NMI with the "
    "articles: {nmi0:.3f} → {nmi1:.3f}.",
    zh="**离群段落从 {before} 变成 {after}**。搬家的 {moved} 段里，{right} 搬进了自己那篇文章的主题。与文章标题的 NMI：{nmi0:.3f} → {nmi1:.3f}。",
)
HOMES_NOTE = Text(
    en="“Topic of their own article”: the one whose other paragraphs come mostly from the same article.",
    zh="“自己那篇文章的主题”：其余段落多数出自同一篇文章的主题。",
)
BEFORE, GIVEN = Text(en="before", zh="原有"), Text(en="given", zh="新分到")
DOCUMENTS = Text(en="paragraphs", zh="段数")

# --- Compare ----------------------------------------------------------------------------------------------------

WITH = Text(en="With", zh="和什么比")
WITHS: Mapping[str, Text] = {
    "seeds": Text(en="ten seeds", zh="十个种子"),
    "own": Text(en="settings of yours", zh="你自己的设置"),
    "methods": Text(en="other methods", zh="别的方法"),
    "lda": Text(en="LDA, live", zh="现场跑 LDA"),
}
BESIDE = Text(
    en="Recorded: same paragraphs, same vectors · {date} · {machine} · code {code} · `{command}`",
    zh="录制结果：同样的段落、同样的向量 · {date} · {machine} · 代码 {code} · `{command}`",
)
RAND_TITLE = Text(
    en="Ten seeds agree: adjusted Rand {mean:.2f}, {low} to {high} topics",
    zh="十个种子大体一致：调整兰德指数 {mean:.2f}，{low} 到 {high} 个主题",
)
RAND_ALT = Text(en="Adjusted Rand index between every two seeds.", zh="每两个种子之间的调整兰德指数。")
RAND_NOTE = Text(
    en="1 would be the same grouping, 0 as by chance. All the seed does is throw UMAP's dice: which points push each other away. One seed is the default, so the same input always gives the same topics; this view "
    "shows what the seed would change.",
    zh="1 表示分组完全相同，0 相当于随便分。种子只管一件事：UMAP 掷骰子，决定哪些点互相推开。默认只用一个种子，所以同样的输入总得到同样的主题；这里看的是，换种子会改变什么。",
)
SEED_NAME = Text(en="seed {seed}: {C} topics", zh="种子 {seed}：{C} 个主题")
SEED_AXIS = Text(en="seed", zh="种子")
RUN_ONE = Text(en="This run", zh="这一次")
RUN_TWO = Text(en="against this one", zh="对照另一次")
DICE = Text(en="Seed of UMAP's dice", zh="UMAP 掷骰子的种子")
DRAWN = Text(en="Draw", zh="画哪些")
DRAWNS: Mapping[str, Text] = {
    "changed": Text(en="what changed", zh="有变化的"),
    "all": Text(en="all topics", zh="全部主题"),
}
FLOW_TITLE = Text(
    en="{changed} of {C} topics do not stay: {split} split, {merged} merge, {gone} dissolve",
    zh="{C} 个主题里有 {changed} 个没保住：{split} 个裂开，{merged} 个合并，{gone} 个散了",
)
FLOW_TITLE_SAME = Text(en="All {C} topics stay", zh="{C} 个主题全部保住")
FLOW_ALT = Text(
    en="Streams of documents from the topics of one run to those of the other.", zh="文档从一次的主题流向另一次的主题。"
)
FLOW_SAYS = Text(
    en="**{before} → {after} topics**: {same} stay, {split} split, {merged} merge, {gone} dissolve, {new} are new. "
    "Adjusted Rand {rand:.2f}.",
    zh="**{before} → {after} 个主题**：{same} 个不变，{split} 个裂开，{merged} 个合并，{gone} 个散了，{new} 个是新的。调整兰德指数 {rand:.2f}。",
)
FLOW_NOTE = Text(
    en="A topic splits where two parts hold a fifth of it each; it merges where its new topic took the larger half of another as well; "
    "it dissolves where less than half of it stays together. Streams of less than a twentieth are not drawn.",
    zh="两份各占五分之一以上，算裂开；新主题还收下了另一个主题的大半，算合并；聚在一起的不到一半，算散了。不足二十分之一的细流不画。",
)
RUN_A, RUN_B = Text(en="One seed", zh="一个种子"), Text(en="another", zh="另一个")
FATES = Text(
    en="From seed {a} to seed {b}: **{same}** topics stay, **{split}** split, **{merged}** merge, **{gone}** dissolve.",
    zh="从种子 {a} 到种子 {b}：**{same}** 个主题不变，**{split}** 个裂开，**{merged}** 个合并，**{gone}** 个散了。",
)
FATE_NAMES: Mapping[str, Text] = {
    "same": Text(en="stays", zh="不变"),
    "split": Text(en="splits", zh="裂开"),
    "merged": Text(en="merges", zh="合并"),
    "gone": Text(en="dissolves", zh="散了"),
}
FATE_COLUMNS: Mapping[str, Text] = {
    "topic": Text(en="topic", zh="主题"),
    "fate": Text(en="fate", zh="去向"),
    "into": Text(en="into (documents)", zh="变成（段数）"),
}
METHOD = Text(en="Read the topics of", zh="看哪种方法的主题")
METHODS: Mapping[str, Text] = {
    "ours": Text(en="this page", zh="本页默认"),
    "pca": Text(en="PCA + HDBSCAN", zh="PCA + HDBSCAN"),
    "none": Text(en="HDBSCAN alone", zh="只用 HDBSCAN"),
    "kmeans": Text(en="UMAP + k-means", zh="UMAP + k 均值"),
    "lda": Text(en="LDA", zh="LDA"),
    "nmf": Text(en="NMF", zh="NMF"),
    "top2vec": Text(en="Top2Vec", zh="Top2Vec"),
}
METHOD_SAYS: Mapping[str, Text] = {
    "ours": Text(
        en="Embed, UMAP, HDBSCAN, c-TF-IDF, with the defaults of this page.",
        zh="嵌入、UMAP、HDBSCAN、c-TF-IDF，全用本页默认。",
    ),
    "pca": Text(
        en="The same with five principal components instead of UMAP: one huge group is left.",
        zh="同样流程，把 UMAP 换成五个主成分：只剩一个大团。",
    ),
    "none": Text(
        en="HDBSCAN on all 384 numbers: in so many dimensions nothing is dense.",
        zh="直接在 384 维上做 HDBSCAN：维数太高，哪里都不密。",
    ),
    "kmeans": Text(
        en="k-means with as many groups: nobody is left out, and nobody asked whether they belong.",
        zh="k 均值，组数相同：没有谁被落下，也没人问过它该不该在这里。",
    ),
    "lda": Text(
        en="Every word has a topic, documents mix topics; counts only, no vectors. Gibbs sampling, 100 sweeps.",
        zh="每个词有一个主题，文档是主题的混合；只用词频，不用向量。吉布斯采样 100 轮。",
    ),
    "nmf": Text(en="TF-IDF as a product of two non-negative tables.", zh="把 TF-IDF 分解成两张非负表的乘积。"),
    "top2vec": Text(
        en="The same groups, but a topic is a vector in the space that words and documents share, and its words are the nearest to it. "
        "No document is left out.",
        zh="分组相同，但主题是词与文档共有的空间里的一个向量，离它最近的词就是主题词。没有文档被落下。",
    ),
}
METHODS_TITLE = Text(
    en="Best groups: {groups}; words that go together best: {words}", zh="分组最准的是 {groups}，词最连贯的是 {words}"
)
METHODS_ALT = Text(en="Methods in the plane of NMI and c_npmi.", zh="各方法在 NMI 与 c_npmi 平面上的位置。")
METHODS_NOTE = Text(
    en="No method wins everywhere. Coherence rewards words that stand together in these very texts, which is what NMF is built from; HDBSCAN "
    "alone keeps only the easiest third, and looks good on what it keeps. Circles are ablations of this page.",
    zh="没有哪种方法样样第一。连贯度奖励在同一批文字里一起出现的词，而 NMF 正是从这里学的；只用 HDBSCAN 时，它只留下最容易的三分之一，当然好看。空心圆是本页流程去掉一步。",
)
NMI_AXIS = Text(en="groups match the articles (NMI)", zh="分组与文章相符（NMI）")
NPMI_AXIS = Text(en="words go together (c_npmi)", zh="词连贯（c_npmi）")
SCORES: Mapping[str, Text] = {
    "method": Text(en="method", zh="方法"),
    "topics": Text(en="topics", zh="主题数"),
    "outliers": Text(en="left out", zh="落下的"),
    "nmi": Text(en="NMI", zh="NMI"),
    "ari": Text(en="ARI", zh="ARI"),
    "npmi": Text(en="c_npmi", zh="c_npmi"),
    "cv": Text(en="c_v", zh="c_v"),
    "diversity": Text(en="diversity", zh="多样性"),
}
LDA_TOPICS = Text(en="Topics", zh="主题数")
LDA_ALPHA = Text(en="α, in hundredths: how much a document mixes", zh="α（百分之一）：一篇文档混多少主题")
LDA_SAYS = Text(
    en="Every running word forgets its topic and draws a new one: likely where its document has the topic often, and where the topic has "
    "the word often. A hundred times round.",
    zh="每个词轮流忘掉自己的主题，重新抽一个：文档里常有的主题、常用这个词的主题，抽中的机会大。这样转一百圈。",
)
LDA_TITLE = Text(
    en="LDA now: {C} topics, {pure:.0%} of a topic is one article, NMI {nmi:.2f}",
    zh="现在的 LDA：{C} 个主题，每个主题平均 {pure:.0%} 来自一篇文章，NMI {nmi:.2f}",
)
LDA_TITLE_RECORDED = Text(
    en="Recorded LDA: {C} topics, {pure:.0%} of a topic is one article, NMI {nmi:.2f}",
    zh="录制的 LDA：{C} 个主题，每个主题平均 {pure:.0%} 来自一篇文章，NMI {nmi:.2f}",
)
LDA_ALT = Text(en="Topics against articles.", zh="主题与文章的对照。")
ARTICLES, TOPICS = Text(en="articles", zh="文章"), Text(en="topics", zh="主题")

# --- Keywords ---------------------------------------------------------------------------------------------------

EXAMPLE = (
    "The James Webb Space Telescope observes infrared light with a mirror of gold-coated beryllium. From its orbit far beyond "
    "the Moon it looks back at the first galaxies, weighs the dust in which stars are born, and reads the atmospheres of "
    "planets around other suns."
)
PASTE = Text(en="One text", zh="一段文字（MiniLM 只读英文）")
NGRAMS = Text(en="Words in a row, at most", zh="最多几个词连在一起")
DIVERSITY = Text(en="Diversity, in hundredths", zh="多样性（百分之一）")
TOO_SHORT = Text(en="Write a sentence or two.", zh="请写上一两句话。")
KEY_TITLE = Text(
    en="Nearest to the whole text: “{word}”, cosine {cosine:.2f}", zh="最贴近全文的是“{word}”，余弦 {cosine:.2f}"
)
KEY_ALT = Text(en="Keywords with their cosine to the text.", zh="关键词及其与全文的余弦。")
COSINE = Text(en="cosine to the text", zh="与全文的余弦")
AROUND_TITLE = Text(en="The text (star) among its {n} candidates", zh="全文（星号）和它的 {n} 个候选")
AROUND_ALT = Text(en="Candidates around the text in two principal components.", zh="候选词在两个主成分上的位置。")
KEY_NOTE = Text(
    en="KeyBERT: {n} candidates and the text itself are read by MiniLM; the nearest come first, and with diversity each next one must "
    "also be unlike those chosen before.",
    zh="KeyBERT 的做法：MiniLM 读全文，也读 {n} 个候选，最近的排在前面；有了多样性，后选的还要和已选的不像。",
)
ENGLISH_ONLY = Text(
    en="MiniLM reads English only: these cosines say little.", zh="MiniLM 只读英文，这些余弦说明不了什么。"
)

# --- Check yourself ---------------------------------------------------------------------------------------------

CHECK_ASK = Text(
    en="The smallest topic now has 10 documents. If you ask for at least {size}, how many topics will be left of {C}?",
    zh="现在一个主题最少 10 段，共 {C} 个主题。如果要求最少 {size} 段，还剩几个主题？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL, NEXT = Text(en="Show me", zh="揭晓"), Text(en="Another one", zh="再来一题")
ANSWER = Text(
    en="{verdict} {after} topics, and {out} of the paragraphs have none.",
    zh="{verdict}还剩 {after} 个主题，{out} 的段落没有主题。",
)
YES, NO = Text(en="Close.", zh="差不多。"), Text(en="Not this time.", zh="这次没猜中。")
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_MAP = Text(en="“Two points that lie close on the map are alike.”", zh="“地图上挨得近的两点，意思就相近。”")
MYTH_MAP_ANSWER = Text(
    en="Often, not always: of the ten paragraphs nearest on this map, {kept} are among the ten nearest by meaning. The worst paragraph keeps "
    "{worst} of 10.",
    zh="常常如此，但不总是：图上最近的十段里，只有 {kept} 真的在意思上也最近。最差的一段，十个里留住 {worst} 个。",
)
MYTH_COUNT = Text(
    en="“The most frequent words of a topic are its best names.”", zh="“主题里出现最多的词，就是最好的名字。”"
)
MYTH_COUNT_ANSWER = Text(
    en="For topic {n} the counts say “{count}”, c-TF-IDF says “{weight}”. Over all topics the ten most frequent words overlap so much that only "
    "{d0} of them differ; with c-TF-IDF {d1} do.",
    zh="主题 {n}：只看次数是“{count}”，c-TF-IDF 给出“{weight}”。把各主题最常见的十个词放在一起，不重复的只有 {d0}；用 c-TF-IDF 则有 {d1}。",
)
MYTH_SEED = Text(
    en="“A topic model finds the topics that are in the texts.”", zh="“主题模型找到的，就是文字里本来就有的主题。”"
)
MYTH_SEED_ANSWER = Text(
    en="It finds a grouping: over ten seeds there are {low} to {high} topics on the same paragraphs, and two runs agree with adjusted Rand {rand:.2f}, "
    "not 1.",
    zh="它找到的只是一种分法：同样的段落，十个种子给出 {low} 到 {high} 个主题，两次之间的调整兰德指数是 {rand:.2f}，不是 1。",
)

# --- Plate, take, coverage --------------------------------------------------------------------------------------

PLATE = Text(en="2,000 paragraphs find their topics", zh="两千段文字各归其主题")

CONTROLS: Mapping[str, Text] = {
    "topics_view": VIEW,
    "topics_smallest": SMALLEST,
    "topics_reduction": REDUCTION,
    "topics_neighbors": NEIGHBORS,
    "topics_grouping": GROUPING,
    "topics_clusters": CLUSTERS,
    "topics_layer": LAYER,
    "topics_topic": TOPIC,
    "topics_find": FIND,
    "topics_distance": DISTANCE,
    "topics_document": DOCUMENT,
    "topics_picture": PICTURE,
    "topics_ranking": RANKING,
    "topics_word": WORD,
    "topics_counting": COUNTING,
    "topics_seeded": SEEDED,
    "topics_boost": BOOST,
    "topics_task": TASK,
    "topics_merge": MERGE,
    "topics_rename": RENAME,
    "topics_split": SPLIT,
    "topics_names": NAMES,
    "topics_how": HOW,
    "topics_alike": ALIKE,
    "topics_passage": PASSAGE,
    "topics_told": TOLD,
    "topics_new": NEW,
    "topics_cut": CUT,
    "topics_strategy": STRATEGY,
    "topics_least": LEAST,
    "topics_with": WITH,
    "topics_b_smallest": SMALLEST,
    "topics_b_reduction": REDUCTION,
    "topics_b_neighbors": NEIGHBORS,
    "topics_b_grouping": GROUPING,
    "topics_b_clusters": CLUSTERS,
    "topics_dice": DICE,
    "topics_b_dice": DICE,
    "topics_drawn": DRAWN,
    "topics_left": RUN_A,
    "topics_right": RUN_B,
    "topics_method": METHOD,
    "topics_lda": LDA_TOPICS,
    "topics_alpha": LDA_ALPHA,
    "topics_text": PASTE,
    "topics_ngrams": NGRAMS,
    "topics_diversity": DIVERSITY,
    **own_text.CONTROLS,
    "topics_own_topic": TOPIC,
    "topics_own_how": HOW,
    "topics_own_alike": ALIKE,
    "topics_own_ranking": RANKING,
    "topics_own_word": WORD,
    "topics_own_seeded": SEEDED,
    "topics_own_boost": BOOST,
    "topics_own_cut": CUT,
    "topics_own_passage": PASSAGE_OWN,
}
COVERS: Mapping[str, str] = {
    "bertopic-pipeline": "topics_view=map",
    "umap-stage": "topics_view=umap",
    "hdbscan-stage": "topics_view=density",
    "ctfidf-stage": "topics_view=words",
    "top2vec": "topics_view=compare&topics_with=methods&topics_method=top2vec",
    "lda": "topics_view=compare&topics_with=lda",
    "keybert": "topics_view=keywords&topics_ngrams=2",
    "keyphrase-bert": "topics_view=keywords",
}
