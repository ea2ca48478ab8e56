"""Our attention against transformers' own, for every architecture; and the formula against the attention."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import torch
import transformers as hf

from core.errors import Trouble
from core.models import Model, load
from core.models.observe import watching

TEXT, PAIR = "The cat sat on the mat because it was tired.", "the weighted cat"


def softmax(scores: np.ndarray) -> np.ndarray:
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    return scores / scores.sum(-1, keepdims=True)


def theirs(model: Model, family: type, **inputs: tuple[int, ...]):
    """transformers' own eager forward pass over the same ids."""
    reference = family.from_pretrained(model.folder, attn_implementation="eager").eval()
    with torch.inference_mode():
        return reference(**{key: torch.tensor([ids]) for key, ids in inputs.items()}, output_attentions=True)


def check(maps, attentions) -> None:
    expected = np.stack([layer[0].numpy() for layer in attentions])
    np.testing.assert_allclose(maps.weights, expected, atol=1e-6, rtol=0)
    scores = np.einsum("lhtd,lhsd->lhts", maps.queries, maps.keys) * maps.scale[..., None, None] + maps.bias
    np.testing.assert_allclose(softmax(scores), maps.weights, atol=1e-5, rtol=0)
    assert maps.weights.shape[2:] == (len(maps.target.ids), len(maps.source.ids))
    assert maps.weights.std() > 0.01, "attention so flat that any mix-up would pass"


@pytest.mark.parametrize("name", ["bert", "bert-headless", "distilbert", "roberta", "gpt2", "llama"])
def test_one_tower_attends_as_transformers_says(name, checkpoint):
    model = load(checkpoint(name), device="cpu")
    maps = model.attention(TEXT, PAIR)
    inputs = {"input_ids": maps.source.ids}
    if name.startswith("bert"):
        inputs["token_type_ids"] = maps.source.segments
    check(maps, theirs(model, hf.AutoModel, **inputs).attentions)
    assert maps.kind == model.kind and maps.source is maps.target
    assert maps.scale == pytest.approx(maps.queries.shape[-1] ** -0.5)


@pytest.mark.parametrize("name", ["t5", "bart"])
@pytest.mark.parametrize("kind", ["encoder", "decoder", "cross"])
def test_two_towers_attend_as_transformers_says(name, kind, checkpoint):
    model = load(checkpoint(name), device="cpu")
    maps = model.attention(TEXT, PAIR, kind=kind)
    cross = model.attention(TEXT, PAIR)
    assert cross.kind == "cross"
    answer = theirs(model, hf.AutoModelForSeq2SeqLM, input_ids=cross.source.ids, decoder_input_ids=cross.target.ids)
    check(maps, answer[f"{kind}_attentions"])
    assert len(maps.weights) == (2 if kind == "encoder" else 5)
    if name == "t5":
        assert (maps.scale == 1).all()


def test_a_decoder_reads_a_start_token_and_what_it_has_written_so_far(checkpoint):
    maps = load(checkpoint("t5"), device="cpu").attention(TEXT, "the cat")
    assert maps.target.shown == ("<pad>", "the", "cat")
    assert maps.target.special == (True, False, False)
    assert maps.source.shown[-1] == "</s>"


def test_the_future_is_masked_in_a_decoder(checkpoint):
    maps = load(checkpoint("gpt2"), device="cpu").attention(TEXT)
    assert (np.triu(maps.weights, k=1) == 0).all()
    assert (np.triu(maps.bias, k=1)[np.triu(np.ones_like(maps.bias), k=1) == 1] < -1e30).all()


def test_two_query_heads_of_llama_share_each_key_head(checkpoint):
    maps = load(checkpoint("llama"), device="cpu").attention(TEXT)
    np.testing.assert_array_equal(maps.keys[:, 0::2], maps.keys[:, 1::2])
    np.testing.assert_array_equal(maps.values[:, 0::2], maps.values[:, 1::2])
    assert (maps.queries[:, 0] != maps.queries[:, 1]).any()


def test_minilm_attends_as_transformers_says():
    model = load(device="cpu")
    maps = model.attention("The animal didn't cross the street because it was too tired.", "It slept.")
    inputs = {"input_ids": maps.source.ids, "token_type_ids": maps.source.segments}
    check(maps, theirs(model, hf.BertModel, **inputs).attentions)
    assert maps.weights.shape == (6, 12, 20, 20)
    assert maps.tokens[1:4] == ("the", "animal", "didn")


def test_nobody_watching_means_fused_attention_and_the_same_answer(checkpoint):
    model = load(checkpoint("gpt2"), device="cpu")
    ids = torch.tensor([model.tokens(TEXT).ids])
    with torch.inference_mode():
        unseen = model.module(ids).last_hidden_state
        with watching() as looks:
            seen = model.module(ids).last_hidden_state
        again = model.module(ids)
    assert len(looks) == model.L
    torch.testing.assert_close(seen, unseen, atol=1e-5, rtol=1e-5)
    assert torch.equal(again.last_hidden_state, unseen)


def test_threads_see_only_their_own_attention(checkpoint):
    model = load(checkpoint("bert"), device="cpu")
    texts = ["cat " * n for n in (2, 3, 5, 7)]
    alone = [model.attention(text).weights for text in texts]
    together: dict[int, list[np.ndarray]] = {i: [] for i in range(len(texts))}
    start = threading.Barrier(len(texts))

    def visit(i: int) -> None:
        start.wait()
        together[i] = [model.attention(texts[i]).weights for _ in range(5)]

    threads = [threading.Thread(target=visit, args=(i,)) for i in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for i, weights in enumerate(alone):
        assert len(together[i]) == 5
        for each in together[i]:
            np.testing.assert_array_equal(each, weights)


def test_bf16_weights_still_add_up(checkpoint, monkeypatch):
    """In bf16 the sum itself would be off by 1e-2; the attention is computed in fp32 from the rounded q and k."""
    monkeypatch.setattr("core.models.loading.precision_dtype", lambda device, precision: torch.bfloat16)
    model = load(checkpoint("llama"), device="cpu", precision="fast")
    assert {p.dtype for p in model.whole.parameters()} == {torch.bfloat16}
    assert {b.dtype for b in model.whole.buffers()} == {torch.float32}, "rotary angles must stay exact"
    maps = model.attention(TEXT)
    scores = np.einsum("lhtd,lhsd->lhts", maps.queries, maps.keys) * maps.scale[..., None, None] + maps.bias
    np.testing.assert_allclose(softmax(scores), maps.weights, atol=1e-5, rtol=0)


def test_attention_that_is_no_plain_softmax_is_refused(checkpoint):
    model = load(checkpoint("gpt2"), device="cpu")
    model.module.config._attn_implementation = "eager"  # as for architectures outside the table: nothing is seen
    with pytest.raises(Trouble) as trouble:
        model.attention(TEXT)
    assert trouble.value.code == "attention-hidden"


def test_capped_attention_is_refused(checkpoint, monkeypatch):
    """As in Gemma 2: what a layer was given no longer explains what it did."""
    import transformers.models.gpt2.modeling_gpt2 as gpt2

    plain = gpt2.eager_attention_forward

    def capped(module, query, key, value, mask, scaling=None, **rest):
        return plain(module, query.tanh(), key, value, mask, scaling=scaling, **rest)

    monkeypatch.setattr(gpt2, "eager_attention_forward", capped)
    with pytest.raises(Trouble) as trouble:
        load(checkpoint("gpt2"), device="cpu").attention(TEXT)
    assert trouble.value.code == "attention-hidden"
