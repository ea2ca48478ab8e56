"""Switch heads off, shuffle their weights, and watch a number that the model gives."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.attention import more_text as text
from app.exhibits.attention.controls import token
from app.exhibits.attention.reading import Asked, read
from app.exhibits.attention.text import EXAMPLE
from app.exhibits.attention.through import CHARACTERS, typed
from app.house import heavy
from app.house.bars import bars, signed
from app.house.figures import show
from app.house.links import choice, remember, whole
from app.house.numbers import percent, scientific
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import Shared
from app.i18n import Lang
from app.session import seed, sentence
from app.theme import DIVERGING, SEQUENTIAL, finish, scale
from core.attention.explained import Ablation
from core.attention.recorded import COMMAND, PAIR, more

L, H = 6, 12  # of MiniLM, with and without its masked-word head
SMALL = 0.01
MODELS = {"similarity": "minilm", "masked": "minilm-mlm"}
Row = tuple[int, int, int, int]  # layer, head, query, key, from 0
HEADS = [f"{layer}·{head}" for layer in range(1, L + 1) for head in range(1, H + 1)]
FOUND: Shared[Ablation] = Shared(2**20, lambda found: 2_000)
MOVED: Shared[tuple[np.ndarray, np.ndarray]] = Shared(2**20, lambda found: 2_000)
CUT: Shared[float] = Shared(2**18, lambda found: 200)


def view(lang: Lang) -> None:
    """Goal, heads that are off, the number before and after; then every head alone."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("attention_goal"):
            goal = choice(
                st.radio,
                text.GOAL[lang],
                list(text.GOALS),
                text.GOALS,
                lang,
                key="attention_goal",
                default="similarity",
            )
    if goal == "moved":
        _moved(lang, stage, desk)
        return
    with desk:
        first, second = (sentence(EXAMPLE["en"]), typed(lang)) if goal == "similarity" else _gap(lang)
        off = _off(lang)
        with control("attention_shuffle"):
            shuffle = st.toggle(text.SHUFFLE[lang], key="attention_shuffle", bind="query-params")
        row = _row(lang, first, MODELS[goal])
    found = every(goal, first, second)
    with desk:
        numbers = [(text.WHOLE[lang], found.whole)]
        if off or shuffle or row:
            key = (goal, first, second, off, shuffle, row, seed())
            cut = CUT.get(key, lambda: _cut(goal, first, second, off, shuffle, row, seed()))
            numbers.append((text.CUT[lang], cut))
        st.html(signed(numbers) if goal == "similarity" else bars(numbers, lang))
        change = np.abs(found.without - found.whole)
        facts = {"n": change.size, "small": int((change < SMALL).sum()), "least": SMALL}
        st.markdown(text.SURGERY_SAYS[lang].format(**facts))
        if goal == "similarity" and (first, second) == PAIR:
            run = more("operated")
            st.caption(text.MORE_NOTE[lang].format(model=run.model, date=run.date, command=f"{COMMAND} more"))
        else:
            st.caption(text.MORE_LIVE[lang].format(model=MODELS[goal]))
    with stage:
        show(changes(found, lang), key="attention_changes", alt=text.SURGERY_ALT[lang])


def _row(lang: Lang, first: str, model: str) -> Row | None:
    """One row of one head written anew: layer, head, who looks, and at whom alone."""
    with control("attention_row"):
        if not st.toggle(text.ROW[lang], key="attention_row", bind="query-params"):
            return None
    maps = read(Asked(first, model, "", None)).maps
    names = maps.source.shown
    with control("attention_row_layer"):
        layer = whole("attention_row_layer", text.ROW_LAYER[lang], 1, L, default=L)
    with control("attention_row_head"):
        head = whole("attention_row_head", text.ROW_HEAD[lang], 1, H, default=3)
    query = token(lang, "attention_row_query", text.ROW_QUERY, names, default=5)
    key = token(lang, "attention_row_key", text.ROW_KEY, names, default=3)
    row = (layer - 1, head - 1, query, key)
    facts = {"layer": layer, "head": head, "query": plain(names[query]), "key": plain(names[key])}
    st.markdown(text.ROW_SAYS[lang].format(was=percent(float(maps.weights[row]), lang), **facts))
    return row


