"""The words of the probing exhibit."""

from collections.abc import Mapping

from app.exhibits.probing.claims_text import CLAIMS as CLAIMS
from app.exhibits.probing.more_text import CONTROLS as MORE_CONTROLS
from app.exhibits.probing.more_text import COVERS as MORE_COVERS
from app.exhibits.probing.more_text import VIEWS as MORE_VIEWS
from app.exhibits.probing.papers_text import PAPERS as PAPERS
from app.exhibits.probing.tail_text import CONTROLS as TAIL_CONTROLS
from app.exhibits.probing.tail_text import COVERS as TAIL_COVERS
from app.exhibits.probing.tail_text import VIEWS as TAIL_VIEWS
from app.i18n import Text

TITLE = Text(en="Probing", zh="探针")
QUESTION = Text(en="What do the layers of a model know about grammar?", zh="模型的各层懂多少语法？")
IDEA = Text(
    en="Freeze a model, take the vector of each word in one layer, and let a small classifier answer a question that the model "
    "was never asked: is this a verb? where is its subject? If a straight line through the vectors suffices, the answer is in "
    "there. But a probe can also learn words by heart. So every score here stands beside a **control task**, the same words with "
    "labels that mean nothing, and beside a model with **random weights**.",
    zh="把模型冻住，取某一层里每个词的向量，让一个很小的分类器回答模型从没被问过的问题：这是动词吗？主语在哪里？要是画一条直线就分得开，"
    "说明答案就在向量里。可是探针也会死记硬背。所以这里每个分数旁边都放着**控制任务**（词照旧，标签毫无意义）和一个**随机权重**的模型。",
)
FORMULA = (
    r"\begin{aligned}\mathrm{selectivity}&=\mathrm{acc}-\mathrm{acc}_{\mathrm{control}}\\[4pt]"
    r"\lVert \textcolor{#000001}{B}\,(h_i-h_j)\rVert^2&\approx d_{\mathrm{tree}}(i,j)\end{aligned}"
)
LOOK_FOR = Text(
    en="the layer where a curve is highest, and whether selectivity is highest there too; how much random weights already "
    "give; which arcs of the tree come out right in layer 3 and get lost in layer 6.",
    zh="哪一层的曲线最高，选择性是不是也在那里最高；随机权重已经能做到多少；哪些弧在第 3 层画对了，到第 6 层又丢了。",
)
TERMS = ("layer", "embedding", "probe", "control-task", "selectivity", "uuas", "dependency", "random-weights")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "layers": Text(en="Layer by layer", zh="逐层探测"),
    "tree": Text(en="Trees in distances", zh="距离里的树"),
    **MORE_VIEWS,
    **TAIL_VIEWS,
}

LAYER = Text(en="Layer", zh="层")
LAYER_AXIS = Text(en="layer (0: before the first)", zh="层（0：进入第一层之前）")
ACCURACY_AXIS = Text(en="accuracy", zh="准确率")
SELECTIVITY_AXIS = Text(en="selectivity", zh="选择性")

# --- Layer by layer ---------------------------------------------------------------------------------------------

