"""What servers do to those who read them: each trap its own test, against a server on loopback."""

from __future__ import annotations

import asyncio
import gzip
import logging
import random
import ssl
import tracemalloc
import zlib
from time import perf_counter
from traceback import format_exception

import pytest

from bot.web.failures import FetchFailed, Reason
from bot.web.fetch import Fetcher
from tests.web.authority import Authority
from tests.web.hostile import Behaviour, Request, answer, by_path, open_policy, raw, redirect, run_site

LIMIT = 2 * 2**20
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


async def failure(fetcher: Fetcher, url: str) -> FetchFailed:
    with pytest.raises(FetchFailed) as failed:
        await fetcher.fetch(url)
    return failed.value


async def reason(fetcher: Fetcher, behaviour: Behaviour) -> Reason:
    async with run_site(behaviour) as site:
        return (await failure(fetcher, site.url())).reason


def drip(head: bytes, drop: bytes, pause: float) -> Behaviour:
    async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(pause)

    return behave


def squeezed(data: bytes, encoding: str) -> Behaviour:
    return answer(data, f"Content-Encoding: {encoding}")


# Time


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(drip(OK + b"Content-Length: 9999\r\n\r\n", b"a", 0.05), id="a body byte by byte"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", 0.05), id="a header byte by byte"),
        pytest.param(drip(b"", b"HTTP/1.1 102 Processing\r\n\r\n", 0.05), id="promises without end"),
        pytest.param(drip(b"", b"", 0.05), id="silence"),
        pytest.param(drip(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", 0.05), id="chunks of one byte"),
    ],
)
async def test_a_server_that_takes_its_time_is_left(hurried: Fetcher, behaviour: Behaviour) -> None:
    begun = perf_counter()
    assert await reason(hurried, behaviour) is Reason.TIMEOUT
    assert perf_counter() - begun < 2.0


async def test_redirects_share_one_patience(hurried: Fetcher) -> None:
    async def late(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.12)
        await redirect(f"/{len(request.path)}" + request.path)(request, writer)

    assert await reason(hurried, late) is Reason.TIMEOUT


async def test_a_name_server_that_takes_its_time_is_left() -> None:
    async def slow(host: str, port: int) -> list[str]:
        await asyncio.sleep(30)
        return []

    policy = open_policy(patience=0.2)
    fetcher = Fetcher(type(policy)(allows=policy.allows, ports=None, patience=0.2, resolve=slow))
    assert (await failure(fetcher, "http://lent.example.org/")).reason is Reason.TIMEOUT
    await fetcher.close()


# Size


async def test_an_endless_body_is_cut_at_two_mebibytes(fetcher: Fetcher) -> None:
    async with run_site(drip(OK + b"\r\n", b"<div>" * 20_000, 0)) as site:
        page = await fetcher.fetch(site.url())
    assert page.truncated
    assert len(page.content) == LIMIT


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(200_000_000), 9)),
        ("deflate", zlib.compress(bytes(200_000_000), 9)),
    ],
    ids=["gzip", "deflate"],
)
async def test_a_bomb_inflates_to_the_limit_and_no_further(fetcher: Fetcher, encoding: str, bomb: bytes) -> None:
    async with run_site(squeezed(bomb, encoding)) as site:
        tracemalloc.start()
        page = await fetcher.fetch(site.url())
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert page.truncated
    assert len(page.content) == LIMIT
    assert peak < 20_000_000


async def test_a_bomb_in_a_bomb_is_not_opened(fetcher: Fetcher) -> None:
    twice = gzip.compress(gzip.compress(bytes(10_000_000)))
    assert await reason(fetcher, squeezed(twice, "gzip, gzip")) is Reason.ENCODING


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "rubbish"])
async def test_what_was_not_asked_for_and_has_no_bounded_reader_is_refused(fetcher: Fetcher, encoding: str) -> None:
    # The head of a real brotli bomb: 16 MiB of zeros in a few bytes.
    bomb = bytes.fromhex("cbffff7f f8 27 00 e2 b1 40 20 f7 fe 9f".replace(" ", ""))
    assert await reason(fetcher, squeezed(bomb, encoding)) is Reason.ENCODING


