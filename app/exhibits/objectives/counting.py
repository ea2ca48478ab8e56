"""What the dice did: to the text on the page, and to thousands of words, beside the rule."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.objectives import settings_text, text
from app.house.numbers import percent
from app.i18n import Lang
from app.session import seed
from core.masking import Corruption, Objective, corrupt
from core.masking.corruption import MASK
from core.masking.objectives import MLM, NGram, Span
from core.masking.objectives.spans import lengths

COINS, RUNS = 10_000, 3_000  # draws; a run takes longer


def fallen(made: Corruption, rule: MLM, lang: Lang) -> str:
    """What became of the words that were chosen."""
    fates = [
        "mask" if made.inputs[at] == MASK else "kept" if made.inputs[at] == made.targets[at] else "random"
        for at in made.asked
    ]
    kept = round(1 - rule.mask - rule.random, 9)
    law = " : ".join(percent(share, lang) for share in (rule.mask, rule.random, kept))
    facts = {fate: fates.count(fate) for fate in ("mask", "random", "kept")}
    return settings_text.FALLEN[lang].format(asked=len(fates), n=len(made.inputs), **facts, rule=law)


def statistics(objective: Objective, lang: Lang) -> None:
    """Many draws by the rule, beside the rule."""
    long = isinstance(objective, Span | NGram)
    if long:
        rule = Span() if isinstance(objective, Span) else NGram(lengths=objective.lengths)
        rows = [(text.LENGTHS_ROW[lang].format(n=n), a, b) for n, a, b in runs(rule, seed())]
    elif isinstance(objective, MLM):
        came = coins(objective.rate, objective.mask, objective.random, seed())
        rows = [(text.ROWS_OF[key][lang], a, b) for key, a, b in came]
    else:
        return
    columns = [text.KIND[lang], text.RULE[lang], text.CAME[lang]]
    st.markdown(f"**{text.STATISTICS[lang].format(n=RUNS if long else COINS)}**")
    st.dataframe(pd.DataFrame([(n, f"{a:.1%}", f"{b:.1%}") for n, a, b in rows], columns=columns), hide_index=True)
    if long:
        st.caption(text.LONG_TEXTS[lang])


@st.cache_data(max_entries=256, show_spinner=False)
def coins(rate: float, mask: float, random: float, seed: int) -> list[tuple[str, float, float]]:
    """MLM's three rates on words that are all different."""
    words = [f"w{i}" for i in range(COINS)]
    made = corrupt(words, MLM(rate, mask, random, ("another",)), seed)
    asked = made.asked or [0]
    got = [made.inputs[at] for at in asked]
    shares = {
        "mask": (mask, np.mean([word == MASK for word in got])),
        "random": (random, np.mean([word == "another" for word in got])),
        "kept": (1 - mask - random, np.mean([word[0] == "w" for word in got])),
    }
    return [("asked", rate, float(made.loss_mask.mean())), *((k, a, float(b)) for k, (a, b) in shares.items())]


@st.cache_data(max_entries=64, show_spinner=False)
def runs(rule: Span | NGram, seed: int) -> list[tuple[int, float, float]]:
    """The lengths of so many hidden runs, in texts so long that the budget cuts few."""
    law = lengths(rule.p, rule.longest) if isinstance(rule, Span) else np.array(rule.lengths)
    dice, words = np.random.default_rng(seed), tuple(map(str, range(1_000)))
    mean = float(law @ np.arange(1, len(law) + 1))
    texts = round(RUNS * mean / (rule.rate * len(words)))
    hidden = [len(run) for _ in range(texts) for run in rule.chosen(words, dice)]
    came = np.bincount(hidden, minlength=len(law) + 1)[1:] / len(hidden)
    return [(n, float(a), float(b)) for n, (a, b) in enumerate(zip(law, came, strict=True), 1)]
