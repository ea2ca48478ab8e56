"""The words of the objectives exhibit."""

from collections.abc import Mapping

from app.exhibits.objectives import (
    albert_text,
    asking_text,
    electra_text,
    growing_text,
    kinds_text,
    memory_text,
    mixing_text,
    pixels_text,
    recipe_text,
    rewriting_text,
    settings_text,
    sights_text,
    slipping_text,
    speaking_text,
    uses_text,
)
from app.exhibits.objectives.claims_text import CLAIMS as CLAIMS
from app.exhibits.objectives.names import ASKS as ASKS
from app.exhibits.objectives.names import FAMILIES as FAMILIES
from app.exhibits.objectives.names import LABELS as LABELS
from app.exhibits.objectives.names import NAMES as NAMES
from app.exhibits.objectives.names import SEGMENTS as SEGMENTS
from app.exhibits.objectives.papers import PAPERS as PAPERS
from app.i18n import Text

TITLE = Text(en="Objectives", zh="预训练目标")
QUESTION = Text(
    en="In how many ways can a text be damaged so that a model learns?",
    zh="一段话有多少种“弄坏”的办法，能让模型学会语言？",
)
IDEA = Text(
    en="A plain text teaches without a teacher: damage it, and ask for what it was. Which words are hidden, what stands in "
    "their place, who may look at whom, and who writes the answer: these four choices are all that sets BERT, GPT, XLNet, "
    "T5 and ELECTRA apart here.",
    zh="没有人标注，文本自己就能当老师：把它弄坏，再让模型说出原来是什么。藏哪些词、换成什么、谁能看谁、答案由谁来写——"
    "BERT、GPT、XLNet、T5、ELECTRA 在这里的差别，就在这四个选择上。",
)
FORMULA = (
    r"\mathcal L=-\sum_{t}\textcolor{#000001}{m_t}\,\log p\big(\textcolor{#000003}{x_t}\mid"
    r"\textcolor{#000002}{\tilde x_{s}:\ A_{ts}=1}\big)"
)
LOOK_FOR = Text(
    en="the small word above a damaged one is the answer; how many words are asked for; whether [MASK] appears at all; what "
    "the decoder gets to see. Change the seed under Share: the dice fall again.",
    zh="坏掉的词上方的小字就是答案；看看一共问了几个词，有没有出现 [MASK]，解码器能看到什么。在“分享”里换个种子，骰子就重掷一次。",
)
TERMS = ("token", "mask")
EXAMPLE = Text(
    en="The president of the United States flew to Paris on Monday. He met Angela Merkel because the talks had failed. "
    "They spoke for two hours.",
    zh="哈尔滨的冬天很长。孩子们喜欢堆雪人，因为雪下得很大。他们在公园里玩了两个小时。",
)
EXAMPLE_WORDS = tuple(
    "哈尔滨 的 冬天 很长 。 孩子 们 喜欢 堆雪人 ， 因为 雪下 得 很大 。 他们 在 公园 里 玩 了 两个 小时 。".split()
)
STRANGE: Mapping[str, tuple[str, ...]] = {
    "en": ("The recipe needs two eggs and a cup of milk.", "Whales sing across hundreds of kilometres."),
    "zh": ("这道菜要两个鸡蛋和一杯牛奶。", "鲸的歌声能传几百公里。"),
}

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "gallery": Text(en="All side by side", zh="并排比较"),
    "one": Text(en="One in detail", zh="细看一个"),
    "order": Text(en="Any order", zh="任意顺序"),
    "epochs": Text(en="Epoch after epoch", zh="一轮又一轮"),
    "whole": Text(en="Pieces or words", zh="小块还是整词"),
    "says": Text(en="What it learned", zh="学会了什么"),
    "formats": Text(en="Rows and pairs", zh="怎样拼成一行"),
    "bound": Text(en="What InfoNCE can tell", zh="InfoNCE 的上限"),
    "border": Text(en="From two borders", zh="只凭两端"),
    "both": Text(en="Two texts of yours", zh="比较两段文字"),
    "slips": Text(en="Slips of the tongue", zh="口误"),
    "pixels": Text(en="Pixels as words", zh="把像素当词"),
    "grow": Text(en="From small to full", zh="由小到大"),
    "prefix": Text(en="One model, many tasks", zh="一个模型，多种任务"),
    "gather": Text(en="Rebuilt from others", zh="凭旁证重建"),
    "gpt": Text(en="BERT or GPT", zh="BERT 与 GPT"),
    "speak": Text(en="GPT learns to write", zh="看 GPT 学写"),
    "recipe": Text(en="RoBERTa's recipe", zh="RoBERTa 的配方"),
    "macbert": Text(en="MacBERT", zh="MacBERT"),
    "albert": Text(en="ALBERT", zh="ALBERT"),
    "memory": Text(en="XLNet's memory", zh="XLNet 的记忆"),
    "elmo": Text(en="ELMo's layers", zh="ELMo 的各层"),
    "kinds": Text(en="Map of types", zh="目标分类图"),
    "sights": Text(en="The mask decides", zh="Mask 决定模型"),
}
FAMILY = Text(en="What is asked", zh="问的是什么")
OBJECTIVE = Text(en="Objective", zh="目标")
RATE = Text(en="Share that is hidden, %", zh="掩盖比例，%")
ORDER = Text(en="Order of prediction: numbers of words", zh="预测顺序：词的编号")
ORDER_HINT = Text(en="e.g. 3 1 2", zh="例如：3 1 2")
LAST = Text(en="How many at the end are asked", zh="末尾问几个")
ORDERS = Text(en="Orders that are drawn", zh="随机抽多少种顺序")
EPOCHS = Text(en="Epochs", zh="轮数")
COPIES = Text(en="Patterns made beforehand", zh="事先做好几套掩码")
WORDS = Text(en="Text to cut into pieces", zh="要切分的文字")
STEPS = Text(en="Steps", zh="训练步数")
SHARE_CUT = Text(en="Length of the run, % of the text", zh="藏起的一段占全文，%")
NAME_TABLE = Text(en="Names that may be exchanged, with commas", zh="可以互换的名字，用英文逗号隔开")
SOME_NAMES = "United States, Paris, London, Angela Merkel, John Smith"
NOISE = Text(en="Noise", zh="噪声")
NOISES: Mapping[str, Text] = {
    "permute infill": Text(en="sentences shuffled, runs to one [MASK]", zh="打乱句序，一段换成一个 [MASK]"),
    "infill": Text(en="runs to one [MASK]", zh="一段换成一个 [MASK]"),
    "mask": Text(en="words to [MASK]", zh="词换成 [MASK]"),
    "delete": Text(en="words left out", zh="删词"),
    "permute": Text(en="sentences shuffled", zh="打乱句序"),
    "rotate": Text(en="begun in the middle", zh="从中间开始"),
    "delete permute rotate": Text(en="left out, shuffled, turned", zh="删词、打乱、旋转"),
}
ENTITIES = Text(en="Names to hide whole, with commas", zh="整体遮盖的实体或短语，用逗号隔开")
ENTITIES_HELP = Text(en="Empty: runs of words with capitals.", zh="留空时取连续的大写单词；中文请自己写出来。")
HARD = Text(en="How hard are the questions?", zh="题目有多难？")
LABELLED = Text(en="Labels: 40 · 80 · 160 · 320 · 640", zh="标注数：40 · 80 · 160 · 320 · 640")
PROBE = Text(en="question", zh="问题")
ROOM = Text(en="Tokens in a row", zh="一行几个词元")
METRIC = Text(en="Measured on", zh="评测集")
RHO = Text(en="Correlation, %", zh="相关系数，%")
PAIRS = Text(en="Pairs of numbers", zh="数对的个数")
GUESS = Text(en="Which objective did this?", zh="这是哪种目标弄坏的？")

