"""A hostile visitor: bad text, bad links, bad files, and values that no widget would send, on one real server.

Each is answered by a clear message in the visitor's language or by a correct picture; nothing is lost, nothing acts as
markup, nobody sees a traceback. By default a sample of the cases, another part of the tables for each input; all of
them with ``-m slow``, every value through every input with ``python -m tests.hostile --thorough``.
"""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.proto.Element_pb2 import Element

from tests.browser.server import Server, serving
from tests.hostile import walk
from tests.hostile.__main__ import report
from tests.hostile.files import FILES
from tests.hostile.judge import exceptions, problems
from tests.hostile.values import MARKDOWN, SCRIPT, SENTENCES
from tests.load.client import Visit, visit

EVERY = 4  # of the cases, by default
PAGES = walk.catalogue()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        asyncio.run(walk.warm(running.url))
        yield running


def survived(server: Server, cases: list[walk.Case], least: int) -> None:
    assert len(cases) >= least
    broken = [case for case in cases if case.wrong]
    assert not broken, report(broken, exceptions(server.log))


@pytest.mark.parametrize("page", PAGES)
def test_a_sample_of_bad_inputs(server, page):
    survived(server, asyncio.run(walk.walk(server.url, page, every=EVERY)), 10)


def test_a_sample_of_bad_parameters_of_every_page(server):
    survived(server, asyncio.run(walk.frame(server.url, every=EVERY)), 25)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_input_of_every_exhibit(server, page):
    survived(server, asyncio.run(walk.walk(server.url, page)), 60)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["script", "markdown"])
def test_markup_in_the_sentence_acts_in_no_view(server, page, name):
    for view in walk.views(page):
        query = f"{view}&{urlencode({'text': SENTENCES[name], 'lang': 'en'})}"
        assert problems(asyncio.run(visit(server.url, page, query)), "en") == [], view


@pytest.mark.slow
def test_every_parameter_of_every_page(server):
    survived(server, asyncio.run(walk.frame(server.url)), 140)


def test_bad_files(server):
    """Each into one of the uploaders, in turn; all of them into each with ``-m slow``."""
    cases = []
    for at, page in enumerate(walk.UPLOADS):
        cases += asyncio.run(walk.uploads(server.url, [page], list(FILES)[at :: len(walk.UPLOADS)]))
    survived(server, cases, len(FILES))


@pytest.mark.slow
def test_every_bad_file_into_every_uploader(server):
    cases = asyncio.run(walk.uploads(server.url, walk.UPLOADS, FILES))
    survived(server, cases, len(FILES) * len(walk.UPLOADS))


def test_a_gigabyte_is_refused_before_it_is_read(server):
    """By its size, which the browser says first; the server does not wait for the rest."""
    where = urlsplit(server.url)
    wire = http.client.HTTPConnection(str(where.hostname), where.port, timeout=10)
    wire.putrequest("PUT", "/_stcore/upload_file/nobody/nothing")
    wire.putheader("Content-Length", str(2**30))
    wire.putheader("Content-Type", "multipart/form-data; boundary=x")
    wire.endheaders()
    assert wire.getresponse().status in (400, 403, 413)
    wire.close()


KNOWN = st.sampled_from([name for page in PAGES for name in walk.parameters(page)])
VALUES = st.one_of(
    st.text(max_size=60),
    st.integers().map(str),
    st.floats().map(str),
    st.lists(st.integers(-9, 99), max_size=9).map(lambda numbers: ",".join(map(str, numbers))),
    st.binary(max_size=40).map(lambda data: data.decode("latin-1")),
)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAGES), st.dictionaries(KNOWN | st.text(max_size=12), VALUES, min_size=3, max_size=25))
def test_links_of_any_kind(server, page, link):
    """Many parameters at once, also of other pages and of none."""
    query = urlencode(link | {"lang": "en"}, errors="replace")
    assert problems(asyncio.run(visit(server.url, page, query)), "en") == [], exceptions(server.log)


def element(kind: str, **fields) -> Element:
    made = Element()
    for name, value in fields.items():
        setattr(getattr(made, kind), name, value)
    return made


@pytest.mark.parametrize(
    ("drawn", "what"),
    [
        (element("markdown", body=f"You said {MARKDOWN}"), "markup acts"),
        (element("markdown", body=f"**{SCRIPT}**", allow_html=True), "markup acts"),
        (element("html", body=f"<p>{SCRIPT}</p>"), "markup acts"),
        (element("alert", body="Something in English"), "not in zh"),
    ],
)
def test_the_judge_sees_what_is_wrong(drawn, what):
    [found] = problems(Visit(0.0, 0, (drawn, element("heading", body="Title")), ()), "zh")
    assert what in found


def test_the_judge_lets_pass_what_is_shown_as_code():
    title = element("heading", body="Title")
    assert problems(Visit(0.0, 0, (title, element("markdown", body=f"`{MARKDOWN}`")), ()), "en") == []
    assert problems(Visit(0.0, 0, (title, element("html", body="&lt;script&gt;alert(1)")), ()), "en") == []
    assert problems(Visit(0.0, 0, (), ()), "en") == ["lost: the page has no title any more"]
