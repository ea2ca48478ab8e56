"""Students of text and their teacher: against the model it is made of, and every method once."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core import runtime, store
from core.distillation import Config, Lesson, ablations, bill, own, teacher, texts, train
from core.distillation.learn import OTHER, asked
from core.distillation.methods import METHODS, TINY
from core.distillation.students import TEXTS, alike, as_input, build, pooled
from core.distillation.teacher import Teacher, Tuning, ids_of, small_table, tuned
from core.distillation.texts import Labelled, taught
from core.errors import Trouble
from core.models import load
from core.text import Corpus

GOOD = ("play some jazz", "play the new album", "put on a song", "play music by miles", "i want to hear a tune")
RAIN = ("will it rain today", "is it cold outside", "weather in paris", "how warm will it be", "forecast for monday")


@pytest.fixture(scope="module")
def corpus() -> Labelled:
    learnt, labels = (*GOOD[:4], *RAIN[:4]), np.array([0] * 4 + [1] * 4)
    return Labelled("toy", ("music", "weather"), learnt, labels, (GOOD[4], RAIN[4]), np.array([0, 1]))


@pytest.fixture(scope="module")
def lesson(corpus: Labelled) -> Lesson:
    found = taught(corpus, Teacher(2).eval())
    return replace(found, answers=(6.0 * np.eye(2)[corpus.labels]).astype(np.float32))


def test_the_teacher_opened_up_is_minilm() -> None:
    model, sentence = load(device="cpu"), "The animal was too tired."
    theirs = model.hidden_states(sentence)
    with torch.inference_mode():
        seen = Teacher(2).eval()(as_input(torch.from_numpy(ids_of([sentence]))))
    for mine, other in zip(seen.states, theirs, strict=True):
        assert mine[0].numpy() == pytest.approx(other, abs=2e-5)
    weights = model.attention(sentence).weights
    assert torch.stack(seen.maps)[:, 0].numpy() == pytest.approx(np.asarray(weights), abs=1e-4)


def test_what_is_kept_is_what_happened_whoever_the_neighbours_were() -> None:
    teacher, ids = Teacher(3).eval(), ids_of(["play some jazz", *RAIN, "hi"])[:, :13]
    kept, logits = teacher.insides(ids, (3, 6), at_once=2), teacher.answers(ids, at_once=2)
    for row, real in enumerate((ids != 0).sum(1)):  # every sentence alone
        with torch.inference_mode():
            seen = teacher(torch.from_numpy(ids[row : row + 1, :real]))
        assert logits[row] == pytest.approx(seen.logits[0].numpy(), abs=1e-4)
        for name, of, at in (
            ("state 3", seen.states[3], np.s_[row, :real]),
            ("score 6", seen.scores[5], np.s_[row, :, :real, :real]),
            ("value 6", seen.values[5], np.s_[row, :, :real]),
        ):
            assert kept[name][at] == pytest.approx(of[0].numpy(), rel=2e-3, abs=5e-3)
    assert set(kept) == {"state 0", "state 3", "state 6", "score 3", "score 6", "value 6"}
    assert kept["score 3"].shape == (7, 12, 13, 13)


def test_a_longer_sentence_is_cut_and_keeps_its_end() -> None:
    ids = ids_of(["a " * 90, "b"])
    assert ids.shape == (2, 32) and ids[0, -1] == 102 and (ids[1] != 0).sum() == 3


def test_padding_changes_no_answer(lesson: Lesson) -> None:
    for name in TEXTS:
        student = build(name, 2, small_table()).eval()
        ids = torch.from_numpy(lesson.inputs[:1])
        short = as_input(ids)
        wide = torch.nn.functional.pad(short, (0, 3))
        assert student(short).logits.tolist()[0] == pytest.approx(student(wide).logits.tolist()[0], abs=1e-5)


def test_the_table_holds_the_main_directions() -> None:
    table = small_table().double()
    spread = (table - table.mean(0)).square().mean(0)
    assert (spread.diff() <= 1e-9).all() and table.shape[1] == 96
    likeness = torch.corrcoef(table.T) - torch.eye(96)
    assert likeness.abs().max() < 1e-3


@pytest.mark.parametrize("method", METHODS)
def test_every_method_teaches(method: str, lesson: Lesson) -> None:
    config = Config(method=method, student="narrow-2", steps=30, B=4, lr=2e-3)
    run = train(lesson, config, device="cpu")
    assert np.isfinite(run.losses).all() and run.logits.shape == (2, 2)
    if method != "tinybert":  # its second half has another loss
        assert run.losses[-5:].mean() < run.losses[:5].mean()


@pytest.mark.parametrize("student", ["bilstm", "bag"])
def test_another_architecture_learns_from_answers_but_has_no_layers_to_compare(student: str, lesson: Lesson) -> None:
    run = train(lesson, Config(student=student, steps=40, B=4, lr=5e-3), device="cpu")
    assert run.losses[-5:].mean() < 0.5 * run.losses[:5].mean()
    with pytest.raises(Trouble, match="compares layers"):
        train(lesson, Config(method="pkd", student=student, steps=1), device="cpu")


@pytest.mark.parametrize("mapping", ["7-8", "3", "x-6"])
def test_a_map_that_does_not_fit_is_told(mapping: str, lesson: Lesson) -> None:
    with pytest.raises(Trouble) as trouble:
        train(lesson, Config(method="pkd", student="narrow-2", mapping=mapping, steps=1), device="cpu")
    assert trouble.value.code == "distill-map"


def test_a_teacher_is_tuned_shipped_and_hired(
    corpus: Labelled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = ids_of(corpus.learnt)
    made, kept = tuned(ids, corpus.labels, corpus.classes, "toy", Tuning(steps=6, B=4))
    monkeypatch.setattr(runtime, "ASSETS", tmp_path)
    monkeypatch.setitem(texts.LICENCES, "toy", "ours")  # and so it is shipped
    store.save(tmp_path / "checkpoints" / "teacher-toy", kept)
    teacher.hired.cache_clear()
    again, about = teacher.hired("toy")
    assert again.answers(ids) == pytest.approx(made.answers(ids), abs=1e-4)
    assert about.classes == corpus.classes and (made.answers(ids).argmax(1) == corpus.labels).all()
    with pytest.raises(Trouble, match="No teacher"):
        teacher.hired("none")
    teacher.hired.cache_clear()


def test_what_a_student_costs() -> None:
    found = bill.bill(build("narrow-2", 7, small_table()), T=5, rounds=2)
    layer = 2 * 5 * (4 * 96 * 96 + 2 * 96 * 384) + 4 * 5 * 5 * 96
    assert found.flops == 2 * layer + 2 * 96 * 7
    assert found.table == 30522 * 96 and found.megabytes == pytest.approx(4e-6 * (found.trained + found.table))
    whole = bill.bill(Teacher(7), T=5, rounds=2)
    model = load(device="cpu")
    pooler = hasattr(model.module, "pooler") and model.module.pooler is not None
    assert whole.flops == pytest.approx(model.flops(5) - pooler * 2 * 5 * 384 * 384 + 2 * 384 * 7)


def test_missing_data_and_unknown_names_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Trouble) as trouble:
        texts.read("nothing")
    assert trouble.value.code == "distill-corpus"
    monkeypatch.delenv("OBSERVATORY_DATA", raising=False)
    with pytest.raises(Trouble) as trouble:
        texts.read("mr")
    assert trouble.value.code == "data-missing"


def test_the_mean_is_over_real_tokens_only() -> None:
    x = torch.tensor([[[1.0], [3.0], [100.0]]])
    assert pooled(x, torch.tensor([[1.0, 1.0, 0.0]])).item() == 2


def test_means_teach_what_states_teach(lesson: Lesson) -> None:
    few = replace(lesson, insides=Teacher(2).eval().insides(lesson.inputs, means=True))
    assert all(name.startswith("mean") for name in few.insides)
    config = Config(method="pkd", student="narrow-2", steps=5, B=4)
    one, other = (train(each, config, device="cpu") for each in (lesson, few))
    assert one.terms["patience"] == pytest.approx(other.terms["patience"], abs=2e-4)
    with pytest.raises(Trouble, match="only means"):
        train(few, replace(config, method="tinybert"), device="cpu")


def test_corpora_are_read_and_some_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news, films = (tmp_path / "classification" / name for name in ("ag_news", "sst2"))
    for folder in (news, films):
        folder.mkdir(parents=True)
    rows = '"3","Stocks, up","x, y"\n"1","","no title"\n"1","Talks begin","w"\n'
    for part in ("train_part", "test"):
        (news / f"{part}.csv.gz").write_bytes(gzip.compress(rows.encode()))
    told = "sentence\tlabel\na charming journey \t1\nbleak\t0\n"
    (films / "train.tsv.gz").write_bytes(gzip.compress(told.encode()))
    (films / "dev.tsv").write_text(told, encoding="utf-8")
    monkeypatch.setenv("OBSERVATORY_DATA", str(tmp_path))
    monkeypatch.setattr(texts, "LEARNT", 2)
    found = texts.read("ag_news")
    assert sorted(found.learnt) == ["Stocks, up", "Talks begin"] == sorted(found.held)
    assert found.classes[found.labels[found.learnt.index("Stocks, up")]] == "Business"
    found = texts.read("sst2")
    assert dict(zip(found.learnt, found.labels.tolist(), strict=True)) == {"a charming journey": 1, "bleak": 0}
    assert not {"ag_news", "sst2"} & set(texts.LICENCES)


def corpus_of(texts: list[str], labels: list[str]) -> Corpus:
    return Corpus("mine", tuple(texts), tuple(labels), None, "en", "", "")


def test_an_own_file_is_split_and_keeps_no_rare_class() -> None:
    texts = [f"sentence {at}" for at in range(83)]
    found = own.labelled(corpus_of(texts, ["a", "b"] * 40 + ["rare"] * 3))
    assert found.classes == ("a", "b") and len(found.learnt) == 60 and len(found.held) == 20
    assert set(found.learnt).isdisjoint(found.held)


@pytest.mark.parametrize(
    "labels", [["a"] * 60, [str(at) for at in range(60)], ["a", "b"] * 10], ids=["one", "all-different", "few"]
)
def test_a_column_that_holds_no_labels_is_told(labels: list[str]) -> None:
    with pytest.raises(Trouble) as trouble:
        own.labelled(corpus_of([f"s {at}" for at in range(len(labels))], labels))
    assert trouble.value.code == "distill-labels"


def test_a_teacher_and_students_of_ones_own() -> None:
    texts, labels = [*GOOD, *RAIN] * 5, ([*["music"] * 5, *["weather"] * 5]) * 5
    data, progress = own.labelled(corpus_of(texts, labels)), list[float]()
    asked = own.Own(Config(student="bag", steps=10, B=8), seeds=2, teacher_steps=3)
    found = own.teach(data, asked, device="cpu", on_step=lambda step: progress.append(step.progress))
    assert [each.config.method for each in found.groups] == ["labels", "smooth", "soft"]
    assert progress == sorted(progress) and progress[-1] == pytest.approx(1)
    assert found.answers.shape == (len(data.held), 2)


def test_terms_of_tinybert_can_be_left_out(lesson: Lesson) -> None:
    base = Config(method="tinybert", student="narrow-2", steps=6, B=4)
    whole = train(lesson, base, device="cpu")
    assert set(whole.terms) == {*TINY, "soft"}
    for name in TINY:
        assert set(train(lesson, replace(base, without=name), device="cpu").terms) == {*TINY, "soft"} - {name}
    alone = train(lesson, replace(base, without="+".join(TINY)), device="cpu")
    assert set(alone.terms) == {"soft"} and (alone.terms["soft"] > 0).all()
    kept = train(lesson, replace(base, without="hidden+attention"), device="cpu")
    assert kept.terms["embedding"][0] == pytest.approx(whole.terms["embedding"][0])
    assert [each.without.count("+") for each in ablations.terms()][-1] == 2 and len(ablations.terms()) == 8


def small_bert(folder: Path, width: int = 108, heads: int = 12) -> str:
    """A BERT that knows nothing, with MiniLM's vocabulary."""
    from transformers import BertConfig, BertModel

    known = load(device="cpu").tokenizer
    shape = BertConfig(
        vocab_size=len(known),
        hidden_size=width,
        num_hidden_layers=4,
        num_attention_heads=heads,
        intermediate_size=60,
    )
    BertModel(shape).save_pretrained(folder)
    known.save_pretrained(folder)
    return str(folder)


