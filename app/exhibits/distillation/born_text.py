"""The words of born-again networks."""

from app.i18n import Text

GENERATIONS = Text(en="Generations after the first", zh="第一代之后还有几代")
ROWS = Text(en="Labelled images", zh="带标签的图像")
QUESTION = Text(
    en="##### If the student is as large as its teacher and becomes a teacher itself: does the family get better?",
    zh="##### 学生和教师一样大，学完自己又当教师：一代会比一代强吗？",
)
AXIS = Text(en="generation", zh="代")
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
TAUGHT = Text(en="taught by the one before", zh="由上一代教")
ALONE = Text(en="new each time, no teacher", zh="每次重新开始，没有教师")
TAUGHT_TOGETHER = Text(en="all generations so far, averaged", zh="到这一代为止取平均")
ALONE_TOGETHER = Text(en="as many without a teacher, averaged", zh="同样多个没有教师的，取平均")
TITLE = Text(
    en="Generation {n} against a network without ancestors:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="第 {n} 代与没有祖先的网络相比：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
TOGETHER_TITLE = Text(
    en="All generations averaged against as many strangers:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="历代取平均，与同样多个互不相干的网络取平均相比：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
ALT = Text(
    en="Accuracy by generation, with an interval over the seeds; the control dashed.",
    zh="准确率随代数的变化，带种子间的区间；对照是虚线。",
)
SAYS = Text(
    en="**Born-again networks**: everybody has the same {parameters:,} numbers, sees the same {rows} images with the same labels, and starts anew. "
    "From the second on each also hears its predecessor's softened answers. The network that read shifted images and teaches the other "
    "views is not asked here.\n\n"
    "Two controls, because two things could help without any teaching: another start (first picture), and averaging several networks (second picture). Furlanello "
    "and colleagues found gains for the first generations and for the average of all.",
    zh="**再生网络**：每一代都有同样的 {parameters:,} 个参数，看同样的 {rows} 张图和同样的标签，从头开始；从第二代起，还能听到上一代变软的回答。其他视图里那位看过平移图像的教师，这里不参加。\n\n"
    "两个对照，因为不教也可能变好：一是换个起点（第一幅图），二是几个网络取平均（第二幅图）。Furlanello 等人发现，前几代以及历代取平均都有提高。",
)
NOTE = Text(
    en="{n} seeds, mean and 95 % interval, {held} held-out digits, T = {T:g}, soft weight {weight} · {date} · {machine} · code {code}",
    zh="{n} 个种子，均值与 95% 区间，{held} 个留出数字，T = {T:g}，软目标权重 {weight} · {date} · {machine} · 代码 {code}",
)