SHOWN = Text(en="Show", zh="显示")
SHOWN_NAMES: Mapping[str, Text] = {
    "one": Text(en="one task", zh="一个任务"),
    "all": Text(en="all tasks", zh="全部任务"),
}
TASK = Text(en="Task", zh="任务")
TASKS: Mapping[str, Text] = {
    "upos": Text(en="part of speech", zh="词性"),
    "relation": Text(en="relation to the head", zh="与中心词的关系"),
    "number": Text(en="singular or plural", zh="名词的单复数"),
    "tense": Text(en="tense of verbs", zh="动词的时态"),
    "entity": Text(en="named entity", zh="命名实体"),
    "length": Text(en="length of the sentence", zh="句子长度"),
    "depth": Text(en="depth of the tree", zh="句法树深度"),
    "order": Text(en="two words exchanged?", zh="有没有两个词被调换"),
}
TASK_SAYS: Mapping[str, Text] = {
    "upos": Text(en="Which of 17 classes: noun, verb, adjective …", zh="17 类中的哪一类：名词、动词、形容词……"),
    "relation": Text(
        en="What is the word to the word it hangs on: subject, object, modifier …",
        zh="这个词对它所依附的词是什么：主语、宾语、修饰语……",
    ),
    "number": Text(
        en="Nouns and names only: one, several, or always plural (scissors)?",
        zh="只问名词和专名：单数、复数，还是只有复数形式（如 scissors）？",
    ),
    "tense": Text(en="Verbs and auxiliaries only: past or present?", zh="只问动词和助动词：过去还是现在？"),
    "entity": Text(
        en="Person, place, organisation, other, or none. CoNLL-2003: figures only, the data are not ours to share.",
        zh="人名、地名、机构名、其他，或者都不是。数据是 CoNLL-2003：只报数字，数据不能分享。",
    ),
    "length": Text(
        en="From the mean of the words' vectors: how many words, in five bins?",
        zh="只看词向量的平均：句子有多少个词（五档）？",
    ),
    "depth": Text(
        en="From the mean of the words' vectors: how deep is the tree, in four bins?",
        zh="只看词向量的平均：句法树有多深（四档）？",
    ),
    "order": Text(
        en="From the mean of the words' vectors: were two neighbouring words exchanged? Half of the sentences were.",
        zh="只看词向量的平均：有没有相邻的两个词被调换？一半的句子换过。",
    ),
}
REAL_NAME = Text(en="MiniLM", zh="MiniLM")
RANDOM_NAME = Text(en="random weights", zh="随机权重")
CONTROL_NAME = Text(en="control task", zh="控制任务")
RANDOM_CONTROL_NAME = Text(en="control task, random weights", zh="控制任务，随机权重")
SELECTIVE_NAME = Text(en="selectivity of MiniLM", zh="MiniLM 的选择性")
RANDOM_SELECTIVE_NAME = Text(en="selectivity of random weights", zh="随机权重的选择性")
MAJORITY = Text(en="always the most frequent answer", zh="永远答最常见的那一类")
CURVES_TITLE = Text(
    en="{task}: layer {best} says it best, {share} right", zh="{task}：第 {best} 层答得最好，{share} 正确"
)
CURVES_ALT = Text(
    en="Accuracy of linear probes by layer with 95 % bands: the model, random weights, control tasks; selectivity below.",
    zh="线性探针逐层的准确率与 95% 区间：模型、随机权重、控制任务；下方是选择性。",
)
LAYERS_SAY = Text(
    en="**{task}**, {classes} classes. The best layer is {best} with **{real}**. Random weights come to {random} in their best "
    "layer: they know nothing, but every word still has a vector of its own, and a probe can learn which word is usually what. "
    "The most frequent answer alone gives {majority}.",
    zh="**{task}**，{classes} 类。最好的是第 {best} 层，**{real}** 正确。随机权重最好的一层也有 {random}：它什么都没学过，"
    "但每个词仍有自己的向量，探针可以记住哪个词通常是什么。永远答最常见的一类，能对 {majority}。",
)
LAYERS_SAY_SENTENCE = Text(
    en="**{task}**, {classes} classes. The best layer is {best} with **{real}**. Random weights come to {random} in their best layer: they know "
    "nothing, but the mean still shows which words there are and, through the positions added to them, roughly how many. The most frequent answer "
    "alone gives {majority}.",
    zh="**{task}**，{classes} 类。最好的是第 {best} 层，**{real}** 正确。随机权重最好的一层也有 {random}：它什么都没学过，但平均向量仍看得出有哪些词，"
    "位置编码也加在里面，大致看得出有多少个。永远答最常见的一类，能对 {majority}。",
)
CONTROL_SAYS = Text(
    en="On the control task the same probe gets {control} in layer {best}: **selectivity {selective:.1f} points** there, and at its "
    "largest in layer {most} ({value:.1f}).",
    zh="同一个探针在第 {best} 层做控制任务能对 {control}：那里的**选择性是 {selective:.1f} 个百分点**；最大的在第 {most} 层（{value:.1f}）。",
)
NO_CONTROL = Text(
    en="A control task gives every *word* a label by lot; for a task about sentences there is none. Random weights are its control.",
    zh="控制任务是给每个*词*抽签定标签；问整句的任务没有这种控制任务，只能靠随机权重来对照。",
)
EVERY_TITLE = Text(
    en="What training added, in points: most for “{task}” in layer {layer}, {gain:+.0f}",
    zh="训练带来的提升（百分点）：最多的是第 {layer} 层的“{task}”，{gain:+.0f}",
)
EVERY_HOVER = Text(
    en="MiniLM {real}, random weights {random}, most frequent answer {majority}",
    zh="MiniLM {real}，随机权重 {random}，最常见的答案 {majority}",
)
EVERY_ALT = Text(
    en="Tasks against layers: accuracy of MiniLM less that of random weights.",
    zh="任务与层的热图：MiniLM 的准确率减去随机权重的准确率。",
)
EVERY_SAYS = Text(
    en="A cell is the accuracy of MiniLM less that of the same network with random weights, layer for layer. Rest on a cell for "
    "both. Below zero, training has thrown something away: how many words a sentence has can be read off random vectors better than off "
    "MiniLM's, and from layer 1 on, the deeper the layer, the less of it is left.",
    zh="每一格是 MiniLM 的准确率减去同一层随机权重的准确率，把指针停在格子上看两个数。小于零，说明训练丢掉了一些东西：一句话有多少个词，"
    "从随机向量里反而读得更准；从第 1 层起，层越深，剩下的越少。",
)
NOTE = Text(
    en="Recorded: {model}, {data}, {sentences}, {seeds} seeds, bands are 95 % intervals of "
    "the mean · {date} · {machine} · {seconds} s · code {code} · `{command}`",
    zh="录制结果：{model}，{data}，{sentences}，{seeds} 个种子，阴影是均值的 95% 区间 · {date} · {machine} · "
    "{seconds} 秒 · 代码 {code} · `{command}`",
)
NOTE_SENTENCES: Mapping[str, Text] = {
    "split": Text(en="{learn} sentences to learn from, {test} to test on", zh="{learn} 句训练，{test} 句测试"),
    "portions": Text(en="{learn} sentences, sent portion by portion", zh="{learn} 句，一批批地发"),
    "halves": Text(
        en="{learn} sentences, one half to choose the head, the other to score it", zh="{learn} 句，一半挑头，一半打分"
    ),
}

