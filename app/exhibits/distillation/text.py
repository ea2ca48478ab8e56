"""The words of the distillation exhibit."""

from collections.abc import Mapping

from app.exhibits.distillation import (
    born_text,
    calculators_text,
    layers_text,
    multitask_text,
    own_text,
    published_text,
    small_text,
    terms_text,
    texts_text,
    theseus_text,
)
from app.exhibits.distillation.claims_text import CLAIMS as CLAIMS
from app.exhibits.distillation.papers_text import PAPERS as PAPERS
from app.i18n import Text

TITLE = Text(en="Distillation", zh="蒸馏")
QUESTION = Text(
    en="What can a small model learn from a large one that labels do not tell it?",
    zh="小模型能从大模型那里学到哪些标签没说的东西？",
)
IDEA = Text(
    en="A label says: this is a 3. A **teacher** says: a 3, but a little like an 8, and not at all like a 4. Soften its answer "
    "with a **temperature**, and these doubts become audible. A small **student** that imitates the whole answer learns what "
    "resembles what. Whether that helps is a question for an experiment: the same student without a teacher stands beside "
    "every student here.",
    zh="标签只说：这是 3。**教师**说的是：3，但有点像 8，一点也不像 4。用**温度**把它的回答变软，这些犹豫就听得见了。小小的**学生**去模仿整个回答，"
    "就学到了什么和什么相像。这到底有没有用，得靠实验说话：这里的每个学生旁边，都站着一个没有教师、其余完全相同的学生。",
)
FORMULA = (
    r"\begin{aligned}\textcolor{#000002}{p_i} &= \frac{e^{z_i/T}}{\sum_j e^{z_j/T}}\\"
    r"\mathcal L &= \alpha\,T^2\,\mathrm{KL}(\textcolor{#000002}{p}\,\|\,\textcolor{#000001}{q})"
    r" + (1-\alpha)\,\mathrm{CE}(y,\textcolor{#000001}{q}_{T=1})\end{aligned}"
)
LOOK_FOR = Text(
    en="which wrong answers rise first when you turn the temperature up; the blue line of the gradient, which T² keeps level; "
    "and, in the other views, whether the taught student really leaves its control behind.",
    zh="温度升高时，哪些错误答案先冒出来；被 T² 托平的那条蓝色梯度线；以及在其他视图里，被教的学生是否真的甩开了对照。",
)
TERMS = ("teacher", "student", "soft-target", "temperature", "transfer-set", "calibration", "cka")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "temperature": Text(en="Temperature", zh="温度"),
    "digits": Text(en="Alone or taught", zh="自学与受教"),
    "texts": Text(en="Real text", zh="真实文本"),
    "bill": Text(en="The bill", zh="账单"),
    "typed": Text(en="Ask them all", zh="问问大家"),
    "layers": Text(en="Which layer teaches", zh="哪一层在教"),
    "heirs": Text(en="Inherited layers", zh="继承来的层"),
    "small": Text(en="A small vocabulary", zh="小词表"),
    "removed": Text(en="A missing class", zh="缺一个类"),
    "born": Text(en="Born again", zh="再生网络"),
    "theseus": Text(en="Block by block", zh="逐块替换"),
    "tasks": Text(en="Several tasks", zh="多个任务"),
    "published": Text(en="Published tables", zh="已发表的表"),
}
TEACHER = Text(en="teacher", zh="教师")
METHODS: Mapping[str, Text] = {
    "labels": Text(en="labels only", zh="只用标签"),
    "smooth": Text(en="label smoothing", zh="标签平滑"),
    "soft": Text(en="soft targets", zh="软目标"),
    "annealed": Text(en="teacher annealing", zh="教师退火"),
    "again": Text(en="born again: taught by an equal", zh="再生：由同样大小的学生来教"),
    "ensemble": Text(en="taught by three equals together", zh="由三个同样的学生一起教"),
    "mutual": Text(en="two students, no teacher", zh="两个学生互教，没有教师"),
    "distilbert": Text(en="DistilBERT’s three losses", zh="DistilBERT 三项损失"),
    "pkd": Text(en="PKD", zh="PKD"),
    "tinybert": Text(en="TinyBERT", zh="TinyBERT"),
    "minilm": Text(en="MiniLM", zh="MiniLM"),
    "progressive": Text(en="MobileBERT, block after block", zh="MobileBERT，逐块来"),
    "joint": Text(en="all blocks at once, then answers", zh="所有块一起学，再学回答"),
    "auxiliary": Text(en="blocks and answers together", zh="块与回答同时学"),
}

