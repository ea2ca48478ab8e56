"""Every objective: its statistics over many draws, its laws, cases by hand, and other people's code."""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import replace
from math import isclose

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import (
    DataCollatorForLanguageModeling,
    DataCollatorForPermutationLanguageModeling,
    XLNetTokenizer,
)

from core.errors import Trouble
from core.masking import FAMILIES, OBJECTIVES, corrupt
from core.masking.corruption import MASK, Corruption, backwards
from core.masking.objectives import (
    BART,
    DLM,
    ELECTRA,
    GLM,
    MARGE,
    MASS,
    MLM,
    NSP,
    SOP,
    TLM,
    WKLM,
    BiLM,
    Capitals,
    CausalLM,
    Discourse,
    Disfluency,
    Entity,
    ImageGPT,
    InfoWord,
    Knowledge,
    Mac,
    NGram,
    Permutation,
    Phrase,
    Progressive,
    Relevance,
    Repeated,
    SentenceDistance,
    SentenceOrder,
    Span,
    T5Spans,
    TokenDocument,
    UniLM,
    WholeWord,
)
from core.masking.objectives.alike import frequent
from core.masking.objectives.masked import Budgeted, whole_words
from core.masking.objectives.permuted import ranks, sight, sight_law, streams
from core.masking.objectives.schedules import coverage
from core.masking.objectives.sequences import prefix
from core.masking.objectives.spans import lengths

DRAWS = 10_000
SENTENCES = [
    [str(word) for word in line.split()]
    for line in (
        "The president of the United States flew to Paris on Monday .",
        "He met Angela Merkel because the talks had failed .",
        "They spoke for two hours about the market .",
        "The market fell again on Tuesday .",
    )
]
WORDS = tuple(f"w{i}" for i in range(101))  # a prime
texts = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=23)
documents = st.lists(texts, min_size=2, max_size=5)


def near(share: float, rule: float, n: int) -> bool:
    """Within four standard errors of a coin thrown ``n`` times."""
    return abs(share - rule) <= 4 * np.sqrt(max(rule * (1 - rule), 1e-9) / n)


