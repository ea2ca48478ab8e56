"""Weights on disk, before anything is loaded: are they safe, whole, the right ones, and will they fit?"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
from dataclasses import dataclass
from pathlib import Path

import psutil
from safetensors import SafetensorError, safe_open

from core.errors import Trouble
from core.models import digests

# The official file: https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
MINILM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Weights:
    """What is known of a model's files."""

    digest: str  # sha256 of model.safetensors; of all the digests where there are several files
    parameters: int


def weight_files(folder: Path) -> tuple[Path, ...]:
    """The safetensors files of a model: one, or the shards that its index lists; empty where one is missing."""
    single, index = folder / "model.safetensors", folder / "model.safetensors.index.json"
    if single.exists() or not index.exists():
        return (single,) if single.exists() else ()
    try:
        shards = sorted(set(json.loads(index.read_bytes())["weight_map"].values()))
        files = tuple(folder / shard for shard in shards)
    except (ValueError, KeyError, AttributeError, TypeError):
        return ()
    return files if all(file.parent == folder and file.exists() for file in files) else ()


def examine(files: tuple[Path, ...], name: str, expected: str | None = None) -> Weights:
    """Check every file against its digest, where one is known, and count its numbers.

    The hub's cache names each file by its sha256, so what came over the wire is checked at every load. A broken
    download is removed, so that asking again fetches it anew.

    Raises:
        Trouble: ``model-damaged`` (truncated, no safetensors) or ``model-wrong-digest``.
    """
    digests, parameters = [], 0
    for file in files:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        promised = expected or _promised(file)
        if promised and promised != digest:
            _forget(file)
            raise Trouble(
                "model-wrong-digest",
                f"{file.name} of {name} is not the published file: sha256 {digest[:12]}…, should be "
                f"{promised[:12]}…. Ask again, or install it again.",
                name=name,
                file=file.name,
                found=digest,
                expected=promised,
            )
        try:
            with safe_open(file, framework="pt") as tensors:
                parameters += sum(math.prod(tensors.get_slice(key).get_shape()) for key in tensors.keys())
        except SafetensorError as error:
            raise damaged(name, file.name, str(error)) from error
        digests.append(digest)
    together = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    return Weights(together, parameters)


def damaged(name: str, file: str, why: str) -> Trouble:
    why = why[:300]
    return Trouble("model-damaged", f"{file} of {name} is damaged: {why}", name=name, file=file, why=why)


def require_room(name: str, needed: int, free: int | None = None) -> None:
    """Refuse politely what would not fit, before it crashes. Both in bytes; ``free`` is the main memory's.

    Raises:
        Trouble: ``model-too-large``.
    """
    free = psutil.virtual_memory().available if free is None else free
    if needed > 0.9 * free:  # something must be left to read a sentence with
        raise Trouble(
            "model-too-large",
            f"{name} needs {needed / 1e9:.1f} GB of memory; {free / 1e9:.1f} GB are free.",
            name=name,
            needed=needed,
            free=free,
        )


def _promised(file: Path) -> str | None:
    """The sha256 by which the hub's cache names a file, if ``file`` lies there; that of a file that we ship."""
    target = Path(os.readlink(file)).name if file.is_symlink() else ""
    return target if _SHA256.fullmatch(target) else digests.promised(file)


def _forget(file: Path) -> None:
    if file.is_symlink() and _promised(file):
        file.resolve().unlink(missing_ok=True)
        file.unlink(missing_ok=True)
