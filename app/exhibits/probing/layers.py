"""What can be read off each layer, how much of it is mere memory of words, and what random weights give."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.probing import layers_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from core.probes import recorded
from core.probes.recorded import COMMAND, About


def tasks() -> list[str]:
    """The tasks that have been recorded, in the order of the page."""
    return [name for name in text.TASKS if recorded.found(f"task-{name}") is not None]


def view(lang: Lang) -> None:
    """One task through the layers, or all tasks at once."""
    known = tasks()
    left, right = st.columns([1, 2], gap="large", vertical_alignment="bottom")
    with left, control("probing_all"):
        whole = choice(
            st.segmented_control,
            text.SHOWN[lang],
            list(text.SHOWN_NAMES),
            text.SHOWN_NAMES,
            lang,
            key="probing_all",
            default="one",
            required=True,
        )
    with right:
        if whole == "one":
            with control("probing_task"):
                task = choice(
                    st.selectbox, text.TASK[lang], known, text.TASKS, lang, key="probing_task", default="upos"
                )
        else:
            task = "upos"
    if whole == "all":
        show(every(tuple(known), lang), key="probing_every", alt=text.EVERY_ALT[lang])
        st.markdown(text.EVERY_SAYS[lang])
    else:
        one(task, lang)


def one(task: str, lang: Lang) -> None:
    """Accuracies with their bands, and selectivity."""
    found = recorded.layers(task)
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(curves(task, lang), key="probing_curves", alt=text.CURVES_ALT[lang])
    with desk:
        best = int(found.real.mean(0).argmax())
        name = text.TASKS[task][lang]
        facts = {
            "task": name[:1].upper() + name[1:],
            "classes": len(found.labels),
            "best": best,
            "real": percent(float(found.real.mean(0)[best]), lang),
            "random": percent(float(found.random.mean(0).max()), lang),
            "majority": percent(found.majority, lang),
        }
        said = text.LAYERS_SAY if len(found.control) else text.LAYERS_SAY_SENTENCE
        st.markdown(said[lang].format(**facts))
        if len(found.control):
            chosen = selectivity(task)
            most = int(chosen.mean(0).argmax())
            more = {
                "control": percent(float(found.control.mean(0)[best]), lang),
                "selective": 100 * float(chosen.mean(0)[best]),
                "most": most,
                "value": 100 * float(chosen.mean(0)[most]),
            }
            st.markdown(text.CONTROL_SAYS[lang].format(best=best, **more))
        else:
            st.markdown(text.NO_CONTROL[lang])
        st.markdown(f"*{text.TASK_SAYS[task][lang]}*")
    note(found.about, f"task-{task}", lang)


def selectivity(task: str) -> np.ndarray:
    """Accuracy on the task minus that on its control; seeds × layers."""
    found = recorded.layers(task)
    return found.real - found.control


def note(about: About, piece: str, lang: Lang, use: str = "split") -> None:
    """Where the recorded numbers come from, and how the sentences were used."""
    facts = {name: getattr(about, name) for name in ("model", "data", "seeds", "date", "machine", "code", "seconds")}
    learn, test = about.sentences
    sentences = text.NOTE_SENTENCES[use][lang].format(learn=learn, test=test)
    st.caption(text.NOTE[lang].format(sentences=sentences, command=f"{COMMAND} {piece}", **facts))


@lru_cache(maxsize=32)
def curves(task: str, lang: Lang) -> Ready:
    """The figure of one task."""
    return ready(layers_charts.curves(recorded.layers(task), lang))


@lru_cache(maxsize=4)
def every(known: tuple[str, ...], lang: Lang) -> Ready:
    """The figure of all tasks."""
    return ready(layers_charts.every([recorded.layers(task) for task in known], lang))
