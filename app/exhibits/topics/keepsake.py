"""Part 7, *Take it with you*: the topics of the recorded run, the program, the papers."""

from __future__ import annotations

from app.exhibits.topics import charts, landscape, text
from app.house.take import Bag, take
from app.session import language
from core.topics.recorded import sample

PROGRAM = '''"""The topics of 2,000 paragraphs of Wikipedia, as on the page."""

import numpy as np

from core.text import load_corpus
from core.topics import Config, discover
from core.topics.recorded import sample

documents = load_corpus("wikipedia-sample").documents
rows = sample().rows  # the paragraphs that were drawn; leave out `embeddings` to have MiniLM read them again
topics = discover([documents[row] for row in rows], Config(), embeddings=sample().topics.vectors)
for topic in range(topics.C):
    print(topic, topics.sizes[topic], topics.name(topic, 5))
'''


def part() -> None:
    lang = language()
    topics = sample().topics
    bag = Bag(
        "topics",
        PROGRAM,
        text.PAPERS,
        lambda: landscape.table(topics, lang),
        lambda: charts.landscape(topics, sample().titles, landscape.Chosen(), lang),
    )
    take(lang, bag, text.TITLE[lang])
