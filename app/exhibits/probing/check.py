"""Part 6, *Check yourself*: which layer is best, and three things that are often said."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.probing import layers, text
from app.exhibits.probing.layers_charts import interval
from app.house.numbers import percent
from app.house.parts import control, hidden, tried
from app.i18n import Lang
from app.session import language, seed
from core.probes import recorded
from core.probes.recorded import Layers
from core.probes.treebank import edges, load
from core.probes.trees import chain_score, mst

ANSWERS = 4


def part() -> None:
    """A question, then what is often said."""
    lang = language()
    question(lang)
    if hidden("answers"):
        return
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("high", text.MYTH_HIGH, high),
        ("deep", text.MYTH_DEEP, deep),
        ("direct", text.MYTH_DIRECT, direct),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"probing_myth_{name}", answer, lang)


def draw(number: int) -> tuple[Layers, list[int]]:
    """A recorded task, and layers to choose from, the best one among them."""
    known = layers.tasks()
    found = recorded.layers(known[number % len(known)])
    dice = np.random.default_rng([number, 11])
    best = int(found.real.mean(0).argmax())
    others = [int(each) for each in dice.permutation(found.real.shape[1]) if each != best]
    return found, sorted([best, *others[: ANSWERS - 1]])


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("probing_round", 0)
    found, options = draw(seed() + round_)
    told = st.session_state.get("probing_told") == round_
    ask = text.ASK_ENTITY if found.task == "entity" else text.ASK
    st.markdown(ask[lang].format(task=text.TASKS[found.task][lang]))
    with control("probing_guess"):
        guess = st.radio(
            text.GUESS[lang],
            options,
            format_func=lambda layer: text.LAYER_OPTION[lang].format(layer=layer),
            key=f"probing_guess_{seed()}_{round_}",
            index=None,
            horizontal=True,
            disabled=told,
        )
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="probing_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("probing_told", round_),
        )
        st.button(text.NEXT[lang], key="probing_next", on_click=_set, args=("probing_round", round_ + 1))
    if told and guess is not None and not hidden("answers"):
        mean, half = interval(found.real)
        best = int(mean.argmax())
        verdict = (text.YES if guess == best else text.NO)[lang]
        facts = {"best": best, "guess": guess, "half": 100 * half[best]}
        facts |= {"real": percent(mean[best], lang), "own": percent(mean[guess], lang)}
        (st.success if guess == best else st.info)(text.ANSWER[lang].format(verdict=verdict, **facts))


def high(lang: Lang) -> str:
    """Accuracy, control, random weights."""
    found = recorded.layers("upos")
    layer = int(found.real.mean(0).argmax())
    parts = {"real": found.real, "control": found.control, "random": found.random}
    facts = {name: percent(values.mean(0)[layer], lang) for name, values in parts.items()}
    return text.MYTH_HIGH_ANSWER[lang].format(layer=layer, **facts)


def deep(lang: Lang) -> str:
    """From the best layer to the last."""
    tags, trees = recorded.layers("upos").real.mean(0), recorded.trees().real["uuas"].mean(0)
    facts = {"high": percent(tags.max(), lang), "low": percent(tags[-1], lang)}
    facts |= {"uuas": percent(trees[tags.argmax()], lang), "last": percent(trees[-1], lang)}
    return text.MYTH_DEEP_ANSWER[lang].format(best=int(tags.argmax()), **facts)


def direct(lang: Lang) -> str:
    """Trees of our own sentences, from plain distances and after B."""
    from app.house import heavy
    from core.probes.features import read

    sentences, own = load("own-en").sentences, recorded.own("minilm").read
    layer = int(recorded.trees().real["uuas"].mean(0).argmax())
    states = read(heavy.minilm(), [each.words for each in sentences])
    n = plain = mapped = 0
    for at, sentence in enumerate(sentences):
        gold, keep = edges(sentence), sentence.counts
        h = states.sentence(at, layer)
        n += len(gold)
        plain += len(gold & mst(((h[:, None] - h[None]) ** 2).sum(-1), keep))
        mapped += len(gold & mst(own[at].distances[layer].astype(float), keep))
    shares = {"plain": plain / n, "mapped": mapped / n, "chain": chain_score(sentences)}
    facts = {name: percent(value, lang) for name, value in shares.items()}
    return text.MYTH_DIRECT_ANSWER[lang].format(n=len(sentences), layer=layer, **facts)


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
