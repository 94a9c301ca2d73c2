"""What is used of a response's headers, each at most of a sane length: some of Python's readers are quadratic."""

from __future__ import annotations

from email.message import Message

import httpx

_LONGEST = 1_000
_MOST_COOKIES = 8_000
_MOST_DIGITS = 15


def short(headers: httpx.Headers, name: str) -> str | None:
    """None also for one too long to be kept beside a link."""
    value = headers.get(name)
    return value if value and len(value) <= _LONGEST else None


def content_type(headers: httpx.Headers) -> tuple[str, str | None]:
    """Lower case, "" when the server says none; the charset as declared."""
    value = short(headers, "content-type") or ""
    declared = _parsed("content-type", value)
    charset = declared.get_param("charset")
    return (declared.get_content_type() if "/" in value else "", charset if isinstance(charset, str) else None)


def file_name(headers: httpx.Headers) -> str | None:
    disposition = short(headers, "content-disposition")
    return _parsed("content-disposition", disposition).get_filename() if disposition else None


def size(headers: httpx.Headers) -> int | None:
    length = short(headers, "content-length") or ""
    return int(length) if length.isascii() and length.isdigit() and len(length) <= _MOST_DIGITS else None


def keep_cookies(cookies: httpx.Cookies, answer: httpx.Response) -> None:
    if sum(map(len, answer.headers.get_list("set-cookie"))) <= _MOST_COOKIES:
        cookies.extract_cookies(answer)


def _parsed(name: str, value: str) -> Message:
    message = Message()
    message[name] = value
    return message
