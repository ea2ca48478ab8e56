"""From a name to a model that reads."""

from __future__ import annotations

import json
import threading
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import torch
from huggingface_hub.errors import StrictDataclassError
from torch import nn
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForMaskedLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    PreTrainedConfig,
    PreTrainedModel,
    PreTrainedTokenizerFast,
)
from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers.utils import logging

from core.errors import Trouble
from core.models.adapter import Adapter
from core.models.model import READS, Model
from core.models.observe import OBSERVED
from core.models.sources import PACKAGED, locate, no_safetensors, shipped
from core.models.weights import MINILM, damaged, examine, require_room, weight_files
from core.runtime import pick_device, seeded

Towers = Literal["encoder", "decoder", "encoder-decoder"]

logging.set_verbosity_error()  # a missing head is reported at length; we say it in one word, has_head
logging.disable_progress_bar()

_NEVER_CODE = {"local_files_only": True, "trust_remote_code": False}


def load(name: str | Path = PACKAGED, *, device: str = "auto", precision: str = "exact") -> Model:
    """A model by name: ``"minilm"``, ours (``"zh-char"``), the hub's (``"gpt2"``, ``"org/name"``), or ``"./folder"``.

    ``precision="exact"`` computes in fp32; ``"fast"`` in bf16 where the machine has it in hardware. Only safetensors
    are read, never pickles, and no code that comes with a model is ever run.

    Raises:
        Trouble: every way in which this can fail has its own code; nothing is left half loaded.
    """
    device = _usable(device)
    dtype = precision_dtype(device, precision)
    folder, title = locate(name), str(name)
    adapter = Adapter.of(folder)
    folder = locate(adapter.base) if adapter else folder
    config = _config(folder, title)
    kind, family = _family(config, title)
    files = weight_files(folder)
    if not files:
        raise no_safetensors(title)
    weights = examine(files, title, expected=MINILM if PACKAGED in (name, adapter and adapter.base) else None)
    require_room(title, 4 * weights.parameters)
    if device.startswith("cuda"):
        require_room(title, dtype.itemsize * weights.parameters, free=torch.cuda.mem_get_info(device)[0])

    whole, has_head = _weigh_in(family, config, folder, title, keep_head=adapter is not None)
    if adapter:
        adapter.put_on(whole, title)
    for parameter in whole.parameters():  # not the buffers: rotary angles stay exact
        parameter.data = parameter.data.to(dtype)
    whole.to(torch.device(device)).eval().requires_grad_(False)
    trunk = whole.get_encoder() if kind == "encoder-decoder" else whole.base_model
    tokenizer = _tokenizer(folder, title)
    shape = config.get_text_config()
    return Model(
        name=title,
        kind=kind,
        L=shape.num_hidden_layers,
        H=shape.num_attention_heads,
        D=shape.hidden_size,
        limit=_limit(config, trunk, tokenizer),
        parameters=sum(each.numel() for each in whole.parameters()),
        digest=adapter.digest if adapter else weights.digest,
        has_head=has_head,
        folder=folder,
        device=device,
        dtype=dtype,
        tokenizer=tokenizer,
        module=trunk,
        whole=whole,
    )


def common(name: str | Path = PACKAGED) -> Model:
    """``load(name)``, one copy for all who only read with it: the models that come along stay, of others the last two.

    To be read with from any thread, and never to be changed.
    """
    if isinstance(name, str) and (name == PACKAGED or shipped(name)):
        with _loading_ours:
            return _ours(name)
    locate(name)  # it may have to come from the hub, which takes minutes, and then be read: nobody waits who needs ours
    with _loading_last:
        return _last(name)


_loading_ours, _loading_last = threading.Lock(), threading.Lock()


@cache
def _ours(name: str | Path) -> Model:
    return load(name)


@lru_cache(maxsize=2)
def _last(name: str | Path) -> Model:
    return load(name)


def precision_dtype(device: str, precision: str) -> torch.dtype:
    """bf16 where ``"fast"`` is asked for and the hardware multiplies it, fp32 otherwise."""
    if precision not in ("exact", "fast"):
        raise Trouble("precision-unknown", f"precision is exact or fast, not {precision!r}.", precision=precision)
    if precision == "exact":
        return torch.float32
    if device.startswith("cuda"):
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    skills = torch.cpu.get_capabilities()
    bf16 = device == "cpu" and (skills.get("avx512_bf16") or skills.get("amx_bf16"))
    return torch.bfloat16 if bf16 else torch.float32


def _usable(device: str) -> str:
    device = pick_device(device)
    try:
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:  # torch asserts when it was built without CUDA
        raise Trouble("device-missing", f"This machine has no device {device!r}.", device=device) from error
    return device


