"""The words of the claims about subwords."""

from app.i18n import ClaimWords, Text

OPEN_VOCABULARY = ClaimWords(
    id="tokens/open-vocabulary",
    says=Text(
        en="Subword units make an open vocabulary: rare and unknown words are encoded as sequences of subword units, so no "
        "word is out of the vocabulary.",
        zh="子词让词表变得开放：罕见词和未登录词都编码成子词序列，不再有词落在词表之外。",
    ),
    measured=Text(
        en="share of held-out running words lost by a word vocabulary minus the share lost by BPE of the same size, English "
        "news, one draw of texts a seed; δ is one word in a hundred.",
        zh="同样大小的词表，留出文本里丢失的词的比例：整词减去 BPE。英文新闻，每个种子重新抽一次文本；δ 定为每百词一个。",
    ),
    unit=Text(en="share of running words", zh="占全部词的比例"),
    plain=Text(
        en="Of the held-out words, a word vocabulary loses {mean:.0%} more than BPE ({low:.1%} to {high:.1%}).",
        zh="留出的文本里，整词词表比 BPE 多丢 {mean:.0%} 的词（{low:.1%} 到 {high:.1%}）。",
    ),
    note=Text(
        en="The price: {pieces_per_word:.2f} pieces a word. What BPE still loses are signs that the training text never showed. "
        "Single characters would lose as little; what subwords add is the next claim.",
        zh="代价是每个词平均 {pieces_per_word:.2f} 块。BPE 仍然丢掉的，是训练文本里从没出现过的符号。只用单字符也丢得这么少；"
        "子词多做了什么，看下一条。",
    ),
    control=Text(
        en="the same held-out words written in letters that the training text never shows. Subwords promise nothing there: the "
        "difference must vanish.",
        zh="把留出的词换用训练文本里从未出现的字母来写。子词在那里什么也保证不了，差别应当消失。",
    ),
    extras={
        "words_lost": Text(en="share lost by words", zh="整词丢失的比例"),
        "bpe_lost": Text(en="share lost by BPE", zh="BPE 丢失的比例"),
        "pieces_per_word": Text(en="pieces per word, the price", zh="平均每词块数（代价）"),
    },
)

CARRY_OVER = ClaimWords(
    id="tokens/pieces-carry-over",
    says=Text(
        en="Unseen words can be put together from subword units that were learnt from other words.",
        zh="没见过的词，可以用从别的词那里学来的子词拼出来。",
    ),
    measured=Text(
        en="log10 of (pieces of unseen words with their letters shuffled ÷ pieces of the unseen words as they are): 0.041 means a "
        "tenth more pieces, and that is δ.",
        zh="log10（打乱字母后的未见词的块数 ÷ 原样未见词的块数）：0.041 表示多一成，δ 就定在这里。",
    ),
    unit=Text(en="log10 of pieces shuffled ÷ as they are", zh="log10（打乱后的块数 ÷ 原样的块数）"),
    plain=Text(
        en="With its letters shuffled, an unseen word falls into {times_mean:.2f} times as many pieces ({times_low:.2f} to "
        "{times_high:.2f}).",
        zh="把字母打乱，没见过的词会碎成原来 {times_mean:.2f} 倍的块数（{times_low:.2f} 到 {times_high:.2f} 倍）。",
    ),
    note=Text(
        en="Only words of more than three letters that the training text lacks are counted (about {unseen_words:.0f} a seed).",
        zh="只统计训练文本里没有、且超过三个字母的词（每个种子约 {unseen_words:.0f} 个）。",
    ),
    control=Text(
        en="a vocabulary learnt from words whose letters were shuffled too. The order of letters means nothing to it, so "
        "shuffling the test words must make no difference.",
        zh="学习文本里的词也先打乱字母，再学词表。对这样的词表，字母顺序没有意义，打不打乱测试词应当没有差别。",
    ),
    extras={
        "unseen_pieces": Text(en="pieces per unseen word", zh="未见词平均块数"),
        "shuffled_pieces": Text(en="the same, letters shuffled", zh="打乱字母后"),
        "unseen_words": Text(en="different unseen words", zh="不同的未见词数"),
    },
)