TEXT = "<title>Été</title>".encode() * 5_000


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("identity", TEXT),
    ],
    ids=["gzip", "zlib", "deflate without header", "not at all"],
)
async def test_a_page_compressed_all_the_same_is_read(fetcher: Fetcher, encoding: str, data: bytes) -> None:
    async with run_site(squeezed(data, encoding)) as site:
        page = await fetcher.fetch(site.url())
    assert page.content == TEXT
    assert site.requests[0].header("accept-encoding") == "identity"


async def test_rubbish_called_gzip_is_not_http(fetcher: Fetcher) -> None:
    assert await reason(fetcher, squeezed(random.Random(1).randbytes(5_000), "gzip")) is Reason.NOT_HTTP


async def test_a_compressed_page_broken_off_gives_what_came(fetcher: Fetcher) -> None:
    half = gzip.compress(b"<title>Moiti\xc3\xa9</title>" + random.Random(1).randbytes(90_000))[:60_000]
    async with run_site(squeezed(half, "gzip")) as site:
        assert (await fetcher.fetch(site.url())).content.startswith(b"<title>Moiti")


async def test_headers_without_end_are_too_large(fetcher: Fetcher) -> None:
    assert await reason(fetcher, drip(OK, b"X-Filler: " + b"a" * 5_000 + b"\r\n", 0)) is Reason.TOO_LARGE


async def test_what_is_no_html_is_announced_and_not_read(fetcher: Fetcher) -> None:
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 734003200\r\n"
        b"Content-Disposition: attachment; filename*=UTF-8''Bilan%20d%27activit%C3%A9.pdf\r\n\r\n%PDF-1.7"
    )
    async with run_site(drip(head, b"x" * 100_000, 0)) as site:
        page = await fetcher.fetch(site.url("/bilan"))
    assert (page.content, page.size, page.file_name) == (b"", 734_003_200, "Bilan d'activité.pdf")


@pytest.mark.parametrize(
    "header",
    [
        "Content-Type: text/html" + ";" * 90_000,
        "Content-Disposition: attachment" + ";" * 90_000,
        "ETag: " + "a" * 90_000,
        "Content-Type: text/html; charset*=utf-8''%41",
        "Content-Type: html",
        "Content-Type: ",
    ],
)
async def test_a_strange_header_is_as_none(fetcher: Fetcher, header: str) -> None:
    async with run_site(answer(b"<title>Page</title>", header)) as site:
        page = await fetcher.fetch(site.url())
    assert page.content == b"<title>Page</title>"
    assert (page.etag, page.file_name) == (None, None)


async def test_a_redirect_to_an_endless_address_is_refused(fetcher: Fetcher) -> None:
    assert await reason(fetcher, redirect("/" + "../" * 30_000)) is Reason.REFUSED_URL


async def test_a_heap_of_cookies_is_not_carried(fetcher: Fetcher) -> None:
    heap = [f"Set-Cookie: a{number}=b" for number in range(2_000)]
    async with run_site(by_path({"/": redirect("/page", *heap), "/page": answer()})) as site:
        assert (await fetcher.fetch(site.url())).status == 200
        assert site.requests[1].header("cookie") is None


# Redirects and cookies


async def test_a_redirect_loop_ends(fetcher: Fetcher) -> None:
    async with run_site(by_path({"/a": redirect("/b"), "/b": redirect("/a")})) as site:
        assert (await failure(fetcher, site.url("/a"))).reason is Reason.TOO_MANY_REDIRECTS
        assert len(site.requests) == 6


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
async def test_five_redirects_are_followed_and_the_fragment_with_them(fetcher: Fetcher, status: str) -> None:
    hops = {f"/{hop}": redirect(f"{hop + 1}", status=status) for hop in range(1, 6)}
    async with run_site(by_path({**hops, "/6": answer()})) as site:
        page = await fetcher.fetch(site.url("/1#acte-2"))
        assert page.given == site.url("/1#acte-2")
        assert page.final == site.url("/6#acte-2")


async def cookie_wall(request: Request, writer: asyncio.StreamWriter) -> None:
    gate = answer() if request.header("cookie") == "visite=1" else redirect("/", "Set-Cookie: visite=1; Path=/")
    await gate(request, writer)


