"""The frame: one navigation, one language switch, one place where errors end. ``streamlit run app/main.py``."""

from __future__ import annotations

import streamlit as st

from app.catalog import EXHIBITS
from app.coverage import live
from app.exhibits.claims import text as claims_text
from app.exhibits.entrance import text as entrance_text
from app.exhibits.entrance.charts import star_chart
from app.exhibits.systems import text as systems_text
from app.house import frame, heavy
from app.house.errors import boundary
from app.i18n import LANGS, Lang
from core.runtime import ASSETS

ICON = ASSETS / "icon.svg"  # a Material symbol would be fetched from the internet


def pages(lang: Lang) -> list[st.Page]:
    """Every page in walking order; the URL of a page never depends on the language."""
    from app.exhibits.claims.page import page as claims
    from app.exhibits.entrance.page import page as entrance
    from app.exhibits.systems.page import page as systems

    return [
        st.Page(entrance, title=entrance_text.TITLE[lang], icon=":material/nights_stay:", default=True),
        *(
            st.Page(exhibit.run, title=exhibit.title[lang], icon=exhibit.icon, url_path=exhibit.path)
            for exhibit in EXHIBITS
        ),
        st.Page(systems, title=systems_text.TITLE[lang], icon=":material/star:", url_path="systems"),
        st.Page(claims, title=claims_text.TITLE[lang], icon=":material/balance:", url_path="claims"),
    ]


def main() -> None:
    st.set_page_config(page_title="NLP Observatory · NLP 观象台", page_icon=str(ICON), layout="wide")
    lang = frame.bar()
    frame.styles()  # after the bar, which reads from the link whether this is a projector
    page = st.navigation(pages(lang), position="top")
    with boundary(lang):
        page.run()
    heavy.warm_in_background(sky)  # last: the first page does not wait for it


def sky() -> None:
    """Draw the entrance's star chart in both languages; it is kept."""
    for lang in LANGS:
        star_chart(lang, live=live())


if __name__ == "__main__":
    main()
