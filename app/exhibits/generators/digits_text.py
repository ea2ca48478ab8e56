"""The words of diffusion on digits."""

from collections.abc import Mapping

from app.i18n import Text

NET = Text(en="Network", zh="网络")
NETS: Mapping[str, Text] = {"conv": Text(en="convolutional", zh="卷积"), "mlp": Text(en="plain layers", zh="全连接")}
DIGITS_SAY = Text(
    en="A DDPM was told which digit it should draw. A classifier that reads **{real}** of real digits rightly reads **{accuracy}** of "
    "these as what was asked for; Fréchet distance **{frechet:.1f} ×** the floor, precision {precision}, recall {recall}. "
    "{parameters} parameters, {train:.0f} s of training on one core.\n\n"
    "**Does it only remember?** The lower wall shows the learnt digit that is nearest to each. A made digit lies **{nearest:.2f}** "
    "times as far from the learnt ones as a real digit that nobody learnt from. Copies would lie at 0.",
    zh="我们告诉 DDPM 要画哪个数字。一个能读对 **{real}** 真实数字的分类器，把其中 **{accuracy}** 读作要画的那个；Fréchet 距离是底线的 **{frechet:.1f} 倍**，"
    "精确率 {precision}，召回率 {recall}。{parameters} 个参数，单核训练 {train:.0f} 秒。\n\n"
    "**它是不是只会背？** 下面一墙是与每个生成数字最近的训练数字。生成的数字离训练集的距离，是没参加训练的真实数字的 **{nearest:.2f} 倍**。照抄的话，应当是 0。",
)
MADE_WALL = Text(en="made: a column a digit", zh="生成的：一列一个数字")
NEAREST_WALL = Text(en="the nearest learnt digit of each", zh="各自最近的训练数字")
WALL_ALT = Text(
    en="Two walls of 8×8 digits: made ones, and the nearest learnt ones.",
    zh="两面 8×8 数字墙：生成的，以及各自最近的训练数字。",
)
GUIDANCE_NAMES: Mapping[str, Text] = {
    "accuracy": Text(en="read as asked for", zh="读作所要的"),
    "precision": Text(en="precision", zh="精确率"),
    "recall": Text(en="recall", zh="召回率"),
}
GUIDANCE_FLOOR = Text(en="recall of real digits", zh="真实数字的召回率")
GUIDANCE_AXIS = Text(en="guidance w", zh="引导强度 w")
GUIDANCE_TITLE = Text(
    en="Guidance w = {w:g} takes accuracy from {one:.0%} to {two:.0%}<br>and recall from {first:.0%} to {last:.0%}",
    zh="引导强度到 w = {w:g}：读对的从 {one:.0%} 变到 {two:.0%}，<br>召回率从 {first:.0%} 变到 {last:.0%}",
)
GUIDANCE_ALT = Text(
    en="Accuracy, precision and recall against the guidance.", zh="读对的比例、精确率和召回率随引导强度的变化。"
)
DIGITS_NOTE = Text(
    en="Recorded: {seeds} seeds a network, 25 DDIM steps, {seconds:.0f} s in all on one core, {date}, {machine}, code {code}. Guidance without a "
    "classifier calls the network twice a step. The reader is a small classifier; its features are no Inception's. Again: `{command}`",
    zh="录制：每个网络 {seeds} 个种子，DDIM 25 步，单核共 {seconds:.0f} 秒，{date}，{machine}，代码 {code}。无分类器引导每步要调用网络两次。"
    "读数字的是一个小分类器，特征不是 Inception 的。重新录制：`{command}`",
)
