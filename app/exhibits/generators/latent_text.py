"""The words of AE and VAE."""

from collections.abc import Mapping

from app.i18n import Text

LATENT = Text(en="Look at", zh="看什么")
LATENTS: Mapping[str, Text] = {
    "plane": Text(en="the plane of codes", zh="编码平面"),
    "tradeoff": Text(en="fidelity against diversity", zh="像与全的取舍"),
}
LATENT_NOTE = Text(
    en="Recorded: {steps} steps of batch 128 on 1,400 digits; sweeps with 6 latent dimensions, {seeds} seeds, {seconds:.0f} s on one core, "
    "{date}, {machine}, code {code}. Measured on 397 digits that nobody learnt from, on the features of a small classifier "
    "(right on {accuracy} of them): a Fréchet distance, not the FID of papers. Again: `{command}`",
    zh="录制：1,400 个数字，每批 128，训练 {steps} 步；扫描用 6 维隐变量，{seeds} 个种子，单核 {seconds:.0f} 秒，{date}，{machine}，代码 {code}。"
    "用没有参加训练的 397 个数字测量，特征取自一个小分类器（在其中 {accuracy} 上判断正确）：这是 Fréchet 距离，不是论文里的 FID。重新录制：`{command}`",
)
DIGIT = Text(en="A digit nobody learnt from", zh="一个没参加训练的数字")
OTHER_DIGIT = Text(en="Another one", zh="再选一个")
SPREAD = Text(en="σ times, in tenths", zh="σ 乘以（十分之几）")
CODER_NAMES: Mapping[str, Text] = {"ae": Text(en="AE", zh="AE"), "vae": Text(en="VAE", zh="VAE")}
PLANE_TITLE = Text(
    en="{coder}: {holes} of random codes fall into holes; the pictures lie {ratio:.1f} × the floor from real ones",
    zh="{coder}：随机抽的编码有 {holes} 掉进空洞；解出的图离真实数字是底线的 {ratio:.1f} 倍",
)
PLANE_NOTE = Text(
    en="Move over the plane and the decoder draws; a click settles on a place and puts it into the link. "
    "Each small figure is the code of a digit nobody learnt from.",
    zh="在平面上移动，解码器随手画出；点击选定一个位置，并写进链接。每个小数字是一个没参加训练的数字的编码。",
)
PLANE_SAYS: Mapping[str, Text] = {
    "vae": Text(
        en="Every digit becomes a small cloud, and the price of a code pushes the clouds towards one standard normal: they lie "
        "close, and few draws from the prior fall where no cloud is. The price is paid at the borders: where clouds overlap, "
        "pictures blur. With two dimensions that costs a lot; look at β in *fidelity against diversity*, with six.",
        zh="每个数字变成一小团云。编码要付代价，云团都被推向同一个标准正态：彼此挨近，从先验里抽，很少落在没有云的地方。代价付在边界上：云团重叠之处，图就糊。"
        "只有两维时，这个代价不小；六维的情形见“像与全的取舍”里的 β。",
    ),
    "ae": Text(
        en="Every digit becomes a point, wherever that helps to draw it again; nothing pulls the points together, so the plane is "
        "wide and full of holes. To sample, a Gaussian is laid over the codes afterwards, and it pours codes into the holes too. "
        "Yet the borders between the classes are narrow and the pictures sharp: compare the second number above with the VAE's. "
        "A hole is a place farther from every code than codes are from their fifth neighbour.",
        zh="每个数字变成一个点，放在哪里好还原就放在哪里，没有什么把点拉拢，平面于是又大又多洞。要采样，只能事后套一个高斯，它也会把编码撒进洞里。"
        "不过各类之间的边界很窄，图很清楚：把上面第二个数和 VAE 的比一比。所谓空洞，是离每个编码都比编码离自己的第五近邻更远的地方。",
    ),
}
READER_SAYS = Text(
    en="At z = ({x:.2f}, {y:.2f}) the classifier reads **{first}** ({one}), then {second} ({two}).",
    zh="在 z = ({x:.2f}, {y:.2f}) 处，分类器读作 **{first}**（{one}），其次是 {second}（{two}）。",
)
IN_OUT = Text(en="a digit and its copy; another and its copy", zh="一个数字和它的还原；另一个和它的还原")
AROUND = Text(en="eight draws around its code", zh="在它的编码周围抽八次")
ON_THE_WAY = Text(en="from one code to the other in a straight line", zh="沿直线从一个编码走到另一个")
ROWS_ALT = Text(
    en="Three rows of 8×8 digits: input and reconstruction, draws around the code, the way between two codes.",
    zh="三行 8×8 的数字：输入与还原，编码周围的抽样，两个编码之间的路。",
)
ERROR_NAME = Text(en="away from the input (error)", zh="离输入多远（误差）")
APART_NAME = Text(en="away from each other (spread)", zh="彼此多远（多样）")
SPREAD_AXIS = Text(en="factor on σ when decoding", zh="解码时 σ 乘以")
RMS_AXIS = Text(en="grey, −1 to 1", zh="灰度（−1 到 1）")
SPREAD_TITLE = Text(
    en="At {now:g} σ: error {error:.2f}, spread {apart:.2f};<br>nothing is free",
    zh="取 {now:g} σ：误差 {error:.2f}，多样 {apart:.2f}；<br>两头不能都要",
)
SPREAD_ALT = Text(
    en="Error of a reconstruction, and distance between reconstructions, against the factor on σ.",
    zh="还原误差和多次还原之间的距离，随 σ 的倍数变化。",
)
ERROR_AXIS = Text(en="error of a reconstruction", zh="还原误差")
FRECHET_AXIS = Text(en="Fréchet of samples ÷ floor", zh="样本的 Fréchet ÷ 底线")
RECALL_AXIS = Text(en="recall of samples", zh="样本的召回率")
NATS_AXIS = Text(en="nats a code costs", zh="编码的代价（纳特）")
BETAS_TITLE = Text(
    en="A higher β draws coarser copies; samples are best at β = {best:g};<br>from β = {gone:g} on no code says anything: posterior collapse",
    zh="β 越大，还原越粗；样本在 β = {best:g} 时最好；<br>从 β = {gone:g} 起编码什么也不说了：后验坍塌",
)
BETAS_TITLE_ALIVE = Text(
    en="A higher β draws coarser copies;<br>samples are best at β = {best:g}",
    zh="β 越大，还原越粗；<br>样本在 β = {best:g} 时最好",
)
BETAS_ALT = Text(
    en="Four panels against β: reconstruction error, Fréchet distance of samples, their recall, and the nats a code costs.",
    zh="四幅小图，横轴为 β：还原误差、样本的 Fréchet 距离、样本的召回率、编码的代价。",
)
WITH_KL = Text(en="with the KL term", zh="保留 KL 项")
WITHOUT_KL = Text(en="without it", zh="去掉 KL 项")
NOISE_AXIS = Text(en="training with σ ×", zh="训练时 σ ×")
NOISES_TITLE = Text(
    en="Without noise, samples lie at {kl:.0f} × the floor while the KL term stays, an AE's at {ae:.0f} ×:<br>taking away σ alone does not make an AE",
    zh="不加噪声而保留 KL 项，样本是底线的 {kl:.0f} 倍；AE 是 {ae:.0f} 倍：<br>只拿掉 σ，得到的并不是 AE",
)
NOISES_ALT = Text(
    en="Fréchet distance of samples and error of reconstructions against the noise while training, with the KL term and without.",
    zh="样本的 Fréchet 距离和还原误差随训练时噪声的变化，分保留与去掉 KL 项两种。",
)
DIMENSION_AXIS = Text(en="latent dimension, the busiest first", zh="隐变量的维，最忙的在前")
DIMENSIONS_TITLE = Text(
    en="At β = 1, {used} of {all} dimensions say something:<br>nats of each",
    zh="β = 1 时，{all} 维里有 {used} 维在说话：<br>各维的纳特数",
)
DIMENSIONS_ALT = Text(
    en="Table of nats: a row a β, a column a latent dimension.", zh="纳特数的表：每行一个 β，每列一维。"
)
TRADEOFF_SAYS = Text(
    en="A VAE pays twice: for a bad copy, and β nats for every nat its code says. **β** sets the price. Cheap codes copy well, "
    "but a draw from the prior lands where no code was; dear codes say less, and at last nothing.\n\n"
    "The notes say: let σ of the code shrink to 0 and the VAE becomes an AE. Half of it: with σ at 0 *and* no KL term it does, "
    "copies faithful, samples poor. With the KL term left in, the codes shrink towards 0 instead, since without noise nothing "
    "stops them, and most draws from the prior miss them.",
    zh="VAE 要付两笔钱：抄得不像要付，编码每说一纳特还要付 β 纳特。价钱由 **β** 定。编码便宜，抄得就好，但从先验抽的编码会落到谁也没去过的地方；"
    "编码昂贵，说得就少，最后干脆不说。\n\n"
    "笔记里说：让编码的 σ 缩到 0，VAE 就接近 AE。这话对了一半：σ 到 0、*并且*去掉 KL 项，才是 AE，抄得像，采样差。"
    "如果留着 KL 项，没有噪声挡着，编码会一直往 0 缩，先验抽到的编码大多碰不到它们。",
)
BETA = Text(en="β, the price of a nat", zh="β，每纳特的价钱")
COPY, PRIOR_ROW = Text(en="copy", zh="还原"), Text(en="samples", zh="抽样")
COPY_BAR = Text(en="error of the copy", zh="还原误差")
DIMENSION_BAR = Text(en="dimension {i}", zh="第 {i} 维")
BOUND_AXIS = Text(en="nats a row", zh="每个样本的纳特数")
BOUND_TITLE = Text(
    en="−ELBO at β = {beta:g}: {error:.1f} nats of error,<br>{code:.1f} of code; {used} of {all} dimensions speak",
    zh="β = {beta:g} 时 −ELBO：误差 {error:.1f} 纳特，<br>编码 {code:.1f} 纳特；{all} 维里 {used} 维在说话",
)
BOUND_TITLE_GONE = Text(
    en="Posterior collapse at β = {beta:g}:<br>no dimension says more than 0.01 nats,<br>all {error:.1f} nats are error",
    zh="β = {beta:g} 时后验坍塌：<br>没有一维超过 0.01 纳特，<br>{error:.1f} 纳特全是误差",
)
BOUND_ALT = Text(
    en="Bars: nats of the copy's error, and of each latent dimension.",
    zh="条形图：还原误差的纳特数，以及各维的纳特数。",
)
PRICE_ALT = Text(
    en="Ten real digits, their copies, and twenty samples from the prior at the chosen β.",
    zh="十个真实数字、它们的还原，以及在所选 β 下从先验抽出的二十个样本。",
)
PRICE_SAYS = Text(
    en="Over five seeds: error {error:.2f}, samples at {frechet:.1f} × the floor, recall {recall}, {used:g} of {all} dimensions in use.",
    zh="五个种子的中位数：误差 {error:.2f}，样本的 Fréchet 是底线的 {frechet:.1f} 倍，召回率 {recall}，{all} 维里用了 {used:g} 维。",
)
