"""Part 3, *Look inside*: one step of learning and one word, written out with the visitor's numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.exhibits.tokens import charts, chips, text
from app.exhibits.tokens.reading import KINDS, Asked, cutter, line, readable, vocabulary
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang, Text
from app.session import seed
from core.text import normalise
from core.tokens import Cutter, MergeRun, UnigramRun
from core.tokens.lattice import best, lattice, sample, total
from core.tokens.merges import encode, join
from core.tokens.recorded import RARE
from core.tokens.wordpiece import UNKNOWN, attempts
from core.tokens.words import HAN, SPACE, to_bytes, words

DRAWS = 40
TEMPERATURES = ("0.1", "0.2", "0.5", "1", "1.5", "2", "3", "5", "10", "20")
FEW = 6
WIDE = 30  # letters of a word that is drawn; half as many Chinese characters


def inside(lang: Lang, what: Asked) -> None:
    """The algorithm, the word, and both at work."""
    left, right = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    with left, control("tokens_inside"):
        kind = choice(
            st.segmented_control,
            text.INSIDE_KIND[lang],
            list(KINDS),
            text.KINDS,
            lang,
            key="tokens_inside",
            default="bpe",
            required=True,
        )
    if kind == "bytes":
        bytes_(lang, what)
        return
    with right, control("tokens_word"):
        word, spaced = chosen(lang, what.text)
    if not word:
        return
    cut = cutter(what.corpus, kind, what.added)
    if isinstance(cut.run, UnigramRun):
        unigram(lang, cut.run, what.added, SPACE * spaced + word)
        return
    learnt, made = st.columns(2, gap="large")
    with learnt:
        step(lang, cut.run, what)
    with made:
        (history if kind == "bpe" else look_ups)(lang, cut, word)


def chosen(lang: Lang, typed: str) -> tuple[str, bool]:
    """One word of the sentence in NFKC form, and whether it follows a space; the longest until another is chosen."""
    form, _ = normalise(typed)
    found = {word.text: word.spaced for word in words(form) if any(c.isalnum() for c in word.text)}
    if not found:
        return "", False
    labels = {"": text.LONGEST, **{word: Text(en=word, zh=word) for word in found}}
    word = choice(st.selectbox, text.WORD[lang], list(labels), labels, lang, key="tokens_word", default="")
    word = word or max(found, key=len)
    return word[: WIDE // 2 if HAN.match(word) else WIDE], found[word]


def step(lang: Lang, run: MergeRun, what: Asked) -> None:
    """The merge that the slider stands on: the pairs that competed, and the winner's score written out."""
    if not len(run.made):
        return
    at = min(max(what.added, 1), len(run.made)) - 1
    show(rivals(what.corpus, run.config.kind, at, lang), key="tokens_rivals", alt=text.RIVALS_ALT[lang])
    st.latex(formula(run, at))
    if what.added > len(run.made):
        st.caption(text.NO_STEP[lang].format(steps=f"{len(run.made):,}"))
    strength = run.scores(at)
    if (strength[1:] == strength[0]).any():
        st.caption(text.TIES[lang])
    if run.config.kind == "wordpiece":
        st.caption(text.RATIO_WARNING[lang].format(rare=RARE))


@shared(128)
def rivals(corpus: str, kind: str, at: int, lang: Lang) -> Ready:
    """The picture of one merge, drawn once for all who look."""
    run = vocabulary(corpus).runs[kind]
    assert isinstance(run, MergeRun)
    return ready(charts.rivals(run, at, lang))


def formula(run: MergeRun, at: int) -> str:
    """What the winner of a step won with."""
    a, b, n, left, right = run.rivals[at, 0].tolist()
    kind = run.config.kind
    names = [
        tex(readable(each, kind)) for each in (run.pieces[a], run.pieces[b], join(run.pieces[a], run.pieces[b], kind))
    ]
    pair = rf"\textcolor{{#000001}}{{\mathrm{{count}}(\text{{{names[0]}}},\text{{{names[1]}}})}}"
    if kind == "wordpiece":
        apart = rf"\textcolor{{#000002}}{{{left}\cdot{right}}}"
        value = rf"\frac{{{n}}}{{{apart}}}=\mathbf{{{power(n / (left * right))}}}"
        return rf"\frac{{{pair}}}{{{apart}}}={value}\;\Rightarrow\;\text{{{names[2]}}}"
    return rf"{pair}=\mathbf{{{n}}}\;\Rightarrow\;\text{{{names[2]}}}"


def power(value: float) -> str:
    """``4.9e-05`` as people write it."""
    digits, exponent = f"{value:.2e}".split("e")
    return rf"{digits}\cdot 10^{{{int(exponent)}}}" if int(exponent) else digits


def tex(piece: str) -> str:
    """A piece inside TeX's \\text."""
    named = {"\\": r"\textbackslash ", "^": r"\textasciicircum ", "~": r"\textasciitilde "}
    return "".join(named.get(c) or (f"\\{c}" if c in "$%&#_{}" else c) for c in piece)


