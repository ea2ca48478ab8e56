"""Against sentence-transformers on the packaged MiniLM, and by hand."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling

from core.errors import Trouble
from core.models import Model, load
from core.models.embedding import BUDGET, LONGEST, batches, pad, pool, tokenise
from core.text import load_corpus

TEXTS = [
    "A cat sat on the mat.",
    "",
    " \n ",
    "word " * 400,  # longer than the 256 tokens that are read
    "我喜欢自然语言处理",
    "naïve café 👩‍👧 <b>bold</b> \x00 مرحبا",
    *load_corpus("lee-news").documents[:2],
]


@pytest.fixture(scope="module")
def model() -> Model:
    return load(device="cpu")


@pytest.fixture(scope="module")
def peer(model: Model) -> SentenceTransformer:
    return SentenceTransformer(str(model.folder), device="cpu")


def test_as_sentence_transformers(model: Model, peer: SentenceTransformer):
    ours, theirs = model.embed(TEXTS), peer.encode(TEXTS, show_progress_bar=False)
    assert ours.shape == (len(TEXTS), 384) and ours.dtype == np.float32
    np.testing.assert_allclose((ours * theirs).sum(axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(ours, theirs, atol=1e-6)


@pytest.mark.parametrize("pooling", ["cls", "max"])
def test_other_poolings_as_sentence_transformers(model: Model, peer: SentenceTransformer, pooling: Any):
    other = SentenceTransformer(modules=[peer[0], Pooling(384, pooling), peer[2]], device="cpu")
    np.testing.assert_allclose(
        model.embed(TEXTS, pooling=pooling), other.encode(TEXTS, show_progress_bar=False), atol=1e-6
    )


def test_nothing_in_nothing_out(model: Model):
    assert model.embed([]).shape == (0, 384)


def test_every_vector_has_length_one(model: Model):
    np.testing.assert_allclose(np.linalg.norm(model.embed(TEXTS), axis=1), 1, atol=1e-6)


def test_company_does_not_change_a_text(model: Model):
    together = model.embed(TEXTS)
    alone = np.concatenate([model.embed([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_a_text_is_cut_at_256_tokens_and_keeps_its_last_special_one(model: Model):
    (ids,) = tokenise(model, ["word " * 400])
    assert len(ids) == LONGEST == 256
    assert (ids[0], ids[-1]) == (model.tokenizer.cls_token_id, model.tokenizer.sep_token_id)


def test_bf16_weights_stay_close(model: Model):
    rounded = load(device="cpu")
    rounded.module.bfloat16()  # what precision="fast" does where the hardware multiplies bf16
    texts = [text for text in TEXTS if text.strip()]  # an empty text deviates by 1.2e-4
    cosine = (model.embed(texts) * rounded.embed(texts)).sum(axis=1)
    assert 1e-6 < 1 - cosine.min() < 1e-4


def test_a_pooling_that_does_not_exist(model: Model):
    with pytest.raises(Trouble) as caught:
        model.embed(["a"], pooling="sum")
    assert caught.value.code == "pooling-unknown"


def test_half_a_character_spoils_nothing(model: Model):
    np.testing.assert_allclose(model.embed(["a \ud83d cat"]), model.embed(["a ? cat"]), atol=1e-6)


def test_one_text_is_not_a_list_of_texts(model: Model):
    with pytest.raises(TypeError, match="list of texts"):
        model.embed("a cat")


@pytest.mark.parametrize("architecture", ["roberta", "gpt2", "t5", "llama"])
def test_other_architectures_pool_their_own_hidden_states(checkpoint, architecture: str):
    model = load(checkpoint(architecture), device="cpu")
    texts = ["The cat sat on the mat because it was tired.", "naïve", "The cat"]
    for text, vector in zip(texts, model.embed(texts), strict=True):
        mean = model.hidden_states(text)[-1].mean(axis=0)
        np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), atol=1e-5)


def test_a_text_without_tokens_is_the_zero_vector(checkpoint):
    model = load(checkpoint("gpt2"), device="cpu")  # no special tokens: nothing is left of an empty text
    vectors = model.embed(["", "The cat"])
    assert not vectors[0].any() and vectors[1].any()


def test_pooling_by_hand():
    hidden = torch.tensor([[[1.0, -2.0], [3.0, -4.0], [100.0, 100.0]], [[5.0, -6.0], [7.0, 0.0], [3.0, 0.0]]])
    mask = torch.tensor([[1, 1, 0], [1, 1, 1]])
    assert pool(hidden, mask, "mean").tolist() == [[2, -3], [5, -2]]
    assert pool(hidden, mask, "max").tolist() == [[3, -2], [7, 0]]
    assert pool(hidden, mask, "cls").tolist() == [[1, -2], [5, -6]]


def test_padding_by_hand():
    tokens, mask = pad([[7, 8, 9], [5]], "cpu")
    assert tokens.tolist() == [[7, 8, 9], [5, 0, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]


def test_batches_by_hand():
    assert list(batches([3, 0, 5, 2, 4, 1], budget=8)) == [[2], [4, 0], [3, 5]]
    assert list(batches([9, 1], budget=8)) == [[0], [1]]  # one text may be over the budget


@given(st.lists(st.integers(0, 3000)))
def test_batches_hold_every_text_once_within_the_budget(lengths: list[int]):
    found = list(batches(lengths))
    assert sorted(at for batch in found for at in batch) == [at for at, length in enumerate(lengths) if length]
    for batch in found:
        assert len(batch) == 1 or len(batch) * max(lengths[at] for at in batch) <= BUDGET
