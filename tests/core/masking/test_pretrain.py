import re

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.masking import texts
from core.masking.clozes import gaps
from core.masking.live import Live
from core.masking.measure import by_count, held_out, ranks, repeats
from core.masking.pretrain import Config, fresh, pretrain, trapezoid
from core.masking.rows import NOT_ASKED, Batches, Specials, counts, rows, windows
from core.masking.shipped import HELD, RECIPES, documents
from core.masking.train import train
from core.masking.vocabularies import characters, word_pieces
from core.models import load

TEXTS = [
    ["the old cat sat on the mat .", "a new mat is in los angeles ."],
    ["new york is old .", "the man sat in new york ."],
] * 60


def batches(tokenizer, read, steps=8, **how) -> Batches:
    rates = {"rate": 0.15, "mask": 0.8, "random": 0.1, "seed": 0} | how
    return Batches(read, Specials.of(tokenizer), steps, 512, **rates)


@pytest.fixture(scope="module")
def english():
    tokenizer = word_pieces(TEXTS, 120)
    return tokenizer, rows(TEXTS, tokenizer, 32, 0)


def test_rows_hold_whole_sentences(english):
    tokenizer, made = english
    special = Specials.of(tokenizer)
    assert all(row[0] == special.start and row[-1] == special.end for row in made)
    assert all((row[1:-1] >= 5).all() for row in made) and max(map(len, made)) <= 32
    shown = tokenizer.decode(np.concatenate(made).tolist())
    assert shown.count("los angeles.") == shown.count("new york.") == 60


def test_rows_as_visitors_type_them(english):
    tokenizer, even = english
    typed = rows(TEXTS, tokenizer, 32, 0, typed=True)
    shortest = len(tokenizer.encode(TEXTS[1][0]).ids)
    one = [sum(len(row) <= shortest + 3 for row in made) / len(made) for made in (even, typed)]
    assert one[1] > one[0], "single sentences are more"
    stop = tokenizer.token_to_id(".")
    assert all(row[-2] == stop for row in even)
    open_ = np.mean([row[-2] != stop for row in typed])
    assert 0.35 < open_ < 0.65, "every other one has an open end"


