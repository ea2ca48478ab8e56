"""Where a number comes from: the code that made it, the machine it was made on, the day."""

from __future__ import annotations

import ast
import hashlib
import os
import platform
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import core

HOME = Path(core.__file__).parent
LAZY = re.compile(r"(core(?:\.\w+)+):\w+")  # "core.x:name", how a module is named that is imported later


def stamp(*modules: str) -> dict[str, str]:
    """When, where and by which code: the fields with which every record ends."""
    return {"date": today(), "machine": machine(), "code": code_version(*modules)}


@cache
def code_version(*modules: str) -> str:
    """Version of the package and a digest of every file of ``core`` that the modules are made of.

    ``0.1.0+5b1f0c9a72de``: the digest changes when, and only when, one of these files does.
    """
    digest = hashlib.sha256()
    for file in sources(modules):
        digest.update(f"{file.relative_to(HOME).as_posix()}\n".encode() + file.read_bytes())
    try:
        number = version("nlp-observatory")
    except PackageNotFoundError:  # read from a checkout that was never installed
        number = "0"
    return f"{number}+{digest.hexdigest()[:12]}"


def sources(modules: Iterable[str]) -> list[Path]:
    """The modules' files and, followed through imports, all files of ``core`` they lean on.

    Lazy names count in the modules themselves only: whoever imports the ledger does not lean on every claim in it.
    """
    own = {file for module in modules for file in _files(module)}
    todo, done = list(modules), set[Path]()
    while todo:
        for file in _files(todo.pop()) - done:
            done.add(file)
            todo += _leans_on(file, lazily=file in own)
    return sorted(done)


def today() -> str:
    """The date in UTC, as ``2026-11-20``."""
    return datetime.now(UTC).date().isoformat()


def machine() -> str:
    """The processor's name and its cores, nothing that would tell whose machine it is."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text(), re.MULTILINE)
        name = found[1] if found else name
    return f"{name}, {os.cpu_count()} cores"


def _files(module: str) -> set[Path]:
    """The module's file and those of the packages around it; a name inside a module leads to that module."""
    parts = module.split(".")[1:]
    places = [HOME.joinpath(*parts[:n]) for n in range(len(parts) + 1)]
    files = {place / "__init__.py" for place in places} | {place.with_suffix(".py") for place in places[1:]}
    return {file for file in files if file.is_file()}


def _leans_on(file: Path, *, lazily: bool) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(file.read_bytes())):
        match node:
            case ast.Import():
                names += [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(module), level=0):
                names += [f"{module}.{alias.name}" for alias in node.names]
            case ast.Constant(value=str(text)) if lazily and (found := LAZY.fullmatch(text)):
                names.append(found[1])
    return [name for name in names if name.split(".")[0] == "core"]