# --- Trees ------------------------------------------------------------------------------------------------------

SENTENCE = Text(en="Sentence", zh="句子")
OWN_BANK = Text(
    en="Our own sentences, with trees drawn by us. Or type one at the top of the page.",
    zh="这些是我们自己写、自己标注的句子。也可以在页面上方输入一句。",
)
NO_GOLD = Text(
    en="Your sentence, read just now by {model}. Nobody has drawn its tree: judge for yourself.",
    zh="你的句子，刚刚由 {model} 读过。没有人标注过它的树，请自己判断。",
)
WEAK = Text(
    en="{model} reads Chinese, but its trees are poor: {best} of the edges on UD Chinese-GSDSimp, and neighbours joined give {chain}. Five "
    "hundred sentences are little to learn a map from, and this small model was trained on characters. Take what you see as a failure to look at.",
    zh="{model} 读得懂中文，可是它的树画得不好：在 UD Chinese-GSDSimp 上只对 {best} 的边，而相邻词直接相连有 {chain}。五百句学一个映射太少，"
    "这个小模型又是按字训练的。请把看到的当作一次失败来看。",
)
DRAWN = Text(en="Draw", zh="画成")
DRAWN_NAMES: Mapping[str, Text] = {
    "arcs": Text(en="arcs", zh="弧线"),
    "matrix": Text(en="distances", zh="距离"),
}
ARCS_ALT = Text(
    en="The words in a row; arcs of the annotated tree above, of the predicted tree below.",
    zh="一行词，上方是标注的树，下方是预测的树，都用弧线画出。",
)
ARCS_TITLE = Text(
    en="Layer {layer} finds {hits} of {n} edges ({share})", zh="第 {layer} 层找对了 {n} 条边里的 {hits} 条（{share}）"
)
ARCS_TITLE_LIVE = Text(en="The tree that layer {layer} holds: {n} edges", zh="第 {layer} 层里的树：{n} 条边")
GOLD_NAME = Text(en="annotated", zh="标注")
FOUND_NAME = Text(en="predicted", zh="预测")
WRONG_NAME = Text(en="predicted, not in the tree", zh="预测了，但树里没有")
WORD_HOVER = Text(en="{word}: predicted depth {depth:.2f}", zh="{word}：预测深度 {depth:.2f}")
MATRIX_ALT = Text(
    en="Two heat maps: predicted squared distances between words, and their distances in the tree.",
    zh="两张热图：预测的词间平方距离，以及它们在树上的距离。",
)
PREDICTED_TOP, GOLD_TOP = Text(en="‖B(hᵢ − hⱼ)‖²", zh="‖B(hᵢ − hⱼ)‖²"), Text(en="edges in the tree", zh="树上隔几条边")
MATRIX_TITLE = Text(en="Layer {layer}: squared distances after B", zh="第 {layer} 层：经过 B 之后的平方距离")
MATRIX_TITLE_GOLD = Text(
    en="Layer {layer}: distances rank like the tree's, ρ = {rho:.2f} (mean over the words)",
    zh="第 {layer} 层：距离的次序与树上的次序，ρ = {rho:.2f}（对各词取平均）",
)
TREE_SAYS = Text(
    en="Join the words by the tree with the least total distance in layer {layer}: it has **{hits} of {n}** edges "
    "right ({share}); joining neighbours blindly gives {chain}. The smallest predicted depth has “{top}” (bold among the arcs); the "
    "root is “{root}”. Best layer on this sentence: {best} ({most}).\n\n"
    "One map B for all sentences, learnt on a treebank that does not contain this one. Punctuation does not count.",
    zh="按第 {layer} 层里的距离，用总长最小的树把所有词连起来：它画对了 **{n} 条边里的 {hits} 条**（{share}）；"
    "闭着眼睛把相邻的词连起来也有 {chain}。预测深度最小的是“{top}”（弧线图里加粗），真正的根是“{root}”。这句话上最好的是第 {best} 层（{most}）。\n\n"
    "所有句子共用一个 B，它是在另一份树库上学来的，没有见过这句话。标点不计。",
)
TREE_SAYS_LIVE = Text(
    en="The words are joined by the tree with the least total distance in layer {layer} of {model}. “{top}” (bold among the arcs) has "
    "the smallest predicted depth: the probe takes it for the root. Move the layer and watch which arcs stay.",
    zh="按 {model} 第 {layer} 层里的距离，用总长最小的树把词连起来。“{top}”（弧线图里加粗）预测深度最小，探针把它当作根。拖动层数，看哪些弧不变。",
)
OWN_NOTE = Text(en="Read on {date}; repeat it with `{command}`.", zh="读于 {date}；用 `{command}` 可以重做。")
WHOLE_BANK = Text(en="And on a whole treebank?", zh="放到整个树库上呢？")
NOT_YET = Text(en="There is no recorded study of {model} here yet.", zh="这里还没有 {model} 的录制结果。")
CHAIN_NAME = Text(en="order of the words alone", zh="只看词序")
MEASURE = Text(en="Measure", zh="量什么")
MEASURES: Mapping[str, Text] = {
    "uuas": Text(en="edges (UUAS)", zh="边（UUAS）"),
    "root": Text(en="root", zh="根"),
    "distances": Text(en="distances (DSpr)", zh="距离（DSpr）"),
    "depths": Text(en="depths (NSpr)", zh="深度（NSpr）"),
}
MEASURE_AXES: Mapping[str, Text] = {
    "uuas": Text(en="UUAS", zh="UUAS"),
    "root": Text(en="roots found", zh="根找对的比例"),
    "distances": Text(en="ρ of distances (DSpr)", zh="距离的秩相关（DSpr）"),
    "depths": Text(en="ρ of depths (NSpr)", zh="深度的秩相关（NSpr）"),
}
MEASURE_TITLES: Mapping[str, Text] = {
    "uuas": Text(
        en="UUAS is highest in layer {best}: {value} of the edges; neighbours joined give {chain}",
        zh="UUAS 在第 {best} 层最高：{value} 的边；相邻词直接相连有 {chain}",
    ),
    "root": Text(
        en="The root is found most often in layer {best}: {value}; taking the first word gives {chain}",
        zh="根在第 {best} 层找得最准：{value}；永远猜第一个词只有 {chain}",
    ),
    "distances": Text(
        en="Distances rank most like the tree's in layer {best}: ρ = {value}; places in the row give {chain}",
        zh="距离的次序在第 {best} 层最像树：ρ = {value}；只看词在句中的间隔有 {chain}",
    ),
    "depths": Text(
        en="Depths rank most like the tree's in layer {best}: ρ = {value}; places in the row give {chain}",
        zh="深度的次序在第 {best} 层最像树：ρ = {value}；只看词在句中的先后有 {chain}",
    ),
}
MEASURE_SAYS: Mapping[str, Text] = {
    "uuas": Text(
        en="UUAS: of the {edges} edges that the annotators drew, the share that the predicted trees have too; directions and punctuation do not count.",
        zh="UUAS：标注者画的 {edges} 条边里，预测的树也有的比例；不分方向，不计标点。",
    ),
    "root": Text(
        en="In how many sentences the word with the smallest predicted depth is the root.",
        zh="有多少句子里，预测深度最小的词正好是根。",
    ),
    "distances": Text(
        en="For each word, Spearman's ρ between its predicted and its true distances to the others; plain means over the words and sentences of one "
        "length, then over the lengths from 5 to 50 words, as in the paper. Bands are over seeds; single sentences lie farther apart: their standard "
        "deviation in layer {best} is {sd:.2f}.",
        zh="对每个词，算它到其他词的预测距离与真实距离的 Spearman 秩相关；先在同样长度的句子里对词和句取平均，再对 5 到 50 词的各个长度取平均，"
        "都是普通的算术平均，和论文一样。阴影只反映种子之间的差别；句子之间差得更多，第 {best} 层的标准差是 {sd:.2f}。",
    ),
    "depths": Text(
        en="For each sentence, Spearman's ρ between predicted and true depths of its words; plain means over the sentences of one length, then over the "
        "lengths from 5 to 50 words, as in the paper. Bands are over seeds; single sentences lie farther apart: their standard deviation in layer {best} "
        "is {sd:.2f}.",
        zh="对每个句子，算各词预测深度与真实深度的 Spearman 秩相关；先在同样长度的句子里取平均，再对 5 到 50 词的各个长度取平均，都是普通的算术平均，"
        "和论文一样。阴影只反映种子之间的差别；句子之间差得更多，第 {best} 层的标准差是 {sd:.2f}。",
    ),
}
UUAS_ALT = Text(
    en="The chosen measure by layer with bands: the model, random weights, and what the order of the words alone gives.",
    zh="所选的量逐层的曲线与区间：模型、随机权重，以及只看词序能做到的。",
)
RANK_AXIS = Text(en="rank of B", zh="B 的秩")
RANK_TITLE = Text(
    en="{enough} directions of layer {layer} hold nearly all of it", zh="第 {layer} 层里 {enough} 个方向就几乎够了"
)
RANK_ALT = Text(en="UUAS against the rank of the map B.", zh="UUAS 随 B 的秩变化。")

