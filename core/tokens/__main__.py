"""``python -m core.tokens [FILE.jsonl.gz]``: learn the recorded vocabularies again."""

import sys
from pathlib import Path

from core.tokens.recorded import record_chinese, record_packaged

if __name__ == "__main__":
    record_chinese(Path(sys.argv[1])) if len(sys.argv) > 1 else record_packaged()