def test_another_bert_can_be_the_teacher(tmp_path: Path) -> None:
    data = own.labelled(corpus_of([*GOOD, *RAIN] * 5, ([*["music"] * 5, *["weather"] * 5]) * 5))
    name = small_bert(tmp_path / "mine")
    for student, method in (("narrow-2", "pkd"), ("heir-2-skip", "tinybert")):
        config = Config(method=method, student=student, steps=4, B=8)
        found = own.teach(data, own.Own(config, seeds=1, teacher_steps=2, model=name), device="cpu")
        assert found.groups[-1].config.method == method and found.answers.shape == (len(data.held), 2)
    taught_by = Teacher(2, name).eval()
    assert {int(each.split()[1]) for each in taught(data, taught_by, model=name).insides} == {0, 2, 3, 4}


def test_a_model_that_cannot_teach_is_told(tmp_path: Path) -> None:
    for name in (small_bert(tmp_path / "narrow", width=48), "en-small"):
        with pytest.raises(Trouble) as trouble:
            Teacher(2, name)
        assert trouble.value.code == "distill-model"
    few = small_bert(tmp_path / "few-heads", heads=4)
    data = Labelled("toy", ("a", "b"), GOOD, np.array([0, 1, 0, 1, 0]), RAIN, np.array([0, 1, 0, 1, 0]))
    with pytest.raises(Trouble, match="heads"):
        train(
            taught(data, Teacher(2, few).eval(), model=few), Config(method="tinybert", student="narrow-2"), device="cpu"
        )


