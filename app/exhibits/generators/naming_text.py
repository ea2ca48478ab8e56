"""The words of what a denoiser names."""

from app.i18n import Text

NAMES_SAY = Text(
    en="A noisy point is $x_t=\\sqrt{\\bar\\alpha_t}\\,x_0+\\sqrt{1-\\bar\\alpha_t}\\,\\varepsilon$, so whoever knows one of the two parts knows the "
    "other. The network may name the noise, $\\hat x_0=(x_t-\\sqrt{1-\\bar\\alpha_t}\\,\\hat\\varepsilon)/\\sqrt{\\bar\\alpha_t}$; the picture, "
    "$\\hat x_0$ itself; or $v=\\sqrt{\\bar\\alpha_t}\\,\\varepsilon-\\sqrt{1-\\bar\\alpha_t}\\,x_0$, and then "
    "$\\hat x_0=\\sqrt{\\bar\\alpha_t}\\,x_t-\\sqrt{1-\\bar\\alpha_t}\\,\\hat v$. A perfect answer is equally good in all three. A small error is not: "
    "in the noise it is divided by $\\sqrt{\\bar\\alpha_t}$, in the picture it stays, in $v$ it shrinks.",
    zh="带噪的点是 $x_t=\\sqrt{\\bar\\alpha_t}\\,x_0+\\sqrt{1-\\bar\\alpha_t}\\,\\varepsilon$，两部分知道一个就知道另一个。网络可以预测噪声，"
    "$\\hat x_0=(x_t-\\sqrt{1-\\bar\\alpha_t}\\,\\hat\\varepsilon)/\\sqrt{\\bar\\alpha_t}$；可以直接预测原图 $\\hat x_0$；也可以预测 "
    "$v=\\sqrt{\\bar\\alpha_t}\\,\\varepsilon-\\sqrt{1-\\bar\\alpha_t}\\,x_0$，这时 $\\hat x_0=\\sqrt{\\bar\\alpha_t}\\,x_t-\\sqrt{1-\\bar\\alpha_t}\\,\\hat v$。"
    "答案完全正确时三者一样好；有一点误差就不同了：噪声里的误差要除以 $\\sqrt{\\bar\\alpha_t}$，原图里的误差原样保留，$v$ 里的误差反而缩小。",
)
GROWTH_TITLE = Text(
    en="An error of 1 in the noise is {first:.2f} in the picture at the first step, {last:.0f} at the last",
    zh="噪声错 1，原图在第一步错 {first:.2f}，在最后一步错 {last:.0f}",
)
GROWTH_AXIS = Text(en="error of the picture", zh="原图的误差")
GROWTH_ALT = Text(
    en="How an error of 1 in the network's answer grows in the picture, at every step, for the three answers.",
    zh="网络的答案错 1 时，原图在各步错多少；三种答案各一条线。",
)
NAMES_TRY = Text(
    en="The curve is the price of a small mistake. Which mistakes a network makes depends on what it is asked; on the linear and the cosine "
    "schedule three trainings that differ in nothing else were measured. Train all three yourself under *Can I train it?*, family DDPM, "
    "*The network names*.",
    zh="曲线说的是小错误的代价。网络会犯哪些错误，要看问它什么；在线性和余弦方案下，录制了除此之外完全相同的三种训练。"
    "到“我能自己训练吗？”里，方法选 DDPM，三种“网络预测”都可以自己训练一遍。",
)
TARGETS_ALT = Text(
    en="Distance of the samples to real points, one dot a seed, for networks that name the noise, the picture or the mixture.",
    zh="预测噪声、原图或混合量的网络，各自样本到真实点的距离，每个种子一个点。",
)
TARGETS_NOTE = Text(
    en="Recorded: “{shape}”, {steps:,} steps, {seeds} seeds, {n:,} samples of all steps of the chain, {date}, {machine}, code {code}. "
    "Again: `{command}`",
    zh="录制：“{shape}”，训练 {steps:,} 步，{seeds} 个种子，走满整条链的 {n:,} 个样本，{date}，{machine}，代码 {code}。重新录制：`{command}`",
)
