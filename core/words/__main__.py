"""``python -m core.words [FOLDER] [NAME …]``: train the recorded runs again; the senses need the folder of corpora."""

from __future__ import annotations

import sys
from pathlib import Path

from core.words import senses
from core.words.recorded import makers, read_pairs, record

asked = sys.argv[1:]
folder = next((Path(each) for each in asked if Path(each).is_dir()), None)
names = [each for each in asked if not Path(each).is_dir()]
for name, make in makers().items():
    if name in names or not names:
        print(name, flush=True)
        record(name, make)
if folder and ("senses" in names or not names):
    print("senses", flush=True)
    pairs = read_pairs(folder)
    record("senses", lambda: tuple(senses.split(pairs, word, of) for word, of in senses.WORDS.items()))
