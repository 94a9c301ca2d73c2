"""What a test or the demo opens, and how the fetcher introduces itself."""

from __future__ import annotations

import pytest

from bot.web.failures import FetchFailed, Reason
from bot.web.fetch import Fetcher
from bot.web.policy import Policy
from tests.web.hostile import answer, is_loopback, run_site


async def to_this_machine(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


async def test_the_whole_web_can_be_played_on_one_port() -> None:
    async with run_site(answer()) as site:
        fetcher = Fetcher(Policy(allows=is_loopback, resolve=to_this_machine, served_at=site.port))
        page = await fetcher.fetch("http://journal.example/article")
        await fetcher.close()
    assert page.final == "http://journal.example/article"
    assert site.requests[0].header("host") == "journal.example"


async def test_playing_it_opens_no_other_port_and_no_other_machine() -> None:
    async with run_site(answer()) as site:
        played = Policy(resolve=to_this_machine, served_at=site.port)
        fetcher = Fetcher(played)
        with pytest.raises(FetchFailed) as refused:
            await fetcher.fetch("http://journal.example/")
        assert refused.value.reason is Reason.REFUSED_ADDRESS
        with pytest.raises(FetchFailed) as refused:
            await fetcher.fetch("http://journal.example:8080/")
        assert refused.value.reason is Reason.REFUSED_URL
        await fetcher.close()
    assert not site.requests


async def test_a_new_contact_is_told_from_then_on() -> None:
    async with run_site(answer()) as site:
        fetcher = Fetcher(Policy(allows=is_loopback, ports=None))
        await fetcher.fetch(site.url())
        fetcher.introduce("https://tmnlab.example/bot")
        await fetcher.fetch(site.url())
        await fetcher.close()
    before, after = (request.header("user-agent") or "" for request in site.requests)
    assert "tmnlab.example" not in before
    assert "tmnlab.example/bot" in after