# --- Temperature ------------------------------------------------------------------------------------------------

SOURCE = Text(en="Whose answer", zh="谁的回答")
SOURCES: Mapping[str, Text] = {
    "digits": Text(en="a digit", zh="一个数字"),
    "snips": Text(en="a request", zh="一句请求"),
    "mr": Text(en="a film review", zh="一句影评"),
}
ROW = Text(en="Held-out example", zh="留出样本编号")
T = Text(en="Temperature T", zh="温度 T")
ALPHA = Text(en="Weight of the soft target, %", zh="软目标的权重（%）")
AT_ONE = Text(en="teacher, T = 1", zh="教师，T = 1")
AT_T = Text(en="teacher, T = {T:g}", zh="教师，T = {T:g}")
MIXED = Text(en="target, {alpha:.0%} soft", zh="目标，{alpha:.0%} 软")
CLASS_AXIS = Text(en="class", zh="类别")
PROBABILITY_AXIS = Text(en="probability", zh="概率")
TARGETS_TITLE = Text(
    en="The label says {label}. At T = {T:g} the teacher’s first answer falls<br>from {first:.3f} to {soft:.3f}: {h:.2f} nats of doubt",
    zh="标签说是 {label}。T = {T:g} 时，教师首选答案的概率从 {first:.3f} 降到 {soft:.3f}：<br>犹豫有 {h:.2f} 纳特",
)
TARGETS_ALT = Text(
    en="Bars of the teacher’s probabilities at temperature 1 and T, and of the mixed target; the example beside them.",
    zh="教师在温度 1 和 T 下的概率，以及混合后的目标，画成柱；旁边是样本。",
)
RAW = Text(en="gradient as it is", zh="原本的梯度")
TIMES = Text(en="times T²", zh="乘以 T²")
LIMIT = Text(en="limit T → ∞: logits matched", zh="T → ∞ 的极限：匹配 logits")
HARD_PULL = Text(en="pull of the label", zh="标签的拉力")
T_AXIS = Text(en="temperature", zh="温度")
PULL_AXIS = Text(en="length of the gradient", zh="梯度的长度")
PULL_TITLE = Text(
    en="How hard the student’s logits are pulled: {now:.2f} at T = {T:g};<br>without T² it would vanish, with it it tends to {limit:.2f}",
    zh="学生的 logits 受到多大的拉力：T = {T:g} 时为 {now:.2f}；<br>不乘 T² 会消失，乘了就趋于 {limit:.2f}",
)
PULL_ALT = Text(
    en="Length of the soft loss’s gradient over the temperature, raw and times T², with its limit.",
    zh="软损失的梯度长度随温度的变化：原本的、乘以 T² 的，以及极限。",
)
TEMPERATURE_SAYS = Text(
    en="**{label}** is right. Of the wrong answers, the teacher finds **{one}** {times:.3g} times as likely as **{two}**: this "
    "ratio, which the label hides, is the *dark knowledge*. The softened answer holds {entropy:.2f} of at most {most:.2f} "
    "nats.\n\nThe second picture pulls a real student, taught by {labels} labels and no teacher. Its gradient is "
    "(q − p)/T, and q − p shrinks like 1/T as well: {raw:.4f} here, hence the factor T², which makes it {scaled:.2f}. For "
    "T → ∞ what remains is the difference of the centred logits over their number, {limit:.2f}: the student is asked to "
    "match logits.",
    zh="正确答案是 **{label}**。在错误答案里，教师认为 **{one}** 的可能性是 **{two}** 的 {times:.3g} 倍：标签藏起来的这个比例，就是*暗知识*。"
    "变软之后的回答有 {entropy:.2f} 纳特，最多能有 {most:.2f}。\n\n第二张图拉的是一个真实的学生，它用 {labels} 个标签教出来，没有教师。"
    "它的梯度是 (q − p)/T，而 q − p 又像 1/T 那样缩小：这里只剩 {raw:.4f}，所以要乘 T²，得 {scaled:.2f}。T → ∞ 时剩下的是"
    "中心化 logits 之差除以类别数，{limit:.2f}：等于要学生去匹配 logits。",
)
TEACHER_WRONG = Text(
    en="\n\nHere the teacher is wrong: its first answer is **{first}**. Take some weight off the soft target and see the label come back.",
    zh="\n\n这里教师答错了：它的首选是 **{first}**。把软目标的权重调小一些，看标签怎么回来。",
)
FROM_NOTE = Text(
    en="Recorded run on {n} held-out examples · {date} · {machine}; what the controls do is computed now.",
    zh="录制结果，{n} 个留出样本 · {date} · {machine}；控件带来的变化是现在算的。",
)

