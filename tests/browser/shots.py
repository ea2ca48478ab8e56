"""``python -m tests.browser.shots FOLDER``: every page as a picture, so that anybody can look at all of them.

Both languages, light and dark, a laptop (1440 px) and a phone (390 px), the whole page each; and projector mode.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from tests.browser.look import PATHS, launched, tab
from tests.browser.server import serving

WHOLE = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as server, launched() as browser:
        for width, theme, lang in product((1440, 390), ("light", "dark"), ("en", "zh")):
            with tab(browser, server.url, width=width, theme=theme, lang=lang) as visitor:
                for path, present in product(PATHS, (False, True) if width > 600 else (False,)):
                    page = visitor.open(path, lang=lang, **({"present": "true"} if present else {}))
                    # Streamlit scrolls inside the page: the window must be as tall as all of it.
                    page.set_viewport_size({"width": width, "height": min(6_000, page.evaluate(WHOLE))})
                    page.wait_for_timeout(600)
                    name = f"{path or 'entrance'}-{lang}-{theme}-{width}{'-present' if present else ''}.png"
                    page.screenshot(path=folder / name)
                    page.set_viewport_size({"width": width, "height": 900})
                    print(folder / name, flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.browser.shots FOLDER")
    main(Path(sys.argv[1]))
