"""The words of the comparison with the SentenceTransformers library."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Text

LIBRARY = Text(en="Read them with SentenceTransformers too", zh="再用 SentenceTransformers 读一遍")
MISSING = Text(
    en="SentenceTransformers is not installed here: `pip install sentence-transformers`, then restart the program.",
    zh="这里没有安装 SentenceTransformers：先 `pip install sentence-transformers`，再重新启动程序。",
)
BESIDE = Text(
    en="SentenceTransformers {version}, the same weights: the cosines differ by {apart} at most. Just now, for {n} sentences: "
    "{theirs:.0f} ms there, {ours:.0f} ms here.",
    zh="SentenceTransformers {version}，同样的权重：余弦最多相差 {apart}。刚刚读这 {n} 句，它用了 {theirs:.0f} 毫秒，这里用了 {ours:.0f} 毫秒。",
)
CONTROLS: Mapping[str, Text] = {"sentences_library": LIBRARY}
