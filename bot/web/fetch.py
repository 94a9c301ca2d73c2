"""The only door to the web: one page, bounded in size, time and reach; never an exception of somebody else's.

No proxy and no setting of the environment, no cookie from one fetch to the next, no connection kept.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from bot.web._body import Body, read_body
from bot.web._headers import content_type, file_name, keep_cookies, short, size
from bot.web._robots import is_robot_wall, turned_away
from bot.web._transport import CheckedTransport, failed, shut
from bot.web.failures import FetchFailed, Reason, reason_of
from bot.web.policy import Policy, SystemResolver

HTML = frozenset({"text/html", "application/xhtml+xml"})
_MOVED = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_LONGEST_URL = 8_192
_HOST = re.compile(rb"[a-zA-Z0-9_][a-zA-Z0-9._-]*|[0-9a-fA-F]*:[0-9a-fA-F:.]*")
_ACCEPT = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "fr,en;q=0.7",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Page:
    """`content` is read for HTML only, and cut at the policy's limit; `size` is what the server announced."""

    given: str
    final: str
    status: int
    content_type: str
    charset: str | None
    content: bytes
    size: int | None
    etag: str | None
    last_modified: str | None
    truncated: bool
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """`changed` is False only when the server says that what was known still holds."""

    final: str
    status: int
    changed: bool
    etag: str | None
    last_modified: str | None


class Fetcher:
    """`contact` is an address or a page by which whoever runs a site can reach whoever runs the bot."""

    def __init__(self, policy: Policy | None = None, *, contact: str = "", version: str = "0") -> None:
        self._policy = policy or Policy()
        self._system_resolver = SystemResolver()  # starts no thread before it is asked
        self._transport = CheckedTransport(self._policy, self._policy.resolve or self._system_resolver)
        self._turns = asyncio.Semaphore(self._policy.at_once)
        self._headers = {**_ACCEPT, "User-Agent": user_agent(version, contact)}

    async def fetch(self, url: str) -> Page:
        """Raises FetchFailed. Waiting for a turn is not counted in the policy's patience."""
        async with self._answer(url, {}) as answer:
            _refuse_no_page(answer)
            body = await self._read(answer)
            if is_robot_wall(body.content):
                raise FetchFailed(Reason.BLOCKED, status=answer.status_code)
            return _page(url, answer, body)

    async def probe(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Probe:
        """Whether the page is still there, without reading it. Raises FetchFailed."""
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        async with self._answer(url, {name: value for name, value in known.items() if value}) as answer:
            changed = answer.status_code != _NOT_MODIFIED
            if changed:
                _refuse_no_page(answer)
            headers = answer.headers
            return Probe(
                final=_final(answer),
                status=answer.status_code,
                changed=changed,
                etag=short(headers, "etag") or (None if changed else etag),
                last_modified=short(headers, "last-modified") or (None if changed else last_modified),
            )

    async def close(self) -> None:
        await self._transport.close()
        self._system_resolver.close()

    @asynccontextmanager
    async def _answer(self, url: str, headers: dict[str, str]) -> AsyncGenerator[httpx.Response]:
        """The answer at the end of the redirects, everything within the policy's patience."""
        async with self._turns:
            try:
                async with asyncio.timeout(self._policy.patience):
                    answer = await self._follow(url, headers)
                    try:
                        yield answer
                    finally:
                        await shut(answer)
            except TimeoutError:
                raise FetchFailed(Reason.TIMEOUT) from None

    async def _follow(self, url: str, headers: dict[str, str]) -> httpx.Response:
        cookies = httpx.Cookies()  # some sites go round in circles without theirs; forgotten at the end
        here = read_url(url)
        for _ in range(self._policy.most_redirects + 1):
            request = httpx.Request("GET", here, headers={**self._headers, **headers})
            cookies.set_cookie_header(request)
            answer = await self._transport.send(request)
            answer.request = request
            if answer.status_code not in _MOVED or "location" not in answer.headers:
                return answer
            keep_cookies(cookies, answer)
            await shut(answer)
            here = _next(here, answer.headers["location"])
        raise FetchFailed(Reason.TOO_MANY_REDIRECTS)

    async def _read(self, answer: httpx.Response) -> Body:
        kind, _ = content_type(answer.headers)
        if kind and kind not in HTML:
            return Body(b"", truncated=False)
        try:
            encoding = answer.headers.get("content-encoding", "")
            return await read_body(answer.aiter_raw(), encoding, limit=self._policy.most_bytes)
        except httpx.HTTPError as error:
            raise failed(error) from None


def user_agent(version: str, contact: str) -> str:
    """Says what it is and whom to write to; what a header cannot hold is left out."""
    reach = "".join(character for character in contact if character.isascii() and character.isprintable())
    return (
        f"tmnlab-bot/{version} (link previews; +{reach})" if reach.strip() else f"tmnlab-bot/{version} (link previews)"
    )


def read_url(text: str) -> httpx.URL:
    """Only http and https without userinfo, the fragment kept; raises FetchFailed."""
    try:
        url = httpx.URL(text if len(text) <= _LONGEST_URL else "")
    except (httpx.InvalidURL, ValueError, TypeError):
        raise FetchFailed(Reason.REFUSED_URL) from None
    if url.scheme not in {"http", "https"} or url.userinfo or not _HOST.fullmatch(url.raw_host):
        raise FetchFailed(Reason.REFUSED_URL)
    return url


def _next(here: httpx.URL, location: str) -> httpx.URL:
    """As browsers do, the fragment follows unless the new address has its own (RFC 9110, 10.2.2)."""
    if len(location) > _LONGEST_URL:
        raise FetchFailed(Reason.REFUSED_URL)
    try:
        there = here.join(location)
        if here.fragment and not there.fragment:
            there = there.copy_with(fragment=here.fragment)
    except (httpx.InvalidURL, ValueError):
        raise FetchFailed(Reason.REFUSED_URL) from None
    return read_url(str(there))


def _refuse_no_page(answer: httpx.Response) -> None:
    reason = Reason.BLOCKED if turned_away(answer.headers) else reason_of(answer.status_code)
    if reason is not None:
        raise FetchFailed(reason, status=answer.status_code, retry_after=short(answer.headers, "retry-after"))


def _final(answer: httpx.Response) -> str:
    return str(answer.request.url)


def _page(given: str, answer: httpx.Response, body: Body) -> Page:
    headers = answer.headers
    kind, charset = content_type(headers)
    return Page(
        given=given,
        final=_final(answer),
        status=answer.status_code,
        content_type=kind,
        charset=charset,
        content=body.content,
        size=size(headers),
        etag=short(headers, "etag"),
        last_modified=short(headers, "last-modified"),
        truncated=body.truncated,
        file_name=file_name(headers),
    )
