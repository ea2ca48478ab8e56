"""The words of the entrance."""

from app.i18n import Text

TITLE = Text(en="Entrance", zh="入口")
NAME = Text(en="NLP Observatory", zh="NLP 观象台")
WHAT = Text(
    en="See how language models work: every picture here is computed from a real model on real data, every claim is "
    "an experiment you can run, every view is a link.",
    zh="在这里看清语言模型怎样工作：每一幅图都由真实模型在真实数据上算出，每一个说法都是可以亲手重做的实验，每一幕都有自己的链接。",
)
SKY = Text(
    en="{n} systems, {lit} of them live. Click a bright star to open it.",
    zh="{n} 个系统，其中 {lit} 个已点亮。点一颗亮星，直接打开它。",
)
FIND = Text(en="Find a system", zh="查找系统")
FIND_HINT = Text(en="attention, 词向量, BERT, 2017 …", zh="注意力、word2vec、BERT、2017……")
FOUND = Text(en="{n} found: {names}", zh="找到 {n} 个：{names}")
NOTHING = Text(
    en="Nothing by that name. Try a shorter word, or a year such as 2018.",
    zh="没有找到。换个更短的词，或输入年份（如 2018）试试。",
)
YEAR = Text(en="Sky of the year", zh="哪一年的星空")
NOT_YET = Text(en="**{name}** is not live yet.", zh="**{name}** 尚未点亮。")
NEAREST = Text(en="Look it up in the index", zh="在索引中查看")
EXHIBITS = Text(en="What would you like to see?", zh="想看什么？")
OPEN = Text(en="Open", zh="打开")
TOUR = Text(en="Where do I start?", zh="从哪里开始？")
STEPS = (
    Text(
        en="Type a sentence in the line at the top. It travels with you to every exhibit.",
        zh="在页面顶端输入一句话，它会跟着你走遍每个展台。",
    ),
    Text(
        en="Open **Attention** and rest the pointer on a word: the lines show where the model looks from there.",
        zh="打开**注意力**，把指针停在一个词上：连线就是模型从这里看向何处。",
    ),
    Text(
        en="Click a cell of the matrix and follow the formula with your own numbers, down to the weight.",
        zh="点矩阵里的一格，公式会代入你的数字，一步步算到那个权重。",
    ),
    Text(
        en="Under **Is it true?** an experiment runs over many seeds and says whether a famous sentence holds.",
        zh="在“**真是这样吗？**”里，一个实验会换很多随机种子反复运行，告诉你一句名言是否站得住脚。",
    ),
    Text(
        en="Press **Share**: the link reopens exactly what you see, on the projector or at home.",
        zh="点**分享**：链接会原样重现眼前这一幕，在投影上、在家里都一样。",
    ),
)