CONTROLS: Mapping[str, Text] = {
    "objectives_view": VIEW,
    "objectives_family": FAMILY,
    "objectives_one": OBJECTIVE,
    "objectives_rate": RATE,
    "objectives_order": ORDER,
    "objectives_last": LAST,
    "objectives_orders": ORDERS,
    "objectives_epochs": EPOCHS,
    "objectives_copies": COPIES,
    "objectives_words": WORDS,
    "objectives_hard": HARD,
    "objectives_share": SHARE_CUT,
    "objectives_names": NAME_TABLE,
    "objectives_noise": NOISE,
    "objectives_entities": ENTITIES,
    "objectives_probe": PROBE,
    "objectives_labels": LABELLED,
    "objectives_room": ROOM,
    "objectives_metric": METRIC,
    "objectives_rho": RHO,
    "objectives_pairs": PAIRS,
    **settings_text.CONTROLS,
    **albert_text.CONTROLS,
    **memory_text.CONTROLS,
    **speaking_text.CONTROLS,
    **asking_text.CONTROLS,
    **slipping_text.CONTROLS,
    **pixels_text.CONTROLS,
    **growing_text.CONTROLS,
    **rewriting_text.CONTROLS,
    **uses_text.CONTROLS,
    **recipe_text.CONTROLS,
    **mixing_text.CONTROLS,
    **kinds_text.CONTROLS,
    **sights_text.CONTROLS,
    "objectives_exam": electra_text.ASKED,
    "objectives_train": OBJECTIVE,
    "objectives_steps": STEPS,
}

