"""The words of the published tables."""

from collections.abc import Mapping

from app.i18n import Text

TABLE = Text(en="Published table", zh="已发表的表")
TABLES: Mapping[str, Text] = {
    "mobilebert": Text(en="MobileBERT", zh="MobileBERT"),
    "tinybert": Text(en="TinyBERT", zh="TinyBERT"),
    "zhao": Text(en="Small vocabulary", zh="小词表"),
    "pkd": Text(en="Patient KD", zh="Patient KD"),
    "distilbert": Text(en="DistilBERT", zh="DistilBERT"),
}
NOT_OURS = Text(
    en="Other people's numbers, measured on other data and machines than ours: they stand beside our runs, never among them.",
    zh="这些是别人的数字，数据和机器都与我们的不同：放在旁边对照，从不与我们的结果混在一起。",
)
SOURCES: Mapping[str, Text] = {
    "mobilebert": Text(
        en="Sun et al. 2020. The row DistilBERT 6L equals BERT 6L PKD in every score: take it as doubtful. The split is not stated in our source.",
        zh="Sun 等 2020。DistilBERT 6L 一行与 BERT 6L PKD 的每个分数都相同，存疑。我们的来源没有注明划分。",
    ),
    "tinybert": Text(
        en="Jiao et al. 2019, first arXiv versions; the published paper gives TinyBERT a little more.",
        zh="Jiao 等 2019，arXiv 最初几版；正式发表版里 TinyBERT 略高一些。",
    ),
    "zhao": Text(
        en="Zhao et al. 2019. A vocabulary of 30,522 shrinks to 4,928, the width to 192, 96, 48; projections are shared by all layers.",
        zh="Zhao 等 2019。词表从 30,522 缩到 4,928，宽度缩到 192、96、48；投影矩阵由所有层共享。",
    ),
    "pkd": Text(en="Sun et al. 2019, GLUE test.", zh="Sun 等 2019，GLUE 测试集。"),
    "distilbert": Text(
        en="Sanh et al. 2019, the early table. WNLI and STS-B Spearman are not in our source; the header was repaired.",
        zh="Sanh 等 2019 的早期表格。我们的来源缺 WNLI 与 STS-B Spearman，表头经过修复。",
    ),
}
TEACHER = Text(en="teacher", zh="教师")
METRIC, COST = Text(en="Score", zh="分数"), Text(en="Cost", zh="代价")
COSTS: Mapping[str, Text] = {
    "parameters": Text(en="parameters, million", zh="参数（百万）"),
    "FLOPs": Text(en="operations, billion", zh="运算量（十亿次）"),
    "latency": Text(en="latency, ms", zh="延迟（毫秒）"),
}
MOBILE_METRICS: Mapping[str, Text] = {
    name: Text(en=name, zh=name)
    for name in (
        "GLUE score",
        "CoLA MCC",
        "SST-2 accuracy",
        "MRPC F1",
        "STS-B Spearman",
        "QQP F1",
        "MNLI-m accuracy",
        "MNLI-mm accuracy",
        "QNLI accuracy",
        "RTE accuracy",
    )
}
PARETO_TITLE = Text(
    en="{n} of {all} are beaten by nobody in both cost and score", zh="{all} 个里有 {n} 个，没有谁既更省又更好"
)
MOBILE_ALT = Text(
    en="Score against cost for the models of the MobileBERT paper, with the Pareto front as a line.",
    zh="MobileBERT 论文里各模型的分数与代价，帕累托前沿画成线。",
)
SORT = Text(en="Order", zh="排序")
SORTS: Mapping[str, Text] = {"score": Text(en="by score", zh="按分数"), "name": Text(en="by name", zh="按名称")}
GLUE_AXIS = Text(en="GLUE average (the axis begins at 60)", zh="GLUE 平均分（坐标轴从 60 开始）")
TINY_TITLE = Text(
    en="TinyBERT keeps {kept:.1%} of its teacher’s {teacher}: {size}× smaller, {speed}× faster;<br>the dashed line is the teacher",
    zh="TinyBERT 保住了教师 {teacher} 分的 {kept:.1%}：小 {size} 倍，快 {speed} 倍；<br>虚线是教师",
)
TINY_ALT = Text(en="Bars of GLUE averages with the teacher as a line.", zh="GLUE 平均分的柱状图，教师是一条线。")
ZHAO_METRICS: Mapping[str, Text] = {
    name: Text(en=name, zh=name)
    for name in ("MNLI-m accuracy", "MNLI-mm accuracy", "SST-2 accuracy", "MRPC F1", "MRPC accuracy")
}
BLOCK = Text(en="Width of the student", zh="学生的宽度")
BLOCKS: Mapping[str, Text] = {
    "all": Text(en="all", zh="全部"),
    **{width: Text(en=width, zh=width) for width in ("768", "192", "96", "48")},
}
FACTOR_AXIS = Text(en="times smaller than BERT base", zh="比 BERT base 小多少倍")
ZHAO_TITLE = Text(
    en="Up to 62 times smaller: what the small vocabulary and the shared projections hold on to",
    zh="最多小 62 倍：小词表和共享投影能保住多少",
)
ZHAO_ALT = Text(en="Score against compression, one mark a method.", zh="分数随压缩倍数的变化，每种方法一种记号。")
PKD_HOW = Text(en="Bars show", zh="柱子表示")
PKD_HOWS: Mapping[str, Text] = {
    "score": Text(en="score (the axis begins at 40)", zh="分数（坐标轴从 40 开始）"),
    "kept": Text(en="share of the teacher's score, %", zh="占教师分数的比例（%）"),
}
PKD_TITLE = Text(
    en="Patience beats plain soft targets on {n6} of {all} scores with 6 layers, on {n3} with 3",
    zh="6 层时，PKD 在 {all} 项里的 {n6} 项胜过普通软目标；3 层时 {n3} 项",
)
PKD_ALT = Text(en="Bars by task and method, for six and three layers.", zh="按任务与方法画的柱，六层与三层。")
PKD_SIZE_TITLE = Text(en="What patience adds, by the size of the task", zh="PKD 多带来的分数，按任务大小")
PKD_SIZE_ALT = Text(en="PKD minus KD over the number of training examples.", zh="PKD 减 KD，随训练样本数的变化。")
DEPTH = Text(en="{d} layers", zh="{d} 层")
SIZE_AXIS = Text(en="training examples", zh="训练样本数")
GAIN_AXIS = Text(en="PKD minus KD, points", zh="PKD 减 KD（分）")
TIME_AXIS = Text(en="time of one pass, s", zh="一次推理的时间（秒）")
MACRO_AXIS = Text(en="GLUE macro score", zh="GLUE 宏平均")
KEPT_AXIS = Text(en="share of BERT's score, % (the axis begins at 80)", zh="占 BERT 分数的比例（%，坐标轴从 80 开始）")
DB_HOVER = Text(
    en="{name}<br>{score} with {m:.0f} million parameters in {s:.0f} s",
    zh="{name}<br>{score} 分，{m:.0f} 百万参数，{s:.0f} 秒",
)
DB_COST_TITLE = Text(
    en="DistilBERT has {size:.0%} of the parameters, takes {time:.0%} of the time<br>and keeps {score:.0%} of the score",
    zh="DistilBERT 的参数是 BERT 的 {size:.0%}，时间是 {time:.0%}，<br>分数保住了 {score:.0%}",
)
DB_COST_ALT = Text(
    en="Score against inference time; the area of a mark is the number of parameters.",
    zh="分数与推理时间；记号面积表示参数量。",
)
DB_KEPT_TITLE = Text(
    en="Least is kept on {worst}:<br>{share:.1f} % of BERT's score",
    zh="丢得最多的是 {worst}：<br>只剩 BERT 的 {share:.1f}%",
)
DB_KEPT_ALT = Text(
    en="Share of BERT's score that DistilBERT keeps, by task.", zh="DistilBERT 在各任务上保住 BERT 分数的比例。"
)
