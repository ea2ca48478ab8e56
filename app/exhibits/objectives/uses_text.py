"""The words of the view that asks BERT and GPT for the same two things."""

from collections.abc import Mapping

from app.i18n import Text

USE = Text(en="Who does what", zh="谁做什么")
USES: Mapping[str, Text] = {
    "own": Text(en="each what it is made for", zh="各做各的本行"),
    "swapped": Text(en="swapped", zh="互换"),
}
GAP = Text(en="Hidden word", zh="藏第几个词")
FILLS: Mapping[str, Text] = {
    "mlm": Text(en="BERT fills the gap", zh="BERT 填空"),
    "clm": Text(en="GPT fills the gap", zh="GPT 填空"),
}
WRITES: Mapping[str, Text] = {
    "mlm": Text(en="BERT writes on", zh="BERT 续写"),
    "clm": Text(en="GPT writes on", zh="GPT 续写"),
}
BOTH_SIDES = Text(en="It sees what stands before and after.", zh="空的前后它都看得到。")
ONE_SIDE = Text(
    en="It sees only what stands before: to it a gap is a next word like any other. Struck out: what it cannot see.",
    zh="它只看得到空前面的词：对它来说，填空就是猜下一个词。划掉的部分它看不到。",
)
NOTHING_BEFORE = Text(
    en="Nothing stands before this word, so it says how texts begin.",
    zh="这个词前面什么都没有，它只能猜文章通常怎么开头。",
)
WORD_BY_WORD = Text(
    en="Every word it writes is read again before the next.", zh="每写一个词，就接在后面重读一遍，再写下一个。"
)
NOTHING_AFTER = Text(en="a [MASK] at the end, again and again", zh="反复在末尾接一个 [MASK]")
REST_AFTER = Text(
    en="the same, with the rest of your text behind the [MASK]", zh="同样做法，但 [MASK] 后面留着原文的其余部分"
)
OWN_TITLE = Text(
    en="The hidden word is “{word}”: {bert} for BERT, which sees both sides; {gpt} for GPT, from what stands before",
    zh="藏起来的词是“{word}”：BERT 两边都看，给它 {bert}；GPT 只看前文，给它 {gpt}",
)
UNNAMED_TITLE = Text(
    en="The hidden word, “{word}”, is not among the 2,000 that these two know: hide another",
    zh="藏起来的“{word}”不在这两个模型的两千词里：换一个词藏",
)
NEXT_TITLE = Text(
    en="A next word of your text costs GPT {gpt} nats and BERT {bert}: on average BERT gives it {times} times less",
    zh="你这段话的下一个词，GPT 平均要 {gpt} 纳特，BERT 要 {bert} 纳特：平均起来，BERT 给它的概率只有 GPT 的 1/{times}",
)
NEXT_TITLE_OTHER = Text(
    en="A next word of your text costs GPT {gpt} nats and BERT {bert}: here BERT is no worse",
    zh="你这段话的下一个词，GPT 平均要 {gpt} 纳特，BERT 要 {bert} 纳特：在这段话上 BERT 并不差",
)
COSTS = Text(en="Every word of your text, nats (less is better)", zh="这段话的每个词，平均纳特数（越小越好）")
COLUMNS = (
    Text(en="reader", zh="模型"),
    Text(en="hidden, the others shown", zh="藏起来，其余都在"),
    Text(en="next, told from those before", zh="下一个词，只给前文"),
)
GPT_ONCE = Text(
    en="GPT has the same number twice: it never looks at what follows.",
    zh="GPT 两格是同一个数：后面有没有字，它都不看。",
)
BETTER = Text(
    en="With both sides in sight BERT pays {less} nats less for a hidden word than GPT.",
    zh="两边都看得到，BERT 猜一个藏起来的词比 GPT 少付 {less} 纳特。",
)
WORSE = Text(
    en="Here BERT pays {more} nats more for a hidden word, although it sees both sides. Both are of one size and read the same text for "
    "as many steps; but GPT was asked for every word of it, BERT for about one in seven, and it has so far learnt little more than "
    "which words are frequent.",
    zh="两边都看得到，BERT 猜一个藏起来的词却比 GPT 多付 {more} 纳特。两个模型一样大，读的是同样的文本、同样的步数；但 GPT 每个词都被问到，"
    "BERT 大约七个词才被问一个，到现在也就学会了哪些词常见。",
)
LARGER = Text(
    en="A larger BERT, {model} (MiniLM's 6 layers, then {n:,} tokens of filling gaps), fills the same gap:",
    zh="换一个更大的 BERT 来填同一个空，{model}（以 6 层的 MiniLM 为底，又用 {n:,} 个词元学猜词）：",
)
MASKS = Text(
    en="The only difference of architecture: who may look at whom",
    zh="结构上只差一点：谁能看谁",
)
BERT_MASK = Text(en="BERT: every word sees all the others", zh="BERT：每个词都能看到其余所有词")
GPT_MASK = Text(en="GPT: a word sees itself and what came before", zh="GPT：每个词只看自己和前面的词")
SAYS = Text(
    en="Two readers of two layers, 64 numbers wide, 2,000 words, trained alike on an excerpt of Wikipedia. On windows that they never "
    "read, GPT names {clm} of the next words and BERT {mlm} of the words it is asked for. Given a [MASK] in the middle of 32 words "
    "and leave to look both ways, which it never learnt, GPT finds {clm_cloze} of the words; BERT {mlm_cloze}. Written words are "
    "drawn among the ten likeliest, seed {seed}. BERT has no decoder and GPT no second side, so translation or summing up "
    "is either's work only with more parts or by writing on.",
    zh="两个模型都是两层、宽 64、词表两千，在同一份维基百科节选上以同样的方式训练。在没读过的片段上，GPT 猜对下一个词的比例是 {clm}，BERT 猜对被问到的词的比例是 "
    "{mlm}。如果在 32 个词中间放一个 [MASK]，并且允许 GPT 看两边（它从没这样学过），它猜对 {clm_cloze}，BERT 猜对 {mlm_cloze}。"
    "续写的词从概率最大的十个里抽，种子 {seed}。BERT 没有解码器，GPT 没有后文，所以翻译、摘要这类任务，要么加部件，要么当成续写来做。",
)

CONTROLS: Mapping[str, Text] = {"objectives_use": USE, "objectives_gap": GAP}