HEADLINE = Text(
    en="One text of {words} tokens, {n} objectives: they ask for {least} to {most} answers",
    zh="同一段话，{words} 个词元，{n} 种目标：少的要 {least} 个答案，多的要 {most} 个",
)
WRITES = Text(en="decoder", zh="解码器")
VIEW_TWO = Text(en="second view", zh="另一份")
LEGEND = Text(
    en="Above a word: the answer that is asked for. Filled: hidden. Outlined: exchanged or added. Faint: only read.",
    zh="词上方是要回答的内容。实心：被遮住。描边：被换掉或加进来。浅色：只供阅读。",
)
LOCATION = Text(
    en="Seed {seed}. Every draw is `core.masking.corrupt(text, objective, seed)`.",
    zh="种子 {seed}。每一次都由 `core.masking.corrupt(text, objective, seed)` 抽出。",
)
MASK_TITLE = Text(
    en="{name}: where an answer is given, {share:.0%} of the places are seen",
    zh="{name}：作答的地方平均能看到 {share:.0%} 的位置",
)
MASK_TITLE_DECODER = Text(
    en="{name}: where an answer is given, the whole input is seen and {share:.0%} of the decoder's own places",
    zh="{name}：作答的地方看得到全部输入，以及解码器自己 {share:.0%} 的位置",
)
OWN_RATES = Text(
    en="At 15 % some keep a share of their own: {rates}. Anywhere else the slider counts for all.",
    zh="滑块停在 15% 时，有几种用自带的比例：{rates}；移到别处，则都按滑块来。",
)
LONG_TEXTS = Text(
    en="Counted: hidden runs in texts of 1,000 words. In a text as short as yours the budget cuts the last run: there they come out shorter.",
    zh="统计的是 1,000 词长的文字里藏起来的片段。像上面这样的短文字，预算用完时最后一个片段会被截断，所以要短一些。",
)
MASK_ALT = Text(en="Who may look at whom, a row a word", zh="谁能看谁，一行一个词")
SEES, SEEN = Text(en="looks", zh="谁在看"), Text(en="is looked at", zh="看向谁")
CONTENT, QUERY = (
    Text(en="content stream:<br>knows its word", zh="内容流：<br>知道自己是什么词"),
    Text(en="query stream:<br>knows only its place", zh="查询流：<br>只知道自己的位置"),
)
FROM_REST, FROM_ENDS = (
    Text(en="masked words:<br>from all the rest", zh="掩码预测：<br>看其余所有词"),
    Text(en="the border's task:<br>from two words", zh="边界预测：<br>只看两端"),
)
DECODER_SEES = Text(en="the decoder's own", zh="解码器自己")
FACTORS = Text(en="What the loss adds up", zh="损失由哪些项相加")
AND_MORE = Text(en="and {n} more of this kind", zh="同样的还有 {n} 项")
NO_FACTORS = Text(
    en="No word is predicted: the two views are compared with those of the other texts in the batch.",
    zh="不预测任何词：把两份的向量与同批其他文本的作比较。",
)
POSITIONS = Text(en="Positions (place in part A, place within the hole)", zh="位置（在 A 部分中的位置 · 空内第几个）")
STATISTICS = Text(en="{n:,} draws: the rule against what came out", zh="抽 {n:,} 次：规则与结果")
RULE, CAME = Text(en="rule", zh="规则"), Text(en="came out", zh="结果")
KIND = Text(en="what", zh="项目")
ROWS_OF: Mapping[str, Text] = {
    "asked": Text(en="asked, of all words", zh="被问到（占全部词）"),
    "mask": Text(en="[MASK], of those asked", zh="换成 [MASK]（占被问到的）"),
    "random": Text(en="random word, of those asked", zh="换成随机词（占被问到的）"),
    "kept": Text(en="left as it was, of those asked", zh="保持原样（占被问到的）"),
}
LENGTHS_ROW = Text(en="run of {n}", zh="连续 {n} 个")
TURN, WORD = Text(en="turn", zh="第几个"), Text(en="word", zh="词")
SEES_WORDS = Text(en="is told from", zh="根据哪些词来猜")
ORDER_TITLE = Text(
    en="Asked last: {last}. It sees {n} words, in no order of reading",
    zh="最后一个问的是“{last}”：它能看到 {n} 个词，与左右无关",
)
ORDER_BAD = Text(
    en="An order names each word from 1 to {n} once. This one does not, so a drawn one is shown.",
    zh="顺序里 1 到 {n} 每个编号恰好出现一次才行。现在显示的是随机抽的顺序。",
)
ORDER_SHOWN = Text(en="The order: {order}", zh="顺序：{order}")
SIGHT = Text(en="One order hides much. What do many show?", zh="一种顺序会挡住不少词，许多种合起来呢？")
SIGHT_TITLE = Text(
    en="Over {orders} orders a word asked sees {left} of the words to its left and {right} of those to its right",
    zh="抽 {orders} 种顺序：被问的词平均能看到左边 {left} 的词、右边 {right} 的词",
)
SIGHT_ALT = Text(
    en="How often each word, where it is asked, may see each other word", zh="每个词被问时，能看到其他各词的频率"
)
SIGHT_SHARE = Text(en="share of<br>the orders", zh="占抽到的<br>顺序")
SIGHT_SAYS = Text(
    en="The law over all orders: where the last {last} of {T} are asked, every other word is seen with a chance of {law}, on the left as on the right; "
    "where all are asked, 50 %. A left-to-right model sees all of the left and none of the right. Each step of the training draws one order, "
    "so it still predicts word after word, and learns from both sides.",
    zh="所有顺序平均下来：{T} 个词里问最后 {last} 个时，其余每个词被看到的概率都是 {law}，左右一样；全都问时是 50%。从左到右的模型，左边全看得到，右边一个也看不到。"
    "训练每一步只抽一种顺序，所以仍是一个接一个地预测，却能从两边学到东西。",
)
COVERAGE_TITLE = Text(
    en="After {epochs} epochs: one pattern has asked for {static:.0%} of the words, a new one each time for {dynamic:.0%}",
    zh="{epochs} 轮之后：只用一套掩码问过 {static:.0%} 的词，每轮换新掩码问过 {dynamic:.0%}",
)
COVERAGE_ALT = Text(en="Share of words asked for at least once, by epoch", zh="至少被问过一次的词的比例，随轮数变化")
EPOCH, SHARE = Text(en="epoch", zh="轮"), Text(en="share of words asked for so far", zh="问过的词的比例")
STATIC, COPIED, DYNAMIC, EXPECTED = (
    Text(en="one pattern", zh="一套掩码"),
    Text(en="{n} patterns", zh="{n} 套掩码"),
    Text(en="new every epoch", zh="每轮新掩码"),
    Text(en="expected: 1 − (1 − rate)^epochs", zh="期望：1 − (1 − 比例)^轮数"),
)
PATTERN_TITLE = Text(en="Where the holes are, epoch by epoch", zh="每一轮的空在哪里")
WHOLE_TITLE = Text(
    en="The same dice: hidden by pieces, {torn} words are torn; hidden whole, none",
    zh="同样的骰子：按小块藏，{torn} 个词被拆开；按整词藏，一个也没有",
)
WHOLE_EXAMPLE = "Unforgettable snowboarding afternoons: 使用语言模型来预测下一个词的probability"
BY_PIECE, BY_WORD = Text(en="Piece by piece", zh="按小块"), Text(en="Word by word", zh="按整词")
HARD_NOTHING = Text(
    en="Nothing was hidden that the model knows: hide more, or write another text.",
    zh="藏起来的都不在模型词表里：调高比例，或者换一段文字。",
)
HARD_SAYS = Text(
    en="Asked of {model} in 24 draws ({n} pieces): **{pieces:.1f} bits** a piece when pieces are hidden one by one, "
    "**{words:.1f} bits** when whole words are.",
    zh="用 {model} 回答 24 次抽样（{n} 个小块）：逐块藏时平均每块 **{pieces:.1f} 比特**，整词藏时 **{words:.1f} 比特**。",
)
WHOLE_SAYS = Text(
    en="A torn word is an easy question: the rest of it gives it away. MiniLM's pieces for letters; each Chinese character is a piece, jieba says which belong together.",
    zh="拆开的词太好猜：剩下的部分已经透露了答案。拉丁字母的词按 MiniLM 的词表切成小块；汉字一字一块，哪些字成词由 jieba 来分。",
)

