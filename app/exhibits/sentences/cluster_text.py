"""The words of clustering, and of the question whether cosine or distance decides."""

from collections.abc import Mapping

from app.i18n import Text

K = Text(en="Clusters", zh="分成几簇")
LINKAGE = Text(en="Two clusters are as far apart as", zh="两簇之间的距离取")
LINKAGES: Mapping[str, Text] = {
    "average": Text(en="their members on average", zh="成员间的平均"),
    "complete": Text(en="the farthest two", zh="最远的两个"),
    "single": Text(en="the nearest two", zh="最近的两个"),
    "ward": Text(en="Ward: what merging costs", zh="Ward：合并的代价"),
}
METRIC = Text(en="Distance", zh="距离")
METRICS: Mapping[str, Text] = {
    "cosine": Text(en="cosine", zh="余弦"),
    "euclidean": Text(en="Euclidean", zh="欧氏"),
}
CLUSTERS_TITLE = Text(
    en="{k} clusters, the largest of {largest}{quality}, in {ms:.0f} ms",
    zh="{k} 簇，最大的有 {largest} 句{quality}，用了 {ms:.0f} 毫秒",
)
QUALITY = Text(en="; silhouette {silhouette:.2f}", zh="；轮廓系数 {silhouette:.2f}")
MAP_ALT = Text(en="The sentences in a plane, coloured by cluster.", zh="平面上的句子，按簇着色。")
MEANS_HOW = Text(
    en="Inertia (squared distances to the cluster’s mean, added up) {inertia:.1f}. k-means measures Euclidean distance; between "
    "vectors of length 1 that orders texts as the cosine does. But their mean is no such vector: that of the largest cluster "
    "has length {inside:.2f}. The map shows the two directions, of {D}, in which the sentences differ most; the clusters were found in all of them. Another seed under "
    "Share may find others.",
    zh="惯性（各句到本簇均值的平方距离之和）{inertia:.1f}。k-means 用的是欧氏距离；向量长度都是 1 时，它排出的远近和余弦一样。但均值就不在球面上了："
    "最大一簇的均值长度是 {inside:.2f}。图上只有差别最大的两个方向，向量共有 {D} 维；分簇用的是全部维度。在“分享”里换个种子，可能分得不同。",
)
TREE_HOW = Text(
    en="Measured now: building the whole tree took {tree:.0f} ms, k-means {means:.0f} ms. The tree holds every number of clusters "
    "at once, but its time grows with the square of the number of sentences.",
    zh="刚刚测得：建整棵树用了 {tree:.0f} 毫秒，k-means 用了 {means:.0f} 毫秒。树一次就包含了所有的簇数，但时间随句子数的平方增长。",
)
TREE_TITLE = Text(en="Cut at height {height:.2f}: {k} branches are left", zh="在高度 {height:.2f} 处切开，留下 {k} 枝")
TREE_ALT = Text(en="The tree of merges, its upper part, with the cut.", zh="合并树的上半部分和切线。")
HEIGHT = Text(en="height of the merge", zh="合并高度")
FOLDED = Text(en="{n} sentences", zh="{n} 句")

# --- Cosine or distance -----------------------------------------------------------------------------------------

TURN = Text(en="Direction of the query, degrees", zh="查询的方向，度")
LENGTH = Text(en="Length of the query, in tenths", zh="查询的长度（十分之一）")
UNIT = Text(en="Bring every vector to length 1", zh="把所有向量的长度变成 1")
SAME = Text(
    en="Cosine and distance agree on all {n} ranks",
    zh="余弦和距离给出的 {n} 个名次完全相同",
)
DIFFERENT = Text(
    en="Cosine and distance disagree on {n} of {all} ranks",
    zh="{all} 个名次里，余弦和距离有 {n} 个不一致",
)
IDENTITY_ALT = Text(en="Vectors in a plane and a query among them.", zh="平面上的几个向量和一个查询。")
IDENTITY_HOW = Text(
    en="Between vectors of length 1, ‖x − y‖² = 2 − 2·cos(x, y): the nearer, the larger the cosine, so both orders are one. "
    "Without that, a long vector can be near in direction and far away.",
    zh="长度都是 1 时，‖x − y‖² = 2 − 2·cos(x, y)：距离越近，余弦越大，两种排序就是一种。长度不一样时，方向很近的长向量也可能离得很远。",
)
QUERY = Text(en="query", zh="查询")
RANKS: Mapping[str, Text] = {
    "name": Text(en="vector", zh="向量"),
    "cosine": Text(en="cosine", zh="余弦"),
    "by_cosine": Text(en="rank", zh="名次"),
    "distance": Text(en="distance", zh="距离"),
    "by_distance": Text(en="rank ", zh="名次 "),
}

# --- The plane of a search --------------------------------------------------------------------------------------

FOUND_TITLE = Text(
    en="The answers in the plane of the collection: {share} of its variance is here",
    zh="答案在语料平面上的位置：这里只有全部方差的 {share}",
)
FOUND_ALT = Text(en="The collection as points, the query and its answers marked.", zh="语料中的句子，标出查询和答案。")