async def test_a_site_that_wants_its_cookie_back_is_read(fetcher: Fetcher) -> None:
    async with run_site(cookie_wall) as site:
        assert (await fetcher.fetch(site.url())).status == 200


async def test_no_cookie_is_kept_from_one_fetch_to_the_next(fetcher: Fetcher) -> None:
    async with run_site(answer(b"a", "Set-Cookie: suivi=1; Max-Age=99999; Path=/")) as site:
        await fetcher.fetch(site.url())
        await fetcher.fetch(site.url())
        assert [request.header("cookie") for request in site.requests] == [None, None]


async def test_a_site_that_wants_more_than_a_cookie_goes_round_and_is_left(fetcher: Fetcher) -> None:
    assert await reason(fetcher, redirect("/", "Set-Cookie: a=1")) is Reason.TOO_MANY_REDIRECTS


# Broken answers


async def reset(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(OK + b"Content-Length: 1000\r\n\r\n<title>")
    await writer.drain()
    writer.transport.abort()


async def test_a_reset_in_the_middle_is_a_broken_connection(fetcher: Fetcher) -> None:
    assert await reason(fetcher, reset) is Reason.CONNECTION


async def test_a_body_shorter_than_announced_is_a_broken_connection(fetcher: Fetcher) -> None:
    assert await reason(fetcher, raw(OK + b"Content-Length: 1000\r\n\r\n<title>")) is Reason.CONNECTION


async def test_nothing_at_all_is_a_broken_connection(fetcher: Fetcher) -> None:
    assert await reason(fetcher, raw(b"")) is Reason.CONNECTION


async def test_a_closed_door_is_a_broken_connection(fetcher: Fetcher) -> None:
    async with run_site(answer()) as site:
        pass
    assert (await failure(fetcher, site.url())).reason is Reason.CONNECTION


@pytest.mark.parametrize(
    "data",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"\x00" * 400,
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    ],
)
async def test_what_is_not_http_is_said_so(fetcher: Fetcher, data: bytes) -> None:
    assert await reason(fetcher, raw(data)) is Reason.NOT_HTTP


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *((status, Reason.BLOCKED) for status in ("401 No", "403 No", "429 Slow down", "451 Law", "999 Robots")),
        *((status, Reason.GONE) for status in ("404 Lost", "410 Gone")),
        *((status, Reason.SERVER) for status in ("500 Oops", "502 Bad", "503 Later", "504 Late")),
        *((status, Reason.STATUS) for status in ("400 Bad", "405 No", "304 Same", "300 Many", "406 No")),
    ],
)
async def test_a_status_that_is_no_page_is_a_reason(fetcher: Fetcher, status: str, expected: Reason) -> None:
    async with run_site(answer(b"<title>Erreur</title>", "Retry-After: 120", status=status)) as site:
        failed = await failure(fetcher, site.url())
    assert (failed.reason, failed.status, failed.retry_after) == (expected, int(status[:3]), "120")