TRAIN_QUESTION = Text(
    en="Does the objective matter, on the same text and the same number of steps?",
    zh="同样的文本、同样的步数，换个目标真有区别吗？",
)
TRAIN_IDEA = Text(
    en="A reader of two layers, trained here with the objective you choose on an excerpt of Wikipedia; then the same questions to all: a "
    "hidden word in a window it never read, the words it was shown, the article a window is from. Losses of different objectives "
    "cannot be compared, answers can.",
    zh="一个两层的小模型，用你选的目标在一段维基百科上训练；然后向所有模型问同样的问题：没读过的片段里藏起来的词、露在外面的词、片段出自哪篇文章。不同目标的损失不能直接比，答案可以。",
)
LOSS_TITLE = Text(
    en="{name}: from {first:.2f} to {last:.2f} nats per answer",
    zh="{name}：每个答案的损失从 {first:.2f} 到 {last:.2f} 纳特",
)
LOSS_ALT = Text(en="Loss by step", zh="损失随步数变化")
STEP, LOSS = Text(en="step", zh="步"), Text(en="nats per answer", zh="每个答案的纳特数")
PROBES: Mapping[str, Text] = {
    "cloze_nats": Text(en="a hidden word, nats (less is better)", zh="藏起来的词，纳特（越小越好）"),
    "cloze": Text(en="a hidden word, guessed right", zh="藏起来的词，猜对的比例"),
    "itself": Text(en="a shown word, named at its own place", zh="露着的词，在原位说得出的比例"),
    "topic": Text(en="the article, by a linear map (20 of them)", zh="出自哪篇文章（20 选 1，线性探针）"),
}
OWN_QUESTION = Text(en="its own question, answered right", zh="自己那道题，答对的比例")
BEFORE, AFTER = (
    Text(en="untrained", zh="未训练"),
    Text(en="trained", zh="训练后"),
)

