"""The words of the part where visitors bring their own file."""

from app.i18n import Text

ON = Text(en="Train on", zh="在什么上训练")
ONS = {
    "digits": Text(en="digits", zh="数字"),
    "own": Text(en="my own labelled file", zh="我自己的带标签文件"),
}
OWN_IDEA = Text(
    en="A table with a column of short English sentences and a column of labels: {least} rows or more, of which at most {most} are used, a "
    "quarter held out. MiniLM is tuned to it (about a minute), then the same small transformer learns alone, smoothed, and taught.",
    zh="一张表，一列是英文短句，一列是标签：至少 {least} 行，最多用 {most} 行，其中四分之一留出。先用它微调 MiniLM（约一分钟），再让同一个小 Transformer 分别自学、标签平滑、受教。",
)
UPLOAD = Text(en="Your file", zh="你的文件")
COLUMN, LABEL = (
    Text(en="Column with the sentences", zh="句子所在的列"),
    Text(en="Column with the labels", zh="标签所在的列"),
)
HOW, BODY = Text(en="How the student is taught", zh="怎么教学生"), Text(en="Student", zh="学生")
MODEL = Text(en="Teacher: minilm, or a BERT by its name on the hub", zh="教师：minilm，或 hub 上某个 BERT 的名字")
READ = Text(
    en="{n} rows to learn from, {held} held out; classes: {classes}. The file stays on this server and is not kept.",
    zh="{n} 行用来学习，{held} 行留出；类别：{classes}。文件只在本服务器上使用，不会保存。",
)
ENGLISH = Text(
    en="This file is not English, and MiniLM reads English only: the result will say little. With a network, bert-base-chinese reads Chinese.",
    zh="这个文件不是英文，而 MiniLM 只读英文：结果说明不了什么。有网络的话，可以让 bert-base-chinese 当教师。",
)
RESULT_NOTE = Text(
    en="Trained here: {n} seeds, {rows} held-out rows of {C} classes; the teacher answers {teacher} of them right.",
    zh="在这里训练：{n} 个种子，{rows} 行留出，{C} 个类；教师答对 {teacher}。",
)