def _moved(lang: Lang, stage, desk) -> None:
    """Hide a word of the sentence, and see every head move."""
    model = heavy.minilm()
    from core.attention.surgery import hidden_word

    first = sentence(EXAMPLE["en"])
    tokens = model.tokens(first)
    typed = [at for at, special in enumerate(tokens.special) if not special]
    with desk:
        at = typed[token(lang, "attention_hide", text.WHICH, [tokens.shown[at] for at in typed], default=1)]
    change, again = MOVED.get((first, at), lambda: hidden_word(model, first, at))
    with desk:
        st.markdown(text.MOVED_SAYS[lang].format(least=scientific(max(float(again.max()), 1e-12), 0)))
    layer, head = (int(each) for each in np.unravel_index(change.argmax(), change.shape))
    facts = {"word": tokens.shown[at], "layer": layer + 1, "head": head + 1, "value": float(change[layer, head])}
    fig = go.Figure(
        go.Heatmap(
            z=change.round(4).astype(np.float32),
            x=np.arange(1, change.shape[1] + 1),
            y=np.arange(1, change.shape[0] + 1),
            zmin=0,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            xgap=2,
            ygap=2,
            text=in_cells(change, "{:.2f}"),
            texttemplate="%{text}",
            hovertemplate=f"{text.LAYER_AXIS[lang]} %{{y}}, {text.HEAD_AXIS[lang]} %{{x}}: %{{z:.3f}}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed", dtick=1, title=text.LAYER_AXIS[lang])
    fig.update_xaxes(dtick=1, title=text.HEAD_AXIS[lang])
    with stage:
        fig = finish(fig, text.MOVED_TITLE[lang].format(**facts), height=440)
        show(fig, key="attention_moved", alt=text.MOVED_ALT[lang])


def _gap(lang: Lang) -> tuple[str, str]:
    with control("attention_gap"):
        gap = st.text_input(
            text.GAP[lang],
            key="attention_gap",
            bind="query-params",
            max_chars=CHARACTERS,
            placeholder=text.GAP_EXAMPLE,
        )
    with control("attention_word"):
        word = st.text_input(
            text.WORD[lang],
            key="attention_word",
            bind="query-params",
            max_chars=40,
            placeholder=text.WORD_EXAMPLE,
        )
    return (gap or "").strip() or text.GAP_EXAMPLE, (word or "").strip() or text.WORD_EXAMPLE


def _off(lang: Lang) -> tuple[str, ...]:
    """The heads that are off, in the URL as 4.2,4.3."""
    key = "attention_off"
    if key not in st.session_state:
        linked = st.query_params.get(key, "").replace(".", "·").split(",")
        st.session_state[key] = [each for each in HEADS if each in linked]
    with control(key):
        chosen = st.multiselect(text.OFF[lang], HEADS, key=key)
    remember(key, ",".join(chosen).replace("·", ".") or None)
    return tuple(chosen)


def every(goal: str, first: str, second: str) -> Ablation:
    """Every head alone: recorded for the example."""
    if goal == "similarity" and (first, second) == PAIR:
        return more("operated").found
    return FOUND.get((goal, first, second), lambda: _every(goal, first, second))


def _every(goal: str, first: str, second: str) -> Ablation:
    models = heavy.stack()
    from core.attention.surgery import each_head_masked, each_head_similarity

    if goal == "masked":
        return each_head_masked(models.common("minilm-mlm"), first, second)
    model = models.common()
    model.tokens(second)  # an empty one is refused here
    return each_head_similarity(model, first, second)


def _cut(goal: str, first: str, second: str, off: tuple[str, ...], shuffle: bool, row: Row | None, dice: int) -> float:
    models = heavy.stack()
    from core.attention.surgery import masked_word, overwritten, permuted, similarity, switched_off

    model = models.common(MODELS[goal])
    numbers = ([int(part) - 1 for part in each.split("·")] for each in off)
    gone = switched_off([(layer, head) for layer, head in numbers])
    T = len(model.tokens(first).ids)
    edits = [permuted(np.random.default_rng(dice).permutation(T))] if shuffle else []
    if row:
        layer, head, query, key = row
        edits.append(overwritten(layer, head, query, np.eye(T)[key]))
    edits.append(gone)

    def each(layer, weights):
        for edit in edits:
            weights = edit(layer, weights)
        return weights

    return (masked_word if goal == "masked" else similarity)(model, first, second, each)


def in_cells(values: np.ndarray, form: str) -> list[list[str]]:
    """Numbers short enough for a cell on a phone; those under 0.01 are left to the colour and the pointer."""
    return [[form.format(each).replace("0.", ".") if abs(each) >= SMALL else "" for each in row] for row in values]


def changes(found: Ablation, lang: Lang) -> go.Figure:
    """What each head alone is worth."""
    change = found.without - found.whole
    most = float(np.abs(change).max()) or 1.0
    fig = go.Figure(
        go.Heatmap(
            z=change.round(5).astype(np.float32),
            x=np.arange(1, change.shape[1] + 1),
            y=np.arange(1, change.shape[0] + 1),
            zmin=-most,
            zmax=most,
            colorscale=scale(DIVERGING),
            showscale=False,
            xgap=2,
            ygap=2,
            text=in_cells(change, "{:+.2f}"),
            texttemplate="%{text}",
            hovertemplate=f"{text.LAYER_AXIS[lang]} %{{y}}, {text.HEAD_AXIS[lang]} %{{x}}: %{{z:+.4f}}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed", dtick=1, title=text.LAYER_AXIS[lang])
    fig.update_xaxes(dtick=1, title=text.HEAD_AXIS[lang])
    layer, head = (int(at) for at in np.unravel_index(np.abs(change).argmax(), change.shape))
    facts = {"layer": layer + 1, "head": head + 1, "change": float(change[layer, head])}
    return finish(fig, text.SURGERY_TITLE[lang].format(**facts), height=440)