SAYS_TITLE = Text(en="{n} questions, {right} answered right", zh="{n} 个问题，答对 {right} 个")
FINDS_TITLE = Text(
    en="Its own other part among strange ones: chance {chance}", zh="在别人的当中认出自己的那一份：概率 {chance}"
)
AT, WANTED, ITS_CHANCE, SAID = (
    Text(en="place", zh="位置"),
    Text(en="right answer", zh="正确答案"),
    Text(en="its chance", zh="它的概率"),
    Text(en="the reader's best answers", zh="模型最看好的答案"),
)
MORE_ANSWERS = Text(en="{n} more", zh="还有 {n} 个")
UNNAMED = Text(en="not among its 2,000 words", zh="不在它的两千词里")
NOTHING_ASKED = Text(
    en="The dice left every word alone: choose another seed under Share, or hide more.",
    zh="这一次骰子没有选中任何词：在“分享”里换个种子，或者调高比例。",
)
TOTAL = Text(
    en="All {n} answers together cost {nats} nats, the sum of −ln of their chances; {unnamed} more have no name in its vocabulary.",
    zh="这 {n} 个答案合计 {nats} 纳特，即各自概率的 −ln 之和；另有 {unnamed} 个词不在词表里。",
)
WRITTEN = Text(en="Writing by itself, the likeliest word each time:", zh="让它自己写，每次取概率最大的词：")
MARKS = Text(
    en="How far to trust it: on {n} such questions from windows that it never read, {right} right; the answer that is most often "
    "right, always given, {usual}. Two layers, 64 numbers wide, 2,000 words, read an excerpt of English Wikipedia for 2,000 steps.",
    zh="能信几分：在没读过的片段上问了 {n} 个同类问题，答对 {right}；如果永远只答最常见的答案，能对 {usual}。模型两层、宽 64、词表两千，在英文维基百科节选上训练了 2000 步。",
)
RANKED = Text(
    en="One answer is much rarer than the other, so look at the order too: of a place where the rarer one is right and a place "
    "where it is wrong, the first gives it the higher chance {share} of the time; by chance it would be half.",
    zh="两个答案一多一少，所以还要看排序：任取一处少见答案正确、一处不正确的位置，正确那处概率更高的占 {share}；瞎猜是一半。",
)
BY_TOPIC = Text(
    en="Shared words alone already tell many of NSP's pairs apart, and none of SOP's: the claim below measures it. A reader as "
    "small as this one does not learn either; a head on MiniLM learns NSP at once: see *Can I train it?*",
    zh="只看有没有共同的词，就能分开不少 NSP 的句对，对 SOP 则毫无帮助：下面的论断给出了测量结果。这么小的模型两种都学不会；"
    "换成 MiniLM 上的线性头，NSP 立刻就会，见“我能自己训练吗？”。",
)
READS_LESS: Mapping[str, Text] = {
    "glm": Text(
        en="GLM gives each token two positions; this small reader was given the first only. How far it has come within a "
        "run it knows from what it has written there.",
        zh="GLM 给每个词元两个位置编号，这个小模型只用了第一个：在一个片段里写到了哪儿，只能从已写出的词看出来。",
    ),
}
READS_ENGLISH = Text(
    en="These small readers have read English only; here is the English example.",
    zh="这些小模型只读过英文，下面用英文例句。",
)
FORMATS: Mapping[str, Text] = {
    "segment-pair": Text(en="Segment pair + NSP", zh="片段对 + NSP"),
    "sentence-pair": Text(en="Sentence pair + NSP", zh="句子对 + NSP"),
    "full-sentences": Text(en="Full sentences", zh="整句，可跨文档"),
    "doc-sentences": Text(en="Sentences of one document", zh="整句，不跨文档"),
}
PACKED = Text(en="{name}: {n} rows, {share} full", zh="{name}：{n} 行，装满 {share}")
MORE_ROWS = Text(en="and {n} more rows", zh="还有 {n} 行")
FORMATS_SAY = Text(
    en="Your text is the first document, two kept texts follow; a ground colour is a document. Sentence pairs leave rows half empty "
    "and never show what is far; RoBERTa made their batches larger, so that as many words were read. "
    "A document of a single sentence makes no pair and is left out.",
    zh="你的文字是第一篇文档，后面跟着两篇备好的短文；同一底色属于同一篇。句子对总装不满，也看不到远处；RoBERTa 为此加大了它的批，读到的总词数才差不多。只有一句的文档凑不成对，会被略去。",
)
ABLATION_TITLE = Text(
    en="{metric}: best with {best}; the formats lie {gap} points apart",
    zh="{metric}：“{best}”最好；最高与最低相差 {gap} 分",
)
ABLATION_ALT = Text(en="Published scores of the four formats", zh="四种格式的论文成绩")
PUBLISHED = Text(
    en="Published, not ours: Liu et al. 2019 (RoBERTa, arXiv:1907.11692), table 2, BERT-base size. RoBERTa then took full sentences across documents, without NSP: "
    "those of one document score a little higher, but their rows differ in length.",
    zh="论文数据，不是我们的结果：Liu 等 2019（RoBERTa，arXiv:1907.11692），表 2，BERT-base 规模。RoBERTa 最后采用跨文档的整句、不做 NSP：不跨文档略高一点，但每行长短不一，批大小不好固定。",
)
BOUND_TITLE = Text(
    en="With {K} candidates InfoNCE tells {last:.2f} of the {true:.2f} nats that are shared",
    zh="{K} 个候选时，InfoNCE 能说出 {last:.2f} 纳特，真正共有的是 {true:.2f} 纳特",
)
BOUND_ALT = Text(en="InfoNCE's bound by the number of candidates", zh="InfoNCE 下界随候选数的变化")
CANDIDATES, NATS = (
    Text(en="candidates K, the true one among them", zh="候选数 K（含真正的那个）"),
    Text(en="nats", zh="纳特"),
)
TRUE = Text(en="shared in truth: −D/2 · ln(1 − ρ²)", zh="真正共有：−D/2 · ln(1 − ρ²)")
BOUND_SAYS = Text(
    en="Pairs of Gaussian numbers, the best critic there is, 500 draws. However much is shared, the bound ends at ln K: finding one among "
    "K can prove no more. That is why contrastive training wants many negatives.",
    zh="高斯数对，用理论上最好的打分函数，抽 500 次。共有的信息再多，下界也到 ln K 为止：从 K 个里认出一个，最多只能证明这么多。对比学习需要很多负例，原因就在这里。",
)
WHY_PRETRAIN = Text(en="Why read first and learn labels later?", zh="为什么先读书，后学标签？")
LABELS_TITLE = Text(
    en="With {n} labels: {scratch} from scratch, {pretrained} after filling gaps",
    zh="{n} 个标注：从零训练 {scratch}，做过填空再训练 {pretrained}",
)
LABELS_ALT = Text(
    en="Accuracy by number of labels, with and without pre-training", zh="正确率随标注数的变化，有无预训练"
)
LABELS_AXIS = Text(en="labelled windows", zh="有标注的片段数")
PRETRAINED, SCRATCH = Text(en="pre-trained", zh="预训练"), Text(en="from scratch", zh="从零训练")
USUAL = Text(en="always the most frequent", zh="永远猜最多的一篇")
LABELS_SAY = Text(
    en="Which of twenty articles is a window of 32 words from? {kept} windows kept back, {seeds} seeds, 60 steps each, every weight is "
    "trained in both; the guess of the most frequent article, {usual}. Recorded {date}, code {code}.",
    zh="一段 32 个词出自二十篇文章中的哪一篇？用 {kept} 段没读过的片段评测，{seeds} 个种子，各训练 60 步，两边所有权重都参与训练；永远猜最多的一篇能对 {usual}。录制于 {date}，代码 {code}。",
)
COMPARE = Text(en="All objectives, the same text and steps", zh="同样的文本和步数，所有目标放在一起")
COMPARE_TITLE = Text(en="Best here: {best}. Last: {last}", zh="这里最好的是：{best}；最后是：{last}")
COMPARE_ALT = Text(en="All readers by one question", zh="同一个问题下所有模型的成绩")
COMPARE_SAYS = Text(
    en="One run each, 2,000 steps: small gaps mean nothing. {worse} of the {n} do worse here than the untrained one. Readers of "
    "sentences read the text in other cuts, so some of these windows were in what they read.",
    zh="每个目标只训练一次、2000 步，差距小的不算数。{n} 个里有 {worse} 个在这一项上还不如没训练过的。读句子的那几个模型，文本的切法不同，"
    "这里的片段有一部分它们读到过。",
)
IN_PLACE = Text(
    en="A word is asked for in its place: a reader that was never asked for one, or only in a decoder, has not learned to answer.",
    zh="这里要在原位说出词来：从没这样考过的，或者只在解码器里写过的，自然不会答。",
)

