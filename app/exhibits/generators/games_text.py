"""The words of the three games side by side."""

from collections.abc import Mapping

from app.i18n import Text

GAMES_SAY = Text(
    en="Same networks, same learning rates, same batches; only what the players want differs. A step is one batch for the critic; "
    "Wasserstein's generator moves at every third, so that its critic keeps ahead.\n\n"
    "**Minimax** pulls the least when points are found out, so it starts late or not at all. The **non-saturating** game pulls hard at "
    "points that are found out, and nothing in it asks for *all* heaps. **Wasserstein's** critic measures how far the points must be "
    "moved, so an empty heap is felt from far away. That is what the papers say; what came of it here stands in the table.",
    zh="网络、学习率、每批数据都一样，只有双方想要的东西不同。一步是判别器看一批数据；Wasserstein 规则下，生成器每三批才动一次，好让判别器走在前面。\n\n"
    "**极小极大**：点被识破时拉力最小，所以起步晚，甚至动不了。**非饱和**：对被识破的点拉力大，但没有什么要求它把*所有*的堆都占到。"
    "**Wasserstein**：判别器量的是点要搬多远，哪一堆空着，远远就能感到。以上是论文的说法；在这里结果如何，看表。",
)
GAMES_COLUMNS: Mapping[str, Text] = {
    "game": Text(en="game", zh="规则"),
    "found": Text(en="heaps found", zh="找到几堆"),
    "spread": Text(en="over seeds", zh="各种子"),
    "near": Text(en="points near a heap", zh="落在堆上的点"),
    "energy": Text(en="energy distance ÷ floor", zh="能量距离 ÷ 底线"),
    "train": Text(en="training, s", zh="训练（秒）"),
}
CONTEST_TITLE = Text(
    en="{best} finds most heaps, {most:g} of {all}; {worst} finds fewest, {least:g}",
    zh="“{best}”找到的堆最多，{all} 堆中的 {most:g} 堆；“{worst}”最少，{least:g} 堆",
)
CONTEST_EVEN = Text(en="All three find {most:g} of {all} heaps", zh="三种规则都找到 {all} 堆中的 {most:g} 堆")
ENERGY_TITLE = Text(
    en="{best} ends closest, at {near:.1f} × the floor; {worst} at {far:.0f} ×",
    zh="最后离得最近的是“{best}”：底线的 {near:.1f} 倍；“{worst}”是 {far:.0f} 倍",
)
ENERGY_AXIS = Text(en="energy distance ÷ floor", zh="能量距离 ÷ 底线")
ENDS_TITLE = Text(en="After {step:,} steps, seed 0", zh="{step:,} 步之后，种子 0")
ENDS_ALT = Text(
    en="Three squares: the points that each game's generator makes at the end, over the centres of the heaps.",
    zh="三个方格：每种规则的生成器最后生成的点，背后是各堆的中心。",
)
CONTEST_ALT = Text(
    en="Heaps found against the training step, one line a game: the median of the seeds, with their range.",
    zh="找到的堆数随训练步数的变化，每种规则一条线：各种子的中位数，色带是最小到最大。",
)
ENERGY_ALT = Text(
    en="Energy distance to real points over the floor against the training step, one line a game with the range of the seeds.",
    zh="到真实点的能量距离除以底线，随训练步数的变化，每种规则一条线，色带是各种子的范围。",
)
GAMES_NOTE = Text(
    en="Crosses: the centres of the heaps. Recorded: {seeds} seeds a game, {n} points at every look; lines are medians, bands go from the lowest seed to the highest. The floor is the "
    "median of twenty pairs of real heaps of that size. Seconds are of one core, {date}, {machine}, code {code}. Again: `{command}`",
    zh="十字是各堆的中心。录制：每种规则 {seeds} 个种子，每次看 {n} 个点；线是中位数，色带从最低的种子到最高的种子。底线是二十对同样大小的真实数据之间距离的中位数。"
    "秒数为单核，{date}，{machine}，代码 {code}。重新录制：`{command}`",
)
