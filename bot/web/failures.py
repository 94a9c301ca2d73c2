"""Why a page was not read, as a word a program can act on; never somebody's text."""

from __future__ import annotations

from enum import StrEnum

from bot.errors import Error


class Reason(StrEnum):
    REFUSED_ADDRESS = "refused-address"  # the machine is not one of the public web
    REFUSED_URL = "refused-url"  # not http(s), with userinfo, an unusual port, not an address at all
    TOO_MANY_REDIRECTS = "too-many-redirects"
    TIMEOUT = "timeout"
    DNS = "dns"
    TLS = "tls"
    CONNECTION = "connection"  # refused, or broken off in the middle
    NOT_HTTP = "not-http"  # an answer that is not HTTP, or whose compression is not as announced
    TOO_LARGE = "too-large"  # headers beyond bounds; a long body is cut instead
    ENCODING = "encoding"  # compressed, though asked not to, in a way that is not read
    BLOCKED = "blocked"  # 401, 403, 429, 451, or a page that only tells robots to go away
    GONE = "gone"  # 404 and 410: `status` says which
    SERVER = "server"  # 5xx
    STATUS = "status"  # any other status that is no page


class FetchFailed(Error):
    """`str()` of it holds no address, so that it may be logged."""

    def __init__(self, reason: Reason, *, status: int | None = None, retry_after: str | None = None) -> None:
        super().__init__(f"{reason} ({status})" if status else str(reason))
        self.reason = reason
        self.status = status
        self.retry_after = retry_after


_BY_STATUS = {
    **dict.fromkeys((401, 403, 407, 429, 451), Reason.BLOCKED),
    **dict.fromkeys((404, 410), Reason.GONE),
}


def reason_of(status: int) -> Reason | None:
    """None for a page. 999 is what LinkedIn answers to robots."""
    if 200 <= status < 300:  # noqa: PLR2004 -- HTTP's own classes
        return None
    if 500 <= status < 600:  # noqa: PLR2004
        return Reason.SERVER
    return Reason.BLOCKED if status == 999 else _BY_STATUS.get(status, Reason.STATUS)  # noqa: PLR2004
