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
