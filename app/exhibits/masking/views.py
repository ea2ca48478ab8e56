"""The views beside guessing: each a question, a picture, and what it means."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from app.exhibits.masking import charts, text
from app.exhibits.masking.chips import heat
from app.exhibits.masking.reading import LONGEST, MASK, OFFERED, Asked, asked, computed, known, model, preset
from app.house.figures import show
from app.house.links import choice, remember, switch, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import language, sentence
from core.masking.parameters import NAMED, Shape, terms, total
from core.text import language_of

ALONE = ("en-small", "zh-char")  # these learnt from one text at a time


def several(lang: Lang) -> None:
    """Why two gaps are more than two times one gap."""
    from core.masking.joint import ORDERS, table, together

    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = asked(lang)
    if what.gapped.count(MASK) < 2:
        example = text.TWO_GAPS[lang]
        desk.info(text.NEED_TWO[lang].format(example=example))
        what = replace(what, gapped=example, hidden=())
    found = computed((what.gapped, what.model, "pairs"), partial(table, what.gapped, what.model))
    filled = [
        computed((what.gapped, what.model, order), partial(together, what.gapped, what.model, order))
        for order in ORDERS
    ]
    with stage:
        show(charts.pairs(found, lang), key="masking_pairs", alt=text.SEVERAL_HOW[lang])
        st.caption(text.SEVERAL_HOW[lang])
    with desk:
        lines = [
            text.FILLED[lang].format(
                order=text.ORDERS[each.order][lang], words=plain(" · ".join(each.words)), p=each.probability
            )
            for each in filled
        ]
        st.markdown("\n\n".join(lines))


def depth(lang: Lang) -> None:
    """Where the answer appears, and what it hangs on."""
    from core.masking.depth import lens
    from core.masking.saliency import METHODS, saliency

    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = asked(lang)
        with control("masking_method"):
            method = choice(
                st.radio,
                text.METHOD[lang],
                list(METHODS),
                text.METHODS,
                lang,
                key="masking_method",
                default="occlusion",
            )
    if MASK not in what.gapped:
        stage.info(text.NO_GAP[lang])
        return
    found = computed((what.gapped, what.model, "lens"), partial(lens, what.gapped, what.model))
    tokens, scores = computed(
        (what.gapped, what.model, "saliency", method), partial(saliency, what.gapped, what.model, method=method)
    )
    with stage:
        show(charts.layers(found, lang), key="masking_layers", alt=text.LENS_HOW[lang])
        st.caption(text.LENS_HOW[lang])
        typed = [at for at, special in enumerate(tokens.special) if not special]
        best = max(typed, key=lambda at: scores[at])
        facts = {"word": plain(found.watched[0]), "token": plain(tokens.shown[best])}
        st.markdown(f"**{text.SALIENCY_TITLE[lang].format(**facts)}**")
        st.html(heat([tokens.shown[at] for at in typed], [float(scores[at]) for at in typed]))
        if method == "occlusion":
            st.caption(text.SALIENCY_HOW[lang])


def surprise(lang: Lang) -> None:
    """Bits per token."""
    from core.masking.surprise import surprise as measure

    stage, desk = st.columns([2, 1], gap="large")
    typed = sentence(text.SURPRISE_EXAMPLE[lang])[:LONGEST]
    with desk:
        name = model(lang)
        with control("masking_whole"):
            joined = st.toggle(text.WHOLE[lang], True, key="masking_whole", bind="query-params")
    found = computed((typed, name, "surprise", joined), partial(measure, typed, name, whole_words=joined))
    with stage:
        show(charts.surprises(found, lang), key="masking_surprise", alt=text.SURPRISE_HOW[lang])
        st.caption(text.SURPRISE_HOW[lang])


def compare(lang: Lang) -> None:
    """Two sentences, or two models, over the whole vocabulary."""
    from core.masking.compare import compare as compared

    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        chosen = preset(lang, "masking_preset", text.PRESETS)
        first, second = (each[lang] for each in text.PRESET_TEXTS[chosen])
        if chosen == "own":
            with control("masking_first"):
                first = (
                    st.text_input(text.FIRST[lang], key="masking_first", bind="query-params", max_chars=LONGEST)
                    or first
                )
            with control("masking_second"):
                second = (
                    st.text_input(text.SECOND[lang], key="masking_second", bind="query-params", max_chars=LONGEST)
                    or second
                )
        st.markdown(f"{plain(first)}\n\n{plain(second)}")
        name = model(lang)
        with control("masking_other"):
            other = st.selectbox(
                text.OTHER[lang], OFFERED, key="masking_other", bind="query-params", accept_new_options=True
            )
    other = name if other in (None, OFFERED[0]) else known(other.strip())
    found = computed((first, second, name, other, "compare"), partial(compared, first, second, name, other))
    names = (first, second) if other == name else (f"{name or OFFERED[0]}: {first}", f"{other}: {second}")
    with stage:
        show(charts.scatter(found, names, lang), key="masking_compare", alt=text.COMPARE_HOW[lang])
        st.caption(text.COMPARE_HOW[lang])


def meanings(lang: Lang) -> None:
    """One word in many sentences."""
    from core.masking.meanings import meanings as mapped

    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("masking_sense"):
            key = choice(
                st.selectbox,
                text.WORD[lang],
                list(text.SENSES),
                text.SENSES,
                lang,
                key="masking_sense",
                default="bank" if lang == "en" else "apple-zh",
            )
        word, sentences, groups = text.SENSE_TEXTS[key]
        name = "minilm-mlm" if language_of(word) == "en" else "zh-char"
        L = 6 if name == "minilm-mlm" else 4
        with control("masking_layer"):
            layer = min(L, st.slider(text.LAYER[lang], 0, 6, L, key="masking_layer", bind="query-params"))
        st.caption("\n".join(f"{i + 1}. {each}" for i, each in enumerate(sentences)))
    found = computed((key, layer, "meanings"), partial(mapped, word, sentences, name, layer))
    with stage:
        show(charts.senses(found, groups, lang), key="masking_senses", alt=charts.senses_title(found, groups, lang))
        st.caption(text.SENSES_HOW[lang].format(layer=layer, L=L, kept=percent(found.kept, lang)))


def inputs(lang: Lang) -> None:
    """Three vectors and their sum."""
    from core.masking.inputs import inputs as added
    from core.masking.inputs import without

    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what: Asked = asked(lang)
        with control("masking_pair"):
            pair = st.text_input(
                text.PAIR[lang],
                key="masking_pair",
                bind="query-params",
                max_chars=LONGEST,
                placeholder=text.PAIR_HINT[lang],
            )
        with control("masking_piece"):
            piece = st.slider(text.PIECE[lang], 0, 200, 100, 10, key="masking_piece", bind="query-params")
        with control("masking_segment"):
            segment = st.slider(text.SEGMENT[lang], 0, 200, 100, 10, key="masking_segment", bind="query-params")
        with control("masking_place"):
            place = st.slider(text.PLACE[lang], 0, 200, 100, 10, key="masking_place", bind="query-params")
    second = (pair or "").strip() or None
    found = computed((what.gapped, second, what.model, "inputs"), partial(added, what.gapped, second, what.model))
    with stage:
        show(charts.added(found, lang), key="masking_added", alt=charts.added_title(found, lang))
        at = min(1, len(found.tokens.ids) - 1)
        facts = {
            "token": plain(found.tokens.shown[at]),
            "piece": found.piece[at, 0],
            "segment": found.segment[at, 0],
            "place": found.place[at, 0],
            "total": found.total[at, 0],
        }
        st.caption(text.INPUT_HOW[lang].format(**facts))
        if second and found.model in ALONE:
            st.caption(text.INPUT_UNTRAINED[lang].format(model=found.model))
    if MASK in what.gapped:
        factors = {"piece": piece / 100, "segment": segment / 100, "place": place / 100}
        best = computed(
            (what.gapped, second, what.model, piece, segment, place),
            partial(without, what.gapped, second, what.model, **factors),
        )
        words = " · ".join(f"{plain(word)} {percent(p, lang)}" for word, p in best)
        desk.markdown(text.INPUT_FILL[lang].format(words=words))


def size(lang: Lang) -> None:
    """Parameters, term by term."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        name = preset_size(lang)
        known = NAMED[name]
        if st.session_state.get("masking_size_of") not in (None, name):  # another model: its own measures
            for key in ("masking_width", "masking_depth", "masking_factor", "masking_shared"):
                st.session_state.pop(key, None)
                remember(key, None)
        st.session_state["masking_size_of"] = name
        with control("masking_width"):
            D = whole("masking_width", text.WIDTH[lang], 64, 4096, default=known.D, step=64)
        with control("masking_depth"):
            L = whole("masking_depth", text.DEPTH[lang], 1, 48, default=known.L)
        with control("masking_factor"):
            E = choice(
                st.segmented_control,
                text.FACTOR[lang],
                list(text.FACTORS),
                text.FACTORS,
                lang,
                key="masking_factor",
                default=str(known.E),
                required=True,
            )
        shared = switch("masking_shared", default=known.shared)
        with control("masking_shared"):
            st.toggle(text.SHARED[lang], key="masking_shared")
        with control("masking_head"):
            head = st.toggle(text.HEAD[lang], key="masking_head", bind="query-params")
    shape = Shape(V=known.V, D=D, L=L, F=4 * D, places=known.places, E=int(E), shared=shared)
    found = terms(shape, pooler=not head, head=head)
    with stage:
        show(charts.sizes(found, lang), key="masking_sizes", alt=text.SIZE_HOW[lang])
        if shape.E or shape.shared:
            plain_bert = total(replace(shape, E=0, shared=False), pooler=not head, head=head)
            times = plain_bert / sum(term.total for term in found)
            st.markdown(text.SAVED[lang].format(n=f"{plain_bert:,}", times=f"{times:.3g}", lang=lang))
        st.caption(text.SIZE_HOW[lang])


def preset_size(lang: Lang) -> str:
    """The model whose measures the sliders start from."""
    assert language() == lang
    with control("masking_size"):
        return choice(
            st.selectbox,
            text.SIZE[lang],
            list(text.SIZES),
            text.SIZES,
            lang,
            key="masking_size",
            default="bert-base-uncased",
        )
