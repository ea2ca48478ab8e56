"""``python -m core.distillation digits | teach NAME | texts NAME``: record again what the pages show.

``digits`` trains every student of the digits; ``teach`` tunes the teacher of a corpus and puts it into the
checkpoints; ``texts`` teaches the students of that corpus. The corpora lie in the folder OBSERVATORY_DATA.
"""

import sys

import torch

from core.distillation.recorded import keep

LONGEST = 280.0  # seconds at a time


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
        case _:
            sys.exit(__doc__)


torch.set_num_threads(1)
main(sys.argv[1:])
