"""What vocabularies are worth, what they share, and the recorded ones."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from core import claims
from core.errors import Trouble
from core.runtime import Step
from core.tokens import KINDS, Config, Cutter, MergeRun, train
from core.tokens.corpora import CORPORA, corpus, halves, sentences
from core.tokens.cut import most_frequent
from core.tokens.measure import cost, oov, overlap, pieces_by_step, running_words, study
from core.tokens.oov import lost, open_vocabulary
from core.tokens.recorded import recorded


def test_costs_by_hand() -> None:
    run = train(["low low low"], Config(added=3))
    held = Counter({"low": 3, "lot": 1})
    assert cost(Cutter(run, 3), held) == (0.25, (3 * 1 + 3) / 4)  # lo, t (unknown), and the mark of the end
    assert oov(held, {"low"}) == 0.25


def test_one_pass_gives_the_cost_of_every_size() -> None:
    run = train((*corpus("zh-notes").documents, "banana bandana cabana abab"), Config(added=150))
    assert isinstance(run, MergeRun)
    held = Counter({"语言模型": 3, "banana": 2, "ababab": 1, "☃": 4})
    pieces = pieces_by_step(run, held)
    assert [cost(Cutter(run, k), held)[1] * 10 for k in range(151)] == pytest.approx(pieces.tolist())


def test_overlap_by_hand() -> None:
    shared = overlap(["a", "b", "ab"], ["a", "c", "ac", "ca"])
    assert (shared.both, shared.jaccard, shared.of_second) == (1, 1 / 6, 1 / 4)
    assert shared.only_first == ("ab",) and shared.only_second == ("ac", "ca")


def test_every_tenth_is_kept_back_and_ten_are_needed() -> None:
    learnt, kept = halves([str(i) for i in range(20)])
    assert kept == ["9", "19"] and len(learnt) == 18
    with pytest.raises(Trouble) as trouble:
        halves(["one", "two"])
    assert trouble.value.code == "tokens-few" and trouble.value.facts["found"] == 2


def test_sentences_end_where_people_end_them() -> None:
    assert sentences("我来了。你呢？Yes. It is 3.5!\nGood") == ("我来了。", "你呢？", "Yes.", "It is 3.5!", "Good")


@pytest.mark.parametrize("kind", KINDS)
def test_a_study_of_our_own_chinese_text(kind) -> None:
    heard: list[Step] = []
    found = study("zh-notes", Config(kind, added=120, seeds=400), on_step=heard.append)
    assert found.words > 800 and found.held > 80
    assert (np.diff(found.sweep.sizes) >= 0).all() and (np.diff(found.sweep.oov) <= 0).all()
    assert found.sweep.per_word[-1] < found.sweep.per_word[0]  # more pieces, fewer a word
    assert (found.sweep.lost[-1] == 0) == (kind == "bytes")  # the notes hold characters that come once only
    assert heard[-1].progress == pytest.approx(1) and all(0 <= step.progress <= 1 for step in heard)


def test_a_study_repeats() -> None:
    once, again = (study("zh-notes", Config("unigram", added=60, seeds=300)) for _ in range(2))
    assert np.array_equal(once.run.logp, again.run.logp) and once.run.pieces == again.run.pieces  # type: ignore[union-attr]


def test_corpora_have_a_source_and_a_licence() -> None:
    assert "zh-notes" in CORPORA
    notes = corpus("zh-notes")
    assert notes.language == "zh" and len(notes.documents) > 60 and notes.licence
    with pytest.raises(Trouble):
        corpus("../../etc/passwd")


@pytest.mark.parametrize("name", ["news-en", "wiki-en", "wiki-zh"])
def test_recorded_vocabularies_are_whole(name: str) -> None:
    known = recorded(name)
    for kind, run in known.runs.items():
        assert run.config.kind == kind and len(run.pieces) > 500
        assert known.sweeps[kind].oov[-1] == pytest.approx(
            oov(known.kept, most_frequent(known.seen, run.size(run.config.added))), abs=1e-9
        )
        assert cost(Cutter(run, run.config.added), Counter(dict(known.kept.most_common(50))))[0] < 0.05
    assert known.licence and known.date


def test_the_recorded_merges_come_out_again() -> None:
    """The first merges of the recorded English vocabulary, learnt afresh from the same text."""
    known = recorded("news-en")
    learnt, _ = halves(corpus("lee-news").documents)
    assert sum(running_words(learnt).values()) == known.running
    run, kept = train(learnt, Config(added=60)), known.runs["bpe"]
    assert isinstance(run, MergeRun) and isinstance(kept, MergeRun)
    assert np.array_equal(run.rivals, kept.rivals[:60])


def test_one_trial_of_the_open_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("core.tokens.oov", fromlist=["SIZES"]).SIZES, "small", (30, 80))
    trial = open_vocabulary(0, scale="small")
    assert trial.control == 0 and trial.effect == pytest.approx(trial.extras["words_lost"] - trial.extras["bpe_lost"])
    assert 0 < trial.extras["bpe_lost"] < 0.02 < trial.effect


def test_a_word_with_one_unseen_letter_is_lost() -> None:
    run = train(["abc abc"], Config(added=2))
    assert isinstance(run, MergeRun)
    assert lost(run, Counter({"cab": 1, "cabd": 3})) == 0.75


@pytest.mark.parametrize("name", ["tokens/open-vocabulary", "tokens/pieces-carry-over"])
def test_controls_hold(name: str) -> None:
    result = claims.recorded(name)
    assert result is not None and result.control_holds and len(result.seeds) >= 5
