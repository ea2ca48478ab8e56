"""What the visitor has set, from the widgets, and checked again: a widget's own limits hold in the browser only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app.exhibits.attention import text
from app.exhibits.attention.reading import DEFAULT, OFFERED, Asked, Drawn, Reading
from app.house.links import choice, kept, number, remember, switch, whole, words
from app.house.parts import control
from app.i18n import Lang, Text
from app.session import sentence
from core.attention.arrange import Side

LAYER, HEAD = 4, 2  # the first view: in the example "they" turns to "children" here
LONGEST_PAIR = 2_000  # characters


def asked(lang: Lang) -> Asked:
    """The text, the model and the second text, whether their fields are drawn or not."""
    name = words("attention_model", default=DEFAULT)
    pair = words("attention_pair")
    kind = st.session_state.get("attention_kind", st.query_params.get("attention_kind"))
    kind = kind if kind in text.KINDS else None
    return Asked(sentence(text.EXAMPLE[lang]), name.strip(), pair.strip()[:LONGEST_PAIR], kind)


def drawn(view: str) -> Drawn:
    """What is left out, joined, or cut, whether the switches are drawn or not."""
    specials = switch("attention_specials", default=True)
    joined = switch("attention_words")
    return Drawn(view, joined, specials, number("attention_mass", 10, 100, default=100) / 100)


def more(lang: Lang, reading: Reading) -> None:
    """The widgets of all this, and the heads beside the chosen one: drawn when somebody unfolds them."""
    unfolded = st.expander(
        text.MORE[lang], icon=":material/tune:", key="attention_more", on_change="rerun", bind="query-params"
    )
    if not unfolded.open:
        return
    with unfolded:
        with control("attention_model"):
            st.selectbox(
                text.MODEL[lang], OFFERED, key="attention_model", accept_new_options=True, help=text.MODEL_HELP[lang]
            )
        with control("attention_pair"):
            hint = text.PAIR_HINT[lang]
            st.text_input(text.PAIR[lang], key="attention_pair", max_chars=LONGEST_PAIR, placeholder=hint)
        kind(lang, reading)
        with control("attention_specials"):
            st.toggle(text.SPECIALS[lang], key="attention_specials", help=text.SPECIALS_HELP[lang])
        with control("attention_words"):
            st.toggle(text.WORDS[lang], key="attention_words", help=text.WORDS_HELP[lang])
        with control("attention_mass"):
            st.slider(text.MASS[lang], 10, 100, step=5, key="attention_mass")
        with control("attention_heads"):
            options = list(range(1, reading.maps.weights.shape[1] + 1))
            st.pills(text.TOGETHER[lang], options, selection_mode="multi", key="attention_heads")


def kind(lang: Lang, reading: Reading) -> None:
    """Encoder, decoder or cross attention, where the model has more than one; it acts on the next run."""
    if len(reading.kinds) > 1:
        with control("attention_kind"):
            choice(
                st.radio,
                text.KIND[lang],
                list(reading.kinds),
                text.KINDS,
                lang,
                key="attention_kind",
                default=reading.kinds[0],
            )
    elif reading.two_towers:
        st.caption(text.NEEDS_TARGET[lang].format(model=reading.maps.model))


def place(lang: Lang, what: Drawn, reading: Reading) -> Drawn:
    """The layer and the head."""
    L, H, *_ = reading.maps.weights.shape
    with control("attention_layer"):
        layer = whole("attention_layer", text.LAYER[lang], 1, L, default=min(LAYER, L))
    with control("attention_head"):
        head = whole("attention_head", text.HEAD[lang], 1, H, default=min(HEAD, H))
    return replace(what, layer=layer - 1, head=head - 1)


def together(what: Drawn, reading: Reading) -> Drawn:
    """Heads that are drawn beside the chosen one; the chips in the picture set the same."""
    H, key = reading.maps.weights.shape[1], "attention_heads"
    given = kept(key, [], lambda linked: [int(n) for n in linked.split(",") if n.isdecimal() and len(n) < 6])
    extra = st.session_state[key] = [head for head in given if 1 <= head <= H]
    remember(key, ",".join(map(str, extra)) or None)
    return replace(what, heads=tuple(sorted({what.head, *(head - 1 for head in extra)})))


def cell(lang: Lang, what: Drawn, reading: Reading) -> Drawn:
    """Who looks at whom in *Look inside*: the pair that stands out until the visitor chooses."""
    maps = reading.maps
    habit = reading.habit(what.layer, what.head)
    with st.container(horizontal=True, gap="medium"):
        with control("attention_token"):
            query = _token(lang, "attention_token", text.TOKEN, maps.target.shown)
        with control("attention_key"):
            key = _token(lang, "attention_key", text.KEY, maps.source.shown)
    locked = query
    if query is None:
        query = habit.query
    if key is None:
        key = habit.key if query == habit.query else int(maps.weights[what.layer, what.head, query].argmax())
    return replace(what, locked=locked, query=query, key=key)


def token(lang: Lang, key: str, label: Text, tokens: Sequence[str], *, default: int) -> int:
    """One token, chosen by its name; counted from 0, in the link from 1. ``default`` may lie beyond the last one."""
    labels = _numbered(tokens)
    first = str(min(default + 1, len(tokens)))
    with control(key):
        return int(choice(st.selectbox, label[lang], list(labels), labels, lang, key=key, default=first)) - 1


def _numbered(tokens: Sequence[str]) -> dict[str, Text]:
    return {str(n): Text(en=f"{n} · {name}", zh=f"{n} · {name}") for n, name in enumerate(tokens, 1)}


def _token(lang: Lang, key: str, label: Text, tokens: Sequence[str]) -> int | None:
    labels = {"0": text.STANDOUT, **_numbered(tokens)}
    chosen = int(choice(st.selectbox, label[lang], list(labels), labels, lang, key=key, default="0"))
    return chosen - 1 if chosen else None


def settle(event: dict, target: Side, source: Side) -> None:
    """Write what was clicked in the picture into the widgets, so that it is in the link and can be read aloud."""
    state = st.session_state
    match event:
        case {"kind": "token", "row": int(row)} if -1 <= row < len(target.parts):
            state["attention_token"] = str(target.parts[row][0] + 1) if row >= 0 else "0"
            state["attention_key"] = "0"
        case {"kind": "cell", "row": int(row), "column": int(column)} if 0 <= row < len(
            target.parts
        ) and 0 <= column < len(source.parts):
            state["attention_token"] = str(target.parts[row][0] + 1)
            state["attention_key"] = str(source.parts[column][0] + 1)
        case {"kind": "head", "layer": int(layer), "head": int(head)}:
            state["attention_layer"], state["attention_head"] = layer + 1, head + 1
            state["attention_heads"] = []
            state["attention_view"] = "head"
        case {"kind": "heads", "on": list(on)}:
            chosen = sorted(each + 1 for each in on if isinstance(each, int))
            if chosen and state.get("attention_head") not in chosen:
                state["attention_head"] = chosen[0]
            state["attention_heads"] = chosen if len(chosen) > 1 else []
