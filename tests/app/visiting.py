"""One exhibit opened from its link, without the frame around it: what the exhibits' tests share."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _visit(name: str) -> None:
    """What AppTest runs: the page inside the frame's boundary."""
    from importlib import import_module

    import streamlit as st

    from app.house.errors import boundary
    from app.session import language

    st.text_input("text", key="text", bind="query-params")
    with boundary(language()):
        import_module(f"app.exhibits.{name}.page").page()


def opened(name: str, lang: str = "en", **query: str) -> AppTest:
    """The exhibit ``name`` after its first run."""
    at = AppTest.from_function(_visit, default_timeout=240, args=(name,))
    at.session_state["lang"] = lang
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def html(at: AppTest) -> str:
    """All the plain HTML of the page, without the glossary; the page must show no error."""
    assert not at.exception
    assert not at.error, [each.value for each in at.error]
    return "".join(each.proto.body for each in at.get("html") if "glossary" not in each.proto.body)


def said(at: AppTest) -> str:
    """All that is written as Markdown."""
    return "\n".join(each.value for each in (*at.markdown, *at.caption))
