"""The words of the generators exhibit."""

from collections.abc import Mapping

from app.exhibits.generators.check_text import GUESS
from app.exhibits.generators.claims_text import CLAIMS as CLAIMS
from app.exhibits.generators.digits_text import *  # noqa: F403
from app.exhibits.generators.digits_text import NET
from app.exhibits.generators.games_text import *  # noqa: F403
from app.exhibits.generators.gan_text import *  # noqa: F403
from app.exhibits.generators.gan_text import GAN_WAY, LOSS, MOVES, RATE_D, RATE_G
from app.exhibits.generators.latent_text import *  # noqa: F403
from app.exhibits.generators.latent_text import BETA, DIGIT, LATENT, OTHER_DIGIT, SPREAD
from app.exhibits.generators.naming_text import *  # noqa: F403
from app.exhibits.generators.papers_text import PAPERS as PAPERS
from app.exhibits.generators.pictures_text import *  # noqa: F403
from app.exhibits.generators.pictures_text import CLOSER
from app.exhibits.generators.train_text import *  # noqa: F403
from app.exhibits.generators.train_text import LEARN_SHAPE, PREDICT, TRAIN_STEPS
from app.i18n import Text

TITLE = Text(en="Generators", zh="生成模型")
QUESTION = Text(en="How does noise become a picture?", zh="噪声怎样变成图像？")
IDEA = Text(
    en="A generator turns noise that is easy to draw into data that is not. The **AE** and the **VAE** decode a code, the "
    "**GAN** learns from a critic, **diffusion** walks back a chain that drowned the data in noise, **flow matching** follows "
    "arrows. Here all of them learn the same data, and one ruler says how far each of them came. "
    "The ruler has a floor: two heaps of real points are not equal either.",
    zh="生成模型把容易抽取的噪声变成难以抽取的数据。**AE** 和 **VAE** 把编码解出来，**GAN** 向判别器学，**扩散模型**把一条“越走越糊”的链倒着走回来，"
    "**流匹配**则顺着箭头走。在这里，它们学同样的数据，由同一把尺子量出各自离真实数据有多远。这把尺子有底线：两批真实数据之间也不会完全相同。",
)
FORMULA = (
    r"\begin{aligned}\text{AE, VAE, GAN}\quad&\textcolor{#000001}{x} = g_\theta(z),\; z\sim\mathcal N(0,1)\\"
    r"\text{DDPM}\quad&\textcolor{#000001}{x_{t-1}} \sim \mathcal N\!\big(\mu_\theta(x_t,t),\,\tilde\beta_t\big)\\"
    r"\text{flow}\quad&\tfrac{d\textcolor{#000001}{x}}{dt} = v_\theta(x,t)\end{aligned}"
)
LOOK_FOR = Text(
    en="points between the heaps that nobody asked for; heaps that stay empty; what a family costs per sample.",
    zh="没人要却落在各堆之间的点；一直空着的堆；每种方法生成一个样本要花多少代价。",
)
TERMS = ("latent", "autoencoder", "elbo", "discriminator", "mode-collapse", "noise-schedule", "stationary", "floor")

VIEW = Text(en="View", zh="视图")
VIEWS: Mapping[str, Text] = {
    "ruler": Text(en="One ruler", zh="一把尺子"),
    "diffusion": Text(en="Diffusion", zh="扩散"),
    "latent": Text(en="Codes", zh="编码"),
    "gan": Text(en="GAN", zh="GAN"),
    "digits": Text(en="Digits by class", zh="按类生成数字"),
    "markov": Text(en="A chain forgets", zh="会遗忘的链"),
}

