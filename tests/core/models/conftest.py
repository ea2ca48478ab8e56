"""Tiny random checkpoints, one per architecture, written the way the hub holds them.

Every axis has its own size, so that a swapped one cannot pass; weights are large, so that attention is not flat.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
import transformers as hf
from tokenizers import pre_tokenizers

TEXTS = [
    "The cat sat on the mat because it was tired.",
    "Attention is a weighted average of values, 注意力 is 平均.",
    "naïve café 😀 shalom שלום",
]


def wordpiece() -> hf.PreTrainedTokenizerBase:
    letters = sorted(set("".join(TEXTS).lower()) - {" ", "😀", "力"})
    words = ["cat", "sat", "##ing", "play", *letters, *(f"##{letter}" for letter in letters)]
    vocab = {piece: i for i, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words])}
    return hf.BertTokenizer(vocab=vocab)


def byte_level(kind: Callable) -> hf.PreTrainedTokenizerBase:
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"] if kind is hf.RobertaTokenizer else ["<|endoftext|>"]
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    merges = [("t", "h"), ("Ġ", "th"), ("Ġth", "e"), ("ð", "Ł"), ("ðŁ", "ĺ")]
    pieces = [*special, *alphabet, *("".join(pair) for pair in merges)]
    return kind(vocab={piece: i for i, piece in enumerate(pieces)}, merges=merges)


def unigram() -> hf.PreTrainedTokenizerBase:
    letters = sorted(set("".join(TEXTS)) - {"😀", " "})
    scores = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0), ("▁the", -1.5), ("▁cat", -1.0)]
    return hf.T5Tokenizer(vocab=[*scores, *((letter, -3.0) for letter in letters)], extra_ids=0)


def byte_fallback() -> hf.PreTrainedTokenizerBase:
    pieces = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    pieces += ["▁", *sorted(set("".join(TEXTS)) - {"😀", " "}), "▁t", "▁th"]
    merges = [("▁", "t"), ("▁t", "h")]
    return hf.LlamaTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}, merges=merges)


BERT = {
    "hidden_size": 15,
    "num_hidden_layers": 2,
    "num_attention_heads": 3,
    "intermediate_size": 7,
    "max_position_embeddings": 61,
    "type_vocab_size": 2,
    "initializer_range": 0.5,
}
MAKERS: dict[str, tuple[Callable, type, type, dict]] = {  # the tokenizer, the model, its configuration
    "bert": (wordpiece, hf.BertForMaskedLM, hf.BertConfig, BERT),
    "bert-headless": (wordpiece, hf.BertModel, hf.BertConfig, BERT),
    "distilbert": (
        wordpiece,
        hf.DistilBertForMaskedLM,
        hf.DistilBertConfig,
        {
            "max_position_embeddings": 61,
            "n_layers": 2,
            "n_heads": 3,
            "dim": 15,
            "hidden_dim": 7,
            "initializer_range": 0.5,
        },
    ),
    "roberta": (
        lambda: byte_level(hf.RobertaTokenizer),
        hf.RobertaForMaskedLM,
        hf.RobertaConfig,
        BERT | {"max_position_embeddings": 103, "type_vocab_size": 1},
    ),
    "gpt2": (
        lambda: byte_level(hf.GPT2Tokenizer),
        hf.GPT2LMHeadModel,
        hf.GPT2Config,
        {"n_positions": 101, "n_embd": 15, "n_layer": 2, "n_head": 3, "initializer_range": 0.5},
    ),
    "llama": (  # two query heads share each key head; the positions are turned into both
        byte_fallback,
        hf.LlamaForCausalLM,
        hf.LlamaConfig,
        {
            "hidden_size": 18,
            "intermediate_size": 7,
            "num_hidden_layers": 2,
            "num_attention_heads": 6,
            "num_key_value_heads": 3,
            "head_dim": 14,
            "max_position_embeddings": 101,
            "initializer_range": 0.5,
        },
    ),
    "t5": (
        unigram,
        hf.T5ForConditionalGeneration,
        hf.T5Config,
        {
            "d_model": 7,
            "d_kv": 5,
            "d_ff": 11,
            "num_layers": 2,
            "num_decoder_layers": 5,
            "num_heads": 3,
            "decoder_start_token_id": 0,
            "initializer_factor": 2.0,
        },
    ),
    "bart": (
        lambda: byte_level(hf.RobertaTokenizer),
        hf.BartForConditionalGeneration,
        hf.BartConfig,
        {
            "max_position_embeddings": 101,
            "encoder_layers": 2,
            "encoder_ffn_dim": 7,
            "encoder_attention_heads": 3,
            "decoder_layers": 5,
            "decoder_ffn_dim": 7,
            "decoder_attention_heads": 3,
            "d_model": 15,
            "init_std": 0.5,
            "decoder_start_token_id": 2,
        },
    ),
}


def write(name: str, folder: Path) -> Path:
    words, model, config, sizes = MAKERS[name]
    tokenizer = words()
    tokenizer.save_pretrained(folder)
    with torch.random.fork_rng():
        torch.manual_seed(7)
        made = model(config(vocab_size=len(tokenizer), **sizes))
        for parameter in made.parameters():  # zero biases would hide a forgotten one
            parameter.data += 0.1 * torch.randn_like(parameter)
        made.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a tiny checkpoint by the name of its architecture; made once, so never change its files."""
    made: dict[str, Path] = {}

    def find(name: str) -> Path:
        if name not in made:
            made[name] = write(name, tmp_path_factory.mktemp(name))
        return made[name]

    return find
