"""Part 7, *Take it with you*: the neighbours on screen, the vectors themselves, a program, the papers."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from app.exhibits.word2vec import keepsake_text, space_charts, text
from app.exhibits.word2vec.explore import default, nearest
from app.exhibits.word2vec.reading import DEFAULT, at_hand, known
from app.exhibits.word2vec.space import Space
from app.exhibits.word2vec.space_text import SETS
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.word2vec.explore import Metric
from core.word2vec.formats import to_binary

BYTES = "application/octet-stream"
METRICS: Mapping[str, Metric] = {"cosine": "cosine", "euclidean": "euclidean", "dot": "dot"}
NEAREST = '''"""The words nearest to {word!r}."""

from core.word2vec import load, shipped
from core.word2vec.explore import closeness

vectors = {load}
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
    with st.container(horizontal=True, gap="small"):
        V = f"{len(of.vectors.vocab):,}"
        _file(keepsake_text.VECTORS[lang].format(V=V), lambda: written(of), f"{of.name}.txt", "text/plain")
        _file(keepsake_text.BINARY[lang].format(V=V), lambda: to_binary(of.vectors), f"{of.name}.bin", BYTES)
    st.caption(keepsake_text.FORMAT[lang])


def _file(label: str, build: Callable[[], str | bytes], name: str, kind: str) -> None:
    key = f"word2vec_vectors_{name.rpartition('.')[2]}"
    st.download_button(label, build, name, kind, key=key, on_click="ignore", icon=":material/download:")


def current(lang: Lang) -> tuple[Space, str, Metric]:
    """What *Play* shows, from the widgets or from the link."""

    def asked(key: str, otherwise: str) -> str:
        return str(st.session_state.get(key) or st.query_params.get(key) or otherwise)

    name = asked("word2vec_set", DEFAULT[lang])
    of = at_hand(name if name in SETS else DEFAULT[lang], lang)
    row = known(of, asked("word2vec_word", default(of)))
    metric = METRICS.get(asked("word2vec_metric", "cosine"), "cosine")
    return of, default(of) if row is None else of.vectors.vocab[row], metric


def table(of: Space, word: str, metric: Metric) -> pd.DataFrame:
    """The hundred nearest, with their counts."""
    near = nearest(of, word, metric, 100)
    rows = [(i + 1, other, value, int(of.counts[of.vectors.index[other]])) for i, (other, value) in enumerate(near)]
    found = pd.DataFrame(rows, columns=["rank", "word", metric, "count"])
    return found if of.counted else found.drop(columns="count")


def program(of: Space, word: str, metric: Metric) -> str:
    """Python that finds the same neighbours; for the visitor's own vectors, Python that trains or reads them."""
    if of.name == "mine":
        return TRAINED.format(word=word)
    load = 'load("vectors.txt")  # the file you brought' if of.name == "file" else f"shipped.vectors({of.name!r})"
    return NEAREST.format(load=load, word=word, metric=metric)


def written(of: Space) -> str:
    """Word2vec text format."""
    out = io.StringIO()
    of.vectors.write(out)
    return out.getvalue()
