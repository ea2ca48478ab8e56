"""What a reader that was trained with an objective answers, on the visitor's own text."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from app.exhibits.objectives import charts, chips, text
from app.exhibits.objectives.reading import Asked, asked, family_of, has_rate, own_rate, prepared, read, strange
from app.exhibits.objectives.settings import settled
from app.exhibits.objectives.settings_text import ROLES_SAY
from app.exhibits.objectives.weighing import beside, orders, phrase
from app.house.bars import bars
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core.masking import Corruption, corrupt
from core.masking.corruption import Objective
from core.masking.objectives import BART, DLM, ELECTRA, MASS, WKLM
from core.masking.objectives.card import card, trained
from core.masking.objectives.labels import recorded

LONGEST = 32  # words: as long as the windows that were read
SHOWN_AT_ONCE = 12  # answers
RARE = 0.6  # one of two answers is this often right: the other one is rare


def says(lang: Lang) -> None:
    """One draw, every answer with its chance, and how far such answers are to be trusted."""
    names = {name: text.NAMES[name] for name in trained() if name in text.NAMES}
    left, middle, right = st.columns(3, gap="medium", vertical_alignment="bottom")
    with left, control("objectives_one"):
        name = choice(
            st.selectbox, text.OBJECTIVE[lang], [*names], names, lang, key="objectives_one", default="electra"
        )
    what = english(lang)
    with middle:
        objective = asked_for(name, what, lang)
    with right:
        objective = noisy(objective, lang)
    objective = settled(name, objective, what, lang)
    if objective is None:
        return
    stack()
    from core.masking.objectives.learned import reader

    told = reader(name)
    if isinstance(objective, ELECTRA):
        objective = replace(objective, generator=reader("mlm").draw)
    made = corrupt(what.tokens, objective, seed())
    st.html(chips.gallery([(family_of(name), [(name, made)])], lang))
    if made.other is not None:
        others = [corrupt(words, beside(objective, words), seed()) for words in strange("en")]
        found = told.finds(made, [each.other for each in others if each.other is not None])
        views = [made.other, *(each.other for each in others if each.other is not None)]
        shown = [" ".join(each.inputs[1:]) for each in views]
        st.markdown(f"**{text.FINDS_TITLE[lang].format(chance=percent(found[0], lang))}**")
        st.html(bars(zip(shown, found, strict=True), lang))
        if name == "infoword":
            phrase(told, made, others, lang)
    elif name == "sentence-order":
        orders(told, made, lang)
    else:
        answers(told.answers(made, 3), made, lang)
        written = told.write(made)
        if written:
            st.markdown(f"{text.WRITTEN[lang]} *{escape(' '.join(chips.readable(word, lang) for word in written))}*")
    marks = trust(name, lang)
    if "ranked" in marks and marks["usual"] > RARE:
        st.caption(text.RANKED[lang].format(share=percent(marks["ranked"], lang)))
    if name in ("nsp", "sop"):
        st.caption(text.BY_TOPIC[lang])
    if name in text.READS_LESS:
        st.caption(text.READS_LESS[name][lang])
    if name == "dlm":
        st.caption(ROLES_SAY[lang])


def trust(name: str, lang: Lang) -> dict[str, float]:
    """Say how far a reader's answers are to be trusted; all its marks."""
    marks = card()["readers"][name]
    facts = {key: percent(marks[key], lang) for key in ("right", "usual")}
    st.caption(text.MARKS[lang].format(**facts, n=int(marks["asked"])))
    return marks


def english(lang: Lang) -> Asked:
    """The visitor's text as far as the readers reach; they read English, so a Chinese one gives way to the example."""
    what = asked("en")
    if what.lang != "en":
        st.info(text.READS_ENGLISH[lang])
        what = read(text.EXAMPLE["en"])
    return replace(what, tokens=what.tokens[:LONGEST])


def asked_for(name: str, what: Asked, lang: Lang) -> Objective:
    """The objective with the page's rate or share, and names to exchange."""
    objective = prepared(name, what)
    if has_rate(name):
        rate = own_rate(lang)
        if rate is not None:
            objective = replace(objective, rate=rate)  # type: ignore[type-var]
    if isinstance(objective, MASS):
        with control("objectives_share"):
            share = slider("objectives_share", text.SHARE_CUT[lang], 5, 100, default=50, step=5)
        objective = replace(objective, share=share / 100)
    if isinstance(objective, DLM):
        objective = replace(objective, fake=True, others=strange("en"))
    if isinstance(objective, WKLM):
        with control("objectives_names"):
            typed = st.text_input(
                text.NAME_TABLE[lang],
                key="objectives_names",
                bind="query-params",
                max_chars=300,
                placeholder=text.SOME_NAMES,
            )
        table = tuple(" ".join(each.split()) for each in (typed or text.SOME_NAMES).split(",") if each.strip())
        objective = replace(objective, names=(("name", table),))
    return objective


