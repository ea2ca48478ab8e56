"""Part 5, *Is it true?*: a claim, the published figure, our measurement, the verdict, the button that repeats it."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.house import figures, training
from app.house.errors import boundary
from app.house.shared import Shared
from app.i18n import ClaimWords, Lang, Text
from app.theme import CINNABAR, FAINT, GREY, INK, finish
from core import claims, jobs
from core.claims import ClaimResult, Estimate, verdict

VERDICTS: dict[str, tuple[Text, Literal["green", "orange", "red", "gray"], str]] = {
    "reproduced": (Text(en="reproduced", zh="已复现"), "green", ":material/check_circle:"),
    "not-reproduced": (Text(en="not reproduced", zh="未复现"), "orange", ":material/cancel:"),
    "reversed": (Text(en="reversed", zh="相反"), "red", ":material/swap_horiz:"),
    "undecided": (Text(en="undecided", zh="未定"), "gray", ":material/help:"),
}
UNREADABLE = Text(
    en="The control shows an effect too: this verdict proves nothing.",
    zh="对照组也出现了效应：这个判定说明不了什么。",
)
UNCERTAIN = Text(
    en="The control is uncertain: its interval reaches beyond ±δ, so another cause of that size is not ruled out.",
    zh="对照组不够确定：它的区间超出了 ±δ，这么大的其他原因还排除不了。",
)
MEASURED = Text(en="**Effect** {what}", zh="**效应** {what}")
CONTROL = Text(en="**Control** {what}", zh="**对照** {what}")
EFFECT_ROW, CONTROL_ROW = Text(en="effect", zh="效应"), Text(en="control", zh="对照")
SEED = Text(en="one seed", zh="一个种子")
MEAN = Text(en="mean, 95 % interval", zh="均值与 95% 置信区间")
BAND = Text(
    en="Thin marks are single seeds, the bar is the 95 % interval of their mean; the grey band is ±δ = ±{delta:.2f}: "
    "too small to matter.",
    zh="细线是单个种子，横条是均值的 95% 置信区间；灰带是 ±δ = ±{delta:.2f}：小到没有意义。",
)
QUANTITY, OURS, PUBLISHED = (
    Text(en="quantity", zh="量"),
    Text(en="ours", zh="我们测得"),
    Text(en="published", zh="文献值"),
)
RECORDED = Text(
    en="Recorded run · {n} seeds · {date} · {machine} · {seconds} s · code {code}",
    zh="录制结果 · {n} 个种子 · {date} · {machine} · {seconds} 秒 · 代码 {code}",
)
LIVE = Text(
    en="Run on this server · {n} seeds · {date} · {machine} · {seconds} s · code {code}",
    zh="在本服务器上运行 · {n} 个种子 · {date} · {machine} · {seconds} 秒 · 代码 {code}",
)
NONE = Text(en="Not measured yet. Run it.", zh="尚未测量，请运行。")
SOURCE = Text(en="Source: [{source}]({url})", zh="出处：[{source}]({url})")


_forests: Shared[figures.Ready] = Shared(2**21, lambda picture: 8_000)


def cards(words: tuple[ClaimWords, ...], lang: Lang) -> None:
    """The claims of one exhibit."""
    for claim in words:
        with boundary(lang):
            card(claim, lang)


def card(words: ClaimWords, lang: Lang) -> None:
    """One claim from sentence to verdict; a finished run of this visitor replaces the recorded one."""
    claim, name = claims.CLAIMS[words.id], f"claim_{words.id.replace('/', '_')}"
    with st.container(border=True, key=name):
        st.markdown(f"#### {words.says[lang]}")
        st.caption(SOURCE[lang].format(source=claim.source, url=claim.url))
        picture = st.container()
        job = training.panel(name, lang, lambda: jobs.submit(claims.rerun, words.id, claims.Rerun()))
        fresh = job.result() if job is not None and job.state == "done" else None
        result = fresh or claims.recorded(words.id)
        with picture:
            if result is None:
                st.info(NONE[lang])
            else:
                _measured(result, words, LIVE if fresh else RECORDED, lang)


def _measured(result: ClaimResult, words: ClaimWords, provenance: Text, lang: Lang) -> None:
    name = f"claim_{words.id.replace('/', '_')}"
    badge(result, lang)
    found = {"mean": result.effect.mean, "low": result.effect.low, "high": result.effect.high}
    times = {f"times_{name}": 10**value for name, value in found.items()}
    st.markdown(f"**{words.plain[lang].format(**found, **times)}**")
    effect, control = MEASURED[lang].format(what=words.measured[lang]), CONTROL[lang].format(what=words.control[lang])
    means = {name: found.mean for name, found in result.extras.items()}
    note = words.note[lang].format(delta=result.delta, **means)
    st.markdown(f"{effect} {note}\n\n{control}")
    picture = _forests.get(
        (words.id, result.effect, result.control, lang), lambda: figures.ready(forest(result, words, lang))
    )
    figures.show(picture, key=f"{name}_forest", alt=words.says[lang])
    st.caption(BAND[lang].format(delta=result.delta))
    if words.extras:
        st.dataframe(extras(result, words, lang), hide_index=True, width="content")
    facts = {"n": len(result.seeds), "machine": result.machine, "seconds": result.seconds, "code": result.code}
    st.caption(provenance[lang].format(date=result.date, **facts))


def badge(result: ClaimResult, lang: Lang) -> None:
    """The verdict, and a warning where the control spoils it."""
    label, colour, icon = VERDICTS[result.verdict]
    st.badge(label[lang], color=colour, icon=icon)
    if not result.control_holds:
        judged = verdict(result.control, result.delta)  # by the rule for the effect
        st.warning((UNCERTAIN if judged == "undecided" else UNREADABLE)[lang])


def extras(result: ClaimResult, words: ClaimWords, lang: Lang) -> pd.DataFrame:
    """The further numbers, ours beside the published ones."""
    rows = []
    for name, label in words.extras.items():
        found = result.extras[name]
        published = claims.CLAIMS[result.id].published.get(name)
        ours = f"{found.mean:.3g}  [{found.low:.3g}, {found.high:.3g}]"
        rows.append((label[lang], ours, "" if published is None else f"{published:g}"))
    return pd.DataFrame(rows, columns=[QUANTITY[lang], OURS[lang], PUBLISHED[lang]])


def forest(result: ClaimResult, words: ClaimWords, lang: Lang) -> go.Figure:
    """Every seed, the mean and its interval, against the band in which nothing matters."""
    fig = go.Figure()
    fig.add_vrect(-result.delta, result.delta, fillcolor=FAINT, opacity=0.12, line_width=0)
    fig.add_vline(0, line={"color": INK, "width": 1})
    for row, found, colour, dash in (
        (EFFECT_ROW[lang], result.effect, CINNABAR, "solid"),
        (CONTROL_ROW[lang], result.control, GREY, "dash"),
    ):
        fig.add_trace(_dots(row, found, colour, SEED[lang]))
        fig.add_trace(_interval(row, found, colour, dash, MEAN[lang]))
    label, *_ = VERDICTS[result.verdict]
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=words.unit[lang], zeroline=False)
    fig.update_yaxes(autorange="reversed")
    title = f"{label[lang]}: {result.effect.mean:.3g} [{result.effect.low:.3g}, {result.effect.high:.3g}]"
    return finish(fig, title, height=260)


def _dots(row: str, found: Estimate, colour: str, name: str) -> go.Scatter:
    marker = {"color": colour, "size": 9, "opacity": 0.45, "symbol": "line-ns-open"}
    return go.Scatter(x=found.values, y=[row] * len(found.values), mode="markers", marker=marker, name=name)


def _interval(row: str, found: Estimate, colour: str, dash: str, name: str) -> go.Scatter:
    return go.Scatter(
        x=[found.low, found.mean, found.high],
        y=[row] * 3,
        mode="lines+markers",
        line={"color": colour, "width": 3, "dash": dash},
        marker={"color": colour, "size": [0, 11, 0]},
        name=name,
    )
