"""The words of the students of text."""

from collections.abc import Mapping

from app.i18n import Text

CORPUS = Text(en="Corpus", zh="语料")
CORPORA: Mapping[str, Text] = {
    "snips": Text(en="requests to an assistant (SNIPS)", zh="对助手说的请求（SNIPS）"),
    "mr": Text(en="film reviews (MR polarity)", zh="影评褒贬（MR polarity）"),
    "ag_news": Text(en="headlines (AG News)", zh="新闻标题（AG News）"),
    "sst2": Text(en="film phrases (SST-2)", zh="影评短语（SST-2）"),
}
SHIPPED = ("snips", "mr")  # corpora whose teacher and students come along
STUDENTS: Mapping[str, Text] = {
    "narrow-2": Text(en="two narrow layers", zh="两层窄 Transformer"),
    "bilstm": Text(en="BiLSTM", zh="BiLSTM"),
    "bag": Text(en="bag of words", zh="词袋"),
    "heir-2-skip": Text(en="two of MiniLM’s own layers (3 and 6)", zh="MiniLM 自己的两层（第 3、6 层）"),
}
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
LABELS_AXIS = Text(en="labels", zh="标签数")
METHODS_TITLE = Text(
    en="Largest gain: {best}, {gain:+.1f} points;<br>below each name the difference to labels only",
    zh="提高最多：{best}，{gain:+.1f} 个百分点；<br>名字下方是与只用标签之差（95% 区间）",
)
METHODS_ALT = Text(
    en="Accuracy of each method, a mark a seed, with mean and interval; the teacher as a line.",
    zh="每种方法的准确率，一个种子一个记号，带均值与区间；教师是一条线。",
)
SAYS = Text(
    en="Teacher: MiniLM, tuned to {seen:,} of {n:,} labelled {rows}, each seen once. Student: two layers, a quarter of its width, from nothing; its word "
    "vectors are the teacher's along their 96 main directions and stay as they are. All students on this picture see the same {n:,} {rows} with "
    "labels, each once, in the same order, from the same start: what a method adds comes from whoever teaches.",
    zh="教师：MiniLM，用 {n:,} 条带标签的{rows}里的 {seen:,} 条微调，每条看一遍。学生：两层，宽度是教师的四分之一，从零开始；词向量取自教师，沿 96 个主方向投影，不再改动。"
    "这张图上的学生看到的都是这 {n:,} 条{rows}和标签，每条看一遍，顺序相同、起点相同：一种方法带来的好处只可能来自教它的那一方。",
)
ROWS: Mapping[str, Text] = {
    "snips": Text(en="requests", zh="请求"),
    "mr": Text(en="sentences", zh="影评"),
    "ag_news": Text(en="headlines", zh="新闻标题"),
    "sst2": Text(en="phrases", zh="影评短语"),
}
BINARY = Text(
    en="With two classes a soft target is one number: how sure the teacher is. There is little else for it to tell.",
    zh="只有两个类时，软目标就是一个数：教师有多大把握。它没有多少别的可说。",
)
EQUALS = Text(
    en="Those taught by equals never hear MiniLM: students like themselves, who learnt from the labels alone, answer in its place.",
    zh="由同样的学生来教的，从没听过 MiniLM 的回答：替它作答的是只用标签学出来的、和它一样大的学生。",
)
ALONE = Text(en="labels only, on these rows", zh="只用标签，只看这些行")
WHOLE = Text(en="soft targets, on all rows", zh="软目标，看全部行")
BUDGET_TITLE = Text(
    en="With the fewest labels a teacher who answers<br>all {n:,} rows is worth {gain:+.1f} points",
    zh="标签最少时，给全部 {n:,} 行作答的教师<br>值 {gain:+.1f} 个百分点",
)
BUDGET_ALT = Text(en="Accuracy by the number of labels, alone and taught.", zh="准确率随标签数的变化，自学与受教。")
BUDGET_COLUMNS = (
    Text(en="labels", zh="标签数"),
    Text(en="alone, %", zh="自学（%）"),
    Text(en="taught, %", zh="受教（%）"),
    Text(en="difference, paired", zh="差（配对）"),
    Text(en="95 % interval", zh="95% 区间"),
)
BUDGET_SAYS = Text(
    en="Taught minus alone, seed by seed on the same labels. Where the interval lies above 0, the teacher helped; where it lies below, it did "
    "harm; where it holds 0, these seeds do not tell. At small budgets remember that the teacher itself was tuned to more labels than its student sees: "
    "its answers carry them along.",
    zh="受教减自学，同一个种子、同样的标签逐对相减。区间整个在 0 以上，教师就帮上了忙；整个在 0 以下，就帮了倒忙；区间里有 0，这几个种子就说明不了。"
    "预算小的时候别忘了：教师微调时见过的标签比学生多，它的回答把这些也带了过去。",
)
OF = Text(en="Where does this student part from its teacher?", zh="这个学生在哪里与教师分手？")
APART_SAYS = Text(
    en="They differ on **{n}** of {all} held-out sentences (seed 0): the teacher is right on {teacher} of them, the student on "
    "{student}, neither on {neither}. The first ones:",
    zh="在 {all} 句留出样本中，两者有 **{n}** 句答得不同（种子 0）：其中教师对 {teacher} 句，学生对 {student} 句，都错 {neither} 句。前几句是：",
)
APART_COLUMNS = (
    Text(en="sentence", zh="句子"),
    Text(en="label", zh="标签"),
    Text(en="teacher", zh="教师"),
    Text(en="student", zh="学生"),
)
TEXTS_NOTE = Text(
    en="{n} seeds, {rows:,} held-out sentences, every sentence read to its 32nd piece; trainings of {steps} steps of {B} on one core: a small study · recorded "
    "{date} · {machine} · code {code} · again: `{command}`",
    zh="{n} 个种子，{rows:,} 句留出样本，每句最多读 32 个词元；单核，每次 {steps} 步、每步 {B} 句：这是个小规模研究 · 录制于 {date} · {machine} · 代码 {code} · 重录：`{command}`",
)
LICENCE: Mapping[str, Text] = {
    "snips": Text(
        en="Sentences: SNIPS (Coucke et al. 2018), CC0; learnt from its training part, held out from its test part.",
        zh="句子来自 SNIPS（Coucke 等 2018），CC0；训练用其训练部分，留出用其测试部分。",
    ),
    "mr": Text(
        en="Sentences: Movie review sentence polarity v1.0 (Pang and Lee 2005), CC BY 4.0; the split is ours.",
        zh="句子来自 Movie review sentence polarity v1.0（Pang 与 Lee 2005），CC BY 4.0；划分是我们自己定的。",
    ),
    "ag_news": Text(
        en="AG News (Zhang, Zhao and LeCun 2015): 8,000 and 1,000 headlines of the parts of its training and test rows that we have. Its "
        "licence allows research only, so figures are shown here: no headlines, no weights.",
        zh="AG News（Zhang、Zhao、LeCun 2015）：从我们手上的部分训练集和部分测试集里各取 8,000 和 1,000 条标题。许可只限研究，所以这里只有数字，没有标题原文，也没有权重。",
    ),
    "sst2": Text(
        en="SST-2 (Socher et al. 2013, as in GLUE): 8,000 training rows; held out are the rows of the development set. No licence is "
        "stated, so figures are shown here: no sentences, no weights.",
        zh="SST-2（Socher 等 2013，GLUE 版）：8,000 条训练数据；留出的是开发集。数据没有说明许可，所以这里只有数字，没有句子，也没有权重。",
    ),
}
COST = Text(en="Cost", zh="代价")
COSTS: Mapping[str, Text] = {
    "milliseconds": Text(en="milliseconds a sentence", zh="每句毫秒"),
    "flops": Text(en="operations a sentence", zh="每句运算次数"),
    "trained": Text(en="numbers without the word table", zh="参数（不计词表）"),
    "megabytes": Text(en="megabytes with the word table", zh="大小（MB，含词表）"),
}
BILL_TITLE = Text(
    en="{n} of {all} are beaten by nobody; the cheapest is {name}",
    zh="{all} 个里有 {n} 个没有谁能全面胜过；最省的是{name}",
)
BILL_ALT = Text(en="Accuracy against cost for the teacher and its students.", zh="教师与学生的准确率和代价。")
BILL_SAYS = Text(
    en="Each student stands here twice: taught (cinnabar) and alone (grey), at the same price. Only the vertical gap is what distillation "
    "gave; the distance to the left was there before.",
    zh="每个学生出现两次：受教的（朱红）和自学的（灰），价格一样。只有上下的差距才是蒸馏给的；往左的距离本来就有。",
)
BILL_COLUMNS = (
    Text(en="network", zh="网络"),
    Text(en="numbers of its own", zh="自己的参数"),
    Text(en="numbers in the word table", zh="词表里的参数"),
    Text(en="MB in fp32", zh="MB（fp32）"),
    Text(en="million operations, 12 tokens", zh="百万次运算（12 个词元）"),
    Text(en="ms, 12 tokens, one thread", zh="毫秒（12 个词元，单线程）"),
)
BILL_NOTE = Text(
    en="Recorded {date} on {machine}, medians of 30 rounds. The button measures again on this server.",
    zh="{date} 录制于 {machine}，30 次的中位数。上面的按钮会在本服务器上重新测量。",
)
BILL_KEPT = Text(
    en="Recorded {date} on {machine}, medians of 30 rounds; these networks are not shipped, so they cannot be measured here again.",
    zh="{date} 录制于 {machine}，30 次的中位数；这些网络没有随程序发布，所以不能在这里重新测量。",
)
BILL_FRESH = Text(
    en="Times measured on this server just now; accuracies recorded {date} on {machine}.",
    zh="时间是刚才在本服务器上测的；准确率于 {date} 录制于 {machine}。",
)
