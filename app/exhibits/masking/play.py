"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, one fragment."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.exhibits.masking import cards, charts, text, views
from app.exhibits.masking.reading import AUTO, MASK, Asked, asked, computed, filled
from app.house.figures import Ready, ready, show
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.house.views import chosen
from app.i18n import Lang
from core.masking.recorded import COMMAND, Answer

VIEWS = {
    "several": views.several,
    "depth": views.depth,
    "surprise": views.surprise,
    "compare": views.compare,
    "meanings": views.meanings,
    "input": views.inputs,
    "size": views.size,
}


def play() -> None:
    """The chosen view."""
    chosen("masking", text, {"fill": fill, **VIEWS})


def fill(lang: Lang) -> None:
    """Hide a word, see what the model would write."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = asked(lang)
        with st.expander(text.MORE[lang], icon=":material/tune:"):
            with control("masking_k"):
                k = st.slider(text.K[lang], 3, 30, 8, key="masking_k", bind="query-params")
            with control("masking_pieces"):
                pieces = st.slider(
                    text.PIECES[lang], 1, 3, 1, key="masking_pieces", bind="query-params", help=text.PIECES_HELP[lang]
                )
        notes = st.container()
    if MASK not in what.gapped:
        stage.info(text.NO_GAP[lang])
        return
    found = filled(what, pieces)
    with stage:
        if found.unreadable > 0:
            facts = {"model": found.model, "share": percent(found.unreadable, lang)}
            st.warning(text.UNREADABLE[lang].format(**facts), icon=":material/translate:")
        st.markdown(f"**{plain(what.gapped.replace(MASK, ' ▁▁▁ '))}**")
        show(bars(what, pieces, k, lang), key="masking_bars", alt=charts.title(found, what.hidden, lang, pieces))
        st.caption(caption(found, what.hidden, pieces, lang))
    with notes:
        named(lang, what, found, pieces)


@shared(64)
def bars(what: Asked, pieces: int, k: int, lang: Lang) -> Ready:
    """The picture, drawn once for all who look."""
    return ready(charts.bars(filled(what, pieces), what.hidden, k, lang, pieces))


def caption(found: Answer, hidden: Sequence[str], pieces: int, lang: Lang) -> str:
    """What the colours mean and where the numbers come from."""
    parts = [text.REAL[lang], text.HOLLOW[lang]] if any(hidden) else [text.HOLLOW[lang]]
    if pieces == 1:
        bits = found.entropy[0]
        says = text.BITS_SURE if 2**bits < 1.5 else text.BITS_MEAN
        parts.append(says[lang].format(bits=bits, n=2**bits))
    if len(found.words) > charts.GAPS:
        parts.append(text.MORE_GAPS[lang].format(n=charts.GAPS))
    if found.date:
        parts.append(text.RECORDED[lang].format(date=found.date, model=found.model, command=COMMAND))
    else:
        parts.append(text.LIVE[lang].format(model=found.model))
    if n := cards.tokens_read(found.model):
        parts.append(text.BEGINNER[lang].format(model=found.model, n=n))
    if cards.knows_verse(found.model):
        parts.append(text.BY_HEART[lang])
    return " ".join(parts) if lang == "en" else "".join(parts)


def named(lang: Lang, what: Asked, found: Answer, pieces: int) -> None:
    """The rank of a word that the visitor names, or of the one that was hidden."""
    with control("masking_word"):
        word = st.text_input(
            text.NAMED[lang],
            key="masking_word",
            bind="query-params",
            max_chars=40,
            placeholder=text.NAMED_HINT[lang],
        )
    word = (word or "").strip() or (what.hidden[0] if what.hidden else "")
    if not word:
        return
    known = [each.lower() for each in found.words[0]]
    if found.date and word.lower() in known:  # the recording knows it: no model has to be woken
        at = known.index(word.lower())
        rank, share = at + 1, found.probabilities[0][at]
    elif found.date and not st.session_state.get("masking_word"):
        return
    else:
        rank, share = computed((what.gapped, what.model or AUTO, "place", word), lambda: place(what, word))
    facts = {"word": plain(word), "rank": rank, "V": found.pieces, "share": percent(share, lang)}
    says = text.PLACE_SAYS if pieces == 1 else text.PLACE_ALONE
    st.markdown(says[lang].format(**facts))


def place(what: Asked, word: str) -> tuple[int, float]:
    """Rank and probability in the first gap."""
    from core.masking import filling
    from core.masking.model import chosen

    model = chosen(what.gapped, what.model)
    found = filling.place(filling.fill(what.gapped, model), word, model)
    return found.rank, found.probability
