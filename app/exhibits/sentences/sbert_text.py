"""The words of SBERT's three objectives."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

OBJECTIVE = Text(en="Taught by", zh="怎么教")
OBJECTIVES: Mapping[str, Text] = {
    "classification": Text(en="classification", zh="分类"),
    "regression": Text(en="regression", zh="回归"),
    "triplet": Text(en="triplets", zh="三元组"),
}
FORMULAS: Mapping[str, str] = {
    "classification": r"-\log\operatorname{softmax}\big(W\,(u,\;v,\;|u-v|)\big)_{\text{label}}",
    "regression": r"\big(\cos(u,v)-y\big)^{2}",
    "triplet": r"\max\big(\lVert a-p\rVert-\lVert a-n\rVert+\varepsilon,\;0\big)",
}
SAYS: Mapping[str, Text] = {
    "classification": Text(
        en="Two vectors and the absolute difference of their entries go into a softmax over “follows”, “neither”, “contradicts”. Nothing in the loss is a "
        "cosine; whether the cosines follow is what the second picture asks.",
        zh="把两个向量，连同它们逐元素之差的绝对值，一起送进 softmax，判断“能推出”“都不是”“相矛盾”。损失里根本没有余弦；余弦会不会跟着变，就看第二幅图。",
    ),
    "regression": Text(
        en="The cosine itself is brought to the grade that people gave, between 0 and 1. What is trained is what is used.",
        zh="直接让余弦去接近人打的分（缩到 0 到 1）。训练的就是以后要用的。",
    ),
    "triplet": Text(
        en="The positive has to be nearer to the anchor than the negative, by a margin ε = {margin:g}; once it is, this triplet teaches nothing more.",
        zh="正例要比负例离锚点更近，而且要近出一个间隔 ε = {margin:g}；做到了，这个三元组就不再教什么。",
    ),
}
TITLE = Text(
    en="After {steps} steps: {name} {before:.2f} → {after:.2f} (mean of {seeds} seeds)",
    zh="{steps} 步之后：{name} {before:.2f} → {after:.2f}（{seeds} 个种子的平均）",
)
ALT = Text(
    en="Spearman against training steps for the three objectives, with the range of the seeds.",
    zh="三种目标的 Spearman 随训练步数的变化，色带是种子之间的范围。",
)
STEPS_AXIS = Text(en="steps", zh="步")
SCORE_AXIS = Text(en="Spearman on STS-B test", zh="STS-B 测试集上的 Spearman")
LABELS: Mapping[str, Text] = {
    "entailment": Text(en="follows", zh="能推出"),
    "neutral": Text(en="neither", zh="都不是"),
    "contradiction": Text(en="contradicts", zh="相矛盾"),
}
BEFORE, AFTER = Text(en="before", zh="训练前"), Text(en="after", zh="训练后")
LABEL_TITLE = Text(
    en="“Follows” lies {gap:.2f} above “contradicts”; it was {was:.2f} before",
    zh="“能推出”的余弦比“相矛盾”高 {gap:.2f}；训练前高 {was:.2f}",
)
LABEL_ALT = Text(
    en="Mean cosine of the pairs of each label, before and after training.", zh="每种标注的句对的平均余弦，训练前后。"
)
COSINE_AXIS = Text(en="mean cosine", zh="平均余弦")
NOTE = Text(
    en="Our small English model (en-small), {seeds} seeds; bands reach from the lowest to the highest of them. Classification learns from {classification:,} pairs and "
    "triplets from {triplet:,} of SNLI’s test split, regression from {regression:,} graded pairs of STS-B whose texts may be shared: not the same "
    "lessons, so this compares recipes, not losses alone. Graded on {pairs:,} pairs drawn from STS-B’s test set; the cosines are those of {labelled} "
    "labelled pairs that nobody learnt from. Recorded · {date} · {machine} · code {code} · `{command}`",
    zh="用的是我们的小英文模型（en-small），{seeds} 个种子，色带是最低到最高。分类用 SNLI 测试集的 {classification:,} 对，三元组用其中的 {triplet:,} 组，"
    "回归用 STS-B 里允许再分享的 {regression:,} 个打分句对：教材不同，所以比的是整套做法，不只是损失。打分用从 STS-B 测试集抽出的 {pairs:,} 对；"
    "余弦取自 {labelled} 个谁都没学过的标注句对。录制结果 · {date} · {machine} · 代码 {code} · `{command}`",
)
CONTROLS: Mapping[str, Text] = {"sentences_objective": OBJECTIVE}
