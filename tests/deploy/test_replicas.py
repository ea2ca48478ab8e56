"""Several processes, one address: everybody stays with one of them, and who loses theirs goes on with another."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest

from tests.browser.server import answers
from tests.deploy.replicas import Front, behind_nginx, nginx
from tests.load.client import Visitor

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(nginx() is None, reason="needs Debian's nginx: apt-get install nginx-light"),
]
VIEW = "attention_layer=3&attention_head=5&lang=en"


@pytest.fixture
def front() -> Iterator[Front]:
    with behind_nginx() as running:
        yield running


async def come(front: Front) -> Visitor:
    """A browser: it keeps the cookie that it is given."""
    visitor = Visitor(front.url)
    await visitor.connect()
    given = re.search(r"route=\w+", ", ".join(visitor.headers.get_all("Set-Cookie")))
    assert given
    visitor.cookie = given[0]
    seen = await visitor.open("attention", VIEW)
    assert seen.failures == () and visitor.query.count("attention_layer=3") == 1
    return visitor


async def stay_and_upload(front: Front) -> None:
    visitors = [await come(front) for _ in range(8)]
    for visitor in visitors:
        mine, visitor_id = visitor.query, visitor.session
        visitor.vanish()
        await visitor.connect()  # the same browser after a moment without a network
        assert (await visitor.act("attention_layer", [7.0])).failures == ()
        assert visitor.session == visitor_id and visitor.query != mine  # the same session, at the same replica
    for visitor in visitors[:4]:
        await visitor.open("word2vec", "word2vec_part=train&word2vec_data=own&lang=en")
        seen = await visitor.upload("word2vec_file", "a.txt", b"a small text of one line\n" * 40)
        assert seen.failures == () and not [
            e for e in seen.drawn if e.WhichOneof("type") == "alert" and "a.txt" in str(e)
        ]
    for visitor in visitors:
        visitor.vanish()


def test_everybody_stays_with_one_replica_and_both_are_used(front):
    asyncio.run(stay_and_upload(front))
    assert {*front.answered()} >= {replica.url.removeprefix("http://") for replica in front.replicas}


async def lose_one(front: Front) -> None:
    visitors = [await come(front) for _ in range(8)]
    front.kill(front.replicas[0])
    for visitor in visitors:
        visitor.vanish()
        await visitor.connect()
        seen = await visitor.open("attention", visitor.query)  # what a browser does when its session is gone
        assert seen.failures == () and "attention_head=5" in visitor.query
        assert (await visitor.act("attention_layer", [7.0])).failures == ()
        visitor.vanish()


def test_who_loses_a_replica_goes_on_with_the_other(front):
    asyncio.run(lose_one(front))
    assert answers(f"{front.url}/_stcore/health")


def test_what_needs_no_login_is_not_for_everybody(front):
    assert not answers(f"{front.url}/_stcore/metrics")
