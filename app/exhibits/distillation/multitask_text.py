"""The words of one student with several tasks."""

from collections.abc import Mapping

from app.i18n import Text

TEACHERS = Text(en="Teachers for each task", zh="每个任务的教师数")
FIRST = Text(en="Weight of the teachers at first, %", zh="起初教师的权重（%）")
LAST = Text(en="… at the end, %", zh="最后教师的权重（%）")
ROWS = Text(en="Labelled images", zh="带标签的图像")
TASKS: Mapping[str, Text] = {
    "digit": Text(en="which digit", zh="是几"),
    "loop": Text(en="has a loop (0 6 8 9)", zh="有没有圈（0 6 8 9）"),
    "large": Text(en="5 or more", zh="是否不小于 5"),
}
SINGLE = Text(en="one network a task (the teachers)", zh="每个任务一个网络（教师）")
LABELS = Text(en="one for all, labels only", zh="一个网络做全部，只用标签")
TAUGHT = Text(en="one for all, taught", zh="一个网络做全部，受教")
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
SCORES_TITLE = Text(
    en="Taught against labels only, the mean of three tasks:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="受教比只用标签，三个任务的平均：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
SCORES_ALT = Text(en="Accuracy by task of the teachers and of both students.", zh="教师与两个学生在各任务上的准确率。")
SOFT, HARD = Text(en="teachers’ answers", zh="教师的回答"), Text(en="labels", zh="标签")
PROGRESS_AXIS = Text(en="progress of the training, %", zh="训练进度（%）")
WEIGHT_AXIS = Text(en="weight", zh="权重")
SCHEDULE_TITLE = Text(en="Teacher annealing: who is listened to, and when", zh="教师退火：什么时候听谁的")
SCHEDULE_ALT = Text(en="Weights of soft and hard targets over the training.", zh="训练过程中软、硬目标的权重。")
SAYS = Text(
    en="Three tasks on the same images. A network for each task alone, and one of the same size for all three: from labels, or from the answers of the "
    "three (**BAM**). With several teachers a task their probabilities are averaged (**MT-DNN with distillation**). BAM's schedule goes from the "
    "teachers to the labels, so that the student may pass its teachers in the end. Set both weights to 50 for a mix that stays.",
    zh="同样的图像上有三个任务。每个任务单独一个网络；另有一个同样大小的网络三个都做：要么从标签学，要么从那三个网络的回答学（**BAM**）。每个任务有几个教师时，"
    "概率取平均（**MT-DNN 加蒸馏**）。BAM 的进度从教师走向标签，好让学生最后能超过教师。把两个权重都设成 50，就是固定的混合。",
)
NOTE = Text(
    en="{n} seeds, mean and 95 % interval; {teachers} teacher(s) a task, weight {first:.0%} to {last:.0%}, {rows} labelled images, {width} hidden units in "
    "every network · {date} · {machine}",
    zh="{n} 个种子，均值与 95% 区间；每个任务 {teachers} 个教师，权重 {first:.0%} 到 {last:.0%}，{rows} 张带标签图像，每个网络 {width} 个隐藏单元 · {date} · {machine}",
)