# --- Alone or taught --------------------------------------------------------------------------------------------

SIZE = Text(en="Hidden units of the student", zh="学生的隐藏单元数")
BUDGET = Text(en="Labels that the student sees", zh="学生看得到的标签数")
NOT_RECORDED = Text(
    en="Of this size only the run with all labels is recorded; it is shown. Other settings can be trained below.",
    zh="这个规模只录制了用全部标签的一组，下面显示的就是它。其他设置可以在下方自己训练。",
)
STEP_AXIS = Text(en="step", zh="步")
ACCURACY_AXIS = Text(en="accuracy, %", zh="准确率（%）")
CONFIDENCE_AXIS = Text(en="how sure it is", zh="有多自信")
RIGHT_AXIS = Text(en="how often it is right", zh="有多常答对")
GAIN_TITLE = Text(
    en="{name} against labels only:<br>{mean:+.1f} points ({low:+.1f} to {high:+.1f})",
    zh="{name}比只用标签：<br>{mean:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）",
)
CURVES_ALT = Text(
    en="Accuracy on held-out digits during the training, one line a method with a 95 % band over the seeds.",
    zh="训练过程中留出数字上的准确率，每种方法一条线，带种子间的 95% 区间。",
)
RELIABILITY_TITLE = Text(en="Least calibrated: {name}, ECE {ece:.3f}", zh="校准最差：{name}，ECE {ece:.3f}")
RELIABILITY_ALT = Text(
    en="Reliability diagram: accuracy by confidence; the diagonal would be perfect.",
    zh="可靠性图：按自信程度分组的准确率；对角线是完美校准。",
)
COLUMNS = (
    Text(en="method", zh="方法"),
    Text(en="accuracy, %", zh="准确率（%）"),
    Text(en="ECE", zh="ECE"),
    Text(en="nats per row", zh="每行纳特"),
    Text(en="agrees with the teacher, %", zh="与教师一致（%）"),
)
GROUPS_NOTE = Text(
    en="{n} seeds, mean and 95 % interval, {rows} held-out images · recorded {date} · {machine} · code {code} · again: `{command} digits`",
    zh="{n} 个种子，均值与 95% 区间，{rows} 张留出图像 · 录制于 {date} · {machine} · 代码 {code} · 重录：`{command} digits`",
)
DIGITS_SAY = Text(
    en="All students are the same network from the same start, with as many steps. **Labels only** has no teacher. **Label "
    "smoothing** has none either, but is just as soft towards every wrong answer: if softness alone were the secret, it would "
    "do as well. The taught student also hears the teacher’s answers on images that have no label: this is the *transfer set*.\n\n"
    "Turn the labels up to *all* and look again: how much is left of the gain, and what remains of it in the calibration?",
    zh="所有学生都是同一个网络、同一个起点、同样的步数。**只用标签**的没有教师。**标签平滑**也没有教师，只是对每个错误答案一样地软：假如秘诀只在于软，"
    "它应该同样好。受教的学生还能听到教师对没有标签的图像的回答：这就是*迁移集*。\n\n把标签数调到*全部*再看：好处还剩多少？校准上又还剩多少？",
)

# --- A missing class --------------------------------------------------------------------------------------------

