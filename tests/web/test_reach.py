"""Where the fetcher may not go, whoever sends it there: each trap on a server that would notice."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from bot.client import ROOT
from bot.web.addresses import is_public
from bot.web.failures import FetchFailed, Reason
from bot.web.fetch import Fetcher
from bot.web.policy import Policy
from tests.web.hostile import answer, by_path, is_loopback, open_policy, redirect, run_site

PRIVATE = "127.0.0.9"


class Names:
    """A resolver whose answers a test writes; each question takes the next answer, the last one stays."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self._answers = answers
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        answers = self._answers[host.split(".", maxsplit=1)[0]]
        return answers.pop(0) if len(answers) > 1 else answers[0]


async def refusal(url: str, policy: Policy | None = None) -> Reason:
    fetcher = Fetcher(policy)
    try:
        with pytest.raises(FetchFailed) as refused:
            await fetcher.fetch(url)
    finally:
        await fetcher.close()
    return refused.value.reason


async def test_the_production_policy_refuses_loopback_without_a_knock() -> None:
    async with run_site(answer()) as site:
        any_port = Policy(ports=None)
        assert any_port.allows is Policy().allows is is_public
        assert await refusal(site.url(), any_port) is Reason.REFUSED_ADDRESS
        assert await refusal(site.url(host="localhost"), any_port) is Reason.REFUSED_ADDRESS
        assert site.connections == 0


@pytest.mark.parametrize(
    "host",
    [
        *("127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "0"),
        *("１２７.０.０.１", "①②⑦.0.0.1", "127。0。0。1", "%31%32%37.0.0.1"),
        *("[::1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]"),
        *("[2002:7f00:1::]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[::]", "[::1%25lo]", "LOCALHOST", "localhost."),
    ],
)
async def test_no_spelling_of_this_machine_is_let_through(host: str) -> None:
    async with run_site(answer()) as site:
        reason = await refusal(f"http://{host}:{site.port}/", Policy(ports=None, patience=2.0))
        assert reason in {Reason.REFUSED_ADDRESS, Reason.REFUSED_URL, Reason.DNS}
        assert site.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org:22/",
        "https://example.org:8443/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://example.org/",
        "//example.org/",
        "example.org",
        "http:///page",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "",
        "http://example.org/" + "a" * 9_000,
    ],
)
async def test_what_is_no_plain_web_address_is_refused_before_any_question(url: str) -> None:
    names = Names(example=[["127.0.0.1"]])
    policy = Policy(resolve=names)
    assert await refusal(url, policy) is Reason.REFUSED_URL
    assert names.asked == []


@pytest.mark.parametrize("hop", [1, 3, 5])
async def test_a_redirect_to_a_private_address_is_refused_at_any_hop(hop: int) -> None:
    async with run_site(answer(), host=PRIVATE) as inside:
        pages = {f"/{step}": redirect(f"/{step + 1}") for step in range(1, hop)}
        pages[f"/{hop}"] = redirect(inside.url("/secret", host=PRIVATE))
        async with run_site(by_path(pages)) as site:
            assert await refusal(site.url("/1"), open_policy()) is Reason.REFUSED_ADDRESS
            assert len(site.requests) == hop
        assert inside.connections == 0


@pytest.mark.parametrize(
    "location",
    [
        *("file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "data:text/html,x"),
        *("http://user:secret@127.0.0.1/", "http://[::1", "http://exa mple/", "http://.", "http://%00/", "\x00"),
    ],
)
async def test_a_redirect_that_leaves_the_web_is_refused(location: str) -> None:
    async with run_site(redirect(location)) as site:
        assert await refusal(site.url(), open_policy()) in {Reason.REFUSED_URL, Reason.NOT_HTTP}
        assert len(site.requests) == 1


async def test_a_redirect_to_another_port_is_refused() -> None:
    async with run_site(answer()) as other, run_site(redirect(other.url())) as site:
        policy = replace(open_policy(), ports=frozenset({site.port}))
        assert await refusal(site.url(), policy) is Reason.REFUSED_URL
        assert other.connections == 0


async def test_a_name_that_changes_after_the_check_changes_nothing() -> None:
    """The connection is made to the number that was checked: there is no second question to answer otherwise."""
    async with (
        run_site(answer(b"<title>Dehors</title>")) as site,
        run_site(answer(), host=PRIVATE, port=site.port) as inside,
    ):
        names = Names(rebinding=[["127.0.0.1"], [PRIVATE]])
        fetcher = Fetcher(replace(open_policy(), resolve=names))
        page = await fetcher.fetch(site.url(host="rebinding.example.org"))
        await fetcher.close()
        assert page.content == b"<title>Dehors</title>"
        assert names.asked == ["rebinding.example.org"]
        assert inside.connections == 0


async def test_a_name_that_turns_private_between_two_hops_is_refused() -> None:
    names = Names(rebinding=[["127.0.0.1"], [PRIVATE]])
    async with run_site(redirect("/encore")) as site:
        policy = replace(open_policy(), resolve=names)
        assert await refusal(site.url(host="rebinding.example.org"), policy) is Reason.REFUSED_ADDRESS
        assert len(site.requests) == 1


async def test_of_a_public_and_a_private_answer_the_private_one_is_never_tried() -> None:
    async with run_site(answer(), host=PRIVATE) as inside:
        names = Names(mixed=[[PRIVATE, "127.0.0.1"]])
        policy = replace(open_policy(), resolve=names)
        assert await refusal(inside.url(host="mixed.example.org"), policy) is Reason.CONNECTION
        assert inside.connections == 0


async def test_a_name_inside_the_network_is_refused_by_what_it_resolves_to() -> None:
    names = Names(nas=[["192.168.1.7"]])
    assert await refusal("http://nas.example.org/", Policy(resolve=names)) is Reason.REFUSED_ADDRESS


async def test_the_next_address_of_a_name_is_tried_when_one_does_not_answer() -> None:
    async with run_site(answer(), host="127.0.0.1") as site:
        names = Names(double=[["127.0.0.2", "127.0.0.1"]])
        fetcher = Fetcher(replace(open_policy(), resolve=names))
        page = await fetcher.fetch(site.url(host="double.example.org"))
        await fetcher.close()
        assert page.status == 200
        assert site.requests[0].header("host") == f"double.example.org:{site.port}"


async def test_a_name_without_address_is_a_matter_of_dns() -> None:
    assert await refusal("http://nulle-part.invalid/", open_policy()) is Reason.DNS
    assert await refusal("http://vide.example.org/", Policy(resolve=Names(vide=[[]]))) is Reason.DNS


async def test_loopback_is_open_where_a_test_says_so() -> None:
    async with run_site(answer()) as site:
        fetcher = Fetcher(Policy(allows=is_loopback, ports=frozenset({site.port})))
        assert (await fetcher.fetch(site.url())).status == 200
        await fetcher.close()


IN_A_PROCESS = """
import asyncio, sys
from bot.web.fetch import Fetcher
from tests.web.hostile import open_policy
print(asyncio.run(Fetcher(open_policy()).fetch(sys.argv[1])).status)
"""


async def test_proxies_and_netrc_of_the_environment_are_ignored() -> None:
    async with run_site(answer(status="418 Proxy")) as proxy, run_site(answer()) as site:
        poisoned = dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"), proxy.url(""))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", IN_A_PROCESS, site.url()),
            env={**os.environ, **poisoned},
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        printed, _ = await process.communicate()
        assert printed.split() == [b"200"]
        assert proxy.connections == 0