ASK = Text(
    en="Somebody damaged a text. Look at what is left, and at nothing else.",
    zh="有人把一段话弄坏了。只看剩下的样子，猜猜看。",
)
REVEAL, NEXT = Text(en="Reveal", zh="揭晓"), Text(en="Another one", zh="再来一题")
RIGHT = Text(en="Yes: {name}. Its question: “{asks}”", zh="对，是 {name}。它出的题：“{asks}”。")
WRONG = Text(
    en="It was {name}, whose question is “{asks}”; that of {own} would have been “{other}”.",
    zh="其实是 {name}，它出的题是“{asks}”；换成 {own}，题目会是“{other}”。",
)
MYTHS = Text(en="Often said, quickly tested", zh="常听到的说法，试一试")
TRY = Text(en="Test it", zh="试一试")
MYTH_80 = Text(en="“BERT replaces 15 % of the words by [MASK].”", zh="“BERT 把 15% 的词换成 [MASK]。”")
MYTH_80_ANSWER = Text(
    en="Of 10,000 words {asked:.1%} were asked for, but only {mask:.1%} show [MASK]: a tenth of the asked became another word, a tenth stayed.",
    zh="一万个词里，被问到的有 {asked:.1%}，真正写成 [MASK] 的只有 {mask:.1%}：被问到的词有一成换成别的词，一成保持原样。",
)
MYTH_XL = Text(en="“XLNet shuffles the words of the sentence.”", zh="“XLNet 把句子里的词打乱了。”")
MYTH_XL_ANSWER = Text(
    en="In 200 draws the input was the sentence itself {same} times. What changed was the mask: {masks} different ones.",
    zh="抽了 200 次，输入有 {same} 次就是原句。变的是掩码：一共出现了 {masks} 种。",
)

