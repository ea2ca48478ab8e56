"""The words of the ruler on pictures."""

from collections.abc import Mapping

from app.i18n import Text

JUDGES: Mapping[str, Text] = {
    "frechet": Text(en="Fréchet distance of features", zh="特征的 Fréchet 距离"),
    "precision": Text(en="Precision (fidelity)", zh="精确率（像不像）"),
    "recall": Text(en="Recall (diversity)", zh="召回率（全不全）"),
    "balance": Text(en="Balance of the classes", zh="各类是否均衡"),
    "nearest": Text(en="Distance to the nearest learnt picture", zh="离最近的训练图片多远"),
}
JUDGES_SAY: Mapping[str, Text] = {
    "frechet": Text(
        en="How far the features of made and real pictures are apart, when each heap is taken for a Gaussian: means and covariances. The "
        "features are those of a small classifier of ours, so it is not the FID of papers.",
        zh="把生成图片和真实图片的特征各看成一个高斯，比较均值和协方差差多少。特征取自我们自己的小分类器，所以不是论文里的 FID。",
    ),
    "precision": Text(
        en="The share of made pictures whose features lie where those of real ones lie.",
        zh="生成的图片里，特征落在真实图片特征所在之处的比例。",
    ),
    "recall": Text(
        en="The share of real pictures that made ones reach, in the same features.",
        zh="真实的图片里，被生成图片覆盖到的比例，用的是同样的特征。",
    ),
    "balance": Text(
        en="The entropy of the classes that the classifier reads, over that of ten even ones: 100 % is even, 0 % is one class only.",
        zh="分类器读出的类别分布的熵，除以十类均匀时的熵：100% 是完全均匀，0% 是只有一类。",
    ),
    "nearest": Text(
        en="From a made picture to the nearest one that was learnt, pixel by pixel, over the same from real pictures that nobody learnt "
        "from. Copies lie at 0, pictures as new as real ones at 1; blurred ones lie close to everything, too.",
        zh="从生成的图片到最近的训练图片，逐像素算距离，再除以没参加训练的真实图片的同一距离。照抄是 0，和真实图片一样新是 1；不过模糊的图离谁都近，也会偏小。",
    ),
}
PICTURES_SAY = Text(
    en="{measure}: {says}\n\nThe grey band is what {n:,} real pictures score against {n:,} others. The classifier is right on {accuracy} of "
    "the pictures that nobody learnt from. No family is told a class: each must find out by itself that there are ten.",
    zh="{measure}：{says}\n\n灰带是 {n:,} 张真实图片对另外 {n:,} 张真实图片的得分。分类器在没参加训练的图片上判断正确 {accuracy}。"
    "没有哪种方法被告知类别：有十类这件事，要各自去发现。",
)
WALLS_TITLE = Text(en="What each draws, having learnt “{name}”", zh="照着“{name}”，各自画出了什么")
WALLS_ALT = Text(
    en="Six walls of twenty pictures: real ones, and those of each family.",
    zh="六面墙，各二十张：真实的，以及每种方法画的。",
)
CLOSER = Text(en="Look closer at", zh="细看")
CLOSER_ALT = Text(
    en="Ten made pictures with the nearest learnt picture below each; then ten others at eight moments of the training, a row a moment.",
    zh="十张生成的图片，每张下面是最近的训练图片；再下面是另外十张在训练中八个时刻的样子，一行一个时刻。",
)
NEAREST_LABEL = Text(en="is it a copy?", zh="是照抄的吗？")
NEAREST_ROW = Text(en="nearest", zh="最近的")
THROUGH_LABEL = Text(en="the same noise, after so many training steps", zh="同一份噪声，训练这么多步之后")
CLOSER_SAYS = Text(
    en="Made pictures lie {nearest:.2f} × as far from what was learnt as real ones that nobody learnt from; copies would lie at 0. "
    "{steps:,} steps of batch {batch}, {train:.0f} s of one core.",
    zh="生成的图片离训练集的距离，是没参加训练的真实图片的 {nearest:.2f} 倍；照抄的话应当是 0。训练 {steps:,} 步，每批 {batch} 张，单核 {train:.0f} 秒。",
)
PICTURE_COLUMNS: Mapping[str, Text] = {
    "ratio": Text(en="Fréchet ÷ floor", zh="Fréchet ÷ 底线"),
    "balance": Text(en="balance", zh="均衡"),
    "nearest": Text(en="nearest", zh="最近"),
    "sample": Text(en="{n:,} samples, ms", zh="{n:,} 个样本（毫秒）"),
}
PICTURES_NOTE: Mapping[str, Text] = {
    "digits": Text(
        en="Recorded: 1,400 digits to learn from, {seeds} seeds, {date}, {machine}, code {code}. Plain layers for AE, VAE and GAN, the small "
        "convolutional network for DDPM and flow matching, 25 calls of it a sample. Settings were chosen on other seeds. Again: `{command}`",
        zh="录制：1,400 个数字用于训练，{seeds} 个种子，{date}，{machine}，代码 {code}。AE、VAE、GAN 用全连接，DDPM 和流匹配用小卷积网络，"
        "每个样本调用网络约 25 次。超参数在别的种子上选定。重新录制：`{command}`",
    ),
    "fashion": Text(
        en="Recorded: Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, MIT licence), 60,000 pictures to learn from, {seeds} seed, {date}, "
        "{machine}, code {code}. {minutes:.0f} minutes of one core for all that is shown, far from what larger networks and hours "
        "reach; one seed carries no band. A family without a record here is trained by the same command. The data lie outside this project. Again: `OBSERVATORY_DATA=… {command}`",
        zh="录制：Fashion-MNIST（Xiao、Rasul、Vollgraf 2017，MIT 许可），60,000 张用于训练，{seeds} 个种子，{date}，{machine}，代码 {code}。"
        "图上的方法加起来用了单核 {minutes:.0f} 分钟，离大网络训练几小时的水平还很远；只有一个种子，所以没有区间。这里没有录制的方法，可用同一条命令训练。数据不在本项目之内。重新录制：`OBSERVATORY_DATA=… {command}`",
    ),
}