def noisy(objective: Objective, lang: Lang) -> Objective:
    """BART's noises, in any combination."""
    if not isinstance(objective, BART):
        return objective
    with control("objectives_noise"):
        chosen = choice(
            st.selectbox,
            text.NOISE[lang],
            [*text.NOISES],
            text.NOISES,
            lang,
            key="objectives_noise",
            default="permute infill",
        )
    return replace(objective, noises=tuple(chosen.split()))


def answers(guesses, made: Corruption, lang: Lang) -> None:
    """A row a question: what was asked, the chance of the right answer, what would have been said."""
    named = [guess.right for guess in guesses if guess.right is not None]
    if not guesses:
        st.caption(text.NOTHING_ASKED[lang])
        return
    right = sum(chips.same(guess.best[0][0], guess.wanted) for guess in guesses)
    st.markdown(f"**{text.SAYS_TITLE[lang].format(n=len(guesses), right=right)}**")
    first, more = guesses[:SHOWN_AT_ONCE], guesses[SHOWN_AT_ONCE:]
    head = "".join(f"<th>{escape(each[lang])}</th>" for each in (text.AT, text.WANTED, text.ITS_CHANCE, text.SAID))
    table = f'<table class="answers"><thead><tr>{head}</tr></thead><tbody>{{}}</tbody></table>'
    shown = table.format("".join(row(guess, made, lang) for guess in first))
    if more:
        rest = table.format("".join(row(guess, made, lang) for guess in more))
        shown += f"<details><summary>{escape(text.MORE_ANSWERS[lang].format(n=len(more)))}</summary>{rest}</details>"
    st.html(chips.style() + shown)
    if named and not any(each.wanted in text.LABELS for each in guesses):
        st.caption(text.TOTAL[lang].format(nats=chips.nats(named), n=len(named), unnamed=len(guesses) - len(named)))


def row(guess, made: Corruption, lang: Lang) -> str:
    """One question as a row of the table."""
    side = made.decoder if guess.side == "decoder" and made.decoder else made
    place = chips.readable(side.inputs[guess.at], lang)
    chance = text.UNNAMED[lang] if guess.right is None else percent(guess.right, lang)
    width = 100 * (guess.right or 0.0)
    said = " · ".join(f"{chips.readable(word, lang)} {percent(p, lang)}" for word, p in guess.best)
    mark = "✓" if chips.same(guess.best[0][0], guess.wanted) else ""
    return (
        f"<tr><td>{guess.at + 1}. {escape(place)}</td><td>{escape(chips.readable(guess.wanted, lang))} {mark}</td>"
        f'<td><i style="width:{width:.0f}%"></i><span>{escape(chance)}</span></td><td>{escape(said)}</td></tr>'
    )


def labels(lang: Lang) -> None:
    """A reader that read before, and one that did not, with few labels."""
    run = recorded()
    with control("objectives_labels"):
        at = slider("objectives_labels", text.LABELLED[lang], 1, len(run.sizes), default=2) - 1
    facts = {
        "n": run.sizes[at],
        "scratch": percent(run.scratch[at].mean(), lang),
        "pretrained": percent(run.pretrained[at].mean(), lang),
    }
    fig = charts.few_labels(run, at, text.LABELS_TITLE[lang].format(**facts), lang)
    show(fig, key="objectives_few", alt=text.LABELS_ALT[lang])
    about = {"kept": run.kept, "usual": percent(run.usual, lang), "seeds": run.scratch.shape[1], "date": run.date}
    st.caption(text.LABELS_SAY[lang].format(**about, code=run.code))


def compare(lang: Lang) -> None:
    """All readers, one question: what the objective alone changes."""
    with control("objectives_probe"):
        probe = choice(
            st.segmented_control,
            text.PROBE[lang],
            [*text.PROBES],
            text.PROBES,
            lang,
            key="objectives_probe",
            default="topic",
            required=True,
        )
    marks = card()["readers"]
    rows = [(text.NAMES[name][lang], marks[name][probe]) for name in trained() if name in text.NAMES]
    low = probe == "cloze_nats"
    rows.sort(key=lambda each: each[1] if low else -each[1])
    title = text.COMPARE_TITLE[lang].format(best=rows[0][0], last=rows[-1][0])
    before = card()["untrained"][probe]
    fig = charts.ranked(rows, before, text.PROBES[probe][lang], title, lang, share=not low)
    show(fig, key="objectives_compare", alt=text.COMPARE_ALT[lang])
    worse = sum(value > before if low else value < before for _, value in rows)
    st.caption(text.COMPARE_SAYS[lang].format(n=len(rows), worse=worse))
    if probe != "topic":
        st.caption(text.IN_PLACE[lang])