COVERS: Mapping[str, str] = {
    "obj-plm": "objectives_view=order",
    "mlm-dynamic": "objectives_view=epochs",
    "mlm-ngram": "objectives_view=one&objectives_one=n-gram",
    "mlm-kdm": "objectives_view=one&objectives_one=knowledge",
    "obj-seq2seq-mlm": "objectives_view=one&objectives_one=seq2seq-mlm",
    "obj-glm-infilling": "objectives_view=one&objectives_one=glm",
    "obj-e-mlm": "objectives_family=masked",
    "obj-context-vs-contrast": "objectives_view=kinds",
    "mlm-mismatch": "objectives_part=claims",
    "mlm": "objectives_view=says&objectives_one=mlm",
    "obj-ar-lm": "objectives_view=says&objectives_one=clm",
    "obj-rtd": "objectives_view=says&objectives_one=electra",
    "obj-wklm": "objectives_view=says&objectives_one=wklm",
    "obj-nsp": "objectives_view=says&objectives_one=nsp",
    "obj-sop": "objectives_view=says&objectives_one=sop",
    "obj-sentence-reordering": "objectives_view=says&objectives_one=sentence-order",
    "obj-sentence-distance": "objectives_view=says&objectives_one=sentence-distance",
    "obj-capitalization": "objectives_view=says&objectives_one=capitals",
    "obj-token-document": "objectives_view=says&objectives_one=token-document",
    "obj-discourse-relation": "objectives_view=says&objectives_one=discourse",
    "obj-mass": "objectives_view=says&objectives_one=mass",
    "obj-bart": "objectives_view=says&objectives_one=bart",
    "obj-dim-infoword": "objectives_view=says&objectives_one=infoword",
    "mlm-dialogue-dlm": "objectives_view=says&objectives_one=dlm",
    "electra-model": "objectives_part=train",
    "mlm-mac": "objectives_view=one&objectives_one=mac",
    "mlm-knowledge-masking": "objectives_view=one&objectives_one=entity",
    "mlm-wwm": "objectives_view=whole&objectives_hard=true",
    "obj-why-pretrain": "objectives_part=train&objectives_labels=1",
    "obj-infonce": "objectives_view=bound",
    "span-boundary": "objectives_view=border",
    "obj-ir-relevance": "objectives_view=both",
    "obj-image-gpt": "objectives_view=pixels",
    "obj-disfluency": "objectives_view=slips",
    "obj-progressive-training": "objectives_view=grow",
    "obj-t5": "objectives_view=prefix",
    "obj-marge-paraphrase": "objectives_view=gather",
    "obj-nsp-ablation": "objectives_view=formats",
    "bert-wwm": "objectives_view=whole&objectives_hard=true",
    "bert-vs-gpt": "objectives_view=gpt",
    "gpt1-pretraining": "objectives_view=speak",
    "ernie-baidu-1": "objectives_view=says&objectives_one=entity",
    "roberta": "objectives_view=recipe",
    "macbert": "objectives_view=macbert",
    "tab-roberta-recipe": "objectives_view=recipe",
    "xlnet-model": "objectives_view=memory",
    "albert-sharing": "objectives_view=albert&objectives_albert_factor=0",
    "elmo": "objectives_view=elmo",
    "attention-mask-family": "objectives_view=sights",
    "unilm": "objectives_view=sights",
}
PLATE = Text(en="{n} ways to damage one sentence", zh="弄坏同一句话的 {n} 种办法")