MISSING = Text(en="The digit that nobody is shown", zh="谁也没见过的数字")
OTHER_DIGIT = Text(
    en="Below is the run without a {digit}. Run it here for your own digit: ten students, some seconds.",
    zh="下面是没有 {digit} 的那一次。点“在这里运行”换成你选的数字：十个学生，几秒钟。",
)
BIAS = Text(en="Bias added to the missing class, tenths", zh="给缺失类加的偏置（十分之几）")
BIAS_AXIS = Text(en="bias added to the missing class", zh="给缺失类加的偏置")
THIS_CLASS = Text(en="rows of {digit}", zh="{digit} 的样本")
ALL_ROWS = Text(en="all rows", zh="全部样本")
FITTED = Text(en="fitted without labels", zh="不用标签定出的偏置")
NO_BIAS, WITH_BIAS = Text(en="as trained", zh="训练后原样"), Text(en="with the bias", zh="加偏置后")
WALK_TITLE = Text(
    en="It never saw a {digit}, and with the right bias<br>it knows up to {best} of them",
    zh="它一个 {digit} 也没见过，<br>偏置合适时却能认出 {best}",
)
WALK_ALT = Text(
    en="Accuracy on the missing class and on all rows by the bias added to that class.",
    zh="缺失类和全部样本上的准确率随该类偏置的变化。",
)
BY_CLASS_TITLE = Text(
    en="Class by class: no {digit} was shown, bias {bias:.1f}", zh="逐类来看：没给看过 {digit}，偏置 {bias:.1f}"
)
BY_CLASS_ALT = Text(en="Accuracy by class, as trained and with the bias.", zh="每一类的准确率，原样与加偏置后。")
REMOVED_SAYS = Text(
    en="The transfer set held no image of a **{digit}**. All that this student ever heard of it is how much other digits "
    "resemble one. At this bias it answers {now} of the {n} held-out {digit}s right, and {all} of all rows.\n\n"
    "The bias can be found without a label: raise it until the student says {digit} as often as the teacher does "
    "({fitted:.1f}). Over {seeds} seeds, share of {digit}s answered right:\n\n"
    "- taught, as trained: {class_soft} %\n- taught, bias raised: **{class_raised} %** (all rows {all_raised} %)\n"
    "- the control, labels only: {class_labels} %\n\n"
    "Hinton found 98.6 % on MNIST, with a bias chosen on the test set.",
    zh="迁移集里没有一张 **{digit}**。这个学生对它的全部所闻，只是别的数字有多像它。在这个偏置下，它答对了 {n} 张留出的 {digit} 中的 {now}，全部样本上答对 {all}。\n\n"
    "偏置不用标签也能定：一直加，直到学生说 {digit} 的次数和教师一样多（{fitted:.1f}）。{seeds} 个种子上，{digit} 答对的比例：\n\n"
    "- 受教，原样：{class_soft}%\n- 受教，加偏置：**{class_raised}%**（全部样本 {all_raised}%）\n- 对照，只用标签：{class_labels}%\n\n"
    "Hinton 在 MNIST 上得到 98.6%，但偏置是在测试集上挑的。",
)

# --- Train it ---------------------------------------------------------------------------------------------------

TRAIN_QUESTION = Text(en="Does your student need a teacher?", zh="你的学生需要教师吗？")
TRAIN_IDEA = Text(
    en="Teacher and students are trained from nothing on 898 digits, in another process. Labels only and label smoothing are "
    "always trained with yours.",
    zh="教师和学生都在另一个进程里用 898 张数字从零训练。“只用标签”和“标签平滑”总会一起训练。",
)
METHOD = Text(en="Method", zh="方法")
STUDENT = Text(en="Student", zh="学生")
STUDENTS: Mapping[str, Text] = {
    "mlp-4": Text(en="4 hidden units", zh="4 个隐藏单元"),
    "mlp-8": Text(en="8 hidden units", zh="8 个隐藏单元"),
    "mlp-16": Text(en="16 hidden units", zh="16 个隐藏单元"),
    "mlp-32": Text(en="32 hidden units", zh="32 个隐藏单元"),
    "mlp-256x2": Text(en="as large as its teacher (born again)", zh="和教师一样大（再生网络）"),
}
SOFT_WEIGHT = Text(en="Weight of the soft targets, %", zh="软目标的权重（%）")
SOFT_FIRST = Text(en="Annealing: weight of the soft targets at first, %", zh="退火：软目标起初的权重（%）")
SOFT_LAST = Text(en="… and at the end, %", zh="……到最后的权重（%）")
TRAIN_LABELS = Text(en="Labels (898: all)", zh="标签数（898 为全部）")
TRANSFER = Text(en="Transfer set, rows", zh="迁移集（行）")
TEACHERS = Text(en="Teachers, averaged", zh="教师个数（取平均）")
STEPS = Text(en="Steps", zh="步数")
LIVE_NOTE = Text(
    en="Trained here: {n} seeds each, {teachers} teacher(s) with {teacher} of the held-out images right.",
    zh="在这里训练：每种 {n} 个种子，{teachers} 个教师，留出图像答对 {teacher}。",
)

