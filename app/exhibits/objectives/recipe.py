"""RoBERTa's recipe: what was published, what each change is worth here, and switches to cook with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import recipe_text as text
from app.exhibits.objectives import text as words_of_page
from app.exhibits.objectives.formats import TABLE as ABLATION
from app.house import training
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice, switch
from app.house.numbers import percent
from app.house.parts import control
from app.house.verdicts import VERDICTS
from app.i18n import Lang, Text
from app.session import seed
from app.theme import CINNABAR, GREY, INDIGO, finish, wrapped
from core import claims, jobs
from core.claims import ClaimResult
from core.masking.objectives import MLM
from core.published import cells

TABLE = "roberta_recipe"
DATA = "wikipedia-sample"
SWITCHES: Mapping[str, Text] = {
    "objectives_fresh": text.FRESH_SWITCH,
    "objectives_text": text.TEXT_SWITCH,
    "objectives_batch": text.BATCH_SWITCH,
    "objectives_longer": text.STEPS_SWITCH,
    "objectives_nsp": text.NSP_SWITCH,
}
STEPS = 400  # with nothing switched on
COOKED = "objectives recipes"  # this visitor's runs, by seed and switches


def recipe(lang: Lang) -> None:
    """The published settings, the evidence change by change, the switches."""
    published(lang)
    st.markdown(f"**{text.EVIDENCE[lang]}**")
    names = ("fresh-masks", "nsp-by-topic", "forty-percent")
    fresh, topic, share = (claims.recorded(f"objectives/{name}") for name in names)
    if fresh is not None and topic is not None and share is not None:
        st.table(evidence(fresh, topic, share, lang))
        facts = {"link": f"?objectives_part=claims&lang={lang}", "packing": f"?objectives_view=formats&lang={lang}"}
        st.markdown(text.CLAIMS_BELOW[lang].format(**facts, formats=words_of_page.VIEWS["formats"][lang]))
        board(fresh, lang)


def published(lang: Lang) -> None:
    """BERT and RoBERTa side by side, and the ratio."""
    with control("objectives_setting"):
        setting = choice(
            st.segmented_control,
            text.SETTING[lang],
            [*text.SETTINGS],
            text.SETTINGS,
            lang,
            key="objectives_setting",
            default="batch size",
            required=True,
        )
    found = settings(setting)
    unit = next(cell.unit for cell in cells(TABLE) if cell.metric == setting)
    facts = {"name": text.SETTINGS[setting][lang], "unit": text.UNITS[unit][lang]}
    facts |= {name.lower(): f"{value:,.0f}" for name, value in found.items()}
    if "BERT" in found:
        says = text.SETTING_TITLE[lang].format(**facts, times=f"{found['RoBERTa'] / found['BERT']:.3g}")
    else:
        says = text.ALONE_TITLE[lang].format(**facts)
    show(pair(found, says, text.UNITS[unit][lang]), key="objectives_settings", alt=text.SETTING_ALT[lang])
    st.caption(text.FROM_SLIDES[lang])


def settings(metric: str) -> dict[str, float]:
    """What the table says of a setting, by model."""
    return {cell.model: cell.value for cell in cells(TABLE) if cell.metric == metric}


def pair(found: Mapping[str, float], title: str, unit: str) -> go.Figure:
    """Two bars."""
    shown = [f"{value:,.0f}" for value in found.values()]
    fig = go.Figure(go.Bar(x=[*found.values()], y=[*found], orientation="h", text=shown, textposition="auto"))
    fig.update_traces(marker={"color": INDIGO}, width=0.55, hoverinfo="x+y")
    fig.update_xaxes(title=unit, rangemode="tozero")
    fig.update_yaxes(autorange="reversed", showgrid=False)
    return finish(fig, title, height=120 + 45 * len(found)).update_layout(margin_l=80)


def evidence(fresh: ClaimResult, topic: ClaimResult, share: ClaimResult, lang: Lang) -> pd.DataFrame:
    """A row a change: before, after, what is known of it, the verdict of our claim."""

    def interval(found: ClaimResult) -> dict[str, float]:
        return {"mean": found.effect.mean, "low": found.effect.low, "high": found.effect.high, "n": len(found.seeds)}

    def numbers(metric: str, unit: str = "") -> list[str]:
        return [f"{value:,.0f}{unit}" for value in settings(metric).values()]

    masks = {"before": fresh.extras["static"].mean, "after": fresh.extras["dynamic"].mean}
    gains = (", " if lang == "en" else "，").join(f"{metric} {gain:+.1f}" for metric, gain in without_nsp().items())
    verdicts = [VERDICTS[each.verdict][0][lang] for each in (fresh, topic, share)]
    saved = text.FRESH_SAYS[lang].format(**masks, **interval(fresh))
    told = text.NEXT_SAYS[lang].format(gains=gains, nsp=topic.extras["nsp"].mean)
    kept = percent(MLM.rate, lang)
    rows = [
        (text.FRESH, text.FIXED[lang], text.NEW[lang], saved, verdicts[0]),
        (text.NEXT, text.ASKED[lang], text.NOT_ASKED[lang], told, verdicts[1]),
        (text.BATCH, *numbers("batch size"), text.BATCH_SAYS[lang], ""),
        (text.PIECES, *numbers("vocabulary size", " k" if lang == "en" else " 千"), text.PIECES_SAYS[lang], ""),
        (text.READING, text.LESS[lang], text.MORE[lang], text.BATCH_SAYS[lang], ""),
        (text.SHARE, kept, kept, text.SHARE_SAYS[lang].format(**interval(share)), verdicts[2]),
    ]
    named = [(change[lang], *rest) for change, *rest in rows]
    return pd.DataFrame(named, columns=[each[lang] for each in text.COLUMNS]).set_index(text.COLUMNS[0][lang])


def without_nsp() -> dict[str, float]:
    """Published points that full sentences without NSP are ahead of segment pairs with it."""
    rows = cells(ABLATION)
    scores = {(cell.model, cell.metric): cell.value for cell in rows}
    models = list(dict.fromkeys(cell.model for cell in rows))
    return {
        metric: scores[models[2], metric] - scores[models[0], metric]
        for metric in dict.fromkeys(cell.metric for cell in rows)
    }


def board(fresh: ClaimResult, lang: Lang) -> None:
    """Switches, a training, and all recipes of this visit beside the recorded ones."""
    st.markdown(f"**{text.TOGGLES[lang]}**")
    on = []
    for column, (key, label) in zip(st.columns(len(SWITCHES), gap="medium"), SWITCHES.items(), strict=True):
        value = switch(key)
        with column, control(key):
            st.toggle(label[lang], key=key)
        on.append(value)
    changes = tuple(on)

    def submit() -> jobs.Job:
        stack()
        from core.masking.objectives.recipes import Recipe, cook

        return jobs.submit(cook, DATA, Recipe(*changes, seed=seed()))

    job = training.panel("objectives_recipe", lang, submit)
    cooked: dict[tuple[int, tuple[bool, ...]], float] = st.session_state.setdefault(COOKED, {})
    if job is not None and job.state == "done":
        done = job.result()
        cooked[done.recipe.seed, astuple(done.recipe)[:-1]] = done.nats
    show(dots(fresh, cooked, lang), key="objectives_board", alt=text.BOARD_ALT[lang])
    facts = {"steps": STEPS, "seed": seed(), "train": f"?objectives_part=train&lang={lang}"}
    st.caption(text.SAYS[lang].format(**facts))


def named(changes: tuple[bool, ...], lang: Lang) -> str:
    """A recipe in words."""
    parts = [label[lang] for label, each in zip(SWITCHES.values(), changes, strict=True) if each]
    return (" + ".join(parts) if lang == "en" else "＋".join(parts)) or text.BASE[lang]


def dots(fresh: ClaimResult, cooked: Mapping[tuple[int, tuple[bool, ...]], float], lang: Lang) -> go.Figure:
    """Nats by recipe: recorded means hollow, this visitor's runs filled; the recorded start as a dashed line."""
    kept = {
        (False,) * len(SWITCHES): fresh.extras["static"],
        (True, *[False] * (len(SWITCHES) - 1)): fresh.extras["dynamic"],
    }
    before, after = (each.mean for each in kept.values())
    fig = go.Figure()
    for changes, found in kept.items():
        label = text.RECORDED[lang].format(n=len(found.values), name=named(changes, lang))
        mark = {"color": INDIGO, "size": 12, "symbol": "diamond-open"}
        fig.add_scatter(x=[found.mean], y=[wrapped(label, 30)], mode="markers", marker=mark, hoverinfo="x+y")
    for (drawn, changes), nats in cooked.items():
        mark = {"color": CINNABAR, "size": 12}
        label = f"{named(changes, lang)} ({drawn})"
        fig.add_scatter(x=[nats], y=[wrapped(label, 30)], mode="markers", marker=mark, hoverinfo="x+y")
    fig.add_vline(x=before, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.NATS[lang])
    fig.update_yaxes(autorange="reversed", automargin=True)
    title = text.BOARD_NONE[lang].format(before=before, after=after)
    if cooked:
        best = min(cooked, key=cooked.__getitem__)
        title = text.BOARD_TITLE[lang].format(nats=cooked[best], name=named(best[1], lang))
    return finish(fig, title, height=170 + 30 * (2 + len(cooked))).update_layout(showlegend=False)
