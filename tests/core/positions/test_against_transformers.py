"""Our arithmetic beside the code that published models run."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from transformers import DebertaConfig, LlamaConfig, T5Config
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS
from transformers.models.bloom.modeling_bloom import build_alibi_tensor
from transformers.models.deberta.modeling_deberta import DisentangledSelfAttention, build_relative_position
from transformers.models.llama.modeling_llama import LlamaRotaryEmbedding, apply_rotary_pos_emb
from transformers.models.marian.modeling_marian import MarianSinusoidalPositionalEmbedding
from transformers.models.mpt.modeling_mpt import build_mpt_alibi_tensor
from transformers.models.roformer.modeling_roformer import RoFormerSelfAttention, RoFormerSinusoidalPositionalEmbedding
from transformers.models.t5.modeling_t5 import T5Attention

from core.nn.positional import POSITIONS
from core.positions import (
    alibi_bias,
    dynamic_base,
    frequencies,
    interpolate,
    relative_bucket,
    rotate,
    sinusoid,
    yarn_rates,
    yarn_temperature,
)
from core.positions.terms import disentangled

B, H, T, Dh = 2, 3, 11, 14


def drawn(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_the_table_of_sines_is_marians_with_the_columns_in_turn():
    theirs = MarianSinusoidalPositionalEmbedding(23, 34).create_weight().numpy()  # all sines, then all cosines
    ours = sinusoid(23, 34)
    assert np.allclose(np.concatenate([ours[:, 0::2], ours[:, 1::2]], axis=1), theirs, atol=1e-6)


def test_interleaved_is_roformer():
    q, k = drawn(B, H, T, Dh), drawn(B, H, T, Dh, seed=1)
    table = RoFormerSinusoidalPositionalEmbedding(T, Dh).create_weight()[None, None]
    theirs = RoFormerSelfAttention.apply_rotary_position_embeddings(table, q, k)
    for mine, other in zip((q, k), theirs, strict=True):
        assert torch.allclose(rotate(mine, np.arange(T)), other, atol=1e-6)


def llama(rope: dict[str, Any], longest: int = 64) -> LlamaConfig:
    sizes = {"hidden_size": 4 * 16, "num_attention_heads": 4, "max_position_embeddings": longest}
    return LlamaConfig(**sizes, rope_parameters={"rope_theta": 10_000.0, **rope})  # type: ignore[arg-type]


def theirs(config: LlamaConfig, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Rotated x, and the radians per token that LLaMA's module settled on."""
    module = LlamaRotaryEmbedding(config)
    cos, sin = module(x, torch.arange(x.shape[2])[None])
    return apply_rotary_pos_emb(x, x, cos, sin)[0], module.inv_freq


def test_half_split_is_llama():
    x = drawn(B, 4, T, 16)
    assert torch.allclose(
        rotate(x, np.arange(T), layout="half"), theirs(llama({"rope_type": "default"}), x)[0], atol=1e-5
    )


@pytest.mark.parametrize("scale", [1.0, 2.0, 7.5])
def test_interpolation_is_llamas_linear_scaling(scale: float):
    x = drawn(B, 4, T, 16)
    expected, _ = theirs(llama({"rope_type": "linear", "factor": scale}), x)
    assert torch.allclose(rotate(x, interpolate(np.arange(T), scale), layout="half"), expected, atol=1e-5)


@pytest.mark.parametrize("length", [40, 64, 65, 200])
def test_dynamic_ntk_is_llamas(length: int):
    x = drawn(1, 4, length, 16)
    expected, _ = theirs(llama({"rope_type": "dynamic", "factor": 4.0}), x)
    base = dynamic_base(16, 4.0, length, trained=64)
    assert (base == 10_000.0) == (length <= 64)
    assert torch.allclose(rotate(x, np.arange(length), base=base, layout="half"), expected, atol=1e-4)


