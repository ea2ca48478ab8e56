"""Record the first pictures again: ``python -m core.attention [more | documents | translate [NAME …]]``: the first
view, the views beside the weights, attention on two floors, the small translators."""

import sys

from core.attention.recorded import TEXTS, record, record_debate, record_documents, record_more

if sys.argv[1:] == ["more"]:
    record_more()
    record_debate()
elif sys.argv[1:] == ["documents"]:
    record_documents()
elif sys.argv[1:2] == ["translate"]:
    from core.attention.translating.recorded import KINDS
    from core.attention.translating.recorded import record as record_translator

    for name in sys.argv[2:] or KINDS:
        record_translator(name)
else:
    for name in TEXTS:
        run = record(name)
        print(f"{name}: {len(run.maps.tokens)} tokens, {run.date}, {run.machine}")