@pytest.mark.parametrize("rule", [MLM(), MLM(0.4, 0.5, 0.25)], ids=["BERT's", "other"])
def test_rates_over_ten_thousand_draws(rule: MLM) -> None:
    fate, other = Counter[str](), MLM(rule.rate, rule.mask, rule.random, vocabulary=("other",))
    for seed in range(DRAWS // 100):
        made = corrupt(WORDS, other, seed)
        fate["asked"] += int(made.loss_mask.sum())
        for at in made.asked:
            fate["mask" if made.inputs[at] == MASK else "kept" if made.inputs[at] == WORDS[at] else "random"] += 1
    n = fate["asked"]
    assert near(n / (DRAWS // 100 * 101), rule.rate, DRAWS)
    assert near(fate["mask"] / n, rule.mask, n) and near(fate["random"] / n, rule.random, n)
    assert near(fate["kept"] / n, 1 - rule.mask - rule.random, n)


@pytest.fixture(scope="module")
def tokenizer():
    from core.models import load

    return load().tokenizer


def shares(inputs: torch.Tensor, labels: torch.Tensor, words: torch.Tensor, mask: int) -> np.ndarray:
    """Asked of all; masked and kept of the asked."""
    asked = labels != -100
    return np.array([asked[words].float().mean(), (inputs[asked] == mask).float().mean()])


def test_the_collator_of_transformers_draws_alike(tokenizer) -> None:
    pieces = tokenizer.tokenize("unbelievable snowboarding makes unforgettable afternoons " * 4)
    ids = torch.tensor(tokenizer.convert_tokens_to_ids(pieces)).repeat(400, 1)
    theirs = DataCollatorForLanguageModeling(tokenizer, seed=5)
    batch = theirs([row for row in ids])
    words = torch.ones_like(ids, dtype=torch.bool)
    peer = shares(batch["input_ids"], batch["labels"], words, tokenizer.mask_token_id)
    vocabulary = tuple(tokenizer.get_vocab())[1000:2000]
    draws = [corrupt(pieces, MLM(vocabulary=vocabulary), seed) for seed in range(400)]
    asked = np.stack([each.loss_mask for each in draws])
    hidden = np.array(
        [word == MASK for each in draws for word, on in zip(each.inputs, each.loss_mask, strict=True) if on]
    )
    assert near(asked.mean(), peer[0], asked.size // 2) and near(hidden.mean(), peer[1], hidden.size // 2)


def test_whole_words_as_the_collator_of_transformers(tokenizer) -> None:
    text = "unbelievable snowboarding makes unforgettable afternoons"
    pieces = tokenizer.tokenize(text)
    assert any(piece.startswith("##") for piece in pieces)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that it draws no random words here
        theirs = DataCollatorForLanguageModeling(tokenizer, whole_word_mask=True, mlm_probability=0.3, seed=3)
    rows = [tokenizer(text, return_offsets_mapping=True) for _ in range(600)]
    batch = theirs(rows)
    inside = slice(1, 1 + len(pieces))
    peer = (batch["labels"][:, inside] != -100).numpy()
    ours = np.stack([corrupt(pieces, WholeWord(0.3), seed).loss_mask for seed in range(600)])
    words = whole_words(tuple(pieces))
    for group in words:  # all pieces or none, in both
        for draws in (peer, ours):
            assert (draws[:, group].all(1) == draws[:, group].any(1)).all()
    assert near(ours.mean(), 0.3, 600 * len(words) // 4) and near(peer.mean(), 0.3, 600 * len(words) // 4)


def test_chinese_words_are_hidden_whole() -> None:
    characters, words = tuple("使用语言模型来预测下一个词"), ("使用", "语言", "模型", "来", "预测", "下", "一个", "词")
    assert [len(group) for group in whole_words(characters, words)] == [2, 2, 2, 1, 2, 1, 2, 1]
    assert sum(map(len, whole_words(characters))) == len(characters)  # jieba's own words
    assert whole_words(("play", "##ing", "[SEP]", "##x")) == [[0, 1], [3]]


class Stub(XLNetTokenizer):
    """The three things that the collator asks of a tokenizer."""

    def __init__(self) -> None:  # no vocabulary is needed
        pass

    mask_token = pad_token = "x"
    mask_token_id, pad_token_id = 1, 0

    def get_special_tokens_mask(self, ids, already_has_special_tokens=False):
        return [0] * len(ids)


@pytest.mark.parametrize("seed", range(5))
def test_two_streams_are_those_of_transformers(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    T, drawn = 22, []
    draw = torch.randperm
    monkeypatch.setattr(torch, "randperm", lambda n: drawn.append(draw(n)) or drawn[-1])
    torch.manual_seed(seed)
    _, mask, _, labels = DataCollatorForPermutationLanguageModeling(Stub()).torch_mask_tokens(
        torch.arange(2, T + 2)[None]
    )
    halves = np.arange(T).reshape(2, -1)[:, drawn[0].numpy()]  # its order never crosses the middle
    rank = halves.reshape(-1)
    asked = (labels[0] != -100).numpy()
    content, query = streams(rank, asked)
    assert (query == (mask[0].numpy() == 0)).all()
    assert (content == (query | np.eye(T, dtype=bool))).all()  # as in XLNetModel: a word sees itself


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(7)), st.floats(0.1, 1))
def test_a_permutation_mask_is_a_strict_order(order: list[int], predict: float) -> None:
    made = corrupt(WORDS[:7], Permutation(predict, tuple(order)))
    content, query = made.attention_mask
    asked = made.asked
    among = query[np.ix_(asked, asked)]
    assert not among.diagonal().any() and not (among & among.T).any()  # irreflexive, asymmetric
    assert (among | among.T | np.eye(len(asked), dtype=bool)).all()  # total
    assert ((among.astype(int) @ among > 0) <= among).all()  # transitive
    assert (content | ~query).all() and content.diagonal().all()
    last = order[-1]
    assert query[last].sum() == 6 and ranks(order)[last] == 6


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from([name for name in OBJECTIVES if name != "image-gpt"]), st.integers(0, 99))
def test_laws_of_every_objective(document: list[list[str]], name: str, seed: int) -> None:
    made, again = (corrupt(document, OBJECTIVES[name], seed) for _ in range(2))
    assert made.inputs == again.inputs and (made.loss_mask == again.loss_mask).all()
    for each in filter(None, (made, made.decoder, made.other)):
        T = len(each.inputs)
        assert len(each.targets) == len(each.loss_mask) == each.positions.shape[1] == len(each.segments) == T
        assert each.attention_mask.shape[1:] == (T, T)
        assert set(each.order) <= set(range(T))
    assert (
        made.loss_mask.any()
        or made.decoder
        or made.other
        or name in FAMILIES["masked"]
        or name
        in (
            "tlm",
            "dlm",
            "static",
            "progressive",
            "wklm",
        )
    )


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(["mlm", "whole-word", "n-gram", "span", "entity", "knowledge", "mac", "plm", "phrase"]))
def test_only_what_is_asked_is_damaged_and_answers_restore_it(words: list[str], name: str) -> None:
    made = corrupt(words, OBJECTIVES[name])
    assert made.targets == made.restored == tuple(words)
    assert all(a == b for a, b, asked in zip(made.inputs, words, made.loss_mask, strict=True) if not asked)


@pytest.mark.parametrize("name", ["n-gram", "span", "entity", "phrase", "mac"])
def test_a_budget_is_kept(name: str) -> None:
    asked = [corrupt(WORDS, OBJECTIVES[name], seed).loss_mask.sum() for seed in range(50)]
    assert max(asked) <= 15 and np.mean(asked) > 10  # a name of four does not fit into a rest of three


@pytest.mark.parametrize("name", ["n-gram", "span", "mac"])
@pytest.mark.parametrize("T", [7, 32, 100])
def test_a_budget_is_spent_to_the_last_word(name: str, T: int) -> None:
    words = [f"w{i}" for i in range(T)]
    asked = {int(corrupt(words, OBJECTIVES[name], seed).loss_mask.sum()) for seed in range(50)}
    assert asked == {round(0.15 * T)}


@given(
    texts,
    st.floats(0, 1),
    st.sampled_from([NGram(lengths=(0.0, 0.0, 0.0, 1.0)), Span(p=0.01), Entity(share=1.0), Phrase()]),
)
def test_any_budget_is_spent_and_none_of_it_twice(words: list[str], rate: float, rule: Budgeted) -> None:
    runs = replace(rule, rate=rate).chosen(tuple(words), np.random.default_rng(0))
    hidden = [at for run in runs for at in run]
    assert all(runs) and len(hidden) == len({*hidden})
    assert len(hidden) <= max(1, round(rate * len(words)), len(runs[0])) and (rate < 1 or len(hidden) == len(words))


def hidden_lengths(rule: Budgeted) -> np.ndarray:
    """Lengths of thousands of hidden runs, in texts so long that the budget cuts few."""
    dice, words = np.random.default_rng(0), tuple(f"w{i}" for i in range(1_000))
    return np.array([len(run) for _ in range(100) for run in rule.chosen(words, dice)])


def test_span_lengths_are_the_papers() -> None:
    law = lengths(0.2, 10)
    assert isclose(law @ np.arange(1, 11), 3.8, abs_tol=0.01)  # SpanBERT, section 3.1
    found = hidden_lengths(Span())
    assert found.max() == 10 and abs(found.mean() - 3.8) < 0.1
    assert np.abs(np.bincount(found)[1:] / len(found) - law).max() < 0.02


def test_a_span_is_predicted_from_its_borders() -> None:
    made = corrupt(WORDS[:23], Span(rate=0.2), 1)
    borders = made.attention_mask[1]
    for at in made.asked:
        seen = np.flatnonzero(borders[at])
        assert 1 <= len(seen) <= 2 and not made.loss_mask[seen].any()
        assert all(made.loss_mask[min(at, s) + 1 : max(at, s)].all() for s in seen)


def test_n_gram_lengths() -> None:
    found = hidden_lengths(NGram())
    assert np.abs(np.bincount(found)[1:] / len(found) - [0.4, 0.3, 0.2, 0.1]).max() < 0.02  # MacBERT, section 3.1


def test_names_are_hidden_whole() -> None:
    flat = [word for each in SENTENCES for word in each]
    for rule, run in ((Entity(), slice(4, 6)), (Phrase(), slice(4, 7))):
        for seed in range(50):
            asked = corrupt(flat, rule, seed).loss_mask[run]
            assert asked.all() == asked.any()
    assert not corrupt(flat, Entity(spans=((0, 2),), share=1.0, rate=0.05), 0).loss_mask[2:].any()


def test_phrases_are_made_of_whole_words() -> None:
    words = tuple("孩子 们 喜欢 堆雪人 ， 但是 公园 里 没有 雪".split())
    characters = tuple("".join(words))
    units = Phrase(words=words).groups(characters)
    runs = ["".join(characters[at] for at in unit) for unit in units]
    assert runs == ["孩子们喜欢堆雪人", "，", "但是公园里没有", "雪"]  # four words each; 是 within 但是 is no stop
    whole = whole_words(characters, words)
    assert all(sum(set(word) <= set(unit) for unit in units) == 1 for word in whole)


@given(st.lists(st.sampled_from("The of cat sat RED . , and [SEP] <x> x1 - rain fell".split()), min_size=1))
def test_english_phrases_are_cut_as_the_reader_learnt_them(words: list[str]) -> None:
    """One token a word: runs between function words and signs, four tokens at most."""
    named, start = [], 0
    for at in range(len(words) + 1):
        stop = at == len(words) or words[at].lower() in ("the", "of", "and") or not words[at][0].isalnum()
        if stop or at - start == 4:
            if at - start > 1:
                named.append((start, at))
            start = at + stop
    assert Phrase().groups(tuple(words)) == Entity(spans=tuple(named)).groups(tuple(words))


def test_random_words_are_drawn_from_frequent_ones() -> None:
    english, chinese = (frequent(language) for language in ("en", "zh"))
    assert len(english) > 1_800 and all(map(str.isalpha, english)) and {"the", "children"} <= {*english}
    assert len({*chinese}) == len(chinese) > 1_000 and all(len(each) == 1 for each in chinese)


def test_similar_words_leave_no_mark() -> None:
    rule = Mac(0.5, mask=1.0, random=0.0, similar=(("Paris", ("Rome", "Berlin")), ("Monday", ("Tuesday",))))
    seen = set()
    for seed in range(40):
        made = corrupt(SENTENCES[0], rule, seed)
        assert MASK not in made.inputs
        seen |= {(made.targets[at], made.inputs[at]) for at in made.asked}
    assert ("Paris", "Rome") in seen and ("Paris", "Berlin") not in seen


def test_rare_words_are_hidden_more_often() -> None:
    rule = Knowledge(0.3, counts=(("the", 1000), ("rare", 1)))
    asked = np.mean([corrupt(["the", "rare"], rule, seed).loss_mask for seed in range(2000)], axis=0)
    assert asked[1] > 5 * asked[0] and near(asked.mean(), 0.3, 4000)


def test_next_words_by_hand() -> None:
    made = corrupt("a b c".split(), CausalLM())
    assert made.inputs == ("[BOS]", "a", "b") and made.targets == ("a", "b", "c")
    assert (made.attention_mask[0] == backwards(3)).all()
    both = corrupt("a b c".split(), BiLM())
    assert both.inputs == ("[BOS]", "a", "b", "b", "c", "[EOS]") and both.targets == tuple("abcabc")
    assert not both.attention_mask[0][:3, 3:].any() and both.positions.tolist() == [[0, 1, 2, 0, 1, 2]]
    assert both.attention_mask[0][3].tolist() == [False] * 3 + [True] * 3  # "a" is told by b, c and the end
    assert corrupt(["0", "8", "16"], ImageGPT()).targets == ("0", "1", "3")


def test_t5_by_hand() -> None:
    words = tuple("Thank you for inviting me to your party last week .".split())
    made = T5Spans().at(words, (2, 1), (2, 4))  # the paper's figure 2, with its full stop
    assert made.inputs == tuple("Thank you <extra_id_0> me to your party <extra_id_1> week .".split())
    assert made.decoder and made.decoder.targets == tuple(
        "<extra_id_0> for inviting <extra_id_1> last <extra_id_2> [EOS]".split()
    )
    assert made.decoder.inputs == ("[BOS]", *made.decoder.targets[:-1])


def test_t5_counts_are_fixed() -> None:
    for seed in range(50):
        made = corrupt(WORDS[:100], T5Spans(), seed)
        said = made.decoder.targets if made.decoder else ()
        assert sum(word.startswith("w") for word in said) == 15 and len(said) == 15 + 5 + 2  # 15 % in runs of 3
        assert restore(made) == WORDS[:100]


def restore(made: Corruption) -> tuple[str, ...]:
    """Put the decoder's runs back where their sentinels stand."""
    assert made.decoder
    runs: dict[str, list[str]] = {}
    for word in made.decoder.targets:
        runs.setdefault(word, []) if word.startswith("<") else list(runs.values())[-1].append(word)
    return tuple(w for word in made.inputs for w in (runs[word] if word.startswith("<") else [word]))


class Rigged(np.random.Generator):
    """Dice that fall as told: Poisson's lengths, then places."""

    def __init__(self, lengths: list[int], places: list[int]) -> None:
        super().__init__(np.random.PCG64())
        self.lengths, self.places = iter(lengths), iter(places)

    def poisson(self, mean: float) -> int:
        return next(self.lengths)

    def integers(self, n: int) -> int:
        return next(self.places)


def test_bart_by_hand() -> None:
    from core.masking.objectives.sequences import infill

    parts = [tuple("abcd"), tuple("efgh")]
    told = infill(parts, BART(rate=0.5), Rigged([2, 0, 1], [1, 6, 4]))
    assert told == [("a", MASK, "d"), (MASK, "f", MASK, "g", "h")]  # two words, no word, one word
    kinds = {name: corrupt(SENTENCES, BART((name,), 0.3), 2) for name in ("mask", "delete", "permute", "rotate")}
    words = tuple(word for each in SENTENCES for word in each)
    assert len(kinds["mask"].inputs) == len(words) and MASK in kinds["mask"].inputs
    assert len(kinds["delete"].inputs) < len(words) and MASK not in kinds["delete"].inputs
    assert Counter(kinds["permute"].inputs) == Counter(words) and kinds["permute"].inputs != words
    start = len(words) - kinds["rotate"].inputs.index("The")
    assert kinds["rotate"].inputs in {words[at:] + words[:at] for at in range(len(words))} and start
    assert all(made.decoder and made.decoder.targets == (*words, "[EOS]") for made in kinds.values())


def test_bart_hides_what_it_says() -> None:
    gone = []
    for seed in range(200):
        made = corrupt(WORDS, BART(("infill",)), seed)
        gone.append(sum(word not in made.inputs for word in WORDS))
    assert max(gone) <= 30 and np.mean(gone) > 24


def test_mass_by_hand() -> None:
    made = corrupt(WORDS[:10], MASS(0.3), 0)
    start = made.inputs.index(MASK)
    assert made.inputs.count(MASK) == 3 and made.decoder
    assert made.decoder.targets == WORDS[start : start + 3]
    assert made.decoder.positions.tolist() == [[start, start + 1, start + 2]]
    assert corrupt(WORDS[:10], MASS(1.0)).inputs == (MASK,) * 10


def test_glm_by_hand() -> None:
    made = corrupt(WORDS[:20], GLM(), 4)
    A = int((made.segments == 0).sum())
    assert (made.attention_mask[0] == prefix(A, len(made.inputs))).all()
    holes = [at for at in range(A) if made.inputs[at] == MASK]
    runs = {int(made.positions[0, at]) for at in range(A, len(made.inputs))}
    assert runs == set(holes) and (made.positions[1, :A] == 0).all()
    starts = np.flatnonzero(made.positions[1] == 1)
    assert all(made.inputs[at] == "[BOS]" for at in starts) and made.targets[-1] == "[EOS]"


def test_the_four_masks_of_unilm() -> None:
    first = len(SENTENCES[0]) + 2
    for kind, sees in (("both", True), ("right", False), ("left", True), ("after", False)):
        assert corrupt(SENTENCES, UniLM(kind), 0).attention_mask[0][0, -1] == sees
    after = corrupt(SENTENCES, UniLM("after", rate=0.5), 0)
    assert after.attention_mask[0][:first, :first].all() and not after.attention_mask[0][:first, first:].any()
    assert after.loss_mask[:first].any() and after.loss_mask[first:].any()  # section 2.3: of both parts
    drawn = Counter(int(corrupt(SENTENCES[:2], UniLM(), seed).attention_mask.sum()) for seed in range(600))
    assert near(max(drawn.values()) / 600, 1 / 3, 300)


def test_electra_asks_every_word_and_forgives_a_lucky_sample() -> None:
    right = corrupt(WORDS, ELECTRA(0.5, lambda inputs, places, dice: [WORDS[at] for at in places]))
    assert right.inputs == WORDS and set(right.targets) == {"[original]"} and right.loss_mask.all()
    wrong = corrupt(WORDS, ELECTRA(0.5, vocabulary=("x",)))
    assert [t == "[replaced]" for t in wrong.targets] == [word == "x" for word in wrong.inputs]


def test_names_are_exchanged_for_names_of_their_kind() -> None:
    rule = WKLM(1.0, (("city", ("Paris", "New York")), ("person", ("Angela Merkel", "Tony Blair"))))
    made = corrupt([*SENTENCES[0], *SENTENCES[1]], rule)
    assert "New York" in " ".join(made.inputs) and "Tony Blair" in " ".join(made.inputs)
    assert [made.inputs[at] for at in made.asked] == ["New", "York", "Tony", "Blair"]
    kept = corrupt(SENTENCES[0], WKLM(0.0, rule.names))
    assert kept.inputs == tuple(SENTENCES[0]) and [kept.targets[at] for at in kept.asked] == ["[original]"]


def test_slips() -> None:
    made = corrupt(WORDS, Disfluency(add=0.2, delete=0.2, change=0.2, vocabulary=("um",)), 1)
    tags = dict(zip(made.inputs, made.targets, strict=True))
    assert tags["um"] == "[replaced]"
    for at, word in enumerate(made.inputs[1:], 1):
        left = made.inputs[at - 1]
        if word != "um" and left != "um" and int(word[1:]) > int(left[1:]) + 1:
            assert made.targets[at] == "[replaced]"  # its left neighbour is gone
    both = corrupt(SENTENCES[0], Disfluency(which=True), 0)
    assert both.targets[0] in ("[first]", "[second]") and both.asked == [0]


def test_a_picked_phrase_and_a_picked_order_are_shown() -> None:
    made = corrupt("a b c d".split(), InfoWord(cut=(1, 3)))
    assert made.inputs[1:] == ("a", MASK, MASK, "d") and made.other and made.other.inputs[1:] == ("b", "c")
    shown = corrupt([["a"], ["b"], ["c"]], SentenceOrder(shown=(2, 0, 1)))
    assert shown.inputs == ("[CLS]", "c", "[SEP]", "a", "[SEP]", "b", "[SEP]") and shown.targets[0] == "[312]"
    with pytest.raises(ValueError, match="once"):
        corrupt([["a"], ["b"]], SentenceOrder(shown=(2, 0, 1)))


@pytest.mark.parametrize(("T", "last"), [(7, 7), (7, 1), (11, 4)])
def test_sight_over_drawn_orders_comes_to_its_law(T: int, last: int) -> None:
    seen, apart = sight(T, last, 2_000), ~np.eye(T, dtype=bool)
    assert not np.diag(seen).any() and np.abs(seen[apart] - sight_law(T, last)).max() < 0.08
    assert isclose(seen[apart].mean(), sight_law(T, last), abs_tol=1e-9 if last in (1, T) else 0.01)
    assert sight_law(T, T) == 0.5 and sight_law(T, 1) == 1  # every other word half the time; the very last sees all
    assert np.isnan(sight(T, 1, 1)).any()  # one order asks for one place


@pytest.mark.parametrize(("name", "classes"), [("nsp", 2), ("sop", 2), ("sentence-order", 6)])
def test_sentence_labels_are_even(name: str, classes: int) -> None:
    drawn = Counter(corrupt(SENTENCES, OBJECTIVES[name], seed).targets[0] for seed in range(1800))
    assert len(drawn) == classes and all(near(n / 1800, 1 / classes, 1800) for n in drawn.values())


def test_sentence_labels_are_true() -> None:
    others = (("another", "text"),)
    text: list[tuple[str, ...]] = [tuple(each) for each in SENTENCES]
    for seed in range(60):
        for rule in (NSP(others), SOP(), SentenceDistance(others), OBJECTIVES["sentence-order"]):
            made = corrupt(SENTENCES, rule, seed)
            parts = " ".join(made.inputs[1:]).split(" [SEP]")[:-1]
            shown = [tuple(part.split()) for part in parts]
            where = [text.index(part) if part in text else -9 for part in shown]
            label = made.targets[0]
            if isinstance(rule, NSP):
                assert (where[1] - where[0] == 1) == (label == "[next]")
            elif isinstance(rule, SOP):
                assert where[1] - where[0] == (1 if label == "[in order]" else -1)
            elif isinstance(rule, SentenceDistance):
                apart = "[other text]" if where[1] < 0 else "[adjacent]" if where[1] - where[0] == 1 else "[same text]"
                assert label == apart
            else:
                assert label == "[" + "".join(str(at - min(where) + 1) for at in where) + "]"


def test_words_about_words() -> None:
    made = corrupt(SENTENCES[0], Capitals())
    assert [w for w, t in zip(SENTENCES[0], made.targets, strict=True) if t == "[capital]"] == [
        "The",
        "United",
        "States",
        "Paris",
        "Monday",
    ]
    again = corrupt([["the", "cat"], ["the", "dog"]], TokenDocument())
    assert again.targets == ("[again]", "[only here]")


def test_connectives_and_queries() -> None:
    made = corrupt(SENTENCES[1], Discourse())
    assert made.targets[0] == "[cause]" and "because" not in made.inputs
    assert corrupt("a b c d".split(), Discourse()).targets[0] == "[none]"
    for seed in range(30):
        made = corrupt(SENTENCES, Relevance(others=(("zebra", "lion", "gnu"),)), seed)
        query = made.inputs[1 : made.inputs.index("[SEP]")]
        assert len(query) == 3 and (set(query) <= set(SENTENCES[0]) or made.targets[0] != "[strong]")
        assert (set(query) == {"zebra", "lion", "gnu"}) == (made.targets[0] == "[none]")


def test_two_texts() -> None:
    made = corrupt(["I", "read"], TLM(("我", "读", "书")), 0)
    assert made.positions.tolist() == [[0, 1, 2, 0, 1, 2, 3]] and made.segments.tolist() == [0] * 3 + [1] * 4
    talk = corrupt(SENTENCES[:3], DLM("QRQ"), 0)
    assert set(talk.segments.tolist()) == {0, 1}
    fakes = [corrupt(SENTENCES[:3], DLM(fake=True, others=(("x",),)), seed) for seed in range(40)]
    assert all((made.targets[0] == "[fake]") == ("x" in made.restored) for made in fakes)
    assert any(made.loss_mask[1:].any() for made in fakes)  # holes and the question of the talk, both at once
    evidence = corrupt(["a", "b"], MARGE((("c",), ("d",))))
    assert evidence.decoder and evidence.decoder.targets == ("a", "b", "[EOS]") and "a" not in evidence.inputs


def test_static_repeats_and_dynamic_covers() -> None:
    static, ten, fresh = (coverage(Repeated(copies=n), WORDS, 40) for n in (1, 10, 0))
    assert (static == static[0]).all() and (ten[9:] == ten[9]).all() and fresh[-1] > 0.97
    assert isclose(
        np.mean([coverage(Repeated(copies=0), WORDS, 5, s)[-1] for s in range(100)]), 1 - 0.85**5, abs_tol=0.02
    )


def test_progress_hides_more() -> None:
    early, late = (Progressive().moved(at) for at in (0.0, 1.0))
    assert len(corrupt(WORDS, early).inputs) == 8 and len(corrupt(WORDS, late).inputs) == 64
    shares = [np.mean([corrupt(WORDS, each, seed).loss_mask.mean() for seed in range(200)]) for each in (early, late)]
    assert abs(shares[0] - 0.05) < 0.02 and abs(shares[1] - 0.3) < 0.02


def test_too_little_text() -> None:
    with pytest.raises(Trouble) as trouble:
        corrupt([], MLM())
    assert trouble.value.code == "document-empty"
    with pytest.raises(Trouble) as trouble:
        corrupt(["one", "sentence"], SOP())
    assert trouble.value.code == "document-few-sentences"
    with pytest.raises(ValueError, match="at most 1"):
        MLM(mask=0.9, random=0.2)
    with pytest.raises(ValueError, match="once"):
        corrupt(WORDS[:3], Permutation(order=(0, 0, 1)))
