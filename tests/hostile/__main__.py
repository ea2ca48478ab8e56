"""``python -m tests.hostile [--thorough] [PAGE …]``: how many bad inputs were tried, how many survived, what broke."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter

from tests.bench._side_by_side import table
from tests.browser.server import serving
from tests.hostile.files import FILES
from tests.hostile.judge import exceptions
from tests.hostile.walk import UPLOADS, Case, catalogue, frame, uploads, walk, warm


def report(cases: list[Case], log: dict[str, str]) -> str:
    """Tried and survived by page and way, then every case that did not survive, exceptions by name."""
    tried = Counter((case.page or "entrance", case.way) for case in cases)
    survived = Counter((case.page or "entrance", case.way) for case in cases if not case.wrong)
    rows = [(page, way, n, survived[page, way]) for (page, way), n in sorted(tried.items())]
    rows.append(("all", "", len(cases), sum(survived.values())))
    lines = [table(("page", "way", "tried", "survived"), rows)]
    slowest = sorted(cases, key=lambda case: -case.seconds)[:8]
    lines += [f"{c.seconds:.2f} s  /{c.page}?{c.view} {c.way} {c.key}={c.value}" for c in slowest]
    for case in cases:
        for wrong in case.wrong:
            named = next((said for number, said in log.items() if number in wrong), "")
            lines.append(f"/{case.page}?{case.view} {case.way} {case.key}={case.value}: {wrong} {named}")
    lines += [f"{number}: {said}" for number, said in log.items() if number.startswith("uncaught")]
    return "\n".join(lines)


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    options.add_argument("pages", nargs="*")
    options.add_argument("--thorough", action="store_true")
    chosen = options.parse_args()

    async def everything(url: str) -> list[Case]:
        await warm(url)
        cases = [] if chosen.pages else await frame(url)
        cases += await uploads(url, set(UPLOADS) & set(chosen.pages or UPLOADS), FILES)
        for page in chosen.pages or catalogue():
            began = time.perf_counter()
            cases += await walk(url, page, thorough=chosen.thorough)
            print(f"{page}: {time.perf_counter() - began:.0f} s", flush=True)
        return cases

    with serving() as server:
        cases = asyncio.run(everything(server.url))
        print(report(cases, exceptions(server.log)))
