"""A tiny random masked language model: every axis its own prime, weights large, so that nothing is flat."""

from __future__ import annotations

import pytest
import torch
import transformers as hf

from core.models import Model, load

WORDS = "the cat sat on a mat old man new york los angeles is it was in , . [ ] ##s ##ing 床 前 明 月 光 ， 。".split()
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Model:
    folder = tmp_path_factory.mktemp("tiny")
    vocab = {piece: at for at, piece in enumerate([*SPECIAL, *WORDS])}
    shape = hf.BertConfig(
        vocab_size=len(vocab),
        hidden_size=14,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=11,
        max_position_embeddings=37,
        initializer_range=0.5,
    )
    torch.manual_seed(0)
    model = hf.BertForMaskedLM(shape)
    with torch.no_grad():
        model.cls.predictions.bias[: len(SPECIAL)] = -20.0  # as in a trained model: [PAD] is never the answer
    model.save_pretrained(folder)
    hf.BertTokenizer(vocab=vocab).save_pretrained(folder)
    return load(folder, device="cpu")