SHAPE = Text(en="Data", zh="数据")
SHAPES: Mapping[str, Text] = {
    "moons": Text(en="Two moons", zh="双月"),
    "ring": Text(en="Eight heaps on a ring", zh="环上八堆"),
    "spiral": Text(en="Spiral", zh="螺线"),
    "rings": Text(en="Two rings", zh="双环"),
    "grid": Text(en="Twenty-five heaps", zh="二十五堆"),
    "line": Text(en="Line", zh="直线"),
    "digits": Text(en="Digits, 8×8", zh="手写数字 8×8"),
    "fashion": Text(en="Clothes, 28×28", zh="服饰 28×28"),
}
FAMILY = Text(en="Family", zh="方法")
FAMILIES: Mapping[str, Text] = {
    "ae": Text(en="AE + Gaussian", zh="AE + 高斯"),
    "vae": Text(en="VAE", zh="VAE"),
    "gan": Text(en="GAN", zh="GAN"),
    "ddpm": Text(en="DDPM", zh="DDPM"),
    "flow_matching": Text(en="Flow matching", zh="流匹配"),
}
REAL, MADE = Text(en="real", zh="真实"), Text(en="generated", zh="生成")
NOTE = Text(
    en="A recorded run: {steps} steps, {seeds} seeds, one core, {date}, {machine}, code {code}. Again: `{command}`",
    zh="录制的结果：{steps} 步，{seeds} 个种子，单核，{date}，{machine}，代码 {code}。重新录制：`{command}`",
)

# --- One ruler ----------------------------------------------------------------------------------------------------

MEASURE = Text(en="Measure", zh="用什么量")
MEASURES: Mapping[str, Text] = {
    "wasserstein": Text(en="Sliced Wasserstein distance", zh="切片 Wasserstein 距离"),
    "energy": Text(en="Energy distance", zh="能量距离"),
    "mmd": Text(en="MMD²", zh="MMD²"),
    "precision": Text(en="Precision (fidelity)", zh="精确率（像不像）"),
    "recall": Text(en="Recall (diversity)", zh="召回率（全不全）"),
}
MEASURES_SAY: Mapping[str, Text] = {
    "wasserstein": Text(
        en="How far points must move, on average, to turn one heap into the other, seen along a line; a mean over 64 lines.",
        zh="把一堆点搬成另一堆，沿一条直线看平均要搬多远；对 64 条直线取平均。",
    ),
    "energy": Text(
        en="Twice the mean distance between the heaps, minus the mean distances within each. Zero only between equal distributions.",
        zh="两堆之间平均距离的两倍，减去各自内部的平均距离。只有分布相同才是零。",
    ),
    "mmd": Text(
        en="The same idea with a Gaussian kernel in place of the distance, without bias: it can come out slightly below zero.",
        zh="同样的想法，只是用高斯核代替距离；这是无偏估计，所以可能略小于零。",
    ),
    "precision": Text(
        en="The share of generated points that lie where real points lie. Copying one real point over and over scores 100 %.",
        zh="生成的点有多大比例落在真实点所在之处。反复抄同一个真实点也能得 100%。",
    ),
    "recall": Text(
        en="The share of real points that generated points reach. Pouring points everywhere scores 100 %.",
        zh="真实的点有多大比例被生成的点覆盖。到处乱撒也能得 100%。",
    ),
}
RULER_TITLE = Text(
    en="{best} comes closest: {ratio:.2f} × the floor;<br>{worst} stays farthest, {far:.1f} ×",
    zh="最接近的是 {best}：底线的 {ratio:.2f} 倍；<br>最远的是 {worst}：{far:.1f} 倍",
)
RULER_TITLE_ONE = Text(en="{best}: {ratio:.1f} × the floor", zh="{best}：底线的 {ratio:.1f} 倍")
RULER_TITLE_SHARE = Text(
    en="{best} has the highest: {ratio:.0%}; {worst} the lowest: {far:.0%};<br>real against real: {floor:.0%}",
    zh="最高的是 {best}：{ratio:.0%}；最低的是 {worst}：{far:.0%}；<br>真实对真实：{floor:.0%}",
)
RULER_ALT = Text(
    en="One dot a seed and family under the chosen measure; the band is real against real.",
    zh="所选尺子下每种方法每个种子一个点；灰带是真实对真实。",
)
FLOOR = Text(en="real against real", zh="真实对真实")
SEED = Text(en="seed {seed}", zh="种子 {seed}")
SAMPLES_TITLE = Text(en="What they make of “{shape}”: {n:,} points each", zh="各自学到的“{shape}”：每种 {n:,} 个点")
SAMPLES_ALT = Text(
    en="Six squares: real points, and the points of each family.", zh="六个方格：真实的点，以及每种方法生成的点。"
)
RULER_SAYS = Text(
    en="{measure}: {says}\n\nThe grey band is what two heaps of {n:,} real points are apart, in nine of ten pairs. Whoever lies inside "
    "it cannot be told from real by this measure.",
    zh="{measure}：{says}\n\n灰带是两批各 {n:,} 个真实点之间的距离（十对里的九对）。落在灰带里的方法，用这把尺子已经分不出真假。",
)
COLUMNS: Mapping[str, Text] = {
    "family": FAMILY,
    "ratio": Text(en="distance ÷ floor", zh="距离 ÷ 底线"),
    "band": Text(en="over seeds", zh="各种子"),
    "precision": Text(en="precision", zh="精确率"),
    "recall": Text(en="recall", zh="召回率"),
    "modes": Text(en="heaps found", zh="找到几堆"),
    "train": Text(en="training, s", zh="训练（秒）"),
    "sample": Text(en="{n:,} samples, ms", zh="{n:,} 个样本（毫秒）"),
    "parameters": Text(en="parameters", zh="参数"),
}

