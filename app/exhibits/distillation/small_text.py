"""The words of the small vocabulary."""

from collections.abc import Mapping

from app.i18n import Text

PIECES = Text(en="Merges of the student’s vocabulary", zh="学生词表的合并次数")
MIXED = Text(en="Words the teacher reads as the student would, %", zh="教师按学生方式读的词（%）")
WIDTH = Text(en="Width of the student", zh="学生的宽度")
QUESTION = Text(
    en="##### The word table is most of a small model. What if the student reads shorter pieces?",
    zh="##### 小模型的参数大半在词表里。让学生读更短的片段会怎样？",
)
KINDS: Mapping[str, Text] = {
    "large": Text(en="the teacher’s vocabulary,<br>no teacher", zh="教师的大词表，<br>没有教师"),
    "alone": Text(en="small vocabulary,<br>no teacher", zh="小词表，<br>没有教师"),
    "doors": Text(en="small vocabulary,<br>projections only", zh="小词表，<br>只有共享投影"),
    "dual": Text(en="small vocabulary,<br>projections and dual training", zh="小词表，<br>共享投影加双词表训练"),
    "through": Text(en="the same, projections<br>to the last step", zh="同上，投影一直<br>保留到最后"),
}
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
STUDENTS_TITLE = Text(
    en="With dual training {dual:.1f} %, without a teacher {alone:.1f} %:<br>{gain:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="双词表训练 {dual:.1f}%，没有教师 {alone:.1f}%：<br>{gain:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
STUDENTS_ALT = Text(
    en="Accuracy of four students of one width, a mark a seed, mean and interval; the teacher as a line.",
    zh="四个同样宽的学生的准确率，一个种子一个记号，带均值与区间；教师是一条线。",
)
NUMBERS = Text(en="{n:,} numbers", zh="{n:,} 个参数")
OWN, FOREIGN = (
    Text(en="cut its own way", zh="按自己的词表切"),
    Text(en="cut the student’s way", zh="按学生的词表切"),
)
TEACHERS: Mapping[str, Text] = {
    "doors": Text(en="teacher who knows<br>its own pieces", zh="只认自己片段的<br>教师"),
    "dual": Text(en="teacher who reads<br>both", zh="两种都读的<br>教师"),
}
TEACHERS_TITLE = Text(
    en="Cut the student’s way, a sentence is understood<br>by {dual:.0f} % instead of {doors:.0f} %",
    zh="句子按学生的方式切开后，教师答对的比例<br>从 {doors:.0f}% 变成 {dual:.0f}%",
)
TEACHERS_ALT = Text(
    en="Accuracy of two teachers on sentences cut by either vocabulary.",
    zh="两位教师在按两种词表切分的句子上的准确率。",
)
CUT = Text(
    en="“{sentence}” in the teacher’s {large:,} pieces and in the student’s {small:,}:",
    zh="“{sentence}”，先用教师的 {large:,} 个片段切，再用学生的 {small:,} 个片段切：",
)
SAYS = Text(
    en="Zhao and colleagues shrink BERT at both ends. The **vocabulary** becomes small, so the table of word vectors does; the **width** becomes small, "
    "and two matrices, the same for all layers, project the teacher’s weights onto the student’s and back. But teacher and student now read "
    "different pieces. **Dual training** makes them meet: some of the teacher’s words are cut as the student would cut them, and both learn their "
    "task at the same time. No answers are imitated here, only weights, and half-way the weights are let go, as in the paper tuning follows "
    "distilling; the last student is held to the end.\n\n"
    "Look at the controls before you believe in it: the same small student without any teacher, and the same projections from a teacher who never "
    "read the student’s pieces. The paper trains on masked words of large corpora, ours on the labels of {rows:,} sentences.",
    zh="Zhao 等人从两头压缩 BERT。**词表**变小，词向量表就变小；**宽度**也变小，用两个所有层共用的矩阵把教师的权重投影到学生那边，再投影回来。可是这样一来，"
    "教师和学生读的片段就不一样了。**双词表训练**让两者碰头：教师读的词里，有一部分按学生的方式切开，两边同时学各自的任务。这里不模仿任何回答，只对照权重；到一半就松开，因为论文里也是先蒸馏、后微调；最后那个学生则一直不松开。\n\n"
    "先看对照，再决定信不信：一个是没有教师的同样的小学生，一个是投影相同、但教师从没读过学生片段的学生。论文在大语料上用掩码词训练，我们用的是 {rows:,} 个句子的标签。",
)
NOTE = Text(
    en="{n} seeds, {rows:,} sentences learnt from, {held} held out (SNIPS); student {width} wide, teacher 64, two layers each, {mixed} of the words mixed · "
    "{date} · {machine} · code {code}",
    zh="{n} 个种子，{rows:,} 个句子用来学习，{held} 个留出（SNIPS）；学生宽 {width}，教师宽 64，各两层，混切的词占 {mixed} · {date} · {machine} · 代码 {code}",
)
LIVE = Text(
    en="The picture shows a recorded run on 1,000 requests with 5 seeds. The button trains on the {n} requests that come along, holds {held} out, and "
    "uses 2 seeds: a coarser measurement of your settings.",
    zh="图中是录制的结果：1,000 条请求，5 个种子。按钮用随程序附带的 {n} 条请求训练，留出 {held} 条，2 个种子：照你的设置量一次，粗一些。",
)
