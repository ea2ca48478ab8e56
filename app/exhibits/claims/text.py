"""The words of the ledger."""

from app.i18n import Text

TITLE = Text(en="Claims", zh="论断")
QUESTION = Text(en="Is what the books say true?", zh="书上说的都对吗？")
IDEA = Text(
    en="A sentence from the literature becomes an experiment: at least five seeds, a control that could prove it "
    "wrong, and a rule fixed before the run. “Not reproduced” is shown as plainly as “reproduced”.",
    zh="文献里的一句话在这里变成一个实验：至少五个随机种子，一组可能推翻它的对照，一条在运行前就定好的判定规则。"
    "“未复现”与“已复现”同样如实展示。",
)
RULE = Text(
    en="The rule: the 95 % interval (paired t over seeds) lies above 0 and the mean reaches δ, the smallest effect "
    "that matters: **reproduced**. The mirror image: **reversed**. The whole interval inside ±δ: **not reproduced**. "
    "Anything else: **undecided**, the interval is too wide.",
    zh="判定规则：对各随机种子的配对差值，按 t 分布求 95% 置信区间。区间全在 0 以上、且均值不小于 δ（有意义的最小效应）："
    "**已复现**；方向完全相反：**相反**；整个区间落在 ±δ 之内：**未复现**；其余情况：**未定**，区间太宽。",
)
