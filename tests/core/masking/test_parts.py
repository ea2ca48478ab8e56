import numpy as np
import pytest
import torch
import transformers as hf

from core.errors import Trouble
from core.masking.filling import fill
from core.masking.inputs import inputs, without
from core.masking.meanings import meanings
from core.masking.parameters import NAMED, Shape, terms, total
from core.masking.surprise import pseudo_perplexity


def test_three_vectors_and_their_sum(tiny):
    parts = inputs("the cat", "is old", tiny)
    assert parts.tokens.segments == (0, 0, 0, 0, 1, 1, 1)
    tables = tiny.module.embeddings
    expected = tables(torch.tensor([parts.tokens.ids]), token_type_ids=torch.tensor([parts.tokens.segments]))
    normed = tables.LayerNorm(torch.tensor(parts.total))
    assert torch.allclose(normed, expected[0], atol=1e-5)


def test_all_three_parts_are_the_model_itself(tiny):
    text = "the [MASK] sat on a mat."
    ours, theirs = without(text, None, tiny, k=3), fill(text, tiny, k=3)
    assert tuple(word for word, _ in ours) == theirs.words[0]
    assert np.allclose([p for _, p in ours], theirs.probabilities[0], atol=1e-5)


def test_without_pieces_the_words_are_lost(tiny):
    a = without("the [MASK] sat on a mat", None, tiny, piece=0.0)
    b = without("a [MASK] cat the on sat", None, tiny, piece=0.0)
    assert np.allclose([p for _, p in a], [p for _, p in b], atol=1e-5)


def test_without_places_order_is_lost(tiny):
    a = without("the [MASK] sat on a mat", None, tiny, place=0.0)
    b = without("a mat [MASK] the on sat", None, tiny, place=0.0)
    assert np.allclose([p for _, p in a], [p for _, p in b], atol=1e-5)
    assert pseudo_perplexity("the cat sat", tiny) != pytest.approx(pseudo_perplexity("sat the cat", tiny), rel=1e-3)


@pytest.mark.parametrize(
    "shape", [Shape(V=97, D=14, L=3, F=11, places=37), Shape(V=101, D=6, L=1, F=5, places=7, segments=3)]
)
@pytest.mark.parametrize("pooler", [True, False])
@pytest.mark.parametrize("head", [True, False])
def test_parameters_are_transformers_own_count(shape, pooler, head):
    config = hf.BertConfig(
        vocab_size=shape.V,
        hidden_size=shape.D,
        num_hidden_layers=shape.L,
        num_attention_heads=2,
        intermediate_size=shape.F,
        max_position_embeddings=shape.places,
        type_vocab_size=shape.segments,
    )
    model = hf.BertModel(config, add_pooling_layer=pooler)
    mine = total(shape, pooler=pooler)
    assert mine == model.num_parameters()
    if head:
        whole = hf.BertForMaskedLM(config)
        assert total(shape, pooler=False, head=True) == whole.num_parameters()


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("pooler", [True, False])
def test_parameters_of_albert_are_transformers_own_count(shared, pooler):
    shape = Shape(V=97, D=14, L=3, F=11, places=37, segments=3, E=6, shared=shared)
    config = hf.AlbertConfig(
        vocab_size=shape.V,
        embedding_size=shape.E,
        hidden_size=shape.D,
        num_hidden_layers=shape.L,
        num_hidden_groups=1 if shared else shape.L,
        num_attention_heads=2,
        intermediate_size=shape.F,
        max_position_embeddings=shape.places,
        type_vocab_size=shape.segments,
    )
    assert total(shape, pooler=pooler) == hf.AlbertModel(config, add_pooling_layer=pooler).num_parameters()
    assert total(shape, pooler=False, head=True) == hf.AlbertForMaskedLM(config).num_parameters()


def test_the_published_sizes():
    assert total(NAMED["albert-base-v2"]) == 11_683_584
    assert total(NAMED["albert-xxlarge-v2"]) == 222_595_584
    assert total(NAMED["bert-base-uncased"]) == 109_482_240
    assert total(NAMED["bert-large-uncased"]) == 335_141_888
    assert sum(term.total for term in terms(NAMED["minilm"])) == 22_713_216


def test_meanings_are_one_vector_a_sentence(tiny):
    sentences = ["the old man", "a old cat", "los angeles is old", "it was old ."]
    found = meanings("old", sentences, tiny)
    assert found.vectors.shape == (4, 14) and found.plane.shape == (4, 2)
    assert np.allclose(np.diag(found.cosines), 1, atol=1e-5) and 0 < found.kept <= 1
    assert np.allclose(found.vectors[0], tiny.hidden_states(sentences[0])[-1][2], atol=1e-6)
    before = meanings("old", sentences, tiny, layer=0)
    places = [before.vectors[at] - before.vectors[at] for at in range(4)]
    assert np.allclose(places, 0)
    with pytest.raises(Trouble, match="does not stand"):
        meanings("cat", sentences, tiny)
    with pytest.raises(Trouble, match="few"):
        meanings("old", sentences[:2], tiny)
