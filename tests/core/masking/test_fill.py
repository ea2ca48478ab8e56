from typing import Any

import numpy as np
import pytest
import torch
import transformers as hf
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from core.masking.compare import compare
from core.masking.depth import lens
from core.masking.filling import fill, place
from core.masking.joint import ORDERS, table, together
from core.masking.model import DEFAULTS, chosen, gaps, log_probabilities
from core.masking.saliency import METHODS, saliency
from core.masking.surprise import pseudo_perplexity, surprise
from core.models import load
from core.models.digests import HOME

ONE, TWO = "the [MASK] sat on a mat.", "new [MASK] is in los [MASK]."


def peer(model):
    """transformers' own pipeline over the same weights."""
    whole = hf.BertForMaskedLM.from_pretrained(model.folder, attn_implementation="eager")
    return hf.pipeline("fill-mask", model=whole, tokenizer=model.tokenizer, device="cpu")


@pytest.mark.parametrize("text", [ONE, TWO])
def test_fill_is_transformers_pipeline(tiny, text):
    theirs = peer(tiny)(text, top_k=7)
    theirs = theirs if isinstance(theirs[0], list) else [theirs]
    ours = fill(text, tiny, k=7)
    for gap, expected in enumerate(theirs):
        assert np.allclose(ours.probabilities[gap], [each["score"] for each in expected], atol=1e-6)
        assert ours.words[gap] == tuple(each["token_str"] for each in expected)


def test_probabilities_are_over_the_whole_vocabulary(tiny):
    V = len(tiny.tokenizer)
    whole = fill(ONE, tiny, k=V)
    assert sum(whole.probabilities[0]) == pytest.approx(1, abs=1e-5)
    assert whole.rest[0] == pytest.approx(0, abs=1e-5)
    few = fill(ONE, tiny, k=3)
    assert few.rest[0] == pytest.approx(1 - sum(whole.probabilities[0][:3]), abs=1e-5)
    p = np.array(whole.probabilities[0])
    assert few.entropy[0] == pytest.approx(float(-(p * np.log2(p)).sum()), abs=1e-4)


def test_a_named_word_has_its_rank(tiny):
    whole = fill(ONE, tiny, k=len(tiny.tokenizer))
    at = whole.words[0].index("cat")
    found = place(whole, "cat", tiny)
    assert (found.rank, found.probability) == (at + 1, pytest.approx(whole.probabilities[0][at], rel=1e-5))
    with pytest.raises(Trouble, match="as 2"):
        place(whole, "cats", tiny)


def test_candidates_of_two_pieces_are_the_best_of_all_pairs(tiny):
    V = len(tiny.tokenizer)
    tokens, [at] = gaps(ONE.replace("[MASK]", "[MASK] [MASK]"), tiny)[0], gaps(ONE, tiny)[1]
    [[first]] = log_probabilities(tiny, [tokens.ids], [[at]])
    rows = [[word if s == at else id for s, id in enumerate(tokens.ids)] for word in range(V)]
    pairs = first[:, None] + np.concatenate(log_probabilities(tiny, rows, [[at + 1]] * V))
    ours = fill(ONE, tiny, k=4, pieces=2)
    assert np.allclose(np.log(ours.probabilities[0]), np.sort(pairs.ravel())[::-1][:4], atol=1e-4)
    best = np.unravel_index(pairs.argmax(), pairs.shape)
    assert ours.words[0][0] == tiny.tokenizer.decode([int(each) for each in best])


def test_surprise_by_hand(tiny):
    found = surprise("the cat sat", tiny)
    logs = torch.tensor(tiny.logits("the [MASK] sat")).log_softmax(-1)
    cat = tiny.tokenizer.convert_tokens_to_ids("cat")
    assert found.bits[1] == pytest.approx(float(-logs[2, cat]) / np.log(2), rel=1e-4)
    assert pseudo_perplexity("the cat sat", tiny) == pytest.approx(2 ** found.bits.mean(), rel=1e-5)


def test_the_rest_of_a_word_is_hidden_with_it(tiny):
    alone, whole = surprise("the cats sat", tiny, whole_words=False), surprise("the cats sat", tiny)
    assert alone.tokens.pieces[2:4] == ("cat", "##s")
    assert alone.bits[2] == pytest.approx(whole.bits[2], rel=1e-5)  # the last piece hides only itself
    assert alone.bits[1] != pytest.approx(whole.bits[1], rel=1e-3)


@pytest.mark.parametrize("order", ORDERS)
def test_orders_of_filling(tiny, order):
    done = together(TWO, tiny, order)
    logs = fill(TWO, tiny).logs
    if order == "independent":
        assert done.words == tuple(each[0] for each in fill(TWO, tiny).words)
        assert done.probability == pytest.approx(float(np.exp(logs.max(1).sum())), rel=1e-4)
    else:
        first = int(logs.max(1).argmax()) if order == "most-certain" else 0
        assert done.choices[0].gap == first
    assert tiny.tokenizer.mask_token_id not in done.ids


def test_table_holds_both_views(tiny):
    found = table(TWO, tiny, k=4)
    assert found.independent.shape == found.ordered.shape == (4, 4)
    given = fill(TWO.replace("[MASK]", found.first[1], 1), tiny, k=len(tiny.tokenizer))
    p = fill(TWO, tiny, k=len(tiny.tokenizer)).probabilities[0][1]
    q = dict(zip(given.words[0], given.probabilities[0], strict=True))[found.second[2]]
    assert found.ordered[1, 2] == pytest.approx(p * q, rel=1e-4)
    with pytest.raises(Trouble):
        table(ONE, tiny)