# --- Train, check, plate, controls ------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="Train a probe yourself", zh="自己训练一个探针")
TRAIN_IDEA = Text(
    en="On our own {n} sentences, a quarter kept back. That is little: compare the layers, and the task with its control, rather "
    "than the numbers with those above. Seconds.",
    zh="用我们自己的 {n} 个句子，留出四分之一。数据很少：请拿各层、拿任务和控制任务相比，不要和上面的数字比。几秒钟就好。",
)
TRAIN_TASK = Text(en="What to ask", zh="问什么")
TRAIN_READER = Text(en="Whom to ask", zh="问谁")
READERS: Mapping[str, Text] = {
    "minilm": Text(en="MiniLM", zh="MiniLM"),
    "random:minilm": Text(en="random weights", zh="随机权重"),
}
TRAIN_READERS: Mapping[str, Text] = {
    **READERS,
    "zh-char": Text(en="our Chinese model zh-char", zh="我们的中文模型 zh-char"),
}
TRAIN_TASKS: Mapping[str, Text] = {
    "upos": TASKS["upos"],
    "relation": TASKS["relation"],
    "number": TASKS["number"],
    "tense": TASKS["tense"],
    "tree": Text(en="tree (structural probe)", zh="句法树（结构探针）"),
}
HUB_BANK = Text(
    en="Or a treebank of the Hugging Face hub, owner/name:treebank (needs a network)",
    zh="或者 Hugging Face 上的一个树库，写作 owner/name:treebank（需要联网）",
)
HUB_HINT = "commul/universal_dependencies:en_gum"
HUB_HELP = Text(
    en="The first {most} sentences of its test part. A language that the model reads; minilm reads English, zh-char Chinese. "
    "Left empty, our own sentences are used: they need no network.",
    zh="取它测试部分的前 {most} 句。要选模型读得懂的语言：minilm 读英文，zh-char 读中文。留空就用我们自己的句子，不需要联网。",
)
EPOCHS = Text(en="Rounds through the sentences", zh="训练轮数")
AS_CONTROL = Text(en="Control task: labels drawn by lot for each word", zh="控制任务：每个词抽签定标签")
TRAIN_RESULT = Text(
    en="{score} on the sentences kept back; {baseline} without any probe ({n} answers)",
    zh="留出的句子上 {score}；不用探针的基线是 {baseline}（共 {n} 个答案）",
)
TRAIN_AFTER = Text(
    en="{bank}, layer {layer}, {epochs} rounds, seed {seed}; loss {first:.2f} → {last:.2f}.",
    zh="{bank}，第 {layer} 层，{epochs} 轮，种子 {seed}；损失 {first:.2f} → {last:.2f}。",
)
LOSS_AXIS, STEP_AXIS = Text(en="loss", zh="损失"), Text(en="step", zh="步")
LOSS_ALT = Text(en="Loss of the probe during its training.", zh="探针训练过程中的损失。")

