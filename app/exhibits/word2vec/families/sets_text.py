"""What the comparison of two sets says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from app.exhibits.word2vec import space_text
from app.i18n import Text

SETS: Mapping[str, Text] = {
    **space_text.SETS,
    "nnlm": Text(en="Bengio's language model (recorded)", zh="Bengio 的神经语言模型（录制）"),
    "ranking": Text(en="Collobert & Weston's ranking (recorded)", zh="Collobert 与 Weston 的排序模型（录制）"),
    "glove": Text(en="GloVe (recorded)", zh="GloVe（录制）"),
    "subwords": Text(en="fastText subwords (recorded)", zh="fastText 子词（录制）"),
}
SIDES: Mapping[str, Text] = {
    "word2vec_set_a": Text(en="First set", zh="第一组词向量"),
    "word2vec_set_b": Text(en="Second set", zh="第二组词向量"),
}
WORD = Text(en="A word", zh="一个词")
COSINE = Text(en="cosine", zh="余弦")
NONE_YET: Mapping[str, Text] = {
    "mine": space_text.NO_RUN,
    "file": Text(
        en="You have not brought a file yet: choose “my own file” in the view “The map”. Here are the shipped vectors.",
        zh="你还没有带来文件：请在“词的地图”里选“我自己的文件”。先看现成的词向量。",
    ),
}
TITLE = Text(en="“{word}”: {both} of {K} neighbours in common", zh="“{word}”：{K} 个邻居里有 {both} 个相同")
TURNED = Text(
    en="After the turn {after} of unseen words find themselves (before: {before})",
    zh="旋转后，{after} 没见过的词能找到自己（旋转前：{before}）",
)
AGREE = Text(en="agree most", zh="最一致的词")
DIFFER = Text(en="differ most", zh="最不同的词")
AFTER_TURN = Text(en="cosine after the turn", zh="旋转后的余弦")
CAPTION = Text(
    en="{n:,} words that both sets have. The turn (orthogonal Procrustes) is learnt from half of them; the {held} others look for their own vector "
    "among themselves (chance {chance}). Median cosine of a word with itself, all words: {median:.2f}. ",
    zh="两组共有 {n:,} 个词。正交 Procrustes 旋转由其中一半学来，另外 {held} 个词互相之间找自己的向量（随机 {chance}）。同一个词两个向量余弦的中位数"
    "（全部词）：{median:.2f}。",
)
AXES = Text(
    en="Two trainings do not share their axes, so only after a turn may their numbers be compared; neighbours may be compared always.",
    zh="两次训练的坐标轴并不相同，所以数值要先旋转才能比；邻居则随时可以比。",
)
ALIKE = Text(
    en="They agree before any turn: both began from the same random numbers and have not moved far. Agreement of this kind says nothing "
    "about what they learnt.",
    zh="不旋转就已经一致：两者从同一组随机数出发，并没有走远。这样的一致说明不了它们学到了什么。",
)
SAME = Text(en="This is one and the same set twice.", zh="这里两边是同一组词向量。")