# --- Check ------------------------------------------------------------------------------------------------------

ASK = Text(
    en="The label of this held-out digit is **{label}**. Which other digit does the teacher find most likely?",
    zh="这张留出的数字标签是 **{label}**。教师认为除此之外最像哪个数字？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL, NEXT = Text(en="Show me", zh="揭晓"), Text(en="Another one", zh="再来一题")
YES, NO = Text(en="Yes.", zh="对。"), Text(en="Not this time.", zh="这次不对。")
ANSWER = Text(
    en="{verdict} It is {wrong}, at T = 4 with probability {p:.3f}; {last} is last with {q:.4f}.",
    zh="{verdict}是 {wrong}，T = 4 时概率 {p:.3f}；排在最后的是 {last}，{q:.4f}。",
)
PUZZLE_ALT = Text(en="A digit of eight by eight pixels.", zh="一张八乘八像素的数字。")
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_SMOOTH = Text(en="“Soft targets are just label smoothing.”", zh="“软目标不过是标签平滑。”")
MYTH_SMOOTH_ANSWER = Text(
    en="Smoothing gives every wrong answer the same share. Over the {n} held-out digits, the teacher’s best wrong answer gets "
    "{ratio:.0f} times the share of its worst one at T = 4 (median). With 100 labels the taught student is right on {soft:.1f} %, "
    "the smoothed one on {smooth:.1f} %.",
    zh="标签平滑给每个错误答案同样的份额。在 {n} 张留出的数字上，T = 4 时教师最看好的错误答案的份额是最不看好的 {ratio:.0f} 倍（中位数）。"
    "用 100 个标签时，受教的学生答对 {soft:.1f}%，平滑的答对 {smooth:.1f}%。",
)
MYTH_ALWAYS = Text(en="“A teacher always helps.”", zh="“有教师总是更好。”")
MYTH_ALWAYS_ANSWER = Text(
    en="Eight hidden units, all 898 labels: taught minus alone is {all:+.1f} points ({low:+.1f} to {high:+.1f}). With 30 labels it "
    "is {few:+.1f}. Where labels are plenty, there is little left to tell.",
    zh="8 个隐藏单元、898 个标签全用：受教减自学是 {all:+.1f} 个百分点（{low:+.1f} 到 {high:+.1f}）。只有 30 个标签时是 {few:+.1f}。标签够多，教师就没多少可说的了。",
)
MYTH_HOT = Text(en="“The higher the temperature, the more is told.”", zh="“温度越高，说出的东西越多。”")
MYTH_HOT_ANSWER = Text(
    en="At T = 200 the entropy of the answers is {hot:.4f} of {most:.4f} nats: all answers look alike, and all that T² rescues is "
    "the difference of logits, that of very unlikely classes included.",
    zh="T = 200 时回答的熵是 {hot:.4f}，上限是 {most:.4f} 纳特：所有回答看上去都一样，T² 救回来的只是 logits 之差，连极不可能的类别也算在内。",
)

PLATE = Text(en="A teacher’s doubts about one digit", zh="教师对一个数字的犹豫")

CONTROLS: Mapping[str, Text] = {
    "distillation_view": VIEW,
    "distillation_from": SOURCE,
    "distillation_row": ROW,
    "distillation_T": T,
    "distillation_alpha": ALPHA,
    "distillation_size": SIZE,
    "distillation_labels": BUDGET,
    "distillation_missing": MISSING,
    "distillation_bias": BIAS,
    "distillation_how": layers_text.HOW,
    "distillation_N": layers_text.TEACHER_LAYERS,
    "distillation_M": layers_text.STUDENT_LAYERS,
    "distillation_map": layers_text.STRATEGY,
    "distillation_own": layers_text.OWN,
    **{f"distillation_term_{name}": label for name, label in terms_text.TERMS.items()},
    "distillation_table": published_text.TABLE,
    "distillation_pkd": published_text.PKD_HOW,
    "distillation_sort": published_text.SORT,
    "distillation_zhao": published_text.METRIC,
    "distillation_block": published_text.BLOCK,
    "distillation_cost": published_text.COST,
    "distillation_metric": published_text.METRIC,
    "distillation_V": calculators_text.V,
    "distillation_D": calculators_text.D,
    "distillation_L": calculators_text.L,
    "distillation_kind": calculators_text.KIND,
    "distillation_B": calculators_text.B,
    "distillation_stacks": calculators_text.STACKS,
    "distillation_deep": calculators_text.L,
    "distillation_corpus": texts_text.CORPUS,
    "distillation_of": texts_text.OF,
    "distillation_price": texts_text.COST,
    "distillation_pieces": small_text.PIECES,
    "distillation_mixed": small_text.MIXED,
    "distillation_narrow": small_text.WIDTH,
    "distillation_generations": born_text.GENERATIONS,
    "distillation_family_rows": born_text.ROWS,
    "distillation_on": own_text.ON,
    "distillation_teacher": own_text.MODEL,
    "distillation_teach": own_text.HOW,
    "distillation_body": own_text.BODY,
    "distillation_school": multitask_text.SCHOOL,
    "distillation_masters": multitask_text.TEACHERS,
    "distillation_begin": multitask_text.FIRST,
    "distillation_end": multitask_text.LAST,
    "distillation_seen_by_all": multitask_text.ROWS,
    "distillation_ship": theseus_text.SHIP,
    "distillation_first": theseus_text.FIRST,
    "distillation_last": theseus_text.LAST,
    "distillation_replacing": theseus_text.REPLACING,
    "distillation_rows": theseus_text.ROWS,
    "distillation_method": METHOD,
    "distillation_student": STUDENT,
    "distillation_heat": T,
    "distillation_weight": SOFT_WEIGHT,
    "distillation_soft_first": SOFT_FIRST,
    "distillation_soft_last": SOFT_LAST,
    "distillation_seen": TRAIN_LABELS,
    "distillation_transfer": TRANSFER,
    "distillation_teachers": TEACHERS,
    "distillation_steps": STEPS,
    "distillation_guess": GUESS,
}
COVERS: Mapping[str, str] = {
    "kd-basic": "distillation_view=digits",
    "kd-temperature": "distillation_view=temperature&distillation_T=4",
    "kd-targets": "distillation_part=train&distillation_weight=50",
    "kd-ensemble": "distillation_part=train&distillation_teachers=4",
    "kd-terms": "distillation_part=train&distillation_method=annealed&distillation_student=mlp-256x2",
    "distilbert": "distillation_view=typed",
    "pkd": "distillation_view=layers&distillation_how=pkd",
    "tinybert": "distillation_view=layers&distillation_how=tinybert",
    "minilm": "distillation_view=layers&distillation_how=minilm",
    "distilled-bilstm": "distillation_view=bill",
    "bam": "distillation_view=tasks",
    "mt-dnn-distillation": "distillation_view=tasks&distillation_masters=3&distillation_begin=50&distillation_end=50",
    "bert-of-theseus": "distillation_view=theseus",
    "u-dml": "distillation_part=train&distillation_method=mutual",
    "mobilebert": "distillation_view=published&distillation_table=mobilebert&distillation_cost=latency",
    "zhao-dualtrain": "distillation_view=small",
    "ensemblebert": "distillation_part=train&distillation_teachers=5",
    "textbrewer": "distillation_view=layers&distillation_how=tinybert",
    "tab-distilbert": "distillation_view=published&distillation_table=distilbert",
    "tab-pkd": "distillation_view=published&distillation_table=pkd",
    "tab-tinybert": "distillation_view=published&distillation_table=tinybert",
    "tab-zhao": "distillation_view=published&distillation_table=zhao",
    "tab-mobilebert": "distillation_view=published&distillation_table=mobilebert",
}
