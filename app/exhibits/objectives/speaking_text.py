"""The words of the view that watches a small GPT while it learns."""

from collections.abc import Mapping

from app.i18n import Text

PROMPT = Text(en="Words to go on from (English)", zh="让它接着写的开头（英文）")
STEPS = Text(en="Steps", zh="训练步数")
LOOK = Text(en="Look at it: 1 is before the first step", zh="看第几次（1 是训练开始之前）")
CONTROLS: Mapping[str, Text] = {
    "objectives_prompt": PROMPT,
    "objectives_speak_steps": STEPS,
    "objectives_look": LOOK,
}
LIVE = Text(en="Train it from nothing, with your words", zh="从零开始训练，用你写的开头")
BARS_TITLE = Text(
    en="After {step} steps, after “{prompt}” the likeliest word is “{word}” ({share}); a word of unread text costs {nats:.2f} nats",
    zh="{step} 步之后，“{prompt}”后面最可能是“{word}”（{share}）；没读过的文本，每个词 {nats:.2f} 纳特",
)
FIGURE_TITLE = Text(
    en="Guessing the next word, {first:.2f} → {last:.2f} nats a word of unread text",
    zh="猜下一个词：没读过的文本，每个词 {first:.2f} → {last:.2f} 纳特",
)
FIGURE_ALT = Text(en="Nats per word of unread text by step", zh="没读过的文本每个词的纳特数随步数的变化")
STEP, NATS = Text(en="step", zh="步"), Text(en="nats per word", zh="每个词的纳特数")
RECORDED = Text(en="recorded, seed {seed}", zh="录制，种子 {seed}")
YOURS = Text(en="yours, seed {seed}", zh="你的，种子 {seed}")
TABLE = Text(en="What it writes, the same dice at every look", zh="它接着写出来的：每次都用同样的骰子")
COLUMNS = (
    Text(en="steps", zh="步数"),
    Text(en="nats", zh="纳特"),
    Text(en="what it writes", zh="它写的"),
)
OTHER_PROMPT = Text(
    en="The recorded run goes on from “{prompt}”. To see yours, run it.",
    zh="录制的这次是从“{prompt}”接着写的。想看你写的开头，就运行一次。",
)
SAYS = Text(
    en="The sum of the log chances of all words, each from those before it, is all that it is trained on: two layers, width 64, {V} words, an "
    "excerpt of Wikipedia in small letters; the recorded runs have {steps} steps and {seeds} seeds ({date}, {machine}, code {code}). GPT "
    "(2018) was the same with 12 layers, width 768 and thousands of books. Words are drawn among the ten likeliest; with so small a model "
    "they turn from noise into frequent words, then into phrases, and not into sense. Then give it work: [BERT or GPT]({use}).",
    zh="训练时只有一个目标：每个词由它前面的词来猜，把对数概率加起来。两层，宽 64，词表 {V}，维基百科节选（小写）；录制的几次各 {steps} 步，{seeds} 个种子"
    "（{date}，{machine}，代码 {code}）。2018 年的 GPT 是同一回事，只是 12 层、宽 768，读了几千本书。写的时候从概率最大的十个词里抽。这么小的模型，"
    "写出来的先是杂乱的词，再是常用词，再是像样的短语，但还说不通。接下来让它干活：[BERT 与 GPT]({use})。",
)
