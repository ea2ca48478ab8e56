"""The view *Analogies*: the parallelogram, the answer by two rules, and any formula."""

from __future__ import annotations

import streamlit as st

from app.exhibits.word2vec import space_charts
from app.exhibits.word2vec import space_text as text
from app.exhibits.word2vec.explore import K
from app.exhibits.word2vec.reading import known, space, unknown
from app.exhibits.word2vec.space import Space
from app.house.errors import boundary
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from core.word2vec.explore import closeness, formula, parallelogram


def view(lang: Lang) -> None:
    """Three words, a drawn plane, a list; below it a formula of any length."""
    st.markdown(text.ANALOGY_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        of = space(lang)
        asked = _asked(of, lang)
        with control("word2vec_rule"):
            rule = choice(
                st.segmented_control,
                text.RULE[lang],
                list(text.RULES),
                text.RULES,
                lang,
                key="word2vec_rule",
                default="add",
                required=True,
            )
        with control("word2vec_exclude"):
            exclude = st.toggle(text.EXCLUDE[lang], True, key="word2vec_exclude", bind="query-params")
    if asked is not None:
        a, b, c = asked
        found = of.vectors.analogy(a, b, c, K, exclude=exclude, rule=rule)
        with stage:
            drawn = parallelogram(of.vectors, a, b, c, found[0][0])
            show(space_charts.plane(drawn, lang), key="word2vec_plane", alt=text.PLANE_ALT[lang])
            st.caption(text.PLANE_CAPTION[lang].format(d=plain(found[0][0]), off=drawn.off))
        with desk:
            title = f"{b} − {a} + {c}"
            show(
                space_charts.neighbours(c, found[:8], "cosine" if rule == "add" else "mul", lang, title),
                key="word2vec_answers",
                alt=title,
            )
            top, _ = of.vectors.analogy(a, b, c, 1, exclude=False, rule=rule)[0]
            if top in asked:
                st.caption(text.WITHOUT_EXCLUSION[lang].format(top=plain(top)))
    with boundary(lang):
        _formula(of, lang)


def _asked(of: Space, lang: Lang) -> tuple[str, str, str] | None:
    """Three words with a vector; None, and a word about it, where one has none."""
    found = []
    columns = st.columns(3)
    labels = (text.IS_TO, text.AS, text.IS_TO_WHAT)
    examples = text.ANALOGY[of.name]
    if of.name == "file" and any(known(of, word) is None for word in examples):
        examples = (*of.vectors.vocab[:3],)
    for column, name, label, example in zip(columns, "abc", labels, examples, strict=True):
        with column, control(f"word2vec_{name}"):
            typed = st.text_input(
                label[lang], key=f"word2vec_{name}", bind="query-params", max_chars=60, placeholder=example
            )
        found.append((typed or "").strip() or example)
    rows = [known(of, word) for word in found]
    for word, row in zip(found, rows, strict=True):
        if row is None:
            unknown(of, word, lang)
            return None
    a, b, c = (of.vectors.vocab[row] for row in rows if row is not None)
    return a, b, c


def _formula(of: Space, lang: Lang) -> None:
    example = text.FORMULAS[of.name] or " + ".join(of.vectors.vocab[60:62] or of.vectors.vocab[:2])
    chart, desk = st.columns([2, 1], gap="large", vertical_alignment="center")
    with desk, control("word2vec_formula"):
        typed = st.text_input(
            text.FORMULA_IN[lang], key="word2vec_formula", bind="query-params", max_chars=200, placeholder=example
        )
    typed = (typed or "").strip() or example
    point, rows = formula(of.vectors, typed)
    exclude = st.session_state.get("word2vec_exclude", True)
    found = of.vectors.best(closeness(of.vectors, point, "cosine"), K, rows if exclude else ())
    title = text.FORMULA_TITLE[lang].format(formula=typed)
    with chart:
        show(space_charts.neighbours("", found, "cosine", lang, title), key="word2vec_formula_chart", alt=title)
