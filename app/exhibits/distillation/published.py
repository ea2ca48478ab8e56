"""Five published tables as figures that can be asked: other people's numbers, never mixed with ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import streamlit as st

from app.exhibits.distillation import calculators
from app.exhibits.distillation import published_charts as charts
from app.exhibits.distillation import published_text as text
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang, Text
from core.published import cells


@cache
def table(name: str) -> Mapping[str, Mapping[str, float]]:
    """Model → metric → value; in Zhao's table the setting is part of the model's name."""
    found: dict[str, dict[str, float]] = {}
    for cell in cells(name):
        model = f"{cell.model} | {cell.setting}" if cell.setting else cell.model
        found.setdefault(model, {})[cell.metric] = cell.value
    return found


def view(lang: Lang) -> None:
    """One table at a time."""
    with control("distillation_table"):
        name = choice(
            st.segmented_control,
            text.TABLE[lang],
            list(text.TABLES),
            text.TABLES,
            lang,
            key="distillation_table",
            default="mobilebert",
            required=True,
        )
    SHOW[name](lang)
    st.caption(text.SOURCES[name][lang])
    st.caption(text.NOT_OURS[lang])
    if name == "zhao":
        calculators.small(lang)
    if name == "mobilebert":
        calculators.bottleneck(lang)


def _pick(key: str, label: Text, options: Mapping[str, Text], default: str, lang: Lang) -> str:
    with control(key):
        return choice(st.selectbox, label[lang], list(options), options, lang, key=key, default=default)


def distilbert(lang: Lang) -> None:
    scores = table("distilbert_glue")
    left, right = st.columns(2, gap="large")
    with left:
        fig = charts.against_cost(scores, table("distilbert_size_speed"), lang)
        show(fig, key="distillation_db_cost", alt=text.DB_COST_ALT[lang])
    with right:
        show(charts.retained(scores, lang), key="distillation_db_kept", alt=text.DB_KEPT_ALT[lang])


def pkd(lang: Lang) -> None:
    scores = table("pkd_glue")
    sizes = {name: row["training examples"] for name, row in table("glue_task_sizes").items()}
    how = _pick("distillation_pkd", text.PKD_HOW, text.PKD_HOWS, "score", lang)
    show(charts.by_task(scores, how, lang), key="distillation_pkd_bars", alt=text.PKD_ALT[lang])
    show(charts.by_size(scores, sizes, lang), key="distillation_pkd_sizes", alt=text.PKD_SIZE_ALT[lang])


def tinybert(lang: Lang) -> None:
    order = _pick("distillation_sort", text.SORT, text.SORTS, "score", lang)
    show(charts.averages(table("tinybert_average"), order, lang), key="distillation_tiny", alt=text.TINY_ALT[lang])


def zhao(lang: Lang) -> None:
    rows = table("zhao_subwords_shared_projections")
    left, right = st.columns(2, gap="medium")
    with left:
        metric = _pick("distillation_zhao", text.METRIC, text.ZHAO_METRICS, "MNLI-m accuracy", lang)
    with right:
        block = _pick("distillation_block", text.BLOCK, text.BLOCKS, "all", lang)
    show(charts.compression(rows, metric, block, lang), key="distillation_zhao_plot", alt=text.ZHAO_ALT[lang])


def mobilebert(lang: Lang) -> None:
    rows = table("mobilebert_glue")
    left, right = st.columns(2, gap="medium")
    with left:
        cost = _pick("distillation_cost", text.COST, text.COSTS, "parameters", lang)
    with right:
        metric = _pick("distillation_metric", text.METRIC, text.MOBILE_METRICS, "GLUE score", lang)
    show(charts.pareto(rows, cost, metric, lang), key="distillation_mobile", alt=text.MOBILE_ALT[lang])


SHOW = {"mobilebert": mobilebert, "tinybert": tinybert, "zhao": zhao, "pkd": pkd, "distilbert": distilbert}
