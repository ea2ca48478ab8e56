"""A labelled file of one's own: a real teacher is tuned to it, and its students are compared."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from app.exhibits.distillation import digits, groups_charts
from app.exhibits.distillation import own_text as text
from app.exhibits.distillation.text import CURVES_ALT, METHODS, RELIABILITY_ALT
from app.exhibits.distillation.texts_text import STUDENTS
from app.house import training
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
from core.distillation.lesson import Config
from core.distillation.live import Compared
from core.distillation.measures import accuracy
from core.distillation.own import LEAST, MOST, Own, labelled
from core.distillation.texts import Labelled
from core.text import Corpus, read_corpus
from core.text.tables import READERS

NAME = "distillation_own_train"
PACKAGED = "minilm"
INSIDE = ("distilbert", "pkd", "tinybert", "minilm", "progressive")  # these compare layers
TAUGHT = ("soft", "annealed", *INSIDE)
BODIES = ("narrow-2", "heir-2-skip", "bilstm", "bag")
FILES = ["csv", "jsonl", "parquet"]


def part(lang: Lang) -> None:
    """Upload, columns, the panel, the result."""
    st.markdown(text.OWN_IDEA[lang].format(least=LEAST, most=MOST))
    file = st.file_uploader(text.UPLOAD[lang], FILES, key="distillation_file")
    if file is None:
        return
    columns = names(file.name, file.getvalue())
    left, right = st.columns(2)
    column = left.selectbox(text.COLUMN[lang], columns, index=columns.index("text") if "text" in columns else 0)
    others = [each for each in columns if each != column] or columns
    label = right.selectbox(text.LABEL[lang], others, index=others.index("label") if "label" in others else 0)
    corpus = read_corpus((file.name, file.getvalue()), text=column, label=label)
    data = labelled(corpus, seed())
    with control("distillation_teacher"):
        model = st.text_input(
            text.MODEL[lang], key="distillation_teacher", bind="query-params", max_chars=96, placeholder=PACKAGED
        )
    model = named((model or "").strip())
    _told(corpus, data, model, lang)
    one, two = st.columns(2)
    with one, control("distillation_teach"):
        names_ = {name: METHODS[name] for name in TAUGHT}
        method = choice(
            st.selectbox, text.HOW[lang], list(names_), names_, lang, key="distillation_teach", default="soft"
        )
    inside = method in INSIDE
    with two, control("distillation_body"):
        bodies = {name: STUDENTS[name] for name in (BODIES[:2] if inside else BODIES)}
        student = choice(
            st.selectbox, text.BODY[lang], list(bodies), bodies, lang, key="distillation_body", default="narrow-2"
        )
    lr = 3e-4 if student.startswith("heir") else 1e-3  # layers that know something bear no larger steps
    config = Own(Config(method=method, student=student, steps=120, B=16, lr=lr, seed=seed()), model=model)
    job = training.panel(NAME, lang, lambda: jobs.submit(_teach(), data, config))
    if job is not None and job.state == "done":
        result(job.result(), data.classes, lang)


def named(typed: str) -> str:
    """A name that may stand on the hub, never a folder of this server; nothing is the packaged model.

    Raises:
        Trouble: ``model-name-malformed``.
    """
    if typed in ("", PACKAGED):
        return PACKAGED
    from core.models import check_name

    return check_name(typed)


def _teach():
    from core.distillation.own import teach

    return teach


def _told(corpus: Corpus, data: Labelled, model: str, lang: Lang) -> None:
    facts = {"n": len(data.learnt), "held": len(data.held), "classes": ", ".join(data.classes[:8])}
    st.caption(text.READ[lang].format(**facts))
    if corpus.language != "en" and model == PACKAGED:
        st.warning(text.ENGLISH[lang])


@lru_cache(maxsize=8)
def names(file: str, data: bytes) -> list[str]:
    """The columns of a table; what is no table is left to ``read_corpus`` to refuse."""
    kind = f".{file.rpartition('.')[2].lower()}"
    if kind not in READERS or kind == ".txt":
        return ["text"]
    found, _ = READERS[kind](file, data, [])
    return list(found) or ["text"]


def result(found: Compared, classes: tuple[str, ...], lang: Lang) -> None:
    """Curves, calibration, table."""
    teacher = accuracy(found.answers, found.labels)
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        picture = groups_charts.curves(found.groups, teacher, lang, title=digits.headline(found.groups, lang))
        show(picture, key="distillation_own_curves", alt=CURVES_ALT[lang])
    with desk:
        picture = groups_charts.reliability(found.groups, found.labels, found.answers, lang)
        show(picture, key="distillation_own_reliability", alt=RELIABILITY_ALT[lang])
    st.dataframe(digits.table(found.groups, lang), hide_index=True, width="stretch")
    facts = {"n": found.asked.seeds, "rows": len(found.labels), "teacher": percent(teacher, lang), "C": len(classes)}
    st.caption(text.RESULT_NOTE[lang].format(**facts))
