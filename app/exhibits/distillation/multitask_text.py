"""The words of one student with several tasks."""

from collections.abc import Mapping

from app.i18n import Text

TEACHERS = Text(en="Teachers for each task", zh="每个任务的教师数")
FIRST = Text(en="Weight of the teachers at first, %", zh="起初教师的权重（%）")
LAST = Text(en="… at the end, %", zh="最后教师的权重（%）")
ROWS = Text(en="Labelled examples of each task", zh="每个任务带标签的样本数")
SCHOOL = Text(en="Which tasks", zh="哪些任务")
SCHOOLS: Mapping[str, Text] = {
    "digits": Text(en="three about digits", zh="关于数字的三个"),
    "texts": Text(en="two corpora of sentences", zh="两种句子"),
}
TASKS: Mapping[str, Text] = {
    "digit": Text(en="which digit", zh="是几"),
    "loop": Text(en="has a loop (0 6 8 9)", zh="有没有圈（0 6 8 9）"),
    "large": Text(en="5 or more", zh="是否不小于 5"),
    "snips": Text(en="what is wanted (SNIPS)", zh="请求要什么（SNIPS）"),
    "mr": Text(en="good or bad (MR)", zh="影评褒贬（MR）"),
}
SINGLE = Text(en="one network a task (the teachers)", zh="每个任务一个网络（教师）")
LABELS = Text(en="one for all, labels only", zh="一个网络做全部，只用标签")
TAUGHT = Text(en="one for all, taught", zh="一个网络做全部，受教")
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
SCORES_TITLE = Text(
    en="Taught against labels only, the mean of the tasks:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="受教比只用标签，各任务的平均：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
SCORES_ALT = Text(en="Accuracy by task of the teachers and of both students.", zh="教师与两个学生在各任务上的准确率。")
SOFT, HARD = Text(en="teachers’ answers", zh="教师的回答"), Text(en="labels", zh="标签")
PROGRESS_AXIS = Text(en="progress of the training, %", zh="训练进度（%）")
WEIGHT_AXIS = Text(en="weight", zh="权重")
SCHEDULE_TITLE = Text(en="Teacher annealing: who is listened to, and when", zh="教师退火：什么时候听谁的")
SCHEDULE_ALT = Text(en="Weights of soft and hard targets over the training.", zh="训练过程中软、硬目标的权重。")
SAYS: Mapping[str, Text] = {
    "digits": Text(
        en="Three tasks on the same images. A network for each task alone, and one of the same size for all three: from labels, or from the answers of the "
        "three (**BAM**). With several teachers a task their probabilities are averaged (**MT-DNN with distillation**). BAM's schedule goes from the "
        "teachers to the labels, so that the student may pass its teachers in the end. Set both weights to 50 for a mix that stays.",
        zh="同样的图像上有三个任务。每个任务单独一个网络；另有一个同样大小的网络三个都做：要么从标签学，要么从那三个网络的回答学（**BAM**）。每个任务有几个教师时，"
        "概率取平均（**MT-DNN 加蒸馏**）。BAM 的进度从教师走向标签，好让学生最后能超过教师。把两个权重都设成 50，就是固定的混合。",
    ),
    "texts": Text(
        en="Two tasks that share neither sentences nor classes: what a request wants (SNIPS), and whether a film review is good (MR). A network of two narrow "
        "layers for each task alone, and one of the same size that reads both, with a head for each: from labels, or from the answers of the other two (**BAM**). "
        "The sentences are those that come along, so that the run can be repeated here.",
        zh="两个任务，句子和类别都不相同：一句请求要什么（SNIPS），一句影评是褒是贬（MR）。每个任务单独一个两层的窄网络；另有一个同样大小的网络两种都读，各有一个分类头："
        "要么从标签学，要么从那两个网络的回答学（**BAM**）。句子就是随应用带来的那些，所以在这里可以重跑。",
    ),
}
SIZE: Mapping[str, Text] = {
    "digits": Text(en="{width} hidden units in every network", zh="每个网络 {width} 个隐藏单元"),
    "texts": Text(en="two layers of width 96 in every network", zh="每个网络两层、宽 96"),
}
NOTE = Text(
    en="{n} seeds, mean and 95 % interval; {teachers} teacher(s) a task, weight {first:.0%} to {last:.0%}, {rows} labelled examples a task, {steps} steps, {size} · {date} · {machine}",
    zh="{n} 个种子，均值与 95% 区间；每个任务 {teachers} 个教师，权重 {first:.0%} 到 {last:.0%}，每个任务 {rows} 个带标签的样本，{steps} 步，{size} · {date} · {machine}",
)
