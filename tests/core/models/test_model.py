"""What a model answers: logits and hidden states against transformers, and clear refusals."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import transformers as hf
from torch.utils.flop_counter import FlopCounterMode

from core.errors import Trouble
from core.models import Model, load
from core.models.observe import watching

TEXT, PAIR = "the cat sat on the mat", "the tired cat"


def code_of(call, *args: object, **kwargs: object) -> str:
    with pytest.raises(Trouble) as trouble:
        call(*args, **kwargs)
    return trouble.value.code


def theirs(model: Model, family: type, **inputs: tuple[int, ...]):
    reference = family.from_pretrained(model.folder, attn_implementation="eager").eval()
    with torch.inference_mode():
        return reference(**{key: torch.tensor([ids]) for key, ids in inputs.items()}, output_hidden_states=True)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("bert", hf.AutoModelForMaskedLM),
        ("distilbert", hf.AutoModelForMaskedLM),
        ("roberta", hf.AutoModelForMaskedLM),
        ("gpt2", hf.AutoModelForCausalLM),
        ("llama", hf.AutoModelForCausalLM),
    ],
)
def test_logits_and_hidden_states_are_transformers_own(name, family, checkpoint):
    model = load(checkpoint(name), device="cpu")
    tokens = model.tokens(TEXT)
    answer = theirs(model, family, input_ids=tokens.ids)
    logits, states = model.logits(TEXT), model.hidden_states(TEXT)
    assert logits.shape == (len(tokens.ids), len(model.tokenizer))
    assert states.shape == (model.L + 1, len(tokens.ids), model.D)
    np.testing.assert_allclose(logits, answer.logits[0].numpy(), atol=1e-4, rtol=1e-5)
    np.testing.assert_allclose(
        states, np.stack([state[0].numpy() for state in answer.hidden_states]), atol=1e-5, rtol=1e-5
    )


@pytest.mark.parametrize("name", ["t5", "bart"])
def test_two_towers_name_the_targets_tokens(name, checkpoint):
    model = load(checkpoint(name), device="cpu")
    maps = model.attention(TEXT, PAIR)
    answer = theirs(model, hf.AutoModelForSeq2SeqLM, input_ids=maps.source.ids, decoder_input_ids=maps.target.ids)
    np.testing.assert_allclose(model.logits(TEXT, PAIR), answer.logits[0].numpy(), atol=1e-4, rtol=1e-5)
    encoder = np.stack([state[0].numpy() for state in answer.encoder_hidden_states])
    np.testing.assert_allclose(model.hidden_states(TEXT), encoder, atol=1e-5, rtol=1e-5)


def test_a_checkpoint_without_a_head_names_no_tokens(checkpoint):
    assert code_of(load(checkpoint("bert-headless"), device="cpu").logits, TEXT) == "head-missing"
    assert code_of(load(device="cpu").logits, TEXT) == "head-missing"


def test_only_the_attention_that_is_there_can_be_asked_for(checkpoint):
    bert, t5 = (load(checkpoint(name), device="cpu") for name in ("bert", "t5"))
    assert code_of(bert.attention, TEXT, kind="cross") == "attention-kind"
    assert code_of(t5.attention, TEXT, kind="decoder") == "target-needed"
    assert code_of(t5.logits, TEXT) == "target-needed"
    assert t5.attention(TEXT).kind == "encoder"
    assert code_of(t5.attention, TEXT, " ") == "text-empty"


@pytest.mark.parametrize("name", ["bert", "gpt2", "t5"])
def test_a_long_text_is_read_up_to_the_limit(name, checkpoint):
    model = load(checkpoint(name), device="cpu")
    maps = model.attention("cat " * 25_000, kind="decoder" if name == "gpt2" else "encoder")
    T = {"bert": 61, "gpt2": 101, "t5": 512}[name]
    assert maps.weights.shape == (2, 3, T, T)
    assert maps.source.dropped > 24_000


def test_equal_biases_are_held_once(checkpoint):
    maps = load(checkpoint("gpt2"), device="cpu").attention(TEXT)
    assert maps.bias.strides[:2] == (0, 0)  # one causal mask, shown for every layer and head
    assert maps.bias.shape == maps.weights.shape


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
@pytest.mark.parametrize("precision", ["exact", "fast"])
def test_a_gpu_reads_the_same(precision, checkpoint):
    near = 1e-4 if precision == "exact" else 0.1
    for name in ("bert", "llama", "t5"):
        here, there = load(checkpoint(name), device="cpu"), load(checkpoint(name), device="cuda", precision=precision)
        pair = PAIR if name == "t5" else None
        assert there.module.device.type == "cuda"
        expected, found = here.attention(TEXT, pair), there.attention(TEXT, pair)
        np.testing.assert_allclose(found.weights.mean(), expected.weights.mean(), atol=near)
        if precision == "exact":
            np.testing.assert_allclose(found.weights, expected.weights, atol=near)


@pytest.mark.parametrize("name", ["bert", "distilbert", "roberta", "gpt2", "llama", "t5"])
def test_flops_are_those_that_torch_counts(name, checkpoint) -> None:
    """Watched attention is made of plain matrix products, which torch's counter knows."""
    model = load(checkpoint(name), device="cpu")
    tokens = model.tokens(TEXT)
    with FlopCounterMode(display=False) as counted, watching():
        model._forward(model.module, tokens)
    assert counted.get_total_flops() == model.flops(len(tokens.ids))
