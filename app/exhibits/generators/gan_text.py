"""The words of the GAN."""

from collections.abc import Mapping

from app.i18n import Text

GAN_WAY = Text(en="Who plays", zh="谁来下")
GAN_WAYS: Mapping[str, Text] = {
    "watch": Text(en="watch a whole training", zh="看完整的训练"),
    "play": Text(en="play it yourself", zh="自己来下"),
    "compare": Text(en="three games side by side", zh="三种规则对比"),
}
LOSS = Text(en="The game", zh="规则")
LOSSES: Mapping[str, Text] = {
    "nonsaturating": Text(en="non-saturating", zh="非饱和"),
    "minimax": Text(en="minimax", zh="极小极大"),
    "wasserstein": Text(en="Wasserstein", zh="Wasserstein"),
}
LOSSES_SAY: Mapping[str, Text] = {
    "nonsaturating": Text(
        en="The generator raises $\\log D(G(z))$: the worse it is found out, the harder it is pulled.",
        zh="生成器提高 $\\log D(G(z))$：越是被识破，受到的拉力越大。",
    ),
    "minimax": Text(
        en="The generator lowers $\\log(1-D(G(z)))$: once it is found out for sure, hardly any pull is left.",
        zh="生成器降低 $\\log(1-D(G(z)))$：一旦被完全识破，几乎就没有拉力了。",
    ),
    "wasserstein": Text(
        en="The critic gives scores, not odds, and its slope is held near 1: the pull does not die, however far off the points are.",
        zh="判别器打分而不给概率，坡度被约束在 1 附近：点离得再远，拉力也不会消失。",
    ),
}
RATE_G, RATE_D = (
    Text(en="generator's learning rate", zh="生成器的学习率"),
    Text(en="discriminator's learning rate", zh="判别器的学习率"),
)
STEP_B = Text(en="Both, {n} steps", zh="两边各 {n} 步")
STEP_G = Text(en="Generator only", zh="只动生成器")
STEP_D = Text(en="Discriminator only", zh="只动判别器")
UNDO, AFRESH = Text(en="Take back", zh="悔一手"), Text(en="Begin anew", zh="重新开始")
MOVES = Text(en="Moves", zh="对局")
SURFACE_ENDS = Text(en="the discriminator says: made|the discriminator says: real", zh="判别器认为是假|判别器认为是真")
NET_LAYER = Text(en="a square net of codes, bent", zh="被掰弯的方格编码网")
PULL_LAYER = Text(en="where the discriminator pulls", zh="判别器的拉力")
GAN_TITLE = Text(
    en="After {step:,} steps {found} of {all} heaps are found", zh="{step:,} 步之后，{all} 堆里找到 {found} 堆"
)
GAN_TITLE_PLAIN = Text(
    en="After {step:,} steps precision is {precision:.0%}, recall {recall:.0%}",
    zh="{step:,} 步之后，精确率 {precision:.0%}，召回率 {recall:.0%}",
)
GAN_NOW = Text(en="step {step:,}", zh="第 {step:,} 步")
GAN_NOW_HEAPS = Text(en="step {step:,}: {found} of {all} heaps", zh="第 {step:,} 步：{all} 堆中的 {found} 堆")
DUEL_TITLE = Text(
    en="After {n} moves the discriminator trusts real points to {trusted:.0%}, made ones to {fooled:.0%}",
    zh="下了 {n} 手：判别器对真实点信 {trusted:.0%}，对生成点信 {fooled:.0%}",
)
DUEL_NOW = Text(
    en="after move {n} ({who}): trust in made points {fooled:.0%}",
    zh="第 {n} 手（{who}）之后：对生成点的信任 {fooled:.0%}",
)
DUEL_TITLE_SCORES = Text(
    en="After {n} moves the critic scores real points {apart:+.2f} above made ones",
    zh="下了 {n} 手：判别器给真实点的分数比生成点高 {apart:+.2f}",
)
DUEL_NOW_SCORES = Text(
    en="after move {n} ({who}): real points score {apart:+.2f} above made ones",
    zh="第 {n} 手（{who}）之后：真实点的分数比生成点高 {apart:+.2f}",
)
DUEL_START = Text(en="before the first move", zh="第一手之前")
WHO: Mapping[str, Text] = {
    "B": Text(en="both", zh="两边"),
    "G": Text(en="generator", zh="生成器"),
    "D": Text(en="discriminator", zh="判别器"),
}
GAN_SAYS = Text(
    en="The discriminator paints the plane: orange where it expects real points, blue where it expects made ones. The generator never sees a "
    "real point; all it gets is the slope of that paint. When the paint is right, made points walk towards the data; when they "
    "arrive, the paint changes.",
    zh="判别器给平面上色：橙色处它认为是真的，蓝色处认为是假的。生成器从没见过真实的点，只得到这层颜色的坡度。颜色对了，生成的点就朝数据走；走到了，颜色又变。",
)
DUEL_SAYS = Text(
    en="Try: the **discriminator alone** five times (it gets sure, the pull dies with minimax), then the **generator alone** five times "
    "(all its points run to one spot: nobody objects). Learning rates count from the next move on. The whole game is in the link.",
    zh="试试：**只动判别器**五手（它越来越有把握；极小极大规则下拉力会消失），再**只动生成器**五手（所有点跑向同一处，因为没人反对）。学习率从下一手起生效。整盘棋都在链接里。",
)
GAN_LOSS_TITLE = Text(
    en="The two losses say little:<br>at 2 log 2 = {even:.2f} the discriminator only guesses",
    zh="两条损失说明不了多少：<br>到 2 log 2 = {even:.2f}，判别器就只是在猜",
)
GAN_LOSS_ALT = Text(en="The losses of both players against the step.", zh="双方的损失随步数的变化。")
LOSS_G, LOSS_D = Text(en="generator", zh="生成器"), Text(en="discriminator", zh="判别器")
TRAIN_STEP_AXIS, LOSS_AXIS = Text(en="training step", zh="训练步"), Text(en="loss, nats", zh="损失（纳特）")
SEEDS_SAY = Text(
    en="**Mode collapse?** Over five seeds the GAN finds {found} of {all} heaps, DDPM {ddpm}. A heap counts as found "
    "when it gets a quarter of its share of the samples.",
    zh="**模式坍塌了吗？** 五个种子下，GAN 分别找到 {found} 堆（共 {all} 堆），DDPM 找到 {ddpm} 堆。一堆分到应得样本的四分之一，就算找到。",
)
HEAPS_TITLE = Text(
    en="After {step:,} steps DDPM finds {ddpm:g} of {all} heaps,<br>the GAN {gan:g} (medians of the seeds)",
    zh="{step:,} 步之后 DDPM 找到 {all} 堆中的 {ddpm:g} 堆，<br>GAN 找到 {gan:g} 堆（各种子的中位数）",
)
HEAPS_AXIS = Text(en="heaps found", zh="找到几堆")
HEAPS_ALT = Text(
    en="Heaps found against the training step by GAN, DDPM and flow matching, and at the end by every seed.",
    zh="GAN、DDPM 和流匹配找到的堆数随训练步数的变化，以及各种子最后找到几堆。",
)
HEAPS_SAY = Text(
    en="Lines: seed 0, {shown} samples at every look. Marks on the right: every seed at the end, {n:,} samples.",
    zh="线：种子 0，每次看 {shown} 个样本。右端的标记：各种子训练结束时，{n:,} 个样本。",
)
DETECTED = Text(
    en="**Mode collapse, if it lasts**: {found}, at most three quarters.",
    zh="**若一直如此，就是模式坍塌**：{found}，不超过四分之三。",
)
NOT_DETECTED = Text(
    en="No mode collapse: {found}, more than three quarters.",
    zh="没有模式坍塌：{found}，超过四分之三。",
)
FOUND_HEAPS = Text(en="made points find {found} of {all} heaps", zh="生成的点找到 {all} 堆中的 {found} 堆")
FOUND_SHARE = Text(en="made points reach {share} of the real ones", zh="生成的点覆盖到 {share} 的真实点")
