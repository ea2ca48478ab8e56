"""Text in, text out: the network's laws, the tasks by hand, and what the shipped models are worth."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.masking.rewriting import answers, evidence
from core.masking.rewriting.card import card
from core.masking.rewriting.network import Gatherer, Rewriter
from core.masking.rewriting.pieces import ids, spelled, tokenizer
from core.masking.rewriting.prefixes import PREFIXES, Task, put, score
from core.masking.rewriting.tasks import Bank, alike, moved
from core.masking.rewriting.tatoeba import grouped, plain

SIZES = (29, 8, 2, 2, 12, 13)  # V, D, L, H, F, longest
CATS, SINGS, TEA = (
    [("i like cats .", "我喜欢猫。"), ("i love cats .", "我喜欢猫。")],
    [("he sings .", "他唱歌。"), ("he sings .", "他在唱。")],
    [("do you like tea ?", "你喜欢茶吗？")],
)
FEW = grouped([*CATS, *SINGS, *TEA])


def numbers(*shape: int) -> torch.Tensor:
    """Ids without padding."""
    return torch.randint(5, SIZES[0], shape, generator=torch.Generator().manual_seed(3))


def test_padding_changes_nothing() -> None:
    torch.manual_seed(0)
    model, source, written = Rewriter(*SIZES).eval(), numbers(2, 5), numbers(2, 7)
    longer = torch.cat([source, torch.zeros(2, 3, dtype=torch.long)], 1)
    short, long = (model.write(written, model.read(each), each != 0)[0] for each in (source, longer))
    torch.testing.assert_close(short, long)


def test_a_piece_is_told_from_those_before_it_only() -> None:
    torch.manual_seed(0)
    model, source, written = Rewriter(*SIZES).eval(), numbers(1, 5), numbers(1, 7)
    other = written.clone()
    other[0, 4:] = 6
    one, two = (model.write(each, model.read(source), source != 0)[0] for each in (written, other))
    torch.testing.assert_close(one[:, :4], two[:, :4])
    assert (one[:, 4:] - two[:, 4:]).abs().max() > 1e-3


def test_leaning_on_one_text_moves_the_looks_there() -> None:
    """With beta at 0 the nearest counts no more than the others; with a large one it is all that is looked at."""
    torch.manual_seed(0)
    model, wanted, read = Gatherer(*SIZES).eval(), numbers(1, 5), numbers(1, 3, 4)
    near, states = model.relevance(wanted, read)
    assert near.shape == (1, 3) and (near.abs() <= 1 + 1e-6).all()
    with torch.no_grad():
        model.beta.fill_(0.0)
        plain_logits, weights, _ = model.gather(wanted, read, wanted)
        flat = read.flatten(1)
        torch.testing.assert_close(plain_logits, model.write(wanted, states.flatten(1, 2), flat != 0)[0])
        model.beta.fill_(1_000.0)
        _, all_on_one, _ = model.gather(wanted, read, wanted)
    shares = all_on_one.unflatten(-1, (3, 4)).sum(-1).mean((0, 1, 2, 3))
    assert shares[int(near.argmax())] > 0.99 and weights.sum(-1).allclose(torch.ones(1))


def test_groups_hang_together() -> None:
    made = grouped([("a", "1"), ("b", "2"), ("c", "1"), ("c", "3"), ("a", "1")])
    assert [each.english for each in made] == [("a", "c"), ("b",)]
    assert made[0].chinese == ("1", "3") and made[0].pairs == (("a", "1"), ("c", "1"), ("c", "3"))


def test_questions_of_every_task() -> None:
    bank, dice = Bank(FEW, [("a fine film", True), ("a bore", False)]), np.random.default_rng(0)
    for task in PREFIXES:
        for each in (bank.draw(task, dice) for _ in range(30)):
            assert each.answer in each.answers and each.source.startswith(PREFIXES[task])
    made = [bank.draw("similarity", dice) for _ in range(60)]
    assert {each.answer for each in made if {each.text, each.second} == set(FEW[0].english)} == {"5.0"}
    assert all(0 <= float(each.answer) <= 5 for each in made)
    assert {each.answer for each in (bank.draw("paraphrase", dice) for _ in range(20))} == set(FEW[0].english)


def test_scores_and_shares_by_hand() -> None:
    assert [score(share) for share in (0.0, 0.5, 0.83, 1.0)] == ["0.0", "2.4", "4.2", "5.0"]
    assert alike("我喜欢猫。", "我喜欢茶") == pytest.approx(2 * 5 / 14)  # 我 喜 欢 我喜 喜欢
    assert put("p:", "a", "b") == "p: a second: b"
    assert plain("“Ｉ’ｍ Here”") == '"i\'m here"'


def test_a_moved_word_is_elsewhere_and_the_stop_stays() -> None:
    for seed in range(50):
        made = moved("he gave her the book.", np.random.default_rng(seed))
        assert made != "he gave her the book." and made.endswith(".") and made.count(".") == 1
        assert sorted(made.rstrip(".").split()) == sorted("he gave her the book".split())


def test_pieces_as_texts() -> None:
    assert spelled("i don ' t un ##der ##stand .".split()) == "i don't understand."
    assert spelled("我 喜 欢 猫 。".split()) == "我喜欢猫。" and spelled("4 . 2".split()) == "4.2"


def test_ids_frame_cut_and_fill() -> None:
    made = ids(["i", "i " * 100])
    assert made.shape[1] == 48 and (made[0, 3:] == 0).all()
    assert made[1, -1] == tokenizer().token_to_id("[SEP]") and (made[:, 0] == tokenizer().token_to_id("[CLS]")).all()


@pytest.mark.parametrize("task", PREFIXES)
def test_the_shipped_model_answers_by_the_prefix(task: Task) -> None:
    found = answers.answer(PREFIXES[task], "I like this film.", "I love this film." if task == "similarity" else "")
    assert found.text and all(each.best[0][0] == each.piece for each in found.written)
    assert all(1 >= sum(p for _, p in each.best) > 0 for each in found.written)
    if task == "sentiment":
        assert found.text in ("positive", "negative")
    if task == "acceptable":
        assert found.text in ("acceptable", "unacceptable")
    if task == "similarity":
        assert 0 <= float(found.text) <= 5
    if task == "translate":
        assert any("\u4e00" <= letter <= "\u9fff" for letter in found.text)


def test_many_at_once_are_as_one_by_one() -> None:
    sources = [put(PREFIXES["translate"], text) for text in ("i am happy.", "where is your brother now?")]
    together = answers.answers(answers.rewriter(), sources, tokenizer())
    alone = [answers.answer(PREFIXES["translate"], text).text for text in ("i am happy.", "where is your brother now?")]
    assert together == alone


def test_right_evidence_is_nearer_and_helps() -> None:
    right, wrong = ["他住在哪里？", "我喜欢音乐。"], ["天气很好。", "我喜欢音乐。"]
    with_it, without = (evidence.rebuild("Where does he live?", each) for each in (right, wrong))
    assert with_it.nats < without.nats and with_it.relevance.argmax() == 0
    assert with_it.shares.sum(0) == pytest.approx(np.ones(len(with_it.wanted)), abs=1e-4)
    assert len(with_it.wanted) == len(with_it.chances) and with_it.text


@pytest.mark.parametrize("call", [lambda: answers.answer("x:", " "), lambda: evidence.rebuild("a", [" "])])
def test_nothing_is_told_as_such(call) -> None:
    with pytest.raises(Trouble) as told:
        call()
    assert told.value.code == "rewrite-empty"


def test_the_card_beats_the_simple_ways() -> None:
    marks = card()["marks"]
    found = marks["evidence"]
    assert found["nats"] < found["nats_without"] and found["found"] > found["found_by_chance"]
    assert set(marks["tasks"]) == set(PREFIXES)
