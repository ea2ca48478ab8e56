"""Real encoders on real pairs: the plane of alignment and uniformity, the cosines, the spectrum. Recorded."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.sentences import charts, text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core.simcse.recorded import COMMAND, GRADED, Graded, graded


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("sentences_model"):
            model = choice(
                st.segmented_control,
                text.MODEL[lang],
                list(GRADED),
                text.MODELS,
                lang,
                key="sentences_model",
                default="en-small",
                required=True,
            )
        run = graded(model)
        with control("sentences_encoder"):
            names = {way: text.WAYS[way] for way in run.cards}
            chosen = choice(
                st.selectbox, text.ENCODER[lang], list(names), names, lang, key="sentences_encoder", default="mean"
            )
        card = run.cards[chosen]
        show(charts.bands(card, chosen, lang), key="sentences_bands", alt=text.BANDS_ALT[lang])
    with stage:
        show(charts.plane(run, lang), key="sentences_plane", alt=text.PLANE_ALT[lang])
        st.dataframe(table(run, lang), hide_index=True, width="stretch")
        steps = max((int(tuning.at[-1]) for tuning in run.tunings.values()), default=0)
        st.markdown(text.model_note(model, steps, lang))
    if chosen == "mean-whitened":
        with desk, control("sentences_directions"):
            most = len(run.directions) - 1
            place = whole("sentences_directions", text.DIRECTIONS[lang], 0, most, default=most)
        with desk:
            show(charts.whitened(run, place, lang), key="sentences_whitened", alt=text.WHITENED_ALT[lang])
    with desk:
        show(charts.singular(run, chosen, lang), key="sentences_singular", alt=text.SPECTRUM_ALT[lang])
    facts = {"data": run.data, "pairs": card.pairs, "date": run.date, "machine": run.machine, "code": run.code}
    partial = text.PARTIAL[lang] if GRADED[model] == "en" else ""
    st.caption(text.RECORDED[lang].format(command=f"{COMMAND} encoders {model}", partial=partial, **facts))


def table(run: Graded, lang: Lang) -> pd.DataFrame:
    """One row an encoder, the best first."""
    rows = [
        (
            text.WAYS[name][lang],
            round(card.spearman, 3),
            f"{card.low:.3f} – {card.high:.3f}",
            round(run.dev[name], 3),
            round(card.alignment, 3),
            round(card.uniformity, 3),
            round(card.random_cosine, 3),
            round(card.iso_score, 3),
        )
        for name, card in sorted(run.cards.items(), key=lambda item: -item[1].spearman)
    ]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.SCORES.values()])
