"""How a result lies on disk: ``value.json`` says what it is, ``arrays.safetensors`` holds the numbers.

A value is a dataclass of ``core``, or a tuple, list, mapping with text keys, number, text, ``None`` or numpy
array; dataclasses nest. JSON arrays are tuples; everything else that JSON lacks is an object with one key:
``{"array": name}``, ``{"list": […]}``, ``{"mapping": {…}}``, ``{"float": "inf"}``, ``{"core.x:Class": {…}}``.
No pickle: reading a file can build our own dataclasses and run nothing else.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import numpy as np
import safetensors.numpy
from safetensors import SafetensorError

from core.errors import Trouble

T = TypeVar("T")
VALUE, ARRAYS = "value.json", "arrays.safetensors"
OURS = re.compile(r"(core(?:\.\w+)+):(\w+)")  # the only classes that a file may name


def save(folder: Path, value: object) -> None:
    """Write ``value`` as ``folder``, whole or not at all; what lay there before is replaced.

    Raises:
        TypeError: a part of ``value`` is of a kind that has no form on disk.
        Trouble: ``disk-refused``, the disk is full or not ours to write.
    """
    text, numbers = pack(value)
    with replacing(folder) as new:
        (new / ARRAYS).write_bytes(numbers)
        (new / VALUE).write_bytes(text)


def once(folder: Path, make: Callable[[], T]) -> T:
    """What lies in ``folder``; where nothing does, ``make`` it and save it there."""
    if (folder / VALUE).exists():
        return load(folder)
    value = make()
    save(folder, value)
    return value


def load(folder: Path) -> Any:
    """Read what :func:`save` wrote; arrays come back bit for bit.

    Raises:
        Trouble: ``store-missing``, or ``store-damaged`` (truncated, mixed up, or of another version).
        OSError: it cannot be read just now (too many open files, a failing disk); what lies there may be good.
    """
    try:
        return unpack((folder / VALUE).read_bytes(), (folder / ARRAYS).read_bytes())
    except FileNotFoundError as error:
        raise Trouble("store-missing", f"Nothing is stored in {folder}.", name=folder.name) from error
    except (ValueError, TypeError) as error:
        raise Trouble(
            "store-damaged",
            f"What is stored in {folder} cannot be read ({error}); delete the folder and compute it again.",
            name=folder.name,
        ) from error


def pack(value: object) -> tuple[bytes, bytes]:
    """``value`` as JSON and as safetensors. The JSON holds the arrays' digest: equal JSON, equal value."""
    arrays: dict[str, np.ndarray] = {}
    tree = _encode(value, "value", arrays)
    numbers = safetensors.numpy.save(arrays)
    whole = {"arrays": hashlib.sha256(numbers).hexdigest(), "value": tree}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False).encode(errors="surrogatepass"), numbers


def unpack(text: bytes, numbers: bytes) -> Any:
    """What :func:`pack` packed. Raises ValueError or TypeError where the two do not make a value."""
    whole = json.loads(text)
    if not isinstance(whole, dict) or whole.get("arrays") != hashlib.sha256(numbers).hexdigest():
        raise ValueError(f"{VALUE} and {ARRAYS} do not belong together")
    try:
        return _decode(whole["value"], safetensors.numpy.load(numbers))
    except (SafetensorError, KeyError, ImportError, AttributeError) as error:
        raise ValueError(str(error)) from error


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """An empty folder to write in: it becomes ``folder`` when the block ends well, and vanishes when not."""
    new, old = (folder.parent / f".{folder.name}.{uuid4().hex[:8]}" for _ in range(2))
    try:
        new.mkdir(parents=True)
        yield new
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except OSError as error:
        raise Trouble(
            "disk-refused",
            f"{folder} could not be written ({error.strerror}); free some space or choose another folder.",
            name=folder.name,
            reason=error.strerror,
        ) from error
    finally:
        for leftover in (new, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _encode(value: object, path: str, arrays: dict[str, np.ndarray]) -> object:
    match value:
        case np.generic():
            return _encode(value.item(), path, arrays)
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else {"float": str(value)}
        case np.ndarray():
            if value.dtype.kind not in "biufc":
                raise TypeError(f"{path} is an array of {value.dtype}; only numbers can be stored")
            arrays[path] = np.asarray(value, dtype=value.dtype.newbyteorder("="), order="C")
            return {"array": path}
        case tuple():
            return [_encode(part, f"{path}.{i}", arrays) for i, part in enumerate(value)]
        case list():
            return {"list": _encode(tuple(value), path, arrays)}
        case Mapping():
            if not all(isinstance(key, str) for key in value):
                raise TypeError(f"{path} has keys that are no text")
            return {"mapping": {key: _encode(part, f"{path}.{key}", arrays) for key, part in value.items()}}
    name = f"{type(value).__module__}:{type(value).__qualname__}"
    if not is_dataclass(value) or not OURS.fullmatch(name):
        raise TypeError(f"{path} is a {name}; only dataclasses of core can be stored")
    return {name: {f.name: _encode(getattr(value, f.name), f"{path}.{f.name}", arrays) for f in fields(value)}}


def _decode(tree: object, arrays: Mapping[str, np.ndarray]) -> object:
    match tree:
        case list():
            return tuple(_decode(part, arrays) for part in tree)
        case {"array": str(path)}:
            return arrays[path]
        case {"float": str(text)}:
            return float(text)
        case {"list": list(parts)}:
            return [_decode(part, arrays) for part in parts]
        case {"mapping": dict(parts)}:
            return {key: _decode(part, arrays) for key, part in parts.items()}
        case dict():
            [(name, parts)] = tree.items()
            return _class(name)(**{key: _decode(part, arrays) for key, part in parts.items()})
    return tree


def _class(name: str) -> type:
    found = OURS.fullmatch(name)
    if not found:
        raise ValueError(f"{name} is no class of core")
    kind = getattr(import_module(found[1]), found[2])
    if not (isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == found[1]):
        raise ValueError(f"{name} is no dataclass of core")
    return kind
