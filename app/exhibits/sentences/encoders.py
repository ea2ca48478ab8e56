"""Real encoders on real pairs: the plane of alignment and uniformity, the cosines, the spectrum. Recorded."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from app.exhibits.sentences import charts, text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core.simcse.baselines import WAYS, Baselines, baselines
from core.simcse.recorded import COMMAND, GRADED, Flowed, Graded, flowed, graded


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
        flow = flowed(model)
        run = joined(graded(model), flow, baselines() if GRADED[model] == "en" else None)
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
    if chosen == "mean-flow":
        with desk:
            show(charts.bent(flow, lang), key="sentences_flow", alt=text.FLOW_ALT[lang])
            nats = {"before": flow.nats["white"], "after": flow.nats["flow"]}
            st.caption(text.FLOW_HOW[lang].format(n=flow.learnt_from, K=flow.directions, **nats))
    with desk:
        show(charts.singular(run, chosen, lang), key="sentences_singular", alt=text.SPECTRUM_ALT[lang])
    partial = text.PARTIAL[lang] if GRADED[model] == "en" else ""
    record, command = source(run, flow, chosen)
    facts = {"data": record.data, "date": record.date, "machine": record.machine, "code": record.code}
    st.caption(text.RECORDED[lang].format(command=command, partial=partial, pairs=card.pairs, **facts))


def joined(run: Graded, flow: Flowed, older: Baselines | None) -> Graded:
    """All ways to use one model: with the flow, and for English with the readers from before transformers."""
    way = "mean-flow"
    cards, dev = {**run.cards, way: flow.cards[way]}, {**run.dev, way: flow.dev[way]}
    if older:
        cards, dev = {**cards, **older.cards}, {**dev, **older.dev}
    return replace(run, cards=cards, dev=dev)


def source(run: Graded, flow: Flowed, chosen: str) -> tuple[Graded | Flowed | Baselines, str]:
    """The record that a way's numbers come from, and the command that makes it."""
    if chosen == "mean-flow":
        return flow, f"{COMMAND} flow {run.model}"
    if chosen in WAYS:
        return baselines(), f"{COMMAND} baselines"
    return run, f"{COMMAND} encoders {run.model}"


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
