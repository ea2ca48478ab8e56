"""The index is whole: every row named in both languages, every year possible, every line of descent forward."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from graphlib import TopologicalSorter

import pytest

from core import systems

SIZES = (
    "WV 22 TK 8 S2S 12 ATT 23 TRF 18 EFF 18 POS 12 PRE 39 ENC 18 GPT 20 FT 26 MTL 23 PRB 14 CMP 31 SEM 21 TOP 8 GEN 6 "
    "KNO 17 MLG 15 ZHO 20 DOM 11 MMD 39 QA 15 TSK 17 ADA 3 MET 9 ZOO 17 TAB 26 OPN 11"
).split()


def test_every_row_is_there() -> None:
    assert Counter(system.wing for system in systems.load()) == dict(
        zip(SIZES[::2], map(int, SIZES[1::2]), strict=True)
    )
    assert Counter(system.tier for system in systems.load()) == {"A": 52, "B": 293, "C": 174}
    assert [wing.code for wing in systems.wings()] == SIZES[::2]


def test_ids_and_names_are_unique_and_clean() -> None:
    everything = systems.load()
    for words in ([s.id for s in everything], [s.en for s in everything], [s.zh for s in everything]):
        assert [word for word, n in Counter(words).items() if n > 1] == []
    for system in everything:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", system.id)
        for name in (system.en, system.zh, system.line_en, system.line_zh):
            assert name == name.strip() and "|" not in name and "  " not in name, system
        assert system.en and not re.search(r"[\u4e00-\u9fff]", system.en), system
        assert system.zh, system


def test_a_line_is_said_in_both_languages_or_in_none() -> None:
    for system in systems.load():
        assert bool(system.line_en) == bool(system.line_zh), system
        assert len(system.line_en) <= 90 and len(system.line_zh) <= 40, system
        assert not system.line_zh or re.search(r"[\u4e00-\u9fff]", system.line_zh), system
    for wing in ("ATT",):
        assert all(system.line_en for system in systems.load() if system.wing == wing)
    assert sum(bool(system.line_en) for system in systems.load()) >= 80


def test_years_are_possible() -> None:
    for system in systems.load():
        assert system.year is None or 1950 <= system.year <= 2026, system


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("nnlm", 2003),
        ("w2v-skipgram", 2013),
        ("attention-bahdanau", 2014),
        ("transformer-full", 2017),
        ("elmo", 2018),
        ("bert-architecture", 2018),
        ("gpt3-in-context", 2020),
        ("pe-rope", 2021),
        ("vae", 2013),
    ],
)
def test_years_that_everybody_knows(name: str, year: int) -> None:
    assert systems.by_id(name).year == year


def test_descent_goes_forward_and_never_in_a_circle() -> None:
    lines = systems.descent()
    assert len(lines) >= 100 and len(set(lines)) == len(lines)
    older: dict[str, set[str]] = {}
    for earlier, later in lines:
        first, second = systems.by_id(earlier), systems.by_id(later)
        assert first.year is None or second.year is None or first.year <= second.year, (earlier, later)
        older.setdefault(later, set()).add(earlier)
    tuple(TopologicalSorter(older).static_order())  # raises CycleError


def test_descent_tells_the_best_known_story() -> None:
    assert {
        ("w2v-basic-network", "elmo"),
        ("elmo", "bert-architecture"),
        ("bert-architecture", "roberta"),
    } <= set(systems.descent())


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        systems.by_id("no-such-system")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("self-attention", "attention-self"),
        ("自注意力", "attention-self"),
        ("ＢＥＲＴ 中文", "bert-wwm"),
        ("rope", "pe-rope"),
        ("词向量 2003", "nnlm"),
        ("√d", "attention-sqrt-d"),
    ],
)
def test_find_reads_both_languages(words: str, name: str) -> None:
    assert name in [system.id for system in systems.find(words)]


def test_names_come_before_lines() -> None:
    found = systems.find("elmo")
    assert found[0].id == "elmo"
    assert systems.find("zzzz") == ()


def test_everything_matches_no_words() -> None:
    assert systems.find("  ") == systems.load()


def test_reading_the_index_loads_nothing_heavy() -> None:
    code = "import sys, core.systems as s; s.load(); print({'torch', 'pandas', 'numpy', 'plotly'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
