"""Part 7, *Take it with you*: the neighbours on screen, the vectors themselves, a program, the papers."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app.exhibits.word2vec import keepsake_text, space_charts, text
from app.exhibits.word2vec.explore import default, nearest
from app.exhibits.word2vec.reading import DEFAULT, Space, at_hand, known
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.word2vec.explore import Metric

METRICS: Mapping[str, Metric] = {"cosine": "cosine", "euclidean": "euclidean", "dot": "dot"}
SHIPPED = '''"""The words nearest to {word!r}, from the vectors that lie in the program."""

from core.word2vec import shipped
from core.word2vec.explore import closeness

vectors = shipped.vectors({name!r})
row = vectors.index[{word!r}]
for other, value in vectors.best(closeness(vectors, vectors.vectors[row], {metric!r}), 10, [row]):
    print(other, f"{{value:.4f}}", sep="\\t")
'''
TRAINED = '''"""Train word vectors and save them in word2vec text format (gensim: KeyedVectors.load_word2vec_format)."""

from core.word2vec import Config, train
from core.word2vec.texts import named

run = train(named("wikipedia-sample"), Config(D=96, epochs=10), threads=2)
run.save("vectors.txt")
print(*run.nearest({word!r}, 10), sep="\\n")
'''


def part() -> None:
    """The export bar, and the vectors as everybody reads them."""
    lang = language()
    of, word, metric = current(lang)
    bag = Bag(
        "word2vec",
        program(of, word, metric),
        text.PAPERS,
        lambda: table(of, word, metric),
        lambda: space_charts.neighbours(word, nearest(of, word, metric, 20), metric, lang),
    )
    take(lang, bag, text.TITLE[lang])
    st.download_button(
        keepsake_text.VECTORS[lang].format(V=f"{len(of.vectors.vocab):,}"),
        lambda: written(of),
        f"{of.name}.txt",
        "text/plain",
        key="word2vec_vectors",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption(keepsake_text.FORMAT[lang])


def current(lang: Lang) -> tuple[Space, str, Metric]:
    """What *Play* shows, from the widgets or from the link."""

    def asked(key: str, otherwise: str) -> str:
        return str(st.session_state.get(key) or st.query_params.get(key) or otherwise)

    of = at_hand(
        name if (name := asked("word2vec_set", DEFAULT[lang])) in (*DEFAULT.values(), "mine") else DEFAULT[lang], lang
    )
    row = known(of, asked("word2vec_word", default(of)))
    metric = METRICS.get(asked("word2vec_metric", "cosine"), "cosine")
    return of, default(of) if row is None else of.vectors.vocab[row], metric


def table(of: Space, word: str, metric: Metric) -> pd.DataFrame:
    """The hundred nearest, with their counts."""
    near = nearest(of, word, metric, 100)
    rows = [(i + 1, other, value, int(of.counts[of.vectors.index[other]])) for i, (other, value) in enumerate(near)]
    return pd.DataFrame(rows, columns=["rank", "word", metric, "count"])


def program(of: Space, word: str, metric: Metric) -> str:
    """Python that finds the same neighbours; for the visitor's own vectors, Python that trains."""
    return TRAINED.format(word=word) if of.name == "mine" else SHIPPED.format(name=of.name, word=word, metric=metric)


def written(of: Space) -> str:
    """Word2vec text format."""
    out = io.StringIO()
    of.vectors.write(out)
    return out.getvalue()
