"""Which packages a server imports, and in which of its threads."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

# Python runs sitecustomize before anything else: it notes the first look for each watched package and finds nothing.
WATCH = """\
import sys, threading

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in {names!r}:
            with open({notes!r}, "a") as notes:
                notes.write(name + " " + threading.current_thread().name + "\\n")

sys.meta_path.insert(0, Watch())
"""


@contextmanager
def recording(
    names: Sequence[str],
) -> Iterator[tuple[dict[str, str], Callable[[], list[tuple[str, str]]]]]:
    """The environment to start a process in, and what it has imported of ``names`` so far: (name, thread)."""
    with tempfile.TemporaryDirectory(prefix="observatory-imports-") as folder:
        notes = Path(folder, "notes")
        notes.touch()
        Path(folder, "sitecustomize.py").write_text(WATCH.format(names=set(names), notes=str(notes)))

        def imported() -> list[tuple[str, str]]:
            lines = notes.read_text().splitlines()
            return [(name, thread) for name, _, thread in (line.partition(" ") for line in lines)]

        path = os.pathsep.join(filter(None, [folder, os.environ.get("PYTHONPATH")]))
        yield {"PYTHONPATH": path}, imported
