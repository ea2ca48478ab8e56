"""Parts 2 and 3, *Play* and *Look inside*: one fragment, so that a slider moves picture and numbers together."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.exhibits.attention import aligning, beside, controls, debate, kinds, scores, surgery, survey, text, through
from app.exhibits.attention.figure import Figure, figure
from app.exhibits.attention.inside import inside
from app.exhibits.attention.reading import (
    CHINESE,
    DEFAULT,
    HAN,
    NOW,
    Asked,
    Drawn,
    Reading,
    Shown,
    keep,
    read,
)
from app.house.bars import bars
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.errors import sentence as explain
from app.house.numbers import percent
from app.house.plain import plain
from app.house.scope import acted, scope
from app.house.shared import Shared
from app.house.views import which
from app.i18n import Lang
from app.session import language, presenting
from core.attention.recorded import COMMAND
from core.errors import Trouble

KEY = "attention_scope"
MORE = {
    "heads": survey.view,
    "through": through.view,
    "surgery": surgery.view,
    "debate": debate.view,
    "scores": scores.view,
    "beside": beside.view,
    "align": aligning.view,
    "kinds": kinds.view,
}


@st.fragment
def play() -> None:
    """Controls, picture, notes, and the numbers behind one cell."""
    lang = language()
    with boundary(lang):
        _play(lang)


def _play(lang: Lang) -> None:
    view = which("attention", text)
    if view in MORE:
        _more(lang, view)
        return
    stage, desk = st.columns([2, 1], gap="large")
    with measured() as cost:
        with stage:
            asked, reading = _read(lang, controls.asked(lang))
            _notes(lang, asked, reading)
        with desk:
            what = controls.place(lang, controls.drawn(view), reading)
            what = controls.together(what, reading)
            controls.more(lang, reading)
            _habit(lang, reading, what)
        st.subheader(text.INSIDE[lang], anchor=False)
        what = controls.cell(lang, what, reading)
        shown = Shown(asked, reading, what)
        with stage:
            _draw(lang, shown)
        inside(lang, reading, what)
        cost.parameters, cost.flops, cost.recorded = reading.parameters, reading.flops, reading.recording is not None
    meter(cost, lang)
    keep(shown)


def _draw(lang: Lang, shown: Shown) -> None:
    """The picture, and what it is not."""
    picture = _picture(lang, shown)
    scope(picture.scene, picture.packed, key=KEY, on_act=lambda: _settle(picture))
    said = [text.NOT_EXPLANATION[lang]]
    if run := shown.reading.recording:
        said.append(text.RECORDED[lang].format(date=run.date, model=shown.reading.maps.model, command=COMMAND))
    st.caption("\n\n".join(said))


def _picture(lang: Lang, shown: Shown) -> Figure:
    """Drawn once for all who look at the same."""
    large = presenting()
    return _pictures.get(
        (shown.asked, shown.what, lang, large),
        lambda: figure(shown.reading, shown.what, shown.sentence, lang, large=large),
    )


def _more(lang: Lang, view: str) -> None:
    """A view that is no picture of one head; the parts below speak of the example until there is one."""
    if NOW not in st.session_state:
        example = Asked(text.EXAMPLE[lang], DEFAULT, "", None)
        what = Drawn("head", False, True, 1.0, controls.LAYER - 1, controls.HEAD - 1, (controls.HEAD - 1,))
        keep(Shown(example, read(example), what))
    with measured() as cost:
        with boundary(lang):
            MORE[view](lang)
    meter(cost, lang)


def _read(lang: Lang, asked: Asked) -> tuple[Asked, Reading]:
    """What was asked for; where that cannot be had, what is wrong, and minilm or the example instead."""
    example = Asked(text.EXAMPLE[lang], DEFAULT, "", None)
    for attempt, hint in (
        (asked, text.FELL_BACK if asked.model != DEFAULT else text.SHOWS_EXAMPLE),
        (replace(asked, model=DEFAULT, kind=None), text.SHOWS_EXAMPLE),
    ):
        try:
            return attempt, read(attempt)
        except Trouble as trouble:
            st.warning(f"{explain(trouble, lang)}\n\n{hint[lang]}", icon=":material/info:")
        if asked.model == DEFAULT:
            break
    return example, read(example)


def _notes(lang: Lang, asked: Asked, reading: Reading) -> None:
    """What the model did not read."""
    for tokens in dict.fromkeys((reading.maps.source, reading.maps.target)):
        if tokens.unreadable > 0:
            own = [unknown for unknown, special in zip(tokens.unknown, tokens.special, strict=True) if not special]
            facts = {
                "model": reading.maps.model,
                "share": percent(tokens.unreadable, lang),
                "n": sum(own),
                "all": len(own),
            }
            tried = st.session_state.get("attention_model") == CHINESE  # and could not be had: it is said above
            chinese = HAN.search(asked.text + asked.pair) is not None and not tried
            advice = f"\n\n{text.NEEDS_CHINESE[lang]}" if chinese else ""
            st.warning(text.UNREADABLE[lang].format(**facts) + advice, icon=":material/translate:")
            if chinese:
                key = f"attention_switch_{tokens is reading.maps.source}"  # a pair of towers has two texts
                st.button(text.SWITCH[lang], key=key, on_click=_choose, args=(CHINESE,))
        if tokens.dropped:
            kept = len(tokens.shown)
            st.info(text.DROPPED[lang].format(kept=kept, dropped=tokens.dropped), icon=":material/content_cut:")


def _choose(model: str) -> None:
    st.session_state["attention_model"] = model


def _settle(picture: Figure) -> None:
    controls.settle(acted(KEY), picture.target, picture.source)


def _habit(lang: Lang, reading: Reading, what: Drawn) -> None:
    """Beside the picture: where the weight of this head goes, in numbers."""
    maps, habit = reading.maps, reading.habit(what.layer, what.head)
    st.markdown(f"**{text.HABIT[lang]}**")
    parts = sorted(habit.parts.items(), key=lambda item: (item[0] == "other", -item[1]))
    labels = {name: text.SHARES[name][lang].format(token=habit.token) for name, _ in parts}
    st.html(bars([(labels[name], share) for name, share in parts], lang))
    typed = sum(not special for special in maps.target.special)
    said = [
        f"{text.MEAN_OF[lang].format(n=typed)} · {text.ENTROPY[lang].format(bits=habit.entropy, most=habit.widest)}"
    ]
    if habit.token and habit.shares["special"] >= 0.3 and habit.shares["special"] == max(habit.shares.values()):
        facts = {
            "token": plain(habit.token),
            "head": what.head + 1,
            "layer": what.layer + 1,
            "share": percent(habit.shares["special"], lang),
        }
        said.append(text.SINK[lang].format(**facts))
    st.caption("\n\n".join(said))


_pictures = Shared[Figure](16 * 2**20, lambda picture: len(picture.packed))