# --- Diffusion ----------------------------------------------------------------------------------------------------

WAY = Text(en="Direction", zh="方向")
WAYS: Mapping[str, Text] = {
    "backward": Text(en="noise to picture", zh="从噪声到图像"),
    "forward": Text(en="picture to noise", zh="从图像到噪声"),
    "field": Text(en="field", zh="学到的场"),
    "training": Text(en="training", zh="随训练变化"),
    "names": Text(en="what is named", zh="预测什么"),
}
SCHEDULE = Text(en="Noise schedule", zh="加噪方案")
SCHEDULES: Mapping[str, Text] = {
    "linear": Text(en="linear", zh="线性"),
    "quadratic": Text(en="quadratic", zh="二次"),
    "cosine": Text(en="cosine", zh="余弦"),
    "sigmoid": Text(en="sigmoid", zh="S 形"),
}
HOW = Text(en="Sampler", zh="采样器")
HOWS: Mapping[str, Text] = {
    "ddpm": Text(en="DDPM: new noise at every step", zh="DDPM：每步再加新噪声"),
    "ddim": Text(en="DDIM: no new noise", zh="DDIM：不加新噪声"),
    "ode": Text(en="ODE: Heun's rule", zh="ODE：Heun 法"),
    "flow": Text(en="flow matching", zh="流匹配"),
}
STEPS = Text(en="Steps of the sampler", zh="采样步数")
TIMES = Text(en="Steps of the chain", zh="链的步数")
STEP_AXIS = Text(en="step t", zh="步 t")
FILM_FORWARD = Text(
    en="Going forward, “{shape}” drowns: half the variance is noise from step {half} of {steps}",
    zh="前向过程：“{shape}”被噪声淹没，第 {half} 步（共 {steps} 步）起一半以上的方差是噪声",
)
FILM_BACKWARD = Text(
    en="Going back in {calls} calls of the network: {ratio:.2f} × the floor",
    zh="倒着走回来，网络用了 {calls} 次：距离是底线的 {ratio:.2f} 倍",
)
FILM_TRAINING = Text(
    en="The same noise through the network as it learns: after step {last} it draws {shape}",
    zh="同一份噪声，看网络边学边画：到第 {last} 步画出“{shape}”",
)
NOW_FORWARD = Text(
    en="t = {t}: {left:.1%} of the variance is picture, SNR {snr:.3g}",
    zh="t = {t}：方差中 {left:.1%} 是图像，信噪比 {snr:.3g}",
)
NOW_START = Text(en="t = 0: the picture", zh="t = 0：原图")
NOW_BACKWARD = Text(en="time {time:.2f}: {left} steps to go", zh="时刻 {time:.2f}：还剩 {left} 步")
NOW_DONE = Text(en="time 0: the samples", zh="时刻 0：样本")
NOW_TRAINING = Text(en="after {step:,} training steps", zh="训练 {step:,} 步之后")
NOISY = Text(en="the same points with noise", zh="加了噪声的同一批点")
GUESS_LAYER = Text(en="the network's guess of the end", zh="网络此刻猜的终点")
SCHEDULES_TITLE = Text(
    en="{name} leaves {left} of the picture's variance at the end",
    zh="{name}方案到最后只剩原图方差的 {left}",
)
SCHEDULES_ALT = Text(
    en="What each schedule leaves of the picture's variance at every step, and the signal-to-noise ratio.",
    zh="各种加噪方案下每一步还剩多少原图方差，以及信噪比。",
)
LEFT_AXIS, SNR_AXIS = Text(en="ᾱ, left of the picture", zh="ᾱ，剩下的图像"), Text(en="SNR", zh="信噪比")
FEW_TITLE = Text(
    en="With {few} steps: {first} {one:.1f} × the floor,<br>{second} {two:.1f} ×",
    zh="{few} 步时：{first} 是底线的 {one:.1f} 倍，<br>{second} 是 {two:.1f} 倍",
)
FEW_ALT = Text(
    en="Distance to real points against the number of steps, one line a sampler.",
    zh="到真实数据的距离随采样步数的变化，每种采样器一条线。",
)
FEW_AXIS = Text(en="steps of the sampler", zh="采样步数")
RATIO_AXIS = Text(en="distance ÷ floor", zh="距离 ÷ 底线")
FORWARD_SAYS = Text(
    en="Nothing is learnt here. Each step shrinks every point a little and adds a little noise: "
    "$x_t = \\sqrt{{1-\\beta_t}}\\,x_{{t-1}} + \\sqrt{{\\beta_t}}\\,\\varepsilon$. All steps at once are one formula, "
    "$x_t = \\sqrt{{\\bar\\alpha_t}}\\,x_0 + \\sqrt{{1-\\bar\\alpha_t}}\\,\\varepsilon$, with "
    "$\\bar\\alpha_{{{steps}}} = {end}$ at the end. The encoder of a VAE is learnt and makes its code small; this one is "
    "fixed and keeps every dimension.",
    zh="这里什么都不用学。每一步把点缩小一点，再加一点噪声：$x_t = \\sqrt{{1-\\beta_t}}\\,x_{{t-1}} + \\sqrt{{\\beta_t}}\\,\\varepsilon$。"
    "许多步可以合成一个公式：$x_t = \\sqrt{{\\bar\\alpha_t}}\\,x_0 + \\sqrt{{1-\\bar\\alpha_t}}\\,\\varepsilon$，到最后 "
    "$\\bar\\alpha_{{{steps}}} = {end}$。VAE 的编码器是学出来的，编码比输入小；扩散的前向过程是固定的，维数一点不减。",
)
BACKWARD_SAYS = Text(
    en="The network was asked one thing only: which noise is in this point? From its answer follows a guess of the end (blue), "
    "and the sampler walks a little of the way there. In the first steps the guesses fly about: a small error in the noise is "
    "divided by $\\sqrt{{\\bar\\alpha_t}}$ and grows up to {grows:.0f}-fold. Half-way all of them lie near the middle, for of a point that is "
    "nearly noise the best guess is the mean; then they part. **DDPM** adds new noise at every step, **DDIM** none, the **ODE** "
    "looks twice at every step and so pays two calls.",
    zh="网络只回答一个问题：这个点里掺了多少噪声？由回答可以推出终点的猜测（蓝色），采样器朝那里走一小段。最初几步，猜测四处乱飞：噪声里的一点小误差要除以 "
    "$\\sqrt{{\\bar\\alpha_t}}$，最多放大 {grows:.0f} 倍。走到半路，猜测都聚到中间：面对几乎全是噪声的点，最好的猜测就是均值；然后才各奔东西。"
    "**DDPM** 每步再加新噪声，**DDIM** 不加，**ODE** 每步看两眼，所以要调用网络两次。",
)
POINT = Text(en="A point", zh="一个点")
AT_STEP = Text(en="Its step", zh="它的第几步")
PICKED = Text(en="the point in numbers", zh="写成数字的点")
STEP_SAYS = Text(
    en="The square's step in numbers, in the coordinates that the network sees (middle 0, spread 1).",
    zh="方块这一步的数字，用网络看到的坐标（中心为 0，尺度为 1）。",
)
FILM_FIELD = Text(
    en="At t = {t} all arrows point to the middle; near the end, each to its own part of the shape",
    zh="到 t = {t}，所有箭头都指向中间；最后，各自指向形状上最近的一段",
)
NOW_FIELD = Text(en="t = {t} of {steps}", zh="t = {t}（共 {steps} 步）")
FIELD_LAYER = Text(en="from here towards the guessed picture", zh="从这里指向猜测的原图")
FIELD_SAYS = Text(
    en="Each arrow starts at a place and points towards $\\hat x_0$, the network's guess of the picture behind a noisy point found "
    "there at step $t$ (a sixth of the way is drawn). With much noise a place says little, so the best guess is the mean; with little "
    "noise it is the nearest part of the shape. In the very first steps the guess is wild: the noise's small error is divided by $\\sqrt{\\bar\\alpha_t}$.\n\n"
    "Below, the bound: the steps' KL terms, with the likelihood of the very last step and the little that is left at $t = T$ (neither "
    "is drawn), add up to an upper bound on the nats a point costs. DDPM's loss leaves their weights out and so cares more for the noisy "
    "steps, where the shape is decided.",
    zh="每个箭头从一个位置出发，指向 $\\hat x_0$：第 $t$ 步在此处看到一个带噪的点，网络猜它原来在哪里（只画六分之一的路程）。噪声大时，位置说明不了什么，"
    "最好的猜测就是均值；噪声小时，猜的是形状上最近的一段。最初几步猜得离谱：噪声里的小误差除以 $\\sqrt{\\bar\\alpha_t}$ 被放大了。\n\n下面是变分界：各步的 KL 项，加上最后一步的似然和 $t = T$ 处剩下的一点（这两项没有画），是一个点所需纳特数的上界。DDPM 的损失去掉了这些权重，"
    "因而更看重噪声大的步，形状正是在那里定下来的。",
)
TERMS_TITLE = Text(
    en="The bound's KL terms: {sum:.2f} nats over {steps} steps, half of them in the first {half}",
    zh="变分界的 KL 项：{steps} 步共 {sum:.2f} 纳特，一半来自最前面的 {half} 步",
)
TERMS_ALT = Text(
    en="The bound's KL term and the error of the predicted noise at every step.",
    zh="每一步的 KL 项，以及预测噪声的误差。",
)
TERM_NAME, NOISE_ERROR = Text(en="KL term, nats", zh="KL 项（纳特）"), Text(en="error of the noise", zh="噪声的误差")
TRAINING_SAYS = Text(
    en="Every frame starts from the same noise and takes twelve DDIM steps with the weights of that moment (their moving average). "
    "Frames lie closer at the beginning, where more happens.",
    zh="每一帧都从同一份噪声出发，用那一刻的权重（滑动平均）走 12 步 DDIM。开头变化大，帧取得密。",
)

