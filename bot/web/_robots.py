"""Answers that only tell robots to go away: the page may well be there for people.

Marks of the services that French sites use (Cloudflare, DataDome, Imperva, Akamai, DDoS-Guard, Sucuri, Anubis),
as they stand in their own pages.
"""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 20_000
_HEADERS = ("x-dd-b", "x-sucuri-block", "x-amzn-waf-action")
_MARKS = (
    *(b"_cf_chl_opt", b"cf-browser-verification", b"Attention Required! | Cloudflare", b"<title>DDoS-Guard"),
    *(b"captcha-delivery.com", b"_Incapsula_Resource", b"Pardon Our Interruption", b"errors.edgesuite.net"),
    *(b"sucuri_cloudproxy", b"/.within.website/x/cmd/anubis", b"<title>Just a moment", b"<title>Un instant"),
)


def turned_away(headers: Mapping[str, str]) -> bool:
    """By the headers alone, whatever the status."""
    return headers.get("cf-mitigated") == "challenge" or any(headers.get(name) for name in _HEADERS)


def is_robot_wall(content: bytes) -> bool:
    """Such pages are short and say nothing of themselves; others that load the same scripts are pages."""
    return len(content) <= _LONGEST and b"og:title" not in content and any(mark in content for mark in _MARKS)
