"""Which layer when: what a mix of all layers leans on, and one sentence's parts of speech on their way up."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import layers, tree
from app.exhibits.probing import more_text as text
from app.exhibits.probing.text import LAYER_AXIS, TASKS
from app.house import heavy
from app.house.figures import Ready, ready, show
from app.house.plain import plain
from app.i18n import Lang
from app.theme import CINNABAR, INDIGO, SEQUENTIAL, finish, scale
from core.probes import recorded
from core.probes.gravity import LEAST, centre_of_gravity, expected_layer
from core.probes.recorded import Mix, Read
from core.text.tokenise import language_of

OF = ("upos", "number", "tense", "relation", "entity")


def known() -> list[str]:
    """Tasks whose mix has been recorded."""
    return [name for name in OF if recorded.found(f"mix-{name}") is not None]


def view(lang: Lang) -> None:
    """The mixes, then one sentence."""
    tasks = known()
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(mixes(tuple(tasks), lang), key="probing_mix", alt=text.MIX_ALT[lang])
    found: Mix = recorded.found(f"mix-{tasks[0]}")
    with desk:
        st.markdown(text.MIX_SAYS[lang].format(seeds=found.about.seeds, least=round(100 * LEAST)))
    abouts = {name: recorded.found(f"mix-{name}").about for name in tasks}
    for data in dict.fromkeys(about.data for about in abouts.values()):  # entities come from another set
        own = [name for name in tasks if abouts[name].data == data]
        layers.note(abouts[own[0]], " ".join(f"mix-{name}" for name in own), lang)
    read = sentence(lang)
    show(words(read, lang), key="probing_words", alt=text.WORDS_ALT[lang])
    turned = changes(read)
    example = read.words[turned[0]] if turned else read.words[0]
    st.markdown(text.WORDS_SAYS[lang].format(example=plain(example)))


def sentence(lang: Lang) -> Read:
    """The visitor's sentence where it is English, else one with an ambiguous verb."""
    typed = str(st.session_state.get("text", "")).strip()
    if typed and language_of(typed) == "en":
        return tree.READ.get((typed, "minilm"), lambda: tree.live(typed, "minilm"))
    if typed:
        st.caption(text.NEEDS_ENGLISH[lang])
    kept = recorded.found("ambiguous")
    return kept if kept is not None else tree.READ.get((text.AMBIGUOUS, "minilm"), _ambiguous)


def _ambiguous() -> Read:
    from core.probes.live import read_words

    return read_words(text.AMBIGUOUS.split(), heavy.minilm())


def centres(found: Mix) -> tuple[float, float]:
    """Centre of gravity, a mean over seeds; expected layer of the mean scores, NaN where there is none."""
    centres = [centre_of_gravity(each.astype(float)) for each in found.shares]
    return float(np.mean(centres)), expected_layer(found.scores.mean(0))


@lru_cache(maxsize=4)
def mixes(tasks: tuple[str, ...], lang: Lang) -> Ready:
    """Shares as a heat map; both means as marks."""
    found: list[Mix] = [recorded.found(f"mix-{name}") for name in tasks]
    names = [TASKS[name][lang] for name in tasks]
    shares = np.stack([each.shares.mean(0) for each in found])
    marks = np.array([centres(each) for each in found])
    fig = go.Figure(
        go.Heatmap(
            z=(100 * shares).round(1).astype(np.float32),
            x=np.arange(shares.shape[1]),
            y=names,
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=6,
            texttemplate="%{z:.0f}",
            hovertemplate="%{y}, %{x}: %{z:.1f} %<extra></extra>",
        )
    )
    for column, name, colour, symbol in (
        (0, text.CENTRE_NAME, CINNABAR, "circle"),
        (1, text.EXPECTED_NAME, INDIGO, "diamond"),
    ):
        marker = {"size": 16, "color": colour, "symbol": symbol, "line": {"color": "white", "width": 2}}
        x = [None if np.isnan(each) else round(float(each), 3) for each in marks[:, column]]
        hover = "%{y}: %{x:.2f}<extra></extra>"
        fig.add_trace(go.Scatter(x=x, y=names, mode="markers", marker=marker, name=name[lang], hovertemplate=hover))
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=LAYER_AXIS[lang], dtick=1)
    low, high = int(marks[:, 0].argmin()), int(marks[:, 0].argmax())
    facts = {"low": names[low], "high": names[high], "least": marks[low, 0], "most": marks[high, 0]}
    title = text.MIX_TITLE[lang].format(**facts).replace(", for", ",<br>for")
    fig = finish(fig, title, height=210 + 56 * len(tasks))
    return ready(fig.update_layout(margin={"l": 170}))


def changes(read: Read) -> list[int]:
    """Words whose part of speech is another in the layer that the probe reads best than before the first one."""
    best = int(recorded.layers("upos").real.mean(0).argmax())
    first, last = read.shares[0].argmax(-1), read.shares[best].argmax(-1)
    return [int(at) for at in np.flatnonzero(first != last)]


def words(read: Read, lang: Lang) -> go.Figure:
    """The part of speech of every word in every layer."""
    shares = read.shares.astype(np.float32)
    tags, sure = shares.argmax(-1), shares.max(-1)
    names = [f"{at} {word}" for at, word in enumerate(read.words, 1)]
    fig = go.Figure(
        go.Heatmap(
            z=(100 * sure).round(),
            x=names,
            y=np.arange(len(tags)),
            text=[[read.tags[tag] for tag in row] for row in tags],
            texttemplate="%{text}",
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            zmax=160,  # the text stays readable
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="%{x}: %{text} %{z:.0f} %<extra></extra>",
        )
    )
    fig.update_xaxes(tickvals=names, ticktext=list(read.words))
    fig.update_yaxes(title=LAYER_AXIS[lang], dtick=1)
    best, turned = int(recorded.layers("upos").real.mean(0).argmax()), changes(read)
    if turned:
        at = turned[0]
        facts = {"first": read.tags[tags[0, at]], "last": read.tags[tags[best, at]], "layer": best}
        title = text.WORDS_TITLE[lang].format(word=read.words[at], **facts)
    else:
        title = text.WORDS_STEADY[lang].format(layer=best)
    return finish(fig, title, height=380)
