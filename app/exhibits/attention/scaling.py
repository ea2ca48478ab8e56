"""Part 4 of attention: the experiment behind √d, run in another process while the page draws what is known so far."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.attention import scaling_text as text
from app.house import figures, training
from app.house.parts import control
from app.i18n import Lang
from app.session import language, once, seed
from app.theme import CINNABAR, GREY, INDIGO, finish
from core import jobs
from core.attention.scaling import MEASURES, Config, Run, Spread, spread, train

TOY = 2**22  # random numbers drawn while the visitor waits
WIDTHS = Config().widths


def part() -> None:
    """One width at once, under a slider; then all of them as a job, with a picture that fills as it runs."""
    lang = language()
    st.subheader(text.QUESTION[lang], anchor=False)
    st.markdown(text.IDEA[lang])
    left, middle, right = st.columns(3, gap="medium")
    with left, control("attention_d"):
        d = st.select_slider(text.WIDTH[lang], WIDTHS, 512, key="attention_d", bind="query-params")
    with middle, control("attention_keys"):
        S = st.slider(text.KEYS[lang], 2, 256, 32, key="attention_keys", bind="query-params")
    with right, control("attention_samples"):
        samples = st.slider(text.SAMPLES[lang], 64, 2048, 256, 64, key="attention_samples", bind="query-params")
    one = once(spread, None, Config((d,), S=S, samples=min(samples, max(1, TOY // (d * S))), seed=seed()))
    figures.show(histogram(one, lang), key="attention_scores", alt=text.HISTOGRAM_ALT[lang])
    st.caption(softmaxes(one, lang))
    st.markdown(f"**{text.SWEEP[lang]}**")
    config = Config(S=S, samples=samples, seed=seed())
    job = training.panel("attention_train", lang, lambda: jobs.submit(train, None, config))
    if job is None:
        return
    if job.state == "done":
        run: Run = job.result()
        table = np.array([[getattr(side, name) for name in MEASURES] for side in (run.plain, run.scaled)])
        figures.show(chart(run.config.widths, table, lang), key="attention_scaling", alt=text.ALT[lang])
        st.caption(after(run, lang))
    elif job.frame is not None:
        figures.show(chart(config.widths, job.frame, lang), key="attention_scaling", alt=text.ALT[lang])


def histogram(one: Spread, lang: Lang) -> go.Figure:
    """The scores with and without the division, on the same axis."""
    fig = go.Figure()
    for density, name, colour, dash in (
        (one.plain, text.PLAIN[lang], GREY, "dash"),
        (one.scaled, text.SCALED[lang], CINNABAR, "solid"),
    ):
        line = {"color": colour, "dash": dash, "shape": "hvh"}
        fig.add_trace(go.Scatter(x=one.middles, y=density, name=name, line=line, hovertemplate="%{x:.1f}: %{y:.3f}"))
    fig.update_xaxes(title=text.SCORE[lang], range=[-40, 40])  # fixed: what widens must be seen to widen
    fig.update_yaxes(title=text.DENSITY[lang], range=[0, 0.75])
    d = one.run.config.widths[0]
    plain, scaled = (np.sqrt(side.variance[0]) for side in (one.run.plain, one.run.scaled))
    title = text.HISTOGRAM[lang].format(d=d, plain=plain, scaled=scaled)
    return finish(fig, title, height=320)


def softmaxes(one: Spread, lang: Lang) -> str:
    """What the softmax makes of these scores, with and without the division."""
    plain, scaled, S = one.run.plain, one.run.scaled, one.run.config.S
    return text.SOFTMAXES[lang].format(
        S=S,
        n=one.run.config.samples,
        most=np.log(S),
        plain_entropy=plain.entropy[0],
        scaled_entropy=scaled.entropy[0],
        plain_largest=plain.largest[0],
        scaled_largest=scaled.largest[0],
        plain_gradient=plain.gradient[0],
        scaled_gradient=scaled.gradient[0],
    )


def after(run: Run, lang: Lang) -> str:
    """What was measured, in one line."""
    facts = {"plain": run.plain.variance[-1], "scaled": run.scaled.variance[-1], "d": run.config.widths[-1]}
    return text.AFTER[lang].format(n=run.config.samples, S=run.config.S, seed=run.config.seed, **facts)


def chart(widths: tuple[int, ...], table: np.ndarray, lang: Lang) -> go.Figure:
    """Variance and gradient over the width, with and without the division; ``table`` is a frame of the run."""
    fig = make_subplots(1, 2, subplot_titles=[text.VARIANCE[lang], text.GRADIENT[lang]], horizontal_spacing=0.09)
    sides = ((text.PLAIN[lang], GREY, "dash", "square"), (text.SCALED[lang], CINNABAR, "solid", "circle"))
    for rows, (name, colour, dash, symbol) in zip(table, sides, strict=True):
        for column, measure in enumerate(("variance", "gradient"), 1):
            line = go.Scatter(
                x=widths,
                y=rows[MEASURES.index(measure)],
                name=name,
                legendgroup=name,
                showlegend=column == 1,
                line={"color": colour, "dash": dash},
                marker={"color": colour, "symbol": symbol, "size": 7},
                mode="lines+markers",
                hovertemplate="d = %{x}<br>%{y:.4g}",
            )
            fig.add_trace(line, 1, column)
    theory = go.Scatter(x=widths, y=widths, name=text.THEORY[lang], mode="lines", line={"color": INDIGO, "dash": "dot"})
    fig.add_trace(theory, 1, 1)
    low, high = np.log10([widths[0], widths[-1]])
    fig.update_xaxes(type="log", title=text.WIDTH[lang], range=[low - 0.1, high + 0.1], tickvals=widths[::2])
    fig.update_yaxes(type="log", range=[-0.5, high + 0.2], col=1)
    fig.update_yaxes(type="log", col=2)
    plain, scaled = table[:, MEASURES.index("gradient")]
    measured = np.flatnonzero(np.isfinite(plain))
    if not len(measured):
        return _under_titles(finish(fig, text.WAITING[lang], height=440))
    last = measured[-1]
    title = text.TITLE[lang].format(d=widths[last], times=scaled[last] / plain[last])
    return _under_titles(finish(fig, title, height=440))


def _under_titles(fig: go.Figure) -> go.Figure:
    """Room for the two headings: the legend moves below the picture."""
    return fig
