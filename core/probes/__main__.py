"""``python -m core.probes study [PIECE …]``: record again what the pages show; without a piece, all that are missing.

The treebanks lie in the folder OBSERVATORY_DATA.
"""

import sys

import torch

from core.probes.recorded import FOLDER
from core.probes.study import PIECES

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["study", *pieces]:
        for piece in pieces or PIECES:
            if pieces or piece.startswith("read") or not (FOLDER / piece).exists():
                PIECES[piece]()
    case _:
        sys.exit(f"{__doc__}\nPieces: {', '.join(PIECES)}")
