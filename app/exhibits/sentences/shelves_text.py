"""The words of the collections."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

SHELF = Text(en="In what", zh="在哪里找")
SHELVES: Mapping[str, Text] = {
    "news": Text(en="English news", zh="英文新闻"),
    "notes": Text(en="Chinese notes", zh="中文短文"),
    "own": Text(en="my own lines", zh="我自己的句子"),
}
OWN = Text(en="Your sentences, one a line", zh="你的句子，每行一句")
FEW = Text(
    en="Write or paste {least} to {most} sentences, one a line; they are read by the encoder of their language.",
    zh="写下或粘贴 {least} 到 {most} 个句子，每行一句；由对应语言的编码器来读。",
)
LEFT_OUT = Text(
    en="{n} lines are left out: equal lines count once, and {most} at most are read.",
    zh="有 {n} 行没有用上：相同的句子只算一次，最多读 {most} 句。",
)
OTHER_LANGUAGE: Mapping[str, Text] = {
    "minilm": Text(
        en="These sentences are read by MiniLM, which knows English only: ask in English, or choose the Chinese notes.",
        zh="这些句子由 MiniLM 来读，它只懂英文：请用英文问，或者改选“中文短文”。",
    ),
    "zh-char": Text(
        en="These sentences are read by our Chinese encoder: ask in Chinese, or choose English news.",
        zh="这些句子由中文编码器来读：请用中文问，或者改选“英文新闻”。",
    ),
}
COLLECTION: Mapping[str, Text] = {
    "news": Text(
        en="The collection: {n:,} sentences of English news (Lee, Pincombe & Welsh 2005), read by MiniLM.",
        zh="语料：{n:,} 句英文新闻（Lee、Pincombe 和 Welsh 2005），由 MiniLM 读出。",
    ),
    "notes": Text(
        en="The collection: {n:,} sentences in Chinese, written for this observatory, read by our Chinese encoder.",
        zh="语料：为本站写的 {n:,} 句中文，由我们自己的中文编码器读出。",
    ),
    "own": Text(en="The collection: {n:,} sentences of yours.", zh="语料：你的 {n:,} 个句子。"),
}
CONTROLS: Mapping[str, Text] = {"sentences_shelf": SHELF, "sentences_own": OWN}
