"""The words of the field, in both languages, one hover away; the one place that fixes the term pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from app.i18n import Lang, Text


@dataclass(frozen=True)
class Term:
    """A word of the field and what it means."""

    name: Text
    meaning: Text


TERMS: dict[str, Term] = {
    "token": Term(
        Text(en="token", zh="词元"),
        Text(
            en="The piece that a model's text is cut into: a word, a part of a word, or one character.",
            zh="模型处理文本的基本单位：可以是一个词、词的一部分，也可以是一个字。",
        ),
    ),
    "query": Term(
        Text(en="query", zh="查询向量"),
        Text(
            en="The vector with which a token asks: what am I looking for?",
            zh="词元提问用的向量：我在找什么？",
        ),
    ),
    "key": Term(
        Text(en="key", zh="键向量"),
        Text(
            en="The vector with which a token answers to questions: this is what I offer.",
            zh="词元应答用的向量：我能提供什么。",
        ),
    ),
    "value": Term(
        Text(en="value", zh="值向量"),
        Text(
            en="What is handed over when a token is attended to.",
            zh="词元被注意到时真正交出去的内容。",
        ),
    ),
    "head": Term(
        Text(en="attention head", zh="注意力头"),
        Text(
            en="One of several attentions that run side by side in a layer, each with its own projections.",
            zh="同一层里并排工作的多个注意力之一，各有自己的投影矩阵。",
        ),
    ),
    "layer": Term(
        Text(en="layer", zh="层"),
        Text(
            en="One storey of the model: attention, then a small network for each token.",
            zh="模型的一层楼：先做注意力，再对每个词元过一个小网络。",
        ),
    ),
    "softmax": Term(
        Text(en="softmax", zh="softmax"),
        Text(
            en="Turns scores into shares that are positive and add up to 1.",
            zh="把一排分数变成一排占比：都为正数，加起来等于 1。",
        ),
    ),
    "mask": Term(
        Text(en="mask", zh="掩码"),
        Text(
            en="Added to the scores to forbid looking somewhere: minus infinity becomes weight 0.",
            zh="加在分数上、禁止看某些位置的项：负无穷经过 softmax 就成了权重 0。",
        ),
    ),
    "special": Term(
        Text(en="special tokens", zh="特殊词元"),
        Text(
            en="Tokens that the tokenizer adds, such as [CLS] at the start and [SEP] at the end.",
            zh="分词器自动添加的词元，例如句首的 [CLS] 和句末的 [SEP]。",
        ),
    ),
    "subword": Term(
        Text(en="subword", zh="子词"),
        Text(
            en="A part of a word. Rare words are cut into subwords that the vocabulary knows.",
            zh="词的一部分。生僻词会被切成词表里有的子词。",
        ),
    ),
    "vocabulary": Term(
        Text(en="vocabulary", zh="词表"),
        Text(
            en="The fixed list of pieces that a model knows; a piece's place in it is its id.",
            zh="模型认识的全部小块排成的一张固定的表；小块在表里的位置就是它的编号。",
        ),
    ),
    "bpe": Term(
        Text(en="byte-pair encoding (BPE)", zh="字节对编码（BPE）"),
        Text(
            en="Join the most frequent pair of neighbours into one piece, count again, repeat.",
            zh="把最常相邻的一对合并成一块，重新数，再合并，如此反复。",
        ),
    ),
    "wordpiece": Term(
        Text(en="WordPiece", zh="WordPiece"),
        Text(
            en="BERT's subwords: ## marks a piece that continues a word; the longest piece that fits is taken first.",
            zh="BERT 用的子词：## 表示接在前一块后面；切词时先取能匹配的最长一块。",
        ),
    ),
    "unigram": Term(
        Text(en="unigram model", zh="一元模型"),
        Text(
            en="Every piece has a probability of its own; the best cut of a word is the one with the largest product.",
            zh="每个小块各有一个概率，乘积最大的切法就是最好的切法。",
        ),
    ),
    "bytes": Term(
        Text(en="bytes, UTF-8", zh="字节与 UTF-8"),
        Text(
            en="How text is stored: a Latin letter is one byte, a Chinese character three, most emoji four.",
            zh="文字的存储方式：一个英文字母占一个字节，一个汉字三个，多数表情符号四个。",
        ),
    ),
    "unk": Term(
        Text(en="[UNK]", zh="[UNK]"),
        Text(
            en="The token for everything the vocabulary cannot spell; what stood there is lost to the model.",
            zh="词表拼不出来的内容一律换成它；原来写的是什么，模型就不知道了。",
        ),
    ),
    "oov": Term(
        Text(en="out of vocabulary", zh="未登录词（OOV）"),
        Text(
            en="A word that the vocabulary lacks. The OOV rate is the share of running words that are lost.",
            zh="词表里没有的词。未登录词率是文本中这样的词所占的比例。",
        ),
    ),
    "entropy": Term(
        Text(en="entropy", zh="熵"),
        Text(
            en="How spread out a row of weights is, in bits: 0 when all weight is on one token.",
            zh="一行权重有多分散，单位是比特：全部权重集中在一个词元上时为 0。",
        ),
    ),
    "variance": Term(
        Text(en="variance", zh="方差"),
        Text(
            en="The mean squared distance from the mean; its square root is the standard deviation.",
            zh="到均值的平方距离的平均；开方就是标准差。",
        ),
    ),
    "gradient": Term(
        Text(en="gradient", zh="梯度"),
        Text(
            en="How much the output moves when the input moves a little; learning follows it.",
            zh="输入动一点点，输出跟着动多少；学习就是沿着它走。",
        ),
    ),
    "interval": Term(
        Text(en="95 % interval", zh="95% 置信区间"),
        Text(
            en="Made by a procedure that catches the true mean in 95 of 100 repetitions of the whole experiment.",
            zh="用这种方法反复做整个实验，100 次里约有 95 次所得区间会包含真实均值。",
        ),
    ),
    "seed": Term(
        Text(en="seed", zh="随机种子"),
        Text(
            en="The number that random draws start from: same seed, same draws.",
            zh="随机抽样的起点：种子相同，抽到的就相同。",
        ),
    ),
}


def shelf(lang: Lang, names: Sequence[str]) -> None:
    """A row of terms, each with its meaning on hover, tap or focus; one element, because a class opens it at once."""
    terms = [TERMS[name] for name in names]
    st.html(f'<div class="glossary">{"".join(_term(term, lang) for term in terms)}</div>')


def _term(term: Term, lang: Lang) -> str:
    name, meaning = escape(term.name[lang]), escape(term.meaning[lang])
    return f'<span tabindex="0" class="term">{name}<span role="tooltip">{meaning}</span></span>'