@pytest.mark.parametrize(
    "behaviour",
    [
        answer(b"x", "cf-mitigated: challenge", status="503 Wait"),
        answer(b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"),
        answer(b"<script src='https://ct.captcha-delivery.com/c.js'></script>"),
        answer(b"<iframe src='/_Incapsula_Resource?CWUDNSAI=9'></iframe>"),
    ],
)
async def test_a_page_that_only_turns_robots_away_is_blocked(fetcher: Fetcher, behaviour: Behaviour) -> None:
    assert await reason(fetcher, behaviour) is Reason.BLOCKED


async def test_a_page_protected_by_the_same_services_is_a_page(fetcher: Fetcher) -> None:
    body = b'<meta property="og:title" content="Agenda"><script src="/_Incapsula_Resource?SWJIYLWA=7"></script>'
    async with run_site(answer(body)) as site:
        assert (await fetcher.fetch(site.url())).content == body


# TLS


async def secure_reason(server: ssl.SSLContext, client: ssl.SSLContext | None = None) -> Reason | None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    policy = open_policy(tls=client)
    fetcher = Fetcher(type(policy)(allows=policy.allows, ports=None, resolve=resolve, tls=client))
    try:
        async with run_site(answer(), tls=server) as site:
            await fetcher.fetch(site.url(host="scene.example.org"))
    except FetchFailed as failed:
        return failed.reason
    finally:
        await fetcher.close()
    return None


async def test_a_certificate_is_checked_for_the_name_and_not_for_the_number() -> None:
    authority = Authority()
    trusting = authority.trusted()
    assert await secure_reason(authority.server("scene.example.org"), trusting) is None
    assert await secure_reason(authority.server("autre.example.org"), trusting) is Reason.TLS
    assert await secure_reason(authority.server("127.0.0.1"), trusting) is Reason.TLS


async def test_an_expired_certificate_is_refused() -> None:
    authority = Authority()
    trusting = authority.trusted()
    assert await secure_reason(authority.server("scene.example.org", expired=True), trusting) is Reason.TLS


async def test_an_unknown_authority_is_refused() -> None:
    assert await secure_reason(Authority().server("scene.example.org")) is Reason.TLS


async def test_plain_text_where_tls_was_expected_is_refused(fetcher: Fetcher) -> None:
    async with run_site(answer(), greeting=b"HTTP/1.1 400 Bad Request\r\n\r\n") as site:
        assert (await failure(fetcher, site.url().replace("http:", "https:"))).reason is Reason.TLS


# Manners


async def test_the_bot_says_who_it_is_and_whom_to_write_to(fetcher: Fetcher) -> None:
    async with run_site(answer()) as site:
        await fetcher.fetch(site.url())
    request = site.requests[0]
    assert request.header("user-agent") == "tmnlab-bot/1.2 (link previews; +https://tmnlab.example.org/bot)"
    assert request.header("referer") is None
    assert request.header("authorization") is None


async def test_a_contact_cannot_add_a_header() -> None:
    fetcher = Fetcher(open_policy(), contact="a@example.org\r\nX-Evil: 1\u00e9")
    async with run_site(answer()) as site:
        await fetcher.fetch(site.url())
    await fetcher.close()
    assert site.requests[0].header("x-evil") is None


BROKEN = "http://[::1?jeton=secret"


async def test_no_log_and_no_error_holds_what_an_address_carries(
    fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    told: list[str] = []
    for behaviour in (
        answer(status="404 Lost"),
        reset,
        raw(b"rubbish"),
        redirect(BROKEN),
        answer(),
    ):
        async with run_site(behaviour) as site:
            url = site.url("/?jeton=secret")
            try:
                await fetcher.fetch(url)
            except FetchFailed as failed:
                told += ["".join(format_exception(failed)), repr(failed)]
    assert len(told) == 8
    assert "secret" not in " ".join([*told, caplog.text])


async def test_fifty_fetches_at_once_take_their_turns(fetcher: Fetcher) -> None:
    open_now = most = 0

    async def count(request: Request, writer: asyncio.StreamWriter) -> None:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.02)
        await answer()(request, writer)
        open_now -= 1

    async with run_site(count) as site:
        pages = await asyncio.gather(*(fetcher.fetch(site.url(f"/{number}")) for number in range(50)))
    assert len(pages) == 50
    assert 1 < most <= 16


# Dead-link checks


async def test_a_check_asks_only_whether_something_changed(fetcher: Fetcher) -> None:
    async with run_site(answer(b"", status="304 Not Modified")) as site:
        probe = await fetcher.probe(site.url(), etag='"v1"', last_modified="Tue, 03 Mar 2026 10:00:00 GMT")
    assert (probe.changed, probe.status, probe.etag) == (False, 304, '"v1"')
    assert site.requests[0].header("if-none-match") == '"v1"'
    assert site.requests[0].header("if-modified-since") == "Tue, 03 Mar 2026 10:00:00 GMT"


async def test_a_check_does_not_read_the_page(hurried: Fetcher) -> None:
    async with run_site(drip(OK + b'ETag: "v2"\r\n\r\n', b"a" * 1_000, 0.02)) as site:
        probe = await hurried.probe(site.url(), etag='"v1"')
    assert (probe.changed, probe.status, probe.etag) == (True, 200, '"v2"')


async def test_a_check_fails_as_a_fetch_does(fetcher: Fetcher) -> None:
    async with run_site(answer(status="410 Gone")) as site:
        with pytest.raises(FetchFailed) as failed:
            await fetcher.probe(site.url())
    assert (failed.value.reason, failed.value.status) == (Reason.GONE, 410)
