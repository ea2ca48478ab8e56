"""Record the first pictures again: ``python -m core.attention``."""

from core.attention.recorded import TEXTS, record

for name in TEXTS:
    run = record(name)
    print(f"{name}: {len(run.maps.tokens)} tokens, {run.date}, {run.machine}")