def history(lang: Lang, cut: Cutter, word: str) -> None:
    """The word after every merge that touches it."""
    run = cut.run
    assert isinstance(run, MergeRun)
    st.markdown(f"**{text.HISTORY[lang].format(word=plain(word))}**")
    rows = [
        (
            text.BEFORE[lang] if state.step < 0 else text.STEP[lang].format(step=f"{state.step + 1:,}"),
            [readable(piece, "bpe") for piece in state.pieces],
        )
        for state in encode(run, word, cut.added)
    ]
    st.html(chips.steps(rows))


def look_ups(lang: Lang, cut: Cutter, word: str) -> None:
    """Longest match first, every look into the vocabulary."""
    tries = attempts(word, cut)
    st.markdown(f"**{text.ATTEMPTS[lang].format(word=plain(word), n=len(tries))}**")
    rows, missing = [], []
    for n, each in enumerate(tries, 1):
        if each.found or n == len(tries):
            rows.append((text.LOOKS[lang].format(n=n), tuple(missing), each.piece if each.found else UNKNOWN))
            missing = []
        else:
            missing.append(each.piece)
    st.html(chips.tried(rows))
    if not tries[-1].found:
        st.caption(text.WORD_LOST[lang])


def unigram(lang: Lang, run: UnigramRun, added: int, word: str) -> None:
    """All pieces that fit, the best few cuts, and random ones at a temperature."""
    model = run.model(added)
    few, whole = best(word, model, FEW), total(word, model)[-1]
    share = math.exp(few[0][0] - whole)
    ways = f"{math.exp(total(word, model, 0.0)[-1]):,.0f}"
    title = text.LATTICE[lang].format(word=word, n=ways, share=f"{share:.0%}")
    show(
        charts.lattice(word, lattice(word, model), few[0][1], title, lang),
        key="tokens_lattice",
        alt=text.LATTICE_ALT[lang],
    )
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"**{text.BEST_FEW[lang]}**")
        rows = [(cut_of(path), f"{math.exp(logp - whole):.1%}") for logp, path in few]
        st.dataframe(pd.DataFrame(rows, columns=[text.CUT_COLUMN[lang], text.SHARE_COLUMN[lang]]), hide_index=True)
        at = run.stage(added)
        st.caption(
            text.STAGE[lang].format(
                seeds=f"{len(run.pieces):,}",
                stages=len(run.sizes),
                size=f"{run.sizes[at]:,}",
                loss=run.losses[at],
            )
        )
    with right:
        with control("tokens_temperature"):
            labels = {name: Text(en=name, zh=name) for name in TEMPERATURES}
            t = float(
                choice(
                    st.select_slider,
                    text.TEMPERATURE[lang],
                    list(TEMPERATURES),
                    labels,
                    lang,
                    key="tokens_temperature",
                    default="2",
                )
            )
        drawn = Counter(cut_of(path) for path in sample(word, model, t, seed(), DRAWS))
        st.markdown(f"**{text.SAMPLES[lang].format(t=t, distinct=len(drawn), n=DRAWS)}**")
        columns = [text.CUT_COLUMN[lang], text.TIMES_COLUMN[lang]]
        st.dataframe(pd.DataFrame(drawn.most_common(), columns=columns), hide_index=True, height=245)
        st.caption(text.SAMPLES_HOW[lang])


def cut_of(path) -> str:
    """A segmentation as people read it."""
    return " | ".join(edge.piece for edge in path)


def bytes_(lang: Lang, what: Asked) -> None:
    """Characters, their bytes, and the pieces that they lie in; then how the pieces were learnt."""
    found = line("bytes", what)
    typed = what.text
    left, right = st.columns([3, 2], gap="large")
    with left:
        n = len(to_bytes(typed))
        st.markdown(f"**{text.BYTES_TITLE[lang].format(n=len(typed), bytes=n, pieces=len(found.chips))}**")
        st.dataframe(byte_table(typed, [chip.spelled for chip in found.chips], lang), hide_index=True, height=320)
        st.caption(text.BYTES_HOW[lang])
    with right:
        run = vocabulary(what.corpus).runs["bytes"]
        assert isinstance(run, MergeRun)
        step(lang, run, what)


def byte_table(typed: str, pieces: Sequence[str], lang: Lang) -> pd.DataFrame:
    """One row a character; ``pieces`` are spelled in hexadecimal numbers."""
    ends, at = [], 0
    for piece in pieces:
        at += len(piece.split())
        ends.append(at)
    rows, at = [], 0
    for character in typed:
        spelled = [f"{ord(letter):02X}" for letter in to_bytes(character)]
        first = next(i for i, end in enumerate(ends) if end > at)
        at += len(spelled)
        last = next(i for i, end in enumerate(ends) if end >= at)
        inside = str(first + 1) if first == last else f"{first + 1}–{last + 1}"
        shown = character if character.isprintable() and character != " " else "␣"
        rows.append((shown, f"U+{ord(character):04X}", " ".join(spelled), inside))
    return pd.DataFrame(rows, columns=[label[lang] for label in text.BYTES_COLUMNS.values()])
