"""A small GPT while it learns: what comes next, what it writes, look by look."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import chips
from app.exhibits.objectives import speaking_text as text
from app.house import training
from app.house.bars import bars
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, finish
from core import jobs
from core.masking.corruption import Words
from core.text import tokenise

MOST = 16  # words of a prompt


def speaking(lang: Lang) -> None:
    """The prompt, a training, one look, all that was written."""
    stack()
    from core.masking.objectives.speaking import DATA, PROMPT, Config, V, recorded, speak

    left, right = st.columns(2, gap="medium")
    with left, control("objectives_prompt"):
        typed = st.text_input(
            text.PROMPT[lang],
            key="objectives_prompt",
            bind="query-params",
            max_chars=120,
            placeholder=" ".join(PROMPT),
        )
    with right, control("objectives_speak_steps"):
        steps = slider("objectives_speak_steps", text.STEPS[lang], 100, 3000, default=800, step=100)
    prompt: Words = tuple(token.text.lower() for token in tokenise((typed or "").strip(), "en"))[:MOST] or PROMPT
    st.markdown(f"**{text.LIVE[lang]}**")
    config = Config(prompt, steps, seed())
    job = training.panel("objectives_speak", lang, lambda: jobs.submit(speak, DATA, config))
    study = recorded()
    own = job.result() if job is not None and job.state == "done" else None
    run = own or study.runs[0]
    if run.config.prompt != prompt:
        st.caption(text.OTHER_PROMPT[lang].format(prompt=plain(" ".join(run.config.prompt))))
    with st.columns(2)[0], control("objectives_look"):
        at = slider("objectives_look", text.LOOK[lang], 1, len(run.looks), default=len(run.looks)) - 1
    look = run.looks[at]
    word, share = look.best[0]
    facts = {"step": look.step, "prompt": plain(" ".join(run.config.prompt)), "nats": look.nats}
    facts |= {"word": plain(chips.readable(word, lang)), "share": percent(share, lang)}
    st.markdown(f"**{text.BARS_TITLE[lang].format(**facts)}**")
    chances, curve = st.columns([2, 3], gap="medium")
    with chances:
        st.html(bars([(chips.readable(each, lang), p) for each, p in look.best], lang))
    with curve:
        show(curves(study.runs, own, look.step, lang), key="objectives_speaking", alt=text.FIGURE_ALT[lang])
    st.markdown(f"**{text.TABLE[lang]}**")
    st.dataframe(table(run, lang), hide_index=True)
    about = {"V": f"{V:,}", "steps": f"{study.runs[0].config.steps:,}", "seeds": len(study.runs)}
    about |= {"date": study.date, "machine": study.machine, "code": study.code}
    st.caption(text.SAYS[lang].format(**about, use=f"?objectives_view=gpt&lang={lang}"))


def curves(runs: Sequence, own, step: int, lang: Lang) -> go.Figure:
    """Nats by step of every recorded run and the visitor's; the look that is shown, as a line."""
    fig = go.Figure()
    dashes = ("solid", "dash", "dot")
    named = [(text.RECORDED, each, GREY, dash, 2) for each, dash in zip(runs, dashes, strict=True)]
    for label, run, colour, dash, width in [*named, *([(text.YOURS, own, CINNABAR, "solid", 4)] if own else [])]:
        fig.add_scatter(
            x=[look.step for look in run.looks],
            y=[look.nats for look in run.looks],
            mode="lines+markers",
            name=label[lang].format(seed=run.config.seed),
            line={"color": colour, "dash": dash, "width": width},
        )
    fig.add_vline(x=step, line={"color": CINNABAR, "dash": "dot"})
    fig.update_xaxes(title=text.STEP[lang])
    fig.update_yaxes(title=text.NATS[lang])
    shown = (own or runs[0]).looks
    title = text.FIGURE_TITLE[lang].format(first=shown[0].nats, last=shown[-1].nats)
    return finish(fig, title, height=380, widest=44)


def table(run, lang: Lang) -> pd.DataFrame:
    """A row a look."""
    rows = []
    for look in run.looks:
        said = " ".join((*run.config.prompt, *(chips.readable(word, lang) for word in look.written)))
        rows.append((look.step, f"{look.nats:.2f}", said))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