def test_windows_are_the_running_text(english):
    tokenizer, _ = english
    special = Specials.of(tokenizer)
    text = [i for document in TEXTS[:4] for each in document for i in tokenizer.encode(each).ids if i >= 5]
    cut = windows(TEXTS[:4], tokenizer, 12)
    assert all(len(each) == 12 and each[0] == special.start and each[-1] == special.end for each in cut)
    assert np.concatenate([each[1:-1] for each in cut]).tolist() == text[: 10 * (len(text) // 10)]


def test_the_poems_that_are_known_by_heart():
    poems = ["".join(lines) for lines in texts.source("verse")]
    assert texts.LICENCES["verse"].startswith(f"{len(set(poems))} poems")
    assert all(re.fullmatch("([一-龥]+[，。？！])+", poem) and poem[-1] in "。？！" for poem in poems)


def test_nothing_known_by_heart_is_kept_back_for_the_measurement(monkeypatch):
    known = texts.source("verse")
    plain = [[f"第{at}篇。"] for at in range(HELD + 1)]
    monkeypatch.setattr(texts, "source", lambda name: known if name == "verse" else [known[3], *plain])
    read, kept = documents(RECIPES["zh-char"])
    assert [at for at, poem in enumerate(known) if poem not in read] == []
    assert kept == [plain[HELD - 1]] * (len(RECIPES["zh-char"].sources) - 1)
    assert all(poem not in read for poem in kept)


def test_a_parrot_is_found_out(english):
    """A model that says one word, whatever the gap: it repeats exactly where that word is to be seen."""
    tokenizer, made = english
    special, word = Specials.of(tokenizer), tokenizer.token_to_id("mat")

    parrot = fresh(tokenizer, Config(D=24, L=1, H=2, F=48, longest=32), counts(made, special.V))
    with torch.no_grad():
        parrot.lm_head.bias[word] = 1000.0
    found = repeats(parrot, special, made, common=1)
    here = held_out(parrot, special, made)
    assert found.said == pytest.approx(found.expected) and 0 < found.said < 1 and 0 < found.happens < 1
    assert 0 < found.wrongly < found.said and found.n < here.n  # gaps of the commonest piece are left out


def test_80_10_10_over_many_draws(english):
    tokenizer, made = english
    special = Specials.of(tokenizer)
    asked = masked = kept = rest = 0
    for inputs, targets in batches(tokenizer, made, 400):
        here = targets != NOT_ASKED
        asked += int(here.sum())
        masked += int((inputs[here] == special.mask).sum())
        kept += int((inputs[here] == targets[here]).sum())
        rest += int((~here & (inputs != special.pad)).sum())
        assert (inputs[here] != special.pad).all() and not (targets[here] < 5).any()
    n = asked
    assert abs(masked / n - 0.8) < 4 * np.sqrt(0.8 * 0.2 / n)
    assert abs(kept / n - (0.1 + 0.1 / (special.V - 5))) < 4 * np.sqrt(0.1 * 0.9 / n)
    assert 0.1 < asked / (asked + rest) < 0.2


def test_batches_come_again_in_the_same_order_and_holes_move(english):
    tokenizer, made = english
    stream = batches(tokenizer, made[:3], 30)
    once, twice = list(stream), list(stream)
    assert all(torch.equal(a[0], b[0]) for a, b in zip(once, twice, strict=True))
    assert len({each[0].numpy().tobytes() for each in once}) > 10


def test_every_row_is_read_once_an_epoch(english):
    tokenizer, made = english
    seen = sum(len(inputs) for inputs, _ in batches(tokenizer, made, 1))
    steps = 1
    while seen < len(made):
        steps += 1
        seen = sum(len(inputs) for inputs, _ in batches(tokenizer, made, steps))
    assert seen == len(made)


def test_chinese_is_read_character_by_character():
    tokenizer = characters([["床前明月光，疑是地上霜。"] * 3], 3)
    shown = tokenizer.encode("床前[MASK]月 2021").tokens
    assert shown == ["[CLS]", "床", "前", "[MASK]", "月", "2", "##0", "##2", "##1", "[SEP]"]
    assert tokenizer.encode("鑫").tokens[1] == "[UNK]"


def test_trapezoid():
    at = trapezoid(0.1, 0.5)
    assert [at(0.05), at(0.3), at(0.75), at(1.0)] == [0.5, 1.0, 0.5, 0.0]


def test_it_learns_and_it_repeats(english):
    tokenizer, made = english
    config = Config(D=24, L=2, H=2, F=48, longest=32, budget=256, steps=60, lr=3e-3)
    often = counts(made, tokenizer.get_vocab_size())
    model = fresh(tokenizer, config, often)
    special = Specials.of(tokenizer)
    guess = by_count(often, special, made)
    before = held_out(model, special, made[:20])
    assert before.nats == pytest.approx(guess.nats, abs=0.4)  # it begins as the counts
    losses = pretrain(model, tokenizer, made, config, device="cpu")
    after = held_out(model, special, made[:20])
    assert after.nats < 0.6 * guess.nats and after.top1 > guess.top1 + 0.2 and after.top5 >= after.top1
    again = fresh(tokenizer, config, often)
    assert np.array_equal(losses, pretrain(again, tokenizer, made, config, device="cpu"))


def test_live_training_says_what_it_would_write():
    data = [sentence for document in TEXTS for sentence in document]
    knobs = Live(watched="new [MASK] is old .", D=24, L=1, H=2, V=120, steps=120, budget=256, lr=4e-3)
    run = train(data, knobs, device="cpu")
    assert run.words[-1][0] == "york" and run.probabilities[-1][0] > 0.4
    assert run.at[0] == 0 and run.at[-1] == 120 and len(run.words) == len(run.held_out)
    assert run.held_out[-1] > run.held_out[0] + 0.2
    assert run.losses[-10:].mean() < 0.6 * run.by_count
    with pytest.raises(Trouble, match="few"):
        train(data[:9], Live())
    with pytest.raises(Trouble, match="gap"):
        train(data, Live(watched="new york"))


def test_forty_gaps_a_language(tiny):
    for language in ("en", "zh"):
        found = gaps(language)
        assert len(found) == 40 and all(each.text.count("[MASK]") == 1 and each.answers for each in found)
    assert len(ranks(tiny, gaps("en"))) == 40


def test_an_adapter_is_its_base_and_a_difference(tmp_path):
    from core.masking.adapted import adapted, ship_adapter

    model = adapted(np.ones(30_522), seed=0, before=None)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name.endswith(".up"):
                parameter.normal_(std=0.01)
    ship_adapter(model, tmp_path / "mine")
    assert sum(file.stat().st_size for file in (tmp_path / "mine").iterdir()) < 6e6
    loaded = load(tmp_path / "mine", device="cpu")
    ids = torch.tensor([[101, 1996, 103, 2001, 2214, 102]])
    expected = model.eval()(ids, attention_mask=torch.ones_like(ids)).logits
    got = loaded.whole(ids, attention_mask=torch.ones_like(ids)).logits
    assert loaded.has_head and torch.allclose(got, expected, atol=0.02)
    plain = load("minilm", device="cpu")
    assert plain.digest != loaded.digest and not plain.has_head
    resumed = adapted(np.ones(30_522), seed=1, before=tmp_path / "mine")
    assert torch.allclose(resumed.eval()(ids, attention_mask=torch.ones_like(ids)).logits, expected, atol=0.02)