# --- Markov -------------------------------------------------------------------------------------------------------

MATRIX = Text(en="Transition matrix: rows separated by semicolons", zh="转移矩阵：行与行用英文分号隔开")
START_STATE = Text(en="Start in state", zh="从哪个状态出发")
TRANSITIONS = Text(en="Transitions", zh="转移次数")
CHAIN_TITLE = Text(
    en="After {steps} transitions {kl} nats are left between the chain and its rest: each step keeps {keep:.0%} of the difference",
    zh="转移 {steps} 次之后，离平稳分布还差 {kl} 纳特：每一步留下差别的 {keep:.0%}",
)
CHAIN_TITLE_NOT = Text(
    en="This chain does not settle: where it begins, or when you look, still matters",
    zh="这条链不会收敛：从哪里出发、什么时候看，结果始终不同",
)
CHAIN_ALT = Text(
    en="The share of every state after each transition, and the divergence from the stationary distribution.",
    zh="每次转移之后各状态所占的比例，以及与平稳分布的 KL 散度。",
)
STATE = Text(en="state {i}", zh="状态 {i}")
SHARE_AXIS, KL_AXIS = Text(en="share", zh="比例"), Text(en="KL from the rest, nats", zh="与平稳分布的 KL（纳特）")
TRANSITION_AXIS = Text(en="transition", zh="第几次转移")
SALT_TITLE = Text(
    en="Salt in water: all in the middle at first, evenly spread after {steps} steps",
    zh="盐溶于水：起初都在正中，{steps} 步后到处一样",
)
SALT_ALT = Text(en="Heat map: place from left to right, time downwards.", zh="热图：横轴是位置，纵轴是时间。")
SALT_X, SALT_Y = Text(en="place", zh="位置"), Text(en="time", zh="时间")
GAUSS_TITLE = Text(
    en="The same for diffusion: a point at {mean} comes to rest on N(0, 1), {name} within {at} of {steps} steps",
    zh="扩散也一样：从 {mean} 出发的点落到 N(0, 1) 上，{name}方案用了 {steps} 步中的 {at} 步",
)
GAUSS_ALT = Text(
    en="Divergence from the standard normal at every step, one line a schedule.",
    zh="每一步与标准正态的 KL 散度，每种方案一条线。",
)
MARKOV_SAYS = Text(
    en="The stationary distribution is $\\pi = \\pi P$, here {rest}. Try `0 1; 1 0`: it never settles, it turns in circles. "
    "Try `1 0; 0 1`: it never mixes. A chain in which every state can be reached from every other, and in no fixed rhythm, settles from "
    "any start; the second eigenvalue, {second:.3f} here, says how fast. (States that are left for good do no harm: `1 0; 0.5 0.5`.) Diffusion's forward chain is built to settle: "
    "it shrinks and adds noise until $\\bar\\alpha_T \\approx 0$ and nothing but $\\mathcal N(0,1)$ is left.",
    zh="平稳分布满足 $\\pi = \\pi P$，这里是 {rest}。试试 `0 1; 1 0`：它永远在转圈，不会收敛。试试 `1 0; 0 1`：它永远不混合。"
    "只要任意两个状态都能互相到达、又没有固定节拍，链就会从任何起点收敛到同一个分布；收敛多快看第二大特征值，这里是 {second:.3f}。"
    "（有些状态一去不回，倒不妨碍：`1 0; 0.5 0.5`。）"
    "扩散的前向链是特意造得会收敛的：一边缩小一边加噪声，直到 $\\bar\\alpha_T \\approx 0$，只剩 $\\mathcal N(0,1)$。",
)

