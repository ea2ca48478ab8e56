"""What can be taken along from the kinds of attention: the numbers on screen, and a program that computes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.attention import kinds_text as text
from app.exhibits.attention.text import EXAMPLE, PAPERS
from app.house.take import Bag
from app.i18n import Lang
from app.session import sentence
from core.attention.hierarchy import EXAMPLE as DOCUMENT
from core.attention.recorded import PAIR

KEPT = "attention_kind_kept"
Table = tuple[Sequence[str], Sequence[str], np.ndarray]  # names down, names across, numbers
HEAD = '''"""{title}: layer {layer1}, head {head1} of minilm."""

import numpy as np

from core.attention import kinds
from core.attention.arithmetic import softmax
from core.models import load

model = load()


def read(text, layer={layer}, head={head}):
    """The typed tokens of a text, with their queries, keys and values."""
    maps = model.attention(text)
    own = np.flatnonzero(~np.array(maps.source.special))[:40]
    vectors = (part[layer, head][own].astype(float) for part in (maps.queries, maps.keys, maps.values))
    return [maps.source.shown[at] for at in own], *vectors, float(maps.scale[layer, head])


words, q, k, v, scale = read({text!r})
'''
REST: Mapping[str, str] = {
    "co": """others, _, keys, _, _ = read({other!r})
rows, columns = kinds.coattention(scale * q @ keys.T)
print(words, others, rows.round(3), columns.round(3), sep="\\n")
""",
    "over": """others, _, keys, _, _ = read({other!r})
trust, found = kinds.over_attention(scale * q @ keys.T)
print(*zip(others, trust.round(3)), *zip(words, found.round(3)), sep="\\n")
""",
    "steps": """found = kinds.multi_step(q[{at}], k, {steps}, scale)
print(words, found.round(3), sep="\\n")
""",
    "composed": """_, q2, k2, _, _ = read({text!r}, {layer2}, {head2})
found = kinds.composed(softmax(scale * q @ k.T)[{at}], [softmax(scale * q2 @ k2.T)])
print(words, found.round(3), sep="\\n")
""",
    "dual": """places, features, output = kinds.dual(scale * q @ k.T, v)
print(words, *places.round(3).tolist(), *features.round(3).tolist(), sep="\\n")
""",
    "convolved": """scores = scale * q @ k.T
print(words, softmax(scores).round(3), softmax(kinds.convolved(scores, {reach})).round(3), sep="\\n")
""",
    "pyramid": """for length, weights in kinds.pyramid(q[{at}], k, scale):
    print(length, weights.round(3))
""",
}
FLOORS = '''"""Attention on two floors."""

from core.attention.debate import vectors
from core.attention.hierarchy import cut, weigh
from core.attention.recorded import more
from core.models import load

model, floors = load(), more("documents").floors
found = weigh(floors, [vectors(model, each) for each in cut({document!r})])
for share, tokens, weights in zip(found.shares, found.sentences, found.words, strict=True):
    print(f"{{share:.3f}}", *(f"{{token}} {{weight:.3f}}" for token, weight in zip(tokens, weights, strict=True)))
'''
INDEX = '''"""A history of attention."""

from core import systems

for each in sorted((each for each in systems.load() if each.wing == "ATT"), key=lambda each: each.year or 9999):
    print(each.year, each.en, each.line_en, sep="\\t")
'''


def keep(**tables: Table) -> None:
    """Remember what is drawn: a few small tables."""
    st.session_state[KEPT] = tables


def bag(lang: Lang) -> Bag:
    """The tables on screen, and their program."""
    sort = st.session_state.get("attention_sort", "co")
    return Bag(f"attention-{sort}", program(sort, lang), PAPERS, table)


def table() -> pd.DataFrame:
    """One row a number."""
    parts = []
    for name, (down, across, numbers) in st.session_state.get(KEPT, {}).items():
        i, j = (index.ravel() for index in np.indices(numbers.shape))
        named = {"row": np.array(down, object)[i], "column": np.array(across, object)[j]}
        parts.append(pd.DataFrame({"what": name, "i": i + 1, "j": j + 1, **named, "weight": numbers.ravel()}).dropna())
    return pd.concat(parts) if parts else pd.DataFrame()


def program(sort: str, lang: Lang) -> str:
    """Python that computes the picture with nothing but ``core``."""
    state = st.session_state
    if sort == "history":
        return INDEX
    if sort == "hierarchical":
        return FLOORS.format(document=str(state.get("attention_document") or "").strip() or DOCUMENT)
    layer, head = state.get("attention_layer", 4), state.get("attention_head", 2)
    facts = {
        "title": text.SORTS[sort]["en"].capitalize(),
        "text": sentence(EXAMPLE[lang]),
        "other": str(state.get("attention_other") or "").strip() or PAIR[1],
        **{"layer1": layer, "head1": head, "layer": layer - 1, "head": head - 1},
        "at": int(state.get("attention_asks", 1)) - 1,
        "steps": state.get("attention_count", 4),
        "reach": state.get("attention_reach", 1),
        "layer2": state.get("attention_next_layer", 1) - 1,
        "head2": state.get("attention_next_head", 3) - 1,
    }
    return (HEAD + REST[sort]).format(**facts)
