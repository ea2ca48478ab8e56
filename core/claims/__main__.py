"""``python -m core.claims run|record <id> [--scale small]``: measure a claim; ``record`` also keeps it."""

from __future__ import annotations

import argparse
import sys

from core.claims import CLAIMS, ClaimResult, record, run
from core.errors import Trouble
from core.runtime import Step


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 0 when a result came out, whatever the verdict."""
    parser = argparse.ArgumentParser(prog="python -m core.claims", description=__doc__)
    parser.add_argument("action", choices=["run", "record"])
    parser.add_argument("id", help=", ".join(CLAIMS))
    parser.add_argument("--scale", default="small")
    asked = parser.parse_args(arguments)
    try:
        result = (run if asked.action == "run" else record)(asked.id, scale=asked.scale, on_step=_show)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(f"\r{describe(result)}")
    return 0


def describe(result: ClaimResult) -> str:
    """The result in a few lines."""
    lines = [f"{result.id}: {result.verdict} ({result.unit}, delta {result.delta:.3f}, scale {result.scale})"]
    parts = {"effect": result.effect, "control": result.control, **result.extras}
    lines += [f"  {name:24} {e.mean:9.4f}  [{e.low:.4f}, {e.high:.4f}]" for name, e in parts.items()]
    lines.append(f"  {len(result.seeds)} seeds, {result.seconds} s, {result.machine}, {result.date}, {result.code}")
    return "\n".join(lines)


def _show(step: Step) -> None:
    print(f"\r{step.progress:4.0%}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
