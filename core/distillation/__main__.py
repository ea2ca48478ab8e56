"""``python -m core.distillation``, then ``digits``, ``teach NAME``, ``texts NAME``, ``students NAME``, ``maps``,
``terms``, ``stages``, ``heirs``, ``small``, ``generations``, ``shared``, ``theseus`` or ``tasks``.

Records again what the pages show. ``digits`` trains every student of the digits; ``teach`` tunes the teacher of a
corpus and ships it, if its licence allows; ``texts`` teaches the students of that corpus, ``students`` ships some,
``maps`` keeps what they look at; ``terms`` switches TinyBERT's terms on and off; ``stages`` teaches blocks in
MobileBERT's orders; ``heirs`` starts from MiniLM's layers; ``small`` trains with two vocabularies; ``generations``
follow each other; ``shared`` passes MiniLM through narrow projections; ``theseus`` replaces a network block by block;
``tasks`` teaches one student several tasks. The corpora lie in the folder that OBSERVATORY_DATA names. Long studies
stop after four minutes; the same command goes on.
"""

import sys

import torch

from core.distillation.recorded import keep

LONGEST = 220.0  # seconds at a time


def main(arguments: list[str]) -> None:
    """Do what was asked."""
    match arguments:
        case ["digits"]:
            from core.distillation.studies import digits

            keep(digits())
        case ["teach", name]:
            from core.distillation.ship import ship

            ship(name)
        case ["texts", name]:
            from core.distillation.studies import texts

            found = texts(name, LONGEST)
            if found is None:
                print("not finished: the same command goes on", flush=True)
            else:
                keep(found)
        case ["students", name]:
            from core.distillation.pupils import ship as ship_students
            from core.distillation.studies import shipped_settings

            ship_students(name, shipped_settings(name))
        case ["terms" | "stages" | "heirs" as name]:
            from core.distillation.ablations import study

            found = study(name, LONGEST)
            if found is None:
                print("not finished: the same command goes on", flush=True)
            else:
                keep(found)
        case ["generations"]:
            from core import runtime, store
            from core.distillation.descent import Line
            from core.distillation.generations import descend

            found = descend("digits", Line(), seeds=5, device="cpu")
            store.save(runtime.ASSETS / "recorded" / "distillation" / "generations", found)
        case ["small"]:
            from core.distillation.dual import record as record_small

            record_small()
        case ["shared"]:
            from core.distillation.shared import record

            record()
        case ["tasks"]:
            from core import runtime, store
            from core.distillation.multitask import compare
            from core.distillation.tasks import DEFAULT

            for data, config in DEFAULT.items():
                found = compare(data, config, seeds=5, device="cpu")
                store.save(runtime.ASSETS / "recorded" / "distillation" / f"tasks-{data}", found)
        case ["maps"]:
            from core.distillation.maps import record as record_maps

            record_maps()
        case ["theseus"]:
            from core import runtime, store
            from core.distillation.theseus import both
            from core.distillation.voyages import SHIPS, Voyage

            for data in SHIPS:
                found = both(data, Voyage(), seeds=5, device="cpu")
                store.save(runtime.ASSETS / "recorded" / "distillation" / f"theseus-{data}", found)
        case _:
            sys.exit(__doc__)


torch.set_num_threads(1)
main(sys.argv[1:])
