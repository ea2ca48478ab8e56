"""The words of the claims about distillation."""

from app.i18n import ClaimWords, Text

_MODEL = Text(
    en="Requests to an assistant (SNIPS, seven intents). Both students are the same two-layer transformer, a quarter of MiniLM's width, "
    "from the same start; both see the same 300 labelled requests for 200 steps of 16. The teacher is MiniLM tuned to 8,000.",
    zh="对助手说的请求（SNIPS，七种意图）。两个学生是同一个两层 Transformer，宽度为 MiniLM 的四分之一，起点相同，都看同样的 300 条带标签请求，200 步、每步 16 条。教师是用 8,000 条微调过的 MiniLM。",
)
_UNIT = Text(en="points of accuracy", zh="准确率百分点")
_SHUFFLED = Text(
    en="both students graded on shuffled labels (mean of 50 shuffles): whoever leads there leads by chance. It must vanish.",
    zh="两个学生都按打乱的标签评分（50 次打乱取平均）：在那里领先只是碰巧。这个差应当消失。",
)


def _pair(id: str, one: Text, other: Text, keys: tuple[str, str], says: Text, note: Text) -> ClaimWords:
    """A claim about two ways to teach."""
    return ClaimWords(
        id=f"distillation/{id}",
        says=says,
        measured=Text(
            en=f"accuracy on 700 held-out requests, {one.en} minus {other.en}. {_MODEL.en}",
            zh=f"700 条留出请求上的准确率，{one.zh}减{other.zh}。{_MODEL.zh}",
        ),
        unit=_UNIT,
        plain=Text(
            en=f"{one.en} against {other.en}: {{mean:+.2f}} points ({{low:+.2f}} to {{high:+.2f}}).",
            zh=f"{one.zh}比{other.zh}：{{mean:+.2f}} 个百分点（{{low:+.2f}} 到 {{high:+.2f}}）。",
        ),
        note=note,
        control=_SHUFFLED,
        extras={
            keys[0]: Text(en=f"{one.en}, %", zh=f"{one.zh}（%）"),
            keys[1]: Text(en=f"{other.en}, %", zh=f"{other.zh}（%）"),
        },
    )


CLAIMS: tuple[ClaimWords, ...] = (
    ClaimWords(
        id="distillation/soft-beats-labels",
        says=Text(
            en="A student taught with soft targets beats the same student taught with labels.",
            zh="用软目标教出的学生，胜过用标签教出的同一个学生。",
        ),
        measured=Text(
            en=f"accuracy on 700 held-out requests, soft targets (T = 2, weight 0.7) minus labels only. {_MODEL.en}",
            zh=f"700 条留出请求上的准确率，软目标（T = 2，权重 0.7）减只用标签。{_MODEL.zh}",
        ),
        unit=_UNIT,
        plain=Text(
            en="Soft targets against labels only: {mean:+.2f} points ({low:+.2f} to {high:+.2f}).",
            zh="软目标比只用标签：{mean:+.2f} 个百分点（{low:+.2f} 到 {high:+.2f}）。",
        ),
        note=Text(
            en="δ = {delta:g} point. Alone the student reaches {labels:.1f} %, taught {soft:.1f} %: on the same rows there is little left to tell. "
            "Where the teacher may also answer rows that have no label, the gain is another matter: see *Alone or taught* and *Real text*.",
            zh="δ = {delta:g} 个百分点。自学已有 {labels:.1f}%，受教 {soft:.1f}%：同样的行上，教师没剩多少可说。若教师还能给没有标签的行作答，就是另一回事：见“自学与受教”和“真实文本”。",
        ),
        control=Text(
            en="label smoothing minus labels only: soft without a teacher. It must gain nothing.",
            zh="标签平滑减只用标签：只有软，没有教师。它不应当有好处。",
        ),
        extras={
            "soft": Text(en="soft targets, %", zh="软目标（%）"),
            "labels": Text(en="labels only, %", zh="只用标签（%）"),
            "smooth": Text(en="label smoothing, %", zh="标签平滑（%）"),
        },
    ),
    _pair(
        "pkd-beats-kd",
        Text(en="Patient KD", zh="PKD"),
        Text(en="plain soft targets", zh="普通软目标"),
        ("skip", "soft"),
        Text(
            en="Patience pays: matching hidden states as well beats soft targets alone.",
            zh="耐心有回报：再匹配隐藏状态，胜过只用软目标。",
        ),
        Text(
            en="δ = {delta:g} point. Sun et al. start from BERT's own layers and stay at its width; our student starts from nothing and needs a "
            "learnt map between.",
            zh="δ = {delta:g} 个百分点。Sun 等人从 BERT 自己的层出发、宽度不变；我们的学生从零开始，中间还要一个学出来的映射。",
        ),
    ),
    _pair(
        "skip-beats-last",
        Text(en="PKD-skip", zh="PKD-skip"),
        Text(en="PKD-last", zh="PKD-last"),
        ("skip", "last"),
        Text(
            en="Learning from every so many layers beats learning from the last ones.",
            zh="隔层学，胜过只学最后几层。",
        ),
        Text(
            en="δ = {delta:g} point. Layers 3 and 6 against 5 and 6 of MiniLM: with two layers to teach the choice is small.",
            zh="δ = {delta:g} 个百分点。MiniLM 的第 3、6 层对第 5、6 层：只有两层可教，选择余地不大。",
        ),
    ),
    _pair(
        "tinybert-beats-distilbert",
        Text(en="TinyBERT's two stages", zh="TinyBERT 的两阶段"),
        Text(en="DistilBERT's three losses", zh="DistilBERT 的三项损失"),
        ("tinybert", "distilbert"),
        Text(
            en="Matching embeddings, hidden states and attention (TinyBERT) beats soft targets with a cosine (DistilBERT).",
            zh="匹配嵌入、隐藏状态和注意力（TinyBERT），胜过软目标加余弦（DistilBERT）。",
        ),
        Text(
            en="δ = {delta:g} point. Both have 200 steps. TinyBERT spends half of them on the inside before it hears the answer, and never sees a label; "
            "its paper does so with millions of sentences and augmented data. With so few steps this is dear.",
            zh="δ = {delta:g} 个百分点。两者都是 200 步。TinyBERT 先花一半的步数学内部，然后才听到回答，而且从不看标签；论文这样做时有几百万句话和数据增强。步数这么少，代价就大了。",
        ),
    ),
)
