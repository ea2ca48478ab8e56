"""The words of the view that trains one reader under the mask of one's choice."""

from collections.abc import Mapping

from app.i18n import Text

SIGHT = Text(en="Who may look at whom", zh="谁能看谁")
SIGHTS: Mapping[str, Text] = {
    "mlm": Text(en="both ways (BERT)", zh="双向（BERT）"),
    "clm": Text(en="left to right (GPT)", zh="从左到右（GPT）"),
    "glm": Text(en="prefix, then left to right", zh="前缀双向，后半单向"),
    "plm": Text(en="permuted (XLNet)", zh="排列（XLNet）"),
}
SIGHTS_SAY: Mapping[str, Text] = {
    "mlm": Text(
        en="Every place sees every other, so the answer must be hidden from the input: an encoder, for understanding.",
        zh="每个位置都看得到其余位置，所以答案必须从输入里遮掉：这是编码器，擅长理解。",
    ),
    "clm": Text(
        en="A place sees itself and what came before: nothing need be hidden, every word is a question. A decoder, for writing.",
        zh="每个位置只看自己和前面：什么都不用遮，每个词都是一道题。这是解码器，擅长写。",
    ),
    "glm": Text(
        en="The first part sees all of itself; the second part sees the first, and of itself what came before. One network is encoder and "
        "decoder at once: from a language model to sequence to sequence by the mask alone (UniLM, GLM).",
        zh="前一部分内部互相可见；后一部分看得到整个前部，自己内部只看前面。一个网络身兼编码器和解码器：从语言模型到 Seq2Seq，"
        "换个 Mask 就行（UniLM、GLM）。",
    ),
    "plm": Text(
        en="A place sees what comes earlier in a random order. Two streams: one knows its word, the other only its place, and is asked.",
        zh="先随机排个顺序，每个位置只看排在前面的。两条流：一条知道自己的词；另一条只知道位置，由它来答。",
    ),
}
TITLE = Text(
    en="{name}: where an answer is given, {share} of the places are seen",
    zh="{name}：作答的地方平均能看到 {share} 的位置",
)
TRAIN = Text(
    en="Train the reader under this mask: network, text and steps stay; who sees whom, and so what can be asked, changes",
    zh="用这个 Mask 训练：网络、文本、步数都不变，变的是谁能看谁，以及由此能问什么",
)
COLUMNS = (
    Text(en="mask", zh="Mask"),
    Text(en="a hidden word, guessed right", zh="藏起来的词，猜对"),
    Text(en="a hidden word, nats", zh="藏起来的词，纳特"),
    Text(en="the article, told right", zh="文章出处，认对"),
    Text(en="steps", zh="步数"),
)
ALL_FOUR = Text(en="masks in turn (UniLM)", zh="几种 Mask 轮换（UniLM）")
YOURS = Text(en="yours: {name}", zh="你的：{name}")
BEFORE = Text(en="before the first step", zh="训练之前")
SAYS = Text(
    en="Recorded readers, one run each: small gaps mean nothing. The words of yours are the 500 most frequent, those of the recorded "
    "ones 2,000: compare your runs with each other. A hidden word is asked with everything else in sight, which suits "
    "the mask that looks both ways; the prefix reader (GLM) answers behind the text and never at a hole, so it finds none there. [All objectives, trained]({train})",
    zh="录制的模型各只训练一次，差一点点不算数。你训练的模型词表是最常见的 500 词，录制的是 2000 词：请把自己的几次互相比。"
    "问藏起来的词时，其余都露着，这对双向的 Mask 有利；前缀式的（GLM）把答案写在文末，从不在空的原位作答，所以这里一个也猜不中。[所有目标的训练]({train})",
)

CONTROLS: Mapping[str, Text] = {"objectives_sight": SIGHT}