def test_rows_of_like_length_share_a_batch_and_none_is_lost() -> None:
    dice = np.random.default_rng(0)
    ids = (np.arange(8)[None] < dice.integers(1, 9, size=(40, 1))).astype(np.int64)
    batches = [dice.permutation(40)[:8] for _ in range(5)]
    found = alike(batches, ids, np.random.default_rng(1))
    assert sorted(np.concatenate(found)) == sorted(np.concatenate(batches)) and {len(each) for each in found} == {8}
    lengths = [(ids[each] != 0).sum(1) for each in found]
    assert sum(int(each.max() - each.min()) for each in lengths) < 16  # drawn as they come it would be about 35
    assert all(
        (one == two).all() for one, two in zip(found, alike(batches, ids, np.random.default_rng(1)), strict=True)
    )


def test_an_equal_answers_in_the_teachers_place(lesson: Lesson) -> None:
    config = Config(method="again", student="narrow-2", steps=12, B=4, lr=2e-3)
    peer = train(lesson, replace(config, method="labels", seed=OTHER), device="cpu")
    by_hand = train(replace(lesson, answers=asked(peer, lesson)), replace(config, method="soft"), device="cpu")
    progress = list[float]()
    found = train(lesson, config, device="cpu", on_step=lambda step: progress.append(step.progress))
    assert found.logits == pytest.approx(by_hand.logits, abs=1e-5)
    assert progress == sorted(progress) and progress[-1] == pytest.approx(1)
