"""The frame: one navigation, one language switch, one place where errors end. ``streamlit run app/main.py``."""

from __future__ import annotations

import streamlit as st

from app.catalog import EXHIBITS, Exhibit
from app.house import frame, heavy
from app.house.errors import boundary
from app.i18n import Lang
from core.runtime import ASSETS

ICON = ASSETS / "icon.svg"  # a Material symbol would be fetched from the internet
ENTRANCE = Exhibit("entrance", ":material/nights_stay:")
HOUSE = (Exhibit("systems", ":material/star:"), Exhibit("claims", ":material/balance:"))


def pages(lang: Lang) -> list[st.Page]:
    """Every page in walking order; the URL of a page never depends on the language."""
    return [
        st.Page(ENTRANCE.run, title=ENTRANCE.title[lang], icon=ENTRANCE.icon, default=True),
        *(
            st.Page(each.run, title=each.title[lang], icon=each.icon, url_path=each.path)
            for each in (*EXHIBITS, *HOUSE)
        ),
    ]


def main() -> None:
    st.set_page_config(page_title="NLP Observatory · NLP 观象台", page_icon=str(ICON), layout="wide")
    lang = frame.bar()
    frame.styles()  # after the bar, which reads from the link whether this is a projector
    page = st.navigation(pages(lang), position="top")
    with boundary(lang):
        page.run()
    heavy.warm_in_background()  # last: the first page does not wait for it


if __name__ == "__main__":
    main()
