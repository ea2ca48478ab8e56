"""The words of the training."""

from collections.abc import Mapping

from app.i18n import Text

TRAIN_QUESTION = Text(en="What does your generator make of it?", zh="你的生成模型会学成什么样？")
TRAIN_IDEA = Text(
    en="Choose what is learnt and who learns it. The training runs in another process, a few seconds on one core; the picture comes "
    "along while it learns, and afterwards you can scrub through it. The distance is measured against points no training has seen.",
    zh="选择学什么、由谁来学。训练在另一个进程里进行，单核几秒钟；边学边有图，学完还能来回拖着看。距离是对着没参加训练的点量的。",
)
LEARN_SHAPE = Text(en="What is learnt", zh="学什么")
DRAWN_SHAPE = Text(en="Draw your own", zh="自己画")
SLATE = Text(en="Draw one stroke here", zh="在这里画一笔")
TRAIN_STEPS = Text(en="Training steps", zh="训练步数")
PREDICT = Text(en="The network names", zh="网络预测")
PREDICTS: Mapping[str, Text] = {
    "eps": Text(en="the noise ε", zh="噪声 ε"),
    "x0": Text(en="the picture x₀", zh="原图 x₀"),
    "v": Text(en="the mixture v", zh="混合量 v"),
}
NOT_DRAWN = Text(en="Draw something first.", zh="请先画一笔。")
LIVE_TITLE = Text(en="Learning …", zh="正在学……")
TRAINED_TITLE = Text(
    en="After {steps:,} steps: {ratio:.2f} × the floor, precision {precision:.0%}, recall {recall:.0%}",
    zh="{steps:,} 步之后：距离是底线的 {ratio:.2f} 倍，精确率 {precision:.0%}，召回率 {recall:.0%}",
)
TRAIN_LOSS_TITLE = Text(en="The loss went from {first:.3g} to {last:.3g}", zh="损失从 {first:.3g} 变到 {last:.3g}")
TRAIN_LOSS_ALT = Text(en="Loss against the training step.", zh="损失随训练步数的变化。")
LOSS_NAMES: Mapping[str, tuple[Text, ...]] = {
    "ae": (Text(en="error", zh="误差"), Text(en="KL", zh="KL")),
    "vae": (Text(en="error", zh="误差"), Text(en="KL", zh="KL")),
    "gan": (Text(en="discriminator", zh="判别器"), Text(en="generator", zh="生成器")),
    "ddpm": (Text(en="error", zh="误差"),),
    "flow_matching": (Text(en="error", zh="误差"),),
}
TRAIN_AFTER = Text(
    en="One seed ({seed}), {n:,} samples. The floor is the median of ten pairs of real heaps of that size.",
    zh="一个种子（{seed}），{n:,} 个样本。底线是十对同样大小的真实数据之间距离的中位数。",
)
GO_ON = Text(en="Go on from here with other settings", zh="换个设置，从这里接着学")
START_SAYS = Text(
    en="The next training goes on from the weights of the last one ({steps:,} steps): change β, the loss, what is learnt, and run it.",
    zh="下一次训练接着上一次的权重（{steps:,} 步）：换 β、换损失、换要学的形状，然后运行。",
)
START_OTHER = Text(
    en="The kept weights belong to {family}; another family begins anew.",
    zh="保留的权重属于{family}，换了方法就从头开始。",
)
START_GONE = Text(
    en="The run that this link goes on from is no longer on this server; the training begins anew.",
    zh="这个链接要接着的那次训练已不在这台服务器上，训练将从头开始。",
)
START_AFRESH = Text(en="Begin anew", zh="从头开始")
