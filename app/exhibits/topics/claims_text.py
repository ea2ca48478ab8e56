"""The words of the claims about topics."""

from app.i18n import ClaimWords, Text

DRAWN = Text(en="1,000 of the 2,000 paragraphs, drawn anew for every seed", zh="每个种子从 2,000 段里另抽 1,000 段")
RAND = Text(en="adjusted Rand index", zh="调整兰德指数")

CLAIMS = (
    ClaimWords(
        id="topics/umap-first",
        says=Text(en="Clustering works much better after UMAP.", zh="先用 UMAP 降维，聚类会好得多。"),
        measured=Text(
            en="agreement of HDBSCAN's groups with the articles, after UMAP less after PCA, both to five dimensions; "
            + DRAWN.en
            + "; δ is 0.05.",
            zh="HDBSCAN 的分组与文章相符的程度：UMAP 之后减去 PCA 之后，都降到五维；" + DRAWN.zh + "；δ 定为 0.05。",
        ),
        unit=RAND,
        plain=Text(
            en="After UMAP the groups agree with the articles by {mean:.2f} more ({low:.2f} to {high:.2f}).",
            zh="先用 UMAP，分组与文章的一致程度高出 {mean:.2f}（{low:.2f} 到 {high:.2f}）。",
        ),
        note=Text(
            en="UMAP {umap:.2f}, PCA {pca:.2f}, all 384 dimensions {none:.2f}. One run on all 2,000 paragraphs had been seen before δ was set.",
            zh="UMAP {umap:.2f}，PCA {pca:.2f}，384 维直接聚类 {none:.2f}。定 δ 之前，已经看过全部 2,000 段上的一次结果。",
        ),
        control=Text(
            en="titles shuffled: no grouping can agree with them.", zh="把文章标题打乱：什么分组都不该与它相符。"
        ),
        extras={
            "umap": Text(en="after UMAP", zh="UMAP 之后"),
            "pca": Text(en="after PCA", zh="PCA 之后"),
            "none": Text(en="384 dimensions", zh="384 维"),
        },
    ),
    ClaimWords(
        id="topics/more-epochs",
        says=Text(en="More epochs of UMAP give more accurate results.", zh="UMAP 多跑几轮，结果更准。"),
        measured=Text(
            en="agreement of the groups with the articles, 500 epochs (the library's default for small data) less 100 (ours); "
            + DRAWN.en
            + "; δ is 0.05.",
            zh="分组与文章相符的程度：500 轮（库在小数据上的默认值）减去 100 轮（我们的默认值）；"
            + DRAWN.zh
            + "；δ 定为 0.05。",
        ),
        unit=RAND,
        plain=Text(
            en="500 epochs change the agreement by {mean:.3f} ({low:.3f} to {high:.3f}).",
            zh="跑 500 轮，一致程度变化 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="100 epochs {short:.2f}, 500 epochs {long:.2f}, at a fifth of the time. The claim is about the groups, not about the beauty of the map.",
            zh="100 轮 {short:.2f}，500 轮 {long:.2f}，时间却只要五分之一。这里比的是分组，不是地图好不好看。",
        ),
        control=Text(en="100 epochs with another seed.", zh="换一个种子，同样 100 轮。"),
        extras={"short": Text(en="100 epochs", zh="100 轮"), "long": Text(en="500 epochs", zh="500 轮")},
    ),
)
