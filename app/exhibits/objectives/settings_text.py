"""The words of what can be set of one objective, and of what its reader makes of that."""

from collections.abc import Mapping

from app.i18n import Text

MASKED = Text(en="Of these: [MASK], %", zh="其中换成 [MASK]，%")
RANDOM = Text(en="Of these: a random word, %", zh="其中换成随机词，%")
LENGTHS: Mapping[str, Text] = {
    "objectives_gram1": Text(en="Weight: 1 word alone", zh="权重：单独 1 个词"),
    "objectives_gram2": Text(en="Weight: 2 words", zh="权重：连续 2 个词"),
    "objectives_gram3": Text(en="Weight: 3 words", zh="权重：连续 3 个词"),
    "objectives_gram4": Text(en="Weight: 4 words", zh="权重：连续 4 个词"),
}
NO_LENGTHS = Text(
    en="All four weights are 0, so no run has a length. Give one of them more than 0.",
    zh="四个权重都是 0，抽不出长度。请至少把其中一个调到 0 以上。",
)
SHARES = Text(
    en="The weights as shares: {shares} of the runs have 1, 2, 3, 4 words (MacBERT: 40, 30, 20, 10 %).",
    zh="权重折合成比例：长 1、2、3、4 个词的片段各占 {shares}（MacBERT 是 40%、30%、20%、10%）。",
)
CUT_FROM, CUT_WORDS = (
    Text(en="The phrase begins with", zh="短语从哪个词开始"),
    Text(en="Words in the phrase", zh="短语有几个词"),
)
SHOWN = Text(en="Order in which the sentences are shown", zh="句子按什么顺序摆出来")
BY_DICE = Text(en="as the dice fall", zh="由骰子决定")
ROLES = Text(en="Roles of the turns", zh="每一轮的角色")
ROLE_ORDERS: Mapping[str, Text] = {
    "QRQ": Text(en="question, response, question", zh="问、答、问"),
    "QRR": Text(en="question, response, response", zh="问、答、答"),
    "QQR": Text(en="question, question, response", zh="问、问、答"),
}
ROLES_SAY = Text(
    en="It has never read a talk: sentences of Wikipedia were its turns, their roles always question, response, question. Other roles "
    "are new to it.",
    zh="它没读过真正的对话：训练时拿维基百科的句子当一轮轮的话，角色总是“问、答、问”。换成别的角色，它是头一次见。",
)
FALLEN = Text(
    en="{asked} of {n} tokens are asked for: {mask} became [MASK], {random} a random one, {kept} stayed. The dice: {rule}",
    zh="{n} 个词元里问了 {asked} 个：{mask} 个换成 [MASK]，{random} 个随机换掉，{kept} 个没变。骰子的比例是 {rule}",
)

ORDERS_TITLE = Text(
    en="Of all {count} orders, “{best}” gets the highest chance, {chance}; the true one is number {rank}",
    zh="全部 {count} 种顺序里，“{best}”的概率最高，{chance}；正确的那种排第 {rank}",
)
ORDERS_SAY = Text(
    en="Each row is one way to put the sentences right, ✓ the true one; chances among these {count}. Orders of more or fewer sentences "
    "got {rest} beside them. By chance each would have {even}.",
    zh="每一行是一种还原的顺序，✓ 是正确的那种；概率在这 {count} 种之间计算。模型另把 {rest} 给了句数不同的顺序。瞎猜的话，每种是 {even}。",
)
PHRASE_TITLE = Text(
    en="Your phrase: its own sentence gives it a chance of {own}, the others {others}",
    zh="你选的短语：它自己那句给它的概率是 {own}，别的句子给 {others}",
)
PHRASE_SAYS = Text(
    en="Each sentence is asked which of the {n} phrases was cut out of it; the bar is its chance for yours, {even} for who cannot tell. All "
    "phrases here have the same number of words. In the exam below they have 1 to {longest}: who only counts the words that are missing "
    "finds the right one among {among} in {counted} of the cases.",
    zh="每句话都要回答：{n} 个短语里哪个是从自己这里剪下的？条形是它给你那个短语的概率，分不出来的话是 {even}。这里的短语一样长；下面的考试里长短从 1 到 {longest} "
    "个词不等，光数数缺了几个词，从 {among} 个里选对的概率也有 {counted}。",
)

CONTROLS: Mapping[str, Text] = {
    "objectives_masked": MASKED,
    "objectives_random": RANDOM,
    **LENGTHS,
    "objectives_cut_from": CUT_FROM,
    "objectives_cut_words": CUT_WORDS,
    "objectives_shown": SHOWN,
    "objectives_roles": ROLES,
}
