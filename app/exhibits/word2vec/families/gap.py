"""A gap as a vector: who fits here? context2vec reads both sides."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.exhibits.word2vec.families.next import best
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
from core.words.recorded import CORPUS, recorded

NAME = "word2vec_gap_training"
SENTENCE = "it is _ than the other two"


def view(lang: Lang) -> None:
    """Fillers for the visitor's gap, from both sides and from the left alone; then the training."""
    from core.word2vec.texts import words as cut

    kept = recorded("context2vec")
    run = kept.run
    job = training.watched(NAME)
    if job is not None and job.state == "done":
        run = job.result()
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_gap"):
            typed = st.text_input(text.GAP[lang], SENTENCE, key="word2vec_gap", bind="query-params", max_chars=300)
        with control("word2vec_gap_rank"):
            rank = choice(
                st.selectbox,
                text.GAP_RANK[lang],
                list(text.GAP_RANKS),
                text.GAP_RANKS,
                lang,
                key="word2vec_gap_rank",
                default="likely",
            )
    left, sign, right = typed.replace("＿", "_").partition("_")
    if not sign:
        st.info(text.GAP_MISSING[lang], icon=":material/edit:")
        return
    sides = [list(cut(side.replace("_", " "))) for side in (left, right)]
    before, after = (run.words.encode(side) for side in sides)
    groups = {
        text.GAP_BOTH[lang]: ranked(run, before, after, rank),
        text.GAP_LEFT[lang]: ranked(run, before, [], rank),
    }
    with stage:
        said = f"{' '.join(sides[0])} … {' '.join(sides[1])}".strip()
        title = text.GAP_TITLE[lang].format(said=said, word=groups[text.GAP_BOTH[lang]][0][0])
        axis = text.PROBABILITY[lang] if rank == "likely" else text.GAP_COSINE[lang]
        show(charts.bars(groups, title, axis), key="word2vec_gap_bars", alt=text.GAP_ALT[lang])
        if unknown := [w for w in dict.fromkeys(sides[0] + sides[1]) if w not in run.words.index]:
            st.caption(text.UNKNOWN_WORDS[lang].format(words=" · ".join(unknown), V=len(run.words.names)))
    with desk:
        facts = {"found": run.found, "common": run.common, "V": len(run.words.names), "H": run.config.H}
        st.caption(text.GAP_FACTS[lang].format(**facts))
        with control("word2vec_gap_epochs"):
            epochs = whole("word2vec_gap_epochs", text.GAP_EPOCHS[lang], 1, 8, default=1)
        training.panel(NAME, lang, lambda: _submit(epochs))
        title = text.GAP_CURVE[lang]
        fig = charts.curves({text.LOSS[lang]: run.losses}, title, text.STEPS[lang], text.GAP_NATS[lang])
        show(fig, key="word2vec_gap_loss", alt=title)
        st.caption(text.RECORDED[lang].format(date=kept.date, seconds=kept.seconds, corpus=CORPUS))


def ranked(run, before: list[int], after: list[int], rank: str) -> list[tuple[str, float]]:
    """The best fillers of a gap, by probability or by cosine."""
    context = run.context(before, after)
    score: np.ndarray = run.likely(context) if rank == "likely" else run.fitting(context)
    return best(score, run.words.names)


def _submit(epochs: int) -> jobs.Job:
    from core.words import context2vec
    from core.words.study import train_context2vec

    return jobs.submit(train_context2vec, CORPUS, context2vec.Config(epochs=epochs, seed=seed()))