ASK = Text(
    en="Linear probes for **{task}** on UD English-EWT: which layer of MiniLM comes out best?",
    zh="在 UD English-EWT 上用线性探针问**{task}**：MiniLM 的哪一层最好？",
)
ASK_ENTITY = Text(
    en="Linear probes for **{task}** on CoNLL-2003: which layer of MiniLM comes out best?",
    zh="在 CoNLL-2003 上用线性探针问**{task}**：MiniLM 的哪一层最好？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
LAYER_OPTION = Text(en="layer {layer}", zh="第 {layer} 层")
REVEAL, NEXT = Text(en="Show me", zh="揭晓"), Text(en="Another one", zh="再来一题")
YES, NO = Text(en="Yes.", zh="对。"), Text(en="Not quite.", zh="不对。")
ANSWER = Text(
    en="{verdict} Layer {best} has {real}, your layer {guess} {own}; over the seeds the best one varies by ±{half:.1f} points.",
    zh="{verdict}第 {best} 层是 {real}，你选的第 {guess} 层是 {own}；最好的一层在各种子之间相差 ±{half:.1f} 个百分点。",
)
MYTHS = Text(en="Is that so? Test it on the recorded numbers.", zh="真是这样吗？用录制的数字检验。")
TRY = Text(en="Test it", zh="检验")
MYTH_HIGH = Text(
    en="“The probe is right nine times out of ten, so the layer represents it.”",
    zh="“探针十次对九次，说明这一层就表示了它。”",
)
MYTH_HIGH_ANSWER = Text(
    en="Not by itself. In layer {layer} the part-of-speech probe gets {real}, but with labels drawn by lot it still gets {control}: "
    "that much is memory of words. And random weights, which have learnt nothing, come to {random}. What training added is the "
    "difference.",
    zh="单凭这个还不能说。第 {layer} 层的词性探针对了 {real}，可是标签换成抽签定的，它仍对 {control}：这部分是死记。随机权重什么也没学过，"
    "也有 {random}。训练带来的只是差额。",
)
MYTH_DEEP = Text(en="“The deeper the layer, the more it knows.”", zh="“层越深，懂得越多。”")
MYTH_DEEP_ANSWER = Text(
    en="Not about grammar: from layer {best} to the last, part of speech falls from {high} to {low}, and the edges of the tree from "
    "{uuas} to {last}. MiniLM was trained for the meaning of whole sentences, and its last layer keeps what serves that.",
    zh="语法不是这样：从第 {best} 层到最后一层，词性从 {high} 掉到 {low}，树的边从 {uuas} 掉到 {last}。MiniLM 是为整句的意思训练的，最后一层只留下对此有用的东西。",
)
MYTH_DIRECT = Text(
    en="“Words that are close in the tree are close in the vectors, just measure.”",
    zh="“树上近的词，向量也近，量一量就知道。”",
)
MYTH_DIRECT_ANSWER = Text(
    en="Only after the map B. On our {n} sentences, the tree of the plain distances in layer {layer} has {plain} of the edges, with B "
    "it has {mapped}; joining neighbours gives {chain}.",
    zh="要先经过 B 才行。在我们的 {n} 个句子上，第 {layer} 层直接量距离，树只对了 {plain} 的边，经过 B 是 {mapped}；相邻相连有 {chain}。",
)
PLATE = Text(en="A tree in the distances of layer {layer}", zh="第 {layer} 层的距离里有一棵树")

CONTROLS: Mapping[str, Text] = {
    "probing_view": VIEW,
    "probing_all": SHOWN,
    "probing_task": TASK,
    "probing_layer": LAYER,
    "probing_sentence": SENTENCE,
    "probing_drawn": DRAWN,
    "probing_measure": MEASURE,
    "probing_learn": TRAIN_TASK,
    "probing_reader": TRAIN_READER,
    "probing_depth": LAYER,
    "probing_epochs": EPOCHS,
    "probing_bank": HUB_BANK,
    "probing_lot": AS_CONTROL,
    "probing_guess": GUESS,
    **MORE_CONTROLS,
    **TAIL_CONTROLS,
}

COVERS: Mapping[str, str] = {
    "probe-downstream": "probing_view=layers&probing_all=all",
    "probe-word-vector": "probing_view=layers&probing_task=number",
    "probe-structural": "probing_view=tree",
    "probe-tasks-jawahar": "probing_view=layers&probing_task=depth",
    **MORE_COVERS,
    **TAIL_COVERS,
}
