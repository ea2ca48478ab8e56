"""Record the first pictures again: ``python -m core.attention [more]``; ``more`` the views beside the weights."""

import sys

from core.attention.recorded import TEXTS, record, record_debate, record_more

if sys.argv[1:] == ["more"]:
    record_more()
    record_debate()
else:
    for name in TEXTS:
        run = record(name)
        print(f"{name}: {len(run.maps.tokens)} tokens, {run.date}, {run.machine}")
