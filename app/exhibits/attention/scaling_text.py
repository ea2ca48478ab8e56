"""The words of the experiment behind √d."""

from collections.abc import Mapping

from app.i18n import ClaimWords, Text

QUESTION = Text(en="Why divide by √d? Draw vectors and measure.", zh="为什么要除以 √d？抽一批向量，量一量。")
IDEA = Text(
    en="Entries of q and k are drawn independently with mean 0 and variance 1. Their product q·k then has variance d, so "
    "wide vectors give large scores, the softmax puts nearly all weight on one key, and it barely reacts any more: for most "
    "queries its gradient is close to 0. Dividing by √d brings the variance back to 1 at every width.",
    zh="q 和 k 的每个分量独立抽取，均值为 0、方差为 1。这样 q·k 的方差就是 d：向量越宽，分数越大，softmax 把几乎全部权重"
    "压在一个键上，几乎不再有反应：对多数查询来说，它的梯度接近 0。除以 √d 之后，无论多宽，方差都回到 1。",
)
WIDTH = Text(en="width d (entries)", zh="宽度 d（分量数）")
KEYS = Text(en="Keys per query (S)", zh="每个查询面对的键数（S）")
SAMPLES = Text(en="Queries per width", zh="每种宽度的查询数")
SWEEP = Text(en="All widths from 1 to 1024", zh="从 1 到 1024 的全部宽度")
SCORE = Text(en="score", zh="分数")
DENSITY = Text(en="density", zh="密度")
HISTOGRAM = Text(
    en="At d = {d} the scores spread by {plain:.1f} without and by {scaled:.2f} with the division",
    zh="d = {d} 时，分数的标准差：不除为 {plain:.1f}，除以 √d 后为 {scaled:.2f}",
)
HISTOGRAM_ALT = Text(
    en="Two histograms of the scores of random queries and keys: without the division by √d it widens with d, with it never.",
    zh="随机查询与键的分数的两条直方图：不除以 √d 时随 d 变宽，除后始终一样宽。",
)
SOFTMAXES = Text(
    en="Softmax over {S} keys, mean of {n} queries, without → with the division: largest weight {plain_largest:.2f} → "
    "{scaled_largest:.2f}; entropy {plain_entropy:.2f} → {scaled_entropy:.2f} nats (at most {most:.2f}); gradient "
    "{plain_gradient:.3f} → {scaled_gradient:.3f}.",
    zh="对 {S} 个键做 softmax、{n} 个查询取平均，不除 → 除后：最大权重 {plain_largest:.2f} → {scaled_largest:.2f}；"
    "熵 {plain_entropy:.2f} → {scaled_entropy:.2f} 纳特（最大 {most:.2f}）；梯度 {plain_gradient:.3f} → {scaled_gradient:.3f}。",
)
CONTROLS: Mapping[str, Text] = {"attention_d": WIDTH, "attention_keys": KEYS, "attention_samples": SAMPLES}
PLAIN = Text(en="q·k", zh="q·k")
SCALED = Text(en="q·k / √d", zh="q·k / √d")
THEORY = Text(en="variance = d", zh="方差 = d")
VARIANCE = Text(en="variance of the scores", zh="分数的方差")
GRADIENT = Text(en="size of the softmax's gradient", zh="softmax 梯度的大小")
TITLE = Text(
    en="At d = {d} the softmax's own gradient is {times:.1f} times as large with the division (mean)",
    zh="d = {d} 时，除以 √d 后，softmax 自身的梯度平均是原来的 {times:.1f} 倍",
)
WAITING = Text(en="Measuring …", zh="正在测量……")
ALT = Text(
    en="Two charts over the width d: variance of the scores, and gradient of the softmax, with and without the division.",
    zh="随宽度 d 变化的两张图：分数的方差，以及 softmax 的梯度，分别画出除与不除 √d。",
)
AFTER = Text(
    en="n = {n} queries per width, {S} keys each, seed {seed}; variance at d = {d}: {plain:.1f} without, {scaled:.2f} with. "
    "The gradient is the mean Frobenius norm of diag(p) − p pᵀ, at the softmax's input; on the way to q and k the division "
    "multiplies it by 1/√d once more. A few undecided queries carry the mean: the typical query gains far more.",
    zh="每种宽度 {n} 个查询、各 {S} 个键，种子 {seed}；d = {d} 时方差：不除为 {plain:.1f}，除后为 {scaled:.2f}。"
    "这里的梯度是对 softmax 输入的，取 diag(p) − p pᵀ 的弗罗贝尼乌斯范数的均值；再往回传到 q 和 k 时，还要多乘一个 1/√d。"
    "均值由少数尚未饱和的查询撑起来，典型查询的改善要大得多。",
)

SQRT_D = ClaimWords(
    id="attention/sqrt-d",
    says=Text(
        en="The authors suspect that wide vectors make the dot products so large that the softmax hardly has a gradient left, "
        "and divide by √d against it.",
        zh="作者猜测：向量一宽，点积就大到让 softmax 几乎没有梯度，所以要除以 √d 来抵消。",
    ),
    measured=Text(
        en="log10 of (gradient with the division ÷ gradient without) at d = 512: 0.30 means twice the gradient, and that is δ.",
        zh="d = 512 时（除以 √d 的梯度 ÷ 不除的梯度）的 log10：0.30 表示梯度为两倍，δ 就定在这里。",
    ),
    plain=Text(
        en="With the division the softmax has {times_mean:.1f} times the gradient ({times_low:.1f} to {times_high:.1f}).",
        zh="除以 √d 之后，softmax 的梯度是原来的 {times_mean:.1f} 倍（{times_low:.1f} 到 {times_high:.1f} 倍）。",
    ),
    note=Text(
        en="At the paper's own width, d = 64, the effect is {effect_at_64:.2f} (δ = {delta:.2f}).",
        zh="在论文所用的 d = 64 处，效应是 {effect_at_64:.2f}（δ = {delta:.2f}）。",
    ),
    unit=Text(en="log10 of gradient with ÷ without", zh="log10（除以 √d 的梯度 ÷ 不除的梯度）"),
    control=Text(
        en="vectors of the same width whose q·k already has variance 1. If the width itself were to blame, dividing would help "
        "here too.",
        zh="同样宽、但 q·k 的方差本来就是 1 的向量。如果问题出在宽度本身，那么在这里除以 √d 也应当有用。",
    ),
    extras={
        "variance_slope": Text(en="slope of log variance over log d", zh="log 方差对 log d 的斜率"),
        "scaled_variance_at_512": Text(en="variance after the division, d = 512", zh="除后的方差（d = 512）"),
        "effect_at_64": Text(en="the effect at the paper's own d = 64", zh="论文所用 d = 64 时的效应"),
        "effect_at_1": Text(en="the effect at d = 1 (√1 = 1: must be 0)", zh="d = 1 时的效应（√1 = 1，必为 0）"),
    },
)
