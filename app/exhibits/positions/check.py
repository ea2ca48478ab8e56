"""Part 6, *Check yourself*: which encoding is this, what can it tell apart, and four things that are often said."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st

from app.exhibits.positions import schemes_charts, text
from app.house.figures import show
from app.house.numbers import percent, scientific
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.positions import rotate, sinusoid, toeplitz
from core.positions.schemes import Ask, terms, total

PUZZLE = ("none", "sinusoidal", "shaw", "t5", "rope", "alibi", "kerple-log")
TELLING = ("none", "shaw", "t5", "deberta", "alibi", "rope", "kerple-log")
LENGTH = 48


@dataclass(frozen=True, eq=False)
class Puzzle:
    """A question: an encoding under its controls; where two distances are asked for, they are given."""

    name: str
    ask: Ask
    options: tuple[str, ...]  # encodings to choose from; empty where distances are asked for
    distances: tuple[int, int] = (0, 0)

    @property
    def scores(self) -> np.ndarray:
        """The matrix."""
        return total(terms(self.name, self.ask))

    @property
    def two(self) -> tuple[float, float]:
        """The scores that the last query gives to the two keys."""
        a, b = self.distances
        row = self.scores[-1]
        return float(row[-1 - a]), float(row[-1 - b])

    @property
    def differ(self) -> bool:
        """Whether the two scores do."""
        one, two = self.two
        return abs(one - two) > 1e-9


def part() -> None:
    """A question, then what is often said."""
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("later", text.MYTH_LATER, later),
        ("relative", text.MYTH_RELATIVE, relative),
        ("decay", text.MYTH_DECAY, decay),
        ("sine", text.MYTH_SINE, sine),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"positions_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("positions_round", 0)
    puzzle = draw(seed() + round_)
    told = st.session_state.get("positions_told") == round_
    named = bool(puzzle.options)
    if named:
        st.markdown(text.ASK_SCHEME[lang])
        show(schemes_charts.puzzle(puzzle.scores), key="positions_puzzle", alt=text.PUZZLE_ALT[lang])
        labels = {name: text.SCHEMES[name][lang] for name in puzzle.options}
    else:
        a, b = puzzle.distances
        st.markdown(text.ASK_APART[lang].format(name=described(puzzle, lang), a=a, b=b))
        labels = {"differ": text.DIFFER[lang], "same": text.SAME[lang]}
    with control("positions_guess"):
        key = f"positions_guess_{seed()}_{round_}"
        guess = st.radio(
            text.GUESS[lang],
            list(labels),
            format_func=labels.__getitem__,
            key=key,
            index=None,
            disabled=told,
            horizontal=True,
        )
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="positions_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("positions_told", round_),
        )
        st.button(text.NEXT[lang], key="positions_next", on_click=_set, args=("positions_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        right = guess == (puzzle.name if named else "differ" if puzzle.differ else "same")
        (st.success if right else st.info)(answered(puzzle, right, lang))


def answered(puzzle: Puzzle, right: bool, lang: Lang) -> str:
    """The verdict with its reason."""
    verdict = (text.YES if right else text.NO)[lang] + (" " if lang == "en" else "")
    if puzzle.options:
        facts = {"name": text.SCHEMES[puzzle.name][lang], "why": text.SCHEME_SAYS[puzzle.name][lang]}
        return text.ANSWER_SCHEME[lang].format(verdict=verdict.strip(), **facts)
    one, two = puzzle.two
    return text.ANSWER_APART[lang].format(verdict=verdict.strip(), one=one, two=two)


def described(puzzle: Puzzle, lang: Lang) -> str:
    """The encoding with the control that matters."""
    name = text.SCHEMES[puzzle.name][lang]
    if puzzle.name in ("shaw", "deberta"):
        # DeBERTa's rows are 2k: to the past, the last one is that of k - 1
        return f"{name} ({text.REACH[lang]}: {puzzle.ask.reach - (puzzle.name == 'deberta')})"
    return f"{name} ({text.REACH[lang]}: {puzzle.ask.farthest})" if puzzle.name == "t5" else name


def draw(seed: int) -> Puzzle:
    """Every other question asks for the encoding, the rest for two distances."""
    dice = np.random.default_rng([seed, 7])
    if seed % 2 == 0:
        options = tuple(str(name) for name in dice.choice(PUZZLE, 4, replace=False))
        return Puzzle(options[int(dice.integers(4))], _asked(seed, int(dice.integers(3, 12))), options)
    a, b = sorted(int(each) for each in dice.choice(np.arange(1, LENGTH - 1), 2, replace=False))
    ask = _asked(seed, int(dice.integers(2, 20)))
    return Puzzle(str(dice.choice(TELLING)), ask, (), (a, b))


def _asked(seed: int, reach: int) -> Ask:
    return Ask(T=LENGTH, seed=seed, reach=reach, farthest=max(9, 2 * reach))


def later(lang: Lang) -> str:
    P = sinusoid(512, 128)
    crossings = [np.diff(np.signbit(P[rows, column])) for rows, column in _cuts()]  # to start at 0 is no crossing
    first, second, few = (int(each.sum()) for each in crossings)
    return text.MYTH_LATER_ANSWER[lang].format(column=20, first=first, second=second, other=60, few=few)


def _cuts() -> tuple[tuple[slice, int], ...]:
    return (slice(0, 256), 20), (slice(256, 512), 20), (slice(0, 512), 60)


def relative(lang: Lang) -> str:
    q, k = np.random.default_rng(seed()).standard_normal((2, 1, 16))

    def score(m: int, n: int) -> float:
        return float(np.vdot(rotate(q, np.array([m])), rotate(k, np.array([n]))))

    return text.MYTH_RELATIVE_ANSWER[lang].format(one=score(7, 4), two=score(107, 104), three=score(107, 4))


def decay(lang: Lang) -> str:
    q, k = np.random.default_rng(seed()).standard_normal((2, 1000, 64))
    near, far = (np.sum(rotate(q, np.full(1000, at)) * k, axis=1) for at in (5, 20))
    return text.MYTH_DECAY_ANSWER[lang].format(n=1000, share=percent(float((far > near).mean()), lang))


def sine(lang: Lang) -> str:
    P = sinusoid(50, 128)
    projected = toeplitz(terms("sinusoidal", Ask(seed=seed()))["place-place"])
    facts = {"plain": scientific(toeplitz(P @ P.T).deviation, 0), "projected": projected.deviation}
    return text.MYTH_SINE_ANSWER[lang].format(share=percent(projected.explained, lang), **facts)


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
