"""One request to an address that was checked: the name is resolved here, and the connection is made to the number.

httpx-secure does this too, but finds the address by connecting to it first, so that a private machine still hears
a knock, and takes no resolver of ours.
"""

from __future__ import annotations

import asyncio
import ssl

import httpx

from bot.web.addresses import read_address
from bot.web.failures import FetchFailed, Reason
from bot.web.policy import Policy, Resolve

_MOST_ADDRESSES = 4


class CheckedTransport:
    """Keeps no connection, so that none is used again for another name on the same machine."""

    def __init__(self, policy: Policy, resolve: Resolve) -> None:
        self._policy = policy
        self._resolve = resolve
        self._inner = httpx.AsyncHTTPTransport(
            verify=policy.tls or httpx.create_ssl_context(trust_env=False),
            trust_env=False,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        )

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Raises FetchFailed, with nothing of the address in it."""
        addresses = await self._addresses(request.url)
        failure = FetchFailed(Reason.CONNECTION)
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                return await self._inner.handle_async_request(_to(address, request, self._policy))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = failed(error)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise failed(error) from None
        raise failure

    async def _addresses(self, url: httpx.URL) -> list[str]:
        port = url.port or (443 if url.scheme == "https" else 80)
        if not self._policy.allows_port(port):
            raise FetchFailed(Reason.REFUSED_URL)
        host = url.raw_host.decode("ascii")
        answers = [host] if read_address(host) else await self._ask(host, port)
        if not answers:
            raise FetchFailed(Reason.DNS)
        allowed = self._policy.allowed(answers)
        if not allowed:
            raise FetchFailed(Reason.REFUSED_ADDRESS)
        return allowed

    async def _ask(self, host: str, port: int) -> list[str]:
        try:
            return await self._resolve(host, port)
        # UnicodeError: Python's own encoding of a name with an empty or too long label.
        except (OSError, UnicodeError):
            raise FetchFailed(Reason.DNS) from None

    async def close(self) -> None:
        await self._inner.aclose()


def failed(error: Exception) -> FetchFailed:
    """From httpx's words, which may hold the address, to ours."""
    causes = _causes(error)
    if isinstance(error, httpx.TimeoutException):
        return FetchFailed(Reason.TIMEOUT)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return FetchFailed(Reason.TLS)
    if any(getattr(cause, "error_status_hint", None) == 431 for cause in causes):  # noqa: PLR2004 -- h11's hint
        return FetchFailed(Reason.TOO_LARGE)
    if isinstance(error, httpx.NetworkError):
        return FetchFailed(Reason.CONNECTION)
    if isinstance(error, httpx.RemoteProtocolError):
        broken = "without sending" in str(error) or "closed" in str(error)
        return FetchFailed(Reason.CONNECTION if broken else Reason.NOT_HTTP)
    return FetchFailed(Reason.REFUSED_URL)


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and len(found) < 10:  # noqa: PLR2004 -- chains are short
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _to(address: str, request: httpx.Request, policy: Policy) -> httpx.Request:
    """The same request to a number: the Host header and the name checked in the certificate stay."""
    patience = httpx.Timeout(policy.patience, connect=policy.connect_patience)
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        extensions={"sni_hostname": request.url.raw_host.decode("ascii").rstrip("."), "timeout": patience.as_dict()},
    )


async def shut(response: httpx.Response, patience: float = 1.0) -> None:
    """A server that does not let go is left behind."""
    try:
        async with asyncio.timeout(patience):
            await response.aclose()
    except (httpx.HTTPError, OSError, TimeoutError):
        return
