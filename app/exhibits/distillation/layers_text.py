"""The words of the map of layers."""

from collections.abc import Mapping

from app.i18n import Text

HOW = Text(en="How the inside is taught", zh="怎么教内部")
TEACHER_LAYERS = Text(en="Layers of the teacher", zh="教师的层数")
STUDENT_LAYERS = Text(en="Layers of the student", zh="学生的层数")
STRATEGY = Text(en="Which layer teaches which", zh="哪一层教哪一层")
MAPS: Mapping[str, Text] = {
    "skip": Text(en="every so many (PKD-skip, TinyBERT)", zh="隔几层取一层（PKD-skip、TinyBERT）"),
    "last": Text(en="the last ones (PKD-last)", zh="最后几层（PKD-last）"),
    "first": Text(en="the first ones", zh="最前几层"),
    "own": Text(en="my own map", zh="自己连线"),
}
OWN = Text(
    en="One layer of the teacher for each of the student, from the bottom up", zh="自下而上，给学生的每一层写一个教师层"
)
TEACHER, STUDENT = Text(en="teacher", zh="教师"), Text(en="student", zh="学生")
EMBEDDING, ANSWER = Text(en="embedding", zh="嵌入"), Text(en="answer", zh="回答")
LINE_HOVER = Text(en="layer {m} learns from layer {n}", zh="第 {m} 层学第 {n} 层")
MAP_TITLE = Text(en="{M} layers learn from layers {map} of {N}", zh="{M} 层分别学教师 {N} 层中的第 {map} 层")
MAP_ALT = Text(
    en="Two towers of layers, a line from each layer of the student to the layer it learns from.",
    zh="两座层塔，从学生的每一层连一条线到它所学的教师层。",
)
METHOD_SAYS: Mapping[str, Text] = {
    "soft": Text(
        en="**Soft targets** touch the answer only: what happens below it is the student's own affair.",
        zh="**软目标**只管最后的回答：下面怎么算，是学生自己的事。",
    ),
    "pkd": Text(
        en="**Patient KD** also asks for the states below the answer: brought to length 1, they should point where the teacher's "
        "do. The paper takes the [CLS] token, and a student as wide as its teacher; ours is a quarter as wide, so a learnt linear map "
        "stands between, and the mean over the tokens stands for [CLS], because MiniLM was trained on means.",
        zh="**Patient KD** 连回答下面的状态也要求：归一到长度 1 之后，方向要和教师一致。论文取 [CLS]，学生与教师同宽；我们的学生只有四分之一宽，"
        "所以中间隔了一个学出来的线性映射，并且用词元均值代替 [CLS]，因为 MiniLM 就是按均值训练的。",
    ),
    "tinybert": Text(
        en="**TinyBERT** goes in two stages. First the inside: embeddings, hidden states through a learnt map, attention scores before the "
        "softmax, head by head. Only then the answer. The paper runs this twice, on raw text and on the task; here it is the task alone.",
        zh="**TinyBERT** 分两个阶段。先学内部：嵌入、经过一个可学映射的隐藏状态、逐头的 softmax 之前的注意力分数；然后才学回答。论文在原始文本和任务上各做一遍，这里只做任务。",
    ),
    "minilm": Text(
        en="**MiniLM** takes the last layer only: who looks at whom, and which values resemble which. Both are token by token, so widths may "
        "differ and no map is needed.",
        zh="**MiniLM** 只取最后一层：谁看谁，以及哪些值向量彼此相像。两者都是词元对词元的表，宽度可以不同，不需要映射。",
    ),
    "distilbert": Text(
        en="**DistilBERT** adds the cosine of the last hidden states to soft targets and to the loss of its task. In the paper that task is "
        "masked language modelling, and the student starts from every second layer of BERT; ours starts from nothing.",
        zh="**DistilBERT** 在软目标和任务损失之外，再加最后隐藏状态的余弦。论文里的任务是掩码语言建模，学生从 BERT 隔层取来的权重出发；我们的学生从零开始。",
    ),
    "progressive": Text(
        en="**MobileBERT** teaches one block at a time: its states and the looks of its heads, while the blocks below it rest; only when the top "
        "block is done come the answers. The paper's blocks are wide outside and narrow inside, so states compare as they are; ours are narrow "
        "throughout, and a learnt map stands between.",
        zh="**MobileBERT** 一次只教一块：学这一块的状态和各头的注意力，下面的块不动；最上面一块教完，才轮到回答。论文的块外宽内窄，状态可以直接相比；我们的块从头到尾都窄，"
        "所以中间隔了一个学出来的映射。",
    ),
}
TEACHER_AXIS = Text(en="layer of the teacher (0: embedding)", zh="教师的层（0 为嵌入）")
STUDENT_AXIS = Text(en="layer of the student", zh="学生的层")
CKA_TITLE = Text(en="{method}: top layers {top:.2f} alike", zh="{method}：顶层相似度 {top:.2f}")
CKA_ALT = Text(
    en="CKA between each layer of a student and each of the teacher.", zh="学生每一层与教师每一层之间的 CKA。"
)
CKA_NOTE = Text(
    en="Our recorded student: two layers of width 96, 8,000 SNIPS requests, seed 0; linear CKA over the tokens of 150 held-out requests. "
    "Left, the same student without a teacher.",
    zh="我们录制的学生：两层、宽 96，8,000 条 SNIPS 请求，种子 0；在 150 条留出请求的词元上算线性 CKA。左边是没有教师的同一个学生。",
)
LOOKS_TITLE = Text(en="{name}: {apart:.0f} % looks elsewhere", zh="{name}：{apart:.0f}% 看向别处")
LOOKS_ALT = Text(en="Attention of the last layer, the mean over twelve heads.", zh="最后一层的注意力，十二个头取平均。")
LOOKS_NOTE = Text(
    en="“{sentence}”: last layers, mean over twelve heads; a row looks at the columns; seed 0, recorded {date}.",
    zh="“{sentence}”：最后一层，十二个头取平均；行看向列；种子 0，录制于 {date}。",
)
BREWER = Text(en="The same lesson for TextBrewer", zh="用 TextBrewer 上同一堂课")
BREWER_SAYS = Text(
    en="[TextBrewer](https://github.com/airaria/TextBrewer) is a PyTorch toolkit with many of these methods. These are the fields of its "
    "`DistillationConfig` for the map above; it prints no comparison with a student without a teacher, so train that one too.",
    zh="[TextBrewer](https://github.com/airaria/TextBrewer) 是一个收了许多此类方法的 PyTorch 工具包。下面是上面这张图对应的 `DistillationConfig` 字段；"
    "它不给出与无教师学生的对比，所以那一个也请一并训练。",
)
STAGES_QUESTION = Text(
    en="##### Block after block, all at once, or beside the answers?", zh="##### 逐块教、一起教，还是和回答同时教？"
)
STAGES_TITLE = Text(
    en="The best order, {best}:<br>{gain:+.1f} points against soft targets alone; the differences stand below the names",
    zh="最好的一种是“{best}”：<br>与只用软目标相比 {gain:+.1f} 个百分点；差值写在名字下方",
)
STAGES_ALT = Text(
    en="Accuracy of four students that differ in when their blocks are taught, a mark a seed, mean and interval.",
    zh="四个学生的准确率，差别只在什么时候教内部的块；一个种子一个记号，带均值与区间。",
)
STAGES_SAY = Text(
    en="All four take {steps} steps. **Block after block** spends the first half inside, half of that on each block; **all at once** spends the "
    "same half on both together; the third mixes inside and answers from the first step to the last. The paper compares the same three and "
    "finds the first best, for a student of 24 blocks and with much more time; ours has two, and every step inside is one that the answers do not get.",
    zh="四个学生都走 {steps} 步。**逐块来**把前一半时间花在内部，每一块各占其中一半；**一起学**把同样的一半时间同时花在两块上；第三种从头到尾把内部和回答混着学。"
    "论文比较的也是这三种，结论是逐块最好，不过那里的学生有 24 块，训练时间也长得多；我们的只有两块，花在内部的每一步，都是从回答那里省下来的。",
)
STAGES_NOTE = Text(
    en="300 SNIPS requests, {n} seeds, the same rows and starts for all; differences are paired by seed · recorded {date} · {machine} · code {code} · "
    "again: `{command}`",
    zh="300 条 SNIPS 请求，{n} 个种子，数据和起点相同；差值按种子配对 · 录制于 {date} · {machine} · 代码 {code} · 重录：`{command}`",
)
