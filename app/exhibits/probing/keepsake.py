"""Part 7, *Take it with you*: the tree on screen, its distances, the program that makes them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.probing import text, tree, tree_charts
from app.house.take import Bag, take
from app.session import language
from core.probes import recorded
from core.probes.treebank import load, tree_distances

PROGRAM = '''"""A linear probe with its control, and the structural probe, on our own sentences."""

from core.models import load as load_model
from core.probes import Config, load, mst, train
from core.probes.live import read_words
from core.probes.treebank import edges

for control in (False, True):
    run = train("own-en", Config(task="upos", layer={layer}, control=control, epochs=40, lr=1e-2, B=64, seed={seed}))
    print("control task" if control else "part of speech", round(run.score, 3), "most frequent", round(run.baseline, 3))

sentence = load("own-en").sentences[{at}]
read = read_words(sentence.words, load_model("minilm"))
found = mst(read.distances[{layer}].astype(float), sentence.counts)
print(sentence.text, len(found & edges(sentence)), "of", len(edges(sentence)), "edges")
'''


def part() -> None:
    """The export bar; sentence and layer are read from the session."""
    lang = language()
    sentences = load("own-en").sentences
    at = min(max(int(st.session_state.get("probing_sentence", 1)), 1), len(sentences)) - 1
    layer = min(max(int(st.session_state.get("probing_layer", 3)), 0), 6)
    shown = tree.Shown(recorded.own("minilm").read[at], sentences[at], "minilm", live=False)
    bag = Bag(
        "probing",
        PROGRAM.format(layer=layer, at=at, seed=st.session_state.get("seed", 0)),
        text.PAPERS,
        lambda: table(shown, layer),
        lambda: tree_charts.arcs(shown, layer, lang),
    )
    take(lang, bag, text.TITLE[lang])


def table(shown: tree.Shown, layer: int) -> pd.DataFrame:
    """One row a pair of words: predicted squared distance, and edges in the tree."""
    assert shown.gold is not None
    words, gold = shown.read.words, tree_distances(shown.gold.heads)
    pairs = [(a, b) for a in range(len(words)) for b in range(a)]
    return pd.DataFrame(
        {
            "word": [words[b] for _, b in pairs],
            "other": [words[a] for a, _ in pairs],
            "predicted": [float(shown.read.distances[layer][a, b]) for a, b in pairs],
            "tree": [int(gold[a, b]) for a, b in pairs],
        }
    )
