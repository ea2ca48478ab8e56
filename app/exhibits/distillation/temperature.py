"""Real logits softened: what the teacher says at a temperature, the mix with the label, and what pulls the student."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.distillation import temperature_charts as charts
from app.exhibits.distillation import text
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import shared
from app.i18n import Lang, Text
from core.distillation.recorded import Group, Study, exists, study
from core.distillation.soften import entropy, gradient, high_limit, soften

SCALE = ("0.5", "1", "2", "3", "4", "6", "8", "12", "20", "50", "200")
NAMES = {each: Text(en=each, zh=each) for each in SCALE}
STUDENT = ("labels", "mlp-8", 100)  # whose logits are pulled: taught by 100 labels, without a teacher
START = {"digits": 154, "snips": 542, "mr": 588}  # rows worth looking at


def view(lang: Lang) -> None:
    """The distribution, then the gradient."""
    asked, row, T, alpha = dials(lang)
    found = study(asked)
    answers = found.answers[row].astype(float)
    label = int(found.labels[row])
    if found.shown:
        st.markdown(f"> {plain(found.shown[row])}")
    stage, desk = st.columns([2, 1], gap="large")
    group = pupil(found)
    student = group.logits[row].astype(float)
    targets, pull = pictures(asked, row, T, alpha, lang)
    with stage:
        show(targets, key="distillation_targets", alt=text.TARGETS_ALT[lang])
        show(pull, key="distillation_pull", alt=text.PULL_ALT[lang])
    with desk:
        st.latex(written(answers, label, T, alpha, found))
        st.markdown(said(found, answers, student, group.config.labels or found.learnt, label, T, lang))
    st.caption(text.FROM_NOTE[lang].format(n=len(found.labels), date=found.date, machine=found.machine))


@shared(64)
def pictures(asked: str, row: int, T: float, alpha: float, lang: Lang) -> tuple[Ready, Ready]:
    """Targets and gradient, drawn once for all who look."""
    found = study(asked)
    teacher, student = found.answers[row].astype(float), pupil(found).logits[row].astype(float)
    pull = charts.pull(found, teacher, student, int(found.labels[row]), T, lang)
    return ready(charts.targets(found, row, T, alpha, lang)), ready(pull)


def dials(lang: Lang) -> tuple[str, int, float, float]:
    """What is answered, the temperature, the mix."""
    source, which, heat, mix = st.columns(4, gap="medium")
    known = [name for name in text.SOURCES if exists(name)]
    with source, control("distillation_from"):
        asked = choice(
            st.segmented_control,
            text.SOURCE[lang],
            known,
            text.SOURCES,
            lang,
            key="distillation_from",
            default="digits",
            required=True,
        )
    rows = len(study(asked).labels)
    with which, control("distillation_row"):
        row = whole("distillation_row", text.ROW[lang], 0, rows - 1, default=min(START[asked], rows - 1))
    with heat, control("distillation_T"):
        T = choice(st.select_slider, text.T[lang], list(SCALE), NAMES, lang, key="distillation_T", default="2")
    with mix, control("distillation_alpha"):
        alpha = whole("distillation_alpha", text.ALPHA[lang], 0, 100, default=100, step=5)
    return asked, row, float(T), alpha / 100


def pupil(found: Study) -> Group:
    """A student without a teacher: its first seed has logits for the same rows."""
    method, student, labels = STUDENT
    return found.find(method, student, labels) or found.groups[0]


def written(answers: np.ndarray, label: int, T: float, alpha: float, found: Study) -> str:
    """The soft target of the best wrong answer, with numbers."""
    wrong = best_wrong(answers, label)
    p = soften(answers, T)
    name = found.classes[wrong] if len(found.classes[wrong]) < 5 else str(wrong + 1)
    z, total = answers[wrong] / T, float(np.exp(answers / T).sum())
    return (
        rf"\begin{{aligned}}\textcolor{{#000002}}{{p_{{\text{{{name}}}}}}} &= "
        rf"\frac{{e^{{{answers[wrong]:.2f}/{T:g}}}}}{{\sum_j e^{{z_j/{T:g}}}}}"
        rf" = \frac{{{np.exp(z):.3g}}}{{{total:.3g}}} = \mathbf{{{p[wrong]:.4f}}}\\"
        rf"\text{{target}} &= {alpha:.2f}\cdot {p[wrong]:.4f} + {1 - alpha:.2f}\cdot 0 = "
        rf"\mathbf{{{alpha * p[wrong]:.4f}}}\end{{aligned}}"
    )


def best_wrong(answers: np.ndarray, label: int) -> int:
    """The wrong answer that the teacher finds least wrong."""
    rest = answers.copy()
    rest[label] = -np.inf
    return int(rest.argmax())


def said(found: Study, answers: np.ndarray, student: np.ndarray, labels: int, label: int, T: float, lang: Lang) -> str:
    """The same in words."""
    order = np.argsort(-answers)
    wrong = [int(each) for each in order if each != label]
    p = soften(answers, T)
    raw = gradient(student, answers, T)
    limit = high_limit(student, answers)
    facts = {
        "label": found.classes[label],
        "first": found.classes[int(order[0])],
        "one": found.classes[wrong[0]],
        "two": found.classes[wrong[-1]],
        "times": float(p[wrong[0]] / max(p[wrong[-1]], 1e-300)),
        "entropy": float(entropy(p)),
        "most": float(np.log(len(answers))),
        "raw": float(np.linalg.norm(raw)),
        "scaled": float(T**2 * np.linalg.norm(raw)),
        "limit": float(np.linalg.norm(limit)),
        "T": T,
        "labels": labels,
    }
    told = text.TEMPERATURE_SAYS[lang].format(**facts)
    wrong_teacher = text.TEACHER_WRONG[lang].format(**facts) if int(order[0]) != label else ""
    return told + wrong_teacher