PLATE = Text(en="One spiral, five generators", zh="一条螺线，五种生成模型")
PART = Text(en="Part", zh="部分")

CONTROLS: Mapping[str, Text] = {
    "generators_view": VIEW,
    "generators_shape": SHAPE,
    "generators_measure": MEASURE,
    "generators_judge": MEASURE,
    "generators_closer": CLOSER,
    "generators_way": WAY,
    "generators_schedule": SCHEDULE,
    "generators_train_schedule": Text(en="Noise schedule of the training", zh="训练用的加噪方案"),
    "generators_how": HOW,
    "generators_few": STEPS,
    "generators_point": POINT,
    "generators_at": AT_STEP,
    "generators_times": TIMES,
    "generators_latent": LATENT,
    "generators_coder": FAMILY,
    "generators_digit": DIGIT,
    "generators_other": OTHER_DIGIT,
    "generators_spread": SPREAD,
    "generators_price": BETA,
    "generators_gan": GAN_WAY,
    "generators_net": NET,
    "generators_loss": LOSS,
    "generators_train_loss": Text(en="Game of the training", zh="训练用的规则"),
    "generators_rate_g": RATE_G,
    "generators_rate_d": RATE_D,
    "generators_moves": MOVES,
    "generators_learn": LEARN_SHAPE,
    "generators_family": FAMILY,
    "generators_steps": TRAIN_STEPS,
    "generators_beta": BETA,
    "generators_lr_g": RATE_G,
    "generators_lr_d": RATE_D,
    "generators_predict": PREDICT,
    "generators_guess": GUESS,
    "generators_matrix": MATRIX,
    "generators_state": START_STATE,
    "generators_transitions": TRANSITIONS,
}
COVERS: Mapping[str, str] = {
    "autoencoder": "generators_view=latent&generators_coder=ae",
    "vae": "generators_view=latent",
    "vae-tradeoff": "generators_view=latent&generators_latent=tradeoff",
    "gan": "generators_view=gan&generators_gan=play",
    "ddpm": "generators_view=diffusion",
    "ddpm-markov": "generators_view=markov",
}