@pytest.mark.parametrize(("scale", "width", "base"), [(4.0, 16, 1e4), (16.0, 128, 1e4), (8.0, 64, 5e5)])
def test_yarn_is_llamas(scale: float, width: int, base: float):
    parts = {"rope_type": "yarn", "factor": scale, "original_max_position_embeddings": 2048, "rope_theta": base}
    config = llama(parts, longest=int(2048 * scale))
    config.head_dim = width
    rates, temperature = ROPE_INIT_FUNCTIONS["yarn"](config)
    assert np.allclose(yarn_rates(width, scale, 2048, base), rates.numpy(), rtol=1e-5)
    assert yarn_temperature(scale) == pytest.approx(temperature)


@pytest.mark.parametrize("bidirectional", [True, False])
@pytest.mark.parametrize(("buckets", "longest"), [(32, 128), (16, 50), (8, 999)])
def test_buckets_are_t5s(bidirectional: bool, buckets: int, longest: int):
    offset = np.arange(-1100, 1101)
    expected = T5Attention._relative_position_bucket(torch.from_numpy(offset), bidirectional, buckets, longest)
    assert relative_bucket(offset, bidirectional, buckets, longest).tolist() == expected.tolist()


def test_the_block_with_buckets_is_t5s_bias():
    config = T5Config(num_heads=4, d_model=8, relative_attention_num_buckets=32, relative_attention_max_distance=20)
    attention = T5Attention(config, has_relative_attention_bias=True)
    ours: Any = POSITIONS["t5"](8, 4, 20)
    with torch.no_grad():
        ours.table.copy_(attention.relative_attention_bias.weight.T)
        scores = torch.zeros(1, 4, 50, 50)
        added = ours.scored(scores, scores, scores)
        assert torch.allclose(added, attention.compute_bias(50, 50), atol=1e-6)


@pytest.mark.parametrize("heads", [1, 2, 5, 8, 12, 16, 20])
def test_alibi_is_that_of_bloom_and_of_mpt_once_the_softmax_is_taken(heads: int):
    scores = drawn(heads, T, T)
    future = torch.ones(T, T, dtype=torch.bool).triu(1)

    def weights(bias: torch.Tensor) -> torch.Tensor:
        return (scores + bias).masked_fill(future, -torch.inf).softmax(-1)

    ours = weights(torch.from_numpy(alibi_bias(heads, T)).float())
    bloom = build_alibi_tensor(torch.ones(1, T, dtype=torch.long), heads, torch.float32)
    assert torch.allclose(ours, weights(bloom), atol=1e-6)
    assert torch.allclose(ours, weights(build_mpt_alibi_tensor(heads, T)), atol=1e-6)


@pytest.mark.parametrize("reach", [4, 11, 30])
def test_three_terms_are_debertas(reach: int):
    D = H * Dh
    sizes = {"hidden_size": D, "num_attention_heads": H, "max_relative_positions": reach}
    config = DebertaConfig(**sizes, relative_attention=True, pos_att_type="c2p|p2c")  # type: ignore[arg-type]
    attention = DisentangledSelfAttention(config).eval()
    q, k, table = drawn(1, H, T, Dh), drawn(1, H, T, Dh, seed=1), drawn(2 * reach, D, seed=2)
    with torch.no_grad():
        given: Any = build_relative_position(q, k)
        expected: Any = attention.disentangled_att_bias(q.clone(), k.clone(), given, table, 3)
        kept = table[reach - min(reach, T) : reach + min(reach, T)]
        answers = attention.transpose_for_scores(attention.pos_proj(kept)[None])
        asks = attention.transpose_for_scores(attention.pos_q_proj(kept)[None])
        terms = disentangled(q, k, asks, answers)
        ours = terms["word-distance"] + terms["distance-word"] / np.sqrt(3 * Dh)  # q comes in divided already
    assert torch.allclose(ours, expected, atol=1e-5)


def test_frequencies_are_llamas():
    config: Any = SimpleNamespace(dim=16)
    assert np.allclose(frequencies(config.dim), theirs(llama({"rope_type": "default"}), drawn(1, 4, 2, 16))[1])
