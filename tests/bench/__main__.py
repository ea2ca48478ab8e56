"""``python -m tests.bench NAME [options]``: what we are, measured beside a peer in the same run."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: python -m tests.bench NAME [options]; NAME is one of: {', '.join(NAMES)}")
    import_module(f"tests.bench.{sys.argv[1]}").main(sys.argv[2:])
