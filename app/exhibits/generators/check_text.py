"""The words of *Check yourself*."""

from app.i18n import Text

WHO_MADE = Text(
    en="One of the five made these points of the shape “{shape}”. Which?",
    zh="“{shape}”的这批点是五种方法之一生成的。是哪一种？",
)
GUESS = Text(en="Your guess", zh="你的猜测")
REVEAL, NEXT = Text(en="Show the answer", zh="看答案"), Text(en="Another one", zh="换一题")
RIGHT, WRONG = Text(en="Yes.", zh="对。"), Text(en="No.", zh="不对。")
ANSWER = Text(
    en="{verdict} {name} made them: {ratio:.2f} × the floor, precision {precision:.0%}, recall {recall:.0%}. {why}",
    zh="{verdict}生成者是 {name}：距离是底线的 {ratio:.2f} 倍，精确率 {precision:.0%}，召回率 {recall:.0%}。{why}",
)
WHY = {
    "ae": Text(
        en="Codes from one Gaussian fill the inside of the shape, too: a blurred cloud.",
        zh="编码从一个高斯里抽，形状的内部也被填上：一片模糊的云。",
    ),
    "vae": Text(
        en="Its decoder is a smooth map of the plane, so it must draw bridges where the data has gaps.",
        zh="解码器是平面的光滑映射，数据有缝的地方它只好搭桥。",
    ),
    "gan": Text(
        en="Thin, sharp lines, often with a part missing: that is how a generator looks that only follows a critic.",
        zh="线条又细又利，往往缺一块：只跟着判别器走的生成器就是这个样子。",
    ),
    "ddpm": Text(en="All parts are there, with a little dust between them.", zh="各部分都在，中间有少许散点。"),
    "flow_matching": Text(
        en="All parts are there; it is hard to tell from DDPM, and the ruler hardly can either.",
        zh="各部分都在；很难与 DDPM 区分，尺子也差不多分不开。",
    ),
}
PUZZLE_ALT = Text(en="Generated points without a name.", zh="一批没有署名的生成点。")
MYTHS = Text(en="Is that so? Test it.", zh="真是这样吗？检验一下。")
TRY = Text(en="Test it", zh="检验")
MYTH_LOSS = Text(en="“The generator's loss tells how good a GAN is.”", zh="“看生成器的损失，就知道 GAN 好不好。”")
MYTH_LOSS_ANSWER = Text(
    en="On the recorded training on “{shape}”: the rank correlation between the generator's loss and the distance of its points to real "
    "ones, over {n} moments, is **{rho:+.2f}**; +1 would make the loss a ruler. At its lowest loss the distance was {lowest:.3f}, at best it was {best:.3f}.",
    zh="在“{shape}”的录制训练里，{n} 个时刻上生成器损失与它到真实数据的距离，秩相关是 **{rho:+.2f}**；要到 +1，损失才算一把尺子。"
    "损失最低时距离是 {lowest:.3f}，而最好时是 {best:.3f}。",
)
MYTH_ZERO = Text(en="“A perfect generator has distance zero.”", zh="“完美的生成模型，距离应该是零。”")
MYTH_ZERO_ANSWER = Text(
    en="Two fresh heaps of {n:,} real points of “{shape}” lie **{apart:.3f}** apart, though nobody generated anything. And a "
    "“generator” that hands out the very points it is compared with scores **{copy:.3f}**: perfect on this ruler, and it has made nothing.",
    zh="“{shape}”的两批各 {n:,} 个真实点，相距 **{apart:.3f}**，并没有谁在生成。反过来，把用来对照的点原样交出去，得 **{copy:.3f}**：满分，却什么也没生成。",
)
MYTH_STEPS = Text(en="“More sampling steps are always better.”", zh="“采样步数总是越多越好。”")
MYTH_STEPS_ANSWER = Text(
    en="On “{shape}”, five seeds: flow matching with 16 steps reaches {flow:.2f} × the floor, DDPM needs {steps} steps for its best, {ddpm:.2f} ×. "
    "From 32 to 100 steps the ODE changes by only {change:+.2f}: the remaining error is the network's, and no step takes that away.",
    zh="在“{shape}”上取五个种子：流匹配 16 步就到底线的 {flow:.2f} 倍，DDPM 要 {steps} 步才到它的最好成绩 {ddpm:.2f} 倍。"
    "ODE 从 32 步到 100 步只变了 {change:+.2f}：剩下的误差是网络的，再多步也去不掉。",
)
MYTH_CHAIN = Text(en="“Every Markov chain settles after enough steps.”", zh="“任何马尔可夫链走得够久都会收敛。”")
MYTH_CHAIN_ANSWER = Text(
    en="The chain `0 1; 1 0` after 1,000 steps: {even}, after 1,001: {odd}. It has a stationary distribution, {rest}, and never gets there. "
    "With a pinch of staying, `0.1 0.9; 0.9 0.1`, it does: after 1,000 steps {calm}.",
    zh="链 `0 1; 1 0` 走 1,000 步是 {even}，走 1,001 步是 {odd}。平稳分布是有的，{rest}，它却永远到不了。加一点“留在原地”，`0.1 0.9; 0.9 0.1`，就到了：1,000 步后是 {calm}。",
)
