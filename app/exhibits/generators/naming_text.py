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
NAMED_TITLE = Text(
    en="Closest: naming {best} on the {kind} schedule, {low:.2f} × the floor; farthest: {worst}, {other}, {high:.1f} ×",
    zh="最接近的是{kind}方案下预测{best}：底线的 {low:.2f} 倍；最远的是{other}方案下预测{worst}：{high:.1f} 倍",
)
NAMED_ALT = Text(
    en="Table of distances over the floor: a row for what the network names, a column a noise schedule.",
    zh="距离与底线之比的表：每行一种预测，每列一种加噪方案。",
)
NAMED_NOTE = Text(
    en="Distance ÷ floor: the median of {seeds} seeds and their range, {heaps} heaps a training, all else equal. Three seeds rank what lies "
    "far apart, not neighbours. Recorded: {shape}, {steps} steps, {date}, {machine}, code {code}. Again: `{command}`",
    zh="距离 ÷ 底线：{seeds} 个种子的中位数和范围，每次训练量 {heaps} 批样本，其余条件相同。三个种子分得清差得远的，分不清相邻的。"
    "录制：{shape}，{steps} 步，{date}，{machine}，代码 {code}。重新录制：`{command}`",
)