def test_the_lens_ends_where_the_model_ends(tiny):
    seen, filled = lens(ONE, tiny, k=3), fill(ONE, tiny, k=3)
    assert seen.watched == filled.words[0]
    assert np.allclose(seen.probabilities[-1], filled.probabilities[0], atol=1e-5)
    assert seen.ranks[-1].tolist() == [1, 2, 3] and len(seen.best) == tiny.L + 1
    late = seen.ranks[seen.appears :, 0]
    assert (late == 1).all() and (seen.appears == 0 or seen.ranks[seen.appears - 1, 0] > 1)


def test_the_lens_norms_every_state_before_the_head():
    model, text = load("zh-char", device="cpu"), "床前明月[MASK]。"
    whole: Any = hf.RobertaPreLayerNormForMaskedLM.from_pretrained(HOME / "zh-char", dtype=torch.float32)
    encoder, ids = whole.roberta_prelayernorm, torch.tensor([model.tokens(text).ids])
    raw: list[torch.Tensor] = []
    for layer in encoder.encoder.layer:
        layer.register_forward_hook(lambda _, __, out: raw.append(out[0] if isinstance(out, tuple) else out))
    gap = ids[0].tolist().index(model.tokenizer.mask_token_id)
    with torch.no_grad():
        whole.eval()(ids)
        said = [whole.lm_head(encoder.LayerNorm(each.view(-1, each.shape[-1])[gap])) for each in raw]
    seen = lens(text, model)
    assert list(seen.best[1:]) == [model.tokenizer.convert_ids_to_tokens(int(each.argmax())) for each in said]
    best = [each.softmax(-1)[said[-1].argmax()].item() for each in said]
    assert np.allclose(seen.probabilities[1:, 0], best, atol=1e-4)


@pytest.mark.parametrize("method", METHODS)
def test_saliency_leaves_the_gap_out(tiny, method):
    tokens, scores = saliency(ONE, tiny, method=method)
    assert scores[tokens.pieces.index("[MASK]")] == 0
    assert np.abs(scores).max() > 0


def test_occlusion_by_hand(tiny):
    tokens, scores = saliency(ONE, tiny)
    shown, hidden = fill(ONE, tiny).logs[0], fill("the [MASK] [MASK] on a mat.", tiny).logs[0]
    best = shown.argmax()
    lost = (shown[best] - hidden[best]) / np.log(2)
    assert scores[tokens.pieces.index("sat")] == pytest.approx(lost, abs=1e-4)


def test_gradient_against_finite_differences(tiny):
    tokens, scores = saliency(ONE, tiny, method="gradient-input")
    at, word = tokens.pieces.index("[MASK]"), int(fill(ONE, tiny).logs[0].argmax())
    table_ = tiny.module.get_input_embeddings().weight.detach().double()
    embedding = table_[list(tokens.ids)][None]
    whole = hf.BertForMaskedLM.from_pretrained(tiny.folder, attn_implementation="eager").double().eval()

    @torch.no_grad()
    def bits(x):
        return float(whole(inputs_embeds=x).logits[0, at].log_softmax(-1)[word]) / np.log(2)

    s, h = tokens.pieces.index("mat"), 1e-5
    up, down = embedding.clone(), embedding.clone()
    up[0, s] *= 1 + h
    down[0, s] *= 1 - h
    assert scores[s] == pytest.approx((bits(up) - bits(down)) / (2 * h), abs=2e-4)


def test_the_same_sentence_does_not_differ(tiny):
    same = compare(ONE, ONE, tiny, tiny)
    assert same.divergence == pytest.approx(0, abs=1e-12)
    apart = compare(ONE, "[MASK] is old.", tiny, tiny)
    assert 0 < apart.divergence < 1 and (apart.shares >= -1e-12).all()
    left, right = apart.outliers(3)
    assert all(apart.first[at] > apart.second[at] for at in left)
    assert all(apart.first[at] <= apart.second[at] for at in right)


@settings(max_examples=20, deadline=None)
@given(words=st.lists(st.sampled_from(["the", "cat", "[MASK]", "mat", "光"]), min_size=1, max_size=8))
def test_any_mixture_of_gaps(tiny, words):
    text = " ".join(words)
    if "[MASK]" not in words:
        with pytest.raises(Trouble, match="no gap"):
            fill(text, tiny)
        return
    found = fill(text, tiny, k=2)
    assert len(found.words) == words.count("[MASK]") == len(found.rest)


def test_a_model_without_gaps_says_so():
    with pytest.raises(Trouble, match="masked"):
        fill("the [MASK].", load("minilm"))


@pytest.mark.parametrize(
    ("text", "word"),
    [("床前明月[MASK]，疑是地上霜。", "光"), ("海内存知[MASK]，天涯若比邻。", "己"), ("他喜欢吃苹[MASK]。", "果")],
)
def test_our_chinese_model_knows_its_poems_and_plain_words(text, word):
    assert fill(text).words[0][0] == word


@pytest.mark.parametrize(("text", "name"), [("The [MASK].", "en"), ("床前明月[MASK]", "zh"), ("我爱[MASK] BERT", "zh")])
def test_the_text_chooses_its_model(text, name, tiny, monkeypatch):
    asked = []
    monkeypatch.setattr("core.masking.model.common", lambda title: asked.append(title) or tiny)
    assert chosen(text, None) is tiny and asked == [DEFAULTS[name]]