def _config(folder: Path, title: str) -> PreTrainedConfig:
    try:
        raw = json.loads((folder / "config.json").read_bytes())
        model_type = str(raw.get("model_type"))
    except (OSError, ValueError, AttributeError) as error:
        raise damaged(title, "config.json", str(error)) from error
    if model_type not in CONFIG_MAPPING and "auto_map" in raw:
        raise Trouble("model-needs-code", f"{title} brings code of its own, which is never run.", name=title)
    if model_type not in CONFIG_MAPPING or "quantization_config" in raw:
        raise _unsupported(title, model_type)
    try:
        return AutoConfig.from_pretrained(folder, **_NEVER_CODE)
    except (OSError, ValueError, TypeError, KeyError, StrictDataclassError) as error:
        raise damaged(title, "config.json", str(error)) from error


def _family(config: PreTrainedConfig, title: str) -> tuple[Towers, type[PreTrainedModel]]:
    """How the model reads, and the class that holds it with its language-model head."""
    families: list[tuple[Towers, Any]] = [("encoder", AutoModelForMaskedLM), ("decoder", AutoModelForCausalLM)]
    if getattr(config, "is_decoder", False):
        families = families[1:]
    if config.is_encoder_decoder:
        families = [("encoder-decoder", AutoModelForSeq2SeqLM)]
    sizes = ("num_hidden_layers", "num_attention_heads", "hidden_size")
    for kind, family in families:
        if type(config) in family._model_mapping and all(hasattr(config.get_text_config(), s) for s in sizes):
            return kind, family._model_mapping[type(config)]
    raise _unsupported(title, config.model_type)


def _unsupported(title: str, architecture: str) -> Trouble:
    return Trouble(
        "model-unsupported",
        f"{title} is of type {architecture}, which is not a text transformer that this program can read.",
        name=title,
        architecture=architecture,
    )


def _weigh_in(
    family: Any, config: PreTrainedConfig, folder: Path, title: str, *, keep_head: bool = False
) -> tuple[Any, bool]:
    """The module with the file's weights; without its head where the file has none, for it would be noise.

    With ``keep_head`` a fresh head stays, for an adapter that brings its weights.
    """
    observable = family._supports_sdpa and family._can_set_attn_implementation()
    try:
        with seeded(0):  # transformers patches torch.nn.init meanwhile: nobody else may be drawing weights
            whole, report = family.from_pretrained(
                folder,
                config=config,
                dtype=torch.float32,  # a bf16 dtype would become every thread's default while loading
                attn_implementation=OBSERVED if observable else "eager",
                use_safetensors=True,
                output_loading_info=True,
                **_NEVER_CODE,
            )
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise damaged(title, "model.safetensors", str(error)) from error
    needed = {key for key, _ in whole.named_parameters(remove_duplicate=False)}
    missing = needed & set(report["missing_keys"])
    trunk = f"{whole.base_model_prefix}." if whole.base_model is not whole else ""
    headless = {key for key in missing if not key.startswith(trunk or ("shared", "encoder", "decoder"))}
    if missing - headless:
        lost = sorted(missing - headless)
        raise damaged(title, "model.safetensors", f"{len(lost)} tensors are missing, such as {lost[0]}")
    if keep_head:
        return whole, True
    if headless and not config.is_encoder_decoder:
        return whole.base_model, False
    return whole, not headless


def _tokenizer(folder: Path, title: str) -> PreTrainedTokenizerFast:
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, **_NEVER_CODE)
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        raise damaged(title, "tokenizer.json", str(error)) from error
    if not isinstance(tokenizer, PreTrainedTokenizerFast):
        raise Trouble("tokenizer-unsupported", f"The tokenizer of {title} is too old to be read.", name=title)
    backend = tokenizer.backend_tokenizer
    backend.no_padding()  # MiniLM's file asks for 128 pieces exactly
    backend.no_truncation()
    return tokenizer


def _limit(config: PreTrainedConfig, trunk: nn.Module, tokenizer: PreTrainedTokenizerFast) -> int:
    """The most tokens that the model can read: its positions, or what its tokenizer was told."""
    positions = getattr(config.get_text_config(), "max_position_embeddings", None)
    for name, part in trunk.named_modules():
        if isinstance(part, nn.Embedding) and name.endswith("position_embeddings"):
            if part.padding_idx is not None:  # RoBERTa counts from behind its padding
                positions = part.num_embeddings - part.padding_idx - 1
    said = [n for n in (positions, tokenizer.model_max_length) if n and 0 < n < 1e9]  # 1e30 means "who knows"
    return int(min(said, default=READS))
